"""What each text says of one measure or one indicator, put together from the answers for all its editions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rdflib import URIRef

from kzedu_graph.language.mending import mender
from kzedu_graph.reported.records import WHOLE, ReportedValue
from kzedu_graph.store.stores import Store
from kzedu_graph.vocabulary.parsing import is_a, local_name
from web.views.questions import Row, Value, ask_rows, grouped
from web.views.read_model import Edition
from web.views.reported import Told
from web.views.site import Site
from web.views.texts.quotes import Quote, quotes


@dataclass(slots=True)
class Party:
    """A body as one cell names it; `organisation` is that which a post or a unit stands under, by key of the registry
    or by its name in the text, empty where the text does not name it.
    """

    agency: str | None
    written: Value | None
    by_agreement: bool
    role: str
    part: int | None
    organisation: str | None = None
    named: Value | None = None


@dataclass(slots=True)
class Due:
    """A deadline as one cell words it, with its points; `part` is the number of the part whose own it is."""

    written: Value | None
    points: list[str]
    recurrence: str | None
    part: int | None
    scope: Value | None


@dataclass(slots=True)
class Proof:
    """A form of completion as one cell words it."""

    label: Value | None
    type: str | None
    recipient: str | None
    part: int | None


@dataclass(slots=True)
class Statement:
    """All that one text says of a thing."""

    edition: Edition
    label: Value | None = None
    facts: dict[str, list[Value]] = field(default_factory=dict)
    parties: list[Party] = field(default_factory=list)
    deadlines: list[Due] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    funding: list[tuple[str | None, str]] = field(default_factory=list)
    quotes: tuple[Quote, ...] = ()
    bare_quotes: list[str] = field(default_factory=list)
    first: int = 0
    end: int = 0

    @property
    def is_mended(self) -> bool:
        """Whether its quotes have words that the source tears apart."""
        return any(piece.text != piece.raw for quote in self.quotes for piece in quote.pieces)

    @property
    def points(self) -> list[str]:
        """The due points of its deadlines in EDTF, in the order of the text."""
        return [point for due in self.deadlines for point in due.points]


def statements(site: Site, name: str, iri: URIRef, variable: str, facts: Iterable[str]) -> list[Statement]:
    """What each edition says, newest first; `name` is the question for the thing's own facts."""
    store, editions = site.store, site.cards.editions
    found: dict[str, Statement] = {}
    own = ask_rows(store, name, **{variable: iri})
    for graph, rows in grouped(own, "graph").items():
        if graph not in editions:
            continue
        statement = Statement(editions[str(graph)], label=rows[0].get("label"))
        for fact in facts:
            statement.facts[fact] = list(dict.fromkeys(row[fact] for row in rows if fact in row))
        found[str(graph)] = statement
    if not found:
        return []
    _add_parties(found, ask_rows(store, "node-assignments", node=iri))
    _add_deadlines(found, ask_rows(store, "node-deadlines", node=iri))
    _add_proofs(found, ask_rows(store, "node-deliverables", node=iri))
    _add_funding(found, ask_rows(store, "node-funding", node=iri))
    _add_quotes(site, found, store, iri)
    return sorted(found.values(), key=lambda each: (each.edition.date, each.edition.lang == "kk"), reverse=True)


def side_by_side(found: list[Statement]) -> list[Statement]:
    """The newest statement in each language, Kazakh first."""
    newest: dict[str, Statement] = {}
    for statement in found:
        newest.setdefault(statement.edition.lang, statement)
    return [newest[lang] for lang in ("kk", "ru", "en") if lang in newest]


def _by_graph(found: dict[str, Statement], rows: list[Row], key: str) -> Iterable[tuple[Statement, list[Row]]]:
    for graph, same in grouped(rows, "graph").items():
        if graph in found:
            for one in grouped(same, key).values():
                yield found[str(graph)], one


def _part(rows: list[Row]) -> int | None:
    """The part that a thing belongs to; None where it belongs to the whole row."""
    parts = {int(row["partPosition"]) for row in rows if "partPosition" in row}
    return parts.pop() if len(parts) == 1 else None


def _add_parties(found: dict[str, Statement], rows: list[Row]) -> None:
    for statement, one in _by_graph(found, rows, "assignment"):
        first = one[0]
        statement.parties.append(
            Party(
                agency=first["agency"].rpartition("/")[2] if "agency" in first else None,
                written=first.get("written"),
                by_agreement=first.get("agreement") == "true",
                role=first["role"].rpartition("#")[2] if "role" in first else "",
                part=_part(one),
                organisation=_organisation(first),
                named=first.get("named"),
            )
        )


def _organisation(row: Row) -> str | None:
    """The key of the organisation that a party is a post or a unit of, where it is a body of the registry; else ""."""
    if "organisation" not in row:
        return None
    return local_name(row["organisation"]) if is_a(row["organisation"], "agency") else ""


def _add_deadlines(found: dict[str, Statement], rows: list[Row]) -> None:
    for statement, one in _by_graph(found, rows, "deadline"):
        first = one[0]
        statement.deadlines.append(
            Due(
                written=first.get("written"),
                points=list(dict.fromkeys(str(row["edtf"]) for row in one if "edtf" in row)),
                recurrence=str(first["recurrence"]) if "recurrence" in first else None,
                part=_part(one),
                scope=first.get("scope"),
            )
        )
    for statement in found.values():
        if any(due.part for due in statement.deadlines):
            statement.deadlines.sort(key=lambda due: due.part or 0)


def _add_proofs(found: dict[str, Statement], rows: list[Row]) -> None:
    for statement, one in _by_graph(found, rows, "deliverable"):
        first = one[0]
        statement.proofs.append(
            Proof(
                label=first.get("label"),
                type=str(first["type"]) if "type" in first else None,
                recipient=first["recipient"].rpartition("/")[2] if "recipient" in first else None,
                part=_part(one),
            )
        )


def _add_funding(found: dict[str, Statement], rows: list[Row]) -> None:
    for statement, one in _by_graph(found, rows, "allocation"):
        first = one[0]
        statement.funding.append((str(first["year"]) if "year" in first else None, str(first["amount"])))
    for statement in found.values():
        statement.funding.sort(key=lambda entry: entry[0] or "9999")


def _add_quotes(site: Site, found: dict[str, Statement], store: Store, iri: URIRef) -> None:
    for graph, rows in grouped(ask_rows(store, "node-evidence", node=iri), "graph").items():
        if graph not in found:
            continue
        statement = found[str(graph)]
        spans = sorted({(int(row["start"]), int(row["end"])) for row in rows})
        statement.first = spans[0][0]
        statement.end = next(end for start, end in spans if start == statement.first)
        text = site.texts.get(str(graph))
        if text is None:
            statement.bare_quotes = list(dict.fromkeys(str(row["exact"]) for row in rows if "exact" in row))
        else:
            statement.quotes = quotes(text, spans, site.settings.surroundings, mender(text))


def table_of_targets(rows: list[Row], editions: dict[str, Edition]) -> dict[str, Any]:
    """Targets as a table: a column a year, a line a series of an edition, newest edition first."""
    years = sorted({str(row["year"])[:4] for row in rows})
    lines: dict[tuple[str, str, str], dict[str, list[Row]]] = {}
    for graph, same in grouped(rows, "graph").items():
        if graph not in editions:
            continue
        for row in same:
            series = " · ".join(str(row[name]) for name in ("study", "breakdown") if name in row)
            key = (str(graph), series, str(row.get("status", "plan")))
            lines.setdefault(key, {}).setdefault(str(row["year"])[:4], []).append(row)
    ordered = sorted(
        lines.items(), key=lambda line: (editions[line[0][0]].date, editions[line[0][0]].lang), reverse=True
    )
    return {
        "years": years,
        "lines": [
            {"edition": editions[graph], "series": series, "status": status, "cells": cells}
            for (graph, series, status), cells in ordered
        ],
    }


def with_reported(table: dict[str, Any], told: Iterable[Told]) -> dict[str, Any]:
    """A table of targets with what people report beneath: a line a source and series, without an edition."""
    lines: dict[tuple[str, str], dict[str, list[dict[str, str]]]] = {}
    years: set[str] = set()
    for each in told:
        report = each.report
        if isinstance(report, ReportedValue):
            cells = lines.setdefault((each.source, report.series if report.series != WHOLE else ""), {})
            cells.setdefault(str(report.year), []).append({"value": f"{report.value:g}"})
            years.add(str(report.year))
    beneath = [
        {"edition": None, "source": source, "series": series, "status": "reported", "cells": cells}
        for (source, series), cells in sorted(lines.items())
    ]
    return {"years": sorted({*table["years"], *years}), "lines": [*table["lines"], *beneath]}
