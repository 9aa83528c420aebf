"""Rows to be filled in: one a due point of each duty, one a year of each indicator; what is reported stands in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kzedu_graph.model.periods import from_edtf
from kzedu_graph.reported.known import Duty, Known, Point, Yardstick
from kzedu_graph.reported.records import Report, ReportedValue
from kzedu_graph.reported.rows import state_names
from kzedu_graph.reported.sheets import Cells, Choices
from kzedu_graph.vocabulary.iris import LANGUAGES

Reported = Sequence[tuple[str, Report | ReportedValue]]
"""Reports with their sources."""
_UNDATED = Point("")


def template_rows(known: Known, reported: Reported, lang: str) -> dict[str, list[Cells]]:
    """The rows of both sheets in the words of a language, filled with what is reported."""
    said: dict[tuple[str, ...], list[tuple[str, Report | ReportedValue]]] = defaultdict(list)
    for source, report in sorted(reported, key=lambda one: one[0]):
        said[report.key].append((source, report))
    return {
        "duties": [row for duty in known.duties.values() for row in _duty_rows(duty, known, said, lang)],
        "indicators": [row for each in known.indicators.values() for row in _value_rows(each, said, lang)],
    }


def choices_of(known: Known, lang: str) -> Choices:
    """The states and the bodies that cells may be chosen from."""
    names = {key: _said(told, lang) for key, told in known.bodies.items()}
    return Choices(list(state_names(lang).values()), names)


Said = Mapping[tuple[str, ...], list[tuple[str, Report | ReportedValue]]]


def _duty_rows(duty: Duty, known: Known, said: Said, lang: str) -> Iterator[Cells]:
    bodies = "; ".join(_said(known.bodies.get(key, {}), lang) or key for key in duty.bodies)
    for point in duty.points.values() or (_UNDATED,):
        asked = {
            "duty": duty.iri,
            "due": point.edtf,
            "number": duty.number,
            "words": _said(duty.words, lang),
            "written": point.written or from_edtf(point.edtf),
            "last_day": point.last_day,
            "bodies": bodies,
        }
        for source, report in said.get((duty.iri, point.edtf), [("", None)]):
            filled = {"state": state_names(lang)[report.state]} if isinstance(report, Report) else {}
            yield {**asked, **filled, **_filled(source, report)}


def _value_rows(indicator: Yardstick, said: Said, lang: str) -> Iterator[Cells]:
    reported = {(int(key[1]), key[2]) for key in said if key[0] == indicator.iri}
    for year, series in sorted({*indicator.planned, *reported}):
        planned = indicator.planned.get((year, series))
        asked = {
            "indicator": indicator.iri,
            "year": str(year),
            "series": series,
            "number": indicator.number,
            "words": _said(indicator.words, lang),
            "planned": "" if planned is None else _figure(planned),
            "planned_unit": indicator.unit,
        }
        for source, report in said.get((indicator.iri, str(year), series), [("", None)]):
            filled: Cells = {}
            if isinstance(report, ReportedValue):
                filled = {"value": _figure(report.value), "unit": report.unit or ""}
            yield {**asked, **filled, **_filled(source, report)}


def _filled(source: str, report: Report | ReportedValue | None) -> Cells:
    if report is None:
        return {}
    return {
        "day": report.day.isoformat(),
        "reporter": report.reporter,
        "proof": report.proof or "",
        "remark": report.remark or "",
        "source": source,
    }


def _figure(value: float) -> str:
    return str(int(value)) if value.is_integer() else str(value)


def _said(words: Mapping[str, str], lang: str) -> str:
    return next((words[tag] for tag in (lang, *LANGUAGES, "") if tag in words), "")
