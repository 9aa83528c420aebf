"""Patterns of the lexicon, compiled: expressions over one letter for each class of tokens, or reading of chunks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.language.tokens import Token
from extract.lexicon.words import Rule

_SUFFIXES = "?*+"
_FIRST_SYMBOL = 0xE000
"""The first of the letters, which no text gives a meaning, that classes of tokens are written with."""
_NO_SYMBOL = "\0"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of tokens that a rule of the lexicon matches."""

    rule: Rule
    start: int
    end: int


class ChunkMatcher:
    """Cuts a text's tokens into the longest chunks that the rules know; tokens of no chunk are left out."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        tags = dict.fromkeys(word.rstrip(_SUFFIXES) for rule in rules for word in rule.pattern.split())
        self._symbols = {tag: chr(_FIRST_SYMBOL + n) for n, tag in enumerate(tags)}
        self._by_first: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {tag: [] for tag in tags}
        for rule in rules:
            for tag in _first_tags(rule.pattern):
                self._by_first[tag].append((rule, symbol_pattern(rule.pattern, self._symbols)))

    def __call__(self, tokens: Sequence[Token]) -> list[Chunk]:
        symbols = "".join([self._symbols.get(token.tag, _NO_SYMBOL) for token in tokens])
        chunks: list[Chunk] = []
        behind = 0
        for at, token in enumerate(tokens):
            if at < behind:
                continue
            for rule, pattern in self._by_first.get(token.tag, ()):
                match = pattern.match(symbols, at)
                if match and match.end() > behind:
                    best, behind = rule, match.end()
            if behind > at:
                chunks.append(Chunk(best, at, behind))
        return chunks


def _first_tags(pattern: str) -> dict[str, None]:
    """The classes that a sequence of classes may begin with, in order."""
    found: dict[str, None] = {}
    for word in pattern.split():
        found[word.rstrip(_SUFFIXES)] = None
        if word[-1] not in "?*":
            break
    return found


class PhraseFinder:
    """Finds known phrases among a text's tokens, by the norms of their words."""

    def __init__(self, phrases: Iterable[tuple[str, Sequence[Token]]]) -> None:
        """The phrases, each with the name that it is found under."""
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for name, tokens in phrases:
            norms = tuple(token.norm for token in tokens)
            self._by_first.setdefault(norms[0], []).append((name, norms))
        for begun in self._by_first.values():
            begun.sort(key=lambda phrase: len(phrase[1]))

    def __call__(self, tokens: Sequence[Token]) -> list[tuple[str, int, int]]:
        """The name of each phrase that stands in the text and the tokens that it is, in order, the shorter first."""
        return [
            (name, at, at + len(norms))
            for at, token in enumerate(tokens)
            for name, norms in self._by_first.get(token.norm, ())
            if tuple([one.norm for one in tokens[at : at + len(norms)]]) == norms
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
