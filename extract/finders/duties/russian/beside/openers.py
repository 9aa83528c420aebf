"""What opens an aside of a Russian clause: a purpose, a ground, a condition; not what tells of a noun before it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.added import does_to, takes_purpose
from extract.finders.duties.russian.beside.listed import doing_at
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.governed import ATTRIBUTES, FINITE_VERBS, agrees
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def opens_aside(words: Sequence[Word], n: int, first: int) -> int:
    """How many words open a purpose, a ground or a reference here; 0 where none does."""
    pair = f"{words[n].norm}-{words[n + 1].norm}" if n + 1 < len(words) else ""
    place = pair in _WORDING.words("within_what") and n > first and not _is_within_ground(words, n + 2)
    if pair in _WORDING.words("opens_aside") and not place:
        third = words[n + 2].norm if n + 2 < len(words) else ""
        return 3 if third in _WORDING.words("with") else 2
    if words[n].norm in _WORDING.words("opens_aside"):
        return 1
    within = pair in _WORDING.words("within")
    powers = within and any(word.norm in _WORDING.words("powers") for word in words[n + 2 : n + 5])
    closes = words[n - 1].tag == "comma" and n > first and pair in _WORDING.words("closing_condition")
    agreed = n > first and pair in _WORDING.words("by_agreement")  # "по согласованию | с садом"
    agreed = agreed and n + 2 < len(words) and words[n + 2].norm in _WORDING.words("with")
    agreed = agreed and not any(word.tag in _PERMITS for word in words[1:n])
    if agreed or closes or powers:
        return 2 + agreed
    leading = n == first or words[n - 1].tag in ("comma", "colon")
    behind_modal = words[n - 1].tag in ("entitled", "must", "may", "need")
    if (n == first or behind_modal) and (length := _condition(words, n, pair)):
        return length
    return int(words[n].norm in _WORDING.words("opens_leading_aside") and _is_purpose(words, n, first, leading=leading))


def _is_purpose(words: Sequence[Word], n: int, first: int, *, leading: bool) -> bool:
    """Whether "для" opens a purpose: at the opening of a clause (`leading`), or before a noun of doing."""
    relative = any(word.tag == "relative" for word in words[n + 1 : n + 3])  # ", для развития которых"
    if relative or _is_of_subject(words, n, first) or _is_of_ban(words, n, first):
        return False
    doing = n + 1 < len(words) and (doing_at(words, n + 1) or does_to(words, n + 1))
    return leading or (not takes_purpose(words, n) and doing)


def _is_within_ground(words: Sequence[Word], n: int) -> bool:
    """Whether a ground stands behind "в рамках", attributes before it: "проекта", no "профессионального обучения"."""
    while n + 1 < len(words) and (
        agrees(words[n], words[n + 1], "gent")
        or (is_case(words[n], "gent", ATTRIBUTES) and not is_case(words[n], "gent", NOUNS))
    ):
        n += 1
    named = words[n:][:1]
    return any(word.tag == "title" or _WORDING.pattern("within_ground").match(word.norm) for word in named)


_PERMITS = frozenset({"allowed", "may", "entitled"})
"""Classes of predicates that permit: by whose leave something may be done limits it, and stays."""


def _is_of_subject(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether "для" tells of a noun that opens its clause: "Темы | для бесед должны быть близки детям"."""
    opening = words[first:n]
    attributes = all(is_case(word, "nomn", ATTRIBUTES) for word in opening[:-1])
    return bool(opening) and attributes and is_case(opening[-1], "nomn", NOUNS)


def _is_of_ban(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether "для" tells for what a doing must not be that opens its clause: "Использование карт | для учета ..."."""
    plain = all(word.tag == "word" and not is_preposition(word) for word in words[first:n])
    opens = plain and is_doing(words[first]) and is_case(words[first], "nomn", NOUNS)
    turns = next((word.tag for word in words[n:] if word.tag in _TURNS and not word.subordinate), "")
    return opens and turns in _LETS


_LETS = frozenset({"forbidden", "allowed"})
_TURNS = FINITE_VERBS | _LETS


def opens_behind(words: Sequence[Word], n: int, predicate: int) -> int:
    """How many words open a condition behind a predicate, without a comma: "отказывает | в случае неполноты"."""
    if n <= predicate or n + 1 >= len(words):
        return 0
    return 2 * (f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("in_case"))


def _condition(words: Sequence[Word], n: int, pair: str) -> int:
    """How many words open when or by what something is done, at a clause's start; 0 where none do.

    "При разработке планов", "В исключительных случаях", "По решению комиссии".
    """
    if pair in _WORDING.words("opens_condition"):
        return 2
    if n + 2 < len(words) and f"{words[n].norm}-{words[n + 2].norm}" in _WORDING.words("opens_condition"):
        return 3
    return int(words[n].norm in _WORDING.words("while") and n + 1 < len(words) and is_doing(words[n + 1]))
