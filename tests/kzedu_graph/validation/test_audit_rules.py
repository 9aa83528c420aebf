"""Rules of the audit: three languages, terms of the ontology, broken files that say so, and what their findings tell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from audited import RULES, store_of
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SH, XSD

from kzedu_graph.validation.audit import run_audit
from kzedu_graph.validation.audit_rules import AUDIT_SHAPES, load_rules
from kzedu_graph.validation.shacl import Row
from kzedu_graph.validation.shapes import BrokenShapeError
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, LANGUAGES


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
        (', "one"@en ;\n    sh:description', " ;\n    sh:description", "needs name in en"),
        ("sh:sparql shape:x-query ;", "", "without a query"),
        ("{?number}", "{?nobody}", "does not select"),
    ],
)
def test_broken_rules(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    (tmp_path / "x.ttl").write_text(GOOD.replace(old, new), encoding="utf-8")
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
