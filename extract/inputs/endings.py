"""The endings of files that can be read."""

ENDINGS = (".txt", ".md", ".docx", ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".pdf", ".html", ".htm", ".xhtml")
"""What a folder is searched for."""
