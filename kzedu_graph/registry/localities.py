"""Bodies that every region has, derived from its forms and the patterns of `ontology/registry/local-bodies.ttl`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from rdflib import DCTERMS, ORG, RDF, SDO, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.turtle import Triple, read_together, union

LANGS = ("kk", "ru", "en")
_FORM = re.compile(r"\{(name|genitive|attributive)\}")
_FORMS = {
    "name": (SKOS.prefLabel,),
    "genitive": (KZEDU.genitive, KZEDU.genitiveVariant),
    "attributive": (KZEDU.attributive, KZEDU.attributiveVariant),
}
"""Properties of a region for each placeholder of a pattern, the official form first."""


def read_registry(files: Iterable[Path]) -> Graph:
    """What files of the registry say and the bodies of the regions that they name, to be read and not to be changed.

    Raises InvalidTurtleError for what is no Turtle.
    """
    return _with_local_bodies(read_together(files))


@lru_cache(maxsize=8)
def _with_local_bodies(registry: Graph) -> Graph:
    return union(registry, local_bodies(registry, within=False))


def local_bodies(registry: Graph, *, within: bool = True) -> Iterator[Triple]:
    """What the registry says of regions, said of their bodies: the akimat, akim, maslikhat of each, and so on.

    Of districts and cities that are part of a region only where they are asked for (`within`): most are never named.

    A body has the days of its region. Its official name comes of the first pattern whose form the region has
    ("Ақмола облыстық мәслихаты", else "Абай облысының мәслихаты"); all else that patterns and forms give is a hidden
    label ("маслихат Акмолинской области", "акимат города Нур-Султана").
    """
    for pattern in registry.subjects(RDF.type, KZEDU.LocalBody):
        kinds = set(registry.objects(pattern, KZEDU.regionKind))
        for region in registry.subjects(RDF.type, KZEDU.Region):
            if not within and (region, DCTERMS.isPartOf, None) in registry:
                continue
            if not kinds or registry.value(region, DCTERMS.type) in kinds:
                yield from _body(registry, region, pattern)


def _body(registry: Graph, region: Node, pattern: Node) -> Iterator[Triple]:
    """One body of a region."""
    body = _iri(region, pattern)
    kind = registry.value(pattern, KZEDU.bodyClass)
    yield body, RDF.type, kind or KZEDU.StateAgency
    if kind != KZEDU.Office:
        yield body, RDF.type, ORG.FormalOrganization
    yield body, KZEDU.region, region
    above = registry.value(pattern, ORG.subOrganizationOf)
    if above is not None:
        yield body, ORG.subOrganizationOf, _iri(region, above)
    for predicate in (SDO.foundingDate, SDO.dissolutionDate, KZEDU.unconfirmed):
        for value in registry.objects(region, predicate):
            yield body, predicate, value
    for lang in LANGS:
        names = dict.fromkeys(names_of_body(registry, region, pattern, lang))
        for name, predicate in zip(names, (SKOS.prefLabel, *(len(names) - 1) * (SKOS.hiddenLabel,)), strict=True):
            yield body, predicate, Literal(name, lang=lang)


def _iri(region: Node, pattern: Node) -> URIRef:
    return iris.agency(f"kz-{iris.local_name(str(region))}-{iris.local_name(str(pattern))}")


def names_of_body(registry: Graph, region: Node, pattern: Node, lang: str) -> Iterator[str]:
    """The names of a region's body in a language, official forms in official patterns before all others."""
    patterns = [
        text
        for predicate in (KZEDU.namePattern, KZEDU.otherPattern)
        for text in _texts(registry, pattern, predicate, lang)
    ]
    former = list(registry.objects(region, KZEDU.formerName))
    for official in (True, False):
        for text in patterns:
            placeholder = _FORM.search(text)
            if placeholder is None:
                continue
            first, *others = _FORMS[placeholder[1]]
            if official:
                forms = _texts(registry, region, first, lang)
            else:
                forms = [form for each in others for form in _texts(registry, region, each, lang)]
                forms += [form for name in former for form in _texts(registry, name, first, lang)]
            for form in forms:
                yield _FORM.sub(lambda _, form=form: form, text)  # type: ignore[misc]


def _texts(registry: Graph, thing: Node, predicate: URIRef, lang: str) -> list[str]:
    return sorted(
        str(text) for text in registry.objects(thing, predicate) if isinstance(text, Literal) and text.language == lang
    )
