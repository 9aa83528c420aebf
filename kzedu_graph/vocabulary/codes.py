"""Code lists: the SKOS schemes of `ontology/codes/` by their keys, and codes by the words that texts use for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rdflib import URIRef
from rdflib.namespace import SKOS

from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.turtle import read_ontology


@cache
def codes_by_words(scheme: str) -> Mapping[str, URIRef]:
    """The codes of a scheme by every label that they bear, folded as `fold` folds."""
    ontology, home = read_ontology(), iris.code_scheme(scheme)
    found = {
        fold(str(label)): code
        for code in sorted(ontology.subjects(SKOS.inScheme, home), key=str)
        for predicate in (SKOS.hiddenLabel, SKOS.altLabel, SKOS.prefLabel)
        for label in ontology.objects(code, predicate)
        if isinstance(code, URIRef)
    }
    return MappingProxyType(found)


def code_of_words(scheme: str, words: str) -> URIRef | None:
    """The code that a text's words mean: `РБ` is the republican budget; None where no label says so."""
    return codes_by_words(scheme).get(fold(words))


def fold(words: str) -> str:
    """Words without regard to case, white space and full stops."""
    return " ".join(words.replace(".", " ").split()).casefold()
