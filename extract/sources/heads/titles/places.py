"""Where the title of a text stands: above its header, or below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.around import NUMBER_TO_FILL, is_aside, is_greeting
from extract.sources.heads.lines.kinds import ENACTS_NOW
from extract.sources.heads.lines.line import Line, joined, paragraph_at
from extract.sources.heads.titles.marks_above import without_validity
from extract.sources.heads.titles.text_begins import LONGEST_OF_SENTENCE, begins_text
from extract.sources.heads.titles.wording import OF_PLACE, is_quoted_whole, is_title, is_too_short, kind_by_title

SHORTEST_PREAMBLE = 8
"""Words of a line below a title that is none of it."""
_PART = re.compile(rf"^(?:{header_words(ANY)['part']})", re.I)
_ENACTS = re.compile(header_words(ANY)["enacts"])
_QUOTED_FIRST = re.compile(r"[«\"“][^«»\"“”]+(?:[«\"“][^«»\"“”]+[»\"”][^«»\"“”]*)?[»\"”]\s*")
_ABBREVIATION = re.compile("[A-Z]{2,6}")
"""A line that is no title: the name of a sheet ("KPI")."""


def title_above(lines: Sequence[Line], words: Mapping[str, Any]) -> str:
    """The title over a header: the last paragraph, with those above it that make it a title; lines aside left out."""
    kept = [line for line in lines if not is_aside(line.text, words, "beside")]
    starts = [n for n, line in enumerate(kept) if n == 0 or line.apart]
    return next(
        (title for start in reversed(starts) if is_title(title := joined(kept[start:]), words)),
        joined(kept[_begins(kept, starts) :]) if starts else "",
    )


def _begins(lines: Sequence[Line], starts: Sequence[int]) -> int:
    """Where the last paragraph begins, with those above it that it goes on with in small letters or a quotation."""
    for start in reversed(starts):
        above = joined(lines[:start])
        goes_on = lines[start].text[0].islower() or OF_PLACE.match(lines[start].text)
        if not (goes_on or above.count("«") > above.count("»")):
            return start
    return 0


def title_below(lines: Sequence[Line], lang: str) -> str:
    """The title that stands under a header: a paragraph of some words, what goes on with it in small letters, and the
    next where only both make a title.
    """
    words = header_words(lang)
    lines = without_validity(lines, lang)
    title: list[Line] = []
    ends: list[int] = []
    for at, line in enumerate(lines):
        aside = is_aside(line.text, words, "beside", "amended")
        if not title and (aside or _ABBREVIATION.fullmatch(line.text)):
            continue
        if (
            aside
            or is_greeting(line.text)
            or (title and (NUMBER_TO_FILL.match(line.text) or title[-1].text.endswith("!")))
            or _PART.match(line.text)
            or _ENACTS.search(line.text)
            or ENACTS_NOW.search(line.text)
        ):
            break
        if title and lang == "kk" and _names_amended(title, lines[at:], words):
            title.append(line)
            continue
        if title and lang == "kk" and _is_preamble(line.text) and is_title(joined(title), words):
            break
        if title and (
            begins_text(lines, at) or (line.text[0].isupper() and re.search(words["adopted"], line.text, re.I))
        ):
            break
        if not title and line.apart and is_quoted_whole(paragraph := paragraph_at(lines, at), lang):
            return joined(paragraph)
        goes_on = (line.text[0].islower() and not line.opens_cell) or is_too_short(joined(title), line, lang)
        if line.apart and not goes_on:
            ends.append(len(title))
            if len(ends) > 1:
                break
        title.append(line)
    several = [joined(title[:end]) for end in (*ends, len(title))]
    return next((one for one in several if is_title(one, words) or kind_by_title(one, lang)), several[0])


def _names_amended(title: Sequence[Line], below: Sequence[Line], words: Mapping[str, Any]) -> bool:
    """Whether a Kazakh title that begins with that of another act goes on behind it: "«Бақтар туралы» Үкіметтің ... №
    5 қаулысына / толықтыру енгізу туралы".
    """
    written = " ".join(line.text for line in title)
    if not (_QUOTED_FIRST.match(written) and not below[0].apart):
        return False
    begun = _QUOTED_FIRST.sub("", written)
    if begun and is_title(begun, words):
        return False
    own = next((n for n, line in enumerate(below) if n and line.apart), len(below))
    told = below[: min(own, LONGEST_OF_SENTENCE)]
    end = next((n for n, line in enumerate(told) if ENACTS_NOW.search(line.text) or _ENACTS.search(line.text)), None)
    return any(is_title(line.text, words) for line in told[: len(told) if end is None else end])


def _is_preamble(line: str) -> bool:
    """Whether a line right below a Kazakh title, which ends with its word ("... туралы"), is no more of it."""
    return line[0].isupper() and len(line.split()) >= SHORTEST_PREAMBLE
