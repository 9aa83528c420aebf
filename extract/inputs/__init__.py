"""Files as they are downloaded (docx, pdf, html, text) -> a canonical text and the blocks in it."""
