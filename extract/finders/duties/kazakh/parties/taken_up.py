"""Whom "ол" stands for in a Kazakh sentence: a body that the one before it sets up; else it is named as it stands.

"Бақ комиссиясы құрылады. | Ол өтініштерді қарайды."
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Passage
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.kazakh.forms import case_of, closes_condition, looks_like, names_actor
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import first_party
from extract.finders.duties.kazakh.parties.points import clause_start
from extract.finders.duties.kazakh.verbs import has_subject_alone
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


_CLOSED = frozenset({"can", "present", "obliged", "must", "entitled", "negative"})
"""Classes of verbs that close the clause before one of a pronoun."""


def created_in(sentence: Passage) -> Passage | None:
    """The body or the persons whom a sentence says to be set up or chosen, or tells what it is; else None.

    "Кеңес мүшелері сайланады", "Кеңес бес мүшеден тұрады".
    """
    words = read_words(sentence.text, "kk")
    last = len(words) - 1 - (words[-1].tag == "stop")
    n = last - 1
    if n > 1 and words[last].tag == "state" and (told := first_party(words, 1, last, "")) is not None:
        return sentence[words[1].start : words[told.last].end] if told.first == 1 else None
    if n < 1 or not looks_like(words[last].norm, "sets_up") or case_of(words[n]) or not is_known(words, n):
        return None
    return sentence[words[extent(words, n, 1)].start : words[n].end]


def pronoun_that_acts(words: Sequence[Word], decision: Decision) -> Party | None:
    """The pronoun that opens a clause of what somebody does, may or must: "Олар есепті тексеруі тиіс".

    So does one behind a condition, a case or what is done: "Мұндай жағдайда | ол ...", "Есепті | ол беруге тиіс".
    So does who stands for all in a ban: "Гүлді ешкім жұла алмайды". No thing: it does something to something, or to
    somebody; what is done to it is another's.
    """
    verb = words[decision.first]
    if decision.rule.reads == "prohibition" and (nobody := _nobody(words, decision.first)) is not None:
        return Party(nobody, nobody, nobody)
    begin = _pronoun(words, clause_start(words, decision.first), decision.first)
    if begin is None or decision.rule.bearer not in (*SUBJECTS, "bidden"):
        return None
    behind = words[begin + 1]
    named = names_actor(behind) and case_of(behind) in ("", "genitive")
    points = behind.tag == "postposition" or named or behind.norm in _WORDING.words("times_of_it")
    by_itself = looks_like(verb.norm, "done_to_nothing") and words[begin].norm not in _WORDING.words("spoken_to")
    done = has_subject_alone(verb) or verb.norm in _WORDING.words("being") or by_itself  # "сіз қатысуыңыз керек" acts
    whole = words[begin + 1 : decision.last] if case_of(words[begin - 1]) != "accusative" else words[begin - 1 : begin]
    acts = any(case_of(word) in ("accusative", "dative") for word in whole)
    return Party(begin, begin, begin) if acts and not points and not done else None


def _nobody(words: Sequence[Word], verb: int) -> int | None:
    """The place of who stands for all in what is banned: "Гүлді ешкім жұла алмайды"."""
    places = (n for n in range(clause_start(words, verb), verb) if words[n].norm in _WORDING.words("nobody"))
    return next(places, None)


def _pronoun(words: Sequence[Word], begin: int, end: int) -> int | None:
    """The place of the pronoun that opens a clause, or the last part of it before its verb."""
    pronouns = _WORDING.words("he") | _WORDING.words("spoken_to")
    for n in range(end - 1, begin, -1):
        if words[n].norm not in pronouns or words[n + 1].tag in ("postposition", "comma", "conjunction"):
            continue
        before = words[n - 1]
        laid = words[n - 2].norm in _WORDING.words("laid_on_somebody")
        if before.tag == "comma" and (laid or words[n - 2].tag in _CLOSED):
            return n  # "өтініш бере аласыз, | ол жауап беруге тиіс", "бөлімге жүктеледі, | ол тексереді"
        in_case = before.norm in _WORDING.words("times") or case_of(before) == "accusative"
        return n if in_case or closes_condition(words, n - 1) or _is_for_it(words, n) else None
    return begin if begin < end and words[begin].norm in pronouns else None


def _is_for_it(words: Sequence[Word], n: int) -> bool:
    """Whether it is told right before a place for what somebody does it: "ол үшін | олар"."""
    return words[n - 1].tag == "postposition" and words[n - 2].norm in _WORDING.words("takes_up")
