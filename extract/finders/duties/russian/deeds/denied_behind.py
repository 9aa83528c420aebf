"""Words behind a Russian infinitive that lay it down: "рвать розы дети | не могут", "вести журнал | не надо"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.governed import INFINITIVES, is_attribute, opens_participle
from extract.finders.duties.russian.kinds import is_preposition
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_LAYS_DOWN_BEFORE = frozenset({"may-not", "should-not", "not-needed", "is-obligatory"})
"""Rules whose words stand behind the infinitive of what is done, too."""
_MAY = "somebody-may"
"""The rule of what somebody may do, told behind the infinitive: "менять план мастер | может"."""

_NOT_NEEDED = "not-needed"
_BINDS_ANOTHER = frozenset({"entitled", "forbidden"})
"""Classes of words that an infinitive before them belongs to: "подать жалобу | вправе каждый, ..."."""


_NEAR = 3
"""Words from a denial to what it denies behind it, at most."""


def behind_deed(words: Sequence[Word], decision: Decision) -> Decision:
    """A decision on the words alone that lay down the infinitive before them: "рвать розы дети | не могут"."""
    if decision.rule.name == _MAY and words[decision.first].tag in INFINITIVES:
        return replace(decision, first=decision.last)
    if not _is_behind(words, decision):
        return decision
    denied = _denied(words, decision)
    rights = words[denied - 1].norm in _WORDING.words("no_rights")
    return replace(decision, first=denied - rights)  # "рвать розы дети | права не имеют"


def denies_no_deed(words: Sequence[Word], decision: Decision) -> bool:
    """Whether the infinitive before a denial is a noun's or another predicate's, and none stands behind the denial.

    "Право | поливать розы ничего не стоит", "Подать жалобу | вправе каждый, директор этого не может". A paper is none's
    object behind a preposition: "не надо | отправлять без справки".
    """
    if decision.rule.name == _NOT_NEEDED:
        return any(words[n].tag == "word" and _is_governed(words, n) for n in (decision.first, decision.last))
    verb = decision.first
    if not _is_behind(words, decision) or any(word.tag == "infinitive" for word in words[decision.last + 1 :][:_NEAR]):
        return False
    lemmas = {lemma for lemma, pos, _, _ in readings(words[verb - 1].norm) if pos == "NOUN"}
    between = words[verb : _denied(words, decision)]
    return bool(lemmas & _WORDING.words("asks_infinitive")) or any(word.tag in _BINDS_ANOTHER for word in between)


def own_of_denied(words: Sequence[Word], decision: Decision, first: int) -> int:
    """Where the words of a denial behind its deed begin, behind another predicate's clause; `first` if none is there.

    "Подать жалобу может каждый, | препятствовать этому директор не может".
    """
    verb = next((n for n in range(decision.first, first, -1) if words[n].tag in INFINITIVES), 0)
    if decision.rule.name not in _LAYS_DOWN_BEFORE or words[decision.last].tag in INFINITIVES or not verb:
        return first
    other = next((n for n in range(verb - 1, first, -1) if _turns(words[n])), 0)
    commas = (n for n in range(other, verb) if other and words[n].tag == "comma" and not opens_participle(words, n + 1))
    comma = next(commas, 0)
    return comma + 1 + (words[comma + 1].norm in _WORDING.words("contrasts")) if comma else first


def _is_governed(words: Sequence[Word], n: int) -> bool:
    """Whether a preposition stands before a word, or before attributes of it."""
    while is_attribute(words[n - 1]) and not is_preposition(words[n - 1]):
        n -= 1
    return is_preposition(words[n - 1])


def _turns(word: Word) -> bool:
    return word.tag in FINITE - {"infinitive"} | _BINDS_ANOTHER and not word.subordinate


def _is_behind(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a decision opens with the infinitive that the words behind it lay down."""
    return decision.rule.name in _LAYS_DOWN_BEFORE and words[decision.first].tag in INFINITIVES


def _denied(words: Sequence[Word], decision: Decision) -> int:
    """The place of "не" behind the infinitive that a decision opens with; its last word where there is none."""
    return next((n for n in range(decision.first, decision.last) if words[n].tag == "not"), decision.last)
