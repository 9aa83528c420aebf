"""Rows of a PDF's table that the end of a page tears, also where a cell of their group stands before the number."""

from __future__ import annotations

import pytest

from extract.inputs.parts import Grid
from extract.inputs.pdf.lines import Line, Word
from extract.inputs.pdf.tables import PageCell, PageTable

EDGES = (0.0, 100.0, 200.0, 300.0, 400.0)


def cell(text: str, column: int, rows: int = 1) -> PageCell:
    left = EDGES[column]
    words = tuple(Word(word, left + 5 * n, left + 5 * n + 4, 0.0, 9.0) for n, word in enumerate(text.split()))
    return PageCell([Line(words, 1, left, EDGES[column + 1])] if words else [], column, 1, rows)


def table(*rows: tuple[str, ...], spans: dict[tuple[int, int], int] | None = None) -> PageTable:
    covered = {(n + k, at) for (n, at), count in (spans or {}).items() for k in range(1, count)}
    return PageTable(
        EDGES,
        [
            [cell(text, at, (spans or {}).get((n, at), 1)) for at, text in enumerate(row) if (n, at) not in covered]
            for n, row in enumerate(rows)
        ],
    )


def texts(found: PageTable) -> list[list[str]]:
    grid: Grid = found.grid(2.0, lambda _: True)
    return [[" ".join(one.paragraphs) for one in row] for row in grid.rows]


def test_a_row_whose_group_and_words_go_on_is_one() -> None:
    above = table(("Сады", "1.1", "Полив", "Лесхоз"), ("Парки", "1.2", "Учёт", "Главный"))
    above.append(table(("города", "", "лип", "садовник"), ("", "1.3", "Обрезка", "Лесхоз"), spans={(0, 0): 2}))
    assert texts(above) == [
        ["Сады", "1.1", "Полив", "Лесхоз"],
        ["Парки города", "1.2", "Учёт лип", "Главный садовник"],
        ["1.3", "Обрезка", "Лесхоз"],
    ]
    assert above.rows[1][0].rows == 2


def test_a_group_that_begins_rows_above_is_no_bar() -> None:
    above = table(("Сады", "1.1", "Полив", "Лесхоз"), ("", "1.2", "Учёт", "Главный"), spans={(0, 0): 2})
    above.append(table(("города", "", "лип", "садовник")))
    assert texts(above)[1] == ["1.2", "Учёт лип", "Главный садовник"]


@pytest.mark.parametrize(
    "below",
    [
        ("", "1.3", "обрезка", "садовник"),  # the next number
        ("Парки", "", "Обрезка", "Садовник"),  # a row without a number
        ("Парки", "", "обрезка", ""),  # one cell alone tells too little
    ],
)
def test_a_row_of_its_own_stays(below: tuple[str, ...]) -> None:
    above = table(("Сады", "1.1", "Полив", "Лесхоз"), ("Сады", "1.2", "Учёт", "Главный"))
    above.append(table(below))
    assert len(above.rows) == 3
