"""How a build is made: parts of documents made anywhere, kept, compared, checked and merged."""
