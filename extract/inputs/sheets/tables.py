"""The parts of a document in a sheet: lines above, between and behind tables, and tables as grids.

    | Об утверждении Плана ...      |          |       a line: what stands above a row of titles, and behind the last
    |                               | Приложение 1 |   row of more than one cell
    | № | Мероприятие | Срок | Расходы: 2031 | 2032 |   a table, from its titles on: three cells or more
    | I. Сады                                       |
    | 1 | Посадить сад | май | 10 | 20              |
    |   |
    | Целевые индикаторы                            |   another one, where titles come again
    | № | Индикатор | Единица | 2031 | 2032          |

Rows and columns in which no words begin are left out, so are hidden ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, product

from extract.document.printed_marks import may_be_title
from extract.inputs.parts import Grid, GridCell, LeftOut, Part, Prose, Title
from extract.inputs.sheets.sheet import Figure, Merged, Place, Sheet, address, check_size, column_letters, ranges
from extract.inputs.sheets.shown import shown
from extract.lexicon.words import words
from kzedu_graph.language.letters import KAZAKH_ONLY

FEWEST_TITLES = 3
"""Filled cells of the row that a table begins with."""
PAIR = 2
MOST_LINES = 10
"""Lines above titles that come again."""
FEWEST_KNOWN = 2
"""Titles of columns that are known, in a row that begins another table."""
MOST_NAMED = 12
"""Places that are named where something was left out."""
_NAME_OF_NONE = re.compile(r"(?:лист|sheet|бет|парақ|парак|worksheet|таблица|table|page\s*)\s*\d*(?:\s*\(\d+\))?", re.I)
"""Names that programs give to sheets."""
_NUMBER = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*[.)]?")
_KAZAKH = re.compile(f"[{KAZAKH_ONLY}]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LETTERS_OF_KAZAKH = 40
"""A text is Kazakh where one letter in so many is Kazakh alone."""
_NOT_LETTERS = re.compile(r"[^\w№]+|_")


def parts_of(sheets: Iterable[Sheet], name: str) -> Iterator[Part]:
    """The parts of the sheets that are seen, one sheet behind the other, and what was left out of them.

    Raises UnusableInput where a sheet of the file, whose name is told, spreads over more cells than a plan can have.
    """
    every = list(sheets)
    seen = [sheet for sheet in every if not sheet.hidden and sheet.cells]
    lang = _language(seen)
    shows = [(sheet, list(_Layout.of(sheet, lang, name).parts())) for sheet in seen]
    filled = [(sheet, parts) for sheet, parts in shows if parts]
    for sheet, parts in filled:
        if len(filled) > 1 and _says_something(sheet.name, parts):
            yield Title(sheet.name.strip())
        yield from parts
    hidden = (place for sheet in every for place in _hidden(sheet))
    yield from _left_out("hidden-in-sheets", hidden)
    yield from _left_out("formula-without-value", (place for sheet in seen for place in _without_value(sheet)))


def _language(sheets: Iterable[Sheet]) -> str:
    text = "".join(content for sheet in sheets for content in sheet.cells.values() if isinstance(content, str))
    return "kk" if _LETTERS_OF_KAZAKH * len(_KAZAKH.findall(text)) > len(_CYRILLIC.findall(text)) else "ru"


def _says_something(name: str, parts: Sequence[Part]) -> bool:
    """Whether a sheet's name is one that somebody gave it, and the sheet does not say it itself above its table."""
    if not name.strip() or _NAME_OF_NONE.fullmatch(name.strip()):
        return False
    said = " ".join(part.text for part in parts if isinstance(part, Title | Prose)).casefold()
    return name.strip().casefold() not in said


def _hidden(sheet: Sheet) -> Iterator[str]:
    """What of a sheet nobody sees: "Черновик", "План!5:7", "План!D:E"."""
    if sheet.hidden:
        yield from [sheet.name] if sheet.cells else []
        return
    rows = {row for row, _ in sheet.cells} & sheet.hidden_rows
    columns = {column for _, column in sheet.cells if sheet.hides_column(column)}
    yield from (f"{sheet.name}!{first + 1}:{last + 1}" for first, last in ranges(rows))
    yield from (f"{sheet.name}!{column_letters(first)}:{column_letters(last)}" for first, last in ranges(columns))


def _without_value(sheet: Sheet) -> Iterator[str]:
    for place in sheet.without_value:
        if place[0] not in sheet.hidden_rows and not sheet.hides_column(place[1]):
            yield f"{sheet.name}!{address(place)}"


def _left_out(code: str, places: Iterable[str]) -> Iterator[LeftOut]:
    named = list(places)
    if named:
        further = [f"… (+{len(named) - MOST_NAMED})"] if len(named) > MOST_NAMED else []
        yield LeftOut(code, "; ".join((*named[:MOST_NAMED], *further)))


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that words may stand in: its lines, its column, and how many of the rows and columns kept it covers."""

    lines: tuple[str, ...]
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class _Layout:
    """The cells of a sheet that are seen: by row, each where it begins; `numbers` are the sheet's own of the rows."""

    rows: tuple[tuple[_Cell, ...], ...]
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, sheet: Sheet, lang: str, name: str) -> _Layout:
        """The layout of a sheet of a file, without rows and columns in which nothing begins."""
        covering, cells = _as_seen(sheet)
        texts = {
            place: lines
            for place, content in cells.items()
            if (lines := _lines(shown(content, lang) if isinstance(content, Figure) else content))
        }
        numbers = sorted({row for row, _ in texts})
        columns = sorted({column for _, column in texts})
        check_size(len(numbers) * len(columns), name)
        covered: set[Place] = set()
        for place, merged in sorted(covering.items()):
            if place not in covered:
                rows_within = _within(numbers, merged.top, merged.bottom)
                covered.update(product(rows_within, _within(columns, merged.left, merged.right)))
                covered.discard(place)
        rows = tuple(
            tuple(
                _cell(texts.get((row, column), ()), n, covering.get((row, column)), numbers, columns)
                for n, column in enumerate(columns)
                if (row, column) not in covered
            )
            for row in numbers
        )
        return cls(rows, tuple(numbers))

    @cached_property
    def reached(self) -> tuple[bool, ...]:
        """For each row, whether a cell from above reaches into it."""
        ends = accumulate((n + max(cell.rows for cell in row) for n, row in enumerate(self.rows)), max)
        return (False, *(end > n for n, end in enumerate(ends, 1)))[: len(self.rows)]

    def parts(self) -> Iterator[Part]:
        """Lines and tables, from top to bottom."""
        at = 0
        while at < len(self.rows):
            begin, end = self._table(at)
            for row in self.rows[at:begin]:
                yield from _as_lines(row)
            if begin < end:
                yield _grid(self.rows[begin:end])
            at = end

    def _table(self, at: int) -> tuple[int, int]:
        """Where the next table begins and ends; both are the last row's end where there is none any more."""
        last = len(self.rows)
        begin = next((n for n in range(at, last) if self._begins(n)), last)
        while begin < last and self.reached[begin] and begin > at:
            begin -= 1
        if begin < last and self._filled(begin) == PAIR and not self._leads_to_titles(begin):
            ends = (n for n in range(begin + 1, last) if self._filled(n) != PAIR and not self.reached[n])
            return begin, next(ends, last)
        end = self._behind(begin)
        while end > begin and self._filled(end - 1) < PAIR and not self.reached[end - 1]:
            end -= 1
        return begin, end

    def _behind(self, begin: int) -> int:
        """The row where another table's lines or titles begin."""
        has_numbers = False
        for at in range(begin + 1, len(self.rows)):
            if has_numbers and (self._comes_again(at) or self._leads_to_key(at)):
                return at
            has_numbers = has_numbers or _is_numbered(self.rows[at])
        return len(self.rows)

    def _begins(self, at: int) -> bool:
        """Whether a table begins: with titles, or with rows of two cells each, one under the other."""
        if self._filled(at) >= FEWEST_TITLES:
            return True
        follows = at + 1 < len(self.rows) and self.numbers[at + 1] == self.numbers[at] + 1
        return follows and self._filled(at) == self._filled(at + 1) == PAIR

    def _leads_to_titles(self, at: int) -> bool:
        """Whether a cell of a row of two goes on in the row of titles below it."""
        return at + 1 < len(self.rows) and self.reached[at + 1] and self._filled(at + 1) >= PAIR

    def _comes_again(self, at: int) -> bool:
        """Whether titles of a table stand in a row, or behind lines that begin there, no empty row between them."""
        titles = at
        while titles < len(self.rows) and self._filled(titles) == 1 and titles - at < MOST_LINES:
            titles += 1
        parted = any(self.numbers[n] > self.numbers[n - 1] + 1 for n in range(at + 1, min(titles + 1, len(self.rows))))
        return titles < len(self.rows) and not parted and not self.reached[titles] and _are_titles(self.rows[titles])

    def _leads_to_key(self, at: int) -> bool:
        """Whether a line has nothing below it but rows of a key: "МП | – | Министерство просвещения"."""
        below = range(at + 1, len(self.rows))
        return self._filled(at) == 1 and len(below) > 0 and all(self._is_of_key(n) for n in below)

    def _is_of_key(self, at: int) -> bool:
        row = self.rows[at]
        return PAIR <= self._filled(at) <= FEWEST_TITLES and bool(row[0].lines) and not _is_numbered(row)

    def _filled(self, at: int) -> int:
        return sum(bool(cell.lines) for cell in self.rows[at])


def _as_seen(sheet: Sheet) -> tuple[dict[Place, Merged], dict[Place, Figure | str]]:
    """The merged ranges by the first of their cells that is seen, and what each cell shows that is."""
    hides = {column: sheet.hides_column(column) for _, column in sheet.cells}

    def is_seen(place: Place) -> bool:
        return place[0] not in sheet.hidden_rows and not hides.get(place[1], False)

    cells = {place: content for place, content in sheet.cells.items() if is_seen(place)}
    covering: dict[Place, Merged] = {}
    for merged in sheet.merged:
        place = (merged.top, merged.left)
        if place in sheet.cells and not is_seen(place):
            row = next((n for n in range(merged.top, merged.bottom + 1) if n not in sheet.hidden_rows), None)
            column = next((n for n in range(merged.left, merged.right + 1) if not sheet.hides_column(n)), None)
            if row is None or column is None:
                continue
            cells[row, column] = sheet.cells[place]
            place = (row, column)
        if place in cells:
            covering[place] = Merged(*place, merged.bottom, merged.right)
    return covering, cells


def _within(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _cell(
    lines: tuple[str, ...], column: int, merged: Merged | None, rows: Sequence[int], columns: Sequence[int]
) -> _Cell:
    if merged is None:
        return _Cell(lines, column, 1, 1)
    height, width = _within(rows, merged.top, merged.bottom), _within(columns, merged.left, merged.right)
    return _Cell(lines, column, len(height), len(width))


def _grid(rows: Sequence[Sequence[_Cell]]) -> Grid:
    """The rows of a table, without the columns behind its last words: other tables of the sheet have them."""
    width = 1 + max(cell.column for row in rows for cell in row if cell.lines)
    return Grid(
        tuple(
            tuple(
                GridCell(cell.lines, min(cell.columns, width - cell.column), cell.rows)
                for cell in row
                if cell.column < width
            )
            for row in rows
        )
    )


def _lines(content: str) -> tuple[str, ...]:
    return tuple(line for piece in content.splitlines() if (line := piece.strip()))


def _as_lines(row: Iterable[_Cell]) -> Iterator[Part]:
    """The words of a row outside tables: a title where a cell is one short line that ends no sentence."""
    for cell in row:
        is_title = len(cell.lines) == 1 and may_be_title(cell.lines[0])
        yield from (Title(line) if is_title else Prose(line) for line in cell.lines)


def _are_titles(row: Sequence[_Cell]) -> bool:
    filled = [" ".join(cell.lines) for cell in row if cell.lines]
    known = sum(_NOT_LETTERS.sub("", title.casefold()) in _titles() for title in filled)
    return len(filled) >= FEWEST_TITLES and known >= FEWEST_KNOWN


def _is_numbered(row: Sequence[_Cell]) -> bool:
    return any(_NUMBER.fullmatch(" ".join(cell.lines)) for cell in row[:2])


@cache
def _titles() -> frozenset[str]:
    """The titles of columns that are known in either language, letters alone."""
    return frozenset(_NOT_LETTERS.sub("", title) for lang in ("kk", "ru") for title in words(lang).column_titles)
