"""The title of a text: how it is worded, where it stands, and what stands above it."""
