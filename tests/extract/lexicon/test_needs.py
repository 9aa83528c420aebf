"""Words that a pattern needs: no pattern of the lexicon can be found where none of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest

from extract.lexicon.amendments import QUOTED
from extract.lexicon.duties import Ending, duty_words
from extract.lexicon.loading import LANGUAGES, read_lexicon
from extract.lexicon.phrasing import Wording, phrasing
from extract.lexicon.sought import NEEDS
from kzedu_graph.language.late_patterns import needing
from tests.extract.lexicon.needed_words import END, is_needed, last_letters


def _cases() -> Iterator[tuple[str, Sequence[str], str, int]]:
    """(where it is told, words, pattern, flags)"""
    for lang in LANGUAGES:
        for name, wording in phrasing(lang).wordings.items():
            yield f"prose.{lang} {name}", wording.needs, wording.file.data["patterns"][name]["pattern"], 0
        for file in ("amendments", "force", "standing"):
            data = read_lexicon(file).data[lang]
            for name, words in data[NEEDS].items():
                yield f"{file} {lang} {name}", words, data[name], re.IGNORECASE
        amendments = read_lexicon("amendments").data[lang]
        for key in ("words", "gerunds", "annexed"):
            for entry in amendments[key]:
                pattern = entry["pattern"]
                for quoted in ("old", "new"):
                    pattern = pattern.replace(f"{{{quoted}}}", QUOTED.replace("{name}", quoted))
                yield f"amendments {lang} {entry['example']}", entry[NEEDS], pattern, re.IGNORECASE
        for section in ("openings", "genres"):
            for entry in read_lexicon(f"duties.{lang}").data[section]:
                yield f"duties.{lang} {entry['example']}", entry.get(NEEDS, ()), entry["words"], 0


CASES = [pytest.param(words, pattern, flags, id=told) for told, words, pattern, flags in _cases() if words]


@pytest.mark.parametrize(("words", "pattern", "flags"), CASES)
def test_what_a_pattern_finds_holds_a_word_that_it_needs(words: Sequence[str], pattern: str, flags: int) -> None:
    assert is_needed(words, pattern, flags)
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    ("words", "pattern", "told"),
    [
        (["сад"], "сад", True),
        (["сад"], "(?i)САД", True),
        (["сад"], "(?:сады?|сада) есть", True),
        (["сад"], "(?:сад|лес)", False),
        (["сад", "лес"], "(?:сад|лес)", True),
        (["сад"], "(?:сад)?а", False),
        (["сад"], "(?:сад)+", True),
        (["сад"], "(?:сад)*", False),
        (["сад"], "с[ао]д", False),
        (["сад", "сод"], "с[ао]д", True),
        (["сад"], "(?!сад)а", False),
        (["сад"], r"\w+(?=сад)", True),
        (["сад"], r"са\s*д", False),
        (["сад"], "[^с]ад", False),
    ],
)
def test_a_word_is_needed_where_no_way_leads_around_it(words: Sequence[str], pattern: str, told: bool) -> None:
    assert is_needed(words, pattern) is told


@pytest.mark.parametrize("ending", [one for one in duty_words("kk").endings if one.closes != ("",)])
def test_a_word_of_an_ending_has_its_last_letters(ending: Ending) -> None:
    ends = last_letters(ending.pattern.pattern, 2)
    assert [end for end in ends if not end.endswith(tuple(last + END for last in ending.closes))] == []


@pytest.mark.parametrize(
    "wording", [pytest.param(one, id=name) for name, one in phrasing("kk").wordings.items() if one.closes != ("",)]
)
def test_a_word_of_a_shape_has_its_last_letters(wording: Wording) -> None:
    ends = last_letters(wording.file.data["patterns"][wording.name]["pattern"], 2)
    assert [end for end in ends if not end.endswith(tuple(last + END for last in wording.closes))] == []
    assert max(map(len, wording.closes)) <= 2


def test_a_pattern_that_needs_words_is_not_compiled_before_one_stands() -> None:
    made: list[str] = []

    def compiled() -> re.Pattern[str]:
        made.append("made")
        return re.compile("сад(?P<end>ы?)", re.IGNORECASE)

    pattern = needing(("сад",), compiled)
    assert pattern.search("лес") is None
    assert pattern.match("лес") is None
    assert pattern.fullmatch("лес") is None
    assert list(pattern.finditer("лес")) == []
    assert pattern.sub("", "лес") == "лес"
    assert made == []
    assert pattern.sub("", "Сады и лес") == " и лес"
    assert [match["end"] for match in pattern.finditer("Сад, сады")] == ["", "ы"]
    assert pattern.search("сады", 1) is None
    assert pattern.fullmatch("сады")
    assert pattern.match("сады")
    assert pattern.split("а сад б") == ["а ", "", " б"]
    assert made == ["made"]
