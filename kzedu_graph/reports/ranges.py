"""Lists of printed numbers, short enough to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence


def in_ranges(numbers: Sequence[str]) -> str:
    """Printed numbers in their order, those that follow each other drawn together: "1–3, 63-1, 70"."""
    stretches: list[list[str]] = []
    for number in sorted(dict.fromkeys(numbers), key=_numeric):
        last = stretches[-1][-1] if stretches else ""
        if number.isdecimal() and last.isdecimal() and int(number) == int(last) + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    return ", ".join(f"{each[0]}–{each[-1]}" if len(each) > 2 else ", ".join(each) for each in stretches)


def _numeric(number: str) -> tuple[tuple[bool, int, str], ...]:
    """A sorting key: steps of a number by their value, "63-1" behind "63"."""
    steps = re.split(r"[-./]", number)
    return tuple((not step.isdecimal(), int(step) if step.isdecimal() else 0, step) for step in steps)
