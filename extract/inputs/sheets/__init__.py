"""Spreadsheets: what each format gives of a sheet, how its cells are shown, and the parts of a document in them."""
