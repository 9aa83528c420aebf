"""Text documents of word processors: Word, OpenDocument and rich text, and what the three have in common."""
