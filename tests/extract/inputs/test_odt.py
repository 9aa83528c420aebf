"""Texts of OpenDocument: pictures of tables, lists, notes and changes, and the blocks they are."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from carriers import odt_of
from drawing import drawn

from extract.inputs.canonical import Canonical, write_canonical
from extract.inputs.parts import UnusableInput
from extract.inputs.reading import read_input
from extract.inputs.word.odt import read_odt

STYLES = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="V" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="R" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="C"/>'
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="3" style:num-format="а, б, .., аа, аб, ... (ru)" style:num-suffix=")"/>'
    "</text:list-style>"
    '<text:list-style style:name="D"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)


def read(body: str, styles: str = STYLES, **parts: bytes) -> Canonical:
    return write_canonical(read_odt(odt_of(body, styles, **parts), "plan.odt"))


def body(xml: str, styles: str = STYLES) -> list[object]:
    return drawn(read(xml, styles).blocks)


def tc(text: str, columns: int = 1, rows: int = 1, repeated: int = 1) -> str:
    paragraphs = "".join(f"<text:p>{piece}</text:p>" for piece in text.split("/"))
    return (
        f'<table:table-cell table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}" '
        f'table:number-columns-repeated="{repeated}">{paragraphs}</table:table-cell>'
    )


COVERED = "<table:covered-table-cell/>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([tc("Heading", 3) + COVERED * 2, tc("1.") + tc("name") + tc("act/report")],
         [["Heading"], ["1.", "name", "act / report"]]),
        ([tc("No", 1, 2) + tc("Money", 2) + COVERED + tc("Who", 1, 2),
          COVERED + tc("2031") + tc("2032") + COVERED, tc("1.") + tc("5") + tc("6") + tc("M")],
         [["No", "Money", "Who"], ["", "2031", "2032", ""], ["1.", "5", "6", "M"]]),
        ([tc("1.", 1, 2) + tc("name", 1, 2) + tc("act"), COVERED * 2 + tc("report")],
         [["1.", "name", "act / report"]]),
        ([tc("1.") + tc("MП", 1, 2) + tc("12", 1, 2), tc("2.") + COVERED + COVERED],
         [["1.", "МП", "12"], ["2.", "МП", ""]]),
        ([tc("1.") + tc("5", repeated=3)], [["1.", "5", "5", "5"]]),
        ([tc("1.") + COVERED + tc("M")], [["1.", "", "M"]]),
        ([tc("1.") + tc("a") + '<table:table-cell table:number-columns-repeated="16000"/>'],
         [["1.", "a", *[""] * 200]]),
    ],
    ids=["across", "titles in two rows", "beneath a number", "across numbers", "repeated", "covered by none", "to the edge"],
)  # fmt: skip
def test_cells(rows: list[str], expected: list[list[str]]) -> None:
    assert body(table(*rows)) == [expected]


def test_rows_in_groups_and_repeated() -> None:
    xml = (
        f"<table:table><table:table-header-rows><table:table-row>{tc('No')}</table:table-row></table:table-header-rows>"
        f'<table:table-row table:number-rows-repeated="2">{tc("a")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row></table:table>'
    )
    assert body(xml) == [[["No"], ["a"], ["a"]]]


def test_a_table_in_a_cell_follows_its_words() -> None:
    inner = table(tc("x") + tc("y"))
    xml = f"<table:table><table:table-row><table:table-cell><text:p>a</text:p>{inner}</table:table-cell></table:table-row></table:table>"
    assert body(xml) == [[["a / x / y"]]]


def test_headings_by_level_style_looks_and_none() -> None:
    xml = (
        '<text:h text:outline-level="2">Part</text:h><text:p text:style-name="Title">The Plan</text:p>'
        '<text:p><text:span text:style-name="B">Bold title</text:span></text:p><text:p text:style-name="P1">In the middle</text:p>'
        '<text:p><text:span text:style-name="B">A bold sentence.</text:span></text:p>'
        '<text:p><text:span text:style-name="B">Bold</text:span> in part</text:p>'
    )
    assert body(xml) == [
        *("H2 Part", "H1 The Plan", "H1 Bold title", "H1 In the middle"),
        *("P A bold sentence.", "P Bold in part"),
    ]


def item(*inside: str, start: int = 0) -> str:
    begins = f' text:start-value="{start}"' if start else ""
    words = (piece if piece.startswith("<") else f"<text:p>{piece}</text:p>" for piece in inside)
    return f"<text:list-item{begins}>{''.join(words)}</text:list-item>"


def listed(*items: str, style: str = "L", more: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:list{named}{more}>{''.join(items)}</text:list>"


def test_numbers_of_lists_are_counted() -> None:
    deepest = listed(item("letter;"), style="")
    xml = listed(item("one;", listed(item("part;", deepest), item("other;"), style="")), item("two.", "no number."))
    assert body(xml) == ["L 1) one;", "P 1.1. part;", "L а) letter;", "P 1.2. other;", "L 2) two.", "P no number."]


def test_lists_go_on_where_they_say_so() -> None:
    goes_on = ' text:continue-numbering="true"'
    xml = "".join(
        (
            listed(item("a;"), more=' xml:id="first"'),
            "<text:p>between.</text:p>",
            listed(item("b;"), more=goes_on),
            listed(item("c;")),
            listed(item("d;"), more=' text:continue-list="first"'),
            listed(item("e;", start=7), item("f;")),
            listed(item("g;"), style="D"),
        )
    )
    expected = ["L 1) a;", "P between.", "L 2) b;", "L 1) c;", "L 3) d;", "L 7) e;", "L 8) f;", "L – g;"]
    assert body(xml) == expected


def test_numbers_of_rows_that_are_counted() -> None:
    lists = (listed(item(""), more=more) for more in ("", ' text:continue-numbering="true"'))
    cells = [f"<table:table-cell>{counted}</table:table-cell>{tc('name')}" for counted in lists]
    assert body(table(*cells)) == [[["1)", "name"], ["2)", "name"]]]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = b"""<o:document-styles xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><text:outline-style style:name="Outline">
        <text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>
        <text:outline-level-style text:level="2" style:num-format=""/></text:outline-style></o:document-styles>"""
    heads = "".join(
        f'<text:h text:outline-level="{level}">{words}</text:h>' for level, words in ((1, "A"), (2, "B"), (1, "C"))
    )
    assert drawn(read(heads, "", stylesDOTxml=outline).blocks) == ["H1 I. A", "H2 B", "H1 II. C"]


def test_spaces_tabs_lines_and_folded_white_space() -> None:
    xml = '<text:p>one<text:s text:c="3"/>two<text:tab/>three\n   four<text:line-break/>Five.</text:p>'
    assert body(xml) == ["P one two three four", "P Five."]


def test_what_nobody_sees_is_left_out() -> None:
    xml = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>2030</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>until <text:change/><text:change-start/>2031<text:change-end/>"
        '<text:span text:style-name="V"> secret</text:span><office:annotation><text:p>look</text:p></office:annotation>.</text:p>'
        '<text:section text:display="none"><text:p>hidden.</text:p></text:section>'
    )
    assert body(xml) == ["P until 2031."]


def test_sections_indexes_and_boxes_are_read_where_they_stand() -> None:
    xml = (
        f"<text:section><text:p>in a section.</text:p>{table(tc('a') + tc('b'))}</text:section>"
        "<text:table-of-content><text:table-of-content-source><text:p>template</text:p></text:table-of-content-source>"
        "<text:index-body><text:p>Part 1.</text:p></text:index-body></text:table-of-content>"
        "<text:p>with a box.<draw:frame><draw:text-box><text:p>in the box.</text:p></draw:text-box></draw:frame></text:p>"
        "<draw:frame><draw:image/></draw:frame>"
    )
    assert body(xml) == ["P in a section.", [["a", "b"]], "P Part 1.", "P with a box.", "P in the box."]


def test_notes_stand_behind_the_body() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>said  there.</text:p></text:note-body></text:note>"
    assert body(f"<text:p>words{note}</text:p><text:p>more.</text:p>") == ["P words", "P more.", "L 1) said there."]


@pytest.mark.parametrize(
    ("before", "raised", "expected"), [("турнир", "1", "P турнир"), ("зал 20 м", "2", "P зал 20 м2")]
)
def test_a_raised_mark_of_a_note_is_none_of_the_words(before: str, raised: str, expected: str) -> None:
    assert body(f'<text:p>{before}<text:span text:style-name="R">{raised}</text:span></text:p>') == [expected]


def test_bookmarks_stand_before_their_paragraph() -> None:
    xml = '<text:p><text:bookmark text:name="z12"/><text:bookmark-start text:name="_Toc1"/>words.</text:p>'
    assert read(xml).text == "[bookmark: z12]\nwords.\n\n"


P = "<text:p>words.</text:p>"


def without_body() -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<a/>")
    return stream.getvalue()


REFUSED = {
    "macros": (lambda: odt_of(P, Basic__Standard__ModuleDOTxml=b"<a/>"), "holds macros"),
    "a script": (lambda: odt_of(P, Scripts__python__runDOTpy=b"pass"), "holds macros"),
    "encrypted parts": (lambda: odt_of(P, **{"META-INF__manifestDOTxml": b"<encryption-data/>"}), "is encrypted"),
    "entities": (lambda: odt_of(P, stylesDOTxml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "declares XML entities"),
    "a bomb by ratio": (lambda: odt_of(P, Pictures__aDOTbin=bytes(8 << 20)), "zip bomb"),
    "a bomb by size": (lambda: odt_of(P, stylesDOTxml=bytes(65 << 20)), "unpack to more than 64 MB"),
    "broken XML": (lambda: odt_of("<text:p>"), "is damaged: it is no text document inside"),
    "no body": (without_body, "is damaged"),
    "depth": (lambda: odt_of("<text:section>" * 5000 + P + "</text:section>" * 5000), "is damaged"),
    "no words": (lambda: odt_of("<text:p/>"), "holds no words"),
    "a cut package": (lambda: odt_of(P * 500)[:300], "is damaged"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_refused_in_one_sentence(tmp_path: Path, kind: str) -> None:
    make, sentence = REFUSED[kind]
    path = tmp_path / "plan.odt"
    path.write_bytes(make())
    with pytest.raises(UnusableInput, match=sentence) as refused:
        read_input(path)
    assert str(refused.value).startswith(str(path))
    assert "\n" not in str(refused.value)


def test_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.inputs.word.odt.MOST_CELLS", 100)
    row = f'<table:table-row table:number-rows-repeated="99999">{tc("a")}</table:table-row>'
    with pytest.raises(UnusableInput, match="more than 100 cells"):
        read(f"<table:table>{row}</table:table>")


def test_empty_lists_of_macros_are_none_and_deep_sections_are_read() -> None:
    xml = "<text:section>" * 200 + P + "</text:section>" * 200
    listing = b"<!DOCTYPE a PUBLIC 'x' 'script.dtd'><a/>"
    assert read(xml, **{"Basic__script-lcDOTxml": listing}).text == "words.\n\n"


def test_it_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(odt_of(P))
    assert (read_input(path).form, read_input(path).text) == ("odt", "words.\n\n")
