"""Acts that a text names, and the instructions by which one act changes another."""
