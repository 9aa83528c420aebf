"""Russian verbs in the plural that have no subject: whoever it is does it ("Баллоны хранят в шкафах")."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.governed import AND_OR, ATTRIBUTES, agrees, is_any_noun, is_pronoun
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.persons import is_noun_of_person
from extract.finders.duties.russian.parties.positions.freedom import clause_around
from extract.language.russian import is_intransitive, readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_DOES = "somebody-does-as-a-norm"
"""The rule of what somebody does."""


def is_done_by_whoever(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a decision of what somebody does is of a verb that has no subject."""
    return decision.rule.name == _DOES and lacks_subject(words, decision.last)


def lacks_subject(words: Sequence[Word], verb: int) -> bool:
    """Whether an active verb in the plural has no subject in its clause, and something that it is done to.

    "Мастерам | проводят осмотр", "Баллоны | хранят в шкафах"; not "Мастера проводят осмотр", "Розы растут в саду".
    """
    word = words[verb]
    if word.tag != "present" or not _WORDING.pattern("plural_predicate").search(word.norm):
        return False
    if word.subordinate or is_intransitive(word.norm):
        return False
    begin, end = clause_around(words, verb, verb)
    if end < len(words) and words[end].tag == "colon":
        return False
    told = [n for n in range(begin, end) if n != verb and not words[n].subordinate]
    if any(is_pronoun(words[n]) and is_case(words[n], "nomn") for n in told):
        return False
    subjects = [n for n in told if _may_be_subject(words, n)]
    things = [n for n in told if _is_thing(words, n)]
    ahead = [n for n in subjects if n < verb]
    if not ahead:  # "Осмотр сада | проводят по плану": no one thing is the subject of a plural
        one = any(n > verb or any(found[2:] == ("accs", "sing") for found in _nouns(words[n])) for n in things)
        return one and set(subjects) <= set(things)
    return set(ahead) <= set(things) and not any(n > verb for n in (*things, *subjects))


def _may_be_subject(words: Sequence[Word], n: int) -> bool:
    """Whether a noun may be the subject of a plural verb: in the plural, or one of several that "и" joins."""
    if not _is_free(words, n, "nomn") or _is_attribute(words, n):
        return False
    beside = words[n + 1].norm in AND_OR if n + 1 < len(words) else False
    joined = beside or words[n - 1].norm in AND_OR
    return joined or any(case == "nomn" and number == "plur" for _, _, case, number in _nouns(words[n]))


def _is_attribute(words: Sequence[Word], n: int) -> bool:
    """Whether a noun is rather an adjective of one behind it, others between: "запасные | и старые ключи"."""
    if readings(words[n].norm)[0][1] != "ADJF":
        return False
    k = n + 1
    while k + 1 < len(words) and (words[k].norm in AND_OR or words[k].tag == "comma" or not is_any_noun(words[k])):
        k += 1
    between = all(
        is_case(word, "nomn", ATTRIBUTES) for word in words[n + 1 : k] if word.tag == "word" and word.norm not in AND_OR
    )
    return between and k < len(words) and agrees(words[n], words[k], "nomn")


def _is_thing(words: Sequence[Word], n: int) -> bool:
    """Whether a noun may be what something is done to: a thing in the accusative that nothing governs."""
    somebody = is_noun_of_person(words[n].norm) or is_party(words, n, "nomn")
    return _is_free(words, n, "accs") and not somebody


def _is_free(words: Sequence[Word], n: int, case: str) -> bool:
    links = is_preposition(words[n]) or words[n].norm in AND_OR
    if links or not is_any_noun(words[n]) or not is_case(words[n], case, NOUNS):
        return False
    if case == "nomn" and "accs" not in {found for _, _, found, _ in _nouns(words[n])}:
        return True
    k = n - 1
    while k > 0 and words[k].tag == "word" and not is_preposition(words[k]):
        if is_any_noun(words[k]) and words[k].norm not in AND_OR and not _is_attribute(words, k):
            break
        k -= 1
    named = words[n].text[:1].isupper() and is_any_noun(words[n - 1])  # "Правительством Республики | Казахстан"
    governed = named or is_preposition(words[k]) or (is_any_noun(words[k]) and is_case(words[n], "gent", NOUNS))
    return not governed


def _nouns(word: Word) -> list[tuple[str, str, str, str]]:
    return [one for one in readings(word.norm) if one[1] == "NOUN"]
