"""Which places list one indicator: words and values decide, numbers never."""

from __future__ import annotations

from kzedu_graph.comparison.listings import listings_of
from kzedu_graph.model.records import Indicator, Span, Target

SHARE = "Кітапханасы бар ауылдардың үлесі"
COUNT = "Ашылған оқу залдарының саны"


def listed(place: str, number: str, name: str, *values: float, kind: str = "target") -> Indicator:
    targets = tuple(Target(2031 + at, value) for at, value in enumerate(values))
    return Indicator("x", "S3100000001", place, kind, number, name, targets, (Span(0, 1),))


def test_words_and_values_that_agree_are_one_indicator_whatever_the_number() -> None:
    plan, section = listed("plan", "28", SHARE, 10, 20), listed("section", "29", SHARE, 10, 20)
    assert listings_of([section, plan]) == ((plan, section),)


def test_one_number_alone_joins_nothing() -> None:
    plan, section = listed("plan", "1", SHARE, 10, 20), listed("section", "1", COUNT, 3, 4)
    assert listings_of([plan, section]) == ((plan,), (section,))


def test_equal_values_alone_join_nothing() -> None:
    plan, section = listed("plan", "1", SHARE, 100, 100), listed("section", "2", COUNT, 100, 100)
    assert listings_of([plan, section]) == ((plan,), (section,))


def test_the_same_words_are_one_indicator_though_the_values_differ() -> None:
    plan, section = listed("plan", "1", SHARE, 10, 20), listed("section", "1", SHARE, 30, 40)
    assert listings_of([plan, section]) == ((plan, section),)


def test_two_items_of_one_list_are_two_indicators() -> None:
    one, two = listed("plan", "1", SHARE, 10), listed("plan", "2", SHARE, 10)
    assert listings_of([one, two]) == ((one,), (two,))


def test_a_target_and_a_result_of_one_name_are_two() -> None:
    one, two = listed("plan", "1", SHARE, 10), listed("section", "1", SHARE, 10, kind="result")
    assert listings_of([one, two]) == ((one,), (two,))
