"""How IRIs of ours are put together: segments in kebab-case ASCII below the base, and digests of what is told."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256

from rdflib import URIRef

from kzedu_graph.vocabulary.places import BASE


@cache
def work_key(work: str) -> str:
    """An Adilet number or a work's key, whose case is kept: "P2300000249", "nis-strategy-2030"."""
    if not re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", work):
        raise ValueError(f"a work is named in ASCII letters, digits and single hyphens, not {work!r}")
    return work


def mint(*segments: str) -> URIRef:
    """The IRI of a path below the base."""
    return below(BASE, "/".join(segments))


def below(iri: str, path: str) -> URIRef:
    """An IRI of ours and what stands behind it; signs that no IRI has are told of when it is written, not here."""
    return str.__new__(URIRef, iri + path)


def digest(*told: str) -> str:
    """The first sixteen hexadecimal digits of the SHA-256 of some words, one behind the other."""
    return sha256("".join(told).encode()).hexdigest()[:16]
