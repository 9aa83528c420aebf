"""Cells that reach over several measures, cards, labels beside titles, amounts beside sources, days in figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.flow import extract_file
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry


def measures(tmp_path: Path, title: str, body: str) -> tuple[Measure, ...]:
    path = tmp_path / "plan.html"
    path.write_text(f"<html><body><h2>{title}</h2>{body}</body></html>", "utf-8")
    return extract_file(path, Registry.load()).measures


def table(*rows: str) -> str:
    cells = (f"<td>{row.replace(' | ', '</td><td>')}</td>" for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def test_a_cell_over_several_rows_may_stand_before_the_number(tmp_path: Path) -> None:
    found = measures(
        tmp_path,
        "План ухода за садами на 2031–2032 годы",
        "<table><tr><th>Направление</th><th>№</th><th>Ответственные</th><th>Срок</th><th>Мероприятие</th><th>Сумма, млн тенге</th></tr>"
        "<tr><td rowspan=2>Липы</td><td>1</td><td rowspan=2>Отдел садов<br>бригада</td><td rowspan=2>май 2031 года</td><td>Посадить липы</td><td>1</td></tr>"
        "<tr><td>2</td><td>Полить липы</td><td>30</td></tr>"
        "<tr><td>Клёны</td><td>3</td><td>Лесхоз</td><td>июнь 2031 года</td><td>Посадить клёны</td><td>2</td></tr></table>",
    )
    assert [(one.number, one.deadline_text, len(one.responsible)) for one in found][1] == ("2", "май 2031 года", 2)
    assert [one.funding[0].amount for one in found if one.funding] == [1, 30, 2]


def test_a_row_without_a_number_repeats_what_reaches_down_to_it(tmp_path: Path) -> None:
    found = measures(
        tmp_path,
        "План ухода за садами на 2031–2032 годы",
        "<table><tr><th>Мероприятие</th><th>Срок</th><th>Ответственные</th><th>Форма завершения</th></tr>"
        "<tr><td>Посадить липы</td><td rowspan=2>май 2031 года</td><td rowspan=2>Отдел садов</td><td>Акт</td></tr>"
        "<tr><td>Полить липы</td><td>Отчёт</td></tr></table>",
    )
    assert [(one.name, one.deadline_text, len(one.responsible)) for one in found] == [
        ("Посадить липы", "май 2031 года", 1),
        ("Полить липы", "май 2031 года", 1),
    ]


def test_who_leads_reaches_over_rows_that_have_co_executors_of_their_own(tmp_path: Path) -> None:
    """A group stands before the names; a note and a signature below say nothing of the columns."""
    found = measures(
        tmp_path,
        "План ухода за садами на 2031 год",
        "<table><tr><th>Направление</th><th>Мероприятие</th><th>Исполнитель</th><th>Соисполнители</th><th>Срок</th></tr>"
        "<tr><td rowspan=2>Липы</td><td>Посадить липы</td><td rowspan=2>Отдел садов</td><td>бригада</td><td>май</td></tr>"
        "<tr><td>Полить липы</td><td>лесник</td><td>июнь</td></tr>"
        "<tr><td>Клёны</td><td>Посадить клёны</td><td>Лесник</td><td>-</td><td>июль</td></tr>"
        "<tr><td>Примечание: липы старые</td><td></td><td></td><td></td><td></td></tr></table>",
    )
    assert [[party.text for party in one.responsible] for one in found] == [
        ["Отдел садов", "бригада"],
        ["Отдел садов", "лесник"],
        ["Лесник"],
    ]
    assert [one.part_of for one in found] == [("direction", "1"), ("direction", "1"), ("direction", "2")]


def test_a_cell_over_the_values_of_years_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text(
        "<html><body><h2>Целевые индикаторы программы садов на 2031–2032 годы</h2>"
        "<table><tr><th>Индикатор</th><th>Разрез</th><th>Ед. изм.</th><th>2031</th><th>2032</th></tr>"
        "<tr><td rowspan=2>Доля лип</td><td>сады</td><td rowspan=2>%</td><td>1</td><td>2</td></tr>"
        "<tr><td>парки</td><td>3</td><td>4</td></tr></table></body></html>",
        "utf-8",
    )
    text = extract_file(path, Registry.load()).text
    assert text.count("%") == 1


def test_items_of_a_list_are_a_body_each(tmp_path: Path) -> None:
    cell = "<ul><li>Отдел садов</li><li>кружки цветоводов</li></ul>"
    rows = ("№ | Мероприятие | Срок | Ответственные", f"1 | Посадить липы | май 2031 года | {cell}")
    (found,) = measures(tmp_path, "План ухода за садом на 2031 год", table(*rows))
    assert [party.text for party in found.responsible] == ["Отдел садов", "кружки цветоводов"]


@pytest.mark.parametrize(
    ("lines", "parties"),
    [
        (("ГУ «Отдел садов»", "ТОО «Липа» (по согласованию)"), ["ГУ «Отдел садов»", "ТОО «Липа»"]),
        (("Социальный педагог", "классные руководители", "5–9 классов"), ["Социальный педагог", "классные руководители 5–9 классов"]),
        (("УОР", "пресс-служба акима области"), ["УОР", "пресс-служба акима области"]),
        (("Управление садов (свод)", "акиматы районов и города"), ["Управление садов (свод)", "акиматы районов и города"]),
        (("Управление природных ресурсов и", "охраны лесов", "акиматы двух районов"), ["Управление природных ресурсов и охраны лесов", "акиматы двух районов"]),
        (("Специалист по", "ГО и ЧС"), ["Специалист по ГО и ЧС"]),
        (("КГУ", "«Липа»"), ["КГУ «Липа»"]),
        (("Руководитель отдела", "ЖКХ"), ["Руководитель отдела ЖКХ"]),
        (("Аппарат акима", "отдел внутренней политики", "СМИ"), ["Аппарат акима", "отдел внутренней политики", "СМИ"]),
        (("Зам. директора по ВР", "Липова Г.К.", "лесник Кленов А."), ["Зам. директора по ВР Липова Г.К.", "лесник Кленов А."]),
        (("Отдел культуры и", "спорта"), ["Отдел культуры и спорта"]),
        (("Заместитель акима", "района"), ["Заместитель акима района"]),
    ],
)  # fmt: skip
def test_lines_that_are_names(lines: tuple[str, ...], parties: list[str], tmp_path: Path) -> None:
    rows = ("№ | Мероприятие | Срок | Ответственные", f"1 | Посадить липы | май 2031 года | {'<br>'.join(lines)}")
    (found,) = measures(tmp_path, "План ухода за садом на 2031 год", table(*rows))
    assert [party.text for party in found.responsible] == parties


def test_several_titles_may_be_divided(tmp_path: Path) -> None:
    (found,) = measures(
        tmp_path,
        "План ухода за садами на 2031–2032 годы",
        "<table><tr><th rowspan=2>№</th><th rowspan=2>Действия</th><th colspan=2>Исполнители</th><th rowspan=2>Срок</th>"
        "<th colspan=2>Финансирование, млн тенге</th></tr>"
        "<tr><th>основной</th><th>соисполнители</th><th>2031</th><th>2032</th></tr>"
        "<tr><td>1</td><td>Посадить липы</td><td>Отдел садов</td><td>Лесхоз</td><td>май 2031 года</td><td>1,5</td><td>2</td></tr>"
        "</table>",
    )
    assert [party.text for party in found.responsible] == ["Отдел садов", "Лесхоз"]
    assert [(one.year, one.amount) for one in found.funding or ()] == [(2031, 1.5), (2032, 2)]


def test_cards_are_a_row_each_and_a_passport_is_none(tmp_path: Path) -> None:
    cards = [
        table(f"Наименование мероприятия | {name}", "Срок | май 2031 года", "Ответственные | Отдел садов")
        for name in ("Посадить липы", "Полить липы")
    ]
    found = measures(tmp_path, "План ухода за садами на 2031 год", "<p>и</p>".join(cards))
    assert [(one.number, one.name) for one in found] == [("1", "Посадить липы"), ("2", "Полить липы")]
    passport = table("Наименование | Сады области", "Срок реализации | 2031–2032 годы", "Ответственные | Отдел садов")
    assert not measures(tmp_path, "Паспорт программы", passport)


def test_a_label_tells_what_a_column_of_its_title_leaves_open(tmp_path: Path) -> None:
    found = measures(
        tmp_path,
        "План ухода за садами на 2031 год",
        table(
            "№ | Мероприятие | Срок | Исполнение",
            "1 | Посадить липы | май 2031 года | <p>Срок: 30.06.2031</p><p>Ответственные: Отдел садов</p>",
            "2 | Полить липы |  | <p>Срок: 30.06.2031</p><p>Ответственные: Отдел садов</p>",
        ),
    )
    assert [(one.deadline_text, len(one.responsible)) for one in found] == [
        ("май 2031 года / 30.06.2031", 1),
        ("30.06.2031", 1),
    ]


def test_sources_side_by_side_beside_all_money(tmp_path: Path) -> None:
    found = measures(
        tmp_path,
        "План ухода за садами на 2031 год",
        table(
            "№ | Мероприятие | Срок | Ответственные | Всего, млн тенге | РБ | МБ | Примечание",
            "1 | Посадить липы | май 2031 года | Отдел садов | 12 | 10 | 2 | ",
            "2 | Полить липы | июнь 2031 года | Отдел садов | 3 |  | 3 | летом",
        ),
    )
    assert [[(one.amount, one.source) for one in measure.funding or ()] for measure in found] == [
        [(10, "РБ"), (2, "МБ")],
        [(3, "МБ")],
    ]


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        ("до 15.09", "2031-09-15"),
        ("10.09-20.09", "2031-09-10/2031-09-20"),
        ("20.12.", "2031-12-20"),
        ("15.10.2031", "2031-10-15"),
    ],
)
def test_days_whose_month_is_a_number_are_of_the_year_of_the_plan(deadline: str, due: str, tmp_path: Path) -> None:
    rows = ("№ | Мероприятие | Срок | Ответственные", f"1 | Посадить липы | {deadline} | Завхоз")
    (found,) = measures(tmp_path, "План ухода за садом школы на 2031 год", table(*rows))
    assert (found.deadline_text, found.period and found.period.due) == (deadline, (due,))


@pytest.mark.parametrize(
    ("title", "lang", "kind"),
    [
        ("Көлемі, млн теңге", "kk", "funding"),
        ("Көлемі (мың теңге)", "kk", "funding"),
        ("Объем, млн тенге", "ru", "funding"),
        ("Потребность, тыс. тг", "ru", "funding"),
        ("Объем", "ru", ""),
        ("Размер стипендии, тенге", "ru", ""),
        ("Объем выпуска продукции, млн тенге", "ru", ""),
        ("Потребность в кадрах, тенге", "ru", ""),
        ("Потребность в средствах, тыс. тенге", "ru", "funding"),
        ("Бөлінген қаражат, мың теңге", "kk", "funding"),
        ("Өнім шығару көлемі, млн теңге", "kk", ""),
        ("Қажетті кадрлар, теңге", "kk", ""),
        ("Средняя зарплата, тенге", "ru", ""),
        ("Владелец процесса", "ru", "responsible"),
        ("Тәуекел иесі", "kk", "responsible"),
    ],
)
def test_titles_of_amounts_and_of_owners(title: str, lang: str, kind: str) -> None:
    assert kind_of_title(title, lang) == kind


@pytest.mark.parametrize(
    ("lines", "parties"),
    [
        (("Әдіскер Н. Гүлов", "музыка жетекшісі К. Бақов", "дене шынықтыру нұсқаушысы"), ["Әдіскер Н. Гүлов", "музыка жетекшісі К. Бақов", "дене шынықтыру нұсқаушысы"]),
        (("Директордың бақ ісі жөніндегі", "орынбасары", "әдіскер А. Гүлов"), ["Директордың бақ ісі жөніндегі орынбасары", "әдіскер А. Гүлов"]),
        (("Су басқармасы (жинақтау)", "аудан әкімдіктері"), ["Су басқармасы (жинақтау)", "аудан әкімдіктері"]),
        (("Су және бақ басқармасы", "ТМРД"), ["Су және бақ басқармасы", "ТМРД"]),
    ],
)  # fmt: skip
def test_kazakh_lines_that_are_names(lines: tuple[str, ...], parties: list[str], tmp_path: Path) -> None:
    rows = ("№ | Іс-шара | Мерзімі | Жауаптылар", f"1 | Бақ отырғызу | 2031 жылғы мамыр | {'<br>'.join(lines)}")
    (found,) = measures(tmp_path, "Бақты күтудің 2031 жылға арналған жоспары", table(*rows))
    assert [party.text for party in found.responsible] == parties


@pytest.mark.parametrize("amount", ["700 тыс. тенге", "МБ – 700 тыс. тенге", "0,7 млн тенге (МБ)"])
@pytest.mark.parametrize("group", ["<td rowspan=2>Липы</td>", ""])
def test_an_amount_that_reaches_over_rows_is_told_once(amount: str, group: str, tmp_path: Path) -> None:
    title = "<th>Направление</th>" if group else ""
    found = measures(
        tmp_path,
        "План ухода за садами на 2031 год",
        f"<table><tr>{title}<th>Мероприятие</th><th>Срок</th><th>Ответственный</th><th>Финансирование</th></tr>"
        f"<tr>{group}<td>Посадить липы</td><td rowspan=2>май</td><td>Садовник</td><td rowspan=2>{amount}</td></tr>"
        "<tr><td>Полить липы</td><td>Сторож</td></tr></table>",
    )
    assert [one.deadline_text for one in found] == ["май", "май"]
    assert [[told.amount for told in one.funding or ()] for one in found] == [[0.7], []]


@pytest.mark.parametrize(
    ("alone", "groups"),
    [
        (("Полить розы", "Белить стволы"), []),
        (("Осмотр роз",), []),
        (("Уход", "Охрана"), ["Уход", "Охрана"]),
        (("Задача 1. Уход",), ["Уход"]),
        (("Осмотр роз", "Итого мероприятий: 2"), []),
    ],
)
def test_rows_that_say_only_their_measure_name_no_part(
    alone: tuple[str, ...], groups: list[str], tmp_path: Path
) -> None:
    rows = [row for n, text in enumerate(alone) for row in (f"{text} |  | ", f"Посадить липы {n} | май | Садовник")]
    path = tmp_path / "plan.html"
    body = table("Мероприятие | Срок | Ответственный", "Купить шланг | март | Завхоз", *rows)
    path.write_text(f"<html><body><h2>План ухода за садами на 2031 год</h2>{body}</body></html>", "utf-8")
    found = extract_file(path, Registry.load())
    assert [group.name for group in found.groups] == groups
    odd = [one for one in found.findings if one.code == "row-not-understood"]
    assert bool(odd) == (not groups)


def test_kazakh_rows_that_say_only_their_measure_name_no_part(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    body = table(
        "Іс-шара | Мерзімі | Жауапты", "Раушан суару |  | ", "Жөке егу | мамыр | Бағбан", "Алма жинау |  | ", "Шарбақ орнату | маусым | Бағбан"
    )  # fmt: skip
    path.write_text(f"<html><body><h2>Бақтардың 2031 жылға арналған жоспары</h2>{body}</body></html>", "utf-8")
    assert extract_file(path, Registry.load()).groups == ()
