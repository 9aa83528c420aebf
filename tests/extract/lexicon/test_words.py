"""The lexicons: well formed, alike in both languages, each rule matched by its own example and by no other's rival."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from places import ROOT

from extract.language.patterns import ChunkMatcher, symbol_pattern
from extract.language.tokens import read
from extract.lexicon import loading
from extract.lexicon.loading import LANGUAGES
from extract.lexicon.words import Rule, words
from extract.values.label import split_label
from extract.values.times.dates import DATE_SYMBOLS, items_of
from extract.values.times.due_points import read_date
from extract.values.times.recurrence import PARTS_OF_YEAR

ONTOLOGY = ROOT / "ontology" / "codes" / "deliverable-types.ttl"
RECURRENCES = ROOT / "ontology" / "codes" / "recurrence.ttl"


def rules(section: str) -> list[object]:
    return [
        pytest.param(lang, rule, id=f"{lang}-{rule.name}")
        for lang in LANGUAGES
        for rule in getattr(words(lang), section)
    ]


@pytest.mark.parametrize(("lang", "rule"), rules("chunks"))
def test_a_chunk_is_read_by_its_own_rule(lang: str, rule: Rule) -> None:
    tokens = read(rule.example, lang).tokens
    (chunk,) = ChunkMatcher(words(lang).chunks)(tokens)
    assert (chunk.rule.name, chunk.start, chunk.end) == (rule.name, 0, len(tokens))


@pytest.mark.parametrize(("lang", "rule"), rules("dates"))
def test_a_date_is_read_by_its_own_rule(lang: str, rule: Rule) -> None:
    items = items_of(read(rule.example, lang), lang)
    symbols = "".join(DATE_SYMBOLS[item.kind] for item in items)
    matching = [r for r in words(lang).dates if symbol_pattern(r.pattern, DATE_SYMBOLS).fullmatch(symbols)]
    assert matching[0].name == rule.name
    found = read_date(items, rule.reads)
    assert found is not None
    assert found[0] or found[1] or rule.reads == "undated"


@pytest.mark.parametrize(("lang", "rule"), rules("values"))
def test_a_year_of_a_series_is_read_by_its_own_rule(lang: str, rule: Rule) -> None:
    tokens = read(rule.example, lang).tokens
    (chunk,) = ChunkMatcher(words(lang).values)(tokens)
    assert (chunk.rule.name, chunk.start, chunk.end) == (rule.name, 0, len(tokens))


@pytest.mark.parametrize(("lang", "rule"), rules("labels"))
def test_a_label_is_read_by_its_own_rule(lang: str, rule: Rule) -> None:
    label = split_label(rule.example, lang)
    assert label is not None
    assert (label.kind, label.number) == (rule.reads, re.search(r"\d+(?:\.\d+)*", rule.example)[0])  # type: ignore[index]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_stands_for_one_thing(lang: str) -> None:
    for table in (words(lang).deliverables, words(lang).column_titles, words(lang).breakdowns, words(lang).units):
        assert table
        assert all(form == " ".join(form.casefold().split()) for form in table)


def test_both_languages_know_the_same_columns_and_types() -> None:
    one, other = (words(lang) for lang in LANGUAGES)
    assert set(one.column_titles.values()) == set(other.column_titles.values())
    assert set(one.deliverables.values()) == set(other.deliverables.values())
    assert {rule.reads for rule in one.labels} == {rule.reads for rule in other.labels}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_types_of_deliverables_are_those_of_the_registry(lang: str) -> None:
    known = set(re.findall(r"^type:([a-z-]+) a ", ONTOLOGY.read_text("utf-8"), re.MULTILINE))
    assert set(words(lang).deliverables.values()) - {"other"} <= known


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_month_is_known_in_its_cases(lang: str) -> None:
    months = [value for tag, value in words(lang).tags.values() if tag == "month"]
    assert {f"{n:02}" for n in range(1, 13)} == set(months)
    assert all(months.count(month) >= 5 for month in months)


def test_a_language_without_a_lexicon_is_an_error() -> None:
    with pytest.raises(ValueError, match="not for 'en'"):
        words("en")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("tags: {}\ncolours: []\n", "xx.yml, line 2: unknown section colours"),
        ("tags: {month: {'01': май}, season: {'02': май}}\n", "'май' stands in two classes, month and season"),
        ("tags: {}\nchunks: [{rule: a, reads: b, pattern: c}]\n", "rule, reads, pattern and example"),
        ("tags: {}\nunits: {a: [x], b: [x]}\n", "units: 'x' stands for 'a' and 'b'"),
    ],
)
def test_a_broken_lexicon_names_its_file_and_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, complaint: str
) -> None:
    (tmp_path / "xx.yml").write_text(text, "utf-8")
    monkeypatch.setattr(loading, "LEXICON", tmp_path)
    monkeypatch.setattr(loading, "LANGUAGES", ("xx",))
    with pytest.raises(ValueError, match=re.escape(complaint)):
        words.__wrapped__("xx")


def test_kinds_of_recurrence_are_those_of_the_registry() -> None:
    known = set(re.findall(r'skos:notation "([a-z]+)"', RECURRENCES.read_text("utf-8")))
    assert known == set(PARTS_OF_YEAR)
    for lang in LANGUAGES:
        tagged = {value for tag, value in words(lang).tags.values() if tag == "recurrence"}
        assert tagged | {rule.reads for rule in words(lang).chunks if rule.reads in known} <= known
