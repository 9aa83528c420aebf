"""IRIs of ours cut into what they say: the kind of thing, its key, and parts of the key."""

from __future__ import annotations

from typing import NamedTuple

from kzedu_graph.vocabulary.places import BASE


class Name(NamedTuple):
    """What one of our IRIs names: the kind of thing, and its key among things of that kind."""

    kind: str
    key: str


def parse(iri: str) -> Name:
    """`id/measure/P2300000249/63-1` is a `measure` with the key `P2300000249/63-1`; a text of a document an `edition`.

    Raises ValueError for an IRI of somebody else, and for one that names a kind alone.
    """
    kind, _, key = local(iri).partition("/")
    if not kind or not key:
        raise ValueError(f"{iri} names no thing: a kind and a key are wanted behind {BASE}")
    return Name("edition" if kind == "document" and key.count("/") == 2 else kind, key)


def local(iri: str) -> str:
    """The part of one of our IRIs after the base; raises ValueError for an IRI of somebody else."""
    if not iri.startswith(BASE):
        raise ValueError(f"{iri} is not under {BASE}")
    return iri[len(BASE) :]


def path_of(iri: str) -> str:
    """The part of one of our IRIs after the base; an IRI of somebody else whole."""
    return iri.removeprefix(BASE)


def is_a(iri: str, *kinds: str) -> bool:
    """Whether an IRI is ours and names a thing of one of the kinds."""
    return path_of(iri).startswith(tuple(f"{kind}/" for kind in kinds)) and iri.startswith(BASE)


def local_name(iri: str) -> str:
    """What stands behind the last slash or hash of an IRI: the key of a body, the name of a term."""
    return iri.replace("#", "/").rpartition("/")[2]


def work_of(iri: str) -> str:
    """The key of the work that a text, or a document, is of: `P2300000249`."""
    return edition_key(iri).split("/")[0]


def date_of(edition: str) -> str:
    """The day that an edition's IRI tells, `undated` for a text that says none of itself."""
    return edition_key(edition).split("/")[1]


def edition_key(iri: str) -> str:
    """`P2300000249/2025-04-25/kk` of an edition's IRI; raises ValueError for anything but a document's text."""
    kind, key = parse(iri)
    if kind not in ("edition", "document"):
        raise ValueError(f"{iri} is no text of a document, but a {kind}")
    return key


def guesses(path: str, *kinds: str) -> list[str]:
    """The IRIs that a person's words may mean: a path behind the base, or a key of one of the kinds."""
    return [BASE + path, *(f"{BASE}{kind}/{path}" for kind in kinds)]


def span_of(evidence: str) -> tuple[str, int, int]:
    """The edition that a quote is of, and the code points where it starts and ends: an evidence's IRI says them."""
    kind, key = parse(evidence)
    if kind != "evidence":
        raise ValueError(f"{evidence} is no quote, but a {kind}")
    edition, _, span = key.rpartition("/")
    start, _, end = span.partition("-")
    return f"{BASE}document/{edition}", int(start), int(end)
