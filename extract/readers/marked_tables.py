"""Tables of Markdown: cells parted by tabs or by bars, and what HTML left of <table>."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from extract.document.blocks import Cell, Passage, Row, Table
from extract.document.repairs import clean
from extract.inputs.grids import Spanning, resolve_spans
from extract.readers.marks import strips_of

_ITEM_WITH_TAB = re.compile(r"[ ]*(?:[-*+•–—·▪]|\d{1,3}[.)])\t+(?=\S)[^\t]*$")
_DELIMITER_ROW = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_LINE_END = re.compile(r"\n")
_OPENS_ANEW = re.compile(r"\s*[«\"“]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
_HTML_TABLE = re.compile(r"\s*<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_TABLE_TAG = re.compile(
    r"<(?P<closing>/?)(?P<tag>table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)\b(?P<attributes>[^<>]*)>",
    re.IGNORECASE,
)
_COLSPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,2})", re.IGNORECASE)
_ROWSPAN = re.compile(r"rowspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without its quotation marks: where it stands, its words, and whether they are of a title."""

    start: int
    end: int
    text: str
    title: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands on the line."""
        return not self.text.strip()

    @property
    def tabular(self) -> bool:
        """Whether the line is a row whose cells are parted by tabs; a tab behind an item's marker parts nothing."""
        first, tab, _ = self.text.partition("\t")
        return bool(tab and first.strip()) and not _ITEM_WITH_TAB.match(self.text)


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
    passages = (clean(line) for strip in strips_of(text, start, end) for line in _lines_of(strip.passage))
    return Cell(tuple(passage for passage in passages if passage.text))


def _lines_of(paragraph: Passage) -> list[Passage]:
    """The lines of a cell's paragraph where each begins with a capital, as bodies do that stand below each other.

    Else they are one: a line that goes on in small letters is a word or a phrase that the page's width has torn.
    """
    if "\n" not in paragraph.text.strip():
        return [paragraph]
    lines = [line for line in paragraph.split(_LINE_END) if line.text.strip()]
    return lines if all(_OPENS_ANEW.match(line.text) for line in lines) else [paragraph]


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


def _read_html(text: str, lines: Sequence[Line], at: int) -> tuple[Table, int, int]:
    """The rows between <table> and its end, which is the end of the text where the tag is never closed."""
    start = lines[at].start
    closing = _TABLE_END.search(text, start)
    end = closing.end() if closing else len(text)
    while at < len(lines) and lines[at].start < end:
        at += 1
    rows: list[list[Spanning[Passage]]] = [[]]
    place, opened = start, None
    for tag in (*_TABLE_TAG.finditer(text, start, end), None):
        cell = _cell(text, place, tag.start() if tag else end)
        if opened or cell.paragraphs:
            wide, high = (_size(pattern, opened["attributes"] if opened else "") for pattern in (_COLSPAN, _ROWSPAN))
            rows[-1].append(Spanning(cell.paragraphs, wide, high))
        opened = None
        if tag:
            name = tag["tag"].casefold()
            if name in ("td", "th") and not tag["closing"]:
                opened = tag
            elif name in ("tr", "caption"):
                rows.append([])
            place = tag.end()
    resolved = resolve_spans([row for row in rows if row], attrgetter("text"))
    rows_of_cells = (Row(tuple(Cell(one.paragraphs, columns=one.columns) for one in row)) for row in resolved)
    return _table(rows_of_cells), at, end


def _size(pattern: re.Pattern[str], attributes: str) -> int:
    found = pattern.search(attributes)
    return max(1, int(found[1])) if found else 1
