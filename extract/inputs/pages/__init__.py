"""Pages that are kept as the source they are made from."""
