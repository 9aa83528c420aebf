"""Letters of Kazakh and Russian texts: look-alikes of the other script, and what is written as an abbreviation."""

from __future__ import annotations

import re

CYRILLIC_UPPER = "А-ЯЁӘҒҚҢӨҰҮҺІ"
UPPER = f"A-Z{CYRILLIC_UPPER}"
LOWER = "a-zа-яёәғқңөұүһі"
KAZAKH_ONLY = "ӘәҒғҚқҢңӨөҰұҮүҺһ"
"""Letters that Russian has not and that a text has in either language's look-alikes no other way."""
BULLETS = "✓✔☑☐□➢►●■◦❖"
"""Pictures that open the items of a list, beside dashes and dots."""
UNSEEN = "\u00ad\u2060\u200c\u200d"
"""Signs inside words that a page does not show: where a word may be broken, or must not be."""

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""A word; hyphenated parts stay together."""

LATIN_TO_CYRILLIC = str.maketrans("aceopxyihəkABCEHIKMOPTXYƏƟ", "асеорхуіһәкАВСЕНІКМОРТХУӘӨ")
CYRILLIC_TO_LATIN = str.maketrans("асеорхуіһәАВСЕНІКМОРТХУӘ", "aceopxyihəABCEHIKMOPTXYƏ")
HAS_LATIN = re.compile(r"[a-zəA-ZƏƟ]")
HAS_CYRILLIC = re.compile(r"[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ]")
LOST_YO = re.compile(r"(?<=[а-я])Ұ(?![А-ЯЁӘҒҚҢӨҰҮҺІ])")
"""A converter's slip: the capital "Ұ" inside a Russian word stands for "ё" ("отчҰт")."""

FROM_OLD_FONTS = str.maketrans("ЌќЃѓЊњЅѕЉљЇїЎўЋћЄє", "ҚқҒғҢңҢңӨөҮүҰұҺһӘә")
"""Letters that texts typed in old Kazakh fonts come with, where a font of today has other signs ("Ќазаќстан")."""
OF_OLD_FONTS = re.compile("[ЌќЃѓЊњЅѕЉљЇїЎўЋћЄє]")
MAY_BE_FOLDED = re.compile("[ЌќЃѓЊњЅѕЉљЇїЎўЋћЄєa-zəA-ZƏƟҰ]")
"""A letter without which `fold_homoglyphs` leaves a word as it is."""

LONGEST_ABBREVIATION = 8


def fold_homoglyphs(word: str) -> str:
    """The word in one script: Latin look-alikes inside a Cyrillic word undone, and the reverse ("мiндет", "Сite").

    The length stays; a part in one script, or in two that no reading reconciles, is left as it is.
    """
    if not MAY_BE_FOLDED.search(word):
        return word
    if "Ұ" in word:
        word = LOST_YO.sub("ё", word)
    if OF_OLD_FONTS.search(word):
        word = word.translate(FROM_OLD_FONTS)
    if not HAS_LATIN.search(word) or not HAS_CYRILLIC.search(word):
        return word
    return "-".join(fold_part(part) for part in word.split("-"))


def fold_part(part: str) -> str:
    """`fold_homoglyphs` for a word without a hyphen."""
    if HAS_LATIN.search(part) and HAS_CYRILLIC.search(part):
        for table, rest in ((LATIN_TO_CYRILLIC, HAS_LATIN), (CYRILLIC_TO_LATIN, HAS_CYRILLIC)):
            folded = part.translate(table)
            if not rest.search(folded):
                return folded
    return part


def skeleton(abbreviation: str) -> str:
    """An abbreviation with every Latin look-alike read as Cyrillic, so that both ways to type "ІТ" are one."""
    folded = abbreviation.translate(LATIN_TO_CYRILLIC)
    return abbreviation if HAS_LATIN.search(folded) else folded


def is_abbreviation(word: str) -> bool:
    """Whether a word is written as an abbreviation: "БҒМ", "ТжКБ", "АСПиР"; not "Оқу" or a heading's capitals."""
    letters = word.replace("-", "")
    if letters[1:].islower():
        return False
    return 1 < len(letters) <= LONGEST_ABBREVIATION and any(letter.isupper() for letter in letters[1:])
