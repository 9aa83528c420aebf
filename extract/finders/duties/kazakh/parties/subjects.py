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
    is_adverb,
    is_bare_attribute,
    is_conditional,
    is_converb,
    is_owned,
    is_verbal,
    looks_like,
    stem_of,
)
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.parties.names.actors import is_attribute_of_actor, is_denied, is_known, is_of_giving
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.owners import is_of_described
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import OPENS_CLAUSE, is_person
from extract.finders.duties.kazakh.verbs import is_passive
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
FINITE = frozenset(
    {"present", "passive", "passive-not", "negative", "state", "stays", "can", "can-be", "cannot"} | {"proceed"}
)
"""Classes of verbs that close a clause before a comma or "және"."""
_JOINS = frozenset({"comma", "conjunction", "semicolon"})
_DOES = frozenset({"present", "negative", "can", "stays"})
"""Classes of verbs of which whoever does something is the subject."""
_OF_NAME = frozenset({"", "genitive"})
"""Cases of the words of a name before its last."""
_SETS_APART = frozenset({"start", "colon", "semicolon", "comma", "close", "postposition", "number"})


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
    further: Iterator[Party | None] = (_subject_of(words, *clause, words[verb]) for clause in clauses[1:])
    if len(clauses) > 1 and words[clauses[0][0]].norm in _WORDING.words("he"):  # "баққұмар жүргізеді, | ол тексереді"
        further = chain((_subject_of(words, *clauses[1], words[clauses[1][1]]),), further)
    starts = [begin, *(n + 1 for n in colons)]
    leads = (_subject_of_lead(words, a, b) for a, b in zip(starts[-2::-1], reversed(colons), strict=True))
    return next((party for party in chain(further, leads) if party is not None), known)


def _gives_way(words: Sequence[Word], party: Party) -> bool:
    """Whether a party gives way to a subject: a participle behind it ("орталықтар ұсынған"), or the dative.

    So does "кезекші" before those who are on duty together: "кезекші | сынып асхананы тазалайды".
    """
    behind = words[party.last + 1]
    together = behind.norm in _WORDING.words("acts_as_one") and words[party.last].norm in _WORDING.words("one_of_many")
    return together or opens_attribute(behind) or case_of(words[party.head]) == "dative"


def opens_attribute(behind: Word) -> bool:
    """Whether a word is a participle of what somebody before it does or did: "ұсынған", but not "белгіленген"."""
    past = _WORDING.pattern("past_participle").search(behind.norm) is not None
    done = _WORDING.pattern("done_participle").search(behind.norm) is not None or is_passive(behind.norm)
    return (past or behind.tag == "future-participle") and not done


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
        if inside or not _stands_as_subject(words, n, end) or not _may_act(words, n, begin, end, what):
            continue
        apart = any(words[n + 1].norm in _WORDING.words(name) for name in ("in_a_time", "own"))
        if not is_bare_noun(words[n]) and not apart and _belongs_to_later(words, n, begin, end):
            continue
        return Party(extent(words, n, begin), n, n)
    return None


def _himself(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Somebody in the genitive before "himself": "Құралдың сақталуына | бағбанның өзі жауап береді"."""
    for n in range(begin + 1, end):
        if words[n].norm in _WORDING.words("himself") and case_of(words[n - 1]) == "genitive":
            first = extent(words, n - 1, begin)
            first = next((k + 1 for k in range(n - 2, first - 1, -1) if case_of(words[k]) not in _OF_NAME), first)
            return Party(first, n, n - 1) if _is_actor(words, n - 1) else None
    return None


def _before_own(words: Sequence[Word], begin: int, end: int, what: Word | None) -> Party | None:
    """Who opens a clause before what is his: "Иесі малын қайтарады", "Ата-ана баласын ала алады"."""
    n = next((n for n in range(begin, end - 1) if case_of(words[n + 1]) not in ("", "genitive")), None)
    if n is None or what is None or not (is_owned(words[n + 1]) and case_of(words[n + 1]) == "accusative"):
        return None
    person = (
        is_person(words[n]) and words[n].tag == "word" and case_of(words[n]) == "" and not is_bare_attribute(words[n])
    )
    opens = person and extent(words, n, begin) == begin
    parent = words[n].norm in _WORDING.words("parents") and stem_of(words[n + 1]) in _WORDING.words("children")
    return Party(begin, n, n) if opens and (is_owned(words[n]) or what.tag == "can" or parent) else None


def bound_subject(words: Sequence[Word], begin: int, verb: int, *, persons: bool = False) -> Party | None:
    """Who opens a clause of what he must or may, a plural whatever its noun is: "Ем алған науқастар ... міндетті".

    Of `persons` it is asked where things may do what is told, too: "Кешіккендер күтуі керек".
    """
    for n in range(begin, verb):
        if not _is_plural(words[n]) or case_of(words[n]) or words[n].tag != "word":
            continue
        if persons and not looks_like(words[n].norm, "those_who_did"):
            return None
        opens = begin in (extent(words, n, begin), phrase_start(words, n, begin)) and not _is_thing(words[n])
        placed = case_of(words[begin]) == "locative" and not is_verbal(words[begin + 1])  # "Жолда | балалар ..."
        first = extent(words, n, begin) if placed else begin
        return Party(first, n, n) if opens and _stands_as_subject(words, n, verb) else None
    return None


def _stands_as_subject(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a noun has no case ending, and nothing right behind it that it belongs to or acts in."""
    word, behind = words[n], words[_behind_brackets(words, n)]
    if word.tag not in ("word", "past", "imperative", "state") or case_of(word) or not is_noun(word):
        return False
    named = word.norm in _WORDING.words("states") and behind.text[:1].isupper()  # "Республикасы | Бақ министрі"
    if named or behind.norm in _WORDING.words("becoming") or _ends_attribute(word):
        return False
    if behind.norm in _WORDING.words("while_doing"):
        return False  # "құралдарды пайдалана отырып жүзеге асырады"
    if is_attribute_of_actor(words, n) or is_of_giving(words, n) or is_of_described(words, n, end):
        return False
    if is_denied(words, n):
        return False
    return n + 1 == end or stands_before(behind) or (is_person(word) and is_described(words, n + 1, end))


def is_described(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether what somebody else has or lacks stands at a place, before his noun: "Дәрігер | екпесі жоқ балаларды"."""
    if n + 2 >= end or not is_owned(words[n]) or case_of(words[n]):
        return False
    told = words[n + 1].norm in _WORDING.words("exists") or words[n + 1].norm in _WORDING.words("measures")
    told = told or looks_like(words[n + 1].norm, "lacking")
    return told and words[n + 2].tag in ("word", "past") and words[n + 2].tag != "postposition"


def stands_before(behind: Word) -> bool:
    """Whether a word may stand right behind a subject, which does not belong to it nor act in its clause."""
    if behind.tag in ("postposition", "dash", "stop", "mark", "comma", "conjunction"):
        return False
    if any(behind.norm in _WORDING.words(name) for name in ("in_a_time", "it", "own", "every", "each_other")):
        return True
    if behind.norm in _WORDING.words("exists") or opens_attribute(behind):
        return False
    return not is_owned(behind) or is_bare_attribute(behind) or behind.tag in ("present", "to-do")


def _ends_attribute(word: Word) -> bool:
    """Whether a word is made of a place to be an attribute: "жанындағы"."""
    endings = analyse(word.text)[0].endings
    return bool(endings) and endings[-1].kind == "attributive"


def _behind_brackets(words: Sequence[Word], n: int) -> int:
    """The place behind a word, or behind the brackets that open there: "орталық (бұдан әрі – Орталық) ..."."""
    if n + 1 < len(words) and words[n + 1].tag == "open":
        n = next((k for k in range(n + 1, len(words) - 1) if words[k].tag == "close"), n)
    return min(n + 1, len(words) - 1)


def _may_act(words: Sequence[Word], n: int, begin: int, end: int, what: Word | None) -> bool:
    """Whether a noun may be who acts, by what it is and by where it stands.

    Whom no list has acts where what is done stands before him, or by what no thing does: "қызмет акт жасайды".
    """
    word = words[n]
    done_to = any(case_of(one) == "accusative" for one in words[begin:n])
    acts = _is_actor(words, n) or (what is not None and _carries_out(words, n, begin, end, what))
    if n == begin and words[n + 1].norm in _WORDING.words("own") and case_of(word) == "" and what is not None:
        pointing = word.norm in _WORDING.words("points_within")  # "Осы Өздеріне ... қағидалары": no one
        return what.tag in _DOES and not _is_thing(word) and not pointing  # "Жүкші өз киімін тазалайды"
    if is_bare_noun(word):
        placed = done_to or n + 1 < end or is_person(word)
        does = done_to and n + 1 == end and what is not None and what.tag == "its-doing"  # "адам ұзартуы мүмкін"
        return acts and placed and _is_set_apart(words, n, begin, None if does else what)
    if n + 1 == end and not done_to and not acts:
        return False  # "шешімдер қабылдайды": what is done
    if acts:
        return True
    return (
        what is not None
        and what.tag in _DOES
        and not _is_thing(word)
        and ((done_to and _behind_brackets(words, n) == end) or what.norm not in _WORDING.words("things_do"))
    )


def _carries_out(words: Sequence[Word], n: int, begin: int, end: int, what: Word) -> bool:
    """Whether a bare noun right before its verb is who carries out a doing: "егуді бөлінген баққұмар жүргізеді"."""
    doing = any(words[k].tag == "to-do" and case_of(words[k]) == "accusative" for k in range(begin, n))
    noun = not analyse(words[n].text)[0].endings and not is_bare_attribute(words[n]) and not is_adverb(words[n])
    return doing and noun and n + 1 == end and what.norm in _WORDING.words("carries_out") and not _is_thing(words[n])


def _is_set_apart(words: Sequence[Word], n: int, begin: int, what: Word | None) -> bool:
    """Whether a bare singular opens a phrase, as an attribute does not: "педагог кадрлар", "бес адам болуы тиіс"."""
    word, start = words[n], extent(words, n, begin)
    before = words[start - 1]
    apart = before.tag in _SETS_APART or case_of(before) not in ("", "genitive") or start == begin
    apart = apart or before.norm in _WORDING.words("this") or is_conditional(before)
    if what is None or what.tag in _DOES:
        return apart
    attribute = _is_plural(words[n + 1]) or words[n - 1].tag == "number"
    opens = before.tag in OPENS_CLAUSE or closes_condition(words, start - 1)
    return apart and not attribute and word.norm in _WORDING.words("persons") and opens


def _is_actor(words: Sequence[Word], n: int) -> bool:
    """Whether a noun names who can act: known by a list, by its end ("кеңесші"), or as a service ("аулау қызметі")."""
    stem = analyse(words[n].text)[0].stem.lower()
    if stem in _WORDING.words("acts_as_one") and words[n - 1].norm in _WORDING.words("one_of_many"):
        return True
    if stem in _WORDING.words("houses") and is_owned(words[n]) and words[n - 1].norm in _WORDING.words("houses_of"):
        return True  # "жасөспірімдер үйі"
    if is_known(words, n) or is_person(words[n]) or _WORDING.pattern("by_trade").search(stem):
        return True
    return stem in _WORDING.words("services") and is_owned(words[n]) and case_of(words[n - 1]) != "genitive"


def is_bare_noun(word: Word) -> bool:
    """Whether a noun is neither of several nor somebody's own."""
    return not any(ending.kind in ("plural", "possessive 3") for ending in analyse(word.text)[0].endings)


def _is_plural(word: Word) -> bool:
    return any(ending.kind == "plural" for ending in analyse(word.text)[0].endings)


def _is_thing(word: Word) -> bool:
    """Whether a noun is a thing, that does nothing: "шешімі", "бағдарламасы"."""
    stem = analyse(word.text)[0].stem.lower()
    return stem in _WORDING.words("things") or _WORDING.pattern("thing").search(stem) is not None


def _belongs_to_later(words: Sequence[Word], n: int, begin: int, end: int) -> bool:
    """Whether a noun stands in the phrase of a later one: "орталықтар ұсынған есептерді басқарма жинақтайды"."""
    for k in range(n + 1, end):
        closes = case_of(words[k]) or words[k + 1].tag == "postposition"
        it = words[k].norm in _WORDING.words("it")
        if words[k].tag == "word" and closes and not it and phrase_start(words, k, begin) <= n:
            return True
    return False


def opening_agent(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """Who does what is done, named in the instrumental at the opening: "Ұстау пунктімен іс-шаралар өткізіледі"."""
    n = next((n for n in range(begin, verb) if case_of(words[n]) not in ("", "genitive")), None)
    if n is None or case_of(words[n]) != "instrumental" or words[verb].tag not in ("passive", "passive-not"):
        return None
    alone = words[n + 1].norm not in _WORDING.words("with_others") and n + 1 < verb
    alone = alone and analyse(words[n].text)[0].stem.lower() in _WORDING.words("services")
    return Party(begin, n, n) if alone and phrase_start(words, n, begin) == begin else None


def owner_in_lead(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Whose tasks a lead-in names, though no list knows the body: "Суару бекетінің функциялары:"."""
    colon = next((n for n in range(begin + 1, min(end + 2, len(words))) if words[n].tag == "colon"), None)
    party = _subject_of_lead(words, begin, colon) if colon is not None else None
    if party is None or case_of(words[party.head]) != "genitive":
        return None
    return party if _is_actor(words, party.head) or is_owned(words[party.head]) else None


def _subject_of_lead(words: Sequence[Word], begin: int, colon: int) -> Party | None:
    """Whom a lead-in names: "Кеңесші:", "Кеңесшінің:", "Кеңесшінің негізгі міндеттері мен құқықтары:".

    A body within which its items are done is who does them, as they name no other: "Мектептерде: | бақты күтеді".
    """
    last = colon - 1
    if words[last].norm in _WORDING.words("closes_scope"):
        return _before_scope_of_deeds(words, begin, last)
    beside = _WORDING.words("what_is_due") | _WORDING.words("beside_due")
    while last > begin and (words[last].norm in beside or words[last].tag == "conjunction"):
        last -= 1
    of_duties = any(word.norm in _WORDING.words("what_is_due") for word in words[last + 1 : colon])
    if case_of(words[last]) == "genitive":
        owner = _is_actor(words, last) or (of_duties and not _is_thing(words[last]))
        return Party(extent(words, last, begin), last, last) if owner else None
    if last + 1 == colon and case_of(words[last]) == "locative":
        within = stem_of(words[last]) in _WORDING.words("bodies")  # "Бақты күту үшін мектептерде:"
        return Party(extent(words, last, begin), last, last) if within else None
    if last + 1 < colon or case_of(words[last]) or not is_noun(words[last]) or words[last].tag not in ("word", "past"):
        return None
    acts = _is_actor(words, last) or (is_owned(words[last]) and not _is_thing(words[last]))
    return Party(extent(words, last, begin), last, last) if acts else None


def _before_scope_of_deeds(words: Sequence[Word], begin: int, last: int) -> Party | None:
    """Who opens a lead-in that goes on with in what he acts: "Уәкілетті орган | бақ жолдарын пайдалану бөлігінде:".

    An object with a possessive ending may be the body's in a sentence; the items below say that somebody acts.
    """
    for n in range(begin, last - 1):
        owns = is_owned(words[n + 1]) and case_of(words[n + 1]) != "accusative"
        if case_of(words[n]) == "" and not owns and _is_actor(words, n) and phrase_start(words, n, begin) == begin:
            return Party(begin, n, n)
    return None
