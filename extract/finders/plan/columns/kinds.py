"""The columns of a plan's tables by their titles, in one row, or in two where years stand beneath a common title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, takewhile

from extract.document.blocks import Cell, Passage, Row, concatenate
from extract.document.title_years import actual_year
from extract.finders.plan.columns.aside_titles import with_asides
from extract.finders.plan.columns.title_kinds import FUNDING, kind_of_title
from extract.lexicon.figures import figure_words

_COLUMN_NUMBER = re.compile(r"[1-9]\d?")
TITLE_ROWS = 3
"""How many of a table's first rows are looked through for titles."""
TOTAL = "total"
MONEY = frozenset({FUNDING, TOTAL})
PAIR = "years "
"""What stands before the years of a column of money of several years together: "2031-2032 годы"."""
_OF_SOURCE = re.compile(r"(?P<year>\d{4}|sum) of (?P<source>.+)")
LEAST_NUMBERED = 3
"""Columns that are numbered in a row whose last has no number."""
SUM_AND_AGAIN = 2
"""Cells of money that a sum set across years may have: its own, and that of the years."""
RESULT, FORM = "expected_result", "completion_form"
"""What a row is to bring: a form of completion where the table has no other column of them."""
EXECUTORS = ("responsible", "co_executor")
"""Columns of those who answer for a row, who leads first; the second is as good where it is the only one."""
INSPECTED = "inspected"
"""What a control looks at, which is its name where no other column is."""
REPORTED = "reported "
"""What stands before the year of a column of reported values where another column has the planned ones."""
TAIL = frozenset({"funding_source", "budget_code"})
"""Columns that tell more of the money; a note that is set across the money may cover them too."""


@dataclass(frozen=True, slots=True)
class PlanColumns:
    """Columns in printed order, each a word of the lexicon, a year ("2021"), `total`, or "" where it is not known.

    `actual` holds the years whose values are reported, not planned ("2018 факт"); `scale` makes amounts million
    tenge, None where no title says it; `supposed` is that which holds then, but for rows whose unit says one.
    `titles` is the number of rows that the titles take and `name_title` what stands above the names.
    `by_content` are columns known by what stands in them alone, each with its unknown title.
    """

    kinds: tuple[str, ...]
    actual: frozenset[str] = frozenset()
    scale: float | None = None
    supposed: float = 1.0
    titles: int = 0
    name_title: str = ""
    by_content: tuple[tuple[str, Passage], ...] = ()

    @property
    def values(self) -> Iterator[tuple[str, int, bool]]:
        """The columns of yearly values: each with its year, and whether its values are reported."""
        for kind in self.kinds:
            if kind.isdigit():
                yield kind, int(kind), kind in self.actual
            elif kind.startswith(REPORTED):
                yield kind, int(kind.removeprefix(REPORTED)), True

    @property
    def years(self) -> tuple[str, ...]:
        """The columns of years, in printed order."""
        return tuple(kind for kind in self.kinds if kind.isdigit())

    def cells(self, row: Row) -> Mapping[str, Cell]:
        """A row's cells by column, unknown columns left out.

        A row too short whose first cell of money holds words has them set across the money and what follows it.
        """
        pairs = list(zip(self.fitted(row), row.cells, strict=False))
        found = {kind: cell for kind, cell in pairs if kind}
        executors = [cell for who in EXECUTORS for kind, cell in pairs if kind == who]
        if executors:
            found[EXECUTORS[0]] = all_of(executors)
        return found

    def fitted(self, row: Row) -> tuple[str, ...]:
        """The kinds of a row's cells."""
        missing = len(self.kinds) - len(row.cells)
        first = self.first_of_money
        if missing <= 0 or first is None or first >= len(row.cells):
            return self.kinds
        if told := self._by_width(row):
            return told
        if not _is_note(row.cells[first].text):
            return self._summed(row, first)
        return (*self.kinds[:first], "funding_note", *self.kinds[first + missing + 1 :])

    def _by_width(self, row: Row) -> tuple[str, ...]:
        """The kinds of a row too short that has an amount set across some of its years; none for any other row."""
        starts = [*accumulate((cell.columns or 0 for cell in row.cells), initial=0)]
        over = [self.kinds[start:end] for start, end in pairwise(starts)]
        wide = [kinds for kinds in over if len(kinds) > 1]
        if starts[-1] != len(self.kinds) or not wide or not all(map(str.isdigit, sum(wide, ()))):
            return ()
        if any(set(kinds) == set(self.years) for kinds in wide):
            return ()
        return tuple(f"{PAIR}{kinds[0]}-{kinds[-1]}" if len(kinds) > 1 else kinds[0] for kinds in over)

    def _summed(self, row: Row, first: int) -> tuple[str, ...]:
        """The kinds of a row too short whose money is one sum set across the years, perhaps said again beside it."""
        behind = tuple(takewhile(lambda kind: not is_money(kind), reversed(self.kinds)))[::-1]
        amounts = [cell.text for cell in row.cells[first : len(row.cells) - len(behind)]]
        told = _texts(row, len(behind)) if behind else []
        if len(set(amounts)) != 1 or len(amounts) > SUM_AND_AGAIN or not told or not all(map(_is_note, told)):
            return self.kinds
        return (*self.kinds[:first], TOTAL, *("" for _ in amounts[1:]), *behind)

    @property
    def first_of_money(self) -> int | None:
        """Where the money begins: the first year or the sum; None where the table has no money."""
        return next((n for n, kind in enumerate(self.kinds) if is_money(kind)), None)

    def fits(self, row: Row) -> bool:
        """Whether a row has a cell for every column, the money of it perhaps set across, or lacks the last only."""
        kinds = self.fitted(row)
        return len(row.cells) == len(kinds) or (
            len(row.cells) == len(kinds) - 1 and kinds[-1] in TAIL and kinds is self.kinds
        )


def is_money(kind: str) -> bool:
    """Whether a column is one of amounts: of a year, of several, or of all, of any source."""
    return kind.isdigit() or kind in MONEY or kind.startswith(PAIR) or bool(_OF_SOURCE.fullmatch(kind))


def of_source(source: str, year: str) -> str:
    """The column of a source's amounts, of a year or of all ("")."""
    return f"{year or 'sum'} of {source}"


def source_of_column(kind: str) -> tuple[int | None, str] | None:
    """The year (None for all) and the source that a column has amounts of; None for any other column."""
    match = _OF_SOURCE.fullmatch(kind)
    return (int(match["year"]) if match["year"].isdigit() else None, match["source"]) if match else None


def all_of(executors: Sequence[Cell]) -> Cell:
    """The cells of several columns of executors as one, a comma behind each but the last; those of a dash left out."""
    filled = [cell for cell in executors if any(map(str.isalnum, cell.text))]
    if len(filled) < 2:
        return filled[0] if filled else executors[0]
    paragraphs: list[Passage] = []
    for cell in filled:
        if paragraphs and not paragraphs[-1].text.endswith((",", ";")):
            paragraphs[-1] = concatenate((paragraphs[-1], Passage(",", paragraphs[-1].offsets[-1:])))
        paragraphs.extend(cell.paragraphs)
    return Cell(tuple(paragraphs), frozenset())


def _texts(row: Row, last: int) -> list[str]:
    """The words of the last cells of a row, empty ones left out."""
    return [cell.text for cell in row.cells[len(row.cells) - last :] if cell.paragraphs]


def _is_note(text: str) -> bool:
    return any(character.isalpha() for character in text)


def columns_of(rows: Sequence[Row], lang: str, required: frozenset[str]) -> PlanColumns | None:
    """The columns that a table's first rows name; None where they name not all that are required."""
    for n, row in enumerate(rows[:TITLE_ROWS]):
        kinds = with_names(with_executors([kind_of_title(cell.text, lang) for cell in row.cells]))
        if "name" in required and "name" not in kinds:
            kinds = ["name" if kind == "indicator" else kind for kind in kinds]
        kinds = with_asides(kinds)
        if not required <= set(kinds):
            continue
        beneath = rows[n + 1] if n + 1 < len(rows) else None
        expanded = with_years_beneath(kinds, beneath, lang) if beneath else None
        title_rows = rows[n : n + 2] if expanded else rows[n : n + 1]
        name = next((c.text for c, kind in zip(row.cells, kinds, strict=True) if kind in ("indicator", "name")), "")
        return with_figures(with_forms(expanded or kinds), title_rows, n + len(title_rows), lang, name)
    return None


def with_figures(
    kinds: Sequence[str],
    title_rows: Sequence[Row],
    titles: int,
    lang: str,
    name: str = "",
    by_content: Sequence[tuple[str, Passage]] = (),
) -> PlanColumns:
    """Columns with what their titles say of figures: which years are reported, and the scale of the money."""
    cells = [cell.text for title_row in title_rows for cell in title_row.cells]
    return PlanColumns(
        tuple(kinds),
        frozenset(year for text in cells if (year := actual_year(text, lang)) and f"{REPORTED}{year}" not in kinds),
        next((scale.factor for scale in figure_words().scales if any(map(scale.pattern.search, cells))), None),
        titles=titles,
        name_title=name,
        by_content=tuple(by_content),
    )


def with_forms(kinds: Sequence[str]) -> list[str]:
    """The columns, the expected result read as the form of completion or, beside one, not at all."""
    form = "" if FORM in kinds else FORM
    return with_executors([form if kind == RESULT else kind for kind in kinds])


def with_names(kinds: Sequence[str]) -> list[str]:
    """The columns, one of what is inspected ("Объект контроля") as that of the measures where none else names them."""
    return ["" if kind == INSPECTED and "name" in kinds else "name" if kind == INSPECTED else kind for kind in kinds]


def with_executors(kinds: Sequence[str]) -> list[str]:
    """The columns, one of co-executors that stands alone as that of those who answer."""
    lead, other = EXECUTORS
    return [lead if kind == other and lead not in kinds else kind for kind in kinds]


def told_apart_by_year(kinds: Sequence[str], reported: Sequence[bool]) -> list[str]:
    """The columns, of two of one year the one of reported values under a name of its own."""
    planned = {kind for kind, is_reported in zip(kinds, reported, strict=True) if kind.isdigit() and not is_reported}
    return [
        f"{REPORTED}{kind}" if is_reported and kind in planned else kind
        for kind, is_reported in zip(kinds, reported, strict=True)
    ]


def with_years_beneath(kinds: Sequence[str], beneath: Row, lang: str) -> list[str] | None:
    """The columns, those beneath a common title ("в том числе по годам") in its place; None where there are none.

    The common title is that of the money, or of its sources where the money has none.
    """
    common = next((kind for kind in ("funding", "funding_source") if kind in kinds), None)
    if any(kind.isdigit() for kind in kinds) or common is None:
        return None
    filled = [(n, cell.text) for n, cell in enumerate(beneath.cells) if cell.paragraphs]
    under = [kind if (kind := kind_of_title(text, lang)).isdigit() or kind in TAIL else TOTAL for _, text in filled]
    if sum(kind.isdigit() for kind in under) < 2 or under.count(TOTAL) > 1:
        return None
    at = kinds.index(common)
    whole = len(beneath.cells) == len(kinds) + len(under) - 1
    if not whole and len(beneath.cells) != len(filled):
        return None
    if whole and filled[0][0] != at:
        return None
    return [*kinds[:at], *under, *kinds[at + 1 :]]


def is_numbering(row: Row) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 ..., perhaps behind letters ("А | Б | 1 | 2"), or as those of a table
    that goes on with the columns of another ("1. | 2. | 5. | 6."). Where one after the other has its number, the last
    column may have none.
    """
    texts = [cell.text.strip(" .") for cell in row.cells]
    if len(texts) > LEAST_NUMBERED and texts[:-1] == [str(n) for n in range(1, len(texts))] and not texts[-1]:
        return True
    lettered = len(list(takewhile(lambda text: len(text) == 1 and text.isalpha(), texts)))
    figures = texts[lettered:]
    if len(texts) <= 2 or not figures or not all(_COLUMN_NUMBER.fullmatch(text) for text in figures):
        return False
    numbers = list(map(int, figures))
    return numbers[0] == 1 and all(one < other for one, other in pairwise(numbers))
