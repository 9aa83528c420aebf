"""Strategies: the outline of directions and tasks, and tables of results."""
