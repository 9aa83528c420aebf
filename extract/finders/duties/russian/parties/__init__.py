"""Whom a Russian sentence binds: who can act, how far his words reach, in which case he stands."""
