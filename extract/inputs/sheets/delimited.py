"""Tables as text (.csv, .tsv): rows on lines, cells between commas, semicolons or tabs, words with marks in quotes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.inputs.parts import Part, UnusableInput
from extract.inputs.sheets.sheet import Sheet, check_size
from extract.inputs.sheets.tables import parts_of

DELIMITERS = ";\t,|"
_TOLD = "sep="
"""How a first line begins that tells what stands between cells: "sep=;"."""
SAMPLE = 200
"""Rows that tell what stands between cells."""


def read_csv(text: str, name: str) -> Iterator[Part]:
    """The parts of a table as text; raises UnusableInput where it is too large, or a cell of it is."""
    text = text.removeprefix("\ufeff")
    lead, _, rest = text.partition("\n")
    told = lead.strip().casefold()
    is_told = told.startswith(_TOLD) and len(told) == len(_TOLD) + 1
    body = rest if is_told else text
    sheet = Sheet("")
    try:
        for number, row in enumerate(_rows(body, told[-1] if is_told else _delimiter(body))):
            for column, cell in enumerate(row):
                if cell.strip():
                    sheet.cells[number, column] = cell
            check_size(len(sheet.cells), name)
    except csv.Error as error:
        raise UnusableInput(f"{name}: the file is damaged: a cell of it does not end.") from error
    yield from parts_of([sheet], name)


def _rows(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """What stands between cells: the mark by which most rows are parted into as many, and the more cells these are.

    Behind a mark of prose stands a blank.
    """

    def evenness(delimiter: str) -> tuple[int, int]:
        rows = (row for row, _ in zip(_rows(text, delimiter), range(SAMPLE), strict=False))
        widths = Counter(len(row) for row in rows if len(row) > 1 and not any(cell[:1] == " " for cell in row[1:]))
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(DELIMITERS, key=evenness)
