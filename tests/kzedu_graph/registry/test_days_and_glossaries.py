"""Whom a name means on a day, and in a document that says itself what it means by a word."""

from __future__ import annotations

from datetime import date

import pytest

from kzedu_graph.registry.resolving import Agency, Registry

REGISTRY = Registry.load()


@pytest.fixture
def two_ministries() -> Registry:
    """An invented state whose roads ministry and rivers ministry bore one abbreviation, one after the other."""
    return Registry(
        [
            Agency("old", "ministry", {"ru": "Министерство рек"}, {"ru": ("МР",)}, until=date(2020, 5, 1)),
            Agency("new", "ministry", {"ru": "Министерство радуг"}, {"ru": ("МР",)}, since=date(2020, 5, 1)),
            Agency("ancient", "ministry", {"ru": "Министерство рос"}, {"ru": ("МР",)}, until=date(2001, 1, 1)),
        ],
        {},
    )


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2024, 1, 1), "new"),
        (date(2020, 5, 1), "new"),
        (None, "new"),
    ],
)
def test_the_body_alive_on_the_day_is_meant(two_ministries: Registry, day: date | None, key: str) -> None:
    assert two_ministries.resolve("МР", "ru", day).agency == key


def test_two_alive_at_once_are_ambiguous(two_ministries: Registry) -> None:
    resolution = two_ministries.resolve("МР", "ru", date(1999, 1, 1))
    assert resolution.agency is None
    assert set(resolution.candidates) == {"old", "ancient", "new"}


def test_of_the_dead_the_most_recent_is_meant() -> None:
    registry = Registry(
        [
            Agency("a", "ministry", {"ru": "Министерство рек"}, {"ru": ("МР",)}, until=date(2001, 1, 1)),
            Agency("b", "ministry", {"ru": "Министерство рос"}, {"ru": ("МР",)}, until=date(2010, 1, 1)),
        ],
        {},
    )
    assert registry.resolve("МР", "ru", date(2024, 1, 1)).agency == "b"


def test_an_abolished_body_is_still_named_by_its_abbreviation() -> None:
    for text, lang in (("МКС", "ru"), ("МСМ", "kk")):
        assert REGISTRY.resolve(text, lang, date(2024, 6, 13)).agency == "kz-mcs"


def test_the_glossary_of_the_document_goes_first() -> None:
    glossary = {"МО": "Министерство здравоохранения Республики Казахстан"}
    resolution = REGISTRY.resolve("МО", "ru", glossary=glossary)
    assert (resolution.agency, resolution.how) == ("kz-moh", "glossary")
    assert REGISTRY.resolve("МО", "ru").agency == "kz-mod"


def test_a_glossary_that_means_something_else_forbids_the_usual_body() -> None:
    resolution = REGISTRY.resolve("МО", "ru", glossary={"МО": "методическое объединение"})
    assert resolution.agency is None
    assert resolution.candidates == ("kz-mod",)


def test_a_damaged_glossary_still_speaks_of_the_usual_body() -> None:
    resolution = REGISTRY.resolve("МТС", "ru", glossary={"МТС": "Министерство туризма и спор Республики Казахстан"})
    assert (resolution.agency, resolution.how) == ("kz-mts", "glossary")


def test_an_abbreviation_inside_a_name_is_read_with_the_glossary() -> None:
    glossary = {"ОБ": "образования"}
    resolution = REGISTRY.resolve("управления ОБ", "ru", glossary=glossary)
    assert (resolution.agency, resolution.how) == ("kz-edu-departments", "glossary")


def test_an_ending_does_not_hide_a_name_from_the_glossary() -> None:
    glossary = {"ӨЖМ": "Қазақстан Республикасының Қаржы министрлігі"}
    assert REGISTRY.resolve("ӨЖМ-ге", "kk", glossary=glossary).agency == "kz-mof"
