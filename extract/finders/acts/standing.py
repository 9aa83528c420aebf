"""Whether an act works, by what its text says of itself: repealed, suspended, amended by whom.

    Сноска. Утратил силу постановлением ... от 05.09.2033 № 721        a note, or behind the header on its line
    Сноска. Действие приказа приостановлено до 01.01.2033 приказом ...
    Сноска. Пункт 3 в редакции приказа ... от 13.06.2032 № 465

These are facts about the act, and no duties. A point that is struck out is not the act. When it begins to work is told
by `commencement`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extract.document.blocks import Document, Heading, Paragraph, Passage
from extract.finders.acts.commencement import find_suspension
from extract.lexicon.acts import header_words
from extract.lexicon.force import force_words
from extract.values.acts import parse_day
from kzedu_graph.model.prose import Citation
from kzedu_graph.model.records import Source, Span

HEAD = 30
"""Blocks of a text among which a note on the whole act stands."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's patterns for what happens to an act."""

    repealed: re.Pattern[str]
    in_force_on: re.Pattern[str]
    note: re.Pattern[str]


@cache
def _words(lang: str) -> _Words:
    standing = header_words(lang)["standing"]
    return _Words(**{key: re.compile(pattern, re.IGNORECASE) for key, pattern in standing.items()})


def find_standing(source: Source, document: Document, citations: Iterable[Citation]) -> Source:
    """The source with what its text says of its standing; what is known already is kept."""
    words, lang = _words(document.lang), document.lang
    cited = sorted((span, one) for one in citations for span in one.evidence)
    passages = list(document.passages())
    head = [block.passage for block in document.blocks[:HEAD] if isinstance(block, Paragraph | Heading)]
    found = source
    for passage in head:
        match = words.repealed.search(passage.text)
        if match and not found.repealed_on and not found.repealed_by:
            by = _first_act(cited, passage, match.start())
            behind = passage.text[match.start() :]
            dated = words.in_force_on.search(behind) or force_words(lang).since.search(behind)
            day = _day(dated, lang) or (by.date if by else None)
            found = replace(found, repealed_on=day, repealed_by=by.work if by else None)
        if found.suspended is None:
            found = replace(found, suspended=find_suspension(passage.text, lang))
    others = (words.repealed, force_words(lang).act_suspended)
    notes = [p for p in passages if words.note.search(p.text) and not any(other.search(p.text) for other in others)]
    made = [one.work for passage in notes for one in _acts_in(cited, passage) if one.work and one.work != source.work]
    return replace(found, amended_by=tuple(dict.fromkeys((*source.amended_by, *made))))


def _day(match: re.Match[str] | None, lang: str) -> date | None:
    return parse_day(match["date"], lang) if match else None


def _acts_in(cited: Sequence[tuple[Span, Citation]], passage: Passage) -> list[Citation]:
    place = passage.span() if passage.text else Span(0, 0)
    return [one for span, one in cited if place.covers(span)]


def _first_act(cited: Sequence[tuple[Span, Citation]], passage: Passage, at: int) -> Citation | None:
    """The first act that a passage names behind an offset of its words."""
    start = passage.offsets[at]
    return next((one for span, one in cited if passage.span().covers(span) and span.end > start), None)
