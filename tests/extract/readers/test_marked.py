"""Reader `marked`: text above, drawing of blocks below; round trip; any text at all; quick."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from drawn import draw, passages
from hypothesis import given
from hypothesis import strategies as st

from extract.document.blocks import Document, Heading, ListItem, Paragraph
from extract.readers.layout import sniff_layout
from extract.readers.marked import BOLD_LEVEL, read_marked
from extract.readers.marks import strips_of, unglued

CASES = sorted((Path(__file__).parent / "marked").glob("*.txt"))
PARTING = "%%%%%\n"
MARKS = re.compile(
    r"""\(\s*[A-Za-z]\d{6,10}_\s*\) | ~?[A-Z]\d{6,10}_ | <sup>\s*(?:\d{1,3}|[*†‡])\s*</sup> | <!--.*?--> | </?[A-Za-z][^<>]*>
      | \]\([^()\s]*(?:\ "[^"\n]*")?\) | !?\[ | &\#?\w+; | [-*_~`#>=<|\\:]+
      | \d{1,3}(?:[.-]\d{1,3})*[.)] | [^\W\d_]\) | [•·▪+–—]""",
    re.VERBOSE | re.DOTALL,
)
MARKED = ("# ", "**", "*", "_", "****", "`", "~~", "\\", "- ", "12) ", "> ", "[a](b)", "](", "|", "|---|\n", "```\n")
TAGS = ("<b>", "</b>", "<table>", "<tr><td colspan=3>", "</table>", "<br>", "<li>", "<sup>1</sup>", "<!--", "-->")
PLAIN = ("\t", "\n", "\n\n", "\r\n", "---\n", "===\n", " ", "\u00a0", "сөз", "Сөз", "a", "5", ".", ",", "&amp;", "&#0;")
SNIPPETS = st.sampled_from((*MARKED, *TAGS, *PLAIN))


def assert_round_trip(document: Document) -> None:
    """What the blocks hold and what they leave out give back the text, and only marks and white space are left out."""
    text, held = document.text, set[int]()
    for passage in passages(document):
        assert passage.text == passage.text.strip() != ""
        places = [o for letter, o in zip(passage.text, passage.offsets, strict=True) if not letter.isspace()]
        assert places == sorted(set(places)), "letters keep their order"
        assert not held & set(places), "no letter is held twice"
        held |= set(places)
        for entity in re.finditer(r"&#?\w+;", text):
            held |= set(range(*entity.span())) if entity.start() in held else set()
    left_out = "".join("\x00" if n in held else letter for n, letter in enumerate(text))
    for gap in left_out.split("\x00"):
        assert not MARKS.sub("", gap).strip(), f"lost: {gap!r}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_blocks_are_drawn_as_the_case_says(path: Path) -> None:
    text, _, drawing = path.read_text("utf-8").partition(PARTING)
    drawn = "\n".join(draw(block) for block in read_marked("case", text, "kk").blocks) + "\n"
    if os.environ.get("FIX"):
        path.write_text(text + PARTING + drawn, "utf-8")
    assert drawn == drawing


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gives_back_its_text(path: Path) -> None:
    assert_round_trip(read_marked("case", path.read_text("utf-8").partition(PARTING)[0], "kk"))


def test_the_cases_are_there() -> None:
    assert len(CASES) > 7


def test_bold_headings_stand_below_all_others() -> None:
    blocks = read_marked("case", "###### Alpha\n\n**Beta**\n", "ru").blocks
    assert [block.level for block in blocks if isinstance(block, Heading)] == [6, BOLD_LEVEL]


def test_words_without_marks_know_their_place() -> None:
    text = "Бұл **қалың** <i>сөз</i><sup>2</sup> мен [сілтеме](http://a.b)."
    (block,) = read_marked("case", text, "kk").blocks
    assert isinstance(block, Paragraph)
    for word in ("қалың", "сөз", "сілтеме"):
        at = block.passage.text.index(word)
        span = block.passage.span(at, at + len(word))
        assert text[span.start : span.end] == word


def test_a_page_break_does_not_tear_a_sentence_from_its_place() -> None:
    text = "Бірінші жартысы\n\n*Дәйексөз, екі жолдан да ұзын болатын дәйексөз.*\n\nекінші жартысы.\n"
    first, second = read_marked("case", text, "kk").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert [text[s.start : s.end] for s in first.passage.spans()] == ["Бірінші жартысы", "екінші жартысы."]


def test_letters_of_the_other_script_are_put_right() -> None:
    (block,) = read_marked("case", "**Mектеп** пен STEM-білім", "kk").blocks
    assert isinstance(block, Paragraph)
    assert block.passage.text == "Мектеп пен STEM-білім"


@pytest.mark.parametrize(
    ("text", "faces"),
    [
        ("**a****b**", [("a", True), ("b", True)]),
        ("***a*** b", [("a", True), (" b", False)]),
        ("a **b", [("a ", False), ("**", False), ("b", False)]),
        ("<b>a</b> b", [("a", True), (" b", False)]),
        ("** a **", [("** a **", False)]),
    ],
)
def test_bold_is_known(text: str, faces: list[tuple[str, bool]]) -> None:
    (strip,) = strips_of(text, 0, len(text))
    runs = [(run.passage.text, run.bold) for run in strip.runs]
    plain = "".join(words for words, _ in faces)
    assert strip.passage.text == plain
    assert [b for words, b in runs for _ in words] == [b for words, b in faces for _ in words]


def test_a_strip_that_nothing_glued_stays_whole() -> None:
    text = "сөз **Қалың** сөз"
    (strip,) = strips_of(text, 0, len(text))
    assert [part.passage.text for part in unglued(strip)] == ["сөз Қалың сөз"]


@given(st.text())
def test_any_text_is_a_document(text: str) -> None:
    assert read_marked("any", text, "kk").text == text


@given(st.lists(SNIPPETS, max_size=40).map("".join))
def test_any_heap_of_marks_is_a_document_whose_letters_stand_where_it_says(text: str) -> None:
    for passage in passages(read_marked("any", text, "kk")):
        for letter, offset in zip(passage.text, passage.offsets, strict=True):
            assert letter.isspace() or letter == text[offset] or text[offset] in "&a"


def test_the_strategy_loses_nothing(corpus: Path) -> None:
    text = next(corpus.glob("004_*.txt")).read_text("utf-8")
    document = read_marked("004", text, "kk")
    assert_round_trip(document)
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert sum(block.passage.text.startswith("Міндет: ") for block in headings) > 13
    assert sum(len(table.rows) for table in document.tables()) > 120


@pytest.mark.parametrize("stem", ["000", "001", "002", "003"])
def test_texts_of_other_layouts_are_read_all_the_same(corpus: Path, stem: str) -> None:
    text = next(corpus.glob(f"{stem}_*.txt")).read_text("utf-8")
    assert read_marked(stem, text, "ru").blocks


def test_one_heading_with_fences_is_markdown() -> None:
    """As an old act stands in a repository of laws: typed lines between fences, anchors, notes in quotation."""
    text = '# О садах\n\n<a id="p1"></a>\n\n```\n8. Мастер обязан вести\nучет роз.\n9. Учет ведется.\n```\n\n> *Сноска. Изменен.*\n'
    assert sniff_layout(text) == "marked"
    items = [block for block in read_marked("act", text, "ru").blocks if isinstance(block, ListItem)]
    assert [one.passage.text for one in items] == ["Мастер обязан вести учет роз.", "Учет ведется."]


@pytest.mark.parametrize("marker", ["1)", "12)", "2-1)", "а)"])
def test_an_escaped_mark_opens_an_item_as_well(marker: str) -> None:
    text = f"Мастер обязан:\n\n{marker[:-1]}\\{marker[-1]} вести учет роз.\n"
    [lead, item] = read_marked("act", text, "ru").blocks
    assert isinstance(lead, Paragraph)
    assert isinstance(item, ListItem)
    assert (item.marker, item.passage.text) == (marker, "вести учет роз.")


def test_an_escaped_number_of_a_point_stays_a_paragraphs() -> None:
    [point] = read_marked("act", "1\\. Мастер обязан вести учет роз.\n", "ru").blocks
    assert isinstance(point, Paragraph)
