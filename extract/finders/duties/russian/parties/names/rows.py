"""How a Russian party goes on in further ones: rows of bodies, of their owners and fields, of who else acts."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, LINKS, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")

_JOINS = _WORDING.words("joins_parties")


def further_of(words: Sequence[Word], n: int, end: int, case: str) -> int:
    """The place of a further party behind a comma, of a subject or an agent; 0 where none stands."""
    if case == "nomn":
        return _lists_on(words, n, end)
    return _also_acts(words, n, end) if case == "ablt" else 0


def _also_acts(words: Sequence[Word], n: int, end: int) -> int:
    """The place of one more who acts behind ", а также": "подписывается мастером, а также | директором"; else 0."""
    also = n + 2 < end and words[n].norm in _WORDING.words("contrasts") and words[n + 1].norm in _WORDING.words("also")
    k = n + 2
    while also and k < end and is_in(words[k], ADJECTIVES, "ablt") and not is_party(words, k, "ablt"):
        k += 1
    return k if also and k < end and is_party(words, k, "ablt") else 0


def _lists_on(words: Sequence[Word], n: int, end: int) -> int:
    """The place of a further subject's noun behind a comma, where "и" closes the list right before the predicate.

    "местные органы, | общественные объединения и иные организации ведут ..."; 0 where no such list goes on.
    """
    also = n + 1 < end and words[n].norm in _WORDING.words("contrasts") and words[n + 1].norm in _WORDING.words("also")
    noun = _noun_listed(words, n + 2 * also, end)
    joint = noun if also else next((k for k in range(noun + 1, end) if words[k].norm in AND_OR), 0) if noun else 0
    last = noun if also else _noun_listed(words, joint + 1, end) if joint else 0
    told = words[last + 1 : end] if last else words[:1]
    listed = all(word.tag in ("word", "comma", "title") for word in words[noun:end])
    return noun if listed and all(is_in(word, NOUNS | ADJECTIVES, "gent") for word in told) else 0


def _noun_listed(words: Sequence[Word], n: int, end: int) -> int:
    """The place of a noun of several in the nominative that begins here, attributes before it; 0 where none does."""
    while n < end and is_in(words[n], ADJECTIVES, "nomn") and not is_in(words[n], NOUNS, "nomn"):
        n += 1
    return n if n < end and _plural(words[n]) and not is_in(words[n], LINKS) else 0


def _plural(word: Word) -> bool:
    return word.tag == "word" and any(
        pos in NOUNS and case == "nomn" and number == "plur" for _, pos, case, number in readings(word.norm)
    )


def joins_on(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a party goes on behind a comma: with a name, a participle, a further party, "городов ..."."""
    word = words[n]
    k = n
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, case) and not is_in(words[k], NOUNS):
        k += 1  # "местные органы, | общественные объединения"
        k += words[k].norm in AND_OR  # "областные и (или) районные отделы"
    return (
        word.text[:1].isupper()
        or (k > n and is_party(words, k, case))
        or is_in(word, PARTICIPLES, case)
        or _is_party_attributed(words, n, case)
        or (word.norm in AND_OR and n + 1 < len(words) and words[n + 1].tag == "word")
        or word.norm in _WORDING.words("among_them")
        or any(lemma in _WORDING.words("places") for lemma, _, found, _ in readings(word.norm) if found == "gent")
    )


def _is_party_attributed(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a party in a case begins here, its attributes before it: ", областную | инспекцию"."""
    while n + 1 < len(words) and is_in(words[n], ADJECTIVES, case) and not is_party(words, n, case):
        n += 1
    return is_party(words, n, case)


def owns_on(words: Sequence[Word], n: int) -> bool:
    """Whether a list of genitives goes on behind a comma: "акимами сел, аульных округов", "службы учета, контроля"."""
    before = n - 1
    if words[before].tag == "close":
        before = next((k for k in range(before, 0, -1) if words[k].tag == "open"), 1) - 1
    k = n + 1
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, "gent"):
        k += 4 if words[k + 1].tag == "open" and k + 4 < len(words) and words[k + 3].tag == "close" else 1
    forms = [(found, number) for _, pos, found, number in readings(words[k].norm) if pos in NOUNS]
    genitive = ("gent", "plur") in forms or (("gent", "sing") in forms and "nomn" not in dict(forms))
    joined = k + 2 < len(words) and words[k + 1].norm in AND_OR and is_in(words[k + 2], ADJECTIVES | NOUNS, "gent")
    genitive = genitive or (("gent", "sing") in forms and joined)  # "отделы труда, | занятости и защиты населения"
    told = k > n + 1 and not is_in(words[n + 1], ADJECTIVES, "nomn")
    told = told or (k + 2 < len(words) and words[k + 1].tag == "comma" and owns_on(words, k + 1))
    genitive = genitive or (("gent", "sing") in forms and told)  # "акимы поселка, | села, сельского округа"
    owner = is_in(words[before], NOUNS, "gent") or _is_ruled(words, before) or _are_kinds(words, before, k)
    return words[k].tag == "word" and genitive and owner


def _are_kinds(words: Sequence[Word], n: int, noun: int) -> bool:
    """Whether attributes of one noun stand on both sides of a comma: "отделы районных, | городских садов"."""
    kinds = (words[n], *words[n + 2 : noun])
    return noun > n + 2 and all(("ADJF", "gent", "plur") in {found[1:] for found in readings(w.norm)} for w in kinds)


def _is_ruled(words: Sequence[Word], n: int) -> bool:
    """Whether a noun in the instrumental closes what an owner governs: "органы управления садами, | надзора"."""
    if not is_in(words[n], NOUNS, "ablt"):
        return False
    k = n - 1
    while k > 1 and is_in(words[k], ADJECTIVES, "ablt"):
        k -= 1
    return words[k].norm in _WORDING.words("governs_instrumental") and is_in(words[k], NOUNS, "gent")


def fields_on(words: Sequence[Word], n: int) -> bool:
    """Whether a list goes on behind a comma of what "по" opened: "органы по областям, | городам".

    Or of attributes of one field: "заместитель по учебной, | воспитательной работе".
    """
    listed = is_in(words[n - 1], NOUNS, "datv") and is_in(words[n + 1], NOUNS, "datv")
    listed = listed or (is_in(words[n - 1], ADJECTIVES, "datv") and _leads_to_noun(words, n + 1))
    return listed and any(word.norm in _WORDING.words("joins_fields") for word in words[max(n - _FIELD, 0) : n])


def _leads_to_noun(words: Sequence[Word], n: int) -> bool:
    """Whether attributes in the dative go on to their noun: "воспитательной и методической | работе"."""
    k = n
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, "datv") and not is_in(words[k], NOUNS):
        k += 1
        k += words[k].tag == "comma" or words[k].norm in AND_OR
    return n < k < len(words) and is_in(words[k], NOUNS, "datv")


_FIELD = 4
"""Words from "по" to the end of its first noun."""
