"""Tokenizers that come up without a pipeline cut the words that spaCy's own languages cut."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import extract.language.kazakh  # noqa: F401  (registers the language)
from extract.language.tokenizers import FAR, tokenizer

LETTERS = "абвЯӘқҢіiIçßŁxZ0123456789.,;:-–—/%()«»\"'№§°²€ \n\tαΩևאبあ中ǅªʰ©☺"
BLANK = {lang: spacy.blank(lang) for lang in ("kk", "ru")}


@pytest.mark.parametrize("lang", ["kk", "ru"])
@given(text=st.text(st.sampled_from(LETTERS), max_size=60))
def test_words_are_those_of_the_language(lang: str, text: str) -> None:
    assert [token.text for token in tokenizer(lang)(text)] == [token.text for token in BLANK[lang].tokenizer(text)]


@pytest.mark.parametrize(
    ("text", "far"), [("Сад «Роза», 25 км² – €5", False), ("Ӱ, Ќ, Ѳ", False), ("сад 中", True), ("ոդ", True)]
)
def test_letters_of_other_scripts_ask_for_the_whole_rules(text: str, far: bool) -> None:
    assert (FAR.search(text) is not None) is far
