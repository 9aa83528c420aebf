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


def _examples() -> list[str]:
    return [example for rule in duty_words("ru").rules for example in rule.examples]


@pytest.mark.parametrize("text", CUT_SHORT)
def test_a_sentence_that_breaks_off_is_read(text: str) -> None:
    read_duties("ru", text)


def test_an_example_cut_at_any_word_is_read() -> None:
    for example in _examples():
        words = example.rstrip(".").split()
        for n in range(1, len(words)):
            read_duties("ru", " ".join(words[:n]))
            read_duties("ru", " ".join(words[n:]))


def test_two_examples_run_together_are_read() -> None:
    for one, other in pairwise(_examples()):
        read_duties("ru", f"{one.rstrip('.')} и {other}")
