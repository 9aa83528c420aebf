"""The registry held against bodies and regions that were confirmed one by one, where that list stands beside the project."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pytest
from places import SHARED
from rdflib import ORG, RDF, Graph

from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.places import REGISTRY_FOLDER
from kzedu_graph.vocabulary.turtle import read_turtle

FOLDER = SHARED / "registry"
if not FOLDER.is_dir():
    pytest.skip("the confirmed bodies are not beside the project", allow_module_level=True)
REGISTRY = Registry.load()
UNDER_TWO_NAMES = {"kz-mdddai": "kz-mddiai"}
"""A body that the list has twice, once under each name; here it is one, whose names have days."""


def rows(name: str) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]
    return [row for row in found if "names" in row]


BODIES = rows("bodies.jsonl")


@cache
def changes() -> set[tuple[str, str]]:
    """Every two bodies between which the registry has an event: successions and transfers."""
    graph = Graph()
    for file in REGISTRY_FOLDER.glob("*.ttl"):
        graph += read_turtle(file)
    return {
        (iris.local_name(str(before)), iris.local_name(str(after)))
        for event in graph.subjects(RDF.type, ORG.ChangeEvent)
        for before in graph.objects(event, ORG.originalOrganization)
        for after in graph.objects(event, ORG.resultingOrganization)
    }


def own(key: str) -> str:
    return UNDER_TWO_NAMES.get(key, key)


@pytest.mark.parametrize("row", BODIES, ids=lambda row: row["key"])
def test_a_body_is_there_under_its_names_and_days(row: dict[str, Any]) -> None:
    body = REGISTRY.get(own(row["key"]))
    day = date.fromisoformat(row["valid_from"]) if len(row.get("valid_from", "")) == len("2031-05-05") else None
    for lang in ("kk", "ru"):
        found = REGISTRY.resolve(row["names"][lang], lang, day, {})
        assert body.key in (found.agency, *found.candidates), row["names"][lang]
    doubtful = " ".join(row["unconfirmed"])
    if row["confidence"] == "sure" and row["key"] not in UNDER_TWO_NAMES.keys() | UNDER_TWO_NAMES.values():
        for field, known in (("valid_from", body.since), ("valid_to", body.until)):
            told = row.get(field)
            if told and "day" not in doubtful and "founding" not in doubtful:
                assert str(known).startswith(told), field
        assert bool(row.get("valid_to")) == (body.until is not None)


@pytest.mark.parametrize("row", [row for row in BODIES if row["confidence"] == "sure"], ids=lambda row: row["key"])
def test_who_took_over_from_whom_is_an_event(row: dict[str, Any]) -> None:
    key = own(row["key"])
    told = {(own(before), key) for before in row["predecessors"]} | {(key, own(after)) for after in row["successors"]}
    assert {pair for pair in told if pair[0] != pair[1]} <= changes()


@pytest.mark.parametrize("row", rows("regions.jsonl"), ids=lambda row: row["key"])
def test_the_bodies_of_a_region_are_found_by_their_names(row: dict[str, Any]) -> None:
    bodies = {"akimat": "akimat", "maslikhat": "maslikhat", "education_department": "education-department"}
    found = {
        REGISTRY.resolve(name, lang[:2], None, {}).agency
        for field in bodies
        for lang, name in row.get(field, {}).items()
    }
    assert len(found) == len([field for field in bodies if row.get(field)])
    assert all(key and key.endswith(tuple(bodies.values())) for key in found)
