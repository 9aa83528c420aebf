"""The parts of a date: "до", "1 ноября", "2023 – 2029 годов"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from extract.language.numbers import full_year, parse_roman
from extract.language.patterns import Chunk, ChunkMatcher
from extract.language.tokens import Token, Tokens
from extract.lexicon.words import words

DATE_SYMBOLS = {
    "when": "w",
    "years": "y",
    "year-end": "e",
    "point": "p",
    "recurrence": "r",
    "lead": "l",
    "since": "s",
    "to": "t",
    "during": "u",
    "cycle": "c",
    "event": "v",
    "aside": "a",
    "remark": "k",
    "full-day": "d",
    "comma": ",",
    "semicolon": ";",
    "dash": "-",
    "colon": ":",
    "open": "(",
    "close": ")",
    "word": "x",
    "number": "n",
    "mark": "q",
    "stray": "z",
}
"""One letter for each kind of item, so that rules over items are regular expressions."""

_PLAIN_KINDS = frozenset({"comma", "semicolon", "dash", "colon", "open", "close", "word", "number", "mark"})
_HALF_DATES = frozenset(
    {
        "year",
        "year-word",
        "month",
        "quarter-word",
        "half-word",
        "school",
        "every",
        "each",
        "once",
        "next",
        "following",
        "reporting",
        "later",
    }
)
_MAY_BE_CUT_SHORT = frozenset({"year-word", "quarter-word", "half-word"})
"""Words that a full stop may stand behind, being cut short."""
_WORD_KINDS = frozenset({"lead", "year-end", "since", "to", "during", "cycle", "event", "aside", "remark"})
_WITH_NUMBERS = {
    "after-quarter": "quarterly",
    "after-month": "monthly",
    "weekday-of-each-month": "monthly",
    "times-a-week": "weekly",
}
"""What comes again whatever its numbers say: days after each quarter or month that is reported on, a weekday of each
month, and what comes several times a week.
"""
_YEARS_APART = {"1": "annual", "2": "biennial"}
_MONTHS_APART = {"1": "monthly", "3": "quarterly", "6": "semiannual", "12": "annual", "24": "biennial"}
_TIMES_A_YEAR = {"2": "semiannual", "4": "quarterly", "12": "monthly"}
PARTS_OF_YEAR: Mapping[str, tuple[str, ...] | None] = {
    "annual": (),
    "semiannual": ("H1", "H2"),
    "quarterly": ("Q1", "Q2", "Q3", "Q4"),
    "monthly": tuple(f"{month:02}" for month in range(1, 13)),
    "biennial": None,
    "weekly": None,
    "daily": None,
}
"""Every kind of recurrence (`codes/recurrence.ttl`), and the parts of a named year in which it falls due; None
where nobody can say them one by one."""
FIRST_SCHOOL_MONTH = "09"
SCHOOL_TERMS = (("09", "10"), ("11", "12"), ("01", "03"), ("04", "05"))
"""The first and the last month of each term of a school year."""
QUARTERS, HALVES, DECADES = 4, 2, 3
_LISTS = {"quarter-list": ("Q", QUARTERS), "half-list": ("H", HALVES)}
"""Shares of a year that are listed: their letter, and how many there are."""
COMMON_YEAR = 2023
CENTURY = 2000
LONGEST_RANGE = 30
"""Years that one range may span; what is longer is a misprint."""


class Item(NamedTuple):
    """A part of a date, or a word or mark that is none; `start` and `end` are offsets into the text.

    `parts` are shares of a year ("12", "11-01", "Q4", "09/06"), `years` the years named, `points` ready values.
    """

    kind: str
    start: int
    end: int
    rule: str = ""
    parts: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    points: tuple[str, ...] = ()
    recurrence: str | None = None
    day: str = ""
    """The day that is named without its month: "25 числа"."""


@cache
def _chunker(lang: str) -> ChunkMatcher:
    return ChunkMatcher(words(lang).chunks)


def items_of(read: Tokens, lang: str) -> list[Item]:
    """A text's tokens as parts of dates, words and marks; a full stop behind an abbreviation or at the end is none."""
    items: list[Item] = []
    at = 0
    tokens = read.tokens
    for chunk in [*_chunker(lang)(tokens), None]:
        for n in range(at, chunk.start if chunk else len(tokens)):
            token = tokens[n]
            if token.text == "." and (n + 1 == len(tokens) or tokens[n - 1].tag in _MAY_BE_CUT_SHORT):
                continue
            items.append(Item(_kind_outside_chunks(token.tag), *read.spans[n]))
        if chunk:
            items.append(_item(read, chunk))
            at = chunk.end
    return items


def _kind_outside_chunks(tag: str) -> str:
    """What a token is that no chunk took: itself, `stray` where it is half a date, else a word like any other."""
    if tag in _PLAIN_KINDS:
        return tag
    if tag in ("and", "but"):
        return "comma"
    return "stray" if tag in _HALF_DATES else "word"


def _item(read: Tokens, chunk: Chunk) -> Item:
    """What a chunk reads; `stray` where its numbers are none of a date ("31 февраля", "5 квартал", "5 раз в год")."""
    start, end = read.span(chunk.start, chunk.end)
    reads = chunk.rule.reads
    tokens = read.tokens[chunk.start : chunk.end]
    if reads in _WORD_KINDS:
        numbers = [token.value for token in tokens if token.tag == "number"]
        day = numbers[0] if reads == "aside" and len(numbers) == 1 else ""
        return Item(reads, start, end, chunk.rule.name, day=day)
    if reads == "recurrence" or reads in _WITH_NUMBERS or reads in PARTS_OF_YEAR:
        recurrence = (
            tokens[-1].value if reads == "recurrence" else _WITH_NUMBERS.get(reads) or _recurrence(tokens, reads)
        )
        return Item(
            "recurrence" if recurrence else "stray",
            start,
            end,
            chunk.rule.name if recurrence else "",
            recurrence=recurrence,
        )
    if reads in ("years", "year-span", "school-year", "term-of-school-year", "full-day", "day-range"):
        return _years(tokens, reads, start, end, chunk.rule.name)
    if reads == "school-term-list":
        terms = [int(token.value) for token in tokens if token.tag in ("number", "roman")]
        parts = tuple(filter(None, (_terms(one, one) for one in terms))) if terms == sorted(set(terms)) else ()
        return Item("when" if len(parts) == len(terms) > 0 else "stray", start, end, chunk.rule.name, parts)
    if reads in _LISTS or reads == "day-of-each-month":
        parts = _listed(tokens, *_LISTS[reads]) if reads in _LISTS else _of_each_month(tokens)
        return Item("when" if parts else "stray", start, end, chunk.rule.name if parts else "", parts)
    part = "12" if reads == "end-of-year" else _part(tokens, reads)
    return Item("when", start, end, chunk.rule.name, (part,)) if part else Item("stray", start, end)


def _recurrence(tokens: Sequence[Token], reads: str) -> str | None:
    """How often: as the rule reads, or by its number ("4 раза в год", "раз в 6 месяцев"); None for "5 раз в год"."""
    tags = [token.tag for token in tokens]
    numbers = [(token.value, tags[n + 1 : n + 2]) for n, token in enumerate(tokens) if tags[n] in ("number", "count")]
    if all(number == "1" for number, _ in numbers):
        return reads
    if reads == "monthly":
        months = [number for number, behind in numbers if behind in (["month-unit"], ["month-word"])]
        others = [number for number, behind in numbers if behind not in (["month-unit"], ["month-word"])]
        return _MONTHS_APART.get(months[0]) if len(months) == 1 and set(others) <= {"1"} else None
    if reads != "annual":
        return None
    apart = [number for number, behind in numbers if behind == ["year-word"]]
    often = [number for number, behind in numbers if behind != ["year-word"] and number != "1"]
    if apart and not often:
        return _YEARS_APART.get(apart[0])
    return _TIMES_A_YEAR.get(often[0]) if len(often) == 1 and not apart else None


def _full_day(tokens: Sequence[Token]) -> str | None:
    """ "01.09.2026" as 2026-09-01, "1.08.98" as 1998-08-01; None for no day of the calendar."""
    day, first, month, second, year = (token.text for token in tokens[:5])
    try:
        if len(year) == len("31") and len(month) != len("01"):
            return None
        whole = full_year(int(year))
        return str(date(whole, int(month), int(day))) if first == second == "." and whole >= CENTURY - 100 else None
    except ValueError:
        return None


def _day_range(tokens: Sequence[Token]) -> str | None:
    """ "17.11.–28.11.2031" as 2031-11-17/2031-11-28; None for no days of the calendar, or none in a row."""
    first_day, first_month, day, month, year = (int(token.value) for token in tokens if token.tag in ("number", "year"))
    try:
        first, last = date(year, first_month, first_day), date(year, month, day)
    except ValueError:
        return None
    return f"{first}/{last}" if first < last else None


def _years(tokens: Sequence[Token], reads: str, start: int, end: int, rule: str) -> Item:
    if reads == "full-day":
        point = _full_day(tokens)
        return Item("full-day", start, end, rule, points=(point,)) if point else Item("stray", start, end)
    if reads == "day-range":
        interval = _day_range(tokens)
        return Item("point", start, end, rule, points=(interval,)) if interval else Item("stray", start, end)
    years = _named_years(tokens)
    if reads in ("school-year", "term-of-school-year"):
        numbers = [int(token.value) for token in tokens if token.tag in ("number", "roman", "ordinal")]
        term = _terms(numbers[0], numbers[0]) if len(numbers) == 1 else None
        months = "09/06" if reads == "school-year" else term
        if months is None or len(years) == 1 or years[1] != years[0] + 1:
            return Item("stray", start, end)
        ends = (f"{years[0 if month >= FIRST_SCHOOL_MONTH else 1]}-{month}" for month in months.split("/"))
        return Item("point", start, end, rule, points=("/".join(ends),))
    if reads == "year-span":
        if len(years) == 1 or not years[0] < years[1] <= years[0] + LONGEST_RANGE:
            return Item("stray", start, end)
        years = list(range(years[0], years[1] + 1))
    return Item("years", start, end, rule, years=tuple(years))


def _named_years(tokens: Sequence[Token]) -> list[int]:
    """The years that tokens name, the second perhaps by its last two figures: "2031-33 годы", "2031/32 учебный год"."""
    years = [int(token.value) for token in tokens if token.tag == "year"]
    short = [token.value for token in tokens if token.tag == "number" and len(token.value) == len("32")]
    named_by_both = len(years) == len(short) == 1 and tokens[0].tag == "year"
    return [*years, years[0] // 100 * 100 + int(short[0])] if named_by_both else years


def _part(tokens: Sequence[Token], reads: str) -> str | None:
    months = [token.value for token in tokens if token.tag in ("month", "season")]
    numbers = [int(token.value) for token in tokens if token.tag in ("number", "roman", "ordinal")]
    match reads:
        case "month" | "season" | "month-span":
            return "/".join(months)
        case "season-span":
            return f"{months[0][:2]}/{months[-1][-2:]}"
        case "day-month":
            return day_of_month(int(months[0]), numbers[0])
        case "day-span":
            days = [day_of_month(int(months[0]), number) for number in numbers]
            return "/".join(day for day in days if day) if all(days) and numbers[0] < numbers[1] else None
        case "decade":
            return _decade(int(months[0]), numbers[0] if numbers else DECADES)
        case "quarter" | "quarter-span" | "half" | "school-term":
            return _share(numbers, reads)
        case _:
            raise ValueError(f"a chunk reads {reads!r}, which no date has")


def _listed(tokens: Sequence[Token], letter: str, count: int) -> tuple[str, ...]:
    """Quarters or halves one by one ("III IV квартал"), or the one whose Roman number a line's end tore ("I V тоқсан");
    none for what is neither.
    """
    found = [token for token in tokens if token.tag in ("number", "roman", "ordinal")]
    numbers = [int(token.value) for token in found]
    if all(1 <= one <= count for one in numbers) and numbers == sorted(set(numbers)):
        return tuple(f"{letter}{one}" for one in numbers)
    torn = parse_roman("".join(token.text for token in found)) if len(tokens) == len(found) + 1 else None
    return (f"{letter}{torn}",) if torn and torn <= count and found[0].tag == "roman" else ()


def _of_each_month(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The day of each of the months that are named with it ("25 марта, июня"), a month behind a Russian day that does
    not stand in the genitive as itself ("25 марта, июнь"); none where a month has no such day.
    """
    months = [token for token in tokens if token.tag == "month"]
    day = next((int(token.value) for token in tokens if token.tag == "number"), 0)
    of_day = [month is months[0] or tokens[0].tag == "month" or month.text.endswith(("а", "я")) for month in months]
    found = [
        day_of_month(int(month.value), day) if dated else month.value
        for month, dated in zip(months, of_day, strict=True)
    ]
    return tuple(part for part in found if part) if all(found) else ()


def _share(numbers: Sequence[int], reads: str) -> str | None:
    """Quarters, a half of a year, or terms of a school year, by their numbers."""
    if reads == "school-term":
        return _terms(numbers[0], numbers[-1])
    if reads == "half":
        return f"H{numbers[0]}" if 1 <= numbers[0] <= HALVES else None
    return "/".join(f"Q{n}" for n in numbers) if all(1 <= n <= QUARTERS for n in numbers) else None


def _terms(first: int, last: int) -> str | None:
    """The months of terms of a school year, from one to another."""
    if not 1 <= first <= last <= len(SCHOOL_TERMS):
        return None
    return f"{SCHOOL_TERMS[first - 1][0]}/{SCHOOL_TERMS[last - 1][1]}"


def _decade(month: int, number: int) -> str | None:
    """Ten days of a month, its last ones by the length that it has in most years."""
    if not 1 <= number <= DECADES:
        return None
    last = monthrange(COMMON_YEAR, month)[1] if number == DECADES else 10 * number
    return f"{month:02}-{10 * number - 9:02}/{month:02}-{last:02}"


def day_of_month(month: int, day: int) -> str | None:
    """A day as a share of a year, "11-01"; None for one that its month lacks."""
    try:
        date(2024, month, day)
    except ValueError:
        return None
    return f"{month:02}-{day:02}"
