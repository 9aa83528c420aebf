"""The words of `lexicon/citations.yml`: kinds of acts, heads of ministries, short forms, names of what is approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import read_lexicon


@dataclass(frozen=True, slots=True)
class ActWords:
    """How a language names acts.

    `kinds` leads from a kind to a pattern of its word, `heads` from the head of a ministry to the ministry's own word,
    `short` from an abbreviation that holds kind and issuer to the issuer, `approved` holds patterns of the words for
    rules and lists that an order approves, and of adjectives before them, with their dictionary forms; `defined` the
    words that a text may call a plan or rules by from some place on, with their kinds.
    """

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
