"""The triple patterns and paths of a group, read one by one, and the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from kzedu_graph.store.engine.planning.tokens import Token, closing

FRESH = "kzedu_between_"
"""What variables begin with that stand between two steps of a path."""
_ELEMENTS = ("FILTER", "BIND", "OPTIONAL", "MINUS", "GRAPH", "SERVICE", "VALUES", "UNION", "SELECT", "LATERAL")
"""Words that end a block of triples."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern, or a path between two ends."""

    subject: Token
    path: str
    object: str
    variables: frozenset[str]
    constants: int

    @property
    def may_be_of_no_length(self) -> bool:
        """Whether it may lead from a node to itself over no step."""
        return len(self.path) > 1 and re.search(r"[*?]\s*(?:$|[/|)])", self.path) is not None

    @property
    def steps(self) -> int:
        """How many patterns the engine makes of it."""
        return 1 + self.path.count("/")

    def __str__(self) -> str:
        return f"{self.subject.text} {self.path} {self.object}"


class NotPatterns(Exception):
    """A group holds something else than what can be read here."""


def patterns_of(tokens: Sequence[Token], text: str) -> list[Pattern]:
    """The triple patterns and paths that the tokens of a group are; none where they are anything else."""
    try:
        return PatternReader(tokens, text, count(1)).patterns
    except NotPatterns:
        return []


def in_order(patterns: Iterable[Pattern], known: Iterable[str]) -> list[Pattern]:
    """The patterns, each tied to those before it or to variables that are known at the start."""
    left, held = list(patterns), set(known)
    ordered: list[Pattern] = []
    while left:
        chosen = max(left, key=lambda pattern: _fitness(pattern, held))
        left.remove(chosen)
        ordered.append(chosen)
        held |= chosen.variables
    return ordered


def _fitness(pattern: Pattern, known: set[str]) -> tuple[bool, int, bool]:
    """How well a pattern goes on from what is known: tied to it, by as many ends as may be, from its subject on."""
    tied = pattern.variables & known
    subject = pattern.subject.text
    return (
        bool(tied) or not pattern.variables,
        len(tied) + pattern.constants,
        subject[0] not in "?$" or subject[1:] in known,
    )


class PatternReader:
    """The inside of a group, read as patterns; raises `NotPatterns` where it is more than that.

    A sequence of steps is a pattern for each, or, as `whole_paths`, a single one.
    """

    def __init__(
        self, tokens: Sequence[Token], text: str, numbers: Iterator[int], *, whole_paths: bool = False
    ) -> None:
        self._tokens = tokens
        self._text = text
        self._numbers = numbers
        self._whole_paths = whole_paths
        self._place = 0
        self.patterns: list[Pattern] = []
        self.filters: list[str] = []
        while self._place < len(tokens):
            if self._next().is_word("FILTER"):
                self._read_filter()
            else:
                self._read_triples()
            if self._place < len(tokens) and self._next().text == ".":
                self._place += 1
        if any(pattern.path.startswith(("?", "$")) for pattern in self.patterns) and any(
            pattern.may_be_of_no_length for pattern in self.patterns
        ):
            raise NotPatterns  # a path of no length begins at any node, and what only a predicate names is none

    def _read_filter(self) -> None:
        raise NotPatterns

    def _next(self) -> Token:
        if self._place >= len(self._tokens):
            raise NotPatterns
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self._next()
        self._place += 1
        return token

    def _read_triples(self) -> None:
        subject = self._read_term()
        while True:
            steps = self._read_path()
            while True:
                self._add(subject, steps, self._read_object())
                if self._place < len(self._tokens) and self._next().text == ",":
                    self._place += 1
                else:
                    break
            found = False
            while self._place < len(self._tokens) and self._next().text == ";":
                self._place += 1
                found = True
            if not found or self._place >= len(self._tokens) or self._next().text == ".":
                return

    def _read_term(self) -> Token:
        token = self._take()
        if token.kind not in ("iri", "name", "variable"):
            raise NotPatterns
        return token

    def _read_object(self) -> str:
        token = self._take()
        if token.kind in ("iri", "name", "variable", "number") or token.is_word("TRUE", "FALSE"):
            return token.text
        if token.kind != "string":
            raise NotPatterns
        text = token.text
        if self._place < len(self._tokens) and self._next().kind == "language":
            return text + self._take().text
        if self._place < len(self._tokens) and self._next().text == "^^":
            self._place += 1
            datatype = self._take()
            if datatype.kind not in ("iri", "name"):
                raise NotPatterns
            return f"{text}^^{datatype.text}"
        return text

    def _read_path(self) -> list[str]:
        """The steps of a sequence, or the whole path as one step."""
        if self._next().kind == "variable":
            return [self._take().text]
        start = self._place
        steps = [self._read_step()]
        alternative = False
        while self._place < len(self._tokens) and self._next().text in ("/", "|"):
            alternative |= self._take().text == "|"
            steps.append(self._read_step())
        if alternative:
            return ["".join(f"{each.text} " for each in self._tokens[start : self._place]).strip()]
        return steps

    def _read_step(self) -> str:
        start = self._place
        while self._next().text in ("^", "!"):
            self._place += 1
        if self._next().text == "(":
            close = closing(self._tokens, self._place)
            if close is None:
                raise NotPatterns
            path = self._tokens[self._place : close]
            if any(each.kind not in ("iri", "name", "sign") and each.text != "a" for each in path):
                raise NotPatterns
            self._place = close + 1
        elif self._next().kind in ("iri", "name") or self._next().text == "a":
            self._place += 1
        else:
            raise NotPatterns
        if self._place < len(self._tokens) and self._next().kind == "sign" and self._next().text in ("*", "+", "?"):
            self._place += 1
        return "".join(each.text for each in self._tokens[start : self._place])

    def _add(self, subject: Token, steps: list[str], target: str) -> None:
        """A pattern for each step, with a variable of its own between two."""
        if self._whole_paths:
            steps = ["/".join(steps)]
        for number, step in enumerate(steps, start=1):
            last = number == len(steps)
            between = target if last else f"?{FRESH}{next(self._numbers)}"
            ends = [term for term in (subject.text, between, step) if term[0] in "?$"]
            pattern = Pattern(subject, step, between, frozenset(term[1:] for term in ends), 3 - len(ends))
            self.patterns.append(pattern)
            subject = Token("variable", between, 0, 0)


class Element(NamedTuple):
    """A part of a group: its kind (`triples`, `filter`, `bind`, `other`), and its tokens."""

    kind: str
    tokens: Sequence[Token]

    @property
    def variables(self) -> set[str]:
        return {each.text[1:] for each in self.tokens if each.kind == "variable"}

    @property
    def is_optional(self) -> bool:
        """Whether it is `OPTIONAL { … }`."""
        return self.kind == "other" and self.tokens[0].is_word("OPTIONAL") and self.tokens[1].text == "{"


def elements_of(tokens: Sequence[Token], place: int, end: int, closing: Mapping[int, int]) -> Iterator[Element]:
    """The parts of a group between its brackets; none where it is a sub-select or no group."""
    if place < end and tokens[place].is_word("SELECT"):
        return
    while place < end:
        start = place
        token = tokens[place]
        if token.is_word("BIND", "FILTER"):
            while place < end and tokens[place].text not in ("(", "{"):
                place += 1
            close = closing.get(place, end)
            if close >= end:
                return
            yield Element(token.text.lower(), tokens[start : close + 1])
            place = close + 1
        elif token.is_word(*_ELEMENTS) or token.text == "{":
            while place < end and tokens[place].text != "{":
                place += 1
            close = closing.get(place, end)
            if close >= end:
                return
            yield Element("other", tokens[start : close + 1])
            place = close + 1
        elif token.text == ".":
            place += 1
        else:
            while place < end and not tokens[place].is_word(*_ELEMENTS) and tokens[place].text not in ("{", "}"):
                place += 1
            yield Element("triples", tokens[start:place])
