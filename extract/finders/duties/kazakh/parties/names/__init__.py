"""How somebody is named in Kazakh: who can act, and which words around his noun are his."""
