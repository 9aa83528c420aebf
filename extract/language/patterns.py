"""Patterns of the lexicon: over token classes, over norms of tokens, and for `re` over what chunks read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import NamedTuple

from extract.language.tokens import Token
from extract.lexicon.words import Rule

_SUFFIXES = "?*+"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of tokens that a rule of the lexicon matches."""

    rule: Rule
    start: int
    end: int


class _Place(NamedTuple):
    """How far a rule has been matched: the number of the rule and of the part that comes next."""

    rule: int
    part: int


@dataclass(slots=True)
class _State:
    """The places that matching has come to: the first rule that is whole there, and the state behind each class."""

    places: frozenset[_Place]
    rule: Rule | None
    ways: dict[str, _State | None] = field(default_factory=dict)


class ChunkMatcher:
    """Cuts a text's tokens into the longest chunks that the rules know; tokens of no chunk are left out.

    All rules are followed at once. A state is made when a text first comes to it, and stays, for there are few.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._parts = [[(word.rstrip(_SUFFIXES), word[-1]) for word in rule.pattern.split()] for rule in rules]
        self._states: dict[frozenset[_Place], _State] = {}
        self._root = self._state(_Place(rule, 0) for rule in range(len(rules))) or _State(frozenset(), None)

    def __call__(self, tokens: Iterable[Token]) -> list[Chunk]:
        """The chunks in order; of several that open at a token the longest, of rules that match it the first."""
        tags = [token.tag for token in tokens]
        chunks: list[Chunk] = []
        at = 0
        while at < len(tags):
            chunk = self._longest(tags, at)
            if chunk:
                chunks.append(chunk)
            at = chunk.end if chunk else at + 1
        return chunks

    def _longest(self, tags: Sequence[str], start: int) -> Chunk | None:
        found = None
        state = self._root
        for end, tag in enumerate(islice(tags, start, None), start + 1):
            following = self._behind(state, tag)
            if following is None:
                break
            state = following
            if state.rule:
                found = Chunk(state.rule, start, end)
        return found

    def _behind(self, state: _State, tag: str) -> _State | None:
        """Where a token of a class leads; None where no rule goes on with it."""
        if tag not in state.ways:
            state.ways[tag] = self._state(self._step(state, tag))
        return state.ways[tag]

    def _step(self, state: _State, tag: str) -> Iterator[_Place]:
        for rule, part in state.places:
            wanted, times = self._parts[rule][part] if part < len(self._parts[rule]) else ("", "")
            if wanted == tag:
                yield _Place(rule, part + 1)
                if times in "*+":
                    yield _Place(rule, part)

    def _state(self, reached: Iterable[_Place]) -> _State | None:
        places: set[_Place] = set()
        for rule, part in reached:
            left_out = takewhile(lambda told: told[1] in "?*", self._parts[rule][part:])
            places |= {_Place(rule, part + n) for n in range(sum(1 for _ in left_out) + 1)}
        whole = min((rule for rule, part in places if part == len(self._parts[rule])), default=None)
        key = frozenset(places)
        if key and key not in self._states:
            self._states[key] = _State(key, self._rules[whole] if whole is not None else None)
        return self._states.get(key)


class PhraseFinder:
    """Finds phrases, each with a key, by the norms of their tokens."""

    def __init__(self, phrases: Iterable[tuple[str, Iterable[Token]]]) -> None:
        self._opened: dict[str, list[tuple[list[str], str]]] = {}
        for key, tokens in phrases:
            norms = [token.norm for token in tokens]
            self._opened.setdefault(norms[0], []).append((norms, key))
        for several in self._opened.values():
            several.sort(key=lambda phrase: len(phrase[0]))

    def __call__(self, tokens: Iterable[Token]) -> list[tuple[str, int, int]]:
        """The key, the first token and the end (exclusive) of every phrase, by place, the shorter first."""
        norms = [token.norm for token in tokens]
        return [
            (key, at, at + len(phrase))
            for at, norm in enumerate(norms)
            if norm in self._opened
            for phrase, key in self._opened[norm]
            if norms[at : at + len(phrase)] == phrase
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
