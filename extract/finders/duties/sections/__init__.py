"""Whom sentences bind that name nobody: whose section they stand in, or of whom their statute is."""
