"""Whom the units bind that stand below a line that calls somebody, or call him themselves: "Тимур, полей розы"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Passage, join
from extract.finders.duties.everyday.called import Called, opens_with_bidding
from extract.finders.duties.grammar.first_names import calls_by_name
from extract.finders.duties.moods.kinds import INSTRUCTION, PLAN
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive
from extract.finders.duties.sentences.unit import Unit

_COLON = ": "


def of_called(
    units: Iterable[Unit],
    called: Sequence[Called],
    bids_nobody: Callable[[Unit], bool],
    keeps: Callable[[Unit, Unit], bool],
) -> Iterator[Unit]:
    """Russian units, those that bid and name nobody behind whom the line calls that they stand below."""
    starts = [one.start for one in called]
    for unit in units:
        named = _named_first(unit)
        at = unit.own.offsets[0] if called and unit.own.offsets else 0
        who = named[0] if named else _called_above(called, starts, at)
        if who is None or unit.own.text.rstrip().endswith(":"):
            yield unit
            continue
        told = replace(unit, mood=INSTRUCTION) if unit.mood == PLAN and _is_told(named, unit) else unit
        alone = replace(told, passage=named[1], own=named[1]) if named else told
        if not bids_nobody(alone):
            yield unit
            continue
        own = named[1] if named else unit.own
        passage = join([who, own if named else unit.passage], _COLON)
        behind = replace(told, passage=passage, own=own, is_item=True, body_end=len(who))
        ways = (one for one in (replace(behind, to_readers=True), behind) if not bids_nobody(one) and keeps(alone, one))
        yield next(ways, unit)


def _is_told(named: tuple[Passage, Passage] | None, unit: Unit) -> bool:
    """Whether a unit of a plan tells somebody by name what to do: below his name, or behind it by an infinitive."""
    return opens_with_bidding(unit.own.text) if named is None else bids_by_infinitive(named[1].text)


def _called_above(called: Sequence[Called], starts: Sequence[int], at: int) -> Passage | None:
    """Whom the line calls that stands above a place; the lines stand in order, and none within what another one tells.

    `starts` are the places from which they tell.
    """
    n = bisect_right(starts, at) - 1
    return called[n].who if n >= 0 and at < called[n].end else None


def _named_first(unit: Unit) -> tuple[Passage, Passage] | None:
    """Whom a sentence calls by his first name before what it bids him, and that: "Тимур, | полей розы"."""
    match = calls_by_name(unit.own.text) if len(unit.own) == len(unit.passage) else None
    if match is None:
        return None
    return unit.own[: match.end("who")], unit.own[match.end() :]
