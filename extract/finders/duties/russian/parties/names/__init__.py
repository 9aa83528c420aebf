"""How somebody is named in Russian: who can act, and how far his words reach."""
