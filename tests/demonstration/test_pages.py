"""A walk through every kind of page of the explorer on the demonstration: none is empty, each says what it is."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from lxml import etree, html
from openpyxl import load_workbook
from rdflib import Graph, Literal
from werkzeug.test import TestResponse

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.trace import find_thing
from kzedu_graph.exports.standards.csvw import write_csvw
from kzedu_graph.reports.content import make_report
from kzedu_graph.reports.page import write_page
from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.store.stores import Store
from kzedu_graph.vocabulary.about.notices import INVENTED, INVENTED_SHORT
from kzedu_graph.vocabulary.iris import KZEDU
from web.display.languages import LANGUAGES
from web.views.read_model import Cards
from web.views.tour import places_of

pytestmark = pytest.mark.xdist_group("demonstration")

CONCEPT, PROGRAMME, ACT = "P3200009012", "P3100009001", "P3300009027"
BODY = "demo-ministry-reading"
TITLED = {
    "kk": "ойдан шығарылған көрсетілім",
    "ru": "вымышленная демонстрация",
    "en": "invented demonstration",
}

PAGES: Mapping[str, tuple[str, str]] = {
    "/": ("/", "//table/tbody/tr"),
    "/tour": ("/tour", "//ol//a[@class='go']"),
    "/agencies": ("/agencies", "//table/tbody/tr"),
    "/agency/<key>": (f"/agency/{BODY}", "//table/tbody/tr"),
    "/matrix": ("/matrix", "//table/tbody/tr"),
    "/due": ("/due?month=2034", "//table/tbody/tr"),
    "/programme/<key>": (f"/programme/{CONCEPT}", "//table/tbody/tr"),
    "/programme/<key>/timeline": (f"/programme/{CONCEPT}/timeline", "//table/tbody/tr"),
    "/programme/<key>/flow": (f"/programme/{CONCEPT}/flow", "//table/tbody/tr"),
    "/watched": ("/watched", "//div[@id='watched']"),
    "/measure/<programme>/<number>": (f"/measure/{CONCEPT}/21", "//blockquote/mark"),
    "/indicator/<path:path>": (f"/indicator/{CONCEPT}/plan/1", "//blockquote/mark"),
    "/provisions": ("/provisions", "//table/tbody/tr"),
    "/provision/<path:path>": ("", "//blockquote/mark"),
    "/changes": ("/changes", "//main//li | //main//tbody/tr"),
    "/continuations": ("/continuations", "//main//li | //main//tbody/tr"),
    "/document/<work>": (f"/document/{CONCEPT}", "//main//a"),
    "/document/<work>/<date>/<lang>": (f"/document/{CONCEPT}/2033-05-11/kk", "//main"),
    "/findings": ("/findings", "//main//li | //main//tbody/tr"),
    "/ask": ("/ask", "//main//li//a"),
    "/ask/<name>": ("/ask/what-a-body-owes", "//table/tbody/tr"),
    "/graph": (f"/graph?iri=https://w3id.org/kzedu/id/agency/{BODY}", "//main//*[local-name()='svg'] | //main//li"),
    "/search": ("/search?q=оқу", "//main//li"),
    "/data": ("/data", "//table/tbody/tr"),
    "/ontology": ("/ontology", "//main//dl | //main//table"),
    "/sparql": ("/sparql", "//textarea"),
    "/sparql/run": ("/sparql/run?query=SELECT%20*%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%203", "//table/tbody/tr"),
    "/topics": ("/topics", "//main//li//a"),
    "/topic/<key>": ("/topic/libraries", "//main//li | //main//tbody/tr"),
    "/reported": ("/reported", "//ul[contains(@class, 'reports')]/li"),
    "/compare": (f"/compare?a={BODY}", "//form"),
    "/thing/<path:path>": (f"/thing/agency/{BODY}", "//main//dl | //main//table"),
}  # fmt: skip
"""Each kind of page: one of it, and what stands on it where it is not empty."""
NO_PAGES = re.compile(
    r"<twin:twin>|\.ics|\.odrl|\.stratml|\.json|<any\(|/static/|/id/|healthz|favicon|robots|sitemap|rdf-graph-store"
    r"|\.well-known|\.atom|<lang>\.txt|/ontology/<int|answer\.xlsx|\.jsonld|dossier\.|<path:path>\.svg|/sparql/explain"
)
"""Addresses that give something else than a page; what is taken away is looked at below."""


@pytest.fixture(scope="module")
def client(explorer: Flask) -> FlaskClient:
    return explorer.test_client()


@pytest.fixture(scope="module")
def cards(explorer: Flask) -> Cards:
    found = explorer.extensions["kzedu"].catalogue.cards
    assert isinstance(found, Cards)
    return found


def address(rule: str, cards: Cards) -> str:
    if rule == "/provision/<path:path>":
        return "/" + next(iter(cards.provisions)).partition("/id/")[2]
    return PAGES[rule][0]


def got(client: FlaskClient, path: str, lang: str = "en") -> TestResponse:
    answer = client.get(f"{path}{'&' if '?' in path else '?'}lang={lang}", headers={"Accept": "text/html, */*;q=0.5"})
    assert answer.status_code == 200, f"{path}: {answer.status}"
    assert answer.headers["Kzedu-Invented"] == "true"
    return answer


def test_every_kind_of_page_is_walked(explorer: Flask) -> None:
    rules = {str(rule) for rule in explorer.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert {rule for rule in rules if not NO_PAGES.search(rule)} == set(PAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", PAGES)
def test_a_page_is_full_and_labelled(client: FlaskClient, cards: Cards, rule: str, lang: str) -> None:
    page = html.fromstring(got(client, address(rule, cards), lang).get_data(as_text=True))
    assert page.xpath(PAGES[rule][1]), f"{rule} shows nothing"
    assert TITLED[lang] in (page.findtext(".//title") or "")
    (label,) = page.xpath("//p[@class='invented']")
    assert INVENTED[lang] in label.text_content()
    assert label.xpath("a[@href='/tour#real']")


@pytest.mark.parametrize("name", sorted(load_gallery()))
def test_every_question_has_an_answer(client: FlaskClient, name: str) -> None:
    page = html.fromstring(got(client, f"/ask/{name}").get_data(as_text=True))
    if name == "languages-differ":  # why it has none: test_demonstration.py
        assert "No answer fits." in page.text_content()
    else:
        assert page.xpath("//table/tbody/tr")


def test_the_tour_leads_to_ten_full_pages(client: FlaskClient, cards: Cards) -> None:
    places = places_of(cards)
    assert len(places) == 10
    for place in places.values():
        page, _, anchor = place.partition("#")
        shown = html.fromstring(got(client, page).get_data(as_text=True))
        assert not anchor or shown.xpath("//*[@id=$anchor]", anchor=anchor), place
        assert shown.xpath("//main")[0].text_content().strip()


def test_the_reader_stands_in_the_year_of_the_demonstration(client: FlaskClient) -> None:
    home = html.fromstring(got(client, "/").get_data(as_text=True))
    assert [row.text_content() for row in home.xpath("//tr[@class='now']/th")] == ["2034"]
    assert "What is due in 2034" in got(client, "/sparql").get_data(as_text=True)


TWINS = ("/agencies", f"/agency/{BODY}", "/matrix", "/due", "/changes", "/continuations", "/provisions", "/findings",
         f"/programme/{CONCEPT}", f"/indicator/{CONCEPT}/plan/1", "/ask/what-a-body-owes")  # fmt: skip


@pytest.mark.parametrize("path", TWINS)
def test_a_list_that_is_taken_away_says_so_in_every_row(client: FlaskClient, path: str) -> None:
    rows = json.loads(got(client, f"{path}.json").data)
    assert rows
    assert all(row["invented"] is True for row in rows)
    lines = got(client, f"{path}.csv").get_data(as_text=True).splitlines()
    assert lines[0].endswith(",invented")
    sheet = load_workbook(io.BytesIO(got(client, f"{path}.xlsx").data)).worksheets[0]
    assert [cell.value for cell in next(sheet.iter_rows())][-1] == "invented"


@pytest.mark.parametrize("path", [f"/agency/{BODY}.ics", f"/programme/{CONCEPT}.ics"])
def test_a_calendar_says_so(client: FlaskClient, path: str) -> None:
    calendar = Calendar.from_ical(got(client, path, "ru").data)
    assert str(calendar["x-wr-calname"]).startswith(INVENTED_SHORT["ru"])
    assert str(calendar["x-wr-caldesc"]) == INVENTED["ru"]
    events = calendar.walk("VEVENT")
    assert events
    assert all(str(event["summary"]).startswith(INVENTED_SHORT["ru"]) for event in events)


def _graph(form: str) -> Callable[[bytes], Graph]:
    return lambda data: Graph().parse(data=data, format=form)


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("/data/current.ttl", _graph("turtle")),
        ("/data/run.nt", _graph("nt")),
        ("/data/catalogue.ttl", _graph("turtle")),
        (f"/agency/{BODY}.odrl.ttl", _graph("turtle")),
        (f"/agency/{BODY}.odrl.jsonld", _graph("json-ld")),
        (f"/id/document/{CONCEPT}/2033-05-11/kk.ttl", _graph("turtle")),
    ],
)
def test_rdf_says_so(client: FlaskClient, path: str, read: Callable[[bytes], Graph]) -> None:
    assert list(read(got(client, path).data).subjects(KZEDU.invented, Literal(True)))


def test_a_plan_as_stratml_says_so(client: FlaskClient) -> None:
    plan = etree.fromstring(got(client, f"/programme/{PROGRAMME}.stratml", "kk").data)
    assert plan.findtext("{*}Name").startswith(INVENTED_SHORT["kk"])
    assert plan.findtext("{*}OtherInformation") == INVENTED["kk"]


@pytest.mark.parametrize("path", [f"/programme/{CONCEPT}/timeline.svg", f"/programme/{CONCEPT}/flow.svg",
                                  f"/indicator/{CONCEPT}/plan/1.svg"])  # fmt: skip
def test_a_picture_by_itself_says_so(client: FlaskClient, path: str) -> None:
    picture = etree.fromstring(got(client, path, "kk").data)
    assert INVENTED["kk"] in "".join(picture.itertext())


def test_csv_on_the_web_says_so(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("csvw")
    files = write_csvw(store, folder)
    metadata = json.loads(files[-1].read_text("utf-8"))
    assert {one["@language"]: one["@value"] for one in metadata["dc:description"]} == INVENTED
    for table in metadata["tables"]:
        assert table["tableSchema"]["columns"][-1]["propertyUrl"] == str(KZEDU.invented)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_audit_report_says_so(store: Store, lang: str) -> None:
    chains = Chains.read(store.select)
    subject = find_thing(chains, CONCEPT, {}.get)
    report = make_report(store.select, store.version, subject, lang, invented=True)
    page = io.BytesIO()
    write_page(report, page)
    shown = html.fromstring(page.getvalue().decode())
    assert (shown.findtext(".//title") or "").startswith(INVENTED_SHORT[lang])
    assert INVENTED[lang] in shown.xpath("//header")[0].text_content()


@pytest.mark.parametrize(
    ("lang", "name"), [("kk", "Оқырмандардың хаттары"), ("ru", "Письма читателей"), ("en", "Letters from readers")]
)
def test_sources_of_reports_have_names(client: FlaskClient, lang: str, name: str) -> None:
    shown = client.get(f"/reported?lang={lang}").text
    assert name in html.fromstring(shown).text_content()
    assert ">invented-readers<" not in shown
    assert name in client.get(f"/measure/{CONCEPT}/8?lang={lang}").text


def test_no_official_register_is_asked_for_an_invented_act(client: FlaskClient) -> None:
    assert "adilet.zan.kz" not in client.get(f"/document/{CONCEPT}/2033-05-11/kk").text


def test_english_readers_read_english_titles(client: FlaskClient) -> None:
    heading = html.fromstring(client.get(f"/programme/{CONCEPT}?lang=en").text).xpath("string(//h1)")
    assert heading == "Concept for the Development of Reading and Counting for 2032-2036 (invented)"
