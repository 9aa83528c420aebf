"""The names of things: IRIs made from work + kind + printed number, in kebab-case ASCII.

The Russian and the Kazakh text of a plan meet on one measure; what a single text says about it (an assignment, a
deadline, a quote) carries that text's edition and never merges. The vocabularies, and the names of what builds
make, stand in modules of their own and can be had from here too.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from rdflib import URIRef
from rdflib.namespace import DCAT, DCTERMS, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, VOID, XSD

from kzedu_graph.vocabulary.build_iris import (
    change,
    check,
    continuation,
    finding,
    quality_measurement,
    report,
    report_on,
    report_source,
    run,
    shape,
    source,
)
from kzedu_graph.vocabulary.minting import below, digest, mint, work_key
from kzedu_graph.vocabulary.namespaces import (
    CURRENCY,
    DQV,
    ELI,
    KZEDU,
    LANGUAGE,
    LANGUAGES,
    OA,
    ONTOLOGY,
    PPLAN,
    PREFIXES,
    QUDT,
    SCHEMA,
    SD,
    UNIT,
    UnknownTermError,
    Vocabulary,
)
from kzedu_graph.vocabulary.parsing import (
    Name,
    date_of,
    edition_key,
    guesses,
    is_a,
    local,
    local_name,
    parse,
    path_of,
    span_of,
    work_of,
)
from kzedu_graph.vocabulary.places import BASE, ONTOLOGY_FOLDER
from kzedu_graph.vocabulary.slugs import slug

__all__ = [  # noqa: RUF022
    "BASE", "CURRENCY", "DCAT", "DCTERMS", "DQV", "ELI", "KZEDU", "LANGUAGE", "LANGUAGES", "OA", "ONTOLOGY",
    "ONTOLOGY_FOLDER", "ORG", "OWL", "PPLAN", "PREFIXES", "PROV", "QB", "QUDT", "RDF", "RDFS", "SCHEMA", "SD", "SH",
    "SKOS", "UNIT", "UnknownTermError", "VOID", "Vocabulary", "XSD",
    "change", "check", "continuation", "finding", "quality_measurement", "report", "report_on", "report_source", "run",
    "shape", "source",
    "Name", "date_of", "edition_key", "guesses", "is_a", "local", "local_name", "parse", "path_of", "slug", "span_of",
    "work_of",
]  # fmt: skip

_often = lru_cache(maxsize=1 << 12)
"""Of names that the same few are asked for again and again."""
AGENCIES = BASE + "agency/"
"""Where bodies live: what a prefix of Turtle stands for."""


# ---- things of a work, shared by its editions


@_often
def document(work: str) -> URIRef:
    """`id/document/P2300000249`."""
    return mint("document", work_key(work))


def programme(work: str) -> URIRef:
    """A programme is a document and has its IRI."""
    return document(work)


@_often
def edition(work: str, version_date: date | None, lang: str) -> URIRef:
    """`id/document/P2300000249/2025-04-25/kk`: one text, and the graph of all that was found in it.

    A text that says no date of itself has the edition `undated`.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"a language is one of {', '.join(LANGUAGES)}, not {lang!r}")
    return mint("document", work_key(work), version_date.isoformat() if version_date else "undated", lang)


def graph(name: str) -> URIRef:
    """A named graph that is not an edition: `id/graph/current`, `registry`, `ontology`, `audit`, `run`."""
    return mint("graph", slug(name))


@_often
def agency(key: str) -> URIRef:
    """`id/agency/kz-moe`."""
    return mint("agency", slug(key))


@_often
def deliverable_type(key: str) -> URIRef:
    """`id/deliverable-type/legal-act`."""
    return mint("deliverable-type", slug(key))


def measure(programme: str, number: str) -> URIRef:
    """`id/measure/P2300000249/63-1`."""
    return mint("measure", work_key(programme), slug(number))


def indicator(programme: str, place: str, kind: str, number: str, group: str | None = None) -> URIRef:
    """`id/indicator/P2300000249/plan/28`; `plan/result/3` for a result, `plan/task-1.2/result/3` within a group.

    `place` is plan, section, amendment or table; `kind` target or result.
    """
    if kind not in {"target", "result"}:
        raise ValueError(f"an indicator is a target or a result, not {kind!r}")
    within = [slug(group)] if group else []
    return mint(
        "indicator", work_key(programme), slug(place), *within, *(["result"] if kind == "result" else []), slug(number)
    )


def goal(programme: str, number: str) -> URIRef:
    """`id/goal/P1900000988/1`."""
    return mint("goal", work_key(programme), slug(number))


def task(programme: str, number: str) -> URIRef:
    """`id/task/P1900000988/1.2`."""
    return mint("task", work_key(programme), slug(number))


def direction(programme: str, number: str) -> URIRef:
    """`id/direction/P2300000249/3`."""
    return mint("direction", work_key(programme), slug(number))


def provision(work: str, *place: str | int) -> URIRef:
    """`id/provision/<work>/<section>/<order>`: prose prints few numbers, so a place has as many steps as it needs."""
    if not place:
        raise ValueError("a provision needs a place in its work: a section, a point, an order")
    return mint("provision", work_key(work), *(slug(str(step)) for step in place))


def amendment(work: str, order: int) -> URIRef:
    """`id/amendment/P2400000465/12`: the twelfth instruction of the amending act."""
    return mint("amendment", work_key(work), str(order))


def commencement(work: str, order: int) -> URIRef:
    """`id/commencement/P2400000465/2`: the second statement of an act on when it, or a part of it, works."""
    return mint("commencement", work_key(work), str(order))


@_often
def code(scheme: str, key: str) -> URIRef:
    """`id/code/recurrence/annual`: a code of one of the lists in `ontology/codes/`."""
    return mint("code", slug(scheme), slug(key))


def code_scheme(scheme: str) -> URIRef:
    """`id/code/recurrence`: a list of codes."""
    return mint("code", slug(scheme))


def organisation(programme: str) -> URIRef:
    """`id/organisation/plan-2031`: the organisation whose plan a work is, where the registry does not have it."""
    return mint("organisation", work_key(programme))


def staff(kind: str, programme: str, words: str) -> URIRef:
    """`id/post/plan-2031/<digest>`, `id/organisational-unit/…`: a post, a unit of it, by their words."""
    folder = {"post": "post", "unit": "organisational-unit"}[kind]
    return mint(folder, work_key(programme), digest(" ".join(words.casefold().split())))


@_often
def topic(key: str) -> URIRef:
    """`id/topic/rural`: a topic of `ontology/topics`."""
    return mint("topic", slug(key))


@_often
def unit(words: str) -> URIRef:
    """`id/unit/<slug>`: what values are counted in, where QUDT has no unit."""
    return mint("unit", slug(words))


def listing(indicator: URIRef) -> URIRef:
    """`id/indicator-listing/P2300000249/plan/28`: the place that an indicator has its IRI from."""
    return mint("indicator-listing", parse(indicator).key)


# ---- things of one edition: what a single text says


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


@_often
def information_system(key: str) -> URIRef:
    """`id/information-system/nobd`."""
    return mint("information-system", slug(key))


@_often
def initiative(key: str) -> URIRef:
    """`id/initiative/intl-pisa`."""
    return mint("initiative", slug(key))


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


# ---- what the ODRL view speaks of


def policy(agency: str) -> URIRef:
    """`id/policy/kz-moe`: all that a body must, may and must not do."""
    return mint("policy", slug(agency))


def rule(policy: URIRef, of: URIRef, due: str) -> URIRef:
    """`id/policy/kz-moe/measure/P2300000249/63-1/2025-12-01`: one rule of a policy, `undated` where no day is said."""
    return mint(local(policy), local(of), due)
