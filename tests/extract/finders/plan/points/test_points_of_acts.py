"""Points with notes in minutes and orders: what is a measure there, and what the act itself enacts."""

from __future__ import annotations

from pathlib import Path

import pytest
from read_files import read_text


def test_the_day_of_minutes_gives_dates_without_a_year_theirs(tmp_path: Path) -> None:
    points = (("Полить сады", "25 мая"), ("Убрать листья", "до 10 марта"), ("Сдать отчёт", "II квартал"))
    noted = "\n\n".join(
        f"{n}. {deed}.\n\n> Срок: {due}. Ответственные: Управление образования"
        for n, (deed, due) in enumerate(points, 1)
    )
    head = "# Протокол № 4 заседания совета садоводов\n\n14 апреля 2031 года\n\nРЕШИЛИ:\n\n"
    found = read_text(tmp_path, f"{head}{noted}\n", "minutes.md")
    assert [one.period and one.period.due for one in found.measures] == [("2031-05-25",), ("2032-03-10",), ("2031-Q2",)]


ENACTED = (
    "1. Департаменту садов провести учет роз. Срок: 1 мая 2031 года. Ответственный: Иванов А.А.\n\n"
    "2. Департаменту садов провести учет лип. Срок: 1 июня 2031 года. Ответственный: Петров П.П.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"# Об учете роз\n\nПРИКАЗЫВАЮ:\n\n{ENACTED}",
        f"# Об утверждении Плана ухода за садами\n\nПРИКАЗЫВАЮ:\n\n{ENACTED}",
        f"# О ходе работ\n\nВыступили садовники.\n\n{ENACTED}",
    ],
)
def test_points_that_an_act_enacts_or_of_no_plan_are_no_measures(text: str, tmp_path: Path) -> None:
    assert not read_text(tmp_path, text, "order.md").measures


def test_points_of_a_plan_below_an_order_are_measures(tmp_path: Path) -> None:
    assert [
        one.number
        for one in read_text(
            tmp_path,
            f"# О садах\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить План.\n\n# План ухода за садами\n\n{ENACTED}",
            "order.md",
        ).measures
    ] == ["1", "2"]


@pytest.mark.parametrize(
    ("who", "count"),
    [
        ("Липов А. Б.", 0),
        ("А.Б. Липов", 0),
        ("завхоз Липов А.Б., В. Кленова", 0),
        ("Управление образования", 2),
    ],
)
def test_points_of_minutes_that_persons_answer_for_are_no_measures(tmp_path: Path, who: str, count: int) -> None:
    points = "".join(f"{n}. Полить сад {n}.\nОтв.: {who}\nСрок: до 5 мая\n" for n in (1, 2))
    assert (
        len(
            read_text(
                tmp_path,
                f"ПРОТОКОЛ № 4 от 14 апреля 2031 года\nзаседания совета садоводов\n\nРЕШИЛИ:\n{points}",
                "minutes.txt",
            ).measures
        )
        == count
    )
