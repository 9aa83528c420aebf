"""Deadlines in a sentence of prose, and dates that are none."""

from __future__ import annotations

import pytest

from extract.finders.duties.times.deadlines import find_deadlines


@pytest.mark.parametrize(
    ("lang", "text", "words", "due"),
    [
        ("ru", "обновить планы до 1 октября 2031 года", "до 1 октября 2031 года", ("2031-10-01",)),
        ("ru", "начать с сентября 2031 года", "с сентября 2031 года", ("2031-09",)),
        ("ru", "сдать в срок до 5 мая т.г.", "в срок до 5 мая т.г.", ("2031-05-05",)),
        ("ru", "провести в ноябре текущего года турнир", "в ноябре текущего года", ("2031-11",)),
        ("ru", "охватить школы (2031 г. – 55 %, 2032 г. – 70 %)", "2031 г. – 55 %, 2032 г. – 70 %", ("2031", "2032")),
        ("kk", "2031 жылдың соңына дейін өтеді", "2031 жылдың соңына дейін", ("2031-12",)),
        ("kk", "2032 жылға қарай салынады", "2032 жылға қарай", ("2032",)),
        ("kk", "бірінші кезең: 2031–2032 жылдар", "2031–2032 жылдар", ("2031/2032",)),
        ("kk", "слет 2031, 2033 және 2035 жылдары өтеді", "2031, 2033 және 2035 жылдары", ("2031", "2033", "2035")),
    ],
)
def test_a_deadline(lang: str, text: str, words: str, due: tuple[str, ...]) -> None:
    found = find_deadlines(text, lang, 2031)
    assert [(d.text, d.due) for d in found] == [(words, due)]
    assert text[found[0].start : found[0].end] == words


def test_every_deadline_of_a_sentence_is_read() -> None:
    text = "2031 жылдың соңына дейін 75 орын, 2034 жылға қарай 90 орын ашу қажет"
    assert [d.due for d in find_deadlines(text, "kk", 2031)] == [("2031-12",), ("2034",)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "согласно приказу от 3 августа 2022 года № 348"),
        ("ru", "по программам на 2031-2032 учебный год"),
        ("ru", "охватить 300 школ"),
        ("kk", "2022 жылғы 3 тамыздағы № 348 бұйрыққа сәйкес"),
        ("kk", "2029 жылы жастар үйінде ашылған үйірмелер жалғасады"),
        ("kk", "облыстың 2035 жылға дейінгі даму жоспарында көзделген"),
    ],
)
def test_what_is_no_deadline(lang: str, text: str) -> None:
    assert find_deadlines(text, lang, 2031) == []


@pytest.mark.parametrize(
    ("text", "due", "recurrence"),
    [
        ("Школы сдают отчет в январе и июле.", ("--01", "--07"), "semiannual"),
        ("Осмотр проводится в июне и в декабре.", ("--06", "--12"), "semiannual"),
        ("Представлять сведения к 10 января и 10 июля.", ("--01-10", "--07-10"), "semiannual"),
        ("Дважды в год, в мае и ноябре, проводится осмотр.", ("--05", "--11"), "semiannual"),
        ("Осмотр проводится по полугодиям.", (), "semiannual"),
        ("Осмотр проводится каждые шесть месяцев.", (), "semiannual"),
        # Years, spans and other months are no half-years.
        ("Полив проверяется в апреле и октябре 2031 года.", ("2031-04", "2031-10"), None),
        ("Полив проверяется в апреле-октябре.", (), None),
        ("Полив проверяется в мае и июле.", (), None),
    ],
)
def test_terms_of_half_years(text: str, due: tuple[str, ...], recurrence: str | None) -> None:
    assert [(one.due, one.recurrence) for one in find_deadlines(text, "ru", None)] == [(due, recurrence)]
