"""The table of documents: every edition, what act it is, what made it, and whether the act works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rdflib import URIRef

from kzedu_graph.exports.cells import Row, key_of, place_of, views_of
from kzedu_graph.exports.view import View, editions
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU, local_name
from kzedu_graph.vocabulary.queries import Selects, load_query

STATUSES = load_query(__file__, "statuses")


def documents(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every edition: its act, date, language, what was found in it, what made it, and whether the act works."""
    standings = {str(row["work"]): row for row in store.select(STATUSES)}
    pairs: dict[str, list[str]] = defaultdict(list)
    for edition in editions(store):
        pairs[_day_of(edition)].append(str(edition))
    for view in views_of(store, chosen):
        edition = view.graph
        work = URIRef(str(view.value(edition, ELI.realizes)))
        stands = standings.get(str(work), {})
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
            "status": key_of(str(stands["status"])) if stands else "unknown",
            "status_on": _written(stands.get("since")),
            "status_act": key_of(str(stands["act"])) if stands.get("act") else None,
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


def _day_of(edition: URIRef) -> str:
    """An edition without its language."""
    return str(edition).rpartition("/")[0]


def _written(value: object) -> str | None:
    return str(value) if value else None
