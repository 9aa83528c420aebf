"""Stamps of drafts, whose day and number are to be filled in: who will approve, by what kind of act.

Утвержден
постановлением Правительства Республики Казахстан
от «___» __________ 2031 года № ___
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extract.lexicon.acts import header_words
from extract.sources.heads.lines.kinds import ENACTS_NOW
from extract.sources.heads.lines.line import Line
from extract.values.acts import NUMBER_SIGN
from kzedu_graph.language.late_patterns import late

MOST_LINES = 7
"""Lines that a stamp is spread over, and lines of a head that may stand above it."""
LONGEST_STAMP = 300
_ISSUER = r"(?P<issuer>(?:[^№;:\d«»\"“”]|[«\"“][^№;:«»\"“”]{3,120}[»\"”]|{house}){4,160}?)"
"""Who will approve, an organisation by its quoted name among them."""
_NO_DAY = r"(?:[«\"“]? ?[.…]* ?[»\"”]? ?[.…]* ?)"
_MONTH = r"(?:[^\W\d_]{3,12} )?"
_NO_NUMBER = rf"(?:{NUMBER_SIGN}[.…]*)?"
"""What stands for a number: its sign, with nothing behind it but marks."""
_YEAR = re.compile(r"20\d\d")


class Unfilled(NamedTuple):
    """A stamp without its day: the kind of the act that will approve, its issuer, and the line behind the stamp."""

    act: str
    issuer: str
    behind: int


def find_unfilled(lines: Sequence[Line], lang: str) -> Unfilled | None:
    """The stamp at a head whose day is to be filled in; None where there is none above the words that enact."""
    for at, line in enumerate(lines[:MOST_LINES]):
        if ENACTS_NOW.search(line.text):
            return None
        if not line.text.lstrip('«"“')[:1].isupper():
            continue
        for count in range(1, MOST_LINES + 1):
            window = " ".join(one.text for one in lines[at : at + count])
            if at + count > len(lines) or len(window) > LONGEST_STAMP:
                break
            told = _issuer_and_act(window, lang)
            if told and not _is_number_alone(lines[at + count : at + count + 1]):
                return Unfilled(told[1], told[0], at + count)
    return None


def _is_number_alone(lines: Sequence[Line]) -> bool:
    """Whether the line behind is the place for a number, so that the stamp goes on."""
    return any(re.fullmatch(rf"\W*{NUMBER_SIGN}\W*", line.text, re.IGNORECASE) for line in lines)


def _issuer_and_act(window: str, lang: str) -> tuple[str, str] | None:
    if not _YEAR.search(window) or not _approving(lang).search(window):
        return None
    for kind, word, pattern in _patterns(lang):
        match = pattern.fullmatch(window) if word.search(window) else None
        if match:
            return match["issuer"].strip(" ,."), kind
    return None


@cache
def _approving(lang: str) -> re.Pattern[str]:
    """What every such stamp has: that something is approved, or is an annex."""
    return re.compile("{approved}|{annex}".format(**header_words(lang)), re.IGNORECASE)


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Kinds of acts, each with the word that names it and a shape, compiled where that word stands in a text."""
    shapes = _russian if lang == "ru" else _kazakh
    return tuple((kind, late(word, re.IGNORECASE), late(shape, re.IGNORECASE)) for kind, word, shape in shapes())


def _russian() -> Iterator[tuple[str, str, str]]:
    words = header_words("ru")
    issuer, of = _ISSUER.replace("{house}", words["numbered_house"]), f"(?:{words['of']})?"
    day = rf" ?(?:{_NO_NUMBER} )?{of}{_NO_DAY}{_MONTH}20\d\d ?(?:года?|г)?[ .]*{_NO_NUMBER} ?"
    for kind, forms in words["kinds"].items():
        yield kind, forms["by"], rf"[«\"“]?(?:{words['approved']})[»\"”]? ?(?:{forms['by']}) {issuer}{day}"
        yield (
            kind,
            forms["to"],
            rf"{words['annex']}(?: (?:{NUMBER_SIGN})?\d+)?(?: {words['annex_to']})? ?(?:{forms['to']}) {issuer}{day}",
        )


def _kazakh() -> Iterator[tuple[str, str, str]]:
    words = header_words("kk")
    issuer = _ISSUER.replace("{house}", words["numbered_house"])
    day = rf" ?20\d\d ?(?:жыл(?:ғы|дың)|ж\.?) ?{_NO_DAY}{_MONTH}{_NO_NUMBER} ?"
    for kind, forms in words["kinds"].items():
        yield kind, forms["by"], rf"{issuer}{day}(?:{forms['by']}) (?:{words['approved']})[ .]*"
        yield kind, forms["to"], rf"{issuer}{day}(?:{forms['to']}) ?(?:\d+ ?-? ?)?(?:{words['annex']})[ .]*"
