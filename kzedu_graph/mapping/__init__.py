"""Records as triples: one module a kind of record; `edition` brings them together."""
