"""Rows run together or torn: pictures of tables before and after."""

from __future__ import annotations

from array import array

import pytest

from extract.document.blocks import Cell, Passage, Row, Table
from extract.readers.rows import mend_rows, number_of
from extract.readers.tabbed import read_tabbed


def row(drawing: str) -> Row:
    """ "1. | a | " as a row of three cells, the last empty."""
    cells = [text.strip() for text in drawing.split("|")]
    return Row(tuple(Cell((Passage(text, array("I", range(len(text)))),)) if text else Cell() for text in cells))


def drawing(mended: Row) -> str:
    return " | ".join(cell.text for cell in mended.cells)


MENDED = {
    "rows that are whole stay as they are": (["1. | a | 5", "2. | b | 6"], ["1. | a | 5", "2. | b | 6"]),
    "two rows in one, an empty cell at the end of the first": (
        ["1. | a | 5", "2. | b | 6", "3. | c |  | 4. | d | 7"],
        ["1. | a | 5", "2. | b | 6", "3. | c | ", "4. | d | 7"],
    ),
    "the first of two has lost its last cell": (
        ["1. | a | 5 | x", "2. | b | 6 | y", "3. | c | 7 | 4. | d | 8 | z"],
        ["1. | a | 5 | x", "2. | b | 6 | y", "3. | c | 7", "4. | d | 8 | z"],
    ),
    "what remains of one cell is a heading": (
        ["1. | a | 5", "2. | b | 6", "3. | c |  | Next part"],
        ["1. | a | 5", "2. | b | 6", "3. | c | ", "Next part"],
    ),
    "a row torn inside a cell": (
        ["1. | a | b | c | x", "2. | d | e | f | y", "3. | g | h", "i | z"],
        ["1. | a | b | c | x", "2. | d | e | f | y", "3. | g | h | i | z"],
    ),
    "a numbered row does not go on the one before": (
        ["1. | a | b | c", "2. | d | e | f", "3. | g | h", "4."],
        ["1. | a | b | c", "2. | d | e | f", "3. | g | h", "4."],
    ),
    "most rows are fused, one is not": (
        ["1. | a |  |  | b | ", "2. | c |  |  | d | ", "3. | e | 5", "4. | f | 6"],
        ["1. | a | ", " | b | ", "2. | c | ", " | d | ", "3. | e | 5", "4. | f | 6"],
    ),
    "a wide row is no two narrow ones": (
        ["1. | a | 5 | b | 6 | 7", "2. | c | 5 | d | 6 | 7", "3. | e | f", "4. | g | h"],
        ["1. | a | 5 | b | 6 | 7", "2. | c | 5 | d | 6 | 7", "3. | e | f", "4. | g | h"],
    ),
    "no two rows are alike": (["1. | a", "2. | b | c"], ["1. | a", "2. | b | c"]),
}


@pytest.mark.parametrize("case", MENDED)
def test_mended(case: str) -> None:
    before, after = MENDED[case]
    assert [drawing(mended) for mended in mend_rows([row(text) for text in before])] == after


@pytest.mark.parametrize(
    ("cell", "number"),
    [("198.", 198), ("141. 1", 141), ("1.5", None), ("2020", None), ("", None), ("12.5.", None)],
)
def test_the_number_of_a_row(cell: str, number: int | None) -> None:
    assert number_of(row(f"{cell} | a")) == number


def test_a_space_may_stand_before_the_tab_that_opens_a_cell() -> None:
    document = read_tabbed(
        "x", "\t1.\n\tбір\n\tБК\n \t2.\n\tекі\n\tБК\n\n\t3.\n\tүш\n\tБК\n\n\t4.\n\tтөрт\n\tБК\n", "kk"
    )
    tables = list(document.tables())
    assert [drawing(one) for one in tables[0].rows] == [
        "1. | бір | БК",
        "2. | екі | БК",
        "3. | үш | БК",
        "4. | төрт | БК",
    ]


def test_inline_cells_keep_in_mind_where_a_blank_paragraph_stood() -> None:
    text = "\t1.\n\tБК\nКК\n\u00a0\n\u00a0\nТК\n\n\t2.\n\tЖК\nАК\n"
    table = next(block for block in read_tabbed("x", text, "kk").blocks if isinstance(block, Table))
    cell = table.rows[0].cells[1]
    assert [p.text for p in cell.paragraphs] == ["БК", "КК", "ТК"]
    assert [cell.stands_apart(n) for n in (1, 2)] == [False, True]
    assert not any(table.rows[1].cells[1].stands_apart(n) for n in (1,))


def test_stacked_paragraphs_all_stand_apart() -> None:
    table = next(read_tabbed("x", "\t\n1.\n\t\nБК\n\nКК\n\n\t\n2.\n\t\nТК\n", "kk").tables())
    assert table.rows[0].cells[1].stands_apart(1)
