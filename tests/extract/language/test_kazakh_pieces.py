"""Kazakh pieces that are endings, not words: of a line's end more are than inside a line."""

from __future__ import annotations

import pytest

from extract.language.kazakh_pieces import is_mere_ending


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        *(("денсау", "лық"), ("бақша", "лары"), ("мекемеле", "рінде"), ("басқар", "масы"), ("гүлзар", "дың")),
        *(("көшет", "тің"), ("іс-шара", "лар")),
    ],
)
def test_an_ending_goes_on_with_the_piece_before_it(head: str, tail: str) -> None:
    assert is_mere_ending(head.rpartition("-")[2], tail)


@pytest.mark.parametrize(
    ("head", "tail"), [("мәлімет", "тер"), ("егіл", "ген"), ("пайдала", "нуға"), ("департамен", "ті"), ("орын", "дар")]
)
def test_what_may_be_a_word_is_an_ending_below_a_line_only(head: str, tail: str) -> None:
    assert not is_mere_ending(head, tail)
    assert is_mere_ending(head, tail, at_line_end=True)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        *(("жан", "басына"), ("бақ", "лагері"), ("сала", "ресурсы"), ("гүл", "мен"), ("бау", "және"), ("ал", "лар")),
        *(("сәбіз", "лары"), ("алма", "нан"), ("бақ", "гендері")),
    ],
)
def test_a_word_is_no_ending(head: str, tail: str) -> None:
    assert not is_mere_ending(head, tail, at_line_end=True)
