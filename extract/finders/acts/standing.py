"""Whether an act works, by what its text says of itself: repealed, over, suspended, amended by whom.

    Сноска. Утратил силу постановлением ... от 05.09.2033 № 721        a note, or behind the header on its line
    Сноска. Срок действия решения истек
    Сноска. Действие приказа приостановлено до 01.01.2033 приказом ...
    Сноска. Пункт 3 в редакции приказа ... от 13.06.2032 № 465

These are facts about the act, and no duties. A point or an annex that has lost its force is not the act: what is said
of the act as a whole stands above its first point. When it begins to work is told by `commencement`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage
from extract.finders.acts.commencement import find_last_day, find_suspension
from extract.lexicon.acts import ANY, header_words
from extract.lexicon.force import force_words
from extract.lexicon.standing import standing_words
from extract.values.acts import day_pattern, parse_day
from kzedu_graph.model.prose import Citation
from kzedu_graph.model.records import Source, Span

HEAD = 60
"""Blocks of a text among which a note on the whole act stands."""
LONGEST_OPENING = 40
"""Characters of a title by which its own heading is known."""
LONGEST_LINE = 400
"""Characters of a line that tells of an act without being called a note."""
_ENACTS = re.compile(rf"(?:{header_words(ANY)['enacts_now']})\W*$", re.IGNORECASE)
_FIRST_POINT = re.compile(r"\d{1,3}(?:[.)]|\\[.)]) ?\w")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _End:
    """What a passage says of the end of the act: from where on, a code of statuses, and the words that say it."""

    at: int
    status: str
    told: str


def find_standing(source: Source, document: Document, citations: Iterable[Citation]) -> Source:
    """The source with what its text says of its standing; what is known already is kept."""
    lang = document.lang
    cited = sorted((span, one) for one in citations for span in one.evidence)
    found, ends = source, set()
    for passage in _head(document, source.title):
        end = _end(passage.text, source, lang)
        if end:
            ends.add(passage.offsets[0])
            found = _with_end(found, end, _first_act(cited, passage, end.at), lang)
        if found.suspended is None:
            found = replace(found, suspended=find_suspension(passage.text, lang))
    passages = [one for one in document.passages() if one.text]
    suspends = force_words(lang).act_suspended
    notes = [p for p in _notes(passages, lang) if p.offsets[0] not in ends and not suspends.search(p.text)]
    made = [one.work for passage in notes for one in _acts_in(cited, passage) if one.work and one.work != source.work]
    amended = tuple(dict.fromkeys((*source.amended_by, *made)))
    return replace(found, amended_by=amended, in_force_until=find_last_day(document))


def _head(document: Document, title: str) -> Iterator[Passage]:
    """What stands above the first point of an act, or the words that enact it; contents above its title left out."""
    named = title[:LONGEST_OPENING]
    headings = (
        n
        for n, one in enumerate(document.blocks)
        if isinstance(one, Heading) and one.passage.text[:LONGEST_OPENING] == named
    )
    titled = next(headings, 0)
    for n, block in enumerate(document.blocks[titled : titled + HEAD]):
        if isinstance(block, ListItem) and block.marker[:1].isdigit():
            return
        if not isinstance(block, Paragraph | Heading) or not block.passage.text:
            continue
        text = block.passage.text
        if n and (_FIRST_POINT.match(text) or _opens_article(text, document.lang)):
            return
        yield block.passage
        if _ENACTS.search(text):
            return


def _opens_article(text: str, lang: str) -> bool:
    return force_words(lang).article.match(text) is not None


def _end(text: str, source: Source, lang: str) -> _End | None:
    """What a passage of the head says of the end of the act; None where it tells of none."""
    words = standing_words(lang)
    opened = words.opens.match(text)
    if opened:
        told = _noted(lang, approved=source.kind not in header_words(lang)["kinds"]).match(text, opened.end())
    else:
        told = _line(lang).match(text) if len(text) <= LONGEST_LINE else None
    if told is None:
        told = next(
            (match for match in _behind(lang).finditer(text) if _is_headed(text[: match.start()], source)), None
        )
    if told is None:
        return None
    plain = _BRACKETS.sub(" ", text[told.start() :])
    status = "repealed"
    if told["lapsed"] or words.time_over.search(plain):
        status = "lapsed"
    elif told["not_yet"]:
        status = "not-yet"
    return _End(told.start(), status, text[told.start() :])


@cache
def _noted(lang: str, *, approved: bool) -> re.Pattern[str]:
    """What a note says of an act as a whole; of rules that are a text of their own, by their word too."""
    words = standing_words(lang)
    own = rf"{words.own.pattern}|{words.own_text.pattern}" if approved else words.own.pattern
    return re.compile(rf"(?:{own})?{_ends(lang)}", re.IGNORECASE)


@cache
def _line(lang: str) -> re.Pattern[str]:
    """A line of a portal that says so of the act, which it calls "настоящий" if at all."""
    words = standing_words(lang)
    own = rf"(?:(?={words.this.pattern}){words.own.pattern})?"
    return re.compile(rf"{own}{_ends(lang)}{words.line_goes_on.pattern}", re.IGNORECASE)


@cache
def _behind(lang: str) -> re.Pattern[str]:
    """The same behind the header on its line: "... № 77. Утратил силу ...", "... № 77 (утратил силу)"."""
    own = standing_words(lang).own.pattern
    return re.compile(rf"(?:(?<=[.;(])|(?<=[.;(] )|(?<=\d ))(?:{own})?{_ends(lang)}", re.IGNORECASE)


def _ends(lang: str) -> str:
    words = standing_words(lang)
    ended = rf"{words.ended_by.pattern}(?:{words.own.pattern})?(?:{words.ended.pattern})"
    return rf"(?:(?P<lapsed>{words.lapsed.pattern})|(?P<not_yet>{words.not_yet.pattern})|{ended})"


def _is_headed(before: str, source: Source) -> bool:
    """Whether words are the header of the act itself: its number, or its day where it has none, stands in them."""
    if source.number is None:
        days = re.finditer(day_pattern(source.lang), before, re.IGNORECASE)
        return any(_day(day, source.lang) == source.act_date for day in days)
    return re.search(rf"(?<![\w/-]){re.escape(source.number)}(?!\w)", before) is not None


def _with_end(source: Source, end: _End, by: Citation | None, lang: str) -> Source:
    if source.repealed_on or source.repealed_by:
        return source
    if end.status != "repealed":
        return replace(source, status_told=end.status)
    dated = standing_words(lang).in_force_on.search(end.told) or force_words(lang).since.search(end.told)
    day = _day(dated, lang) or (by.date if by else _first_day(end.told, lang))
    return replace(source, status_told=end.status, repealed_on=day, repealed_by=by.work if by else None)


def _notes(passages: Sequence[Passage], lang: str) -> Iterator[Passage]:
    """The notes of a register, and the lines of a portal below "Внесены изменения:"."""
    words, kinds = standing_words(lang), header_words(lang)["kinds"].values()
    changed = False
    by = re.compile(rf"(?<!\w)(?:{'|'.join(forms['by'] for forms in kinds)})(?!\w)", re.IGNORECASE)
    for passage in passages:
        changed = words.changed_by.match(passage.text) is not None or (changed and bool(by.search(passage.text)))
        if changed or words.note.search(passage.text):
            yield passage


def _day(match: re.Match[str] | None, lang: str) -> date | None:
    return parse_day(match["date"], lang) if match else None


def _first_day(told: str, lang: str) -> date | None:
    return _day(re.search(day_pattern(lang), told, re.IGNORECASE), lang)


def _acts_in(cited: Sequence[tuple[Span, Citation]], passage: Passage) -> list[Citation]:
    place = passage.span() if passage.text else Span(0, 0)
    return [one for span, one in cited if place.covers(span)]


def _first_act(cited: Sequence[tuple[Span, Citation]], passage: Passage, at: int) -> Citation | None:
    """The first act that a passage names behind an offset of its words."""
    start = passage.offsets[at]
    return next((one for span, one in cited if passage.span().covers(span) and span.end > start), None)
