"""Posts and units inside an organisation: "Завхоз", "Оқу ісінің меңгерушісі", "Планово-экономический отдел"."""

from __future__ import annotations

import re
from functools import cache

from extract.language.tokens import norm_of
from extract.lexicon.staff import staff_words

_WORD = re.compile(r"[^\W\d_]+")
_OF_THE_STATE = re.compile(r"\b[А-ЯӘҒҚҢӨҰҮҺІ]{2,}\b|[Рр]еспублик\w*|[Оо]блыс\w*|[Оо]бласт\w*")
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
    looked_at = words[:3] if lang == "ru" else words
    if any(_begins(word, tuple(staff_words(lang).posts)) for word in looked_at):
        return True
    of_the_state = any(not _begins(norm_of(word), staff_words(lang).stems) for word in _OF_THE_STATE.findall(name))
    return not of_the_state and any(_begins(word, tuple(staff_words(lang).units)) for word in looked_at)


@cache
def _begins(word: str, stems: tuple[str, ...]) -> bool:
    """Whether a word begins as one of those given does; as a short one only as a whole."""
    return any(word == stem or (len(stem) > SHORT_STEM and word.startswith(stem)) for stem in stems)


def has_head(name: str, lang: str) -> bool:
    """Whether the word that a name is built on is a post, a unit or a body: "Аким района", "Қаржы министрлігі"."""
    words = [norm_of(word) for word in _WORD.findall(name)]
    heads = words[:2] if lang == "ru" else words[-1:]
    known = (*staff_words(lang).stems, *staff_words(lang).bodies)
    return any(_begins(word, known) for word in heads)


def has_staff_head(name: str, lang: str) -> bool:
    """Whether the word that a name is built on is a post or a unit: its last in Kazakh, one of the first two in Russian."""
    words = [norm_of(word) for word in _WORD.findall(name)]
    heads = words[:2] if lang == "ru" else words[-1:]
    return len(words) <= LONGEST and any(_begins(word, staff_words(lang).stems) for word in heads)
