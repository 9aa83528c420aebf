"""What is said to whoever reads it, not of others: "Полейте розы", "Розы можно обрезать", "Гүлді суарыңыз"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, names_actor
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.lexicon.phrasing import phrasing


def is_said_to_reader(decision: Decision, words: Sequence[Word], readers: int = 0) -> bool:
    """Whether a decision is said to whoever reads it: "Полейте розы", "Розы можно обрезать", "Гүлді суарыңыз".

    `readers` is the last word of those whom the words open with as the readers; what is said to others is not.
    """
    name = decision.rule.name
    if name in _COMMANDS:
        return True
    if name in _ADVICE and _advises_you(words, decision, readers):
        return True
    if name == _BANS and (words[decision.first].norm in _YOU_CANNOT or _bans_deed(words, decision, readers)):
        return True
    if name in _SAID_TO_YOU and _is_said_to_you(words, "ru", "spoken_to"):
        return True
    deed = any(word.tag == "infinitive" for word in words)
    behind = range(readers + 1, decision.first)
    told = (n for n in behind if is_case(words[n], "datv", _NAMED) and not is_case(words[n], "accs"))
    others = any(not is_preposition(words[n - 1]) for n in told)
    return name in _SAID_OF_DEED and deed and not others and not _is_done_to_others(words, readers)


def _advises_you(words: Sequence[Word], decision: Decision, readers: int) -> bool:
    """Whether a Kazakh decision speaks to the readers by its words, or of what is theirs: "гүліңізді суарған жөн"."""
    wording = phrasing("kk")
    said = (word.norm for word in words[decision.first : decision.last + 1])
    if not wording.words("advises_reader").isdisjoint(said) or _is_said_to_you(words, "kk", "to_you"):
        return True
    behind = words[readers + 1 : decision.last + 1]
    return any(wording.pattern("is_of_you").search(word.norm) for word in behind)


def _bans_deed(words: Sequence[Word], decision: Decision, readers: int) -> bool:
    """Whether a Kazakh decision bans a deed and names nobody who might do it: "Құралды қалдыруға тыйым салынады"."""
    listed = any(word.tag == "colon" for word in words[decision.last : decision.last + 2])  # "Тыйым салынады: | ..."
    deed = words[decision.first - 1].tag == "towards-doing"
    deed = deed or (listed and any(word.tag == "towards-doing" for word in words[decision.last + 1 :]))
    told = (word for word in words[readers + 1 :] if case_of(word) == "dative")
    return deed and not any(is_person(word) or names_actor(word) for word in told)


def _is_done_to_others(words: Sequence[Word], readers: int) -> bool:
    """Whether those in charge do to persons what is said, not the readers: "Родителей приглашать на собрание"."""
    deeds = phrasing("ru").words("done_by_those_in_charge")
    behind = range(readers + 1, len(words))
    return any(words[n].norm in deeds for n in behind) and any(is_party(words, n, "accs") for n in behind)


def _is_said_to_you(words: Sequence[Word], lang: str, told: str) -> bool:
    return any(word.norm in phrasing(lang).words(told) for word in words)


_NAMED = frozenset({"NOUN", "ADJF"})
_SAID_TO_YOU = frozenset({"permitted", "may-do", "obliged"})
"""Russian rules of what those may or must do whom a sentence speaks to: "Вы вправе взять розу"."""
_COMMANDS = frozenset(
    {
        "commanded",
        "commanded-not",
        "reminded",
        "you-are-reminded",
        "you-are-bidden",
        "you-are-forbidden",
        "you-are-to-do",
        "you-are-not-to-do",
        "you-are-spared",
        "you-may-do",
        "may-be-had",
    }
)
_BANS = "forbidden"
_YOU_CANNOT = phrasing("kk").words("you_cannot")
_ADVICE = frozenset({"recommended", "not-obligatory", "required", "permitted-to", "may-be-done"})
"""Rules by which Kazakh readers are told what is better, needed, let or not needed: "суарған жөн"."""
_SAID_OF_DEED = frozenset(
    {
        "required",
        "should-not",
        "not-needed",
        "one-may",
        "permitted-to-somebody",
        "bare-infinitive",
        "bidden-not-to",
        "forbidden",
        "measures-proposed",
        "better-to",
        "important-to",
    }
)
"""Rules of what one is to, should, may, must or need not do, told by an infinitive."""
