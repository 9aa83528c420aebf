"""How values, languages, charts and files are worded and drawn."""
