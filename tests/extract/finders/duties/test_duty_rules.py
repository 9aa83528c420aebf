"""Rules of duties by their own examples and counter-examples; a broken lexicon says where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from invented_prose import sentence

from extract.finders.duties.decided import decide
from extract.finders.duties.grammar.rules import lays_something, rule_book
from extract.finders.duties.grammar.words import read_words
from extract.lexicon import duties as wording
from extract.lexicon import loading
from extract.lexicon.duties import MODALITIES, duty_words
from extract.lexicon.loading import LANGUAGES, LEXICON

RULES = [(lang, rule) for lang in LANGUAGES for rule in duty_words(lang).rules]


NAMED = [f"{lang} {rule.name}" for lang, rule in RULES]


def deciding(text: str, lang: str, mood: str) -> list[str]:
    """The names of the rules that hold for a sentence below a heading that regulates; what asks for a bearer and names none is left out."""
    found = decide(replace(sentence(text, mood), regulated=True), lang)[1]
    words = read_words(text, lang)
    passed = [d.rule.name for d in rule_book(lang).decide(words, mood) if not lays_something(d)]
    return [*passed, *(duty.decision.rule.name for duty in found)]


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=NAMED)
def test_a_rule_decides_its_examples_and_leaves_its_counter_examples(lang: str, rule: wording.DutyRule) -> None:
    for mood in rule.moods:
        for example in rule.examples:
            assert rule.name in deciding(example, lang, mood), (mood, example)
        for example in rule.counter_examples:
            assert rule.name not in deciding(example, lang, mood), (mood, example)


def test_every_modality_has_a_rule_in_both_languages() -> None:
    for lang in LANGUAGES:
        assert set(MODALITIES) <= {rule.reads for rule in duty_words(lang).rules}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_endings_class_their_examples(lang: str) -> None:
    for ending in duty_words(lang).endings:
        tags = [next(w.tag for w in read_words(word, lang) if w.text) for word in ending.examples]
        assert set(tags) == {ending.tag}, ending
        for word in ending.counter_examples:
            assert next(w.tag for w in read_words(word, lang) if w.text) != ending.tag, word


@pytest.mark.parametrize("lang", LANGUAGES)
def test_openings_and_genres_know_their_examples(lang: str) -> None:
    for openings in (duty_words(lang).openings, duty_words(lang).genres):
        for opening in openings:
            first = next(o for o in openings if o.pattern.search(opening.example.lower()))
            assert first.mood == opening.mood, opening.example


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"stray": 1}, "unknown section stray"),
        ({"classes": {"a": "один", "b": "один"}}, "stands in two classes"),
        ({"rules": [{"rule": "r", "reads": "duty", "pattern": "need", "examples": ["x"]}]}, "reads 'duty'"),
        ({"rules": [{"rule": "r", "reads": "requirement", "pattern": "need"}]}, "has no example"),
        (
            {"rules": [{"rule": "r", "reads": "requirement", "pattern": "need", "examples": ["x"], "moods": "odd"}]},
            "holds in odd",
        ),
        (
            {"rules": [{"rule": "r", "reads": "requirement", "pattern": "need", "examples": ["x"], "sort": 1}]},
            "sort",
        ),
        (
            {"rules": [{"rule": "r", "reads": "requirement", "pattern": "a", "examples": ["x"], "unless": "ghost"}]},
            "names no rule by ghost",
        ),
        ({"genres": [{"mood": "odd", "words": "a", "example": "a"}]}, "an opening has mood"),
    ],
)
def test_a_broken_lexicon_says_where(
    change: dict[str, object], complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = yaml.safe_load((LEXICON / "duties.ru.yml").read_text("utf-8"))
    (tmp_path / "duties.ru.yml").write_text(yaml.safe_dump({**data, **change}, allow_unicode=True), "utf-8")
    monkeypatch.setattr(loading, "LEXICON", tmp_path)
    with pytest.raises(ValueError, match=complaint) as raised:
        duty_words.__wrapped__("ru")
    assert "duties.ru.yml" in str(raised.value)
