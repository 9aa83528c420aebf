"""Invented sentences, those that bind and those that do not: `sentences/*.tsv` tells the mood, modality and bearer of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from invented_prose import sentence

from extract.finders.duties.decided import decide
from extract.finders.duties.grammar.words import party_text
from extract.lexicon.duties import MOODS
from extract.lexicon.loading import LANGUAGES

CASES = Path(__file__).parent / "sentences"


def cases() -> Iterator[tuple[str, str, str, str, str]]:
    for lang in LANGUAGES:
        for line in (CASES / f"{lang}.tsv").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                mood, modality, bearer, text = line.split("\t")
                yield lang, mood, modality, bearer, text


@pytest.mark.parametrize(
    ("lang", "mood", "modality", "bearer", "text"), list(cases()), ids=lambda value: str(value)[:40]
)
def test_an_invented_sentence(lang: str, mood: str, modality: str, bearer: str, text: str) -> None:
    assert mood in MOODS
    unit = sentence(text, mood)
    words, duties = decide(unit, lang)
    if modality == "-":
        assert not duties
        return
    assert {duty.decision.rule.reads for duty in duties} == {modality}
    named = {party_text(text, words, duty.party) for duty in duties}
    assert (None if bearer == "-" else bearer) in named
