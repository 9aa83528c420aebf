"""What people report, as pages show it: beside each due point and each year, and counted as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kzedu_graph.model.periods import from_edtf, last_day
from kzedu_graph.reported.records import AnyReport, Report, ReportedValue
from kzedu_graph.reported.triples import read_reports_of
from kzedu_graph.store.stores import Store
from web.views.standing import ALWAYS, NOT_YET, Life

if TYPE_CHECKING:
    from web.views.read_model import Cards, Measure


@dataclass(frozen=True, slots=True)
class Told:
    """What a source says now, and what it said before, newest first."""

    source: str
    report: AnyReport
    earlier: tuple[AnyReport, ...] = ()

    def on(self, day: date) -> Told | None:
        """The same as of a day: what was corrected later still stands; None where nothing had been said."""
        said = [each for each in (self.report, *self.earlier) if each.day <= day]
        return Told(self.source, said[0], tuple(said[1:])) if said else None

    @property
    def due_by(self) -> str:
        """The last day of the due point that a report is about; empty where it has none."""
        return last_day_of(self.report.due) if isinstance(self.report, Report) else ""


def last_day_of(point: str) -> str:
    """The last day of a due point in EDTF as ISO; empty where it has none."""
    day = last_day(from_edtf(point)) if point else None
    return day.isoformat() if day else ""


def as_said(told: Iterable[Told], day: date) -> list[Told]:
    """Reports as they stood on a day."""
    return [said for each in told if (said := each.on(day)) is not None]


@dataclass(slots=True)
class Reported:
    """Everything that is reported, by the IRI of the duty or the indicator."""

    duties: dict[str, list[Told]] = field(default_factory=dict)
    values: dict[str, list[Told]] = field(default_factory=dict)

    def everything(self) -> list[Told]:
        """All of it, the newest day first."""
        told = [each for shelf in (self.duties, self.values) for several in shelf.values() for each in several]
        return sorted(told, key=lambda each: (each.report.day, each.report.key), reverse=True)

    def at(self, duty: str, point: str) -> list[Told]:
        """What is said of one due point of a duty, in EDTF; "" where it has none."""
        return [
            each for each in self.duties.get(duty, ()) if isinstance(each.report, Report) and each.report.due == point
        ]


@dataclass(frozen=True, slots=True)
class Progress:
    """Due points that had passed by a day, those of them that somebody had reported on by then, and with a proof."""

    due: int = 0
    reported: int = 0
    proved: int = 0


def read_reported_cards(store: Store) -> Reported:
    """What the graph of reports says; raises StoreError."""
    found = Reported()
    for reports in read_reports_of(store.select):
        for several in reports.wordings.values():
            told = Told(reports.source, several[-1], tuple(reversed(several[:-1])))
            shelf = found.values if isinstance(told.report, ReportedValue) else found.duties
            shelf.setdefault(told.report.about, []).append(told)
    return found


def points_of(reported: Reported, duty: str, own: Iterable[str], day: date) -> list[tuple[str, str, list[Told]]]:
    """The due points of a duty in EDTF, its text's own first, each with its last day and what is reported by a day."""
    told = {each.report.due for each in reported.duties.get(duty, ()) if isinstance(each.report, Report)}
    points = dict.fromkeys([*own, *sorted(told)])
    return [(point, last_day_of(point), as_said(reported.at(duty, point), day)) for point in points]


def progress_of(
    measures: Iterable[Measure], reported: Reported, on: date, lives: Mapping[str, Life] | None = None
) -> Progress:
    """How many due points of measures had passed by a day, and what had been reported of them by then.

    What was due when its programme had ended by its life was due no more, and of one that has not begun nothing is yet.
    """
    due = told = proved = 0
    for measure in measures:
        said = as_said(reported.duties.get(measure.iri, ()), on)
        life = (lives or {}).get(measure.programme, ALWAYS)
        if life.on(on).status == NOT_YET:
            continue
        for day in measure.due:
            if day > on.isoformat() or (life.ended and day >= life.ended):
                continue
            due += 1
            here = [each for each in said if each.due_by == day]
            told += bool(here)
            proved += any(each.report.proof for each in here)
    return Progress(due, told, proved)


def bodies_of(cards: Cards, about: str) -> frozenset[str]:
    """The keys of the bodies that a reported duty lies on; of a value, none."""
    if about in cards.measures:
        return frozenset(cards.measures[about].agencies())
    return frozenset(cards.provisions[about].bearers if about in cards.provisions else ())
