"""Tables of plain text each of whose cells stands on lines of its own."""
