"""A sheet as every format of spreadsheets gives it: filled cells by place, merged ranges, and what it hides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.inputs.parts import UnusableInput

MOST_CELLS = 300_000
"""Filled cells of a file, and cells between the first and the last filled one of a sheet."""
_LETTERS = 26

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is kept, with the format that tells how it is shown; days count from `epoch`, 1900 or 1904."""

    value: float
    form: str = "General"
    epoch: int = 1900


Content = str | Figure


@dataclass(frozen=True, slots=True)
class Merged:
    """A range of cells shown as one, both ends within."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, its filled cells, and which of its rows and columns nobody sees.

    `without_value` are cells of formulas whose value the file does not keep.
    """

    name: str
    hidden: bool = False
    cells: dict[Place, Content] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    without_value: list[Place] = field(default_factory=list)

    def hides_column(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def address(place: Place) -> str:
    """A cell as a spreadsheet calls it: "G5"."""
    return f"{column_letters(place[1])}{place[0] + 1}"


def column_letters(column: int) -> str:
    """A column as a spreadsheet calls it: 27 is "AB"."""
    letters, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, _LETTERS)
        letters = chr(ord("A") + digit) + letters
    return letters


def ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow one another, each run by its first and last."""
    first = last = None
    for number in sorted(numbers):
        if last is not None and first is not None and number != last + 1:
            yield first, last
            first = number
        first = number if first is None else first
        last = number
    if first is not None and last is not None:
        yield first, last


def check_size(filled: int, name: str) -> None:
    """Raises UnusableInput where a file holds more cells than a plan can have."""
    if filled > MOST_CELLS:
        raise UnusableInput(f"{name}: its sheets hold more than {MOST_CELLS} cells; they are not read.")
