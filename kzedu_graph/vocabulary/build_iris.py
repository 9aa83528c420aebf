"""The names of what builds make: changes, runs, findings, checks, measurements, and what people report."""

from __future__ import annotations

from rdflib import URIRef

from kzedu_graph.vocabulary.minting import digest, mint
from kzedu_graph.vocabulary.slugs import slug

# ---- what is reported


def report_source(name: str) -> URIRef:
    """`id/reported/lesnoy-schools`: all that one source reports."""
    return mint("reported", slug(name))


def report_on(source: str, about: str, *place: str, version: int = 0) -> URIRef:
    """`id/report/lesnoy-schools/<digest>`: what a source says of one thing; its n-th earlier wording ends in `/n`."""
    return mint("report", slug(source), digest("\n".join((about, *place))), *([str(version)] if version else []))


# ---- what validation speaks of


def shape(name: str) -> URIRef:
    """`id/shape/measure-number`: the rule that a finding's code names."""
    return mint("shape", slug(name))


def finding(code: str, *about: str) -> URIRef:
    """`id/finding/measure-number/<digest>`: the same complaint about the same thing keeps its IRI."""
    return mint("finding", slug(code), digest("\n".join(about)))


# ---- what changed, and what a build read


def change(kind: str, told: str) -> URIRef:
    """`id/change/date-moved/<digest>`: `told` is all that makes it this change."""
    return mint("change", slug(kind), digest(told))


def continuation(earlier: str, later: str) -> URIRef:
    """`id/continuation/<digest>`: a row that goes on in a row of a later programme."""
    return mint("continuation", digest(earlier, "\n", later))


def run(*digests: str) -> URIRef:
    """`id/run/<digest>`: a build, named by the digests of what it read."""
    return mint("run", digest(*digests))


def source(digest: str) -> URIRef:
    """`id/source/<digest>`: a text as it was read, named by the SHA-256 of its words."""
    return mint("source", slug(digest))


def report() -> URIRef:
    """The SHACL report of the whole dataset."""
    return mint("graph", "audit", "report")


def quality_measurement(metric: str, of: str, field: str) -> URIRef:
    """`id/quality-measurement/place-recall/provision/found`: how right the reading of a class's field was found."""
    return mint("quality-measurement", slug(metric), slug(of), slug(field))


def check(of: URIRef, code: str, *within: str) -> URIRef:
    """What a rule looked at and found right, below a report or a source."""
    return URIRef("/".join((of, "check", code, *within)))
