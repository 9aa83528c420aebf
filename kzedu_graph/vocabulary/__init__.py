"""The closed vocabulary, the IRIs of things, and how Turtle is read."""
