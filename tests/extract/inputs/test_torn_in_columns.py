"""Words that a narrow column of a PDF tears without a hyphen, and whole words that only fill its lines."""

from __future__ import annotations

import pytest

from extract.document.repairs import vocabulary
from extract.inputs.pdf.lines import Line, Word
from extract.inputs.pdf.paragraphs import Lines
from extract.inputs.pdf.torn_words import tears_words, with_dictionary

WIDTH = 60.0


def lines_of_column(*texts: str) -> list[Line]:
    """Lines of one word or several, each reaching the edge of a narrow column."""
    found = []
    for n, text in enumerate(texts):
        pieces = text.split()
        step = WIDTH / len(pieces)
        words = tuple(
            Word(piece, at * step, (at + 1) * step - (4 if at + 1 < len(pieces) else 0.1), 10.0 * n, 10.0 * n + 9)
            for at, piece in enumerate(pieces)
        )
        found.append(Line(words, 1, 0.0, WIDTH))
    return found


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (("информация", "в МП"), "информация в МП"),
        (("информац", "ия в МП"), "информация в МП"),
        (("Местный", "бюджет"), "Местный бюджет"),
        (("привлечени", "ем средств"), "привлечением средств"),
        (("Ответственны", "е исполнители"), "Ответственные исполнители"),
        (("школьников,", "этап 5"), "школьников, этап 5"),
        (("қоршауын", "жаңарту"), "қоршауын жаңарту"),
        (("Республ", "икалық бюджет"), "Республикалық бюджет"),
        (("республ", "икански", "й бюджет"), "республиканский бюджет"),
        (("Мұғалі", "мдерді даярлау"), "Мұғалімдерді даярлау"),
        (("бағбандарды", "баққа шақыру"), "бағбандарды баққа шақыру"),
        (("көшеттерге", "арық қазу"), "көшеттерге арық қазу"),
        (("гүлзарларда", "ғыдан артық"), "гүлзарлардағыдан артық"),
        (("бағбандар", "дың бағы"), "бағбандардың бағы"),
    ],
)
def test_a_piece_is_joined_where_one_side_is_no_word(texts: tuple[str, ...], whole: str) -> None:
    known = with_dictionary(vocabulary(("бағдарлама және жоспар.",)))
    assert Lines(tuple(lines_of_column(*texts)), known, tears=True).text == whole


def test_one_sure_tear_or_two_short_pieces_show_that_a_table_tears_words() -> None:
    known = with_dictionary(vocabulary(("жоспар.",)))
    assert tears_words([lines_of_column("информац", "ия")], known)
    assert not tears_words([lines_of_column("информация", "в МП")], known)
    assert not tears_words([lines_of_column("Бақдала", "ұл")], known)
    assert tears_words([lines_of_column("Бақдала", "ұл"), lines_of_column("Садыбе", "к")], known)


@pytest.mark.parametrize(
    ("word", "is_known"),
    [("директорлары", True), ("инспекторларының", True), ("директорл", False), ("планлары", False)],
)
def test_kazakh_endings_behind_a_borrowed_word(word: str, is_known: bool) -> None:
    assert with_dictionary(lambda _: False)(word) is is_known


@pytest.mark.parametrize(
    ("below", "torn"),
    [("е роз", True), ("м", True), ("и роз", False), ("е) роз", False), ("в", False)],
)
def test_one_letter_that_is_no_word_shows_a_tear(below: str, torn: bool) -> None:
    known = with_dictionary(vocabulary(("план работ.",)))
    assert tears_words([lines_of_column("Перепересаживани", below)], known) is torn
