"""How Kazakh prose names who is bound, and what is done to what."""
