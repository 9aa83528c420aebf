"""Measures of a plan: one record a numbered row, each value with the place of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.document import Cell, Passage
from extract.finders.groups import Place
from extract.finders.indicators import NumberedHeading, numbered
from extract.finders.plan import PlanHeading, PlanItem, PlanRow
from extract.values.forms import FormValue, parse_completion_forms
from extract.values.parties import PartyValue, parse_parties
from extract.values.period import PeriodPiece, PeriodValue, parse_period
from kzedu_graph.findings import Finding
from kzedu_graph.records import Deliverable, Measure, Part, Party, Period, Source
from kzedu_graph.registry import Registry, Resolution

EMPTY_CELL = Cell()


@dataclass(slots=True)
class MeasureFinder:
    """Reads the rows of one source's plan; `findings` and `checks` fill up while it does.

    Bodies are resolved as of the source's own date, its glossary before the registry.
    """

    source: Source
    registry: Registry
    glossary: Mapping[str, str]
    findings: list[Finding] = field(default_factory=list)
    checks: Counter[str] = field(default_factory=Counter)

    def find(self, items: Sequence[PlanItem]) -> tuple[Measure, ...]:
        """A measure for each row, with the chapter and the indicators that it stands under."""
        return tuple(self._measures(items))

    def _measures(self, items: Sequence[PlanItem]) -> Iterator[Measure]:
        place = Place()
        indicators: list[str] = []
        behind_row = False
        seq = 0
        for item in numbered(items, self.source.lang):
            match item:
                case NumberedHeading(number=number):
                    indicators = [*([] if behind_row else indicators), number]
                    behind_row = False
                case PlanHeading():
                    indicators = indicators if place.under(item) == place else []
                    place = place.under(item)
                case PlanRow():
                    seq += 1
                    behind_row = True
                    yield self._measure(item, seq, place, tuple(indicators))

    def _measure(self, row: PlanRow, seq: int, place: Place, indicators: tuple[str, ...]) -> Measure:
        name = row.cells.get("name", EMPTY_CELL).passage
        if not row.whole:
            self._complain("row-damaged", row, row.cells["number"].passage)
        if not name.text:
            self._complain("name-missing", row, row.cells["number"].passage)
        forms = self._forms(row)
        deadline = row.cells.get("deadline", EMPTY_CELL).passage
        period = self._period(row, deadline)
        groups = self._parties(row)
        responsible = tuple(party for group in groups for party in group)
        return Measure(
            source=self.source.stem,
            programme=self.source.programme or self.source.work,
            number=row.number,
            seq=seq,
            name=name.text,
            completion_form=forms,
            deadline_text=deadline.text,
            period=_period_record(period, deadline) if period else None,
            responsible=responsible,
            evidence=row.row.spans(),
            part_of=place.part_of,
            chapter=place.chapter,
            goal=place.number_of("goal"),
            task=place.number_of("task"),
            indicators=indicators,
            parts=_parts(forms, period, deadline, groups),
        )

    def _forms(self, row: PlanRow) -> tuple[Deliverable, ...]:
        cell = row.cells.get("completion_form", EMPTY_CELL)
        values = parse_completion_forms([p.text for p in cell.paragraphs], self.source.lang)
        if not values:
            self._complain("form-missing", row, cell.passage)
        return tuple(self._deliverable(value, cell) for value in values)

    def _deliverable(self, value: FormValue, cell: Cell) -> Deliverable:
        recipient = self._resolve(value.recipient).agency if value.recipient else None
        spans = cell.passage.spans(value.start, value.end)
        return Deliverable(value.text, value.kind, recipient, value.note, spans)

    def _period(self, row: PlanRow, deadline: Passage) -> PeriodValue | None:
        period = parse_period(deadline.text, self.source.lang)
        if period is None:
            self._complain("deadline-not-understood" if deadline.text else "deadline-missing", row, deadline)
        else:
            self.checks["deadline"] += 1
        return period

    def _parties(self, row: PlanRow) -> list[tuple[Party, ...]]:
        """The bodies of a row, a group for each paragraph that opens a new list of them."""
        cell = row.cells.get("responsible", EMPTY_CELL)
        passage = cell.passage
        values = parse_parties(passage.text, self.source.lang, self.glossary, self._known)
        if not values:
            self._complain("responsible-missing", row, passage)
        breaks = _breaks(cell)
        groups: list[list[Party]] = []
        for before, value in zip((None, *values), values, strict=False):
            if before is None or any(before.end <= at <= value.start for at in breaks):
                groups.append([])
            groups[-1].append(self._party(row, value, passage))
        return [tuple(group) for group in groups]

    def _party(self, row: PlanRow, value: PartyValue, passage: Passage) -> Party:
        found = self._resolve(value.text)
        spans = passage.spans(value.start, value.end)
        if found.agency is None:
            code = "ambiguous-party" if found.candidates else "unknown-party"
            self._complain(code, row, passage[value.start : value.end], found.candidates)
        else:
            self.checks["party"] += 1
        return Party(value.text, value.by_agreement, found.agency, spans)

    def _resolve(self, name: str) -> Resolution:
        return self.registry.resolve(name, self.source.lang, self.source.version_date, self.glossary)

    def _known(self, name: str) -> bool:
        return self._resolve(name).agency is not None

    def _complain(self, code: str, row: PlanRow, passage: Passage, candidates: tuple[str, ...] = ()) -> None:
        sentences = COMPLAINTS[code]
        self.findings.append(
            Finding(
                code=code,
                severity="warning",
                focus=f"measure {row.number}",
                message={
                    lang: sentence.format(number=row.number, words=passage.text) for lang, sentence in sentences.items()
                },
                source=self.source.stem,
                spans=passage.spans() if passage.text else row.row.spans(),
                words=passage.text,
                candidates=candidates,
            )
        )


COMPLAINTS = {
    "row-damaged": {
        "kk": "{number}-іс-шара жолындағы ұяшықтар саны кестедегіден өзгеше.",
        "ru": "В строке мероприятия {number} не столько ячеек, сколько столбцов в таблице.",
        "en": "The row of measure {number} does not have a cell for every column.",
    },
    "name-missing": {
        "kk": "{number}-іс-шараның атауы жоқ.",
        "ru": "У мероприятия {number} нет названия.",
        "en": "Measure {number} has no name.",
    },
    "form-missing": {
        "kk": "{number}-іс-шараның аяқталу нысаны жоқ.",
        "ru": "У мероприятия {number} нет формы завершения.",
        "en": "Measure {number} has no form of completion.",
    },
    "deadline-missing": {
        "kk": "{number}-іс-шараның мерзімі жоқ.",
        "ru": "У мероприятия {number} нет срока.",
        "en": "Measure {number} has no deadline.",
    },
    "deadline-not-understood": {
        "kk": "{number}-іс-шараның мерзімі танылмады: {words}.",
        "ru": "Срок мероприятия {number} не распознан: {words}.",
        "en": "The deadline of measure {number} was not understood: {words}.",
    },
    "responsible-missing": {
        "kk": "{number}-іс-шараның жауапты орындаушысы жоқ.",
        "ru": "У мероприятия {number} нет ответственных исполнителей.",
        "en": "Measure {number} names nobody responsible.",
    },
    "unknown-party": {
        "kk": "{number}-іс-шараның орындаушысы тізілімде жоқ: {words}.",
        "ru": "Исполнитель мероприятия {number} не найден в реестре: {words}.",
        "en": "A body responsible for measure {number} is not in the registry: {words}.",
    },
    "ambiguous-party": {
        "kk": "{number}-іс-шараның орындаушысы бірнеше органды білдіруі мүмкін: {words}.",
        "ru": "Исполнитель мероприятия {number} может означать разные органы: {words}.",
        "en": "A body responsible for measure {number} may mean several: {words}.",
    },
}


def _breaks(cell: Cell) -> list[int]:
    """Where in the joined text of a cell a paragraph ends that no comma carries on."""
    found: list[int] = []
    at = 0
    for paragraph in cell.paragraphs[:-1]:
        at += len(paragraph)
        if not paragraph.text.endswith(","):
            found.append(at)
        at += 1
    return found


def _period_record(period: PeriodValue, deadline: Passage) -> Period:
    return Period(deadline.text, period.due, period.recurrence, spans=deadline.spans())


def _parts(
    forms: Sequence[Deliverable],
    period: PeriodValue | None,
    deadline: Passage,
    groups: Sequence[tuple[Party, ...]],
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
    everyone = tuple(party for group in groups for party in group)
    return tuple(
        Part(
            completion_form=forms[n if len(forms) == count else 0].text if forms else "",
            deadline_text=_piece_text(pieces[n], deadline) if len(pieces) == count else deadline.text,
            due=pieces[n].due if len(pieces) == count else (period.due if period else ()),
            responsible=groups[n] if len(groups) == count else everyone,
            scope=pieces[n].scope if len(pieces) == count else None,
        )
        for n in range(count)
    )


def _piece_text(piece: PeriodPiece, deadline: Passage) -> str:
    return deadline.text[piece.start : piece.end].strip(" ,;")
