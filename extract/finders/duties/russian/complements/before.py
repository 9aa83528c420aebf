"""The noun phrase that stands before a Russian verb: the last one of a case, within the verb's own clause."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.complements.extents import end_of
from extract.finders.duties.russian.governed import behind_governed, cases_of, opens_participle
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.finders.duties.russian.openings import opens
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def phrase_before(words: Sequence[Word], verb: int, case: str, *, bare: bool = False) -> tuple[int, int] | None:
    """The last noun phrase of a case before a verb ("форум проводится", "такие списки обновить").

    `bare` without places that only a predicate would make its own: "Вынос книг | из музея не допускается".
    """
    n = _clause_start(words, verb) if case == "nomn" else 1
    found = None
    while n < verb:
        if is_preposition(words[n]):
            n = behind_governed(words, n + 1, verb - 1)
            continue
        if words[n].tag == "comma" and n + 1 < verb and opens_participle(words, n + 1):
            n = next((k for k in range(n + 1, verb) if words[k].tag == "comma"), verb)
            continue
        if words[n].tag == "open":
            n = next((k + 1 for k in range(n, verb) if words[k].tag == "close"), verb)
            continue
        if case == "nomn" and _is_oblique(words[n]):
            n = behind_governed(words, n, verb - 1)
            continue
        if words[n].tag == "title" or opens(words, n, verb - 1, case):
            found = found or (n, _end_before(words, n, verb, case, bare=bare))
            n = found[1] if found[0] == n else n
        n += 1
    return found


def _is_oblique(word: Word) -> bool:
    """Whether a noun can only be what a verb has beside its subject: "Приказом директора определяется ..."."""
    return word.tag == "word" and bool(cases_of(word)) and cases_of(word) <= {"datv", "ablt", "loct"}


def _end_before(words: Sequence[Word], n: int, verb: int, case: str, *, bare: bool) -> int:
    """The last word of a phrase before its verb; what opens a clause reaches up to it, but for how it is done."""
    last = min(end_of(words, n, verb - 1, case), verb - 1)
    if case == "nomn" and last + 2 < verb and words[last + 1].tag == "dash" and words[last].end < words[last + 1].start:
        named = is_case(words[last + 2], "nomn", NOUNS)  # "Заместитель - | начальник отдела"
        last = min(end_of(words, last + 2, verb - 1, case), verb - 1) if named else last
    if n > 1:
        return last
    k = last
    while k + 1 < verb and is_doing(words[n]) and cases_of(words[k + 1]) == {"ablt"}:
        k += 1  # "Перевозка детей автобусами"
    if bare:
        return k
    last = k
    while k + 1 < verb and is_preposition(words[k + 1]) and words[k + 1].norm in _WORDING.words("of_subjects"):
        behind = words[k + 2].norm
        if words[k + 1].norm == "от" and words[min(k + 3, verb)].norm == "до":
            k = behind_governed(words, k + 4, verb - 1) - 1  # "Срок практики | от 3 до 9 месяцев"
            continue
        manner = _WORDING.pattern("manner").match(behind) or behind in _WORDING.words("with_what")
        if manner or behind in _WORDING.words("pronouns_done_to") or _WORDING.pattern("behind_in").match(behind):
            return last
        k = behind_governed(words, k + 2, verb - 1, listed=True) - 1
        if k + 3 < verb and words[k + 1].tag == "not" and words[k + 2].norm in _WORDING.words("than"):
            k = behind_governed(words, k + 3, verb - 1) - 1  # "Комиссия в составе | не менее трех человек"
        if k + 1 < verb and words[k + 1].tag == "open":  # "Срок практики в саду (теплице) | от 3 до 9 месяцев"
            k = next((n for n in range(k, verb) if words[n].tag == "close"), k)
    return k if k + 1 >= verb or words[k + 1].tag in ("will", "comma", "not") else last


def _clause_start(words: Sequence[Word], verb: int) -> int:
    """Where the clause of a predicate begins, behind another's: "Объем составляет 60 часов, предметы изучаются"."""
    if words[verb].subordinate:
        return 1
    other = next((n for n in range(verb - 1, 0, -1) if words[n].tag in _CLAUSE_VERBS and not words[n].subordinate), 0)
    commas = [n for n in range(other, verb) if other and words[n].tag == "comma"]
    return commas[0] + 1 if commas else 1


_CLAUSE_VERBS = frozenset({"present", "future", "passive", "stative", "effect", "past"})
