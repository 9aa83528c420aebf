"""What one text gives: its statements as sorted lines, what rules say of them, its records for comparisons.

A part is made by one pure task from a file, on this machine or another, and depends on nothing but the file's name,
its bytes and the rules. A build is a set of parts, and what it takes several texts to say.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF

from kzedu_graph.building.checking import Checked, broken_rules, check_plan
from kzedu_graph.building.integrity import check_text, common_triples
from kzedu_graph.building.nquads import (
    AUDIT,
    CHANGES,
    CURRENT,
    RUN,
    Block,
    blocks_of,
    in_graph,
    lines_of,
    pack,
    unpack,
    without_graph,
)
from kzedu_graph.building.quarantine import without_guilty, without_unnamable
from kzedu_graph.building.stages import Stages
from kzedu_graph.comparison.editions import own_triples
from kzedu_graph.comparison.listings import listings_of
from kzedu_graph.comparison.texts import find_contradictions
from kzedu_graph.comparison.triples import triples_of_changes
from kzedu_graph.mapping.edition import mention_triples, triples_of
from kzedu_graph.mapping.focus import located
from kzedu_graph.mapping.statements import Statements, Triple, edition_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.validation.report import finding_statements
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.fingerprint import key_of
from kzedu_graph.vocabulary.iris import KZEDU, SCHEMA

Extract = Callable[[Path, Registry], Extraction]
"""Everything found in one file; a function of a module, so that processes and clusters can call it by its name."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build holds of every text at once: which one it is, numbers of its records, its digest and file."""

    key: str
    source: Source
    digest: str
    measures: int
    indicators: int
    provisions: int
    findings: int
    conforms: bool
    file: str
    left_out: tuple[Finding, ...] = ()
    """What is said of records that break integrity shapes and are not in the graph."""
    others: tuple[Summary, ...] = ()
    """The texts in other languages that the same file holds."""
    violations: tuple[Finding, ...] = ()
    """What breaks integrity shapes, by no record's fault."""
    common: str = ""
    """The digest of the statements that integrity is asked of together with other texts."""
    unread_plans: int = 0
    """Tables that look like a plan, of a text that gave no measures."""

    @property
    def edition(self) -> URIRef:
        """The IRI of the text, which names its graph."""
        return edition_of(self.source)


@dataclass(frozen=True, slots=True)
class BuildPart:
    """All that one text gives.

    `blocks` are its statements as they stand where the text is shown, in its own graph and in the current view.
    `packed` holds what few ask for: the text, the plan as N-Triples, the pickled records, and the pickled statements of
    the plan that integrity is asked of together with other texts.
    """

    summary: Summary
    blocks: tuple[Block, ...]
    packed: Mapping[str, bytes]

    @property
    def text(self) -> str:
        """The words of the text."""
        return unpack(self.packed["text"]).decode()

    @property
    def plan(self) -> bytes:
        """What the current view shows of it, as N-Triples."""
        return unpack(self.packed["plan"])

    @property
    def common(self) -> tuple[Triple, ...]:
        """Statements of the plan that integrity is asked of together with other texts."""
        triples: tuple[Triple, ...] = pickle.loads(unpack(self.packed["common"]))
        return triples

    def extraction(self) -> Extraction:
        """The records, for comparisons."""
        read: Extraction = pickle.loads(unpack(self.packed["records"]))
        return replace(read, text=self.text)

    def unshown(self) -> tuple[Block, ...]:
        """Its statements where the current view shows another text of its programme."""
        return without_graph(self.blocks, CURRENT)


@dataclass(frozen=True, slots=True)
class Made:
    """A part that was made now, the seconds that each stage of it took, and the parts of the file's other texts.

    `checked` is what is questionable about each where it is shown and no other text gives it names, by the part's key:
    found ahead where there are processes for it, for it may be wanted of none.
    """

    part: BuildPart
    seconds: Mapping[str, float]
    others: tuple[BuildPart, ...] = ()
    checked: Mapping[str, Checked] = field(default_factory=dict)


def key_of_file(path: Path) -> str:
    """The key of a file's part: its name, which names the source, and its bytes. A missing file has no bytes."""
    return key_of(path.name.encode(), path.read_bytes() if path.is_file() else b"")


def make_part(path: Path, extract: Extract, *, ahead: bool = False) -> Made:
    """The part of one file, without records that break integrity shapes, and those of its texts in other languages.

    With `ahead` they are audited too. Raises UnusableInput from `extract`, TextRefusedError where the text itself
    breaks a shape.
    """
    stages = Stages()
    key = key_of_file(path)
    with stages.measure("extract"):
        extraction = extract(path, Registry.load())
    others = tuple(
        _part_of(key_of(key.encode(), other.source.lang.encode()), path.name, other, stages)
        for other in extraction.others
    )
    part = _part_of(key, path.name, replace(extraction, others=()), stages)
    summary = replace(part.summary, others=tuple(other.summary for other in others))
    with stages.measure("audit"):
        checked = {each.summary.key: check_plan(each.plan) for each in (part, *others)} if ahead else {}
    return Made(replace(part, summary=summary), stages.seconds, others, checked)


def _part_of(key: str, file: str, extraction: Extraction, stages: Stages) -> BuildPart:
    """The part of one text."""
    left_out: list[Finding] = []
    try:
        draft = _draft(extraction, stages)
    except ValueError:
        extraction, more = without_unnamable(extraction)
        if not more:
            raise
        left_out += more
        draft = _draft(extraction, stages)
    while draft.violations:
        extraction, more, elsewhere = without_guilty(extraction, draft.violations)
        if not more:
            draft = replace(draft, violations=elsewhere)
            break
        left_out += more
        draft = _draft(extraction, stages)
    extraction = replace(extraction, findings=(*extraction.findings, *left_out))
    plan = draft.plan
    with stages.measure("graph"):
        summary = _summary(key, file, extraction, tuple(left_out))
        blocks = blocks_of(
            [
                in_graph(plan, summary.edition),
                in_graph(plan, CURRENT),
                in_graph(lines_of(draft.mentions), summary.edition),
                in_graph(lines_of(finding_triples(extraction)), AUDIT),
                in_graph(lines_of(contradiction_triples(extraction)), CHANGES),
                in_graph(lines_of(source_triples(extraction)), RUN),
            ]
        )
    with stages.measure("integrity"):
        common = tuple(sorted(common_triples(extraction.source, draft.triples), key=repr))
    packed = {
        "text": pack(extraction.text.encode()),
        "plan": pack(plan),
        "records": pack(pickle.dumps(replace(extraction, text=""), pickle.HIGHEST_PROTOCOL)),
        "common": pack(pickle.dumps(common, pickle.HIGHEST_PROTOCOL)),
    }
    digest = sha256(packed["common"]).hexdigest()
    return BuildPart(replace(summary, violations=draft.violations, common=digest), blocks, packed)


@dataclass(frozen=True, slots=True)
class _Draft:
    """The statements of an extraction, and what the rules say of them."""

    triples: list[Triple]
    mentions: list[Triple]
    plan: bytes
    violations: tuple[Finding, ...]


def _draft(extraction: Extraction, stages: Stages) -> _Draft:
    with stages.measure("graph"):
        triples = triples_of(extraction, listings_of(extraction.indicators), mentions=False)
        mentions = mention_triples(extraction)
        plan = lines_of([*triples, *own_triples(extraction)])
    with stages.measure("integrity"):
        violations = (*check_text(extraction.source, [*triples, *mentions]), *broken_rules(plan))
    return _Draft(triples, mentions, plan, violations)


def _summary(key: str, file: str, extraction: Extraction, left_out: tuple[Finding, ...]) -> Summary:
    return Summary(
        key,
        extraction.source,
        digest_of(extraction),
        len(extraction.measures),
        len(extraction.indicators),
        len(extraction.provisions),
        len(extraction.findings),
        all(finding.severity != "error" for finding in extraction.findings),
        file,
        left_out,
        unread_plans=0 if extraction.measures else sum(f.code == "table-not-read" for f in extraction.findings),
    )


# ---- what a text says besides its plan


def finding_triples(extraction: Extraction) -> Iterator[Triple]:
    """The findings of a text for `id/graph/audit`, and the quotes that they point at.

    Whether the report conforms takes all texts to say.
    """
    editions = {extraction.source.stem: edition_of(extraction.source)}
    yield from finding_statements((located(finding, extraction) for finding in extraction.findings), editions)
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
        check = iris.check(source, kind)
        yield source, KZEDU.check, check
        yield check, RDF.type, KZEDU.Check
        yield check, KZEDU.code, Literal(kind)
        yield check, KZEDU.count, Literal(number)


def source_iri(digest: str) -> URIRef:
    """The IRI of a source text by the digest of its words."""
    return iris.source(digest)


def digest_of(extraction: Extraction) -> str:
    """SHA-256 of a text's words, in hexadecimal."""
    return sha256(extraction.text.encode()).hexdigest()
