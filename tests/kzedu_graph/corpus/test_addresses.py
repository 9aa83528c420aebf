"""Addresses of the official register."""

from __future__ import annotations

from datetime import date

import pytest

from kzedu_graph.corpus.addresses import in_other_language, register_addresses
from kzedu_graph.model.register import is_register_number, official_page, plain_number


def test_an_act_has_an_address_in_each_language_and_edition() -> None:
    kazakh, russian = register_addresses("P3100000077")
    assert kazakh.endswith("/kaz/docs/P3100000077")
    assert russian.endswith("/rus/docs/P3100000077")
    assert register_addresses("P3100000077", date(2032, 2, 1))[1].endswith("/rus/archive/docs/P3100000077/01.02.2032")


def test_the_other_language_of_an_address() -> None:
    for addresses in (register_addresses("P3100000077"), register_addresses("P3100000077", date(2032, 2, 1))):
        assert in_other_language(addresses[0]) == addresses[1]
        assert in_other_language(addresses[1]) == addresses[0]
    assert in_other_language("https://example.invalid/rus/docs/P3100000077") is None


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("P2300000249", True), ("V2200029031", True), ("P030001389_", True), ("plan.docx", False), ("my-plan", False)],
)
def test_numbers_of_the_register(name: str, is_one: bool) -> None:
    assert is_register_number(name) == is_one


@pytest.mark.parametrize(
    ("number", "page"),
    [
        ("P0300001389", "P030001389_"),
        ("U1000000958", "U100000958_"),
        ("P9900001216", "P990001216_"),
        ("P1100000167", "P1100000167"),
        ("V2200029031", "V2200029031"),
    ],
)
def test_an_act_of_2010_or_before_has_a_page_whose_name_ends_with_a_stroke(number: str, page: str) -> None:
    assert official_page(number, "kk") == f"https://adilet.zan.kz/kaz/docs/{page}"
    assert register_addresses(number)[1] == f"https://adilet.zan.kz/rus/docs/{page}"
    assert plain_number(page) == number


def test_what_the_register_does_not_number_has_no_page_there() -> None:
    assert official_page("act-2031-05-05-7", "ru") is None
    assert official_page("P2300000249", "en") is None
