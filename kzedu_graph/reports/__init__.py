"""Audit reports: what is told, in whose words, on which page."""
