"""The money of a plan's rows."""
