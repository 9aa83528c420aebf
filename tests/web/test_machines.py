"""For machines: suggestions, labels, schema, calendars, sheets, descriptions, the ties of the graph."""

from __future__ import annotations

import io
import json
import re
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar
from openpyxl import load_workbook
from rdflib import DCAT, RDF, VOID, Graph

from kzedu_graph.chains.graph import Chains
from kzedu_graph.store.stores import MemoryStore
from web.display.charts import ticks, trajectories
from web.display.diagrams import Entry, layers, wheel
from web.views.card_reading import read_cards
from web.views.network import Network, build_network
from web.views.read_model import BASE
from web.views.responsibility import chain_ties

PLAN = "X2500000001"
MEASURE = f"{BASE}measure/{PLAN}/1"
DIRECTION = f"{BASE}direction/{PLAN}/1"
INDICATOR = f"{BASE}indicator/{PLAN}/plan/1"
MINISTRY, TALAP, LOCAL = (f"{BASE}agency/{key}" for key in ("kz-moe", "kz-talap", "kz-leb"))


@pytest.fixture(scope="module")
def network(store: MemoryStore) -> Network:
    return build_network(read_cards(store, "1"))


@pytest.fixture(scope="module")
def chains(store: MemoryStore) -> Chains:
    return Chains.read(store.select)


def test_suggestions_name_things_with_their_pages(client: FlaskClient) -> None:
    hits = client.get("/suggest.json?q=ОМ-ге", headers={"Accept-Language": "kk"}).get_json()
    assert hits[0]["iri"] == MINISTRY
    assert hits[0]["page"] == "/agency/kz-moe"
    assert hits[0]["lang"] == "kk"
    assert client.get("/suggest.json").get_json() == []


def test_documents_are_found_by_key_and_title(client: FlaskClient) -> None:
    for words in (PLAN, "читальных залов план"):
        rows = client.get("/search.json", query_string={"q": words, "kind": "document"}).get_json()
        assert [row["page"] for row in rows] == [f"/programme/{PLAN}"]


def test_labels_are_given_in_the_language_asked_for(client: FlaskClient) -> None:
    asked = {"iri": [MEASURE, "https://example.org/else"], "lang": "kk"}
    found = client.get("/labels.json", query_string=asked).get_json()
    assert set(found) == {MEASURE}
    assert found[MEASURE]["lang"] == "kk"
    assert client.get("/labels.json", query_string={"iri": [MEASURE] * 101}).status_code == 400


def test_the_schema_is_the_graphs_own(client: FlaskClient) -> None:
    schema = client.get("/sparql/schema.json").get_json()
    terms = {term["name"]: term for term in schema["terms"]}
    assert terms["kzedu:Measure"]["kind"] == "class"
    assert terms["kzedu:lead"]["count"] > 0
    assert "measure" in schema["variables"]
    assert schema["prefixes"]["kzedu"].endswith("ontology#")


def test_an_answer_as_a_spreadsheet(client: FlaskClient) -> None:
    query = "SELECT ?x ?y WHERE { VALUES (?x ?y) { (1 '=1+1') (2 'a\u0001b') } } ORDER BY ?x"
    answer = client.post("/sparql/answer.xlsx", data={"query": query})
    rows = list(load_workbook(io.BytesIO(answer.data)).active.iter_rows(values_only=True))
    assert rows[0] == ("x", "y")
    assert [row[1] for row in rows[1:]] == ["'=1+1", "ab"], "words never become formulas"
    assert client.post("/sparql/answer.xlsx", data={"query": "ASK {}"}).status_code == 400


@pytest.mark.parametrize(
    "address", ["/agencies.xlsx?all=1", "/findings.xlsx", "/matrix.xlsx", "/due.xlsx", f"/programme/{PLAN}.xlsx"]
)
def test_lists_as_spreadsheets_hold_the_rows_of_their_twins(client: FlaskClient, address: str) -> None:
    rows = json.loads(client.get(address.replace(".xlsx", ".json")).text)
    sheet = load_workbook(io.BytesIO(client.get(address).data)).active
    assert sheet.max_row == len(rows) + 1


def test_a_calendar_has_an_event_a_due_day(client: FlaskClient) -> None:
    calendar = Calendar.from_ical(client.get("/agency/kz-talap.ics").data)
    rows = client.get("/agency/kz-talap.json").get_json()
    events = list(calendar.walk("VEVENT"))
    assert len(events) == sum(len(row["due"]) for row in rows) > 0
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert all((event["DTEND"].dt - event["DTSTART"].dt).days == 1 for event in events)
    again = client.get("/agency/kz-talap.ics").data
    assert again == client.get("/agency/kz-talap.ics").data, "a feed read anew is the same"
    assert client.get("/agency/kz-moe.ics?role=king").status_code == 400
    bound = Calendar.from_ical(client.get("/agency/kz-talap.ics?role=bound").data)
    assert len(list(bound.walk("VEVENT"))) < len(events)
    assert len(list(Calendar.from_ical(client.get(f"/programme/{PLAN}.ics").data).walk("VEVENT"))) > 0


def test_void_and_dcat_describe_what_is_served(client: FlaskClient, store: MemoryStore) -> None:
    assert client.get("/.well-known/void").status_code == 303
    for form, parser in (("ttl", "turtle"), ("jsonld", "json-ld"), ("nt", "nt"), ("rdf", "xml")):
        graph = Graph().parse(data=client.get(f"/data/catalogue.{form}").data, format=parser)
        (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
        assert int(str(graph.value(dataset, VOID.triples))) == sum(store.graphs().values())
        for file in graph.objects(None, DCAT.downloadURL):
            assert client.get(str(file)).status_code == 200


def test_robots_and_the_map_of_the_site(client: FlaskClient) -> None:
    assert "Sitemap: http://localhost/sitemap.xml" in client.get("/robots.txt").text
    root = ElementTree.fromstring(client.get("/sitemap.xml").text)
    addresses = [each.text or "" for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(addresses) == len(set(addresses)) > 15
    for address in addresses:
        assert client.get(address, headers={"Accept": "text/html"}).status_code == 200, address


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "Dataset"),
        ("/agency/kz-moe", "GovernmentOrganization"),
        (f"/measure/{PLAN}/1", "PlanAction"),
        (f"/programme/{PLAN}", "Legislation"),
    ],
)
def test_pages_say_in_json_ld_what_they_are_about(client: FlaskClient, address: str, kind: str) -> None:
    html = client.get(address).text
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert json.loads(block)["@type"] == kind
    assert "<" not in block


def test_a_deadline_has_the_words_of_every_text_that_means_the_same_days(store: MemoryStore) -> None:
    written = read_cards(store, "1").measures[MEASURE].written
    assert written == {"kk": "2025 – 2026 жылдардың желтоқсаны", "ru": "декабрь 2025 – 2026 годов"}


# ---- the network


def test_a_chain_leads_from_the_heading_to_whoever_answers(chains: Chains) -> None:
    ties = {(tie.source, tie.kind, tie.target) for tie in chain_ties(chains, INDICATOR)}
    assert (DIRECTION, "holds", INDICATOR) in ties
    assert (INDICATOR, "served-by", MEASURE) in ties
    assert (MEASURE, "lead", LOCAL) in ties
    assert (MEASURE, "agreement", TALAP) in ties
    assert (MEASURE, "reported-to", MINISTRY) in ties
    assert (MEASURE, "controlled-by", MINISTRY) in ties
    assert (DIRECTION, "holds", MEASURE) not in ties, "a measure under an indicator stands there once"


def test_a_bodys_chain_names_no_other_body_but_its_predecessors(chains: Chains) -> None:
    ties = chain_ties(chains, TALAP)
    assert {tie.target for tie in ties if tie.kind in ("lead", "co", "agreement")} == {TALAP}
    assert (f"{BASE}agency/kz-mes", "succeeded-by", MINISTRY) in {
        (tie.source, tie.kind, tie.target) for tie in chain_ties(chains, MINISTRY)
    }


def test_the_chain_of_a_heading_names_leads_alone(chains: Chains) -> None:
    ties = {(tie.source, tie.kind, tie.target) for tie in chain_ties(chains, DIRECTION)}
    assert (MEASURE, "lead", LOCAL) in ties
    assert not {kind for _, kind, _ in ties} - {"holds", "served-by", "lead"}
    assert chain_ties(chains, "https://example.org/else") == []


def test_the_way_is_short_goes_both_ways_and_may_not_exist(network: Network) -> None:
    way = network.way(TALAP, INDICATOR)
    assert [tie.kind for tie in way] == ["agreement", "serves"]
    assert [tie.kind for tie in network.way(INDICATOR, TALAP)] == ["serves", "agreement"]
    assert network.way(TALAP, "https://example.org/else") == []
    assert network.way(TALAP, TALAP) == []


def test_the_graph_answers_in_json(client: FlaskClient) -> None:
    part = client.get("/graph/chain.json", query_string={"iri": MEASURE}).get_json()
    held = {node["iri"] for node in part["nodes"]}
    assert {MEASURE, INDICATOR, TALAP} <= held
    assert all(edge["source"] in held and edge["target"] in held for edge in part["edges"])
    assert client.get("/graph/path.json", query_string={"from": TALAP, "to": "urn:x"}).status_code == 404


# ---- charts and pictures


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0, 93, [0, 20, 40, 60, 80, 100]),
        (0, 5, [0, 1, 2, 3, 4, 5]),
        (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-2, 3, [-2, -1, 0, 1, 2, 3]),
    ],
)
def test_marks_of_an_axis_are_round(low: float, high: float, marks: list[float]) -> None:
    assert ticks(low, high) == marks


@pytest.mark.parametrize(("values", "lowest"), [(("425", "445"), "425"), (("60", "95"), "0"), (("1", "445"), "0")])
def test_an_axis_begins_at_zero_unless_all_is_large(values: tuple[str, str], lowest: str) -> None:
    cells = {year: [{"value": value}] for year, value in zip(("2025", "2026"), values, strict=True)}
    chart = trajectories({"years": ["2025", "2026"], "lines": [{"series": "", "cells": cells}]})
    assert chart
    assert chart.up[0].text == lowest


def test_a_chart_has_a_line_a_series_and_none_without_numbers() -> None:
    cells = {"2025": [{"value": "40"}], "2026": [{"value": "55.5"}], "2027": [{"text": "more"}]}
    table = {
        "years": ["2025", "2026", "2027"],
        "lines": [{"series": "", "cells": {"2025": []}}, {"series": "x", "cells": cells}],
    }
    chart = trajectories(table)
    assert chart is not None
    (line,) = chart.lines
    assert (line.rows, [point.words for point in line.points]) == ((1,), ["2025: 40", "2026: 55.5"])
    assert line.points[0].y > line.points[1].y, "more is higher"
    assert trajectories({"years": ["2025"], "lines": [{"series": "", "cells": {"2025": [{"text": "x"}]}}]}) is None


def test_layers_tie_neighbours_and_leave_out_empty_ones() -> None:
    drawing = layers(
        [
            [Entry("plan", "en", "/p", "programme")],
            [],
            [Entry("a", "kk", "/a", "lead"), Entry("b", "", "/b", "agreement")],
        ]
    )
    assert len(drawing.arrows) == 2
    assert [arrow.dashed for arrow in drawing.arrows] == [False, True]
    assert all(box.x + box.width <= drawing.width and box.y + box.height <= drawing.height for box in drawing.boxes)


def test_a_wheel_is_thicker_where_more_is_shared() -> None:
    drawing = wheel([("a", "/a", 10), ("b", "/b", 1)])
    assert drawing is not None
    assert drawing.spokes[0].thickness > drawing.spokes[1].thickness
    assert wheel([]) is None
