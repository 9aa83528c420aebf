"""Whether a work is in force on the day that the registry tells of: by repeals, by periods, by the texts themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from rdflib import Literal
from rdflib.term import Node

from kzedu_graph.model.periods import begins_on, is_interval, last_day
from kzedu_graph.model.records import Source
from kzedu_graph.vocabulary.iris import ELI, KZEDU, RDF, graph, is_a, local_name
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.supplements import registry_folders
from kzedu_graph.vocabulary.turtle import read_together, union

Suspension = tuple[date | None, date | None]
"""From when and until when something does not work."""


@dataclass(frozen=True, slots=True)
class End:
    """When a work lost its force, and by which act; the day, the act or both may be unknown."""

    day: date | None
    act: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A code of the list of statuses, the day that it is told of, and since when and by which act, where known."""

    status: str
    on: date
    since: date | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Standings:
    """What the registry knows: the day it was checked on, ends and periods of works by their keys, and all works."""

    day: date
    ends: Mapping[str, End]
    periods: Mapping[str, str]
    works: frozenset[str]

    def of(
        self,
        work: str,
        *,
        end: End | None = None,
        begins: date | None = None,
        until: date | None = None,
        period: str | None = None,
        suspended: Suspension | None = None,
        told: str | None = None,
        told_on: date | None = None,
        now: date | None = None,
    ) -> Standing:
        """The standing of a work; `end`, `begins`, `until`, `period`, `suspended` and `told` (a code) are what its own
        texts say, `told_on` the day of the last.

        A work without a known end is in force within its period. One that has no period is in force on the day of its
        text, which would say that it was repealed; of one that no text is held of, nothing is known. `now` is the day
        that is asked of, by default the one that the registry holds on.
        """
        day = now or self.day
        ended = self.ends.get(work) or end
        if ended and (ended.day is None or ended.day <= day):
            return Standing("repealed", day, ended.day, ended.act)
        if (begins and begins > day) or (told == "not-yet" and not begins):
            return Standing("not-yet", day, begins)
        over = _over(day, until, told, self.periods.get(work) or period)
        if over:
            return over
        if _is_suspended(day, suspended) or (told == "suspended" and suspended is None):
            return Standing("suspended", day, suspended[0] if suspended else None)
        if self.periods.get(work) or period:
            return Standing("in-force", day, begins)
        return Standing("in-force", told_on, begins) if told_on else Standing("unknown", day)


def _over(day: date, until: date | None, told: str | None, period: str | None) -> Standing | None:
    """The standing of a work whose time is over, or whose period has not begun; None where it may work."""
    if until and until < day:
        return Standing("lapsed", day, until + timedelta(days=1))
    if told == "lapsed":
        return Standing("lapsed", day)
    begins, ends = (begins_on(period), last_day(period)) if period else (None, None)
    if begins and day < begins:
        return Standing("not-yet", day)
    return Standing("lapsed", day, ends + timedelta(days=1)) if ends and ends < day else None


def _is_suspended(day: date, suspended: Suspension | None) -> bool:
    """Whether something does not work on a day."""
    since, until = suspended or (None, None)
    return suspended is not None and not (since and since > day) and not (until and until <= day)


def status_of_part(whole: str, suspended: Suspension | None, begins: date | None, *, lost: bool) -> str:
    """The status of a part of a work of that status, by what its text tells of the part, on the day of the registry."""
    if whole != "in-force":
        return whole
    if lost:
        return "repealed"
    day = load_standings().day
    if begins and begins > day:
        return "not-yet"
    return "suspended" if _is_suspended(day, suspended) else whole


def standing_of(work: str, *texts: Source, end: End | None = None) -> Standing:
    """How a work stands by the registry and by its texts, or those in which its plan stands; `end` is what other acts
    say of it.

    Of an act that is signed after the day that the registry holds on, the days that its texts tell have come to pass.
    """
    known = load_standings()
    several = sorted(texts, key=lambda text: (text.version_date or date.min, text.stem))
    own = [text for text in several if text.work == work]
    for text in own:
        if text.repealed_on or text.repealed_by or text.status_told == "repealed":
            end = End(text.repealed_on, text.repealed_by)
    signed = next((text.act_date for text in own if text.act_date), None)
    told = [day for text in own for day in (text.version_date, text.act_date, text.repealed_on) if day]
    return known.of(
        work,
        end=end,
        begins=next((text.in_force_from for text in reversed(own) if text.in_force_from), None),
        until=next((text.in_force_until for text in reversed(own) if text.in_force_until), None),
        suspended=own[-1].suspended if own else None,
        told=own[-1].status_told if own else None,
        period=next((one.period for one in several[::-1] if one.period and work == (one.programme or one.work)), None),
        told_on=max((day for text in several if (day := text.version_date or text.act_date)), default=None),
        now=max([known.day, *told]) if signed and signed > known.day else None,
    )


def load_standings(folder: Path | None = None) -> Standings:
    """What the Turtle files of the registry and of what corpora bring say.

    The day is that of the last folder that tells one: a corpus whose reader stands on another day says so in its
    registry. Raises ValueError where no folder says the day it holds on.
    """
    return _load(*((folder,) if folder else registry_folders()))


@cache
def _load(*folders: Path) -> Standings:
    files = (file for folder in folders for file in sorted(folder.glob("*.ttl")))
    return prepared("standings", Standings, lambda: _read(*folders), *bytes_of(files))


def _read(*folders: Path) -> Standings:
    told = [read_together(sorted(folder.glob("*.ttl"))) for folder in folders]
    facts = union(*told)
    days = [_day(own.value(graph("registry"), KZEDU.asOf)) for own in told]
    day = next((found for found in reversed(days) if found), None)
    if day is None:
        raise ValueError(f"{folders[0]} says not on which day it holds: write <…/graph/registry> kzedu:asOf a date")
    ended = facts.subject_objects(ELI.date_no_longer_in_force)
    ends = {local_name(str(work)): End(_day(when), None) for work, when in ended}
    for act, work in facts.subject_objects(ELI.repeals):
        key = local_name(str(work))
        known = ends.get(key)
        when = known.day if known and known.day else _day(facts.value(act, ELI.date_document))
        ends[key] = End(when, local_name(str(act)))
    periods = {}
    for work, years in facts.subject_objects(KZEDU.period):
        if is_a(str(work), "document") and is_interval(str(years)):
            periods[local_name(str(work))] = str(years)
    documents = facts.subjects(RDF.type, ELI.LegalResource)
    works = frozenset(local_name(str(work)) for work in documents if is_a(str(work), "document"))
    return Standings(day, ends, periods, works)


def _day(node: Node | None) -> date | None:
    value = node.toPython() if isinstance(node, Literal) else None
    return value if isinstance(value, date) else None
