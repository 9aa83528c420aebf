"""The graph says each thing once: indicators, values, money, due points, parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rdflib import Graph, Literal
from rdflib.namespace import DCTERMS, RDF

from kzedu_graph.mapping.deadlines import write_deadline
from kzedu_graph.mapping.indicators import indicator_iri, write_indicator
from kzedu_graph.mapping.measures import write_measure
from kzedu_graph.mapping.money import leaves_of, write_funding
from kzedu_graph.mapping.statements import Statements
from kzedu_graph.model.records import (
    Allocation,
    Deliverable,
    Indicator,
    Measure,
    Part,
    Party,
    Period,
    Source,
    Span,
    Target,
)
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

SOURCE = Source("x", "S3100000001", "kk", date(2031, 1, 1), "Үлгі", programme="S3100000001", period="2031/2033")
TEXT = "Кітапханасы бар ауылдардың үлесі " * 9


@pytest.fixture
def on() -> Statements:
    return Statements(SOURCE, TEXT)


def graph_of(on: Statements) -> Graph:
    graph = Graph()
    for triple in on.triples:
        graph.add(triple)
    return graph


def listed(place: str, number: str, *values: float, start: int = 0) -> Indicator:
    targets = tuple(
        Target(2031 + at, value, spans=(Span(start + at, start + at + 1),)) for at, value in enumerate(values)
    )
    return Indicator("x", "S3100000001", place, "target", number, "Үлесі", targets, (Span(start, start + 9),))


def test_values_that_agree_are_one_target_with_two_quotes(on: Statements) -> None:
    plan, section = listed("plan", "28", 10, 20), listed("section", "29", 10, 20, start=100)
    write_indicator(on, [plan, section])
    graph = graph_of(on)
    assert len(set(graph.subjects(RDF.type, KZEDU.Indicator))) == 1
    targets = set(graph.subjects(RDF.type, KZEDU.Target))
    assert len(targets) == 2
    assert all(len(set(graph.objects(target, KZEDU.evidence))) == 2 for target in targets)
    other = indicator_iri(section)
    assert set(graph.objects(other, KZEDU.states)) == targets
    assert set(graph.objects(None, DCTERMS.isReplacedBy)) == targets
    assert set(graph.objects(indicator_iri(plan), KZEDU.listing)) == {other, iris.listing(indicator_iri(plan))}


def test_values_that_differ_stay_apart_by_listing(on: Statements) -> None:
    plan, section = listed("plan", "1", 10, 20), listed("section", "1", 10, 99, start=100)
    write_indicator(on, [plan, section])
    graph = graph_of(on)
    assert len(set(graph.objects(indicator_iri(plan), KZEDU.target))) == 2
    (apart,) = graph.objects(indicator_iri(section), KZEDU.target)
    assert graph.value(apart, KZEDU.value) == Literal("99", datatype=graph.value(apart, KZEDU.value).datatype)


def test_what_one_place_alone_states_is_the_indicators_too(on: Statements) -> None:
    plan, section = listed("plan", "1", 10), listed("section", "1", 10, 20, start=100)
    write_indicator(on, [plan, section])
    assert len(set(graph_of(on).objects(indicator_iri(plan), KZEDU.target))) == 2


def test_an_item_that_was_taken_out_is_no_indicator(on: Statements) -> None:
    write_indicator(
        on, [Indicator("x", "S3100000001", "section", "target", "27", "", (), (Span(0, 9),), remark="алынды")]
    )
    graph = graph_of(on)
    assert not set(graph.subjects(RDF.type, KZEDU.Indicator))
    (listing,) = graph.subjects(RDF.type, KZEDU.IndicatorListing)
    assert graph.value(listing, KZEDU.status) == iris.code("status", "repealed")


def money(year: int | None, amount: float, source: str | None = None) -> Allocation:
    return Allocation(year, amount, source, (Span(0, 3),))


@pytest.mark.parametrize(
    ("funding", "leaves"),
    [
        ([money(2031, 4), money(2032, 6), money(None, 10)], {4, 6}),
        ([money(2031, 4, "РБ"), money(2031, 6, "ЖБ"), money(2031, 10)], {4, 6}),
        ([money(None, 7)], {7}),
        ([money(None, 3, "РБ"), money(None, 4, "ЖБ"), money(None, 7)], {3, 4}),
        ([money(2031, 4, "РБ"), money(2032, 5), money(None, 9)], {4, 5}),
    ],
)
def test_leaves_are_what_is_no_sum_of_others(funding: list[Allocation], leaves: set[int]) -> None:
    assert {each.amount for each in leaves_of(funding)} == leaves


def row(**told: object) -> Measure:
    fields: dict[str, object] = {
        "source": "x", "programme": "S3100000001", "number": "7", "seq": 1, "name": "Оқу залын ашу",
        "completion_form": (), "deadline_text": "", "period": None, "responsible": (), "evidence": (Span(0, 9),),
    }  # fmt: skip
    return Measure(**(fields | told))  # type: ignore[arg-type]


def test_a_total_is_told_beside_the_leaves_and_keeps_its_name(on: Statements) -> None:
    measure = iris.measure("S3100000001", "7")
    write_funding(on, measure, row(funding=(money(2031, 4, "РБ"), money(None, 4, "РБ"))))
    graph = graph_of(on)
    (leaf,), (total,) = graph.objects(measure, KZEDU.allocation), graph.objects(measure, KZEDU.statedTotal)
    assert total == iris.allocation(on.edition, measure, None, 1)
    assert graph.value(leaf, KZEDU.budgetSource) == iris.code("budget-source", "republican")
    assert (total, RDF.type, KZEDU.Allocation) not in graph


def test_a_recurring_day_has_marked_points_in_the_years_of_the_programme(on: Statements) -> None:
    owner = iris.measure("S3100000001", "7")
    deadline = write_deadline(on, owner, "жыл сайын, желтоқсан", Period("", ("--12",), "annual"))
    graph = graph_of(on)
    points = {str(graph.value(point, KZEDU.edtf)): point for point in graph.objects(deadline, KZEDU.duePoint)}
    assert sorted(points) == ["2031-12", "2032-12", "2033-12"]
    assert all(graph.value(point, KZEDU.derived) == Literal(True) for point in points.values())
    assert not set(graph.objects(deadline, KZEDU.dueBy))


def test_every_row_has_a_part_and_a_divided_one_has_its_own(on: Statements) -> None:
    report, plan = Deliverable("есеп", "report", "kz-moe"), Deliverable("жоспар")
    ours, theirs = Party("ОМ", False, "kz-moe", (Span(0, 2),)), Party("ЖАО", False, "kz-leb", (Span(3, 5),))
    parts = (Part("жоспар", "2031", ("2031",), (ours,)), Part("есеп", "2032", ("2032",), (theirs,)))
    period = Period("2031, 2032", ("2031", "2032"))
    told = row(completion_form=(plan, report), deadline_text="2031, 2032", period=period, responsible=(ours, theirs))
    write_measure(on, told, {})
    write_measure(on, row(number="8", completion_form=(report,), responsible=(ours,)), {})
    whole = Measure(**{name: getattr(told, name) for name in told.__slots__} | {"parts": parts, "number": "9"})
    write_measure(on, whole, {})
    graph = graph_of(on)
    number = {str(graph.value(measure, KZEDU.number)): measure for measure in graph.subjects(RDF.type, KZEDU.Measure)}
    assert [len(set(graph.objects(number[each], KZEDU.part))) for each in "789"] == [1, 1, 2]
    led = {
        (str(graph.value(part, KZEDU.lead)).rpartition("/")[2], str(graph.value(form, KZEDU.recipient)))
        for part in graph.objects(number["9"], KZEDU.part)
        for form in graph.objects(part, KZEDU.deliverable)
    }
    assert led == {("kz-moe", "None"), ("kz-leb", str(iris.agency("kz-moe")))}


def test_measures_indicators_and_provisions_say_what_they_are_about(on: Statements) -> None:
    """By the words of the text, in its own language; words of no topic give none."""
    write_measure(
        on, Measure("x", "S3100000001", "1", 1, "Ауыл кітапханаларын ашу", (), "", None, (), (Span(0, 9),)), {}
    )
    write_measure(on, Measure("x", "S3100000001", "2", 2, "Бірдеңе істеу", (), "", None, (), (Span(0, 9),)), {})
    graph = graph_of(on)
    about = set(graph.objects(iris.measure("S3100000001", "1"), DCTERMS.subject))
    assert about == {iris.topic("libraries"), iris.topic("rural")}
    assert not set(graph.objects(iris.measure("S3100000001", "2"), DCTERMS.subject))
    write_indicator(on, [replace(listed("plan", "1", 10), name="Кітапханасы бар мектептердің үлесі")])
    assert iris.topic("libraries") in set(
        graph_of(on).objects(iris.indicator("S3100000001", "plan", "target", "1"), DCTERMS.subject)
    )
