"""The years of a deadline: that which a text calls its own ("до 25 декабря т.г."), and those set side by side."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.document.blocks import Passage, join
from extract.lexicon.figures import figure_words


def this_year_pattern(lang: str) -> re.Pattern[str]:
    """The words of a language for the year that a text calls its own."""
    return figure_words().this_year[lang].pattern


def this_year_written(lang: str, year: int) -> str:
    """What stands for those words once the year is known: "2031 года", "2031" before "жылғы"."""
    return figure_words().this_year[lang].written.format(year)


def part_years(deadline: Passage) -> Passage:
    """A deadline with years that stand side by side parted: "2031-20332034-2040"."""
    cuts = [0, *(match.end() for match in _GLUED.finditer(deadline.text)), len(deadline)]
    return join((deadline[start:end] for start, end in pairwise(cuts)), " ") if len(cuts) > 2 else deadline


_GLUED = re.compile(r"(?<!\d)(?:19|20)\d\d(?=(?:19|20)\d\d(?!\d))")


def name_this_year(deadline: Passage, lang: str, year: int | None) -> Passage:
    """A deadline with its own year written out, each character still standing for its place; as it is without one."""
    if year is None:
        return deadline
    return deadline.replace(this_year_pattern(lang), this_year_written(lang, year))
