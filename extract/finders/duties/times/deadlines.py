"""By when: the deadlines that a sentence sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from extract.document.blocks import Document, Heading, Paragraph
from extract.finders.duties.kazakh.openings import start_of_event
from extract.finders.duties.russian.events import find_events, without_subject
from extract.finders.duties.times.days_of_year import find_days_of_year
from extract.finders.duties.times.durations import Duration, find_durations
from extract.finders.duties.times.half_years import are_halves, halves_named
from extract.finders.this_year import this_year_pattern, this_year_written
from extract.lexicon.phrasing import phrasing
from extract.values.period import PeriodPiece, find_periods
from kzedu_graph.model.records import Source

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCHOOL_YEAR = re.compile(r"\d{4}-09/\d{4}-06")
_OPEN_YEAR = re.compile(r"\d{4}/\.\.")
_SPAN = re.compile("[–—-]")
_TITLE_BLOCKS = 12
_VALUES_BY_YEAR = re.compile(r"\([^()]*20\d\d[^()]*20\d\d[^()]*\)")


RECURRENCES = ("daily", "weekly", "monthly", "quarterly", "semiannual", "annual", "biennial")


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: the words, the due points that they mean, in the project's notation, and where the words stand.

    `recurrence` is one of RECURRENCES; `within` an ISO 8601 duration, in `within_unit` days (working or calendar),
    counted from `within_from`, as written. What is due at once has words alone ("дереу", "незамедлительно").
    """

    text: str
    due: tuple[str, ...]
    start: int
    end: int
    recurrence: str | None = None
    within: str | None = None
    within_unit: str | None = None
    within_from: str | None = None


def find_deadlines(sentence: str, lang: str, year: int | None) -> list[Deadline]:
    """The deadlines that a sentence sets ("до 10 ноября", "ежемесячно до 25 числа", "в трехмесячный срок").

    `year` is what "т.г." means. A school year says for which year something holds, not by when it is done; the date
    of a cited act is no deadline. Words that follow each other are one deadline.
    """
    return list(_found(sentence, lang, year))


@lru_cache(maxsize=64)
def _found(sentence: str, lang: str, year: int | None) -> tuple[Deadline, ...]:
    """`find_deadlines`, once for all the duties of a sentence."""
    found = [
        *_dated(sentence, lang, year),
        *_relative(sentence, lang),
        *_recurring(sentence, lang),
        *_in_this_year(sentence, lang, year),
        *_in_words(sentence, lang),
    ]
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
    for start, end in find_events(sentence) if lang == "ru" else _kazakh_events(sentence):
        told = " ".join(sentence[start:end].split())
        yield Deadline(told, halves_named(told) if lang == "ru" else (), start, end)


def _kazakh_events(sentence: str) -> Iterator[tuple[int, int]]:
    for name in ("recurs_otherwise", "event_passed", "event_until", "told_by_time"):
        for match in phrasing("kk").pattern(name).finditer(sentence):
            start, end = match.span()
            yield (start_of_event(sentence, start, end) if name.startswith("event") else start), end


def _in_this_year(sentence: str, lang: str, year: int | None) -> Iterator[Deadline]:
    """The text's own year, alone or counted from: "в текущем году", "в ближайшие три года"."""
    if year is None:
        return
    for name, due in (("in_this_year", str(year)), ("school_year_start", f"{year}-09")):
        for match in phrasing(lang).pattern(name).finditer(sentence):
            yield Deadline(" ".join(match[0].split()), (due,), match.start(), match.end())
    for match in phrasing(lang).pattern("years_to_come").finditer(sentence) if lang == "ru" else ():
        count = match["count"] or "" if match["years"] else ""
        number = int(count) if count.isdigit() else phrasing(lang).numbers.get(count)
        if number is not None:
            yield Deadline(" ".join(match[0].split()), (f"{year}/{year + number}",), match.start(), match.end())


def _dated(sentence: str, lang: str, year: int | None) -> list[Deadline]:
    """Deadlines with dates, those of cited acts left out; a day from which on something must be done stays open."""
    if not phrasing(lang).pattern("may_date").search(sentence):
        return []
    filled, shifts = _this_year_named(sentence, lang, year)
    found = []
    cited = [match.span() for match in phrasing(lang).pattern("cited_act").finditer(sentence)]
    for piece in find_periods(filled, lang):
        due = tuple(_due(point, year if shifts else None) for point in piece.due if not _SCHOOL_YEAR.fullmatch(point))
        start, end = _back(piece, shifts)
        if lang == "ru" and (named := phrasing(lang).pattern("named_year").match(sentence, end)):
            end = named.end()
        elif lang == "kk":
            day = end
            start, end = _widened(sentence, start, end)
            due += _second_day(sentence[day:end], due)
        if any(a <= start < b for a, b in cited) or _is_of_title(sentence, start, end, lang):
            continue
        if due:
            found.append(Deadline(" ".join(sentence[start:end].split()), due, start, end))
    if lang == "kk":
        apart = (
            more for more in _stages(sentence) if not any(more.start < d.end and d.start < more.end for d in found)
        )
        return sorted([*found, *apart], key=lambda deadline: deadline.start)
    years = (one for one in _in_years(sentence) if not any(one.start < it.end and it.start < one.end for it in found))
    return sorted([*found, *years], key=lambda deadline: deadline.start) or list(_series(sentence, lang))


def _in_years(sentence: str) -> Iterator[Deadline]:
    """The years in which a Russian deed is done: "В 2031 году открыть сад", "построить в 2031–2032 годах"."""
    for match in phrasing("ru").pattern("during_years").finditer(sentence):
        years, text = _YEAR.findall(match["years"]), match[0].strip()
        due = (f"{years[0]}/{years[1]}",) if _SPAN.search(match["years"]) else tuple(years)
        yield Deadline(" ".join(text.split()), due, match.end() - len(text), match.end())


def _widened(sentence: str, start: int, end: int) -> tuple[int, int]:
    """A Kazakh day with what goes with it: "күнтізбелік жылдың 15 маусымынан кешіктірілмейтін мерзімде"."""
    wording = phrasing("kk")
    year = wording.pattern("of_each_year").search(sentence[:start])
    term = wording.pattern("in_a_term").match(sentence[end:])
    return year.start() if year else start, end + (term.end() if term else 0)


def _second_day(behind: str, due: Sequence[str]) -> tuple[str, ...]:
    """The second of two days that share a year, by the words behind the first: "1 қаңтары [мен 1 шілдесіне]"."""
    if len(due) != 1 or not _DIGIT.search(behind):
        return ()
    year = due[0].split("-")[0]
    said = behind.split(maxsplit=1)[1]
    found = find_periods(f"{year} жылғы {said}" if year else f"жыл сайын {said}", "kk")
    return tuple(point.removesuffix("/..") for piece in found for point in piece.due)


def _is_of_title(sentence: str, start: int, end: int, lang: str) -> bool:
    """Whether a Kazakh year is part of a programme's name: "2025 жылға дейінгі даму жоспары"."""
    if lang != "kk" or not phrasing(lang).pattern("until_attributive").search(sentence[start:end]):
        return False
    return phrasing(lang).pattern("behind_year_of_title").match(sentence[end:]) is not None


def _due(point: str, year: int | None) -> str:
    """A due point; a day without a year beside one of "т.г." is of that year, too."""
    if year is not None and point.startswith("--") and "/" not in point:
        return f"{year}-{point[2:]}"
    return point if _OPEN_YEAR.fullmatch(point) else point.removesuffix("/..")


def _series(sentence: str, lang: str) -> Iterator[Deadline]:
    """The years of a row of values that a sentence sets as a target: "(2022 г. – 55 %, 2023 г. – 70 %)"."""
    for match in _VALUES_BY_YEAR.finditer(sentence):
        years = tuple(dict.fromkeys(phrasing(lang).pattern("valued_year").findall(match[0])))
        if len(years) > 1:
            yield Deadline(match[0][1:-1], years, match.start() + 1, match.end() - 1)


def _stages(sentence: str) -> Iterator[Deadline]:
    """Years that a Kazakh sentence plans in by words of no cell: stages, "2022 жылға қарай", "2023 жылы"."""
    wording = phrasing("kk")
    for match in wording.pattern("stage_years").finditer(sentence):
        yield Deadline(match[0], (f"{match['first']}/{match['last']}",), match.start(), match.end())
    for match in wording.pattern("toward_year").finditer(sentence):
        yield Deadline(match[0], (match["year"],), match.start(), match.end())
    for match in wording.pattern("during_years").finditer(sentence):
        yield Deadline(match[0], tuple(_YEAR.findall(match["years"])), match.start(), match.end())


def _this_year_named(sentence: str, lang: str, year: int | None) -> tuple[str, list[tuple[int, int, int]]]:
    """The sentence with "т.г." written out, and where it grew: (place after, length there, length before)."""
    if year is None or not (pattern := this_year_pattern(lang)).search(sentence):
        return sentence, []
    parts: list[str] = []
    shifts: list[tuple[int, int, int]] = []
    at = length = 0
    for match in pattern.finditer(sentence):
        before = sentence[at : match.start()]
        written = this_year_written(lang, year)
        parts += [before, written]
        length += len(before)
        shifts.append((length, len(written), len(match[0])))
        length += len(written)
        at = match.end()
    return "".join([*parts, sentence[at:]]), shifts


def _back(piece: PeriodPiece, shifts: list[tuple[int, int, int]]) -> tuple[int, int]:
    """A piece's place in the sentence as it was before the year was written out."""
    start, end = piece.start, piece.end
    for place, written, before in shifts:
        if place + written <= piece.start:
            start -= written - before
        if place < piece.end:
            end -= written - before
    return start, end


@cache
def _first_year(title: str) -> int | None:
    years = _YEAR.findall(title)
    return int(years[0]) if years else None


def year_of(source: Source, document: Document) -> int | None:
    """The year that a text calls the current one: its edition's, else the first that its title names."""
    if source.version_date is not None:
        return source.version_date.year
    for block in document.blocks[:_TITLE_BLOCKS]:
        if isinstance(block, Heading | Paragraph) and (year := _first_year(block.passage.text)):
            return year
    return None
