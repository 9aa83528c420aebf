"""The official acts of this policy field: which there are, in which editions, and where the State publishes them.

Facts only (`ontology/official-texts/`): the texts themselves are fetched from the official register, never carried.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, Literal

from kzedu_graph.corpus.addresses import register_addresses
from kzedu_graph.vocabulary.iris import ELI, local_name
from kzedu_graph.vocabulary.places import ONTOLOGY_FOLDER
from kzedu_graph.vocabulary.turtle import read_together

FOLDER = ONTOLOGY_FOLDER / "official-texts"


@dataclass(frozen=True, slots=True)
class OfficialAct:
    """An act by its number in the register ("P2300000249"), its names by language, and the days of its editions.

    The last edition is the text as it is in force, or as it was when it was repealed.
    """

    number: str
    names: Mapping[str, str]
    editions: tuple[date, ...]

    def addresses(self, *, history: bool) -> tuple[str, ...]:
        """Where the register has it in both languages: the last edition, with `history` the earlier ones too."""
        earlier = self.editions[:-1] if history else ()
        places = [register_addresses(self.number, day) for day in earlier]
        return tuple(address for several in (*places, register_addresses(self.number)) for address in several)


@cache
def official_acts(folder: Path = FOLDER) -> tuple[OfficialAct, ...]:
    """The acts in the order of their first editions; raises ValueError for one of which no edition is told."""
    graph = read_together(sorted(folder.glob("*.ttl")))
    found = []
    for act in graph.subjects(RDF.type, ELI.LegalResource):
        days = sorted(
            day.toPython()
            for edition in graph.objects(act, ELI.is_realized_by)
            for day in graph.objects(edition, ELI.version_date)
            if isinstance(day, Literal)
        )
        if not days:
            raise ValueError(
                f'{act}: write the editions, eli:is_realized_by [ eli:version_date "2031-05-05"^^xsd:date ]'
            )
        names = {
            str(name.language): str(name)
            for name in graph.objects(act, RDFS.label)
            if isinstance(name, Literal) and name.language
        }
        found.append(OfficialAct(local_name(str(act)), names, tuple(dict.fromkeys(days))))
    return tuple(sorted(found, key=lambda each: (each.editions[0], each.number)))
