"""Rows and lines as headings of a plan: labelled, numbered, set across the table, or a name alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row
from extract.finders.plan.columns.evidence import is_deadline
from extract.finders.plan.columns.kinds import TOTAL, PlanColumns
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.rows.items import PlanHeading
from extract.finders.plan.rows.row_numbers import next_number
from extract.language.numbers import ROMAN_LETTERS
from extract.language.russian import readings
from extract.lexicon.headings import heading_words
from extract.values.label import split_bare_label, split_label

_NUMBERED = re.compile(
    r"\s*(?P<number>[IVXІХҮ]{1,5}(?=\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|\s*[.)])|\d{1,2}(?:\.\d{1,2})*(?=\s*[.)]))\s*[.)]?\s*(?=[^\W\d_])"
)
_VALUED_YEAR = re.compile(r"20\d\d[^\d–—-]{0,8}[–—-]\s*\d")
_VALUES_END = re.compile(r"[;.)]\s+")
_OF_A_TIME = re.compile(r"\s*(?:[IVXІХ]{1,5}|\d)[\s–-]")
_IN_WORDS = re.compile(r"[^\W\d_]{3}")
_NOTE = re.compile(r"\W|примечани|справочно|согласован|исп\b|ескерт|анықтама|келісілді|орынд", re.IGNORECASE)
FEWEST_PARTS = 2
"""Rows of a table that name parts by their words alone."""
LONGEST_PART = 160
"""Characters of a row that names the rows beneath it in a table without numbers."""
ROMAN = re.compile(r"[IVXІХҮ]{1,5}")


def heading_of(passage: Passage, lang: str) -> PlanHeading:
    """A line as a heading, its label taken off."""
    label = split_label(passage.text, lang)
    if label is None:
        return PlanHeading(None, None, passage, passage)
    return PlanHeading(label.kind, label.number, passage[label.rest :].strip(), passage)


def has_a_bare_number(heading: PlanHeading, lang: str) -> bool:
    """Whether a heading has a kind by its number alone."""
    told = heading.leads or heading.labelled or heading.kind is None
    return not told and heading_of(heading.whole, lang).kind is None


def headings_across(cell: Cell, lang: str) -> list[PlanHeading]:
    """The words of a row set across the plan as headings: one, or one for each indicator that they name."""
    pieces = [piece for paragraph in cell.paragraphs for piece in indicators_apart(paragraph, lang)]
    if len(pieces) == 1 or not all(_is_indicator(heading_of(piece, lang)) for piece in pieces):
        return [row_heading_of(cell.passage, lang)]
    return [row_heading_of(piece, lang) for piece in pieces]


def indicators_apart(passage: Passage, lang: str) -> list[Passage]:
    """A line, cut before each label of an indicator that stands behind the values of another."""
    cuts = [
        match.end()
        for match in _VALUES_END.finditer(passage.text)
        if _is_indicator(heading_of(passage[match.end() :], lang))
    ]
    return [passage[start:end].strip() for start, end in pairwise((0, *cuts, len(passage)))]


def _is_indicator(heading: PlanHeading) -> bool:
    return heading.kind in ("indicator", "result-indicator")


def row_heading_of(passage: Passage, lang: str) -> PlanHeading:
    """A row set across the plan as a heading; a bare number makes it a direction ("II. Кадры"), one of several parts
    a task ("2.1. Обучение"), and "Раздел II" is a chapter. An indicator that has lost its label has yearly values.
    """
    heading = heading_of(passage, lang)
    heading = replace(heading, kind="chapter") if heading.kind == "section" else heading
    match = _NUMBERED.match(passage.text)
    if heading.kind is None and (told := split_bare_label(passage.text, lang)):
        return PlanHeading(told.kind, None, passage[told.rest :].strip(), passage, across=True, labelled=True)
    if heading.kind is not None or match is None or _VALUED_YEAR.search(passage.text) or _is_time(passage.text, lang):
        return replace(heading, across=True)
    return numbered_heading(match["number"].translate(ROMAN_LETTERS), passage[match.end() :].strip(), passage)


def _numbers_a_part(text: str) -> bool:
    """Whether words open with a number of their own: "2. Кадры", "II Кадры"."""
    return _NUMBERED.match(text) is not None


@cache
def _taken_out(lang: str) -> re.Pattern[str]:
    """What says that a measure was taken out: "2. Исключен приказом"."""
    return re.compile(rf"(?<!\w)(?:{heading_words(lang).taken_out})(?!\w)", re.IGNORECASE)


def _is_time(text: str, lang: str) -> bool:
    """Whether a number is that of a part of the year, "III квартал", and none of a heading, "III. Кадры"."""
    return _OF_A_TIME.match(text) is not None and is_deadline(text, lang)


def parts_among(rows: Sequence[Row], lang: str) -> frozenset[str]:
    """The words that stand alone in rows of a table without numbers and name the rows beneath ("Задача 1. Кадры").

    A line that opens as one and ends no sentence, and no note, above a row that says more; one that has no label,
    number, capitals or time, only beside others like it, and none that bids to do something.
    """
    alone = [_alone_in(row) for row in rows]
    above = [text for text, below in pairwise(alone) if text and not below and _names_a_part(text)]
    sure = {text for text in above if _is_sure_part(text, lang)}
    others = {text for text in above if text not in sure and not _bids(text, lang)}
    return frozenset(sure | others if len(sure) + len(others) >= FEWEST_PARTS else sure)


def _alone_in(row: Row) -> str:
    """The words of the first cell of a row where no other says anything."""
    first, *others = (cell.text for cell in row.cells)
    return "" if any(others) else first


def _names_a_part(text: str) -> bool:
    opens = text[:1].isupper() or text[:1].isdigit()
    named = opens and _IN_WORDS.search(text) is not None and len(text) <= LONGEST_PART
    return named and not text.endswith((".", ";", ",")) and not _NOTE.match(text)


def _is_sure_part(text: str, lang: str) -> bool:
    labelled = split_label(text, lang) or split_bare_label(text, lang) or _NUMBERED.match(text)
    return bool(labelled) or text.isupper() or is_deadline(text, lang)


def _bids(text: str, lang: str) -> bool:
    """Whether words begin (in Kazakh: end) with an infinitive: a measure's name, "Полить сад", "Бақты суару"."""
    named = text.split()
    if lang == "kk":
        return named[-1].endswith(("у", "ю"))
    return any(part == "INFN" for _, part, _, _ in readings(named[0].casefold()))


def numbered_heading(
    number: str, name: Passage, whole: Passage, *, inside: bool = False, leads: bool = False
) -> PlanHeading:
    """A heading that has a number and no label; `inside` tells that it stands under a direction."""
    return PlanHeading("task" if inside or "." in number else "direction", number, name, whole, leads)


def heading_across(row: Row, columns: PlanColumns, last: str, lang: str) -> PlanHeading | None:
    """A number and words set across all other columns ("1 | Кадры") as a heading; None for any other row.

    One whose number is that of the next measure, behind the last, is none: it may tell that the measure was taken out;
    but the words of one may have a number of their own ("7. | 2. Кадры").
    """
    number = row.cells[0].text.strip(" .)") if row.cells else ""
    beside = row.cells[1] if len(row.cells) == 2 else EMPTY_CELL
    covers = columns.kinds[:1] == ("number",) and (beside.columns or 0) == len(columns.kinds) - 1
    if not covers or not number.isdigit() or not _IN_WORDS.search(beside.text):
        return None
    if number == next_number(last):
        names_a_part = _numbers_a_part(beside.text) and not _taken_out(lang).search(beside.text)
        return row_heading_of(beside.passage, lang) if names_a_part else None
    return numbered_heading(number, beside.passage, beside.passage)


def heading_alone(row: Row, cells: Mapping[str, Cell], lang: str, *, unnumbered: bool) -> PlanHeading | None:
    """A name alone as a heading, numbered in Roman or by a letter ("II | Кадры") or, where it may be, not at all; None
    for others.
    """
    number, name = cells.get("number", EMPTY_CELL).text.strip(" ."), cells.get("name", EMPTY_CELL).passage
    if not name.text or sum(bool(cell.paragraphs) for cell in row.cells) != 1 + bool(number):
        return None
    if ROMAN.fullmatch(number) or (len(number) == 1 and number.isupper()):
        return numbered_heading(number.translate(ROMAN_LETTERS), name, name)
    if number or "number" not in cells or not unnumbered or kind_of_title(name.text, lang) == TOTAL:
        return None
    return row_heading_of(name, lang)
