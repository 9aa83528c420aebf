"""A record that breaks an integrity shape stays out of the graph, and is named; the rest of its text is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from rdflib import URIRef

from kzedu_graph.building.nquads import lines_of
from kzedu_graph.building.static_graphs import classes_of_known
from kzedu_graph.mapping.edition import triples_of
from kzedu_graph.mapping.statements import edition_of
from kzedu_graph.model.errors import KzeduError
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding

KINDS = MappingProxyType(
    {
        "groups": "heading",
        "indicators": "indicator",
        "measures": "measure",
        "provisions": "provision",
        "reporting_lines": "reporting line",
        "act_roles": "role",
        "amendments": "amendment",
        "commencements": "commencement",
        "totals": "total",
        "citations": "citation",
        "sections": "section",
        "glossary": "glossary entry",
        "mentions": "mention",
        "systems": "mention of a system",
        "initiatives": "mention of an initiative",
    }
)
"""The records of an extraction, and what one of them is called."""
CODE = "record-left-out"
MESSAGES = MappingProxyType(
    {
        "kk": "{record}: графқа алынбады, «{shape}» ережесін бұзады. {message}",
        "ru": "{record}: не взято в граф, нарушает правило «{shape}». {message}",
        "en": "{record}: left out of the graph, for it breaks the rule “{shape}”. {message}",
    }
)
UNNAMABLE = Finding(
    "unnamable",
    "error",
    "",
    {
        "kk": "Нөмірінен немесе кілтінен IRI жасалмайды.",
        "ru": "Из номера или ключа не получается IRI.",
        "en": "No IRI can be made of its number or key.",
    },
)
"""What is said of a record of which no statement can be made."""
LONGEST_QUOTE = 200
"""Characters of a record's words that its finding repeats; the quote itself is whole."""


class TextRefusedError(KzeduError):
    """A text whose own graph breaks the shapes, by no record's fault; the message names the shapes."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A record of an extraction by its field and its number in it, from 0."""

    field: str
    number: int


def without_guilty(
    extraction: Extraction, violations: Sequence[Finding]
) -> tuple[Extraction, tuple[Finding, ...], tuple[Finding, ...]]:
    """The extraction without the records that violations are about, a finding for each such record, and the
    violations about things that are not this text's.

    Raises TextRefusedError where a violation is about a thing of this text that no single record gave.
    """
    by_focus: dict[str, Finding] = {each.focus: each for each in reversed(violations)}
    everything, places = _things(extraction), list(_places(extraction))
    known = set(map(str, classes_of_known()))
    own = {focus for focus in by_focus if focus in everything and focus not in known}
    found = dict(_search(extraction, places, 0, len(places), own))
    unowned = own - set(found)
    if unowned:
        raise TextRefusedError(", ".join(sorted({by_focus[focus].code for focus in unowned})))
    guilty: dict[_Place, Finding] = {}
    for focus in sorted(found):
        guilty.setdefault(found[focus], by_focus[focus])
    findings = tuple(_finding(extraction, place, guilty[place]) for place in places if place in guilty)
    elsewhere = tuple(each for each in violations if each.focus not in own)
    return _without(extraction, guilty.keys()), findings, elsewhere


def without_unnamable(extraction: Extraction) -> tuple[Extraction, tuple[Finding, ...]]:
    """The extraction without records of which no statement can be made, and a finding for each such record.

    A row without a number names nothing, for instance. There is no finding where every record is fine.
    """
    findings: list[Finding] = []
    while (place := _first_unnamable(extraction)) is not None:
        findings.append(_finding(extraction, place, UNNAMABLE))
        extraction = _without(extraction, {place})
    return extraction, tuple(findings)


def _first_unnamable(extraction: Extraction) -> _Place | None:
    """The last of the shortest beginning of the records of which no statements can be made."""
    places = list(_places(extraction))
    if _can_be_said(extraction) or not _can_be_said(_beginning(extraction, ())):
        return None
    low, high = 0, len(places)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _can_be_said(_beginning(extraction, places[:middle])) else (low, middle)
    return places[low]


def _can_be_said(extraction: Extraction) -> bool:
    try:
        lines_of(triples_of(extraction))
    except ValueError:
        return False
    return True


def _without(extraction: Extraction, guilty: Set[_Place]) -> Extraction:
    kept: dict[str, Any] = {
        name: tuple(each for n, each in enumerate(getattr(extraction, name)) if _Place(name, n) not in guilty)
        for name in KINDS
    }
    return replace(extraction, **kept)


def _places(extraction: Extraction) -> Iterator[_Place]:
    return (_Place(name, n) for name in KINDS for n in range(len(getattr(extraction, name))))


def _search(
    extraction: Extraction, places: Sequence[_Place], low: int, high: int, focuses: set[str]
) -> Iterator[tuple[str, _Place]]:
    """Each focus with the record that gives it: the last of the shortest beginning of the records that has it.

    Beginnings, because some things are named by their number in the text.
    """
    if not focuses:
        return
    if high - low == 1:
        given = _things(_beginning(extraction, places[:high])) - _things(_beginning(extraction, places[:low]))
        yield from ((focus, _last_of(extraction, places[low], focus)) for focus in focuses & given)
    if high - low < 2:
        return
    middle = (low + high) // 2
    early = focuses & _things(_beginning(extraction, places[:middle]))
    yield from _search(extraction, places, low, middle, early)
    yield from _search(extraction, places, middle, high, focuses - early)


def _last_of(extraction: Extraction, place: _Place, focus: str) -> _Place:
    """The last record that gives what this one gives: of two under one number the second is one too many."""
    several = getattr(extraction, place.field)
    number = getattr(several[place.number], "number", None)
    for later in range(len(several) - 1, place.number, -1):
        if number is not None and several[later].number == number:
            bare: dict[str, Any] = dict.fromkeys(KINDS, ()) | {place.field: (several[later],)}
            if focus in _things(replace(extraction, **bare)):
                return _Place(place.field, later)
    return place


def _beginning(extraction: Extraction, places: Sequence[_Place]) -> Extraction:
    """The extraction with these first records alone."""
    several = {name: sum(place.field == name for place in places) for name in KINDS}
    changed: dict[str, Any] = {name: getattr(extraction, name)[:number] for name, number in several.items()}
    return replace(extraction, **changed)


def _things(extraction: Extraction) -> set[str]:
    """What the statements of an extraction speak of, and what they name."""
    triples = triples_of(extraction)
    return {str(node) for triple in triples for node in (triple[0], triple[2]) if isinstance(node, URIRef)}


def _finding(extraction: Extraction, place: _Place, violation: Finding) -> Finding:
    """What is said of a record that is left out: the shape, the record, and its words."""
    record = getattr(extraction, place.field)[place.number]
    spans = record.evidence
    named = str(getattr(record, "number", None) or place.number + 1)
    called = f"{KINDS[place.field]} {named}"
    message = {
        lang: text.format(record=called, shape=violation.code, message=violation.message[lang])
        for lang, text in MESSAGES.items()
    }
    words = extraction.text[spans[0].start : spans[-1].end][:LONGEST_QUOTE] if spans else ""
    edition = str(edition_of(extraction.source))
    return Finding(CODE, "error", f"left-out {called}", message, edition, spans, " ".join(words.split()))
