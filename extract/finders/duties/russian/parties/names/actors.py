"""Who can act, as a Russian sentence names him: a body or post of the lists, letters of a body, all of a kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, LINKS, NOUNS, PREPOSITIONS, is_in
from extract.finders.duties.russian.parties.names.bodies import FINITE, LONGEST, OPENS_CLAUSE, names_body
from extract.finders.duties.russian.parties.names.persons import TELLING, is_attribute_of, is_person, leads_to_noun
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_PARTS_OF_SPEECH = frozenset({"NOUN", "ADJF", "PRTF", "NUMR", "NPRO"})
_ON_DUTY = _WORDING.pattern("on_duty")


@cache
def _beginnings() -> frozenset[str]:
    """How the nouns that name a party begin, in every case: most words need no look into the dictionary."""
    actors = duty_words("ru").actors
    return frozenset(head[:TELLING] for head in (*actors.heads, *actors.compounds))


def is_party(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word heads the name of somebody who can act, in a case ("организациям", "МИО", "педагоги")."""
    word = words[n]
    if word.tag != "word":
        return False
    if word.norm[:TELLING] not in _beginnings():
        return _acts_by_letters(words, n, case) or is_person(words, n, case) or _stand_for_others(words, n, case)
    actors = duty_words("ru").actors
    if is_abbreviation(word.text) and word.text.isupper():
        return word.norm in actors.heads or _acts_by_letters(words, n, case)
    counted = case == "nomn" and n > 0 and words[n - 1].tag == "number"
    for lemma, pos, found, number in readings(word.norm):
        if pos not in _PARTS_OF_SPEECH or (found != case and not (counted and found == "gent")):
            continue
        if lemma in actors.heads:
            return not (pos == "ADJF" and _is_on_duty(words, n))
        if lemma in actors.compounds and names_body(words, n, (lemma, found, number)):
            return True
    return is_person(words, n, case) or _is_turn(words, n, case) or (case == "nomn" and _is_each(words, n))


def _is_on_duty(words: Sequence[Word], n: int) -> bool:
    """Whether a word that may be a person is the attribute of the noun behind it: "дежурная | часть", no "| по школе".

    Prepositions and joints have readings of nouns, too.
    """
    if n + 1 >= len(words) or _ON_DUTY.match(words[n].norm) is None or is_in(words[n + 1], LINKS):
        return False
    return words[n + 1].text.islower() and is_attribute_of(words, n)


def _is_turn(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun stands for those whose turn it is, by its attribute: "дежурный | класс", "дежурная | смена"."""
    return _ON_DUTY.match(words[n - 1].norm) is not None and is_in(words[n], NOUNS, case) and _takes_turns(words[n])


def _takes_turns(word: Word) -> bool:
    return any(lemma in _WORDING.words("takes_turns") for lemma, pos, *_ in readings(word.norm) if pos in NOUNS)


def _stand_for_others(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word names those who are left, who are in each of a kind, or an office that is called a part."""
    if _are_the_rest(words, n, case) or (case == "nomn" and _is_each(words, n)):
        return True
    return _is_turn(words, n, case) or _is_office_part(words, n, case)


def _is_office_part(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun is an office's by its attribute: "дежурная | часть ведет", not "учебная часть программы"."""
    called = words[n].norm in _WORDING.words("called_part") and _WORDING.pattern("office_part").match(words[n - 1].norm)
    if not called or not is_in(words[n], NOUNS, case):
        return False
    behind = n + 1 < len(words) and is_in(words[n + 1], NOUNS, "gent") and not is_in(words[n + 1], LINKS)
    return not behind or is_party(words, n + 1, "gent")


def _is_each(words: Sequence[Word], n: int) -> bool:
    """Whether a noun stands for those who are in each of its kind: "Каждый | класс | сажает розу"."""
    return words[n - 1].norm in _WORDING.words("each") and words[n].norm in _WORDING.words("of_each")


def _acts_by_letters(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether an abbreviation that no list has is a body's: "ЦУД направляет ...", "осуществляется ЦУД"."""
    if not (words[n].text.isupper() and is_abbreviation(words[n].text)) or words[n].norm in _THINGS:
        return False
    if case == "nomn":
        opens = words[n - 1].tag in OPENS_CLAUSE  # "ЦУД по итогам отбора направляет ..."
        opens = opens or (words[n - 1].norm in _WORDING.words("contrasts") and words[n - 2].tag == "comma")
        told = is_in(words[n - 1], NOUNS) and not is_in(words[n - 1], NOUNS, "nomn")
        if told and not _opens_by_preposition(words, n):
            return False  # "размещение на портале ЦУД | обеспечивает сад"
        does = _WORDING.words("body_does")
        ahead = range(n + 1, min(n + LONGEST, len(words)))
        verb = next((k for k in ahead if words[k].tag in FINITE or words[k].norm in does or not opens), None)
        if verb is None or _doer_follows(words, verb):
            return False  # "дипломы ЦУД | подписывает директор"
        return words[verb].norm in does or _do_to_something(words, verb)
    k = n - 1
    while k > 0 and case == "ablt" and is_in(words[k], ADJECTIVES, "ablt") and not is_in(words[k], NOUNS):
        k -= 1  # "рассматривается | районной | ЦУД"
    done = words[k].tag == "passive" and _WORDING.pattern("given_to").match(words[k].norm) is None
    return case == "ablt" and (words[n - 1].norm in _WORDING.words("done_by") or done)


_THINGS = _WORDING.words("letters_of_things")
"""Tests, papers and laws that go by letters, and do nothing: "СОЧ определяет уровень"."""


def _doer_follows(words: Sequence[Word], verb: int) -> bool:
    """Whether somebody who by his form is no object stands right behind a verb: he does it."""
    k = verb + 1
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, "nomn") and not is_in(words[k], NOUNS):
        k += 1
    return k < len(words) and is_party(words, k, "nomn") and not is_in(words[k], NOUNS | ADJECTIVES, "accs")


def _do_to_something(words: Sequence[Word], verb: int) -> bool:
    """Whether several do, by a verb of bodies, something that stands right behind it: "ЦУД | передают списки".

    Without it the letters may be what is done: "ЭКГ проводят ежегодно", "ЭКГ проводят школы".
    """
    if words[verb].tag != "present" or not any(one[0] in _deeds_of_bodies() for one in _in_plural(words[verb])):
        return False
    k = verb + 1
    k += k < len(words) and words[k].tag == "colon"  # "ЦУД определяют: | сроки смотра"
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, "accs") and not is_in(words[k], NOUNS, "accs"):
        k += 1
    return k < len(words) and is_in(words[k], NOUNS, "accs") and not is_party(words, k, "nomn")


def _in_plural(word: Word) -> list[tuple[str, str, str, str]]:
    return [one for one in readings(word.norm) if one[1] == "VERB" and one[3] == "plur"]


@cache
def _deeds_of_bodies() -> frozenset[str]:
    """The verbs of what a body does, in the dictionary's form."""
    return frozenset(lemma for form in _WORDING.words("body_does") for lemma, *_ in readings(form))


def _opens_by_preposition(words: Sequence[Word], n: int) -> bool:
    """Whether what stands before a word is phrases of prepositions that open the clause: "После отбора роз | ЦУД".

    "На основании приказа органа в сфере садов до 15 мая | ЦУД".
    """
    k = n - 1
    while k > 0 and (words[k].tag == "number" or is_in(words[k], ADJECTIVES | NOUNS | PREPOSITIONS)):
        k -= 1
    return words[k].tag in OPENS_CLAUSE and is_in(words[k + 1], LINKS)


def _are_the_rest(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether an adjective without a noun opens a clause of what they do: "остальные | вносят плату"."""
    told = case == "nomn" and words[n].norm in _WORDING.words("the_rest") and words[n - 1].tag in OPENS_CLAUSE
    return told and not leads_to_noun(words, n, case)
