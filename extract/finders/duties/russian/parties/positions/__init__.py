"""Where a Russian sentence names whom it binds: free in his clause, behind his predicate, in another case."""
