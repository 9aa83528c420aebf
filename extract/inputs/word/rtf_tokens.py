"""Bytes of rich text -> groups, control words and letters: one pass, without going back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})"
    rb"|\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?\x20?|'(?P<byte>[0-9A-Fa-f]{2})|(?P<sign>[^A-Za-z]))"
    rb"|(?P<letters>[^\\{}\r\n\x00]+)|[\r\n\x00]+|\\",
    re.DOTALL,
)
_SIGNS = {b"~": "\u00a0", b"_": "-", b"-": "", b"|": "", b":": ""}
_ENDS_PARAGRAPH = (b"\n", b"\r")
_ESCAPED = (b"\\", b"{", b"}")


class Open(NamedTuple):
    """A group begins."""


class Close(NamedTuple):
    """A group ends."""


class Control(NamedTuple):
    """A control word, and the number behind it where there is one; `*` marks a destination that may be unknown."""

    word: str
    number: int | None = None


class Letters(NamedTuple):
    """Letters as bytes of whatever alphabet is in force."""

    data: bytes


class Sign(NamedTuple):
    """A sign that is the same in any alphabet; "" where it is only a hint of where to break a word."""

    text: str


Token = Open | Close | Control | Letters | Sign


def read_tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file up to its end; bytes of pictures (`\\bin`) are passed over, however many are promised."""
    at = 0
    while (match := _TOKEN.match(data, at)) is not None:
        at = match.end()
        kind = match.lastgroup
        if kind == "open":
            yield Open()
        elif kind == "close":
            yield Close()
        elif kind in ("word", "number"):
            number = int(match["number"]) if match["number"] is not None else None
            word = match["word"].decode("ascii")
            if word == "bin":
                at += max(0, number or 0)
            yield Control(word, number)
        elif kind == "byte":
            yield Letters(bytes.fromhex(match["byte"].decode("ascii")))
        elif kind == "letters":
            yield Letters(match["letters"])
        elif kind == "sign":
            yield _sign(match["sign"])


def _sign(sign: bytes) -> Token:
    if sign in _ESCAPED:
        return Letters(sign)
    if sign in _ENDS_PARAGRAPH:
        return Control("par")
    if sign == b"\t":
        return Control("tab")
    return Control("*") if sign == b"*" else Sign(_SIGNS.get(sign, ""))
