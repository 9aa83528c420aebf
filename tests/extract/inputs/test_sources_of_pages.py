"""Text files that are the source of a page: HTML without a head, JSX, templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Table
from extract.flow import extract_file
from extract.inputs.pages.source import page_in
from extract.texts import read_document
from kzedu_graph.registry.resolving import Registry

JSX = """import React from "react";

export default function Plan() {
  return (
    <section className="py-4">
      <h2 className="bold">План ухода за садом <br></br>на 2031 год</h2>
      {/* строки */}
      <table style={{ width: "100%" }}>
        <tbody>
          <tr><td>№</td><td>Мероприятие</td><td>Срок&nbsp;</td><td>{"Ответственный"}</td></tr>
          <tr>
            <td className="b">1</td>
            <td className="b">
              Посадить розы
              у ворот
            </td>
            <td>май</td>
            <td rowSpan={2}>садовник</td>
          </tr>
          <tr><td>2</td><td>{`Полить`}{" "}аллею</td><td>июнь</td></tr>
        </tbody>
      </table>
    </section>
  );
}
"""
FRAGMENT = """<div class="text"><p><b>2031 жылға арналған бақ жоспары</b></p>
<table><tr><td>№</td><td>Іс-шара</td><td>Мерзімі</td><td>Жауаптылар</td></tr>
<tr><td>1</td><td>Гүл отырғызу</td><td>мамыр</td><td>бағбан</td></tr>
<tr><td>2</td><td>Бақты суару</td><td>маусым</td><td>бағбан</td></tr></table></div>
"""
AMONG_WORDS = """УТВЕРЖДЕНО
приказом от 5 мая 2031 года № 7

План ухода за садом на 2031 год

<div class="t"><table border=1>
<tr><td>№</td><td>Мероприятие</td><td>Срок</td><td>Ответственный</td></tr>
<tr><td>1</td><td>Посадить розы<br>у ворот</td><td>май</td><td rowspan="2">садовник</td></tr>
<tr><td>2</td><td>Полить&nbsp;аллею</td><td>июнь</td></tr>
</table></div>

Примечание: вода по лимиту.
"""
ROWS = [("Посадить розы у ворот", "май", ["садовник"]), ("Полить аллею", "июнь", ["садовник"])]
ROWS_KK = [("Гүл отырғызу", "мамыр", ["бағбан"]), ("Бақты суару", "маусым", ["бағбан"])]


@pytest.mark.parametrize(
    ("text", "ending", "title", "rows"),
    [
        (JSX, "txt", "План ухода за садом на 2031 год", ROWS),
        (JSX, "md", "План ухода за садом на 2031 год", ROWS),
        (FRAGMENT, "txt", "2031 жылға арналған бақ жоспары", ROWS_KK),
        (AMONG_WORDS, "txt", "План ухода за садом на 2031 год", ROWS),
    ],
)
def test_tables_of_a_source(
    text: str, ending: str, title: str, rows: list[tuple[str, str, list[str]]], tmp_path: Path
) -> None:
    path = tmp_path / f"plan.{ending}"
    path.write_text(text, "utf-8")
    found = extract_file(path, Registry.load())
    assert found.source.title == title
    told = [(one.name, one.deadline_text, [party.text for party in one.responsible]) for one in found.measures]
    assert told == rows


def test_words_with_a_few_tags_stay_a_text(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Садовник пишет </p> и </div> и </li> в тексте.\nОн поливает <b>розы</b>.\n", "utf-8")
    document = read_document(path)
    assert "</p>" in document.text
    assert not any(isinstance(block, Table) for block in document.blocks)


@pytest.mark.parametrize("line", ["1. Садовник обязан полить розы;", "# Правила сада", "* Садовник обязан полить розы"])
def test_words_outside_of_tags_are_kept(line: str) -> None:
    page = "<table><tr><td>№</td><td>Срок</td></tr></table>"
    assert page_in(f"{line}\n{page}", marked=False) is None
    assert page_in(f"{page}\n{line}", marked=False) is None
    assert page_in(f'// {line}\nconst name = "{line}";\n{page}', marked=False) == page
