"""The titles of a typed table that no bars part: set side by side, each over several lines, above a line of strokes.

N   Іс-шара Аяқтау Жауапты   Орындау
р/с         нысаны орындау-  мерзімі
                   шылар
------------------------------------
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from extract.finders.plan.columns.title_kinds import is_known_title, kind_of_title

MOST_WORDS = 9
"""Words on a line of titles."""
_WORD = re.compile(r"\S+")
_TORN = re.compile(r"[^\W\d_][-.]$")

Span = tuple[int, int]
Titles = tuple[tuple[tuple[int, int, int], ...], ...]
"""Where the words of each title stand: a line, the place in it, and that behind."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some lines of titles divided among the columns; a column that a line leaves out has ended."""

    texts: tuple[str, ...]
    spans: Titles
    ended: frozenset[int] = frozenset()


def titles_among(lines: Sequence[str], fewest: int, most: int, needed: set[str], lang: str) -> Titles:
    """The places of the titles that lines hold: of the division into most columns whose titles are all known, most of
    them word for word, and of different kinds; none where there is no such one, or several.
    """
    found = [[(match.start(), match.end()) for match in _WORD.finditer(line)] for line in lines]
    if not found or len(found[0]) > MOST_WORDS or kind_of_title(lines[0][slice(*found[0][0])], lang) != "number":
        return ()
    for columns in range(min(most, len(found[0])), fewest - 1, -1):
        parts = [_Part(("",) * columns, ((),) * columns)]
        for number, words in enumerate(found):
            parts = [further for part in parts for further in _divided(part, number, lines[number], words, lang)]
        told = [part for part in parts if _are_known(part.texts, needed, lang)]
        worth = [sum(is_known_title(title, lang) for title in part.texts) for part in told]
        if told:
            best = told[worth.index(max(worth))]
            return best.spans if worth.count(max(worth)) == 1 else ()
    return ()


def _divided(part: _Part, number: int, line: str, words: Sequence[Span], lang: str) -> Iterator[_Part]:
    """The ways of dividing a line among the columns that have not ended."""
    columns = [n for n in range(len(part.texts)) if n not in part.ended]
    for size in range(1 if part.texts[0] else len(columns), min(len(columns), len(words)) + 1):
        for chosen in combinations(columns, size):
            left_out = frozenset(columns) - frozenset(chosen)
            if any(_TORN.search(part.texts[n]) for n in left_out):
                continue
            for cuts in combinations(range(1, len(words)), size - 1):
                texts, spans = list(part.texts), list(part.spans)
                for n, (first, last) in zip(chosen, pairwise((0, *cuts, len(words))), strict=True):
                    start, end = words[first][0], words[last - 1][1]
                    texts[n] = _joined(texts[n], " ".join(line[start:end].split()))
                    spans[n] = (*spans[n], (number, start, end))
                if kind_of_title(texts[0], lang) == "number":
                    yield _Part(tuple(texts), tuple(spans), part.ended | left_out)


def _joined(above: str, below: str) -> str:
    return above[:-1] + below if _TORN.search(above) and below[:1].islower() else f"{above} {below}".strip()


def _are_known(titles: Sequence[str], needed: set[str], lang: str) -> bool:
    kinds = [kind_of_title(title, lang) for title in titles]
    return "" not in kinds and len(set(kinds)) == len(kinds) and needed <= set(kinds)
