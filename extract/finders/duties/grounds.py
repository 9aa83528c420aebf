"""On what ground: the acts that a duty's sentence rests on, as written, and which acts they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.document.blocks import Document, Heading, Passage
from extract.lexicon.phrasing import phrasing
from kzedu_graph.model.prose import Citation
from kzedu_graph.model.records import Span


@dataclass(frozen=True, slots=True)
class Ground:
    """An act that a sentence rests on: its words, white space folded, and their place in the sentence."""

    text: str
    start: int
    end: int


def find_grounds(sentence: str, lang: str) -> tuple[Ground, ...]:
    """The acts that a sentence cites ("приказом Министра от 28 марта 2023 года № 75", "Правилам"), in their order.

    The same words are one ground, at their first place.
    """
    wording = phrasing(lang)
    whole = [match.span() for match in wording.pattern("cited_act").finditer(sentence)]
    short = (match.span("act") for match in wording.pattern("short_ground").finditer(sentence))
    named = (place for place in short if not any(start < place[1] and place[0] < end for start, end in whole))
    found: dict[str, Ground] = {}
    for start, end in sorted([*whole, *named]):
        text = " ".join(sentence[start:end].split())
        found.setdefault(text, Ground(text, start, end))
    return tuple(found.values())


SHARED = 5
"""Letters that the forms of a short name share: "Правил", "Правилами", "Қағидаларға"."""
BESIDE = 150
"""Characters beside an act's place in which the text may call what the act approves."""
_BEFORE, _BEHIND = re.compile(r"[^.;\n]*\Z"), re.compile(r"[^.;\n]*")


class NamedActs:
    """The acts that a text names, by their places: what "Правилам" or "Приказу № 126" means where it stands."""

    def __init__(self, document: Document, citations: Iterable[Citation]) -> None:
        self._text = document.text
        self._headings = [block.passage.span().start for block in document.blocks if isinstance(block, Heading)]
        places = ((span.start, span.end, one.work) for one in citations if one.work for span in one.evidence)
        self._places = sorted(places, key=lambda place: place[1])
        self._ends = [end for _, end, _ in self._places]

    def of(self, passage: Passage, grounds: Iterable[Ground]) -> tuple[str, ...]:
        """The identifiers of the acts that grounds of a passage name, in their order; unknown acts are left out."""
        found: dict[str, None] = {}
        for ground in grounds:
            spans = passage.spans(ground.start, ground.end)
            works = [work for span in spans for work in self._at(span)] or self._called(spans[0].start, ground.text)
            found |= dict.fromkeys(works)
        return tuple(found)

    def _at(self, span: Span) -> Iterator[str]:
        for start, _, work in self._places[bisect_left(self._ends, span.start + 1) :]:
            if start >= span.end:
                break
            yield work

    def _called(self, place: int, name: str) -> list[str]:
        """The one act that the text has named under the same heading beside that noun: "Правилами приема ..."."""
        if " " in name or not name[:1].isupper():
            return []
        heading = bisect_right(self._headings, place)
        begin = self._headings[heading - 1] if heading else 0
        stem = name[:SHARED].casefold()
        named = {
            work
            for start, end, work in self._places[: bisect_right(self._ends, place)]
            if start >= begin and stem in self._around(start, end).casefold()
        }
        return list(named) if len(named) == 1 else []

    def _around(self, start: int, end: int) -> str:
        """The words of an act's place with those beside it in its sentence: what it approves is called there."""
        before = _BEFORE.search(self._text, max(0, start - BESIDE), start)
        behind = _BEHIND.match(self._text, end, end + BESIDE)
        return self._text[before.start() if before else start : behind.end() if behind else end]
