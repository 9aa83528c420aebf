"""Two bodies, two objects and one verb: each body has its own duty. Invented sentences."""

from __future__ import annotations

import pytest

from extract.document.blocks import passage_of
from extract.finders.duties.actions import action_of, clause_of
from extract.finders.duties.deeds import object_of
from extract.finders.duties.provisions import decide, party_text
from extract.finders.duties.units import Unit

Said = list[tuple[str | None, str, str | None]]


def said(text: str, lang: str) -> Said:
    """Who, what is to be done, and what it is done to, of each duty of a sentence."""
    passage = passage_of(text)
    unit = Unit(passage, passage, "plan", "")
    words, duties = decide(unit, lang)
    found: Said = []
    for duty in duties:
        clause = clause_of(unit, words, duty, duties, lang)
        who = party_text(text, words, duty.party)
        found.append(
            (who, action_of(unit, words, duty, clause, lang), object_of(unit, words, duty, clause, lang, 2030))
        )
    return found


def test_in_kazakh_the_verb_behind_is_said_of_both() -> None:
    text = "Аспан академиясы телескоптарды, Ғарыш орталығы жас бақылаушыларды даярлауды қамтамасыз етеді."
    assert said(text, "kk") == [
        ("Аспан академиясы", "телескоптарды", "телескоптарды"),
        ("Ғарыш орталығы", "жас бақылаушыларды даярлауды қамтамасыз етеді", "жас бақылаушыларды даярлауды"),
    ]


def test_in_russian_the_verb_before() -> None:
    text = "Академия неба обеспечит телескопы, Центр космоса – подготовку наблюдателей."
    assert [who for who, *_ in said(text, "ru")] == ["Академия неба", "Центр космоса"]


@pytest.mark.parametrize(
    "text",
    [
        "Аспан академиясы телескоптарды, орталықтар құрылысын қамтамасыз етеді.",
        "Аспан академиясы телескоптарды, карталарды және линзаларды қамтамасыз етеді.",
    ],
)
def test_a_list_of_objects_has_one_body(text: str) -> None:
    assert [who for who, *_ in said(text, "kk")] == ["Аспан академиясы"]
