"""Quotes in their surroundings, whole texts with their marks, damaged words mended, and what a typed text names."""
