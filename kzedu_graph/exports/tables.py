"""Flat tables out of the graph: rows of plain values with the columns of the records.

An edition's graph is read whole, once, and its rows are put together here: a table costs one query an edition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SH, SKOS
from rdflib.term import Node

from kzedu_graph.exports.cells import (
    Row,
    due_points,
    evidence_of,
    in_print,
    key_of,
    parts_of,
    place_of,
    staff_of,
    status_of,
    views_of,
)
from kzedu_graph.exports.documents import documents
from kzedu_graph.exports.prose_tables import amendments, citations, commencements, mentions, provisions, sections
from kzedu_graph.exports.view import View, editions, stems
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, ORG, local_name
from kzedu_graph.vocabulary.queries import Selects


def measures(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every measure of every edition, in printed order.

    `funding` holds year to million tenge; where a row gives each source its own amounts, it is None and
    `funding_rows` holds them.
    """
    for view in views_of(store, chosen):
        for measure in view.subjects(KZEDU.Measure):
            yield _measure(view, measure)


def _measure(view: View, node: Node) -> Row:
    deadline = next(iter(view.nodes(node, KZEDU.deadline)), None)
    groups = {iris.parse(str(above)).kind: above for above in _above(view, node)}
    headings = [view.value(groups[kind], RDFS.label) for kind in ("direction", "goal", "task") if kind in groups]
    allocations = [*view.nodes(node, KZEDU.allocation), *view.nodes(node, KZEDU.statedTotal)]
    allocations.sort(key=str)
    several: dict[str, list[Node]] = defaultdict(list)
    for allocation in allocations:
        if source := view.value(allocation, KZEDU.budgetSourceText):
            several[source].append(allocation)
    return {
        "id": str(node),
        **place_of(view),
        "programme": key_of(view.value(node, KZEDU.programme)),
        "number": view.value(node, KZEDU.number),
        "seq": view.value(node, KZEDU.seq),
        "chapter": view.value(node, KZEDU.chapter),
        "goal": key_of(groups.get("goal")),
        "task": key_of(groups.get("task")),
        "headings": [name for name in headings if name],
        "indicators": sorted(map(local_name, view.values(node, KZEDU.contributesTo)), key=_numeric),
        "name": view.value(node, RDFS.label),
        "completion_form": [view.value(form, RDFS.label) for form in view.nodes(node, KZEDU.deliverable)],
        "deadline_text": view.value(deadline, KZEDU.asWritten) if deadline else None,
        "due": due_points(view, deadline),
        "recurrence": key_of(view.value(deadline, KZEDU.recurrence)) if deadline else None,
        "responsible": _responsible(view, node),
        "parts": [_part(view, part) for part in parts_of(view, node)],
        "unit": view.value(node, KZEDU.unitText),
        "funding": _amounts(view, allocations) if not several else None,
        "funding_rows": [{"source": source, "funding": _amounts(view, several[source])} for source in sorted(several)],
        "funding_note": view.value(node, KZEDU.fundingNote),
        "sources": view.values(node, KZEDU.budgetSourceText),
        "budget_codes": (view.value(node, KZEDU.budgetCodes) or "").split(),
        "evidence": evidence_of(view, node),
        "status": status_of(view, node),
    }


def _amounts(view: View, allocations: list[Node]) -> Row | None:
    """Year (or "total") to million tenge; None where there is no amount."""
    return {_year(view, a): _number(view.value(a, KZEDU.amount)) for a in allocations} or None


def _part(view: View, part: Node) -> Row:
    deadline = next(iter(view.nodes(part, KZEDU.deadline)), None)
    return {
        "completion_form": " ".join(view.value(form, RDFS.label) for form in view.nodes(part, KZEDU.deliverable)),
        "scope": view.value(part, KZEDU.scope),
        "deadline_text": view.value(deadline, KZEDU.asWritten) if deadline else None,
        "due": due_points(view, deadline),
        "responsible": _responsible(view, part),
    }


def indicators(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every listing of an indicator of every edition with the values that it states; `lists` is the indicator."""
    for view in views_of(store, chosen):
        for listing in sorted(view.subjects(KZEDU.IndicatorListing), key=lambda n: _listed(view, n)):
            indicator = view.value(listing, KZEDU.lists)
            yield {
                "id": _listed(view, listing),
                **place_of(view),
                "programme": key_of(view.value(listing, KZEDU.programme)),
                "place": view.value(listing, KZEDU.place),
                "kind": key_of(view.value(listing, KZEDU.indicatorKind)),
                "number": view.value(listing, KZEDU.number),
                "name": view.value(listing, RDFS.label),
                "unit": view.value(listing, KZEDU.unitText),
                "targets": [_target(view, target) for target in in_print(view.nodes(listing, KZEDU.states))],
                "responsible": _responsible(view, listing),
                "remark": view.value(listing, KZEDU.remark),
                "evidence": evidence_of(view, listing),
                "lists": indicator,
                "status": status_of(view, URIRef(indicator) if indicator else listing),
            }


def _listed(view: View, listing: Node) -> str:
    """The identifier that a listing always had: its own IRI, or that of the indicator which takes its IRI from it."""
    return str(listing) if iris.is_a(str(listing), "indicator") else str(view.value(listing, KZEDU.lists))


def _target(view: View, node: Node) -> Row:
    return {
        "year": int(local_name(str(view.value(node, KZEDU.year)))[:4]),
        "value": _number(view.value(node, KZEDU.value)),
        "text": view.value(node, KZEDU.textValue),
        "bound": view.value(node, KZEDU.bound),
        "breakdown": view.value(node, KZEDU.breakdown),
        "study": view.value(node, KZEDU.study),
        "status": key_of(view.value(node, KZEDU.valueStatus)),
    }


def agencies(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every body: how many measures it leads, is bound by and joins by agreement, and how often prose names it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for edition in editions(store, chosen):
        view = View(store, edition, (RDF.type, KZEDU.agency, KZEDU.role))
        for node in view.subjects(KZEDU.Assignment):
            body = view.value(node, KZEDU.agency)
            if body:
                counts[body][local_name(view.value(node, KZEDU.role))] += 1
        for node in view.subjects(KZEDU.Mention):
            counts[view.value(node, KZEDU.agency)]["Mention"] += 1
    registry = View(store, iris.graph("registry"))
    succeeds = defaultdict(list)
    bodies = [node for node in registry.subjects(ORG.FormalOrganization) if _is_agency(node)]
    for others in (KZEDU.Office, KZEDU.Collective):
        bodies += [node for node in registry.subjects(others) if node not in bodies]
    for node in bodies:
        for heir in registry.values(node, KZEDU.succeededBy):
            succeeds[heir].append(key_of(str(node)))
    for node in sorted(bodies, key=str):
        yield {
            "key": key_of(str(node)),
            "kind": next((local_name(k) for k in registry.values(node, RDF.type) if k.startswith(str(KZEDU))), None),
            "names": _labels(registry, node, SKOS.prefLabel),
            "abbreviations": registry.values(node, SKOS.altLabel),
            "succeeds": succeeds[str(node)],
            "succeeded_by": [key_of(heir) for heir in registry.values(node, KZEDU.succeededBy)],
            "lead": counts[str(node)]["LeadExecutor"],
            "bound": counts[str(node)]["LeadExecutor"] + counts[str(node)]["CoExecutor"],
            "by_agreement": counts[str(node)]["ByAgreement"],
            "mentions": counts[str(node)]["Mention"],
        }


def _is_agency(node: Node) -> bool:
    return iris.is_a(str(node), "agency")


def _labels(view: View, node: Node, predicate: URIRef) -> dict[str, str]:
    return {str(n.language): str(n) for n in view.nodes(node, predicate) if isinstance(n, Literal) and n.language}


def _file_named(focus: str | None) -> str | None:
    """The name, without its ending, of a file that was left out: "file plan.docx"."""
    kind, _, name = (focus or "").partition(" ")
    return name.rpartition(".")[0] or name if kind == "file" else None


def findings(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Everything that was not understood or is questionable, with its places and the words that stand there."""
    audit = View(store, iris.graph("audit"))
    wanted, files = set(map(str, editions(store, chosen))), stems(store)
    for node in audit.subjects(KZEDU.Finding):
        places = [iris.span_of(str(quote)) for quote in audit.nodes(node, KZEDU.evidence)]
        edition = audit.value(node, KZEDU.edition) or next((place[0] for place in places), None)
        if edition and edition not in wanted:
            continue
        focus = audit.value(node, SH.focusNode)
        yield {
            "id": str(node),
            "source": files.get(edition) if edition else _file_named(focus),
            "edition": edition,
            "code": audit.value(node, KZEDU.code),
            "severity": local_name(audit.value(node, SH.resultSeverity) or ""),
            "focus": focus,
            "concerns": sorted(audit.values(node, KZEDU.concerns)),
            "message": _labels(audit, node, SH.resultMessage),
            "candidates": audit.values(node, KZEDU.candidate),
            "evidence": [{"edition": text, "start": start, "end": end} for text, start, end in sorted(places)],
            "quote": audit.value(node, KZEDU.asWritten),
        }


BY_EDITION = (
    "measures",
    "indicators",
    "provisions",
    "amendments",
    "commencements",
    "citations",
    "sections",
    "mentions",
    "documents",
)
"""Tables whose rows each come from one edition's graph."""
TABLES: MappingProxyType[str, Callable[[Selects, str], Iterator[Row]]] = MappingProxyType(
    {
        "measures": measures,
        "indicators": indicators,
        "provisions": provisions,
        "amendments": amendments,
        "commencements": commencements,
        "agencies": agencies,
        "citations": citations,
        "sections": sections,
        "mentions": mentions,
        "findings": findings,
        "documents": documents,
    }
)


def _above(view: View, node: Node) -> Iterator[Node]:
    """The headings above a row, innermost first."""
    for above in view.nodes(node, KZEDU.partOf):
        yield above
        yield from _above(view, above)


def _responsible(view: View, node: Node) -> list[Row]:
    return [
        {
            "text": view.value(assignment, KZEDU.asWritten),
            "by_agreement": view.value(assignment, KZEDU.byAgreement),
            "agency": key_of(view.value(assignment, KZEDU.agency)),
            "linked_by": view.value(assignment, KZEDU.linkedBy),
            "staff": staff_of(view, assignment),
        }
        for assignment in view.nodes(node, KZEDU.assignment)
    ]


def _year(view: View, allocation: Node) -> str:
    year = view.value(allocation, KZEDU.year)
    return str(year)[:4] if year is not None else "total"


def _number(value: Any) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _numeric(number: str) -> tuple[int, str]:
    return (int(number) if number.isdigit() else 0, number)
