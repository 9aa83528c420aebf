"""Months, weeks of a month and quarters by their names alone, as titles and rows of a schedule have them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from extract.document.blocks import Cell, Passage, Row
from extract.lexicon.words import words

TITLES = {"ru": "Срок", "kk": "Мерзімі"}
"""The title of a column of deadlines, where a table has none."""
SHORTEST_MONTH = 3
"""Letters of a month's name that is cut short."""
SHORTEST_HALF = 4
"""Letters of the word for a half-year that is cut short."""
HALVES = 2
CACHED_TITLES = 4096
LONGEST_TIME = 5
"""Words of a time that stands alone."""
_QUARTER = re.compile(r"(?P<number>IV|I{1,3}|[1-4])\s*[-–]?\s*(?P<word>[^\W\d]+)\.?", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV", "V")
ROMAN_QUARTERS = frozenset(_ROMAN[:4])
_WEEK = re.compile(r"(?P<number>I{1,3}|IV|V|[1-5])(?:\s*[-–]?\s*(?:я\s+)?(?:нед|апт)[^\W\d]*\.?)?", re.IGNORECASE)
_WEEK_OF_MONTH = re.compile(r"[1-5] неделя \w+|\w+ айының [1-5]-аптасы")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"20\d\d")
_OF_A_TIME = frozenset({"month", "month-word", "year-word"})


def said(text: str, place: Passage) -> Passage:
    """Words that stand for those of a place."""
    offsets = list(place.offsets[: len(text)])
    return Passage(text, array("I", offsets + offsets[-1:] * (len(text) - len(offsets))))


@lru_cache(maxsize=CACHED_TITLES)
def time_of(title: str, lang: str) -> str | None:
    """A month by its name, perhaps cut short, a quarter, a half-year, or a week of a month; None for other titles."""
    if _WEEK_OF_MONTH.fullmatch(title):
        return title
    bare = "".join(title.split()).strip(".").casefold()
    forms = months_of(lang)
    found = {forms[form] for form in forms if form.startswith(bare)} if len(bare) >= SHORTEST_MONTH else set()
    if len(found) == 1:
        return found.pop()
    share = _QUARTER.fullmatch(title.strip())
    if share is None:
        return None
    begun, written = share["word"].casefold(), share["number"].upper()
    number = written if written.isdigit() else str(_ROMAN.index(written) + 1)
    noun = next((noun for noun in _shares(lang) if noun.startswith(begun)), None)
    if noun is None or (noun == _shares(lang)[1] and (len(begun) < SHORTEST_HALF or int(number) > HALVES)):
        return None
    return f"{number} {noun}" if lang == "ru" else f"{number}-{noun}"


@cache
def months_of(lang: str) -> Mapping[str, str]:
    """Every form of a month's name, with the first of them."""
    named: dict[str, str] = {}
    forms: dict[str, str] = {}
    for form, (tag, value) in words(lang).tags.items():
        if tag == "month":
            forms[form] = named.setdefault(value, form)
    return forms


@cache
def month_names(lang: str) -> Sequence[str]:
    """The months by their names, in their order."""
    return tuple(dict.fromkeys(months_of(lang).values()))


@cache
def _shares(lang: str) -> tuple[str, str]:
    """The words for a quarter and for a half of a year."""
    forms = {kind: form for form, (kind, _) in reversed(list(words(lang).tags.items()))}
    return forms["quarter-word"], forms["half-word"]


def quarter_of(number: str, lang: str) -> str:
    """A quarter's name by its Roman number."""
    written, noun = _ROMAN.index(number) + 1, _shares(lang)[0]
    return f"{written} {noun}" if lang == "ru" else f"{written}-{noun}"


def says_quarters(title: str, lang: str) -> bool:
    """Whether a title has a word for quarters: "Кварталы 2031 года"."""
    return any(words(lang).tags.get(word, ("", ""))[0] == "quarter-word" for word in _WORD.findall(title.casefold()))


def is_half(name: str, lang: str) -> bool:
    """Whether a time by its name is a half-year."""
    return _shares(lang)[1] in name


def genitive(month: str, lang: str) -> str:
    """A month behind a day: the second form that the lexicon has of it in Russian."""
    if lang == "kk":
        return month
    forms = [form for form, first in months_of(lang).items() if first == month]
    return forms[1] if len(forms) > 1 else month


def is_time_alone(text: str, lang: str) -> bool:
    """Whether words are one month and nothing else: "СЕНТЯБРЬ", "Сентябрь 2031 года", "Қыркүйек айы"."""
    found = [word.casefold() for word in _WORD.findall(text)]
    tags = words(lang).tags
    kinds = ["year" if _YEAR.fullmatch(word) else tags.get(word, ("", ""))[0] for word in found]
    return len(found) <= LONGEST_TIME and kinds.count("month") == 1 and set(kinds) <= {*_OF_A_TIME, "year"}


def weeks_beneath(months: Row, weeks: Row, lang: str) -> Row | None:
    """The titles of months over those of their weeks as one row ("1 неделя сентября"); None where they are none.

    The weeks of the next month begin at one; where both rows are equally wide, each month stands over its first week.
    """
    named = {n: time for n, cell in enumerate(months.cells) if (time := time_of(cell.text, lang))}
    places = [n for n, cell in enumerate(weeks.cells) if cell.paragraphs]
    if not named or len(places) <= len(named) or places != list(range(places[0], places[-1] + 1)):
        return None
    numbers = [_week(weeks.cells[n].text) for n in places]
    starts = [n for n, number in zip(places, numbers, strict=True) if number == 1]
    first, last = min(named), max(named)
    equal = len(months.cells) == len(weeks.cells)
    whole = last - first + 1 == len(named) and len(weeks.cells) == len(months.cells) - len(named) + len(places)
    if (
        not all(numbers)
        or places[0] != first
        or len(starts) != len(named)
        or not (whole or (equal and [*named] == starts))
    ):
        return None
    cells = [
        Cell((said(_named(number, named[month], lang), weeks.cells[n].passage),))
        for month, n, number in _under(sorted(named), places, numbers)
    ]
    behind = places[-1] + 1 if equal else last + 1
    return Row((*months.cells[:first], *cells, *months.cells[behind:]))


def _under(months: Sequence[int], places: Sequence[int], numbers: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Each week with its month: one that is the first begins the next."""
    nth = -1
    for n, number in zip(places, numbers, strict=True):
        nth += number == 1
        yield months[nth], n, number


def _week(title: str) -> int:
    """The number of a week, 0 for any other title."""
    match = _WEEK.fullmatch(title.strip())
    if match is None:
        return 0
    return int(match["number"]) if match["number"].isdigit() else _ROMAN.index(match["number"].upper()) + 1


def _named(number: int, month: str, lang: str) -> str:
    return f"{number} неделя {genitive(month, lang)}" if lang == "ru" else f"{month} айының {number}-аптасы"
