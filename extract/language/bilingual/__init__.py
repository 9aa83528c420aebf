"""Two languages in one file, told apart: words, lines, cells, documents."""
