"""Lines that somebody broke inside a paragraph: one that goes on in the middle of a sentence is no line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzedu_graph.language.letters import LOWER

FEWEST_WORDS = 3
"""Words of a line that a sentence may run through; shorter ones are set below one another, as stamps are."""
_GOES_ON = re.compile(rf"[{LOWER}](?!\))")
"""How a line begins that goes on with a sentence; "а)" begins an item."""


def whole_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a paragraph, those put together that a sentence runs through: "до 5 мая" / "полить сад"."""
    found: list[str] = []
    for line in lines:
        above = found[-1].rstrip() if found else ""
        if len(above.split()) >= FEWEST_WORDS and above[-1].isalnum() and _GOES_ON.match(line.lstrip()):
            found[-1] = f"{above} {line.lstrip()}"
        else:
            found.append(line)
    return found
