"""Duties of prose: what a sentence lays on whom, by when and on what ground."""
