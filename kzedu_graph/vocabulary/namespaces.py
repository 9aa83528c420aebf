"""The vocabularies that the graph speaks: standard namespaces, and ours, closed over `ontology/`.

A misspelt term of ours raises with the nearest one named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from rdflib import Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, VOID, XSD

from kzedu_graph.vocabulary.places import BASE, ONTOLOGY_IRI, ontology_files


class Names(Namespace):
    """A namespace that makes each name's IRI once: writers ask for the same few names thousands of times."""

    def __getattr__(self, name: str) -> URIRef:
        made: URIRef = super().__getattr__(name)
        self.__dict__[name] = made
        return made


ONTOLOGY = URIRef(ONTOLOGY_IRI)

DQV = Names("http://www.w3.org/ns/dqv#")
ELI = Names("http://data.europa.eu/eli/ontology#")
LANGUAGE = Names("http://publications.europa.eu/resource/authority/language/")
OA = Names("http://www.w3.org/ns/oa#")
PPLAN = Names("http://purl.org/net/p-plan#")
ODRL = Names("http://www.w3.org/ns/odrl/2/")
QUDT = Names("http://qudt.org/schema/qudt/")
UNIT = Names("http://qudt.org/vocab/unit/")
CURRENCY = Names("http://qudt.org/vocab/currency/")
SCHEMA = Names("https://schema.org/")
SD = Names("http://www.w3.org/ns/sparql-service-description#")

LANGUAGES = {"kk": LANGUAGE.KAZ, "ru": LANGUAGE.RUS, "en": LANGUAGE.ENG}
"""Our language tags, and the authority's IRIs that `eli:language` asks for."""

_SUBJECT = re.compile(r"^kzedu:([A-Za-z][A-Za-z0-9]*)\s", re.MULTILINE)


class UnknownTermError(AttributeError, KeyError):
    """A name in the `kzedu:` namespace that the ontology does not define."""

    def __str__(self) -> str:
        return str(self.args[0])


class Vocabulary:
    """The `kzedu:` namespace, holding the terms that the ontology and its code lists define and no other."""

    def __init__(self, namespace: str, files: Sequence[Path]) -> None:
        self._namespace = namespace
        self._files = files
        self._terms: dict[str, URIRef] = {}

    @property
    def terms(self) -> dict[str, URIRef]:
        """Each term by name, read from the files once, when first asked for."""
        if not self._terms:
            names = [name for file in self._files for name in _SUBJECT.findall(file.read_text(encoding="utf-8"))]
            self._terms = {name: URIRef(self._namespace + name) for name in names}
        return self._terms

    def __getitem__(self, name: str) -> URIRef:
        try:
            return self.terms[name]
        except KeyError:
            near = get_close_matches(name, self.terms, n=1, cutoff=0.5)
            hint = f"; did you mean kzedu:{near[0]}?" if near else ""
            raise UnknownTermError(f"{self._files[0].name} does not define kzedu:{name}{hint}") from None

    def __getattr__(self, name: str) -> URIRef:
        term = self.__dict__[name] = self[name]  # the next who asks finds it as an attribute
        return term

    def __contains__(self, term: object) -> bool:
        return str(term).removeprefix(self._namespace) in self.terms

    def __iter__(self) -> Iterator[URIRef]:
        return iter(self.terms.values())

    def __str__(self) -> str:
        return self._namespace


KZEDU = Vocabulary("https://w3id.org/kzedu/ontology#", ontology_files())

PREFIXES = {
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "dqv": str(DQV),
    "eli": str(ELI),
    "id": BASE,
    "kzedu": str(KZEDU),
    "oa": str(OA),
    "odrl": str(ODRL),
    "org": str(ORG),
    "owl": str(OWL),
    "p-plan": str(PPLAN),
    "prov": str(PROV),
    "qb": str(QB),
    "qudt": str(QUDT),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sd": str(SD),
    "sh": str(SH),
    "skos": str(SKOS),
    "unit": str(UNIT),
    "void": str(VOID),
    "xsd": str(XSD),
}
