"""Amounts of a plan's money columns: "14 583,2", "243 840", "-"; and in prose: "11 578 млрд. теңге"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.lexicon.figures import figure_words
from extract.values.numbers import NUMBER, SPACES, parse_number

_NOTHING = frozenset("-–—−")
_LEFT_TOGETHER = re.compile(rf"\d{{4,}}(?:[{SPACES}]\d{{3}})+(?:,\d+)?")
_AMOUNT = re.compile(
    rf"(?<![\d.,])(?P<number>{NUMBER})\s*(?P<scale>{figure_words().amount_scales})\.?\s*(?:{figure_words().currency})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that prose states, in million tenge; `start` and `end` are offsets of its words."""

    millions: float
    start: int
    end: int


def parse_money(text: str) -> float | None:
    """An amount in the unit of its table, million tenge as a rule ("21 502"); None for "-", nothing, or words.

    Where a thousand was left together with its million ("1106 358"), the last three figures still stand apart.
    """
    stripped = text.strip().rstrip("*").rstrip()
    if not stripped or stripped in _NOTHING:
        return None
    if _LEFT_TOGETHER.fullmatch(stripped):
        return parse_number(re.sub(rf"[{SPACES}]", "", stripped))
    return parse_number(stripped)


def find_amounts(text: str) -> Iterator[Amount]:
    """The amounts that prose states in thousands of millions or in millions ("716 млрд. теңге"), in order."""
    for match in _AMOUNT.finditer(text):
        number = parse_number(match["number"])
        scale = match["scale"].casefold()
        if number is not None:
            factor = next(known.factor for known in figure_words().scales if known.pattern.match(scale))
            yield Amount(round(number * factor, 6), match.start(), match.end())
