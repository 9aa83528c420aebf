"""Questions are about what the store holds; what a corpus says of itself is read from the graph."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import RDF, Literal, URIRef
from rdflib.namespace import PROV, XSD

from kzedu_graph.model.corpus import CorpusDescription
from kzedu_graph.store.description import describe_corpus
from kzedu_graph.store.gallery import Query, load_gallery
from kzedu_graph.store.gallery_defaults import Held, fit_defaults, read_held
from kzedu_graph.store.stores import CURRENT, RUN, MemoryStore, Quad
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

GALLERY = load_gallery()


def defaults(query: Query) -> dict[str, str | None]:
    return {param.name: param.default for param in query.params}


@pytest.mark.parametrize(
    ("held", "agency", "day"),
    [
        (Held(), "kz-moe", "2025-09-01"),
        (Held({"kz-moe": 1, "other": 9}, {2025: 1, 2031: 9}), "kz-moe", "2025-09-01"),
        (Held({"one": 3, "other": 9}, {2030: 1, 2031: 9}), "other", "2031-09-01"),
        (Held({"one": 3}, {2025: 1, 2031: 9}, 2034), "one", "2034-09-01"),
    ],
    ids=["nothing", "it holds the default", "it does not", "its reader stands in another year"],
)
def test_a_default_gives_way_to_what_the_store_holds(held: Held, agency: str, day: str) -> None:
    assert defaults(fit_defaults(GALLERY["what-a-body-owes"], held))["agency"] == agency
    assert defaults(fit_defaults(GALLERY["past-their-date"], held))["day"] == day


def test_other_parameters_stay_as_they_are() -> None:
    held = Held({"one": 3}, {2031: 9})
    for query in GALLERY.values():
        before, after = defaults(query), defaults(fit_defaults(query, held))
        fixed = {param.name for param in query.params if param.kind not in ("agency", "date") or param.default is None}
        assert {name: before[name] for name in fixed} == {name: after[name] for name in fixed}


def _quads() -> list[Quad]:
    measure, deadline = iris.measure("P3100000001", "1"), URIRef(f"{iris.measure('P3100000001', '1')}/deadline")
    current, run = URIRef(CURRENT), iris.run("0" * 64)
    return [
        (measure, KZEDU.responsible, iris.agency("library"), current),
        (deadline, KZEDU.dueBy, Literal("2032-04-30", datatype=XSD.date), current),
        (run, RDF.type, PROV.Activity, URIRef(RUN)),
    ]


def test_what_a_store_holds() -> None:
    assert read_held(MemoryStore(_quads())) == Held({"library": 1}, {2032: 1})
    assert read_held(MemoryStore()) == Held()


def test_what_a_corpus_says_of_itself_is_read_from_its_graph() -> None:
    plain = _quads()
    assert describe_corpus(MemoryStore(plain)) == CorpusDescription()
    run, place = plain[-1][0], URIRef(RUN)
    told = [(run, KZEDU.invented, Literal(True), place), (run, KZEDU.referenceDay, Literal(date(2034, 6, 1)), place)]
    assert describe_corpus(MemoryStore([*plain, *told])) == CorpusDescription(True, date(2034, 6, 1))
