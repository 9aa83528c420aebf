"""Kazakh norms told by other words than of a doing, and what is told of other countries or comes of something."""

from __future__ import annotations

import pytest
from read_duties import read_duties


@pytest.mark.parametrize(
    ("text", "bearer", "deed"),
    [
        ("Тәлімгер: бағбандардың тәртібін нығайтады;", "Тәлімгер", "бағбандардың тәртібін нығайтады"),
        ("Бағбан келушілермен сыпайы қарым-қатынаста болады.", "Бағбан", "келушілермен сыпайы қарым-қатынаста болады"),
        ("Қайшылар жабық күйінде болады.", None, "Қайшылар жабық күйінде болады"),
        ("Кеңес шешімін орындау тоқтатыла тұрады.", None, "Кеңес шешімін орындау тоқтатыла тұрады"),
        ("Егу форматы бағбан өтініші негізінде айқындалады.", None, "Егу форматы бағбан өтініші негізінде айқындалады"),
        ("Хатшыға есеп ұсынылады, ол қол қояды.", None, "Хатшыға есеп ұсынылады"),
    ],
)
def test_a_norm_is_told_by_how_somebody_or_something_is(text: str, bearer: str | None, deed: str) -> None:
    assert (bearer, deed) in [told[:2] for told in read_duties("kk", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Жоба: бақтың сапасын арттырады;",
        "Бұл тәртіпті нығайтады.",
        "Қағидаларды бұзу жауапкершілікке әкеп соғады.",
        "Баға заңнама негізінде айқындалады.",
        "Дамыған елдерде бағбандар журнал жүргізеді.",
        "Әлемдік тәжірибеде бақ түнде суарылады.",
    ],
)
def test_what_comes_of_something_or_is_done_abroad_is_none(text: str) -> None:
    assert read_duties("kk", text) == []


def test_a_pronoun_takes_up_on_whom_something_is_laid() -> None:
    told = read_duties("kk", "Бақты күту бөлімге жүктеледі, олар тәжірибені зерделейді.")
    assert [deed for _, deed, _ in told] == ["Бақты күту", "тәжірибені зерделейді"]
    staged = read_duties("kk", "Бақты күту бөлімге жүктеледі, ол екі кезеңнен тұрады.")
    assert len(staged) == 1


def test_what_is_done_abroad_is_none_in_russian_either() -> None:
    assert read_duties("ru", "В развитых странах мастера ведут журнал полива.") == []
    assert len(read_duties("ru", "В странах пребывания мастера ведут журнал полива.")) == 1
