"""Code lists: the SKOS schemes of `ontology/codes/` by their keys, and codes by the words that texts use for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType

from rdflib import URIRef
from rdflib.namespace import SKOS

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.places import ontology_files
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.turtle import read_ontology


@cache
def codes_by_words(scheme: str) -> Mapping[str, URIRef]:
    """The codes of a scheme by every label that they bear, folded as `fold` folds."""
    read = partial(_read_codes, scheme)
    return MappingProxyType(prepared(f"codes-{scheme}", dict, read, *bytes_of(ontology_files())))


def _read_codes(scheme: str) -> dict[str, URIRef]:
    ontology, home = read_ontology(), iris.code_scheme(scheme)
    return {
        fold(str(label)): code
        for code in sorted(ontology.subjects(SKOS.inScheme, home), key=str)
        for predicate in (SKOS.hiddenLabel, SKOS.altLabel, SKOS.prefLabel)
        for label in ontology.objects(code, predicate)
        if isinstance(code, URIRef)
    }


def code_of_words(scheme: str, words: str) -> URIRef | None:
    """The code that a text's words mean: `РБ` is the republican budget; None where no label says so."""
    return codes_by_words(scheme).get(fold(words))


def fold(words: str) -> str:
    """Words without regard to case, white space and full stops."""
    return " ".join(words.replace(".", " ").split()).casefold()
