"""Posts and units inside an organisation: "Завхоз", "Оқу ісінің меңгерушісі", "Планово-экономический отдел"."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon.staff import staff_words
from extract.values.tokens import norm_of

_WORD = re.compile(r"[^\W\d_]+")
_OF_THE_STATE = re.compile(r"\b[А-ЯӘҒҚҢӨҰҮҺІ]{2,}\b|[Рр]еспублик|[Оо]блыс|[Оо]бласт")
_CAPITALS = re.compile(r"\b[А-ЯӘҒҚҢӨҰҮҺІ]{2,}\b|[Рр]еспублик\w*|[Оо]блыс\w*|[Оо]бласт\w*")
"""Words by which a unit is one of the state: an abbreviation of a body, the country, a region."""
LONGEST = 8
"""Words of a name that may be one."""
SHORT_STEM = 3
"""Letters up to which a beginning must be the whole word: "зам", "МО"."""


def is_staff(name: str, lang: str) -> bool:
    """Whether a name is that of a post or of a unit, by its words: all of them in Kazakh, whose head stands last, the
    first three in Russian, whose head stands behind its adjectives.
    """
    words = [norm_of(word) for word in _WORD.findall(name)]
    if not 0 < len(words) <= LONGEST:
        return False
    if _OF_THE_STATE.search(name) and not all(_is_of_staff(norm_of(word), lang) for word in _CAPITALS.findall(name)):
        return False
    looked_at = words[:3] if lang == "ru" else words
    return any(_is_of_staff(word, lang) for word in looked_at)


@cache
def _is_of_staff(word: str, lang: str) -> bool:
    return any(word == stem or (len(stem) > SHORT_STEM and word.startswith(stem)) for stem in staff_words(lang).stems)
