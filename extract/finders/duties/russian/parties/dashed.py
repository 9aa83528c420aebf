"""Whom a Russian sentence names before a dash, where a verb is left out: "центр – подготовку", "органы – сведения"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.parties.persons import ADJECTIVES, is_in, is_party
from extract.finders.duties.russian.parties.reach import extent_of


def subject_up_to_dash(words: Sequence[Word], begin: int) -> Party | None:
    """The party that an item opens with before a dash: "местные органы | – сведения о садах"; else None."""
    dash = next((n for n in range(begin, len(words) - 1) if words[n].tag not in _NAMES), 0)
    if not dash or words[dash].tag != "dash":
        return None
    head = begin
    while head < dash and is_in(words[head], ADJECTIVES, "nomn") and not is_party(words, head, "nomn"):
        head += 1
    if head >= dash or not is_party(words, head, "nomn"):
        return None
    party = extent_of(words, head, "nomn", begin, dash)
    return party if party.first == begin and party.last == dash - 1 else None


_NAMES = frozenset({"word", "title", "comma", "open", "close", "number"})


def find_subject_before(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The party behind a comma that reaches up to a dash: ", центр – подготовку"."""
    for n in range(begin, end):
        if words[n].tag == "comma":
            head = next((k for k in range(n + 1, end) if is_party(words, k, "nomn")), None)
            if head is None or any(not is_in(word, ADJECTIVES, "nomn") for word in words[n + 1 : head]):
                continue
            party = extent_of(words, head, "nomn", n + 1, end)
            return Party(n + 1, end - 1, head) if party.last >= end - 1 or party.last >= head else None
    return None
