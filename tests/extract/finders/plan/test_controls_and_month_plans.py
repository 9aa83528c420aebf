"""Plans of schools: what a control looks at and what for, days below a month, lines of a cell that are a name each."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.flow import extract_file
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry


def measures(tmp_path: Path, title: str, *rows: str, lang: str = "ru") -> list[Measure]:
    """The measures of a table below a title; a stroke parts cells, a sign "^" the paragraphs of one."""
    drawn = (
        "<tr>" + "".join(f"<td><p>{cell.strip().replace('^', '</p><p>')}</p></td>" for cell in row.split("|")) + "</tr>"
        for row in rows
    )
    path = tmp_path / f"plan.{lang}.html"
    path.write_text(f"<h1>{title}</h1><table>{''.join(drawn)}</table>", "utf-8")
    return list(extract_file(path, Registry.load()).measures)


@pytest.mark.parametrize(
    ("lang", "title", "kind"),
    [
        ("ru", "Тема контроля", "name"),
        ("ru", "Цель контроля", "aside"),
        ("ru", "Цель", "goal"),
        ("ru", "Цель и мероприятия", "name"),
        ("ru", "Методы проверки", "aside"),
        ("ru", "Вид / методы", "remark"),
        ("ru", "Объект контроля", "inspected"),
        ("ru", "Место рассмотрения", "expected_result"),
        ("ru", "Управленческое решение", "completion_form"),
        ("kk", "Бақылау тақырыбы", "name"),
        ("kk", "Бақылаудың мақсаты", "aside"),
        ("kk", "Іс-шараның мақсаты", "aside"),
        ("kk", "Мақсаты", "goal"),
        ("kk", "Бақылау объектісі", "inspected"),
        ("kk", "Қаралатын орны", "expected_result"),
        ("ru", "Выделено на мероприятие, тыс. тенге", "funding"),
        ("ru", "Смета мероприятия, тенге", "funding"),
        ("kk", "Іс-шараға бөлінген қаражат, мың теңге", "funding"),
        ("ru", "Мероприятия", "name"),
    ],
)
def test_titles_of_controls_and_of_what_is_set_aside_for_a_measure(lang: str, title: str, kind: str) -> None:
    assert kind_of_title(title, lang) == kind


def test_a_control_is_called_by_its_theme_whatever_is_longer(tmp_path: Path) -> None:
    found = measures(
        tmp_path,
        "План внутришкольного контроля на 2031–2032 учебный год",
        "№ | Тема контроля | Цель контроля | Объект контроля | Сроки | Ответственные | Место рассмотрения",
        "1 | Уход за садом | Проверить, как классы ухаживают за садом и кто поливает его летом | 5–7 классы | октябрь | Завхоз | педсовет",
        "2 | 9, 11 классы: теплица | Оценить, готовы ли классы к работе в теплице | 9, 11 классы | до 5-го мая | ЗДВР | совещание",
    )
    assert [(one.number, one.name, one.period and one.period.due) for one in found] == [
        ("1", "Уход за садом", ("2031-10",)),
        ("2", "9, 11 классы: теплица", ("2032-05-05",)),
    ]


def test_a_control_without_a_theme_is_called_by_its_object(tmp_path: Path) -> None:
    (found,) = measures(
        tmp_path,
        "План контроля на 2031 год",
        "№ | Объект контроля | Цель контроля | Сроки | Ответственные | Выход",
        "1 | Школьный сад | Узнать, все ли деревья прижились | май | Завхоз | справка",
    )
    assert found.name == "Школьный сад"


@pytest.mark.parametrize(
    ("lang", "titles", "row", "name"),
    [
        ("ru", "№ | Цель мероприятия | Срок | Ответственный", "1 | Посадить липы | май | Завхоз", "Посадить липы"),
        ("ru", "№ | Методы работы | Срок | Ответственный", "1 | Прогулка по саду | май | Завхоз", "Прогулка по саду"),
        ("ru", "Цель проекта | Методы работы | Срок | Ответственный", "Сад | Прогулка | май | Завхоз", "Сад"),
        ("ru", "№ | Цель мероприятия | Класс | Срок | Ответственный", "1 | Посадить липы | 5 Б | май | Завхоз", "Посадить липы"),
        ("ru", "№ | Уход | Цель работы | Срок | Ответственный", "1 | Полив | Чтобы липы прижились | май | Завхоз", "Полив"),
        ("ru", "Задача | Методы работы | Срок | Ответственный", "Сад | Прогулка | май | Завхоз", "Сад"),
        ("kk", "№ | Іс-шара мақсаты | Мерзімі | Жауапты", "1 | Көшет отырғызу | мамыр | Завхоз", "Көшет отырғызу"),
        ("kk", "Іс-шара мақсаты | Оқыту әдістері | Мерзімі | Жауапты", "Бақ | Серуен | мамыр | Завхоз", "Бақ"),
    ],
)  # fmt: skip
def test_what_is_done_for_names_it_where_no_other_column_does(
    lang: str, titles: str, row: str, name: str, tmp_path: Path
) -> None:
    heading = "План работы на 2031 год" if lang == "ru" else "2031 жылға арналған жұмыс жоспары"
    assert [one.name for one in measures(tmp_path, heading, titles, row, lang=lang)] == [name]


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("31-не дейін", "2031-08-31"),
        ("10-ына дейін", "2031-08-10"),
        ("17–21", "2031-08-17/2031-08-21"),
        ("2-апта", "2031-08"),
    ],
)
def test_kazakh_days_below_a_month(said: str, due: str, tmp_path: Path) -> None:
    (found,) = measures(
        tmp_path,
        "2031–2032 оқу жылына арналған жұмыс жоспары",
        "Күні | Жұмыстың мазмұны | Жауаптылар | Шығатын құжат",
        "ТАМЫЗ | | | ",
        f"{said} | Бақты суару | Завхоз | акт",
        lang="kk",
    )
    assert found.period is not None
    assert found.period.due == (due,)


def test_bare_days_are_of_the_month_of_the_title(tmp_path: Path) -> None:
    rows = ("Дата | Мероприятие | Ответственный", "3 октября | Полить сад | Завхоз", "27–31 | Собрать листья | Завхоз")
    found = measures(tmp_path, "План работы на октябрь 2031 года", *rows)
    assert [one.period and one.period.due for one in found] == [("2031-10-03",), ("2031-10-27/2031-10-31",)]
    found = measures(tmp_path, "План работы, принятый 5 октября 2031 года", *rows)
    assert [one.deadline_text for one in found][1] == "27–31"


@pytest.mark.parametrize(
    ("lang", "title", "column", "text"),
    [
        ("ru", "План ремонта на май 2031 года", "Срок", "15 май"),
        ("ru", "План ремонта за май 2031 года", "Срок", "15 май"),
        ("ru", "План ремонта (май 2031 года)", "Срок", "15 май"),
        ("ru", "План ремонта на май 2031 года", "Срок (дней)", "15"),
        ("ru", "План ремонта на май 2031 года", "Срок, рабочих дней", "15"),
        ("ru", "План ремонта, утвержден в мае 2031 года", "Срок", "15"),
        ("ru", "План ремонта по приказу от мая 2031 года", "Срок", "15"),
        ("kk", "2031 жылғы мамыр айына арналған жұмыс жоспары", "Мерзімі", "15 мамыр"),
        ("kk", "2031 жылғы мамыр айының жұмыс жоспары", "Мерзімі", "15 мамыр"),
        ("kk", "2031 жылғы мамыр айының жұмыс жоспары", "Мерзімі (күн)", "15"),
        ("kk", "2031 жылғы мамыр айының жұмыс жоспары", "Мерзімі, күн", "15"),
        ("kk", "2031 жылы мамырда бекітілген жұмыс жоспары", "Мерзімі", "15"),
    ],
)
def test_a_bare_number_is_a_day_of_a_month_that_the_plan_is_for(
    lang: str, title: str, column: str, text: str, tmp_path: Path
) -> None:
    name, who = ("Мероприятие", "Ответственный") if lang == "ru" else ("Іс-шара", "Жауапты")
    (found,) = measures(tmp_path, title, f"№ | {name} | {column} | {who}", "1 | Сад | 15 | Завхоз", lang=lang)
    assert found.deadline_text == text


@pytest.mark.parametrize(
    ("lines", "lang", "names"),
    [
        ("Отдел спорта^предприниматели", "ru", ["Отдел спорта", "предприниматели"]),
        ("Отдел спорта^Районная газета «Бақ»^волонтеры", "ru", ["Отдел спорта", "Районная газета «Бақ»", "волонтеры"]),
        ("Отдел спорта^участковые^инспекторы", "ru", ["Отдел спорта", "участковые инспекторы"]),
        ("Инспектор по делам несовершеннолетних^завхоз", "ru", ["Инспектор по делам несовершеннолетних", "завхоз"]),
        ("Отдел внутренней^политики", "ru", ["Отдел внутренней политики"]),
        ("Отдел образования^Алматинской области", "ru", ["Отдел образования Алматинской области"]),
        ("Бақ бөлімі^орман шаруашылығы КММ^кәсіпкерлер", "kk", ["Бақ бөлімі", "орман шаруашылығы КММ", "кәсіпкерлер"]),
        ("Бақ бөлімі^ауылдық^кітапханалар", "kk", ["Бақ бөлімі", "ауылдық кітапханалар"]),
        ("Кәсіподақ төрайымы^туыстас МО", "kk", ["Кәсіподақ төрайымы", "туыстас МО"]),
        ("Жас отбасылар^орталығы", "kk", ["Жас отбасылар орталығы"]),
    ],
)
def test_lines_of_a_cell_that_can_only_be_names(lines: str, lang: str, names: list[str], tmp_path: Path) -> None:
    titles, said = ("№ | Мероприятие | Срок | Ответственные", "май") if lang == "ru" else ("№ | Іс-шара | Мерзімі | Жауаптылар", "мамыр")  # fmt: skip
    heading = "План работы на 2031 год" if lang == "ru" else "2031 жылға арналған жоспар"
    (found,) = measures(tmp_path, heading, titles, f"1 | Сад | {said} | {lines}", lang=lang)
    assert [party.text for party in found.responsible] == names


def test_an_amount_with_its_source_behind_a_comma(tmp_path: Path) -> None:
    found = measures(
        tmp_path,
        "План работы на 2031 год",
        "№ | Мероприятие | Срок | Ответственные | Финансирование",
        "1 | Посадить липы | май | Завхоз | 1 250 тыс. тенге, местный бюджет (программа 013)",
        "2 | Полить липы | июнь | Завхоз | 45,5 тыс. тенге, спонсорские средства",
    )
    assert [([(one.amount, one.source) for one in measure.funding or ()], measure.sources) for measure in found] == [
        ([(1.25, None)], ("местный бюджет",)),
        ([(0.0455, None)], ("спонсорские средства",)),
    ]


def test_what_is_called_the_same_in_both_languages_stands_once(tmp_path: Path) -> None:
    found = measures(
        tmp_path,
        "Ата-аналармен жұмыс жоспары 2031 жыл / План работы с родителями на 2031 год",
        "№ | Іс-шара / Мероприятие | Мерзімі / Срок | Жауапты / Ответственный | Аяқталу нысаны / Форма завершения",
        "1 | Бақ күні / День сада | мамыр / май | Педагог-психолог / Педагог-психолог | акт / акт",
        "2 | Гүл көрмесі / Выставка цветов | маусым / июнь | Әкімшілік / Администрация | есеп / отчет",
    )
    assert [party.text for party in found[0].responsible] == ["Педагог-психолог"]


def test_points_are_due_when_the_line_above_them_says(tmp_path: Path) -> None:
    path = tmp_path / "plan.ru.txt"
    path.write_text(
        "План работы кружка садоводов на 2031–2032 учебный год\n\n"
        "Занятие № 1 (октябрь)\n1. Посадка лип у ворот.\nОтветственный: завхоз\n2. Уборка листьев.\nОтветственные: учителя\n\n"
        "Занятие № 2 – апрель\n1. Побелка деревьев.\nСрок: до 10 апреля\nОтветственный: завхоз\n\n"
        "Без занятий\n1. Полив газона.\nОтветственный: сторож\n",
        "utf-8",
    )
    found = extract_file(path, Registry.load()).measures
    assert [(one.name, one.deadline_text) for one in found] == [
        ("Посадка лип у ворот.", "октябрь"),
        ("Уборка листьев.", "октябрь"),
        ("Побелка деревьев.", "до 10 апреля"),
    ]
