"""The JSON-LD context of our vocabulary, made from `ontology/kzedu.ttl`, and things written with it.

JSON-LD 1.1: https://www.w3.org/TR/json-ld11/. A term's name is its local name in the ontology.
"""

from __future__ import annotations

import json
from functools import cache
from types import MappingProxyType
from typing import Any

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD

from kzedu_graph.vocabulary.iris import KZEDU, PREFIXES, local_name
from kzedu_graph.vocabulary.places import ontology_files
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.turtle import read_ontology


@cache
def context() -> MappingProxyType[str, Any]:
    """Prefixes and every term of ours; a property that holds IRIs or one datatype says so.

    A prefix that is also the name of one of our terms (`unit`) is left to the term.
    """
    return MappingProxyType(prepared("jsonld-context", dict, _read, *bytes_of(ontology_files())))


def _read() -> dict[str, Any]:
    ontology = read_ontology()
    names = {local_name(term): _term(ontology, term) for term in KZEDU}
    prefixes = {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in names}
    return {"@version": 1.1, **prefixes, **dict(sorted(names.items()))}


def _term(ontology: Graph, term: URIRef) -> str | dict[str, str]:
    name = f"kzedu:{local_name(term)}"
    if (term, RDF.type, OWL.ObjectProperty) in ontology:
        return {"@id": name, "@type": "@id"}
    datatype = ontology.value(term, RDFS.range)
    if datatype is not None and datatype != XSD.string and str(datatype).startswith(str(XSD)):
        return {"@id": name, "@type": f"xsd:{local_name(str(datatype))}"}
    return name


def write_context() -> str:
    """The context document."""
    return json.dumps({"@context": dict(context())}, ensure_ascii=False, indent=2) + "\n"


def write_jsonld(graph: Graph) -> str:
    """A graph as JSON-LD in the order of IRIs; our context is written out, so that no reader needs the network."""
    written = graph.serialize(format="json-ld", context=dict(context()), auto_compact=False, sort_keys=True)
    document = json.loads(written)
    things = document["@graph"] if "@graph" in document else [_without_context(document)]
    return (
        json.dumps(
            {
                "@context": dict(context()),
                "@graph": [_in_order(thing) for thing in sorted(things, key=lambda thing: thing["@id"])],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def _without_context(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != "@context"}


def _in_order(thing: dict[str, Any]) -> dict[str, Any]:
    """The thing with the values of each property in a fixed order, for a graph has none."""
    return {
        name: sorted(value, key=lambda one: json.dumps(one, ensure_ascii=False)) if isinstance(value, list) else value
        for name, value in thing.items()
    }
