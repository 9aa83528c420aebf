"""Merged cells resolved: a grid as rows of cells, the way a word processor's plain export writes them.

A cell set across columns is one cell of its row. A cell set across rows stands in the first; beneath it

    | 1. | Name | act    | June |  M |       rows that go on with the number above and bring words
    |    |      | report | July |  N |       become further paragraphs of that row,
    | 2. | ...                         beneath a cell of words a row with a number of its own repeats the words,
    |    |      | 12,5   | ...         and any other (money, titles over years) has an empty cell there.

The number may stand behind cells that reach down from above ("Кадры | 1 | ..." over " | 2 | ..."), where it follows the
one above it. In a table without numbers a row that begins with words of its own repeats what reaches down to it, but
beneath the titles; so does one whose own words stand behind a cell that groups rows:

    | Trees | Plant | Gardener | June |       "Water" is what "Gardener" does too, and no row is of "Trees" twice
    |       | Water |          | July |

and one without a number behind cells of groups, "1. | Trees | Plant" over " | | Water", where the title of its first
words speaks of measures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Generic, TypeVar

from extract.inputs.parts import Grid
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words

_NUMBER = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*\.?,?")
_FIGURES = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONEY = "|".join((figure_words().amount_scales, figure_words().small_scales, figure_words().currency))
_AMOUNT = re.compile(rf"\d\s*(?:{_MONEY}|{figure_words().source_forms})(?!\w)", re.IGNORECASE)
TITLE_ROWS = 2
"""Rows that a table's titles may take."""
FEWEST_BEFORE = 2
"""Columns of numbers and groups before one of measures that are grouped."""
LONGEST_TITLE = 60
"""Letters of a title that names a column of measures."""
LANGUAGES = ("ru", "kk")
MOST_GROUPS = 2
"""Columns of groups that may stand before the names of a table without numbers."""

Words = TypeVar("Words")
"""What a paragraph is: words, or words that know their place in a text."""


@dataclass(frozen=True, slots=True)
class Spanning(Generic[Words]):
    """A cell where it begins, and how many columns and rows it covers."""

    paragraphs: tuple[Words, ...] = ()
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Placed(Generic[Words]):
    """A cell in one row: its paragraphs, and whether it began in a row above."""

    paragraphs: tuple[Words, ...]
    column: int
    columns: int
    goes_on: bool = False


def resolve(grid: Grid) -> tuple[tuple[Spanning[str], ...], ...]:
    """The rows of a grid, each cell with its paragraphs and the columns it covers; wholly empty rows are left out."""
    rows = [[Spanning(cell.paragraphs, cell.columns, cell.rows) for cell in row] for row in grid.rows]
    return resolve_spans(rows, str)


def resolve_spans(
    rows: Sequence[Sequence[Spanning[Words]]], text: Callable[[Words], str]
) -> tuple[tuple[Spanning[Words], ...], ...]:
    """Rows without cells that cover several rows; `text` gives the words of a paragraph."""
    folded: list[list[_Placed[Words]]] = []
    placed_rows = _placed(rows)
    names = _columns_of_names(placed_rows[:TITLE_ROWS], text)
    for row in placed_rows:
        if folded and not _begins_with_a_name(row, names, text) and _belongs_above(folded[-1], row, text):
            _fold(folded[-1], row)
        else:
            folded.append(row)
    named = _named_in(folded, text)
    found = (
        _cells_of(row, above, text, names, named=named if n > 1 else None)
        for n, (above, row) in enumerate(pairwise([[], *folded]))
    )
    return tuple(row for row in found if any(cell.paragraphs for cell in row))


def _placed(rows: Sequence[Sequence[Spanning[Words]]]) -> list[list[_Placed[Words]]]:
    """Every row with the cells that reach into it from above."""
    found: list[list[_Placed[Words]]] = []
    open_cells: dict[int, tuple[int, _Placed[Words]]] = {}
    for cells in rows:
        row: list[_Placed[Words]] = []
        column = 0
        waiting = list(cells)
        from_above, open_cells = open_cells, {}
        while waiting or column in from_above:
            if column in from_above:
                left, placed = from_above.pop(column)
                placed = _Placed(placed.paragraphs, column, placed.columns, goes_on=True)
            else:
                cell = waiting.pop(0)
                left, placed = cell.rows, _Placed(cell.paragraphs, column, cell.columns)
            row.append(placed)
            if left > 1:
                open_cells[column] = (left - 1, placed)
            column += placed.columns
        found.append(row)
    return found


def _has_number(row: Sequence[_Placed[Words]], text: Callable[[Words], str]) -> bool:
    return bool(row) and bool(_NUMBER.fullmatch(_joined(row[0], text)))


def _belongs_above(
    above: Sequence[_Placed[Words]], row: Sequence[_Placed[Words]], text: Callable[[Words], str]
) -> bool:
    """Whether a row goes on with the number of the one above, and all that it brings are words in the same columns."""
    if not row or not row[0].goes_on or not _has_number(row, text):
        return False
    own = [placed for placed in row if not placed.goes_on and any(placed.paragraphs)]
    columns = {placed.column for placed in above}
    return bool(own) and all(_LETTER.search(_joined(p, text)) and p.column in columns for p in own)


def _columns_of_names(titles: Sequence[Sequence[_Placed[Words]]], text: Callable[[Words], str]) -> frozenset[int]:
    """The columns behind one of numbers and one of groups whose title speaks of measures: "№ | Цель | Мероприятия"."""
    return frozenset(
        placed.column
        for row in titles
        for placed in row
        if placed.column >= FEWEST_BEFORE and not placed.goes_on and _says_measures(_joined(placed, text))
    )


def _says_measures(title: str) -> bool:
    said = "".join(filter(str.isalpha, title.casefold()))
    return len(said) <= LONGEST_TITLE and any(stem in said for stem in _name_stems())


@cache
def _name_stems() -> tuple[str, ...]:
    """What words of either language begin with by which a title speaks of measures."""
    return tuple(stem for lang in LANGUAGES for stem, kind in words(lang).column_stems.items() if kind == "name")


def _begins_with_a_name(row: Sequence[_Placed[Words]], names: frozenset[int], text: Callable[[Words], str]) -> bool:
    """Whether the first words of a row that are its own name a measure: those before it group it with others."""
    own = next((placed for placed in row if not placed.goes_on and any(placed.paragraphs)), None)
    return own is not None and own.column in names and _LETTER.search(_joined(own, text)) is not None


def _fold(above: Sequence[_Placed[Words]], row: Sequence[_Placed[Words]]) -> None:
    cells = {placed.column: placed for placed in above}
    for placed in row:
        if not placed.goes_on:
            cells[placed.column].paragraphs += placed.paragraphs


def _counts_on(above: Sequence[_Placed[Words]], row: Sequence[_Placed[Words]], text: Callable[[Words], str]) -> bool:
    """Whether the first cell of a row that does not reach down from above is the number behind the one over it."""
    own = next((placed for placed in row if not placed.goes_on), None)
    over = next((placed for placed in above if own and placed.column == own.column), None)
    if own is None or over is None or own is row[0]:
        return False
    number, last = _joined(own, text), _joined(over, text)
    if not _NUMBER.fullmatch(number) or not _NUMBER.fullmatch(last):
        return False
    parts, before = (list(map(int, _FIGURES.findall(words))) for words in (number, last))
    return parts == [*before[:-1], before[-1] + 1]


def _says_more_than_a_name(row: Sequence[_Placed[Words]], text: Callable[[Words], str]) -> bool:
    """Whether a row behind groups has other words than the name that it begins with, or a time: it is one of its own.

    | 1. | Warm the town | 1. Make a plan | act | 1 May 2031  | mayor     |
    |    |               | – schools      |     | 15 May 2031 | districts |
    """
    own = [said for placed in row if not placed.goes_on and (said := _joined(placed, text))]
    return any(_LETTER.search(said) or _DATED.search(said) for said in own[1:])


def _named_in(rows: Sequence[Sequence[_Placed[Words]]], text: Callable[[Words], str]) -> int | None:
    """The column in which each row that something reaches down to has words of its own, and before which cells group
    rows; None where there is no such column, where rows have numbers, and behind groups in a table of years.
    """
    reached = [row for row in rows if any(placed.goes_on for placed in row)]
    if not reached or any(row and _has_number(row, text) for row in rows):
        return None
    titles = next(row for row in rows if len(row) > 1)
    for column in range(MOST_GROUPS + 1):
        cells = [next((placed for placed in row if placed.column == column), None) for row in (titles, *reached)]
        if not all(one and one.columns == 1 for one in cells):
            return None
        said = [(one.goes_on, _joined(one, text)) for one in cells if one]
        if all(not goes_on and _LETTER.search(words) for goes_on, words in said):
            return column if not column or not any(_YEAR.search(_joined(one, text)) for one in titles) else None
        if any(words and not _LETTER.search(words) for _, words in said):
            return None
    return None


def _cells_of(
    row: Sequence[_Placed[Words]],
    above: Sequence[_Placed[Words]],
    text: Callable[[Words], str],
    names: frozenset[int],
    *,
    named: int | None,
) -> tuple[Spanning[Words], ...]:
    """The cells of a row; `named` is the column of the names that no row lacks, what reaches down behind it is said;
    so is what reaches down behind one of `names`, columns of measures behind those of groups.
    """
    numbered = bool(row) and not row[0].goes_on and _has_number(row, text)
    repeats = numbered or _counts_on(above, row, text)
    grouped = names and _begins_with_a_name(row, names, text) and _says_more_than_a_name(row, text)
    since = min(names) if grouped else named
    told = (
        not placed.goes_on
        or ((repeats or (since is not None and placed.column >= since)) and _is_of_each(_joined(placed, text)))
        for placed in row
    )
    return tuple(
        Spanning(placed.paragraphs if says else (), placed.columns) for placed, says in zip(row, told, strict=True)
    )


def _is_of_each(words: str) -> bool:
    """Whether words hold for each row that they reach down to: an amount is told once, else its sums would double."""
    return _LETTER.search(words) is not None and _AMOUNT.search(words) is None


def _joined(placed: _Placed[Words], text: Callable[[Words], str]) -> str:
    return " ".join(map(text, placed.paragraphs)).strip()
