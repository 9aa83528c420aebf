"""Word documents: pictures of tables, lists, notes and changes, and the blocks they are."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from drawing import drawn

from extract.document.blocks import Table
from extract.inputs.canonical import Canonical, write_canonical
from extract.inputs.word.docx import read_docx

DECLARED = nsdecls("w")


def read(word: WordDocument) -> Canonical:
    stream = io.BytesIO()
    word.save(stream)
    return write_canonical(read_docx(stream.getvalue(), "plan.docx"))


def body(xml: str) -> list[object]:
    word = docx.Document()
    for element in parse_xml(f"<w:body {DECLARED}>{xml}</w:body>"):
        word.element.body.insert(len(word.element.body) - 1, element)
    return drawn(read(word).blocks)


def tc(text: str, properties: str = "") -> str:
    paragraphs = "".join(f"<w:p><w:r><w:t>{piece}</w:t></w:r></w:p>" for piece in text.split("/"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


DOWN, GOES_ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def table(*rows: Sequence[str]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(row) + '</w:tr>' for row in rows)}</w:tbl>"


def test_a_cell_set_across_is_one_cell() -> None:
    xml = table([tc("Heading", "<w:gridSpan w:val='3'/>")], [tc("1."), tc("name"), tc("act/report")])
    assert body(xml) == [[["Heading"], ["1.", "name", "act / report"]]]


def test_titles_in_two_rows_keep_empty_cells() -> None:
    xml = table(
        [tc("No", DOWN), tc("Money", "<w:gridSpan w:val='2'/>"), tc("Who", DOWN)],
        [tc("", GOES_ON), tc("2031"), tc("2032"), tc("", GOES_ON)],
        [tc("1."), tc("5"), tc("6"), tc("M")],
    )
    assert body(xml) == [[["No", "Money", "Who"], ["", "2031", "2032", ""], ["1.", "5", "6", "M"]]]


def test_rows_beneath_a_number_are_its_further_paragraphs() -> None:
    xml = table(
        [tc("1.", DOWN), tc("name", DOWN), tc("act"), tc("June")],
        [tc("", GOES_ON), tc("", GOES_ON), tc("report"), tc("July")],
    )
    assert body(xml) == [[["1.", "name", "act / report", "June / July"]]]


def test_money_beneath_a_number_stays_a_row() -> None:
    xml = table([tc("1.", DOWN), tc("name"), tc("5,5")], [tc("", GOES_ON), tc(""), tc("6,5")])
    assert body(xml) == [[["1.", "name", "5,5"], ["", "", "6,5"]]]


def test_words_set_across_several_numbers_are_repeated_and_money_is_not() -> None:
    xml = table([tc("1."), tc("MП", DOWN), tc("12", DOWN)], [tc("2."), tc("", GOES_ON), tc("", GOES_ON)])
    assert body(xml) == [[["1.", "МП", "12"], ["2.", "МП", ""]]]


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    xml = (
        "<w:p><w:r><w:t xml:space='preserve'>до </w:t></w:r><w:del><w:r><w:delText>2030</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2031</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> года.</w:t></w:r></w:p>"
    )
    assert body(xml) == ["P до 2031 года."]


def test_content_controls_are_transparent() -> None:
    xml = "<w:sdt><w:sdtContent><w:p><w:r><w:t>внутри.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    assert body(xml) == ["P внутри."]


def test_headings_by_style_and_by_bold() -> None:
    word = docx.Document()
    word.add_heading("Part", 2)
    word.add_paragraph().add_run("Bold title").bold = True
    word.add_paragraph().add_run("A bold sentence.").bold = True
    assert drawn(read(word).blocks) == ["H2 Part", "H1 Bold title", "P A bold sentence."]


@pytest.mark.parametrize(
    ("style", "expected"), [("List Number", ["P 1. one;", "P 2. two."]), ("List Bullet", ["L – one;", "L – two."])]
)
def test_numbers_of_lists_are_counted(style: str, expected: list[str]) -> None:
    word = docx.Document()
    word.add_paragraph("one;", style=style)
    word.add_paragraph("two.", style=style)
    assert drawn(read(word).blocks) == expected


def test_bookmarks_stand_before_their_paragraph() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("words.")
    paragraph._p.insert(0, parse_xml(f"<w:bookmarkStart {DECLARED} w:id='1' w:name='z12'/>"))
    assert read(word).text == "[bookmark: z12]\nwords.\n\n"


def test_every_passage_stands_in_the_text() -> None:
    word = docx.Document()
    word.add_paragraph("first  words.")
    word.add_table(1, 2).rows[0].cells[1].text = "cell"
    canonical = read(word)
    cell = canonical.blocks[1]
    assert isinstance(cell, Table)
    span = cell.rows[0].cells[1].passage.span()
    assert canonical.text[span.start : span.end] == "cell"


def test_notes_stand_behind_the_body() -> None:
    notes = f"<w:footnotes {DECLARED}><w:footnote w:id='2'><w:p><w:r><w:t>said there.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    word = docx.Document()
    run = word.add_paragraph("words").add_run()
    run._r.append(parse_xml(f"<w:footnoteReference {DECLARED} w:id='2'/>"))
    word.add_paragraph("more words.")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), word.part.package)
    word.part.relate_to(part, kind)
    assert drawn(read(word).blocks) == ["P words", "P more words.", "L 1) said there."]


RAISED = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("before", "raised", "expected"),
    [
        ("турнир", "1", "P турнир"),
        ("турнир", "*", "P турнир"),
        ("зал 20 м", "2", "P зал 20 м2"),
        ("сто", "лет", "P столет"),
    ],
)
def test_a_raised_mark_of_a_note_is_none_of_the_words(before: str, raised: str, expected: str) -> None:
    xml = f"<w:p><w:r><w:t>{before}</w:t></w:r>{RAISED.format(raised)}</w:p>"
    assert body(xml) == [expected]


def test_a_row_deleted_under_tracked_changes_is_left_out() -> None:
    gone = "<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc><w:p><w:del w:id='2'><w:r><w:delText>2.</w:delText></w:r></w:del></w:p></w:tc></w:tr>"
    xml = f"<w:tbl><w:tr>{tc('1.')}</w:tr>{gone}<w:tr>{tc('3.')}</w:tr></w:tbl>"
    assert body(xml) == [[["1."], ["3."]]]


def test_numbers_of_rows_that_word_counts_itself() -> None:
    word = docx.Document()
    table = word.add_table(2, 2)
    for row in table.rows:
        row.cells[0].paragraphs[0].style = word.styles["List Number"]
        row.cells[1].text = "name"
    assert drawn(read(word).blocks) == [[["1.", "name"], ["2.", "name"]]]
