"""Text or file to `Document`: one module a layout, not a document."""
