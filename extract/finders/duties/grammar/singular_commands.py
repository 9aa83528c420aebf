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
        if word.tag != "word" or not word.norm.endswith(_ENDINGS):
            continue
        if _commands(word.norm) or (
            word.norm in phrasing("ru").words("commands_by_place") and _commands_here(words, n)
        ):
            words[n] = word._replace(tag="imperative")
    return words


def _commands_here(words: list[Word], n: int) -> bool:
    """Whether a word that is else a noun or "my" opens a sentence as a command: "Веди себя тихо", "Мой руки"."""
    before, behind = words[n - 1], words[n + 1].norm if n + 1 < len(words) else ""
    if before.tag not in _OPENS:
        return False
    if words[n].norm not in phrasing("ru").words("mine"):
        return True
    nouns = [parse.tag for parse in parses_of(behind) if parse.tag.POS == "NOUN"]
    washed = any("accs" in tag and ("plur" in tag or "femn" in tag) for tag in nouns)
    return washed and not any("masc" in tag and "nomn" in tag and "sing" in tag for tag in nouns)


_OPENS = frozenset({"start", "stop", "mark", "semicolon", "colon", "dash", "not", "comma"})
"""Classes of what stands before a command that opens a sentence or what is said behind a condition."""


_ENDINGS = ("й", "и", "ь", "йся", "ись", "ься")


@lru_cache(maxsize=1 << 14)
def _commands(norm: str) -> bool:
    """Whether each reading of a word that the dictionary knows commands one: "бегай", not "вели" or "печь"."""
    if norm in phrasing("ru").words("commands_nothing") or not dictionary().word_is_known(norm):
        return False
    return all("impr" in parse.tag and "sing" in parse.tag for parse in parses_of(norm))
