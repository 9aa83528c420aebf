"""Figures pass the integrity constraints of the W3C Data Cube; each constraint catches what breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_graph import quads
from data_cube import CONSTRAINTS, HERE, broken, normalised
from rdflib import Graph
from rdflib.namespace import QB, RDF

from kzedu_graph.building.nquads import ONTOLOGY
from kzedu_graph.vocabulary.iris import KZEDU


def cube_of(folder: Path) -> Graph:
    """The cubes of all editions of a folder, with their structures."""
    everything = quads(folder)
    observed = {s for s, p, o, _ in everything if p == RDF.type and o in (QB.Observation, QB.DataSet)}
    found = Graph()
    for s, p, o, graph in everything:
        if graph == ONTOLOGY or s in observed:
            found.add((s, p, o))
    return found


def test_there_are_twenty_one_constraints() -> None:
    assert [f"ic-{number:02}" for number in range(1, 22)] == list(CONSTRAINTS)
    assert {file.stem for file in (HERE / "broken").glob("*.ttl")} == set(CONSTRAINTS)


def test_a_sound_cube_breaks_none() -> None:
    assert broken(normalised(Graph().parse(HERE / "sound.ttl"))) == []


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_each_constraint_catches_what_breaks_it(name: str) -> None:
    cube = Graph().parse(HERE / "sound.ttl").parse(HERE / "broken" / f"{name}.ttl")
    assert name in broken(normalised(cube))


def test_the_sample_is_a_sound_cube(sample: Path) -> None:
    cube = cube_of(sample)
    assert (None, RDF.type, KZEDU.Target) in cube
    assert broken(normalised(cube)) == []


def test_the_corpus_is_a_sound_cube(corpus: Path) -> None:
    cube = cube_of(corpus)
    assert len(set(cube.subjects(RDF.type, QB.Observation))) > 1000
    assert broken(normalised(cube)) == []
