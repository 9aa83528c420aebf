"""Media types of SPARQL answers: the choice among them (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from functools import lru_cache

from kzedu_graph.store.engine.answers import NotAcceptable

RESULTS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPHS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "n3": "text/n3",
    "trig": "application/trig",
}
CUT_HEADER = "Kzedu-Cut"
"""Says over HTTP that an answer was cut, and at which limit: `rows` or `bytes`."""
_ALIASES = {
    "application/json": ("json",),
    "application/xml": ("xml", "rdf"),
    "text/xml": ("xml", "rdf"),
    "application/x-turtle": ("ttl",),
    "application/turtle": ("ttl",),
    "text/plain": ("nt",),
    "application/n3": ("n3",),
    "text/rdf+n3": ("n3",),
    "application/x-json+ld": ("jsonld",),
    "application/x-trig": ("trig",),
}
"""Older or general names that clients send, and what they get; the answer carries the exact name."""
_SHORTCUTS = {
    "turtle": "ttl",
    "json-ld": "jsonld",
    "ntriples": "nt",
    "n-triples": "nt",
    "rdfxml": "rdf",
    "rdf+xml": "rdf",
    "rdf/xml": "rdf",
}
_SHORTCUTS_OF_GRAPHS = {"xml": "rdf", "json": "jsonld"}
"""What a client means by a general name where the answer is a graph."""


def kinds_of(form: str | None) -> dict[str, str]:
    """The media types by short name for a query form: tables and truths, or graphs."""
    return GRAPHS if form in ("CONSTRUCT", "DESCRIBE") else RESULTS


@lru_cache(maxsize=512)
def media_for(accept: str, form: str | None) -> str:
    """The media type of the answer to a query of this form; raises `NotAcceptable`."""
    return choose_media(accept, kinds_of(form))


def parse_accept(header: str) -> list[tuple[str, float]]:
    """An Accept header as media ranges with their weights, best first; a weight that is no number counts as 0.

    Not werkzeug's: it drops a weight without its zero, as Java's clients send it (`*/*; q=.2`), and takes a charset
    for a part of the type.
    """
    ranges = []
    for part in header.split(","):
        name, *options = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for option in options:
            if option.startswith("q="):
                try:
                    weight = min(max(0.0, float(option[2:])), 1.0)  # in this order NaN is 0
                except ValueError:
                    weight = 0.0
        if name:
            ranges.append((name, weight))
    return sorted(ranges, key=lambda entry: -entry[1])


def _weight(media_type: str, aliases: list[str], ranges: list[tuple[str, float]]) -> tuple[float, bool]:
    """The weight of a media type by the most specific range that meets it, and whether it was named outright."""
    exact = [weight for name, weight in ranges if name == media_type or name in aliases]
    if exact:
        return max(exact), True
    family = [weight for name, weight in ranges if name == f"{media_type.partition('/')[0]}/*"]
    if family:
        return max(family), False
    anything = [weight for name, weight in ranges if name == "*/*"]
    return (max(anything) if anything else 0.0), False


def choose_media(accept: str, kinds: dict[str, str]) -> str:
    """The best of the media types for an Accept header, the first of them where all are equal.

    Raises `NotAcceptable` where the client accepts none of them.
    """
    ranges = parse_accept(accept) or [("*/*", 1.0)]
    best, best_key = None, (0.0, False)
    for short, media_type in kinds.items():
        key = _weight(media_type, [alias for alias, kinds_meant in _ALIASES.items() if short in kinds_meant], ranges)
        if key[0] > 0 and key > best_key:
            best, best_key = media_type, key
    if best is None:
        raise NotAcceptable(f"the answer exists as {', '.join(kinds.values())}; none of them is in {accept!r}")
    return best


def media_of_shortcut(shortcut: str, kinds: dict[str, str]) -> str:
    """The media type of `?format=`: short names ("csv") or media types, the first that is known; `NotAcceptable`."""
    for part in shortcut.lower().split(","):
        # a plus in an address is a space
        wanted = _SHORTCUTS.get(part.strip().replace(" ", "+"), part.strip().replace(" ", "+"))
        if kinds is GRAPHS:
            wanted = _SHORTCUTS_OF_GRAPHS.get(wanted, wanted)
        meant = {wanted, *_ALIASES.get(wanted, ())}
        for short, media_type in kinds.items():
            if short in meant or media_type in meant:
                return media_type
    raise NotAcceptable(f"format={shortcut}: for this query there are {', '.join(kinds)}")


def names_outright(accept: str, kinds: dict[str, str]) -> bool:
    """Whether what a client likes best is one of the media types by its own name, or by one of its older names.

    A browser likes HTML best, and a program that did not care sends `*/*`.
    """
    ranges = parse_accept(accept)
    best = {name for name, weight in ranges if weight and weight == ranges[0][1]}
    known = {*kinds.values(), *(alias for alias, meant in _ALIASES.items() if any(short in kinds for short in meant))}
    return bool(best & known)
