"""Plans as akims and councils print them: merged groups, parts in capitals, sums of the plan's year, typing errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.flow import extract_file
from extract.values.parties.cells import parse_parties
from extract.values.times.period import parse_period
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry

REGISTRY = Registry.load()
TITLES = {
    "ru": "№|Мероприятие|Срок исполнения|Ответственные|Сумма (тыс. тенге)",
    "kk": "№|Іс-шара|Орындау мерзімі|Жауаптылар|Сомасы (мың теңге)",
}


def read(tmp_path: Path, lang: str, head: str, *tables: str) -> Extraction:
    """A text of tables, a row a line, its cells parted by bars; what has no bar stands between them as a line."""
    told = [f"# {head}\n"]
    for part in tables:
        rows = part.split("\n")
        cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>\n" for row in rows)
        told.append(f"<table>\n{cells}</table>\n" if "|" in part else part + "\n")
    path = tmp_path / f"plan.{lang}.md"
    path.write_text("\n".join(told), "utf-8")
    return extract_file(path, REGISTRY)


def sums(measure: Measure) -> dict[int | None, float]:
    return {one.year: one.amount for one in measure.funding or ()}


@pytest.mark.parametrize(
    ("lang", "head", "due", "year"),
    [
        ("ru", "План мероприятий по поливу садов на 2031 год", "май", 2031),
        ("kk", "Бақтарды суару жөніндегі 2031 жылға арналған іс-шаралар жоспары", "мамыр", 2031),
        ("ru", "План мероприятий по поливу садов до 2031 года", "май", None),
        ("ru", "План мероприятий по поливу садов на 2031 – 2032 годы", "май 2031 года", None),
        ("ru", "План мероприятий по поливу садов на 2031 год", "май 2032 года", None),
    ],
)
def test_a_sum_is_of_the_one_year_that_the_plan_is_for(
    tmp_path: Path, lang: str, head: str, due: str, year: int | None
) -> None:
    body = {"ru": "управление образования", "kk": "білім басқармасы"}[lang]
    found = read(tmp_path, lang, head, f"{TITLES[lang]}\n1|Полить сад|{due}|{body}|120,0")
    assert sums(found.measures[0]) == {year: 0.12}


def test_a_sum_of_several_years_is_of_none(tmp_path: Path) -> None:
    rows = "\n1|Полить сад|в течение 3 лет|школа|120,0"
    found = read(tmp_path, "ru", "План мероприятий по поливу садов на 2031 год", TITLES["ru"] + rows)
    assert sums(found.measures[0]) == {None: 0.12}


def test_a_sum_is_of_no_year_beside_sums_that_name_theirs(tmp_path: Path) -> None:
    rows = "\n1|Полить сад|май|школа|120,0\n2|Построить ограду|июнь|школа|2031 г. – 12,0; 2032 г. – 13,0"
    found = read(tmp_path, "ru", "План работы на 2031 год", TITLES["ru"] + rows)
    assert [sums(measure) for measure in found.measures] == [{None: 0.12}, {2031: 0.012, 2032: 0.013}]


@pytest.mark.parametrize(
    ("lang", "title", "body"),
    [
        ("kk", "Ақтарушылар", "Білім басқармасы"),
        ("kk", "Орындаушылр", "Білім басқармасы"),
        ("ru", "Испонители", "Управление образования"),
    ],
)
def test_a_title_with_one_mistake_is_known(tmp_path: Path, lang: str, title: str, body: str) -> None:
    names = {"kk": "№|Шаралар|{}|Орындалу мерзімі", "ru": "№|Мероприятия|{}|Срок исполнения"}
    due = {"kk": "2031 жылғы мамыр", "ru": "май 2031 года"}
    table = f"{names[lang].format(title)}\n1|Полить сад|{body}|{due[lang]}\n2|Көшет отырғызу||{due[lang]}"
    assert [party.text for party in read(tmp_path, lang, "Бақтар", table).measures[0].responsible] == [body]


@pytest.mark.parametrize("title", ["Показатель", "Начала работ", "Завершении"])
def test_another_case_is_no_mistake(title: str) -> None:
    assert kind_of_title(title, "ru") == ""


def test_what_was_taken_out_is_no_heading(tmp_path: Path) -> None:
    rows = "<tr><td>1</td><td>Посадить сад</td><td>май 2031 года</td><td>школа</td></tr>"
    out = "<tr><td>2</td><td colspan=3>2. Исключен приказом № 5</td></tr>"
    last = "<tr><td>3</td><td>Полить сад</td><td>июнь 2031 года</td><td>школа</td></tr>"
    titles = "<tr><td>№</td><td>Мероприятия</td><td>Срок исполнения</td><td>Ответственные</td></tr>"
    path = tmp_path / "plan.ru.md"
    path.write_text(f"# План садов\n\n<table>{titles}{rows}{out}{last}</table>\n", "utf-8")
    assert {one.chapter for one in extract_file(path, REGISTRY).measures} == {None}


def test_a_heading_beside_the_next_number_has_a_number_of_its_own(tmp_path: Path) -> None:
    titles = "№|Мероприятия|Срок исполнения|Ответственные"
    path = tmp_path / "plan.ru.md"
    cells = [
        titles,
        "I|1. Кадры",
        "1.|Посадить сад|май 2031 года|школа",
        "2.|2 . Ограды",
        "1.|Построить|июнь 2031 года|школа",
    ]
    rows = "".join(
        "<tr>" + "".join(f"<td{' colspan=3' if row.count('|') == 1 and n else ''}>{cell}</td>" for n, cell in enumerate(row.split("|"))) + "</tr>"
        for row in cells
    )  # fmt: skip
    path.write_text(f"# План садов\n\n<table>{rows}</table>\n", "utf-8")
    found = extract_file(path, REGISTRY)
    assert [(one.number, one.name, one.chapter) for one in found.measures] == [("1", "Посадить сад", 1), ("1", "Построить", 2)]  # fmt: skip


GROUPED = """<table>
<tr><td>№ п/п</td><td>Поручение</td><td>Наименование мероприятий</td><td>Форма завершения</td><td>Срок исполнения</td><td>Ответственные</td></tr>
<tr><td{0}>1.</td><td{0}>Посадить сады</td><td>1. Купить саженцы</td><td rowspan="2">Договор</td><td>10.10.2031 г.</td><td>Управление образования</td></tr>
<tr>{1}<td>- вырыть ямы</td><td>15.10.2031 г.</td><td rowspan="2">Акимы районов</td></tr>
<tr>{1}<td>2. Полить сад</td><td>Отчет</td><td>Постоянно</td></tr>
<tr><td>2.</td><td>Построить ограды</td><td>1. Купить доски</td><td>Договор</td><td>ноябрь 2031 г.</td><td>Управление финансов</td></tr>
</table>
"""


@pytest.mark.parametrize(("high", "empty"), [(' rowspan="3"', ""), ("", "<td></td><td></td>")])
def test_rows_beside_a_merged_instruction_are_measures_of_it(tmp_path: Path, high: str, empty: str) -> None:
    path = tmp_path / "plan.ru.md"
    path.write_text("# Мероприятия по садам\n\n" + GROUPED.format(high, empty), "utf-8")
    found = extract_file(path, REGISTRY).measures
    assert [(one.name, one.task) for one in found] == [
        ("Купить саженцы", "1"),
        ("- вырыть ямы", "1"),
        ("Полить сад", "1"),
        ("Купить доски", "2"),
    ]
    assert [one.completion_form[0].text for one in found] == ["Договор", "Договор", "Отчет", "Договор"]
    assert [[party.text for party in one.responsible] for one in found] == [
        ["Управление образования"],
        ["Акимы районов"],
        ["Акимы районов"],
        ["Управление финансов"],
    ]


@pytest.mark.parametrize(
    ("between", "chapters"),
    [
        ("ПОСАДКА САДОВ И\n\nПОСТРОЙКА ОГРАД", [None, 1]),
        ("Посадка садов\n\nПостройка оград", [None, None]),
    ],
)
def test_lines_in_capitals_between_tables_are_one_heading(
    tmp_path: Path, between: str, chapters: list[int | None]
) -> None:
    titles = "№|Мероприятие|Срок исполнения|Ответственные"
    first = f"{titles}\n1|Полить сад|май 2031 года|школа\n2|Полить розы|май 2031 года|школа"
    found = read(tmp_path, "ru", "План садов", first, between, "3|Построить ограду|июнь 2031 года|школа")
    assert [measure.chapter for measure in found.measures if measure.number in ("1", "3")] == chapters


YEARS = "№|Целевые индикаторы|Ед. изм.|2031 год|2032 год|{}|Ответственные\n1|Доля садов|%|5|6|7|школа"


@pytest.mark.parametrize(("typed", "years"), [("22033 год", [2031, 2032, 2033]), ("203 год", [2031, 2032, 2033])])
def test_years_that_count_up_mend_one_that_is_mistyped(tmp_path: Path, typed: str, years: list[int]) -> None:
    found = read(tmp_path, "ru", "Концепция садов", "## Целевые индикаторы", YEARS.format(typed))
    assert [target.year for target in found.indicators[0].targets] == years
    assert [one.code for one in found.findings].count("year-mistyped") == 1


def test_values_that_look_like_years_are_as_the_text_has_them(tmp_path: Path) -> None:
    rows = "1|Число роз|куст|1998|1999|2100|школа\n2|Число лип|дерево|2003|204|2005|школа"
    head = YEARS.format("2033 год").split("\n")[0]
    found = read(tmp_path, "ru", "Концепция садов", "## Целевые индикаторы", f"{head}\n{rows}")
    assert [[target.value for target in one.targets] for one in found.indicators] == [
        [1998, 1999, 2100],
        [2003, 204, 2005],
    ]


@pytest.mark.parametrize("typed", ["2033 год", "118 га", "Итого"])
def test_other_titles_are_no_mistyped_years(tmp_path: Path, typed: str) -> None:
    found = read(tmp_path, "ru", "Концепция садов", "## Целевые индикаторы", YEARS.format(typed))
    assert "year-mistyped" not in [one.code for one in found.findings]


@pytest.mark.parametrize(
    ("lang", "cell", "bodies"),
    [
        ("ru", "Департамент лесов Аким г. Белого", ["Департамент лесов", "Аким г. Белого"]),
        ("ru", "АО «Сад» федерация плавания", ["АО «Сад»", "федерация плавания"]),
        ("ru", "Управление садов Отделы полива", ["Управление садов", "Отделы полива"]),
        ("ru", "Акимы г.Белый, г.Алый и Синего района", ["Акимы г.Белый, г.Алый и Синего района"]),
        ("kk", "Білім департаменті «Гүл» қоғамдық қоры", ["Білім департаменті", "«Гүл» қоғамдық қоры"]),
        ("kk", "Мәдениет басқармасы Спорт комитеті", ["Мәдениет басқармасы", "Спорт комитеті"]),
        (
            "kk",
            "Облыстық мемлекеттік органдарының, емдеу мекемелерінің басшылары",
            ["Облыстық мемлекеттік органдарының, емдеу мекемелерінің басшылары"],
        ),
        (
            "ru",
            "Акимы районов и городов областное управление садов",
            ["Акимы районов и городов", "областное управление садов"],
        ),
        ("ru", "Директора школ и районные отделы садов", ["Директора школ", "районные отделы садов"]),
        ("ru", "Главное областное управление садов", ["Главное областное управление садов"]),
        ("ru", "Заместитель Акима города", ["Заместитель Акима города"]),
        ("ru", "Руководитель ГУ Отдел образования", ["Руководитель ГУ Отдел образования"]),
        ("ru", "Министерство садов Комитет полива", ["Министерство садов Комитет полива"]),
        ("ru", "ТОО «Сад» директор Липов А.Б.", ["ТОО «Сад» директор Липов А.Б."]),
        ("kk", "Бақ министрлігі Суару комитеті", ["Бақ министрлігі Суару комитеті"]),
        ("kk", "Алматы облысы Білім басқармасы", ["Алматы облысы Білім басқармасы"]),
    ],
)
def test_bodies_whose_lines_have_run_together(lang: str, cell: str, bodies: list[str]) -> None:
    assert [party.text for party in parse_parties(cell, lang)] == bodies


@pytest.mark.parametrize(
    ("lang", "words", "due"),
    [
        ("kk", "2031 ж. қаңтар айынан бастап", ("2031-01/..",)),
        ("kk", "2031 ж., қантар айынан бастап", ("2031-01/..",)),
        ("kk", "желтоқсан айынан бастап, 2031 ж.", ("2031-12/..",)),
        ("ru", "2031 г., с января", ("2031-01/..",)),
        ("ru", "с января, 2031 г.", ("2031-01/..",)),
    ],
)
def test_a_month_from_which_on(lang: str, words: str, due: tuple[str, ...]) -> None:
    period = parse_period(words, lang)
    assert period is not None
    assert period.due == due


@pytest.mark.parametrize(("typed", "due"), [("март 2О31 г.", ("2031-03",)), ("март, 203І г.", ("2031-03",))])
def test_letters_for_the_figures_of_a_year(tmp_path: Path, typed: str, due: tuple[str, ...]) -> None:
    titles = "№|Мероприятие|Срок исполнения|Ответственные"
    found = read(tmp_path, "ru", "План садов", f"{titles}\n1|Полить сад|{typed}|школа\n2|Полить розы|май 2031 г.|школа")
    assert found.measures[0].period is not None
    assert found.measures[0].period.due == due
    assert found.measures[0].period.text == typed


DEEDS = {
    "ru": ("Целевые индикаторы", "Ед. изм.", "Задача 1.1. Полив", "Задача 1.2. Посадка", "Поэтапное внедрение вечернего полива в садах"),
    "kk": ("Нысаналы индикаторлар", "Өлшем бірлігі", "1.1-міндет. Суару", "1.2-міндет. Отырғызу", "Бақтарда кешкі суаруды кезең-кезеңмен енгізу"),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["ru", "kk"])
@pytest.mark.parametrize(("beneath", "names"), [("", 2), ("Розы|%|3|4", 2)])
def test_a_deed_alone_below_a_task_is_an_indicator_without_figures(
    tmp_path: Path, lang: str, beneath: str, names: int
) -> None:
    name, unit, first, second, deed = DEEDS[lang]
    rows = [f"{name}|{unit}|2031|2032", first, f"{deed}|||", *([beneath] if beneath else []), second, "Сад|%|5|6"]
    cells = "".join(
        "<tr>" + ("".join(f"<td>{cell}</td>" for cell in row.split("|")) if "|" in row else f"<td colspan=4>{row}</td>") + "</tr>\n"
        for row in rows
    )  # fmt: skip
    path = tmp_path / f"plan.{lang}.md"
    path.write_text(f"# {'Стратегический план садов' if lang == 'ru' else 'Бақтардың стратегиялық жоспары'}\n\n<table>\n{cells}</table>\n", "utf-8")  # fmt: skip
    found = [indicator.name for indicator in extract_file(path, REGISTRY).indicators]
    assert len(found) == names
    assert (deed in found) == (not beneath)
