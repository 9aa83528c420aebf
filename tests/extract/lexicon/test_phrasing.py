"""The phrasing of prose: every pattern is found in its examples and in none of its counter-examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.lexicon import loading
from extract.lexicon.figures import figure_words
from extract.lexicon.loading import LANGUAGES, LexiconError, read_lexicon
from extract.lexicon.phrasing import Wording, phrasing

WORDINGS = [
    pytest.param(wording, id=f"{lang}-{name}")
    for lang in LANGUAGES
    for name, wording in phrasing(lang).wordings.items()
] + [pytest.param(wording, id=f"figures-{name}") for name, wording in figure_words().wordings.items()]


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_pattern_is_found_in_its_examples_alone(wording: Wording) -> None:
    assert [text for text in wording.examples if not wording.pattern.search(text)] == []
    assert [text for text in wording.counter_examples if wording.pattern.search(text)] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "words: {}\nyear: a\npatterns:\n  a:\n    pattern: x\n",
            "prose.kk.yml, line 4: a has pattern, examples and not",
        ),
        ("year: a\npatterns:\n  a:\n    pattern: '('\n    examples: [x]\n", "prose.kk.yml, line 4: a: missing"),
        ("a: [\nb: }\n", "prose.kk.yml, line 2: no YAML"),
        ("patterns:\n  a: {}\n  b: {}\n  a: {}\n", "prose.kk.yml, line 4: no YAML, 'a' stands twice"),
        ("- a\n", "prose.kk.yml, line 1: a file of the lexicon is a mapping"),
    ],
)
def test_a_broken_file_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    (tmp_path / "prose.kk.yml").write_text(text, "utf-8")
    monkeypatch.setattr(loading, "LEXICON", tmp_path)
    with pytest.raises(LexiconError) as raised:
        phrasing.__wrapped__("kk").pattern("a")
    assert str(raised.value).startswith(message)


def test_a_place_that_the_file_has_not_is_told_by_what_holds_it() -> None:
    file = read_lexicon("headings")
    assert "headings.yml, line " in str(file.error("x", "ru", "colours"))
