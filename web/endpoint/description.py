"""The service description of the endpoint: https://www.w3.org/TR/sparql11-service-description/."""

from __future__ import annotations

from rdflib import RDF, VOID, Graph, Literal, URIRef
from rdflib.namespace import ClosedNamespace

from kzedu_graph.store.stores import DEFAULT_GRAPHS, Store

SD = ClosedNamespace(
    "http://www.w3.org/ns/sparql-service-description#",
    [
        "Dataset", "Feature", "Graph", "NamedGraph", "SPARQL11Query", "Service", "defaultDataset", "defaultGraph",
        "endpoint", "feature", "graph", "name", "namedGraph", "resultFormat", "supportedLanguage",
    ],
)  # fmt: skip
"""The terms of the vocabulary that are used here; any other is an error."""
_FORMATS = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "rdf": "RDF_XML",
    "jsonld": "JSON-LD",
}


def describe_service(store: Store, address: str) -> Graph:
    """The service description: what the endpoint speaks, and its dataset with the size of every graph."""
    graph = Graph()
    graph.bind("sd", SD)
    graph.bind("void", VOID)
    service, dataset = URIRef(address), URIRef(f"{address}#dataset")
    default = URIRef(f"{address}#default-graph")
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, URIRef(address)))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    for name in _FORMATS.values():
        graph.add((service, SD.resultFormat, URIRef(f"http://www.w3.org/ns/formats/{name}")))
    graph.add((service, SD.defaultDataset, dataset))
    graph.add((dataset, RDF.type, SD.Dataset))
    graph.add((dataset, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    sizes = store.graphs()
    graph.add((default, VOID.triples, Literal(sum(sizes.get(name, 0) for name in DEFAULT_GRAPHS))))
    for number, (name, size) in enumerate(sorted(sizes.items()), start=1):
        named, content = URIRef(f"{address}#named-{number}"), URIRef(f"{address}#graph-{number}")
        graph.add((dataset, SD.namedGraph, named))
        graph.add((named, RDF.type, SD.NamedGraph))
        graph.add((named, SD.name, URIRef(name)))
        graph.add((named, SD.graph, content))
        graph.add((content, RDF.type, SD.Graph))
        graph.add((content, VOID.triples, Literal(size)))
    return graph
