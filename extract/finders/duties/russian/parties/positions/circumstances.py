"""Who does something, told by circumstances: behind a verb that they open, in a further clause, by whose act; who may.

По его поручению ведет заседания заместитель. Школа ведет учет, и директор проверяет его. Создается приказом директора.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, PREPOSITIONS, is_in
from extract.finders.duties.russian.governed import AND_OR, behind_governed, is_adverb
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.positions.freedom import OBJECTS, is_free_party
from extract.language.russian import lemmas, may_be_subject
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_BESIDE_ACT = frozenset({"start", "comma", "passive", "participle", "allowed"})
"""What the act by which something is done stands right behind: its verb, or the opening of a clause."""


def next_subject(words: Sequence[Word], places: list[int], first: int, last: int) -> list[int]:
    """The place of the subject of a further clause: "школа ведет учет, и | директор проверяет его"; else all `places`.

    It stands behind the verb before, a comma or "и", and is no object of that verb: by its form, or because that has
    one and nothing is joined to this ("школа ведет учет, | колледжи не ведут").
    """
    verb = next((n for n in range(first - 1, 0, -1) if words[n].tag in _ACTS and not words[n].subordinate), 0)
    later = next((n for n in places if n > verb > 0 and _is_done_later(words, n)), None)
    if later is not None and may_be_subject(words[later].norm, words[last].norm):
        return [later]
    for n in (n for n in places if places[0] < verb < n):
        k = n - 1
        while is_in(words[k], ADJECTIVES, "nomn"):
            k -= 1
        joined = words[k].tag == "comma" or words[k].norm in AND_OR
        if not joined or not may_be_subject(words[n].norm, words[last].norm):
            continue
        alone = words[k].tag == "comma" and not any(_joins(word) for word in words[n + 1 : first])
        own = alone and any(is_in(words[m], OBJECTS, "accs") for m in range(verb + 1, min(verb + _NEAR, k)))
        if own or not is_in(words[n], OBJECTS, "accs"):
            return [n]
    return places


def _is_done_later(words: Sequence[Word], n: int) -> bool:
    """Whether a noun opens what is done later: "школа ведет учет, после чего | директор проверяет его"."""
    k = n - 1
    while k > 0 and words[k].norm in _WORDING.words("goes_on_later"):
        k -= 1
    return k < n - 1 and words[k].tag == "comma"


def _joins(word: Word) -> bool:
    return word.tag == "comma" or word.norm in AND_OR


_NEAR = 3
"""Words behind a verb in which its object stands, no preposition before it."""
_ACTS = frozenset({"present", "future"})


def doer_behind(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """The party behind a verb that only prepositions' phrases stand before, by its form no object; else None."""
    begin, end = clause
    if not _are_circumstances(words, begin, first):
        return None
    for n in range(last + 1, end):
        if words[n].tag in FINITE or words[n].tag in _ENDS:
            return None
        subject = is_free_party(words, n, "nomn") and not is_in(words[n], OBJECTS, "accs")
        if subject and may_be_subject(words[n].norm, words[last].norm):
            return extent_of(words, n, "nomn", last + 1, end)
    return None


def _are_circumstances(words: Sequence[Word], begin: int, first: int) -> bool:
    """Whether prepositions with what they govern, adverbs and commas fill the words before a verb."""
    n, seen = begin, False
    while n < first:
        if is_preposition(words[n]):
            n, seen = behind_governed(words, n + 1, first - 1), True
        elif words[n].tag in _MARKS or is_adverb(words[n]):
            n, seen = n + 1, seen or is_adverb(words[n])
        else:
            return False
    return seen and n == first


_MARKS = frozenset({"start", "stop", "comma", "semicolon"})
_ENDS = frozenset({"comma", "open", "dash", "colon", "infinitive", "effect-infinitive"})


def find_let(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """To whom something is let whose noun stands behind: "При этом | мастеру | до мая разрешается полив"."""
    n = next((n for n in range(begin, first) if is_free_party(words, n, "datv")), 0)
    opens = n
    while opens > begin and is_in(words[opens - 1], ADJECTIVES, "datv") and not is_preposition(words[opens - 1]):
        opens -= 1
    led = n > 0 and (words[opens - 1].tag in _MARKS or _are_circumstances(words, begin, opens))
    return extent_of(words, n, "datv", begin, first) if led else None


def find_enactor(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """By whose act something is done, where nobody else is told to do it: "создается приказом | директора"."""
    for act in range(begin, end - 1):
        if words[act].norm not in _WORDING.words("by_act") or words[act].subordinate:
            continue
        head = _behind_acts(words, act, end)
        while head < end - 1 and is_in(words[head], ADJECTIVES, "gent") and not is_in(words[head], NOUNS):
            head += 1
        post = is_in(words[head], NOUNS, "gent") and any(is_noun_of_person(one) for one in lemmas(words[head].norm))
        if not (post or is_party(words, head, "gent") or is_abbreviation(words[head].text)):
            continue
        party = extent_of(words, head, "gent", act + 1, end)
        before_verb = words[min(party.last + 1, len(words) - 1)].tag == "passive"
        governed = is_in(words[act - 1], PREPOSITIONS | PARTICIPLES)
        placed = before_verb or _behind_places(words, begin, act)
        if words[act - 1].tag in _BESIDE_ACT or (placed and not governed):
            return party
    return None


def _behind_acts(words: Sequence[Word], act: int, end: int) -> int:
    """The place behind acts by which something is done and their brackets: "подписью и печатью (при наличии) |"."""
    n = act + 1
    while n + 1 < end and words[n].norm in AND_OR and words[n + 1].norm in _WORDING.words("by_act"):
        n += 2
    if n < end and words[n].tag == "open":
        n = next((k + 1 for k in range(n, end) if words[k].tag == "close"), n)
    return n


def _behind_places(words: Sequence[Word], begin: int, act: int) -> bool:
    """Whether prepositions' phrases alone part an act from its passive: "переводятся на курс | приказом"."""
    verb = next((n for n in range(act - 1, begin - 1, -1) if words[n].tag in ("passive", "participle")), 0)
    n = verb + 1
    while verb and n < act and is_preposition(words[n]):
        n = behind_governed(words, n + 1, act - 1)
    return 0 < verb < n - 1 and n == act and words[act - 1].norm not in AND_OR
