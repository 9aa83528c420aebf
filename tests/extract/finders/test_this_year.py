"""The year that a text calls its own is written out, and each letter keeps its place."""

from __future__ import annotations

import pytest

from extract.document.blocks import passage_of
from extract.finders.this_year import name_this_year
from extract.values.period import parse_period


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("до 25 декабря т.г.", "ru", "2031-12-25"),
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
