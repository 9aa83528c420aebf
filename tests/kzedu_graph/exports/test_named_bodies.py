"""What `kzedu agencies` lists: bodies with their counts, and names that the registry does not know."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from kzedu_command import kzedu
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from kzedu_graph.exports.named_bodies import UnknownName, find_unknown, write_known, write_unknown
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary.iris import KZEDU, agency

PLAN = """
@prefix m: <https://w3id.org/kzedu/id/measure/P1/> .
@prefix n: <https://w3id.org/kzedu/id/node/> .
@prefix agency: <https://w3id.org/kzedu/id/agency/> .
@prefix kzedu: <https://w3id.org/kzedu/ontology#> .
<https://w3id.org/kzedu/id/document/P1/2024-01-01/ru> {
  m:9 kzedu:assignment n:1, n:2 . m:10 kzedu:assignment n:3 . m:1 kzedu:assignment n:4 .
  n:1 kzedu:asWritten "Лунный центр"@ru . n:2 kzedu:asWritten "МП"@ru ; kzedu:agency agency:kz-moe .
  n:3 kzedu:asWritten "Лунный центр"@ru . n:4 kzedu:asWritten "«Ай» қоры"@kk .
}
<https://w3id.org/kzedu/id/graph/current> { m:9 kzedu:assignment n:1 . n:1 kzedu:asWritten "Лунный центр"@ru . }
"""
NAMES = (
    UnknownName("Лунный центр", "ru", 2, ("measure/P1/9", "measure/P1/10")),
    UnknownName("«Ай» қоры", "kk", 1, ("measure/P1/1",)),
)


def test_unlinked_names_by_frequency_each_edition_once() -> None:
    dataset = Dataset()
    dataset.parse(data=PLAN, format="trig")
    quads = [(s, p, o, URIRef(str(graph))) for s, p, o, graph in dataset.quads() if graph]
    assert find_unknown(MemoryStore(quads)) == NAMES


def test_a_stub_is_turtle_of_a_body_with_a_name_in_each_language() -> None:
    out = io.StringIO()
    write_unknown(NAMES, "ttl", out)
    graph = Graph().parse(data=out.getvalue(), format="turtle")
    moon = agency("kz-lunnyj-tsentr")
    assert (moon, RDF.type, KZEDU.Institution) in graph
    assert set(graph.objects(moon, SKOS.prefLabel)) == {
        Literal("Лунный центр", lang="ru"),
        Literal("?", lang="kk"),
        Literal("?", lang="en"),
    }
    assert len(set(graph.subjects(RDF.type, KZEDU.Institution))) == 2


def test_tables_and_an_unknown_form() -> None:
    out = io.StringIO()
    write_unknown(NAMES, "table", out)
    assert out.getvalue().index("Лунный центр") < out.getvalue().index("«Ай» қоры")
    rows = [
        {"key": f"kz-{name}", "kind": "Ministry", "names": {"en": name}, "lead": lead, "bound": lead}
        | {"by_agreement": 0, "mentions": mentions}
        for name, lead, mentions in (("moon", 1, 0), ("sun", 0, 0), ("star", 0, 7))
    ]
    out = io.StringIO()
    write_known(rows, out)
    assert "kz-sun" not in out.getvalue()
    assert out.getvalue().index("kz-moon") < out.getvalue().index("kz-star")
    with pytest.raises(ValueError, match="not 'xml'"):
        write_unknown(NAMES, "xml", out)


def test_the_command_names_what_a_plan_adds(tmp_path: Path, sample: Path) -> None:
    text = (sample / "samal-2025.ru.txt").read_text(encoding="utf-8")
    assert "МИО" in text
    plan = tmp_path / "samal-2025.ru.txt"
    plan.write_text(text.replace("МИО", "Лунный центр", 1), encoding="utf-8")
    built = kzedu("build", plan, "--store", tmp_path / "store")
    assert built.returncode == 0, built.stderr
    listed = kzedu("agencies", "--unknown", "--format", "ttl", "--store", tmp_path / "store")
    assert (listed.returncode, listed.stderr) == (0, "2 names are linked to no body\n")  # the sample has one already
    assert "agency:kz-lunnyj-tsentr" in listed.stdout
    refused = kzedu("agencies", "--format", "ttl", "--store", tmp_path / "store")
    assert (refused.returncode, refused.stdout) == (2, "")
