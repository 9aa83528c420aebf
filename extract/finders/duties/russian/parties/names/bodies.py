"""When a Russian noun of doing or a coined word names a body: "организация проводит", "Управление садов", "Казсад"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, is_in
from extract.finders.duties.russian.governed import AND_OR
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_COINED = _WORDING.pattern("coined_body")
_RULES_BY = _WORDING.words("bodies_with_genitive")
_DOING = _WORDING.pattern("doing_participle")
_WHOLE = _WORDING.words("whole_bodies")
LONGEST = 40
"""Words that a party may have."""


def names_body(words: Sequence[Word], n: int, reading: tuple[str, str, str]) -> bool:
    """Whether a noun that may be a doing is a body here, by one reading of it (its lemma, case and number).

    "Управление садов проводит", but not "Организация и | проведение собраний".
    """
    lemma, case, number = reading
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    if behind in AND_OR and n + 2 < len(words) and is_doing(words[n + 2]):
        return False
    return (
        words[n - 1].norm in _WORDING.words("working_groups")
        or number == "plur"
        or behind in duty_words("ru").actors.compounds[lemma]
        or _DOING.match(behind) is not None
        or (case == "nomn" and lemma in _RULES_BY and _opens_with_owner(words, n))
        or (case == "ablt" and lemma in _RULES_BY and _does_with_owner(words, n))
        or (lemma in _WHOLE and (_is_whole(words, n, case) or _is_term(words, n)))
        or (case == "nomn" and (_is_of_persons(words, n) or _does_here(words, n)))
    )


def is_coined(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word is a body's name made of beginnings, in a case: "Казсаду"; "Минсадов" has one form in all."""
    word = words[n]
    if _COINED.match(word.text) is None:
        return False
    cases = {found for _, pos, found, _ in readings(word.norm) if pos in NOUNS}
    opens = case in ("nomn", "datv") and words[n - 1].tag in OPENS_CLAUSE
    return case in cases or (opens and not cases & {"nomn", "datv"})


def _is_term(words: Sequence[Word], n: int) -> bool:
    """Whether a noun is a text's own name of a body, by its capital inside a sentence: "проводит | Организация"."""
    return words[n].text.istitle() and words[n - 1].tag not in OPENS_CLAUSE | {"mark"} and n > 1


def _is_of_persons(words: Sequence[Word], n: int) -> bool:
    """Whether what is said of a subject is said of nobody but persons and bodies: "Организация ... вправе"."""
    predicate = next((word for word in words[n + 1 : n + LONGEST] if word.tag in FINITE), None)
    return predicate is not None and (predicate.tag == "entitled" or predicate.norm.startswith("обязан"))


def _opens_with_owner(words: Sequence[Word], n: int) -> bool:
    """Whether a noun opens its clause, and a genitive stands behind it: "Управление | садовых школ".

    As a doing such a noun has an instrumental behind it: "Управление | садом".
    """
    k = n + 1
    while k < len(words) and is_in(words[k], ADJECTIVES, "gent") and not is_in(words[k], NOUNS, "gent"):
        k += 1
    return words[n - 1].tag in OPENS_CLAUSE and k < len(words) and is_in(words[k], NOUNS, "gent")


def _does_with_owner(words: Sequence[Word], n: int) -> bool:
    """Whether something is done by a body that a genitive names: "производится областным управлением | садов".

    Or, where he opens its clause, is done behind him: "Управлением | садов города утверждается".
    """
    k = n - 1
    while k > 0 and is_in(words[k], ADJECTIVES, "ablt"):
        k -= 1
    behind = next((word for word in words[n + 1 :] if not is_in(word, ADJECTIVES, "gent")), words[n])
    owned = is_in(behind, NOUNS, "gent") and not is_preposition(words[n + 1])
    opens = words[k].tag in OPENS_CLAUSE
    return owned and (words[k].tag == "passive" or (opens and any(one.tag == "passive" for one in words[n:])))


def _is_whole(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun is of nothing and does something: "организация | в тот же день выплачивает", "организацией".

    As a doing it is of what is done: "Организация | питания зависит от школы".
    """
    if words[n - 1].norm in AND_OR or n + 1 >= len(words):
        return False
    of_something = is_in(words[n + 1], ADJECTIVES, "gent") or is_in(words[n + 1], NOUNS, "gent")
    if of_something and not is_preposition(words[n + 1]):
        return False
    if case != "nomn":
        return case == "ablt" and (words[n - 1].tag == "passive" or words[n - 1].norm.endswith("ся"))
    predicate = next((word for word in words[n + 1 : n + LONGEST] if word.tag in _SAYS), None)
    return predicate is not None and predicate.tag == "present" and not predicate.norm.endswith("ся")


def _does_here(words: Sequence[Word], n: int) -> bool:
    """Whether a body's verb stands right behind a noun, or before it and its attributes: "организация | проводит"."""
    k = n - 1
    while k > 0 and is_in(words[k], ADJECTIVES, "nomn"):
        k -= 1
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    does = _WORDING.words("body_does")
    return behind in does or (k < n - 1 and words[k].norm in does)


OPENS_CLAUSE = frozenset({"start", "stop", "semicolon", "colon"})
FINITE = frozenset({"present", "future", "must", "entitled", "may"})
_SAYS = FINITE | {"stative", "being", "effect", "passive", "past", "will"}
