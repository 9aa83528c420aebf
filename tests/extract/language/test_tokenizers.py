"""Tokenizers that come up without a pipeline cut the words that spaCy's own languages cut."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import extract.language.kazakh  # noqa: F401  (registers the language)
from extract.language.spacy_parts import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from extract.language.tokenizers import FAR, LANGUAGES, tokenizer

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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sign_that_parts_words_is_a_letter(lang: str) -> None:
    told = LANGUAGES[lang].Defaults
    begins = compile_prefix_regex(told.prefixes or ()).search
    ends = compile_suffix_regex(told.suffixes or ()).search
    inside = compile_infix_regex(told.infixes or ()).search
    letters = [chr(code) for code in range(0x10000) if chr(code).isalpha()]
    words = [word for one in letters for word in (one, f"а{one}", f"{one}A", f"аА{one}Аа", f"{one}{one}")]
    assert [word for word in words if any(found(word) for found in (begins, ends, inside))] == []
    assert [token.text for token in tokenizer(lang)("школа, 5кг (сад).")][:2] == ["школа", ","]
