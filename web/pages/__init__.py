"""Pages: one blueprint a subject."""
