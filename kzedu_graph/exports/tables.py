"""Flat tables out of the graph: rows of plain values with the columns of the records.

An edition's graph is read whole, once, and its rows are put together here: a table costs one query an edition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SH, SKOS
from rdflib.term import Node

from kzedu_graph import terms
from kzedu_graph.exports.view import Selects, View, editions, view_of
from kzedu_graph.mapping.prose import CLASSES as MODALITIES
from kzedu_graph.periods import from_edtf
from kzedu_graph.terms import ELI, KZEDU, OA, ORG

Row = dict[str, Any]


def measures(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every measure of every edition, in printed order.

    `funding` holds year to million tenge; where a row gives each source its own amounts, it is None and
    `funding_rows` holds them.
    """
    for view in _views(store, chosen):
        for measure in view.subjects(KZEDU.Measure):
            yield _measure(view, measure)


def _measure(view: View, node: Node) -> Row:
    deadline = next(iter(view.nodes(node, KZEDU.deadline)), None)
    groups = {str(above).removeprefix(terms.BASE).split("/")[0]: above for above in _above(view, node)}
    allocations = view.nodes(node, KZEDU.allocation)
    several: dict[str, list[Node]] = defaultdict(list)
    for allocation in allocations:
        if source := view.value(allocation, KZEDU.budgetSource):
            several[source].append(allocation)
    return {
        "id": str(node),
        **_where(view),
        "programme": _key(view.value(node, KZEDU.programme)),
        "number": view.value(node, KZEDU.number),
        "seq": view.value(node, KZEDU.seq),
        "chapter": view.value(node, KZEDU.chapter),
        "goal": _key(groups.get("goal")),
        "task": _key(groups.get("task")),
        "indicators": sorted(map(_last, view.values(node, KZEDU.contributesTo)), key=_numeric),
        "name": view.value(node, RDFS.label),
        "completion_form": [view.value(form, RDFS.label) for form in view.nodes(node, KZEDU.deliverable)],
        "deadline_text": view.value(deadline, KZEDU.asWritten) if deadline else None,
        "due": _due(view, deadline),
        "recurrence": view.value(deadline, KZEDU.recurrence) if deadline else None,
        "responsible": _responsible(view, node),
        "parts": [_part(view, part) for part in view.nodes(node, KZEDU.part)],
        "unit": view.value(node, KZEDU.unit),
        "funding": _amounts(view, allocations) if not several else None,
        "funding_rows": [{"source": source, "funding": _amounts(view, several[source])} for source in sorted(several)],
        "funding_note": view.value(node, KZEDU.fundingNote),
        "sources": view.values(node, KZEDU.budgetSource),
        "budget_codes": (view.value(node, KZEDU.budgetCodes) or "").split(),
        "evidence": _evidence(view, node),
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
        "due": _due(view, deadline),
        "responsible": _responsible(view, part),
    }


def indicators(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every indicator of every edition with its targets."""
    for view in _views(store, chosen):
        for node in view.subjects(KZEDU.Indicator):
            is_target = str(KZEDU.TargetIndicator) in view.values(node, RDF.type)
            yield {
                "id": str(node),
                **_where(view),
                "programme": _key(view.value(node, KZEDU.programme)),
                "place": view.value(node, KZEDU.place),
                "kind": "target" if is_target else "result",
                "number": view.value(node, KZEDU.number),
                "name": view.value(node, RDFS.label),
                "unit": _unit(view.value(node, KZEDU.unit)),
                "targets": [_target(view, target) for target in view.nodes(node, KZEDU.target)],
                "responsible": _responsible(view, node),
                "remark": view.value(node, KZEDU.remark),
                "evidence": _evidence(view, node),
            }


def _target(view: View, node: Node) -> Row:
    return {
        "year": int(_last(str(view.value(node, KZEDU.year)))[:4]),
        "value": _number(view.value(node, KZEDU.value)),
        "text": view.value(node, KZEDU.textValue),
        "bound": view.value(node, KZEDU.bound),
        "breakdown": view.value(node, KZEDU.breakdown),
        "study": view.value(node, KZEDU.study),
        "status": view.value(node, KZEDU.status),
    }


def agencies(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every body: how many measures it leads, is bound by and joins by agreement, and how often prose names it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for edition in editions(store, chosen):
        view = View(store, edition, (RDF.type, KZEDU.agency, KZEDU.role))
        for node in view.subjects(KZEDU.Assignment):
            body = view.value(node, KZEDU.agency)
            if body:
                counts[body][_last(view.value(node, KZEDU.role))] += 1
        for node in view.subjects(KZEDU.Mention):
            counts[view.value(node, KZEDU.agency)]["Mention"] += 1
    registry = View(store, terms.graph("registry"))
    succeeds = defaultdict(list)
    bodies = [node for node in registry.subjects(ORG.FormalOrganization) if _is_agency(node)]
    bodies += [node for node in registry.subjects(KZEDU.Collective) if node not in bodies]
    for node in bodies:
        for heir in registry.values(node, KZEDU.succeededBy):
            succeeds[heir].append(_key(str(node)))
    for node in sorted(bodies, key=str):
        yield {
            "key": _key(str(node)),
            "kind": next((_last(k) for k in registry.values(node, RDF.type) if k.startswith(str(KZEDU))), None),
            "names": _labels(registry, node, SKOS.prefLabel),
            "abbreviations": registry.values(node, SKOS.altLabel),
            "succeeds": succeeds[str(node)],
            "succeeded_by": [_key(heir) for heir in registry.values(node, KZEDU.succeededBy)],
            "lead": counts[str(node)]["LeadExecutor"],
            "bound": counts[str(node)]["LeadExecutor"] + counts[str(node)]["CoExecutor"],
            "by_agreement": counts[str(node)]["ByAgreement"],
            "mentions": counts[str(node)]["Mention"],
        }


def _is_agency(node: Node) -> bool:
    return str(node).startswith(terms.BASE + "agency/")


def _labels(view: View, node: Node, predicate: URIRef) -> dict[str, str]:
    return {str(n.language): str(n) for n in view.nodes(node, predicate) if isinstance(n, Literal) and n.language}


def provisions(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every provision of prose of every edition, in the order of the text."""
    names = {str(KZEDU[concept]): name for name, (concept, _) in MODALITIES.items()}
    for view in _views(store, chosen):
        found = [node for node in view.subjects(KZEDU.Provision) if view.nodes(node, KZEDU.action)]
        for node in sorted(found, key=lambda n: _evidence(view, n)[0]["start"]):
            deadline = next(iter(view.nodes(node, KZEDU.deadline)), None)
            yield {
                "id": str(node),
                **_where(view),
                "modality": names[view.value(node, KZEDU.modality)],
                "bearer": _key(view.value(node, KZEDU.bearer)),
                "bearer_text": view.value(node, KZEDU.bearerText),
                "default_bearer": _key(view.value(node, KZEDU.defaultBearer)),
                "action": view.value(node, KZEDU.action),
                "object": view.value(node, KZEDU.object),
                "deadline_text": view.value(deadline, KZEDU.asWritten) if deadline else None,
                "due": _due(view, deadline),
                "legal_basis": view.values(node, KZEDU.legalBasis),
                "recipient": _key(view.value(node, KZEDU.recipient)),
                "rule": view.value(node, KZEDU.rule),
                "sentence": view.value(node, KZEDU.asWritten),
                "evidence": _evidence(view, node),
            }


def amendments(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every instruction of every amending act, in its order."""
    for view in _views(store, chosen):
        for node in view.subjects(KZEDU.Amendment):
            path = sorted(view.values(node, KZEDU.path), key=lambda step: int(step.partition(".")[0]))
            yield {
                "id": str(node),
                **_where(view),
                "order": view.value(node, KZEDU.seq),
                "action": view.value(node, KZEDU.action),
                "path": [step.partition(". ")[2] for step in path],
                "target": view.value(node, KZEDU.target),
                "instruction": view.value(node, KZEDU.asWritten),
                "evidence": _evidence(view, node),
            }


def citations(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every act that an edition names, in the order of its first mention."""
    for view in _views(store, chosen):
        nodes = view.subjects(KZEDU.Citation)
        for node in sorted(nodes, key=lambda n: view.value(n, KZEDU.position)):
            dated = view.value(node, DCTERMS.date)
            yield {
                "id": str(node),
                **_where(view),
                "kind": view.value(node, KZEDU.actKind),
                "number": view.value(node, KZEDU.number),
                "date": str(dated) if dated else None,
                "issuer": _key(view.value(node, KZEDU.issuer)),
                "title": view.value(node, RDFS.label),
                "act": _key(view.value(node, KZEDU.citedAct)),
                "evidence": _evidence(view, node),
            }


def findings(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Everything that was not understood or is questionable."""
    audit = View(store, terms.graph("audit"))
    wanted = set(map(str, editions(store, chosen)))
    for node in audit.subjects(KZEDU.Finding):
        quotes = audit.nodes(node, KZEDU.evidence)
        edition = audit.value(node, KZEDU.edition)
        if edition and edition not in wanted:
            continue
        yield {
            "id": str(node),
            "edition": edition,
            "code": audit.value(node, KZEDU.code),
            "severity": _last(audit.value(node, SH.resultSeverity) or ""),
            "focus": audit.value(node, SH.focusNode),
            "message": _labels(audit, node, SH.resultMessage),
            "candidates": audit.values(node, KZEDU.candidate),
            "evidence": [span for quote in quotes for span in _span(audit, quote)],
        }


def documents(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every edition: its act, date, language and what was found in it."""
    for view in _views(store, chosen):
        edition = view.graph
        work = URIRef(str(view.value(edition, ELI.realizes)))
        yield {
            **_where(view),
            "work": _key(str(work)),
            "programme": _key(view.value(edition, KZEDU.programme)),
            "lang": str(edition).rpartition("/")[2],
            "version_date": str(view.value(edition, ELI.version_date) or ""),
            "title": view.value(edition, ELI.title),
            "number": view.value(work, ELI.number),
            "measures": len(view.subjects(KZEDU.Measure)),
            "indicators": len(view.subjects(KZEDU.Indicator)),
            "glossary": len(view.subjects(KZEDU.GlossaryEntry)),
        }


BY_EDITION = ("measures", "indicators", "provisions", "amendments", "citations", "documents")
"""Tables whose rows each come from one edition's graph."""
TABLES: MappingProxyType[str, Callable[[Selects, str], Iterator[Row]]] = MappingProxyType(
    {
        "measures": measures,
        "indicators": indicators,
        "provisions": provisions,
        "amendments": amendments,
        "agencies": agencies,
        "citations": citations,
        "findings": findings,
        "documents": documents,
    }
)


def _views(store: Selects, chosen: str) -> Iterator[View]:
    return (view_of(store, edition) for edition in editions(store, chosen))


def _where(view: View) -> Row:
    return {"source": view.value(view.graph, DCTERMS.identifier), "edition": str(view.graph)}


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
            "agency": _key(view.value(assignment, KZEDU.agency)),
            "linked_by": view.value(assignment, KZEDU.linkedBy),
        }
        for assignment in view.nodes(node, KZEDU.assignment)
    ]


def _due(view: View, deadline: Node | None) -> list[str]:
    return sorted(from_edtf(value) for value in view.values(deadline, KZEDU.edtf)) if deadline else []


def _evidence(view: View, node: Node) -> list[Row]:
    return sorted(
        (span for quote in view.nodes(node, KZEDU.evidence) for span in _span(view, quote)), key=lambda s: s["start"]
    )


def _span(view: View, quote: Node) -> Iterator[Row]:
    for selector in view.nodes(quote, OA.hasSelector):
        start, end = view.value(selector, OA.start), view.value(selector, OA.end)
        if start is not None and end is not None:
            yield {"start": int(start), "end": int(end)}


def _year(view: View, allocation: Node) -> str:
    year = view.value(allocation, KZEDU.year)
    return str(year)[:4] if year is not None else "total"


def _unit(unit: str | None) -> str | None:
    return "%" if unit == str(terms.UNIT.PERCENT) else unit


def _number(value: Any) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _key(iri: Any) -> str | None:
    return _last(str(iri)) if iri else None


def _last(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _numeric(number: str) -> tuple[int, str]:
    return (int(number) if number.isdigit() else 0, number)
