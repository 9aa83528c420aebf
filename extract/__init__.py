"""From the text of a document to records: readers, values, finders."""
