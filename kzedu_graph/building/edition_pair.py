"""What it takes several texts to say: editions of one programme compared, programmes that go on in the next one, and
amendments laid beside the text that they change.

Each comparison is kept under the keys of the texts that it was made of, and reads the records of these alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib.namespace import RDF, RDFS

from kzedu_graph.building.checking import Tally, check_pair
from kzedu_graph.building.integrity import check_names
from kzedu_graph.building.nquads import CHANGES, in_graph, lines_of
from kzedu_graph.building.parts import BuildPart
from kzedu_graph.building.static_graphs import statements_of
from kzedu_graph.comparison import amended
from kzedu_graph.comparison.continuity import find_continuations, triples_of_continuations
from kzedu_graph.comparison.editions import joined_labels
from kzedu_graph.comparison.parity import find_differences
from kzedu_graph.comparison.texts import Heirs, compare_editions
from kzedu_graph.comparison.triples import triples_of_changes
from kzedu_graph.mapping.indicators import indicator_iri
from kzedu_graph.mapping.statements import Statements, Triple, edition_of
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.prose import Amendment
from kzedu_graph.model.records import Indicator, Measure, Source
from kzedu_graph.validation.report import finding_statements
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.turtle import read_ntriples


@dataclass(frozen=True, slots=True)
class EditionPair:
    """What two texts say together, as N-Triples: changes, and names that the current text takes over.

    `told` is for `id/graph/audit`: where the two languages of one edition disagree, and what the rules across texts
    find, which `tally` counts; `left_out` is what is said of names
    that break an integrity shape and are not taken over.
    """

    changes: bytes = b""
    names: bytes = b""
    told: bytes = b""
    left_out: tuple[Finding, ...] = ()
    tally: Tally = field(default_factory=Tally)


def join_editions(earlier: BuildPart, later: BuildPart, heirs: Heirs, current: bool) -> EditionPair:
    """Two texts of one programme compared; where the later one is current it takes over the other language's names."""
    old, new = earlier.extraction(), later.extraction()
    comparison = compare_editions(old, new, heirs)
    across = old.source.lang != new.source.lang
    names = list(joined_labels(comparison)) if current and across else []
    changes = lines_of(triples_of_changes(comparison.changes, [old, new]))
    violations = check_names([*names, *_named(later, names)]) if names else ()
    broken = {each.focus for each in violations}
    kept = [triple for triple in names if str(triple[0]) not in broken]
    told, tally = b"", Tally()
    if current:
        beside = in_graph(changes, CHANGES) + in_graph(earlier.plan, earlier.summary.edition)
        quotes = _quotes(earlier.plan)
        told, tally = check_pair(later.plan + changes + quotes, beside, *_names(earlier, later))
        told += _cited(told, quotes)
    return EditionPair(changes, lines_of(kept), told, violations, tally)


def join_programmes(earlier: BuildPart, later: BuildPart, heirs: Heirs) -> EditionPair:
    """The rows of one programme that go on in the next one."""
    found = find_continuations(earlier.extraction(), later.extraction(), heirs)
    changes = lines_of(triples_of_continuations(found))
    beside = in_graph(changes, CHANGES) + in_graph(later.plan, later.summary.edition)
    told, tally = check_pair(earlier.plan, beside, *_names(earlier, later))
    return EditionPair(changes, told=told, tally=tally)


def join_languages(kazakh: BuildPart, russian: BuildPart) -> EditionPair:
    """Where the two languages of one edition disagree, each finding with the quotes of both."""
    first, second = kazakh.extraction(), russian.extraction()
    editions = {second.source.stem: edition_of(second.source)}
    there, here = Statements(first.source, first.text), Statements(second.source, second.text)
    triples: list[Triple] = []
    for finding, quote in find_differences(first, second):
        told = list(finding_statements([finding], editions))
        triples += told
        node = next(subject for subject, predicate, _ in told if predicate == KZEDU.code)
        triples.append((node, KZEDU.evidence, there.evidence(quote)))
        triples.append((node, KZEDU.edition, here.edition))
        for span in finding.spans:
            here.evidence(span)
    return EditionPair(told=lines_of([*triples, *there.triples, *here.triples]))


def _names(*parts: BuildPart) -> tuple[str, ...]:
    return tuple(iris.path_of(str(part.summary.edition)) for part in parts)


def _quotes(plan: bytes) -> bytes:
    """The statements of a plan about its own quotes, whose IRIs no other text has."""
    begin = f"\n<{iris.BASE}evidence/".encode()
    lines = b"\n" + plan  # they stand in order, one behind the other
    first, last = lines.find(begin), lines.rfind(begin)
    return lines[first + 1 : lines.index(b"\n", last + 1) + 1] if first >= 0 else b""


def _cited(told: bytes, quotes: bytes) -> bytes:
    """The statements about the quotes that findings cite: those of a text that is not shown are told with them."""
    evidence = f" <{KZEDU.evidence}> ".encode()
    cited = {line.split(evidence)[1][:-2] for line in told.splitlines() if evidence in line}
    return b"".join(
        line
        for line in quotes.splitlines(keepends=True)
        if (subject := line.split(b" ", 1)[0]) in cited or subject.rpartition(b"/")[0] + b">" in cited
    )


def join_amended(amending: BuildPart, held: BuildPart, newest: bool) -> EditionPair:
    """Where the places stand, in a held edition, that an act's instructions change; a finding where one does not, and,
    where no newer edition is held (`newest`), for each row of its plan that is no longer what stands there.
    """
    first, second = amending.extraction(), held.extraction()
    here, there = Statements(first.source, first.text), Statements(second.source, second.text)
    missing: list[Finding] = []
    for one, span in amended.find_places(first, second):
        if span:
            node = iris.amendment(first.source.work, one.order)
            there.add(node, KZEDU.heldAt, there.evidence(span))
        else:
            for quote in one.evidence:
                here.evidence(quote)
            missing.append(
                Finding(
                    amended.CODE,
                    "info",
                    str(edition_of(first.source)),
                    amended.message(one, second.source),
                    source=first.source.stem,
                    spans=one.evidence,
                    words=one.target,
                )
            )
    rows = list(amended.changed_rows(first, second)) if newest else []
    for one, row in rows:
        for span in row.evidence:
            there.evidence(span)
        here.evidence(one.evidence[0])
        missing.append(_amended_row(one, row, first.source, second.source))
    told = finding_statements(missing, {first.source.stem: edition_of(first.source)}) if missing else ()
    return EditionPair(told=lines_of([*told, *here.triples, *there.triples]))


def _amended_row(one: Amendment, row: Measure | Indicator, by: Source, held: Source) -> Finding:
    """That a row of a plan is no longer what its text says, with both quotes; said once of an act in two languages."""
    focus = iris.measure(held.programme or held.work, row.key) if isinstance(row, Measure) else indicator_iri(row)
    return Finding(
        amended.CODE_OF_ROW,
        "warning",
        str(focus),
        amended.message_of_row(one, row, by),
        elsewhere=(*((str(edition_of(held)), span) for span in row.evidence), (str(edition_of(by)), one.evidence[0])),
    )


def _named(part: BuildPart, names: list[Triple]) -> Iterator[Triple]:
    """The classes and the own names of things that were given another name."""
    nodes = {f"<{node}>".encode() for node, _, _ in names}
    about = {f"<{each}>".encode() for each in (RDF.type, RDFS.label)}
    rows = ((line, line.split(b" ", 2)) for line in part.plan.splitlines(keepends=True))
    lines = (line for line, row in rows if row[0] in nodes and row[1] in about)
    return statements_of(read_ntriples(b"".join(lines)))
