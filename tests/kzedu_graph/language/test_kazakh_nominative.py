"""Kazakh names in the nominative, by the sound of their last word, its owner's ending and what their place asks for."""

from __future__ import annotations

import pytest

from kzedu_graph.language.kazakh_nominative import kazakh_nominative

IN_A_CASE = [
    ("бағбанның", "бағбан"),
    ("мұғалімнің", "мұғалім"),
    ("мекеменің", "мекеме"),
    ("кеңестің", "кеңес"),
    ("аудандардың", "аудандар"),
    ("банктің", "банк"),
    ("бақ кеңесі хатшысының", "бақ кеңесі хатшысы"),
    ("мектеп директорына", "мектеп директоры"),
    ("аппарат басшысына", "аппарат басшысы"),
    ("бақ әкіміне", "бақ әкімі"),
    ("органдарына", "органдары"),
    ("жүргізушіге", "жүргізуші"),
    ("комитетке", "комитет"),
    ("мектепке", "мектеп"),
    ("тұлғаға", "тұлға"),
    ("отбасына", "отбасы"),
    ("қызметшісімен", "қызметшісі"),
    ("мұрағатшыда", "мұрағатшы"),
    ("бастығынан", "бастығы"),
    ("ЖАО-ға", "ЖАО"),
    ("«Бақ» АҚ-ның", "«Бақ» АҚ"),
    ("вице-министр Г. Розовке", "вице-министр Г. Розов"),
    ("басқарма басшысы Г. Розоваға", "басқарма басшысы Г. Розова"),
    ("басқарма басшысына және бағбанға", "басқарма басшысы және бағбан"),
    ("Г. Розовке және бақ комиссиясына", "Г. Розов және бақ комиссиясы"),
]
AS_THEY_STAND = [
    "бағбан",
    "алқа",
    "маман",
    "бақ кеңесі",
    "өзіме",
    "ЖАО",
    "мектеп директоры",
    "тұлға",
    "",
    "«Бақ»",
    "№ 5",
]


@pytest.mark.parametrize(("said", "name"), IN_A_CASE)
def test_the_last_word_loses_its_case(said: str, name: str) -> None:
    assert kazakh_nominative(said, oblique=True) == name


@pytest.mark.parametrize("said", AS_THEY_STAND)
@pytest.mark.parametrize("oblique", [True, False])
def test_what_has_no_ending_of_a_case_stays(said: str, oblique: bool) -> None:
    assert kazakh_nominative(said, oblique=oblique) == said


def test_a_place_that_asks_for_no_case_cuts_a_genitive_alone() -> None:
    assert kazakh_nominative("бақ кеңесінің", oblique=False) == "бақ кеңесі"
    assert kazakh_nominative("бақ кеңесіне", oblique=False) == "бақ кеңесіне"
