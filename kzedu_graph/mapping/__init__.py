"""Records as triples: one module a kind of record; `kzedu_graph.triples` brings them together."""
