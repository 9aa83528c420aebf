"""Quotation marks, straight or curly, nested and often unbalanced: which open, which close, what they enclose."""

from __future__ import annotations

import re
from collections.abc import Sequence

OPENING = "«“„"
CLOSING = "»”"
STRAIGHT = '"'
_MARK = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]")
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0(,;:/–—-" + OPENING + STRAIGHT)


def quoted(text: str) -> list[bool]:
    """For each character, whether it stands inside quotation marks.

    One closing mark ends all that are open, as printed: `АО "Национальная компания "Қазақстан темір жолы"`.
    An opening mark that nothing closes opens nothing.
    """
    inside = [False] * len(text)
    opened: int | None = None
    for at in [match.start() for match in _MARK.finditer(text)]:
        turn = _turn(text, at, opened is not None)
        if turn == "open" and opened is None:
            opened = at
        elif turn == "close" and opened is not None:
            inside[opened : at + 1] = [True] * (at + 1 - opened)
            opened = None
    return inside


def _turn(text: str, at: int, is_open: bool) -> str:
    """Whether a quotation mark opens or closes a quotation; a straight one goes by its neighbours."""
    character = text[at]
    if character in OPENING:
        return "open"
    if character in CLOSING:
        return "close"
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    opens = before in _BEFORE_OPENING and (after.isalnum() or after in OPENING + STRAIGHT)
    closes = after in " \t\n\r\u00a0),;:.!?/" and not opens
    if opens and not closes:
        return "open"
    if closes:
        return "close"
    return "close" if is_open else "open"


def split_outside(text: str, separators: str, inside: Sequence[bool]) -> list[tuple[int, int]]:
    """The stretches between separators that stand neither in quotation marks nor in brackets."""
    pieces: list[tuple[int, int]] = []
    start = depth = 0
    for at, character in enumerate(text):
        if inside[at]:
            continue
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character in separators and not depth:
            pieces.append((start, at))
            start = at + 1
    pieces.append((start, len(text)))
    return pieces
