"""Measures of one plan about one object: what is done twice, and what is a rule or a study about it."""

from __future__ import annotations

from datetime import date

import pytest

from kzedu_graph.comparison.overlaps import find_overlaps
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Measure, Party, Source


def row(number: int, name: str, body: str) -> Measure:
    return Measure("x", "X", str(number), number, name, (), "", None, (Party(body, False, body),), ())


def overlapping(*names: str) -> list[tuple[str, str]]:
    """The numbers of the rows of a plan that overlap, each row with a body of its own."""
    source = Source("x", "X", "ru", date(2031, 1, 1), "X")
    rows = tuple(row(number, name, f"kz-{number}") for number, name in enumerate(names, 1))
    return [(one.number, other.number) for one, other, _ in find_overlaps(Extraction(source, "", measures=rows))]


OTHERS = ("Ремонт дорог к лагерям", "Выпуск букварей", "Обучение тренеров", "Закупка парт", "Отбор судей олимпиад")


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ("Размещение заказа на завтраки", "Оплата размещения заказа на завтраки", [("1", "2")]),
        ("Размещение заказа на завтраки", "Изменение правил размещения заказа на завтраки", []),
        ("Раздача завтраков сельских учеников", "Выдача завтраков сельских учеников", [("1", "2")]),
        ("Раздача завтраков сельских учеников", "Исследование завтраков сельских учеников", []),
        ("Исследование завтраков сельских учеников", "Исследование завтраков учеников сельских школ", [("1", "2")]),
    ],
)
def test_a_rule_or_a_study_of_a_thing_is_not_the_thing(one: str, other: str, pairs: list[tuple[str, str]]) -> None:
    assert overlapping(one, other, *OTHERS) == pairs
