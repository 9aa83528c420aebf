"""Relative words that open what is done next, no clause below: ", по итогам которой комиссия решает"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import is_any_noun, is_attribute
from extract.finders.duties.russian.kinds import is_preposition
from extract.language.russian import may_be_said_of
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def is_next(words: Sequence[Word], n: int) -> bool:
    """Whether a word is such a relative word: `read_words` has told it as a plain one."""
    return words[n].tag == "word" and words[n].norm in _WORDING.words("which_next")


def begin_of_next(words: Sequence[Word], verb: int) -> int | None:
    """The first word of what a verb does next, behind its relative word; None where it stands in no such clause."""
    if words[verb].subordinate:
        return None
    which = next((n for n in range(verb - 1, 1, -1) if is_next(words, n) or words[n].tag in _ENDS), None)
    return which + 1 if which is not None and is_next(words, which) else None


def is_done_next(words: Sequence[Word], verb: int) -> bool:
    """Whether a clause that closes a sentence tells what is done to a paper once it is there.

    "составляет акт, который | подписывается в двух экземплярах"; not "журнал, который хранится в школе, ведет мастер".
    """
    opens = next((n for n in range(verb, 1, -1) if words[n].tag == "relative"), 0)
    written_in = words[opens - 1].norm in _WORDING.words("sent_to")  # "акт, в котором | указываются причины"
    comma = opens - 1 - written_in
    done = _WORDING.words("written_in_paper" if written_in else "done_with_paper")
    if not opens or words[comma].tag != "comma" or words[verb].norm not in done:
        return False
    if any(word.tag in _PREDICATES for word in words[opens:verb]):
        return False  # the further verbs of a row go with the first
    drawn_up = _WORDING.words("draws_up")
    above = [word for word in words[1:comma] if not word.subordinate]
    before = any(word.tag in _PREDICATES or word.norm in drawn_up for word in above)
    before = before and not any(_WORDING.pattern("looks_at").match(word.norm) for word in words[1:comma])
    behind = any(word.tag in _PREDICATES and not word.subordinate for word in words[verb + 1 :])
    if not before or behind:
        return False
    k = comma - 1
    while k > 1 and not may_be_said_of(words[k].norm, words[opens].norm) and is_case(words[k], "gent"):
        k -= 1
    if not may_be_said_of(words[k].norm, words[opens].norm) or not is_any_noun(words[k]):
        return False
    while k > 1 and is_attribute(words[k - 1]):
        k -= 1
    return not is_preposition(words[k - 1]) or words[verb].norm in _WORDING.words("done_to_paper")


_PREDICATES = frozenset({"passive", "present", "must", "may", "need", "infinitive", "entitled", "future"})
_ENDS = frozenset({"comma", "semicolon", "stop", "colon", "start"})
