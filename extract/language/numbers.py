"""Numbers and amounts as printed: "1 234,5", "90,2", "15 000", "-"."""

from __future__ import annotations

import re

from roman_numerals import MAX, InvalidRomanNumeralError, OutOfRangeError, RomanNumeral

SPACES = " \u00a0\u2007\u2009\u202f"
NUMBER = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
"""A regular expression for a number, without a sign; thousands parted by spaces, decimals by a comma or a point."""
ROMAN_LETTERS = str.maketrans("ІХҮ", "IXV")
"""Cyrillic letters that stand for Roman ones."""
LARGEST_ROMAN = MAX
CENTURY, NEW_MILLENNIUM = 100, 2000
OLDEST_YEAR = 70
"""Two digits from which on a year is one of the last century."""
_NUMBER = re.compile(rf"\s*(?P<sign>[-–−+])?(?P<number>{NUMBER})\s*")


def parse_number(text: str) -> float | None:
    """The number that a text is ("90,2"); None where it is anything else."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    plain = re.sub(rf"[{SPACES}]", "", match["number"]).replace(",", ".")
    value = float(plain)
    return -value if match["sign"] in ("-", "–", "−") else value


def parse_ordinal(printed: str) -> int | None:
    """The number of a part, in figures or Roman letters ("IV"); None where it has several parts or is neither."""
    return int(printed) if printed.isdigit() else parse_roman(printed)


def parse_roman(printed: str) -> int | None:
    """The number that capital Roman letters are ("IV", "XIV"), Cyrillic І and Х among them; None for any other word."""
    try:
        return int(RomanNumeral.from_string(printed.translate(ROMAN_LETTERS))) if printed.isupper() else None
    except (InvalidRomanNumeralError, OutOfRangeError):
        return None


def full_year(number: int) -> int:
    """A year of two digits as one of the times since acts are kept: 98 is 1998, 31 is 2031; any other as it is."""
    if number >= CENTURY:
        return number
    return number + (NEW_MILLENNIUM if number < OLDEST_YEAR else NEW_MILLENNIUM - CENTURY)


def write_roman(number: int) -> str:
    """A number of 1 to 3999 in capital Roman letters; raises OutOfRangeError for any other."""
    return str(RomanNumeral(number))
