"""A plan's columns by evidence: unknown titles, missing columns, groups in columns, tables that go on and that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.frame import frame_in
from extract.flow import extract_file
from extract.values.times.due_points import YearFrame
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


def read(folder: Path, *lines: str) -> Extraction:
    path = folder / "plan.md"
    path.write_text("# План мероприятий по уходу за рощей на 2031 год\n\n" + "\n".join(lines) + "\n", "utf-8")
    return extract_file(path, Registry.load())


def codes(extraction: Extraction) -> list[str]:
    return [finding.code for finding in extraction.findings]


def test_an_unknown_title_over_deadlines_is_named_with_the_line_to_add(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "| № | Мероприятие | Форма завершения | Как скоро | Исполнители |",
        "|---|---|---|---|---|",
        "| 1 | Полить рощу | отчет | май 2031 года | МФ |",
        "| 2 | Обойти рощу | отчет | IV квартал 2031 года | МСХ |",
    )
    assert [one.period.due for one in found.measures if one.period] == [("2031-05",), ("2031-Q4",)]
    (finding,) = [one for one in found.findings if one.code == "column-by-content"]
    assert finding.words == "Как скоро"
    assert "column_titles.deadline" in finding.message["en"]


def test_a_table_that_lacks_a_column_is_read_and_told_of_once(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "| № | Мероприятие | Срок исполнения | Ответственные |",
        "|---|---|---|---|",
        "| 1 | Полить рощу | май | Завхоз |",
        "| 2 | Обойти рощу | июнь | Лесник, бухгалтерия |",
    )
    assert [one.number for one in found.measures] == ["1", "2"]
    assert codes(found).count("no-column-completion-form") == 1
    assert "form-missing" not in codes(found)
    assert [party.text for party in found.measures[1].responsible] == ["Лесник", "бухгалтерия"]


def test_a_beginning_and_an_end_are_one_deadline(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "| № | Мероприятие | Начало | Окончание | Ответственные |",
        "|---|---|---|---|---|",
        "| 1 | Полить рощу | март 2031 года | май 2031 года | МФ |",
    )
    (measure,) = found.measures
    assert measure.period is not None
    assert (measure.deadline_text, measure.period.due) == ("март 2031 года – май 2031 года", ("2031-03/2031-05",))


def test_filled_cells_of_groups_open_them(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "| № | Направление | Задача | Мероприятие | Срок | Ответственные |",
        "|---|---|---|---|---|---|",
        "| 1 | Вода | Найти воду | Вырыть колодец | май | МФ |",
        "| 2 | | | Вырыть второй | июнь | МФ |",
        "| 3 | | Беречь воду | Накрыть колодец | июль | МФ |",
        "| 4 | Свет | Осветить | Поставить фонарь | июль | МФ |",
    )
    assert [(group.kind, group.name) for group in found.groups] == [
        ("direction", "Вода"),
        ("task", "Найти воду"),
        ("task", "Беречь воду"),
        ("direction", "Свет"),
        ("task", "Осветить"),
    ]
    assert [one.part_of for one in found.measures] == [("task", "1"), ("task", "1"), ("task", "2"), ("task", "3")]


def test_rows_without_titles_go_on_only_where_columns_agree(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "| № | Мероприятие | Форма завершения | Срок | Ответственные |",
        "|---|---|---|---|---|",
        "| 1 | Полить рощу | отчет | май | МФ |",
        "",
        "| 2 | Обойти рощу | отчет | июнь | МФ |",
        "|---|---|---|---|---|",
        "| 3 | Подмести рощу | отчет | июль | МФ |",
        "",
        "| Береза | 12 | здорова | 3 м | у ворот |",
        "|---|---|---|---|---|",
        "| Осина | 7 | больна | 5 м | у пруда |",
    )
    assert [one.number for one in found.measures] == ["1", "2", "3"]


def test_a_table_with_deadlines_that_is_no_plan_is_told_of(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "| Сорт | Высота | Цветет |",
        "|---|---|---|",
        "| Сирень | 3 м | май |",
        "| Жасмин | 2 м | июнь |",
        "| Астра | 1 м | сентябрь |",
    )
    assert not found.measures
    assert "table-not-read" in codes(found)


@pytest.mark.parametrize(
    ("title", "frame"),
    [
        ("План работы на 2031 год", YearFrame(2031, 2031)),
        ("2031-2032 оқу жылына арналған жоспар", YearFrame(2031, 2032, of_terms=True)),
        ("План воспитательной работы на 2031-32 уч. год", YearFrame(2031, 2032)),
        ("План работы школы на 2031/2032 учебный год", YearFrame(2031, 2032)),
        ("План развития на 2031 – 2035 годы", None),
        ("План на 2031 – 2033 учебный год", None),
        ("План работы", None),
    ],
)
def test_the_year_that_a_plan_is_for(title: str, frame: YearFrame | None) -> None:
    assert frame_in(title) == frame


@pytest.mark.parametrize(
    ("title", "due"),
    [
        (
            ("ПЛАН", "работы парка садов", "Министерства садов Республики", "на второе полугодие 2031 года"),
            ("2031-Q3",),
        ),
        (("ПЛАН", "работы парка садов", "Министерства садов Республики", "на июль-декабрь 2031 года"), ("2031-Q3",)),
        (("ПЛАН", "работы парка садов", "Министерства садов Республики", "в июле 2031 года"), ()),
    ],
)
def test_a_part_of_the_year_on_a_line_of_the_title(
    title: tuple[str, ...], due: tuple[str, ...], tmp_path: Path
) -> None:
    lines = "".join(f"<h2>{line}</h2>" for line in title)
    cells = (
        "<th>№</th><th>Мероприятие</th><th>Срок</th><th>Ответственные</th>",
        "<td>1</td><td>Полить рощу</td><td>III квартал</td><td>Лесник</td>",
    )
    path = tmp_path / "plan.html"
    path.write_text(f"<html><body>{lines}<table><tr>{cells[0]}</tr><tr>{cells[1]}</tr></table></body></html>", "utf-8")
    (measure,) = extract_file(path, Registry.load()).measures
    assert measure.period
    assert measure.period.due == due


@pytest.mark.parametrize("title", ["", "Литера"])
def test_figures_that_only_grow_are_numbers_whatever_their_title(title: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    rows = "".join(f"| {n} | Полить сад {n} | 2031 год | Управление образования |\n" for n in (1, 3, 7))
    head = f"# План ухода за садом на 2031 год\n\n| {title} | Мероприятия | Сроки исполнения | Исполнители |\n|---|---|---|---|\n"
    path.write_text(head + rows, "utf-8")
    found = extract_file(path, Registry.load())
    assert [measure.number for measure in found.measures] == ["1", "3", "7"]
    assert "column-by-content" in {finding.code for finding in found.findings}


@pytest.mark.parametrize("title", ["Р/с N", "N р/с", "Литер"])
def test_numbers_of_several_parts_stand_as_printed(title: str, tmp_path: Path) -> None:
    numbers = ("1.1.", "1.2.", "2.1.", "2.2-1")
    rows = "".join(f"| {n} | {n} бақты суару | есеп | 2031 жылғы мамыр | Бағбан |\n" for n in numbers)
    head = f"# 2031 жылға арналған бақ жоспары\n\n| {title} | Іс-шаралар | Аяқталу нысаны | Мерзімі | Жауаптылар |\n|---|---|---|---|---|\n"
    path = tmp_path / "plan.md"
    path.write_text(head + rows, "utf-8")
    assert [measure.number for measure in extract_file(path, Registry.load()).measures] == [
        "1.1",
        "1.2",
        "2.1",
        "2.2-1",
    ]


def test_of_two_columns_titled_as_deadlines_the_one_without_times_is_of_forms(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "| № | Мероприятие | Срок завершения | Исполнители | Срок исполнения |",
        "|---|---|---|---|---|",
        "| 1 | Полить рощу | Отчет в МФ | Лесник | май 2031 года |",
        "| 2 | Обойти рощу | Осмотр всех деревьев | Лесник | постоянно |",
    )
    assert [one.completion_form[0].text for one in found.measures] == ["Отчет в МФ", "Осмотр всех деревьев"]
    assert [one.deadline_text for one in found.measures] == ["май 2031 года", "постоянно"]


def test_two_columns_of_times_are_deadlines_both(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "| № | Мероприятие | Срок начала работ | Исполнители | Срок исполнения |",
        "|---|---|---|---|---|",
        "| 1 | Полить рощу | март 2031 года | Лесник | май 2031 года |",
        "| 2 | Обойти рощу | июнь 2031 года | Лесник | июль 2031 года |",
    )
    assert not any(one.completion_form for one in found.measures)
