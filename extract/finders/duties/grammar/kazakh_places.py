"""The classes that Kazakh words have by their place: "алады" behind a converb, "да" that adds, slashes for brackets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.finders.duties.grammar.own_doings import gets_for_others, stands_for_others
from extract.finders.duties.grammar.tags import FINITE
from extract.lexicon.phrasing import Phrasing, phrasing
from kzedu_graph.language.kazakh_endings import analyse

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word


def without_too(words: list[Word]) -> list[Word]:
    """The words without "да" that only adds a deed: "жабады да, хабарлайды", "жазуға да құқылы"."""
    too = phrasing("kk").words("too")
    if too.isdisjoint([word.norm for word in words]):
        return words
    kept = []
    for n, word in enumerate(words):
        before, behind = words[n - 1].tag, words[min(n + 1, len(words) - 1)].tag
        adds = (before in FINITE and behind == "comma") or (before in _DOING and behind in _BINDS)
        if not (adds and word.norm in too):
            kept.append(word)
    return kept


_DOING = frozenset({"to-do", "towards-doing", "its-doing"})
_BINDS = frozenset({"need", "must", "obliged", "entitled", "may", "becomes"})
"""Classes of verbs' nouns, and of what says behind them how much they bind."""


def with_brackets_of_slashes(words: list[Word]) -> list[Word]:
    """The words, two slashes around some of them told as the brackets that they stand for: "комитеті /А.Садов/"."""
    slashes = [n for n, word in enumerate(words) if word.text == "/"]
    for one, other in pairwise(slashes):
        apart = words[one - 1].end < words[one].start and words[one].end == words[one + 1].start
        if words[one].tag == "mark" and apart and words[other - 1].end == words[other].start and other - one > 1:
            for n, tag in ((one, "open"), (other, "close")):
                words[n] = words[n]._replace(tag=tag)
    return words


def _is_genitive(word: Word) -> bool:
    endings = analyse(word.text)[0].endings if word.tag == "word" else ()
    return bool(endings) and endings[-1].kind == "genitive"


_BEHIND_COMMAND = frozenset({"stop", "semicolon", "colon", "comma", "conjunction", "open", "close", "mark", "dash"})

_BIDS_YOU = frozenset({"bids-you", "bids-you-not"})
_NOUNS = frozenset({"word", "to-do", "past", "title", "future-participle"})
_MAY_BE_WORD = _BIDS_YOU | {"imperative", "intent", "planned"}
"""Classes that a Kazakh word has by its form, and may lose by its place."""


@cache
def _may_be_verb() -> frozenset[str]:
    """Forms of Kazakh words whose class their place decides."""
    names = ("takes", "bears", "stands_for", "obligatory", "can", "cannot")
    return frozenset().union(*(phrasing("kk").words(name) for name in names))


def with_abilities(words: list[Word]) -> list[Word]:
    """The words, "алады" and "алмайды" behind a converb told as what may and may not be done: "өзгерте алады".

    A command closes its clause: "жүйесін жаңғырту" is a noun in the accusative.
    """
    wording = phrasing("kk")
    able = (("can", wording.words("can")), ("cannot", wording.words("cannot")))
    takes, bears, obligatory = (wording.words(name) for name in ("takes", "bears", "obligatory"))
    for n, word in enumerate(words):
        if word.tag not in _MAY_BE_WORD and word.norm not in _may_be_verb():
            continue
        if word.tag == "imperative" and (
            (n + 1 < len(words) and words[n + 1].tag not in _BEHIND_COMMAND and not _is_told(words, n + 1, wording))
            or _is_genitive(words[n - 1])
        ):
            words[n] = word._replace(tag="word")
        behind = words[n + 1].tag if n + 1 < len(words) else "stop"
        if word.norm in takes and wording.pattern("done_and_taken").search(words[n - 1].norm):
            words[n] = word._replace(tag="present")  # "қол қойғызып алады"
        if word.tag in _BIDS_YOU and behind not in _BEHIND_COMMAND:
            words[n] = word._replace(tag="word")
        carries = word.norm in bears and any(one.norm in wording.words("costs") for one in words[:n])
        if carries or stands_for_others(words, n) or gets_for_others(words, n):
            words[n] = word._replace(tag="present")
        if word.tag == "intent" and word.text[:1].isupper():
            words[n] = word._replace(tag="word")  # a name: "Қазбек"
        if word.tag == "planned" and behind in _NOUNS and wording.pattern("past_participle").search(word.norm):
            words[n] = word._replace(tag="word")  # "заңда көзделген құжаттар"
        if word.norm in obligatory and n + 1 < len(words) and _is_attribute(words[n + 1], wording):
            words[n] = word._replace(tag="word")  # "орындауға міндетті нұсқама"
        for tag, forms in able:
            if words[n - 1].norm in wording.words("when_it_is"):
                break  # "келісімі болған жағдайда | алады"
            if word.norm in forms and wording.pattern("present_converb").search(words[n - 1].norm):
                done = tag == "can" and wording.pattern("passive_converb").search(words[n - 1].norm) is not None
                words[n] = word._replace(tag="can-be" if done else tag)
    return words


def _is_told(words: Sequence[Word], n: int, wording: Phrasing) -> bool:
    """Whether a command before a place is told as given: "жеткізілсін | деп көрсеттік"."""
    told = words[n].norm in wording.words("called") and n + 1 < len(words)
    return told and words[n + 1].norm in wording.words("was_bidden")


def _is_attribute(behind: Word, wording: Phrasing) -> bool:
    """Whether a word that may close a clause is but an attribute of the one behind it."""
    closes = behind.norm in wording.words("negates") | wording.words("particles") | wording.words("becoming")
    return behind.tag == "word" and not closes
