"""The spaCy language `kk` (spaCy has none): importing this module makes `spacy.blank("kk")` work.

A token is a word as the reader of an official Kazakh text would count it. A hyphenated compound is one
("оқу-ағарту", "100-ге", "AEA-Europe"), an abbreviation and its case ending are two ("БҒМ" + "-ның"), an
initial keeps its full stop ("Ы." + "Алтынсарин"), a quotation mark stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from extract.language.spacy_parts import LIKE_NUM, NORM, ORTH, BaseDefaults, Language, languages
from kzedu_graph.language.kazakh_endings import HYPHENATED_ENDINGS, hyphenated_pattern
from kzedu_graph.language.kazakh_words import ABBREVIATIONS, CARDINALS, COLLECTIVE_NUMERALS, ORDINALS, STOP_WORDS
from kzedu_graph.language.letters import LOWER, UPPER, fold_homoglyphs

QUOTES = r"\"'“”„‟«»‘’‚`"
BRACKETS = r"(){}\[\]<>"
DASHES = "–—−"
MARKS = r"…,:;!?¿¡*#|\\_=~^•·¶§©®°"

ENDINGS = hyphenated_pattern()

PREFIXES = [
    rf"[{QUOTES}{BRACKETS}{DASHES}{MARKS}]",
    r"№",
    r"[$€₸£+<>%/]",
    r"-(?=[\d\W]|$)",
    rf"[{UPPER}]\.(?=[{UPPER}](?:\.|[{LOWER}]))",
    r"\.(?=.)",
]

SUFFIXES = [
    rf"[{QUOTES}{BRACKETS}{DASHES}{MARKS}]",
    r"№",
    r"[$€₸£+/]",
    r"(?<=\d)%",
    r"(?<=.)-",
    r"\.\.+",
    rf"(?<=[{LOWER}\d{QUOTES}{BRACKETS}%°])\.",
    rf"(?<=[{UPPER}][{UPPER}])\.",
    rf"(?<=[{UPPER}{QUOTES}%])-(?i:{ENDINGS})",
    r"(?<=\d)(?:ж|жж|г|гг)\.",
]

INFIXES = [
    rf"[{QUOTES}{BRACKETS}{DASHES}…;:!?|=*•·]+",
    r"(?<=[^\d]),(?=.)|(?<=\d),(?=\D)",
    rf"(?<=[{LOWER}])\.(?=[{UPPER}])",
    rf"(?<=[{UPPER}{LOWER}])/(?=[{UPPER}{LOWER}])",
    r"(?<=\d{4})-(?=\d{4})",
    r"(?<=\d)%",
]

NUMBER = re.compile(r"[+\-–−±~]?\d[\d\s.,/]*(?:-(?:[а-яәғқңөұүһі]{1,6}))?%?")
ORDINAL_ENDING = re.compile(r"\d+(?:-(?:ші|шы|інші|ыншы|нші|ншы))")
ROMAN = re.compile(r"[IVXІХ]{1,7}")


def is_number_like(text: str) -> bool:
    """Whether a token is a number, in digits or in words: "93,4", "1-ші", "2025-ке", "IV", "бірінші", "екеуі"."""
    if NUMBER.fullmatch(text):
        ending = text.rpartition("-")[2]
        return not ending or not ending[0].isalpha() or ending in HYPHENATED_ENDINGS or bool(ORDINAL_ENDING.match(text))
    if ROMAN.fullmatch(text):
        return True
    word = fold_homoglyphs(text).lower().removesuffix(".")
    if word in CARDINALS or word in ORDINALS:
        return True
    return any(word == numeral or word in {numeral + "і", numeral + "ы"} for numeral in COLLECTIVE_NUMERALS)


def norm_of(text: str) -> str:
    """The form a token is compared by: lower case, foreign look-alike letters undone ("мiндет" -> "міндет")."""
    return fold_homoglyphs(text).lower()


def tokenizer_exceptions() -> dict[str, list[dict[int, str]]]:
    """Abbreviations and initials that keep their full stop: "т.б.", "млрд.", "Ы."."""
    table: dict[str, list[dict[int, str]]] = {}
    for short, full in ABBREVIATIONS.items():
        for form in (short, short.capitalize(), short.upper()):
            table[form] = [{ORTH: form, NORM: full}]
    for letter in "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩІЭЮЯABCDEFGHIJKLMNOPQRSTUVWXYZ":
        table[f"{letter}."] = [{ORTH: f"{letter}."}]
    return table


TOKENIZER_EXCEPTIONS = tokenizer_exceptions()
LEX_ATTRS: dict[int, Callable[[str], Any]] = {LIKE_NUM: is_number_like, NORM: norm_of}
SPACY_STOP_WORDS = set(STOP_WORDS)
WRITING_SYSTEM = {"direction": "ltr", "has_case": True, "has_letters": True}


class KazakhDefaults(BaseDefaults):
    """What the tokenizer and the lexemes of Kazakh are made of."""

    tokenizer_exceptions = TOKENIZER_EXCEPTIONS
    prefixes = PREFIXES
    suffixes = SUFFIXES
    infixes = INFIXES
    lex_attr_getters = LEX_ATTRS
    stop_words = SPACY_STOP_WORDS
    writing_system = WRITING_SYSTEM


@languages.languages("kk")
class Kazakh(Language):  # type: ignore[no-untyped-call]
    """Kazakh in Cyrillic script."""

    lang = "kk"
    Defaults = KazakhDefaults
