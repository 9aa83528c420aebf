"""The section of a programme that reports what is, and the heading with which it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.finders.duties.moods.headings import reports
from extract.finders.duties.moods.regulating import describes
from extract.lexicon.phrasing import phrasing

_CHAPTER = re.compile(
    r"\W*(?:(?:раздел|глава|часть)\s+)?(?:(?P<number>\d{1,2})|(?P<roman>[IVXІХ]{1,5}))"
    r"(?:\s*[.)](?!\s?\d)|\s?[-–]\s?(?:бөлім|тарау|бөлік|раздел|глава)|\s+(?=[^\W\d_]{4}))",
    re.IGNORECASE,
)
_DIGITS = {"i": 1, "v": 5, "x": 10, "і": 1, "х": 10}


@dataclass(frozen=True, slots=True)
class ReportedSection:
    """A section that reports by the words of its heading, whose level and chapter are told where it has them.

    `introduces` tells that it is an introduction.
    """

    level: int
    chapter: int | None
    introduces: bool

    @classmethod
    def below(cls, heading: str, lang: str, genre: str, level: int) -> ReportedSection | None:
        """The section that a heading opens, None where it does not report by its own words."""
        if not reports(heading, lang, genre):
            return None
        return cls(level, _chapter_of(heading), phrasing(lang).pattern("introduction").match(heading) is not None)

    def ends_with(self, heading: str, lang: str, level: int) -> bool:
        """Whether a heading closes the section: one of its level an introduction, else one of a later chapter.

        One over how things are or were closes none. Written for "1. Введение | Развитие садов", "2-бөлім. Бақтардың
        жай-күйін талдау | 3-бөлім. Бақ саясаты".
        """
        if level > self.level or describes(heading, lang):
            return False
        return self.introduces or (self.chapter is not None and (_chapter_of(heading) or 0) > self.chapter)


def _chapter_of(heading: str) -> int | None:
    """The number of the chapter that a heading opens: 3 of "3-тарау. ...", "III. ...", "Раздел 3. ..."."""
    match = _CHAPTER.match(heading)
    if match is None:
        return None
    if match["number"]:
        return int(match["number"])
    digits = [_DIGITS[letter] for letter in match["roman"].lower()]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
