"""Numbers and amounts as printed: "1 234,5", "90,2", "15 000", "-"."""

from __future__ import annotations

import re

SPACES = " \u00a0\u2007\u2009\u202f"
NUMBER = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
"""A regular expression for a number, without a sign; thousands parted by spaces, decimals by a comma or a point."""
ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
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
    return int(printed) if printed.isdigit() else ROMANS.get(printed)
