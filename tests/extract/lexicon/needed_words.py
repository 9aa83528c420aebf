"""Whether a regular expression can be found only where one of some words stands: a proof by its parse tree."""

from __future__ import annotations

import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from typing import Any

_MOST = 512
"""Strings of one piece of an expression that are told one by one."""


def is_needed(words: Sequence[str], pattern: str, flags: int = 0) -> bool:
    """Whether whatever the pattern matches, or looks at, holds one of the words when it is lowered."""
    strings, proven = _told(parser.parse(pattern, flags), words)
    return proven or _hold(strings, words)


def _hold(strings: Iterable[str] | None, words: Sequence[str]) -> bool:
    """Whether each of some strings, of which all are known, holds one of the words."""
    return strings is not None and all(any(word in string for word in words) for string in strings)


def _told(
    nodes: Iterable[tuple[Any, Any]], words: Sequence[str], before: frozenset[str] = frozenset({""})
) -> tuple[set[str] | None, bool]:
    """All strings that a row of nodes can match (None: they are too many to tell), and whether each holds a word.

    `before` are the strings that stand right before the row; what is matched begins with one of them.
    """
    run, whole, proven = set(before), True, False
    for op, value in nodes:
        strings, one_is = _of(op, value, words)
        proven = proven or one_is
        if strings is not None and len(strings) * len(run) <= _MOST:
            run = {one + other for one in run for other in strings}
            continue
        proven = proven or _hold(run, words) or _of(op, value, words, frozenset(run))[1]
        whole = False
        run = strings if strings is not None else {""}
    return (run if whole else None), proven or _hold(run, words)


def _of(
    op: Any, value: Any, words: Sequence[str], before: frozenset[str] = frozenset({""})
) -> tuple[set[str] | None, bool]:
    """The same of one node."""
    strings: set[str] | None = None
    proven = False
    if op is codes.LITERAL:
        strings = {chr(value).lower()}
    elif op is codes.IN and all(kind is codes.LITERAL for kind, _ in value):
        strings = {chr(letter).lower() for _, letter in value}
    elif op in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
        strings, proven = _told(value[3] if op is codes.SUBPATTERN else value, words, before)
    elif op is codes.BRANCH:
        branches = [_told(branch, words, before) for branch in value[1]]
        known = [told for told, _ in branches if told is not None]
        strings = set().union(*known) if len(known) == len(branches) else None
        proven = all(is_proven or _hold(told, words) for told, is_proven in branches)
    elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, most, inner = value
        told, is_proven = _told(inner, words)
        strings = {"", *told} if (least, most) == (0, 1) and told is not None else None
        proven = least > 0 and (is_proven or _hold(told, words))
    elif op is codes.ASSERT:
        told, is_proven = _told(value[1], words)
        strings, proven = {""}, is_proven or _hold(told, words)
    elif op in (codes.ASSERT_NOT, codes.AT):
        strings = {""}
    return strings, proven


ANY_LETTER = "?"
"""In the ends of an expression's matches: a letter that it does not name."""


END = "\0"
"""The end of the text, where the expression asks for it."""


def last_letters(pattern: str, most: int) -> set[str]:
    """The last letters, `most` at most, of whatever the pattern matches, and behind them `END`."""
    return _ends(parser.parse(pattern), {""}, most + 1)


def _ends(nodes: Iterable[tuple[Any, Any]], behind: set[str], most: int) -> set[str]:
    """The ends of a row of nodes that some ends stand behind."""
    for op, value in reversed(list(nodes)):
        if all(len(end) >= most for end in behind):
            break
        behind = {end[-most:] for end in _before(op, value, behind, most)}
    return behind


def _before(op: Any, value: Any, behind: set[str], most: int) -> set[str]:
    """The ends with what a node matches before them."""
    letters = {ANY_LETTER}
    if op is codes.LITERAL:
        letters = {chr(value)}
    elif op is codes.AT and value is codes.AT_END_STRING:
        letters = {END}
    elif op is codes.IN and all(kind is codes.LITERAL for kind, _ in value):
        letters = {chr(letter) for _, letter in value}
    elif op in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        letters = {""}
    elif op in (codes.SUBPATTERN, codes.BRANCH):
        rows = value[1] if op is codes.BRANCH else [value[3]]
        return set().union(*(_ends(row, behind, most) for row in rows))
    elif op is codes.MAX_REPEAT:
        least, greatest, inner = value
        found: set[str] = set(behind) if least == 0 else set()
        for _ in range(min(greatest, most)):
            behind = _ends(inner, behind, most)
            found |= behind
        return found
    return {letter + end for letter in letters for end in behind}
