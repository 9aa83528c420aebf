"""The patterns of docs/model.md: each runs, gives rows where the sample has what it asks for, and gives right numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from corpus_graph import store as store_of
from rdflib import Literal, URIRef

from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary import iris

PAGE = Path(__file__).parents[3] / "docs" / "model.md"
PATTERNS = re.findall(r"\*\*(\d+)\. .*?```sparql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
PREFIXES = (
    "PREFIX kzedu: <https://w3id.org/kzedu/ontology#> PREFIX eli: <http://data.europa.eu/eli/ontology#> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)
PROGRAMME = iris.document("P2300000249")
REPEALED = iris.document("P1900000988")


@pytest.fixture(scope="module")
def held(sample: Path) -> MemoryStore:
    return store_of(sample)


@pytest.fixture(scope="module")
def five(corpus: Path) -> MemoryStore:
    return store_of(corpus)


def test_there_are_twelve() -> None:
    assert [int(number) for number, _ in PATTERNS] == list(range(1, 13))


@pytest.mark.parametrize(("number", "text"), PATTERNS, ids=[number for number, _ in PATTERNS])
def test_a_pattern_finds_something_in_the_sample(held: MemoryStore, number: str, text: str) -> None:
    rows = list(held.select(text))
    assert rows or number in {"3", "4", "11", "12"}  # the sample states no money, has no prose and no second edition


@pytest.mark.parametrize(("number", "text"), PATTERNS, ids=[number for number, _ in PATTERNS])
def test_a_pattern_finds_something_in_the_corpus(five: MemoryStore, number: str, text: str) -> None:
    assert list(five.select(text))


def test_a_count_of_indicators_is_what_a_reader_counts(five: MemoryStore) -> None:
    text = PREFIXES + "SELECT ?p (COUNT(DISTINCT ?i) AS ?n) { ?i a kzedu:Indicator ; kzedu:partOf* ?p } GROUP BY ?p"
    counts = {row["p"]: int(str(row["n"])) for row in five.select(text)}
    assert counts[PROGRAMME] == 30
    both = (
        PREFIXES
        + "SELECT ?i (COUNT(?l) AS ?n) { ?i a kzedu:Indicator ; kzedu:programme ?p ; kzedu:listing ?l } GROUP BY ?i"
    )
    assert all(int(str(row["n"])) <= 2 for row in five.select(both))


def test_a_plain_sum_of_money_adds_leaves_and_totals_stand_beside_it(five: MemoryStore) -> None:
    text = (
        PREFIXES + "SELECT ?p (SUM(?v) AS ?n) { ?m kzedu:programme ?p ; kzedu:allocation/kzedu:amount ?v } GROUP BY ?p"
    )
    (row,) = five.select(text)
    rows = PREFIXES + (
        "SELECT (SUM(?v) AS ?n) { ?m a kzedu:Measure ; kzedu:statedTotal ?t . ?t kzedu:totalScope 'row' ; kzedu:amount ?v }"
    )
    (stated,) = five.select(rows)
    assert row["p"] == REPEALED
    assert Decimal(str(row["n"])) == Decimal(10294428)
    assert Decimal(str(stated["n"])) == Decimal(10294428)  # every row adds up, or nearly: two do not, and cancel out
    whole = PREFIXES + "SELECT ?v { ?p kzedu:statedTotal ?t . ?t kzedu:totalScope 'programme' ; kzedu:amount ?v }"
    assert Literal("11578425", datatype=URIRef("http://www.w3.org/2001/XMLSchema#decimal")) in {
        row["v"] for row in five.select(whole)
    }


def test_a_measure_of_four_januaries_has_four_rows(five: MemoryStore) -> None:
    text = PREFIXES + (
        "SELECT ?m ?starts ?due { ?m kzedu:deadline/kzedu:duePoint ?p . ?p kzedu:startsOn ?starts ; kzedu:dueBy ?due }"
    )
    rows = five.select(text, m=iris.measure("P2300000249", "165"))
    assert [str(row["starts"]) for row in sorted(rows, key=lambda row: str(row["starts"]))] == [
        f"{year}-01-01" for year in (2024, 2025, 2026, 2027)
    ]


def test_what_a_part_hands_in_is_its_own(five: MemoryStore) -> None:
    text = (
        PREFIXES
        + "SELECT ?m ?lead ?to { ?m kzedu:part ?p . ?p kzedu:lead ?lead ; kzedu:deliverable/kzedu:recipient ?to }"
    )
    rows = five.select(text, m=iris.measure("P2300000249", "90"))
    assert {(row["lead"], row["to"]) for row in rows} == {(iris.agency("kz-leb"), iris.agency("kz-moe"))}


def test_a_repealed_programme_says_since_when_and_by_which_act(five: MemoryStore) -> None:
    text = PREFIXES + (
        "SELECT ?w ?code ?since ?act { ?w kzedu:status/skos:notation ?code ; kzedu:statusSince ?since ; kzedu:statusAct ?act }"
    )
    (row,) = five.select(text, w=REPEALED)
    assert (str(row["code"]), str(row["since"]), row["act"]) == ("repealed", "2021-10-12", iris.document("P2100000726"))
    owed = PREFIXES + "SELECT DISTINCT ?s { ?m a kzedu:Measure ; kzedu:programme ?w ; kzedu:status/skos:notation ?s }"
    assert [str(row["s"]) for row in five.select(owed.replace("?w", f"<{REPEALED}>"))] == ["repealed"]


def test_no_property_of_ours_is_now_a_thing_and_now_a_word(five: MemoryStore) -> None:
    text = PREFIXES + (
        "SELECT ?p (SUM(IF(isIRI(?o), 1, 0)) AS ?things) (COUNT(?o) AS ?n) "
        "{ ?s ?p ?o FILTER(STRSTARTS(STR(?p), STR(kzedu:))) } GROUP BY ?p"
    )
    mixed = [row["p"] for row in five.select(text) if 0 < int(str(row["things"])) < int(str(row["n"]))]
    assert mixed == []
