"""Plans of other kinds: months or quarters as columns with marks, audits with a period looked at, sections as rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD = {"ru": "<h1>План работы с садами на 2031 год</h1>", "kk": "<h1>Бақтармен жұмыс жоспары, 2031 жыл</h1>"}


def read(rows: Sequence[str], folder: Path, lang: str = "ru") -> Extraction:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    path = folder / "plan.html"
    path.write_text(f"<html><body>{HEAD[lang]}<table>{body}</table>", "utf-8")
    return extract_file(path, Registry.load())


def cells(*words: str) -> str:
    return "".join(f"<td>{word}</td>" for word in words)


def down(*words: str) -> str:
    return "".join(f'<td rowspan="2">{word}</td>' for word in words)


def dues(found: Extraction) -> list[list[str]]:
    return [[str(due) for due in measure.period.due] if measure.period else [] for measure in found.measures]


MONTHS = {
    "ru": ("янв", "фев", "мар.", "апр", "май", "июнь", "июль", "авг", "сен", "окт", "ноя", "дек"),
    "kk": ("қаң", "ақп", "нау.", "сәу", "мамыр", "маусым", "шіл", "там", "қыр", "қаз", "қар", "жел"),
}


@pytest.mark.parametrize(
    ("lang", "titles", "who"),
    [("ru", ("№", "Мероприятие", "Ответственный"), "Завхоз"), ("kk", ("№", "Іс-шара", "Жауапты"), "Директор")],
)
@pytest.mark.parametrize("mark", ["+", "х", "V", "*"])
def test_marks_below_months_are_deadlines(
    lang: str, titles: tuple[str, ...], who: str, mark: str, tmp_path: Path
) -> None:
    year = {"ru": "2031 год", "kk": "2031 жыл"}[lang]

    def row(number: int, name: str, *at: int) -> str:
        return cells(str(number), name, who, *(mark if n in at else "" for n in range(1, 13)))

    found = read(
        [
            f'{down(*titles)}<td colspan="12">{year}</td>',
            cells(*MONTHS[lang]),
            '<td colspan="15">I. Бақ</td>',
            row(1, "Отырғызу", 4, 5),
            row(2, "Суару", 9),
        ],
        tmp_path,
        lang,
    )
    assert dues(found) == [["2031-04", "2031-05"], ["2031-09"]]
    period = found.measures[0].period
    assert period
    assert MONTHS[lang][3] in "".join(found.text[span.start : span.end] for span in period.spans)


@pytest.mark.parametrize(
    ("months", "are_read"), [("IX X XI XII I II", True), ("I II III IV V VI", True), ("I II III IV V", False)]
)
def test_months_may_have_roman_numbers(months: str, are_read: bool, tmp_path: Path) -> None:
    titles = months.split()
    found = read(
        [
            f'{down("№", "Мероприятие")}<td colspan="{len(titles)}">Месяцы</td>{down("Ответственный")}',
            cells(*titles),
            cells("1", "Обрезать ветви", "+", *[""] * (len(titles) - 2), "+", "Садовник"),
            cells("2", "Побелить стволы", *[""] * (len(titles) - 1), "+", "Садовник"),
        ],
        tmp_path,
    )
    first = {"IX": "2031-09", "I": "2031-01"}[titles[0]]
    assert [due[:1] for due in dues(found)] == (
        [[first], [{"II": "2031-02", "VI": "2031-06"}[titles[-1]]]] if are_read else [[], []]
    )


def test_days_below_months_and_quarters_of_a_plan(tmp_path: Path) -> None:
    months = read(
        [
            cells("№", "Мероприятие", "Ответственный", *MONTHS["ru"]),
            cells("1", "Посадить сад", "Завхоз", *("", "", "", "15"), *[""] * 8),
        ],
        tmp_path,
    )
    assert dues(months) == [["2031-04-15"]]
    quarters = read(
        [
            cells("№", "Мероприятие", "I кв.", "II кв.", "III кв.", "IV кв.", "Ответственный"),
            cells("1", "Посадить сад", "", "+", "", "+", "Завхоз"),
        ],
        tmp_path,
    )
    assert dues(quarters) == [["2031-Q2", "2031-Q4"]]
    assert quarters.measures[0].responsible[0].text == "Завхоз"


def test_amounts_below_months_are_no_marks(tmp_path: Path) -> None:
    found = read(
        [
            cells("№", "Мероприятие", "Ответственный", *MONTHS["ru"]),
            cells("1", "Посадить сад", "Завхоз", *["1 500"] * 12),
        ],
        tmp_path,
    )
    assert dues(found) == [[]]


def test_the_period_that_an_audit_looks_at_is_no_deadline(tmp_path: Path) -> None:
    titles = down("№", "Объект аудита", "Вид аудита", "Проверяемый период")
    found = read(
        [
            f'{titles}<td colspan="2">Сроки проведения</td>{down("Ответственный за проведение")}',
            cells("начало", "окончание"),
            cells("1", "Школа садовников", "эффективности", "2029-2030 гг.", "10.02.2031", "28.02.2031", "Завхоз"),
        ],
        tmp_path,
    )
    assert [measure.name for measure in found.measures] == ["Школа садовников"]
    assert dues(found) == [["2031-02-10/2031-02-28"]]


def test_a_section_set_across_is_a_chapter(tmp_path: Path) -> None:
    across = '<td colspan="4">Раздел {}. {}</td>'
    found = read(
        [
            cells("№", "Мероприятие", "Срок", "Ответственный"),
            across.format("I", "Посадка"),
            cells("1", "Посадить сад", "май 2031 года", "Завхоз"),
            across.format("II", "Уход"),
            cells("2", "Полить сад", "июнь 2031 года", "Завхоз"),
        ],
        tmp_path,
    )
    assert [measure.chapter for measure in found.measures] == [1, 2]
    assert [group.name for group in found.groups] == ["Посадка", "Уход"]
