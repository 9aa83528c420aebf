"""Deeds that a Kazakh sentence names one behind another, the verb that binds standing behind the last of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.beside.asides import asides
from extract.finders.duties.kazakh.deeds.deed_ends import closes_deed, has_thing, is_done, parts_deeds
from extract.finders.duties.kazakh.deeds.extents import DOING, is_it
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.verbs import content_verb
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_CLOSED = frozenset({"semicolon", "colon", "start"})


def deeds_before(words: Sequence[Word], first: int, last: int) -> list[int]:
    """The verbs' nouns before the one that a decision is about, each a deed of its own: "сад салу, мектеп ашу қажет".

    Each has a thing of its own, as has the one behind it; "анықтау және қолдау орталықтарын құру" is one deed, and so
    is what is seen to as a whole ("егуді және суаруды қамтамасыз етеді").
    """
    verb = content_verb(words, first, last, last)
    if verb is None:
        return []
    doing = (n for n in range(verb, last) if words[n].tag in DOING and case_of(words[n]) != "accusative")
    verb = next((n for n in doing if _binds(words, n, last)), verb)
    if words[verb].norm in _WORDING.words("being"):
        return []  # "көрсеткіштері білім алушыларды даярлау және олардың жұмысы болуы тиіс"
    if words[verb].tag not in DOING or case_of(words[verb]) == "accusative" or not _binds(words, verb, last):
        return []
    return _listed_before(words, verb, last)


def foreseen_before(words: Sequence[Word], doing: int) -> list[int]:
    """The nouns of doing before the last that a programme foresees: "бақтарды жөндеуді, гүлдерді өсіруді көздейді"."""
    return _listed_before(words, doing, doing)


def tasks_below(words: Sequence[Word], colon: int, cases: Sequence[str] = ("",)) -> list[int]:
    """The nouns of doing of an item below "міндеттері:" that names several tasks: "бақты күту, көшеттерді егу;".

    They stand in one of the `cases`: in the accusative as well below "Бағдарлама қарайды: бақты күтуді, гүл егуді".
    """
    last = len(words) - 1
    while words[last].tag in ("stop", "semicolon", "comma"):
        last -= 1
    if last <= colon or words[last].tag not in ("to-do", "towards-doing") or case_of(words[last]) not in cases:
        return []
    verb = content_verb(words, last, last, last) or last
    before = _listed_before(words, verb, last, below=True)
    return [*before, last] if before and before[0] > colon else []


def doings_of_point(words: Sequence[Word], colon: int) -> list[int]:
    """The nouns of doing of a plan's point, each with words of its own: "қоршауды бояу, қақпа [майлау]"."""
    found: list[int] = []
    begin = colon + 1
    for n in range(colon + 1, len(words)):
        closes = n + 1 == len(words) or words[n + 1].tag in ("comma", "semicolon", "stop", "open")
        if words[n].tag != "to-do" or not closes or n <= begin:
            continue
        if words[begin].tag != "to-do" or case_of(words[begin]) != "":
            found.append(n)
            begin = n + 2
    return found


def doings_before(words: Sequence[Word], doing: int) -> list[int]:
    """The nouns of doing listed before one that something is said of: "гүл егу, [бақты күту] – бағбанның парызы"."""
    listed = _listed_before(words, content_verb(words, doing, doing, doing) or doing, doing)
    begin = next((n + 1 for n in range(doing, -1, -1) if words[n].tag in _CLOSED), 1)
    doings = [n for n in range(begin, doing) if words[n].tag == "to-do"]
    if not all(parts_deeds(words[n + 1]) and case_of(words[n]) == "" and not parts_deeds(words[n - 1]) for n in doings):
        return listed
    return [n for n in doings if n - 1 >= begin]  # "тәртіп [сақтау], гүл егу"


def closes_with_doing(words: Sequence[Word], own: int) -> bool:
    """Whether the words of an item, from `own` on, close with a noun of doing and say nothing else of it."""
    last = len(words) - 1
    while last > own and words[last].tag in ("stop", "semicolon", "comma"):
        last -= 1
    doing = words[last].tag == "to-do" and case_of(words[last]) == "" and last > own
    doing = doing and words[last].norm not in _WORDING.words("nouns_of_doing")
    closing = (n for n in range(own, last) if words[n].tag in _CLOSES_CLAUSE)
    return doing and all(words[n + 1].norm in _WORDING.words("comes_about") for n in closing)


_CLOSES_CLAUSE = frozenset(
    {"present", "passive", "imperative", "must", "need", "obliged", "entitled", "negative", "planned"}
)
"""Classes of words that say themselves how much binds."""


def _listed_before(words: Sequence[Word], verb: int, last: int, *, below: bool = False) -> list[int]:
    """The verbs' nouns before one, each a deed with a thing of its own, or one of an item `below` its lead."""
    begin = next((n + 1 for n in range(verb, -1, -1) if words[n].tag in _CLOSED), 1)
    if verb - begin > _LONGEST_LIST:
        return []
    if any(words[n].norm in _WORDING.words("that_is") for n in range(begin, verb)):
        return []  # "ресурстарды ұлғайту, яғни базаны кеңейту, алаң құру": one deed in other words
    aside = asides(words, begin, last, verb)
    found: list[int] = []
    inside = list(accumulate((word.tag == "open") - (word.tag == "close") for word in words))
    further = verb
    for n in range(verb - 2, begin, -1):
        either = words[n + 1].norm in _WORDING.words("or") and words[last].tag == "entitled"
        if (
            n not in aside
            and not inside[n]
            and closes_deed(words, n, further, case_of(words[verb]), either=either, below=below)
        ):
            found.insert(0, n)
            further = n
    starts = [begin, *(max(begin, n + 1) for n in found)]
    return [n for start, n in zip(starts, found, strict=False) if has_thing(words, start, n, below=below)]


_LONGEST_LIST = 300
"""Words of a list that is read deed by deed; a longer one is one deed."""


def _binds(words: Sequence[Word], verb: int, last: int) -> bool:
    """Whether what stands behind a verb's noun says that it must be, is planned or is seen to."""
    behind = words[verb + 1 : last + 1]
    return bool(behind) and (
        behind[0].tag in ("need", "planned", "recommend", "must", "obliged", "entitled")
        or (behind[0].tag == "may" and is_done(words[verb]))
        or (words[verb].tag == "towards-doing" and behind[0].norm in _WORDING.words("of_a_right"))
        or behind[0].norm in _WORDING.words("belongs")
        or is_it(words, verb + 1)
        or behind[0].norm in _WORDING.words("let" if words[verb].tag == "towards-doing" else "heavy_words")
        or behind[0].norm in _WORDING.words("foreseen")
    )
