"""The header of a text that says nothing of itself but its title, and perhaps who approved it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import dropwhile

from extract.lexicon.acts import header_words
from extract.sources.heads.approvals.stamps import Stamp
from extract.sources.heads.header import PAPER, Header
from extract.sources.heads.letterheads.number_and_day import MOST_LINES
from extract.sources.heads.lines.around import is_beside, is_greeting, number_of_paper
from extract.sources.heads.lines.kinds import is_paper
from extract.sources.heads.lines.line import Line, joined
from extract.sources.heads.titles.by_look import title_by_look
from extract.sources.heads.titles.marks_above import without_addressee, without_adoption, without_caption
from extract.sources.heads.titles.places import title_below
from extract.sources.heads.titles.wording import calls_itself, is_title, kind_by_title
from extract.values.acts import NUMBER, day_pattern, parse_day

_BEGINS_WITH_NUMBER = re.compile(NUMBER, re.IGNORECASE)


def header_of_paper(
    stamp: Stamp, below: Sequence[Line], house: Sequence[Line], lang: str, amended: date | None
) -> Header:
    """The header of a text that says nothing of itself but its title, and perhaps who approved it, below the name of
    the house whose paper it is.
    """
    greets = bool(below) and is_greeting(below[0].text)
    below = below[1:] if greets else below
    below = without_caption(without_addressee(without_adoption(below, lang), lang), lang)
    below = list(dropwhile(lambda line: _BEGINS_WITH_NUMBER.match(line.text) and is_beside(line.text, lang), below))
    title_of_paper = _title_of_paper(below, lang)
    title, above = title_of_paper or title_below(below, lang), ""
    known = is_title(title, header_words(lang)) or kind_by_title(title, lang) or is_paper(title)
    if not (known or calls_itself(title, lang)):
        title, above = title_by_look(below, lang) or ("" if greets else title, above)
    kind = kind_by_title(title, lang) or "act"
    counted = kind == "manual" or is_paper(title)
    own = None if stamp.number or not counted else number_of_paper(title.partition(". ")[0], lang)
    return Header(
        title=title,
        kind=kind,
        act="order" if stamp.number else PAPER if own else "act",
        number=stamp.number or own,
        act_date=stamp.day or (_day_of_paper(below, lang) if is_paper(title) or title_of_paper else None),
        issuer=joined(house) or stamp.issuer or above,
        amended=amended,
    )


def _title_of_paper(lines: Sequence[Line], lang: str) -> str | None:
    """The title of a letter, below the line that calls it one ("Методическое письмо" / «Об особенностях ...»), else
    that line.
    """
    at = next((n for n, line in enumerate(lines[:MOST_LINES]) if is_paper(line.text)), None)
    if at and any(line.is_heading for line in lines[:at]):  # it calls itself something below its title
        return None
    rest = dropwhile(lambda line: is_beside(line.text, lang), lines[at + 1 :]) if at is not None else ()
    below = title_below(list(rest), lang)
    if is_title(below, header_words(lang)):
        return below
    return lines[at].text if at is not None else None


def _day_of_paper(lines: Sequence[Line], lang: str) -> date | None:
    """The day that stands alone on a line, or beside the town, near the line that calls a letter what it is."""
    at = next((n for n, line in enumerate(lines[:MOST_LINES]) if is_paper(line.text)), 0)
    near = (line.text for line in lines[max(0, at - 2) : at + MOST_LINES] if is_beside(line.text, lang))
    days = (re.search(day_pattern(lang), text, re.IGNORECASE) for text in near)
    return next((parse_day(found["date"], lang) for found in days if found), None)
