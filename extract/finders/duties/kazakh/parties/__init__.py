"""Whom a Kazakh sentence binds: who acts, who is named, by whom something is done, whose it is."""
