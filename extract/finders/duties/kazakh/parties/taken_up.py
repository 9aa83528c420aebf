"""Whom "ол" stands for in a Kazakh sentence: a body that the one before it sets up; else it is named as it stands.

"Бақ комиссиясы құрылады. | Ол өтініштерді қарайды."
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Passage
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.kazakh.forms import case_of, looks_like, names_actor
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.points import clause_start
from extract.finders.duties.kazakh.verbs import has_subject_alone
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def created_in(sentence: Passage) -> Passage | None:
    """The body or the persons whom a sentence says to be set up or chosen: "Кеңес мүшелері сайланады"; else None."""
    words = read_words(sentence.text, "kk")
    last = len(words) - 1 - (words[-1].tag == "stop")
    n = last - 1
    if n < 1 or not looks_like(words[last].norm, "sets_up") or case_of(words[n]) or not is_known(words, n):
        return None
    return sentence[words[extent(words, n, 1)].start : words[n].end]


def pronoun_that_acts(words: Sequence[Word], decision: Decision) -> Party | None:
    """The pronoun that opens a clause of what somebody does, may or must: "Олар есепті тексеруі тиіс".

    No thing: it does something to something, or to somebody; what is done to it is another's.
    """
    begin = clause_start(words, decision.first)
    verb = words[decision.first]
    acts = decision.rule.bearer in (*SUBJECTS, "bidden") and begin < decision.first
    if not acts or words[begin].norm not in _WORDING.words("he") | _WORDING.words("spoken_to"):
        return None
    behind = words[begin + 1]
    points = behind.tag == "postposition" or names_actor(behind) or behind.norm in _WORDING.words("times_of_it")
    done = has_subject_alone(verb) or verb.norm in _WORDING.words("being") or looks_like(verb.norm, "done_to_nothing")
    acts = any(case_of(word) in ("accusative", "dative") for word in words[begin + 1 : decision.last])
    return Party(begin, begin, begin) if acts and not points and not done else None
