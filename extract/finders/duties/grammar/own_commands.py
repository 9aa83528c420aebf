"""Kazakh commands that are but a verb's stem, told from nouns that are written alike by what stands before them.

"Жолдан мұқият өт", "сөмкеге сал", "есікті аш", but "киімнің түсі қара", "қорада қой", "кітап бар"; "гүлді жұлма".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word

_CLOSES = frozenset({"stop", "semicolon", "close"})
_JOINS = frozenset({"comma", "conjunction"})
_GOVERNED = frozenset({"accusative", "dative", "ablative", "instrumental"})
"""Cases of what a verb governs, none of them that of who or what something is."""


def with_commands(words: list[Word]) -> list[Word]:
    """The words, a stem that closes the sentence or a row of commands told as what those who read are bidden."""
    wording = phrasing("kk")
    stems, may_deny = wording.words("stems_of_commands"), wording.pattern("may_be_denied_stem")
    commands = False
    for n in range(len(words) - 1, 1, -1):
        word = words[n]
        behind = words[n + 1].tag if n + 1 < len(words) else "stop"
        closes = behind in _CLOSES or (commands and behind in _JOINS)
        if not closes and behind != "open":
            continue
        done_to = _case(words[n - 1]) == "accusative"
        if not (closes or done_to):  # "ережені орында (күн сайын)"
            continue
        if word.norm in stems and _is_governed(words[n - 1], word.norm):
            words[n] = word._replace(tag="bids-you")
        elif closes and word.tag == "word" and may_deny.search(word.norm) and done_to:  # not "тізімді басқарма (А.)"
            words[n] = word._replace(tag="bids-you-not")
        commands = commands or words[n].tag in ("bids-you", "bids-you-not")
    return words


def _is_governed(before: Word, stem: str) -> bool:
    """Whether what stands before a stem is governed by it, tells how it is done, or is the verb that it goes on with.

    What somebody is doing is no command: "оқып жүр".
    """
    wording = phrasing("kk")
    if wording.pattern("done_and_taken").search(before.norm):
        return stem not in wording.words("goes_on_doing")
    if stem in wording.words("nouns_behind_dative") and _case(before) == "dative":
        return before.norm in wording.words("part_of_verb")
    of_verb = any(before.norm in wording.words(name) for name in ("how_commanded", "heavy_words", "part_of_verb"))
    return of_verb or _case(before) in _GOVERNED


def _case(word: Word) -> str:
    """The case of a noun by its last ending, "" for none."""
    if word.tag not in ("word", "past", "to-do", "towards-doing"):
        return ""
    endings = analyse(word.text)[0].endings
    return endings[-1].kind if endings else ""
