"""Cells of a table of indicators: "210 786", "0,5", "5%-дан кем емес", "жұмыс істейді"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.language.numbers import NUMBER, parse_number
from extract.lexicon.strategies import strategy_words

_ANY_NUMBER = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?![\w.,]\d)")
_ENDING = re.compile(r"\s*%?\s*(?:[-–][^\W\d_]+)?")
_NO_VALUE = frozenset({"", "-", "–", "—", "−", "x", "х"})


@dataclass(frozen=True, slots=True)
class TargetValue:
    """A number, with `bound` where it is the least (`min`) or the greatest (`max`) one, and the cell's words.

    `text` is None where the number and its bound say all.
    """

    value: float | None
    bound: str | None = None
    text: str | None = None


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no value: it is empty or a dash."""
    return text.strip().casefold() in _NO_VALUE


def parse_target(text: str, lang: str) -> TargetValue | None:
    """What a year's cell sets ("кем дегенде 5" -> 5 at least); None where it is blank.

    Words that are no number stay words; so do those that hold several numbers, or one without a bound.
    """
    if is_blank(text):
        return None
    number = parse_number(text.strip().removesuffix("%"))
    if number is not None:
        return TargetValue(number)
    bound = _bounds(lang).search(text)
    numbers = list(_ANY_NUMBER.finditer(text))
    if bound and len(numbers) == 1:
        rest = text[: bound.start()] + " " * len(bound[0]) + text[bound.end() :]
        behind = _ENDING.match(rest, numbers[0].end())
        rest = rest[: numbers[0].start()] + rest[behind.end() if behind else numbers[0].end() :]
        return TargetValue(
            parse_number(numbers[0]["number"]),
            strategy_words(lang).bounds[bound[0].casefold()],
            text if rest.strip() else None,
        )
    return TargetValue(None, None, text)


@cache
def _bounds(lang: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in strategy_words(lang).bounds)
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
