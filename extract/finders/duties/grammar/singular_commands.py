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
        if _concedes(words, n):
            # "Как ни старайся мастер, сад должен ...": a clause of its own
            if words[n - 1].norm in phrasing("ru").words("nor"):
                words[n - 2], words[n] = words[n - 2]._replace(tag="relative"), word._replace(tag="present")
            continue
        if _commands(word.norm) or (
            word.norm in phrasing("ru").words("commands_by_place") and _commands_here(words, n)
        ):
            words[n] = word._replace(tag="imperative")
    return words


def _concedes(words: list[Word], n: int) -> bool:
    """Whether a form of command tells of whatever may be: "как ни | старайся", ", | будь то мастер или гость,"."""
    wording = phrasing("ru")
    if words[n - 1].norm in wording.words("nor"):
        return n > 1 and words[n - 2].norm in wording.words("however")
    if words[n].norm not in wording.words("let_it_be") or words[n - 1].tag != "comma":
        return False
    behind = next((k for k in range(n + 1, len(words)) if words[k].tag in _ENDS), len(words))
    if n + 1 >= behind:
        return False
    either = not wording.words("either_or").isdisjoint(word.norm for word in words[n + 1 : behind])
    somebody = any(parse.tag.POS in ("NOUN", "NPRO") for parse in parses_of(words[n + 1].norm))
    return (either and somebody) or words[n + 1].norm in wording.words("be_it")


_ENDS = frozenset({"comma", "semicolon", "stop"})


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
