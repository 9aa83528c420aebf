"""Months that stand beside a plan's deadlines: set across, in a column, above the table, over their weeks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.flow import extract_file
from extract.values.times.period import parse_period
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


@pytest.mark.parametrize(
    ("lang", "titles", "months", "day"),
    [
        ("ru", "Мероприятие | Срок | Ответственный", ("ОКТЯБРЬ", "III квартал"), "20 числа, в 11:00"),
        ("kk", "Іс-шара | Мерзімі | Жауапты", ("ҚАЗАН", "ІІІ тоқсан"), "20-сы, сағ. 11:00"),
    ],
)
def test_times_across_a_table_without_numbers_are_its_parts(
    lang: str, titles: str, months: tuple[str, str], day: str, tmp_path: Path
) -> None:
    """A part of the year has the number of no chapter; a day may say its hour."""
    found = read(
        [titles, f"{months[0]} | | ", f"Бақ | {day} | Завхоз", f"{months[1]} | | ", "Су | | Завхоз"], tmp_path, lang
    )
    assert dues(found)[0] == ("2031-10-20",)
    assert [(group.kind, group.name) for group in found.groups] == [("direction", month) for month in months]
    assert [measure.part_of for measure in found.measures] == [("direction", "1"), ("direction", "2")]


@pytest.mark.parametrize(
    ("lang", "titles", "days"),
    [
        ("ru", "День недели | Мероприятие | Срок | Ответственный", ("Понедельник", "Вторник")),
        ("kk", "Апта күні | Іс-шара | Мерзімі | Жауапты", ("Дүйсенбі", "Сейсенбі")),
    ],
)
def test_days_of_the_week_group_the_rows(lang: str, titles: str, days: tuple[str, str], tmp_path: Path) -> None:
    body = [
        f"{days[0]} | Бақ | 5 мая 2031 года | Завхоз",
        " | Жол | 6 мая 2031 года | Завхоз",
        f"{days[1]} | Су | 7 мая 2031 года | Завхоз",
    ]
    found = read([titles, *body], tmp_path, lang)
    assert [group.name for group in found.groups] == list(days)
    assert [measure.part_of for measure in found.measures] == [("direction", n) for n in ("1", "1", "2")]


def test_a_task_alone_in_a_row_without_numbers_is_a_heading(tmp_path: Path) -> None:
    rows = [
        "Мероприятие | Срок | Ответственный",
        "Задача 1. Сады | | ",
        "Посадить сад | май 2031 года | Завхоз",
        "Итого | | ",
        "и липы | | ",
        "Полить сад | июнь 2031 года | Завхоз",
        "Примечание: сады старые | | ",
    ]
    found = read(rows, tmp_path, "ru")
    assert [(group.kind, group.name) for group in found.groups] == [("task", "Сады")]
    assert [measure.part_of for measure in found.measures] == [("task", "1")] * 2


@pytest.mark.parametrize(
    ("lang", "titles", "months", "week", "day"),
    [
        ("ru", "Месяц | Мероприятие | Сроки | Ответственный", ("Октябрь", "Ноябрь"), "2 неделя", "до 15 числа"),
        ("kk", "Ай | Іс-шара | Мерзімі | Жауапты", ("Қазан", "Қараша"), "2-апта", "15-іне дейін"),
    ],
)
def test_months_beside_deadlines_group_the_rows(
    lang: str, titles: str, months: tuple[str, str], week: str, day: str, tmp_path: Path
) -> None:
    body = [f"{months[0]} | Бақ | {week} | Завхоз", f" | Жол | {day} | Завхоз", f"{months[1]} | Су | | Завхоз"]
    found = read([titles, *body], tmp_path, lang)
    assert dues(found) == [("2031-10",), ("2031-10-15",), ("2031-11",)]
    assert [group.name for group in found.groups] == list(months)
    assert [measure.part_of for measure in found.measures] == [("direction", n) for n in ("1", "1", "2")]


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


SECTIONS = {
    "ru": ("ГОДОВОЙ ПЛАН РАБОТЫ", "школы-сада № 5", "на 2031 – 2032 учебный год"),
    "kk": ("№ 5 мектеп-бақтың", "2031-2032 оқу жылына арналған", "ЖЫЛДЫҚ ЖҰМЫС ЖОСПАРЫ"),
}


def page(lines: Sequence[str], tables: Sequence[tuple[str, Sequence[str]]], folder: Path) -> Extraction:
    """A page of lines, and of tables each below a line of its own."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    for above, rows in tables:
        cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
        body += f"<p>{above}</p><table>{cells}</table>"
    path = folder / "plan.html"
    path.write_text(f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>', "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize(
    ("lang", "titles", "parts", "days", "due"),
    [
        ("ru", "№|Содержание работы|Сроки|Ответственные", ("АВГУСТ", "ОКТЯБРЬ", "МАЙ"), ("26 августа", "2-я неделя", "до 15.05."), ("2031-08-26", "2031-10", "2032-05-15")),
        ("ru", "№|Содержание работы|Сроки|Ответственные", ("I. Сад", "II. Пруд", "III. Лес"), ("1 сентбря", "12-22 октября", "май – июнь"), ("2031-09-01", "2031-10-12/2031-10-22", "2032-05/2032-06")),
        ("kk", "№|Жұмыс мазмұны|Мерзімі|Жауапты", ("ТАМЫЗ", "ҚАЗАН", "МАМЫР"), ("26 тамыз", "2-апта", "15.05. дейін"), ("2031-08-26", "2031-10", "2032-05-15")),
        ("kk", "№|Жұмыс мазмұны|Мерзімі|Жауапты", ("І. Бақ", "ІІ. Тоған", "ІІІ. Орман"), ("кыркүйек", "14-23 наурыз", "мамыр-маусым"), ("2031-09", "2032-03-14/2032-03-23", "2032-05/2032-06")),
    ],
)  # fmt: skip
def test_the_same_table_below_each_part_of_a_plan(
    lang: str, titles: str, parts: Sequence[str], days: Sequence[str], due: Sequence[str], tmp_path: Path
) -> None:
    tables = [
        (part, (titles, f"1|Бақ {n}|{day}|Завхоз")) for n, (part, day) in enumerate(zip(parts, days, strict=True))
    ]
    found = page(SECTIONS[lang], tables, tmp_path)
    assert dues(found) == [(one,) for one in due]
    assert [group.name for group in found.groups] == [part.rpartition(". ")[2] for part in parts]
    assert len({measure.part_of for measure in found.measures}) == len(parts)


@pytest.mark.parametrize(
    "lines",
    [("Продолжение таблицы", "Окончание таблицы"), ("Таблица 1", "Таблица 2"), ("План на осень", "План на весну"), ("Сад", "Сад"), ("тыс. тенге", "млн тенге"),
     ("г. Липы", "Телефон 22-33-44"), ("(рабочий вариант)", "Садовник А. Липов"), ("село Липы", "Исполнитель Липов А.Б."), ("I. Сад", "Завхоз: Асан Липов")],
)  # fmt: skip
def test_lines_that_name_no_part_of_a_plan(lines: tuple[str, str], tmp_path: Path) -> None:
    titles = "№|Мероприятие|Срок|Ответственный"
    tables = [(line, (titles, f"{n}|Сад {n}|май|Завхоз")) for n, line in enumerate(lines, 1)]
    found = page(("План работы на 2031 год",), tables, tmp_path)
    assert len(found.measures) == 2
    assert found.groups == () or lines[0] == "I. Сад"
    assert all(group.name == "Сад" for group in found.groups)


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        (("ПЛАН МЕРОПРИЯТИЙ", "по уходу за садом", "на 2031 год"), ("2031-05",)),
        (("ПЛАН МЕРОПРИЯТИЙ", "по уходу за садом", "на 2031-2033 годы"), ()),
        (("ПЛАН МЕРОПРИЯТИЙ", "Сад ждет ухода.", "Деньги выделены на 2031 год"), ()),
    ],
)
def test_the_year_in_another_line_of_the_title(lines: Sequence[str], due: tuple[str, ...], tmp_path: Path) -> None:
    rows = ("№|Мероприятие|Срок|Ответственный", "1|Сад|май|Завхоз", "2|Пруд|май|Завхоз")
    assert dues(page(lines, [("Уход", rows)], tmp_path)) == [due, due]


def test_an_august_behind_other_months_ends_the_school_year(tmp_path: Path) -> None:
    rows = ("№|Содержание работы|Сроки|Ответственные", "1|Сад|25 {}|Завхоз", "2|Пруд|1 неделя|Завхоз")
    months = (("АВГУСТ", "августа"), ("МАЙ", "мая"), ("Август", "августа"))
    tables = [(month, [row.format(day) for row in rows]) for month, day in months[1:]]
    assert dues(page(SECTIONS["ru"], tables, tmp_path)) == [
        ("2032-05-25",),
        ("2032-05",),
        ("2032-08-25",),
        ("2032-08",),
    ]
    tables = [(month, [row.format(day) for row in rows]) for month, day in months[:2]]
    assert dues(page(SECTIONS["ru"], tables, tmp_path)) == [
        ("2031-08-25",),
        ("2031-08",),
        ("2032-05-25",),
        ("2032-05",),
    ]


@pytest.mark.parametrize(
    ("lang", "titles", "month", "parts", "due"),
    [
        ("ru", "№|Содержание работы|Сроки|Ответственные", ("СЕНТЯБРЬ", "МАЙ"), ("1 и 3 неделя", "последняя пятница", "третья декада", "до 10"), ("2031-09", "2031-09", "2031-09-21/2031-09-30", "2031-09-10")),
        ("kk", "№|Жұмыс мазмұны|Мерзімі|Жауапты", ("ҚЫРКҮЙЕК", "МАМЫР"), ("1, 3-апта", "соңғы жұма", "соңғы онкүндік", "наурыздың 14-23"), ("2031-09", "2031-09", "2031-09-21/2031-09-30", "2032-03-14/2032-03-23")),
    ],
)  # fmt: skip
def test_parts_of_the_month_above(
    lang: str, titles: str, month: tuple[str, str], parts: Sequence[str], due: Sequence[str], tmp_path: Path
) -> None:
    rows = [titles, *(f"{n}|Бақ {n}|{part}|Завхоз" for n, part in enumerate(parts, 1))]
    found = page(SECTIONS[lang], [(month[0], rows), (month[1], (titles, "1|Сад||Завхоз"))], tmp_path)
    assert dues(found)[:-1] == [(one,) for one in due]
    assert dues(found)[-1] == ("2032-05",)


@pytest.mark.parametrize(
    ("lang", "rows", "due"),
    [
        (
            "ru",
            [
                "Месяц | № | Мероприятие | Срок | Ответственные",
                "Май | 1 | Посадить липы | 3 неделя | Завхоз",
                " | 2 | Убрать листья | конец месяца | Завхоз",
                " | 3 | Обойти сад | вторая половина месяца | Завхоз",
                "Июнь | 4 | Полить сад | до 7 числа | Завхоз",
                "В течение года | 5 | Беречь сад | | Завхоз",
                " | 6 | Записывать погоду | еженедельно | Завхоз",
            ],
            ["2031-05", "2031-05", "2031-05", "2031-06-07", "2031", "weekly"],
        ),
        (
            "ru",
            [
                "Месяц | Мероприятие | Срок | Ответственные",
                "Май | Посадить липы | начало месяца | Завхоз",
                "Июнь | Полить сад | до 7 числа | Завхоз",
                "Особые поручения | Беречь сад | ежедневно | Завхоз",
            ],
            ["2031-05", "2031-06-07", "daily"],
        ),
        (
            "kk",
            [
                "Айы | № | Іс-шара | Мерзімі | Жауаптылар",
                "Мамыр | 1 | Жөке отырғызу | 3-апта | Шаруашылық меңгерушісі",
                " | 2 | Жапырақ жинау | ай соңы | Шаруашылық меңгерушісі",
                "Жыл бойы | 3 | Бақты күту | күн сайын | Шаруашылық меңгерушісі",
            ],
            ["2031-05", "2031-05", "daily"],
        ),
        (
            "ru",
            [
                "Срок | Мероприятие | Ответственные",
                "Май | Посадить липы | Завхоз",
                "до 7 июня | Полить сад | Завхоз",
                "В течение года | Беречь сад | Завхоз",
            ],
            ["2031-05", "2031-06-07", "2031"],
        ),
    ],
)
def test_months_stay_though_another_time_stands_among_them(
    lang: str, rows: list[str], due: list[str], tmp_path: Path
) -> None:
    title = {"ru": "План работы сада на 2031 год", "kk": "Бақтың 2031 жылға арналған жұмыс жоспары"}[lang]
    drawn = ["".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows]
    path = tmp_path / f"plan.{lang}.html"
    path.write_text(f"<h1>{title}</h1><table><tr>{'</tr><tr>'.join(drawn)}</tr></table>", "utf-8")
    told = [one.period for one in extract_file(path, Registry.load()).measures]
    assert [one and (one.due[0] if one.due else one.recurrence) for one in told] == due
