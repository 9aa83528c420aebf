"""Whom a Russian sentence names as bound: the party in the case that its rule asks for, by the dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import NOUNS, PREPOSITIONS, is_in
from extract.finders.duties.russian.governed import AND_OR, INFINITIVES
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.parties.addressees import find_addressee
from extract.finders.duties.russian.parties.banned import find_banned
from extract.finders.duties.russian.parties.charged import (
    behind_preposition,
    find_addressed,
    find_by_forces,
    find_charged,
    find_doer_otherwise,
    find_wishing,
)
from extract.finders.duties.russian.parties.circumstances import doer_behind, find_let, next_subject
from extract.finders.duties.russian.parties.freedom import (
    DONE,
    clause_around,
    contrasts,
    in_same_brackets,
    is_free_party,
)
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.names.those import whoever_opens
from extract.finders.duties.russian.parties.next_doer import is_done_there, joint_behind_agreed, owner_told_before
from extract.finders.duties.russian.parties.pronouns import find_speaker
from extract.finders.duties.russian.parties.told import find_by_predicate
from extract.finders.duties.russian.parties.turned import (
    calls_somebody,
    names_office,
    opens_on_its_doer,
    party_behind,
    stands_behind,
)
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_PLURAL = _WORDING.pattern("plural_predicate")
_FILLED = _WORDING.pattern("filled_with")
"""Predicates whose instrumental tells what with, not by whom: "будут обеспечены педагогами"."""
_CASES = {
    "addressee": "datv",
    "subject": "nomn",
    "agent": "ablt",
    "owner": "gent",
    "charged": "accs",
    "recipient": "accs",
}
_ACTIVE = frozenset({"present", "future"})
_MODAL = frozenset({"entitled", "must", "may"})
_TRIED = {
    "subject": ("subject", "agent"),
    "addressee": ("addressee",),
    "agent": ("agent",),
    "owner": ("owner",),
    "charged": ("charged",),
    "recipient": ("recipient",),
}
"""Role of a rule -> the roles in which the sentence may name the party, tried in turn."""


def find_party(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    """The party in a role around the words of a decision; None where the sentence names none.

    An addressee or a subject stands before the predicate as a rule, an agent on either side.
    """
    if role == "bidden":
        return _find_bidden(words, first, last)
    if role == "agent" and words[last].norm in _WORDING.words("required_for"):
        _, end = clause_around(words, first, last)
        return behind_preposition(words, _WORDING.words("required_for"), "gent", last, end)
    role = "addressee" if role == "beneficiary" else role
    if role == "addressee" and words[last].norm in _WORDING.words("asks"):
        bids = (n for n in range(last + 1, len(words)) if words[n].tag in ("infinitive", "effect-infinitive"))
        return party_behind(words, "accs", last, next(bids, len(words) - 1))
    asked = find_addressed(words, clause_around(words, first, last), first, last) if role == "addressee" else None
    if role == "addressee" and asked is None and last > first + 1 and words[first].tag == "allowed":
        asked = party_behind(words, "datv", first, last)  # "Разрешаю | мастерам | работать"
    if role == "doer":
        reflexive = _WORDING.pattern("reflexive_infinitive").search(words[last].norm)
        to_thing = reflexive and not _WORDING.pattern("acting").match(words[last].norm)
        role = "agent" if words[last].tag in DONE or to_thing else "subject"
    if role == "subject" and (done := _deed_told(words, first)):
        first = last = done
    speaker = find_speaker(words, clause_around(words, first, first)[0], first) if role == "subject" else asked
    at_head = (_not_one(words, first) or _whoever(words, first) if role == "subject" else None) or speaker
    for wanted in _TRIED[role] if at_head is None else ():
        planned = words[last].tag == "planned"
        if wanted == "agent" and role == "subject" and not planned and not _is_passive(words, last):
            continue
        if wanted == "subject" and (_may_be_done(words, first, last) or _is_planned(words, last)):
            continue
        party = _find(words, wanted, first, last)
        if party and not (
            planned and wanted == "agent" and party.first > last
        ):  # "планируется обеспечить школы врачами"
            return party
    if role == "addressee" and asked is None:
        at_head = find_banned(words, clause_around(words, first, last), first, last)
    if at_head is not None or role != "subject" or is_of_relative(words, first):
        return at_head
    let = find_let(words, clause_around(words, first, first)[0], first) if words[last].tag == "allowed" else None
    return let or _over_contrast(words, first, last) or find_by_predicate(words, first, last)


def _find_bidden(words: Sequence[Word], first: int, last: int) -> Party | None:
    """Whom an infinitive bids: those it obliges, or who stand in the dative around it."""
    if (wishing := find_wishing(words, last)) is not None:
        return wishing
    obliges = _WORDING.words("obliges") | _WORDING.words("begs")
    obliged = next((n for n in range(1, first) if words[n].norm in obliges), None)
    told = find_addressee(words, 1, obliged) if obliged is not None else None
    if obliged is not None and (party := told or party_behind(words, "accs", obliged, first)):
        return party  # "Обязать | директоров | открыть", but "Акимам | обязать директоров открыть"
    told = find_addressee(words, _begin_of_point(words, last), last) or find_party(words, "addressee", first, last)
    forbids = words[last].norm in _WORDING.words("forbids")
    told = told or (_banned(words, last) if forbids else find_by_forces(words, 1, len(words)))
    if told is None:
        return None
    by_forces = words[told.first - 1].norm in _WORDING.words("by_forces")
    gets = told.first > last and words[last].tag in INFINITIVES and not forbids and not by_forces
    return None if gets or _is_given(words, told, last) else told  # "Разъяснить | ученикам | порядок": to them


def _not_one(words: Sequence[Word], first: int) -> Party | None:
    """The subject of which none may: "| Ни одна из сторон | не вправе"."""
    begin, _ = clause_around(words, first, first)
    opens = [word.norm for word in words[begin : begin + 3]]
    head = begin + 3
    named = len(opens) > 2 and f"{opens[0]}-{opens[2]}" in _WORDING.words("none_of") and head < first
    if not named or not is_party(words, head, "gent"):
        return None
    return Party(begin, extent_of(words, head, "gent", head, first).last, head)


def _whoever(words: Sequence[Word], first: int) -> Party | None:
    """Whom the clause that opens a sentence tells, where nobody else does it: "| Кто опоздал, | моет лейки".

    Who it is may be what somebody decides: "Кто дежурит, | решает мастер".
    """
    opens = whoever_opens(words, first)
    if opens is None or words[first].norm in _WORDING.words("decides_who"):
        return None
    beside = (*range(opens[1] + 1, first), *range(first + 1, min(first + _BESIDE, len(words))))
    if any(is_party(words, n, "nomn") for n in beside):
        return None
    return Party(opens[0], opens[1], opens[0])


_BESIDE = 3
"""Words behind a verb among which its doer stands."""


def _deed_told(words: Sequence[Word], first: int) -> int:
    """The verb of the deed that its doer tells of: "закрывает ворота, | о чем информирует школу"; 0 where none is."""
    if not words[first].subordinate or words[first].norm not in _WORDING.words("of_which"):
        return 0
    return next((n for n in range(first - 1, 0, -1) if words[n].tag in _ACTIVE and not words[n].subordinate), 0)


def is_of_relative(words: Sequence[Word], first: int) -> bool:
    """Whether a relative word is the subject of a predicate: "походы в сады, которые | должны"."""
    return words[first].subordinate and words[first - 1].norm in _WORDING.words("relative_subjects")


def _is_given(words: Sequence[Word], party: Party, verb: int) -> bool:
    """Whether a point gives persons something who are nobody's officials: "Инвалидам | установить льготы"."""
    persons = _WORDING.words("given_persons")
    return words[verb].norm in _WORDING.words("gives") and any(
        lemma in persons for lemma, *_ in readings(words[party.head].norm)
    )


def _over_contrast(words: Sequence[Word], first: int, last: int) -> Party | None:
    """The subject of the clause before ", а", ", но" or ";", where the one behind has none: ", а зимой возвращает"."""
    begin, _ = clause_around(words, first, last)
    acts = {words[first].tag, words[last].tag} & (_ACTIVE | _MODAL)
    goes_on = begin > 2 and words[begin - 1].tag == "semicolon" and bool(acts)
    if begin < 2 or not (goes_on or contrasts(words, begin - 1)):
        return None
    nouns = (n for n in range(begin, first) if _is_subject(words[n]))
    if any(not is_in(words[n - 1], PREPOSITIONS) for n in nouns):
        return None
    turns = _ACTIVE | _MODAL  # "... вправе менять план, но не должен ..."
    verb = next((n for n in range(begin - 2, 0, -1) if words[n].tag in turns and not words[n].subordinate), None)
    if verb is not None:
        return find_party(words, "subject", verb, verb)
    ahead = (
        n for n in range(1, begin - 1) if is_free_party(words, n, "nomn")
    )  # "школа до мая, а в саду до июня | ..."
    head = next(ahead, None)
    return None if head is None else extent_of(words, head, "nomn", 1, begin - 1)


def _banned(words: Sequence[Word], verb: int) -> Party | None:
    """Whom a ban binds, behind what it bans: "Запретить рубку деревьев | гражданам", not "выдачу книг ученикам"."""
    _, end = clause_around(words, verb, verb)
    beside = set(in_same_brackets(words, range(verb + 1, end), verb))
    for n in range(verb + 1, end):
        if _WORDING.pattern("asks_datv").search(words[n].norm) or words[n].tag == "infinitive":
            return None
        if n in beside and is_free_party(words, n, "datv"):
            return extent_of(words, n, "datv", verb + 1, end)
    return None


def _begin_of_point(words: Sequence[Word], last: int) -> int:
    """The first word of a point, or of what a bidding infinitive bids ("Рекомендовать колледжам ...")."""
    permits = words[1].norm in _WORDING.words("permits")
    bids = [n + 1 for n in range(1, last) if words[n].tag == "bids" or (n == 1 and permits)]
    return bids[-1] if bids else 1


def find_level(words: Sequence[Word]) -> Party | None:
    """The party of a lead-in that names only its level: "на уровне местных исполнительных органов:"."""
    for n in range(1, len(words) - 2):
        if words[n].norm in _WORDING.words("laid_on") and words[n + 1].norm in _WORDING.words("level"):
            return _find(words, "owner", n, n + 1)
    return None


def _is_passive(words: Sequence[Word], last: int) -> bool:
    """Whether a predicate goes on with a passive: "должны реализовываться", "должны быть утверждены"."""
    return any(
        (_WORDING.pattern("reflexive").search(word.norm) and not _WORDING.pattern("acting").match(word.norm))
        or word.norm in _WORDING.words("be")
        for word in words[last + (words[last].tag != "infinitive") : last + 4]
    )


def _may_be_done(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether something may be done to a subject, who is no bearer then: "лицо может быть удалено"."""
    done = last + 1 < len(words) and words[last + 1].tag in ("participle", "given")
    return words[first].tag == "may" and words[last].norm in _WORDING.words("be") and done


def _is_planned(words: Sequence[Word], last: int) -> bool:
    """Whether something is planned, by nobody who is its subject: "планируется | открыть сады"."""
    reflexive = _WORDING.pattern("reflexive").search(words[last].norm) is not None
    return words[last].tag == "planned" and reflexive


def _find(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    case = _CASES[role]
    begin, end = clause_around(words, first, last)
    own_doer = role == "subject" and opens_on_its_doer(words, last)
    filled = role == "agent" and words[last].tag == "participle" and _FILLED.match(words[last].norm)
    if filled and not (last + 1 < len(words) and is_doing(words[last + 1])):
        return None  # but "школой будут обеспечены формирование и ведение списка"
    if role == "charged":
        return find_charged(words, begin, end)
    if role == "recipient":
        return behind_preposition(words, _WORDING.words("sent_to"), case, begin, end)
    if role == "owner":
        listed = words[last].tag == "colon" or words[last - 1].tag == "stative"
        further = 0 if listed else end  # an item's genitives own what it is about, not the list
        behind_named: Iterator[int] = iter([*range(first + 1, last), *range(last + 1, further)])
        places = _posts(words, begin, first) if words[first].tag in INFINITIVES else behind_named
    elif role == "agent":
        own = next((n for n in range(first - 1, begin, -1) if words[n].tag == "passive"), begin)
        told = next((n for n in range(begin, first) if words[n].norm in _WORDING.words("has_being")), begin)
        joint = next(
            (n for n in range(first - 1, told, -1) if words[n].norm in AND_OR or words[n].tag == "comma"), told
        )
        joint = joint if told > begin else begin  # "является садовым органом и | создается"
        before = [n for n in range(first - 1, begin - 1, -1) if not told < n < joint]
        before = [] if is_done_there(words, last) else before
        end = _before_further_subject(words, last, end)
        if words[last].tag in ("allowed", "forbidden"):  # "допускается и | оформляется школой"
            end = next((n for n in range(last + 1, end) if words[n].tag == "passive"), end)
        places = iter([*before, *range(last + 1, end)] if own == begin else [*range(last + 1, end), *before])
    else:
        places = iter(range(begin, first))
    called = role == "agent" and calls_somebody(words, last)  # "Победителем признается участник"
    if called or (role == "agent" and names_office(words, last)):
        places = iter(range(last + 2, last if called else end))  # "Председателем назначается | директор"
    free = [n for n in in_same_brackets(words, places, last) if is_free_party(words, n, case)]
    beside = [n for n in free if words[n].subordinate == words[last].subordinate]
    above = [n for n in free if n < first and not words[n].subordinate]
    bids = last + 1 < len(words) and words[last + 1].tag == "infinitive"
    if role == "addressee" and words[last].tag in ("forbidden", "allowed") and not bids:
        bidden = next((n for n in range(begin, first) if words[n].tag == "infinitive"), first)
        free = [n for n in free if not any(_is_subject(word) for word in words[begin : min(n, bidden)])]
        beside, above = ([n for n in group if n in free] for group in (beside, above))
    beside = next_subject(words, beside, first, last) if role == "subject" else beside
    for n in () if own_doer else beside or _antecedents(words, above[-1:], case, first):
        return extent_of(words, n, case, begin, first if n < first else end)
    turned = own_doer or stands_behind(words, role, begin, first, last)
    behind = party_behind(words, case, last, end) if role == "addressee" or (role == "subject" and turned) else None
    if behind is None and role == "subject" and words[last].tag in _ACTIVE:
        behind = doer_behind(words, (begin, end), first, last)
    if behind is None and role == "subject" and is_of_relative(words, first):
        return None
    return (
        behind
        or _doubtful(words, role, begin, first, last)
        or (find_doer_otherwise(words, last, begin, end) if role == "agent" else None)
        or (owner_told_before(words, first, last) if role == "owner" else None)
    )


def _posts(words: Sequence[Word], begin: int, dash: int) -> Iterator[int]:
    """The persons whose task stands behind a dash: "Задача | мастера | – вести учет"; a body's is what it is for."""
    lemmas = {n: [lemma for lemma, pos, *_ in readings(words[n].norm) if pos in NOUNS] for n in range(begin, dash)}
    return (n for n in range(begin, dash) if any(is_noun_of_person(lemma) for lemma in lemmas[n]))


def _antecedents(words: Sequence[Word], above: list[int], case: str, first: int) -> list[int]:
    """The party above a clause whose relative word is its subject, where that stands right behind the party.

    "школа города, которая | должна", but not "клубы и походы в сады, которые | должны".
    """
    comma = first - 2
    if not above or not is_of_relative(words, first) or words[comma].tag != "comma":
        return above
    return above if extent_of(words, above[0], case, 1, first).last >= comma - 1 else []


def _before_further_subject(words: Sequence[Word], last: int, end: int) -> int:
    """Where a passive's words end before a further one that has its own subject: "ведется учет, | план вносится".

    Or that somebody else does than with whom the first is agreed: "согласовывается с садом и | утверждается".
    """
    if words[last].tag != "passive":
        return end
    if (joint := joint_behind_agreed(words, last)) > 0:
        return joint
    verb = next((n for n in range(last + 1, end) if words[n].tag == "passive" and not words[n].subordinate), 0)
    comma = next((n for n in range(verb - 1, last, -1) if words[n].tag == "comma"), 0) if verb else 0
    own = comma and all(word.tag == "word" for word in words[comma + 1 : verb]) and _is_subject(words[comma + 1])
    return comma if own else end


def _is_subject(word: Word) -> bool:
    """Whether a word can be a noun in the nominative, and no genitive or preposition."""
    return is_in(word, NOUNS, "nomn") and not is_in(word, NOUNS, "gent") and not is_in(word, PREPOSITIONS)


def _doubtful(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """A subject that could as well be a genitive, where the predicate asks for the plural: "организации ... должны"."""
    if role != "subject" or not any(_PLURAL.search(words[n].norm) for n in (first, last)):
        return None
    for n in range(begin, first):
        plural = any(found == "nomn" and number == "plur" for _, _, found, number in readings(words[n].norm))
        owned = is_in(words[n - 1], NOUNS) and (_is_passive(words, last) or is_in(words[n - 2], PREPOSITIONS))
        governed = is_in(words[n - 1], PREPOSITIONS) or owned or _is_of_verb(words, begin, n)  # "по мнению школы"
        if plural and is_party(words, n, "nomn") and not governed:
            return extent_of(words, n, "nomn", begin, first)
    return None


def _is_of_verb(words: Sequence[Word], begin: int, n: int) -> bool:
    """Whether a noun stands behind another verb without a joint: "представляют составу | сада, разъясняют"."""
    verb = next((k for k in range(n - 1, begin - 1, -1) if words[k].tag in _ACTIVE), None)
    return verb is not None and all(word.tag == "word" and word.norm not in AND_OR for word in words[verb + 1 : n])
