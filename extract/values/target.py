"""Cells of a table of indicators: "210 786", "0,5", "5%-дан кем емес", "жұмыс істейді"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.language.numbers import NUMBER, parse_number
from extract.lexicon.figures import figure_words
from extract.lexicon.strategies import strategy_words
from kzedu_graph.language.late_patterns import late

_ANY_NUMBER = late(rf"(?<![\w.,])(?P<number>{NUMBER})(?![\w.,]\d)")
_ENDING = late(r"\s*%?\s*(?:[-–][^\W\d_]+)?")
_YEAR_OR_WORD = r"(?:(?:19|20)\d\d(?!\d)|[^\d%])"
_PER_CENT_FIRST = late(rf"\s*(?P<number>{NUMBER})\s*%\s+{_YEAR_OR_WORD}+$")
"""A percentage, and words that tell more of it but no other number save years: "8 % 2031-2033 годы, в среднем"."""
_NOTED = late(rf"\s*(?P<number>{NUMBER})\s*%?\s*\((?=[^()]*[^\W\d_]{{3}})[^()]*\)\.?\s*")
"""A number, and brackets with words that tell more of it: "15,8 (рассчитано по данным школ)"."""
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
    """Whether a cell says that there is no value: it is empty or a dash, or says that none can be."""
    plain = text.strip().casefold()
    return plain in _NO_VALUE or bool(figure_words().no_value.fullmatch(plain.rstrip(".")))


def parse_target(text: str, lang: str) -> TargetValue | None:
    """What a year's cell sets ("кем дегенде 5" -> 5 at least); None where it is blank.

    Words that are no number stay words; so do those that hold several numbers, or one without a bound.
    """
    if is_blank(text):
        return None
    number = parse_number(text.strip().rstrip("%xх*"))
    if number is not None:
        return TargetValue(number)
    if match := _marked(lang).fullmatch(text.strip()):
        mark = match["before"] or match["behind"]
        return TargetValue(parse_number(match["number"] or match["other"]), strategy_words(lang).marks[mark.casefold()])
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
    if led := _PER_CENT_FIRST.match(text) or _NOTED.fullmatch(text):
        return TargetValue(parse_number(led["number"]), None, text)
    return TargetValue(None, None, text)


def is_grade(text: str) -> bool:
    """Whether a cell sets a grade or a class: "BB+"; it is a value, though no number."""
    return bool(figure_words().grade.fullmatch(text.strip()))


@cache
def _marked(lang: str) -> re.Pattern[str]:
    """A number and nothing else but a sign or a word that bounds it: ">20", "до 97 %", "95-тен жоғары"."""
    marks = sorted(strategy_words(lang).marks, key=len, reverse=True)
    words = "|".join(re.escape(mark) for mark in marks)
    number = rf"(?P<number>{NUMBER})"
    ending = r"\s*%?(?:\s*[-–]\s*[^\W\d_]{2,3}(?!\w))?"
    return re.compile(
        rf"(?:(?P<before>{words})\s*{number}\s*%?|{number.replace('number', 'other')}{ending}\s*(?P<behind>{words}))",
        re.IGNORECASE,
    )


@cache
def _bounds(lang: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in strategy_words(lang).bounds)
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
