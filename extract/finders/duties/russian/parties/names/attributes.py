"""Where the name of a Russian party begins: the attributes, cities, brackets and participles before its noun."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.governed import AND_OR, agrees
from extract.finders.duties.russian.parties.names.bodies import OPENS_CLAUSE
from extract.finders.duties.russian.parties.names.persons import ACTIVE
from extract.finders.duties.russian.parties.names.surnames import first_of_name
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def first_of_party(words: Sequence[Word], head: int, case: str, begin: int) -> int:
    """The first word of a party's name, none before `begin`: "| Областным и районным управлениям", "| 17 колледжей"."""
    first = first_of_name(words, head)
    if is_in(words[head], ADJECTIVES, case) and head - 2 >= begin and words[head - 1].norm in AND_OR:
        first -= 2 * is_in(words[head - 2], ADJECTIVES, case)  # "Центральные и местные исполнительные органы"
    while first - 1 >= begin and (is_in(words[first - 1], ADJECTIVES, case) or _counts(words, first - 1)):
        first -= 1
        first -= first - 1 >= begin and words[first - 1].norm in _WORDING.words("adverbs_of_attributes")
        if first - 2 >= begin and words[first - 1].norm in AND_OR and is_in(words[first - 2], ADJECTIVES, case):
            first -= 2  # "национальными или международными организациями"
        first = _over_attributes(words, first, case, begin)
    first = _over_cities(words, first, case, begin)
    first = _over_brackets(words, first, case, begin)
    if first - 2 >= begin and words[first - 1].norm in AND_OR and is_acting(words[first - 2], case):
        first -= 2  # "пострадавший или очевидец"
    first = _over_persons(words, first, case, begin)
    return _with_participle(words, first, head, case, begin)


def _over_persons(words: Sequence[Word], first: int, case: str, begin: int) -> int:
    """Where a name begins that persons open who are no noun: "Все больные и | носители гнили"."""
    n = first - 2
    together = n >= begin and words[n].norm in _WORDING.words("persons_together") and words[n + 1].norm in AND_OR
    if not together or not is_in(words[n], ADJECTIVES, case):
        return first
    while n - 1 >= begin and is_in(words[n - 1], ADJECTIVES, case):
        n -= 1
    return n


def _over_brackets(words: Sequence[Word], first: int, case: str, begin: int) -> int:
    """Where attributes begin that brackets part from their noun: "| отборочной (аттестационной) комиссией"."""
    opened = next((n for n in range(first - 1, max(begin, first - _COMPLEMENT), -1) if words[n].tag == "open"), 0)
    inside = words[opened + 1 : first - 1]
    if not opened or words[first - 1].tag != "close" or not all(is_in(word, ADJECTIVES, case) for word in inside):
        return first
    while opened - 1 >= begin and inside and is_in(words[opened - 1], ADJECTIVES, case):
        first = opened = opened - 1
    return first


def _over_attributes(words: Sequence[Word], first: int, case: str, begin: int) -> int:
    """Where the row of attributes begins that commas part at a clause's start: "Районные, городские отделы"."""
    n = first
    while n - 2 >= begin and words[n - 1].tag == "comma" and _is_plain_attribute(words[n - 2], case):
        n -= 2
    opens = n == begin and (n == 0 or words[n - 1].tag in OPENS_CLAUSE)
    return n if opens and _is_plain_attribute(words[first], case) else first


def _over_cities(words: Sequence[Word], first: int, case: str, begin: int) -> int:
    """Where attributes begin that cities part from their noun: "| Областным, города Розы управлениям"."""
    n = first - 1
    while n - 2 >= begin and (words[n].tag == "comma" or words[n].text[:1].isupper() or words[n].norm in AND_OR):
        n -= 1  # "городов | Розы, Липы и Клены"
    cities = (
        n < first - 1 and n - 2 >= begin and words[n - 1].tag == "comma" and _is_plain_attribute(words[n - 2], case)
    )
    named = cities and any(
        lemma in _WORDING.words("places") and found == "gent" for lemma, _, found, _ in readings(words[n].norm)
    )
    return _over_attributes(words, n - 2, case, begin) if named else first


_ADJECTIVE = frozenset({"ADJF"})


def _is_plain_attribute(word: Word, case: str) -> bool:
    """Whether a word is an adjective in a case, and no participle."""
    return is_in(word, _ADJECTIVE, case) and not is_in(word, PARTICIPLES)


def _with_participle(words: Sequence[Word], first: int, head: int, case: str, begin: int) -> int:
    """Where a party begins whose participle stands before it with its complement: "Проходящие учебу | мастера"."""
    for n in range(first - 1, max(begin, first - _COMPLEMENT) - 1, -1):
        if words[n].tag not in ("word", "number"):
            break
        if is_in(words[n], PARTICIPLES, case) and not is_in(words[n], NOUNS):
            free = words[n + 1 : first]
            alone = n == begin and not any(is_in(word, NOUNS, case) and not is_in(word, NOUNS, "accs") for word in free)
            alone = alone and agrees(words[n], words[head]) and not _has_noun(words[n], free)
            return n if alone else first
    return first


def _has_noun(participle: Word, behind: Sequence[Word]) -> bool:
    """Whether a participle of what was done has its own noun behind it: "Списанные старые | книги | мастер сдает"."""
    done = ACTIVE.search(participle.norm) is None
    own = next((word for word in behind if is_in(word, NOUNS) or not is_in(word, ADJECTIVES)), None)
    return done and own is not None and agrees(participle, own, "nomn")


_COMPLEMENT = 6
"""Words from a participle to its noun."""


def is_acting(word: Word, case: str) -> bool:
    """Whether a word is a participle of what its noun does, without the comma that it asks for."""
    return is_in(word, PARTICIPLES, case) and ACTIVE.search(word.norm) is not None


def _counts(words: Sequence[Word], n: int) -> bool:
    """Whether a number counts the party ("17 колледжей"), and is no act's ("приказ № 93 ...")."""
    return words[n].tag == "number" and words[n - 1].text != "№"
