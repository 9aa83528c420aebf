"""What chains are made of: things and the links between them, as rows of a dataset give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import Literal
from rdflib.term import Node

from kzedu_graph.vocabulary.iris import LANGUAGES

Select = Callable[[str], Iterable[Mapping[str, Node]]]

KINDS = ("programme", "goal", "task", "direction", "indicator", "measure", "body")
LINKS = ("holds", "served-by", "carried-out-by", "controlled-by", "reported-to", "reports-to", "succeeded-by")
"""A heading holds rows; an indicator is served by measures; a measure is carried out by bodies, controlled by one and
reported to one; a body reports to another, and is succeeded by another."""

_PREFIXES = """
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX kzedu: <https://w3id.org/kzedu/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_THINGS = """
SELECT ?node ?kind ?number ?name ?programme WHERE {
  VALUES (?class ?kind) {
    (kzedu:Programme "programme") (kzedu:Goal "goal") (kzedu:Task "task") (kzedu:Direction "direction")
    (kzedu:Indicator "indicator") (kzedu:Measure "measure")
  }
  ?node a ?class .
  OPTIONAL { ?node kzedu:number ?number }
  OPTIONAL { ?node rdfs:label ?name }
  OPTIONAL { ?node kzedu:programme ?programme }
}
"""
_BODIES = """
SELECT DISTINCT ?node ?name WHERE {
  { ?any kzedu:agency ?node } UNION { ?any kzedu:recipient ?node } UNION { ?any kzedu:controller ?node }
  UNION { ?any kzedu:from|kzedu:to ?node } UNION { ?any kzedu:succeededBy ?node } UNION { ?node kzedu:succeededBy ?any }
  OPTIONAL { ?node skos:prefLabel ?name }
}
"""
_LINKS = """
# A line that names a class of bodies and no body ("those responsible") is that of every body of the plan.
SELECT DISTINCT ?from ?to ?link WHERE {
  { ?to kzedu:partOf ?from . FILTER NOT EXISTS { ?to kzedu:contributesTo ?from } BIND("holds" AS ?link) }
  UNION { ?to kzedu:contributesTo ?from BIND("served-by" AS ?link) }
  UNION { ?from a kzedu:Measure ; kzedu:deliverable ?form . ?form kzedu:recipient ?to BIND("reported-to" AS ?link) }
  UNION { ?line a kzedu:ReportingLine ; kzedu:from ?from ; kzedu:to ?to BIND("reports-to" AS ?link) }
  UNION {
    ?line a kzedu:ReportingLine ; kzedu:to ?to ; kzedu:evidence/oa:hasSource/eli:realizes ?programme .
    FILTER NOT EXISTS { ?line kzedu:from ?named }
    ?row a kzedu:Measure ; kzedu:programme ?programme ; kzedu:responsible ?from .
    FILTER(?from != ?to)
    BIND("reports-to" AS ?link)
  }
  UNION { ?from kzedu:succeededBy ?to BIND("succeeded-by" AS ?link) }
}
"""
_CONTROL = """
SELECT ?from ?to WHERE { ?programme kzedu:controller ?to . ?from a kzedu:Measure ; kzedu:programme ?programme }
"""
_PARTS = """
SELECT ?from ?to ?agreed ?role ?position ?edition ?start ?words WHERE {
  ?from a kzedu:Measure ; kzedu:assignment ?part .
  ?part kzedu:agency ?to ; kzedu:byAgreement ?agreed ; kzedu:role ?role ; kzedu:position ?position .
  OPTIONAL {
    ?part kzedu:evidence ?quote .
    ?quote oa:hasSource ?edition ; oa:hasSelector ?place, ?text . ?place oa:start ?start . ?text oa:exact ?words
  }
}
"""
_QUOTES = """
SELECT ?node ?edition ?start ?words WHERE {
  VALUES ?class { kzedu:Measure kzedu:Indicator kzedu:Goal kzedu:Task kzedu:Direction }
  ?node a ?class ; kzedu:evidence ?quote .
  ?quote oa:hasSource ?edition ; oa:hasSelector ?place, ?text . ?place oa:start ?start . ?text oa:exact ?words
}
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an edition, and where they begin in its text (code points)."""

    edition: str
    start: int
    words: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of a chain: `kind` is one of `KINDS`; a body has no number and no programme."""

    iri: str
    kind: str
    names: Mapping[str, str]
    number: str | None = None
    programme: str | None = None
    quote: Quote | None = None

    def name(self, lang: str) -> str:
        """Its name in the language, else in another, else the end of its IRI."""
        return next((self.names[each] for each in (lang, *LANGUAGES) if each in self.names), self.iri.rsplit("/", 1)[1])


@dataclass(frozen=True, slots=True)
class Link:
    """An edge: `kind` is one of `LINKS`; role, binding and quote where a body carries out a measure."""

    kind: str
    role: str | None = None
    by_agreement: bool = False
    quote: Quote | None = None


def _quote(row: Mapping[str, Node]) -> Quote | None:
    return Quote(str(row["edition"]), int(str(row["start"])), str(row["words"])) if "words" in row else None


def read_things(select: Select) -> Iterator[Thing]:
    """Every node of a chain, with its first quote."""
    quotes: dict[str, Quote] = {}
    for row in select(_PREFIXES + _QUOTES):
        quote = _quote(row)
        if quote and (str(row["node"]) not in quotes or quote.start < quotes[str(row["node"])].start):
            quotes[str(row["node"])] = quote
    rows: dict[str, list[Mapping[str, Node]]] = defaultdict(list)
    for row in [*select(_PREFIXES + _THINGS), *select(_PREFIXES + _BODIES)]:
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
        )


def read_links(select: Select) -> Iterator[tuple[str, str, Link]]:
    """Every link, from what is wanted to who answers for it."""
    for row in select(_PREFIXES + _LINKS):
        yield str(row["from"]), str(row["to"]), Link(str(row["link"]))
    for row in select(_PREFIXES + _CONTROL):
        yield str(row["from"]), str(row["to"]), Link("controlled-by")
    seen = set()
    for row in sorted(select(_PREFIXES + _PARTS), key=lambda row: int(str(row["position"]))):
        pair = str(row["from"]), str(row["to"])
        if pair not in seen:  # a body named twice in a cell: its first place counts
            seen.add(pair)
            role = str(row["role"]).rsplit("#", 1)[-1]
            yield *pair, Link("carried-out-by", role, str(row["agreed"]) == "true", _quote(row))
