"""`BIND` in the middle of a group, moved behind the triples that follow it.

SPARQL ends a block of triples at a BIND, and Oxigraph evaluates what follows as a block of its own, over the whole
graph, where nothing but the BIND stands between two patterns that share a variable. docs/performance.md says why the
two are equal, and where they might not be, so that the query stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzedu_graph.store.engine.planning.patterns import Element, elements_of
from kzedu_graph.store.engine.planning.tokens import brackets, is_looked_at, tokens_of

_BIND = re.compile(r"\bBIND\b", re.IGNORECASE)
_ROUNDS = 12
"""Blocks of triples that are moved in one query at most."""
_EACH_TIME_ANOTHER = ("RAND", "UUID", "STRUUID", "BNODE")
"""Functions that give another value for each row."""


def move_bindings(text: str) -> str:
    """The query with each BIND behind the triples of its group; the very same text where there is nothing to do."""
    for _ in range(_ROUNDS):
        moved = _move_one(text) if is_looked_at(text, _BIND) else None
        if moved is None:
            break
        text = moved
    return text


def _move_one(text: str) -> str | None:
    """The text with one block of triples before the BIND that it follows; None where none can be moved."""
    tokens = tokens_of(text)
    closing = brackets(tokens)
    for opening, close in sorted(closing.items()):
        if tokens[opening].text != "{" or (opening and tokens[opening - 1].is_word("EXISTS")):
            continue
        elements = list(elements_of(tokens, opening + 1, close, closing))
        for place, element in enumerate(elements):
            if element.kind != "triples":
                continue
            first = place
            while first and elements[first - 1].kind in ("bind", "filter"):
                first -= 1
            while first < place and elements[first].kind != "bind":
                first += 1
            if first < place and _is_free(elements[:first], elements[first:place], element):
                return _moved(text, elements, first, place)
    return None


def _is_free(before: Sequence[Element], between: Sequence[Element], block: Element) -> bool:
    """Whether no BIND between says anything else with the block before it."""
    sure = set().union(*(each.variables for each in before if each.kind == "triples"))
    for each in between:
        if each.kind != "bind":
            continue
        *expression, _, name, _ = each.tokens
        if name.kind != "variable" or any(token.is_word("EXISTS", *_EACH_TIME_ANOTHER) for token in expression):
            return False
        used = Element("bind", expression).variables
        if name.text[1:] in block.variables or (used & block.variables) - sure:
            return False
    return True


def _moved(text: str, elements: Sequence[Element], first: int, place: int) -> str:
    """The text with the block at `place` before the element at `first`."""
    block = elements[place].tokens
    start, end = block[0].start, block[-1].end
    there = elements[first].tokens[0].start
    written = text[start:end]
    if first and elements[first - 1].kind == "triples" and elements[first - 1].tokens[-1].text != ".":
        written = ". " + written
    return f"{text[:there]}{written} {text[there:start]}{text[end:]}"
