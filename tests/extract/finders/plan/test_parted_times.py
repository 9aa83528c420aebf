"""Deadlines in two columns: a year and a quarter or a month of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

PLAN = {
    "ru": ("План ухода за садом на 2031-2032 годы", "Мероприятие", "Ответственные"),
    "kk": ("2031-2032 жылдарға арналған бақ күтімі жоспары", "Іс-шара", "Жауаптылар"),
}


@pytest.mark.parametrize(
    ("lang", "titles", "cells", "told"),
    [
        ("ru", ("Год", "Квартал"), ("2031", "IV"), ("IV квартал 2031 года", "2031-Q4")),
        ("ru", ("Квартал", "Год"), ("2", "2032"), ("2 квартал 2032 года", "2032-Q2")),
        ("ru", ("Год", "Квартал"), ("2031", "II-III"), ("II-III квартал 2031 года", "2031-Q2/2031-Q3")),
        ("ru", ("Год", "Полугодие"), ("2031", "I"), ("I полугодие 2031 года", "2031-H1")),
        ("ru", ("Год", "Месяц"), ("2031 г.", "май"), ("май 2031 года", "2031-05")),
        ("ru", ("Год", "Месяц"), ("2031", "5"), ("май 2031 года", "2031-05")),
        ("ru", ("Месяц", "Год исполнения"), ("4-6", "2031"), ("апрель-июнь 2031 года", "2031-04/2031-06")),
        ("kk", ("Жылы", "Айы"), ("2031", "09"), ("2031 жылғы қыркүйек", "2031-09")),
        ("ru", ("Год", "Квартал"), ("2031", ""), ("2031", "2031")),
        ("kk", ("Жылы", "Тоқсан"), ("2031", "3"), ("2031 жылғы 3-тоқсан", "2031-Q3")),
        ("kk", ("Жыл", "Ай"), ("2032", "мамыр"), ("2032 жылғы мамыр", "2032-05")),
    ],
)
def test_a_year_and_its_part_are_one_deadline(
    lang: str, titles: tuple[str, str], cells: tuple[str, str], told: tuple[str, str], tmp_path: Path
) -> None:
    head, name, who = PLAN[lang]
    rows = [("№", name, *titles, who), ("1", "Отырғызу", *cells, "Садовник"), ("2", "Суару", *cells, "Садовник")]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    path = tmp_path / "plan.md"
    path.write_text("\n".join((f"# {head}", "", lines[0], "|---" * 5 + "|", *lines[1:])) + "\n", "utf-8")
    found = extract_file(path, Registry.load()).measures
    assert [(m.period and (m.period.text, *map(str, m.period.due))) for m in found] == [told, told]


def test_words_that_are_no_year_stay_and_a_row_of_column_numbers_is_none(tmp_path: Path) -> None:
    head, name, who = PLAN["ru"]
    rows = [
        ("№", name, "Год", "Квартал", who),
        ("1", "2", "3", "4", "5"),
        ("1", "Посадить", "2031", "I", "Садовник"),
        ("2", "Полить", "2032", "II", "Садовник"),
        ("3", "Обрезать", "2032", "III", "Садовник"),
        ("4", "Удобрить", "по плану", "каждый", "Садовник"),
    ]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    path = tmp_path / "plan.md"
    path.write_text("\n".join((f"# {head}", "", lines[0], "|---" * 5 + "|", *lines[1:])) + "\n", "utf-8")
    found = extract_file(path, Registry.load()).measures
    assert [measure.period and measure.period.text for measure in found] == [
        "I квартал 2031 года",
        "II квартал 2032 года",
        "III квартал 2032 года",
        "каждый по плану",
    ]
