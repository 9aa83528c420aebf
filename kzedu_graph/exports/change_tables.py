"""Flat tables of what changed between texts and of what goes on in a later programme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

from rdflib import URIRef
from rdflib.term import Node

from kzedu_graph.comparison.changes import FIELDS
from kzedu_graph.comparison.triples import code_of
from kzedu_graph.exports.cells import Row, evidence_of, key_of, words_of
from kzedu_graph.exports.view import View
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, OA
from kzedu_graph.vocabulary.queries import Selects

CHANGES = iris.graph("changes")


def changes(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every change between two texts, or those of one edition, by programme, texts, row, year and kind."""
    view = View(store, CHANGES)
    rows = (_change(view, node) for node in view.subjects(KZEDU.Change))
    yield from sorted((row for row in rows if chosen in ("all", row["earlier"], row["later"])), key=_order)


def _change(view: View, node: Node) -> Row:
    kind = code_of(view.value(node, KZEDU.changeKind))
    focus = view.value(node, KZEDU.changed)
    year = view.value(node, KZEDU.year)
    kind_of_row, key = iris.parse(focus)
    return {
        "id": str(node),
        "programme": key_of(view.value(node, KZEDU.programme)),
        "earlier": view.value(node, KZEDU.earlierEdition),
        "later": view.value(node, KZEDU.laterEdition),
        "focus": focus,
        "about": kind_of_row,
        "place": key.split("/")[1] if kind_of_row == "indicator" else None,
        "number": view.value(node, KZEDU.number),
        "field": FIELDS[kind],
        "kind": kind,
        "agency": key_of(view.value(node, KZEDU.agency)),
        "year": int(str(year)[:4]) if year is not None else None,
        "series": view.value(node, KZEDU.series),
        "old": view.value(node, KZEDU.earlierValue),
        "new": view.value(node, KZEDU.laterValue),
        "cause": code_of(view.value(node, KZEDU.cause)),
        "act": key_of(view.value(node, KZEDU.amendedBy)),
        "date": _text(view.value(node, KZEDU.amendedOn)),
        "old_evidence": evidence_of(view, node, KZEDU.earlierEvidence),
        "new_evidence": evidence_of(view, node, KZEDU.laterEvidence),
        "old_quote": _quote(view, node, KZEDU.earlierEvidence),
        "new_quote": _quote(view, node, KZEDU.laterEvidence),
    }


def _order(row: Row) -> tuple[Any, ...]:
    numbers = [int(part) if part.isdigit() else 0 for part in str(row["number"]).replace(".", "-").split("-")]
    about = ("measure", "indicator").index(row["about"])
    return (
        row["programme"],
        row["earlier"],
        row["later"],
        about,
        row["focus"].rpartition("/")[0],
        numbers,
        (list(FIELDS).index(row["kind"]) if about == 0 else 0),
        row["series"] or "",
        row["year"] or 0,
        row["id"],
    )


def continuations(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every proposal that a row goes on in a later programme, the surest first; `chosen` names no edition here."""
    del chosen
    view = View(store, CHANGES)
    rows = (
        {
            "id": str(node),
            "earlier": view.value(node, KZEDU.earlierRow),
            "later": view.value(node, KZEDU.laterRow),
            "verdict": view.value(node, KZEDU.verdict),
            "confidence": float(view.value(node, KZEDU.confidence)),
            "reason": view.value(node, KZEDU.reason),
        }
        for node in view.subjects(KZEDU.Continuation)
    )
    yield from sorted(rows, key=lambda row: (-row["confidence"], row["id"]))


CHANGE_TABLES: MappingProxyType[str, Callable[[Selects, str], Iterator[Row]]] = MappingProxyType(
    {"changes": changes, "continuations": continuations}
)


def _quote(view: View, node: Node, predicate: URIRef) -> str | None:
    """The words of all the places, white space folded, in the order of the text."""
    found = []
    for quote in view.nodes(node, predicate):
        selectors = view.nodes(quote, OA.hasSelector)
        start = next((at for s in selectors if (at := view.value(s, OA.start)) is not None), 0)
        found.append((int(start), " ".join(words_of(view, quote).split())))
    return " … ".join(words for _, words in sorted(found)) or None


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
