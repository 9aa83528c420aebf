"""What the head of a text says of it: its act, number, day, issuer and title."""
