"""Columns of typed lines whose blanks are lost are told apart by how wide they were and by what they say."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

RUSSIAN = """# План мероприятий по защите садов области на 2031-2035 годы

```
------------------------------------------------------------
N Наименование мероприятий Срок исполнения Исполнители
------------------------------------------------------------
1 2 3 4
------------------------------------------------------------
I. Сады
1. Разработать и утвердить комплексный 2 квартал 2031 г. Областное управление
план мероприятий по борьбе с сельского хозяйства
вредителями садов и парков на
2031-2035 годы.
2. Проводить обучение садовников, 1 раз в год Областное управление
лесников и агрономов методам образования
выявления, предупреждения и лечения
болезней деревьев.
3. Создать постоянные бригады по 2 квартал 2031 Акимы городов и районов
обрезке сухих деревьев. года
4. Обеспечить питомники района постоянно Управление лесного
саженцами, удобрениями и средствами хозяйства
защиты растений от вредителей.
5. Рассмотреть на заседаниях акиматов 1 раз в год и по Аппарат акима области
ход выполнения комплексного плана и мере необходимости
принять необходимые меры.
```
"""
KAZAKH = """# Облыс бақтарын қорғау жөніндегі 2031-2035 жылдарға арналған іс-шаралардың жоспары

```
------------------------------------------------------------
Р/с Іс-шаралар атауы Орындалу мерзімі Жауаптылар
------------------------------------------------------------
1.1. Бақтар мен саябақтардағы ІІ тоқсан Облыстық ауыл
зиянкестерге қарсы 2031-2035 2031ж. шаруашылығы басқа.
жылдарға арналған рмасы
іс-шаралардың кешенді
жоспарын әзірлеу және
бекіту.
1.2. Бағбандар, орманшылар мен жылына 1 рет Облыстық білім
агрономдарды ағаш ауруларын басқармасы, аудан
анықтау, алдын алу және әкімдері
емдеу тәсілдеріне оқытуды
жүргізу.
1.4. Аудан питомниктерін үнемі Орман шаруашылығы
көшеттермен, тыңайтқыштармен басқармасы
және өсімдік қорғау құралда.
рымен қамтамасыз ету.
1.5. Елді мекендер аумағындағы 2032 жылғы 1 Ауылдық округ
жасыл желектерді түгендеу мамырға дейін әкімдері, тұрғын
және отырғызу картасын үй-коммуналдық
жасау. шаруашылық бөлімі
```
"""


def found_in(text: str, folder: Path) -> Extraction:
    path = folder / "plan.md"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


def told(found: Extraction) -> list[tuple[str, str, list[str]]]:
    return [
        (one.name, one.period.text if one.period else "", [who.text for who in one.responsible])
        for one in found.measures
    ]


def test_russian_columns(tmp_path: Path) -> None:
    assert told(found_in(RUSSIAN, tmp_path)) == [
        (
            "Разработать и утвердить комплексный план мероприятий по борьбе с вредителями садов и парков на "
            "2031-2035 годы.",
            "2 квартал 2031 г.",
            ["Областное управление сельского хозяйства"],
        ),
        (
            "Проводить обучение садовников, лесников и агрономов методам выявления, предупреждения и лечения "
            "болезней деревьев.",
            "1 раз в год",
            ["Областное управление образования"],
        ),
        ("Создать постоянные бригады по обрезке сухих деревьев.", "2 квартал 2031 года", ["Акимы городов и районов"]),
        (
            "Обеспечить питомники района саженцами, удобрениями и средствами защиты растений от вредителей.",
            "постоянно",
            ["Управление лесного хозяйства"],
        ),
        (
            "Рассмотреть на заседаниях акиматов ход выполнения комплексного плана и принять необходимые меры.",
            "1 раз в год и по мере необходимости",
            ["Аппарат акима области"],
        ),
    ]


def test_kazakh_columns_with_words_torn_at_their_edges(tmp_path: Path) -> None:
    found = found_in(KAZAKH, tmp_path)
    assert ("емдеу" in found.measures[1].name, len(found.measures)) == (True, 4)
    assert found.measures[2].name == (
        "Аудан питомниктерін көшеттермен, тыңайтқыштармен және өсімдік қорғау құралдарымен қамтамасыз ету."
    )
    assert [who.text for who in found.measures[0].responsible] == ["Облыстық ауыл шаруашылығы басқармасы"]
    assert [one.period.due for one in found.measures if one.period] == [("2031-Q2",), (), (), ("2032-05-01",)]


def test_a_row_that_may_be_parted_otherwise_is_a_finding(tmp_path: Path) -> None:
    text = RUSSIAN.replace("методам образования\n", "методам образования, акимы\n").replace(
        "лечения\n", "лечения районов\n"
    )
    found = found_in(text, tmp_path)
    assert len(found.measures) == 4
    assert "row-not-understood" in {one.code for one in found.findings}


def test_parts_in_roman_numbers_stand_above_their_rows(tmp_path: Path) -> None:
    found = found_in(RUSSIAN, tmp_path)
    assert [group.name for group in found.groups] == ["Сады"]


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN.replace("План мероприятий", "Отчёт о выполнении мероприятий"),
        "\n".join(line for line in RUSSIAN.splitlines() if "квартал" not in line and "раз в год" not in line),
    ],
)
def test_reports_and_rows_without_sure_times_are_not_read(text: str, tmp_path: Path) -> None:
    assert found_in(text, tmp_path).measures == ()


def test_any_lines_below_titles_are_read_to_their_end(tmp_path: Path) -> None:
    draw = random.Random(7)
    words = ["1.", "2.", "3.1.", "май", "2031 г.", "Аким", "-", "", "посадить.", "(", "лы.", "І.", "и", "по"]
    head = "План мероприятий\n\nN Мероприятия Срок Исполнители\n"
    for _ in range(25):
        lines = (" ".join(draw.choice(words) for _ in range(draw.randrange(9))) for _ in range(30))
        found = found_in(head + "\n".join(lines), tmp_path)
        assert found.text.startswith("План")
