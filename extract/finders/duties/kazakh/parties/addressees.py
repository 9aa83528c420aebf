"""Whom a Kazakh sentence asks, lets or forbids something, in the dative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adverb,
    is_participle,
    is_verbal,
    looks_like,
    names_actor,
    stem_of,
)
from extract.finders.duties.kazakh.nouns import first_governed
from extract.finders.duties.kazakh.parties.agents import first_in_case
from extract.finders.duties.kazakh.parties.banned import body_that_may_not, doer_of_banned, is_of_doer
from extract.finders.duties.kazakh.parties.names.actors import is_sole
from extract.finders.duties.kazakh.parties.names.named import first_party
from extract.finders.duties.kazakh.parties.points import whole_in_point
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("kk")
_PARTS = frozenset({"comma", "conjunction"})
_TELLS = 4
"""Words behind somebody in the dative among which a converb of telling him stands."""


def _opening_dative(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """The dative that opens a point: a plural, whoever it names, in what is asked, else a person in what is banned.

    A body stands there where something is entrusted to it: "Комиссияға бақты тазалау тапсырылсын", "Дүкен иелеріне ...
    ұсынылсын", "Сынақтан өтпеген жүргізушіге көлік айдауға жол берілмейді".
    """
    for n in range(begin, first):
        if _WORDING.pattern("conditional").search(words[n].norm):
            return None
        if words[n].tag == "word" and case_of(words[n]) == "dative":
            plural = _WORDING.pattern("plural_dative").search(words[n].norm) is not None
            body = stem_of(words[n]) in _WORDING.words("bodies") or names_actor(words[n])
            body = body and _is_entrusted(words, first)
            named = is_person(words[n]) or body or (plural and _is_asked(words, first))
            return Party(begin, n, n) if named and phrase_start(words, n, begin) == begin else None
    return None


def _is_asked(words: Sequence[Word], first: int) -> bool:
    return any(word.norm in _WORDING.words("asks") or word.tag == "imperative" for word in words[first:])


def _is_entrusted(words: Sequence[Word], first: int) -> bool:
    told = (word.norm for word in words[first:])
    return any(looks_like(norm, "entrusts") or norm in _WORDING.words("is_obliged") for norm in told)


def addressee(words: Sequence[Word], begin: int, first: int, last: int) -> Party | None:
    """Whom it is said to what one may do or not: in the dative, else whoever is named."""
    if (does := doer_of_banned(words, begin, first)) is not None:
        return does
    if (entitled := _given_right(words, begin, first, last)) is not None:
        return entitled
    told = first_in_case(words, begin, last, "dative")
    verb = next((n for n in range(last, first - 2, -1) if words[n].tag == "towards-doing"), first)
    if told is not None and (
        _is_given(words, told, first, last) or _has_attribute(words, told) or _is_goal(words, told, begin, verb)
    ):
        return None
    named = told or (None if is_of_doer(words, begin, first) else first_party(words, begin, last, ""))
    if told is None and named is not None and _is_in_attribute(words, named):
        return None
    if told is not None and named is told:
        named = _with_age(words, told, begin)
    to_place = _WORDING.pattern("brings_to").match(words[verb].norm) is not None
    if named is not None and told is not None and words[last].norm in _WORDING.words("asks"):
        named = whole_in_point(words, named, begin)
    opens = None if named or to_place else _opening_dative(words, begin, first)
    opens = opens or (None if named else body_that_may_not(words, begin, first))
    return named if opens is None or _is_given(words, opens, first, last) or _has_attribute(words, opens) else opens


def _is_in_attribute(words: Sequence[Word], party: Party) -> bool:
    """Whether a bare name is of an attribute: "көршілер жиі жүретін жерлерде", "бағбанды жетелеуші иттерден"."""
    n = party.last + 1
    if looks_like(words[party.last].norm, "agent") and case_of(words[n]) not in ("", "genitive", "accusative"):
        return True
    while n + 1 < len(words) and is_adverb(words[n]):
        n += 1
    return is_participle(words[n]) and words[min(n + 1, len(words) - 1)].tag != "becomes"


def _with_age(words: Sequence[Word], party: Party, begin: int) -> Party:
    """A party with the age by which it is told: "12 жастан кіші тұлғаларға"."""
    first = party.first
    aged = first - 2 >= begin and words[first].norm in _WORDING.words("than_age")
    aged = aged and case_of(words[first - 1]) == "ablative" and words[first - 2].tag == "number"
    return replace(party, first=first - 2) if aged else party


def _given_right(words: Sequence[Word], begin: int, first: int, last: int) -> Party | None:
    """Who opens a clause of a right that is given, a body in the singular too: "Орталыққа басқару құқығы берілуі"."""
    given = any(words[n].norm in _WORDING.words("of_a_right") for n in range(first - 1, last))
    n = first_governed(words, begin, first)
    if not given or n is None or case_of(words[n]) != "dative" or looks_like(words[n + 1].norm, "done_participle"):
        return None
    body = is_person(words[n]) or stem_of(words[n]) in _WORDING.words("bodies")
    return Party(begin, n, n) if body and phrase_start(words, n, begin) == begin else None


def addressee_of_item(words: Sequence[Word], begin: int) -> Party | None:
    """Who may not do what an item names, where its lead-in forbids or lets: "тыйым салынады: [балаларға] ит бағуға".

    He opens the item in the dative, what is done behind him.
    """
    verb = next((n for n in range(len(words) - 1, begin, -1) if words[n].tag == "towards-doing"), None)
    told = first_in_case(words, begin, verb, "dative") if verb is not None else None
    if told is None or verb is None or not names_actor(words[told.head]) or _has_attribute(words, told):
        return None
    if _WORDING.pattern("giving").search(words[verb].norm) or _WORDING.pattern("brings_to").match(words[verb].norm):
        return None
    listed = words[told.first - 1].tag in _PARTS and all(case_of(word) == "" for word in words[begin : told.first])
    first = begin if listed else told.first
    done_to = any(case_of(word) == "accusative" for word in words[told.last + 1 : verb])
    return Party(first, told.last, told.head) if first == begin and (done_to or told.last + 1 == verb) else None


def _has_attribute(words: Sequence[Word], party: Party) -> bool:
    """Whether a party in the dative is but what a word behind it is of: "мектептерге арналған", "адамға әсер ету"."""
    n = party.last + 1
    if any(looks_like(word.norm, "not_telling") for word in words[n : n + _TELLS]):
        return True  # "бастыққа алдын ала хабарламай кетуге"
    if words[n].tag in _PARTS:  # "адамға және бақтың топырағына әсер ету"
        n = next((k + 1 for k in range(n + 1, len(words) - 1) if case_of(words[k]) not in ("", "genitive")), n)
        if case_of(words[n - 1]) != "dative":
            return False
    while n + 2 < len(words) and looks_like(words[n].norm, "opens_attribute"):
        n += 1  # "адамға химиялық әсер ету"
    if n + 1 < len(words) and is_verbal(words[n + 1]) and words[n].norm in _WORDING.words("against_whom"):
        return True  # "балаларға шабуыл жасауын болдырмайтын"
    heavy = n + 1 < len(words) and is_verbal(words[n + 1]) and words[n].norm in _WORDING.words("heavy_words")
    governed = heavy and looks_like(words[n].norm, "governs_dative")
    return governed or words[n].norm in _WORDING.words("takes_dative")


def _is_given(words: Sequence[Word], party: Party, first: int, last: int) -> bool:
    """Whether a person in the dative is given what nobody may give him: "Балаларға тапсырма беруге болмайды"."""
    verb = next((n for n in range(last, first - 2, -1) if words[n].tag == "towards-doing"), first)
    gives = _WORDING.pattern("giving").search(words[verb].norm) is not None
    further = any(case_of(word) == "dative" for word in words[party.last + 1 : verb])
    given = is_sole(words[party.head], person=True) or stem_of(words[party.head]) in _WORDING.words("children")
    return gives and not further and given


def _is_goal(words: Sequence[Word], party: Party, begin: int, verb: int) -> bool:
    """Whether something is put or sent to those in the dative behind it: "Суретті топтарға салуға болмайды"."""
    if looks_like(words[verb].norm, "goes_to") and stem_of(words[party.head]) in _WORDING.words("bodies"):
        return party.last + 1 == verb or {words[party.first - 1].tag, words[party.last + 1].tag} & _PARTS != set()
    puts = looks_like(words[verb].norm, "brings_to", "puts") and party.last + 1 == verb
    thing = first_governed(words, begin, party.head)
    return puts and thing is not None and case_of(words[thing]) == "accusative"


def called_upon(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """Whom somebody calls upon to do something, in the accusative: "[Кәсіпкерлерді] бақ салуға шақырамын"."""
    party = first_in_case(words, begin, verb, "accusative")
    if party is not None:
        return party
    n = next((n for n in range(begin, verb) if case_of(words[n]) == "accusative"), None)
    if n is None or not is_person(words[n]):
        return None
    return Party(phrase_start(words, n, begin), n, n)


def told_to(words: Sequence[Word], begin: int, first: int, last: int) -> Party | None:
    """Bodies in the dative to whom it is said what is needed ("мектептерге ... ашу қажет"), not to whom it is given."""
    told = words[begin].norm in _WORDING.words("told_speakers") and words[first].tag in ("to-do", "towards-doing")
    told = told and not looks_like(words[first].norm, "is_of_you")  # "маған кітап беруіңізді сұраймын" asks another
    again = words[first - 1].norm == "қайта"  # "орындарды қайта бөлу" gives nothing
    gives = any(_WORDING.pattern("giving").search(word.norm) for word in words[max(begin, first - 1) : last])
    party = Party(begin, begin, begin) if told else first_in_case(words, begin, last, "dative")
    to_another = party is not None and any(case_of(word) == "dative" for word in words[party.last + 1 : first])
    if gives and not again and not to_another:  # "мұғалімдерге он минутты [оқуға] бөлу" gives them nothing
        return None
    if told:
        return party  # "Бізге | бақ салу керек"
    if party is not None and is_abbreviation(analyse(words[party.head].text)[0].stem):
        return party if party.first == begin else None
    body = party is not None and stem_of(words[party.head]) in _WORDING.words("bodies")
    return party if body or (party is not None and _are_told(words, party, begin, first)) else None


def _are_told(words: Sequence[Word], party: Party, begin: int, first: int) -> bool:
    """Whether persons in the dative are told to do something to a thing: "мұғалімдерге жоспарды түзету қажет"."""
    before = words[party.first - 1]
    opens = party.first == begin or before.norm in _WORDING.words("opens_main_clause") or before.tag == "comma"
    plural = _WORDING.pattern("plural_dative").search(words[party.head].norm) is not None
    needed = words[party.last + 1].norm in _WORDING.words("takes_dative")  # "оқушыларға қажетті құралдар"
    if not opens or not plural or needed or not is_person(words[party.head]) or _has_attribute(words, party):
        return False
    done_to = any(case_of(word) == "accusative" for word in words[party.last + 1 : first])
    return done_to and _WORDING.pattern("done_for_persons").match(words[first].norm) is None
