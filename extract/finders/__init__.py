"""`Document` to records: one module a kind of record."""
