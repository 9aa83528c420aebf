"""Amounts as people write them: in two scales, with thousands parted by full stops, about so much."""

from __future__ import annotations

import re

from extract.language.numbers import SPACES, parse_number
from extract.lexicon.figures import figure_words
from kzedu_graph.language.late_patterns import late

_ANY_SCALE = rf"(?:{figure_words().amount_scales}|{figure_words().small_scales})(?!\w)"
_TWO_SCALES = late(
    rf"(?<![\d.,])(?P<first>\d[\d{SPACES}]*(?:[.,]\d+)?)\s*(?P<large>{_ANY_SCALE})\.?(?:\s*(?:{figure_words().currency}))?"
    rf",?\s*(?:и\s+|және\s+)?(?P<second>\d[\d{SPACES}]*(?:[.,]\d+)?)\s*(?P<small>{_ANY_SCALE})",
    re.IGNORECASE,
)
_ABOUT = late(rf"\s*(?:{figure_words().about_words})(?:(?!\w)|(?<=[~≈]))\.?\s*(?=\d)", re.IGNORECASE)
_ABOUT_BEHIND = late(rf"(?<=\w)(?:{figure_words().about_endings})\s*$", re.IGNORECASE)
_THOUSANDS = late(r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d{1,2})?|(?:,\d{3}){2,}(?:\.\d{1,2})?)(?![\d.,])")
_CURRENCY_FIRST = late(r"^\s*₸\s*(?=\d)(?P<rest>.+)$", re.DOTALL)


def in_one_scale(text: str) -> str:
    """Words whose amounts are told in two scales or more in the largest of them ("2 млрд 300 млн" is "2.3 млрд")."""
    while match := _TWO_SCALES.search(text):
        first, second = parse_number(match["first"].strip()), parse_number(match["second"].strip())
        large, small = _factor(match["large"]), _factor(match["small"])
        if first is None or second is None or small >= large:
            return text
        whole = f"{round(first + second * small / large, 9):.9f}".rstrip("0").rstrip(".")
        text = f"{text[: match.start()]}{whole} {match['large']}{text[match.end() :]}"
    return text


def _factor(scale: str) -> float:
    """By how much a scale, perhaps cut short, makes an amount million tenge."""
    return next(known.factor for known in figure_words().scales if known.pattern.search(f"{scale} тенге"))


def plainly(text: str) -> str:
    """Words with no marks between the thousands of an amount ("1.250.000"), and its currency behind it ("₸ 500")."""
    if behind := _CURRENCY_FIRST.match(text):
        text = f"{behind['rest']} ₸"
    return _THOUSANDS.sub(_without_marks, text)


def _without_marks(match: re.Match[str]) -> str:
    mark = "." if match[0].count(".") > 1 else ","
    return match[0].replace(mark, "")


def without_about(text: str) -> str:
    """An amount without the words that it is about so much: "около 500", "500-ге жуық"."""
    return _ABOUT_BEHIND.sub("", _ABOUT.sub("", text, count=1))


def says_about(text: str) -> bool:
    """Whether words say of an amount that it is no exact one."""
    return any(map(str.isdigit, text)) and without_about(text) != text
