"""What a page was filtered by, what is watched, how answers are worded: in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html

from web.display.finding_kinds import explained, offered, without_codes

PLAN = "X2500000001"
MEASURE = f"https://w3id.org/kzedu/id/measure/{PLAN}/1"


def printed(page: str) -> str:
    return " ".join(
        " ".join(each.text_content().split()) for each in html.fromstring(page).xpath("//p[@class='printed']")
    )


def test_a_sheet_says_what_was_chosen(page: Callable[..., str]) -> None:
    told = printed(page(f"/agency/kz-moe?role=lead&year=2025&programme={PLAN}", "en"))
    assert "Role: lead" in told
    assert "Due in: 2025" in told
    assert "Chosen:" not in printed(page("/agency/kz-moe", "en"))


def test_a_sheet_says_what_abbreviations_mean(page: Callable[..., str]) -> None:
    assert "МИО — местные исполнительные органы" in printed(page(f"/indicator/{PLAN}/plan/1", "ru"))


@pytest.mark.parametrize(
    "address",
    [
        "/agency/kz-moe?topic=zzz",
        "/agency/kz-moe?proof=zzz",
        "/agency/kz-moe?programme=zzz",
        "/agency/kz-moe?group=zzz",
        "/agency/kz-moe?reported=maybe",
        "/agencies?kind=zzz",
        "/provisions?modality=zzz",
        "/provisions?edition=zzz",
        "/due?month=2026-13",
    ],
)
def test_a_wrong_value_is_told(client: FlaskClient, address: str) -> None:
    assert client.get(address, headers={"Accept": "text/html"}).status_code == 400


@pytest.mark.parametrize(
    "address", ["/ask/load-of-bodies?zzz=1", "/data?zzz=1", f"/document/{PLAN}/2025-03-03/ru?zzz=1", "/graph?zzz=1"]
)
def test_a_parameter_that_does_nothing_is_told(page: Callable[..., str], address: str) -> None:
    assert "The parameter “zzz” does nothing on this page." in page(address)


def test_the_graph_begins_with_what_the_reader_came_from(client: FlaskClient) -> None:
    def start(referrer: str) -> str:
        answer = client.get("/graph", headers={"Referer": referrer, "Accept": "text/html"})
        return str(html.fromstring(answer.text).xpath("//*[@id='graph-island']/@data-iri")[0])

    assert start(f"http://localhost/measure/{PLAN}/1?lang=ru") == MEASURE
    programme = f"https://w3id.org/kzedu/id/document/{PLAN}"
    assert start("http://elsewhere.example/agency/kz-moe") == programme
    assert start("http://localhost/agency/kz-nobody") == programme


def test_what_is_watched_is_told_in_short(client: FlaskClient) -> None:
    asked = {"iri": [MEASURE, "https://w3id.org/kzedu/id/agency/kz-talap", "urn:nothing"], "lang": "en"}
    measure, body = client.get("/watched.json", query_string=asked).get_json()
    assert measure["page"] == f"/measure/{PLAN}/1"
    assert measure["due_words"] == "31 December 2025"
    assert body["changes"] > 0
    assert client.get("/watched.json", query_string={"iri": ["x"] * 101}).status_code == 400


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_answers_have_no_codes_and_no_iso_days(page: Callable[..., str], lang: str) -> None:
    shown = html.fromstring(page("/ask/what-a-body-owes?agency=kz-moe&status=", lang))
    assert shown.xpath("//table/tbody/tr")
    for cell in shown.xpath("//table/tbody/tr/td"):
        assert not any(part.startswith("202") and part.count("-") == 2 for part in cell.text_content().split())
    options = shown.xpath("//select[@id='p-status']/option/@value")
    assert options == ["", "in-force", "repealed", "lapsed"]


def test_codes_of_a_label_are_offered() -> None:
    assert offered("Действие (in-force, repealed)") == ["in-force", "repealed"]
    assert without_codes("Действие (in-force, repealed)") == "Действие"
    assert offered("Вывод") == []


def test_an_explanation_has_words_for_codes(app: Flask) -> None:
    with app.test_request_context("/?lang=ru"):
        assert explained("ended — было раньше; not-divided — нет") == (
            "«программа утратила силу раньше» — было раньше; «между преемниками не поделено» — нет"
        )


def test_questions_stand_in_groups(page: Callable[..., str]) -> None:
    shown = html.fromstring(page("/ask", "en"))
    assert shown.xpath("//main//section/@id") == ["who", "when", "money", "quality", "changes"]
    assert all(section.xpath(".//li/a") for section in shown.xpath("//main//section"))


@pytest.mark.parametrize(
    "address",
    [
        "/agency/kz-moe",
        f"/measure/{PLAN}/1",
        f"/indicator/{PLAN}/plan/1",
        f"/programme/{PLAN}",
        f"/provision/{PLAN}/2025-03-03/ru/1",
        "/thing/event/2022-split",
        "/findings?code=no-bound-executor",
    ],
)
def test_a_printed_sheet_shows_no_ways_to_files_and_tools(page: Callable[..., str], address: str) -> None:
    ways = html.fromstring(page(address)).xpath(
        "//main//a[contains(@href, '.ttl') or contains(@href, '.jsonld') or contains(@href, '.stratml')"
        " or contains(@href, 'dossier.') or starts-with(@href, '/graph?') or starts-with(@href, '/ask/')]"
    )
    hidden = {"screen", "twins"}
    shown = [
        each.get("href")
        for each in ways
        if not hidden & {word for above in (each, *each.iterancestors()) for word in above.get("class", "").split()}
    ]
    assert shown == []
