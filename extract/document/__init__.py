"""`Document`: what every reader makes and every finder reads, and the repairs of its text."""
