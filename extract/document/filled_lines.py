"""Lines of plain text that a page of a fixed width filled: a paragraph goes on below where the next word had no room.

    3.6. При порче книг составляет акт и сообщает родителям в
    течение трех дней.
    3.7. Ведет учет.

Columns, forms, items, points and lines with a label of their own never go on with what stands above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.document.labelled_lines import begins_with_label
from extract.document.typed_lines import ENDED, SMALL
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import BULLETS

NARROWEST, WIDEST = 55, 100
"""Letters of a line that a page filled."""
RAGGED = 8
"""Letters that a full line may fall short by."""
FEWEST = 2
"""Lines that must go on in small letters before a text is taken for one of filled lines."""
LONGER = 0.05
"""The share of lines that may be longer than the page is wide."""

_CLOSED = re.compile(r"[;:][»”\")]*$")
_POINT = re.compile(
    r"(?!\+\d|\d\d\.\d\d\.(?:\d\d)?\d\d(?!\d))(?:\d{1,3}(?:[.-]\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[^\W\d_]\)|[-*+•–—·▪"
    + BULLETS
    + r"])\s*\S|[IVXІХ]{1,5}[.)]\s*\S"
)
_FIGURE = re.compile(r"[+\-–(«]?\d+(?:[.,:]\d+)?(?:[\s%°)]|-[а-яёәғқңөұүһі])")
"""A figure that opens a line: "0,1 %", "+17 °C", "16.00", "17:00-ге"; a point has its mark behind it."""
_DAY = re.compile(r"\d\d\.\d\d\.(?:\d\d)?\d\d(?!\d)")
_APART = re.compile(r"\t|\S\s{3,}\S|_{3,}")


def lines_going_on(lines: Sequence[str], lang: str) -> frozenset[int]:
    """The numbers of the lines that go on with the paragraph of the line above them; none where no page was filled."""
    opens = [line.startswith("\t") for line in lines]  # a cell, or a paragraph set in
    lines = [line.strip() if not _APART.search(line.strip()) else "" for line in lines]
    torn = [len(above) for above, line in pairwise(lines) if SMALL.match(line) and not ENDED.search(above)]
    torn = [length for length in torn if NARROWEST <= length <= WIDEST]
    wide = max(torn, default=0)
    longer = sum(len(line) > wide + RAGGED for line in lines)
    if len(torn) < FEWEST or longer > LONGER * sum(map(bool, lines)):
        return frozenset()
    going: set[int] = set()
    for n, (above, line) in enumerate(pairwise(lines), 1):
        if (
            not opens[n]
            and not begins_with_label(line, lang)
            and _goes_on(above, line, wide - RAGGED, lang, inside=n - 1 in going)
        ):
            going.add(n)
    return frozenset(going)


def _goes_on(above: str, line: str, full: int, lang: str, *, inside: bool) -> bool:
    """Whether a line goes on with the one above it, on a page whose lines are at least `full` letters long.

    Below a line without an end a capital goes on only where that is a point, or `inside` a paragraph, whose line above
    goes on itself, or behind a word or a comma that waits for one: else that line may be a title, or one of a row of
    names. A point that is not ended goes on in small letters or with a figure whatever room it left, as brackets do;
    what looks like a point is a figure behind a word that waits ("не позднее / 16.00"). A day or a figure opens a line
    as a small letter does, but not in rows of days.
    """
    if not above or not line:
        return False
    waits = phrasing(lang).pattern("line_waits").search(above) is not None
    if _POINT.match(line) and not (waits and _FIGURE.match(line)):
        return False
    rows = _DAY.match(above) and _DAY.match(line)  # each line a day of its own
    small = not rows and any(opens.match(line) for opens in (SMALL, _FIGURE, _DAY))
    point = _POINT.match(above) is not None
    within = above.count("(") > above.count(")")
    if len(above) >= NARROWEST and (within or (small and not ENDED.search(above) and (inside or point))):
        return True
    if len(above) + 1 + len(line.split(maxsplit=1)[0]) <= full:
        return False
    if not ENDED.search(above):
        told = point and phrasing(lang).pattern("line_is_no_title").search(above) is not None
        told = told or inside or waits or small or above.endswith(",") or line.startswith(("«", "("))
        return told and not above.isupper()
    return not _CLOSED.search(above) and (bool(SMALL.match(line)) or line[-1] == "." or len(line) > full // 2)
