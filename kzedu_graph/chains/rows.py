"""What chains are made of: things and the links between them, as rows of a dataset give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import Literal
from rdflib.term import Node

from kzedu_graph.vocabulary.iris import LANGUAGES, local_name
from kzedu_graph.vocabulary.queries import Select, load_query

KINDS = (
    "programme",
    "goal",
    "task",
    "direction",
    "indicator",
    "measure",
    "duty",
    "body",
    "post",
    "organisational-unit",
    "unrecognised",
)
"""A post and a unit are those of the organisation whose plan names them; what is unrecognised is a party that a cell
names and no registry knows, as it is written."""
LINKS = (
    "holds",
    "served-by",
    "carried-out-by",
    "laid-on",
    "controlled-by",
    "reported-to",
    "reports-to",
    "succeeded-by",
)
"""A heading holds rows; an indicator is served by measures; a measure is carried out by bodies, controlled by one and
reported to one; a duty of prose is laid on a body; a body reports to another, and is succeeded by another."""

ENDED = ("repealed", "lapsed")
"""Notations of the status of what is no longer in force."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an edition, and where they begin in its text (code points)."""

    edition: str
    start: int
    words: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of a chain: `kind` is one of `KINDS`; a body has no number and no programme, and may have other names.

    `status` is the notation of its status, None where nothing says one, and `status_on` the day of which it is said.
    `deadlines` are the words that say by when.
    """

    iri: str
    kind: str
    names: Mapping[str, str]
    number: str | None = None
    programme: str | None = None
    quote: Quote | None = None
    status: str | None = None
    aliases: frozenset[str] = frozenset()
    status_on: str | None = None
    deadlines: tuple[str, ...] = ()

    def name(self, lang: str) -> str:
        """Its name in the language, else in another, else the end of its IRI."""
        return next((self.names[each] for each in (lang, *LANGUAGES) if each in self.names), local_name(self.iri))


@dataclass(frozen=True, slots=True)
class Link:
    """An edge: `kind` is one of `LINKS`; role, binding and place in the cell where a body carries out a measure.

    `quote` is what says that there is the link.
    """

    kind: str
    role: str | None = None
    by_agreement: bool = False
    quote: Quote | None = None
    position: int = 0


def quote_of(row: Mapping[str, Node]) -> Quote | None:
    """The quote of a row, where it has one."""
    return Quote(str(row["edition"]), int(str(row["start"])), str(row["words"])) if "words" in row else None


def read_things(select: Select) -> Iterator[Thing]:
    """Every node of a chain, with its first quote."""
    quotes: dict[str, Quote] = {}
    for row in select(load_query(__file__, "quotes")):
        quote = quote_of(row)
        if quote and (str(row["node"]) not in quotes or quote.start < quotes[str(row["node"])].start):
            quotes[str(row["node"])] = quote
    deadlines: dict[str, list[str]] = defaultdict(list)
    for row in select(load_query(__file__, "deadlines")):
        deadlines[str(row["node"])].append(" ".join(str(row["written"]).split()))
    rows: dict[str, list[Mapping[str, Node]]] = defaultdict(list)
    for row in [*select(load_query(__file__, "things")), *select(load_query(__file__, "bodies"))]:
        rows[str(row["node"])].append(row)
    for iri, found in rows.items():
        names: dict[str, str] = {}
        for name in (row["name"] for row in found if "name" in row):
            if isinstance(name, Literal):
                names.setdefault(name.language or "kk", str(name))
        first = found[0]
        number, programme = first.get("number"), first.get("programme")
        yield Thing(
            iri,
            str(first.get("kind", "body")),
            names,
            None if number is None else str(number),
            None if programme is None else str(programme),
            quotes.get(iri),
            str(first["status"]) if "status" in first else None,
            frozenset(str(row["alias"]) for row in found if "alias" in row),
            str(first["on"]) if "on" in first else None,
            tuple(deadlines[iri]),
        )


def read_links(select: Select) -> Iterator[tuple[str, str, Link]]:
    """Every link that is no part in a measure, from what is wanted to who answers for it."""
    quotes = {row["quote"]: quote_of(row) for row in select(load_query(__file__, "link-quotes"))}
    for row in [*select(load_query(__file__, "links")), *select(load_query(__file__, "control"))]:
        kind = str(row.get("link", "controlled-by"))
        yield str(row["from"]), str(row["to"]), Link(kind, quote=quotes.get(row["quote"]) if "quote" in row else None)
