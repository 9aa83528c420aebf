"""Deadlines with a day, a month or a year, as they are written or in the year that a text calls its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.finders.duties.times.deadline import Deadline
from extract.finders.this_year import this_year_pattern, this_year_written
from extract.lexicon.phrasing import phrasing
from extract.values.times.period import PeriodPiece
from extract.values.times.prose import find_periods

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCHOOL_YEAR = re.compile(r"\d{4}-09/\d{4}-06")
_OPEN_YEAR = re.compile(r"\d{4}/\.\.")
_SPAN = re.compile("[–—-]")
_VALUES_BY_YEAR = re.compile(r"\([^()]*20\d\d[^()]*20\d\d[^()]*\)")


def find_in_this_year(sentence: str, lang: str, year: int | None) -> Iterator[Deadline]:
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


def find_dated(sentence: str, lang: str, year: int | None) -> list[Deadline]:
    """Deadlines with dates, those of cited acts left out; a day from which on something must be done stays open."""
    if not phrasing(lang).pattern("may_date").search(sentence):
        return []
    filled, shifts = _this_year_named(sentence, lang, year)
    found = []
    cited = [match.span() for match in phrasing(lang).pattern("cited_act").finditer(sentence)]
    for piece in find_periods(filled, lang):
        due = tuple(_due(point, year if shifts else None) for point in piece.due if not _SCHOOL_YEAR.fullmatch(point))
        start, end = _back(piece, shifts)
        if lang == "ru" and phrasing("ru").pattern("spoken_of_period").search(sentence, 0, start):
            continue  # "отчет за период с 1 по 10 мая"
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
