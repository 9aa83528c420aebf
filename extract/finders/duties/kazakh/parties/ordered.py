"""Who opens a Kazakh point that bids him by an active command, or is named there by his name.

"Бухгалтерия өткен ай үшін төлем жасасын", "Бас маман Н. Садова тізім жасасын", "Қойма (Ж. Садов) тізім жасасын".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, looks_like
from extract.finders.duties.kazakh.parties.names.actors import is_attribute_of_actor, is_known, is_of_giving
from extract.finders.duties.kazakh.parties.names.answerers import person_end, whole_name_end
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_NOMINAL = frozenset({"word", "to-do", "past", "title", "number", "future-participle", "imperative"})
_LONGEST = 24
"""Words of one who is named, his name left out."""


def named_at_opening(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Who opens a clause and is told by his name, with further ones: "Бас маман Н. Садова мен бағбан С. Терек"."""
    return next((party for start in _starts(words, begin, first) if (party := _named(words, start, first))), None)


def bidden_at_opening(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Who opens the clause of an active command: by his name, or as a noun that names who can act."""
    if looks_like(words[first].norm, "passive_imperative"):
        return None
    for start in _starts(words, begin, first):
        if (party := _named(words, start, first) or _known(words, start, first)) is not None:
            return party
    return _behind_thing(words, begin, first)


def gets_something(words: Sequence[Word], party: Party, verb: int) -> bool:
    """Whether a person who is named gets what a passive command tells: "бағбан А. Садовқа сыйлықақы төленсін"."""
    if not looks_like(words[verb].norm, "passive_imperative") or looks_like(words[verb].norm, "entrusts"):
        return False
    named = any(word.text == "." for word in words[party.first : party.last])
    return named and words[verb].norm in _WORDING.words("given_to_persons")


def _behind_thing(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """A person in the bare singular right behind what he is to do something to: "есепті хатшы отырысқа әзірлесін"."""
    for n in range(begin + 1, first):
        bare = is_person(words[n]) and words[n].tag == "word" and not analyse(words[n].text)[0].endings
        apart = n + 1 == first or not (is_owned(words[n + 1]) or is_person(words[n + 1]))
        if bare and apart and case_of(words[n - 1]) == "accusative" and not is_attribute_of_actor(words, n):
            return Party(n, n, n)
    return None


def with_name(words: Sequence[Word], party: Party, first: int) -> Party:
    """A party with the name right behind it, and with further ones who are named: "мұғалімі Терек А. мен ..."."""
    if party.last + 1 >= first or case_of(words[party.head]) != "":
        return party
    named = person_end(words, party.last + 1) or whole_name_end(words, party.last + 1)
    last = party.last if named is None else named
    if named is None and not any(word.text == "." for word in words[party.head : party.last]):
        return party
    return Party(party.first, _last_of_named(words, last, first), party.head)


def _starts(words: Sequence[Word], begin: int, first: int) -> Iterator[int]:
    """Where who acts may begin: at the opening of the clause, or behind a time or a purpose there."""
    yield begin
    for n in range(begin, first - 1):
        if words[n].norm in _WORDING.words("ends_time") or words[n].norm in _WORDING.words("closes_purpose"):
            yield n + 1 + (words[n + 1].tag == "comma")


def _named(words: Sequence[Word], start: int, first: int) -> Party | None:
    for n in range(start, min(first, start + _LONGEST)):
        end = person_end(words, n) if n > start or words[n].text[:1].isupper() else None
        end = end or (whole_name_end(words, n) if n > start else None)
        if end is not None and end < first:
            head = max(start, n - 1)
            titled = n == start or (case_of(words[n - 1]) == "" and words[n - 1].tag in _NOMINAL)
            return Party(start, _last_of_named(words, end, first), head) if titled else None
        if not _is_of_name(words, n):
            return None
    return None


def _is_of_name(words: Sequence[Word], n: int) -> bool:
    """Whether a word may stand in what somebody is called: "бақ ісі жөніндегі", "бақтың бас", "кілтке жауапты"."""
    if words[n].norm in _WORDING.words("relating") or words[n].norm in _WORDING.words("answerable"):
        return True
    if case_of(words[n]) == "dative":
        return words[n + 1].norm in _WORDING.words("answerable")
    return words[n].tag in _NOMINAL and case_of(words[n]) in ("", "genitive")


def _last_of_named(words: Sequence[Word], last: int, first: int) -> int:
    """The last word of a list of those who are named, from the name of one of them on."""
    joint = last + 1 + (words[last + 1].text == ".")
    if joint + 1 >= first or words[joint].tag not in ("conjunction", "comma"):
        return last
    further = _named(words, joint + 1, first) or _known(words, joint + 1, first)
    return further.last if further is not None else last


def _known(words: Sequence[Word], start: int, first: int) -> Party | None:
    for n in range(start, min(first, start + _LONGEST)):
        if not _is_of_name(words, n):
            return None
        if case_of(words[n]) == "" and _acts(words, n, first):
            joint = words[n + 1]
            further = None
            if joint.tag == "conjunction" and n + 2 < first:
                further = _named(words, n + 2, first) or _known(words, n + 2, first)
                if further is None:
                    return None
            return Party(start, further.last if further else n, n)
    return None


def _acts(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether a noun names who can act, and what stands behind it is no noun of his."""
    word, behind = words[n], words[n + 1]
    if word.tag not in ("word", "past") or not (is_known(words, n) or is_person(word)):
        return False
    if is_attribute_of_actor(words, n) or is_of_giving(words, n) or n + 1 >= first:
        return False
    if behind.tag in ("postposition", "comma", "dash", "open", "mark") or behind.norm in _WORDING.words("exists"):
        return False
    if is_owned(behind) and behind.tag in ("word", "to-do", "past", "imperative"):
        return words[n + 2].norm in _WORDING.words("measures")  # "мұғалімдері | үлгерімі төмен оқушылармен"
    bare = not analyse(word.text)[0].endings
    if bare and is_known(words, n + 1) and behind.tag != "conjunction":
        return False
    plural = [ending.kind for ending in analyse(behind.text)[0].endings][:1] == ["plural"]
    kind_of = case_of(behind) in ("", "genitive") or is_known(words, n + 1)
    return not (bare and plural and kind_of)  # "педагог кадрлар"
