"""PDF with a text layer: streams, pages, lines, columns, paragraphs and tables."""
