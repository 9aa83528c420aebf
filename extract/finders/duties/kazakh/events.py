"""Where the event begins that a Kazakh term is counted from: "[қорытынды туралы құжат берілген] күннен бастап"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.durations import Duration
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.forms import case_of, is_converb, is_verbal
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def with_whole_event(term: Duration, sentence: str) -> Duration:
    """A term with all the words of what came about, and none of whoever does something after it."""
    if term.anchor is None:
        return term
    start = start_of_event(sentence, term.start, term.end)
    if start > term.start:
        lost = " ".join(sentence[term.start : start].split())
        anchor = term.anchor.removeprefix(lost).strip()
    else:
        anchor = " ".join(f"{sentence[start : term.start]} {term.anchor}".split())
    return replace(term, start=start, anchor=anchor) if anchor else term


def start_of_event(sentence: str, start: int, end: int) -> int:
    """Where the event begins whose verb stands between two places: "[өтініш тіркелген] күні"; `start` where none does.

    Nothing but the event is read with it: "маман мәліметтерді [өтініш тіркелген күні] енгізеді".
    """
    words = read_words(sentence[:end], "kk")
    verb = next((n for n, word in enumerate(words) if word.start >= start and _closes_event(words, n)), None)
    return start if verb is None or verb < 2 else words[_start(words, verb)].start


def _closes_event(words: Sequence[Word], n: int) -> bool:
    """Whether a word is the verb of what came about: "берілген күннен", "түскеннен кейін", "басталғанға дейін"."""
    behind = words[min(n + 1, len(words) - 1)].norm
    done = _WORDING.pattern("past_participle").search(words[n].norm) is not None
    in_case = _WORDING.pattern("done_in_case").search(words[n].norm) is not None
    return (done and behind in _WORDING.words("since")) or in_case


def _start(words: Sequence[Word], verb: int) -> int:
    """The first word of an event: of its subject's phrase, or of its verb's where its subject is not named."""
    noun = verb - 1
    while noun > 1 and (is_converb(words[noun]) or words[noun].norm in _WORDING.words("heavy_words")):
        noun -= 1
    named = words[noun].tag in ("word", "to-do", "title", "its-doing") and case_of(words[noun]) == ""
    first = phrase_start(words, noun, 1) if named else phrase_start(words, verb, 1)
    for n in range(noun - 1, first - 1, -1):
        doer = is_person(words[n]) and case_of(words[n]) == "" and not is_verbal(words[n])
        if doer and case_of(words[n + 1]) not in ("", "genitive"):
            return n + 1  # "маман [құжат берген күннен бастап]"
    return first
