"""How often something comes again: "ежегодно", "4 раза в год", "раз в 6 месяцев"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.language.tokens import Token

WITH_NUMBERS = {
    "after-quarter": "quarterly",
    "after-month": "monthly",
    "weekday-of-each-month": "monthly",
    "times-a-week": "weekly",
    "times-a-month": "monthly",
    "times-a-quarter": "quarterly",
}
"""What comes again whatever its numbers say: days after each quarter or month that is reported on, a weekday of each
month, and what comes several times a week, a month or a quarter.
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


def recurrence_of(tokens: Sequence[Token], reads: str) -> str | None:
    """How often: as the rule reads, or by its number ("4 раза в год", "раз в 6 месяцев"); None for "5 раз в год"."""
    tags = [token.tag for token in tokens]
    numbers = [(token.value, tags[n + 1 : n + 2]) for n, token in enumerate(tokens) if tags[n] in ("number", "count")]
    if all(number == "1" for number, _ in numbers):
        return reads
    if reads == "monthly":
        months = [number for number, behind in numbers if behind in (["month-unit"], ["month-word"])]
        others = [number for number, behind in numbers if behind not in (["month-unit"], ["month-word"])]
        return _MONTHS_APART.get(months[0]) if len(months) == 1 and set(others) <= {"1"} else None
    if reads == "quarterly" and all(number == "1" for number, behind in numbers if behind == ["quarter-word"]):
        return reads
    if reads != "annual":
        return None
    apart = [number for number, behind in numbers if behind == ["year-word"]]
    often = [number for number, behind in numbers if behind != ["year-word"] and number != "1"]
    if apart and not often:
        return _YEARS_APART.get(apart[0])
    return _TIMES_A_YEAR.get(often[0]) if len(often) == 1 and not apart else None
