"""Whom a Russian sentence names before a dash, where a verb is left out: "центр – подготовку", "органы – сведения"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PREPOSITIONS, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.lexicon.phrasing import phrasing

_PLURAL = phrasing("ru").pattern("plural_predicate")


def subject_up_to_dash(words: Sequence[Word], begin: int) -> Party | None:
    """The party that an item opens with before a dash: "местные органы | – сведения о садах"; else None."""
    dash = next((n for n in range(begin, len(words) - 1) if words[n].tag not in _NAMES), 0)
    if not dash or words[dash].tag != "dash":
        return None
    party = _named_from(words, begin, dash)
    return party if party is not None and party.last == dash - 1 else None


def subject_of_lead(words: Sequence[Word], first: int, last: int, begin: int) -> Party | None:
    """The party that an item is, where its lead-in waits for who does it: "Полив осуществляют: | мастера сада;".

    The verb of several, among the words of the decision, closes the lead-in or opens it: "Имеют право на полив: |
    школы;". Behind a dash stands when and how: "Осмотру подлежат: | персонал садов – раз в год;".
    """
    end = next((n for n in range(begin, len(words)) if words[n].tag in _CLOSES), len(words))
    dashes = (n for n in range(begin, end) if words[n].tag == "dash" and words[n - 1].tag != "number")
    end = next(dashes, end) if waits_for_subject(words, first, begin) else end
    waits = first == 1 or words[last + 1].tag == "colon"
    several = any(_PLURAL.search(word.norm) for word in words[first : last + 1])
    waits = waits or waits_for_subject(words, first, begin)
    if not (waits and several) or any(is_party(words, n, "nomn") for n in range(1, last)):
        return None
    party = _named_from(words, begin, end)
    close = next((n for n in range(begin, end) if words[n].tag in ("comma", "open")), end) - 1
    if party is None or any(word.tag in FINITE for word in words[begin : close + 1]):
        return None
    return replace(party, last=max(party.last, close))


def waits_for_subject(words: Sequence[Word], verb: int, begin: int) -> bool:
    """Whether a lead-in above an item, at `begin`, says to what is subject whom or what its items name."""
    if words[verb].norm not in phrasing("ru").words("subject_to") or words[verb - 1].tag == "not":
        return False
    colon = next((n for n in range(begin - 1, verb, -1) if words[n].tag == "colon"), 0)
    opens = next((n + 1 for n in range(verb - 1, 0, -1) if words[n].tag in _CLOSES | {"colon"}), 1)
    return colon > 0 and not any(_is_subject(words, opens, n) for n in range(opens, verb))


def _is_subject(words: Sequence[Word], opens: int, n: int) -> bool:
    """Whether a noun is the subject of its clause, by its case, or as no preposition stands before it."""
    if not is_in(words[n], NOUNS, "nomn") or is_in(words[n], _OTHERS):
        return False
    governed = any(is_in(word, PREPOSITIONS) for word in words[opens:n])  # "осмотру на болезни подлежат"
    return not (governed and is_in(words[n], NOUNS, "accs"))


def _named_from(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The party in the nominative that opens a stretch of words."""
    head = begin
    while head < end and (is_in(words[head], ADJECTIVES, "nomn") or _joins(words, head)) and not _is_doer(words, head):
        head += 1
    if head >= end or not _is_doer(words, head):
        return None
    party = extent_of(words, head, "nomn", begin, end)
    return party if party.first == begin else None


def _is_doer(words: Sequence[Word], n: int) -> bool:
    if words[n].norm in phrasing("ru").words("persons_together"):
        behind = words[min(n + 1, len(words) - 1)]
        return not is_in(behind, NOUNS, "nomn") or is_in(behind, _OTHERS)  # not "больные деревья"
    return is_party(words, n, "nomn") or (words[n].tag == "word" and is_noun_of_person(words[n].norm))


def _joins(words: Sequence[Word], n: int) -> bool:
    """Whether a word joins two attributes of one noun: "младшие | и | старшие ученики"."""
    alike = words[n].norm in AND_OR and n + 1 < len(words)
    return alike and is_in(words[n - 1], ADJECTIVES, "nomn") and is_in(words[n + 1], ADJECTIVES, "nomn")


_OTHERS = frozenset({"PREP", "CONJ", "PRCL", "ADVB"})

_CLOSES = frozenset({"semicolon", "stop", "start"})
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
