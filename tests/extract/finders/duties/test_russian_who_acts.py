"""Whom Russian sentences bind where another word stands in his place: behind the verb, in a title, a name; all invented."""

from __future__ import annotations

from functools import partial

import pytest
from effort import steps
from read_acts import duties_of
from read_duties import read_duties

read = partial(read_duties, "ru")


@pytest.mark.parametrize(
    ("text", "bearer", "deed", "done_to"),
    [
        ("Отменять уроки учитель не должен.", "учитель", "Отменять уроки", "уроки"),
        ("Покидать пост сторож не должен.", "сторож", "Покидать пост", "пост"),
        ("Ученики не должны, как правило, рвать розы.", "Ученики", "как правило, рвать розы", "розы"),
        ("Рвать розы и топтать траву ученик не должен.", "ученик", "Рвать розы и топтать траву", "розы"),
    ],
)
def test_who_must_not_do_what_stands_anywhere_around(text: str, bearer: str, deed: str, done_to: str) -> None:
    assert read(text) == [(bearer, deed, done_to)]


def test_items_of_what_nobody_must_do_are_forbidden() -> None:
    told = duties_of("Правила сада\n\n1. Мастер не должен:\n\n1) рвать розы;\n\n2) шуметь.")
    assert told == [("prohibition", "Мастер", "рвать розы"), ("prohibition", "Мастер", "шуметь")]


def test_the_brackets_of_a_row_of_parties_are_counted_once() -> None:
    def row_of(size: int) -> None:
        read("Директору " * size + "поручается открыть сад.", "enacting")

    row_of(10)
    assert steps(row_of, 2000) < 3 * steps(row_of, 1000)


@pytest.mark.parametrize(
    ("text", "bearer", "deed"),
    [
        ("Завхоз Розов Б.Б. обеспечивает полив.", "Завхоз Розов Б.Б.", "обеспечивает полив"),
        ("Секретарь Липова А.Б. ведет журнал.", "Секретарь Липова А.Б.", "ведет журнал"),
        ("Заместитель директора Дубов В. Г. проводит осмотр.", "Заместитель директора Дубов В. Г.", "проводит осмотр"),
        ("Завхоз Б.Б. Розов обеспечивает полив.", "Завхоз Б.Б. Розов", "обеспечивает полив"),
        ("Секретарь С. Липова должна вести журнал.", "Секретарь С. Липова", "вести журнал"),
        ("Журнал ведет секретарь Липова А.", "секретарь Липова А.", "Журнал ведет"),
        (
            "Полив обеспечивается завхозом Розовым Б.Б. и садовником Липовой А.",
            "завхозом Розовым Б.Б. и садовником Липовой А.",
            "Полив обеспечивается",
        ),
        ("Директор школы № 5 Кленов А. проводит прием.", "Директор школы № 5 Кленов А.", "проводит прием"),
        ("Школы № 5, 7 и № 9 ведут учет.", "Школы № 5, 7 и № 9", "ведут учет"),
        ("Директору школы № 5 поручается открыть сад.", "Директору школы № 5", "открыть сад"),
    ],
)
def test_a_party_has_its_initials_and_its_number(text: str, bearer: str, deed: str) -> None:
    assert [one[:2] for one in read(text)] == [(bearer, deed)]


POST = "Должностная инструкция сторожа\n\n1. Ведет журнал.\n\n"
STATUTE = "Положение о библиотеке\n\n1. Общие положения\n\n1.1. Ведет учет книг.\n\n"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        (POST + "2. Форма шьется из сукна. Стирает пятна.\n\n3. Осматривает сад.", ["Ведет", "Осматривает"]),
        (POST + "2. Носит номер. Действует год.\n\n3. Содержит пост в чистоте.", ["Ведет", "Содержит"]),
        (STATUTE + "4. Билет\n\n4.1. Открывает вход.\n\n5. Функции\n\n5.1. Выдает книги.", ["Ведет", "Выдает"]),
        (STATUTE + "4. Работа\n\n4.1. Каталог печатается. Отмечает потери.", ["Ведет"]),
    ],
)
def test_what_things_do_binds_no_body(text: str, bound: list[str]) -> None:
    assert [(deed or "").partition(" ")[0] for _, bearer, deed in duties_of(text) if bearer] == bound


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Правила языка\n\n5. Функции языка\n\nОбщение; познание мира.", []),
        ("Правила сада\n\n5. Задачи курса\n\nОбучение поливу; ведение записей.", []),
        (
            "Правила сада\n\n6. Обязанности учителя\n\nВедение журнала; обучение детей. Образование высшее.",
            [("учителя", "Ведение журнала"), ("учителя", "обучение детей")],
        ),
        (
            "Правила сада\n\n6. Функции садового совета\n\nВедение учета роз; проверка теплиц.",
            [("садового совета", "Ведение учета роз"), ("садового совета", "проверка теплиц")],
        ),
        ("Правила сада\n\n6. Права арендатора\n\nПолучает розы.", [("арендатора", "Получает розы")]),
    ],
)
def test_only_who_can_act_has_the_doings_below_his_heading(text: str, told: list[tuple[str, str]]) -> None:
    assert [(bearer, deed) for _, bearer, deed in duties_of(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Просим открыть сад.", [("Директорам школ", "открыть сад")]),
        ("Убедительная просьба вести учет.", [("Директорам школ", "вести учет")]),
        ("На заседании прозвучала просьба открыть сад.", []),
        ("Мы рекомендуем розы.", []),
        ("Мы просим Вашего содействия в ремонте.", []),
        ("Мы предлагаем проведение осмотра.", [("Директорам школ", "Мы проведение осмотра")]),
    ],
)
def test_only_what_a_letter_asks_to_do_binds_its_addressees(text: str, told: list[tuple[str, str]]) -> None:
    letter = f"Исх. № 5                    Директорам школ\n\nО саде\n\n{text}"
    assert [(bearer, deed) for _, bearer, deed in duties_of(letter) if bearer] == told


@pytest.mark.parametrize(
    "text",
    [
        "Рост роз возможен только при поливе.",
        "Школа отметила, что учитель должен вести журнал.",
    ],
)
def test_what_comes_of_itself_or_is_told_lays_nothing_down(text: str) -> None:
    assert read(text) == []


def test_what_a_clause_tells_of_publishing_is_no_duty() -> None:
    assert [bearer for bearer, *_ in read("Списки, которые подлежат опубликованию, утверждает школа.")] == ["школа"]


@pytest.mark.parametrize(
    ("text", "bearer", "done_to"),
    [
        ("План составляется на основе порядка полива и методики, утвержденной акимом.", None, "План"),
        ("Полив осуществляется по планам, составленным на год и утвержденными советом.", None, "Полив"),
        ("Порядок ухода определяется рабочими садовыми планами.", None, "Порядок ухода"),
        ("Учет ведется рабочими садовыми комиссиями.", "рабочими садовыми комиссиями", "Учет"),
        ("Решение принимается уполномоченным органом.", "уполномоченным органом", "Решение"),
        ("Акт подписывается назначенным председателем.", "назначенным председателем", "Акт"),
    ],
)
def test_a_participle_or_a_noun_of_another_gender_has_its_own_instrumental(
    text: str, bearer: str | None, done_to: str
) -> None:
    assert [(who, thing) for who, _, thing in read(text, "instruction")] == [(bearer, done_to)]


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        ("Создаются разные по сроку полива и уходу садовые клубы.", "разные по сроку полива и уходу садовые клубы"),
        ("Сады создают различные по объему и срокам программы ухода.", "различные по объему и срокам программы ухода"),
        ("Организуются различные выставки.", "различные выставки"),
    ],
)
def test_things_that_differ_are_named_behind_what_they_differ_by(text: str, done_to: str) -> None:
    assert [thing for *_, thing in read(text, "instruction")] == [done_to]


def test_whoever_is_relieved_of_an_office_is_freed_of_nothing() -> None:
    told = duties_of("Правила сада\n\n1. Мастер освобождается директором сада от должности.\n\n2. Мастер поливает сад.")
    assert told == [("requirement", "Мастер", "поливает сад")]


def test_several_who_are_charged_with_a_deed_are_told_once() -> None:
    told = duties_of(
        "О саде\n\nСовет садов решил:\n\n1. Поручить отделу роз и мастерам садов полить розы и закрыть теплицу."
    )
    assert told == [
        ("requirement", "отделу роз и мастерам садов", "полить розы"),
        ("requirement", "отделу роз и мастерам садов", "закрыть теплицу"),
    ]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Министерством планируется создать реестр садов.", "Министерством"),
        ("Планируется обеспечить школы садовниками.", None),
        ("Совместно с акиматами планируется открыть сады.", None),
    ],
)
def test_who_plans_stands_before_it(text: str, bearer: str | None) -> None:
    assert [told[0] for told in read(text, "plan")] == [bearer]
