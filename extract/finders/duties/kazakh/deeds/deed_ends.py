"""Where a Kazakh verb's noun closes a deed of its own among those listed, by the thing that it is done to.

Бақты күту, көшеттерді егу.      Денсаулық сақтау және анықтау орталықтарын құру (one deed).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.deeds.extents import DOING
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_adverb,
    is_converb,
    is_of_compound,
    is_owned,
    is_verbal,
)
from extract.finders.duties.kazakh.marks import opens_kinds
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_BESIDE = frozenset({"dative", "locative", "ablative", "instrumental"})
"""Cases of what stands beside a passive's subject."""


def closes_deed(words: Sequence[Word], n: int, further: int, case: str, *, either: bool, below: bool) -> bool:
    """Whether a verb's noun closes a deed that a further one is listed behind, of rights also as one of two.

    "егуге | немесе тұқымды себуге құқылы"
    """
    parted = either or parts_deeds(words[n + 1]) or words[n + 1].norm in _WORDING.words("joins_verbs")
    parted = parted or (case == "" and _joins_doings(words, n + 1, further))
    if words[n].tag not in DOING or not parted or case_of(words[n]) != case or words[n + 2].tag == "open":
        return False  # "отырғызуға және (немесе) суаруға"
    begin = n + 2
    while parts_deeds(words[begin]) or words[begin].norm in _WORDING.words("joins_deeds"):
        begin += 1
    opens = words[n + 1].tag == "comma" and words[begin].tag == "to-do" and case_of(words[begin]) == ""
    kind_of = opens and (is_owned(words[begin + 1]) or _opens_thing(words, begin, further))
    if begin >= further or (words[begin].tag in DOING and is_verbal(words[begin]) and not kind_of):
        return False  # but "оқыту процестерін жетілдіру" is a deed of its own
    of_another = is_owned(words[begin]) and case_of(words[begin]) == "accusative"  # "мазмұнын жаңарту": whose?
    of_another = of_another and (case == "" or words[begin].norm not in _WORDING.words("it"))
    told = case == "" and _tells_of(words, begin, further)  # but "салуға, күту жөніндегі талаптарды орындауға"
    told = told or any(opens_kinds(words, k) for k in range(n, further))
    return not (of_another or told) and has_thing(words, begin, further, below=below)


def _joins_doings(words: Sequence[Word], joint: int, further: int) -> bool:
    """Whether "мен" parts two nouns of doing: "бақты күту | мен гүлді егу", not "егу мен күтуді қамтамасыз ету".

    Nor does it where they tell of what a thing is: "гүл егу мен бақ күту тәртібін бекіту".
    """
    behind = words[joint + 1 : further + 1]
    for doing, thing in pairwise(behind):
        if doing.tag == "to-do" and case_of(doing) == "" and is_owned(thing) and case_of(thing) == "accusative":
            return False
    seen_to = any(word.tag == "to-do" and case_of(word) == "accusative" for word in behind)
    return words[joint].norm in _WORDING.words("joins_nouns") and words[further].tag == "to-do" and not seen_to


def _opens_thing(words: Sequence[Word], begin: int, verb: int) -> bool:
    """Whether a verb's noun opens what something else is of: "| оқыту мен тәрбиелеудің сапасын көтеруге"."""
    thing = next((n for n in range(begin + 1, verb) if case_of(words[n]) == "accusative"), None)
    return thing is not None and words[thing].tag == "word" and phrase_start(words, thing, begin) == begin


def parts_deeds(word: Word) -> bool:
    """Whether a comma or "және" may stand between two deeds."""
    return word.tag == "comma" or word.norm in _WORDING.words("joins")


def _tells_of(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a verb's noun only tells of a thing, or how, as the one before it may: "қолдау бойынша шаралар"."""
    for n in range(begin, end - 1):
        if words[n].tag == "to-do" and case_of(words[n]) == "" and not is_of_compound(words, n):
            behind = n + 2 if is_owned(words[n + 1]) and n + 2 < end else n + 1
            aside = words[behind].norm in _WORDING.words("closes_aside")  # "тіркеу үшін органдарға беру"
            if (words[behind].tag == "postposition" and not aside) or case_of(words[behind - 1]) == "locative":
                return True
    return False


def has_thing(words: Sequence[Word], begin: int, verb: int, *, below: bool = False) -> bool:
    """Whether something is named before a verb's noun that it is done to: in the accusative, or bare right before it.

    A single bare noun is part of a name, "денсаулық сақтау", but before a dative: "есеп беруге міндетті". In an item
    `below` its lead-in a deed may have but whom or what it goes to or is of: "бақ қызметіне хабарлау, суды үнемдеу".
    """
    if below and _is_of_something_else(words, begin, verb):
        return True
    own = list(_complements(words, begin, verb))
    if any(case_of(word) == "accusative" for word in own):
        return True
    before = words[verb - 1]
    nearest = list(
        _complements(words, next((n for n in range(verb - 1, begin, -1) if parts_deeds(words[n])), begin), verb)
    )
    alone = len(nearest) == 1 and before.tag == "word" and words[verb].tag != "towards-doing"  # "денсаулық сақтау"
    alone = alone and not _is_plural(before)  # "актілер жасау"
    bare = before in nearest and case_of(before) == "" and not alone
    bare = bare and not _WORDING.pattern("opens_attribute").search(before.norm)
    goes = _WORDING.pattern("goes_to").match(words[verb].norm) is not None and bool(own)
    given = words[verb].tag == "towards-doing" and any(case_of(word) == "dative" for word in own)
    given = given or (is_done(words[verb]) and any(case_of(word) in _BESIDE for word in own))
    of_it = is_owned(before) and verb - 2 >= begin and case_of(words[verb - 2]) == "genitive"
    carried = before.tag == "to-do" and case_of(before) == "" and words[verb].tag == "to-do"
    carried = carried and words[verb].norm in _WORDING.words("carrying_out") and verb - 1 >= begin
    return bare or goes or given or carried or of_it  # "бұзушылықтардың алдын алу"


def _is_of_something_else(words: Sequence[Word], begin: int, verb: int) -> bool:
    """Whether a verb's noun that governs no accusative has what it governs, or denies how something is left."""
    heavy = words[verb].norm in _WORDING.words("heavy_words")  # "солып қалуына | жол бермеу"
    if heavy or _WORDING.pattern("does_to_something").match(words[verb].norm):
        return any(
            case_of(words[n]) in _BESIDE - {"locative"} and words[n + 1].tag != "postposition"
            for n in range(begin, verb)
        )
    left = _WORDING.pattern("not_doing").search(words[verb].norm) is not None and verb > begin
    return left and _WORDING.pattern("left_without").search(words[verb - 1].norm) is not None


def _is_plural(word: Word) -> bool:
    return [ending.kind for ending in analyse(word.text)[0].endings] == ["plural"]


def is_done(verb: Word) -> bool:
    """Whether a verb's noun tells what is done, not who does it: "енгізілуі"."""
    return verb.tag == "its-doing" and _WORDING.pattern("passive_stem").search(verb.norm) is not None


def _complements(words: Sequence[Word], begin: int, verb: int) -> Iterator[Word]:
    for n in range(begin, verb):
        word = words[n]
        if word.tag in ("title", "close"):
            yield word
        elif word.tag in ("word", "past", "its-doing", "state") or (
            word.tag == "to-do" and case_of(word) == "accusative"
        ):
            plain = not is_adverb(word) and not is_converb(word) and not is_adjective(word)
            if plain and word.norm not in _WORDING.words("heavy_words"):
                yield word
