"""How everyday documents lay out who does what: a party above a list, before a dash, in a heading, in a table."""
