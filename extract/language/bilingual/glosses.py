"""Whether brackets behind words may say these words in the other language, or remark something on them."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon.loading import LANGUAGES
from extract.lexicon.words import words
from kzedu_graph.language.letters import UPPER

HOW_OFTEN = ("recurrence", "every", "everyday")
"""Classes of words that tell how often something is done."""
SHORTEST_WORD = 3
"""Letters of a word that counts: prepositions do not."""
LEAST_SHARE = 2 / 3
"""What the fewer words must be of the more: a gloss has about as many as what it glosses."""
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_WORD},}}(?:-[^\W\d_]+)*")
_INITIAL = re.compile(rf"(?<!\w)[{UPPER}]\.")
_OTHER_THAN_LETTERS = re.compile(r"[\W\d_]+")


def may_gloss(one: str, other: str) -> bool:
    """Whether words in brackets may say what stands before them ("Бақ отырғызу (Посадить сад)").

    A remark does not: "(по согласованию)", "(ежедневно)", the name of a person; nor what is longer or shorter by far,
    or a small letter behind a capital where each is one word ("Мектеп (директор)").
    """
    if _is_remark(other) or _INITIAL.search(other):
        return False
    found, behind = _WORD.findall(one), _WORD.findall(other)
    often = _tells_how_often(behind)
    if often or _tells_how_often(found):
        return often and _tells_how_often(found)
    if len(behind) > 1 and all(map(_is_called, behind)) and not all(map(_is_called, found)):
        return False
    fewer, more = sorted((len(found), len(behind)))
    return fewer >= LEAST_SHARE * more and (more != 1 or _is_called(found[0]) == _is_called(behind[0]))


def _is_called(word: str) -> bool:
    return word[0].isupper()


def _tells_how_often(found: list[str]) -> bool:
    return any(word.lower().replace("ё", "е") in _how_often() for word in found)


@cache
def _how_often() -> frozenset[str]:
    tags = (words(lang).tags for lang in LANGUAGES)
    return frozenset(word for tagged in tags for word, (kind, _) in tagged.items() if kind in HOW_OFTEN)


def _is_remark(told: str) -> bool:
    """Whether words say that somebody acts by agreement, or begin so; what is written short is that alone."""
    letters = _letters(told)
    return any(letters == own if short else letters.startswith(own) for own, short in _remarks())


@cache
def _remarks() -> tuple[tuple[str, bool], ...]:
    found = (remark for lang in LANGUAGES for remark in words(lang).remarks)
    return tuple((_letters(remark), remark.endswith(".")) for remark in found)


def _letters(text: str) -> str:
    return _OTHER_THAN_LETTERS.sub("", text.casefold())
