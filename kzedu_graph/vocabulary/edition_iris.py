"""The names of what a single text says: each carries its edition and never merges with what another text says."""

from __future__ import annotations

import re
from functools import lru_cache

from rdflib import URIRef

from kzedu_graph.vocabulary.minting import below, mint
from kzedu_graph.vocabulary.parsing import edition_key, is_a, local, local_name, parse
from kzedu_graph.vocabulary.slugs import slug

_often = lru_cache(maxsize=1 << 12)
"""Of names that the same few are asked for again and again."""


def _within(edition: URIRef, of: str) -> list[str]:
    """The edition's own path and its subject's: a measure by its bare number, anything else by kind and path."""
    where = edition_key(edition)
    if not isinstance(of, URIRef):
        return [where, slug(of)]
    if is_a(of, "measure"):
        return [where, local_name(of)]
    return [where, local(of).replace(where + "/", "", 1)]


def assignment(edition: URIRef, of: str, position: int) -> URIRef:
    """`id/assignment/P2300000249/2025-04-25/kk/63-1/2`; `of` is a measure's number, or any owner's IRI."""
    return mint("assignment", *_within(edition, of), str(position))


def named_bearer(edition: URIRef, provision: str, position: int) -> URIRef:
    """`id/named-bearer/P2300000249/2025-04-25/kk/provision/…/12/2`: the second of those on whom a provision is laid."""
    return mint("named-bearer", *_within(edition, provision), str(position))


def form_of(edition: URIRef, form: str) -> URIRef:
    """`id/format/P2300000249/2025-04-25/kk/official`: a form in which a text can be had (`official`, `text`)."""
    return mint("format", edition_key(edition), slug(form))


def deadline(edition: URIRef, of: str, position: int = 1) -> URIRef:
    """The deadline of a measure (by number) or of any other owner (by IRI)."""
    return mint("deadline", *_within(edition, of), str(position))


def due_point(deadline: URIRef, edtf: str) -> URIRef:
    """`id/due-point/…/63-1/1/2024-12`: one point or interval of a deadline, by its EDTF."""
    return mint("due-point", parse(deadline).key, slug(edtf.replace("/", "--").replace("..", "open")))


def deliverable(edition: URIRef, of: str, position: int = 1) -> URIRef:
    """The n-th deliverable of a measure (by number) or of a part (by IRI)."""
    return mint("deliverable", *_within(edition, of), str(position))


def part(edition: URIRef, of: str, position: int) -> URIRef:
    """The n-th part of a measure whose row holds several."""
    return mint("part", *_within(edition, of), str(position))


def allocation(edition: URIRef, of: str, year: int | None, position: int = 1) -> URIRef:
    """The money of a measure in a year, or in total; `position` tells several sources of one row apart."""
    return mint("allocation", *_within(edition, of), "total" if year is None else f"{year:04}", str(position))


def target(edition: URIRef, of: URIRef, year: int, position: int = 1) -> URIRef:
    """The value of an indicator in a year; `position` tells its series of that year apart."""
    return mint("target", *_within(edition, of), f"{year:04}", str(position))


def reporting_line(edition: URIRef, of: str, position: int = 1) -> URIRef:
    """Who reports to whom, as laid down by a measure (its number) or a provision (its IRI)."""
    return mint("reporting-line", *_within(edition, of), str(position))


def glossary_entry(edition: URIRef, position: int) -> URIRef:
    """The n-th abbreviation that the text itself explains."""
    return mint("glossary-entry", edition_key(edition), str(position))


def citation(edition: URIRef, position: int) -> URIRef:
    """The n-th place of the text that names another act."""
    return mint("citation", edition_key(edition), str(position))


def cited_place(edition: URIRef, position: int, start: int) -> URIRef:
    """A place that names the n-th act of the text, by the place's first code point."""
    return mint("citation", edition_key(edition), str(position), str(start))


def section(edition: URIRef, position: int) -> URIRef:
    """The n-th heading of the text."""
    return mint("section", edition_key(edition), str(position))


def initiative_mention(edition: URIRef, start: int, end: int) -> URIRef:
    """The words of a text that name a project or a survey, by their place in it."""
    return mint("initiative-mention", edition_key(edition), f"{start}-{end}")


def system_mention(edition: URIRef, start: int, end: int) -> URIRef:
    """The words of a text that name an information system, by their place in it."""
    return mint("system-mention", edition_key(edition), f"{start}-{end}")


def mention(edition: URIRef, start: int, end: int) -> URIRef:
    """A place of the text that names a body, by its code points, so that it keeps its IRI when others are found."""
    return mint("mention", edition_key(edition), f"{start}-{end}")


@_often
def dataset(edition: URIRef, structure: URIRef) -> URIRef:
    """The `qb:DataSet` of an edition for one of the four structures: `id/dataset/.../kk/numeric-targets`."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", local_name(structure)).lower()
    return mint("dataset", edition_key(edition), slug(name))


def evidence(edition: URIRef, start: int, end: int) -> URIRef:
    """`id/evidence/P2300000249/2025-04-25/kk/1203-1500`, in code points of the decoded source text."""
    if not 0 <= start < end:
        raise ValueError(f"evidence holds at least one character, not {start}..{end}")
    return mint("evidence", edition_key(edition), f"{start}-{end}")


def position_selector(evidence: URIRef) -> URIRef:
    """The `oa:TextPositionSelector` of a piece of evidence."""
    return below(evidence, "/position")


def quote_selector(evidence: URIRef) -> URIRef:
    """The `oa:TextQuoteSelector` of a piece of evidence."""
    return below(evidence, "/quote")
