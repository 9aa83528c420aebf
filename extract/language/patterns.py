"""Patterns of the lexicon, compiled: over token classes for spaCy's Matcher, over what chunks read for `re`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.language.spacy_parts import Doc, Matcher, Vocab
from extract.lexicon.words import Rule

_SUFFIXES = "?*+"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of tokens that a rule of the lexicon matches."""

    rule: Rule
    start: int
    end: int


class ChunkMatcher:
    """Cuts a text's tokens into the longest chunks that the rules know; tokens of no chunk are left out."""

    def __init__(self, vocab: Vocab, rules: Sequence[Rule]) -> None:
        self._rules = {rule.name: rule for rule in rules}
        self._order = {rule.name: n for n, rule in enumerate(rules)}
        self._matcher = Matcher(vocab)
        for rule in rules:
            self._matcher.add(rule.name, [matcher_pattern(rule.pattern)])
        self._names = {vocab.strings[name]: name for name in self._rules}

    def __call__(self, doc: Doc) -> list[Chunk]:
        found = [(self._names[key], start, end) for key, start, end in self._matcher(doc)]
        found.sort(key=lambda match: (match[1], -match[2], self._order[match[0]]))
        chunks: list[Chunk] = []
        at = 0
        for name, start, end in found:
            if start >= at:
                chunks.append(Chunk(self._rules[name], start, end))
                at = end
        return chunks


def matcher_pattern(pattern: str) -> list[dict[str, Any]]:
    """A sequence of classes as spaCy's Matcher wants it: "number dash? month"."""
    return [
        {"TAG": word.rstrip(_SUFFIXES), **({"OP": word[-1]} if word[-1] in _SUFFIXES else {})}
        for word in pattern.split()
    ]


def symbol_pattern(pattern: str, symbols: Mapping[str, str]) -> re.Pattern[str]:
    """A sequence of readings as a regular expression over one letter a reading: "lead* when ( comma? when )*".

    Raises KeyError for a reading that has no letter.
    """
    parts = []
    for word in pattern.split():
        if word[0] in "()|":
            parts.append("(?:" if word == "(" else word)
        else:
            bare = word.rstrip(_SUFFIXES)
            parts.append(re.escape(symbols[bare]) + word[len(bare) :])
    return re.compile("".join(parts))
