"""How acts are named, by `lexicon/citations.yml` (in prose) and `lexicon/headers.yml` (at the head of their texts)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.lexicon.loading import read_lexicon

ANY = "any"
"""The words of headers that either language's texts are read with."""


@dataclass(frozen=True, slots=True)
class ActWords:
    """How a language names acts.

    `grammar` holds the patterns of days, of the country and of words around an act; `kinds` leads from a kind to a
    pattern of its word, `heads` from the head of a ministry to the ministry's own word, `short` from an abbreviation
    that holds kind and issuer to the issuer; `approved` holds patterns of the words for rules and lists that an order
    approves, and of adjectives before them, with their dictionary forms; `defined` the words that a text may call a
    plan or rules by from some place on, with their kinds.
    """

    grammar: Mapping[str, str]
    kinds: Mapping[str, str]
    heads: Mapping[str, str]
    short: Mapping[str, str]
    approved: Mapping[str, Mapping[str, str]]
    defined: Mapping[str, str]


@cache
def act_words(lang: str) -> ActWords:
    """The words of a language; raises LexiconError naming what is missing."""
    file = read_lexicon("citations")
    data = file.data
    keys = set(ActWords.__dataclass_fields__)
    if set(data.get(lang, ())) != keys:
        raise file.error(f"{lang} has the keys {', '.join(sorted(keys))}, no more and no less", lang)
    return ActWords(**data[lang])


@cache
def header_words(lang: str) -> Mapping[str, Any]:
    """The words of headers of a language, or those of `ANY`; raises LexiconError naming what is missing."""
    file = read_lexicon("headers")
    data = file.data
    missing = (OF_ANY if lang == ANY else OF_LANGUAGE) - set(data.get(lang, ()))
    if missing:
        raise file.error(f"{lang} lacks {', '.join(sorted(missing))}", lang)
    found: Mapping[str, Any] = data[lang]
    return found


@cache
def greeting() -> re.Pattern[str]:
    """A line that greets whom a paper is for: "Құрметті Асқар Асанұлы!"."""
    return re.compile(header_words(ANY)["greets"], re.IGNORECASE)


OF_ANY = frozenset(
    (
        "page",
        "noted_behind",
        "part",
        "papers",
        "greets",
        "enacts",
        "enacts_now",
        "in_force",
        "in_force_in_brackets",
        "goes_on",
        "postal",
        "sent",
    )
)
OF_LANGUAGE = frozenset(
    (
        *("kinds", "approved", "annex", "titles", "title_of_act", "beside", "amended", "amended_by", "repealed"),
        *("government", "joint", "and", "town", "behind", "acting", "of", "office", "annex_to", "titled", "forms"),
        *("meeting", "held", "settlement", "signs", "signs_for", "adopted", "contract", "genitive", "heads"),
        "addressed",
    )
)
