"""Addresses of the official register."""

from __future__ import annotations

from datetime import date

import pytest

from kzedu_graph.corpus.addresses import in_other_language, is_register_number, register_addresses


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
    ("name", "is_one"), [("P2300000249", True), ("V2200029031", True), ("plan.docx", False), ("my-plan", False)]
)
def test_numbers_of_the_register(name: str, is_one: bool) -> None:
    assert is_register_number(name) == is_one
