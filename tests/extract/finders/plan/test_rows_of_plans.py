"""Rows as real plans have them: ditto marks, no number, a number alone, parts without numbers, sums across."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


def read(text: str, folder: Path) -> Extraction:
    path = folder / "plan.md"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


def table(*rows: str) -> str:
    """A table of HTML as repositories of law keep it; a cell that ends in "*n" is set across n columns."""
    lines = ["<table>"]
    for row in rows:
        lines.append("<tr>")
        for cell in row.split("|"):
            words, _, span = cell.strip().partition("*")
            lines.append(f'<td colspan="{span or 1}">{words}</td>')
        lines.append("</tr>")
    return "\n".join([*lines, "</table>"])


def test_marks_repeat_the_cell_above_and_point_at_its_words(tmp_path: Path) -> None:
    text = "# План ухода за садом на 2031 год\n\n" + table(
        "№ | Мероприятие | Срок | Исполнители",
        "1 | Полить яблони | март 2031 года | Садовник",
        "2 | Обрезать сливы | «__» | -//-",
        "3 | Собрать листья | то же | Завхоз",
    )
    measures = read(text, tmp_path).measures
    assert [measure.period.due for measure in measures if measure.period] == [("2031-03",)] * 3
    assert [[party.text for party in measure.responsible] for measure in measures] == [
        ["Садовник"],
        ["Садовник"],
        ["Завхоз"],
    ]
    spans = [measure.period.spans[0] for measure in measures if measure.period]
    assert {text[span.start : span.end] for span in spans} == {"март 2031 года"}


def test_parts_without_numbers_are_counted_and_their_rows_may_be_numbered_anew(tmp_path: Path) -> None:
    text = "# План ухода за садом на 2031 год\n\n" + table(
        "№ | Мероприятие | Срок | Исполнители",
        "Работы в саду:*4",
        "1 | Полить яблони | март 2031 года | Садовник",
        "Работы в теплице:*4",
        "1 | Вымыть стекла | апрель 2031 года | Завхоз",
    )
    found = read(text, tmp_path)
    assert [(measure.number, measure.chapter) for measure in found.measures] == [("1", 1), ("1", 2)]
    assert [(group.kind, group.name) for group in found.groups] == [
        ("direction", "Работы в саду:"),
        ("direction", "Работы в теплице:"),
    ]


def test_groups_numbered_anew_in_each_part_carry_the_number_of_the_part(tmp_path: Path) -> None:
    text = "# План ухода за садом на 2031 год\n\n" + table(
        "№ | Проект | Задача | Дополнительная задача | Срок | Подтверждающие документы",
        "1 | Сад | Задача 1. Полив | Полить яблони | март 2031 года | акт",
        "2 | Теплица | Задача 1. Уборка | Вымыть стекла | май 2031 года | акт",
    )
    found = read(text, tmp_path)
    tasks = [(group.number, group.name) for group in found.groups if group.kind == "task"]
    assert len({number for number, _ in tasks}) == len(tasks) == 2
    assert [measure.task for measure in found.measures] == [number for number, _ in tasks]


@pytest.mark.parametrize(
    ("title", "measures"),
    [("Программа работ по саду на 2031 год", 3), ("Сведения о саде", 0)],
)
def test_by_when_and_for_how_much_is_a_plan_where_the_title_says_so(title: str, measures: int, tmp_path: Path) -> None:
    text = f"# {title}\n\n" + table(
        "N | Наименование темы | Сроки выполнения | Стоимость тыс. тен",
        "Подготовка*4",
        "1. | Карта сада | II кв. 2031 г. | 100,0",
        "2. | Опись деревьев | III кв. 2031 г. | 400,0",
        "Итого по подготовке*2 | | 500,0",
        "Книга о саде*2 | IV кв. 2031 г. | 80,0",
    )
    found = read(text, tmp_path).measures
    assert len(found) == measures
    assert [measure.period.due for measure in found if measure.period] == [("2031-Q2",), ("2031-Q3",), ("2031-Q4",)][
        :measures
    ]


def test_a_number_alone_is_no_measure_and_is_told(tmp_path: Path) -> None:
    text = "# План ухода за садом на 2031 год\n\n" + table(
        "№ | Мероприятие | Срок | Исполнители",
        "1 | Полить яблони | март 2031 года | Садовник",
        "2 | | | ",
        "5)3 | Обрезать сливы | май 2031 года | Завхоз",
    )
    found = read(text, tmp_path)
    assert [measure.number for measure in found.measures] == ["1", "5.3"]
    assert "row-not-understood" in {finding.code for finding in found.findings}


def test_rows_beyond_the_thousandth_are_rows(tmp_path: Path) -> None:
    rows = [f"{n} | Полить яблоню {n} | март 2031 года | Садовник" for n in (998, 999, 1000, 1001)]
    text = "# План ухода за садом на 2031 год\n\n" + table("№ | Мероприятие | Срок | Исполнители", *rows)
    assert [measure.number for measure in read(text, tmp_path).measures] == ["998", "999", "1000", "1001"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("А.1", "А.2", "Б.1"),
        ("A.1", "A.2", "B.1"),
        ("I.1", "I.2", "II.1"),
        ("а", "б", "в"),
        ("М1", "М2", "М3"),
        ("§1", "§2", "§3"),
        ("1-А", "1-Б", "2-А"),
        ("1.А", "1.Б", "2.А"),
    ],
)
def test_a_number_may_have_letters(numbers: tuple[str, ...], tmp_path: Path) -> None:
    one, two, three = numbers
    text = "# План ухода за садом на 2031 год\n\n" + table(
        "№ | Мероприятие | Срок | Исполнители",
        f"{one}) | Полить яблони | март 2031 года | Садовник",
        "Теплица:*4",
        f"{two}. | Вымыть стекла | апрель 2031 года | Завхоз",
        f"{three} | Собрать листья | май 2031 года | Завхоз",
    )
    found = read(text, tmp_path)
    assert [measure.number for measure in found.measures] == list(numbers)
    assert [measure.name for measure in found.measures] == ["Полить яблони", "Вымыть стекла", "Собрать листья"]
    assert [group.name for group in found.groups] == ["Теплица:"]
    assert len({measure.key for measure in found.measures}) == 3
    assert "row-not-understood" not in {finding.code for finding in found.findings}


def test_numbers_with_letters_need_no_title_and_a_letter_may_head_its_rows(tmp_path: Path) -> None:
    text = "# План ухода за садом на 2031 год\n\n" + table(
        " | Мероприятие | Срок | Исполнители",
        "Б | Теплица | | ",
        "Б.1 | Вымыть стекла | апрель 2031 года | Завхоз",
        "Б.2 | Полить рассаду | май 2031 года | Садовник",
    )
    found = read(text, tmp_path)
    assert [(measure.number, measure.name) for measure in found.measures] == [
        ("Б.1", "Вымыть стекла"),
        ("Б.2", "Полить рассаду"),
    ]
    assert [(group.number, group.name) for group in found.groups] == [("Б", "Теплица")]


def test_numbers_of_one_sound_are_told_apart_and_words_are_no_numbers(tmp_path: Path) -> None:
    text = "# План ухода за садом на 2031 год\n\n" + table(
        "№ | Мероприятие | Срок | Исполнители",
        "В.1 | Полить яблони | март 2031 года | Садовник",
        "V.1 | Вымыть стекла | апрель 2031 года | Завхоз",
        "п/п | мероприятия | исполнения | исполнители",
        "сад | Собрать листья | май 2031 года | Завхоз",
    )
    found = read(text, tmp_path)
    assert [(measure.number, measure.occurrence) for measure in found.measures] == [("В.1", 1), ("V.1", 2)]


def test_a_number_and_words_across_all_other_columns_are_a_heading(tmp_path: Path) -> None:
    text = "# План ухода за садом на 2031 год\n\n" + table(
        "№ | Мероприятие | Срок | Исполнители",
        "1 | Работы в саду*3",
        "1 | Полить яблони | март 2031 года | Садовник",
        "2 | Собрать листья | май 2031 года | Завхоз",
        "3 | Мероприятие исключено*3",
        "2 | Работы в теплице*3",
        "1 | Вымыть стекла | апрель 2031 года | Завхоз",
    )
    found = read(text, tmp_path)
    assert [(group.kind, group.number, group.name) for group in found.groups] == [
        ("direction", "1", "Работы в саду"),
        ("direction", "2", "Работы в теплице"),
    ]
    read_whole = [measure for measure in found.measures if measure.period]
    assert [(measure.number, measure.chapter) for measure in read_whole] == [("1", 1), ("2", 1), ("1", 2)]


@pytest.mark.parametrize(
    ("lang", "lead", "rows"),
    [
        ("ru", "1 | Ремонт оград | акт | | | ", (
            " | Ограда сада (улица Липовая, 5) | | Садовник | 2031 | 23,2",
            " | Ограда парка | акт | Завхоз | II квартал 2032 года | 1,5",
            " | Ограда двора | | | 2032-2033 | 4,0",
        )),
        ("kk", "1 | Қоршауларды жөндеу | акт | Бағбан | | ", (
            " | Бақ қоршауы (Терек көшесі, 5) | | Бағбан | 2031 | 23,2",
            " | Саябақ қоршауы | акт | Завхоз | 2032 жылғы II тоқсан | 1,5",
            " | Аула қоршауы | | | 2032-2033 | 4,0",
        )),
    ],
)  # fmt: skip
def test_rows_beneath_one_without_a_time_are_measures_of_its_number(
    lang: str, lead: str, rows: tuple[str, ...], tmp_path: Path
) -> None:
    titles = {
        "ru": "№ | Мероприятие | Форма завершения | Исполнители | Срок | Расходы, млн. тенге",
        "kk": "Р/с | Іс-шара | Аяқталу нысаны | Жауапты орындаушылар | Орындалу мерзімі | Шығыстар, млн. теңге",
    }
    head = {"ru": "# План ухода за садом на 2031-2033 годы", "kk": "# 2031-2033 жылдарға арналған бақ жоспары"}
    total = {"ru": " | Итого | | | 2031-2033 | 28,7", "kk": " | Жиыны | | | 2031-2033 | 28,7"}
    after = {
        "ru": "2 | Полить сад | акт | Завхоз | май 2031 года | ",
        "kk": "2 | Бақты суару | акт | Завхоз | 2031 жылғы мамыр | ",
    }
    found = read(f"{head[lang]}\n\n" + table(titles[lang], lead, *rows, total[lang], after[lang]), tmp_path).measures
    assert [measure.number for measure in found] == ["1", "1", "1", "1", "2"]
    assert [measure.period.due if measure.period else () for measure in found][:4] == [
        (), ("2031",), ("2032-Q2",), ("2032/2033",),
    ]  # fmt: skip
    assert [one.amount for measure in found for one in measure.funding or ()] == [23.2, 1.5, 4.0]


def test_a_row_beneath_one_with_a_time_or_that_goes_on_in_small_letters_is_none_of_its_own(tmp_path: Path) -> None:
    titles = "№ | Мероприятие | Исполнители | Срок | Расходы, млн. тенге"
    text = "# План ухода за садом на 2031-2033 годы\n\n" + table(
        titles,
        "1 | Ремонт оград | Завхоз | 2031 год | 5,0",
        " | Ограда сада | | 2031 | 2,0",
        "2 | Посадить липы | Садовник | | 1,0",
        " | и полить их | | 2032 | 2,0",
    )
    assert [measure.number for measure in read(text, tmp_path).measures] == ["1", "2"]
