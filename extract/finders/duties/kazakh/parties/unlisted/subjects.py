"""Who acts in a Kazakh sentence of the present tense, told by the place and the form of its noun; no list has them all.

Rules name bodies and offices of every kind ("аулау қызметі", "мансап кеңесшісі"). A subject has no case ending, opens
its clause or stands behind what is done, and no noun behind it belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    closes_condition,
    is_bare_attribute,
    is_converb,
    is_owned,
    is_plural,
    is_verbal,
    looks_like,
    stem_of,
)
from extract.finders.duties.kazakh.nouns import first_governed
from extract.finders.duties.kazakh.parties.names.behind_conditions import behind_condition
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.unlisted.kinds import is_actor, is_bare_noun, is_thing
from extract.finders.duties.kazakh.parties.unlisted.leads import subject_of_lead
from extract.finders.duties.kazakh.parties.unlisted.standing import (
    belongs_to_later,
    is_child_of,
    may_act,
    opens_attribute,
    stands_as_subject,
)
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
FINITE = frozenset(
    {"present", "passive", "passive-not", "negative", "state", "stays", "can", "can-be", "cannot"} | {"proceed"}
)
"""Classes of verbs that close a clause before a comma or "және"."""
_JOINS = frozenset({"comma", "conjunction", "semicolon"})
_OF_NAME = frozenset({"", "genitive"})
"""Cases of the words of a name before its last."""


def acting_subject(words: Sequence[Word], begin: int, verb: int, known: Party | None) -> Party | None:
    """Who does what a verb says, where `known` is the one whom the lists know: "Қызмет акт жасайды және ...".

    Whoever stands in the verb's own clause goes before one of an earlier clause or of a lead-in, and before who acts
    in an attribute ("орталықтар ұсынған есептерді басқарма жинақтайды"). Items of a list have the subject of their
    lead-in: "Кеңесші:", "Кеңесшінің міндеттері:".
    """
    colons = [n for n in range(begin, verb) if words[n].tag == "colon"]
    clauses = list(_clauses(words, colons[-1] + 1 if colons else begin, verb))
    own = _subject_of(words, *clauses[0], words[verb])
    if known is not None and known.first >= clauses[0][0] and not (own and _gives_way(words, known)):
        return known
    if own is not None:
        return own
    further: Iterator[Party | None] = (_subject_before(words, *clause, words[verb], known) for clause in clauses[1:])
    if len(clauses) > 1 and words[clauses[0][0]].norm in _WORDING.words("he"):  # "баққұмар жүргізеді, | ол тексереді"
        further = chain((_subject_of(words, *clauses[1], words[clauses[1][1]]),), further)
    starts = [begin, *(n + 1 for n in colons)]
    leads = (subject_of_lead(words, a, b) for a, b in zip(starts[-2::-1], reversed(colons), strict=True))
    return next((party for party in chain(further, leads) if party is not None), known)


def _subject_before(words: Sequence[Word], begin: int, verb: int, what: Word, known: Party | None) -> Party | None:
    """The subject of an earlier clause: one behind its condition before who opens that.

    Written for "Ата-ана өтініш берген жағдайда | директор бұйрық шығарады және баланы қабылдайды", where the lists
    may know the director alone.
    """
    found = _subject_of(words, begin, verb, what)
    beyond = None if found is None else behind_condition(words, found, verb)
    if found is None or beyond is None:
        return found
    if known is not None and beyond <= known.first < verb:
        return known
    other = _subject_within(words, beyond, verb, what)
    return other if other is not None and is_actor(words, other.head) else found


def _gives_way(words: Sequence[Word], party: Party) -> bool:
    """Whether a party gives way to a subject: a participle behind it ("орталықтар ұсынған"), or the dative.

    So does "кезекші" before those who are on duty together: "кезекші | сынып асхананы тазалайды".
    """
    behind = words[party.last + 1]
    together = behind.norm in _WORDING.words("acts_as_one") and words[party.last].norm in _WORDING.words("one_of_many")
    return together or opens_attribute(behind) or case_of(words[party.head]) == "dative"


def _clauses(words: Sequence[Word], begin: int, verb: int) -> Iterator[tuple[int, int]]:
    """A verb's clause, then those before it: the place of its first word, and that of its verb."""
    last = verb
    for n in range(verb - 1, begin, -1):
        if words[n].tag in FINITE and words[n + 1].tag in _JOINS:
            yield n + 2, last
            last = n
    yield begin, last


def _subject_of(words: Sequence[Word], begin: int, verb: int, what: Word | None) -> Party | None:
    """The subject of one clause, behind its conditions; None where nothing stands out as one."""
    end = verb
    while end - 1 > begin and (words[end - 1].norm in _WORDING.words("heavy_words") or is_converb(words[end - 1])):
        end -= 1
    condition = next((n for n in range(end - 1, begin, -1) if closes_condition(words, n)), None)
    if condition is not None and words[condition + 1].norm in _WORDING.words("he"):
        opens = begin + (words[begin].norm in _WORDING.words("if"))
        return _subject_of(words, opens, condition - 1, None)  # "Егер мүше келмесе, ол ...": the member
    main = begin if condition is None else condition + 1
    found = _subject_within(words, main, end, what)
    if found is not None or condition is None:
        return found
    if looks_like(words[condition - 2].norm, "wants_to") or looks_like(words[condition - 1].norm, "notices"):
        return _subject_within(words, begin, condition - 2, what)  # "Мүше шыққысы келсе, | өтініш береді": the member
    return None


def _subject_within(words: Sequence[Word], begin: int, end: int, what: Word | None) -> Party | None:
    """The subject of a clause among its words from one place to another."""
    if (himself := _himself(words, begin, end)) is not None:
        return himself
    if (before_own := _before_own(words, begin, end, what)) is not None:
        return before_own
    inside = False
    for n in range(begin, end):
        if words[n].tag in ("open", "close"):
            inside = words[n].tag == "open"
        if inside or not stands_as_subject(words, n, end) or not may_act(words, n, begin, end, what):
            continue
        apart = any(words[n + 1].norm in _WORDING.words(name) for name in ("in_a_time", "own"))
        if not is_bare_noun(words[n]) and not apart and belongs_to_later(words, n, begin, end):
            continue
        return Party(extent(words, n, begin), n, n)
    return None


def _himself(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Somebody in the genitive before "himself": "Құралдың сақталуына | бағбанның өзі жауап береді"."""
    for n in range(begin + 1, end):
        if words[n].norm in _WORDING.words("himself") and case_of(words[n - 1]) == "genitive":
            first = extent(words, n - 1, begin)
            first = next((k + 1 for k in range(n - 2, first - 1, -1) if case_of(words[k]) not in _OF_NAME), first)
            return Party(first, n, n - 1) if is_actor(words, n - 1) else None
    return None


def _before_own(words: Sequence[Word], begin: int, end: int, what: Word | None) -> Party | None:
    """Who opens a clause before what is his: "Иесі малын қайтарады", "Ата-ана баласын ала алады"."""
    own = first_governed(words, begin + 1, end)
    if own is None or what is None or not (is_owned(words[own]) and case_of(words[own]) == "accusative"):
        return None
    n = own - 1
    person = (
        is_person(words[n]) and words[n].tag == "word" and case_of(words[n]) == "" and not is_bare_attribute(words[n])
    )
    opens = person and extent(words, n, begin) == begin
    his = is_owned(words[n]) or what.tag == "can" or is_child_of(words, n)
    return Party(begin, n, n) if opens and his else None


def bound_subject(words: Sequence[Word], begin: int, verb: int, *, persons: bool = False) -> Party | None:
    """Who opens a clause of what he must or may, a plural whatever its noun is: "Ем алған науқастар ... міндетті".

    Of `persons` it is asked where things may do what is told, too: "Кешіккендер күтуі керек".
    """
    for n in range(begin, verb):
        if not is_plural(words[n]) or case_of(words[n]) or words[n].tag != "word":
            continue
        if persons and not looks_like(words[n].norm, "those_who_did"):
            return None
        opens = begin in (extent(words, n, begin), phrase_start(words, n, begin)) and not is_thing(words[n])
        placed = case_of(words[begin]) == "locative" and not is_verbal(words[begin + 1])  # "Жолда | балалар ..."
        first = extent(words, n, begin) if placed else begin
        return Party(first, n, n) if opens and stands_as_subject(words, n, verb) else None
    return None


def opening_agent(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """Who does what is done, named in the instrumental at the opening: "Ұстау пунктімен іс-шаралар өткізіледі"."""
    n = first_governed(words, begin, verb)
    if n is None or case_of(words[n]) != "instrumental" or words[verb].tag not in ("passive", "passive-not"):
        return None
    alone = words[n + 1].norm not in _WORDING.words("with_others") and n + 1 < verb
    alone = alone and stem_of(words[n]) in _WORDING.words("services")
    return Party(begin, n, n) if alone and phrase_start(words, n, begin) == begin else None
