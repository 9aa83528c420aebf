"""A page that was made is given again to whoever would get the same; nobody else."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

import web.pages.findings
from kzedu_graph.store.stores import MemoryStore
from web import create_app
from web.views.site import SourceTexts


@pytest.fixture
def app(store: MemoryStore, texts: SourceTexts) -> Flask:
    """An explorer that nobody has asked yet."""
    made = create_app(store, texts=texts)
    made.config.update(TESTING=True, TODAY=date(2025, 9, 1))
    return made


def times(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that pages are made of from now on."""
    made: list[str] = []
    render = web.pages.findings.render_template

    def told(name: str, **values: object) -> str:
        made.append(name)
        return render(name, **values)

    monkeypatch.setattr(web.pages.findings, "render_template", told)
    return made


def test_a_page_is_made_once_for_each_language(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made = times(monkeypatch)
    first = {lang: client.get("/findings", headers={"Accept-Language": lang}).text for lang in ("kk", "ru", "en")}
    again = {lang: client.get("/findings", headers={"Accept-Language": lang}) for lang in ("kk", "ru", "en")}
    assert len(made) == 3
    assert {lang: one.text for lang, one in again.items()} == first
    assert {lang: one.headers["Content-Language"] for lang, one in again.items()} == {lang: lang for lang in first}
    assert len(set(first.values())) == 3


def test_a_kept_page_has_every_header_of_a_new_one(client: FlaskClient) -> None:
    new, kept = (client.get("/findings") for _ in range(2))
    assert sorted(new.headers.items()) == sorted(kept.headers.items())
    assert kept.headers["Content-Security-Policy"]


def test_another_day_another_build_or_another_choice_is_another_page(
    app: Flask, client: FlaskClient, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = times(monkeypatch)
    client.get("/findings")
    monkeypatch.setitem(app.config, "TODAY", date(2031, 5, 3))
    client.get("/findings")
    assert len(made) == 2
    monkeypatch.setattr(type(store), "version", property(lambda _: "another"))
    client.get("/findings")
    assert len(made) == 3
    assert client.get("/due?month=2025-12").text != client.get("/due").text


def test_who_has_a_page_is_told_that_it_is_unchanged(client: FlaskClient) -> None:
    tag = client.get("/findings").headers["ETag"]
    answer = client.get("/findings", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.data) == (304, b"")
    other = client.get("/findings", headers={"If-None-Match": tag, "Accept-Language": "en"})
    assert other.status_code == 200


def test_a_choice_of_language_is_remembered_from_a_kept_page_too(client: FlaskClient) -> None:
    client.get("/findings?lang=kk")
    client.delete_cookie("lang")
    assert "lang=kk" in client.get("/findings?lang=kk").headers["Set-Cookie"]


@pytest.mark.parametrize("address", ["/ontology", "/sparql"])
def test_a_page_that_has_been_read_is_no_answer_to_who_wants_rdf(client: FlaskClient, address: str) -> None:
    taken = ("text/html", "text/turtle", "text/html,*/*;q=0.8", "text/turtle", "text/html")
    answers = [client.get(address, headers={"Accept": each}) for each in taken]
    assert [one.mimetype == "text/html" and one.status_code == 200 for one in answers] == [
        "html" in each for each in taken
    ]
    assert answers[0].headers["ETag"] == answers[4].headers["ETag"]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_twin_is_kept_as_its_page_is(client: FlaskClient, form: str) -> None:
    first, again = (client.get(f"/due.{form}") for _ in range(2))
    assert first.data == again.data
    assert sorted(first.headers.items()) == sorted(again.headers.items())
    unchanged = client.get(f"/due.{form}", headers={"If-None-Match": first.headers["ETag"]})
    assert unchanged.status_code == 304
    assert client.get(f"/due.{form}?month=2025-12").data != first.data


@pytest.mark.parametrize("address", ["/healthz", "/no-such-page", "/due.ics"])
def test_what_is_no_page_is_not_kept(client: FlaskClient, address: str) -> None:
    assert "ETag" not in client.get(address).headers


def test_an_answer_that_may_change_is_made_anew(client: FlaskClient) -> None:
    asked = {"query": "SELECT (STRUUID() AS ?one) {}"}
    assert client.get("/sparql/run", query_string=asked).text != client.get("/sparql/run", query_string=asked).text


def test_where_a_reader_comes_from_makes_another_page(client: FlaskClient) -> None:
    row = client.get("/agencies.json").get_json()[0]
    from_there = {"Referer": f"http://localhost/agency/{row['key']}"}
    plain, led = client.get("/graph"), client.get("/graph", headers=from_there)
    assert "Referer" in plain.headers["Vary"]
    assert client.get("/graph").data == plain.data
    assert client.get("/graph", headers=from_there).data == led.data
    assert plain.data != led.data
