"""Passages: whatever is cut, joined or replaced still points at the source."""

from __future__ import annotations

import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.blocks import (
    EMPTY,
    LONGEST_GAP,
    Cell,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Passage,
    Row,
    Table,
    concatenate,
    join,
    passage_of,
)
from extract.document.repairs import clean, drop_bookmarks, fold_spaces, undo_homoglyphs
from kzedu_graph.model.records import Span

SOURCE = "декабрь  2024 –\n2026 годов"


def test_a_slice_keeps_its_place() -> None:
    passage = passage_of(SOURCE, 9)
    assert passage[:4].text == "2024"
    assert passage[:4].span() == Span(9, 13)


def test_a_replacement_stands_for_the_place_of_its_match() -> None:
    folded = fold_spaces(passage_of(SOURCE))
    assert folded.text == "декабрь 2024 – 2026 годов"
    assert SOURCE[slice(*_ends(folded.span(8, 12)))] == "2024"
    assert folded.span() == Span(0, len(SOURCE))


def test_an_empty_passage_has_no_span() -> None:
    with pytest.raises(ValueError, match="empty passage"):
        EMPTY.span()


def test_passages_from_two_cells_give_two_spans() -> None:
    text = "Ірі ұйымдар" + " " * 100 + "құру"
    joined = join([passage_of(text, 0, 11), passage_of(text, 111)])
    assert joined.text == "Ірі ұйымдар құру"
    assert joined.spans() == (Span(0, 11), Span(111, 115))


@pytest.mark.parametrize(
    ("blanks", "spans"), [(LONGEST_GAP, (Span(0, LONGEST_GAP + 2),)), (LONGEST_GAP + 1, (Span(0, 1), Span(42, 43)))]
)
def test_a_gap_within_one_piece_is_forty_characters_at_the_most(blanks: int, spans: tuple[Span, ...]) -> None:
    source = "1" + " " * blanks + "2"
    assert join([passage_of(source, 0, 1), passage_of(source, blanks + 1)], "").spans() == spans


def test_offsets_and_characters_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="3 characters"):
        Passage("abc", EMPTY.offsets)


@given(st.text(alphabet="аб \t\n\u00a0cқ", max_size=60))
def test_cleaning_never_loses_a_letter_or_its_place(text: str) -> None:
    cleaned = clean(passage_of(text))
    for letter, offset in zip(cleaned.text, cleaned.offsets, strict=True):
        assert letter == text[offset] or letter == " " or (letter, text[offset]) == ("с", "c")
    assert re.findall(r"\w", cleaned.text.replace("с", "c")) == re.findall(r"\w", text)


@given(st.lists(st.text(max_size=5), max_size=5))
def test_concatenation_is_of_texts(parts: list[str]) -> None:
    assert concatenate(passage_of(part) for part in parts).text == "".join(parts)


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("cредний балл", "средний балл"),
        ("ҚPБI", "ҚРБІ"),
        ("STEM-білім", "STEM-білім"),
        ("PISA", "PISA"),
        ("IT-сектор", "IT-сектор"),
        ("министрлiгiне", "министрлігіне"),
    ],
)
def test_look_alike_letters_inside_a_cyrillic_word(damaged: str, mended: str) -> None:
    assert undo_homoglyphs(passage_of(damaged)).text == mended


def test_a_long_word_of_one_script_is_walked_through_once() -> None:
    """A walk from each of a million letters on would take hours, and no run of the tests would end."""
    assert undo_homoglyphs(passage_of("ж" * 1_000_000 + " cредний")).text.endswith(" средний")


def test_bookmarks_are_dropped() -> None:
    assert drop_bookmarks(passage_of("[bookmark: z12] 1-бөлім")).text == "1-бөлім"


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def test_the_passages_of_a_document_are_its_blocks_and_its_cells() -> None:
    text = "Title, words, item, one, two"
    place = {word: passage_of(text, text.index(word), text.index(word) + len(word)) for word in text.split(", ")}
    cells = (Cell(), Cell((place["one"], place["two"])))
    blocks = (Heading(place["Title"]), Paragraph(place["words"]), ListItem("-", place["item"]), Table((Row(cells),)))
    told = Document("invented", "ru", text, blocks)
    assert [passage.text for passage in told.passages()] == ["Title", "words", "item", "one two"]


@pytest.mark.parametrize(
    ("offsets", "spans"),
    [
        ([], []),
        ([7], [(7, 8)]),
        ([7, 8, 9, 10], [(7, 11)]),
        ([7, 8, 8, 10], [(7, 11)]),  # as far apart as neighbours, and yet not in a row
        ([7, 9, 8, 10], [(7, 10), (8, 11)]),
        ([7, 8, 49, 50], [(7, 51)]),
        ([7, 8, 50, 51], [(7, 9), (50, 52)]),
        ([60, 61, 7, 8], [(7, 9), (60, 62)]),
    ],
)
def test_spans_of_neighbours_and_others(offsets: list[int], spans: list[tuple[int, int]]) -> None:
    passage = Passage("x" * len(offsets), array("I", offsets))
    assert passage.spans() == tuple(Span(*span) for span in spans)
    if offsets:
        assert passage.span() == Span(min(offsets), max(offsets) + 1)


def test_what_is_replaced_stands_for_the_place_of_the_match() -> None:
    passage = passage_of("a  b   c", 0, None)
    assert list(passage.replace(re.compile(r"\s+"), "--").offsets) == [0, 1, 1, 3, 4, 4, 7]
    assert passage.replace(re.compile(r"\b"), "-") == passage
    assert passage.replace(re.compile(r"\s+"), "").text == "abc"
