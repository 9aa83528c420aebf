"""Reader `paged`: text above, drawing of blocks below; round trip; any text at all; the corpus, read right and quick.

A space at the end of a line is told by "␣" in the cases: it says that the line's text goes on.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from drawn import draw, passages
from effort import steps
from hypothesis import given
from hypothesis import strategies as st

from extract.document.blocks import Document, Heading, Paragraph, Row, Table
from extract.document.repairs import vocabulary
from extract.readers.paged import read_paged
from extract.readers.paged_cells import Column, Gap, Look, Piece, deal
from extract.readers.paged_lines import End, Line, end_of, lines_of, width_of

CASES = sorted((Path(__file__).parent / "paged").glob("*.txt"))
PARTING = "%%%%%\n"
LEFT_OUT = re.compile(r"\d+(?:[.-]\d+)*[.)]|[-–—•·*,]|^\s*1 2 3 4 5\s*$", re.MULTILINE)
STEM = "002_349ea0d1b88f0bc4"
SNIPPETS = st.sampled_from(
    (
        *("\n", "\n\n", "\n\n\n\n", " \n", "  \n", "\n      ", "\n 5", " ", "\t", "\u00a0", "\r\n"),
        *("1 2 3 4 5\n", "1.\n", "2.\n", "\n3. ", "63-1.", "1-тарау. ", "Нысаналы 1-индикатор\n", "ОМ, ЖАО", "ОМ – "),
        *(
            "2024 жылғы тамыз",
            "с ө з",
            "сөз",
            "Сөз",
            "(",
            ")",
            '"',
            ",",
            ";",
            ".сөз",
            "№ 4",
            "-",
            "–",
            "%",
            "і",
            "ұзынсөзұзынсөз",
        ),
    )
)


def case(path: Path) -> tuple[str, str]:
    """A case's text and the drawing of its blocks."""
    text, _, drawing = path.read_text("utf-8").partition(PARTING)
    return text.replace("␣", " "), drawing


def rows_of(document: Document) -> list[Row]:
    return [row for table in document.tables() for row in table.rows if len(row.cells) == len(Column) + 1]


def assert_round_trip(document: Document) -> None:
    """Blocks and gaps give back the text; gaps hold white space, the columns' numbers, markers and stray commas."""
    held: set[int] = set()
    for passage in passages(document):
        assert passage.text == passage.text.strip() != ""
        places = [o for letter, o in zip(passage.text, passage.offsets, strict=True) if not letter.isspace()]
        assert len(places) == len(set(places)), "no letter stands twice in a passage"
        assert not held & set(places), "no letter is held by two passages"
        held |= set(places)
    gaps = "".join("\x00" if at in held else letter for at, letter in enumerate(document.text))
    for gap in gaps.split("\x00"):
        assert not LEFT_OUT.sub("", gap).strip(), f"lost: {gap!r}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_blocks_are_drawn_as_the_case_says(path: Path) -> None:
    text, drawing = case(path)
    drawn = "\n".join(draw(block) for block in read_paged("case", text, "kk").blocks) + "\n"
    if os.environ.get("FIX"):
        path.write_text(path.read_text("utf-8").partition(PARTING)[0] + PARTING + drawn, "utf-8")
    assert drawn == drawing


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gives_back_its_text(path: Path) -> None:
    assert_round_trip(read_paged("case", case(path)[0], "kk"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_lines_may_end_as_on_windows(path: Path) -> None:
    text, _ = case(path)
    unix, windows = read_paged("case", text, "kk"), read_paged("case", text.replace("\n", "\r\n"), "kk")
    assert [draw(block) for block in windows.blocks] == [draw(block) for block in unix.blocks]
    assert_round_trip(windows)


def test_columns_numbered_anew_on_a_page_are_no_cell() -> None:
    text = "1 2 3 4 5\n1.\n\nкітап \n\nесеп\n\n2031 жылғы мамыр\n\nОМ\n\n\n\n1 2 3 4 5\nсатып алу\n"
    (row,) = rows_of(read_paged("case", text, "kk"))
    assert [cell.text for cell in row.cells] == ["1.", "кітап сатып алу", "есеп", "2031 жылғы мамыр", "ОМ"]


def test_the_cases_are_there() -> None:
    assert {path.stem for path in CASES} >= {"prose", "apart", "fused", "pages", "no-plan"}


@given(st.text())
def test_any_text_is_a_document(text: str) -> None:
    assert read_paged("any", text, "kk").text == text


@given(st.lists(SNIPPETS, max_size=60).map("".join))
def test_any_heap_of_pieces_is_a_document_that_loses_no_letter(text: str) -> None:
    document = read_paged("any", text, "kk")
    held = [o for p in passages(document) for letter, o in zip(p.text, p.offsets, strict=True) if letter.isalpha()]
    assert sorted(held) == [at for at, letter in enumerate(text) if letter.isalpha()]
    for passage in passages(document):
        for letter, offset in zip(passage.text, passage.offsets, strict=True):
            assert letter.isspace() or letter == text[offset]


def test_a_heap_of_chunks_behind_a_number_takes_as_many_steps_as_it_has_chunks() -> None:
    def read(chunks: int) -> None:
        text = "1 2 3 4 5\n1.\n\n" + "сөз сөз\n\nОМ, ЖАО\n\n" * chunks + "\n\n\n2.\n\nсөз\n"
        assert [row.cells[0].text for row in rows_of(read_paged("any", text, "kk"))] == ["1.", "2."]

    read(2)
    assert steps(read, 400) < 6 * steps(read, 100)


@pytest.mark.parametrize(
    ("text", "column", "end"),
    [
        ("кітап қорын ", 8900, End.OPEN),
        ("реконструкцияланат", 8900, End.FULL),
        ("с ө р е", 8900, End.FULL),
        ("көпшілікке (", 8900, End.FULL),
        ("ОМ-ге есеп", 8900, End.CLOSED),
    ],
)
def test_the_end_of_a_line_tells_whether_its_text_goes_on(text: str, column: int, end: End) -> None:
    assert end_of(Line(0, len(text), text), column) is end


def test_letter_spacing_adds_nothing_to_a_width() -> None:
    assert width_of("ж а н ы н а н  ") == width_of("жанынан")
    assert width_of("шж") > 2 * width_of("іт")


def test_three_empty_lines_end_a_page() -> None:
    lines = lines_of("а\n\n\nб\n\n\n\nв\n\n \n\nг\n")
    assert [(line.text, line.page) for line in lines] == [("а", 0), ("б", 0), ("в", 1), ("г", 1)]


def pieces(*signs: str) -> list[Piece]:
    """Pieces from signs: look (t, d, p), what stands before it (blank " ", line "/", cut "|", page "#"), open "+"."""
    looks = {"t": Look.TEXT, "d": Look.TIME, "p": Look.PARTIES}
    gaps = {" ": Gap.BLANK, "/": Gap.LINE, "|": Gap.CUT, "#": Gap.PAGE, "~": Gap.TORN}
    return [
        Piece((), looks[sign[1]], gaps[sign[0]], End.OPEN if sign.endswith("+") else End.CLOSED, 1) for sign in signs
    ]


@pytest.mark.parametrize(
    ("signs", "columns"),
    [
        (("#t", " t", " d", " p"), "0123"),
        (("#t", " t", "/d", "|p"), "0123"),
        (("#t", " t", "/t", " d", " p", "/p"), "011233"),
        (("#t", " t", " t", " p"), "0123"),
        (("#t", "~t", " t", " d", " p"), "00123"),
        (("#t+", " t", " d", "#t", " p"), "01203"),
        (("#t", " t+", " d", " p", "#t"), "01231"),
        (("#t+", " t+", "#t", " t", " d", " p"), "010123"),
        (("#t", "|t", "|p", "#t", " d"), "01302"),
        (("#t", " t", " d", " p+", "#p"), "01233"),
    ],
)
def test_pieces_are_dealt_out_to_columns(signs: tuple[str, ...], columns: str) -> None:
    assert "".join(str(int(column)) for column in deal(pieces(*signs))[1]) == columns


def test_a_word_is_known_that_stands_whole_somewhere() -> None:
    known = vocabulary(line.text for line in lines_of("балалар кітапханасы мен 5-ның, МДҰ-ның қо\nры туралы "))
    assert [word for word in ("Кітапханасы", "қоры", "қо", "ры", "туралы", "ның") if known(word)] == [
        "Кітапханасы",
        "туралы",
    ]


@pytest.fixture(scope="module")
def consolidated(corpus: Path) -> Document:
    text = (corpus / f"{STEM}.txt").read_bytes().decode("utf-8")
    return read_paged(STEM, text, "kk")


def test_the_consolidated_text_gives_back_its_letters(consolidated: Document) -> None:
    assert_round_trip(consolidated)


def test_every_row_of_the_plan_is_there_once_and_whole(consolidated: Document) -> None:
    plan = [row for row in rows_of(consolidated) if row.cells[0].text[0].isdigit()]
    numbers = [str(n) for n in range(1, 64)] + [f"63-{n}" for n in range(1, 6)] + [str(n) for n in range(64, 181)]
    assert [row.cells[0].text.rstrip(".") for row in plan] == numbers
    assert all(cell.paragraphs for row in plan for cell in row.cells)


def test_every_indicator_of_the_plan_is_a_heading(consolidated: Document) -> None:
    headings = [
        b.passage.text for b in consolidated.blocks if isinstance(b, Heading) and "-индикатор " in b.passage.text
    ]
    assert len(headings) == 30
    assert all(text.endswith("%)") or text.endswith(")") for text in headings)


def squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold().translate(str.maketrans("aceiopxyhə", "асеіорхуһә"))


def test_cells_read_as_the_verified_ones(consolidated: Document, gold: Path) -> None:
    rows = {row.cells[0].text.rstrip("."): row for row in rows_of(consolidated)}
    wrong = []
    for line in (gold / "002" / "measures.jsonl").read_text("utf-8").splitlines():
        measure = json.loads(line)
        bodies = [p["text"] + " келісу бойынша" * p["by_agreement"] for p in measure["responsible"]]
        forms = measure["completion_form"]
        wanted = (measure["name"], " ".join(forms), measure["deadline_text"], " ".join(bodies))
        found = tuple(cell.text for cell in rows[str(measure["number"])].cells[1:])
        if tuple(map(squeeze, wanted)) != tuple(map(squeeze, found)):
            wrong.append((measure["number"], found))
    assert not wrong


def test_headings_and_notes_stand_where_the_verified_ones_do(consolidated: Document, gold: Path) -> None:
    blocks = {squeeze(b.passage.text): b for b in consolidated.blocks if not isinstance(b, Table)}
    lost = []
    for line in (gold / "002" / "structure.jsonl").read_text("utf-8").splitlines():
        part = json.loads(line)
        if part["kind"] == "note":
            found = blocks.get(squeeze(part["text"]))
            lost += [] if isinstance(found, Paragraph) else [part["text"]]
        elif part["line"] is not None and part["number"] is not None:
            found = blocks.get(squeeze(f"{part['number']}-{part['kind']}. {part['title']}"))
            lost += [] if isinstance(found, Heading | Paragraph) else [part["title"]]
    assert not lost
