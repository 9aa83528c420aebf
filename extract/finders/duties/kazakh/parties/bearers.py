"""Whom a Kazakh sentence names as bound: the subject, which has no case ending, or an owner in the genitive."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, looks_like, stem_of
from extract.finders.duties.kazakh.parties.addressees import addressee, called_upon, told_to
from extract.finders.duties.kazakh.parties.agents import enactor, first_in_case, party_by, told_in_lead
from extract.finders.duties.kazakh.parties.answering import whose_doing, whose_own, whose_to_do
from extract.finders.duties.kazakh.parties.banned import doer_of_let, not_admitted
from extract.finders.duties.kazakh.parties.charged import charged, entrusted_to, faced
from extract.finders.duties.kazakh.parties.freed import freed, freed_from_doing, freed_persons
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.parties.names.before_colon import bound_before_colon
from extract.finders.duties.kazakh.parties.names.bracketed import with_owner_in_brackets
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import right_before_participle
from extract.finders.duties.kazakh.parties.names.officials import opening_administration, person_at_opening
from extract.finders.duties.kazakh.parties.names.pairs import with_either
from extract.finders.duties.kazakh.parties.ordered import bidden_at_opening, gets_something, named_at_opening, with_name
from extract.finders.duties.kazakh.parties.points import clause_start
from extract.finders.duties.kazakh.parties.subjects import acts_meanwhile, is_bound, subject_of, who_acts
from extract.finders.duties.kazakh.parties.unlisted.subjects import opening_agent
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.kazakh.verbs import is_passive, present_of
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_PLANNED_BY_NOBODY = _WORDING.pattern("planned_by_nobody")


def find_party(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    """The party in a role before the predicate; None where the sentence names none.

    What is done to a subject binds nobody by name: a passive predicate has no bearer, unless "тарапынан" names one.
    """
    party = _named(words, role, first, last)
    if party is not None and party.last + 1 < first and looks_like(words[party.last + 1].norm, "has_set"):
        return None  # "Үкімет бекіткен қағидаларға сәйкес ..."
    if party is not None and words[party.last - 1].tag == "number" and _is_month(words[party.last]):
        return None  # "есеп 10 қаңтарға дейін ұсынылсын"
    return party if party is None else with_owner_in_brackets(words, with_either(words, party))


def _is_month(word: Word) -> bool:
    return stem_of(word) in _WORDING.words("months")


def _named(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    begin = clause_start(words, first)
    if role in _IN_A_CASE:
        return _in_a_case(words, role, begin, first, last)
    party = _freed_or_entrusted(words, role, begin, first, last) or whose_to_do(words, begin, first, last)
    party = party or doer_of_let(words, role, begin, first, last)
    if party is not None:
        return party
    if role == "agent" or _is_impersonal(words, first, last):
        return (
            _advised(words, role, begin, first, last)
            or party_by(words, begin, first)
            or opening_agent(words, begin, first)
            or enactor(words, begin, first)
            or not_admitted(words, begin, first)
        )
    if role == "subject" and words[last].norm in _WORDING.words("asked_of"):
        return freed(words, begin, first) or bidden_at_opening(words, begin, first)
    party = told_in_lead(words, first) if words[last].tag == "need" else None
    party = party or who_acts(words, role, begin, first, last)
    if party is None:
        return bound_before_colon(words, begin, first) or _at_opening(words, role, begin, first, last)
    party = with_name(words, party, first) if role in ("bidden", "actor") else party
    elsewhere = acts_meanwhile(words, party.last, first) or _is_told_of_with_another(words, party, first)
    return None if elsewhere or (role == "bidden" and gets_something(words, party, first)) else party


def _freed_or_entrusted(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """Who is freed from a doing, or to whom one is entrusted: neither is the one who does what the predicate says."""
    if role in ("bidden", "agent"):
        return entrusted_to(words, begin, first)
    n = last - 1
    if role == "doer" and words[last].tag == "passive" and is_known(words, n) and case_of(words[n]) == "":
        return Party(extent(words, n, begin), n, n)  # "шығынды өтеуден | бағбан босатылады"
    if role != "doer":
        return None
    return freed_from_doing(words, begin, first) or freed_persons(words, begin, first)


_IN_A_CASE = frozenset({"owner", "charged", "holder", "recipient", "addressee", "freed", "called", "faced"})
"""Roles of whom a sentence names in a case, or of what comes to him."""


def _in_a_case(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    if role in _BEFORE_THE_VERB:
        return _BEFORE_THE_VERB[role](words, begin, first)
    match role:
        case "owner":
            return whose_own(words, begin, last)
        case "charged":
            return charged(words, first, last)
        case "freed":
            return freed(words, begin, first) or _need_not(words, begin, first, last)
        case "recipient":
            return first_in_case(words, begin, last, "dative")
        case _:
            return _addressed(words, begin, first, last)


def _need_not(words: Sequence[Word], begin: int, first: int, last: int) -> Party | None:
    """Whose doing is not asked of him: "Сатып алушы ... рұқсат алуы қажет емес"."""
    if words[first].tag != "its-doing":
        return None
    return who_acts(words, "actor", begin, first, last) or whose_doing(words, begin, first)


def _addressed(words: Sequence[Word], begin: int, first: int, last: int) -> Party | None:
    """To whom it is said what he may do or not, or who is obliged to it, by a lead-in or in the sentence itself."""
    colon = next((n for n in range(first, last) if words[n].tag == "colon"), last)
    told = told_in_lead(words, first) or addressee(words, begin, first, colon)
    obliged = words[last].norm in _WORDING.words("is_obliged") and words[last - 1].tag == "towards-doing"
    return told or (bidden_at_opening(words, begin, first) if obliged else None)


def _at_opening(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """Who opens the clause of a command, or by his name that of what he does or may do: "Бас маман Н. Садова ...".

    One who will do something may stand right before that.
    """
    if role == "bidden":
        return bidden_at_opening(words, begin, first)
    if role == "subject" and words[first].tag == "future-participle":
        return right_before_participle(words, begin, first)
    if role == "subject" and words[first].tag in ("present", "can"):
        return person_at_opening(words, begin, first)
    does = words[first].tag in ("present", "negative", "can") or is_bound(words, last) or words[last].tag == "must"
    if role != "actor" or not does:
        return None
    return opening_administration(words, begin, first) or named_at_opening(words, begin, first)


def _advised(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """Who is advised, in the dative that opens the clause or a lead-in: "Мектептерге үйірме ашу ұсынылады"."""
    if words[last].tag != "recommend":
        return None
    if role in ("subject", "actor") and (told := told_in_lead(words, first)) is not None:
        return told
    advised = told_to(words, begin, first, last) if role == "subject" else None
    opens = advised is not None and (advised.first == begin or _is_connective(words[begin : advised.first]))
    return advised if opens else None


def _is_connective(opening: Sequence[Word]) -> bool:
    """Whether words that open a clause only tie it to the one before: "осыған байланысты"."""
    return " ".join(word.norm for word in opening if word.tag != "comma") in duty_words("kk").connectives


def _holder(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """The body that comes to own something; persons are given it: "Орталықтар жаңа жабдыққа ие болады"."""
    party = subject_of(words, "subject", begin, first, first)
    return None if party is None or is_person(words[party.head]) else party


_BEFORE_THE_VERB = {"holder": _holder, "faced": faced, "called": called_upon}
"""Roles of whom the words from the clause's opening to its verb tell alone."""


def _is_told_of_with_another(words: Sequence[Word], party: Party, first: int) -> bool:
    """Whether somebody is only told of with another whose he is: "балалары бақшаға бармайтын ата-аналар"."""
    head = party.head
    if not is_owned(words[head]) or words[head - 1].tag not in ("conjunction", "comma", "start", "postposition"):
        return False
    return any(words[n].tag == "future-participle" and words[n + 1].tag == "word" for n in range(head + 1, first - 1))


def _is_impersonal(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a predicate tells what comes about or is done, not who does it: "құрылатын болады", "жоспарлануда"."""
    if any(_PLANNED_BY_NOBODY.match(word.norm) for word in words[first : last + 1]):
        return True
    doing = words[first].tag == "its-doing" and _WORDING.pattern("passive_stem").search(words[first].norm) is not None
    if doing and words[last].tag == "may":
        return True
    if words[first].tag == "can-be" or looks_like(words[first].norm, "passive_intent"):
        return True  # "мүше болып азамат сайлана алады"
    return present_of(words[first].norm) in _WORDING.words("happens") or is_passive(words[first].norm)


def find_level(_words: Sequence[Word]) -> Party | None:
    """Kazakh lead-ins name no levels; there is always a subject."""
    return None
