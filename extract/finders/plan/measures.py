"""Measures of a plan: one record a numbered row, each value with the place of its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import EMPTY_CELL, Cell, Passage, join
from extract.finders.bodies import Answering, Bodies
from extract.finders.finding_messages import Subject, complaint
from extract.finders.frame import NO_FRAMES, Frames
from extract.finders.plan.money.funding import Funding, read_funding
from extract.finders.plan.rows.groups import AUGUST, PlanPosition, below_last_august, years_above
from extract.finders.plan.rows.heading_numbers import NumberedHeading, numbered
from extract.finders.plan.rows.items import (
    IndicatorRow,
    OddRow,
    PlanHeading,
    PlanItem,
    PlanRow,
    TableRemark,
    TableRow,
    TotalRow,
)
from extract.finders.plan.rows.sums import sums_up_a_part
from extract.finders.this_year import name_months, name_this_year, part_years
from extract.lexicon.figures import figure_words
from extract.values.forms import FormValue, parse_completion_forms
from extract.values.times.due_points import YearFrame
from extract.values.times.known_parts import parse_known_part, parse_period_of_stages
from extract.values.times.period import PeriodPiece, PeriodValue, parse_period
from kzedu_graph.model.records import Deliverable, Measure, Part, Period, Source
from kzedu_graph.vocabulary.slugs import slug


@dataclass(frozen=True, slots=True)
class MeasureFinder:
    """Reads the rows of one source's plan; the findings and checks of `bodies` fill up while it does."""

    source: Source
    bodies: Bodies
    year: int | None = None
    """What "т.г." means."""
    frames: Frames = NO_FRAMES
    """The year that the plan, or a table of it, is for: dates without one are of it."""

    def find(self, items: Sequence[PlanItem]) -> tuple[Measure, ...]:
        """A measure for each row, with the chapter and the indicators that it stands under."""
        return self._with_year_of_money(tuple(self._measures(items)))

    def _with_year_of_money(self, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
        """Measures whose sums are of the one year that the plan is for; as they are where some sum names its years, and
        those that are due in other years.
        """
        year = self.frames.of_money
        sums = [sum_ for measure in measures for sum_ in measure.funding or ()]
        if year is None or not sums or any(one.year is not None for one in sums):
            return measures
        return tuple(
            replace(measure, funding=tuple(replace(one, year=year) for one in measure.funding))
            if measure.funding and self._is_of_year(measure, year)
            else measure
            for measure in measures
        )

    def _is_of_year(self, measure: Measure, year: int) -> bool:
        """Whether a measure stands in a table of a year and is due in no other."""
        frame = self.frames.at(measure.evidence[0].start) if measure.evidence else self.frames.whole
        return frame is not None and (frame.first, frame.last) == (year, year) and _is_due_in(measure, year)

    def _measures(self, items: Sequence[PlanItem]) -> Iterator[Measure]:
        place = PlanPosition()
        years, ending = years_above(items), below_last_august(items, self.source.lang)
        indicators: list[str] = []
        leading: list[PlanHeading] = []
        behind_row = False
        seq = 0
        printed: Counter[str] = Counter()
        for item in numbered(items, self.source.lang):
            match item:
                case NumberedHeading(number=number):
                    indicators = [*([] if behind_row else indicators), number]
                    behind_row = False
                case PlanHeading():
                    indicators = indicators if place.under(item) == place else []
                    place = place.under(item)
                    leading = [*leading, item] if item.leads else []
                case PlanRow():
                    while leading and not item.number.startswith(f"{leading[-1].number}."):
                        place = place.beside(leading.pop())
                    seq += 1
                    behind_row = True
                    printed[slug(item.number)] += 1
                    frame = years.get(id(item)) or self._frame(item)
                    frame = replace(frame, since_month=AUGUST + 1) if frame and id(item) in ending else frame
                    measure = self._measure(item, seq, place, tuple(indicators), frame)
                    yield replace(measure, occurrence=printed[slug(item.number)])
                case OddRow(row):
                    words = next((cell.passage for cell in row.cells if cell.paragraphs), EMPTY_CELL.passage)
                    if not sums_up_a_part(words.text, self.source.lang):
                        self._complain("row-not-understood", Subject("document", "", row.spans()), words)
                case TableRemark(code, words, kind):
                    self._remark(code, words, kind)
                case IndicatorRow() | TotalRow():
                    pass

    def _remark(self, code: str, words: Passage, kind: str) -> None:
        subject = Subject("document", "", words.spans())
        severity = "info" if code == "column-by-content" else "warning"
        line = f"lexicon/{self.source.lang}.yml: column_titles.{kind}"
        self.bodies.findings.append(complaint(code, self.source, subject, words, severity=severity, line=line))

    def _measure(
        self, row: PlanRow, seq: int, place: PlanPosition, indicators: tuple[str, ...], frame: YearFrame | None
    ) -> Measure:
        subject = Subject("measure", row.number, row.row.spans())
        number = row.cells.get("number", EMPTY_CELL).passage
        name = row.cells.get("name", EMPTY_CELL).passage
        if not row.whole:
            self._complain("row-damaged", subject, number)
        if not name.text:
            self._complain("name-missing", subject, number)
        forms = self._forms(row, subject)
        ends = (row.cells.get(column, EMPTY_CELL).passage for column in ("start", "end"))
        printed = row.cells["deadline"].passage if "deadline" in row.cells else join(ends, " – ")
        deadline = name_this_year(part_years(printed), self.source.lang, self.year)
        deadline = name_months(deadline, self.source.lang) if frame else deadline
        period = self._period(deadline, row, subject, frame)
        responsible = row.cells.get("responsible", EMPTY_CELL)
        if responsible.text == printed.text:
            responsible = EMPTY_CELL  # words of time set over all columns that say by when and by whom
        answering = self.bodies.read(responsible, subject)
        if not answering.parties and "responsible" in row.columns.kinds:
            self._complain("responsible-missing", subject, responsible.passage)
        funding = self._funding(row, subject)
        return Measure(
            source=self.source.stem,
            programme=self.source.programme or self.source.work,
            number=row.number,
            seq=seq,
            name=name.text,
            completion_form=forms,
            deadline_text=printed.text,
            period=_period_record(period, printed),
            responsible=answering.parties,
            evidence=tuple(span for piece in (row.row, *(more.row for more in row.more)) for span in piece.spans()),
            part_of=place.part_of,
            chapter=place.chapter,
            goal=place.number_of("goal"),
            task=place.number_of("task"),
            indicators=indicators,
            parts=_parts(forms, period, deadline, answering),
            unit=row.cells.get("unit", EMPTY_CELL).text or None,
            funding=funding.allocations,
            funding_note=funding.note,
            sources=funding.sources,
            budget_codes=funding.codes,
        )

    def _forms(self, row: PlanRow, subject: Subject) -> tuple[Deliverable, ...]:
        cell = row.cells.get("completion_form", EMPTY_CELL)
        values = parse_completion_forms([p.text for p in cell.paragraphs], self.source.lang)
        if not values and "completion_form" in row.columns.kinds:
            self._complain("form-missing", subject, cell.passage)
        return tuple(self._deliverable(value, cell) for value in values)

    def _deliverable(self, value: FormValue, cell: Cell) -> Deliverable:
        recipient = self.bodies.resolve(value.recipient).agency if value.recipient else None
        spans = cell.passage.spans(value.start, value.end)
        return Deliverable(value.text, value.kind, recipient, value.note, spans)

    def _period(self, deadline: Passage, row: PlanRow, subject: Subject, frame: YearFrame | None) -> PeriodValue | None:
        """When a row is due; of words some of which are not understood, the dates that stand beside them."""
        period = self._stages(deadline, row, frame) or parse_period(deadline.text, self.source.lang, frame=frame)
        if period is None and (deadline.text or "deadline" in row.columns.kinds):
            self._complain("deadline-not-understood" if deadline.text else "deadline-missing", subject, deadline)
            return parse_known_part(deadline.text, self.source.lang, frame)
        if period is not None:
            self.bodies.checks["deadline"] += 1
        return period

    def _frame(self, row: PlanRow) -> YearFrame | None:
        """The year that a row's dates without one are of."""
        spans = row.row.spans()
        return self.frames.at(spans[0].start) if spans else self.frames.whole

    def _stages(self, deadline: Passage, row: PlanRow, frame: YearFrame | None) -> PeriodValue | None:
        """The deadlines of a row set down its stages, each with a form beside it; None for any other row."""
        dates, forms = (row.cells.get(column, EMPTY_CELL).paragraphs for column in ("deadline", "completion_form"))
        lines = [line.text for line in dates]
        if len(dates) != len(forms) or " ".join(lines) != deadline.text:
            return None
        return parse_period_of_stages(lines, self.source.lang, frame)

    def _funding(self, row: PlanRow, subject: Subject) -> Funding:
        funding = read_funding((TableRow(row.cells, row.row), *row.more), row.columns, self.source.lang)
        for words in funding.odd:
            self._complain("amount-not-understood", subject, words)
        for words in funding.odd_codes:
            self._complain("budget-code-not-understood", subject, words)
        for words in funding.odd_sums:
            self._complain("sources-do-not-add-up", subject, words)
        if funding.allocations:
            self.bodies.checks["amount"] += len(funding.allocations)
        return funding

    def _complain(self, code: str, subject: Subject, words: Passage) -> None:
        self.bodies.findings.append(complaint(code, self.source, subject, words))


_YEAR_OF_POINT = re.compile(r"\d{4}|\.\.")
_YEARS_LONG = re.compile(
    rf"(?<!\d)\d{{1,2}}\s*-?(?:\w{{1,3}}\s+)?(?:лет|{figure_words().year_words})(?!\w)", re.IGNORECASE
)
"""A length in years: "в течение 3 лет", "2 жыл ішінде"."""


def _is_due_in(measure: Measure, year: int) -> bool:
    """Whether a measure names no time outside a year, and no length in years."""
    if measure.period and not measure.period.due and _YEARS_LONG.search(measure.period.text):
        return False
    due = measure.period.due if measure.period else ()
    return {one for point in due for one in _YEAR_OF_POINT.findall(point)} <= {str(year)}


def _period_record(period: PeriodValue | None, deadline: Passage) -> Period | None:
    """A deadline in its words, with what is understood of them; None where the cell is empty."""
    if not deadline.text:
        return None
    if period is None:
        return Period(deadline.text, (), spans=deadline.spans())
    return Period(deadline.text, period.due, period.recurrence, spans=deadline.spans())


def _parts(
    forms: Sequence[Deliverable],
    period: PeriodValue | None,
    deadline: Passage,
    answering: Answering,
) -> tuple[Part, ...]:
    """A row that holds several forms or stages, taken apart by order.

    Dates and groups of bodies pair with the forms where there are as many of them; else each holds for all.
    A row with one form is taken apart where its deadline names stages.
    """
    pieces = period.pieces if period else ()
    staged = len(forms) <= 1 and len(pieces) > 1 and all(piece.scope for piece in pieces)
    count = len(pieces) if staged else len(forms)
    if count < 2:
        return ()
    groups = answering.groups(count)
    return tuple(
        Part(
            completion_form=forms[n if len(forms) == count else 0].text if forms else "",
            deadline_text=_piece_text(pieces[n], deadline) if len(pieces) == count else deadline.text,
            due=pieces[n].due if len(pieces) == count else (period.due if period else ()),
            responsible=groups[n if len(groups) == count else 0],
            scope=pieces[n].scope if len(pieces) == count else None,
        )
        for n in range(count)
    )


def _piece_text(piece: PeriodPiece, deadline: Passage) -> str:
    return deadline.text[piece.start : piece.end].strip(" ,;")
