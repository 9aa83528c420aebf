"""What a plan of action is made of: headings, rows of measures, rows of indicators, rows of totals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row
from extract.finders.plan.columns.evidence import is_deadline
from extract.finders.plan.columns.kinds import TAIL, PlanColumns, is_money
from extract.language.numbers import ROMAN_LETTERS, parse_number
from extract.language.russian import readings
from extract.values.label import split_bare_label, split_label

GROUP_LABELS = frozenset({"chapter", "direction", "goal", "task"})
"""Kinds of headings that rows stand under."""
NO_COLUMNS = PlanColumns(())
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


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row and its cells by column."""

    cells: Mapping[str, Cell]
    row: Row


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A numbered row: its number as printed, without the point, and its cells by column.

    `whole` is false for a row that does not have a cell for every column: cut off, torn or fused. `more` are rows
    beneath it that only give further money.
    """

    number: str
    cells: Mapping[str, Cell]
    row: Row
    whole: bool = True
    columns: PlanColumns = NO_COLUMNS
    more: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of a table that is an indicator, with the rows beneath that break it down.

    `kind` is `target` or `result`; `name` what stands behind the label.
    """

    kind: str
    number: str
    name: Passage
    cells: Mapping[str, Cell]
    row: Row
    columns: PlanColumns
    parts: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row without a number that sums up the money of the whole plan, or of one source.

    `part` is true for one beneath the sum of the plan that is a part of it: its words, without those that lead it in
    ("в том числе:"), are the source.
    """

    cells: Mapping[str, Cell]
    row: Row
    columns: PlanColumns
    part: bool = False


@dataclass(frozen=True, slots=True)
class OddRow:
    """A row of the plan that is none of the others."""

    row: Row


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """A heading inside the plan: `kind` is chapter, indicator, goal, task, direction or None where unlabelled.

    `passage` is what stands behind the label; `whole` the heading as printed. `leads` is true where the rows beneath
    carry its number before their own ("2.1" beneath "2"): one that does not stands under it no more. `across` is
    true for one that is set across the table.
    """

    kind: str | None
    number: str | None
    passage: Passage
    whole: Passage
    leads: bool = False
    across: bool = False
    labelled: bool = False
    """Whether a column's title, or a label without a number, says what it is."""

    def is_bare(self, lang: str) -> bool:
        """Whether it has a kind by its number alone."""
        return self.kind is not None and not (self.leads or self.labelled) and heading_of(self.whole, lang).kind is None


@dataclass(frozen=True, slots=True)
class TableRemark:
    """What is to be said of a whole table: `code` is that of a finding, `words` are its titles, or one of them."""

    code: str
    words: Passage
    kind: str = ""


PlanItem = PlanRow | IndicatorRow | TotalRow | OddRow | PlanHeading | TableRemark


def heading_of(passage: Passage, lang: str) -> PlanHeading:
    """A line as a heading, its label taken off."""
    label = split_label(passage.text, lang)
    if label is None:
        return PlanHeading(None, None, passage, passage)
    return PlanHeading(label.kind, label.number, passage[label.rest :].strip(), passage)


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


def numbers_a_part(text: str) -> bool:
    """Whether words open with a number of their own: "2. Кадры", "II Кадры"."""
    return _NUMBERED.match(text) is not None


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


def only_named(row: PlanRow) -> bool:
    """Whether a row has a number and a name, and dashes at most besides."""
    return (
        bool(row.cells.get("name", EMPTY_CELL).paragraphs)
        and not row.more
        and not any(
            letter.isalnum()
            for column, cell in row.cells.items()
            if column not in ("number", "name")
            for letter in cell.text
        )
    )


def is_bare(cells: Mapping[str, Cell]) -> bool:
    """Whether a row has nothing but its number."""
    return not any(
        character.isalnum() for column, cell in cells.items() if column != "number" for character in cell.text
    )


def only_money(cells: Mapping[str, Cell]) -> bool:
    """Whether a row says nothing but money."""
    said = {column for column, cell in cells.items() if cell.paragraphs}
    return bool(said) and all(is_money(column) or column in TAIL for column in said)


def sums(cells: Mapping[str, Cell]) -> bool:
    """Whether a row holds amounts, and nobody who is responsible for it."""
    amounts = [cell for column, cell in cells.items() if is_money(column)]
    busy = any(cells.get(c, EMPTY_CELL).paragraphs for c in ("completion_form", "deadline", "responsible"))
    return not busy and any(parse_number(cell.text) is not None for cell in amounts)
