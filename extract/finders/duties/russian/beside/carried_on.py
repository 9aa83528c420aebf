"""Whether the words of a Russian aside go on: with genitives, conjunctions, phrases of its nouns."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.added import takes_purpose
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import (
    AND_OR,
    ATTRIBUTES,
    FINITE_VERBS,
    INFINITIVES,
    cases_of,
    is_adverb,
    opens_theirs,
)
from extract.finders.duties.russian.kinds import is_doing, is_preposition, names_somebody
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_SOURCES = _WORDING.words("sources")


def _opens_another(word: Word, behind: Word) -> bool:
    """Whether a phrase beside an aside opens: "согласно плану | с приложением карт", "при найме | с ним"."""
    comes = word.norm in _WORDING.words("with") and (
        _WORDING.pattern("comes_with").match(behind.norm) is not None
        or behind.norm in _WORDING.words("with_what") | _WORDING.words("with_further")
    )
    as_what = f"{word.norm}-{behind.norm}" in _WORDING.words("as_what")
    return comes or as_what or (is_preposition(word) and behind.norm in _WORDING.words("pronouns_alone"))


def _is_source(words: Sequence[Word], n: int) -> bool:
    """Whether what something is paid out of opens: "выделить деньги для сборов | из местного бюджета"."""
    return words[n].norm in _WORDING.words("out_of") and any(one.norm in _SOURCES for one in words[n + 1 : n + 4])


def _is_drawn_as(words: Sequence[Word], n: int) -> bool:
    """Whether "в качестве" tells as what the noun of doing before it has somebody: "для привлечения | в качестве"."""
    return f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("as_what") and is_doing(words[n - 1])


def carries_on(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether the words of an aside go on: with "и", a genitive, a number of an act, or a phrase of its own."""
    word = words[n]
    if n + 1 < len(words) and (
        _is_source(words, n) or (_opens_another(word, words[n + 1]) and not _is_drawn_as(words, n))
    ):
        return False
    if word.tag == "comma" and n + 1 < len(words) and words[n - 1].tag == words[n + 1].tag == "number":
        return True  # "согласно приложениям 11, 12"
    if word.norm == "от" and n + 2 < len(words) and words[n + 1].tag == "number" and words[n + 2].norm == "до":
        return False  # "срок в рамках обучения | от 3 до 9 месяцев"
    if n == predicate or word.tag in FINITE_VERBS | INFINITIVES | {"comma", "colon", "semicolon", "stop"}:
        return False
    does = word.norm in AND_OR and n + 1 < len(words) and words[n + 1].tag in FINITE_VERBS
    does = does or (n > predicate and word.norm in AND_OR and words[n - 1].tag == "close")  # see `_beyond_brackets`
    if does or opens_theirs(words, n):
        return False  # "согласно плану сада | и содержит"
    asked = word.norm == "от" and any(_WORDING.pattern("asks_от").match(one.norm) for one in words[max(n - 5, 0) : n])
    passes = word.norm in _WORDING.words("through") and _WORDING.pattern("passes").match(words[n - 1].norm) is not None
    return (
        asked  # "при отказе мастера | от листа"
        or word.norm in AND_OR
        or passes  # "при переходе | через дорогу"
        or (is_adverb(word) and is_case(words[min(n + 1, len(words) - 1)], "gent", ATTRIBUTES))
        or word.tag in ("title", "number", "mark", "open", "close", "dash")
        or (word.tag == "word" and (is_case(word, "gent") or is_case(word, "ablt")))
        or (is_case(word, "datv") and not (n + 1 < len(words) and names_somebody(word) and n < predicate))
        or (words[n - 1].norm in AND_OR and cases_of(word) == {"loct"})  # "в порядке и | размерах"
        or word.norm in _WORDING.words("adds_to_aside")
        or (word.norm in _WORDING.words("opens_leading_aside") and takes_purpose(words, n))
    )
