"""Whatever the text, nothing breaks and nothing is lost: tokens, stems, sentences, names."""

from __future__ import annotations

import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.language import kazakh  # noqa: F401  (registers the language)
from extract.language.phrases import PhraseIndex
from extract.language.russian import parses_of, readings
from extract.language.sentences import split_sentences
from kzedu_graph.language.kazakh_endings import analyse, fold_word, same_word
from kzedu_graph.language.letters import fold_homoglyphs

LETTERS = "абдеғгжзиыікқлмнңоөрстуұүһшьяАБҒМҰІXopcaei"
TEXTS = st.text(st.sampled_from(LETTERS + "  \n\t\xa0\"«»'-–.,;:!?()[]%№/0123456789"), max_size=80)
WORDS = st.text(st.sampled_from(LETTERS + "-"), max_size=20)
NLP = spacy.blank("kk")
INDEX = {
    lang: PhraseIndex({"a": ["«Аба» ҚМ", "БҒМ"], "b": ["мектептер", "аба"]}, lang, quoted_name_alone=True)
    for lang in ("kk", "ru")
}


@given(st.one_of(TEXTS, st.text(max_size=60)))
@settings(max_examples=200, deadline=None)
def test_tokens_give_every_text_back(text: str) -> None:
    assert NLP(text).text == text


@given(WORDS)
@example("-І")
@settings(max_examples=300, deadline=None)
def test_every_word_is_read(word: str) -> None:
    found = analyse(word)
    assert all(reading.stem or not word for reading in found)
    assert any(reading.endings == () for reading in found)
    assert len(fold_homoglyphs(word)) == len(word)
    assert same_word(word, word)
    assert fold_word(word) == fold_word(word).lower()


@given(TEXTS, st.sampled_from(["kk", "ru"]))
@settings(max_examples=200, deadline=None)
def test_sentences_cover_the_text(text: str, lang: str) -> None:
    places = split_sentences(text, lang)
    at = 0
    for start, end in places:
        assert start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(TEXTS, st.sampled_from(["kk", "ru"]))
@settings(max_examples=200, deadline=None)
def test_mentions_stand_in_the_text(text: str, lang: str) -> None:
    found = INDEX[lang].find(text)
    assert all(text[mention.start : mention.end] == mention.words for mention in found)
    assert found == sorted(found)


@given(st.text(min_size=1, max_size=6))
@example("\U00017000")  # a letter without a name
@settings(max_examples=300, deadline=None)
def test_every_word_has_a_reading_in_the_russian_dictionary(word: str) -> None:
    assert parses_of(word)
    assert readings(word)
