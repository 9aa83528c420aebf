"""Who may not do what a Kazakh ban names, as whose doing it is banned: "бағбандардың көшеттерді сатуына тыйым"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, looks_like, names_actor, stem_of
from extract.finders.duties.kazakh.nouns import first_governed
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.unlisted.standing import stands_as_subject
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_JOINS = frozenset({"comma", "conjunction"})
_LIST = 14
"""Words among which those who share one ban are listed."""


def doer_of_banned(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Who does what is banned, in the genitive; None where it is nobody's doing: "құқықтардың бұзылуына", "кесуге"."""
    verb = next((n for n in range(first, begin, -1) if looks_like(words[n].norm, "towards_its_doing")), None)
    if verb is None or verb < first - 2 or looks_like(words[verb].norm, "towards_being_done"):
        return None
    for n in range(verb - 1, begin - 1, -1):
        if case_of(words[n]) != "genitive" or not (names_actor(words[n]) or is_person(words[n])):
            continue
        if _is_leave_of(words, n, verb):
            continue
        if case_of(words[n + 1]) == "genitive" and is_owned(words[n + 1]) and not _is_leave_of(words, n + 1, verb):
            continue
        return Party(_start_of_list(words, extent(words, n, begin), begin), n, n)
    return None


def _is_leave_of(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether somebody in the genitive is whose leave or care is missing: "[мұғалімнің] рұқсатынсыз шығуына"."""
    for k in range(n + 1, min(n + 1 + _LONGEST_LEAVE, verb)):
        if looks_like(words[k].norm, "without_ones"):
            return True
        if is_owned(words[k]) or case_of(words[k]) != "":
            leave = stem_of(words[k]) in _WORDING.words("leave") and is_owned(words[k])
            return leave and words[k + 1].norm in _WORDING.words("not_given")
    return False


_LONGEST_LEAVE = 4
"""Words from somebody to his leave: "басшының | алдын ала жазбаша келісімінсіз"."""


def not_admitted(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Who is not let do something: "Екпесі жоқ балалар | бақшаға жіберілмейді", "Емтиханға | кешіккен оқушылар"."""
    if words[first].norm not in _WORDING.words("not_admitted"):
        return None
    for n in range(begin, first):
        persons = is_person(words[n]) or stem_of(words[n]) in _WORDING.words("persons")
        if persons and words[n].tag == "word" and stands_as_subject(words, n, first):
            return Party(min(extent(words, n, begin), phrase_start(words, n, begin)), n, n)
    return None


def doer_of_let(words: Sequence[Word], role: str, begin: int, first: int, last: int) -> Party | None:
    """Whose doing is let, in the genitive: "оқушының кітапты алуына болады"."""
    let = role == "actor" and words[last].tag == "becomes" and looks_like(words[first].norm, "towards_its_doing")
    return doer_of_banned(words, begin, first) if let else None


def body_that_may_not(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """The body in the dative that opens a ban of what it does to a thing: "Мекемеге артық құжатты талап етуге".

    What is brought somewhere, or goes there, names the place: "Мекемеге көлікті кіргізуге".
    """
    verb = next((n for n in range(first, begin, -1) if words[n].tag == "towards-doing"), None)
    told = first_governed(words, begin, first)
    if verb is None or told is None or case_of(words[told]) != "dative" or not told < verb - 1:
        return None
    if stem_of(words[told]) not in _WORDING.words("bodies") or extent(words, told, begin) != begin:
        return None
    if any(looks_like(words[n].norm, *_MOVES) for n in (verb - 1, verb)):
        return None
    done_to = any(case_of(word) == "accusative" for word in words[told + 1 : verb])
    bare = words[verb - 1].tag in ("word", "state") and case_of(words[verb - 1]) == "" and not is_owned(words[verb - 1])
    return Party(begin, told, told) if done_to or bare else None


_MOVES = ("brings_to", "goes_to", "giving", "hands_on")
"""Patterns of verbs that have a dative of their own."""


def is_of_doer(words: Sequence[Word], begin: int, first: int) -> bool:
    """Whether what is banned is what somebody does, told in the genitive."""
    return looks_like(words[first - 1].norm, "towards_its_doing") and any(
        case_of(word) == "genitive" and names_actor(word) for word in words[begin:first]
    )


def _start_of_list(words: Sequence[Word], first: int, begin: int) -> int:
    """Where a list of those who share one ban begins: "ұйымдастырушылардың, ұжымдар мен орындаушылардың"."""
    while first - 2 >= begin and words[first - 1].tag in _JOINS and case_of(words[first - 2]) in ("genitive", ""):
        before = first - 2
        if not (names_actor(words[before]) or is_person(words[before])) or words[before].tag != "word":
            break
        first = extent(words, before, max(begin, before - _LIST))
    return first
