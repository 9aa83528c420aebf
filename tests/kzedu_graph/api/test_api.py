"""The Python interface on the demonstration: typed records, frames, questions, chains, quotes; here and over a wire."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from threading import Thread

import pytest
from rdflib import URIRef
from werkzeug.serving import make_server

import kzedu_graph as kz
from kzedu_graph.api.graph import Tables
from kzedu_graph.api.records import Body, Change, Document, Indicator, Measure, Provision
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.store.gallery import ParamError
from kzedu_graph.store.stores import QueryError, StoreError
from web import create_app

pytestmark = pytest.mark.xdist_group("demonstration")

MEASURE = "https://w3id.org/kzedu/id/measure/P3200009012/7"
RUSSIAN = "P3200009012/2033-05-11/ru"


@pytest.fixture(scope="module")
def graph(demonstration: Path) -> Iterator[kz.KnowledgeGraph]:
    with kz.open(demonstration) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (Measure, "measures"),
        (Indicator, "indicators"),
        (Provision, "provisions"),
        (Body, "agencies"),
        (Document, "documents"),
        (Change, "changes"),
    ],
)
def test_a_record_has_the_fields_of_its_table(kind: type, table: str, graph: kz.KnowledgeGraph) -> None:
    (row, *_) = Tables[table](graph.store, "all")
    assert [each.name for each in fields(kind)] == list(row)


def test_the_import_costs_nothing_and_gives_every_name() -> None:
    script = "import sys, kzedu_graph as kz\nassert 'rdflib' not in sys.modules\nprint(*[getattr(kz, n).__name__ for n in kz.__all__])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [*sorted(set(kz.__all__) - {"open"}), "open_graph"]
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        kz.nothing_of_ours  # noqa: B018


def test_measures_are_the_rows_of_the_current_plans(graph: kz.KnowledgeGraph) -> None:
    measures = graph.measures()
    assert len(measures) == 62
    assert len({each.id for each in measures}) == 62
    divided = next(each for each in measures if each.id == MEASURE)
    assert [part.due for part in divided.parts] == [("2032-09",), ("2033-12", "2034-12")]
    assert [party.agency for party in divided.parts[1].responsible] == ["demo-akimats", "demo-league"]
    assert {each.id for each in graph.measures(RUSSIAN)} == {
        each.id for each in measures if each.programme == "P3200009012"
    }
    with pytest.raises(UnknownNameError, match="no edition"):
        graph.measures("P3200009012/1999-01-01/ru")


def test_what_binds_a_body_part_by_part(graph: kz.KnowledgeGraph) -> None:
    duties = graph.duties("demo-league", status="in-force")
    assert {each.status for each in duties} == {"in-force"}
    second = next(each for each in duties if each.id == MEASURE)
    assert (second.part, second.role, second.due) == (2, "ByAgreement", ("2033-12", "2034-12"))
    assert {each.kind for each in graph.duties()} == {"measure", "provision"}
    assert list(graph.duties("Ассоциация «Лига чтецов»", status="in-force")) == list(duties)
    assert {each.role for each in graph.duties("demo-league", role="LeadExecutor")} <= {"LeadExecutor"}
    with pytest.raises(UnknownNameError, match="nobody is called"):
        graph.duties("Ministry of Silly Walks")


@pytest.mark.parametrize("name", ["documents", "measures", "indicators", "provisions", "bodies", "changes", "duties"])
def test_every_table_is_a_frame_of_both_libraries(name: str, graph: kz.KnowledgeGraph) -> None:
    table = getattr(graph, name)()
    one, other = table.to_pandas(), table.to_polars()
    assert one.shape == other.shape == (len(table), len(table.columns) + 1)
    assert list(one.columns) == other.columns
    assert one["invented"].all()
    assert table.where(lambda _: False).to_pandas().shape[0] == table.where(lambda _: False).to_polars().height == 0


def test_a_question_of_ones_own(graph: kz.KnowledgeGraph) -> None:
    rows = graph.query(
        "SELECT ?measure ?due ?n WHERE { ?measure kzedu:deadline/kzedu:dueBy ?due ; kzedu:seq ?n } LIMIT 3",
        measure=URIRef(MEASURE),
    )
    assert [row["n"] for row in rows] == [7, 7, 7]
    assert rows.to_pandas()["due"].map(str).str.startswith("203").all()
    assert graph.query("ASK { ?m a kzedu:Measure }")[0]["answer"] is True
    with pytest.raises(QueryError):
        graph.query("SELECT nonsense")


def test_a_question_of_the_gallery_is_about_what_the_store_holds(graph: kz.KnowledgeGraph) -> None:
    assert len(graph.ask("what-a-body-owes")) > 10
    assert {row["agency"] for row in graph.ask("what-a-body-owes", agency="demo-league")} == {
        "https://w3id.org/kzedu/id/agency/demo-league"
    }
    with pytest.raises(UnknownNameError, match="no question"):
        graph.ask("what-is-the-meaning-of-life")
    with pytest.raises(ParamError):
        graph.ask("what-a-body-owes", colour="blue")


def test_a_chain_as_a_tree(graph: kz.KnowledgeGraph) -> None:
    trace = graph.trace("measure/P3200009012/7", depth=1, lang="ru")
    carried = {step.thing.iri.rpartition("/")[2]: step for step in trace.down if step.kind == "carried-out-by"}
    assert carried["demo-league"].by_agreement
    assert not carried["demo-akimats"].by_agreement
    assert "по согласованию" in str(trace)
    assert graph.trace("Оқырмандар лигасы").start.iri.endswith("demo-league")


def test_quotes_are_the_words_of_the_text(graph: kz.KnowledgeGraph) -> None:
    (measure,) = graph.measures(RUSSIAN).where(lambda each: each.id == MEASURE)
    (quote, *_) = graph.quote(measure)
    assert quote.edition.endswith(RUSSIAN)
    assert (quote.start, quote.end) == (measure.evidence[0].start, measure.evidence[0].end)
    assert len(quote.words) == quote.end - quote.start
    assert "библиотекарей" in quote.words
    assert 0 < len(quote.before) <= 200
    assert {each.edition.rpartition("/")[2] for each in graph.quote(MEASURE)} == {"kk", "ru"}
    evidence = f"evidence/{RUSSIAN}/{quote.start}-{quote.end}"
    assert [each.words for each in graph.quote(evidence)] == [quote.words]
    with pytest.raises(UnknownNameError, match="no text is quoted"):
        graph.quote("measure/P3200009012/999")


@pytest.fixture(scope="module")
def served(graph: kz.KnowledgeGraph) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, create_app(graph.store), threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    thread.join()


def test_the_same_over_a_wire(served: str, graph: kz.KnowledgeGraph) -> None:
    with kz.open(served) as remote:
        assert remote.invented
        assert list(remote.measures()) == list(graph.measures())
        assert list(remote.duties("demo-league")) == list(graph.duties("demo-league"))
        assert [each.words for each in remote.quote(MEASURE)]
        assert len(remote.ask("what-a-body-owes")) == len(graph.ask("what-a-body-owes"))


def test_nothing_served_is_one_clear_sentence(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(StoreError):
        kz.open(tmp_path_factory.mktemp("empty"))
