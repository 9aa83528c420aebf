"""Typed tables without strokes between their columns: how wide these are is learned from the rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap

import pytest

from extract.finders.woven.groups import groups_of
from extract.finders.woven.heads import lines_of
from extract.finders.woven.titles import titles_among
from tests.extract.finders.woven.test_tables import HEAD_RU, read, rows

BARRED = "N ! Мероприятия ! Форма ! Ответственные ! Срок\n\nп/п! !завершения ! за исполнение !исполнения\n"
BARE = "N Мероприятия Форма Ответственные Срок\n\nп/п завершения за исполнение исполнения\n"
STROKES = "-" * 76
NEEDED = {"name", "responsible", "deadline"}

ROWS = [
    ("1.1", "Разработать новые правила ухода за садами и скверами города, утвержденные маслихатом.", "Проект решения маслихата", "Управление садов, Департамент финансов", "3 квартал 2031 года"),
    ("1.2", "Провести учет старых деревьев и кустарников, посаженных до 2005 года вдоль берега реки и дорог.", "Отчет акимату", "Комитет лесного хозяйства, Управление садов", "Май 2031 года"),
    ("1.3", "Усилить контроль за целевым расходованием средств на закупку саженцев.", "Информация в акимат", "Департамент финансов, Прокуратура", "Постоянно"),
    ("2.1", "Организовать выставки цветов для школьников и их родителей в городских парках.", "Информация в акимат", "Управление садов, Управление образования", "Ежегодно"),
    ("2.2", "Принять меры по обновлению водопровода, питающего фонтаны и пруды старого парка.", "Информация в акимат", "Управление водного хозяйства", "Октябрь 2032 года"),
    ("2.3", "Осуществить проверку качества саженцев, поставленных питомниками области.", "План проверок", "Комитет лесного хозяйства, Прокуратура", "4 квартал 2032 года"),
    ("2.4", "Обеспечить охрану редких деревьев, растущих на улицах города.", "Информация в акимат", "Департамент полиции", "Постоянно"),
]  # fmt: skip


def typed(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The lines of a row as a conversion leaves them: pieces of all cells, one blank between them."""
    number, *others = cells
    columns = [wrap(cell, width) for cell, width in zip(others, widths, strict=True)]
    lines = [" ".join(piece for piece in pieces if piece) for pieces in zip_longest(*columns, fillvalue="")]
    return "\n\n".join([f"{number}. {lines[0]}", *lines[1:]])


def plan(head: str, given: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """A plan of typed rows, each chapter behind a heading."""
    text = f"{HEAD_RU}{STROKES}\n\n{head}\n{STROKES}\n\n"
    for chapter in ("1", "2"):
        text += f"## {chapter}. Сады\n\n"
        text += "".join(typed(row, widths) + "\n\n" for row in given if row[0].startswith(chapter))
    return text


@pytest.mark.parametrize(
    ("head", "widths"), [(BARRED, (25, 12, 22, 12)), (BARE, (22, 14, 24, 12)), (BARE, (24, 13, 18, 10))], ids=str
)
def test_widths_are_learned_from_the_rows(head: str, widths: tuple[int, ...], tmp_path: Path) -> None:
    """What is read is what was typed; what is not sure is a finding."""
    told = _told(plan(head, ROWS, widths), tmp_path)
    assert told <= set(ROWS)
    assert len(told) > len(ROWS) // 2


def test_nothing_is_read_where_widths_cannot_be_learned(tmp_path: Path) -> None:
    """A wide column of names beside short last lines, and too few rows."""
    assert _told(plan(BARRED, ROWS, (30, 11, 20, 11)), tmp_path) <= set(ROWS)
    found = read(plan(BARRED, ROWS[:4], (25, 12, 22, 12)), tmp_path)
    assert not found.measures
    assert {"table-not-read", "row-not-understood"} & {finding.code for finding in found.findings}


def _told(text: str, folder: Path) -> set[tuple[str, ...]]:
    found = rows(read(text, folder))
    return {(n, name, "; ".join(forms), ", ".join(bodies), due) for n, name, forms, bodies, due in found}


TITLES = [
    ("ru", "N Мероприятие Форма Ответственные Срок испол-\nп/п завершения за исполнение нения", ["N п/п", "Мероприятие", "Форма завершения", "Ответственные за исполнение", "Срок испол- нения"]),
    ("kk", "N Іс-шаралар Аяқтау Жауапты Орындау\nр/с нысаны орындау. мерзімі\nшылар", ["N р/с", "Іс-шаралар", "Аяқтау нысаны", "Жауапты орындау. шылар", "Орындау мерзімі"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "titles"), TITLES, ids=["ru", "kk"])
def test_titles_side_by_side_are_known_apart(lang: str, text: str, titles: list[str]) -> None:
    lines = text.split("\n")
    places = titles_among(lines, 4, 7, NEEDED, lang)
    assert [" ".join(lines[n][start:end] for n, start, end in place) for place in places] == titles


def test_other_words_side_by_side_are_no_titles() -> None:
    assert not titles_among(["N Сады Парки Аллеи Пруды", "п/п города города города"], 4, 7, NEEDED, "ru")


def test_sections_and_numbers_that_touch_the_words(tmp_path: Path) -> None:
    """Roman sections begin the numbers anew or go on from anywhere."""
    body = "I. Сады\n1.Полить сады ! Отчет ! МСХ ! май 2031 года\nII. Аллеи\n4. ! Обновить аллеи ! План ! МЭБП ! 2032 год\n"
    lines = lines_of(body, 0, len(body))
    found = [(group.number, len(group.lines)) for group in groups_of(body, lines, "ru")]
    assert found == [("", 1), ("1", 1), ("", 1), ("4", 1)]
