"""Indicators that are rows of a table with a column a year: of the plan itself, and of a programme's own section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import EMPTY_CELL, Cell, Document, Heading, Paragraph, Table
from extract.finders.bodies import Bodies
from extract.finders.finding_messages import Subject, complaint
from extract.finders.plan.columns.kinds import PlanColumns
from extract.finders.plan.rows.groups import KINDS, PlanPosition
from extract.finders.plan.rows.indicator_rows import indicator_items
from extract.finders.plan.rows.items import IndicatorRow, OddRow, PlanHeading, PlanItem
from extract.finders.plan.rows.row_headings import heading_of
from extract.lexicon.strategies import letters
from extract.lexicon.words import words
from extract.values.series import parse_unit
from extract.values.target import is_blank, is_grade
from extract.values.yearly import beside_its_year, parse_yearly
from kzedu_graph.model.records import Group, Indicator, Source, Target

_FIGURE = re.compile(r"\d+")
_LAST_PART = re.compile(r"(?<=\w)\s*(?:\((?:в\s+)?(?P<bracketed>[^()]+)\)|,\s*(?:в\s+)?(?P<behind>[^,()]+))\s*\Z")
_PER = re.compile(r"\s+(?:на|в|за)\s+")
LONGEST_LEAD = 2
"""Words of a name that only leads in what its parts complete: "Мыналармен:"."""
SAME_ENDING = 3
"""Letters that a part's first word shares with such a lead-in, for both stand in one case."""


@dataclass(frozen=True, slots=True)
class IndicatorFinder:
    """Reads the rows of one source that are indicators; the findings and checks of `bodies` fill up while it does."""

    source: Source
    bodies: Bodies

    def find_in_plan(self, items: Sequence[PlanItem]) -> tuple[Indicator, ...]:
        """The indicators among the rows of the plan."""
        place = PlanPosition()
        found: list[Indicator] = []
        for item in items:
            if isinstance(item, PlanHeading):
                place = place.under(item)
            elif isinstance(item, IndicatorRow):
                found.append(self._indicator(item, "plan", _above(item, place.above)))
        return told_apart(found)

    def find_in_sections(self, document: Document, groups: Sequence[Group]) -> tuple[Indicator, ...]:
        """The indicators of tables that stand under goals and tasks outside the plan.

        There tasks are counted anew under each goal; the n-th task of a goal is the plan's n-th of that goal. A heading
        inside a table is the group of its words, if there is one.
        """
        place = PlanPosition()
        found: list[Indicator] = []
        tables = indicator_items(document, self.source.act_date)
        for block, items in zip(document.blocks, tables, strict=True):
            match block:
                case Heading(passage) | Paragraph(passage):
                    place = place.under(heading_of(passage, document.lang))
                case Table():
                    for item in items:
                        if isinstance(item, PlanHeading):
                            place = place_of(item, groups)
                        elif isinstance(item, IndicatorRow):
                            above = _in_plan(_above(item, place.above), groups)
                            found.append(self._indicator(item, "section", above))
                        elif isinstance(item, OddRow):
                            subject = Subject("document", "", item.row.spans())
                            odd = next((cell.passage for cell in item.row.cells if cell.paragraphs), EMPTY_CELL.passage)
                            self.bodies.findings.append(complaint("row-not-understood", self.source, subject, odd))
                case _:
                    pass
        return told_apart(found)

    def _indicator(self, item: IndicatorRow, place: str, above: Sequence[tuple[str, str]]) -> Indicator:
        evidence = tuple(span for row in (item.row, *(part.row for part in item.parts)) for span in row.spans())
        subject = Subject("indicator", item.number, evidence)
        name, whole, parts = _named(item, self.source.lang)
        targets = list(self._targets(item.cells, item.columns, whole, subject))
        for row, label in zip(item.parts, parts, strict=True):
            targets.extend(self._targets(row.cells, item.columns, label, subject))
        if not targets:
            self.bodies.findings.append(complaint("targets-missing", self.source, subject, item.name))
        if not name:
            self.bodies.findings.append(complaint("name-missing", self.source, subject, item.name))
        return Indicator(
            source=self.source.stem,
            programme=self.source.programme or self.source.work,
            place=place,
            kind=item.kind,
            number=item.number,
            name=name,
            targets=tuple(targets),
            evidence=evidence,
            unit=item.cells.get("unit", EMPTY_CELL).text
            or _unit_in(name, self.source.lang)
            or _unit_in(item.columns.name_title, self.source.lang),
            part_of=above[-1] if above else None,
            group="-".join(step for pair in above for step in pair) or None,
            responsible=self.bodies.read(item.cells.get("responsible", EMPTY_CELL), subject).parties,
        )

    def _targets(
        self, cells: Mapping[str, Cell], columns: PlanColumns, breakdown: str | None, subject: Subject
    ) -> Iterator[Target]:
        """A target for each value of each year's cell; words that are no values stay words, with a finding."""
        for kind, year, is_reported in columns.values:
            printed = cells.get(kind, EMPTY_CELL).passage
            passage = printed[slice(*beside_its_year(printed.text, year))]
            status = "actual" if is_reported else "plan"
            if is_blank(passage.text):
                continue
            values = parse_yearly(passage.text, self.source.lang)
            if values is None:
                if not is_grade(passage.text):
                    self.bodies.findings.append(complaint("targets-not-understood", self.source, subject, passage))
                yield Target(year, None, passage.text, None, breakdown, status, spans=passage.spans())
                continue
            for value in values:
                self.bodies.checks["target"] += 1
                part = " · ".join(filter(None, (breakdown, value.breakdown))) or None
                spans = passage.spans(value.start, value.end)
                yield Target(year, value.value, value.text, value.bound, part, status, value.study, spans)


def _unit_in(name: str, lang: str) -> str | None:
    """The unit that a name, or the title of the names, ends in ("Охват детей, в %", "Школы (ед.)").

    What the unit is a share of stays with it ("тыс. тенге на человека"). None where a name ends in no unit.
    """
    match = _LAST_PART.search(name)
    told = (match["bracketed"] or match["behind"]).strip() if match else ""
    unit = parse_unit(told, lang)
    if unit is None and (share := _PER.search(told)) and parse_unit(told[: share.start()], lang):
        return told
    return unit


def told_apart(indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators, those keeping their group as a key whose kind counts anew in each group.

    One that has the kind, number and group of another, but not its name, stands in a table that begins anew: its
    group is that table.
    """
    often = Counter((indicator.kind, indicator.number) for indicator in indicators)
    anew = {kind for (kind, _), count in often.items() if count > 1}
    names: dict[tuple[str, str, str | None], list[str]] = {}
    told: list[Indicator] = []
    for indicator in indicators:
        group = indicator.group if indicator.kind in anew else None
        same = names.setdefault((indicator.kind, indicator.number, group), [])
        if indicator.name not in same:
            same.append(indicator.name)
        nth = same.index(indicator.name) + 1
        told.append(replace(indicator, group=group if nth == 1 else "-".join(filter(None, (group, f"table-{nth}")))))
    return tuple(told)


def _above(item: IndicatorRow, above: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The headings that an indicator belongs to: one of targets to the goal, one of results to the task."""
    return tuple(step for step in above if step[0] != "task") if item.kind == "target" else above


def place_of(heading: PlanHeading, groups: Sequence[Group]) -> PlanPosition:
    """The place of the group that a heading inside a table names, whole path; nowhere where no group has its words."""
    same = [group for group in groups if group.kind == KINDS.get(heading.kind or "") and _alike(group, heading)]
    group = next((group for group in same if group.number == heading.number), same[0] if len(same) == 1 else None)
    path: list[tuple[str, str]] = []
    while group:
        path.insert(0, (group.kind, group.number))
        above = group.part_of
        group = next((one for one in groups if (one.kind, one.number) == above), None)
    return PlanPosition(tuple(path))


def _alike(group: Group, heading: PlanHeading) -> bool:
    return letters(group.name) == letters(heading.passage.text)


def _in_plan(above: tuple[tuple[str, str], ...], groups: Sequence[Group]) -> tuple[tuple[str, str], ...]:
    """The plan's own headings for those of a section."""
    if not above or above[-1][0] != "task" or not above[-1][1].isdigit():
        return above
    outer, nth = (above[-2] if len(above) > 1 else None), int(above[-1][1])
    tasks = [group for group in groups if group.kind == "task" and group.part_of == outer]
    return (*above[:-1], ("task", tasks[nth - 1].number)) if 0 < nth <= len(tasks) else above[:-1]


def _named(item: IndicatorRow, lang: str) -> tuple[str, str | None, list[str]]:
    """An indicator's name, what its own row's values are values of, and what each part's are.

    A row's name may stand in its parts: the first of two rows alike but for a figure ("1-6 жас аралығындағы") is
    completed by the second, a bare lead-in ("Мыналармен:") by the last.
    """
    name = item.name.text
    labels = [part.cells.get("name", EMPTY_CELL).text for part in item.parts]
    if labels:
        shared = _shared_beginning(name, labels[0])
        if shared is not None:
            first, rest = labels[0][:shared].strip(), labels[0][shared:].strip(" ,;:")
            return rest, name.strip(" ,;:"), [first, *(label.strip(" ,;:") for label in labels[1:])]
        rest = _completion(name, labels[-1])
        if rest:
            labels[-1] = labels[-1].removesuffix(rest)
            name = f"{name.strip()} {rest}"
    labels = [label.strip(" ,;:") for label in labels]
    return _without_lead(name, lang), None, labels


def _shared_beginning(one: str, other: str) -> int | None:
    """Where the second text goes on behind the first, figures aside; None where they differ before."""
    ones, others = one.split(), list(re.finditer(r"\S+", other))
    if not 0 < len(ones) < len(others) or not _FIGURE.search(one):
        return None
    alike = all(_FIGURE.sub("0", a) == _FIGURE.sub("0", b.group()) for a, b in zip(ones, others, strict=False))
    return others[len(ones)].start() if alike else None


def _completion(lead: str, label: str) -> str:
    """What the last part adds to a bare lead-in: the words behind its first that stands in the lead-in's case."""
    bare = lead.strip()
    if not bare.endswith(":") or len(bare.split()) > LONGEST_LEAD:
        return ""
    ending = bare.rstrip(" :")[-SAME_ENDING:].casefold()
    found = list(re.finditer(r"\S+", label))
    at = next((match.end() for match in found if match.group().casefold().endswith(ending)), None)
    return label[at:].strip() if at is not None else ""


def _without_lead(name: str, lang: str) -> str:
    """A name without the words that only announce its parts: ", оның ішінде:"."""
    bare = name.strip().rstrip(" :,;")
    for lead in words(lang).breakdown_leads:
        if bare.casefold().endswith(lead):
            return bare[: -len(lead)].rstrip(" :,;")
    return bare
