"""The endings of files that can be read."""

ENDINGS = (
    *(".txt", ".md", ".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".xhtml"),
    *(".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"),
)
"""What a folder is searched for."""
