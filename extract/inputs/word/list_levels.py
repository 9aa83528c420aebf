"""How the levels of a list are printed, and the marker of an item from what was counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.inputs.list_numbers import number_in_form

_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is printed: its format ("decimal"), its words ("%1)"), its first number."""

    form: str
    words: str
    start: int


def printed_marker(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    """The marker at a level, counted from 0: "1)", "2.1."; `counts` are the numbers of the item and of those above."""
    return _PLACE.sub(lambda match: _number(levels, counts, int(match[1]) - 1), levels[level].words).strip()


def _number(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    known = levels.get(level)
    return number_in_form(counts.get(level, known.start), known.form) if known else ""
