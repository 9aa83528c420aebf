"""The year that a text calls its own is written out, and each letter keeps its place."""

from __future__ import annotations

from datetime import date

import pytest

from extract.document.blocks import passage_of
from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.finders.this_year import name_months, name_this_year
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from extract.values.times.due_points import YearFrame
from extract.values.times.period import parse_period
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("до 25 декабря т.г.", "ru", "2031-12-25"),
        ("25 декабря т.г", "ru", "2031-12-25"),  # the point that ends its line is no part of it
        ("к 1 июля текущего года", "ru", "2031-07-01"),
        ("IV квартал с.г.", "ru", "2031-Q4"),
        ("ағымдағы жылғы 25 желтоқсанға дейін", "kk", "2031-12-25"),
        ("до 25 декабря 2030 года", "ru", "2030-12-25"),
    ],
)
def test_the_year_is_that_of_the_text(text: str, lang: str, due: str) -> None:
    named = name_this_year(passage_of(text), lang, 2031)
    period = parse_period(named.text, lang)
    assert period is not None
    assert period.due == (due,)
    assert set(named.offsets) <= set(range(len(text)))


def test_a_text_of_no_year_has_no_current_one() -> None:
    assert parse_period(name_this_year(passage_of("до 25 декабря т.г."), "ru", None).text, "ru") is None


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("20 қаңтар", "kk", "2032-01-20"),
        ("ақпан айы", "kk", "2032-02"),
        ("І тоқсан", "kk", "2032-Q1"),
        ("IV квартал", "ru", "2031-Q4"),
        ("до 1 декабря", "ru", "2031-12-01"),
        ("до 13 ноября", "ru", "2032-11-13"),
        ("до конца года", "ru", "2031-12"),
        ("в течение года", "ru", "2031"),
    ],
)
def test_the_day_of_a_paper_gives_the_year_of_what_it_sets(text: str, lang: str, due: str) -> None:
    period = parse_period(text, lang, frame=YearFrame(2031, 2031, since=date(2031, 11, 14)))
    assert period is not None
    assert period.due == (due,)


ORDER = """ПРИКАЗ
от 2 сентября 2031 года № 7
О поливе садов{years}

ПРИКАЗЫВАЮ:

1. Садовнику до {day} составить список деревьев.
2. Садовнику ежегодно до 1 октября составлять план полива.
"""


@pytest.mark.parametrize(
    ("years", "day", "due"),
    [
        ("", "10 сентября", "2031-09-10"),
        ("", "15 января", "2032-01-15"),
        (" в 2031-2033 годах", "10 сентября", "--09-10"),
    ],
)
def test_an_order_gives_its_points_their_year(years: str, day: str, due: str) -> None:
    text = ORDER.format(years=years, day=day)
    source, _ = recognise("order", text, Registry.load())
    document = READERS[source.reader]("order", text, "ru")
    found, _ = find_provisions(source, read_prose(document), Registry.load(), {})
    assert [one.due for one in found] == [(due,), ("--10-01",)]


@pytest.mark.parametrize(
    ("text", "lang", "named"),
    [
        ("до 15.09", "ru", "до 15 сентября"),
        ("10.09-20.09", "ru", "10 сентября-20 сентября"),
        ("согласно пункту 2.10 Плана", "ru", None),
        ("по пунктам 2.10, 3.12", "ru", None),
        ("п. 3.12", "ru", None),
        ("раздел 2.10", "ru", None),
        ("2.10-тармаққа сәйкес", "kk", None),
        ("3.12-бөлім", "kk", None),
        ("с 9.00 до 10.12", "ru", None),
        ("31.02", "ru", None),
        ("до 10.12 ч.", "ru", None),
        ("15.09-ға дейін", "kk", "15 қыркүйек дейін"),
    ],
)
def test_days_whose_month_is_a_number(text: str, lang: str, named: str | None) -> None:
    assert name_months(passage_of(text), lang).text == (named or text)
