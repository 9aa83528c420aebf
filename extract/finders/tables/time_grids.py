"""Schedules whose rows are bodies or things and whose columns are years, perhaps with days or parts of them below,
where a mark or a day stands: as rows with a deadline each.

    График перевода садов на капельный полив
    № | Хозяйство | 2031 г.         | 2032          № | Мероприятия | Срок
      |           | 01.01. | 01.07. |         ->
    1 | Сад роз   |        |   +    |               1 | Сад роз     | 01.07.2031
    2 | Лесхоз    |        |        |   +           2 | Лесхоз      | 2032 год

A heading above must call the table a plan, a schedule or the like; one that goes on below has the columns numbered or
nothing at all in the place of titles. A deadline points at the titles of its columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import EMPTY_CELL, Block, Cell, Document, Passage, Row, Table, concatenate
from extract.document.marked_months import DASHES, DATED, MARK, NO_MEASURES, with_deadlines
from extract.document.times import TITLES, said, time_of
from extract.finders.plan.columns.title_kinds import kind_of_title, says_a_plan
from extract.lexicon.figures import figure_words
from extract.lexicon.loading import LANGUAGES

MOST_TITLE_ROWS = 3
FEWEST_TIMES, FEWEST_ROWS = 2, 2
MOST_ABOVE = 6
"""Blocks above a table that may call it a schedule."""
MOSTLY = 0.6
"""Share of the rows that must be marked."""
NAMES = {"ru": "Мероприятия", "kk": "Іс-шаралар"}
"""The title of a column of names, where the table has one of bodies."""
_YEAR = re.compile(rf"(?P<year>(?:19[89]|20\d)\d)(?:\s*-?\s*(?:{figure_words().year_words})\b\.?)?")
_DAY = re.compile(r"(?:(?:до|с|на|к)\s+)?(?P<day>(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2]))\.?")
_NUMBER = re.compile(r"\d{1,2}")
_OF_YEAR = {"ru": ("", " года"), "kk": (" жылғы ", "")}
_YEAR_ALONE = {"ru": " год", "kk": " жыл"}


@dataclass(frozen=True, slots=True)
class _Time:
    """A column of times: its year, and a day or a part of the year, each with its title."""

    year: str = ""
    over: Passage | None = None
    part: str = ""
    own: Passage | None = None

    def told(self, cell: Cell, lang: str) -> Passage:
        """The deadline of a row that has a cell in the column filled."""
        day = _DAY.fullmatch(cell.text.strip())
        part, own = (day["day"], cell.passage) if day else (self.part, self.own)
        if self.over is None or own is None:
            place = own or self.over
            words = part or f"{self.year}{_YEAR_ALONE[lang]}"
            return said(words, place) if place else cell.passage
        if _DAY.fullmatch(part):
            return concatenate((said(f"{part}.", own), said(self.year, self.over)))
        before, behind = _OF_YEAR[lang]
        if lang == "kk":
            return concatenate((said(f"{self.year}{before}", self.over), said(part, own)))
        return concatenate((said(part, own), said(f" {self.year}{behind}", self.over)))


@dataclass(frozen=True, slots=True)
class _Grid:
    """The titles of a grid: how many columns it has, which of them are times, and the titles of the others."""

    width: int
    times: dict[int, _Time]
    titles: Row
    lang: str

    def table(self, body: Sequence[Row]) -> Table:
        """The rows with deadlines, below their titles."""
        return Table((self.titles, *map(self._row, body)))

    def holds(self, body: Sequence[Row]) -> bool:
        """Whether marks alone stand below the times in most rows, or a day: figures of several years are amounts."""
        wide = [row for row in body if len(row.cells) == self.width]
        filled = [[cell for n in self.times if _says(cell := row.cells[n])] for row in wide]
        marked = sum(map(bool, filled))
        only = all(_marks(cell) if len(cells) > 1 else _is_told_by(cell) for cells in filled for cell in cells)
        return only and marked >= max(FEWEST_ROWS, MOSTLY * len(wide)) and max(map(len, filled)) < self.width

    def _row(self, row: Row) -> Row:
        if len(row.cells) != self.width:
            return row
        first, last = min(self.times), max(self.times)
        told = [time.told(row.cells[n], self.lang) for n, time in self.times.items() if _says(row.cells[n])]
        commas = [piece for passage in told for piece in (said(", ", passage), passage)][1:]
        cell = Cell((concatenate(commas),)) if told else EMPTY_CELL
        return Row((*row.cells[:first], cell, *row.cells[last + 1 :]))


def with_time_grids(document: Document) -> Document:
    """The document, each schedule that is a grid as rows with deadlines."""
    found = list(_read(document.blocks, document.lang))
    changed = any(one is not other for one, other in zip(found, document.blocks, strict=True))
    return replace(document, blocks=tuple(found)) if changed else document


def _read(blocks: Sequence[Block], lang: str) -> Iterator[Block]:
    last: _Grid | None = None
    for number, block in enumerate(blocks):
        if not isinstance(block, Table) or not block.rows:
            yield block
            continue
        size, grid = _grid_of(block.rows, lang)
        if grid is None and last is not None and last.width == len(block.rows[0].cells):
            size, grid = 0, last
        body = [row for row in block.rows[size:] if not _numbers_columns(row)]
        called = grid is last or _is_called_a_schedule(blocks[max(0, number - MOST_ABOVE) : number])
        last = grid if grid and called and grid.holds(body) else None
        yield last.table(body) if last else block


def _is_called_a_schedule(above: Sequence[Block]) -> bool:
    """Whether one of the blocks above a table, behind the last table, has a word for a plan."""
    told: list[str] = []
    for block in reversed(above):
        if isinstance(block, Table):
            break
        told.append(block.passage.text)
    return any(says_a_plan(text, lang) for text in told for lang in LANGUAGES)


def _grid_of(rows: Sequence[Row], lang: str) -> tuple[int, _Grid | None]:
    """How many rows the titles of a grid take, and what they are; None where a table is none."""
    over = [cell for cell in rows[0].cells for _ in range(cell.columns or 1)]
    titles = [over]
    for row in rows[1:MOST_TITLE_ROWS]:
        below = [cell for cell in row.cells for _ in range(cell.columns or 1)]
        if len(below) != len(over) or below[0].paragraphs or _numbers_columns(row):
            break
        titles.append(below)
    times = {n: time for n in range(len(over)) if (time := _time([row[n] for row in titles], lang))}
    if len(times) < FEWEST_TIMES or min(times) == 0 or list(times) != list(range(min(times), max(times) + 1)):
        return 0, None
    left = [*over[: min(times)], *over[max(times) + 1 :]]
    kinds = [kind_of_title(cell.text, lang) for cell in left]
    if not any(time.year for time in times.values()) or {*DATED, *NO_MEASURES} & {*kinds}:
        return 0, None
    if "name" in kinds and with_deadlines(rows, lang) is not rows:
        return 0, None
    first = min(times)
    named = [*over[:first]]
    if "name" not in kinds:
        if not named[-1].paragraphs:
            return 0, None
        named[-1] = Cell((said(NAMES[lang], named[-1].passage),))
    place = next(cell.passage for row in titles for cell in row[first:] if cell.paragraphs)
    row = Row((*named, Cell((said(TITLES[lang], place),)), *over[max(times) + 1 :]))
    return len(titles), _Grid(len(over), times, row, lang)


def _time(titles: Sequence[Cell], lang: str) -> _Time | None:
    """The time that the titles of a column name, one above the other; None where they name none."""
    time = _Time()
    for cell in titles:
        text = cell.text.strip()
        if not text:
            continue
        if year := _YEAR.fullmatch(text):
            time = replace(time, year=year["year"], over=cell.passage)
        elif day := _DAY.fullmatch(text):
            time = replace(time, part=day["day"], own=cell.passage)
        elif part := time_of(text, lang):
            time = replace(time, part=part, own=cell.passage)
    return time if time.year or time.part else None


def _says(cell: Cell) -> bool:
    return bool(cell.paragraphs) and not DASHES.fullmatch(cell.text.strip())


def _marks(cell: Cell) -> bool:
    return bool(MARK.fullmatch(cell.text.strip()))


def _is_told_by(cell: Cell) -> bool:
    """Whether the only cell of a row holds a mark or a day."""
    return _marks(cell) or bool(_DAY.fullmatch(cell.text.strip()))


def _numbers_columns(row: Row) -> bool:
    """Whether a row numbers the columns of the table."""
    texts = [cell.text.strip(" .") for cell in row.cells]
    return len(texts) > FEWEST_TIMES and texts == [str(n + 1) for n in range(len(texts))]
