"""Queries as people write them, in the equal form that the engine plans well.

Oxigraph evaluates the inside of EXISTS for each row: one pattern with the row's values in it, several without them. So
`EXISTS { A . B . C }` is asked as `EXISTS { A FILTER EXISTS { B FILTER EXISTS { C } } }`, which takes it a thousandth
of the time. docs/performance.md says why the two are equal. What holds more than triple patterns, paths and filters
stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

_TOKEN = re.compile(
    r"""(?P<space>(?:\s+|\#[^\n\r]*)+)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*+\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3}
        |"(?:[^"\\\n\r]|\\.)*+"|'(?:[^'\\\n\r]|\\.)*+')
    |(?P<variable>[?$]\w+)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[^\w\s])(?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[^\w\s])*
        (?:[\w:-]|%[0-9A-Fa-f]{2}|\\[^\w\s]))?)?)
    |(?P<number>[+-]?(?:\d+\.\d*[eE][+-]?\d+|\.?\d+[eE][+-]?\d+|\d*\.\d+|\d+))
    |(?P<word>[A-Za-z_]\w*)
    |(?P<sign>\^\^|&&|\|\||[<>!=]=|.)""",
    re.VERBOSE | re.DOTALL,
)
_EXISTS = re.compile(r"\bEXISTS\b", re.IGNORECASE)
_LONGEST = 64 << 10
"""Characters of a text that is looked at."""
_FRESH = "kzedu_between_"
"""What variables begin with that stand between two steps of a path."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a query and its place."""

    kind: str
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords."""
        return self.kind == "word" and self.text.upper() in words


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern, or a path between two ends."""

    subject: Token
    path: str
    object: str
    variables: frozenset[str]
    constants: int


class _Other(Exception):
    """The inside of an EXISTS holds something else than triple patterns, paths and filters."""


def rewrite(text: str) -> str:
    """The query with the inside of every EXISTS in its fast form; the very same text where there is nothing to do."""
    if not is_looked_at(text, _EXISTS) or _FRESH in text:
        return text
    tokens = tokens_of(text)
    edits = sorted(_edits(tokens, 0, len(tokens), text, count(1)), reverse=True)
    for start, end, written in edits:
        text = text[:start] + written + text[end:]
    return text


def is_looked_at(text: str, word: re.Pattern[str]) -> bool:
    """Whether a text that holds the word may be rewritten: not too long, and with no letters behind escapes."""
    return len(text) <= _LONGEST and word.search(text) is not None and "\\u" not in text and "\\U" not in text


def tokens_of(text: str) -> list[Token]:
    """The words and signs of a query, without spaces and comments."""
    found = (each for each in _TOKEN.finditer(text) if each.lastgroup != "space")
    return [Token(str(each.lastgroup), each.group(), each.start(), each.end()) for each in found]


def _closing(tokens: Sequence[Token], opening: int, end: int) -> int:
    """The place of the bracket that closes the one at `opening`; raises `_Other` where none does."""
    depth = 0
    for place in range(opening, end):
        if tokens[place].kind == "sign":
            depth += (tokens[place].text in "{([") - (tokens[place].text in "})]")
            if depth == 0:
                return place
    raise _Other


def closing(tokens: Sequence[Token], opening: int) -> int | None:
    """The place of the bracket that closes the one at `opening`; None where none does."""
    try:
        return _closing(tokens, opening, len(tokens))
    except _Other:
        return None


def patterns_of(tokens: Sequence[Token], text: str) -> list[Pattern]:
    """The triple patterns and paths that the tokens of a group are; none where they are anything else."""
    try:
        return _Inside(tokens, text, count(1)).patterns
    except _Other:
        return []


def _edits(
    tokens: Sequence[Token], start: int, end: int, text: str, numbers: Iterator[int]
) -> list[tuple[int, int, str]]:
    """What takes the place of the inside of each outermost EXISTS between two tokens."""
    edits = []
    place = start
    while place + 1 < end:
        if tokens[place].is_word("EXISTS") and tokens[place + 1].text == "{":
            try:
                close = _closing(tokens, place + 1, end)
            except _Other:
                return []
            inside = tokens[place + 2 : close]
            outside = {each.text[1:] for each in (*tokens[:place], *tokens[close:]) if each.kind == "variable"}
            try:
                written = _Inside(inside, text, numbers).chain(outside)
                edits.append((tokens[place + 1].end, tokens[close].start, written))
            except _Other:
                edits += _edits(tokens, place + 2, close, text, numbers)
            place = close
        place += 1
    return edits


class _Inside:
    """The inside of an EXISTS, read as patterns and filters; raises `_Other` where it is more than that."""

    def __init__(self, tokens: Sequence[Token], text: str, numbers: Iterator[int]) -> None:
        self._tokens = tokens
        self._text = text
        self._numbers = numbers
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
            re.search(r"[*?]\s*(?:$|[/|)])", pattern.path) for pattern in self.patterns if len(pattern.path) > 1
        ):
            raise _Other  # a path of no length begins at any node, and what only a predicate names is none

    def chain(self, outside: set[str]) -> str:
        """The patterns one within the other, each tied to those before it or to the row outside; filters innermost."""
        left, known = list(self.patterns), set(outside)
        if not left:
            raise _Other
        ordered: list[Pattern] = []
        while left:
            chosen = max(left, key=lambda pattern: _fitness(pattern, known))
            left.remove(chosen)
            ordered.append(chosen)
            known |= chosen.variables
        *before, last = [f"{each.subject.text} {each.path} {each.object}" for each in ordered]
        inner = f" {last} " + "".join(f"{each} " for each in self.filters)
        for pattern in reversed(before):
            inner = f" {pattern} FILTER EXISTS {{{inner}}} "
        return inner

    def _next(self) -> Token:
        if self._place >= len(self._tokens):
            raise _Other
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self._next()
        self._place += 1
        return token

    def _read_filter(self) -> None:
        """A filter in brackets, a call, or a nested EXISTS, which is rewritten as well."""
        begin = self._take()
        while self._next().text not in "({" or self._next().kind != "sign":
            if self._next().kind not in ("word", "name", "iri"):
                raise _Other
            self._place += 1
        opening = self._place
        close = _closing(self._tokens, opening, len(self._tokens))
        self._place = close + 1
        start, end = begin.start, self._tokens[close].end
        written = self._text[start:end]
        for first, last, text in sorted(
            _edits(self._tokens, opening - 1, close + 1, self._text, self._numbers), reverse=True
        ):
            written = written[: first - start] + text + written[last - start :]
        if "#" in written:
            raise _Other  # perhaps a comment, which would swallow what is written behind it
        self.filters.append(written)

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
            raise _Other
        return token

    def _read_object(self) -> str:
        token = self._take()
        if token.kind in ("iri", "name", "variable", "number") or token.is_word("TRUE", "FALSE"):
            return token.text
        if token.kind != "string":
            raise _Other
        text = token.text
        if self._place < len(self._tokens) and self._next().kind == "language":
            return text + self._take().text
        if self._place < len(self._tokens) and self._next().text == "^^":
            self._place += 1
            datatype = self._take()
            if datatype.kind not in ("iri", "name"):
                raise _Other
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
            close = _closing(self._tokens, self._place, len(self._tokens))
            path = self._tokens[self._place : close]
            if any(each.kind not in ("iri", "name", "sign") and each.text != "a" for each in path):
                raise _Other
            self._place = close + 1
        elif self._next().kind in ("iri", "name") or self._next().text == "a":
            self._place += 1
        else:
            raise _Other
        if self._place < len(self._tokens) and self._next().kind == "sign" and self._next().text in ("*", "+", "?"):
            self._place += 1
        return "".join(each.text for each in self._tokens[start : self._place])

    def _add(self, subject: Token, steps: list[str], target: str) -> None:
        """A pattern for each step, with a variable of its own between two."""
        for number, step in enumerate(steps, start=1):
            last = number == len(steps)
            between = target if last else f"?{_FRESH}{next(self._numbers)}"
            ends = [term for term in (subject.text, between, step) if term[0] in "?$"]
            pattern = Pattern(subject, step, between, frozenset(term[1:] for term in ends), 3 - len(ends))
            self.patterns.append(pattern)
            subject = Token("variable", between, 0, 0)


def _fitness(pattern: Pattern, known: set[str]) -> tuple[bool, int, bool]:
    """How well a pattern goes on from what is known: tied to it, by as many ends as may be, from its subject on."""
    tied = pattern.variables & known
    subject = pattern.subject.text
    return (
        bool(tied) or not pattern.variables,
        len(tied) + pattern.constants,
        subject[0] not in "?$" or subject[1:] in known,
    )
