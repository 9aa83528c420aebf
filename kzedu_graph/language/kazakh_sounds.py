"""How Kazakh sounds: vowel harmony, the consonants an ending may follow, syllables; what endings are cut by."""

from __future__ import annotations

from kzedu_graph.language.kazakh_words import words_in

BACK = frozenset("аоұыяё")
FRONT = frozenset("әеөүіэь")
NEUTRAL = frozenset("иую")
VOWELS = BACK | FRONT - {"ь"}
SYLLABIC = VOWELS | NEUTRAL

GLIDES = "уию"
LIQUIDS = "рй"
NASALS = "мнң"
BUZZING = "зж"
VOICELESS = "кқпстфхцчшщһбвгд"
"""Loan words that end in б, в, г, д are spoken, and inflected, as if they ended in п, ф, к, т."""

FINAL_CLUSTERS = words_in(
    """
    рт нт лт йт ст кт пт фт хт рк нк лк ск рг нг нд рд лд зд рм рн рс нс лс кс пс йс мс рп лп мп рб рв рф рх рц нц
    тр др гр бр кр вр пр тл кл бл зм см тм фм рз нз рч нч тч йн йл дж сс тт лл нн пп мм кк фф
    """
)
"""How a stem may end in two consonants (native "шарт", "ұлт", borrowed "центр", "фонд"); "қарж", "негізг" cannot."""

INVARIABLE = frozenset({"мен", "бен", "пен", "м", "н", "ң"})


def pair(back: str) -> tuple[str, str]:
    """The back and the front form of an ending written in its back form ("лар" -> "лар", "лер")."""
    return back, back.translate(str.maketrans("аығқ", "еігк"))


def harmonies(stem: str) -> str:
    """Which endings a stem takes: "back", "front" or, where its last vowel is и, у or ю, "both"."""
    for letter in reversed(stem):
        if letter in BACK:
            return "both" if stem.endswith(SOFT_FINALS) else "back"
        if letter in FRONT:
            return "both" if stem.endswith(HARD_FINALS) else "front"
        if letter in NEUTRAL:
            return "both"
    return "both"


SOFT_FINALS = ("г", "к", "дж", "льм", "нкт", "акті", "ст")
"""Borrowed stems take front endings in spite of their vowel: "банк" + "тің", "педагог" + "тер"."""

HARD_FINALS = ("ев",)
"""Surnames take back endings: "Назарбаев" + "тың"."""


def agrees(stem: str, form: str) -> bool:
    """Whether an ending's vowel is in harmony with the stem."""
    if form in INVARIABLE:
        return True
    harmony = harmonies(stem)
    return harmony == "both" or (harmony == "back") == ("а" in form or "ы" in form)


def follows(base: str, after: str) -> bool:
    """Whether an ending that wants one of the letters `after` (V: a full vowel) may stand behind `base`."""
    last = base.removesuffix("ь")[-1:]
    return last in after or (last in VOWELS and "V" in after)


VOICING_VOWELS = frozenset("еіөүәи")
"""Before these a stem's "к" turns to "г" ("министрлігі"); a "г" behind "о" or "а" is the root's own ("педагогі")."""


def count_syllables(stem: str) -> int:
    """How many vowels a stem has: Kazakh has one in each syllable."""
    return len([letter for letter in stem if letter in SYLLABIC])
