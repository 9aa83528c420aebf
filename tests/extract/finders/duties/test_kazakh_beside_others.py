"""Whom a Kazakh sentence binds where others stand beside him, and what is somebody's right; all text is invented."""

from __future__ import annotations

from functools import partial

import pytest
from read_acts import duties_of
from read_duties import read_duties

read = partial(read_duties, "kk")

BOUND = [
    # On whom something may be laid, behind the ground; who may be given a right.
    ("Көшеттерді есепке алу кейбір жағдайларда басшының шешімі бойынша Қоймаға жүктелуі мүмкін.", "Қоймаға"),
    ("Комитетке ережеде белгіленген жағдайларда мүлікке билік ету құқығы берілуі мүмкін.", "Комитетке"),
    # Whose proposals they are, who hands something in, who has set something: none of them does it.
    (
        "Тізбені кеңестер мен бірлестіктер (бақ одақтары) төрағаларының ұсынысы бойынша он күн бұрын Кеңсе жасайды.",
        "Кеңсе",
    ),
    ("Шешімді бақ басшысы не қойма бастығы ұсынатын анықтаманың негізінде бақ төрағасы қабылдайды.", "бақ төрағасы"),
    ("Кеңсе тізім жасайды және оны алмастырушы адаммен келіскеннен кейін мұрағатқа жолдайды.", "Кеңсе"),
    ("Кеңсе тізім жасайды және оны бақ басшысы бекіткен кестеге сәйкес мұрағатқа жолдайды.", "Кеңсе"),
    # Who stands in for somebody belongs to his list, however much is told of him.
    (
        "Жобаға құжатты енгізуші мемлекеттік органның басшысы не оны алмастыратын адам виза қояды.",
        "құжатты енгізуші мемлекеттік органның басшысы не оны алмастыратын адам",
    ),
    # A right that is told of somebody is not the one he has; what is his own does not own it.
    ("Комитеттің өзіне берілген мүлікті сатуға құқығы жоқ.", "Комитеттің"),
    ("Осындай құқық берілген адамдардың қатысуға құқығы бар.", "Осындай құқық берілген адамдардың"),
    # With whom something is agreed on does not do it; what is done to somebody is not told him.
    ("Тізбе бақ басшысымен келісіледі.", None),
    ("Адамға және топыраққа химиялық әсер ету қаупі бар көшеттерді сатуға рұқсат етілмейді.", None),
    # By whose votes something is decided.
    ("Шешім кеңес мүшелерінің даусымен қабылданады.", "кеңес мүшелерінің"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bearer"), BOUND)
def test_who_is_bound_beside_others(text: str, bearer: str | None) -> None:
    assert read(text)[-1][0] == bearer


THINGS = [
    (
        "Басшы бақ иесін жарғымен, қабылдау тәртібін айтатын құжаттармен таныстырады.",
        "бақ иесін",
    ),
    (
        "Мәселені шешу туралы шешімді қойма бастығы ұсынатын анықтаманың негізінде бақ төрағасы қабылдайды.",
        "Мәселені шешу туралы шешімді",
    ),
    ("Бақ басшысы сотта бақтың мүдделерін білдіреді.", "бақтың мүдделерін"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "thing"), THINGS)
def test_what_is_done_to_whom_others_stand_before(text: str, thing: str) -> None:
    assert read(text)[-1][2] == thing


RULES = """# Бақ ұйымдарының қағидалары

1. Егу кезінде мынадай талаптар орындалуға тиіс:

1) көшеттер қоршаған ортаға зиянды әсер етпеуі тиіс;

2) сынақтан өтпеген көшеттерді сатуға рұқсат етілмейді.

2. Бақ басшысы:

1) жұмысқа қабылдау құқығын пайдаланады;

2) мемлекеттік органдарда Комитетті білдіреді.

3. Бақты қаржыландыру аудан бюджетінен жүзеге асырылады. Көшет сатуды шектеу бақ мүшелеріне қатысты қолданылмайды.
"""


def test_items_with_words_of_their_own_are_read_once_and_what_binds_nobody_is_not_read() -> None:
    assert duties_of(RULES) == [
        ("prohibition", None, "көшеттер қоршаған ортаға зиянды әсер етпеуі"),
        ("prohibition", None, "сынақтан өтпеген көшеттерді сатуға рұқсат етілмейді"),
        ("permission", "Бақ басшысы", "жұмысқа қабылдау құқығын пайдаланады"),
        ("requirement", "Бақ басшысы", "мемлекеттік органдарда Комитетті білдіреді"),
    ]
