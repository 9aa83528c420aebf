"""Audit shapes: cases that state their own findings, both engines equal, counts on the corpus, quotes for all.

A case is `tests/kzedu_graph/validation/audit/<name of the shape>.ttl`: nodes `ex:right…` that the shape must let pass, and a report that lists
every node (`sh:focusNode`) that it must question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import corpus_graph
import pytest
from pyshacl import validate as run_shacl
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node
from whole_graph import quads_of

from extract.flow import extract_file
from kzedu_graph.building.nquads import CURRENT, ONTOLOGY, REGISTRY
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.validation.audit import Audit, audit_triples, run_audit
from kzedu_graph.validation.audit_rules import AUDIT_SHAPES, load_rules
from kzedu_graph.validation.folding import told_together
from kzedu_graph.validation.shacl import Row
from kzedu_graph.validation.shapes import BrokenShapeError
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, LANGUAGES

CASES = sorted((Path(__file__).parent / "audit").glob("*.ttl"))
RULES = load_rules()
DATA = URIRef("https://w3id.org/kzedu/id/graph/current")


def store_of(graph: Iterable[tuple[Node, Node, Node]]) -> MemoryStore:
    return MemoryStore((s, p, o, DATA) for s, p, o in graph)  # type: ignore[misc]


def stated(case: Graph) -> set[str]:
    return {str(focus) for focus in case.objects(None, SH.focusNode)}


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


# ---- the cases


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_case_is_questioned_where_it_says_so(case: Path) -> None:
    data = Graph().parse(case)
    rule = {case.stem: RULES[case.stem]}
    audit = run_audit(store_of(data).select, rule)
    assert stated(data), "a case states at least one finding"
    assert found(audit, case.stem) == stated(data)
    right = {str(node) for triple in data for node in triple if "right" in str(node)} - stated(data)
    assert right, "a case holds at least one node that passes"
    looked, fine = sum(check.looked_at for check in audit.checks), sum(check.fine for check in audit.checks)
    assert looked - fine == len(stated(data)), "what is questioned is among what is looked at"
    assert fine > 0


def test_every_audit_shape_has_a_case() -> None:
    assert {case.stem for case in CASES} == set(RULES)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_the_query_engine_and_pyshacl_agree_on_the_cases(case: Path) -> None:
    data = Graph().parse(case)
    assert by_pyshacl(data)[case.stem] == stated(data)


def by_pyshacl(data: Graph) -> dict[str, set[str]]:
    """What pySHACL finds with the same shapes, bound node by node."""
    shapes = Graph()
    for file in sorted(AUDIT_SHAPES.glob("*.ttl")):
        shapes.parse(file)
    _, report, _ = run_shacl(data, shacl_graph=shapes, inference="none", advanced=True)
    return {
        code: {str(report.value(result, SH.focusNode)) for result in report.subjects(SH.sourceShape, iris.shape(code))}
        for code in RULES
    }


def test_both_ways_agree_on_the_sample(sample: Path) -> None:
    """The invented plan in both languages: pySHACL over rdflib, and the query engine, question the same nodes."""
    registry = Registry.load()
    quads = quads_of([extract_file(path, registry) for path in sorted(sample.glob("*.txt"))], registry)
    default = {(s, p, o) for s, p, o, graph in quads if graph in (CURRENT, REGISTRY, ONTOLOGY)}
    data = Graph()
    for triple in default:
        data.add(triple)
    audit = run_audit(store_of(default).select)
    assert {code: found(audit, code) for code in RULES} == by_pyshacl(data)
    assert audit.findings, "the sample has something to question"


# ---- the rules


def test_every_rule_speaks_three_languages_and_never_stops_a_build() -> None:
    for audited in RULES.values():
        assert audited.rule.severity in ("warning", "info")
        for words in (audited.name, audited.advice, audited.rule.message):
            assert words.keys() >= set(LANGUAGES)
            assert len({words[lang] for lang in LANGUAGES}) == 3
    assert len(RULES) >= 25


def test_shapes_speak_of_terms_that_the_ontology_defines() -> None:
    for file in AUDIT_SHAPES.glob("*.ttl"):
        named = {node for triple in Graph().parse(file) for node in triple if str(node).startswith(str(KZEDU))}
        assert named <= set(KZEDU)
        for text in Graph().parse(file).objects(None, SH.select):
            for word in str(text).replace("kzedu: <", "").split():
                if word.startswith("kzedu:"):
                    name = word.removeprefix("kzedu:").split("/")[0].split("|")[0].rstrip("?+*,;.)")
                    assert name in KZEDU.terms, f"{file.name}: {word}"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("sh:severity sh:Warning", "sh:severity sh:Violation", "its severity is sh:Warning or sh:Info"),
        ("sh:targetClass kzedu:Measure ;", "", "says not what it looks at"),
        ('"one"@en ;\n    sh:description', "sh:minCount 1 ;\n    sh:description", "needs name in en"),
        ("sh:sparql shape:x-query ;", "", "without a query"),
        ("{?number}", "{?nobody}", "does not select"),
    ],
)
def test_broken_rules(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    text = GOOD.replace('"one"@en ;\n    sh:description', new) if old.startswith('"one"') else GOOD.replace(old, new)
    if old.startswith('"one"'):
        text = GOOD.replace(', "one"@en ;\n    sh:description', " ;\n    sh:description")
    (tmp_path / "x.ttl").write_text(text, encoding="utf-8")
    data = Graph().parse(data="<urn:m> a <https://w3id.org/kzedu/ontology#Measure> .", format="turtle")
    with pytest.raises(BrokenShapeError, match=complaint):
        run_audit(store_of(data).select, load_rules(tmp_path))


GOOD = '''@prefix kzedu: <https://w3id.org/kzedu/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/kzedu/id/shape/> .
shape:x a sh:NodeShape ;
    sh:targetClass kzedu:Measure ;
    sh:sparql shape:x-query ;
    sh:severity sh:Warning ;
    sh:name "бір"@kk, "раз"@ru, "one"@en ;
    sh:description "бір"@kk, "раз"@ru, "one"@en ;
    sh:message "{?number} бір"@kk, "{?number} раз"@ru, "{?number} one"@en .
shape:x-query a sh:SPARQLConstraint ;
    sh:select """SELECT ?this ("7" AS ?number) WHERE { ?this a <https://w3id.org/kzedu/ontology#Measure> }""" .
'''


def test_a_good_rule_beside_the_broken_ones(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(GOOD, encoding="utf-8")
    data = Graph().parse(data="<urn:m> a <https://w3id.org/kzedu/ontology#Measure> .", format="turtle")
    (finding,) = run_audit(store_of(data).select, load_rules(tmp_path)).findings
    assert finding.message == {"kk": "7 бір", "ru": "7 раз", "en": "7 one"}


def test_rows_that_differ_in_evidence_are_one_finding_and_names_follow_the_language() -> None:
    body, quotes = URIRef("urn:body"), [URIRef("urn:q1"), URIRef("urn:q2")]
    edition = iris.edition("P2300000249", None, "kk")

    def select(text: str, /, **params: object) -> list[Row]:
        if "oa:exact" in text and quotes[0] in params["node"]:
            spans = ((3, 5, "бір"), (9, 12, "екі"))
            return [
                {"node": q, "edition": edition, "start": Literal(a), "end": Literal(b), "words": Literal(w)}
                for q, (a, b, w) in zip(quotes, spans, strict=True)
            ]
        if "prefLabel" in text:
            return [
                {"node": body, "name": Literal("Ай", lang="kk")},
                {"node": body, "name": Literal("Луна", lang="ru")},
            ]
        if "?agreed" in text:
            row: Row = {"this": body, "programme": URIRef("urn:p"), "bound": Literal(1), "agreed": Literal(2)}
            return [{**row, "evidence": quote} for quote in quotes]
        return []

    (finding,) = run_audit(select, {"bound-here-agreed-there": RULES["bound-here-agreed-there"]}).findings
    assert [(span.start, span.end) for span in finding.spans] == [(3, 5), (9, 12)]
    assert finding.words == "бір"
    assert finding.message["ru"].startswith("Луна:")
    assert finding.message["en"].startswith("Ай:"), "no English name: the Kazakh one"


def test_a_measures_number_keeps_its_noughts_and_a_sum_loses_them() -> None:
    measure, programme = URIRef("urn:m"), URIRef("urn:p")

    def select(text: str, /, **_: object) -> list[Row]:
        if "?difference" not in text and "?number" not in text:
            return []
        total = Literal("12.50", datatype=XSD.decimal)
        return [{"this": measure, "programme": programme, "number": Literal("5.10"), "stated": total}]

    asked = RULES["measure-without-money"]
    rule = replace(asked.rule, message=dict.fromkeys(LANGUAGES, "{?number}: {?stated}"))
    (finding,) = run_audit(select, {"measure-without-money": replace(asked, rule=rule)}).findings
    assert finding.message["en"] == "5.10: 12.5"


def test_the_audit_in_the_graph() -> None:
    data = Graph().parse(next(case for case in CASES if case.stem == "no-bound-executor"))
    audit = run_audit(store_of(data).select, {"no-bound-executor": RULES["no-bound-executor"]})
    graph = Graph()
    for triple in audit_triples(audit, {"no-bound-executor": RULES["no-bound-executor"]}):
        graph.add(triple)
    (node,) = graph.subjects(RDF.type, KZEDU.Finding)
    assert graph.value(node, SH.sourceShape) == iris.shape("no-bound-executor")
    assert len(set(graph.objects(node, SH.resultMessage))) == 3
    (check,) = graph.subjects(RDF.type, KZEDU.Check)
    assert graph.value(check, KZEDU.count) == Literal(2)
    assert len(set(graph.objects(iris.shape("no-bound-executor"), SH.description))) == 3
    assert not list(graph.triples((None, SH.conforms, None))), "the report of the build says that once"


# ---- what is one fact is one finding


def plan(rows: int, without: int, ended: bool = False, programme: str = "urn:p") -> Graph:
    """An invented plan of some rows, of which the first name their bodies by agreement only."""
    said = [f"<{programme}> a kzedu:Programme ."]
    if ended:
        said.append(f'<{programme}> eli:date_no_longer_in_force "2031-02-03"^^xsd:date .')
    for number in range(1, rows + 1):
        free = str(number <= without).lower()
        said.append(f'<urn:m{number}> a kzedu:Measure ; kzedu:programme <{programme}> ; kzedu:number "{number}" ;')
        said.append(f"  kzedu:assignment <urn:a{number}> .")
        said.append(f"<urn:a{number}> kzedu:agency <urn:b> ; kzedu:byAgreement {free} .")
    prefixes = """@prefix kzedu: <https://w3id.org/kzedu/ontology#> . @prefix eli: <http://data.europa.eu/eli/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."""
    return Graph().parse(data="\n".join([prefixes, *said]), format="turtle")


@pytest.mark.parametrize(
    ("rows", "without", "ended", "told"),
    [
        (12, 6, False, 6),  # the half is no rule of the plan
        (12, 7, False, 1),
        (12, 1, True, 1),
        (12, 6, True, 1),  # of a programme that holds no more no row can be followed up
        (1, 1, False, 1),
    ],
)
def test_what_a_programme_has_throughout_is_one_finding(rows: int, without: int, ended: bool, told: int) -> None:
    audit = run_audit(store_of(plan(rows, without, ended)).select, {"no-bound-executor": RULES["no-bound-executor"]})
    assert len(audit.findings) == told
    assert found(audit, "no-bound-executor") == {f"urn:m{number}" for number in range(1, without + 1)}
    assert [(check.looked_at, check.fine) for check in audit.checks] == [(rows, rows - without)]


def test_each_sum_that_differs_is_a_finding_of_its_own() -> None:
    data = Graph()
    for case in ("passport-against-plan", "total-does-not-add-up"):
        data.parse(next(path for path in CASES if path.stem == case))
    rules = {code: RULES[code] for code in ("passport-against-plan", "total-does-not-add-up")}
    assert not [finding for finding in run_audit(store_of(data).select, rules).findings if finding.concerns]


def test_what_people_report_is_told_case_by_case() -> None:
    rule = {"no-bound-executor": RULES["no-bound-executor"]}
    assert len(run_audit(store_of(plan(12, 12)).select, rule, folding=False).findings) == 12


def test_many_findings_are_told_by_numbers_and_few_by_their_sentences() -> None:
    rule = {"no-bound-executor": RULES["no-bound-executor"]}
    (many,) = run_audit(store_of(plan(12, 6, ended=True)).select, rule).findings
    assert many.focus == "urn:p"
    assert many.message["en"] == (
        "No bound executor: 6 of 12 looked at — No. 1, 2, 3, 4, 5, 6. "
        "The programme has not been in force since 2031-02-03."
    )
    (few,) = run_audit(store_of(plan(3, 2)).select, rule).findings
    assert few.message["ru"] == "Нет обязанного исполнителя: 2 из 3 проверенных — № 1, 2."
    told = told_together("Jumps", ["No. 1: 2 to 9.", "No. 3: 4 to 8."], ["1", "3"], 5, "", "en")
    assert told == "Jumps: 2 of 5 looked at. No. 1: 2 to 9. No. 3: 4 to 8."


# ---- the corpus

KNOWN = {
    "no-bound-executor": 8 + 1,  # of 249 each, of 988 once
    "bound-here-agreed-there": 2,
    "body-outside-passport": 1 + 1,  # of a ministry that had ended body-had-ended tells
    "passport-body-without-measure": 1,
    "controller-leads": 2,
    "report-to-its-own-owner": 1,
    "target-falls-back": 2,
    "target-jumps": 2 + 1,
    "total-not-legible": 1,
    "rows-against-total": 1,
    "plan-without-money": 1,
    "number-collision": 1,
    "share-not-in-percent": 1,
}
"""Counted in the documents by reading them; where every row of a plan shares a weakness, one finding a programme."""
NOTHING = (
    "row-does-not-add-up",
    "unit-missing",
    "date-outside-the-period",
    "date-before-the-act",
    "sources-against-total",
    "total-does-not-add-up",
)


@pytest.fixture(scope="module")
def corpus_audit(corpus: Path) -> Audit:
    return corpus_graph.audit(corpus)


def test_counts_on_the_corpus(corpus_audit: Audit) -> None:
    counts = Counter(finding.code for finding in corpus_audit.findings)
    assert {code: counts[code] for code in KNOWN} == KNOWN
    assert not [code for code in NOTHING if counts[code]]


def test_every_finding_opens_to_a_quote(corpus_audit: Audit) -> None:
    bare = [
        finding for finding in corpus_audit.findings if not finding.spans or not finding.words or not finding.source
    ]
    assert bare == []


def test_what_was_fine_stands_beside_what_was_not(corpus_audit: Audit) -> None:
    plan = {check.code: check for check in corpus_audit.checks if check.programme.endswith("P2300000249")}
    assert (plan["no-bound-executor"].looked_at, plan["no-bound-executor"].fine) == (185, 177)
    state = {check.code: check for check in corpus_audit.checks if check.programme.endswith("P1900000988")}
    assert (state["no-bound-executor"].looked_at, state["no-bound-executor"].fine) == (204, 187)
    assert (state["row-does-not-add-up"].looked_at, state["row-does-not-add-up"].fine) == (
        46,
        46,
    )  # two differ by rounding


@pytest.mark.parametrize(
    ("code", "focus"),
    [
        ("bound-here-agreed-there", "agency/kz-talap"),
        ("no-bound-executor", "measure/P2300000249/63-1"),
        ("share-not-in-percent", "indicator/nis-strategy-2030/table/result/31"),
        ("number-collision", "document/P2300000249"),
        ("controller-leads", "document/P2300000249"),
    ],
)
def test_what_the_documents_say(corpus_audit: Audit, code: str, focus: str) -> None:
    assert iris.BASE + focus in found(corpus_audit, code)


def test_the_misprinted_total(corpus_audit: Audit) -> None:
    (finding,) = (finding for finding in corpus_audit.findings if finding.code == "total-not-legible")
    assert "1284000" in finding.message["en"]
    assert finding.message["ru"].startswith("план · ")
