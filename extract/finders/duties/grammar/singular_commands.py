"""Russian commands to one who is spoken to as a friend: "Не бегай по саду", "При пожаре звони 101"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extract.language.russian import dictionary, parses_of
from extract.lexicon.phrasing import phrasing

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word


def with_singular_commands(words: list[Word]) -> list[Word]:
    """The words, those that are nothing but a command to one as commands."""
    for n, word in enumerate(words):
        if word.tag == "word" and word.norm.endswith(_ENDINGS) and _commands(word.norm):
            words[n] = word._replace(tag="imperative")
    return words


_ENDINGS = ("й", "и", "ь", "йся", "ись", "ься")


@lru_cache(maxsize=1 << 14)
def _commands(norm: str) -> bool:
    """Whether each reading of a word that the dictionary knows commands one: "бегай", not "вели" or "печь"."""
    if norm in phrasing("ru").words("commands_nothing") or not dictionary().word_is_known(norm):
        return False
    return all("impr" in parse.tag and "sing" in parse.tag for parse in parses_of(norm))
