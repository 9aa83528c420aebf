"""What is done to in a Kazakh passive: its subject, whatever else stands before its verb."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.beside.conditions import behind_when
from extract.finders.duties.kazakh.between import is_before_all, subject_before_all
from extract.finders.duties.kazakh.complements.nearest import CLOSED, nearest_noun
from extract.finders.duties.kazakh.forms import case_of, has_doer, is_owned, is_verbal, names_actor
from extract.finders.duties.kazakh.openings import bare_subject, listed_subject, opening_deed, subject_that_opens
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_HEAVY = _WORDING.words("heavy_words")


def subject(words: Sequence[Word], verb: int) -> int | None:
    """What is done to in a passive, or what goes on by itself: its only noun without a case, else whose doing it is."""
    begin = behind_when(words, verb)
    if begin > 1 and (of_clause := subject_before_all(words, verb, begin)) is not None:
        return of_clause
    if (owner := _owner_done_to(words, verb)) is not None:
        return owner
    n = _nominative(words, verb)
    timed = n is not None and words[n].norm in _WORDING.words("whole_times")  # "дауыс беру [сайлау күні] өткізіледі"
    doer = n is not None and names_actor(words[n]) and any(map(has_doer, words[n + 1 : verb]))  # of an attribute
    if n is not None and is_before_all(words, n, verb) and not (timed or doer):
        return n
    first = subject_before_all(words, verb)
    return first if n is None or (first is not None and first < n) else n


def _nominative(words: Sequence[Word], verb: int) -> int | None:
    """The noun without a case that a passive is most likely about, told by what stands beside it."""
    n = nearest_noun(words, verb, "") or subject_that_opens(words, verb) or bare_subject(words, verb)
    n = n or listed_subject(words, verb) or _done_as_it_stands(words, verb)
    return opening_deed(words, n or 1, verb) or n


def _done_as_it_stands(words: Sequence[Word], verb: int) -> int | None:
    """A verb's noun in the accusative that opens a passive's clause: "Тіркеуді ... жүзеге асырылады"."""
    if words[verb].norm not in _HEAVY:
        return None
    n = nearest_noun(words, verb, "accusative")
    return n if n is not None and is_verbal(words[n]) and phrase_start(words, n, 1) == 1 else None


def _owner_done_to(words: Sequence[Word], verb: int) -> int | None:
    """What is done to in the genitive before a passive verb's noun: "топтардың қаржыландырылуы ұсынылады"."""
    if words[verb].tag != "its-doing":
        return None
    for n in range(verb - 1, 0, -1):
        if case_of(words[n]) == "genitive" and not is_verbal(words[n]):
            own = words[_behind_attributes(words, n, verb)]
            if words[n + 1].tag == "postposition" or (is_owned(own) and not is_verbal(own)):
                continue  # "[шарттардың негізінде] салынуы"
            return n
        if (case_of(words[n]) == "" and (is_owned(words[n]) or words[n].tag == "title")) or words[n].tag in CLOSED:
            return None
    return None


def _behind_attributes(words: Sequence[Word], n: int, verb: int) -> int:
    """The place of the first noun behind an owner, over its attributes: "республиканың [өзге де] заңдарында"."""
    n += 1
    while n + 1 < verb and case_of(words[n]) == "" and not is_owned(words[n]) and not is_verbal(words[n]):
        n += 1
    return n
