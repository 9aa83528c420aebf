"""Posts and units of the organisation whose plan a text is stand under it in the graph, and are no bodies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rdflib import Graph, Literal
from rdflib.namespace import ORG, RDF, RDFS

from kzedu_graph.mapping.assignments import write_assignments
from kzedu_graph.mapping.statements import Statements
from kzedu_graph.model.records import Party, Source, Span
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

SOURCE = Source("x", "plan-x", "ru", date(2031, 1, 1), "План", organisation="КГУ «Школа № 31»")
TEXT = "Завхоз, бухгалтерия, МФ, жители района"
PARTIES = (
    Party("Завхоз", False, spans=(Span(0, 6),), staff="post"),
    Party("бухгалтерия", False, spans=(Span(8, 19),), staff="unit"),
    Party("МФ", False, "kz-mof", (Span(21, 23),), "abbreviation"),
    Party("жители района", False, spans=(Span(25, 38),)),
)
MEASURE = iris.measure("plan-x", "1")


def graph_of(source: Source) -> Graph:
    on = Statements(source, TEXT)
    write_assignments(on, MEASURE, PARTIES)
    graph = Graph()
    for triple in on.triples:
        graph.add(triple)
    return graph


def test_a_post_is_in_the_organisation_and_a_unit_is_of_it() -> None:
    graph, school = graph_of(SOURCE), iris.organisation("plan-x")
    assert list(graph.subjects(ORG.postIn, school)) == [iris.staff("post", "plan-x", "Завхоз")]
    assert list(graph.subjects(ORG.unitOf, school)) == [iris.staff("unit", "plan-x", "бухгалтерия")]
    assert graph.value(school, RDFS.label) == Literal("КГУ «Школа № 31»", lang="ru")
    assert (school, RDF.type, KZEDU.Agency) not in graph
    assert list(graph.objects(MEASURE, KZEDU.responsible)) == [iris.agency("kz-mof")]


def test_a_post_is_one_thing_however_its_first_letter_is_written() -> None:
    assert iris.staff("post", "plan-x", "Завхоз") == iris.staff("post", "plan-x", "завхоз ")


def test_an_organisation_of_the_registry_is_the_one_that_they_stand_under() -> None:
    graph = graph_of(replace(SOURCE, issuer="kz-talap", organisation="НАО «Talap»"))
    assert set(graph.objects(None, ORG.postIn)) == {iris.agency("kz-talap")}


def test_nobody_stands_under_the_issuer_of_a_plan_of_the_state() -> None:
    graph = graph_of(replace(SOURCE, organisation=None))
    assert not list(graph.subjects(KZEDU.staff))
    assert len(list(graph.subjects(RDF.type, KZEDU.Assignment))) == len(PARTIES)


def test_a_post_that_cells_begin_with_another_letter_has_one_name() -> None:
    on = Statements(SOURCE, TEXT)
    for words in ("Завхоз", "завхоз"):
        write_assignments(on, iris.measure("plan-x", words), (Party(words, False, staff="post"),))
    post = iris.staff("post", "plan-x", "Завхоз")
    assert [value for node, of, value in on.triples if node == post and of == RDFS.label] == [Literal("Завхоз", "ru")]
