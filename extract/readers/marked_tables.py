"""Tables of Markdown: cells parted by tabs or by bars, and what HTML left of <table>."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.document.blocks import Cell, Row, Table
from extract.document.repairs import clean
from extract.readers.marks import strips_of

_TABULAR = re.compile(r"[^\t]*\S[^\t]*\t")
_ITEM_WITH_TAB = re.compile(r"[ ]*(?:[-*+•–—·▪]|\d{1,3}[.)])\t+(?=\S)[^\t]*$")
_DELIMITER_ROW = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_HTML_TABLE = re.compile(r"\s*<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_TABLE_TAG = re.compile(
    r"<(?P<closing>/?)(?P<tag>table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)\b(?P<attributes>[^<>]*)>",
    re.IGNORECASE,
)
_ROWSPAN = re.compile(r"rowspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*\.?")
_COLSPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without its quotation marks: where it stands, and its words."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing stands on the line."""
        return not self.text.strip()

    @property
    def tabular(self) -> bool:
        """Whether the line is a row whose cells are parted by tabs; a tab behind an item's marker parts nothing."""
        return bool(_TABULAR.match(self.text)) and not _ITEM_WITH_TAB.match(self.text)


def opens_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a table of any kind begins at a line."""
    return lines[at].tabular or _opens_bars(lines, at) or bool(_HTML_TABLE.match(lines[at].text))


def read_table(text: str, lines: Sequence[Line], at: int) -> tuple[Table, int, int]:
    """The table that begins at a line, the number of the line behind it, and the offset where its own text ends."""
    if _HTML_TABLE.match(lines[at].text):
        return _read_html(text, lines, at)
    rows: list[Row] = []
    if _opens_bars(lines, at):
        while at < len(lines) and _BAR.search(lines[at].text):
            if not _DELIMITER_ROW.match(lines[at].text):
                rows.append(_barred_row(text, lines[at]))
            at += 1
    else:
        while at < len(lines) and "\t" in lines[at].text and not lines[at].blank:
            rows.append(_row(text, lines[at], _TAB))
            at += 1
    return _table(rows), at, lines[at - 1].end


def _opens_bars(lines: Sequence[Line], at: int) -> bool:
    bare = lines[at].text.strip()
    if len(_BAR.findall(bare)) > 1 and bare.startswith("|") and bare.endswith("|"):
        return True
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return bool(_BAR.search(bare)) and "|" in below and bool(_DELIMITER_ROW.match(below))


def _cell(text: str, start: int, end: int) -> Cell:
    passages = (clean(strip.passage) for strip in strips_of(text, start, end))
    return Cell(tuple(passage for passage in passages if passage.text))


def _row(text: str, line: Line, separator: re.Pattern[str]) -> Row:
    end = line.start + len(line.text)
    bounds = [match.span() for match in separator.finditer(text, line.start, end)]
    starts = [line.start, *(stop for _, stop in bounds)]
    ends = [*(start for start, _ in bounds), end]
    return Row(tuple(_cell(text, start, stop) for start, stop in zip(starts, ends, strict=True)))


def _barred_row(text: str, line: Line) -> Row:
    """A row without the empty cells that its outer bars would make."""
    row = _row(text, line, _BAR)
    bare = line.text.strip()
    first, last = int(bare.startswith("|")), len(row.cells) - int(bare.endswith("|") and len(bare) > 1)
    return Row(row.cells[first:last])


def _table(rows: Iterable[Row]) -> Table:
    return Table(tuple(row for row in rows if any(cell.paragraphs for cell in row.cells)))


def _size(pattern: re.Pattern[str], attributes: str) -> int:
    match = pattern.search(attributes)
    return max(1, int(match[1])) if match else 1


def _fill(row: list[Cell], above: Mapping[int, tuple[int, Cell]]) -> None:
    """Adds the cells that reach into a row from above: with their words where the row has a number of its own."""
    while len(row) in above:
        numbered = bool(row) and bool(_NUMBER.fullmatch(row[0].text.strip()))
        row.append(above[len(row)][1] if numbered else Cell())


def _read_html(text: str, lines: Sequence[Line], at: int) -> tuple[Table, int, int]:
    """The rows between <table> and its end, which is the end of the text where the tag is never closed."""
    start = lines[at].start
    closing = _TABLE_END.search(text, start)
    end = closing.end() if closing else len(text)
    while at < len(lines) and lines[at].start < end:
        at += 1
    rows: list[list[Cell]] = [[]]
    above: dict[int, tuple[int, Cell]] = {}
    opened: dict[int, tuple[int, Cell]] = {}
    place, columns, height = start, 0, 1
    for tag in (*_TABLE_TAG.finditer(text, start, end), None):
        cell = _cell(text, place, tag.start() if tag else end)
        if columns or cell.paragraphs:
            _fill(rows[-1], above)
            for n in range(max(1, columns)):
                if height > 1:
                    opened[len(rows[-1])] = (height, cell if n == 0 else Cell())
                rows[-1].append(cell if n == 0 else Cell())
        columns, height = 0, 1
        if tag:
            name = tag["tag"].casefold()
            if name in ("td", "th") and not tag["closing"]:
                columns, height = _size(_COLSPAN, tag["attributes"]), _size(_ROWSPAN, tag["attributes"])
            elif name in ("tr", "caption"):
                _fill(rows[-1], above)
                rows.append([])
                if not tag["closing"]:
                    spanned = {**above, **opened}
                    above = {n: (left - 1, cell) for n, (left, cell) in spanned.items() if left > 1}
                    opened = {}
            place = tag.end()
    return _table(Row(tuple(cells)) for cells in rows), at, end
