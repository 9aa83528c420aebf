"""Papers as offices lay them out: justified prose, items that hang behind their markers, letterheads in columns."""

from __future__ import annotations

import pytest

from extract.inputs.pdf.aligned_tables import part_tables
from extract.inputs.pdf.columns import columns_of
from extract.inputs.pdf.lines import Line, Word, lines_of
from extract.inputs.pdf.paragraphs import paragraphs_of
from extract.inputs.pdf.tables import PageTable

LETTER = 5.0
"""Points that a letter takes on the pages drawn here."""
RIGHT = 300.0


def words_at(x: float, y: float, text: str, white: float = LETTER, size: float = 10.0) -> list[Word]:
    found = []
    for word in text.split(" "):
        found.append(Word(word, x, x + LETTER * len(word), y, y + size, size=size))
        x += LETTER * len(word) + white
    return found


def stretched(x: float, y: float, text: str) -> list[Word]:
    """A justified line from a left edge to the right one."""
    words = text.split(" ")
    white = (RIGHT - x - LETTER * sum(map(len, words))) / (len(words) - 1)
    return words_at(x, y, text, white)


def paragraphs(words: list[Word]) -> list[str]:
    lines = [line for part in part_tables(words, 0, RIGHT) for line in _lines(part)]
    return [p.text for p in paragraphs_of(lines, 2.0, {"library"}.__contains__)]


def _lines(part: list[Word] | PageTable) -> list[Line]:
    assert not isinstance(part, PageTable), "prose was taken for a table"
    return lines_of(part, 0, 0, RIGHT)


@pytest.mark.parametrize("marker", ["1.", "2.1.", "а)", "–", "•"])
def test_a_justified_item_hangs_behind_its_marker(marker: str) -> None:
    first = [*words_at(20, 0, marker), *stretched(45, 0, "Садовнику полить каждый куст и")]
    words = [*first, *stretched(45, 12, "каждое дерево сада до самого"), *words_at(45, 24, "вечера.")]
    words += [*words_at(20, 36, marker), *words_at(45, 36, "Сдать отчёт.")]
    assert paragraphs(words) == [
        f"{marker} Садовнику полить каждый куст и каждое дерево сада до самого вечера.",
        f"{marker} Сдать отчёт.",
    ]


def test_a_block_that_is_set_in_is_one_paragraph() -> None:
    words = [*stretched(100, 0, "Директорам садов и парков"), *stretched(100, 12, "города Липы и его окрестностей")]
    assert paragraphs(words) == ["Директорам садов и парков города Липы и его окрестностей"]


def test_a_paragraph_behind_an_item_that_ends_is_its_own() -> None:
    item = [*words_at(20, 0, "–"), *stretched(45, 0, "полить каждое дерево в саду.")]
    assert paragraphs([*item, *words_at(41, 12, "Отчёт сдаёт садовник.")]) == [
        "– полить каждое дерево в саду.",
        "Отчёт сдаёт садовник.",
    ]


def test_rows_of_unequal_white_stay_a_table() -> None:
    rows = [("1", "Полив", "садовник", "май"), ("2", "Обрезка", "сторож", "июнь"), ("3", "Посадка", "садовник", "июль")]
    words = [
        word
        for n, row in enumerate(rows)
        for x, text in zip((0, 40, 140, 240), row, strict=True)
        for word in words_at(x, 12 * n, text)
    ]
    parts = list(part_tables(words, 0, 260))
    assert isinstance(parts[0], PageTable)
    assert len(parts) == 1


def test_what_stands_aside_at_the_right_is_no_part_of_the_text_below() -> None:
    assert paragraphs([*words_at(200, 0, "Приложение 1 к приказу"[:20]), *stretched(0, 12, "Сад открыт для всех жителей города Липы")])[
        1
    ].startswith("Сад открыт")  # fmt: skip


def test_a_raised_figure_is_the_mark_of_a_note() -> None:
    words = [*words_at(0, 0, "Комитет"), Word("1", 35, 38, 0, 6, size=6), *words_at(45, 0, "(далее – РК)")]
    assert paragraphs(words) == ["Комитет (далее – РК)"]


def test_a_figure_behind_a_unit_stays() -> None:
    words = [*words_at(0, 0, "12 м"), Word("2", 20, 23, 0, 6, size=6)]
    assert paragraphs(words) == ["12 м2"]


def test_names_of_a_sender_in_two_columns_of_short_lines() -> None:
    left, right = (
        ("Липа қаласының", "бақтар бөлімі", "№ 7 мектебі", "мекемесі"),
        ("Средняя школа № 7", "отдела садов", "города Липы", "области"),
    )
    words = [word for n, text in enumerate(left) for word in words_at(20, 12 * n, text)]
    words += [word for n, text in enumerate(right) for word in words_at(200, 12 * n, text)]
    read = [
        " ".join(word.text for word in sorted(column, key=lambda w: (w.top, w.x0)))
        for column in columns_of(words, 0, RIGHT)
    ]
    assert read == [" ".join(left), " ".join(right)]


def test_lines_to_sign_on_are_no_column() -> None:
    rows = ("Садов А.Б.", "Липова В.Г.", "Розов Д.Е.", "Ирисов Ж.З.")
    words = [word for n, text in enumerate(rows) for word in words_at(20, 12 * n, text)]
    words += [word for n in range(4) for word in words_at(180, 12 * n, "________ ____")]
    assert len(list(columns_of(words, 0, RIGHT))) == 1


def test_a_word_is_not_torn_before_a_kazakh_letter() -> None:
    lines = [*stretched(0, 0, "бағбан бақты суарып әрі оны"), *words_at(0, 12, "мұғалімге тапсырады.")]
    assert paragraphs(lines) == ["бағбан бақты суарып әрі оны мұғалімге тапсырады."]


def test_a_title_over_two_lines_in_the_middle_is_one() -> None:
    words = [*words_at(125, 0, "ПОЛОЖЕНИЕ"), *words_at(82, 12, "О САДЕ И ПРУДАХ ГОРОДА ЛИПЫ")]
    assert paragraphs(words) == ["ПОЛОЖЕНИЕ О САДЕ И ПРУДАХ ГОРОДА ЛИПЫ"]
