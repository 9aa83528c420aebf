"""Either of two whom a Kazakh sentence names alike ("бағбан немесе қамқоршы ..."), and who stands in for another."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_CLAUSE = 40
"""Words before a verb among which its object stands."""
_WORDING = phrasing("kk")
_TELLS = frozenset({"present", "passive", "negative", "semicolon", "stop", "imperative"})
"""Classes of words behind which nobody is named who stands in for another."""


def with_either(words: Sequence[Word], party: Party) -> Party:
    """A party with whom "немесе" names beside it in the same form: "қорғаншы | немесе қамқоршы"."""
    if party.last != party.head:
        return party
    last = party.last
    while stands_beside(words, last):
        last += 2
    return Party(party.first, last, party.head)


def stands_beside(words: Sequence[Word], n: int) -> bool:
    """Whether "немесе" names a person behind a person in the same number and without a case ending."""
    if n + 3 >= len(words) or words[n + 1].norm not in phrasing("kk").words("or") or case_of(words[n]):
        return False
    one, other = words[n], words[n + 2]
    alike = _kinds(one) == _kinds(other) and is_person(one) and is_person(other)
    return alike and words[n + 3].tag not in ("future-participle", "postposition")


def _kinds(word: Word) -> list[str]:
    return [ending.kind for ending in analyse(word.text)[0].endings]


def stand_in(words: Sequence[Word], start: int, end: int) -> int | None:
    """Who stands in for the one before: "ректор немесе [оның міндетін атқаратын адам]", "не [оны алмастыратын]"."""
    if words[start].norm not in _WORDING.words("its") | _WORDING.words("it"):
        return None
    for k in range(start + 1, min(end, start + _CLAUSE)):
        if words[k].tag in _TELLS:
            return None
        if is_person(words[k]) and words[k].tag == "word" and words[k - 1].tag == "future-participle":
            return k
    return None
