"""Stamps of those who approve a text, filled in or not, and who signs."""
