"""Amounts of a plan's money columns: "14 583,2", "243 840", "-"."""

from __future__ import annotations

from extract.values.numbers import parse_number

_NOTHING = frozenset("-–—−")


def parse_money(text: str) -> float | None:
    """An amount in the unit of its table, million tenge as a rule ("21 502"); None for "-", nothing, or words."""
    stripped = text.strip().rstrip("*").rstrip()
    return None if not stripped or stripped in _NOTHING else parse_number(stripped)
