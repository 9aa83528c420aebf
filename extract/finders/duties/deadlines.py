"""By when, and on what ground: the deadlines that a sentence sets, and the acts that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.document.blocks import Document, Heading, Paragraph
from extract.finders.this_year import this_year_pattern, this_year_written
from extract.values.period import PeriodPiece, find_periods
from kzedu_graph.model.records import Source

_YEAR = re.compile(r"(?:19|20)\d\d")
_MAY_DATE = {
    "ru": re.compile(
        r"20\d\d|\b(?:еже(?:год|кварт|мес)|раз\b|кажд|текущ|полугод)|\d\s+[а-я]{3,8}[ая]\b|т\.\s?г\.", re.I
    ),
    "kk": re.compile(r"20\d\d|сайын|тоқсан|\bжылына|жылдың|ағымдағы жыл|\b\d{1,2} \w+(?:ына|іне|ынан|інен)\b", re.I),
}
"""A sentence that holds none of these sets no date: it is not worth the grammar's while."""

_SCHOOL_YEAR = re.compile(r"\d{4}-09/\d{4}-06")
_TITLE_BLOCKS = 12
_KAZAKH_TOWARD = re.compile(r"(?P<year>20\d\d)\s+жылға\s+(?:қарай|дейін)\b")
_VALUES_BY_YEAR = re.compile(r"\([^()]*20\d\d[^()]*20\d\d[^()]*\)")
_VALUED_YEAR = re.compile(r"(20\d\d)\s?(?:г\.|год\w*|ж\.|жыл\w*)?\s?[–-]\s?\d")
_KAZAKH_DURING = re.compile(
    r"(?<![–-])(?<![–-]\s)(?P<years>20\d\d(?:\s?(?:,|және)\s?20\d\d)*)\s+жыл(?:ы|дары)\b(?!\s+(?:[\w-]+\s+){0,4}\w+(?:ған|ген|қан|кен)\b)"
)
"""Years in which something is done; before a past participle they tell when something was done."""

_KAZAKH_TITLE = re.compile(r"\s+(?:[\w-]+\s+){0,3}(?:жоспар|стратегия|бағдарлама|тұжырымдама)", re.IGNORECASE)
"""What follows a year that is part of a programme's name: "2025 жылға дейінгі даму жоспары"."""

_KAZAKH_STAGES = re.compile(r"(?P<first>20\d\d)\s?[–-]\s?(?P<last>20\d\d)\s+жылда(?:р|ры)\b(?!ға|дың|да)")

_ACT = {
    "ru": re.compile(
        r"\b(?:(?:совместн\w+ )?приказ\w*|постановлени\w+|указ\w*|распоряжени\w+|кодекс\w*|закон\w*)\s+"
        r"(?:[^.;()]{0,120}?\bот\s+\d{1,2}[ .]\s?[\w.]+\s?(?:\d{4}\s*)?(?:года|г\.)?(?:\s*№\s?[\w-]+)?"
        r"|[^.;()«»]{0,60}«[^«»]{3,120}»)",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"\d{4}\s+жылғы\s+\d{1,2}\s+\w+\s+(?:№\s?[\w-]+\s+)?(?:[\w-]+\s+){0,3}?(?:бұйры|қаулы|жарлы|заң|өкім)\w*"
        r"|«[^«»]{3,160}»\s+(?:Қазақстан Республикасының|ҚР)\s+\w*\s?(?:заң|кодекс)\w*",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: the words, the due points that they mean, in the project's notation, and where the words stand."""

    text: str
    due: tuple[str, ...]
    start: int
    end: int


def find_deadlines(sentence: str, lang: str, year: int | None) -> list[Deadline]:
    """The deadlines that a sentence sets ("до 10 ноября", "с января 2024 года"); `year` is what "т.г." means.

    A school year says for which year something holds, not by when it is done; a day from which on something must
    be done is the day when it is due.
    """
    if not _MAY_DATE[lang].search(sentence):
        return []
    filled, shifts = _this_year_named(sentence, lang, year)
    found = []
    for piece in find_periods(filled, lang):
        due = tuple(_due(point, year if shifts else None) for point in piece.due if not _SCHOOL_YEAR.fullmatch(point))
        start, end = _back(piece, shifts)
        if due and not (sentence[start:end].endswith("дейінгі") and _KAZAKH_TITLE.match(sentence, end)):
            found.append(Deadline(" ".join(sentence[start:end].split()), due, start, end))
    if lang == "kk":
        apart = (
            more for more in _stages(sentence) if not any(more.start < d.end and d.start < more.end for d in found)
        )
        return sorted([*found, *apart], key=lambda deadline: deadline.start)
    return found or list(_series(sentence))


def _due(point: str, year: int | None) -> str:
    """A due point; a day without a year beside one of "т.г." is of that year, too."""
    if year is not None and point.startswith("--") and "/" not in point:
        return f"{year}-{point[2:]}"
    return point.removesuffix("/..")


def _series(sentence: str) -> Iterator[Deadline]:
    """The years of a row of values that a sentence sets as a target: "(2022 г. – 55 %, 2023 г. – 70 %)"."""
    for match in _VALUES_BY_YEAR.finditer(sentence):
        years = tuple(dict.fromkeys(_VALUED_YEAR.findall(match[0])))
        if len(years) > 1:
            yield Deadline(match[0][1:-1], years, match.start() + 1, match.end() - 1)


def _stages(sentence: str) -> Iterator[Deadline]:
    """Years that a Kazakh sentence plans in by words of no cell: stages, "2022 жылға қарай", "2023 жылы"."""
    for match in _KAZAKH_STAGES.finditer(sentence):
        yield Deadline(match[0], (f"{match['first']}/{match['last']}",), match.start(), match.end())
    for match in _KAZAKH_TOWARD.finditer(sentence):
        yield Deadline(match[0], (match["year"],), match.start(), match.end())
    for match in _KAZAKH_DURING.finditer(sentence):
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


def find_grounds(sentence: str, lang: str) -> tuple[str, ...]:
    """The acts that a sentence cites, as written ("приказом Министра от 28 марта 2023 года № 75")."""
    found = (" ".join(match[0].split()) for match in _ACT[lang].finditer(sentence))
    return tuple(dict.fromkeys(found))
