"""The years and days of a deadline: the year that a text calls its own ("до 25 декабря т.г."), years set side by side,
and days whose month is a number ("до 15.09").
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise

from extract.document.blocks import Passage, concatenate, join
from extract.document.times import genitive, month_names, said
from extract.lexicon.figures import figure_words


def this_year_pattern(lang: str) -> re.Pattern[str]:
    """The words of a language for the year that a text calls its own."""
    return figure_words().this_year[lang].pattern


def this_year_written(lang: str, year: int) -> str:
    """What stands for those words once the year is known: "2031 года", "2031" before "жылғы"."""
    return figure_words().this_year[lang].written.format(year)


def part_years(deadline: Passage) -> Passage:
    """A deadline with years that stand side by side parted: "2031-20332034-2040"."""
    deadline = with_figures(deadline)
    cuts = [0, *(match.end() for match in _GLUED.finditer(deadline.text)), len(deadline)]
    return join((deadline[start:end] for start, end in pairwise(cuts)), " ") if len(cuts) > 2 else deadline


def with_figures(deadline: Passage) -> Passage:
    """A deadline whose years are typed with letters for some of their figures with these: "І998", "2ОО3", "199З"."""
    pieces, at = [], 0
    for match in _TYPED_YEAR.finditer(deadline.text):
        year = match.group().translate(_FIGURES)
        if year != match.group() and _YEAR.fullmatch(year):
            pieces += [deadline[at : match.start()], said(year, deadline.group(match))]
            at = match.end()
    return concatenate((*pieces, deadline[at:])) if pieces else deadline


_TYPED_YEAR = re.compile(r"(?<![^\W_])[1IІlӀ2][9О0O][\dОOЗIІlӀ]{2}(?![^\W_])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURES = str.maketrans("IІlӀОOЗ", "1111003")
_GLUED = re.compile(r"(?<!\d)(?:19|20)\d\d(?=(?:19|20)\d\d(?!\d))")


def name_this_year(deadline: Passage, lang: str, year: int | None) -> Passage:
    """A deadline with its own year written out, each character still standing for its place; as it is without one."""
    if year is None:
        return deadline
    return deadline.replace(this_year_pattern(lang), this_year_written(lang, year))


_DAY = re.compile(
    r"(?<![\d.,])(?:(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2]))(?:-[гғқкн][ае]|\.(?=\D|$))?(?![.,]?\d)"
    rf"(?!\s*(?:{figure_words().hour_words})(?:\W|[а-яәғқңөұүһі]|$)|-?\s*(?:{figure_words().part_of_text_words}))",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<![\d.,])(?:[01]?\d|2[0-3])\.[0-5]\d(?![.,]?\d)")
_PART_BEFORE = re.compile(
    rf"(?<!\w)(?:{figure_words().part_of_text_words})\w*\.?\s*(?:№\s*)?(?:\d[\d.]*\s*(?:,|и|-|–)\s*)*$", re.IGNORECASE
)
_A_LEAP_YEAR = 2032


def days_in_figures(text: str) -> Iterator[re.Match[str]]:
    """The days of words without a year whose month is a number, `day` and `month`: no times of a day, no numbers of
    points ("п. 3.12", "2.10-тармақ"), and no day that its month lacks.
    """
    if any(not _DAY.match(text, time.start()) for time in _TIME.finditer(text)):
        return
    for match in _DAY.finditer(text):
        in_month = int(match["day"]) <= monthrange(_A_LEAP_YEAR, int(match["month"]))[1]
        if in_month and not _PART_BEFORE.search(text[: match.start()]):
            yield match


def name_months(deadline: Passage, lang: str) -> Passage:
    """A deadline whose days have a number for their month with its name: "до 15.09", "10.09-20.09"."""
    names = month_names(lang)
    pieces, at = [], 0
    for match in days_in_figures(deadline.text):
        words = f"{int(match['day'])} {genitive(names[int(match['month']) - 1], lang)}"
        pieces += [deadline[at : match.start()], said(words, deadline.group(match))]
        at = match.end()
    return concatenate((*pieces, deadline[at:])) if pieces else deadline
