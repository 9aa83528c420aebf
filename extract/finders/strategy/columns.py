"""Tables with a column a year: which cell stands for what, also where a conversion doubled or lost a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from extract.document.blocks import Cell, Row, Table
from extract.lexicon.figures import figure_words
from extract.lexicon.strategies import strategy_words

_YEAR = re.compile(rf"(?P<year>(?:19|20)\d\d)(?:\s*(?:{figure_words().year_words})\.?)?")
_NUMBER_ALONE = re.compile(r"[\d\s.,]*\d[\d\s.,]*%?")
MOST_EXCESS = 3
"""Columns more than the titles have that are still looked through for doubled and empty ones."""


@dataclass(frozen=True, slots=True)
class YearColumns:
    """The columns of a table in printed order: a year, or a word (`number`, `name`, `unit`, `remark`, "" unknown).

    `title` is what stands above the column of names; `known` says that it is a title the lexicon knows.
    """

    kinds: tuple[int | str, ...]
    title: str
    known: bool

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(kind for kind in self.kinds if isinstance(kind, int))

    @property
    def before(self) -> int:
        """How many columns stand before the first year."""
        return next(n for n, kind in enumerate(self.kinds) if isinstance(kind, int))

    @property
    def behind(self) -> int:
        """How many columns stand behind the last year."""
        return next(n for n, kind in enumerate(reversed(self.kinds)) if isinstance(kind, int))


def columns_in(table: Table, lang: str) -> tuple[YearColumns | None, int]:
    """The columns that a table's own titles name, and the number of rows that the titles take."""
    above: Row | None = None
    for n, row in enumerate(table.rows[:3]):
        columns = _columns_of(row, above, lang)
        if columns:
            return columns, n + 1
        above = row
    return None, 0


def _columns_of(row: Row, above: Row | None, lang: str) -> YearColumns | None:
    titles = _with_those_above(row, above)
    matches = [_YEAR.fullmatch(title) for title in titles]
    years = [int(match["year"]) for match in matches if match]
    if len(years) < 2 or years != sorted(set(years)):
        return None
    kinds: list[int | str] = []
    for title, match in zip(titles, matches, strict=True):
        kinds.append(int(match["year"]) if match else strategy_words(lang).column(title) or "")
    first = next(n for n, match in enumerate(matches) if match)
    known = "name" in kinds[:first]
    if not known:
        if "" not in kinds[:first]:
            return None
        kinds[kinds.index("")] = "name"
    return YearColumns(tuple(kinds), titles[kinds.index("name")], known)


def _with_those_above(row: Row, above: Row | None) -> list[str]:
    """The titles of a row; where a cell is empty, that above it, which behind a title set across several is shifted."""
    texts = [cell.text for cell in row.cells]
    if above is None:
        return texts
    shift = max(0, len(texts) - len(above.cells))
    last = max((n for n, text in enumerate(texts) if text), default=0)
    places = [n - shift if n > last else n for n in range(len(texts))]
    found = [above.cells[n].text if 0 <= n < len(above.cells) else "" for n in places]
    return [text or title for text, title in zip(texts, found, strict=True)]


def aligned(rows: Sequence[Row], columns: YearColumns) -> Iterator[tuple[Row, Mapping[int | str, Cell] | None]]:
    """Each row with its cells by column; None for rows whose cells cannot be told apart.

    Rows of one width are judged together: a column too many is the one that is empty in all of them, or repeats
    its neighbour in all of them; a column too few is one behind the years.
    """
    places: dict[int, tuple[int, ...] | None] = {}
    for width in {len(row.cells) for row in rows}:
        same = [row for row in rows if len(row.cells) == width and not is_title(row)]
        places[width] = _places(same, width, columns)
    for row in rows:
        found = places[len(row.cells)]
        if is_title(row):
            yield row, {"name": row.cells[0]}
        elif found is None:
            yield row, None
        else:
            yield row, {kind: row.cells[n] for kind, n in zip(columns.kinds, found, strict=False) if kind != ""}


def is_title(row: Row) -> bool:
    """Whether only the first cell of a row is filled: a heading between rows, or the rest of a name."""
    return bool(row.cells) and not any(cell.paragraphs for cell in row.cells[1:])


def _places(rows: Sequence[Row], width: int, columns: YearColumns) -> tuple[int, ...] | None:
    """The cell for each column, the last columns left out where the rows have none; None where nobody can tell."""
    excess = width - len(columns.kinds)
    if excess <= 0:
        places = tuple(range(width)) if -excess <= columns.behind else None
    elif excess <= MOST_EXCESS:
        places = _without_excess(rows, width, excess, columns)
    else:
        places = None
    return places if places is not None and _plausible(rows, places, columns) else None


def _without_excess(rows: Sequence[Row], width: int, excess: int, columns: YearColumns) -> tuple[int, ...] | None:
    texts = [[" ".join(cell.text.split()) for cell in row.cells] for row in rows]
    zone = range(columns.before, width - columns.behind)
    empty = [n for n in zone if not any(row[n] for row in texts)]
    doubled = [n for n in zone[1:] if all(row[n] == row[n - 1] for row in texts)]
    for idle in (empty, sorted({*empty, *doubled})):
        found: dict[tuple[tuple[str, ...], ...], tuple[int, ...]] = {}
        for left_out in combinations(idle, excess):
            kept = tuple(n for n in range(width) if n not in left_out)
            found.setdefault(tuple(tuple(row[n] for n in kept) for row in texts), kept)
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _plausible(rows: Sequence[Row], places: Sequence[int], columns: YearColumns) -> bool:
    """Whether no column of words holds nothing but numbers, as it would if the cells had shifted."""
    for kind, place in zip(columns.kinds, places, strict=False):
        if kind in ("name", "unit", "remark"):
            texts = [row.cells[place].text for row in rows]
            if texts and all(_NUMBER_ALONE.fullmatch(text) for text in texts):
                return False
    return True
