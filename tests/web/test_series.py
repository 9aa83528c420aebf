"""Which lines of a table of targets are one series of a picture, and how each stands."""

from __future__ import annotations

from typing import Any

import pytest

from web.display.charts import trajectories
from web.views.questions import Value
from web.views.read_model import Edition
from web.views.series import codes_of_series, drawn_lines, parts_of_series, read_breakdowns

CODES = {"чтение": "code:reading", "оқылым": "code:reading", "4-сынып": "code:grade-4"}


def edition(date: str, lang: str) -> Edition:
    return Edition(f"urn:{date}/{lang}", "X", lang, date, "", None, "X", None)


def line(date: str, lang: str, series: str, values: dict[str, str], status: str = "plan") -> dict[str, Any]:
    cells = {year: [{"value": value}] for year, value in values.items()}
    return {"edition": edition(date, lang), "series": series, "status": status, "cells": cells}


def table(*lines: dict[str, Any]) -> dict[str, Any]:
    return {"years": ["2031", "2032", "2033"], "lines": list(lines)}


def told(*lines: dict[str, Any]) -> list[tuple[list[int], int, str]]:
    return [(each.rows, each.series, each.manner) for each in drawn_lines(table(*lines), CODES)]


def test_the_same_breakdown_in_two_languages_is_one_line() -> None:
    kk = line("2033-01-01", "kk", "PISA · оқылым", {"2031": "10", "2032": "20"})
    ru = line("2033-01-01", "ru", "PISA · чтение", {"2031": "10", "2032": "20"})
    assert told(kk, ru) == [([0, 1], 0, "newest")]


def test_breakdowns_without_a_code_meet_only_themselves() -> None:
    kk = line("2033-01-01", "kk", "қыста", {"2031": "10"})
    ru = line("2033-01-01", "ru", "зимой", {"2031": "10"})
    assert told(kk, ru) == [([0], 0, "newest"), ([1], 1, "newest")]


def test_an_earlier_edition_that_says_otherwise_is_the_older_line_of_the_series() -> None:
    newest = line("2033-01-01", "ru", "чтение", {"2031": "10", "2032": "25"})
    older = line("2031-01-01", "kk", "оқылым", {"2031": "10", "2032": "20"})
    assert told(newest, older) == [([0], 0, "newest"), ([1], 0, "older")]


def test_texts_of_one_day_that_differ_are_no_older_ones() -> None:
    ru = line("2033-01-01", "ru", "", {"2031": "10"})
    kk = line("2033-01-01", "kk", "", {"2031": "12"})
    assert [manner for _, _, manner in told(ru, kk)] == ["newest", "other"]


def test_texts_that_agree_complete_each_other() -> None:
    newest = line("2033-01-01", "ru", "", {"2032": "20", "2033": "30"})
    older = line("2031-01-01", "ru", "", {"2031": "10", "2032": "20"})
    (drawn,) = drawn_lines(table(newest, older), CODES)
    assert drawn.values == {2031: 10, 2032: 20, 2033: 30}


def test_what_was_reached_is_a_line_of_its_own() -> None:
    plan = line("2033-01-01", "ru", "", {"2031": "10"})
    reached = line("2033-01-01", "ru", "", {"2031": "9"}, "actual")
    assert [manner for _, _, manner in told(plan, reached)] == ["newest", "actual"]


def test_a_line_without_numbers_is_not_drawn() -> None:
    assert told(line("2033-01-01", "ru", "", {"2031": "больше"})) == []


def test_parts_of_a_series_are_known_one_by_one() -> None:
    assert parts_of_series("TIMSS · оқылым, 4-сынып", CODES) == ["TIMSS", "оқылым", "4-сынып"]
    assert codes_of_series("Чтение", CODES) == ("code:reading",)
    assert codes_of_series("", CODES) == ()


def test_codes_are_found_by_folded_words() -> None:
    row = {"code": Value("code:x"), "words": Value("В  городе.")}
    assert read_breakdowns([row]) == {"в городе": "code:x"}


@pytest.mark.parametrize(("changed", "marks"), [([("чтение", 2032)], ["2032: 25"]), ([(None, 2032)], []), ([], [])])
def test_what_an_act_moved_is_marked_on_the_newest_line(
    changed: list[tuple[str | None, int]], marks: list[str]
) -> None:
    newest = line("2033-01-01", "kk", "оқылым", {"2031": "10", "2032": "25"})
    older = line("2031-01-01", "ru", "чтение", {"2031": "10", "2032": "20"})
    chart = trajectories(table(newest, older), CODES, changed)
    assert chart
    assert [point.words for point in chart.changed] == marks
    assert len({each.colour for each in chart.lines}) == 1
