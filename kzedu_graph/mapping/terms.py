"""Terms of graphs, made quickly: most literals of a text are said again and again, and its quotes are thousands.

What is made here equals what rdflib makes, in all that rdflib keeps of a literal: `tests/kzedu_graph/mapping`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

_OFFSET = XSD.nonNegativeInteger

literal: Callable[..., Literal] = lru_cache(maxsize=1 << 14, typed=True)(Literal)
"""`Literal` of the same arguments, made once: positions, days, numbers of rows, truth. Literals never change."""


def quoted(text: str, lang: str | None = None) -> Literal:
    """A literal of words, plain or in a language whose tag is known to be one: without rdflib's looking at each."""
    return _literal(text, lang, None, text, None)


def offset(number: int) -> Literal:
    """A place in a text as xsd:nonNegativeInteger; raises ValueError for a negative one."""
    if number < 0:
        raise ValueError(f"a place in a text is no less than 0, not {number}")
    return _literal(str(number), None, _OFFSET, number, False)


def _literal(words: str, lang: str | None, kind: URIRef | None, value: object, ill_typed: bool | None) -> Literal:
    made = str.__new__(Literal, words)
    made._language, made._datatype, made._value, made._ill_typed = lang, kind, value, ill_typed
    return made
