"""Whom a sentence names as bound: the party in the case that its rule asks for, in Russian by the dictionary's cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.duty_words import duty_words
from extract.finders.provision_words import FINITE, Word
from extract.letters import is_abbreviation
from extract.russian import dictionary

_NAMES_NOBODY = frozenset({"word"})
_BREAKS = frozenset({"semicolon", "stop", "start", "colon"})
_PARTS_OF_SPEECH = frozenset({"NOUN", "ADJF", "PRTF", "NUMR", "NPRO"})
LONGEST = 40
"""Words that a party may have."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party as a sentence names it: the places of its first and last word (inclusive), and of the noun that counts."""

    first: int
    last: int
    head: int


@lru_cache(maxsize=20_000)
def _readings(norm: str) -> tuple[tuple[str, str, str, str], ...]:
    """(dictionary form, part of speech, case, number) of every reading; a case that the dictionary leaves open is ""."""
    return tuple(
        (p.normal_form.replace("ё", "е"), str(p.tag.POS), str(p.tag.case or ""), str(p.tag.number or ""))
        for p in dictionary().parse(norm)
    )


def _is(word: Word, parts: frozenset[str], case: str = "") -> bool:
    return word.tag == "word" and any(
        pos in parts and (not case or found in (case, "")) for _, pos, found, _ in _readings(word.norm)
    )


_ADJECTIVES = frozenset({"ADJF", "PRTF", "NUMR"})
_NOUNS = frozenset({"NOUN"})
_PREPOSITIONS = frozenset({"PREP"})
_CASES = {"addressee": "datv", "subject": "nomn", "agent": "ablt", "owner": "gent"}
_ACCUSED_FIRST = frozenset({"accs", "gent", "loct"})


def is_party(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word heads the name of somebody who can act, in a case ("организациям", "МИО", "педагоги")."""
    word = words[n]
    if word.tag not in ("word",):
        return False
    actors = duty_words("ru").actors
    if is_abbreviation(word.text) and word.text.isupper():
        return word.norm in actors.heads
    for lemma, pos, found, number in _readings(word.norm):
        if pos not in _PARTS_OF_SPEECH or found != case:
            continue
        if lemma in actors.heads:
            return True
        if lemma in actors.compounds:
            behind = words[n + 1].norm if n + 1 < len(words) else ""
            if number == "plur" or behind in actors.compounds[lemma] or behind[:5] in ("прове", "реали", "осуще"):
                return True
    return False


def find_party(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    """The party in a role around the words of a decision; None where the sentence names none.

    An addressee or a subject stands before the predicate as a rule, an agent on either side.
    """
    roles = ("subject", "agent", "addressee") if role == "doer" else (role,)
    for wanted in roles:
        party = _find(words, wanted, first, last)
        if party:
            return party
    return None


def _find(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    case = _CASES[role]
    begin, end = _clause(words, first, last)
    if role == "owner":
        places: Iterator[int] = iter(range(last + 1, end))
    elif role == "agent":
        places = iter([*range(first - 1, begin - 1, -1), *range(last + 1, end)])
    else:
        places = iter(range(begin, first))
    for n in places:
        if is_party(words, n, case) and not _belongs_to_another(words, n, case):
            return _extent(words, n, case, begin, first if n < first else end)
    if role in ("subject", "addressee"):
        return _behind(words, case, last, end)
    return None


def _behind(words: Sequence[Word], case: str, last: int, end: int) -> Party | None:
    """The party that follows its predicate: "подлежат первые руководители", "необходимо организациям"."""
    for n in range(last + 1, min(end, last + 5)):
        if is_party(words, n, case) and not _belongs_to_another(words, n, case):
            return _extent(words, n, case, last + 1, end)
        if not _is(words[n], _ADJECTIVES, case):
            return None
    return None


def _clause(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The stretch in which a decision's party is looked for: back to the sentence's start or a semicolon."""
    begin = first
    while begin > 0 and words[begin - 1].tag not in ("semicolon", "stop", "start"):
        begin -= 1
    end = last + 1
    while end < len(words) and words[end].tag not in _BREAKS:
        end += 1
    return begin, end


def _belongs_to_another(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun is governed: by a preposition before it, or, in a doubtful form, by the noun before it."""
    k = n - 1
    while k > 0 and _is(words[k], _ADJECTIVES) and not _is(words[k], _NOUNS):
        k -= 1
    before = words[k]
    if words[n].subordinate:
        return True
    if before.tag != "word":
        return False
    if _is(before, _PREPOSITIONS):
        return True
    forms = {found for _, pos, found, _ in _readings(words[n].norm) if pos in _NOUNS}
    doubtful = bool(forms & {"gent"}) and case != "gent"
    return doubtful and _is(before, _NOUNS) and not is_abbreviation(words[n].text)


def _extent(words: Sequence[Word], head: int, case: str, begin: int, end: int) -> Party:
    """The party's words around its head: adjectives before it, what it governs behind it."""
    first = head
    while first - 1 >= begin and (
        _is(words[first - 1], _ADJECTIVES) or words[first - 1].tag == "number" or words[first - 1].norm == "каждый"
    ):
        first -= 1
    last = head
    inside = 0
    for n in range(head + 1, min(end, head + LONGEST)):
        word = words[n]
        if word.tag == "open":
            inside += 1
        elif word.tag == "close":
            inside -= 1
        if inside or word.tag in ("close", "title"):
            last = n if word.tag in ("close", "title") and not inside else last
            continue
        if word.tag in FINITE or word.tag in _BREAKS or word.tag == "dash" or word.subordinate:
            break
        if word.tag == "comma":
            following = words[n + 1] if n + 1 < end else None
            if following and (following.text[:1].isupper() or _is(following, frozenset({"PRTF"})) or is_party(words, n + 1, case)):
                continue
            break
        if word.norm in _JOINS:
            continue
        if word.tag == "word" and (
            is_abbreviation(word.text) or word.text[0].isupper() or _is(word, _NOUNS | _ADJECTIVES, "gent") or is_party(words, n, case)
            or _is(word, _ADJECTIVES, case) or _follows_together(words, n)
        ):
            last = n
            continue
        break
    return Party(first, last, head)


def _follows_together(words: Sequence[Word], n: int) -> bool:
    """Whether a word belongs to "совместно с представителями"."""
    return any(words[k].norm in ("совместно", "с") for k in range(max(0, n - 3), n + 1)) and words[n].norm not in FINITE


_JOINS = frozenset({"и", "или", "совместно", "с", "по"})
