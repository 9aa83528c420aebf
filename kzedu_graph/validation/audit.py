"""The document is questionable: audit shapes over a graph, as findings with quotes and as counts of what was fine.

Audit shapes live in `ontology/shapes/audit/` and never stop a build. Each keeps its rule as `sh:select`, run once, as
a set, by the query function that is passed in. Beside `?this` and `?value` a row may hold `?evidence` (quotes other
than those of the focus), `?concerned` (things that a fact about a programme is about) and whatever the sentence names
in braces; rows that differ in these two or in their series alone are one finding. `sh:targetClass` or `sh:target` says
what is looked at, so that what was fine can be counted too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rdflib import XSD, Literal, URIRef
from rdflib.term import Node

from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Span
from kzedu_graph.validation.audit_rules import ACROSS_SHAPES, AuditRule, load_rules
from kzedu_graph.validation.folding import Questioned, in_order, is_one_fact, merged, told_together
from kzedu_graph.validation.report import finding_statements
from kzedu_graph.validation.shacl import Row
from kzedu_graph.validation.shapes import BrokenShapeError, Rule
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, LANGUAGES, RDF, SH, SKOS
from kzedu_graph.vocabulary.queries import Select, load_query

_SERIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "total": {"kk": "барлығы", "ru": "всего", "en": "total"},
        "plan": {"kk": "жоспар", "ru": "план", "en": "plan"},
        "passport": {"kk": "паспорт", "ru": "паспорт", "en": "passport"},
    }
)
"""Words for the keys that a series is made of; its other parts are the document's own words."""


@dataclass(frozen=True, slots=True)
class Check:
    """How many things of a programme a rule looked at, and how many of them were fine."""

    code: str
    programme: str
    looked_at: int
    fine: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit gave: findings in a stable order, and what each rule looked at in each programme."""

    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]


# ---- the rules


# ---- running them


def run_audit(select: Select, rules: Mapping[str, AuditRule] | None = None, *, folding: bool = True) -> Audit:
    """Runs the audit rules; `select` answers a SELECT over the default dataset. Raises BrokenShapeError.

    Without `folding` each thing has its own finding, whatever the programme has throughout: of what people report each
    is a case of its own.
    """
    chosen = load_rules() if rules is None else rules
    questioned = {code: list(merged(select(each.rule.select or ""))) for code, each in chosen.items()}
    looked_at = {code: list(each.looked_at(select)) for code, each in chosen.items()}
    facts = _Facts.read(select, questioned.values(), looked_at.values())
    findings: list[Finding] = []
    checks: list[Check] = []
    for code, audited in chosen.items():
        wrong: dict[str, list[Questioned]] = defaultdict(list)
        for each in questioned[code]:
            wrong[facts.programme(each.row)].append(each)
        looked: dict[str, set[Node]] = defaultdict(set)
        for row in looked_at[code]:
            looked[facts.programme(row)].add(row["this"])
        for programme, found in wrong.items():
            findings += _findings(audited, found, programme, len(looked[programme]) if folding else None, facts)
        for programme, nodes in looked.items():
            if nodes:
                fine = nodes - {each.row["this"] for each in wrong.get(programme, ())}
                checks.append(Check(code, programme, len(nodes), len(fine)))
    findings.sort(key=lambda finding: (finding.code, finding.focus, finding.message["en"]))
    checks.sort(key=lambda check: (check.code, check.programme))
    return Audit(tuple(findings), tuple(checks))


_FRACTIONS = frozenset({XSD.decimal, XSD.double, XSD.float})
"""Types of figures that lose their last noughts; "5.10" as a measure's number is a string."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What findings are put into words with: quotes, what rests on them, names, programmes of things."""

    quotes: Mapping[Node, tuple[str, Span, str]]
    proofs: Mapping[Node, tuple[Node, ...]]
    names: Mapping[Node, Mapping[str, str]]
    programmes: Mapping[Node, Node]
    ended: Mapping[str, str]

    @classmethod
    def read(cls, select: Select, questioned: Iterable[list[Questioned]], looked_at: Iterable[list[Row]]) -> _Facts:
        rows = [each for found in questioned for each in found]
        focus = {each.row["this"] for each in rows}
        proofs: dict[Node, list[Node]] = defaultdict(list)
        for row in _asked(select, "proofs", focus):
            proofs[row["node"]].append(row["quote"])
        cited = {quote for found in proofs.values() for quote in found} | {
            quote for each in rows for quote in each.evidence
        }
        quotes = {
            row["node"]: (str(row["edition"]), Span(int(str(row["start"])), int(str(row["end"]))), str(row["words"]))
            for row in _asked(select, "quotes", cited)
        }
        names: dict[Node, dict[str, str]] = defaultdict(dict)
        for row in _asked(select, "names", {node for each in rows for node in each.row.values()}):
            name = row["name"]
            if isinstance(name, Literal):
                names[row["node"]].setdefault(name.language or "", str(name))
        homeless = {row["this"] for each in looked_at for row in each if "programme" not in row} | focus
        programmes = {row["node"]: row["programme"] for row in _asked(select, "programmes", homeless)}
        homes = {*programmes.values(), *(each.row["programme"] for each in rows if "programme" in each.row)}
        ended = {str(row["node"]): str(row["ended"]) for row in _asked(select, "ended", homes)}
        return cls(quotes, {node: tuple(found) for node, found in proofs.items()}, names, programmes, ended)

    def programme(self, row: Row) -> str:
        """The programme that a row names, else that of its focus, else nothing."""
        return str(row.get("programme") or self.programmes.get(row["this"]) or "")

    def shown(self, node: Node, lang: str) -> str:
        """A node as a reader of the language is told of it: its name, else the end of its IRI, or the literal."""
        if isinstance(node, Literal):
            fraction = node.datatype in _FRACTIONS and "." in node and "e" not in node.lower()
            return node.rstrip("0").rstrip(".") if fraction else str(node)
        names = self.names.get(node, {})
        for wanted in (lang, *LANGUAGES):
            if wanted in names:
                return names[wanted]
        return str(node).rstrip("/").rpartition("/")[2]


def _asked(select: Select, query: str, nodes: Iterable[Node]) -> Iterable[Row]:
    """A query about some of the graph's own nodes; nothing is asked about none."""
    named = sorted({node for node in nodes if isinstance(node, URIRef)})
    return select(load_query(__file__, query), node=named) if named else ()


def _findings(
    audited: AuditRule, found: Sequence[Questioned], programme: str, looked_at: int | None, facts: _Facts
) -> Iterator[Finding]:
    """What a rule found in a programme: a finding each, or one about the programme that names them.

    `looked_at` is how many things the rule looked at there, None where each finding stands by itself.
    """
    rule, things = audited.rule, {each.row["this"]: each.row for each in found}
    ended = facts.ended.get(programme, "")
    followed_up = all("number" in row or iris.is_a(str(thing), "agency") for thing, row in things.items())  # no sums
    if looked_at is None or not (followed_up and is_one_fact(things, programme, looked_at, bool(ended))):
        for each in found:
            evidence = each.evidence or facts.proofs.get(each.row["this"], ())
            message = {lang: _told(rule.message[lang], each.row, facts, lang) for lang in LANGUAGES}
            yield _finding(rule, str(each.row["this"]), message, evidence, each.concerned, facts)
        return
    found = sorted(found, key=lambda each: in_order(facts.shown(each.row.get("number", each.row["this"]), "kk")))
    message = {
        lang: told_together(
            audited.name[lang],
            [_told(rule.message[lang], each.row, facts, lang) for each in found],
            [facts.shown(row.get("number", thing), lang) for thing, row in things.items()],
            looked_at,
            ended,
            lang,
        )
        for lang in LANGUAGES
    }
    proofs = [quote for each in found for quote in each.evidence or facts.proofs.get(each.row["this"], ())]
    yield _finding(rule, programme, message, proofs, tuple(things), facts)


def _finding(
    rule: Rule,
    focus: str,
    message: Mapping[str, str],
    evidence: Iterable[Node],
    concerned: Iterable[Node],
    facts: _Facts,
) -> Finding:
    """A finding of one rule, with the quotes of every edition that it rests on; it is told of the first by IRI."""
    places: dict[str, dict[Span, str]] = defaultdict(dict)
    for quote in evidence:
        if quote in facts.quotes:
            edition, span, words = facts.quotes[quote]
            places[edition][span] = words
    where = min(places) if places else None
    spans = tuple(sorted(places[where])) if where else ()
    words = places[where][spans[0]] if where else ""
    elsewhere = tuple((other, span) for other in sorted(places) if other != where for span in sorted(places[other]))
    concerns = tuple(sorted(map(str, concerned)))
    return Finding(rule.code, rule.severity, focus, message, where, spans, words, (), elsewhere, concerns)


def _told(sentence: str, row: Row, facts: _Facts, lang: str) -> str:
    """The sentence with each `{?variable}` of the row filled in; raises BrokenShapeError for one it does not have."""
    for name, node in row.items():
        shown = facts.shown(node, lang)
        if name == "series":
            shown = "; ".join(_series(each, lang) for each in shown.split("; "))
        sentence = sentence.replace(f"{{?{name}}}", shown)
    if "{?" in sentence:
        raise BrokenShapeError(f"an audit message names what its query does not select: {sentence}")
    return sentence


def _series(key: str, lang: str) -> str:
    return " · ".join(_SERIES.get(part, {}).get(lang, part) for part in key.split(" · "))


# ---- into the graph


def audit_triples(audit: Audit, rules: Mapping[str, AuditRule] | None = None) -> Iterator[Triple]:
    """The audit for `id/graph/audit`: findings with their edition, the rules' words, and what was found fine."""
    yield from questioned_triples(audit)
    yield from rule_triples(rules)


def questioned_triples(audit: Audit, *of: str) -> Iterator[Triple]:
    """Findings with their edition, and what was found fine; `of` names what was looked at, where that is not a whole
    programme: two texts of it.
    """
    report = iris.report()
    yield from finding_statements(audit.findings)
    for finding in audit.findings:
        if finding.source:
            node = iris.finding(finding.code, finding.focus, finding.source, finding.message["en"])
            yield node, KZEDU.edition, URIRef(finding.source)
    for check in audit.checks:
        node = iris.check(report, check.code, iris.path_of(check.programme) or "all", *of)
        yield report, KZEDU.check, node
        yield node, RDF.type, KZEDU.Check
        yield node, KZEDU.code, Literal(check.code)
        yield node, KZEDU.count, Literal(check.fine)
        yield node, KZEDU.lookedAt, Literal(check.looked_at)
        if check.programme:
            yield node, KZEDU.programme, URIRef(check.programme)


def rule_triples(rules: Mapping[str, AuditRule] | None = None) -> Iterator[Triple]:
    """The words of the rules: what each asks, what to do about a finding, and each as a kind of finding."""
    scheme = iris.code_scheme("finding-kind")
    for code, audited in ({**load_rules(), **load_rules(ACROSS_SHAPES)} if rules is None else rules).items():
        kind = iris.code("finding-kind", code)
        yield kind, RDF.type, SKOS.Concept
        yield kind, RDF.type, KZEDU.FindingKind
        yield kind, SKOS.inScheme, scheme
        yield kind, SKOS.topConceptOf, scheme
        yield kind, SKOS.notation, Literal(code)
        yield iris.shape(code), RDF.type, SH.NodeShape
        for lang in LANGUAGES:
            yield kind, SKOS.prefLabel, Literal(audited.name[lang], lang=lang)
            yield kind, SKOS.definition, Literal(audited.advice[lang], lang=lang)
            yield iris.shape(code), SH.name, Literal(audited.name[lang], lang=lang)
            yield iris.shape(code), SH.description, Literal(audited.advice[lang], lang=lang)
