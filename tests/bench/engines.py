"""The gallery beside other engines: our store with its worker, the bare engine, rdflib, Virtuoso, on the same quads."""

from __future__ import annotations

import gc
import math
import os
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset, Graph
from rdflib.term import Literal, Node, URIRef
from virtuoso_server import installed, running_virtuoso

from kzedu_graph.store.gallery import Query, load_gallery
from kzedu_graph.store.statement_lines import term_text
from kzedu_graph.store.stores import DEFAULT_GRAPHS, EmbeddedStore, Limits, MemoryStore, Quad, StoreError, open_store

ROUNDS = 9
SLOW_SECONDS = 30.0
PATIENCE = 60
Ask = Callable[[Query, Mapping[str, Node]], object]


def native(snapshot: Path) -> Ask:
    """pyoxigraph in memory, asked for serialised JSON, its default graph made as ours is."""
    store = ox.Store()
    store.bulk_load(path=str(snapshot), format=ox.RdfFormat.N_QUADS)
    for graph in DEFAULT_GRAPHS:
        store.update(f"ADD SILENT GRAPH <{graph}> TO DEFAULT")

    def ask(query: Query, bound: Mapping[str, Node]) -> object:
        terms: dict[Any, Any] = {}
        for name, term in bound.items():
            [quad] = ox.parse(f"<urn:s> <urn:p> {term_text(term)} .".encode(), ox.RdfFormat.N_TRIPLES)
            terms[ox.Variable(name)] = quad.object
        result = store.query(query.text, substitutions=terms or None)
        assert isinstance(result, ox.QuerySolutions)
        return result.serialize(format=ox.QueryResultsFormat.JSON)

    return ask


def memory(snapshot: Path) -> Ask:
    """rdflib's own engine over its Memory store; the default dataset is one graph, the named ones stand beside it."""
    dataset = Dataset(default_union=False)
    dataset.parse(snapshot, format="nquads")
    for name in DEFAULT_GRAPHS:
        for triple in dataset.graph(URIRef(name)):
            dataset.default_graph.add(triple)

    def ask(query: Query, bound: Mapping[str, Node]) -> object:
        result = dataset.query(query.text, initBindings=dict(bound))
        return result.serialize(format="json" if result.type in ("SELECT", "ASK") else "nt")

    return ask


def timed(ask: Ask, query: Query, rounds: int) -> list[float]:
    """Seconds of each round."""
    bound, seconds = query.bind({}), []
    for _ in range(rounds):
        began = time.perf_counter()
        ask(query, bound)
        seconds.append(time.perf_counter() - began)
    return seconds


def p95(seconds: list[float]) -> float:
    """The 95th percentile; of few rounds the largest but for one in twenty."""
    ordered = sorted(seconds)
    return ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]


def patiently(ask: Ask, query: Query) -> float:
    """Seconds of one answer, or the seconds after which the waiting ended: a ratio is at least that."""

    def enough(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, enough)
    signal.setitimer(signal.ITIMER_REAL, SLOW_SECONDS)
    began = time.perf_counter()
    try:
        ask(query, query.bind({}))
    except TimeoutError:
        return SLOW_SECONDS
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return time.perf_counter() - began


def gallery(folder: Path, with_memory: bool = True) -> dict[str, object]:
    """Ratios of each question's p50 and p95, and their geometric means; rdflib and Virtuoso where they answer."""
    store = EmbeddedStore(folder, Limits(seconds=PATIENCE, kept=0))
    snapshot = store.build.snapshot
    bare = native(snapshot)
    slow = memory(snapshot) if with_memory else None
    ratios: dict[str, list[float]] = {"p50": [], "p95": [], "rdflib": [], "virtuoso": []}
    lines: list[dict[str, object]] = []
    pooled: dict[str, list[float]] = {"ours": [], "bare": []}

    def ours(query: Query, bound: Mapping[str, Node]) -> object:
        return store.query(query.text, params=bound)

    with tempfile.TemporaryDirectory() as place:
        server = running_virtuoso(Path(place)) if installed() else None
        remote = None
        if server:
            started = server.__enter__()
            os.environ.update(started.settings)
            remote = open_store(started.query, Limits(seconds=PATIENCE, start=600))
            remote.write(quads_of(snapshot))
        for name, query in load_gallery().items():
            mine: list[float] = []
            theirs: list[float] = []
            timed(ours, query, 1), timed(bare, query, 1)
            for _ in range(ROUNDS):
                mine += timed(ours, query, 2)
                theirs += timed(bare, query, 2)
            pooled["ours"] += mine
            pooled["bare"] += theirs
            line: dict[str, object] = {"name": name, "bare": statistics.median(theirs)}
            line["p50"] = statistics.median(mine) / statistics.median(theirs)
            line["p95"] = p95(mine) / p95(theirs)
            if slow:
                line["rdflib"] = patiently(slow, query) / statistics.median(mine)
            if remote:
                try:
                    timed(lambda q, b: remote.query(q.text, params=b), query, 1)
                    took = timed(lambda q, b: remote.query(q.text, params=b), query, 3)
                    line["virtuoso"] = statistics.median(took) / statistics.median(mine)
                except StoreError:
                    line["virtuoso"] = None
            for kind, values in ratios.items():
                if isinstance(value := line.get(kind), float):
                    values.append(value)
            lines.append(line)
        if server:
            server.__exit__(None, None, None)
    store.close()
    means = {kind: math.exp(statistics.fmean(map(math.log, values))) for kind, values in ratios.items() if values}
    return {"means": means, "lines": lines, "pooled p95": p95(pooled["ours"]) / p95(pooled["bare"])}


def quads_of(snapshot: Path) -> list[Quad]:
    """The quads of a snapshot as rdflib's terms, read by the quick parser."""

    def term(node: object) -> Node:
        if isinstance(node, ox.NamedNode):
            return URIRef(node.value)
        assert isinstance(node, ox.Literal)
        if node.language:
            return Literal(node.value, lang=node.language)
        plain = node.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
        return Literal(node.value, datatype=None if plain else URIRef(node.datatype.value), normalize=False)

    return [
        (term(quad.subject), term(quad.predicate), term(quad.object), term(quad.graph_name))
        for quad in ox.parse(path=str(snapshot), format=ox.RdfFormat.N_QUADS)
    ]


def shacl(folder: Path) -> dict[str, float]:
    """Processor seconds of pySHACL on the core shapes alone, of the rules asked as queries, of the audit; their ratio."""
    from pyshacl import validate  # these are loaded here only

    from kzedu_graph.validation.audit import run_audit
    from kzedu_graph.validation.shacl import validate_queries
    from kzedu_graph.validation.shapes import load_shapes

    with EmbeddedStore(folder, Limits(seconds=PATIENCE, kept=0)) as store:
        said = store.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", accept="application/n-triples", limits=_WIDE).body
    graph, asked, shapes = Graph().parse(data=said, format="nt"), MemoryStore.of_triples(said), load_shapes()
    work: dict[str, Callable[[], object]] = {
        "core": lambda: validate(graph, shacl_graph=shapes.core, inference="none", inplace=True),
        "rules": lambda: validate_queries(asked.select, shapes),
        "audit": lambda: run_audit(asked.select),
    }
    rounds = [{name: _processor_seconds(one) for name, one in work.items()} for _ in range(5)]
    ratio = statistics.median(sum(each.values()) / each["core"] for each in rounds)
    return {"ratio": ratio} | {name: statistics.median(each[name] for each in rounds) for name in work}


def _processor_seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


_WIDE = Limits(seconds=600, rows=10**9, bytes=1 << 31)
