"""Heads of papers that are no acts: contracts and what an office makes beside acts, newspapers and bulletins."""
