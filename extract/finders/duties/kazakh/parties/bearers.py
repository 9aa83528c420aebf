"""Whom a Kazakh sentence names as bound: the subject, which has no case ending, or an owner in the genitive."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    closes_condition,
    is_doer,
    is_owned,
    looks_like,
    names_actor,
    stem_of,
)
from extract.finders.duties.kazakh.parties.addressees import addressee, called_upon, told_to
from extract.finders.duties.kazakh.parties.agents import enactor, first_in_case, party_by, told_in_lead
from extract.finders.duties.kazakh.parties.answering import who_answers, whose_doing, whose_own, whose_to_do
from extract.finders.duties.kazakh.parties.banned import doer_of_let
from extract.finders.duties.kazakh.parties.charged import charged, entrusted_to, faced
from extract.finders.duties.kazakh.parties.freed import freed, freed_from_doing, freed_persons
from extract.finders.duties.kazakh.parties.names.actors import is_attribute_of_actor, is_known, must_do
from extract.finders.duties.kazakh.parties.names.before_colon import bound_before_colon
from extract.finders.duties.kazakh.parties.names.bracketed import with_owner_in_brackets
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import first_party, makes, opening_body, right_before_participle
from extract.finders.duties.kazakh.parties.names.officials import opening_administration, person_at_opening
from extract.finders.duties.kazakh.parties.names.pairs import with_either
from extract.finders.duties.kazakh.parties.ordered import bidden_at_opening, gets_something, named_at_opening, with_name
from extract.finders.duties.kazakh.parties.points import behind_purpose, clause_start, is_time, whole_in_point
from extract.finders.duties.kazakh.parties.shared_subjects import before_inset, goes_on_behind
from extract.finders.duties.kazakh.parties.subjects import (
    acting_subject,
    bound_subject,
    is_described,
    opening_agent,
)
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.kazakh.verbs import is_passive, present_of
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_PARTS = frozenset({"comma", "conjunction"})
_CLOSES = frozenset({"present", "obliged", "must", "entitled", "intent"})
"""Classes of words that close a clause of somebody who acts or is bound."""
_PLANNED_BY_NOBODY = _WORDING.pattern("planned_by_nobody")


def find_party(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    """The party in a role before the predicate; None where the sentence names none.

    What is done to a subject binds nobody by name: a passive predicate has no bearer, unless "тарапынан" names one.
    """
    party = _named(words, role, first, last)
    if party is not None and party.last + 1 < first and looks_like(words[party.last + 1].norm, "has_set"):
        return None  # "Үкімет бекіткен қағидаларға сәйкес ..."
    return party if party is None else with_owner_in_brackets(words, with_either(words, party))


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
        )
    if role == "subject" and words[last].norm in _WORDING.words("asked_of"):
        return freed(words, begin, first) or bidden_at_opening(words, begin, first)
    party = told_in_lead(words, first) if words[last].tag == "need" else None
    party = party or _acting(words, role, begin, first, last)
    if party is None:
        return bound_before_colon(words, begin, first) or _at_opening(words, role, begin, first, last)
    party = with_name(words, party, first) if role in ("bidden", "actor") else party
    elsewhere = _acts_meanwhile(words, party.last, first) or _is_told_of_with_another(words, party, first)
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
            party = freed(words, begin, first)
            does = party is None and words[first].tag == "its-doing"  # "Сатып алушы ... рұқсат алуы қажет емес"
            acts = _acting(words, "actor", begin, first, last) if does else party
            return acts or (whose_doing(words, begin, first) if does else None)
        case "recipient":
            return first_in_case(words, begin, last, "dative")
        case _:
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
    does = words[first].tag in ("present", "negative", "can") or _is_bound(words, last) or words[last].tag == "must"
    if role != "actor":
        return None
    if does and (administration := opening_administration(words, begin, first)) is not None:
        return administration
    return named_at_opening(words, begin, first) if does else None


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


def _acting(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """Who acts: the subject of the predicate, or in a rule of the present tense whoever stands as one."""
    if role == "actor" and words[first].norm in _WORDING.words("answering"):
        answers = who_answers(words, begin, first)
        if answers is not None or (last > first + 1 and words[last].tag in ("stop", "semicolon")):
            return answers  # "(жауапты – А. Садов)" tells of another deed
    party = _subject(words, role, begin, first, last)
    if role != "actor" or (party is not None and _acts_meanwhile(words, party.last, first)):
        return party
    if party is None and _is_bound(words, last):
        return bound_subject(words, begin, first)
    if party is None and words[first].tag == "its-doing" and looks_like(words[first].norm, "done_doing"):
        times = _WORDING.words("times")  # "басшы бас тартқан жағдайда | шарт бұзылуы тиіс"
        if any(word.norm in times for word in words[begin:first]):
            return None
    if party is None and must_do(words, begin, first, last):
        party = bound_subject(words, begin, first, persons=True)
    return acting_subject(words, begin, first, party)


def _subject(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """The subject of a predicate, or the bodies to whom it is said what is needed."""
    if (stands_for := _taken_up(words, begin, first) or before_inset(words, begin, first)) is not None:
        return stands_for
    if (nearest := _of_own_clause(words, begin, first)) is not None:
        return nearest
    behind = behind_purpose(words, begin, last)
    opens = first_party(words, begin, last, "") if role == "bidden" else None
    party = opens if opens is not None and opens.first == begin else first_party(words, behind, last, "")
    if party is not None and party.last + 1 == first and _is_made(words, begin, behind, party):
        party = first_party(words, begin, behind, "")
    if party is not None and party.last + 1 == first and words[first].norm in _WORDING.words("being"):
        party = first_party(words, begin, party.first, "") or party  # "бөлім ... ұйымдастырушысы болуға құқылы"
    if party is None or (party.last + 1 == first and is_time(words, behind - 1)):
        party = first_party(words, begin, last, "")  # what stands between a day and the verb is what is done
    main = begin
    while party is not None and (beyond := _behind_condition(words, party, first)) is not None:
        other = first_party(words, beyond, last, "")
        if other is None:
            gone = closes_condition(words, beyond - 1) or words[party.last + 1].norm in _WORDING.words("absent")
            gone = gone or looks_like(words[first].norm, "done_doing")  # "бас тартқан жағдайда шарт бұзылуы тиіс"
            party = None if gone and not goes_on_behind(words, party, beyond, first) else party
            main = beyond
            break
        party = other
    if party is not None and (_acts_below(words, party.last, first) or _acts_meanwhile(words, party.last, first)):
        return None
    if party is None and words[last].tag in ("need", "recommend", "must"):
        party = told_to(words, begin, first, last)
        if party is not None or not must_do(words, begin, first, last):
            return party
    if party is None and _is_bound(words, last):
        party = _opening_persons(words, begin, first)
    acts = words[first].tag in ("present", "can", "intent") or _is_bound(words, last)
    acts = acts or words[first].norm in _WORDING.words("answering") or must_do(words, begin, first, last)
    acts = acts or any(word.tag == "opines" for word in words[first : last + 1])  # "ақысын қайта есептейді"
    if party is None and acts and (role == "actor" or words[first].tag == "intent" or makes(words, main, first)):
        opens = opening_body(words, main, first)
        return None if opens and must_do(words, begin, first, last) and opens.first > begin else opens
    return whole_in_point(words, party, begin) if role == "bidden" and party is not None else party


def _is_bound(words: Sequence[Word], last: int) -> bool:
    """Whether a predicate says what somebody must, may or may not do: "міндетті", "құқылы емес"."""
    return words[last - (words[last].norm in _WORDING.words("negates"))].tag in ("obliged", "entitled")


def _is_made(words: Sequence[Word], begin: int, behind: int, party: Party) -> bool:
    """Whether bodies right before a verb are what somebody makes: "ұйым ... үшін мектептер құрады"."""
    purpose = behind > begin and words[behind - 1].norm in _WORDING.words("closes_aside")
    done_to = any(case_of(word) == "accusative" for word in words[behind : party.first])
    plural = [ending.kind for ending in analyse(words[party.last].text)[0].endings] == ["plural"]
    return purpose and plural and not done_to and first_party(words, begin, behind, "") is not None


def _opening_persons(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Who opens a clause of what he may or must, persons before what is theirs, too: "Ата-аналар баласының ..."."""
    begin = next((n + 1 for n in range(end - 1, begin, -1) if closes_condition(words, n)), begin)
    kinds = [ending.kind for ending in analyse(words[begin].text)[0].endings]
    if kinds == ["plural"] and names_actor(words[begin]):
        return Party(begin, begin, begin)
    attribute = not is_person(words[begin]) and not names_actor(words[begin])
    head = begin + attribute  # "Кәсіби медиатор одақ бекітетін кодексті ..."
    head += head + 1 < end and is_attribute_of_actor(words, head)  # "Жергілікті атқарушы орган баланы ..."
    if head >= end:
        return None
    at_least = words[head + 1].norm in _WORDING.words("at_least")
    one = (
        words[head].tag == "word"
        and (is_person(words[head]) or is_doer(words[head]))
        and not analyse(words[head].text)[0].endings
    )
    alone = (
        one
        and case_of(words[begin]) == ""
        and not is_owned(words[begin])
        and (
            at_least or not is_owned(words[head + 1]) or _is_child_of(words, head) or is_described(words, head + 1, end)
        )
    )
    return Party(begin, head, head) if alone else None


def _is_child_of(words: Sequence[Word], n: int) -> bool:
    """Whether the child of a parent at a place stands right behind him, as an object: "Ата-ана баласын"."""
    return words[n].norm in _WORDING.words("parents") and stem_of(words[n + 1]) in _WORDING.words("children")


def _of_own_clause(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """The subject of a clause that another with a verb stands before: "Басшы акт жасайды, оған куәлар қол қояды"."""
    closing = (n for n in range(first - 1, begin, -1) if words[n].tag in _CLOSES and words[n + 1].tag in _PARTS)
    before = next(closing, None)
    if before is None:
        return None
    party = first_party(words, before + 2, first, "") or _set_against(words, before + 2, first)
    if party is None:
        return None
    done_to = any(case_of(word) in ("accusative", "dative") for word in words[before + 2 : first])
    return party if done_to or party.last + 1 < first else None


def _set_against(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """A person in the bare singular who opens a clause of contrast: "мектеп орын береді, ал | тұрушы ақы төлейді"."""
    n = begin + (words[begin].norm in _WORDING.words("contrasts"))
    bare = n > begin and n + 1 < first and not analyse(words[n].text)[0].endings and is_person(words[n])
    return Party(n, n, n) if bare and case_of(words[n + 1]) in ("accusative", "dative") else None


def _taken_up(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Whom "ол" behind a clause of condition stands for: "Егер басшы келмесе, ол хат жібереді"."""
    for n in range(begin + 1, first):
        if words[n].norm in _WORDING.words("he") and closes_condition(words, n - 1):
            return first_party(words, begin + (words[begin].norm in _WORDING.words("if")), n, "")
    return None


def _behind_condition(words: Sequence[Word], party: Party, first: int) -> int | None:
    """The place behind a clause of time or condition that a party opens: "Төраға болмаған жағдайда", "ол келсе,"."""
    came = party.last + 2 < first and words[party.last + 2].norm in _WORDING.words("since")
    if came and _WORDING.pattern("past_participle").search(words[party.last + 1].norm):
        return party.last + 3  # "мүшелер сайланған күннен | бастап төраға"
    for n in range(party.last + 2, first):
        excepts = words[n].norm in _WORDING.words("except") and words[party.last + 1].tag not in _PARTS
        excepts = excepts and words[n + 1].tag == "comma"  # "мүшелер болмаған жағдайларды қоспағанда, | төраға"
        if excepts or closes_condition(words, n):
            return n + 1 + excepts
        if words[n].tag == "towards-doing" and words[n + 1].tag in _PARTS:
            return None  # "иелері хабарлауға және [ауру білінген кезде] емдеуге міндетті"
        if looks_like(words[n].norm, "done_in_case") and words[n + 1].norm in _WORDING.words("closes_purpose"):
            return n + 2  # "кеңес жобаны мақұлдағаннан кейін | орган ..."
        if words[n].norm in _WORDING.words("times"):
            done = _WORDING.pattern("past_participle").search(words[n - 1].norm) is not None
            return n + 1 if done else None
    return None


def _holder(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """The body that comes to own something; persons are given it: "Орталықтар жаңа жабдыққа ие болады"."""
    party = _subject(words, "subject", begin, first, first)
    return None if party is None or is_person(words[party.head]) else party


_BEFORE_THE_VERB = {"holder": _holder, "faced": faced, "called": called_upon}
"""Roles of whom the words from the clause's opening to its verb tell alone."""


def _acts_below(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether a noun is who acts in a participle's clause, the predicate having a subject of its own right before it.

    Written for "Әр мұғалім пайдалана алатын қорды кеңейту арқылы бағалау жүйесі тұрақты түрде жұмыс істемек": a noun
    with a possessive and no case ending is no object.
    """
    k = first - 1
    while k > n and words[k].norm in _WORDING.words("before_predicate"):
        k -= 1
    if k == first - 1 or k <= n or words[k].tag != "word" or not is_owned(words[k]):
        return False
    able = any(words[m].norm in _WORDING.words("able") for m in range(n + 1, k))
    return able and case_of(words[k]) == ""


def _acts_meanwhile(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether a noun is of a clause of time before what is done: "Қызметкерлер босатылғанда куәліктер жойылуы тиіс"."""
    done = words[first].tag == "its-doing" and _WORDING.pattern("passive_stem").search(words[first].norm) is not None
    return done and any(_WORDING.pattern("when_done").search(word.norm) for word in words[n + 1 : first])


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
