"""Letterheads that no act is named in with its day and number on one line: orders, letters, drafts."""
