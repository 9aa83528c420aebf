"""A programme as StratML Part 2: valid, the same in every build, with what the graph says and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_graph import quads as quads_of
from corpus_graph import store as store_of
from lxml import etree

from kzedu_graph.exports.standards.stratml import NAMESPACE, programmes, write_stratml
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary.iris import KZEDU

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "stratml" / "part2.xsd"))
S = {"s": NAMESPACE}


def texts(document: etree._Element, path: str) -> list[str]:
    return [found.text or "" for found in document.iterfind(path, S)]


@pytest.fixture(scope="module")
def plan(sample: Path) -> etree._Element:
    """The invented programme of the sample."""
    store = store_of(sample)
    (key,) = programmes(store)
    return etree.fromstring(write_stratml(store, key, "ru"))


def test_the_sample_is_valid(plan: etree._Element) -> None:
    SCHEMA.assertValid(plan)


def test_goals_objectives_indicators_and_bodies_are_those_of_the_graph(plan: etree._Element, sample: Path) -> None:
    store = store_of(sample)
    rows = store.select(
        f"SELECT ?target ?value {{ ?i <{KZEDU.target}> ?target ; <{KZEDU.place}> 'plan' ."
        f" OPTIONAL {{ ?target <{KZEDU.value}> ?value }} }}"
    )
    assert rows
    assert len(texts(plan, ".//s:TargetResult")) == len({row["target"] for row in rows})
    numbers = sorted(float(text) for text in texts(plan, ".//s:NumberOfUnits"))
    assert numbers == sorted(float(row["value"]) for row in rows if "value" in row)
    bodies = set(texts(plan, ".//s:Stakeholder/s:Description"))
    asked = f"SELECT ?b {{ ?m a <{KZEDU.Measure}> ; <{KZEDU.responsible}> ?b }}"
    assert bodies == {str(row["b"]) for row in store.select(asked)}


def test_every_measure_or_its_task_is_an_objective_with_its_quote(plan: etree._Element) -> None:
    objectives = plan.findall(".//s:Objective[s:Identifier]", S)
    assert objectives
    for objective in objectives:
        assert "/id/evidence/" in (objective.findtext("s:OtherInformation", "", S))


@pytest.mark.parametrize("name", ["MeasurementDimension", "Goal/Name", "EndDate"])
def test_the_schema_misses_what_is_taken_away_or_wrong(plan: etree._Element, name: str) -> None:
    """The schema itself can fail: a missing name and a date that is none are found."""
    broken = etree.fromstring(etree.tostring(plan))
    one = broken.find(".//" + "/".join(f"s:{step}" for step in name.split("/")), S)
    if name == "EndDate":
        one.text = "31.12.2024"
    else:
        one.getparent().remove(one)
    assert not SCHEMA.validate(broken)


def test_the_same_graph_gives_the_same_bytes(sample: Path) -> None:
    quads = [*quads_of(sample)]
    (key,) = programmes(MemoryStore(quads))
    assert write_stratml(MemoryStore(quads), key) == write_stratml(MemoryStore(reversed(quads)), key)


def test_a_programme_that_is_not_there(sample: Path) -> None:
    with pytest.raises(LookupError, match="no programme P0000000000; there are: "):
        write_stratml(store_of(sample), "P0000000000")


def test_the_programmes_of_the_corpus_are_valid(corpus: Path) -> None:
    store = store_of(corpus)
    assert programmes(store) == ["P1900000988", "P2300000249", "nis-strategy-2030"]
    for key in programmes(store):
        for lang in ("kk", "ru"):
            SCHEMA.assertValid(etree.fromstring(write_stratml(store, key, lang)))
