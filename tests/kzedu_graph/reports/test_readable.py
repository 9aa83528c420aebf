"""Reports for people say days and places in words; what a text says stays as it stands."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from kzedu_graph.reports.as_docx import write_docx
from kzedu_graph.reports.readable import day_in_words, readable
from kzedu_graph.reports.sections import Report, Section

KAZAKH = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
]


@pytest.mark.parametrize(
    ("day", "lang", "words"),
    [
        ("2031-06-03", "kk", "2031 жылғы 3 маусым"),
        ("2031-06-03", "ru", "3 июня 2031"),
        ("2031-12-31", "en", "31 December 2031"),
        ("2031-13-31", "en", "2031-13-31"),
        *((f"2031-{month:02}-02", "kk", f"2031 жылғы 2 {name}") for month, name in enumerate(KAZAKH, 1)),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(day: str, lang: str, words: str) -> None:
    assert day_in_words(day, lang) == words


def test_days_and_places_are_words_and_quotes_are_left_alone() -> None:
    row = (
        "2031-06-03, 2032-06-03",
        "«к 2031-06-03»",
        "P3100009001/2031-02-14/kk, 512",
        "Указ (document/U1): с 2031-06-03",
    )
    section = Section("duties", "", ("", "", "", ""), (row,), frozenset({1}))
    made = readable(Report("ru", "Досье", "Лига чтецов (agency/league)", "", (section,)))
    assert made.about == "Лига чтецов"
    assert made.sections[0].rows == (
        (
            "3 июня 2031, 3 июня 2032",
            "«к 2031-06-03»",
            "P3100009001, 14 февраля 2031, kk, знак 512",
            "Указ: с 3 июня 2031",
        ),
    )


def test_a_column_of_word_is_as_wide_as_it_says_much() -> None:
    section = Section("duties", "", ("№", "Цитата"), (("1", "слова " * 60),), frozenset({1}))
    out = BytesIO()
    write_docx(Report("ru", "Досье", "", "", (section,)), out)
    number, quote = Document(out).tables[0].rows[1].cells
    assert number.width
    assert quote.width
    assert quote.width > 5 * number.width
