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
}
CUT_HEADER = "Kzedu-Cut"
"""Says over HTTP that an answer was cut, and at which limit: `rows` or `bytes`."""
_ALIASES = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-turtle": "ttl",
    "text/plain": "nt",
}
"""Older or general names that clients send, and what they get; the answer carries the exact name."""
_SHORTCUTS = {"turtle": "ttl", "json-ld": "jsonld", "ntriples": "nt", "n-triples": "nt", "rdfxml": "rdf"}


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
                    weight = min(max(float(option[2:]), 0.0), 1.0)
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
        key = _weight(media_type, [alias for alias, kind in _ALIASES.items() if kind == short], ranges)
        if key[0] > 0 and key > best_key:
            best, best_key = media_type, key
    if best is None:
        raise NotAcceptable(f"the answer exists as {', '.join(kinds.values())}; none of them is in {accept!r}")
    return best


def media_of_shortcut(shortcut: str, kinds: dict[str, str]) -> str:
    """The media type of `?format=`: a short name ("csv") or the media type itself; `NotAcceptable` otherwise."""
    wanted = _SHORTCUTS.get(shortcut.lower(), shortcut.lower())
    for short, media_type in kinds.items():
        if wanted in (short, media_type):
            return media_type
    raise NotAcceptable(f"format={shortcut}: for this query there are {', '.join(kinds)}")
