"""Whom a Russian ban binds who stands beside what he would do: "вход | посетителей", "| лица | не допускаются"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.addressees import doing_addressee
from extract.finders.duties.russian.parties.freedom import PREPOSITIONS, in_same_brackets, is_free_party
from extract.finders.duties.russian.parties.names.persons import ADJECTIVES, NOUNS, is_in, is_party
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.language.russian import may_be_subject, parses_of, readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_NEAR = 8
"""Words from a noun of doing to its doer."""
_GOES_WHERE = _WORDING.words("goes_where")
_OUTSIDERS = _WORDING.words("outsiders")


def find_banned(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Whom a ban or a need binds who stands beside what he would do, or is not let do."""
    told = doing_addressee(words, clause[0], first)
    if told is not None or words[last].tag not in ("forbidden", "allowed"):
        return told
    told = _does_banned(words, clause, first, last) or _comes_banned(words, clause, first, last)
    return told or (_not_admitted(words, clause, first, last) if words[last].tag == "allowed" else None)


def _does_banned(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Who does what is banned or let, told beside its noun: "Сбор денег | комитетом | не допускается"."""
    begin, end = clause
    doing = next((n for n in range(begin, end) if _is_subject(words[n])), end)
    for n in in_same_brackets(words, range(doing + 1, min(doing + _NEAR, end)), last):
        if is_party(words, n, "ablt") and not is_in(words[n - 1], PREPOSITIONS):
            return extent_of(words, n, "ablt", doing + 1, first if n < first else end)
    return None


def _comes_banned(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Who must not come or stay, told as whose coming it is: "Не допускается вход в сад | посторонних лиц".

    Not whose the place is, nor whose leave is missing: "вход в кабинет мастера", "вход без разрешения мастера".
    """
    begin, end = clause
    goes = _WORDING.words("goes_by_oneself")
    doing = next((n for n in range(begin, end) if words[n].norm in goes and not words[n].subordinate), 0)
    if not doing:
        return None
    stop = next((n for n in range(doing + 1, end) if words[n].tag != "word" or first <= n <= last), end)
    behind = range(doing + 1, stop)
    further = next((n for n in behind if is_preposition(words[n]) and words[n].norm not in _GOES_WHERE), stop)
    if behind and is_preposition(words[doing + 1]):
        n = next((n for n in range(doing + 2, further) if _is_outsider(words, n)), 0)
    else:
        n = next((n for n in behind if not is_in(words[n], ADJECTIVES, "gent") or _is_banned(words, n)), 0)
    if not n or not _is_banned(words, n):
        return None
    return extent_of(words, n, "gent", doing + 1, first if n < first else end)


def _is_banned(words: Sequence[Word], n: int) -> bool:
    return is_party(words, n, "gent") and _is_person(words[n])


def _is_outsider(words: Sequence[Word], n: int) -> bool:
    """Whether somebody in the genitive is nobody whose a place could be: "посторонних лиц", "родителей учеников"."""
    lemmas = {lemma for lemma, *_ in readings(words[n].norm)}
    if not lemmas & _OUTSIDERS:
        return n + 1 < len(words) and bool(lemmas & _WORDING.words("kin")) and _is_banned(words, n + 1)
    return not (is_in(words[n], ADJECTIVES, "gent") and n + 1 < len(words) and is_in(words[n + 1], NOUNS, "gent"))


def _not_admitted(words: Sequence[Word], clause: tuple[int, int], first: int, last: int) -> Party | None:
    """Who is not let do something: "К экзамену не допускаются | ученики", "| Ученик | не допускается к экзамену"."""
    begin, end = clause
    if not any(words[n].norm in _WORDING.words("toward") and not words[n].subordinate for n in range(begin, end)):
        return None
    for n in (*range(begin, first), *range(last + 1, end)):
        person = is_free_party(words, n, "nomn") and not words[n].subordinate
        if n + 1 < len(words) and words[n + 1].tag == "colon":
            return None  # "К работе не допускаются лица: | не имеющие опыта"
        agrees = not is_in(words[n], NOUNS, "nomn") or may_be_subject(words[n].norm, words[last].norm)
        if person and agrees:
            return extent_of(words, n, "nomn", begin if n < first else last + 1, first if n < first else end)
    return None


def _is_person(word: Word) -> bool:
    """Whether a word names a person or persons, and no body: "посетителей", "лиц"."""
    return any(
        parse.tag.POS in NOUNS and ("anim" in parse.tag or parse.normal_form in _BY_LAW)
        for parse in parses_of(word.norm)
    ) or word.norm in _WORDING.words("nouns_of_attributes")


_BY_LAW = _WORDING.words("persons_by_law")


def _is_subject(word: Word) -> bool:
    """Whether a word can be a noun in the nominative, and no genitive or preposition."""
    return is_in(word, NOUNS, "nomn") and not is_in(word, NOUNS, "gent") and not is_in(word, PREPOSITIONS)
