"""What machines read first: robots.txt, the map of the site, and the description of the data in VoID and DCAT."""

from __future__ import annotations

from hashlib import sha256
from xml.etree import ElementTree as ET

from flask import Blueprint, Response, redirect, request
from rdflib import DCAT, DCTERMS, FOAF, RDF, VOID, XSD, Graph, Literal, URIRef
from werkzeug.wrappers import Response as Redirect

from kzedu_graph.exports.labels import label_graph, label_title
from kzedu_graph.vocabulary.about.notices import DATA_LICENCE
from kzedu_graph.vocabulary.places import BASE
from web.display.formatting import page_of
from web.endpoint.description import SD
from web.linked_data.dumps import DUMPED, DUMPS
from web.views.questions import ask_rows
from web.views.site import is_invented, site

blueprint = Blueprint("machines", __name__)

LICENCE = URIRef(DATA_LICENCE)
MEDIA = "https://www.iana.org/assignments/media-types/"
_TITLES = {
    "kk": "Қазақстанның білім беру саясатының графы",
    "ru": "Граф образовательной политики Казахстана",
    "en": "Graph of Kazakhstan's education policy",
}
_RDFLIB = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml"}
_PAGES = (
    "/",
    "/tour",
    "/agencies",
    "/matrix",
    "/due",
    "/graph",
    "/changes",
    "/continuations",
    "/provisions",
    "/ask",
    "/findings",
    "/reported",
    "/sparql",
    "/data",
    "/ontology",
)


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Readers are welcome everywhere; free queries and filters are no pages to collect."""
    lines = ("User-agent: *", "Disallow: /sparql?", "Disallow: /sparql/", "Disallow: /search", "Disallow: /*?lang=")
    text = "\n".join((*lines, "", f"Sitemap: {request.url_root}sitemap.xml", ""))
    return Response(text, mimetype="text/plain")


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """Every page about a thing (https://www.sitemaps.org/protocol.html)."""
    root = request.url_root.rstrip("/")
    body = site().catalogue.file(("sitemap", root), lambda: _write_sitemap(root))
    return Response(body, mimetype="application/xml")


def _write_sitemap(root: str) -> bytes:
    cards = site().cards
    held = {key for measure in cards.measures.values() for key in measure.agencies()}
    things = [
        *(f"{BASE}agency/{key}" for key in cards.agencies if key in held),
        *(f"{BASE}document/{key}" for key in cards.programmes),
        *cards.editions,
        *cards.indicators,
        *cards.measures,
        *cards.provisions,
    ]
    addresses = [*_PAGES, *(page for iri in things if (page := page_of(iri)))]
    urls = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address in addresses:
        ET.SubElement(ET.SubElement(urls, "url"), "loc").text = root + address
        urls[-1].tail = "\n"
    urls.text = "\n"
    body: bytes = ET.tostring(urls, "utf-8", xml_declaration=True)
    return body


@blueprint.get("/.well-known/void")
def well_known() -> Redirect:
    """The address at which VoID is looked for (https://www.w3.org/TR/void/#well-known)."""
    return redirect("/data/catalogue.ttl", code=303)


@blueprint.get("/data/catalogue.<any(ttl, nt, jsonld, rdf):form>")
def catalogue(form: str) -> Response:
    """The data described by VoID and DCAT: its sizes, its files, its endpoint, its licence."""
    root = request.url_root.rstrip("/")
    body = site().catalogue.file(
        ("catalogue", root, form), lambda: describe(root).serialize(format=_RDFLIB[form], encoding="utf-8")
    )
    media = DUMPS[form][0]
    response = Response(body, content_type=media + ("; charset=utf-8" if media.startswith("text/") else ""))
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def describe(root: str) -> Graph:
    """The description with the addresses of this server; raises `StoreError` where nothing is served."""
    graph = Graph()
    for prefix, namespace in (("dcat", DCAT), ("dcterms", DCTERMS), ("void", VOID), ("foaf", FOAF), ("sd", SD)):
        graph.bind(prefix, namespace)
    catalogue, dataset, service = (URIRef(f"{root}/data#{name}") for name in ("catalogue", "dataset", "service"))
    graph.add((catalogue, RDF.type, DCAT.Catalog))
    graph.add((catalogue, DCAT.dataset, dataset))
    graph.add((catalogue, DCAT.service, service))
    graph.add((dataset, RDF.type, DCAT.Dataset))
    graph.add((dataset, RDF.type, VOID.Dataset))
    if is_invented():
        label_graph(graph, catalogue)
        label_graph(graph, dataset)
    for lang, name in _TITLES.items():
        title = label_title(name, lang, is_invented())
        graph.add((catalogue, DCTERMS.title, Literal(title, lang)))
        graph.add((dataset, DCTERMS.title, Literal(title, lang)))
        graph.add((dataset, DCTERMS.language, Literal(lang)))
    graph.add((dataset, DCTERMS.license, LICENCE))
    graph.add((dataset, DCTERMS.identifier, Literal(site().cards.version)))
    graph.add((dataset, FOAF.homepage, URIRef(f"{root}/")))
    graph.add((dataset, DCAT.landingPage, URIRef(f"{root}/data")))
    graph.add((dataset, VOID.sparqlEndpoint, URIRef(f"{root}/sparql")))
    graph.add((dataset, VOID.uriSpace, Literal(BASE)))
    graph.add((dataset, VOID.vocabulary, URIRef("https://w3id.org/kzedu/ontology#")))
    graph.add((dataset, VOID.exampleResource, URIRef(BASE + "agency/kz-moe")))
    graph.add((service, RDF.type, DCAT.DataService))
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, DCAT.endpointURL, URIRef(f"{root}/sparql")))
    graph.add((service, SD.endpoint, URIRef(f"{root}/sparql")))
    graph.add((service, DCAT.servesDataset, dataset))
    _describe_more(graph, dataset, root)
    sizes = site().store.graphs()
    graph.add((dataset, VOID.triples, Literal(sum(sizes.values()), datatype=XSD.integer)))
    for name in DUMPED:
        _subset(graph, dataset, root, name, sizes.get(f"{BASE}graph/{name}", 0))
    return graph


_ABOUT = {
    "kk": "Кім, нені, қашан, немен растап, қандай қаражатпен орындайды: бағдарламалар, шаралар, индикаторлар.",
    "ru": "Кто, что, когда, с каким подтверждением и на какие деньги исполняет: программы, мероприятия, индикаторы.",
    "en": "Who must do what, by when, with what proof and money: programmes, measures, indicators, duties.",
}
_KAZAKHSTAN = URIRef("http://publications.europa.eu/resource/authority/country/KAZ")
_ALL_FORMS = {"nq": "application/n-quads", "trig": "application/trig"}


def _describe_more(graph: Graph, dataset: URIRef, root: str) -> None:
    """What DCAT-AP and VoID ask beside names and sizes: what it is about, where, when, whose, in which parts."""
    site_, cards = site(), site().cards
    for lang, words in _ABOUT.items():
        graph.add((dataset, DCTERMS.description, Literal(words, lang)))
    graph.add((dataset, DCTERMS.spatial, _KAZAKHSTAN))
    graph.add((dataset, DCTERMS.publisher, URIRef(f"{root}/data#publisher")))
    graph.add((URIRef(f"{root}/data#publisher"), RDF.type, FOAF.Agent))
    graph.add((URIRef(f"{root}/data#publisher"), FOAF.name, Literal("kzedu-graph")))
    graph.add((dataset, URIRef(f"{DCAT}version"), Literal(cards.version)))
    dates = sorted(edition.date for edition in cards.editions.values() if edition.date != "undated")
    if dates:
        graph.add((dataset, DCTERMS.issued, Literal(dates[-1], datatype=XSD.date)))
    periods = [each.period.split("/") for each in cards.programmes.values() if each.period and "/" in each.period]
    if periods:
        period = URIRef(f"{root}/data#period")
        graph.add((dataset, DCTERMS.temporal, period))
        graph.add((period, RDF.type, DCTERMS.PeriodOfTime))
        graph.add((period, DCAT.startDate, Literal(min(first[:4] for first, _ in periods), datatype=XSD.gYear)))
        graph.add((period, DCAT.endDate, Literal(max(last[:4] for _, last in periods), datatype=XSD.gYear)))
    for edition in cards.editions:
        graph.add((dataset, VOID.subset, URIRef(edition)))
        graph.add((URIRef(edition), RDF.type, VOID.Dataset))
    for form, media in _ALL_FORMS.items():
        whole = URIRef(f"{root}/data#all-{form}")
        file = URIRef(f"{root}/data/all.{form}")
        graph.add((dataset, DCAT.distribution, whole))
        graph.add((dataset, VOID.dataDump, file))
        graph.add((whole, RDF.type, DCAT.Distribution))
        graph.add((whole, DCAT.downloadURL, file))
        graph.add((whole, DCAT.accessURL, URIRef(f"{root}/data")))
        graph.add((whole, DCAT.mediaType, URIRef(MEDIA + media)))
        graph.add((whole, DCTERMS.license, LICENCE))
    for name, partition, kind, count in (
        ("classes-used", VOID.classPartition, VOID["class"], VOID.entities),
        ("properties-used", VOID.propertyPartition, VOID.property, VOID.triples),
    ):
        for row in ask_rows(site_.store, name):
            part = URIRef(f"{root}/data#{name}-{sha256(row['term'].encode()).hexdigest()[:12]}")
            graph.add((dataset, partition, part))
            graph.add((part, kind, URIRef(row["term"])))
            graph.add((part, count, Literal(int(row["times"]), datatype=XSD.integer)))


def _subset(graph: Graph, dataset: URIRef, root: str, name: str, size: int) -> None:
    subset = URIRef(f"{BASE}graph/{name}")
    graph.add((dataset, VOID.subset, subset))
    graph.add((subset, RDF.type, VOID.Dataset))
    graph.add((subset, VOID.triples, Literal(size, datatype=XSD.integer)))
    for form, (media, _) in DUMPS.items():
        file = URIRef(f"{root}/data/{name}.{form}")
        graph.add((subset, VOID.dataDump, file))
        graph.add((dataset, DCAT.distribution, URIRef(f"{root}/data#{name}-{form}")))
        distribution = URIRef(f"{root}/data#{name}-{form}")
        graph.add((distribution, RDF.type, DCAT.Distribution))
        graph.add((distribution, DCAT.downloadURL, file))
        graph.add((distribution, DCAT.accessURL, URIRef(f"{root}/data")))
        graph.add((distribution, DCTERMS.license, LICENCE))
        graph.add((distribution, DCAT.mediaType, URIRef(MEDIA + media)))
