"""Lines and tables of pages, drawn as words with their places: paragraphs, columns, torn rows, furniture."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from carriers import FONTS
from drawing import drawn

from extract.inputs.canonical import write_canonical
from extract.inputs.pdf.aligned_tables import part_tables
from extract.inputs.pdf.columns import columns_of
from extract.inputs.pdf.lines import Word, lines_of
from extract.inputs.pdf.paragraphs import paragraphs_of
from extract.inputs.pdf.pdf import read_pdf
from extract.inputs.pdf.tables import PageTable, read_table

WIDE = 5.0
"""Points that a letter takes on the pages drawn here."""


def words_at(x: float, y: float, text: str, *, bold: bool = False) -> list[Word]:
    found = []
    for word in text.split(" "):
        found.append(Word(word, x, x + WIDE * len(word), y, y + 10, bold))
        x += WIDE * (len(word) + 1)
    return found


def paragraphs(*lines: str, right: float = 200, step: float = 12) -> list[str]:
    words = [
        w
        for n, line in enumerate(lines)
        for w in words_at(WIDE * (len(line) - len(line.lstrip())), n * step, line.strip())
    ]
    return [p.text for p in paragraphs_of(lines_of(words, 0, 0, right), 2.0, {"library"}.__contains__)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["opening of reading rooms in the towns", "and villages"], ["opening of reading rooms in the towns and villages"]),
        (["report", "order"], ["report", "order"]),
        (["teachers of schools;", "colleges"], ["teachers of schools;", "colleges"]),
        (["   1. The plan is approved by this act of", "the body", "   2. It is in force"], ["1. The plan is approved by this act of the body", "2. It is in force"]),
        (["the words of a long line and a teacher-", "adviser"], ["the words of a long line and a teacher-adviser"]),
        (["the words of a long line, a word in li\u00ad", "brary"], ["the words of a long line, a word in library"]),
        (["1. The plan is approved by this act now.", "2. The readers of all libraries in towns,", "3) said"], ["1. The plan is approved by this act now.", "2. The readers of all libraries in towns, 3) said"]),
        (["6. The rooms are opened, as is told in p.", "9. of the plan"], ["6. The rooms are opened, as is told in p. 9. of the plan"]),
        (["5. The body opens the rooms of library:", "1) in towns, in each of them every one;", "2) in villages, as books are bought now.", "6. The body"], ["5. The body opens the rooms of library:", "1) in towns, in each of them every one;", "2) in villages, as books are bought now.", "6. The body"]),
        (["the words of a line up to its edge: libr", "ary"], ["the words of a line up to its edge: library"]),
        (["the words of a line short of its edge libr", "arynames"], ["the words of a line short of its edge libr arynames"]),
    ],
)  # fmt: skip
def test_lines_make_paragraphs(lines: list[str], expected: list[str]) -> None:
    assert paragraphs(*lines) == expected


def test_white_below_a_full_line_ends_its_paragraph() -> None:
    assert len(paragraphs("opening of reading rooms in the towns", "and villages", step=20)) == 2


def test_a_title_in_the_middle_is_no_part_of_a_stamp_set_right() -> None:
    stamp, title = "May the fifth of the year", "PLAN OF GARDENS"
    assert paragraphs(f"{' ' * 55}{stamp}", f"{' ' * 32}{title}", right=400) == [stamp, title]


def test_two_columns_are_read_one_behind_the_other() -> None:
    rows = [words_at(0, y, "left one word") + words_at(120, y, "right other word") for y in range(40, 100, 12)]
    words = words_at(0, 0, "a title over both of the columns of it") + [word for row in rows for word in row]
    texts = [[word.text for word in column] for column in columns_of(words, 0, 200)]
    assert [column[0] for column in texts] == ["a", "left", "right"]


def test_two_names_side_by_side_are_no_columns() -> None:
    words = words_at(0, 0, "the minister") + words_at(120, 0, "A. Aman")
    assert len(list(columns_of(words, 0, 200))) == 1


def page_of(rows: Sequence[Sequence[str]], page: int = 0) -> PageTable:
    boxes = [
        (x * 100.0, y * 20.0, x * 100.0 + 100, y * 20.0 + 20) for y in range(len(rows)) for x in range(len(rows[0]))
    ]
    words = [
        w
        for y, row in enumerate(rows)
        for x, text in enumerate(row)
        if text
        for w in words_at(x * 100.0 + 4, y * 20.0 + 5, text)
    ]
    return read_table(boxes, words, page)


def texts(table: PageTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_row_that_a_page_tore_is_put_together() -> None:
    table = page_of([["No", "name"], ["1.", "opening of"]])
    table.append(page_of([["", "rooms"], ["2.", "books"]], page=1))
    assert texts(table) == [["No", "name"], ["1.", "opening of rooms"], ["2.", "books"]]


def test_a_row_whose_values_stand_above_the_tear_is_one() -> None:
    table = page_of([["name", "unit", "2031"], ["Number of read", "pc.", "4"]])
    table.append(page_of([["ing rooms", "", ""], ["Books", "pc.", "5"]], page=1))
    assert texts(table) == [["name", "unit", "2031"], ["Number of read ing rooms", "pc.", "4"], ["Books", "pc.", "5"]]
    for heading in ("Rooms", "among them:"):
        table = page_of([["name", "unit", "2031"], ["Number of rooms", "pc.", "4"]])
        table.append(page_of([[heading, "", ""], ["Books", "pc.", "5"]], page=1))
        assert texts(table)[2] == [heading, "", ""]


def test_titles_that_a_page_repeats_are_dropped() -> None:
    table = page_of([["No", "name"], ["1.", "rooms"]])
    table.append(page_of([["No", "name"], ["2.", "books"]], page=1))
    assert texts(table) == [["No", "name"], ["1.", "rooms"], ["2.", "books"]]


def test_a_row_set_across_alone_on_its_page_belongs_to_the_table_on_the_next() -> None:
    table = read_table([(0.0, 0.0, 300.0, 20.0)], words_at(4, 5, "1. Readers"), 0)
    below = page_of([["1.", "rooms", "June"]], page=1)
    assert table.goes_on_as(below)
    table.append(below)
    assert [[(c.text, c.column, c.columns) for c in row] for row in table.rows] == [
        [("1. Readers", 0, 3)],
        [("1.", 0, 1), ("rooms", 1, 1), ("June", 2, 1)],
    ]
    assert not below.goes_on_as(read_table([(0.0, 0.0, 250.0, 20.0)], [], 2))


def test_money_at_the_top_of_a_page_stays_a_row() -> None:
    table = page_of([["1.", "12,5"]])
    table.append(page_of([["", "13,5"]], page=1))
    assert texts(table) == [["1.", "12,5"], ["", "13,5"]]


def test_a_box_over_two_columns_and_rows() -> None:
    boxes = [(0.0, 0.0, 200.0, 20.0), (0.0, 20.0, 100.0, 60.0), (100.0, 20.0, 200.0, 40.0), (100.0, 40.0, 200.0, 60.0)]
    table = read_table(boxes, words_at(10, 5, "title") + words_at(4, 25, "1."), 0)
    assert [[(c.text, c.columns, c.rows) for c in row] for row in table.rows] == [
        [("title", 2, 1)],
        [("1.", 1, 2), ("", 1, 1)],
        [("", 1, 1)],
    ]


def aligned(*lines: Sequence[str], gaps: Sequence[int] = ()) -> list[list[list[str]] | str]:
    """The tables and the prose of words in columns of 100 points; a line of one cell begins at the left edge."""
    words: list[Word] = []
    y = 0.0
    for n, line in enumerate(lines):
        y += 12 + (gaps[n] if gaps else 0)
        words += [word for x, text in enumerate(line) if text for word in words_at(x * 100.0, y, text)]
    return [
        texts(part) if isinstance(part, PageTable) else " ".join(word.text for word in part)
        for part in part_tables(words, 0, 400.0)
    ]


def test_a_table_without_rules_is_known_by_its_columns() -> None:
    assert aligned(
        ["A line of prose that runs above the table and on over all of it"],
        ["No", "name of", "form", "when"],
        ["", "measure"],
        ["1.", "opening of", "report", "June"],
        ["", "rooms"],
        ["2.", "books", "order", "July"],
        ["A line of prose that runs below the table and on over all of it"],
    ) == [
        "A line of prose that runs above the table and on over all of it",
        [["No", "name of measure", "form", "when"], ["1.", "opening of rooms", "report", "June"], ["2.", "books", "order", "July"]],
        "A line of prose that runs below the table and on over all of it",
    ]  # fmt: skip


def test_rows_without_numbers_are_parted_by_white() -> None:
    rows = [["MO", "–", "ministry of"], ["", "", "reading"], ["LA", "–", "local bodies"]]
    assert aligned(*rows, gaps=(0, 0, 6)) == [[["MO", "–", "ministry of reading"], ["LA", "–", "local bodies"]]]


def test_what_is_printed_across_the_columns_is_a_row_of_its_own() -> None:
    first, second = ["1.", "rooms", "report", "June"], ["2.", "books", "order", "July"]
    across = ["Chapter two of the plan, on books and those who read them"]
    assert aligned(first, across, second, gaps=(0, 6, 6)) == [[first, across, second]]


def test_the_end_of_a_row_that_a_page_tore_stands_above_the_next() -> None:
    torn, *rows = [["", "rooms", "report", ""], ["2.", "books", "order", "July"], ["3.", "shelves", "list", "May"]]
    assert aligned(torn, *rows) == [[torn, *rows]]


def test_names_and_prose_are_no_tables() -> None:
    assert aligned(["the minister", "", "A. Aman"], ["the head", "", "B. Bolat"]) == [
        "the minister A. Aman the head B. Bolat"
    ]
    assert aligned(["words", "of", "three"], ["and a line of prose that runs on over all of the page here"]) == [
        "words of three and a line of prose that runs on over all of the page here"
    ]


@pytest.mark.usefixtures("fonts")
def test_furniture_is_dropped_and_a_sentence_goes_on_over_the_page() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Plain", str(FONTS[0])))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600))
    pages = (
        ["Ауылдық оқу залдарын ашу жоспары бойынша", "жұмыстар жыл сайын жалғасады және оларды"],
        ["әкімдік жүргізеді."],
    )
    for number, lines in enumerate(pages, 7):
        canvas.setFont("Plain", 10)
        canvas.drawString(50, 570, f"Жоспар, {number}")
        canvas.drawString(200, 20, f"- {number} -")
        for n, line in enumerate(lines):
            canvas.drawString(50, 500 - 12 * n, line)
        canvas.showPage()
    canvas.save()
    blocks = write_canonical(read_pdf(out.getvalue(), "plan.pdf")).blocks
    assert drawn(blocks) == [f"P {' '.join(line for lines in pages for line in lines)}"]
