"""Which words and verbs of a Kazakh sentence are one duty, and which are duties of their own."""
