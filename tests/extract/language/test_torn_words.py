"""Words that a narrow column tore at a hyphen are put together in cells; hyphens of their own stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Table
from extract.flow import extract_file
from extract.texts import read_document
from kzedu_graph.registry.resolving import Registry


def cell_of(words: str, folder: Path, ending: str = "html") -> list[str]:
    """The paragraphs of a cell in which "/" is the end of a line, beside words that stand whole."""
    path = folder / f"plan.{ending}"
    lines = words.replace("/", "<br>" if ending == "html" else "\n")
    others = "".join(
        f"<tr><td>{n}</td><td>{cell}</td><td>а</td></tr>\n" for n, cell in enumerate(("оқу бағдарламасы", "мектеп"))
    )
    head = "<html><body>" if ending == "html" else ""
    path.write_text(f"{head}<table>\n<tr><td>№</td><td>{lines}</td><td>а</td></tr>\n{others}</table>\n", "utf-8")
    (table,) = (block for block in read_document(path).blocks if isinstance(block, Table))
    return [paragraph.text for paragraph in table.rows[0].cells[1].paragraphs]


def test_what_joins_words_in_the_other_language_may_end_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "# О плане посадки садов\n\n<table>\n<tr><td>№</td><td>Мероприятие</td><td>Форма</td></tr>\n"
        "<tr><td>1</td><td>Посадить сады</td><td>\nприказ акима-\nта\n</td></tr>\n</table>\n",
        "utf-8",
    )
    (table,) = (block for block in read_document(path).blocks if isinstance(block, Table))
    assert table.rows[1].cells[2].text == "приказ акимата"


@pytest.mark.parametrize("ending", ["html", "md"])
@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Еже-/годно к 20 нояб-/ря", "Ежегодно к 20 ноября"),
        ("В со-/ответ-/ствии с пла-/ном", "В соответствии с планом"),
        ("Пред-/ложе-/ние", "Предложение"),
        ("инструк-/тивно-/методи-/ческое", "инструктивно-методическое"),
        ("санитарно-/эпидемиоло-/гический", "санитарно-эпидемиологический"),
        ("мектеп-/терінің", "мектептерінің"),
        ("материалдық-/техникалық", "материалдық-техникалық"),
        ("екі-/және үш айлық", "екі- және үш айлық"),
        ("ведётся постоян-/но", "ведётся постоянно"),
        ("на 2031-/2032 годы", "на 2031-2032 годы"),
    ],
)
def test_torn_at_the_end_of_a_line(words: str, whole: str, ending: str, tmp_path: Path) -> None:
    assert cell_of(words, tmp_path, ending) == [whole]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("интернет- платформа", "интернет- платформа"),
        ("двух- и трёхразовое", "двух- и трёхразовое"),
        ("организационно- методическую", "организационно-методическую"),
        ("научно- практическая", "научно-практическая"),
        ("предприя- тий", "предприятий"),
        ("инструктивно- методическое", "инструктивно-методическое"),
        ("помощь для детей- сирот", "помощь для детей-сирот"),
        ("отчёт- информация", "отчёт- информация"),
        ("Март- май", "Март-май"),
        ("СТ 7049- 2031", "СТ 7049-2031"),
        ("тифло- средства", "тифлосредства"),
        ("бағдарламаларды кезең-ке- зеңмен", "бағдарламаларды кезең-кезеңмен"),
        ("гимназия-лар", "гимназиялар"),
        ("оқу-ағарту, БҒМ-ның", "оқу-ағарту, БҒМ-ның"),
    ],
)
def test_on_one_line_only_what_is_sure_is_put_together(words: str, whole: str, tmp_path: Path) -> None:
    assert cell_of(words, tmp_path) == [whole]


def test_what_a_torn_cell_says_is_understood_and_quoted(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    titles = "<tr><td>№</td><td>Мероприятие</td><td>Форма завер-<br>шения</td><td>Срок</td><td>Исполнители</td></tr>"
    row = "<tr><td>1</td><td>Посадить сад</td><td>отчет</td><td>Еже-<br>годно к 20 нояб-<br>ря</td><td>МП</td></tr>"
    path.write_text(f"<html><body><h1>План на 2031 год</h1><table>{titles}{row}</table>", "utf-8")
    found = extract_file(path, Registry.load())
    (measure,) = found.measures
    assert measure.period
    assert measure.period.recurrence == "annual"
    assert measure.deadline_text == "Ежегодно к 20 ноября"
    quote = "".join(found.text[span.start : span.end] for span in measure.period.spans)
    assert quote.split()[0] == "Еже-"


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("постановле-ние", "постановление"),
        ("Облсадоуправ-ление", "Облсадоуправление"),
        ("кол-во деревьев", "кол-во деревьев"),
        ("сад-огород, уч-ся", "сад-огород, уч-ся"),
        ("научно-технический", "научно-технический"),
    ],
)
def test_a_hyphen_that_no_line_ends_with_any_more_leaves_a_russian_word(words: str, whole: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    rows = f"<tr><td>№</td><td>Мероприятие</td></tr>\n<tr><td>1</td><td>{words}</td></tr>\n"
    path.write_text(f"# О плане посадки садов в городах\n\n<table>\n{rows}</table>\n", "utf-8")
    (table,) = (block for block in read_document(path).blocks if isinstance(block, Table))
    assert table.rows[1].cells[1].text == whole
