"""A file of the gallery: its head, what is wrong with it and in which line, and what its parameters take."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib.namespace import XSD
from rdflib.term import Literal, URIRef
from store_fixture import iri

from kzedu_graph.store.gallery import Param, ParamError, QueryFileError, read_query_file


@pytest.mark.parametrize(
    ("kind", "typed", "term"),
    [
        ("agency", "kz-moe", iri("agency/kz-moe")),
        ("measure", "P2300000249/63-1", iri("measure/P2300000249/63-1")),
        ("programme", "P2300000249", iri("document/P2300000249")),
        ("programme", "https://example.org/x", URIRef("https://example.org/x")),
        ("year", "2025", Literal("2025", datatype=XSD.gYear)),
        ("date", " 2025-09-01 ", Literal("2025-09-01", datatype=XSD.date)),
        ("integer", "-7", Literal("-7", datatype=XSD.integer)),
        ("text", 'a" } DROP ALL #', Literal('a" } DROP ALL #')),
    ],
)
def test_typed_values(kind: str, typed: str, term: object) -> None:
    assert Param("it", kind, {}).term(typed) == term


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("agency", "kz moe", "a body's key"),
        ("agency", "https://x/> } #", "a body's key"),
        ("year", "25", "a year, as in 2025"),
        ("year", "２０２５", "a year, as in 2025"),
        ("date", "1.9.2025", "a day, as in 2025-09-01"),
        ("integer", "5.5", "a whole number"),
    ],
)
def test_values_of_another_kind(kind: str, typed: str, said: str) -> None:
    with pytest.raises(ParamError, match=said):
        Param("it", kind, {}).term(typed)


GOOD = """#+ title: {kk: бір, ru: один, en: one}
#+ group: who
#+ explanation: {kk: бір, ru: один, en: one}
#+ params:
#+   a: {kind: agency, label: {kk: бір, ru: один, en: one}}
#+ columns:
#+   b: {kk: бір, ru: один, en: one}
SELECT ?a ?b WHERE { ?b ?p ?a }
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("#+", "#", 1, "the head is missing"),
        ("title: {kk: бір, ", "title: {", 1, "`title` needs words in each of kk, ru, en"),
        ("#+ explanation: {kk: бір, ru: один, en: one}\n", "", 1, "`explanation` needs words"),
        ("#+ group: who\n", "", 1, "a question stands in a group"),
        ("group: who", "group: whom", 2, "one of who, when, money, quality, changes"),
        ("kind: agency", "kind: person", 5, "kind is one of agency"),
        ("kind: agency,", "kind: year, default: x,", 5, "the default does not fit"),
        ("kind: agency, ", "", 5, "a parameter is written"),
        ("#+ columns", "#+ column", 6, "there is no field `column`"),
        ("b: {kk", "c: {kk", 7, "SELECT does not return [?]c"),
        ("?a ?b WHERE", "?a ?b ?p WHERE", 6, "[?]p has no words"),
        ("SELECT ?a ?b", "ASK", 1, "is a SELECT"),
        ("{kind: agency", "{kind: [agency", 5, "not YAML"),
        ("SELECT", "#+ chart: pie\nSELECT", 8, "a chart is one of bar, line"),
    ],
)
def test_broken_files(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    file = tmp_path / "broken.rq"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(QueryFileError, match=rf"broken\.rq:{line}: .*{said}"):
        read_query_file(file)


def test_good_file(tmp_path: Path) -> None:
    file = tmp_path / "good.rq"
    file.write_text(GOOD, encoding="utf-8")
    question = read_query_file(file)
    assert (question.name, question.title["ru"], question.chart) == ("good", "один", None)
    assert question.bind({}) == {}
