"""Columns that say several things in one cell: by when and by whom, or each behind a label."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Cell, Row, passage_of
from extract.finders.plan.columns.joined import with_labels_as_columns
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD = {"ru": "План ухода за садом на 2031 год", "kk": "2031 жылға арналған бақ күтімі жоспары"}
NAME = {"ru": "Мероприятие", "kk": "Іс-шара"}


def read(title: str, cells: tuple[str, ...], folder: Path, lang: str = "ru", beside: str = "Примечание") -> Extraction:
    rows = [f"<th>№</th><th>{NAME[lang]}</th><th>{title}</th><th>{beside}</th>"]
    rows += [f"<td>{n}</td><td>Посадить деревья</td><td>{cell}</td><td></td>" for n, cell in enumerate(cells, 1)]
    path = folder / "plan.html"
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    path.write_text(f"<html><body><h1>{HEAD[lang]}</h1><table>{table}</table></body></html>", "utf-8")
    return extract_file(path, Registry.load())


def told(found: Extraction) -> list[tuple[str, list[str]]]:
    return [
        (measure.period.text if measure.period else "", [party.text for party in measure.responsible])
        for measure in found.measures
    ]


@pytest.mark.parametrize("title", ["Срок, ответственные", "Сроки и ответственные", "Срок исполнения / Исполнители"])
def test_a_cell_says_by_when_and_by_whom(title: str, tmp_path: Path) -> None:
    cells = ("май 2031 г.<br>Лесхоз,<br>Питомник", "до 1 июня 2031 года, Лесхоз, Питомник", "ежеквартально; Лесхоз")
    assert told(read(title, cells, tmp_path)) == [
        ("май 2031 г.", ["Лесхоз", "Питомник"]),
        ("до 1 июня 2031 года", ["Лесхоз", "Питомник"]),
        ("ежеквартально", ["Лесхоз"]),
    ]


def test_executors_may_stand_first(tmp_path: Path) -> None:
    found = read("Ответственные, сроки", ("Лесхоз, Питомник<br>май 2031 г.", "Лесхоз – июнь 2031 г."), tmp_path)
    assert told(found) == [("май 2031 г.", ["Лесхоз", "Питомник"]), ("июнь 2031 г.", ["Лесхоз"])]


def test_kazakh(tmp_path: Path) -> None:
    cells = ("2031 жылғы мамыр<br>Орман шаруашылығы", "тоқсан сайын<br>Бағбан")
    found = read("Мерзімі және жауаптылар", cells, tmp_path, "kk", "Ескертпе")
    assert told(found) == [("2031 жылғы мамыр", ["Орман шаруашылығы"]), ("тоқсан сайын", ["Бағбан"])]


def test_a_cell_may_say_one_of_them(tmp_path: Path) -> None:
    found = read("Срок, ответственные", ("май 2031 г.<br>Лесхоз", "июнь 2031 г.<br>Лесхоз", "Лесхоз"), tmp_path)
    assert told(found)[2] == ("", ["Лесхоз"])


def test_a_table_that_has_a_column_of_executors_is_left(tmp_path: Path) -> None:
    found = read("Срок, исполнители", ("май 2031 г.", "июнь 2031 г."), tmp_path, beside="Ответственные")
    assert [period for period, _ in told(found)] == ["май 2031 г.", "июнь 2031 г."]


def test_a_cell_labels_what_it_says(tmp_path: Path) -> None:
    cells = (
        "Срок: май 2031 г.<br>Ответственные: Лесхоз,<br>Питомник<br>Форма завершения: акт",
        "Срок: июнь 2031 г.<br>Форма завершения: отчет",
        "Срок: июль 2031 г.<br>Ответственные: Лесхоз",
    )
    found = read("Исполнение", cells, tmp_path)
    assert told(found) == [
        ("май 2031 г.", ["Лесхоз", "Питомник"]),
        ("июнь 2031 г.", []),
        ("июль 2031 г.", ["Лесхоз"]),
    ]
    assert [[form.text for form in measure.completion_form] for measure in found.measures] == [["акт"], ["отчет"], []]


def test_a_cell_says_with_what_proof_and_by_whom(tmp_path: Path) -> None:
    cells = ("акт, Лесхоз", "отчет<br>Питомник", "акт, отчет; Садовник")
    found = read("Форма завершения, исполнитель", cells, tmp_path)
    assert [[form.text for form in one.completion_form] for one in found.measures] == [
        ["акт"],
        ["отчет"],
        ["акт", "отчет"],
    ]
    assert [[party.text for party in one.responsible] for one in found.measures] == [
        ["Лесхоз"],
        ["Питомник"],
        ["Садовник"],
    ]


def read_beside(rows: tuple[tuple[str, str], ...], folder: Path) -> Extraction:
    cells = [("Срок", "Ответственные", "Исполнение"), *((due, "Лесхоз", said) for due, said in rows)]
    head = ("№", "Мероприятие")
    lines = [(*(head if not n else (str(n), "Посадить деревья")), *row) for n, row in enumerate(cells)]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)
    path = folder / "plan.html"
    path.write_text(f"<html><body><h1>{HEAD['ru']}</h1><table>{table}</table></body></html>", "utf-8")
    return extract_file(path, Registry.load())


def test_a_label_that_disagrees_with_the_column_of_its_title_is_kept(tmp_path: Path) -> None:
    found = read_beside(
        (
            ("май 2031 года", "Срок: 30.06.2031<br>Ответственные: Питомник"),
            ("июнь 2031 года", "Срок: июнь 2031 г.<br>Ответственные: Лесхоз"),
            ("", "Срок: июль 2031 года<br>Ответственные: Лесхоз, Питомник"),
        ),
        tmp_path,
    )
    assert told(found) == [
        ("май 2031 года / 30.06.2031", ["Лесхоз", "Питомник"]),
        ("июнь 2031 года", ["Лесхоз"]),
        ("июль 2031 года", ["Лесхоз", "Питомник"]),
    ]
    assert [one.focus for one in found.findings if one.code == "deadline-not-understood"] == ["measure 1"]


def test_a_cell_without_a_label_stays_in_its_column(tmp_path: Path) -> None:
    labelled = "Срок: май 2031 года<br>Ответственные: Лесхоз"
    texts = ("Исполнение", labelled, labelled, labelled, "по согласованию с акимом района")
    rows = [Row((Cell((passage_of("Срок"),)), Cell((passage_of("Ответственные"),)), Cell((passage_of(texts[0]),))))]
    for text in texts[1:]:
        lines = tuple(map(passage_of, text.split("<br>")))
        rows.append(Row((Cell((passage_of("май 2031 года"),)), Cell((passage_of("Лесхоз"),)), Cell(lines))))
    found = with_labels_as_columns(rows, "ru")
    assert [row.cells[-1].text for row in found] == ["Исполнение", "", "", "", "по согласованию с акимом района"]
