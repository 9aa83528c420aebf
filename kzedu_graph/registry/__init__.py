"""Who exists: bodies, acts and systems that the project knows, and how their names are resolved."""
