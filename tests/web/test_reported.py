"""What people report, on the pages: beside the plan, as of a day, and nothing is claimed from silence."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from rdflib import Dataset, URIRef

from kzedu_graph.reported.files import Reports
from kzedu_graph.reported.records import Report, ReportedValue
from kzedu_graph.reported.triples import report_triples
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary.places import BASE, REPORTED
from web import create_app
from web.views.site import SourceTexts

PLAN = "X2500000001"
FIRST, SECOND, SHARE = f"{BASE}measure/{PLAN}/1", f"{BASE}measure/{PLAN}/2", f"{BASE}indicator/{PLAN}/plan/1"
SAID = (
    Report(about=FIRST, due="2025-12", state="complete", day=date(2025, 12, 20), reporter="kz-leb"),
    Report(
        about=FIRST, due="2025-12", state="limited", day=date(2026, 1, 15), reporter="kz-leb",
        proof="https://example.org/act", remark="<b>половина</b>",
    ),
    Report(about=SECOND, due="2025-06", state="no-evidence", day=date(2026, 2, 1), reporter="житель села"),
    ReportedValue(about=SHARE, year=2025, value=17.5, unit="%", day=date(2026, 2, 1), reporter="kz-moe", proof="№ 3"),
)  # fmt: skip


@pytest.fixture(scope="module")
def reporting(store: MemoryStore, texts: SourceTexts) -> Iterator[FlaskClient]:
    reports = Reports("village")
    for each in SAID:
        reports.take(each)
    plan = Dataset()
    plan.parse(data=store.nquads(), format="nquads")
    quads = [(s, p, o, graph) for s, p, o, graph in plan.quads() if graph is not None]
    both = MemoryStore([*quads, *((*triple, URIRef(REPORTED)) for triple in report_triples(reports))])
    app = create_app(both, texts=texts)
    app.config.update(TESTING=True, TODAY=date(2026, 3, 1))
    with app.test_client() as client:
        yield client


def page(client: FlaskClient, address: str) -> str:
    answer = client.get(address, headers={"Accept": "text/html", "Accept-Language": "en"})
    assert answer.status_code == 200, address
    return str(answer.text)


def section(html: str) -> str:
    return html.partition('<section id="reported">')[2].partition("</section>")[0]


def test_a_measure_shows_its_reports_under_its_due_points(reporting: FlaskClient) -> None:
    told = section(page(reporting, f"/measure/{PLAN}/1"))
    assert "https://example.org/act" in told
    assert "&lt;b&gt;половина&lt;/b&gt;" in told
    assert "what was said before" in told
    assert "not due yet" in told, "of December 2026"
    assert "Nobody has reported" not in told


def test_a_duty_of_prose_shows_its_reports(reporting: FlaskClient) -> None:
    told = section(page(reporting, f"/provision/{PLAN}/2025-03-03/ru/1"))
    assert "1 September 2025" in told
    assert "Nobody has reported on this." in told


def test_what_was_reported_later_is_not_there_on_an_earlier_day(reporting: FlaskClient) -> None:
    told = section(page(reporting, f"/measure/{PLAN}/1?on=2026-01-01"))
    assert "https://example.org/act" not in told
    assert "20 December 2025" in told, "what was corrected since then"
    assert "what was said before" not in told


def test_an_indicator_draws_planned_and_reported(reporting: FlaskClient) -> None:
    html = page(reporting, f"/indicator/{PLAN}/plan/1")
    assert "reported: village" in html
    assert "17.5" in html.partition('<table class="targets">')[2].partition("</table>")[0]
    assert "title>2025: 17.5" in html or "2025: 17.5" in html


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"/programme/{PLAN}", "reported on: 2; with a proof: 1."),
        ("/agency/kz-leb", "reported on: 1; with a proof: 1."),
        (f"/programme/{PLAN}?on=2025-07-01", "Nobody has reported on any of them"),
    ],
)
def test_bodies_and_programmes_count_what_is_reported(reporting: FlaskClient, address: str, words: str) -> None:
    assert words in page(reporting, address).partition('id="progress">')[2].partition("</p>")[0]


def test_without_reports_nothing_is_claimed(page: Callable[..., str]) -> None:
    told = section(page(f"/measure/{PLAN}/2"))
    assert "That says nothing about whether it was done." in told
    assert "not started" not in told


@pytest.mark.parametrize(
    ("query", "about"),
    [
        ("", [SECOND, SHARE, FIRST]),
        ("?state=limited", [FIRST]),
        ("?state=value", [SHARE]),
        ("?agency=kz-leb", [FIRST]),
        ("?proof=0", [SECOND]),
        ("?source=others", []),
        ("?on=2026-01-20", [FIRST]),
        ("?on=2026-01-01&state=complete", [FIRST]),
        ("?state=complete", []),
    ],
)
def test_the_list_and_its_twin(reporting: FlaskClient, query: str, about: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(reporting.get(f"/reported.csv{query}").text)))
    assert [row["about"] for row in rows] == about
    html = page(reporting, f"/reported{query}")
    for each in about:
        assert f'href="/{each.removeprefix(BASE)}"' in html


def test_a_state_that_is_none_is_told(reporting: FlaskClient) -> None:
    assert reporting.get("/reported?state=perhaps").status_code == 400


def test_the_feed(reporting: FlaskClient) -> None:
    feed = ElementTree.fromstring(reporting.get("/reported.atom").data)
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 3
    assert len({entry.findtext("{http://www.w3.org/2005/Atom}id") for entry in entries}) == 3


def test_a_report_opens_as_a_page_and_as_rdf(reporting: FlaskClient) -> None:
    reports = Reports("village")
    reports.take(SAID[0])
    node = next(report_triples(reports))[0].removeprefix(BASE)
    for accept in ("text/html", "text/turtle", "application/ld+json"):
        assert reporting.get(f"/id/{node}", headers={"Accept": accept}, follow_redirects=True).status_code == 200
