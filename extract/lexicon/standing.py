"""The words of `lexicon/standing.yml`: how a text tells whether its act as a whole works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import read_lexicon
from extract.lexicon.sought import NEEDS, pattern_of, sought


@dataclass(frozen=True, slots=True)
class StandingWords:
    """A language's patterns; the file says what each is for. `page` leads from a code of statuses to its line."""

    opens: re.Pattern[str]
    note: re.Pattern[str]
    own: re.Pattern[str]
    own_text: re.Pattern[str]
    this: re.Pattern[str]
    line_goes_on: re.Pattern[str]
    ended: re.Pattern[str]
    ended_by: re.Pattern[str]
    lapsed: re.Pattern[str]
    time_over: re.Pattern[str]
    not_yet: re.Pattern[str]
    in_force_on: re.Pattern[str]
    changed_by: re.Pattern[str]
    expires: re.Pattern[str]
    label: re.Pattern[str]
    page: Mapping[str, re.Pattern[str]]


@cache
def standing_words(lang: str) -> StandingWords:
    """The words of a language; raises TypeError where the lexicon lacks one or has one more."""
    data = read_lexicon("standing").data[lang]
    page = {status: sought(pattern) for status, pattern in data["page"].items()}
    return StandingWords(page=page, **{key: pattern_of(data, key) for key in data if key not in ("page", NEEDS)})
