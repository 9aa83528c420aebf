"""Typed tables whose titles stand between drawn lines, and whose columns stand below one another by blanks alone.

____________________________________________
N  ! Мероприятия         ! Сроки  ! Ответ-          titles with bars between them, or without
   !                     !        ! ственные
____________________________________________
1            2               3        4             the columns numbered, or not
____________________________________________
                   Сады                             a heading across
____________________________________________
1 Посадить сады во всех   до мая  Аким              rows between drawn lines, or behind numbers that go on
  селах района            2031 г. района
____________________________________________
2.Полить сады             июнь    Лесхозы
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Row
from extract.readers.typed.bars import BAR, FEWEST_BARS, Grid, Span, bars_of, is_drawn, is_drawn_through
from extract.readers.typed.below import are_prose
from extract.readers.typed.cells import cell_of_lines
from extract.readers.typed.columns import Columns, Word, words_of
from extract.readers.typed.frames import Frame
from extract.readers.typed.heads import FIRST, Head, head_of, pieces_of
from extract.readers.typed.lines import FoundTable, Line
from extract.readers.typed.ruled_end import end_of
from extract.readers.typed.ruled_rows import NUMBER, Group, Groups
from extract.readers.typed.titles import are_of_a_plan, kind_of

FEWEST_ROWS = 2
MOST_TITLE_LINES = 10
MOST_BARRED = 0.2
"""Share of the lines below the titles that may have bars."""
LEAST_READ = 0.6
"""Share of the rows that must tell by when or by whom."""
LONGEST_DEADLINE = 160
_YEAR = re.compile(r"\d{4}(?:\s?(?:г\.?|год|ж\.?|жыл))?")
_TELLING = ("deadline", "responsible", "start")


def ruled_table(
    text: str, lines: Sequence[Line], at: int, lang: str, *, drawn: bool = True
) -> tuple[FoundTable | None, int]:
    """The table that begins at a line with a drawn one or its titles, and the line behind it; None where none does.

    Where no line need be `drawn`, a row that is the first by its number follows the titles.
    """
    head = _head_at(text, lines, at, lang) if drawn else _bare_head_at(text, lines, at, lang)
    if head is None or len(head.kinds) < FEWEST_ROWS + head.numbered:
        return None, at
    begin = at + head.size
    end = end_of(lines, begin, head, lang, drawn=drawn)
    body = lines[begin:end]
    filled = [line for line in body if line.text.strip() and not is_drawn(line)]
    if sum(len(BAR.findall(line.text)) >= FEWEST_BARS for line in filled) > MOST_BARRED * len(filled):
        return None, at
    groups, size = _without_prose(Groups(head, lang).of(body), body, head)
    told = [group for group in groups if not group.across]
    if len(told) < FEWEST_ROWS:
        return None, at
    end = begin + size
    rows = list(_rows(text, groups, head, lang))
    read = sum(_tells(row, head) for row in rows)
    between = sum(map(is_drawn_through, lines[begin : end - 1]))
    if between < FEWEST_ROWS and not (read and any(map(_has_columns, told))):
        return None, at
    sure = read >= LEAST_READ * len(told)
    if not sure:
        rows = [_whole(text, group, lang) for group in groups]
    return FoundTable(lines[at].start, lines[end - 1].end, (head.row, *head.below, *rows), sure=sure), end


def _without_prose(groups: Sequence[Group], body: Sequence[Line], head: Head) -> tuple[Sequence[Group], int]:
    """The rows up to the last that is one, headings below it apart, and the line of the `body` behind it."""
    starts = [line.start for line in body]
    kept, size = len(groups), len(body)
    while kept:
        group = groups[kept - 1]
        first = bisect_left(starts, group.lines[0].start)
        if any(map(is_drawn, body[first:size])):
            break
        parted = [pieces_of(line, n, group.behind if n == 0 else 0) for n, line in enumerate(group.lines)]
        apart = first > 0 and not body[first - 1].text.strip()
        if not (group.across and kept < len(groups)) and (group.across or not are_prose(parted, head, apart=apart)):
            break
        kept, size = kept - 1, first
    while size and not body[size - 1].text.strip():
        size -= 1
    return groups[:kept], size


def _has_columns(group: Group) -> bool:
    """Whether a line of a row has words in several columns for sure."""
    return any(len(pieces_of(line, 0, group.behind if n == 0 else 0)) > 1 for n, line in enumerate(group.lines))


def _head_at(text: str, lines: Sequence[Line], at: int, lang: str) -> Head | None:
    """The titles between a drawn line and another, or above one; None where they are none of a plan."""
    first = at
    while first < len(lines) and is_drawn(lines[first]):
        first += 1
    last = first
    while last < min(first + MOST_TITLE_LINES, len(lines)) and not is_drawn_through(lines[last]):
        if not lines[last].text.strip():
            return None
        last += 1
    titles = [line for line in lines[first:last] if not is_drawn(line)]
    if not titles or last >= len(lines) or not is_drawn_through(lines[last]):
        return None
    size = last + 1 - at
    if not any(BAR.search(line.text) for line in titles):
        head = head_of(text, titles, lang, _columns_numbered(lines[last + 1 : last + 1 + FEWEST_ROWS]))
        return replace(head, size=size) if head else None
    bars = bars_of(max(titles, key=lambda line: len(bars_of(line))))
    if len(bars) < FEWEST_BARS:
        return None
    left = any(line.text[: bars[0]].strip(" |!¦│┃║") for line in titles)
    right = any(line.text[bars[-1] + 1 :].strip(" |!¦│┃║") for line in titles)
    grid = Grid(tuple(bars), left, right)
    rows = _in_order(text, titles, grid, lang) or list(Frame(text, grid, lang).titles(lines[first:last]))
    told = [" ".join(filter(None, (_over(row, n) for row in rows))) for n in range(grid.width)]
    if not are_of_a_plan([title for title in told if not _YEAR.fullmatch(title)], lang):
        return None
    kinds = tuple(kind_of(title, lang) for title in told)
    below = bars_of(lines[last])
    edges = Grid(tuple(below if len(below) == len(bars) else bars), left, right).edges
    starts = tuple(edge + 1 for edge in edges[:-1])
    first_line = " ".join(titles[0].text.split())
    return Head(rows[0], kinds, starts, size, kinds[0] == "number", first_line, tuple(rows[1:]))


def _in_order(text: str, titles: Sequence[Line], grid: Grid, lang: str) -> list[Row]:
    """The titles between bars whatever their places, where each line has all; none where one has not."""
    cells: list[list[Span]] = [[] for _ in range(grid.width)]
    for line in titles:
        bars = bars_of(line)
        if len(bars) != len(grid.bars):
            return []
        edges = (*((-1,) * grid.open_left), *bars, *((len(line.text),) * grid.open_right))
        for cell, (start, end) in zip(cells, pairwise(edges), strict=True):
            cell.append((line.start + start + 1, line.start + end))
    return [Row(tuple(cell_of_lines(text, spans, lang) for spans in cells))]


def _bare_head_at(text: str, lines: Sequence[Line], at: int, lang: str) -> Head | None:
    """The titles above the first row, without strokes."""
    if len(pieces_of(lines[at], 0)) < FEWEST_ROWS or BAR.search(lines[at].text) or NUMBER.match(lines[at].text):
        return None
    last = at
    while last < min(at + MOST_TITLE_LINES, len(lines)) and lines[last].text.strip():
        if NUMBER.match(lines[last].text) or BAR.search(lines[last].text) or is_drawn(lines[last]):
            break
        last += 1
    below = next((line for line in lines[last : last + FEWEST_ROWS] if line.text.strip()), None)
    first = NUMBER.match(below.text) if below else None
    if first is None or first["number"] not in FIRST:
        return None
    head = head_of(text, lines[at:last], lang)
    return replace(head, size=last - at) if head else None


def _over(row: Row, column: int) -> str:
    """The title in a row that stands over a column."""
    at = 0
    for cell in row.cells:
        at += cell.columns or 1
        if column < at:
            return cell.text
    return ""


def _columns_numbered(lines: Sequence[Line]) -> int:
    """How many columns a line below the titles numbers; 0 where none does."""
    numbers = next((line.text.split() for line in lines if line.text.strip()), [])
    return len(numbers) if numbers == [str(n) for n in range(1, len(numbers) + 1)] else 0


def _rows(text: str, groups: Sequence[Group], head: Head, lang: str) -> Iterator[Row]:
    """The cells of the rows; those set across in one, and those that cannot be told apart, too."""
    name = int(head.numbered)
    told = {
        id(group): [words_of(line, group.behind if n == 0 else 0) for n, line in enumerate(group.lines)]
        for group in groups
    }
    every = [words for group in groups if not group.across for words in told[id(group)]]
    columns = Columns.of(every, head.starts[name:])
    for group in groups:
        parted = None if group.across else columns.parted(told[id(group)])
        if parted is None:
            yield _whole(text, group, lang)
            continue
        yield _row(text, group, parted, head, lang)


def _row(text: str, group: Group, parted: Sequence[Sequence[Sequence[Word]]], head: Head, lang: str) -> Row:
    name = int(head.numbered)
    spans = [[(words[0].span[0], words[-1].span[1]) for words in column if words] for column in parted]
    cells = [cell_of_lines(text, of_column, lang) if of_column else EMPTY_CELL for of_column in spans]
    deadline = head.kinds.index("deadline") - name if "deadline" in head.kinds else -1
    if not cells[0].paragraphs or (deadline >= 0 and len(cells[deadline].text) > LONGEST_DEADLINE):
        return _whole(text, group, lang)
    if head.numbered:
        return Row((cell_of_lines(text, [group.label], lang) if group.label else EMPTY_CELL, *cells))
    if group.label:
        cells[0] = cell_of_lines(text, [group.label, *spans[0]], lang)
    return Row(tuple(cells))


def _whole(text: str, group: Group, lang: str) -> Row:
    spans = [
        (line.start + len(line.text) - len(line.text.lstrip()), line.start + len(line.text.rstrip()))
        for line in group.lines
    ]
    return Row((cell_of_lines(text, spans, lang),))


def _tells(row: Row, head: Head) -> bool:
    """Whether a row tells by when or by whom."""
    if len(row.cells) < len(head.kinds):
        return False
    return any(cell.paragraphs for cell, kind in zip(row.cells, head.kinds, strict=True) if kind in _TELLING)
