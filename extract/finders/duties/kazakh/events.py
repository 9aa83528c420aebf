"""The event that a term of a Kazakh sentence is counted from: "[өтініш тіркелген] күнінен бастап"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.forms import (
    case_of,
    has_no_object,
    is_converb,
    is_owned,
    is_verbal,
    looks_like,
    stem_of,
)
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def start_of_event(sentence: str, start: int, end: int) -> int:
    """Where the event begins whose verb stands between two places: "[өтініш тіркелген] күні"; `start` where none does.

    Nothing but the event is read with it: "маман мәліметтерді [өтініш тіркелген күні] енгізеді".
    """
    words = read_words(sentence[:end], "kk")
    verb = next((n for n, word in enumerate(words) if word.start >= start and _closes_event(words, n)), None)
    if verb is None:
        return _with_owner(words, start)
    if verb < 2:
        return start
    first = _start(words, verb)
    return words[verb if first == 1 and _is_of_clause(words, verb, sentence[end:]) else first].start


def _is_of_clause(words: Sequence[Word], verb: int, behind: str) -> bool:
    """Whether the noun before a participle is what the clause is about: "Шағым [тіркелген күнінен] қаралады".

    The day is the noun's own, and nothing else without a case stands before the passive that closes the clause.
    """
    if not is_owned(words[verb + 1]) or not has_no_object(words, verb):
        return False
    rest = read_words(behind, "kk")[1:]
    done = next((n for n, word in enumerate(rest) if word.tag in _DONE or looks_like(word.norm, "done_doing")), None)
    return done is not None and all(
        case_of(word) or not is_noun(word) or word.norm in _WORDING.words("spans") for word in rest[:done]
    )


_DONE = frozenset({"passive", "passive-not"})


def _with_owner(words: Sequence[Word], start: int) -> int:
    """Where a term begins whose first noun belongs to another: "[комиссияның] | отырысына дейін"."""
    n = next((n for n, word in enumerate(words) if word.start >= start), 0)
    if n > 1 and words[n].tag == "towards-doing" and case_of(words[n - 1]) == "dative":
        return words[phrase_start(words, n, 1)].start  # "[сапарға] | шығуға дейін"
    owned = n > 1 and is_owned(words[n]) and case_of(words[n]) == "dative" and case_of(words[n - 1]) == "genitive"
    return words[phrase_start(words, n - 1, 1)].start if owned else start


def _closes_event(words: Sequence[Word], n: int) -> bool:
    """Whether a word is the verb of what came about: "берілген күннен", "түскеннен кейін", "басталғанға дейін"."""
    behind = words[min(n + 1, len(words) - 1)].norm
    done = _WORDING.pattern("past_participle").search(words[n].norm) is not None
    in_case = _WORDING.pattern("done_in_case").search(words[n].norm) is not None
    till = words[n].tag == "future-participle" and behind in _WORDING.words("till_when")  # "өткізілетін күнге дейін"
    return (done and behind in _WORDING.words("since")) or in_case or till


def _start(words: Sequence[Word], verb: int) -> int:
    """The first word of an event: of its subject's phrase, or of its verb's where its subject is not named."""
    noun = verb - 1
    while noun > 1 and (is_converb(words[noun]) or words[noun].norm in _WORDING.words("heavy_words")):
        if _is_subject_before_event(words, noun - 1, noun, verb):
            break
        noun -= 1
    named = words[noun].tag in ("word", "to-do", "title", "its-doing") and case_of(words[noun]) == ""
    if words[noun].norm in _WORDING.words("he"):
        return noun  # "шешім [ол қабылданған күннен бастап]"
    first = phrase_start(words, noun, 1) if named else phrase_start(words, verb, 1)
    for n in range(noun - 1, first - 1, -1):
        if _is_subject_before_event(words, n, noun, verb):
            return n + 1  # "бақ нәтижесі [жұмыс өткізілген күннен бастап] енгізіледі"
        if case_of(words[n]) == "accusative" and _is_season(words, n + 1, noun):
            return n + 1  # "жөндеуді [жылыту маусымы басталғанға дейін]"
        doer = is_person(words[n]) and case_of(words[n]) == "" and not is_verbal(words[n])
        beside = n == 1 == noun - 1 and words[n].norm in duty_words("kk").actors.heads and is_person(words[noun])
        done = n == 1 and words[n].tag == "to-do" and words[n + 1].norm in _WORDING.words("said_before")
        if done or (doer and case_of(words[n + 1]) not in ("", "genitive")) or (beside and not is_owned(words[noun])):
            return n + 1  # "маман [құжат берген күннен бастап]", "Интернат [оқушы келген күннен бастап]"
    return first


def _is_subject_before_event(words: Sequence[Word], n: int, noun: int, verb: int) -> bool:
    """Whether an owned noun stands right before the plain one of what was done, to which it cannot belong."""
    done = looks_like(words[verb].norm, "done_participle")
    owned = words[n].tag == "word" and is_owned(words[n]) and case_of(words[n]) == ""
    return done and owned and n + 1 == noun and words[noun].tag in ("word", "state") and not is_owned(words[noun])


def _is_season(words: Sequence[Word], first: int, noun: int) -> bool:
    """Whether a season that is named by what is done in it stands from one place to another: "жылыту маусымы"."""
    named = noun == first + 1 and words[first].norm in _WORDING.words("done_in_season")
    return named and stem_of(words[noun]) in _WORDING.words("seasons")
