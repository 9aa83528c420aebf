"""Tables as the text of a web page shows them: a cell on lines of its own, a bar behind it or on a line between.

    №                    № |               Р/с
    |                    Мероприятие |     |
    Мероприятие          Срок |            Есепті кезең     titles over years, which the page
    |                    1 |               |                set across them
    Срок                 Полить            2030 ж.
    |                    рощу |            |
    1.                   май |             2031 ж.
    |                                      | -              a bar and the number of a row, or a dash for it
    Полить рощу                            |
    |                                      Бақ саны

How wide the table is, is told by a row that numbers the columns, by what most rows have from one number to the next,
or by titles that are all known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.readers.cell_lines.barred_shape import LONGEST_TITLE, MOST_ACROSS, BarredCell, Shape
from extract.readers.cell_lines.cell_paragraphs import FEWEST_COLUMNS, kind_of_title
from extract.readers.typed.lines import FoundTable, Line

MOST_LINES = 25
"""Lines of one cell."""
FEWEST_BARS = 5
TOLD_BY = 300
"""Lines of a table that tell how wide it is."""
FEWEST_CELLS = 2 * FEWEST_COLUMNS
_BAR = re.compile(r"[│┃║|]")
_ALONE = re.compile(r"\s*[│┃║|]\s*")
_AT_END = re.compile(r"[^│┃║|]*[│┃║|]\s*")
_AT_START = re.compile(r"\s*[│┃║|]\s*(?:[-–—•*]|\d{1,3}(?:\.\d{1,3})*[.)]?|[^│┃║|]{1,60})\s*")
"""A bar and the number of the row that begins behind it, or other words of a cell."""
_SMALL = re.compile(r"\s*[(«\"]?[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


def table_by_bars(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The table whose cells end in a bar, or have one on a line between, that begins at a line, and the line behind."""
    if not _opens(lines, at):
        return None, at
    near = _end_of_bars(lines, at, at + TOLD_BY)
    pieces = _pieces(text, lines, at, near)
    headed = any(kind_of_title(one.text, lang) == "number" for one in pieces[1 : MOST_ACROSS + 1])
    is_cut = near > at + TOLD_BY - MOST_LINES
    shape = None if headed or len(pieces) < FEWEST_CELLS else Shape.of(pieces, lang, is_cut=is_cut)
    if shape is None:
        return None, at
    if is_cut:
        pieces = _pieces(text, lines, at, _end_of_bars(lines, at, len(lines)))
    rows, behind = replace(shape, pieces=pieces).read(text)
    last = pieces[behind - 1]
    stop = last.end + 1 if behind < len(pieces) else last.end
    after = next((n for n in range(at, len(lines)) if lines[n].start >= stop), len(lines))
    return FoundTable(_start(lines, at), stop, rows), after


def _start(lines: Sequence[Line], at: int) -> int:
    """Where a table begins: at the bar, alone on its line, that parts its first cell from a heading above."""
    above = next((line for line in reversed(lines[max(0, at - 2) : at]) if line.text.strip()), None)
    return above.start if above and _ALONE.fullmatch(above.text) else lines[at].start


def _opens(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first cell of such a table: short words, and a bar behind them."""
    words = lines[at].text.strip()
    if not words or len(words) > LONGEST_TITLE or words.startswith(("|", "│")):
        return False
    if not _AT_END.fullmatch(words):
        below = next((line.text for line in lines[at + 1 : at + 3] if line.text.strip()), "")
        return "|" not in words and bool(_ALONE.fullmatch(below)) and _goes_on(lines, at)
    return _goes_on(lines, at)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether enough bars stand where cells end in the lines below."""
    near = lines[at : at + FEWEST_BARS * 4]
    return sum(_ends_cell(line.text) for line in near) >= FEWEST_BARS


def _ends_cell(line: str) -> bool:
    return bool(_BAR.search(line)) and bool(_AT_END.fullmatch(line) or _AT_START.fullmatch(line))


def _end_of_bars(lines: Sequence[Line], at: int, most: int) -> int:
    """The line behind the last bar that ends a cell; no more lines than a cell has stand between two."""
    last = at
    for n in range(at, min(most, len(lines))):
        if _ends_cell(lines[n].text):
            last = n
        elif _BAR.search(lines[n].text) or n - last > MOST_LINES or (n > at and _are_blank(lines[n - 1 : n + 1])):
            break
    return last + 1


def _are_blank(lines: Sequence[Line]) -> bool:
    return not any(line.text.strip() for line in lines)


def _pieces(text: str, lines: Sequence[Line], at: int, end: int) -> list[BarredCell]:
    """The cells between the bars, and the one behind the last: up to a blank line, or a line that does not go on."""
    bars = [match.start() for match in _BAR.finditer(text, lines[at].start, lines[end - 1].end)]
    found = [BarredCell(a + 1, b, text[a + 1 : b].strip()) for a, b in pairwise([lines[at].start - 1, *bars])]
    if not bars:
        return []
    start = stop = bars[-1] + 1
    rest = [Line(start, lines[end - 1].end, text[start : lines[end - 1].end]), *lines[end : end + MOST_LINES]]
    begun = False
    for line in rest:
        if begun and (not line.text.strip() or not _SMALL.match(line.text)):
            break
        begun = begun or bool(line.text.strip())
        stop = line.end
        if not begun and line.start > start and not line.text.strip():
            break
    return [*found, BarredCell(start, stop, text[start:stop].strip())] if text[start:stop].strip() else found
