"""Whether an act works, by what its text says of itself: repealed, suspended, in force from a day, amended by whom.

    Сноска. Утратил силу постановлением ... от 05.09.2033 № 721        a note, or behind the header on its line
    Настоящий приказ вводится в действие с 1 января 2032 года.
    Сноска. Действие приказа приостановлено до 01.01.2033 приказом ...
    Сноска. Пункт 3 в редакции приказа ... от 13.06.2032 № 465

These are facts about the act, and no duties. A point that is struck out is not the act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extract.document.blocks import Document, Heading, Paragraph, Passage
from extract.lexicon.acts import header_words
from extract.values.acts import day_pattern, parse_day
from kzedu_graph.model.prose import Citation
from kzedu_graph.model.records import Source, Span

HEAD = 30
"""Blocks of a text among which a note on the whole act stands."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's patterns for what happens to an act."""

    repealed: re.Pattern[str]
    begins: re.Pattern[str]
    signed: re.Pattern[str]
    excepted: re.Pattern[str]
    in_force_on: re.Pattern[str]
    suspended: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
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
            told = words.in_force_on.search(behind) or words.since.search(behind)
            day = _day(told, lang) or (by.date if by else None)
            found = replace(found, repealed_on=day, repealed_by=by.work if by else None)
        if found.suspended is None and (match := words.suspended.search(passage.text)):
            told = passage.text[match.start() :]
            found = replace(
                found, suspended=(_day(words.since.search(told), lang), _day(words.until.search(told), lang))
            )
    for passage in reversed(passages):
        match = words.begins.search(passage.text) if found.in_force_from is None else None
        if match:
            found = replace(found, in_force_from=_begins(match["when"], source, words, lang))
    others = (words.repealed, words.suspended)
    notes = [p for p in passages if words.note.search(p.text) and not any(other.search(p.text) for other in others)]
    made = [one.work for passage in notes for one in _acts_in(cited, passage) if one.work and one.work != source.work]
    return replace(found, amended_by=tuple(dict.fromkeys((*source.amended_by, *made))))


def _begins(when: str, source: Source, words: _Words, lang: str) -> date | None:
    """The day that an act enters into force; None where it follows from a publication that the text does not tell."""
    told = words.excepted.split(when, maxsplit=1)[0]
    if words.signed.search(told):
        return source.act_date
    return _day(re.search(day_pattern(lang), told, re.IGNORECASE), lang)


def _day(match: re.Match[str] | None, lang: str) -> date | None:
    return parse_day(match["date"], lang) if match else None


def _acts_in(cited: Sequence[tuple[Span, Citation]], passage: Passage) -> list[Citation]:
    place = passage.span() if passage.text else Span(0, 0)
    return [one for span, one in cited if place.covers(span)]


def _first_act(cited: Sequence[tuple[Span, Citation]], passage: Passage, at: int) -> Citation | None:
    """The first act that a passage names behind an offset of its words."""
    start = passage.offsets[at]
    return next((one for span, one in cited if passage.span().covers(span) and span.end > start), None)
