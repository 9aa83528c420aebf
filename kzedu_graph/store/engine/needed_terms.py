"""Which terms a query needs: a question about what a dataset says nothing of has no answer, and need not be asked.

Only triple patterns that every row must meet are heard, those in the outermost braces of the WHERE: a class behind `a`,
else a property that is no step of a path. What OPTIONAL, UNION, FILTER and inner groups hold may be missing. Rules ask
of many small texts mostly about what these do not hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kzedu_graph.store.engine.rewriting import Token, closing, patterns_of, tokens_of

TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_PREFIX = re.compile(r"\bPREFIX\s+(?P<name>[\w.-]*:)\s*<(?P<iri>[^>]*)>", re.IGNORECASE)
_DOT = Token("sign", ".", 0, 0)
_BEFORE_A_GROUP = ("OPTIONAL", "UNION", "MINUS", "GRAPH", "SERVICE", "FILTER", "BIND", "VALUES")


@cache
def needed_terms(text: str) -> frozenset[str]:
    """The IRIs of classes and properties, and the variables ("?class") in place of one, without which there is no row.

    Nothing where the query counts, for what is counted of nothing is a row all the same, or is no SELECT.
    """
    tokens = tokens_of(text)
    if any(token.is_word("ASK", "CONSTRUCT", "DESCRIBE") for token in tokens):
        return frozenset()
    prefixes = {found["name"]: found["iri"] for found in _PREFIX.finditer(text)}
    opening = next((place for place, token in enumerate(tokens) if token.text == "{"), len(tokens))
    end = closing(tokens, opening)
    if end is None or any(token.text == "(" for token in (*tokens[:opening], *tokens[end:])):
        return frozenset()
    patterns = patterns_of(_outermost(tokens[opening + 1 : end]), text)
    said = (pattern.object if pattern.path == "a" else pattern.path for pattern in patterns)
    return frozenset(filter(None, (_term(each, prefixes) for each in said)))


def terms_in(lines: bytes) -> frozenset[str]:
    """The IRIs of the properties of N-Triples, and of the classes that they name things of."""
    rows = [line.split(b" ", 2) for line in lines.split(b"\n") if line]
    classes = {row[2].split(b" ", 1)[0] for row in rows if row[1] == TYPE}
    return frozenset(term[1:-1].decode() for term in {row[1] for row in rows} | classes)


def _outermost(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a group without its inner groups, and without the keywords before these."""
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        if tokens[place].text != "{" and not tokens[place].is_word(*_BEFORE_A_GROUP):
            kept.append(tokens[place])
            place += 1
            continue
        while place < len(tokens) and tokens[place].text not in ("{", "("):
            place += 1
        end = closing(tokens, place)
        place = len(tokens) if end is None else end + 1
        kept.append(_DOT)
    return [one for n, one in enumerate(kept) if one.text != "." or (n and kept[n - 1].text != ".")]


def _term(written: str, prefixes: dict[str, str]) -> str:
    """The IRI that a term names, or a variable; nothing for a path."""
    if written.startswith(("?", "$")):
        return f"?{written[1:]}" if written[1:].isidentifier() else ""
    if written.startswith("<") and written.endswith(">"):
        return written[1:-1]
    prefix, _, name = written.partition(":")
    return f"{prefixes[f'{prefix}:']}{name}" if f"{prefix}:" in prefixes and re.fullmatch(r"[\w-]+", name) else ""
