"""What changed: between two texts of one programme, and from a programme to the one after it."""
