"""Quotes in their surroundings, whole texts with their marks, and damaged words mended."""
