"""Kazakh verbs of what "we" do, told from nouns that are ours: "гүлді суарамыз", but "көшеміз таза"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.lexicon.phrasing import phrasing

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word

_CLOSES = frozenset({"stop", "semicolon", "colon", "comma", "conjunction", "open", "close", "mark", "dash", "opinion"})
"""Classes of what stands behind a verb that closes its clause."""


def with_promises(words: list[Word]) -> list[Word]:
    """The words, those of what "we" do as verbs only where they close a clause, of any stem behind "біз"."""
    wording = phrasing("kk")
    ours = wording.pattern("ends_as_ours")
    for n, word in enumerate(words):
        if not word.norm.endswith(_ENDINGS) or ours.search(word.norm) is None:
            continue
        closes = n + 1 == len(words) or words[n + 1].tag in _CLOSES
        if word.tag == "present" and not closes:
            words[n] = word._replace(tag="word")
        elif word.tag == "word" and closes and _do_we(words[:n]) and not wording.pattern("is_ours").search(word.norm):
            words[n] = word._replace(tag="present")
    return words


_ENDINGS = ("мыз", "міз")


def _do_we(before: Sequence[Word]) -> bool:
    """Whether "біз" is said before, of whom no dash says what they are: "Біз – бір командамыз"."""
    we = phrasing("kk").words("we")
    return any(word.norm in we for word in before) and not any(word.tag == "dash" for word in before)
