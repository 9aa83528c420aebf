"""Kazakh parties in a case other than the subject's, and the lists of them: by whom it is done, whom it is said to."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_noun_alone, is_owned, looks_like, names_actor, stem_of
from extract.finders.duties.kazakh.parties.names.actors import is_known, is_office, is_party
from extract.finders.duties.kazakh.parties.names.answerers import name_end
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import first_party
from extract.finders.duties.kazakh.parties.names.owners import is_participle
from extract.finders.duties.kazakh.parties.names.participles import LONGEST
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_LONGEST_TERM = 5
"""Words from who does something to his verb, of which a term may stand between them."""


def first_in_case(words: Sequence[Word], begin: int, end: int, case: str) -> Party | None:
    """The first party in a case, with further ones of its list: "әкімдерге, ректорларға"."""
    party = first_party(words, begin, end, case)
    if party is None:
        return None
    last = _last_in_case(words, party.last, end, case)
    named = name_end(words, last + 1) if last + 1 < len(words) else None  # "басқармасына (А. Садов)"
    last = last if named is None else named
    return Party(party.first, last, party.head)


def told_in_lead(words: Sequence[Word], end: int) -> Party | None:
    """Those to whom a lead-in says what its items ask: "Бақты үй иелеріне, тәлімгерлерге: ... ұсынылады"."""
    colon = next((n for n in range(end - 1, 1, -1) if words[n].tag == "colon"), None)
    if colon is None or not is_told(words[colon - 1]):
        return None
    first = colon - 1
    for n in range(colon - 2, 0, -1):
        last = n + 1 < colon and words[n + 1].tag in ("comma", "conjunction")
        if words[n].tag in ("postposition", "colon", "semicolon") or (
            words[n].tag == "comma" and not is_told(words[n - 1])
        ):
            break
        if words[n].norm in _WORDING.words("closes_frame"):  # "Бақты асыраған кезде | иелеріне"
            break
        if last and case_of(words[n]) not in ("dative", "genitive", ""):
            break
        first = n
    return Party(first, colon - 1, colon - 1)


def is_told(word: Word) -> bool:
    """Whether a word is somebody in the dative to whom something may be said: "кооперативтерге"."""
    stem = stem_of(word)
    thing = stem in _WORDING.words("things") or _WORDING.pattern("thing").search(stem) is not None
    plural = _WORDING.pattern("plural_dative").search(word.norm) is not None and not thing
    return case_of(word) == "dative" and (names_actor(word) or (plural and stem not in _WORDING.words("pronouns")))


def party_by(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The party by whom something is done: before "тарапынан", or in the instrumental ("басшымен бекітіледі")."""
    for n in range(begin + 1, end):
        if words[n].norm not in _WORDING.words("by") or is_participle(words, n + 1):
            continue
        if is_party(words, n - 1, "") or (is_known(words, n - 1) and case_of(words[n - 1]) == ""):
            owners = [] if is_owned(words[n - 1]) else [m for m in range(begin, n) if case_of(words[m]) == "genitive"]
            first = extent(words, n - 1, owners[-1] + 1 if owners else begin)
            return Party(_behind_thing(words, first, n, end) if first == begin else first, n - 1, n - 1)
    verb = words[min(end, len(words) - 1)]
    if verb.tag != "passive" or looks_like(verb.norm, "agreed_on"):
        return None  # "Тізбе басшымен келісіледі": with him
    for n in range(end - 1, begin - 1, -1):
        near = n + 1 == end or (end <= n + _LONGEST_TERM and words[end - 1].norm in _WORDING.words("closes_term"))
        office = is_office(words[n]) or (near and looks_like(words[end].norm, "done_by_person"))
        if not office or not is_party(words, n, "instrumental"):
            continue
        behind = words[min(_behind_brackets(words, n), end)]
        alone = behind.norm not in _WORDING.words("with_others") and behind.tag != "to-do"
        if alone and not _has_partner(words, n + 1, end):
            first = next((m for m in range(begin, n) if _reaches(words, m, n, end)), n)
            return Party(_extent_of_office(words, first, begin), _last_in_case(words, n, end, "instrumental"), first)
    return None


def _behind_thing(words: Sequence[Word], first: int, by: int, verb: int) -> int:
    """Where a name begins behind what is done by somebody, which opens the clause: "Өтініш | ата-ана тарапынан".

    Nothing else that it could be said of stands before the verb.
    """
    other = any(words[n].tag == "word" and case_of(words[n]) == "" and is_owned(words[n]) for n in range(by + 1, verb))
    thing = is_noun_alone(words[first]) and not names_actor(words[first]) and first + 1 < by
    return first + 1 if thing and not other and not is_owned(words[by - 1]) else first


def enactor(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """By whose act something is done, right before its verb: "құрамы [министрдің] бұйрығымен бекітіледі".

    The act may open the clause as well: "[Директордың] бұйрығымен комиссия құрылады".
    """
    if (opening := _opening_enactor(words, begin, end)) is not None:
        return opening
    act = end - 1
    sealed = words[act].norm in _WORDING.words("by_seal") and words[act - 1].tag == "conjunction"
    act -= 2 if sealed else 0  # "ректордың қолымен [және мөрмен] расталады"
    by_act = act > begin and words[act].norm in _WORDING.words("by_act") and words[end].tag == "passive"
    owner = act - 1 - (by_act and words[act - 1].norm in _WORDING.words("own"))  # "ата-ананың [өз] қолымен"
    if not by_act or owner <= begin or not is_party(words, owner, "genitive"):
        return None
    first = min(extent(words, owner, begin), phrase_start(words, owner, begin))
    told = (n + 2 for n in range(owner - 2, first - 1, -1) if words[n].tag == "passive")
    first = next(told, first)  # "Журнал тігіледі және | басшының қолымен расталады"
    subjects = (n + 1 for n in range(owner - 1, first - 1, -1) if _closes_subject(words, n, owner))
    first = next(subjects, first)
    if first == begin:  # "Комиссия [облыс әкімінің] өкімімен құрылады"
        first += 1
        if first > owner or not is_noun_alone(words[begin]) or words[begin].norm in _WORDING.words("plain_adjectives"):
            return None
    return Party(first, owner, owner)


def _closes_subject(words: Sequence[Word], n: int, owner: int) -> bool:
    """Whether what is done ends at a place before the words of who enacts it: "құрамы", "бақшаға [қабылдау]".

    A noun right before an owner that is owned itself is whose he is: "қабылдау | бақ үйі директорының бұйрығымен".
    """
    if words[n].tag == "to-do":
        behind = words[n + 1]
        return case_of(words[n]) == "" and behind.tag in ("word", "past") and not is_owned(behind) and n + 1 < owner
    whose = n == owner - 1 and is_owned(words[owner]) and words[n - 2].tag != "start"
    return _closes_name(words[n]) and not whose


def _opening_enactor(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """By whose act something is done that opens its clause; none of what it tells was set by that act."""
    act = next((n for n in range(begin + 1, end - 1) if words[n].norm in _WORDING.words("by_act")), None)
    if act is None or words[end].tag != "passive" or not is_party(words, act - 1, "genitive"):
        return None
    plain = not is_participle(words, act + 1) and words[act + 1].tag not in ("comma", "conjunction")
    plain = plain and all(case_of(word) in ("", "genitive") for word in words[begin : act - 1])
    opens = phrase_start(words, act - 1, begin) == begin and not any(map(_closes_name, words[begin : act - 1]))
    done_to = words[end - 1]
    made = case_of(done_to) == "" and done_to.tag == "word" and (is_owned(done_to) or names_actor(done_to))
    own = made or not is_noun_alone(words[begin])  # "Комиссия облыс әкімінің өкімімен жыл сайын құрылады"
    return Party(begin, act - 1, act - 1) if plain and opens and own else None


def _closes_name(word: Word) -> bool:
    """Whether a noun is of somebody's own and in no case, as a subject is: "кеңесі", no "саласындағы"."""
    endings = analyse(word.text)[0].endings
    return is_owned(word) and bool(endings) and endings[-1].kind == "possessive 3"


def _extent_of_office(words: Sequence[Word], n: int, begin: int) -> int:
    """Where an office in the instrumental begins: one noun that it belongs to, and attributes; no subject before it."""
    first = n
    if is_owned(words[n]) and first - 1 >= begin and words[first - 1].tag == "word":
        first -= 1
    while first - 1 >= begin and words[first - 1].tag in ("word", "past"):
        before = words[first - 1]
        attribute = any(before.norm in _WORDING.words(name) for name in ("office_attributes", "this"))
        attribute = attribute or _WORDING.pattern("adjective").search(before.norm) is not None
        place = before.norm in _WORDING.words("places_of_offices") and case_of(words[first]) == "genitive"
        if place and first - 2 >= begin:
            first -= 1  # "Гүлсай [облысы] әкімінің аппаратымен"
        elif not attribute and case_of(before) != "genitive":
            whose = first - 2 >= begin and case_of(words[first]) == "genitive" and is_owned(words[first])
            return first - 1 if whose and is_noun_alone(before) else first  # "[сынақ] бөлімінің мамандарымен"
        first -= 1
    return first


def _behind_brackets(words: Sequence[Word], n: int) -> int:
    """The place behind a word, or behind the brackets that open there: "ұйымдармен (ИКОМ) келісім"."""
    if words[min(n + 1, len(words) - 1)].tag == "open":
        n = next((k for k in range(n + 1, len(words) - 1) if words[k].tag == "close"), n)
    return n + 1


def _has_partner(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether what is done is of two sides, one of whom stands before it: "мектептермен өзара іс-қимыл"."""
    return any(stem_of(word) in _WORDING.words("of_two_sides") for word in words[begin:end])


def _last_in_case(words: Sequence[Word], n: int, end: int, case: str) -> int:
    """The last party of a list in one case, each behind a comma or a conjunction: "әкімдерге, ректорларға"."""
    k = _behind_brackets(words, n)
    while k + 1 < end and (words[k].tag in ("conjunction", "comma") or words[k].norm in _WORDING.words("or")):
        further = next(
            (m for m in range(k + 1, min(end, k + LONGEST)) if case_of(words[m]) not in ("", "genitive")), None
        )
        if further is None or not is_party(words, further, case):
            return n
        n, k = further, _behind_brackets(words, further)
    return n


def _reaches(words: Sequence[Word], n: int, other: int, end: int) -> bool:
    """Whether an office in the instrumental opens a list in which another stands: "директормен немесе басшымен"."""
    return is_party(words, n, "instrumental") and _last_in_case(words, n, end, "instrumental") >= other
