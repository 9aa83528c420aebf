"""On whom a Kazakh point lays something, and what it lays on him."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, looks_like, names_actor, stem_of
from extract.finders.duties.kazakh.parties.names.actors import is_party
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import first_party
from extract.finders.duties.kazakh.parties.points import clause_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_JOINS = frozenset({"comma", "conjunction"})
_OF_NAME = frozenset({"word", "mark", "stop"})
"""Classes of the words of somebody's name, and of the dot of his initials."""


def charged(words: Sequence[Word], first: int, last: int) -> Party | None:
    """On whom control is laid: all words between "бақылау" and the verb ("бақылау вице-министрге жүктелсін")."""
    last -= words[last].tag == "may"  # "жүктелуі мүмкін"
    if _is_doing(words[last - 1]):
        return _opening_name(words, clause_start(words, first), last - 1)
    begin = laid_on(words, first, last) + 1
    told = (n + 2 for n in range(last - 2, begin, -1) if words[n].tag == "state" and words[n + 1].tag in _JOINS)
    begin = next(told, begin)  # "... негізі болып табылады және | бөлім басшыларына жүктеледі"
    while begin < last and words[begin].tag in ("comma", "dash"):
        begin += 1
    grounds = (n + 1 for n in range(last - 2, begin, -1) if _closes_ground(words, n))
    begin = next(grounds, begin)
    if begin < last:
        return Party(begin, last - 1, last - 1)
    return _opening_name(words, clause_start(words, first), first)


def entrusted_to(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """To whom a doing is entrusted, in the dative right before the verb: "бақылау | комиссияға тапсырылсын".

    A thing is but handed in: "есеп бөлімге тапсырылсын", "санау журналы бөлімге тапсырылсын".
    """
    head = verb - 1
    surname = _is_surname(words[head]) and words[head - 1].text == "."  # "А. Садовқа"
    if not looks_like(words[verb].norm, "entrusts") or not (surname or case_of(words[head]) == "dative"):
        return None
    body = names_actor(words[head]) or stem_of(words[head]) in _WORDING.words("bodies")
    known = surname or body or is_person(words[head])
    doings = (n for n in range(head - 1, begin - 1, -1) if _is_entrusted(words, n))
    doing = next(doings, None)
    if not known or doing is None or any(word.tag not in _OF_NAME for word in words[doing + 1 : verb]):
        return None
    named = words[doing + 1 : head]
    plain = all(case_of(word) in ("", "genitive") for word in named) and not (named and is_owned(named[0]))
    return Party(doing + 1, head, head) if plain else None


def faced(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """Before whom a task is set: "[Әкімдіктердің] алдына бақ салу міндеті қойылды", "[мектептер] алдында"."""
    place = next((n for n in range(begin + 1, verb) if words[n].norm in _WORDING.words("before_whom")), None)
    if place is None or case_of(words[place - 1]) not in ("", "genitive"):
        return None
    named = is_party(words, place - 1, case_of(words[place - 1])) or names_actor(words[place - 1])
    named = named or is_person(words[place - 1]) or words[place - 1].norm in _WORDING.words("of_you")
    if not named:
        return None
    return Party(extent(words, place - 1, begin), place - 1, place - 1)


def _is_entrusted(words: Sequence[Word], n: int) -> bool:
    """Whether a doing or a work ends at a place: "көшеттерді санау", "егу жұмыстары", "бақылау функциялары"."""
    named = words[n].norm in _WORDING.words("laid_things") or words[n].norm in _WORDING.words("entrusted_works")
    return named or (_is_doing(words[n]) and not _is_inside(words, n))


def _closes_ground(words: Sequence[Word], n: int) -> bool:
    """Whether a word closes on what ground or when something is laid on somebody: "шешімі бойынша | бөлімге"."""
    if words[n].norm in _WORDING.words("on_what"):
        return stem_of(words[n - 1]) in _WORDING.words("words_of_others")
    return words[n].norm in _WORDING.words("times") or words[n].norm in _WORDING.words("closes_aside")


def laid_on(words: Sequence[Word], first: int, last: int) -> int:
    """The last word of what is laid on somebody: "бақылау", else the verb's noun that stands before him."""
    if _is_doing(words[last - 1]):
        return last - 1
    things = _WORDING.words("laid_things")
    laid = (n for n in range(first, last) if words[n].norm in _WORDING.words("control"))
    control = next(laid, None)
    if control is not None:
        return control + (words[control + 1].norm in _WORDING.words("keeps_control"))
    others = (
        n
        for n in range(last - 1, 0, -1)
        if (words[n].norm in things and words[n + 1].norm not in _WORDING.words("closes_frame"))
        or (
            words[n].tag == "to-do"
            and words[n].text.islower()
            and not is_owned(words[n + 1])
            and not _is_inside(words, n)
        )
    )
    return next(others, last - 1 if _is_inside(words, first) else first)


def _is_inside(words: Sequence[Word], doing: int) -> bool:
    """Whether a noun of doing only tells what another noun is about: "бақ [күту] жөніндегі міндеттерінен өзге"."""
    return words[doing + 1].norm in _WORDING.words("inside_object")


def _is_doing(word: Word) -> bool:
    """Whether what stands before the verb is laid on somebody, not he: "мектепке бақты суару, жолды [тазалау]"."""
    return word.tag == "to-do" and case_of(word) == ""


def _opening_name(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Somebody in the dative who opens a point, with his name: "Хатшы Асан Серікұлына кітаптарды сақтау жүктелсін"."""
    cases = ("dative" if _is_surname(word) else case_of(word) for word in words[begin:first])
    n, case = next(((n, case) for n, case in enumerate(cases, begin) if case not in ("", "genitive")), (0, ""))
    if case != "dative" or words[n].tag == "towards-doing":
        return None
    if not first_party(words, begin, n + 1, "") and not is_party(words, n, "dative"):
        return None
    return Party(begin, _last_told(words, n, first), n)


def _last_told(words: Sequence[Word], n: int, first: int) -> int:
    """The last of several in the dative who open a point: "Министрлікке және оның [аумақтық органдарына]"."""
    last = n
    while words[last + 1].tag in _JOINS:
        nouns = (k for k in range(last + 2, first) if case_of(words[k]) not in ("", "genitive"))
        further = next(nouns, None)
        if further is None or not is_party(words, further, "dative"):
            break
        last = further
    return last


def _is_surname(word: Word) -> bool:
    """Whether a word is a surname in the dative: "Әбеновке"."""
    return word.text[:1].isupper() and _WORDING.pattern("surname_dative").search(word.norm) is not None
