"""Short forms that invented prose introduces in brackets, with the words that they stand for."""

from __future__ import annotations

import pytest

from extract.finders.names.defined_terms import find_introductions
from extract.readers.tabbed import read_tabbed

INTRODUCED = {
    ("ru", "Созданы Школьные советы сада (далее – ШСС; нужен сторож) в районах."): [("ШСС", "Школьные советы сада")],
    ("ru", "По Концепции развития садов от 2 мая 2030 года (далее - Концепция) сажают липы."): [
        ("Концепция", "Концепции развития садов от 2 мая 2030 года")
    ],
    ("ru", "Утвержден План полива лип (далее – План)."): [("План", "План полива лип")],
    ("ru", "Утвержден план полива лип (далее – План)."): [],
    ("ru", "Посажен большой сад (далее – Госзаказ)."): [],
    ("ru", "Есть школьные кружки (далее – новые кружки)."): [],
    ("kk", "Жоба бойынша Бақ өсіруді қолдау қоры (бұдан әрі – Қор) ашылды."): [("Қор", "Бақ өсіруді қолдау қоры")],
    ("kk", "Осы Самал облысында бақ өсірудің 2030 жылға арналған бағдарламасын (бұдан әрі – Бағдарлама) бекіту."): [
        ("Бағдарлама", "Осы Самал облысында бақ өсірудің 2030 жылға арналған бағдарламасын")
    ],
    ("kk", "жаңа қолдау қоры (бұдан әрі – Қор) ашылды"): [],
    ("kk", "Бақ егу науқаны (бұдан әрі – Қор) өтті"): [],
    ("kk", "Дүние бақтары форумының Жалпы бақ индексі (бұдан әрі – ДБФ ЖБИ) бар."): [
        ("ДБФ ЖБИ", "Дүние бақтары форумының Жалпы бақ индексі")
    ],
    ("kk", "бақ және/немесе бақ-техникалық қызметі (бұдан әрі – ББТҚ)"): [
        ("ББТҚ", "бақ және/немесе бақ-техникалық қызметі")
    ],
}


@pytest.mark.parametrize(("lang", "text"), INTRODUCED)
def test_introductions(lang: str, text: str) -> None:
    found = find_introductions(read_tabbed("x", text + "\n", lang), ())
    assert [(entry.abbreviation, entry.full) for entry in found] == INTRODUCED[lang, text]


def test_what_the_key_explains_is_not_introduced_again() -> None:
    document = read_tabbed("x", "Утвержден План полива лип (далее – План).\n", "ru")
    assert find_introductions(document, ["План"]) == ()
