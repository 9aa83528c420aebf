"""Tables of Markdown: cells parted by tabs or by bars, and what HTML left of <table>."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from operator import attrgetter

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row, Table, join
from extract.document.repairs import clean
from extract.inputs.grids import Spanning, resolve_spans
from extract.lexicon.words import words
from extract.readers.marks import strips_of
from extract.readers.typed import lines as typed
from extract.readers.typed.tables import LONG_STROKE, typed_table

_ITEM_WITH_TAB = re.compile(r"[ ]*(?:[-*+•–—·▪]|\d{1,3}[.)])\t+(?=\S)[^\t]*$")
_DELIMITER_ROW = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:[|+][ ]*:?-+:?[ ]*)*\|?[ ]*$")
_RULE = re.compile(r"[ \t|+:]*[-=─━═][ \t|+:=─━═-]{2,}")
"""A line drawn between two rows, or between the titles and what stands below."""
_BAR = re.compile(r"(?<!\\)\|")
_FEWEST_BARS = 3
"""Bars of a line whose cells may go on below."""
_TAB = re.compile(r"\t")
_INITIAL = re.compile(r"(?<!\w)[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.$")
_SHORT_LAST = re.compile(r"\s[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{1,2}$")
_CONJUNCTIONS = frozenset((*words("ru").conjunctions, *words("kk").conjunctions))
_LINE_END = re.compile(r"\n")
_OPENS_ANEW = re.compile(r"\s*[«\"“]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
_HTML_TABLE = re.compile(r"\s*(?:<(?:div|center|figure|section)\b[^<>]*>\s*)*<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_TABLE_TAG = re.compile(
    r"<(?P<closing>/?)(?P<tag>table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)\b(?P<attributes>[^<>]*)>",
    re.IGNORECASE,
)
_COLSPAN = re.compile(r"colspan\s*=\s*[\"'{]?(\d{1,2})", re.IGNORECASE)
_ROWSPAN = re.compile(r"rowspan\s*=\s*[\"'{]?(\d{1,3})", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class TableLine(Line):
    """A line that stands for those of a typed table."""

    rows: tuple[Row, ...] = ()


def with_typed_tables(text: str, lines: Sequence[Line], fences: Sequence[bool], lang: str) -> list[Line]:
    """The lines, those of a typed table as one: in fences, told by `fences`, whatever parts its columns, else framed.

    A fence that holds a table is closed before it and opened again behind.
    """
    if not any(fences) and "|___" not in text and LONG_STROKE not in text:
        return list(lines)
    plain = [typed.Line(line.start, line.end, line.text) for line in lines]
    marks = [*(n for n, mark in enumerate(fences) if mark), len(lines)]
    found: list[Line] = []
    at, passed, part = 0, 0, plain[: marks[0]]
    while at < len(lines):
        while marks[passed] < at:
            passed += 1
            part = plain[: marks[passed]]
        table, behind = None, at
        if marks[passed] > at:
            inside = bool(passed % 2)
            table, behind = typed_table(text, part, at, lang, framed=not inside)
        if table is not None:
            fence = "```" if inside else ""
            found.append(Line(table.start, table.start, fence))
            found.append(TableLine(table.start, table.end, "", rows=table.rows))
            found.append(Line(table.end, table.end, fence))
        else:
            behind = max(behind, at + 1)
            found.extend(lines[at:behind])
        at = behind
    return found


def opens_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a table of any kind begins at a line."""
    return lines[at].tabular or _opens_bars(lines, at) or bool(_HTML_TABLE.match(lines[at].text))


def read_table(text: str, lines: Sequence[Line], at: int) -> tuple[Table, int, int]:
    """The table that begins at a line, the number of the line behind it, and the offset where its own text ends."""
    if _HTML_TABLE.match(lines[at].text):
        return _read_html(text, lines, at)
    rows: list[Row] = []
    if _opens_bars(lines, at):
        typed: list[Line] = []
        while at < len(lines) and (_BAR.search(lines[at].text) or _is_rule_between(lines, at)):
            typed.append(lines[at])
            at += 1
        outer = _has_outer_bar(typed[0])
        rows = [_of_lines(text, wrapped, outer=outer) for wrapped in _wrapped(typed, outer=outer)]
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
    return bool(_BAR.search(bare)) and ("|" in below or "+" in below) and bool(_DELIMITER_ROW.match(below))


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


def _barred_row(text: str, line: Line, *, outer: bool) -> Row:
    """A row without the empty cells that its outer bars would make."""
    row = _row(text, line, _BAR)
    bare = line.text.strip()
    first, last = int(outer), len(row.cells) - int(bare.endswith("|") and len(bare) > 1)
    return Row(row.cells[first:last])


def _wrapped(lines: Sequence[Line], *, outer: bool) -> Iterator[list[Line]]:
    """The lines of bars, `outer` where they begin with one, those together that hold one row whose cells go on below:

    1 | Провести осмотр и | Главный
      | ремонт насосной   | инженер
    """
    of_markdown = outer and any("+" not in line.text and _DELIMITER_ROW.match(line.text) for line in lines)
    row: list[Line] = []
    for line in lines:
        is_rule = bool(_DELIMITER_ROW.match(line.text) or _RULE.fullmatch(line.text))
        if row and not is_rule and _goes_on(row, line, outer=outer, of_markdown=of_markdown):
            row.append(line)
            continue
        if row:
            yield row
        row = [] if is_rule else [line]
    if row:
        yield row


def _is_rule_between(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is drawn between two rows of bars."""
    return at + 1 < len(lines) and bool(_RULE.fullmatch(lines[at].text) and _BAR.search(lines[at + 1].text))


def _goes_on(row: Sequence[Line], line: Line, *, outer: bool, of_markdown: bool) -> bool:
    """Whether a line without a number, its bars below those of the row above, says only what the cells there go on
    with. One of them must be torn where it is; else each has had no room above, some say nothing more, and the table
    is none of Markdown, whose rows have a line each. A cell that is told again is of a row of its own.
    """
    bars = [match.start() for match in _BAR.finditer(line.text)]
    if len(bars) < _FEWEST_BARS or bars != [match.start() for match in _BAR.finditer(row[-1].text)]:
        return False
    first = int(outer)
    over, cells = (_BAR.split(one.text)[first:] for one in (row[-1], line))
    told = [(begun, cell) for begun, cell in zip(over, cells, strict=True) if cell.strip()]
    unnumbered = _BAR.split(row[0].text)[first].strip() and not cells[0].strip()
    if not told or not unnumbered or any(begun.strip() == cell.strip() for begun, cell in told):
        return False
    filled = [_is_filled(begun, cell) for begun, cell in told]
    some_empty = len(told) < sum(bool(begun.strip()) for begun in _BAR.split(row[0].text)[first + 1 :])
    goes_on = (not of_markdown and some_empty and all(filled)) or any(_is_torn(begun, cell) for begun, cell in told)
    return goes_on and all(
        _carries_on(begun, cell, full, alone=len(told) == 1) for (begun, cell), full in zip(told, filled, strict=True)
    )


def _is_torn(over: str, cell: str) -> bool:
    """Whether the words of two cells are one phrase: behind a comma, a hyphen or a short word ("и", "по"), or before a
    bracket or a conjunction.
    """
    begun, word = over.strip(), cell.split(maxsplit=1)[0]
    return begun[-1:] in (",", "-", "–") or bool(_SHORT_LAST.search(begun)) or word[0] == "(" or word in _CONJUNCTIONS


def _has_outer_bar(line: Line) -> bool:
    return line.text.lstrip().startswith("|")


def _is_filled(over: str, cell: str) -> bool:
    """Whether the first word of a cell had no room in the one above, or words there end in a comma or a hyphen."""
    begun, word = over.strip(), cell.split(maxsplit=1)[0]
    return begun[-1:] in (",", "-", "–") or len(over.rstrip()) + 1 + len(word) >= len(over)


def _carries_on(over: str, cell: str, filled: bool, *, alone: bool) -> bool:
    """Whether a cell goes on with the one above; one that alone says something may be a heading by its capital."""
    begun, word = over.strip(), cell.split(maxsplit=1)[0]
    ended = begun.endswith((".", ";")) and not _INITIAL.search(begun)
    if not begun or ended or not any(map(str.isalpha, cell)):
        return False
    may_be_heading = alone and begun[-1] not in ",-–" and word[0].isupper() and word[1:2].islower()
    return word.lstrip('(«"')[:1].islower() or (filled and not may_be_heading)


def _of_lines(text: str, lines: Sequence[Line], *, outer: bool) -> Row:
    """The row that stands on some lines, each of its cells one paragraph where there are several."""
    first, *others = (_barred_row(text, line, outer=outer) for line in lines)
    if not others:
        return first
    columns = zip_longest(*(row.cells for row in (first, *others)), fillvalue=EMPTY_CELL)
    filled = ([cell.passage for cell in cells if cell.paragraphs] for cells in columns)
    return Row(tuple(Cell((join(pieces),)) if pieces else Cell() for pieces in filled))


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
