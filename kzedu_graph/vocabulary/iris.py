"""The names of things: IRIs made from work + kind + printed number, in kebab-case ASCII.

The Russian and the Kazakh text of a plan meet on one measure; what a single text says about it (an assignment, a
deadline, a quote) carries that text's edition and never merges. The vocabularies stand in `vocabulary` and can be
had from here too.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from hashlib import sha256

from rdflib import URIRef
from rdflib.namespace import DCAT, DCTERMS, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, VOID, XSD

from kzedu_graph.vocabulary.namespaces import (
    CURRENCY,
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
from kzedu_graph.vocabulary.places import BASE, ONTOLOGY_FOLDER

__all__ = [
    "BASE",
    "CURRENCY",
    "DCAT",
    "DCTERMS",
    "ELI",
    "KZEDU",
    "LANGUAGE",
    "LANGUAGES",
    "OA",
    "ONTOLOGY",
    "ONTOLOGY_FOLDER",
    "ORG",
    "OWL",
    "PPLAN",
    "PREFIXES",
    "PROV",
    "QB",
    "QUDT",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SD",
    "SH",
    "SKOS",
    "UNIT",
    "VOID",
    "XSD",
    "UnknownTermError",
    "Vocabulary",
    "agency",
    "allocation",
    "amendment",
    "assignment",
    "citation",
    "dataset",
    "deadline",
    "deliverable",
    "deliverable_type",
    "direction",
    "document",
    "edition",
    "evidence",
    "finding",
    "glossary_entry",
    "goal",
    "graph",
    "indicator",
    "information_system",
    "initiative",
    "initiative_mention",
    "local",
    "measure",
    "mention",
    "part",
    "policy",
    "position_selector",
    "programme",
    "provision",
    "quote_selector",
    "reporting_line",
    "rule",
    "section",
    "shape",
    "slug",
    "system_mention",
    "target",
    "task",
]

# Letters only where a printed number holds one ("2-а"); names of things are never slugged.
_LATIN = dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdezijklmnoprstufxye", strict=True)) | {
    **{"ё": "yo", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "hs", "ь": "ss", "ю": "yu", "я": "ya"},
    **{"ә": "ae", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "oe", "ұ": "uu", "ү": "ue", "һ": "h", "і": "ii"},
}


@cache
def slug(text: str) -> str:
    """A printed number or key as a safe path segment: "63-1" and "1.2" as they are, "4)" -> "4", "2-а" -> "2-a".

    Brackets and dots that only close a number are dropped; any other sign becomes its hexadecimal code point.
    Raises ValueError where nothing is left.
    """
    folded = unicodedata.normalize("NFKC", text).strip().rstrip(").").strip().lower()
    folded = re.sub(r"[\s_‐‑–—-]+", "-", folded)
    made = "".join(
        _LATIN.get(sign) or (sign if re.match(r"[a-z0-9.-]", sign) else f"u{ord(sign):04x}") for sign in folded
    )
    if not made.strip("-."):
        raise ValueError(f"no IRI can be made of {text!r}: a number or key needs a letter or a digit")
    return made


@cache
def _work(work: str) -> str:
    """An Adilet number or a work's key, whose case is kept: "P2300000249", "nis-strategy-2030"."""
    if not re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", work):
        raise ValueError(f"a work is named in ASCII letters, digits and single hyphens, not {work!r}")
    return work


def _mint(*segments: str) -> URIRef:
    return URIRef(BASE + "/".join(segments))


def local(iri: str) -> str:
    """The part of one of our IRIs after the base; raises ValueError for an IRI of somebody else."""
    if not iri.startswith(BASE):
        raise ValueError(f"{iri} is not under {BASE}")
    return iri[len(BASE) :]


def local_name(iri: str) -> str:
    """What stands behind the last slash or hash of an IRI."""
    return iri.replace("#", "/").rpartition("/")[2]


# ---- things of a work, shared by its editions


def document(work: str) -> URIRef:
    """`id/document/P2300000249`."""
    return _mint("document", _work(work))


def programme(work: str) -> URIRef:
    """A programme is a document and has its IRI."""
    return document(work)


def edition(work: str, version_date: date | None, lang: str) -> URIRef:
    """`id/document/P2300000249/2025-04-25/kk`: one text, and the graph of all that was found in it.

    A text that says no date of itself has the edition `undated`.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"a language is one of {', '.join(LANGUAGES)}, not {lang!r}")
    return _mint("document", _work(work), version_date.isoformat() if version_date else "undated", lang)


def graph(name: str) -> URIRef:
    """A named graph that is not an edition: `id/graph/current`, `registry`, `ontology`, `audit`, `run`."""
    return _mint("graph", slug(name))


def agency(key: str) -> URIRef:
    """`id/agency/kz-moe`."""
    return _mint("agency", slug(key))


def deliverable_type(key: str) -> URIRef:
    """`id/deliverable-type/legal-act`."""
    return _mint("deliverable-type", slug(key))


def measure(programme: str, number: str) -> URIRef:
    """`id/measure/P2300000249/63-1`."""
    return _mint("measure", _work(programme), slug(number))


def indicator(programme: str, place: str, kind: str, number: str, group: str | None = None) -> URIRef:
    """`id/indicator/P2300000249/plan/28`; `plan/result/3` for a result, `plan/task-1.2/result/3` within a group.

    `place` is plan, section, amendment or table; `kind` target or result.
    """
    if kind not in {"target", "result"}:
        raise ValueError(f"an indicator is a target or a result, not {kind!r}")
    within = [slug(group)] if group else []
    return _mint(
        "indicator", _work(programme), slug(place), *within, *(["result"] if kind == "result" else []), slug(number)
    )


def goal(programme: str, number: str) -> URIRef:
    """`id/goal/P1900000988/1`."""
    return _mint("goal", _work(programme), slug(number))


def task(programme: str, number: str) -> URIRef:
    """`id/task/P1900000988/1.2`."""
    return _mint("task", _work(programme), slug(number))


def direction(programme: str, number: str) -> URIRef:
    """`id/direction/P2300000249/3`."""
    return _mint("direction", _work(programme), slug(number))


def provision(work: str, *place: str | int) -> URIRef:
    """`id/provision/<work>/<section>/<order>`: prose prints few numbers, so a place has as many steps as it needs."""
    if not place:
        raise ValueError("a provision needs a place in its work: a section, a point, an order")
    return _mint("provision", _work(work), *(slug(str(step)) for step in place))


def amendment(work: str, order: int) -> URIRef:
    """`id/amendment/P2400000465/12`: the twelfth instruction of the amending act."""
    return _mint("amendment", _work(work), str(order))


# ---- things of one edition: what a single text says


def _within(edition: URIRef, of: str) -> list[str]:
    """The edition's own path and its subject's: a measure by its bare number, anything else by kind and path."""
    where = local(edition).removeprefix("document/")
    if not isinstance(of, URIRef):
        return [where, slug(of)]
    path = local(of)
    if path.startswith("measure/"):
        return [where, path.rsplit("/", 1)[1]]
    return [where, path.replace(where + "/", "", 1)]


def assignment(edition: URIRef, of: str, position: int) -> URIRef:
    """`id/assignment/P2300000249/2025-04-25/kk/63-1/2`; `of` is a measure's number, or any owner's IRI."""
    return _mint("assignment", *_within(edition, of), str(position))


def deadline(edition: URIRef, of: str, position: int = 1) -> URIRef:
    """The deadline of a measure (by number) or of any other owner (by IRI)."""
    return _mint("deadline", *_within(edition, of), str(position))


def deliverable(edition: URIRef, of: str, position: int = 1) -> URIRef:
    """The n-th deliverable of a measure (by number) or of a part (by IRI)."""
    return _mint("deliverable", *_within(edition, of), str(position))


def part(edition: URIRef, of: str, position: int) -> URIRef:
    """The n-th part of a measure whose row holds several."""
    return _mint("part", *_within(edition, of), str(position))


def allocation(edition: URIRef, of: str, year: int | None, position: int = 1) -> URIRef:
    """The money of a measure in a year, or in total; `position` tells several sources of one row apart."""
    return _mint("allocation", *_within(edition, of), "total" if year is None else f"{year:04}", str(position))


def target(edition: URIRef, of: URIRef, year: int, position: int = 1) -> URIRef:
    """The value of an indicator in a year; `position` tells its series of that year apart."""
    return _mint("target", *_within(edition, of), f"{year:04}", str(position))


def reporting_line(edition: URIRef, of: str, position: int = 1) -> URIRef:
    """Who reports to whom, as laid down by a measure (its number) or a provision (its IRI)."""
    return _mint("reporting-line", *_within(edition, of), str(position))


def glossary_entry(edition: URIRef, position: int) -> URIRef:
    """The n-th abbreviation that the text itself explains."""
    return _mint("glossary-entry", local(edition).removeprefix("document/"), str(position))


def citation(edition: URIRef, position: int) -> URIRef:
    """The n-th place of the text that names another act."""
    return _mint("citation", local(edition).removeprefix("document/"), str(position))


def section(edition: URIRef, position: int) -> URIRef:
    """The n-th heading of the text."""
    return _mint("section", local(edition).removeprefix("document/"), str(position))


def information_system(key: str) -> URIRef:
    """`id/information-system/nobd`."""
    return _mint("information-system", slug(key))


def initiative(key: str) -> URIRef:
    """`id/initiative/intl-pisa`."""
    return _mint("initiative", slug(key))


def initiative_mention(edition: URIRef, start: int, end: int) -> URIRef:
    """The words of a text that name a project or a survey, by their place in it."""
    return _mint("initiative-mention", local(edition).removeprefix("document/"), f"{start}-{end}")


def system_mention(edition: URIRef, start: int, end: int) -> URIRef:
    """The words of a text that name an information system, by their place in it."""
    return _mint("system-mention", local(edition).removeprefix("document/"), f"{start}-{end}")


def mention(edition: URIRef, start: int, end: int) -> URIRef:
    """A place of the text that names a body, by its code points, so that it keeps its IRI when others are found."""
    return _mint("mention", local(edition).removeprefix("document/"), f"{start}-{end}")


def dataset(edition: URIRef, structure: URIRef) -> URIRef:
    """The `qb:DataSet` of an edition for one of the four structures: `id/dataset/.../kk/numeric-targets`."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", str(structure).removeprefix(str(KZEDU))).lower()
    return _mint("dataset", local(edition).removeprefix("document/"), slug(name))


def evidence(edition: URIRef, start: int, end: int) -> URIRef:
    """`id/evidence/P2300000249/2025-04-25/kk/1203-1500`, in code points of the decoded source text."""
    if not 0 <= start < end:
        raise ValueError(f"evidence holds at least one character, not {start}..{end}")
    return _mint("evidence", local(edition).removeprefix("document/"), f"{start}-{end}")


def position_selector(evidence: URIRef) -> URIRef:
    """The `oa:TextPositionSelector` of a piece of evidence."""
    return URIRef(evidence + "/position")


def quote_selector(evidence: URIRef) -> URIRef:
    """The `oa:TextQuoteSelector` of a piece of evidence."""
    return URIRef(evidence + "/quote")


# ---- what the ODRL view speaks of


def policy(agency: str) -> URIRef:
    """`id/policy/kz-moe`: all that a body must, may and must not do."""
    return _mint("policy", slug(agency))


def rule(policy: URIRef, of: URIRef, due: str) -> URIRef:
    """`id/policy/kz-moe/measure/P2300000249/63-1/2025-12-01`: one rule of a policy, `undated` where no day is said."""
    return _mint(local(policy), local(of), due)


# ---- what validation speaks of


def shape(name: str) -> URIRef:
    """`id/shape/measure-number`: the rule that a finding's code names."""
    return _mint("shape", slug(name))


def finding(code: str, *about: str) -> URIRef:
    """`id/finding/measure-number/<digest>`: the same complaint about the same thing keeps its IRI."""
    digest = sha256("\n".join(about).encode()).hexdigest()[:16]
    return _mint("finding", slug(code), digest)
