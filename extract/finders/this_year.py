"""The year that a text calls its own: "до 25 декабря т.г.", "ағымдағы жылғы 1 қарашаға дейін"."""

from __future__ import annotations

import re

from extract.document.blocks import Passage
from extract.lexicon.figures import figure_words


def this_year_pattern(lang: str) -> re.Pattern[str]:
    """The words of a language for the year that a text calls its own."""
    return figure_words().this_year[lang].pattern


def this_year_written(lang: str, year: int) -> str:
    """What stands for those words once the year is known: "2031 года", "2031" before "жылғы"."""
    return figure_words().this_year[lang].written.format(year)


def name_this_year(deadline: Passage, lang: str, year: int | None) -> Passage:
    """A deadline with its own year written out, each character still standing for its place; as it is without one."""
    if year is None:
        return deadline
    return deadline.replace(this_year_pattern(lang), this_year_written(lang, year))
