"""A query as words and signs: what the rewriting of queries reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
_LONGEST = 64 << 10
"""Characters of a text that is looked at."""
_CLOSES = {"{": "}", "(": ")", "[": "]"}


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


def is_looked_at(text: str, word: re.Pattern[str]) -> bool:
    """Whether a text that holds the word may be rewritten: not too long, and with no letters behind escapes."""
    return len(text) <= _LONGEST and word.search(text) is not None and "\\u" not in text and "\\U" not in text


def tokens_of(text: str) -> list[Token]:
    """The words and signs of a query, without spaces and comments."""
    found = (each for each in _TOKEN.finditer(text) if each.lastgroup != "space")
    return [Token(str(each.lastgroup), each.group(), each.start(), each.end()) for each in found]


def closing(tokens: Sequence[Token], opening: int, end: int | None = None) -> int | None:
    """The place of the bracket that closes the one at `opening`; None where none does before `end`."""
    depth = 0
    for place in range(opening, len(tokens) if end is None else end):
        if tokens[place].kind == "sign":
            depth += (tokens[place].text in "{([") - (tokens[place].text in "})]")
            if depth == 0:
                return place
    return None


def brackets(tokens: Sequence[Token]) -> dict[int, int]:
    """The place of each opening bracket with that of its closing one; none for what opens or closes alone."""
    found, opened = {}, []
    for place, token in enumerate(tokens):
        if token.kind == "sign" and token.text in _CLOSES:
            opened.append(place)
        elif token.kind == "sign" and token.text in _CLOSES.values():
            if not opened or _CLOSES[tokens[opened[-1]].text] != token.text:
                return {}
            found[opened.pop()] = place
    return found
