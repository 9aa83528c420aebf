"""How long something may take: "в трехмесячный срок", "в течение пяти рабочих дней со дня ...", "он күн ішінде".

What must be done at once has no length: "дереу", "незамедлительно".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from extract.lexicon.phrasing import phrasing

UNITS = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M"}
"""A unit of time, and how ISO 8601 writes a duration in it."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A relative deadline: where its words stand, how long it is, in which days, and from what on, as written.

    `length` is an ISO 8601 duration, None for what is done at once; `days` is "working" or "calendar", None where the
    text does not say; `anchor` is the event that it is counted from, None where none is named.
    """

    start: int
    end: int
    length: str | None
    days: str | None
    anchor: str | None


_MOST = 999
"""Of a unit that a term may take; a higher number of years is a year."""


def find_durations(text: str, lang: str) -> list[Duration]:
    """The relative deadlines of a sentence, in its order; their words reach over the event they are counted from."""
    wording = phrasing(lang)
    terms = list(_terms(text, lang)) if wording.pattern("may_last").search(text) else []
    terms += _of_step(text) if lang == "ru" else ()
    at_once = (_Term(*match.span(), None) for match in wording.pattern("at_once").finditer(text))
    return list(_with_anchors(text, sorted([*terms, *at_once], key=lambda term: term.start), lang))


@dataclass(frozen=True, slots=True)
class _Term:
    """The words of a term alone."""

    start: int
    end: int
    length: str | None
    days: str | None = None


def _terms(text: str, lang: str) -> Iterator[_Term]:
    """The terms that have a length: "в течение пяти рабочих дней", "он күн ішінде"."""
    for match in _duration(lang).finditer(text):
        if term := _measured(match, lang):
            yield term


def _of_step(text: str) -> Iterator[_Term]:
    """How long a step takes, behind the dash that closes it: "Мастер проверяет заявку – | 15 минут."."""
    for match in phrasing("ru").pattern("duration_of_step").finditer(text):
        nearest = max(match.start() - _STEP, 0)
        step = max(text.rfind(mark, nearest, match.start()) for mark in ":;.") + 1 or nearest
        term = _measured(match, "ru")
        if term and phrasing("ru").pattern("takes_step").match(text[step : match.start() - 1]):
            yield replace(term, start=match.end() - len(match[0].lstrip()))


_STEP = 400
"""Letters of a step before the dash behind which its time stands."""


def _measured(match: re.Match[str], lang: str) -> _Term | None:
    """A term by its number and its unit; None where no term has so many."""
    told = {kind.rstrip("2"): words for kind, words in match.groupdict().items() if words}
    number = _number(told.get("number", ""), lang)
    unit = next((unit for unit in UNITS if unit in told), None)
    if number is None or unit is None or number > _MOST:  # "2031 жыл ішінде"
        return None
    days = next((kind for kind in ("working", "calendar") if kind in told), None)
    return _Term(*match.span(), UNITS[unit].format(number), days)


def _with_anchors(text: str, terms: Iterable[_Term], lang: str) -> Iterator[Duration]:
    """The terms with the events that they are counted from: behind them in Russian, before them in Kazakh."""
    wording = phrasing(lang)
    counted_from = wording.pattern("counted_from")
    end = 0
    for term in terms:
        if term.start < end:
            continue
        start, end = term.start, term.end
        anchor = None
        if lang == "ru":
            behind = counted_from.match(text, end)
            if behind:
                event = wording.pattern("loose_end").sub("", behind["event"])
                anchor, end = " ".join(event.split()), behind.start("event") + len(event)
        else:
            before = next((m for m in counted_from.finditer(text, 0, start) if m.end() == start), None)
            if before is None and text.endswith(_AHEAD, start, end):
                before = wording.pattern("ahead_of").search(text, 0, start)
            if before:
                anchor, start = " ".join(before["event"].split()), before.start("event")
        yield Duration(start, end, term.length, term.days, anchor)


_AHEAD = "бұрын"


def _number(words: str, lang: str) -> int | None:
    """A number in figures or words: "5 (пяти)", "двадцати пяти", "он бес", "трех" of "трехмесячный"."""
    digits = re.search(r"\d+", words)
    if digits:
        return int(digits[0])
    known = phrasing(lang).numbers
    total = 0
    for word in re.findall(r"[^\W\d_]+", words.lower().replace("ё", "е")):
        if word not in known:
            return None
        total += known[word]
    return total or (1 if not words.strip() else None)


@cache
def _duration(lang: str) -> re.Pattern[str]:
    wording = phrasing(lang)
    two = next(word for word, value in wording.numbers.items() if value == 2)
    known = "|".join(sorted(wording.numbers, key=len, reverse=True))
    return re.compile(re.sub(rf"\b{two}\b", f"(?:{known})", wording.pattern("duration").pattern), re.IGNORECASE)
