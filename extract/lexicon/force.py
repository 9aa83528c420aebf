"""The words of `lexicon/force.yml`: when acts and their parts begin to work, and when they do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import read_lexicon
from extract.lexicon.sought import NEEDS, pattern_of


@dataclass(frozen=True, slots=True)
class ForceWords:
    """A language's patterns; the file says what each is for."""

    begins: re.Pattern[str]
    part_begins: re.Pattern[str]
    excepted: re.Pattern[str]
    part: re.Pattern[str]
    applies: re.Pattern[str]
    suspended: re.Pattern[str]
    act_suspended: re.Pattern[str]
    joins: re.Pattern[str]
    own: re.Pattern[str]
    signed: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    ends: re.Pattern[str]
    lost: re.Pattern[str]
    article: re.Pattern[str]
    ordinals: re.Pattern[str]
    through: re.Pattern[str]


@cache
def force_words(lang: str) -> ForceWords:
    """The words of a language; raises TypeError where the lexicon lacks one or has one more."""
    data = read_lexicon("force").data[lang]
    return ForceWords(**{key: pattern_of(data, key) for key in data if key != NEEDS})
