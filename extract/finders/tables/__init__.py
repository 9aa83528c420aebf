"""What is said of a document's tables as a whole."""
