"""Damaged words of a source mended for reading, and shown as they stand on demand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzedu_graph.language.mending import mend, mender, words_mended, words_of
from web.views.texts.quotes import quotes


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("жоспар б о й ы н ш а жүргізу", "жоспар бойынша жүргізу"),
        ("п о с т а н о в л я е т:", "постановляет:"),
        ("п. а б в", "п. а б в"),  # three may be signs in a row
        ("1 2 3 4 5", "1 2 3 4 5"),
        ("сынып- жетекші, онлайн- сабақ", "сынып-жетекші, онлайн-сабақ"),
        ("екі- және үш айлық, двух- и трёхлетний", "екі- және үш айлық, двух- и трёхлетний"),
        ("2- қосымша, А- тобы", "2- қосымша, А- тобы"),  # a number and a letter have no compound
        ("кітап-\nханаға барды", "кітапханаға барды"),
        ("кітап\nханаға барды", "кітапханаға барды"),
        ("кітап-\nсөре", "кітап-\nсөре"),  # nowhere whole
        ("жаңа\nкітап", "жаңа\nкітап"),  # both are words
        ("жаңа \nкітапханағ\nа", "жаңа \nкітапханаға"),  # one letter, the whole known
        ("оқушылард\nы", "оқушыларды"),  # a letter that is no word
        ("а б в", "а б в"),  # signs
    ],
)
def test_words_are_mended(torn: str, whole: str) -> None:
    assert mend(torn, {"кітапханаға", "жаңа", "кітап"}) == whole


def test_words_that_were_mended_are_listed() -> None:
    raw = "жоспар б о й ы н ш а, екі- және сынып- жетекші үшін"
    assert words_mended(raw, mend(raw)) == ["бойынша", "сынып-жетекші"]
    assert words_mended("бұл бүтін", mend("бұл бүтін")) == []


def test_words_at_the_end_of_a_line_are_no_witnesses() -> None:
    assert words_of("бір ауыл-\nдық екі орта\n үшінші сөз бар") == {"бір", "екі", "сөз", "бар"}


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_letter_is_lost(text: str, stretch: str) -> None:
    def letters(of: str) -> str:
        return "".join(sign for sign in of if not sign.isspace() and sign != "-")

    assert letters(mender(text)(stretch)) == letters(stretch)


def test_a_quote_keeps_the_words_as_they_stand() -> None:
    text = "Осы б а р л ы қ жерде."
    (quote,) = quotes(text, [(0, len(text))], 0, mender(text))
    (piece,) = quote.pieces
    assert (piece.text, piece.raw) == ("Осы барлық жерде.", text)
