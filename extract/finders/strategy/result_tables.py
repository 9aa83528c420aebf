"""Target indicators and result measures of tables with a column a year ("5-көрсеткіш | бірлік | 240 | * | *").

A table without titles of its own goes on with the columns of the one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.document.blocks import EMPTY_CELL, Cell, Document, Passage, Row, Table
from extract.finders.strategy.columns import YearColumns, aligned, columns_in, is_title
from extract.finders.strategy.outline import find_structure, groups_by_place
from extract.lexicon.findings import message
from extract.lexicon.strategies import strategy_words
from extract.values.target import is_blank, parse_target
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Indicator, Source, Span, Target

_BARE_NUMBER = re.compile(r"(?P<number>\d+(?:[-.]\d+)*)[.)]?")


@dataclass(slots=True)
class _Draft:
    """An indicator being read: its row, the rest of its name, and the rows that break it down."""

    number: str
    kind: str
    name: Passage
    cells: Mapping[int | str, Cell]
    rows: list[Row]
    parts: list[tuple[Row, Mapping[int | str, Cell]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _RowLabel:
    number: str
    kind: str | None
    name: Passage


def find_table_indicators(source: Source, document: Document) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """The indicators of every table with a column a year, and what in those tables is not understood.

    A row that breaks an indicator down is an indicator of its own, numbered beneath it: "28.1".
    """
    finder = _TableFinder(source, groups_by_place(find_structure(source, document)))
    columns: YearColumns | None = None
    for block in document.blocks:
        if not isinstance(block, Table):
            finder.close()
            continue
        own, titles = columns_in(block, source.lang)
        columns = own or columns
        if columns and ((own and own.known) or _has_labels(block, source.lang)):
            finder.read(block.rows[titles:], columns)
    finder.close()
    finder.check_numbers()
    return tuple(finder.indicators), tuple(finder.findings)


def _has_labels(table: Table, lang: str) -> bool:
    """Whether a table whose titles do not say so holds numbered rows of indicators."""
    return any(_labels(lang).match(row.cells[0].text) for row in table.rows if row.cells)


@dataclass(slots=True)
class _TableFinder:
    source: Source
    places: Sequence[tuple[int, tuple[str, str]]]
    indicators: list[Indicator] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    draft: _Draft | None = None

    def read(self, rows: Sequence[Row], columns: YearColumns) -> None:
        broken: list[Row] = []
        for row, cells in aligned(rows, columns):
            if cells is None:
                self.close()
                broken.append(row)
            else:
                self.read_row(row, cells, columns)
        if broken:
            spans = tuple(span for row in broken for span in row.spans())
            self.complain("table-columns-unclear", "error", str(len(broken)), spans, "")

    def read_row(self, row: Row, cells: Mapping[int | str, Cell], columns: YearColumns) -> None:
        label = _row_label(cells, columns, self.source.lang)
        name = cells["name"].passage
        if label and label.kind is None:
            self.close()
            self.complain("indicator-kind-unknown", "warning", label.number, row.spans(), name.text)
        elif label and label.kind:
            self.close()
            self.draft = _Draft(label.number, label.kind, label.name, cells, [row])
        elif is_title(row):
            self.read_title(row, name)
        elif self.draft and any(not is_blank(cells.get(year, EMPTY_CELL).text) for year in columns.years):
            self.draft.parts.append((row, cells))
        else:
            self.complain("table-row-not-understood", "warning", name.text, row.spans(), name.text)

    def read_title(self, row: Row, name: Passage) -> None:
        """A row of one cell: the name of the indicator above it where that has none yet, else a heading."""
        if self.draft and not self.draft.name.text and not self.draft.parts:
            self.draft.name = name
            self.draft.rows.append(row)
        else:
            self.close()

    def close(self) -> None:
        """Writes the indicator that is being read, if there is one."""
        draft, self.draft = self.draft, None
        if draft is None:
            return
        name = draft.name.strip(" :")
        whole = self.indicator(draft, draft.number, name.text, draft.cells, draft.rows)
        self.indicators.append(whole)
        if not name.text:
            self.complain("indicator-name-missing", "warning", draft.number, whole.evidence, "")
        if draft.parts and whole.targets:
            self.complain("values-without-label", "warning", draft.number, whole.evidence, name.text)
        if not draft.parts and all(not cell.text for kind, cell in draft.cells.items() if isinstance(kind, int)):
            self.complain("targets-missing", "warning", draft.number, whole.evidence, name.text)
        for n, (row, cells) in enumerate(draft.parts, 1):
            part = cells["name"].passage.strip(" :;,").text
            full = f"{name.text}: {part}" if part else name.text
            self.indicators.append(self.indicator(draft, f"{draft.number}.{n}", full, cells, [row], part or None))

    def indicator(
        self,
        draft: _Draft,
        number: str,
        name: str,
        cells: Mapping[int | str, Cell],
        rows: Sequence[Row],
        breakdown: str | None = None,
    ) -> Indicator:
        evidence = tuple(span for row in rows for span in row.spans())
        unit = cells.get("unit", EMPTY_CELL).text or draft.cells.get("unit", EMPTY_CELL).text
        return Indicator(
            source=self.source.stem,
            programme=self.source.programme or self.source.work,
            place="table",
            kind=draft.kind,
            number=number,
            name=name,
            targets=tuple(_targets(cells, self.source.lang, breakdown)),
            evidence=evidence,
            unit=unit or None,
            part_of=self.group_of(evidence),
            remark=cells.get("remark", EMPTY_CELL).text or None,
        )

    def group_of(self, evidence: Sequence[Span]) -> tuple[str, str] | None:
        """The goal, direction or task that was named last before a row."""
        n = bisect_right(self.places, evidence[0].start, key=lambda place: place[0])
        return self.places[n - 1][1] if n else None

    def check_numbers(self) -> None:
        """A finding for each kind whose numbers do not run from one to the last without a gap or a repetition."""
        for kind in sorted({indicator.kind for indicator in self.indicators}):
            same = [i for i in self.indicators if i.kind == kind and i.number.isdigit()]
            wrong = [i for n, i in enumerate(same, 1) if int(i.number) != n]
            if wrong:
                self.complain("number-out-of-order", "warning", wrong[0].number, wrong[0].evidence, wrong[0].name)

    def complain(self, code: str, severity: str, number: str, spans: tuple[Span, ...], words: str) -> None:
        self.findings.append(
            Finding(
                code=code,
                severity=severity,
                focus=f"document {self.source.stem}" if code in ABOUT_TABLES else f"indicator {number}",
                message=message("strategies", code, number=number),
                source=self.source.stem,
                spans=spans,
                words=words,
            )
        )


ABOUT_TABLES = frozenset({"table-columns-unclear", "table-row-not-understood"})
"""Complaints that are about no indicator."""


def _targets(cells: Mapping[int | str, Cell], lang: str, breakdown: str | None) -> Iterator[Target]:
    """A target for each year whose cell is not blank; a dash sets none."""
    for year, cell in cells.items():
        value = parse_target(cell.text, lang) if isinstance(year, int) else None
        if isinstance(year, int) and value:
            yield Target(
                year=year,
                value=value.value,
                text=value.text,
                bound=value.bound,
                breakdown=breakdown,
                spans=cell.passage.spans(),
            )


def _row_label(cells: Mapping[int | str, Cell], columns: YearColumns, lang: str) -> _RowLabel | None:
    """A row's number and kind, from its label ("10-көрсеткіш") or from its column of numbers and their title."""
    name = cells["name"].passage
    match = _labels(lang).match(name.text)
    if match:
        kind = strategy_words(lang).rows[" ".join((match["first"] or match["second"]).casefold().split())]
        return _RowLabel(match["before"] or match["behind"], kind, name[match.end() :].strip())
    number = _BARE_NUMBER.fullmatch(cells.get("number", EMPTY_CELL).text)
    if number:
        return _RowLabel(number["number"], strategy_words(lang).rows.get(columns.title.casefold()), name)
    return None


@cache
def _labels(lang: str) -> re.Pattern[str]:
    rows = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in strategy_words(lang).rows)
    number = r"\d+(?:[-.]\d+)*"
    return re.compile(
        rf"(?:(?P<before>{number})(?:\s*[-–—]\s*|[.)]?\s+)(?P<first>{rows})(?!\w)"
        rf"|(?P<second>{rows})\s*(?:№\s*)?(?P<behind>{number}))[.:)]*\s*",
        re.IGNORECASE,
    )
