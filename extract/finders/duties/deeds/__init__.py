"""A duty in its own words: its clause, its action, its deed and what that is done to."""
