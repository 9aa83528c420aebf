"""Layouts of everyday papers: what is bidden behind labels, and below lines that call somebody by name."""
