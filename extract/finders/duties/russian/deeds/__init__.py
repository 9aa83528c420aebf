"""Which words and verbs of a Russian sentence are one duty, and which are duties of their own."""
