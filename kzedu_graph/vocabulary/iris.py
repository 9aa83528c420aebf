"""The names of things: IRIs made from work + kind + printed number, in kebab-case ASCII.

The Russian and the Kazakh text of a plan meet on one measure; what a single text says about it (an assignment, a
deadline, a quote) carries that text's edition and never merges. The vocabularies, and the names of what one text says
and of what builds make, stand in modules of their own and can be had from here too.
"""

from __future__ import annotations

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
from kzedu_graph.vocabulary.edition_iris import (
    allocation,
    assignment,
    citation,
    cited_place,
    dataset,
    deadline,
    deliverable,
    due_point,
    evidence,
    form_of,
    glossary_entry,
    initiative_mention,
    mention,
    named_bearer,
    part,
    position_selector,
    quote_selector,
    reporting_line,
    section,
    system_mention,
    target,
)
from kzedu_graph.vocabulary.minting import digest, mint, work_key
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
    "allocation", "assignment", "citation", "cited_place", "dataset", "deadline", "deliverable", "due_point",
    "evidence", "form_of", "glossary_entry", "initiative_mention", "mention", "named_bearer", "part",
    "position_selector", "quote_selector", "reporting_line", "section", "system_mention", "target",
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


@_often
def information_system(key: str) -> URIRef:
    """`id/information-system/nobd`."""
    return mint("information-system", slug(key))


@_often
def initiative(key: str) -> URIRef:
    """`id/initiative/intl-pisa`."""
    return mint("initiative", slug(key))


# ---- what the ODRL view speaks of


def policy(agency: str) -> URIRef:
    """`id/policy/kz-moe`: all that a body must, may and must not do."""
    return mint("policy", slug(agency))


def rule(policy: URIRef, of: URIRef, due: str) -> URIRef:
    """`id/policy/kz-moe/measure/P2300000249/63-1/2025-12-01`: one rule of a policy, `undated` where no day is said."""
    return mint(local(policy), local(of), due)
