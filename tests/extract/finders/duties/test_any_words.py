"""No row of words is too short or too strange: a sentence cut anywhere, or two of them run together, is still read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from read_duties import read_duties

from extract.lexicon.duties import duty_words

CUT_SHORT = (
    "Садовый отдел определяет",
    "Планируется открыть кружки в рамках",
    "Школам привлечь к проведению смотров среди,",
    "Школам привлечь к проведению смотров мастерства среди школ города и.",
)
"""Sentences that end where a phrase has only begun."""


LANGUAGES = ("kk", "ru")


def _examples(lang: str) -> list[str]:
    return [example for rule in duty_words(lang).rules for example in rule.examples]


@pytest.mark.parametrize("text", CUT_SHORT)
def test_a_sentence_that_breaks_off_is_read(text: str) -> None:
    read_duties("ru", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_cut_at_any_word_is_read(lang: str) -> None:
    for example in _examples(lang):
        words = example.rstrip(".").split()
        for n in range(1, len(words)):
            read_duties(lang, " ".join(words[:n]))
            read_duties(lang, " ".join(words[n:]))


@pytest.mark.parametrize(("lang", "join"), [("kk", "және"), ("ru", "и")])
def test_two_examples_run_together_are_read(lang: str, join: str) -> None:
    for one, other in pairwise(_examples(lang)):
        read_duties(lang, f"{one.rstrip('.')} {join} {other}")
