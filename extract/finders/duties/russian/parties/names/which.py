"""Which of those who can act are meant: by number, by place, by whom they act for."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, LINKS, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.parties.names.surnames import is_initial
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")


def counted_of(words: Sequence[Word], n: int, end: int) -> int:
    """How many words number what a party is of: "5-8-х, 10-х классов", "9 (10) классов"; 0 where none do."""
    k = n
    while k < end and (words[k].tag in ("number", "dash", "comma") or words[k].norm in _WORDING.words("ordinal_ends")):
        k += 1
        aside = k > n and k + 2 < end and words[k].tag == "open" and words[k + 1].tag == "number"
        k += 3 * (aside and words[k + 2].tag == "close")
    return k - n + 1 if k > n and k < end and is_in(words[k], NOUNS, "gent") and words[n].tag == "number" else 0


def numbered(words: Sequence[Word], n: int, end: int) -> int:
    """How many words say which of a kind by numbers: "школы | № 5", "садов | № 5, 7 и 9"; 0 where none do."""
    if n + 1 >= end or words[n].text != "№" or words[n + 1].tag != "number":
        return 0
    k = n + 2
    while k + 1 < end and (words[k].tag == "comma" or words[k].norm in AND_OR):
        number = k + 1 + (words[k + 1].text == "№" and k + 2 < end)
        if words[number].tag != "number":
            break
        k = number + 1
    return k - n


def initials(words: Sequence[Word], n: int, end: int) -> int:
    """How many words are the initials of a surname beside them: "завхоз Розов | Б.Б.", "| Б. Розов"; else 0."""
    k = n
    while k < end and is_initial(words, k):
        k += 2
    k = min(k, end)
    if n < k < end and _is_capitalised(words[k]):
        return k + 1 - n  # "секретарь С. | Липова | должна": a surname that looks like a predicate
    return k - n if _is_capitalised(words[n - 1]) else 0


def _is_capitalised(word: Word) -> bool:
    return len(word.text) > 1 and word.text.istitle()


def one_of(words: Sequence[Word], n: int, end: int) -> int:
    """How many words name one of several: "мастер или | один из его учеников"; 0 where none do."""
    one = words[n].norm in _WORDING.words("one_of") and n + 2 < end
    if not one or words[n + 1].norm not in _WORDING.words("out_of"):
        return 0
    k = n + 2 + (words[n + 2].norm in _WORDING.words("pronouns_done_to"))
    while k < end and is_in(words[k], NOUNS | ADJECTIVES, "gent") and not is_in(words[k], LINKS):
        k += 1
    return k - n


def stands_where(words: Sequence[Word], n: int, end: int) -> int:
    """How many words say where a body is: "органам | на местах"; 0 where none do."""
    return 2 if n + 1 < end and f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("stands_where") else 0


def sent_by(words: Sequence[Word], n: int, end: int) -> int:
    """How many words say whom somebody acts for: "руководитель практики | от училища"; 0 where none do."""
    if words[n].norm not in _WORDING.words("from_whom") or words[n].norm == "у" or n + 1 >= end:
        return 0
    k = n - 1
    while k > 0 and is_in(words[k], NOUNS | ADJECTIVES, "gent") and not _is_sent(words[k]):
        k -= 1
    if not _is_sent(words[k]) or is_doing(words[n + 1]) or words[n + 1].norm in _WORDING.words("in_whose_name"):
        return 0
    k = n + 1
    while k < end and (is_in(words[k], NOUNS | ADJECTIVES, "gent") or is_abbreviation(words[k].text)):
        k += not is_in(words[k], LINKS)
        if is_in(words[k], LINKS):
            break
    return k - n if k > n + 1 else 0


def asked_for(words: Sequence[Word], n: int, end: int) -> int:
    """How many words the field of a body asks for: "совет по борьбе | с засухой", "по надзору | за садами"; else 0."""
    case = _ASKS.get(words[n].norm)
    if case is None or not _WORDING.pattern(f"asks_{words[n].norm}").search(words[n - 1].norm):
        return 0
    k = n + 1
    while k + 1 < end and is_in(words[k], ADJECTIVES, case) and is_in(words[k + 1], ADJECTIVES | NOUNS, case):
        k += 1
    return k + 1 - n if k < end and is_in(words[k], NOUNS, case) else 0


_ASKS = {"с": "ablt", "со": "ablt", "за": "ablt", "над": "ablt", "от": "gent"}
"""Prepositions that nouns of a field ask for -> the case behind them."""


def ruled_by(words: Sequence[Word], n: int, end: int) -> int:
    """How many words in the instrumental a body's noun governs: "орган управления | водными ресурсами"; else 0."""
    if words[n - 1].norm not in _WORDING.words("governs_instrumental"):
        return 0
    k = n
    while k < end and is_in(words[k], ADJECTIVES - PARTICIPLES, "ablt") and not is_in(words[k], PARTICIPLES):
        k += 1
    return k + 1 - n if k < end and is_in(words[k], NOUNS, "ablt") else 0


def aged(words: Sequence[Word], n: int, end: int) -> int:
    """How many words tell an age: "лица | моложе 16 лет", "работники | не моложе 18 лет"; 0 where none do."""
    k = n + (words[n].tag == "not")
    told = k + 2 < end and words[k].norm in _WORDING.words("aged") and words[k + 1].tag == "number"
    return k + 3 - n if told else 0


def _is_sent(word: Word) -> bool:
    return any(lemma in _WORDING.words("acts_for") for lemma, *_ in readings(word.norm))
