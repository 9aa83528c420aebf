"""The terms of the ontology as its page shows them: names, meaning, domain and range, how often, and an example."""

from __future__ import annotations

from typing import Any

from kzedu_graph.vocabulary.iris import local_name
from web.views.questions import ask_rows, grouped, labels_of, values_of
from web.views.site import site


def ontology_terms() -> list[dict[str, Any]]:
    """Every class, property and concept of ours, in the order of their names."""
    store = site().store
    used: dict[str, int] = {}
    for name in ("classes-used", "properties-used"):
        used.update({str(row["term"]): int(row["times"]) for row in ask_rows(store, name)})
    asked = "term-examples-lateral" if store.lateral else "term-examples"
    examples = {str(row["term"]): row["example"] for row in ask_rows(store, asked) if "example" in row}
    terms = []
    for iri, rows in grouped(ask_rows(store, "terms"), "term").items():
        kinds = set(map(local_name, values_of(rows, "kind")))
        terms.append(
            {
                "iri": str(iri),
                "name": local_name(iri),
                "is_class": "Class" in kinds,
                "kinds": sorted(kinds),
                "labels": labels_of(rows),
                "comments": labels_of(rows, "comment"),
                "domains": sorted(map(local_name, values_of(rows, "domain"))),
                "ranges": sorted(map(local_name, values_of(rows, "range"))),
                "times": used.get(str(iri), 0),
                "example": examples.get(str(iri)),
            }
        )
    return terms


def ontology_version() -> str:
    """The version that is served, as its version IRI ends."""
    return next((local_name(str(row["version"])) for row in ask_rows(site().store, "ontology-version")), "")
