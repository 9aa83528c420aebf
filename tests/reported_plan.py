"""A store with an invented plan, and with reports where a test gives some."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rdflib import Graph, URIRef

from kzedu_graph.reported.files import Reports
from kzedu_graph.reported.triples import report_triples
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary.places import CURRENT, REPORTED

PLAN = Path(__file__).parent / "kzedu_graph" / "reported" / "plan.ttl"
BASE = "https://w3id.org/kzedu/id/"
FIRST, SECOND = (f"{BASE}measure/X3100000001/{number}" for number in (1, 2))
SPOKEN = f"{BASE}provision/X3100000001/2031-01-15/kk/4"
SHARE, JOBLESS = (f"{BASE}indicator/X3100000001/plan/{number}" for number in (1, 2))


def store_of(reports: Iterable[Reports] = ()) -> MemoryStore:
    """The plan as a build serves it, with some reports."""
    plan = [(*triple, URIRef(CURRENT)) for triple in Graph().parse(PLAN)]
    said = [(*triple, URIRef(REPORTED)) for each in reports for triple in report_triples(each)]
    return MemoryStore([*plan, *said])
