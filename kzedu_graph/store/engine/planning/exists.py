"""Queries as people write them, in the equal form that the engine plans well.

Oxigraph evaluates the inside of EXISTS for each row: one pattern with the row's values in it, several without them. So
`EXISTS { A . B . C }` is asked as `EXISTS { A FILTER EXISTS { B FILTER EXISTS { C } } }`, which takes it a thousandth
of the time. docs/performance.md says why the two are equal. What holds more than triple patterns, paths and filters
stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from kzedu_graph.store.engine.planning.patterns import FRESH, NotPatterns, PatternReader, in_order
from kzedu_graph.store.engine.planning.tokens import Token, closing, is_looked_at, tokens_of

_EXISTS = re.compile(r"\bEXISTS\b", re.IGNORECASE)


def chain_exists(text: str) -> str:
    """The query with the inside of every EXISTS in its fast form; the very same text where there is nothing to do."""
    if not is_looked_at(text, _EXISTS) or FRESH in text:
        return text
    tokens = tokens_of(text)
    edits = sorted(_edits(tokens, 0, len(tokens), text, count(1)), reverse=True)
    for start, end, written in edits:
        text = text[:start] + written + text[end:]
    return text


def _edits(
    tokens: Sequence[Token], start: int, end: int, text: str, numbers: Iterator[int]
) -> list[tuple[int, int, str]]:
    """What takes the place of the inside of each outermost EXISTS between two tokens."""
    edits = []
    place = start
    while place + 1 < end:
        if tokens[place].is_word("EXISTS") and tokens[place + 1].text == "{":
            close = closing(tokens, place + 1, end)
            if close is None:
                return []
            inside = tokens[place + 2 : close]
            outside = {each.text[1:] for each in (*tokens[:place], *tokens[close:]) if each.kind == "variable"}
            try:
                written = _Inside(inside, text, numbers).chain(outside)
                edits.append((tokens[place + 1].end, tokens[close].start, written))
            except NotPatterns:
                edits += _edits(tokens, place + 2, close, text, numbers)
            place = close
        place += 1
    return edits


class _Inside(PatternReader):
    """The inside of an EXISTS, read as patterns and filters; raises `NotPatterns` where it is more than that."""

    def chain(self, outside: set[str]) -> str:
        """The patterns one within the other, each tied to those before it or to the row outside; filters innermost."""
        if not self.patterns:
            raise NotPatterns
        *before, last = map(str, in_order(self.patterns, outside))
        inner = f" {last} " + "".join(f"{each} " for each in self.filters)
        for pattern in reversed(before):
            inner = f" {pattern} FILTER EXISTS {{{inner}}} "
        return inner

    def _read_filter(self) -> None:
        """A filter in brackets, a call, or a nested EXISTS, which is rewritten as well."""
        begin = self._take()
        while self._next().text not in "({" or self._next().kind != "sign":
            if self._next().kind not in ("word", "name", "iri"):
                raise NotPatterns
            self._place += 1
        opening = self._place
        close = closing(self._tokens, opening)
        if close is None:
            raise NotPatterns
        self._place = close + 1
        start, end = begin.start, self._tokens[close].end
        written = self._text[start:end]
        for first, last, text in sorted(
            _edits(self._tokens, opening - 1, close + 1, self._text, self._numbers), reverse=True
        ):
            written = written[: first - start] + text + written[last - start :]
        if "#" in written:
            raise NotPatterns  # perhaps a comment, which would swallow what is written behind it
        self.filters.append(written)
