"""Who stands in the cells of a plan: bodies of the registry, posts and units of its organisation, and mere words.

What no registry knows is a party like any other. It is called as the cell names it, and cells of a programme that say
the same words name the same party.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib.term import Node

from kzedu_graph.chains.rows import Link, Thing, quote_of
from kzedu_graph.vocabulary.iris import local_name
from kzedu_graph.vocabulary.queries import Select, load_query

UNKNOWN = "unrecognised"
"""The kind of a party whose words are no body of the registry and no post or unit of the plan's organisation."""
STAFF = ("post", "organisational-unit")
MARKED = (*STAFF, UNKNOWN)
"""The kinds that are told beside the words: whoever reads them must know that they are no body of the registry."""
PARTIES = ("body", *MARKED)
"""The kinds of things that may stand in the cell of those who answer."""


@dataclass(frozen=True, slots=True)
class Part:
    """A place in a cell: the measure, the party that stands there, and how it is tied to the measure."""

    measure: str
    party: str
    link: Link
    thing: Thing | None
    """What the party is, None of a body: that stands among the bodies."""


def party_of(assignments: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """The IRI that stands for the party of each assignment without a body or a post.

    Assignments are (IRI, programme, words); of those of a programme that say the same, the first stands for all.
    """
    first: dict[tuple[str, str], str] = {}
    return {
        iri: first.setdefault((programme, " ".join(words.casefold().split())), iri)
        for iri, programme, words in sorted(assignments)
    }


def read_cell_words(select: Select) -> Mapping[str, Mapping[str, str]]:
    """By assignment without a body, its words by language: those of its own cell, and those that the text of the same
    day in another language has at the same place in the same role.
    """
    cells: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    places: dict[str, tuple[str, ...]] = {}
    for row in select(load_query(__file__, "cell-words")):
        day, _, lang = str(row["edition"]).rpartition("/")
        place = day, str(row["measure"]), str(row["position"]), str(row["role"])
        places[str(row["part"])] = place
        cells[place][lang] = " ".join(str(row["written"]).split())
    return {part: cells[place] for part, place in places.items()}


def read_parts(select: Select) -> Iterator[Part]:
    """Every place in the cell of a measure; a party that is named twice in a cell stands at its first place."""
    rows = sorted(select(load_query(__file__, "parts")), key=lambda row: (int(str(row["position"])), str(row["part"])))
    bare = ((str(row["part"]), str(row.get("programme", "")), str(row.get("written", ""))) for row in rows
            if "body" not in row and "staff" not in row)  # fmt: skip
    unknown, words = party_of(bare), read_cell_words(select)
    seen = set()
    for row in rows:
        named = row.get("body") or row.get("staff")
        party = str(named) if named else unknown[str(row["part"])]
        if (str(row["from"]), party) in seen:
            continue
        seen.add((str(row["from"]), party))
        link = Link(
            "carried-out-by",
            local_name(str(row["role"])),
            str(row["agreed"]) == "true",
            quote_of(row),
            int(str(row["position"])),
        )
        yield Part(str(row["from"]), party, link, None if "body" in row else _thing(party, row, words))


def _thing(party: str, row: Mapping[str, Node], words: Mapping[str, Mapping[str, str]]) -> Thing:
    named = words.get(str(row["part"]), {})
    kind = UNKNOWN if "staff" not in row else STAFF[0] if "post" in row else STAFF[1]
    return Thing(party, kind, named, programme=str(row["programme"]) if "programme" in row else None)
