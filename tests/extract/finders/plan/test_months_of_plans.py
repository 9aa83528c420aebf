"""Months that stand beside a plan's deadlines: set across, in a column, above the table, over their weeks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.flow import extract_file
from extract.values.period import parse_period
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD = {
    "ru": "# План работы школы № 5 на 2031-2032 учебный год",
    "kk": "# № 5 мектептің 2031-2032 оқу жылына арналған жұмыс жоспары",
}
TITLES = {"ru": "№ | Мероприятие | Ответственный", "kk": "№ | Іс-шара | Жауапты"}


def read(rows: Sequence[str], folder: Path, lang: str, above: str = "") -> Extraction:
    """A plan in Markdown; cells that nobody merged are empty."""
    width = rows[0].count("|")
    table = [f"| {row} |" for row in (rows[0], "|".join(["---"] * (width + 1)), *rows[1:])]
    path = folder / "plan.md"
    path.write_text("\n".join([HEAD[lang], "", above, "", *table]), "utf-8")
    return extract_file(path, Registry.load())


def dues(found: Extraction) -> list[tuple[str, ...]]:
    return [measure.period.due if measure.period else () for measure in found.measures]


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [("ru", "СЕНТЯБРЬ", "Февраль 2032 года"), ("ru", "Раздел 1. Сентябрь", "Раздел 2. Февраль"), ("ru", "1. Сентябрь", "2. Февраль"), ("kk", "ҚЫРКҮЙЕК", "Ақпан айы"), ("kk", "1-бөлім. ҚЫРКҮЙЕК", "2-бөлім. АҚПАН")],
)  # fmt: skip
@pytest.mark.parametrize("place", ["{} | | ", " | {} | "])
def test_a_month_set_across_is_a_group_and_the_deadline(
    lang: str, first: str, second: str, place: str, tmp_path: Path
) -> None:
    rows = [
        TITLES[lang],
        place.format(first),
        "1 | Бақ | Завхоз",
        "2 | Жол | Завхоз",
        place.format(second),
        "1 | Су | Завхоз",
    ]
    found = read(rows, tmp_path, lang)
    assert dues(found) == [("2031-09",), ("2031-09",), ("2032-02",)]
    assert len(found.groups) == 2
    assert [finding.code for finding in found.findings if finding.code == "row-not-understood"] == []


@pytest.mark.parametrize(
    ("lang", "titles", "months", "parts"),
    [
        ("ru", "№ | Мероприятие | Срок | Ответственный", ("ОКТЯБРЬ", "МАЙ"), ("1-2 неделя", "до 10 числа", "в течение месяца", "15 октября", "ежедневно")),
        ("kk", "№ | Іс-шара | Мерзімі | Жауапты", ("ҚАЗАН", "МАМЫР"), ("1-2 апта", "2-апта", "ай бойы", "15 қазан", "күн сайын")),
    ],
)  # fmt: skip
def test_a_part_of_a_month_is_of_the_month_above(
    lang: str, titles: str, months: tuple[str, str], parts: tuple[str, ...], tmp_path: Path
) -> None:
    body = [f"{n} | Бақ {n} | {part} | Завхоз" for n, part in enumerate(parts, 1)]
    found = read([titles, f"{months[0]} | | | ", *body, f"{months[1]} | | | ", "1 | Су | | Завхоз"], tmp_path, lang)
    first, second, third, day, daily, empty = dues(found)
    assert (first, third, day, daily, empty) == (("2031-10",), ("2031-10",), ("2031-10-15",), (), ("2032-05",))
    assert second in (("2031-10-10",), ("2031-10",))
    assert found.measures[0].period
    spans = found.measures[0].period.spans
    assert months[0] in "".join(found.text[span.start : span.end] for span in spans)


@pytest.mark.parametrize(
    ("lang", "titles", "month", "week"),
    [
        ("ru", "Месяц | Неделя | Мероприятия | Ответственный", "Сентябрь", "{} неделя"),
        ("kk", "Айы | Апта | Іс-шаралар | Жауапты", "Қыркүйек", "{}-апта"),
    ],
)
def test_weeks_beside_a_month_that_is_printed_once(
    lang: str, titles: str, month: str, week: str, tmp_path: Path
) -> None:
    rows = [titles, f"{month} | {week.format(1)} | Бақ | Завхоз", f" | {week.format(2)} | Жол | Завхоз"]
    found = read(rows, tmp_path, lang)
    assert dues(found) == [("2031-09",), ("2031-09",)]
    assert [measure.deadline_text for measure in found.measures] == [f"{month}, {week.format(n)}" for n in (1, 2)]


def test_a_month_above_its_table(tmp_path: Path) -> None:
    found = read([TITLES["ru"], "1 | Сад | Завхоз"], tmp_path, "ru", above="## Октябрь")
    assert dues(found) == [("2031-10",)]


def test_an_empty_deadline_below_another_is_no_repetition(tmp_path: Path) -> None:
    rows = ["№ | Мероприятие | Срок | Ответственный", "1 | Сад | май | Завхоз", "2 | Пруд | | Завхоз"]
    assert dues(read(rows, tmp_path, "ru")) == [("2032-05",), ()]


@pytest.mark.parametrize(
    ("lang", "months", "week", "due"),
    [("ru", ("Сентябрь", "Окт"), "{} нед.", "3 неделя сентября, 1 неделя октября"), ("kk", ("Қыркүйек", "Қазан"), "{}-апта", "қыркүйек айының 3-аптасы, қазан айының 1-аптасы")],
)  # fmt: skip
def test_marks_below_weeks_below_months(
    lang: str, months: tuple[str, str], week: str, due: str, tmp_path: Path
) -> None:
    def row(tag: str, *cells: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{cell}</td>" for cell in cells) + "</tr>"

    number, name, who = TITLES[lang].split(" | ")
    over = "".join(f'<td colspan="3">{month}</td>' for month in months)
    down = [f'<td rowspan="2">{title}</td>' for title in (number, name, who)]
    weeks = row("td", *(week.format(n) for n in (1, 2, 3, 1, 2, 3)))
    body = row("td", "1", "Бақ", "", "", "х", "х", "", "", "Завхоз")
    table = f"<table><tr>{down[0]}{down[1]}{over}{down[2]}</tr>{weeks}{body}</table>"
    path = tmp_path / "plan.html"
    path.write_text(f"<html><body><h1>{HEAD[lang][2:]}</h1>{table}</body></html>", "utf-8")
    found = extract_file(path, Registry.load())
    assert [measure.deadline_text for measure in found.measures] == [due]
    assert dues(found) == [("2031-09", "2031-10")]


@pytest.mark.parametrize(
    ("lang", "text", "due"),
    [
        ("ru", "1-2 недели сентября 2031 года", ("2031-09",)),
        ("ru", "сентябрь, 2 неделя", ("--09",)),
        ("ru", "сентябрь, до 10 числа", ("--09-10",)),
        ("kk", "қыркүйек, 1-2 апта", ("--09",)),
        ("kk", "қыркүйек, ай бойы", ("--09",)),
    ],
)
def test_a_month_and_its_part(lang: str, text: str, due: tuple[str, ...]) -> None:
    period = parse_period(text, lang, yearless=True)
    assert period
    assert period.due == due
