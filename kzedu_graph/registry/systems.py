"""Information systems of the registry: databases, registers, platforms, portals and sites, by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from rdflib import RDFS, SKOS, Literal

from kzedu_graph.vocabulary.iris import local_name
from kzedu_graph.vocabulary.places import ONTOLOGY_FOLDER
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.turtle import read_turtle

FILE = ONTOLOGY_FOLDER / "registry" / "information-systems.ttl"
INITIATIVES = ONTOLOGY_FOLDER / "registry" / "initiatives.ttl"
_BEHIND = " ("


@cache
def load_systems(file: Path = FILE, *, brackets: bool = False) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The names of each system by its key: pairs of language and name, an abbreviation in brackets apart.

    So are those of another file, `INITIATIVES`. With `brackets` each name is as written, brackets and all.
    """
    read = partial(_read, file, brackets=brackets)
    return prepared(f"systems-of-{file.stem}-{brackets}", dict, read, *bytes_of([file]))


def _read(file: Path, *, brackets: bool) -> dict[str, tuple[tuple[str, str], ...]]:
    graph = read_turtle(file)
    found: dict[str, set[tuple[str, str]]] = {}
    for predicate in (RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
        for system, label in graph.subject_objects(predicate):
            if isinstance(label, Literal) and label.language:
                names = found.setdefault(local_name(str(system)), set())
                names.update((label.language, name) for name in ([str(label)] if brackets else _names(str(label))))
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def _names(label: str) -> Iterator[str]:
    """ "Ұлттық білім беру дерекқоры (ҰБДҚ)" is two names; "WorldSkills (CIS)" is one, which only the whole says."""
    name, bracket, rest = label.partition(_BEHIND)
    if not bracket or not rest.endswith(")"):
        yield label
    elif " " in name:
        yield name
        if " " not in rest and rest[:-1].isupper():
            yield rest[:-1]
