"""The day of the last amendment that a text tells of, in notes of the register or in a line under its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.line import Line, without_marks
from extract.values.acts import NUMBER_SIGN, day_pattern, parse_day

LONGEST_NOTE = 600
"""Characters."""
_IN_FORCE = re.compile(
    rf"\([^()]*(?:{header_words(ANY)['in_force_in_brackets']})[^()]*\)|(?:{header_words(ANY)['in_force']})[^.;]*",
    re.IGNORECASE,
)
"""When an amendment enters into force, which is not its day."""

_BASIS = re.compile(header_words(ANY)["basis"], re.IGNORECASE)
"""What a text rests on, amended or not."""


def last_amendment(text: str, lines: Sequence[Line], lang: str) -> date | None:
    """The day of the latest amendment by the notes of the register ("Сноска. ... от 13.06.2024 № 465") and by a line
    under the title ("(с изменениями и дополнениями по состоянию на 01.02.2032 г.)"); None where the text tells none.
    """
    words = header_words(lang)
    days: list[date] = []
    for line in lines:
        told = line.text.strip("()")
        if re.search(words["amended"], told, re.IGNORECASE) and not _BASIS.match(told):
            days.extend(_days(line.text, lang))
    for note in re.finditer(words["amended_by"], text, re.IGNORECASE):
        told = re.split(r"\n\s*\n|\n {3,}|\n\[", text[note.start() : note.start() + LONGEST_NOTE], maxsplit=1)[0]
        if not re.search(words["repealed"], told, re.IGNORECASE):
            days.extend(_days(_IN_FORCE.sub(" ", without_marks(told)), lang, by_number=True))
    return max(days, default=None)


def _days(told: str, lang: str, *, by_number: bool = False) -> Iterator[date]:
    """The days in some words; of a note only where it numbers acts too."""
    if by_number and not re.search(NUMBER_SIGN, told):
        return
    for match in re.finditer(day_pattern(lang), " ".join(told.split()), re.IGNORECASE):
        day = parse_day(match["date"], lang)
        if day:
            yield day
