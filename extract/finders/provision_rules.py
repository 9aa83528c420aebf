"""Which rule of the lexicon decides a sentence, and on which words.

A rule's pattern is parts with gaps between them. A part of one word is looked up; spaCy's Matcher finds those of
several, in sentences that hold the first of them; the gaps, which its own quantifiers would try in every length, are
measured here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from spacy.matcher import Matcher

from extract.duty_words import PASSES, DutyRule, duty_words
from extract.finders.provision_words import FINITE, START, VOCAB, Word, doc_of

_SUFFIXES = "?*+"
_CLOSES_CLAUSE = frozenset({"semicolon", "stop"})
_SAYS_NOTHING = frozenset({"start", "comma", "colon", "stop", "semicolon", "dash", "not", "that", "to-do", "its-doing"})
"""Classes that nearly every sentence has: one with no other class of the rules is not worth the Matcher's while."""

_EDGES = frozenset({"start", "comma", "colon"})
_WIDE_BARRIERS = frozenset({"semicolon", "stop", "start"})
_BARRIERS = {
    "~": _WIDE_BARRIERS | {"comma", "colon", "short-adjective"},
    "~~": _WIDE_BARRIERS,
    "~!": _WIDE_BARRIERS | FINITE,
}
"""What may not stand in a gap, by the gap's sign."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of other classes than `barriers`."""

    most: int
    barriers: frozenset[str]

    def reaches(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether the words from `start` to `end` (exclusive) fit."""
        return 0 <= end - start <= self.most and all(word.tag not in self.barriers for word in words[start:end])


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts, and the gap behind each but the last."""

    parts: tuple[str, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A rule that held, and the places of the first and last word (inclusive) that it held on."""

    rule: DutyRule
    first: int
    last: int


Places = Mapping[str, Sequence[tuple[int, int]]]
"""Part -> where it stands in a sentence: first word, last word (exclusive)."""


class RuleBook:
    """The rules of one language, compiled."""

    def __init__(self, lang: str) -> None:
        self._rules = [
            (rule, [compile_pattern(pattern) for pattern in rule.patterns]) for rule in duty_words(lang).rules
        ]
        parts = {part for _, patterns in self._rules for pattern in patterns for part in pattern.parts}
        self._single: dict[str, list[str]] = defaultdict(list)
        self._matcher = Matcher(VOCAB)
        for part in sorted(parts):
            if " " in part:
                self._matcher.add(part, matcher_patterns(part))
            else:
                for choice in choices(part):
                    self._single[choice].append(part)
        self._names = {VOCAB.strings[part]: part for part in parts}
        told = {choice for part in parts for word in part.split() for choice in choices(word)}
        self._tells = told - _SAYS_NOTHING
        rows = {tuple(part.split()) for part in parts if " " in part}
        self._rows_tell = {choice for row in rows for choice in choices(_telling(row))}

    def decide(self, words: Sequence[Word], mood: str) -> list[Decision]:
        """The rules that hold for a sentence in a text of that mood, in the order of their words.

        Rules are tried in the order of the lexicon; the words that one decided on are no other's. A rule that passes
        over the sentence is the only one given.
        """
        keys = {*(word.tag for word in words), *(f"'{word.norm}'" for word in words)}
        if self._tells.isdisjoint(keys):
            return []
        places = self._places(words, not self._rows_tell.isdisjoint(keys))
        taken: set[int] = set()
        held: set[str] = set()
        found: list[Decision] = []
        for rule, patterns in self._rules:
            if mood not in rule.moods or held.intersection(rule.unless):
                continue
            for first, last in _matches(patterns, places, words):
                if first in taken or last in taken or (rule.main_clause and words[last].subordinate):
                    continue
                held.add(rule.name)
                found.append(Decision(rule, first, last))
                if rule.reads == "not-this-sentence":
                    return found[-1:]
                taken.update(range(first, (_clause_end(words, last) if rule.reads == "not-this-clause" else last) + 1))
        return sorted(found, key=lambda decision: (decision.first, decision.last))

    def _places(self, words: Sequence[Word], rows: bool) -> Places:
        """Where each part of the rules stands: single words by a look into the table, rows of words by the Matcher."""
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for n, word in enumerate(words):
            for part in (*self._single.get(word.tag, ()), *self._single.get(f"'{word.norm}'", ())):
                places[part].append((n, n + 1))
        for key, start, end in self._matcher(doc_of(words)) if rows else ():
            places[self._names[key]].append((start, end))
        return places


def _telling(row: Sequence[str]) -> str:
    """The first word of a row that is not in nearly every sentence."""
    return next((word for word in row if not _SAYS_NOTHING.issuperset(choices(word))), row[0])


def _matches(patterns: Sequence[Pattern], places: Places, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where a rule's patterns match: first and last word (inclusive), no marks at the edges, the longest first."""
    found = set()
    for pattern in patterns:
        passed_over = pattern.parts[0] == START and len(pattern.parts) > 1  # what opens the sentence decides nothing
        for start, end in _matches_of(pattern, places, words):
            telling = [n for n in range(end - 1 if passed_over else start, end) if words[n].tag not in _EDGES]
            found.add((telling[0], telling[-1]) if telling else (start, end - 1))
    return sorted(found, key=lambda match: (match[0], -match[1]))


def _matches_of(pattern: Pattern, places: Places, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    reached = list(places.get(pattern.parts[0], ()))
    for gap, part in zip(pattern.gaps, pattern.parts[1:], strict=True):
        following = places.get(part, ())
        reached = [(a, d) for a, b in reached for c, d in following if gap.reaches(words, b, c)]
    yield from reached


def _clause_end(words: Sequence[Word], last: int) -> int:
    while last + 1 < len(words) and words[last + 1].tag not in _CLOSES_CLAUSE:
        last += 1
    return last


def compile_pattern(pattern: str) -> Pattern:
    """A pattern of the lexicon: "need ~3 infinitive" is two parts with a gap of at most three words."""
    parts: list[list[str]] = [[]]
    gaps: list[Gap] = []
    for word in pattern.split():
        if word.startswith("~"):
            sign = word.rstrip("0123456789")
            gaps.append(Gap(int(word[len(sign) :]), _BARRIERS[sign]))
            parts.append([])
        else:
            parts[-1].append(word)
    return Pattern(tuple(" ".join(part) for part in parts), tuple(gaps))


def choices(word: str) -> list[str]:
    """What one word of a pattern may be: classes as they are, forms in quotes ("'вновь|снова'" is two)."""
    bare = word.rstrip(_SUFFIXES)
    return [f"'{form}'" for form in bare.strip("'").split("|")] if bare.startswith("'") else bare.split("|")


def matcher_patterns(part: str) -> list[list[dict[str, Any]]]:
    """A part as spaCy's Matcher wants it: "will|must 'вновь' participle?" is two patterns, one an alternative.

    Plain attributes are several times quicker to match than the Matcher's own alternatives.
    """
    found: list[list[dict[str, Any]]] = []
    for word in part.split():
        attribute = "ORTH" if word.startswith("'") else "TAG"
        repeated = {"OP": word[-1]} if word[-1] in _SUFFIXES else {}
        found.append([{attribute: choice.strip("'"), **repeated} for choice in choices(word)])
    return [list(pattern) for pattern in product(*found)]


def lays_something(decision: Decision) -> bool:
    """Whether a decision gives a modality, not just that nothing is meant."""
    return decision.rule.reads not in PASSES


@cache
def rule_book(lang: str) -> RuleBook:
    """The rules of a language, compiled once."""
    return RuleBook(lang)
