"""Tables of indicators as programmes print them: years below any title, no numbers, groups set across, bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from extract.values.target import TargetValue, is_blank, is_grade, parse_target
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Indicator
from kzedu_graph.registry.resolving import Registry

RU = "# О Программе садов\n\nПостановление акимата Алматинской области от 5 мая 2030 года № 77\n\n"
KK = "# Бақтар бағдарламасы туралы\n\nАлматы облысы әкімдігінің 2030 жылғы 5 мамырдағы № 77 қаулысы\n\n"


def table(*rows: str) -> str:
    """A table of HTML; a cell that ends in "*n" is set across n columns, one that ends in "^n" down n rows."""
    lines = ["<table>"]
    for row in rows:
        lines.append("<tr>")
        for cell in row.split("|"):
            words, _, down = cell.strip().partition("^")
            words, _, wide = words.partition("*")
            lines.append(f'<td colspan="{wide or 1}" rowspan="{down or 1}">{words}</td>')
        lines.append("</tr>")
    return "\n".join([*lines, "</table>"])


def read(text: str, folder: Path) -> Extraction:
    path = folder / "programme.md"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


def values(indicator: Indicator) -> dict[int, float | str | None]:
    return {target.year: target.text if target.value is None else target.value for target in indicator.targets}


@pytest.mark.parametrize(
    ("head", "title", "unit", "above"),
    [
        *((RU, "Целевые индикаторы", "Единица измерения", above) for above in ("План", "Целевые значения", "Прогноз")),
        (KK, "Нысаналы индикаторлар", "Өлшем бірлігі", "Нысаналы мәні"),
        (KK, "Нысаналы индикаторлар", "Өлшем бірлігі", "Жоспар"),
    ],
)
def test_years_stand_below_any_title(head: str, title: str, unit: str, above: str, tmp_path: Path) -> None:
    rows = table(
        f"№^2|{title}^2|{unit}^2|2030 факт^2|{above}*2",
        "2031|2032",
        "1|Сад|%|7|20|30,5",
        "2|Пруд|%|-|1|2",
    )
    found = read(head + rows, tmp_path)
    assert [(i.number, i.name, i.unit, values(i)) for i in found.indicators] == [
        ("1", "Сад", "%", {2030: 7, 2031: 20, 2032: 30.5}),
        ("2", "Пруд", "%", {2031: 1, 2032: 2}),
    ]
    assert [target.status for target in found.indicators[0].targets] == ["actual", "plan", "plan"]


def test_years_below_a_title_of_what_was_are_reported(tmp_path: Path) -> None:
    rows = table("№^2|Целевые индикаторы^2|Факт*2|2031 год^2", "2029|2030", "1|Сад|1|2|3")
    (indicator,) = read(RU + rows, tmp_path).indicators
    assert [(target.year, target.status) for target in indicator.targets] == [
        (2029, "actual"),
        (2030, "actual"),
        (2031, "plan"),
    ]


@pytest.mark.parametrize(
    ("head", "titles", "kind"),
    [
        (KK, "Көрсеткіш | Өлшем бірлігі | 2031 | 2032", "result"),
        (KK, "ҚТК | Өлшем бірлігі | 2031 | 2032", "target"),
        (RU, "Наименование показателя | Единица измерения | 2031 | 2032", "target"),
        (RU, "КПД | Ед. изм. | 2031 год | 2032 год", "target"),
    ],
)
def test_indicators_without_numbers_are_counted(head: str, titles: str, kind: str, tmp_path: Path) -> None:
    found = read(head + table(titles, "Сад | % | 1 | 2", "Пруд | дана | 3 | 4"), tmp_path)
    assert [(i.kind, i.number, i.name, values(i)) for i in found.indicators] == [
        (kind, "1", "Сад", {2031: 1, 2032: 2}),
        (kind, "2", "Пруд", {2031: 3, 2032: 4}),
    ]


def test_a_mark_of_repetition_stands_for_the_unit_above(tmp_path: Path) -> None:
    rows = (
        "Сады | тыс. штук | 1 | 2",
        "из них: | | |",
        'яблоневые | " | 3 | 4',
        "грушевые | -//- | 5 | 6",
        "Пруды | м | 7 | 8",
    )
    found = read(RU + table("Показатель | Единица измерения | 2031 | 2032", *rows), tmp_path)
    assert [(i.number, i.name, i.unit) for i in found.indicators] == [
        ("1", "Сады", "тыс. штук"),
        ("2", "яблоневые", "тыс. штук"),
        ("3", "грушевые", "тыс. штук"),
        ("4", "Пруды", "м"),
    ]


@pytest.mark.parametrize(
    ("head", "titles", "label", "form"),
    [
        (KK, "Р/с № | Атауы | Өлшем бірлігі | Аяқталу нысаны | Орындау мерзімі | Жауаптылар | 2031 | 2032", "Нысаналы индикатор:", "есеп"),
        (RU, "№ | Наименование | Ед. изм. | Форма завершения | Срок исполнения | Ответственные | 2031 | 2032", "Целевой индикатор:", "отчет"),
    ],
)  # fmt: skip
def test_an_indicator_among_measures_may_have_its_number_in_front_of_its_label(
    head: str, titles: str, label: str, form: str, tmp_path: Path
) -> None:
    rows = (f"1. | {label} Сад | % | | | | 80,5 | 90", f"1 | Пруд | | {form} | 2031 | | |")
    found = read(head + table(titles, *rows), tmp_path)
    assert [(i.kind, i.number, i.name, values(i)) for i in found.indicators] == [
        ("target", "1", "Сад", {2031: 80.5, 2032: 90})
    ]
    assert [measure.name for measure in found.measures] == ["Пруд"]


def test_a_table_of_years_gone_by_sets_nothing(tmp_path: Path) -> None:
    rows = table("Показатель | Единица измерения | 2027 | 2028", "Сад | % | 1 | 2")
    assert not read(RU + rows, tmp_path).indicators


def test_a_row_set_across_is_a_group_and_eats_no_number(tmp_path: Path) -> None:
    rows = table(
        "№ | Целевые индикаторы | Единица измерения | 2031 год | 2032 год",
        "Цель 1. Зелёные школы*5",
        "1 | Доля школ с садом | % | 20 | 30,5",
        "Цель 2. Крепкие ограды*5",
        "2 | Число оград | ед. | 3 | 2",
        "Разное*5",
        "3 | Число калиток | ед. | 3 | 2",
    )
    found = read(RU + rows, tmp_path)
    assert [(i.number, i.name, i.part_of) for i in found.indicators] == [
        ("1", "Доля школ с садом", ("goal", "1")),
        ("2", "Число оград", ("goal", "2")),
        ("3", "Число калиток", None),
    ]
    assert [(group.number, group.name) for group in found.groups] == [("1", "Зелёные школы"), ("2", "Крепкие ограды")]
    assert not {finding.code for finding in found.findings} & {"row-not-understood", "targets-missing", "name-missing"}


def test_a_number_of_several_parts_is_an_indicator_of_its_own(tmp_path: Path) -> None:
    rows = table(
        "№ | Целевые индикаторы | Единица измерения | 2031 год | 2032 год",
        "1 | Охват | % | 90 | 97",
        "1.1 | Доля сёл | | 20 | 5",
        "1.2. | Доля городов | ед. | 2 | 1",
        "2 | Число оград | ед. | 3 | 2",
    )
    found = read(RU + rows, tmp_path).indicators
    assert [(i.number, i.unit, values(i)) for i in found] == [
        ("1", "%", {2031: 90, 2032: 97}),
        ("1.1", "%", {2031: 20, 2032: 5}),
        ("1.2", "ед.", {2031: 2, 2032: 1}),
        ("2", "ед.", {2031: 3, 2032: 2}),
    ]


def test_bounds_grades_and_what_does_not_apply_need_no_finding(tmp_path: Path) -> None:
    rows = table(
        "№ | Целевые индикаторы | 2031 год | 2032 год | 2033 год",
        "1 | Доля школ с садом | не менее 95 | >97 | неприменимо",
        "2 | Оценка сада | ВВ | А+ | как решат соседи",
    )
    found = read(RU + rows, tmp_path)
    first, second = found.indicators
    assert [(t.year, t.value, t.bound) for t in first.targets] == [(2031, 95, "min"), (2032, 97, "min")]
    assert values(second) == {2031: "ВВ", 2032: "А+", 2033: "как решат соседи"}
    assert [f.words for f in found.findings if f.code == "targets-not-understood"] == ["как решат соседи"]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("до 97 %", "ru", TargetValue(97, "max")),
        ("более 1 000", "ru", TargetValue(1000, "min")),
        ("свыше 6", "ru", TargetValue(6, "min")),
        ("≥ 5", "kk", TargetValue(5, "min")),
        ("<=5", "ru", TargetValue(5, "max")),
        ("95-тен жоғары", "kk", TargetValue(95, "min")),
        ("97%-ға дейін", "kk", TargetValue(97, "max")),
        ("5-тен кем емес", "kk", TargetValue(5, "min")),
        ("от 5 до 10", "ru", TargetValue(None, None, "от 5 до 10")),
        ("посадить до 97 яблонь", "ru", TargetValue(None, None, "посадить до 97 яблонь")),
        ("4,0х", "kk", TargetValue(4)),
        ("8% 2031-2033 жж. орташа", "kk", TargetValue(8, None, "8% 2031-2033 жж. орташа")),
        ("8% в 5 садах", "ru", TargetValue(None, None, "8% в 5 садах")),
    ],
)
def test_one_reading_of_bounds(text: str, lang: str, value: TargetValue) -> None:
    assert parse_target(text, lang) == value


@pytest.mark.parametrize("text", ["неприменимо", "не применимо", "қолданылмайды", "қолданылуы мүмкін емес", "–"])
def test_what_does_not_apply_is_blank(text: str) -> None:
    assert is_blank(text)
    assert not is_grade(text)


def test_a_second_table_that_begins_at_one_has_indicators_of_its_own(tmp_path: Path) -> None:
    """With a word for what was before a year, and with units beside names that have no title."""
    path = tmp_path / "plan.md"
    path.write_text(
        "# План развития садов на 2031-2032 годы\n\n"
        "|  | Ед. изм. | Факт 2030 года | Оценка 2031 года | 2032 год |\n|---|---|---|---|---|\n"
        "| Число садов | ед. | 1 | 2 | 3 |\n\n"
        "Вторая таблица.\n\n"
        "| Целевой индикатор | Ед. изм. | 2031 год | 2032 год |\n|---|---|---|---|\n| Число оград | ед. | 4 | 5 |\n",
        "utf-8",
    )
    found = extract_file(path, Registry.load())
    assert [(i.number, i.name, i.group) for i in found.indicators] == [
        ("1", "Число садов", None),
        ("1", "Число оград", "table-2"),
    ]
    assert [(t.year, t.value, t.status) for t in found.indicators[0].targets] == [
        (2030, 1, "actual"),
        (2031, 2, "actual"),
        (2032, 3, "plan"),
    ]


def test_a_column_of_units_and_years_do_though_no_title_names_indicators(tmp_path: Path) -> None:
    rows = table(
        "Атауы^2|Өлшем бірлігі^2|Есепті кезең*2|Жоспарлы кезең*3",
        "2029 ж.|2030 ж.|2031 ж.|2032 ж.|2033 ж.",
        "1.1 - мақсат. Бақтарды күту*7",
        "Нысаналы индикаторлар:*7",
        "Суарылған бақтар үлесі|%|40|50|60|70|80",
        "Аулаланған ұя саны|1000 ағашқа шаққанда|5|6|7,5-8*3",
    )
    found = read(KK + rows, tmp_path)
    assert [(i.number, i.name, i.unit) for i in found.indicators] == [
        ("1", "Суарылған бақтар үлесі", "%"),
        ("2", "Аулаланған ұя саны", "1000 ағашқа шаққанда"),
    ]
    assert [values(i) for i in found.indicators] == [
        {2029: 40, 2030: 50, 2031: 60, 2032: 70, 2033: 80},
        {2029: 5, 2030: 6, 2031: "7,5-8", 2032: "7,5-8", 2033: "7,5-8"},
    ]
    assert [target.status for target in found.indicators[0].targets] == ["actual"] * 2 + ["plan"] * 3
    assert not {finding.code for finding in found.findings} & {"table-row-not-understood", "table-columns-unclear"}


@pytest.mark.parametrize(
    ("titles", "number"),
    [("Наименование|Ед. изм.|2031|2032|2033", ""), ("№|Наименование|Ед. изм.|2031|2032|2033", "1|")],
)
def test_plain_titles_in_russian(titles: str, number: str, tmp_path: Path) -> None:
    found = read(RU + table(titles, f"{number}Доля политых садов|%|40|50|60"), tmp_path)
    assert [(i.number, i.name, i.unit, values(i)) for i in found.indicators] == [
        ("1", "Доля политых садов", "%", {2031: 40, 2032: 50, 2033: 60})
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("Наименование|Ед. изм.|2031|2032", "Лейки|тыс. тенге|40|50", "Заборы|млн тенге|1|2"),
        ("Наименование|Ед. изм.|2031 год, тыс. тенге|2032 год, тыс. тенге", "Лейки|шт.|40|50"),
        ("Наименование|Ед. изм.|Сумма|2031|2032", "Лейки|шт.|4|40|50"),
        ("Наименование мероприятия|Ед. изм.|2031|2032", "Полить сад|раз|40|50"),
        ("Наименование|Ед. изм.|2031|2032", "Лейки|шт.||", "Заборы|шт.||"),
        ("Наименование|Ед. изм.|2031", "Лейки|шт.|40"),
        ("Наименование|Место|2031|2032", "Лейки|склад|40|50"),
    ],
)
def test_money_things_to_do_and_empty_years_are_no_indicators(rows: tuple[str, ...], tmp_path: Path) -> None:
    assert not read(RU + table(*rows), tmp_path).indicators


def test_words_across_two_rows_lead_to_the_names_beneath(tmp_path: Path) -> None:
    rows = table(
        "Нысаналы индикаторлар|Өлшем бірлігі|2031|2032|2033",
        "Бақтарға*5",
        "құйылған судың көлемі:*5",
        "I санат|тонна|4|5|6",
        "Барлығы|тонна|7|8|9",
    )
    first, *_ = read(KK + rows, tmp_path).indicators
    assert first.name == "Бақтарға құйылған судың көлемі: I санат"


@pytest.mark.parametrize(
    ("head", "title", "unit"),
    [(RU, "Показатели (человек)", "человек"), (RU, "Показатели, %", "%"), (KK, "Көрсеткіштер (адам)", "адам")],
)
def test_the_title_of_the_names_may_give_the_unit(head: str, title: str, unit: str, tmp_path: Path) -> None:
    rows = table(f"{title}|2031|2032", "Сады|5|6", "Рощи, тыс. тенге|7|8" if head is RU else "Тоғайлар, мың теңге|7|8")
    found = read(head + rows, tmp_path)
    assert [indicator.unit for indicator in found.indicators] == [unit, "тыс. тенге" if head is RU else "мың теңге"]


def test_the_last_of_numbered_columns_may_lack_its_number(tmp_path: Path) -> None:
    rows = table("Показатели|ед. изм.|2031|2032|2033", "1|2|3|4|", "Сады|ед.|5|6|7")
    assert [indicator.name for indicator in read(RU + rows, tmp_path).indicators] == ["Сады"]


PLAN_WITH_RESULTS = table(
    "№^2|Атауы^2|Өлшем бірлігі^2|Аяқтау нысаны^2|Орындалу мерзімі^2|Жауаптылар^2|оның ішінде жылдар бойынша*3",
    "2031|2032|2033",
    "1-міндет. Бақтарды көбейту*9",
    "1.|1-нәтиже көрсеткіші. Жаңа бақтардың үлесі|%|||ЖАО|20,5|30|40",
    "2.|Бақтарға көшет отырғызу|млн. тг.|БҒМ-ге есеп|2031 – 2033 жылдардың желтоқсаны|ЖАО|10|20|30",
    "2-міндет. Бақтарды суару*9",
    "1.|1-нәтиже көрсеткіші. Суарылатын бақтардың үлесі|%|||ЖАО|-|60|70",
    "2.|Суару жүйесін салу|млн. тг.|БҒМ-ге есеп|2032 жылғы желтоқсан|ЖАО|-|15|-",
)


def test_indicators_among_a_plan_s_rows_are_not_read_again_as_a_table_of_years(tmp_path: Path) -> None:
    found = read(
        f"{KK}## Бақтар бағдарламасын іске асыру жөніндегі іс-шаралар жоспары\n\n{PLAN_WITH_RESULTS}\n", tmp_path
    )

    assert [measure.name for measure in found.measures] == ["Бақтарға көшет отырғызу", "Суару жүйесін салу"]
    assert {one.place for one in found.indicators} == {"plan"}
    assert [values(one) for one in found.indicators] == [{2031: 20.5, 2032: 30, 2033: 40}, {2032: 60, 2033: 70}]
    assert "indicator-kind-unknown" not in {one.code for one in found.findings}


@pytest.mark.parametrize("named", ["Показатель", "Индикатор"])
def test_targets_beside_measures_are_read_and_are_no_money(named: str, tmp_path: Path) -> None:
    rows = table(
        f"№|Мероприятие|Срок|Ответственный|{named}|Ед. изм.|2031 год|2032 год|2033 год",
        "1|Обновить теплицы|май 2031 года|отдел садов|Доля новых теплиц|%|15|25|45",
        "2|Открыть питомник|июль 2032 года|отдел садов|Число питомников|ед.|0|1|2",
    )
    found = read(f"{RU}## План мероприятий по реализации Программы садов\n\n{rows}\n", tmp_path)

    assert [measure.name for measure in found.measures] == ["Обновить теплицы", "Открыть питомник"]
    assert [values(one) for one in found.indicators] == [{2031: 15, 2032: 25, 2033: 45}, {2031: 0, 2032: 1, 2033: 2}]
    assert not any(measure.funding for measure in found.measures)
    assert "money-scale-unknown" not in {one.code for one in found.findings}


def test_years_behind_an_indicator_are_money_where_a_title_says_so(tmp_path: Path) -> None:
    rows = table(
        "№^2|Мероприятие^2|Срок^2|Ответственный^2|Показатель^2|Ед. изм.^2|Объем финансирования, млн тенге*2",
        "2031 год|2032 год",
        "1|Обновить теплицы|май 2031 года|отдел садов|Доля новых теплиц|%|15|25",
        "2|Открыть питомник|июль 2032 года|отдел садов|Число питомников|ед.|3|1",
    )
    found = read(f"{RU}## План мероприятий по реализации Программы садов\n\n{rows}\n", tmp_path)

    told = [{one.year: one.amount for one in measure.funding or ()} for measure in found.measures]
    assert told == [{2031: 15, 2032: 25}, {2031: 3, 2032: 1}]
