"""What the project says of itself and its data wherever they go: its version, its licence, how right the reading is."""
