"""OPTIONAL, looked up for each row from what the row and the patterns before hold.

Oxigraph looks an OPTIONAL up row by row where all that ties it is bound in every row and its inside is small. Else it
makes its whole inside, or parts of it, over the whole graph first: forty rows took 300 ms where the same asked pattern
by pattern takes 7. So a larger block of triples inside is written as its first pattern and a LATERAL for each other,
and an OPTIONAL that hangs on an earlier one as `LATERAL { OPTIONAL { … } }`, where each leads from what is known to
what is said of it. docs/performance.md says why the forms are equal, and where they might not be, so that the query
stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from kzedu_graph.store.engine.planning.patterns import (
    Element,
    NotPatterns,
    Pattern,
    PatternReader,
    elements_of,
    in_order,
)
from kzedu_graph.store.engine.planning.tokens import brackets, is_looked_at, tokens_of

_OPTIONAL = re.compile(r"\bOPTIONAL\b", re.IGNORECASE)
_FEW = 3
"""Steps of a block that the engine looks up row by row by itself."""
_FEW_BEHIND = 1
"""The same of a block behind something else, such as a sub-select."""
Edit = tuple[int, int, str]


def chain_optionals(text: str) -> str:
    """The query with its OPTIONALs asked row by row; the very same text where there is nothing to do."""
    if not is_looked_at(text, _OPTIONAL):
        return text
    edits = list(_Optionals(text).edits())
    for start, end, written in sorted(edits, reverse=True):
        text = text[:start] + written + text[end:]
    return text


class _Optionals:
    """The OPTIONALs of a query."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens_of(text)
        self._closing = brackets(self._tokens)
        self._places = {token.start: place for place, token in enumerate(self._tokens)}

    def edits(self) -> Iterator[Edit]:
        """What takes the place of what between two places of the text; nothing within EXISTS."""
        asked = [
            range(place + 1, self._closing[place + 1])
            for place, token in enumerate(self._tokens)
            if token.is_word("EXISTS") and place + 1 in self._closing
        ]
        for opening in self._closing:
            if self._tokens[opening].text == "{" and not any(opening in inside for inside in asked):
                yield from self._edits_of_group(opening)

    def _inside(self, opening: int) -> list[Element]:
        return list(elements_of(self._tokens, opening + 1, self._closing[opening], self._closing))

    def _opening_of(self, optional: Element) -> int:
        return self._places[optional.tokens[1].start]

    def _edits_of_group(self, opening: int) -> Iterator[Edit]:
        known: set[str] = set()
        sure: set[str] = set()
        for element in self._inside(opening):
            if element.is_optional:
                yield from self._edits_of_blocks(self._opening_of(element), known)
                tied = element.variables & known
                if tied - sure and self._is_free(element, known):
                    yield element.tokens[0].start, element.tokens[0].start, "LATERAL { "
                    yield element.tokens[-1].end, element.tokens[-1].end, " }"
            if element.kind == "triples":
                sure |= element.variables
            if element.kind != "filter" and not element.tokens[0].is_word("MINUS"):
                known |= element.variables

    def _edits_of_blocks(self, opening: int, outside: set[str]) -> Iterator[Edit]:
        """The blocks of triples of one OPTIONAL."""
        known, is_first = set(outside), True
        for element in self._inside(opening):
            if element.kind == "triples":
                written = self._chain(element, known, is_first=is_first)
                if written:
                    yield element.tokens[0].start, element.tokens[-1].end, written
            if element.kind != "filter":
                is_first = False
                known |= element.variables

    def _chain(self, block: Element, known: set[str], *, is_first: bool) -> str:
        """A block of triples, pattern by pattern; empty where it stays as it is."""
        patterns = self._patterns(block)
        if sum(pattern.steps for pattern in patterns) <= (_FEW if is_first else _FEW_BEHIND):
            return ""
        ordered = in_order(patterns, known)
        if not _go_forward(ordered, known) or not _are_nodes(patterns):
            return ""
        first, *others = ordered
        begun = f"{first} ." if is_first else f"LATERAL {{ {first} }}"
        return " ".join([begun, *(f"LATERAL {{ {each} }}" for each in others), ""])

    def _is_free(self, optional: Element, known: set[str]) -> bool:
        """Whether the inside says the same with the values of a row in it.

        It is triples and filters, and what hangs on them again: an inner OPTIONAL that names what only the row outside
        binds would be asked of something else.
        """
        inside = self._inside(self._opening_of(optional))
        if not inside or inside[0].kind != "triples":
            return False
        bound: set[str] = set()
        patterns: list[Pattern] = []
        for element in inside:
            if element.kind == "triples":
                read = self._patterns(element)
                patterns += read
                bound |= element.variables
                if not read:
                    return False
            elif element.kind == "filter":
                if any(token.is_word("EXISTS") for token in element.tokens):
                    return False
            elif not element.is_optional or not self._is_free(element, known | bound):
                return False
        nested = set().union(*(each.variables for each in inside if each.is_optional))
        return not (nested & known) - bound and _go_forward(in_order(patterns, known), known) and _are_nodes(patterns)

    def _patterns(self, block: Element) -> list[Pattern]:
        """The patterns of a block, sequences whole; none where it holds anything else."""
        try:
            return PatternReader(block.tokens, self._text, count(1), whole_paths=True).patterns
        except NotPatterns:
            return []


def _go_forward(ordered: Sequence[Pattern], known: set[str]) -> bool:
    """Whether each pattern leads from what is known by then to what is said of it, which is little.

    The other way round there may be thousands: what belongs to a programme, for each row anew.
    """
    held = set(known)
    for pattern in ordered:
        subject = pattern.subject.text
        if "^" in pattern.path or (subject[0] in "?$" and subject[1:] not in held):
            return False
        held |= pattern.variables
    return True


def _are_nodes(patterns: Sequence[Pattern]) -> bool:
    """Whether the ends of each path of no length are nodes of the graph by another of the patterns."""
    plain = {name for each in patterns if not each.may_be_of_no_length for name in each.variables}
    return all(each.variables <= plain for each in patterns if each.may_be_of_no_length)
