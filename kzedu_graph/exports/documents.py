"""The table of documents: every edition, what act it is, what made it, and whether the act works."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import URIRef

from kzedu_graph.exports.cells import Row, key_of, place_of, views_of
from kzedu_graph.exports.view import View, editions
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU, local_name
from kzedu_graph.vocabulary.queries import Selects

_FACTS = (
    *(ELI.realizes, ELI.version_date, ELI.date_no_longer_in_force, ELI.first_date_entry_in_force, ELI.repeals),
    *(ELI.date_document, KZEDU.period),
)
"""What says of an act whether it works."""


@dataclass(slots=True)
class Standing:
    """What all texts together say of an act: its days, and the acts that end it."""

    signed: datetime.date | None = None
    begins: datetime.date | None = None
    ends: datetime.date | None = None
    ended_by: str | None = None
    last_year: int | None = None
    told: list[datetime.date] = field(default_factory=list)

    def status(self, today: datetime.date) -> tuple[str, datetime.date | None, str | None]:
        """Whether the act works on a day: in-force, not-yet, lapsed, repealed or unknown; since when, and by what act.

        Of an act that is signed later than today the days that its texts tell are what has come to pass.
        """
        now = max([today, *self.told]) if self.signed and self.signed > today else today
        ended = self.ends or (now if self.ended_by else None)
        if ended and (ended <= now or now > today):
            return "repealed", self.ends, self.ended_by
        if self.begins and self.begins > now:
            return "not-yet", self.begins, None
        if self.last_year and self.last_year < now.year:
            return "lapsed", datetime.date(self.last_year, 12, 31), None
        if not (self.signed or self.told):
            return "unknown", None, None
        if ended:
            return "in-force", self.ends, self.ended_by
        return "in-force", self.begins, None


def documents(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every edition: its act, date, language, what was found in it, what made it, and whether the act works."""
    standings, pairs = _standings(store)
    today = datetime.date.today()
    for view in views_of(store, chosen):
        edition = view.graph
        work = URIRef(str(view.value(edition, ELI.realizes)))
        status, status_on, status_act = standings[str(work)].status(today)
        yield {
            **place_of(view),
            "work": key_of(str(work)),
            "programme": key_of(view.value(edition, KZEDU.programme)),
            "lang": local_name(edition),
            "version_date": str(view.value(edition, ELI.version_date) or ""),
            "title": view.value(edition, ELI.title),
            "kind": view.value(work, KZEDU.actKind),
            "issuer": key_of(view.value(work, ELI.passed_by)) or view.value(work, KZEDU.issuerText),
            "number": view.value(work, ELI.number),
            "date": _written(view.value(work, ELI.date_document)),
            "amended_by": sorted(filter(None, map(key_of, view.values(edition, KZEDU.amendedBy)))),
            "status": status,
            "status_on": _written(status_on),
            "status_act": status_act,
            "official": _official(view, edition),
            "pair": next((other for other in pairs[_day_of(edition)] if other != str(edition)), None),
            "measures": len(view.subjects(KZEDU.Measure)),
            "indicators": len(view.subjects(KZEDU.IndicatorListing)),
            "glossary": len(view.subjects(KZEDU.GlossaryEntry)),
        }


def _official(view: View, edition: URIRef) -> str | None:
    """The official page of a text, where its address is known."""
    form = iris.form_of(edition, "official")
    return _written(view.value(form, ELI.is_exemplified_by))


def _standings(store: Selects) -> tuple[dict[str, Standing], dict[str, list[str]]]:
    """Each act with what its texts, and the texts of acts that end it, say; editions of one act and day."""
    found: dict[str, Standing] = defaultdict(Standing)
    pairs: dict[str, list[str]] = defaultdict(list)
    for edition in editions(store):
        view = View(store, edition, _FACTS)
        work = str(view.value(edition, ELI.realizes))
        pairs[_day_of(edition)].append(str(edition))
        own = found[work]
        own.signed = view.value(URIRef(work), ELI.date_document) or own.signed
        own.begins = view.value(URIRef(work), ELI.first_date_entry_in_force) or own.begins
        own.ends = view.value(URIRef(work), ELI.date_no_longer_in_force) or own.ends
        if period := view.value(URIRef(work), KZEDU.period):
            own.last_year = int(str(period).rpartition("/")[2])
        days = (view.value(edition, ELI.version_date), own.signed, own.ends)
        own.told.extend(day for day in days if day)
        for act in view.having(ELI.repeals):
            for ended in view.values(act, ELI.repeals):
                found[ended].ended_by = key_of(str(act))
    return found, pairs


def _day_of(edition: URIRef) -> str:
    """An edition without its language."""
    return str(edition).rpartition("/")[0]


def _written(value: object) -> str | None:
    return str(value) if value else None
