"""Russian verbs of what "I" or "we" will do, as a promise: "Я до пятницы куплю лейки", "Мы пришлем мастера"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract.language.russian import parses_of
from extract.lexicon.phrasing import phrasing

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word

_ENDINGS = ("м", "у", "ю", "мся", "усь", "юсь")


def with_own_will(words: list[Word]) -> list[Word]:
    """The words, those of the first person behind "я" or "мы" in their sentence told as of the future."""
    wording = phrasing("ru")
    place = next((n for n, word in enumerate(words) if word.norm in wording.words("speakers")), len(words))
    for n in range(place + 1, len(words)):
        word = words[n]
        if word.tag == "word" and word.norm.endswith(_ENDINGS) and will_do(word.norm):
            words[n] = word._replace(tag="future")
    return words


@lru_cache(maxsize=1 << 12)
def will_do(norm: str) -> bool:
    """Whether a word tells what one who speaks will do, and no more than that he will see or say something."""
    if norm in phrasing("ru").words("only_sees_or_says"):
        return False
    tag = parses_of(norm)[0].tag
    return tag.POS == "VERB" and "futr" in tag and "1per" in tag
