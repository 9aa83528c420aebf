"""Whom Russian everyday documents bind by surname, by pronoun, by a participle alone, each with his own thing."""

from __future__ import annotations

from functools import partial

import pytest
from read_duties import read_duties

from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.russian.parties.bearers import find_party
from extract.finders.duties.russian.parties.members import find_members

read = partial(read_duties, "ru")
Told = list[tuple[str | None, str, str | None]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Липов Л.И. и Кленова Г.С. готовят опись.", [("Липов Л.И. и Кленова Г.С.", "готовят опись", "опись")]),
        ("А.Б. Липов, К. К. Розова ведут журнал.", [("А.Б. Липов, К. К. Розова", "ведут журнал", "журнал")]),
        ("Справку готовит Розова Б.Б. до 5 мая.", [("Розова Б.Б.", "Справку готовит", "Справку")]),
        ("Опись ведет Тополева Д.", [("Тополева Д.", "Опись ведет", "Опись")]),
        ("Отчет готовится Розовой Б.Б. и Липовым А.А.", [("Розовой Б.Б. и Липовым А.А.", "Отчет готовится", "Отчет")]),
        ("Завхоз Липов А.А. вывозит мусор.", [("Завхоз Липов А.А.", "вывозит мусор", "мусор")]),
        ("Назначить мастера Липова И. И., врача и няню.", [(None, "Назначить мастера Липова И. И., врача и няню", "мастера Липова И. И., врача и няню")]),
        ("Назначить мастера Липова И.И.", [(None, "Назначить мастера Липова И.И.", "мастера Липова И.И.")]),
        ("Розова Б.Б., Липов А.А. и мастер обязаны сдать ключи.", [("Розова Б.Б., Липов А.А. и мастер", "сдать ключи", "ключи")]),
    ],
)  # fmt: skip
def test_surnames_with_initials_are_bound(text: str, told: Told) -> None:
    assert read(text) == told


@pytest.mark.parametrize("text", ["Приказ от 5 мая Б. Розова подписан.", "Розова Б.Б. – мастер."])
def test_a_surname_alone_binds_nobody(text: str) -> None:
    assert read(text) == []


def test_each_surname_of_a_list_is_a_member() -> None:
    words = read_words("Липов Л.И. и Кленова Г.С. готовят опись.", "ru")
    verb = next(n for n, word in enumerate(words) if word.norm == "готовят")
    party = find_party(words, "subject", verb, verb)
    assert party is not None
    assert [words[first].text for first, _ in find_members(words, party)] == ["Липов", "Кленова"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("От осмотра освобождены те, у кого справка действует.", ("те, у кого справка действует", "От осмотра освобождены", None)),
        ("Те, кто опоздал, пишут записку.", ("Те, кто опоздал", "пишут записку", "записку")),
        ("Управляющему вызвать мастера.", ("Управляющему", "вызвать мастера", "мастера")),
        ("Ответственным назначить мастера.", (None, "Ответственным назначить мастера", "мастера")),
        ("Ключ от сарая хранится у сторожа сада.", ("сторожа сада", "Ключ от сарая хранится", "Ключ от сарая")),
        ("Ключи хранятся у входа.", (None, "Ключи хранятся у входа", "Ключи")),
    ],
)  # fmt: skip
def test_whom_a_pronoun_a_participle_or_a_place_names(text: str, told: tuple[str | None, str, str | None]) -> None:
    assert read(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Мастера договор не подписывают.", [("Мастера", "договор не подписывают", "договор")]),
        ("Мастер свой годовой отчет сдает мастеру.", [("Мастер", "свой годовой отчет сдает мастеру", "свой годовой отчет")]),
        ("Жители целевой взнос вносят сразу.", [("Жители", "целевой взнос вносят сразу", "целевой взнос")]),
        ("Врачи кабинета здорового ребенка ведут журнал.", [("Врачи кабинета здорового ребенка", "ведут журнал", "журнал")]),
        ("Школа ведет учет, колледжи не ведут журнал.", [("Школа", "ведет учет", "учет"), ("колледжи", "не ведут журнал", "журнал")]),
        ("Жители вносят взнос, инвалиды взнос не платят.", [("Жители", "вносят взнос", "взнос"), ("инвалиды", "взнос не платят", "взнос")]),
        ("Комитеты шлют планы в сады, школы и ведут учет.", [("Комитеты", "шлют планы в сады, школы", "планы"), ("Комитеты", "ведут учет", "учет")]),
    ],
)  # fmt: skip
def test_a_thing_before_its_verb_is_no_part_of_the_doer(text: str, told: Told) -> None:
    assert read(text) == told
