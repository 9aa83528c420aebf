"""Information systems in a text: inflected, abbreviated, in cells, with their place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.finders.names.mentions import find_mentions
from extract.finders.names.systems import find_systems_and_initiatives, outside
from extract.readers.tabbed import read_tabbed
from extract.sources.recognise import recognise
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.registry.systems import INITIATIVES, load_systems


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Списки читателей ведутся в НОБД ежегодно.", "ru", ["НОБД"]),
        (
            "Данные передаются в Национальную образовательную базу данных.",
            "ru",
            ["Национальную образовательную базу данных"],
        ),
        ("Тізім ҰБДҚ-мен біріктірілді.", "kk", ["ҰБДҚ"]),
        ("Зал открыт для всех.", "ru", []),
        ("Өтінім \u0435Gov mobile арқылы беріледі.", "kk", ["\u0435Gov mobile"]),
        (
            "Расписание есть на www.BilimLand.kz и на сайте (https://atameken.kz).",
            "ru",
            ["www.BilimLand.kz", "https://atameken.kz"],
        ),
        ("Пишут на bilimland.kz.example и на nis.edu.kzz.", "ru", []),
        ("Мәтін «Әділет» жүйесінде бар.", "kk", ["«Әділет»"]),
        ("Зал бағалау жүйесін қолданады, әділет жүйесі бар.", "kk", []),
        ("Книги дарят НПП «Атамекен» и НАО «Talap».", "ru", []),
        ("Балалар «Бағалау» жүйесінде.", "kk", ["«Бағалау»"]),
        ("Читает QR-код на двери.", "ru", []),
        ("Ведется карта благополучия детей.", "ru", ["карта благополучия детей"]),
    ],
)
def test_a_system_is_found_in_any_form(text: str, lang: str, words: list[str]) -> None:
    source = Source("t", "t", lang, None, "t")
    found, _ = find_systems_and_initiatives(source, read_tabbed("t", text, lang))
    assert [mention.text.split("-")[0] for mention in found] == words
    assert all(text[m.evidence[0].start : m.evidence[-1].end].startswith(m.text.split()[0]) for m in found)


def test_every_system_of_the_registry_has_names() -> None:
    assert all(labels for labels in load_systems().values())


def test_the_database_that_the_plan_of_000_names(corpus: Path) -> None:
    text = next(corpus.glob("000*")).read_bytes().decode("utf-8")
    source, _ = recognise("000", text)
    keys = [mention.system for mention in find_systems_and_initiatives(source, read_tabbed("000", text, "ru"))[0]]
    assert keys.count("nobd") >= 7


@pytest.mark.parametrize(
    ("text", "lang", "keys"),
    [
        ("Задачи взяты из PISA-2022 и TIMSS.", "ru", ["intl-pisa", "intl-timss"]),
        ("Балалар «Жас турист» байқауына қатысты.", "kk", ["zhas-turist"]),
        ("Жаңа NIS Programme жоспары бар.", "kk", ["nis-programme"]),
        ("Опыт США изучен.", "ru", []),
        ("Жас турист келді, тұрақты даму мақсатында.", "kk", []),
    ],
)
def test_projects_and_surveys_are_found(text: str, lang: str, keys: list[str]) -> None:
    _, found = find_systems_and_initiatives(Source("t", "t", lang, None, "t"), read_tabbed("t", text, lang))
    assert [mention.initiative.removeprefix("kz-") for mention in found] == keys
    assert all(text[m.evidence[0].start : m.evidence[-1].end] == m.text for m in found)


def test_every_initiative_of_the_registry_has_names() -> None:
    assert len(load_systems(INITIATIVES)) > 100
    assert all(labels for labels in load_systems(INITIATIVES).values())


def test_a_movement_is_no_body_and_its_abbreviation_is_what_the_text_says() -> None:
    text = (
        "Клубы WorldSkills Kazakhstan и WorldSkills Europe встретились.\n\n"
        "Цель движения WorldSkills Kazakhstan (далее – WSK) – мастерство.\n\n"
        "Итоги WSK подведены."
    )
    source = Source("sample", "P1", "ru", date(2024, 6, 1), "Sample")
    document = read_tabbed("sample", text, "ru")
    _, initiatives = find_systems_and_initiatives(source, document)
    bodies = find_mentions(source, document, Registry.load(), {}, (), initiatives)
    assert [one.agency for one in bodies] == ["kz-worldskills-kazakhstan", "intl-worldskills-europe"]
    left = outside(initiatives, bodies)
    assert [(one.initiative, one.text) for one in left] == [
        ("kz-worldskills-movement", "движения WorldSkills Kazakhstan"),
        ("kz-worldskills-movement", "WSK"),
        ("kz-worldskills-movement", "WSK"),
    ]
