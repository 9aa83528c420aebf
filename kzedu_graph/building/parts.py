"""What one text gives: its statements as sorted lines, what integrity shapes say of them, its records for comparisons.

A part is made by one pure task from a file, on this machine or another, and depends on nothing but the file's name,
its bytes and the rules. A build is a set of parts, and what it takes several texts to say.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF

from kzedu_graph import terms
from kzedu_graph.building.groundwork import statements_of
from kzedu_graph.building.integrity import check_text, common_triples
from kzedu_graph.building.rules import key_of
from kzedu_graph.building.stages import Stages
from kzedu_graph.comparison.texts import find_contradictions
from kzedu_graph.comparison.triples import triples_of_changes
from kzedu_graph.extraction import Extraction
from kzedu_graph.findings import Finding
from kzedu_graph.focus import located
from kzedu_graph.mapping.statements import Statements, Triple, edition_of
from kzedu_graph.records import Source
from kzedu_graph.registry import Registry
from kzedu_graph.snapshots import statement_lines
from kzedu_graph.terms import KZEDU, SCHEMA, SH
from kzedu_graph.triples import mention_triples, triples_of
from kzedu_graph.mapping.report import report_graph

Extract = Callable[[Path, Registry], Extraction]
"""Everything found in one file; a function of a module, so that processes and clusters can call it by its name."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build holds of every text at once: which one it is, numbers of its records, the digest of its text."""

    key: str
    source: Source
    digest: str
    measures: int
    indicators: int
    provisions: int
    findings: int
    conforms: bool

    @property
    def edition(self) -> URIRef:
        """The IRI of the text, which names its graph."""
        return edition_of(self.source)


@dataclass(frozen=True, slots=True)
class Part:
    """All that one text gives; the statements are N-Triples, whose graph is told where they are written.

    `plan` is what the current view shows of it too, `mentions` the rest of its own graph; `common` are those of the
    plan that integrity is asked of together with other texts; `records` the pickled extraction but for its text.
    """

    summary: Summary
    text: str
    plan: bytes
    mentions: bytes
    audit: bytes
    changes: bytes
    run: bytes
    common: tuple[Triple, ...]
    violations: tuple[Finding, ...]
    records: bytes

    def extraction(self) -> Extraction:
        """The records, for comparisons."""
        read: Extraction = pickle.loads(self.records)
        return replace(read, text=self.text)


@dataclass(frozen=True, slots=True)
class Made:
    """A part that was made now, and the seconds that each stage of it took."""

    part: Part
    seconds: Mapping[str, float]


def key_of_file(path: Path) -> str:
    """The key of a file's part: its name, which names the source, and its bytes. A missing file has no bytes."""
    return key_of(path.name.encode(), path.read_bytes() if path.is_file() else b"")


def make_part(path: Path, extract: Extract) -> Made:
    """The part of one file; raises UnusableInput from `extract`."""
    stages = Stages()
    key = key_of_file(path)
    with stages.measure("extract"):
        extraction = extract(path, Registry.load())
    with stages.measure("graph"):
        summary = _summary(key, extraction)
        plan, mentions = triples_of(extraction, mentions=False), mention_triples(extraction)
        lines = {
            "plan": lines_of(plan),
            "mentions": lines_of(mentions),
            "audit": lines_of(finding_triples(extraction)),
            "changes": lines_of(contradiction_triples(extraction)),
            "run": lines_of(source_triples(extraction)),
        }
    with stages.measure("integrity"):
        violations = check_text(extraction.source, [*plan, *mentions])
        common = tuple(common_triples(extraction.source, plan))
    records = pickle.dumps(replace(extraction, text=""), pickle.HIGHEST_PROTOCOL)
    part = Part(summary, extraction.text, **lines, common=common, violations=violations, records=records)
    return Made(part, stages.seconds)


def _summary(key: str, extraction: Extraction) -> Summary:
    return Summary(
        key,
        extraction.source,
        digest_of(extraction),
        len(extraction.measures),
        len(extraction.indicators),
        len(extraction.provisions),
        len(extraction.findings),
        all(finding.severity != "error" for finding in extraction.findings),
    )


def lines_of(triples: Iterable[Triple]) -> bytes:
    """Triples as sorted N-Triples without duplicates."""
    return "".join(statement_lines(triples)).encode()


def in_graph(lines: bytes, graph: URIRef) -> bytes:
    """N-Triples as N-Quads of one graph, in the same order: no line holds its end anywhere else."""
    return lines.replace(b" .\n", f" <{graph}> .\n".encode())


# ---- what a text says besides its plan


def finding_triples(extraction: Extraction) -> Iterator[Triple]:
    """The findings of a text for `id/graph/audit`, and the quotes that they point at.

    Whether the report conforms takes all texts to say.
    """
    editions = {extraction.source.stem: edition_of(extraction.source)}
    report = report_graph((located(finding, extraction) for finding in extraction.findings), editions)
    yield from (triple for triple in statements_of(report) if triple[1] != SH.conforms)
    statements = Statements(extraction.source, extraction.text)
    for finding in extraction.findings:
        for span in finding.spans:
            statements.evidence(span)
    yield from statements.triples


def contradiction_triples(extraction: Extraction) -> Iterator[Triple]:
    """Where a text contradicts itself, for `id/graph/changes`."""
    return triples_of_changes(find_contradictions(extraction).changes, [extraction])


def source_triples(extraction: Extraction) -> Iterator[Triple]:
    """PROV-O of a text for `id/graph/run`: what it was derived from, and what was looked at and found right."""
    edition, digest = edition_of(extraction.source), digest_of(extraction)
    source = source_iri(digest)
    yield edition, RDF.type, PROV.Entity
    yield edition, PROV.wasDerivedFrom, source
    yield source, RDF.type, PROV.Entity
    yield source, DCTERMS.identifier, Literal(extraction.source.stem)
    yield source, SCHEMA.sha256, Literal(digest)
    for kind, number in sorted((extraction.checks or {}).items()):
        check = URIRef(f"{source}/check/{kind}")
        yield source, KZEDU.check, check
        yield check, RDF.type, KZEDU.Check
        yield check, KZEDU.code, Literal(kind)
        yield check, KZEDU.count, Literal(number)


def source_iri(digest: str) -> URIRef:
    """The IRI of a source text by the digest of its words."""
    return URIRef(terms.BASE + "source/" + digest)


def digest_of(extraction: Extraction) -> str:
    """SHA-256 of a text's words, in hexadecimal."""
    return sha256(extraction.text.encode()).hexdigest()
