"""Whom the units bind that stand below a line that calls somebody, or call him themselves: "Тимур, полей розы"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Passage, join
from extract.finders.duties.everyday.called import Called
from extract.finders.duties.russian.parties.names.first_names import is_first_name
from extract.finders.duties.sentences.unit import Unit

_COLON = ": "


def of_called(
    units: Iterable[Unit],
    called: Sequence[Called],
    bids_nobody: Callable[[Unit], bool],
    keeps: Callable[[Unit, Unit], bool],
) -> Iterator[Unit]:
    """Russian units, those that bid and name nobody behind whom the line calls that they stand below."""
    for unit in units:
        named = _named_first(unit)
        at = unit.own.offsets[0] if called and unit.own.offsets else 0
        who = named[0] if named else next((one.who for one in called if one.start <= at < one.end), None)
        if who is None or unit.own.text.rstrip().endswith(":") or not bids_nobody(unit):
            yield unit
            continue
        own = named[1] if named else unit.own
        passage = join([who, own if named else unit.passage], _COLON)
        behind = replace(unit, passage=passage, own=own, is_item=True, body_end=len(who))
        ways = (one for one in (replace(behind, to_readers=True), behind) if not bids_nobody(one) and keeps(unit, one))
        yield next(ways, unit)


def _named_first(unit: Unit) -> tuple[Passage, Passage] | None:
    """Whom a sentence calls by his first name before what it bids him, and that: "Тимур, | полей розы"."""
    match = _CALL.match(unit.own.text) if len(unit.own) == len(unit.passage) else None
    if match is None or not all(is_first_name(name, called=True) for name in _JOINS.split(match["who"])):
        return None
    return unit.own[: match.end("who")], unit.own[match.end() :]


_CALL = re.compile(
    r"(?P<who>[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?(?:(?:, | и )[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?){0,3})[,!]\s+(?=\w)"
)
_JOINS = re.compile(r", | и ")
