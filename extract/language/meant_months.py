"""Months that a cell misspells or cuts short: "декбрь", "сентабрь", "желтоксан", "сент.", "қыр."; and Roman numbers of
quarters typed with letters of the Russian keyboard: "П квартал", "ІІ-Ш кварталы", "ІУ квартал".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from extract.language.numbers import parse_roman
from extract.language.russian import is_known_word
from extract.language.tokens import Token, Tokens
from extract.lexicon.words import words

SHORTEST_CUT = 3
"""Letters of a month's name that is cut short."""
SHORTEST_MISSPELT = 4
"""Letters of a word, and of a month's name, that may differ by one."""
CACHED = 4096
QUARTERS, LONGEST_ROMAN = 4, 3
_TYPED_ROMAN = str.maketrans({"П": "II", "Ш": "III", "У": "V"})
_SHARES = frozenset({"quarter-word", "half-word", "term-word"})
_BESIDE_NUMBERS = frozenset({"dash", "comma", "and", "roman", "number", "ordinal-ending"})
_ONE_SPELLING = str.maketrans("қғңүұөәіэъ", "кгнууоаиеь")
"""Letters that are typed for one another, most of them for want of a Kazakh keyboard."""


def with_numbers_meant(read: Tokens) -> Tokens | None:
    """The tokens, letters before a word for a quarter or a half that stand for a Roman number as that; None where
    there are none.
    """
    tokens = list(read.tokens)
    found = False
    for share in (n for n, token in enumerate(read.tokens) if token.tag in _SHARES):
        for n in range(share - 1, -1, -1):
            text = tokens[n].text
            number = _roman_meant(text)
            if number is None and tokens[n].tag not in _BESIDE_NUMBERS:
                break
            if number is not None:
                tokens[n] = Token(text, "roman", str(number), text)
                found = True
    return Tokens(tuple(tokens), read.spans) if found else None


def _roman_meant(text: str) -> int | None:
    """The number of a quarter that letters typed for Roman ones are; None for any others, and for Roman ones."""
    if len(text) > LONGEST_ROMAN or not any(letter in "ПШУ" for letter in text):
        return None
    number = parse_roman(text.translate(_TYPED_ROMAN))
    return number if number and number <= QUARTERS else None


def with_months_meant(read: Tokens, lang: str) -> Tokens | None:
    """The tokens, words that can only be a month misspelt or cut short as that month; None where there are none.

    A full stop behind one that is cut short is part of it.
    """
    tokens: list[Token] = []
    spans: list[tuple[int, int]] = []
    found = False
    for n, token in enumerate(read.tokens):
        start, end = read.spans[n]
        before = tokens[-1] if tokens else None
        if token.text == "." and before and before.tag == "month" and before.norm not in words(lang).tags:
            spans[-1] = (spans[-1][0], end)
            continue
        month = _month_meant(token.norm, lang) if token.tag == "word" else None
        found = found or month is not None
        tokens.append(Token(token.text, "month", month, token.norm) if month else token)
        spans.append((start, end))
    return Tokens(tuple(tokens), tuple(spans)) if found else None


@lru_cache(maxsize=CACHED)
def _month_meant(word: str, lang: str) -> str | None:
    """The one month that a word is cut short from, or differs from by one letter; None for several, or for a word."""
    forms = _forms(lang).items()
    if len(word) >= SHORTEST_CUT:
        cut = {month for form, month in forms if form.startswith(word)}
        if cut:
            return cut.pop() if len(cut) == 1 else None
    if len(word) < SHORTEST_MISSPELT or (lang == "ru" and is_known_word(word)):
        return None
    plain = word.translate(_ONE_SPELLING)
    near = {
        month
        for form, month in forms
        if len(form) >= SHORTEST_MISSPELT and _differ_by_one(plain, form.translate(_ONE_SPELLING))
    }
    return near.pop() if len(near) == 1 else None


@cache
def _forms(lang: str) -> Mapping[str, str]:
    """Every form of the months' names, with the month's number."""
    return {form: value for form, (tag, value) in words(lang).tags.items() if tag == "month"}


def _differ_by_one(one: str, other: str) -> bool:
    """Whether words that begin alike are the same but for one letter put in, left out, or wrong, or two in each
    other's place.
    """
    if one == other:
        return True
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[at:], other[at:]
    return (
        rest[1:] == other_rest[1:]
        or rest == other_rest[1:]
        or rest[1:] == other_rest
        or (rest[1::-1] == other_rest[:2] and rest[2:] == other_rest[2:])
    )
