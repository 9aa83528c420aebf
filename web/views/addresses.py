"""On which page of the explorer a thing is shown."""

from __future__ import annotations

from kzedu_graph.vocabulary.places import BASE, ONTOLOGY_IRI
from web.views.read_model import Cards

_TERMS = f"{ONTOLOGY_IRI}#"


def page_path(cards: Cards, iri: str) -> str | None:
    """The path of the page about one of our IRIs ("/measure/P2300000249/63-1"), None for an IRI of somebody else."""
    if iri.startswith(_TERMS):
        return f"/ontology#{iri.removeprefix(_TERMS)}" if iri in cards.names else None
    if not iri.startswith(BASE):
        return None
    path = iri.removeprefix(BASE)
    kind, _, rest = path.partition("/")
    if (kind in ("measure", "indicator") and "/" in rest) or (kind == "agency" and rest in cards.agencies):
        return f"/{path}"
    if iri in cards.editions or iri in cards.provisions:
        return f"/{path}"
    return _gathered_page(cards, iri, kind, rest) or f"/thing/{path}"


def _gathered_page(cards: Cards, iri: str, kind: str, rest: str) -> str | None:
    """The page on which a programme, an act, a heading or a graph stands together with others."""
    if kind == "document" and rest in cards.programmes:
        return f"/programme/{rest}"
    if iri in cards.groups and cards.groups[iri].programme in cards.programmes:
        return f"/programme/{cards.groups[iri].programme}#{cards.groups[iri].anchor}"
    if kind == "document" and any(edition.work == rest for edition in cards.editions.values()):
        return f"/document/{rest}"
    return "/data" if kind == "graph" else None
