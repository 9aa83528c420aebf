"""Whether a programme or an act is in force on a day: by what ended it and by the years that it was written for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kzedu_graph.model.periods import begins_on, is_interval, last_day
from kzedu_graph.vocabulary.iris import local_name
from web.views.questions import Row

IN_FORCE, NOT_YET, LAPSED, REPEALED, SUSPENDED = "in-force", "not-yet", "lapsed", "repealed", "suspended"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a work stands on a day: since when, and by which act where one ended it."""

    status: str
    since: str | None = None
    act: str | None = None

    @property
    def holds(self) -> bool:
        """Whether what the work lays on somebody is to be done."""
        return self.status == IN_FORCE


@dataclass(frozen=True, slots=True)
class Life:
    """The interval that a work was written for (None where it says none), the ISO day and the act that ended it.

    `ended` is the first day on which the work is no longer in force; `repealed` says that an act ended it even where
    nobody knows the day; `told` is what the text of a work without years says of itself: that its time is over, that it
    is suspended, or that it is not in force yet, and since (or until) when.
    """

    period: str | None = None
    ended: str | None = None
    act: str | None = None
    repealed: bool = False
    told: Standing | None = None

    def on(self, day: date) -> Standing:
        """The standing on a day: a repeal before the years; a work that says neither is taken to be in force."""
        if self.repealed and (self.ended is None or self.ended <= day.isoformat()):
            return Standing(REPEALED, self.ended, self.act)
        begins, ends = (begins_on(self.period), last_day(self.period)) if self.period else (None, None)
        if begins and day < begins:
            return Standing(NOT_YET, begins.isoformat())
        if ends and ends < day:
            return Standing(LAPSED, (ends + timedelta(days=1)).isoformat())
        return self.told if self.told and _is_so(self.told, day.isoformat()) else Standing(IN_FORCE)


def _is_so(told: Standing, day: str) -> bool:
    """Whether what a text says of itself is so on a day: up to a day of what is not in force yet, from it on else."""
    return told.since is None or (day < told.since) == (told.status == NOT_YET)


ALWAYS = Life()
"""Of a work that nothing says an end of."""


def read_lives(rows: Iterable[Row]) -> dict[str, Life]:
    """The lives of works by their keys, from the answer to the question `standings`; the earliest end counts."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(local_name(row["work"]), []).append(row)
    return {work: _life(same) for work, same in found.items()}


def _life(rows: list[Row]) -> Life:
    told = [Standing(local_name(row["status"]), _since(row)) for row in rows if "status" in row]
    ends = [str(row["ended"]) for row in rows if "ended" in row]
    ends += [one.since for one in told if one.status == REPEALED and one.since]
    acts = [local_name(row[name]) for row in rows for name in ("act", "by") if name in row]
    passed = [str(row["passed"]) for row in rows if "passed" in row]
    period = next((str(row["period"]) for row in rows if "period" in row and is_interval(str(row["period"]))), None)
    return Life(
        period=period,
        ended=min(ends or passed, default=None),
        act=next(iter(acts), None),
        repealed=bool(ends or acts or any(one.status == REPEALED for one in told)),
        told=None if period else next((one for one in told if one.status in (LAPSED, NOT_YET, SUSPENDED)), None),
    )


def _since(row: Row) -> str | None:
    return str(row["since"]) if "since" in row else None
