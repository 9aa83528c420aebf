"""The lines of a head, in one column and one language: what stands on them beside a title."""
