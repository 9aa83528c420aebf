"""Invented statements under the rules of the audit, and what each rule questions."""

from __future__ import annotations

from collections.abc import Iterable

from places import ROOT
from rdflib import URIRef
from rdflib.term import Node

from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.validation.audit import Audit
from kzedu_graph.validation.audit_rules import load_rules

RULES = load_rules()
CASES = sorted((ROOT / "tests" / "kzedu_graph" / "validation" / "audit").glob("*.ttl"))
DATA = URIRef("https://w3id.org/kzedu/id/graph/current")


def store_of(graph: Iterable[tuple[Node, Node, Node]]) -> MemoryStore:
    """A store whose current view holds the statements."""
    return MemoryStore((s, p, o, DATA) for s, p, o in graph)  # type: ignore[misc]


OF_PROGRAMMES = {"weak-proof", "indicator-without-number"}
"""Rules that ask about programmes as such, and name the rows besides."""


def found(audit: Audit, code: str) -> set[str]:
    """What a rule questions: what a finding is about, or what one that was made of many concerns."""
    return {
        thing
        for finding in audit.findings
        if finding.code == code
        for thing in ((finding.concerns if code not in OF_PROGRAMMES else ()) or (finding.focus,))
    }
