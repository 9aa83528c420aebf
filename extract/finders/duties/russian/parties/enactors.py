"""By whose act something is done in Russian: "создается приказом | директора"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.parties.freedom import PREPOSITIONS
from extract.finders.duties.russian.parties.persons import ADJECTIVES, NOUNS, PARTICIPLES, is_in, is_party
from extract.finders.duties.russian.parties.reach import extent_of
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_BESIDE_ACT = frozenset({"start", "comma", "passive", "participle", "allowed"})
"""What the act by which something is done stands right behind: its verb, or the opening of a clause."""


def find_enactor(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """By whose act something is done, where nobody else is told to do it: "создается приказом | директора"."""
    for act in range(begin, end - 1):
        if words[act].norm not in _WORDING.words("by_act") or words[act].subordinate:
            continue
        head = act + 1
        while head < end - 1 and is_in(words[head], ADJECTIVES, "gent") and not is_in(words[head], NOUNS):
            head += 1
        if not (is_party(words, head, "gent") or is_abbreviation(words[head].text)):
            continue
        party = extent_of(words, head, "gent", act + 1, end)
        before_verb = words[min(party.last + 1, len(words) - 1)].tag == "passive"
        governed = is_in(words[act - 1], PREPOSITIONS | PARTICIPLES)
        if words[act - 1].tag in _BESIDE_ACT or (before_verb and not governed):
            return party
    return None
