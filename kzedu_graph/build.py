"""The whole flow on one page: texts to records to triples, checked, then swapped into service.

`extract` is handed in, for this package knows no document format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF
from rdflib.term import Node

from kzedu_graph import terms
from kzedu_graph.audit import Audit, audit_triples, run_audit
from kzedu_graph.comparison import heirs_of
from kzedu_graph.comparison_triples import triples_of_changes
from kzedu_graph.continuity import find_continuations, successive_programmes, triples_of_continuations
from kzedu_graph.editions import compare_all, current_editions, current_view
from kzedu_graph.extraction import Extraction
from kzedu_graph.findings import Finding
from kzedu_graph.focus import located
from kzedu_graph.registry import Registry
from kzedu_graph.stages import Stages
from kzedu_graph.statements import Statements, Triple, edition_of
from kzedu_graph.store import Build, MemoryStore, Store, is_address, local_folder, open_store, write_snapshot
from kzedu_graph.terms import KZEDU, ONTOLOGY_FOLDER, SCHEMA
from kzedu_graph.texts import write_texts
from kzedu_graph.triples import triples_of
from kzedu_graph.validate import report_graph, validate_integrity

Quad = tuple[URIRef, URIRef, Node, URIRef]

CURRENT, REGISTRY, ONTOLOGY, AUDIT, RUN, CHANGES = (
    terms.graph(name) for name in ("current", "registry", "ontology", "audit", "run", "changes")
)

CHECKED = (CURRENT, CHANGES, REGISTRY, ONTOLOGY)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build gave. `build` is None where the graph broke an integrity shape: nothing was swapped in."""

    extractions: tuple[Extraction, ...]
    violations: tuple[Finding, ...]
    build: Build | None
    triples: int
    audit: Audit | None
    seconds: Mapping[str, float]


def run_build(
    files: Sequence[Path],
    store: Path | str,
    registry: Registry,
    extract: Callable[[Path, Registry], Extraction],
    step: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Reads the files, makes the graph, checks it and puts it into service; the old one serves until then.

    `step` is told each stage as it begins. Where `store` is the address of a server, the build is also kept in a
    local folder (`local_folder`), which holds the texts. Raises UnusableInput from `extract` before anything is
    written.
    """
    address = str(store) if is_address(store) else None
    folder = local_folder() if address else Path(store)
    extractions: list[Extraction] = []
    stages = Stages()
    for file in files:
        step(f"reading {file.name}")
        with stages.measure("extract"):
            extractions.append(extract(file, registry))
    step("making the graph")
    with stages.measure("graph"):
        quads = list(quads_of(extractions, registry))
        default = [quad for quad in quads if quad[3] in (CURRENT, REGISTRY, ONTOLOGY)]
        asked = MemoryStore(default)
    step("checking integrity")
    with stages.measure("integrity"):
        violations = tuple(_check(default, asked))
    if violations:
        return Outcome(tuple(extractions), violations, None, len(set(quads)), None, stages.seconds)
    step("auditing")
    with stages.measure("audit"):
        audit = run_audit(asked.select)
        quads.extend(_in(AUDIT, audit_triples(audit)))
    step("writing the store")
    with stages.measure("write"):
        texts = {str(edition_of(e.source)): e.text for e in extractions}
        build = write_snapshot(folder, quads, beside=lambda place: write_texts(place, texts.items()))
        if address:
            with open_store(address) as server:
                server.write(quads)
        triples = len(set(quads))
    stages.write(folder)
    return Outcome(tuple(extractions), (), build, triples, audit, stages.seconds)


def quads_of(extractions: Sequence[Extraction], registry: Registry) -> Iterator[Quad]:
    """Every statement of the dataset, duplicates included."""
    for extraction in extractions:
        yield from _in(edition_of(extraction.source), triples_of(extraction))
    heirs = heirs_of(registry.successions())
    comparisons = compare_all(extractions, heirs)
    yield from _in(CURRENT, current_view(extractions, comparisons))
    changes = [change for comparison in comparisons for change in comparison.changes]
    yield from _in(CHANGES, triples_of_changes(changes, extractions))
    for earlier, later in successive_programmes(current_editions(extractions)):
        yield from _in(CHANGES, triples_of_continuations(find_continuations(earlier, later, heirs)))
    yield from _in(REGISTRY, _turtle(sorted((ONTOLOGY_FOLDER / "registry").glob("*.ttl"))))
    for ended, heir in registry.successions():
        yield terms.agency(ended), KZEDU.succeededBy, terms.agency(heir), REGISTRY
    yield from _in(ONTOLOGY, _turtle([ONTOLOGY_FOLDER / "kzedu.ttl"]))
    editions = {e.source.stem: edition_of(e.source) for e in extractions}
    yield from _in(AUDIT, _triples(report_graph((located(f, e) for e in extractions for f in e.findings), editions)))
    for extraction in extractions:
        yield from _in(AUDIT, _quotes(extraction))
    yield from _in(RUN, _provenance(extractions))


def check(quads: Iterable[Quad]) -> list[Finding]:
    """What breaks an integrity shape in the current view, the registry and the ontology together."""
    default = [quad for quad in quads if quad[3] in (CURRENT, REGISTRY, ONTOLOGY)]
    return _check(default, MemoryStore(default))


def _check(default: Iterable[Quad], asked: MemoryStore) -> list[Finding]:
    graph = Graph()
    for subject, predicate, value, _ in default:
        graph.add((subject, predicate, value))
    return validate_integrity(graph, asked.select)


def check_store(store: Store) -> list[Finding]:
    """The same check on the graph that a store serves."""
    everything = store.select("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
    graph = Graph()
    for row in everything:
        graph.add((row["s"], row["p"], row["o"]))
    return validate_integrity(graph, store.select)


def _in(graph: URIRef, triples: Iterable[Triple]) -> Iterator[Quad]:
    return ((subject, predicate, value, graph) for subject, predicate, value in triples)


def _turtle(files: Iterable[Path]) -> Iterator[Triple]:
    for file in files:
        yield from _triples(Graph().parse(file, format="turtle"))


def _triples(graph: Graph) -> Iterator[Triple]:
    """The statements of a graph about named things; we write no others."""
    for subject, predicate, value in graph:
        if isinstance(subject, URIRef) and isinstance(predicate, URIRef):
            yield subject, predicate, value


def _provenance(extractions: Sequence[Extraction]) -> Iterator[Triple]:
    """PROV-O of the run: one activity, named by what it read; without a clock: equal input gives equal bytes."""
    digests = {e.source.stem: sha256(e.text.encode()).hexdigest() for e in extractions}
    run = URIRef(terms.BASE + "run/" + sha256("".join(sorted(digests.values())).encode()).hexdigest()[:16])
    yield run, RDF.type, PROV.Activity
    for extraction in extractions:
        edition = edition_of(extraction.source)
        source = URIRef(terms.BASE + "source/" + digests[extraction.source.stem])
        yield edition, RDF.type, PROV.Entity
        yield edition, PROV.wasGeneratedBy, run
        yield edition, PROV.wasDerivedFrom, source
        yield run, PROV.used, source
        yield source, RDF.type, PROV.Entity
        yield source, DCTERMS.identifier, Literal(extraction.source.stem)
        yield source, SCHEMA.sha256, Literal(digests[extraction.source.stem])
        for kind, number in sorted((extraction.checks or {}).items()):
            check = URIRef(f"{source}/check/{kind}")
            yield source, KZEDU.check, check
            yield check, RDF.type, KZEDU.Check
            yield check, KZEDU.code, Literal(kind)
            yield check, KZEDU.count, Literal(number)


def _quotes(extraction: Extraction) -> Iterator[Triple]:
    """The quotes that findings point at, so that the audit graph can be read by itself."""
    statements = Statements(extraction.source, extraction.text)
    for finding in extraction.findings:
        for span in finding.spans:
            statements.evidence(span)
    yield from statements.triples
