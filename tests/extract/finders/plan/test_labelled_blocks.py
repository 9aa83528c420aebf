"""Points of minutes as blocks of lines with labels, in words cut short, numbered, with dashes, on full lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.labelled_lines import begins_with_label
from extract.flow import extract_file
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry

RU = """Приложение к протоколу заседания совета садоводов № 4 от 14 апреля 2031 года

ПЕРЕЧЕНЬ ПОРУЧЕНИЙ

1) Подготовить проект плана посадок на новых участках города и внести его на
   рассмотрение совета.
   Отв. исп. – Управление садов.
   Срок – до 15 мая 2031 г.
   Форма завершения – проект плана.

2) Провести учёт лип старше сорока лет во всех парках города. Исп.: Лесхоз.
   Срок: 1 месяц.
   Финансирование: 12,5 млн тенге, местный бюджет.

- Обновить ограды садов у школ и больниц города.
   Отв. лица: Управление садов,
      акиматы районов
   Срок: июнь 2031 г.
   Результат: акт

- Полить липы.
   Исполнители: Лесхоз
   Срок: постоянно

5.1 Посадить розы
   Отв.: Лесхоз
   Срок: май
"""
KK = """Хаттамаға қосымша

ТАПСЫРМАЛАР ТІЗБЕСІ

1. Саябақтардағы жөке ағаштарын есепке алу.
   Жауапты: Бақ басқармасы.
   Мерзімі: 2031 жылғы 15 мамырға дейін.
   Аяқтау нысаны: акт.
   Қаржыландыру: 12,5 млн теңге, жергілікті бюджет.

2. Мектеп жанындағы бақтардың қоршауын жаңарту.
   Жауаптылар – Бақ басқармасы, аудан әкімдіктері
   Мерзімі – 2031 жылғы маусым

– Жөкелерді суару.
   Жауап.: Орман шаруашылығы
   Мерзімі: тұрақты
   Нәтижесі: есеп
"""


def measures(tmp_path: Path, text: str) -> tuple[Measure, ...]:
    path = tmp_path / "minutes.txt"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load()).measures


def told(one: Measure) -> tuple[str, str, list[str], list[str]]:
    forms = [form.text for form in one.completion_form]
    return one.number, one.deadline_text, [party.text for party in one.responsible], forms


def test_labels_of_words_cut_short_and_points_without_a_number(tmp_path: Path) -> None:
    found = measures(tmp_path, RU)
    assert list(map(told, found)) == [
        ("1", "до 15 мая 2031 г.", ["Управление садов"], ["проект плана"]),
        ("2", "1 месяц", ["Лесхоз"], []),
        ("3", "июнь 2031 г.", ["Управление садов", "акиматы районов"], ["акт"]),
        ("4", "постоянно", ["Лесхоз"], []),
        ("5.1", "май", ["Лесхоз"], []),
    ]
    assert found[0].name.endswith("рассмотрение совета.")
    assert [(one.amount, found[1].sources) for one in found[1].funding or ()] == [(12.5, ("местный бюджет",))]


def test_kazakh_blocks(tmp_path: Path) -> None:
    found = measures(tmp_path, KK)
    assert list(map(told, found)) == [
        ("1", "2031 жылғы 15 мамырға дейін", ["Бақ басқармасы"], ["акт"]),
        ("2", "2031 жылғы маусым", ["Бақ басқармасы", "аудан әкімдіктері"], []),
        ("3", "тұрақты", ["Орман шаруашылығы"], ["есеп"]),
    ]
    assert [one.amount for one in found[0].funding or ()] == [12.5]


def test_a_line_with_a_label_never_goes_on_with_the_full_line_above(tmp_path: Path) -> None:
    long = "Обновить ограды садов у всех школ и больниц города и покрасить"
    points = "".join(
        f"{n}. {long}\n   скамейки у каждой из них до праздника города и дня всех его роз.\n"
        "   Отв.: главные садовники районов.\n   Срок: май 2031 года.\n\n"
        for n in (1, 2, 3)
    )
    found = measures(tmp_path, f"ПЕРЕЧЕНЬ ПОРУЧЕНИЙ\n\n{points}")
    assert [told(one)[1:3] for one in found] == [("май 2031 года", ["главные садовники районов"])] * 3


def test_points_with_dashes_whose_labels_stand_on_one_line(tmp_path: Path) -> None:
    lines = (
        "– Посадить липы (срок: май; отв.: Лесхоз)\n"
        "– Убрать листья. Отв.: Лесхоз; срок: октябрь; форма завершения: акт.\n"
    )
    found = measures(tmp_path, f"ПЛАН ухода за садами на 2031 год\n\n{lines}")
    assert list(map(told, found)) == [("1", "май", ["Лесхоз"], []), ("2", "октябрь", ["Лесхоз"], ["акт"])]


def test_items_beneath_a_point_are_no_points(tmp_path: Path) -> None:
    points = "".join(
        f"{n}. Подготовить:\n- список лип;\n- список роз.\nОтв.: Лесхоз\nСрок: май 2031 года\n\n" for n in (1, 2)
    )
    found = measures(tmp_path, f"ПЕРЕЧЕНЬ ПОРУЧЕНИЙ\n\n{points}")
    assert [one.number for one in found] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "lang", "labelled"),
    [
        ("Отв.: Лесхоз", "ru", True),
        ("Срок исполнения – май", "ru", True),
        ("Жауапты орындаушылар: Бақ бөлімі", "kk", True),
        ("срок: май", "ru", False),
        ("Срок сдачи отчёта о липах истекает: это май", "ru", False),
        ("Комиссия: Иванов", "ru", False),
        ("Срок-то какой: май", "ru", False),
    ],
)
def test_what_begins_with_a_label(line: str, lang: str, labelled: bool) -> None:
    assert begins_with_label(line, lang) is labelled
