"""A right plan, for tests that break it."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import Graph, Literal
from rdflib.namespace import RDF, RDFS

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU, LANGUAGES, OA, SKOS
from kzedu_graph.vocabulary.turtle import read_ontology

EDITION = iris.edition("P2300000249", date(2025, 4, 25), "kk")


@pytest.fixture
def plan() -> Graph:
    """An invented plan of one measure, with all that the shapes ask for, beside the ontology."""
    graph = Graph() + read_ontology()
    document, measure, agency = (
        iris.document("P2300000249"),
        iris.measure("P2300000249", "1"),
        iris.agency("kz-example"),
    )
    quote = iris.evidence(EDITION, 10, 25)
    place, words = iris.position_selector(quote), iris.quote_selector(quote)
    statements = {
        document: {
            RDF.type: [KZEDU.Programme, ELI.LegalResource],
            RDFS.label: [Literal("Үлгі", lang="kk")],
            KZEDU.status: [iris.code("status", "in-force")],
        },
        EDITION: {
            RDF.type: [ELI.LegalExpression],
            ELI.realizes: [document],
            ELI.language: [LANGUAGES["kk"]],
            ELI.version_date: [Literal(date(2025, 4, 25))],
            ELI.title: [Literal("Үлгі", lang="kk")],
        },
        agency: {
            RDF.type: [KZEDU.Ministry],
            SKOS.prefLabel: [Literal("Үлгі министрлігі", lang="kk"), Literal("Министерство примера", lang="ru")],
        },
        measure: {
            RDF.type: [KZEDU.Measure],
            KZEDU.number: [Literal("1")],
            KZEDU.programme: [document],
            KZEDU.modality: [KZEDU.Requirement],
            KZEDU.status: [iris.code("status", "in-force")],
            KZEDU.part: [iris.part(EDITION, "1", 1)],
            RDFS.label: [Literal("Үлгі шара", lang="kk")],
            KZEDU.deliverable: [iris.deliverable(EDITION, "1")],
            KZEDU.deadline: [iris.deadline(EDITION, "1")],
            KZEDU.assignment: [iris.assignment(EDITION, "1", 1)],
            KZEDU.responsible: [agency],
            KZEDU.lead: [agency],
        },
        iris.part(EDITION, "1", 1): {
            RDF.type: [KZEDU.Part],
            KZEDU.position: [Literal(1)],
            KZEDU.assignment: [iris.assignment(EDITION, "1", 1)],
            KZEDU.evidence: [quote],
        },
        iris.deliverable(EDITION, "1"): {
            RDF.type: [KZEDU.Deliverable],
            RDFS.label: [Literal("есеп", lang="kk")],
            KZEDU.deliverableType: [iris.deliverable_type("report")],
        },
        iris.deadline(EDITION, "1"): {
            RDF.type: [KZEDU.Deadline],
            KZEDU.asWritten: [Literal("2024 жылғы желтоқсан", lang="kk")],
            KZEDU.edtf: [Literal("2024-12")],
            KZEDU.dueBy: [Literal(date(2024, 12, 31))],
        },
        iris.assignment(EDITION, "1", 1): {
            RDF.type: [KZEDU.Assignment],
            KZEDU.agency: [agency],
            KZEDU.role: [KZEDU.LeadExecutor],
            KZEDU.byAgreement: [Literal(False)],
            KZEDU.position: [Literal(1)],
            KZEDU.asWritten: [Literal("ҮМ", lang="kk")],
        },
        quote: {RDF.type: [OA.SpecificResource], OA.hasSource: [EDITION], OA.hasSelector: [place, words]},
        place: {RDF.type: [OA.TextPositionSelector], OA.start: [Literal(10)], OA.end: [Literal(25)]},
        words: {RDF.type: [OA.TextQuoteSelector], OA.exact: [Literal("Үлгі шара есеп", lang="kk")]},
    }
    for subject, properties in statements.items():
        for predicate, values in properties.items():
            for value in values:
                graph.add((subject, predicate, value))
    told = (iris.deliverable(EDITION, "1"), iris.deadline(EDITION, "1"), iris.assignment(EDITION, "1", 1))
    for owner in (measure, *told):
        graph.add((owner, KZEDU.evidence, quote))
    return graph
