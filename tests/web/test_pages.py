"""Every page in three languages: it is there, it is HTML, nothing in it is unescaped or untranslated."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po
from flask import Flask
from flask.testing import FlaskClient
from html5rdf import HTMLParser  # type: ignore[import-untyped]

from kzedu_graph.store import query_faults
from kzedu_graph.store.stores import MemoryStore, StoreError
from web import create_app
from web.display.languages import LANGUAGES, TRANSLATIONS, catalogues

PLAN = "X2500000001"
PAGES = (
    "/",
    "/search",
    "/search?q=Talap",
    "/search?q=xyzzyq",
    "/search?q=library",
    "/topics",
    "/compare",
    "/compare?a=kz-moe&b=kz-talap",
    f"/compare?what=programme&a={PLAN}&b={PLAN}",
    "/topic/libraries",
    "/topic/libraries?on=2031-01-01&history=1",
    "/?on=2031-01-01",
    "/agencies",
    "/agencies?all=1&sort=name&kind=Ministry",
    "/agency/kz-moe",
    "/agency/kz-talap",
    "/agency/kz-talap?role=agreement&year=2025&sort=due",
    "/agency/kz-mes",
    f"/measure/{PLAN}/1",
    f"/measure/{PLAN}/2",
    f"/measure/{PLAN}/2-1",
    f"/measure/{PLAN}/3",
    f"/indicator/{PLAN}/plan/1",
    f"/programme/{PLAN}",
    "/matrix",
    f"/matrix?by=group&programme={PLAN}&role=bound",
    "/due",
    "/due?month=2025-12",
    f"/due?month=2025&programme={PLAN}",
    "/graph",
    f"/graph?iri=https://w3id.org/kzedu/id/measure/{PLAN}/1&show=chain",
    f"/graph?from=https://w3id.org/kzedu/id/measure/{PLAN}/1&to=https://w3id.org/kzedu/id/agency/kz-moe",
    "/findings",
    "/findings?code=unknown-party",
    "/findings?code=no-bound-executor",
    "/provisions",
    "/provisions?agency=kz-moe&modality=requirement",
    f"/provision/{PLAN}/2025-03-03/ru/1",
    f"/provision/{PLAN}/2025-03-03/ru/2",
    "/changes",
    f"/changes?kind=date-moved&cause=later-edition&programme={PLAN}&agency=kz-talap",
    "/continuations",
    "/continuations?of=measure&verdict=changed&sure=1",
    f"/programme/{PLAN}/timeline",
    f"/programme/{PLAN}/flow",
    f"/measure/{PLAN}/1?raw=1",
    "/watched",
    "/ask",
    "/ask/what-a-body-owes?agency=kz-moe",
    "/ask/load-of-bodies",
    "/sparql",
    "/sparql/run",
    "/sparql/run?query=SELECT * WHERE { ?s a <https://w3id.org/kzedu/ontology%23Measure> }",
    "/sparql/run?query=ASK { ?s ?p ?o }",
    "/sparql/run?query=CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3",
    "/data",
    "/ontology",
    f"/document/{PLAN}",
    f"/document/{PLAN}/2025-03-03/ru",
    f"/document/{PLAN}/2025-03-03/kk?at=20",
    f"/document/{PLAN}/2025-03-03/kk?at=20-60",
    f"/thing/assignment/{PLAN}/2025-03-03/ru/1/1",
    "/thing/finding/unknown-party/1",
    "/thing/event/2022-split",
)
MISSING = (
    "/nothing",
    "/agency/kz-nobody",
    "/agency/kz-nobody.json",
    f"/measure/{PLAN}/99",
    f"/indicator/{PLAN}/plan/99",
    "/programme/X0",
    "/programme/X0/timeline",
    "/programme/X0/flow.svg",
    f"/indicator/{PLAN}/plan/99.svg",
    "/document/X0",
    f"/document/{PLAN}/1999-01-01/ru",
    f"/document/{PLAN}/2025-03-03/ru?at=999999",
    f"/document/{PLAN}/2025-03-03/ru?page=x",
    "/findings?page=99",
    "/ask/no-such-question",
    "/thing/nothing/at/all",
    "/graph?iri=https://w3id.org/kzedu/id/measure/X/0",
    "/agency/kz-nobody.ics",
    "/provisions.json?agency=kz-nobody",
    "/provisions?page=99",
    f"/provision/{PLAN}/2025-03-03/ru/99",
    "/changes?programme=X0",
    "/changes?agency=kz-nobody",
    "/programme/X0.ics",
    "/topic/nothing",
    "/compare?a=kz-nobody",
    "/compare?what=programme&a=X0",
    "/agency/kz-nobody.atom",
    "/due?programme=X0",
    "/id/nothing/at/all.ttl",
    "/id/nothing/at/all",
    "/id/agency/kz-nobody",
    "/ontology.docx",
)
WRONG = (
    "/search?q=a&kind=thing",
    "/agencies?sort=colour",
    "/agency/kz-moe?role=king",
    "/agency/kz-moe?sort=colour",
    "/matrix?by=colour",
    "/due?month=soon",
    "/due?month=2026-13",
    "/due?on=tomorrow",
    "/compare?what=colour",
    "/due?history=perhaps",
    "/agency/kz-moe?year=soon",
    "/findings?code=zzz",
    "/findings?severity=zzz",
    "/changes?kind=colour",
    "/changes?cause=colour",
    "/continuations?verdict=perhaps",
    "/continuations?of=agency",
    "/graph?show=colour",
    "/matrix?role=king",
    "/sparql/run?query=SELECT",
    "/sparql/run?query=DELETE WHERE { ?s ?p ?o }",
    "/ask/what-a-body-owes?agency=two words",
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", PAGES)
def test_page_is_there_in_each_language(page: Callable[..., str], address: str, lang: str) -> None:
    html = page(address, lang)
    assert f'<html lang="{lang}">' in html
    assert html.count("<h1") == 1


@pytest.mark.parametrize("address", PAGES)
def test_page_is_valid_html(page: Callable[..., str], address: str) -> None:
    parser = HTMLParser(strict=False)
    parser.parse(page(address))
    assert [error for error in parser.errors if error[1] != "non-void-element-with-trailing-solidus"] == []


@pytest.mark.parametrize("address", PAGES)
def test_page_needs_nothing_that_the_security_policy_forbids(page: Callable[..., str], address: str) -> None:
    html = page(address)
    # a block of data is no script: nothing of it is ever run
    assert not re.search(
        r'<script(?![^>]*\bsrc=)(?! type="application/ld\+json">)|\sstyle=|\son[a-z]+=|javascript:', html
    )
    assert not re.findall(r'(?:src|rel="stylesheet" href)="https?:', html)


@pytest.mark.parametrize("address", PAGES)
def test_ids_are_unique_labels_have_their_fields_and_tables_their_captions(
    page: Callable[..., str], address: str
) -> None:
    html = page(address)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'<label[^>]*\sfor="([^"]+)"', html)) <= set(ids)
    fields = re.findall(r'<(?:input(?![^>]*type="hidden")|select|textarea)[^>]*\sid="([^"]+)"', html)
    assert set(fields) <= set(re.findall(r'<label[^>]*\sfor="([^"]+)"', html))
    assert html.count("<table") == html.count("<caption")
    assert not re.search(r"<th(?![^>]*scope=)[ >]", html)


@pytest.mark.parametrize("address", MISSING)
def test_unknown_things_are_404_with_a_way_on(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    if ".json" not in address:
        assert 'href="/agencies"' in answer.text


@pytest.mark.parametrize("address", WRONG)
def test_unknown_parameters_are_400_and_say_what_to_write(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert "error-box" in answer.text


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_read_only(client: FlaskClient, method: str) -> None:
    assert getattr(client, method)("/agencies").status_code == 405


def test_an_error_in_the_query_names_its_line(client: FlaskClient) -> None:
    answer = client.get("/sparql/run", query_string={"query": "SELECT *\nWHERE { ?s ?p }"})
    assert answer.status_code == 400
    assert re.search(r"Line 2|2-жол|Строка 2", answer.text)


def test_markup_in_the_data_and_in_the_address_is_escaped(page: Callable[..., str], client: FlaskClient) -> None:
    html = page(f"/measure/{PLAN}/1")
    assert "&lt;в опорных&gt; сёлах &amp; школах" in html
    assert "<в опорных>" not in html
    assert "<b>не распознан</b>" not in page("/findings", "ru")
    wild = '"><script>alert(1)</script>'
    for address in ("/search", "/findings", "/sparql/run", "/agencies", f"/{wild}"):
        answer = client.get(address, query_string={"q": wild, "code": wild, "query": wild, "kind": wild, "x": wild})
        assert "<script>alert" not in answer.text


def test_headers_guard_every_answer(client: FlaskClient) -> None:
    for address in ("/", "/nothing", "/agencies.json", "/static/style.css", "/sparql?query=ASK{}"):
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"


# ---- languages


def test_catalogues_hold_every_message_and_nothing_else() -> None:
    web = TRANSLATIONS.parent
    rules = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
    messages = {(context, _forms(message)) for _, _, message, _, context in extract_from_dir(web, method_map=rules)}
    faults = Path(query_faults.__file__)
    messages |= {
        (context, _forms(message)) for _, message, _, context in extract_from_file("python", faults, {"told": None})
    }
    assert len(messages) > 200
    for lang, path in catalogues().items():
        with path.open("rb") as source:
            catalogue = read_po(source, locale=lang)
        translated = {(message.context, _forms(message.id)): message for message in catalogue if message.id}
        assert set(translated) == messages, f"{lang}: missing {messages - set(translated)}"
        for (_, asked), message in translated.items():
            said = _forms(message.string)
            assert all(said), f"{lang}: {asked}"
            assert len(said) == (catalogue.num_plurals if len(asked) == 2 else 1), f"{lang}: {asked}"
            assert not message.fuzzy, f"{lang}: {asked}"
            holes = re.compile(r"%\(\w+\)s")
            for form in said:
                assert sorted(holes.findall(asked[-1])) == sorted(holes.findall(form)), asked


def _forms(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A message without a plural as one form, another as its forms."""
    return (words,) if isinstance(words, str) else tuple(words or ())


@pytest.mark.parametrize(
    ("asked", "lang"),
    [("kk", "kk"), ("ru-KZ,ru;q=0.9,en;q=0.8", "ru"), ("en-GB", "en"), ("de", "kk"), ("", "kk")],
)
def test_the_browser_chooses_the_language(client: FlaskClient, asked: str, lang: str) -> None:
    assert f'<html lang="{lang}">' in client.get("/", headers={"Accept-Language": asked}).text


def test_a_link_chooses_the_language_and_a_cookie_keeps_it(client: FlaskClient) -> None:
    assert '<html lang="ru">' in client.get("/?lang=ru", headers={"Accept-Language": "en"}).text
    assert '<html lang="ru">' in client.get("/agencies", headers={"Accept-Language": "en"}).text
    answer = client.get("/?lang=xx", headers={"Accept-Language": "en"})
    assert '<html lang="ru">' in answer.text


def test_names_fall_back_and_say_their_language(page: Callable[..., str]) -> None:
    html = page(f"/measure/{PLAN}/2-1", "kk")
    assert 'lang="ru">Ежегодный смотр читальных залов</span>&#160;<abbr class="tag" title="Русский">ru</abbr>' in html
    html = page(f"/measure/{PLAN}/2", "en")
    assert '<span lang="kk">Оқу залының жұмыс қағидаларын әзірлеу</span>&#160;<abbr class="tag"' in html


def test_data_language_is_a_choice_of_its_own(page: Callable[..., str]) -> None:
    html = page(f"/measure/{PLAN}/2?data=ru", "en")
    assert '<html lang="en">' in html
    assert '<span lang="ru">Разработка правил работы читального зала</span></h1>' in html


# ---- what pages must show


def test_a_parameter_that_does_nothing_is_told(page: Callable[..., str]) -> None:
    assert "The parameter “year” does nothing on this page." in page("/due?year=2026")
    assert "does nothing" not in page("/due?month=2026&on=2025-09-01&history=1")


def test_a_page_says_how_to_cite_it_and_where_to_correct_it(page: Callable[..., str]) -> None:
    html = page(f"/measure/{PLAN}/1")
    assert "lang=en&amp;data=en" in html, "the lasting link fixes the language"
    assert re.search(r'href="mailto:\?subject=[^"]*measure%2FX2500000001%2F1[^"]*&amp;body=', html)
    assert '<meta property="og:title" content="Measure 1: ' in html


def test_what_acts_changed_is_a_feed(client: FlaskClient) -> None:
    answer = client.get("/changes.atom", headers={"Accept-Language": "en"})
    assert answer.mimetype == "application/atom+xml"
    feed = ElementTree.fromstring(answer.data)
    entries = feed.findall("{*}entry")
    assert entries
    assert feed.findtext("{*}updated") == entries[0].findtext("{*}updated") == "2025-03-03T00:00:00Z"
    assert len({entry.findtext("{*}id") for entry in entries}) == len(entries)
    assert not ElementTree.fromstring(client.get("/agency/kz-mes.atom").data).findall("{*}entry")
    moved = ElementTree.fromstring(client.get("/changes.atom?kind=date-moved").data).findall("{*}entry")
    assert 0 < len(moved) < len(ElementTree.fromstring(answer.data).findall("{*}entry")), "the feed keeps the filters"
    assert client.get("/changes.atom?kind=zzz").status_code == 400


class _Empty(MemoryStore):
    @property
    def version(self) -> str:
        raise StoreError("there is no build yet")


def test_without_a_build_pages_say_what_to_do(app: Flask) -> None:
    client = create_app(_Empty()).test_client()
    answer = client.get("/", headers={"Accept": "text/html"})
    assert answer.status_code == 503
    assert "kzedu build" in answer.text
    assert client.get("/healthz").status_code == 503
    assert client.get("/agencies.json").mimetype == "application/problem+json"


def test_another_build_is_noticed(store: MemoryStore) -> None:
    mine = MemoryStore()
    client = create_app(mine).test_client()
    assert client.get("/agencies.json?all=1").get_json() == []
    body = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    mine.write((row["s"], row["p"], row["o"], row["g"]) for row in store.select(body))
    assert len(client.get("/agencies.json?all=1").get_json()) == 4
