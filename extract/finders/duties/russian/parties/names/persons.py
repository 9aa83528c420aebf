"""Which Russian words name a person by the dictionary, or those who do something: "оценщик", "сопровождающие"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.parties.names.bodies import FINITE, OPENS_CLAUSE, is_coined
from extract.finders.duties.russian.parties.names.surnames import acts_by_name
from extract.finders.duties.russian.parties.names.those import is_those_who
from extract.language.russian import parses_of, readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_PERSON = _WORDING.pattern("person")
ACTIVE = _WORDING.pattern("active_participle")
TELLING = 3
"""Letters that all forms of a party's noun share ("дети" is not looked for)."""


def is_person(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word that no list has names a person, and is no name of one; or a body by a name made of beginnings."""
    text = words[n].text
    if is_coined(words, n, case) or acts_by_name(words, n, case):
        return True
    if _acts_by_itself(words, n, case) or (case == "nomn" and is_those_who(words, n)):
        return True
    common = text[0].islower() or words[n - 1].tag != "word"
    if len(text) <= TELLING or not common or text.isupper():
        return False
    if is_in(words[n], ADJECTIVES, case) and leads_to_noun(words, n, case):
        return False  # "красным цветом": no Reds
    numbered = n + 1 < len(words) and words[n + 1].tag == "number" and any(_things(words[n].norm, case))
    if numbered or is_attribute_of(words, n):
        return False  # "как жилой дом", "главами 48 и 49"
    opens = case == "nomn" and all(is_in(word, ADJECTIVES, case) for word in words[1:n]) and n < len(words) - 2
    goes_on = case == "nomn" and words[n - 1].tag == "comma" and _in_plural_alone(words[n])
    return _acts(words[n].norm, case, told=opens or goes_on)


def leads_to_noun(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun in the same case stands behind a word, in the instrumental behind more attributes as well."""
    k = n + 1
    while case == "ablt" and k < len(words) and is_in(words[k], ADJECTIVES, case) and not is_in(words[k], NOUNS, case):
        k += 1
    return k < len(words) and is_in(words[k], NOUNS, case)


def _in_plural_alone(word: Word) -> bool:
    """Whether a noun is in the plural by each of its readings: "инвалиды"."""
    return all(number == "plur" for *_, number in readings(word.norm))


def _acts_by_itself(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a participle without a noun names those who do it, before their verb: "Сопровождающие | ведут ...".

    Or by whom something is done: "проверяется | сопровождающим".
    """
    if n + 1 >= len(words) or not ACTIVE.search(words[n].norm) or not is_in(words[n], PARTICIPLES, case):
        return False
    if case == "ablt":
        return words[n - 1].tag == "passive" and words[n + 1].tag in _CLOSES_PART
    k = n + 1
    while k < min(n + 1 + _ADVERBS, len(words) - 1) and (words[k].tag == "not" or is_in(words[k], _ADVERB)):
        k += 1
    return case == "nomn" and words[n - 1].tag in _OPENS_SUBJECT and words[k].tag in FINITE


_CLOSES_PART = frozenset({"comma", "stop", "semicolon", "open", "close"})
_ADVERB = frozenset({"ADVB"})
_ADVERBS = 3
"""Words between those who do something and their verb: "сопровождающий | тут же не ..."."""
_OPENS_SUBJECT = OPENS_CLAUSE | {"word"}


def is_attribute_of(words: Sequence[Word], n: int) -> bool:
    """Whether a word is an adjective by its likeliest reading, and agrees with the noun behind it.

    Before a noun that is no genitive any reading will do: "запасные ключи".
    """
    if n + 1 >= len(words) or not words[n].norm:
        return False
    owned = is_in(words[n + 1], NOUNS, "gent")
    if owned and readings(words[n].norm)[0][1] != "ADJF":
        return False
    own = {(case, number) for _, pos, case, number in readings(words[n].norm) if pos in ADJECTIVES}
    return any((case, number) in own for _, pos, case, number in readings(words[n + 1].norm) if pos in NOUNS)


def names_those(word: Word) -> bool:
    """Whether a word is a participle of what several do: "желающие", "прибывшие", not "следующие"."""
    several = (
        any(found[1:] == ("PRTF", "nomn", "plur") for found in readings(word.norm)) if word.tag == "word" else False
    )
    does = several and ACTIVE.search(word.norm) is not None
    return does and word.norm not in _WORDING.words("tells_which")


def is_noun_of_person(norm: str) -> bool:
    """Whether a word is a person or persons by the dictionary, as an item of those who may or must: "инвалиды"."""
    return _acts(norm, "nomn", told=True)


@lru_cache(maxsize=20_000)
def _acts(norm: str, case: str, *, told: bool = False) -> bool:
    """Whether a word is the dictionary's name of a person by what he does, in a case: "оценщик", "дилером".

    What opens a sentence is `told` by its place, too ("Медицинская сестра"), unless it rather names a thing ("график").
    """
    by_form = _PERSON.search(norm) is not None
    if not (told or by_form or case == "ablt"):
        return False
    if told and not by_form and _things(norm, case)[:1] == [True]:
        return False
    return any(
        parse.tag.POS == "NOUN"
        and "anim" in parse.tag
        and parse.tag.case == case
        and "Name" not in parse.tag
        and "Surn" not in parse.tag
        and "Patr" not in parse.tag
        for parse in parses_of(norm)
    )


def _things(norm: str, case: str) -> list[bool]:
    """Which of a word's readings as a noun in a case name a thing, the likeliest first: "график", "сторож"."""
    tags = (parse.tag for parse in parses_of(norm))
    return ["inan" in tag for tag in tags if tag.POS == "NOUN" and tag.case == case]
