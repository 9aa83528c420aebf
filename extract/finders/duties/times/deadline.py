"""A deadline as a sentence sets it."""

from __future__ import annotations

from dataclasses import dataclass

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
