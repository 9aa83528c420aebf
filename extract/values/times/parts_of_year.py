"""Shares of a year that words name: days of months, quarters, halves, ten days of a month, terms of a school year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from extract.language.numbers import full_year, parse_roman
from extract.language.tokens import Token

SCHOOL_TERMS = (("09", "10"), ("11", "12"), ("01", "03"), ("04", "05"))
"""The first and the last month of each term of a school year."""
QUARTERS, HALVES, DECADES = 4, 2, 3
LISTED_SHARES = {"quarter-list": ("Q", QUARTERS), "half-list": ("H", HALVES)}
"""Shares of a year that are listed: their letter, and how many there are."""
COMMON_YEAR = 2023
"""A year without a leap day, as most are."""
CENTURY = 2000


def full_day(tokens: Sequence[Token]) -> str | None:
    """ "01.09.2026" as 2026-09-01, "1.08.98" as 1998-08-01; None for no day of the calendar."""
    day, first, month, second, year = (token.text for token in tokens[:5])
    try:
        if len(year) == len("31") and len(month) != len("01"):
            return None
        whole = full_year(int(year))
        return str(date(whole, int(month), int(day))) if first == second == "." and whole >= CENTURY - 100 else None
    except ValueError:
        return None


def day_range(tokens: Sequence[Token]) -> str | None:
    """ "17.11.–28.11.2031" as 2031-11-17/2031-11-28, "01-05.09.2031" of one month; None for no days of the calendar, or
    none in a row.
    """
    first_day, *first_months, day, month, year = (
        int(token.value) for token in tokens if token.tag in ("number", "year")
    )
    first_month = first_months[0] if first_months else month
    try:
        first, last = date(year, first_month, first_day), date(year, month, day)
    except ValueError:
        return None
    return f"{first}/{last}" if first < last else None


def part_of_year(tokens: Sequence[Token], reads: str) -> str | None:
    """The share of a year that a chunk reads: "1 ноября" is 11-01, "II-III кварталы" Q2/Q3; None for "31 февраля".

    Raises ValueError where the lexicon has a chunk of another kind.
    """
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
        case "quarter" | "quarter-span" | "half" | "school-half" | "school-term":
            return _share(numbers, reads)
        case _:
            raise ValueError(f"a chunk reads {reads!r}, which no date has")


def listed_shares(tokens: Sequence[Token], letter: str, count: int) -> tuple[str, ...]:
    """Quarters or halves one by one ("III IV квартал"), or the one whose Roman number a line's end tore ("I V тоқсан");
    none for what is neither.
    """
    found = [token for token in tokens if token.tag in ("number", "roman", "ordinal")]
    numbers = [int(token.value) for token in found]
    if all(1 <= one <= count for one in numbers) and numbers == sorted(set(numbers)):
        return tuple(f"{letter}{one}" for one in numbers)
    torn = parse_roman("".join(token.text for token in found)) if len(tokens) == len(found) + 1 else None
    return (f"{letter}{torn}",) if torn and torn <= count and found[0].tag == "roman" else ()


def days_of_each_month(tokens: Sequence[Token]) -> tuple[str, ...]:
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
    """Quarters, a half of a year or of a school year, or terms of a school year, by their numbers; none for several."""
    if reads == "school-half":
        return school_half(numbers[0]) if len(numbers) == 1 else None
    if reads == "school-term":
        return school_terms(numbers[0], numbers[-1]) if numbers else None
    if reads == "half":
        return f"H{numbers[0]}" if 1 <= numbers[0] <= HALVES else None
    return "/".join(f"Q{n}" for n in numbers) if all(1 <= n <= QUARTERS for n in numbers) else None


def school_half(number: int) -> str | None:
    """The months of a half of a school year."""
    return school_terms(2 * number - 1, 2 * number)


def school_terms(first: int, last: int) -> str | None:
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
