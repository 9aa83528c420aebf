"""Typed tables whose columns a conversion has run together are read by their words, by bars, or by their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD_RU = """# О Плане мероприятий по уходу за садами на 2031-2033 годы

В целях реализации Указа Президента Республики Казахстан от 5 мая 2031 года N 8 Правительство Республики Казахстан
постановляет:

1\\. Утвердить прилагаемый План мероприятий по уходу за садами на 2031-2033 годы.

## План мероприятий по уходу за садами на 2031-2033 годы

"""
TITLES_RU = """N ! Мероприятие ! Форма завер-!Ответственные! Срок
п/п! ! шения !за исполнение!исполнения
"""
RULE = "____!________________________!______________!_____________!__________\n"
NUMBERS = "1 ! 2 ! 3 ! 4 ! 5\n"
STROKES = "_" * 69
ROWS_RU = f"""
1\\. Сады

1.1. Посадить яблони во всех Проект МСХ, МФ, I

городских садах постановления акимы квартал

Правительства областей 2032

Республики (по согла- года

Казахстан сованию)

1.2. Провести учет старых Информация МСХ (по При ут-

деревьев Правитель- согласо- верждении

ству ванию) бюджета

1.3. (исключена - N 9 от 3.03.2032 г.)

{STROKES}

2. Аллеи

{STROKES}

2.1. Обновить аллеи старых Проект МЭБП, III

парков и скверов постановления МСХ квартал

Правительства 2033

Республики года

Казахстан
"""
HEAD_KK = """# Бақтарды күтудің 2031-2033 жылдарға арналған іс-шаралар жоспары туралы

Қазақстан Республикасы Президентінің Жарлығын іске асыру мақсатында Қазақстан Республикасының Үкіметі қаулы етеді:

1\\. Қоса беріліп отырған іс-шаралар жоспары бекітілсін.

## Бақтарды күтудің 2031-2033 жылдарға арналған іс-шаралар жоспары

"""
TITLES_KK = """N ! Iс-шара ! Аяқталу ны-!Орындалуына! Орындау
р/с! ! саны !жауаптылар ! мерзiмi
"""
ROWS_KK = f"""
1\\. Бақтар

1.1. Қалалық бақтарды Қазақстан АШМ, ҚОҚМ 2031

күтудiң жаңа ережесiн Республикасы (келiсiм жылғы III

әзiрлеу Үкiметi бойынша) тоқсан

қаулысының

жобасы

{STROKES}

2. Гүлзарлар

{STROKES}

2.1. Мектеп бақтарын отырғызу Қазақстан БҒМ, облыс- Жыл сайын

жөнiндегi бағдарламаны Республикасы тардың

жасау Үкiметi әкiмдерi

қаулысының

жобасы
"""


def table(head: str) -> str:
    """The drawn head as a conversion leaves it: a table of one cell."""
    return f"<table>\n<tr>\n<td>\n{head}</td>\n</tr>\n</table>\n"


def read(text: str, folder: Path, lang: str = "ru") -> Extraction:
    path = folder / f"plan.{lang}.md"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


def rows(found: Extraction) -> list[tuple[str, str, list[str], list[str], str]]:
    return [
        (one.number, one.name, [form.text for form in one.completion_form], [p.text for p in one.responsible], one.deadline_text)
        for one in found.measures
    ]  # fmt: skip


def test_russian_rows_whose_columns_have_run_together(tmp_path: Path) -> None:
    found = read(HEAD_RU + table(TITLES_RU + RULE + NUMBERS + RULE) + ROWS_RU, tmp_path)
    draft = ["Проект постановления Правительства Республики Казахстан"]
    assert rows(found) == [
        ("1.1", "Посадить яблони во всех городских садах", draft, ["МСХ", "МФ", "акимы областей"], "I квартал 2032 года"),
        ("1.2", "Провести учет старых деревьев", ["Информация Правительству"], ["МСХ"], "При утверждении бюджета"),
        ("2.1", "Обновить аллеи старых парков и скверов", draft, ["МЭБП", "МСХ"], "III квартал 2033 года"),
    ]  # fmt: skip
    assert [one.chapter for one in found.measures] == [1, 1, 2]
    assert "table-not-read" not in {finding.code for finding in found.findings}


def test_kazakh_rows_whose_columns_have_run_together(tmp_path: Path) -> None:
    found = read(HEAD_KK + table(TITLES_KK + RULE + NUMBERS + RULE) + ROWS_KK, tmp_path, "kk")
    draft = ["Қазақстан Республикасы Үкіметі қаулысының жобасы"]
    assert rows(found) == [
        ("1.1", "Қалалық бақтарды күтудің жаңа ережесін әзірлеу", draft, ["АШМ", "ҚОҚМ"], "2031 жылғы III тоқсан"),
        ("2.1", "Мектеп бақтарын отырғызу жөніндегі бағдарламаны жасау", draft, ["БҒМ", "облыстардың әкімдері"], "Жыл сайын"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "1. ! Посадить яблони ! Отчет ! МСХ ! май 2031\n   ! в садах ! ! ! года\n2. ! Обновить аллеи ! План ! МЭБП ! 2032 год\n",
        "1.   Посадить яблони          Отчет          МСХ           май 2031\n"
        "     в садах                                               года\n"
        "2.   Обновить аллеи           План           МЭБП          2032 год\n",
    ],
    ids=["bars", "places"],
)  # fmt: skip
def test_rows_whose_columns_stand_apart(body: str, tmp_path: Path) -> None:
    found = read(f"{HEAD_RU}```\n{TITLES_RU}{RULE}{body}```\n", tmp_path)
    assert rows(found) == [
        ("1", "Посадить яблони в садах", ["Отчет"], ["МСХ"], "май 2031 года"),
        ("2", "Обновить аллеи", ["План"], ["МЭБП"], "2032 год"),
    ]


def test_what_cannot_be_told_apart_is_named(tmp_path: Path) -> None:
    """Without strokes nobody knows how wide the columns are."""
    found = read(HEAD_RU + table(TITLES_RU + NUMBERS) + ROWS_RU, tmp_path)
    assert not found.measures
    assert {"table-not-read", "row-not-understood"} & {finding.code for finding in found.findings}


def test_other_words_between_bars_are_no_table(tmp_path: Path) -> None:
    found = read(f"{HEAD_RU}Внимание! Сады! Цветы! Аллеи! Пруды!\n\n1. Сады открыты.\n\n2. Аллеи закрыты.\n", tmp_path)
    assert not found.measures
    assert not [finding for finding in found.findings if finding.code == "table-not-read"]
