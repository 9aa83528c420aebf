"""By when: the deadlines that a sentence sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from extract.finders.duties.kazakh.events import start_of_event
from extract.finders.duties.russian.events import find_events, without_subject
from extract.finders.duties.times.dated import find_dated, find_in_this_year
from extract.finders.duties.times.days_of_year import find_days_of_year
from extract.finders.duties.times.deadline import RECURRENCES, Deadline
from extract.finders.duties.times.durations import Duration, find_durations
from extract.finders.duties.times.half_years import are_halves, halves_named
from extract.finders.duties.times.numbered_days import find_numbered_days
from extract.lexicon.phrasing import phrasing
from extract.values.times.prose import find_periods

_DIGIT = re.compile(r"\d")


def find_deadlines(sentence: str, lang: str, year: int | None) -> list[Deadline]:
    """The deadlines that a sentence sets ("до 10 ноября", "ежемесячно до 25 числа", "в трехмесячный срок").

    `year` is what "т.г." means. A school year says for which year something holds, not by when it is done; the date
    of a cited act is no deadline. Words that follow each other are one deadline.
    """
    return list(_found(sentence, lang, year))


@lru_cache(maxsize=64)
def _found(sentence: str, lang: str, year: int | None) -> tuple[Deadline, ...]:
    """`find_deadlines`, once for all the duties of a sentence; "ё" is looked for as "е"."""
    plain = sentence.translate(_WITHOUT_DOTS) if lang == "ru" else sentence
    found = _merged(plain, lang, year)
    return found if plain == sentence else tuple(_as_printed(one, plain, sentence) for one in found)


_WITHOUT_DOTS = str.maketrans("ёЁ", "еЕ")


def _as_printed(one: Deadline, plain: str, sentence: str) -> Deadline:
    """A deadline in the letters that are printed: "в течение трёх дней"."""
    text = " ".join(sentence[one.start : one.end].split())
    told = " ".join(plain[one.start : one.end].split())
    if one.text != told:
        return one
    at = told.find(one.within_from) if one.within_from else -1
    anchor = text[at : at + len(one.within_from)] if one.within_from and at >= 0 else one.within_from
    return replace(one, text=text, within_from=anchor)


def _merged(sentence: str, lang: str, year: int | None) -> tuple[Deadline, ...]:
    """The deadlines of a sentence, those that follow each other as one."""
    found = [
        *find_dated(sentence, lang, year),
        *_relative(sentence, lang),
        *_recurring(sentence, lang),
        *find_in_this_year(sentence, lang, year),
        *_in_words(sentence, lang),
    ]
    if lang == "ru":
        found += find_numbered_days(sentence)
    if lang == "kk":
        found += [
            Deadline(" ".join(sentence[start:end].split()), due, start, end)
            for start, end, due in find_days_of_year(sentence)
        ]
        of_noun = phrasing(lang).pattern("of_its_noun")
        found = [one for one in found if one.due or not of_noun.search(one.text)]  # "жыл сайынғы есеп"
    between = phrasing(lang).pattern("between_deadlines")
    merged: list[Deadline] = []
    for one in sorted(found, key=lambda deadline: (deadline.start, -deadline.end)):
        last = merged[-1] if merged else None
        if last and (one.start < last.end or between.fullmatch(sentence, last.end, one.start)):
            merged[-1] = _joined(sentence, last, one)
        else:
            merged.append(one)
    return tuple(replace(one, recurrence="semiannual") if _comes_twice_a_year(one) else one for one in merged)


def _comes_twice_a_year(one: Deadline) -> bool:
    """Whether a term names two months half a year apart and neither a year nor how often."""
    return one.recurrence is None and one.within is None and are_halves(one.due)


def _joined(sentence: str, one: Deadline, other: Deadline) -> Deadline:
    end = max(one.end, other.end)
    due = tuple(dict.fromkeys((*one.due, *other.due)))
    ended = [point for point in due if not point.endswith("/..")]
    due = tuple(ended) if ended and (one.within or other.within) else due
    return Deadline(
        " ".join(sentence[one.start : end].split()),
        _bounded(due, one.within or other.within),
        one.start,
        end,
        _oftener(one.recurrence, other.recurrence),
        one.within or other.within,
        one.within_unit or other.within_unit,
        one.within_from or other.within_from,
    )


def _oftener(one: str | None, other: str | None) -> str | None:
    """The oftener of two recurrences: what is done "ежегодно по итогам полугодия" is done twice a year."""
    return min(filter(None, (one, other)), key=RECURRENCES.index, default=None)


def apart_from(one: Deadline, sentence: str, start: int, end: int) -> Deadline:
    """A deadline without the bearer that stands at one of its ends: "в течение дня после заявки комиссия".

    What stands before a bearer in it is no part of it, either: "арызды комиссия түскен сәттен бастап он күн ішінде".
    """
    if start < one.start < end < one.end:  # it begins within the bearer's name
        text = " ".join(sentence[end : one.end].split())
        anchor = one.within_from and one.within_from.split(" ".join(sentence[one.start : end].split()))[-1].strip()
        return replace(one, text=text, start=end, within_from=anchor or None)
    if not (one.start <= start and end <= one.end):
        return one
    first, last = (one.start, start) if end == one.end else (end, one.end)
    text = " ".join(sentence[first:last].split())
    bearer = " ".join(sentence[start:end].split())
    anchor = one.within_from.removesuffix(bearer).split(bearer)[-1].strip() if one.within_from else None
    return replace(one, text=text, start=first, end=last, within_from=anchor or None)


def of_clause(found: Sequence[Deadline], own: int, start: int, end: int) -> list[Deadline]:
    """The deadlines of one clause of several: its own and a lead-in's, else those before it, none behind it."""
    before = [one for one in found if one.start < end]
    within = [one for one in before if one.start >= start or one.start < own]
    return within if any(one.start >= start for one in within) else before


def _bounded(due: tuple[str, ...], within: str | None) -> tuple[str, ...]:
    """An open year with a term of years is an interval: "2031 жылдан бастап төрт жыл ішінде"."""
    years = re.fullmatch(r"P(\d+)Y", within or "")
    if years and len(due) == 1 and (opened := re.fullmatch(r"(\d{4})/\.\.", due[0])):
        return (f"{opened[1]}/{int(opened[1]) + int(years[1]) - 1}",)
    return due


def _relative(sentence: str, lang: str) -> Iterator[Deadline]:
    """Terms counted from an event; where the event is a day, the day itself is due."""
    for term in find_durations(sentence, lang):
        one = _without_subject(term, sentence) if lang == "ru" else _with_whole_event(term, sentence)
        text = " ".join(sentence[one.start : one.end].split())
        due = _counted(one, lang)
        yield Deadline(text, due, one.start, one.end, None, one.length, one.days, one.anchor)


def _without_subject(term: Duration, sentence: str) -> Duration:
    if term.anchor is None:
        return term
    event, end = without_subject(sentence, term.start, term.end, term.anchor)
    return replace(term, anchor=event, end=end)


def _counted(one: Duration, lang: str) -> tuple[str, ...]:
    """The day on which a term of days or weeks ends that is counted from a day."""
    length = re.fullmatch(r"P(\d+)([DW])", one.length or "")
    if one.anchor is None or one.days == "working" or length is None:
        return ()
    days = [point.removesuffix("/..") for piece in find_periods(one.anchor, lang) for point in piece.due]
    if len(days) != 1 or not re.fullmatch(r"\d{4}-\d\d-\d\d", days[0]):
        return ()
    counted = int(length[1]) * (7 if length[2] == "W" else 1)
    return (str(date.fromisoformat(days[0]) + timedelta(days=counted)),)


def _recurring(sentence: str, lang: str) -> Iterator[Deadline]:
    """How often something is done, and the day of a month by which it is."""
    wording = phrasing(lang)
    lowered = sentence.lower()
    often = any(word in lowered for word in wording.words("may_recur"))
    found = [
        Deadline(" ".join(match[0].split()), (), match.start(), match.end(), recurrence)
        for recurrence in (RECURRENCES if often else ())
        for match in wording.pattern(f"recurs_{recurrence}").finditer(sentence)
    ]
    for one in found:
        if not any(it.start <= one.start and one.end <= it.end and len(one.text) < len(it.text) for it in found):
            yield one  # "алты | ай сайын" is no "ай сайын"
    for match in (
        wording.pattern("day_of_month").finditer(sentence) if _DIGIT.search(sentence) or "айдың" in lowered else ()
    ):
        end = match.start() + len(match[0].rstrip(" ,"))
        yield Deadline(" ".join(sentence[match.start() : end].split()), (), match.start(), end)


def _with_whole_event(term: Duration, sentence: str) -> Duration:
    """A term with all the words of what came about, and none of whoever does something after it."""
    if term.anchor is None:
        return term
    start = start_of_event(sentence, term.start, term.end)
    if start > term.start:
        lost = " ".join(sentence[term.start : start].split())
        anchor = term.anchor.removeprefix(lost).strip()
    else:
        anchor = " ".join(f"{sentence[start : term.start]} {term.anchor}".split())
    return replace(term, start=start, anchor=anchor) if anchor else term


def _in_words(sentence: str, lang: str) -> Iterator[Deadline]:
    """Terms that have no notation of the project: "каждые 5–7 лет", "после его регистрации", "айына екі рет"."""
    if lang == "kk":
        yield from _kazakh_events(sentence)
        return
    for start, end in find_events(sentence):
        told = " ".join(sentence[start:end].split())
        yield Deadline(told, halves_named(told), start, end)


def _kazakh_events(sentence: str) -> Iterator[Deadline]:
    lowered = sentence.lower()
    timed = _DIGIT.search(lowered) or any(word in lowered for word in phrasing("kk").words("may_be_timed"))
    for name in (*_EVENTS, *(_TIMES if timed else ())):
        for match in phrasing("kk").pattern(name).finditer(sentence):
            start, end = match.span()
            start = start_of_event(sentence, start, end) if name.startswith("event") else start
            day = f"{match['day']} {match['month']}ға дейін" if name == "told_by_day" and match["day"] else ""
            due = tuple(point for piece in find_periods(day, "kk") for point in piece.due) if day else ()
            yield Deadline(" ".join(sentence[start:end].split()), due, start, end)


_EVENTS = ("recurs_otherwise", "event_passed", "event_until", "told_by_time")
_TIMES = ("told_by_clock", "told_by_day")
"""Patterns of terms in words, and of those that tell a time of a day, or a day without a year."""
