"""What pages tell of measures, bodies, indicators, provisions, changes, findings and documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

PLAN = "X2500000001"


def test_measure_shows_both_languages_bodies_dates_proof_and_quote(page: Callable[..., str]) -> None:
    html = page(f"/measure/{PLAN}/1")
    for words in (
        "Тірек ауылдарда оқу залдарын ашу",
        'href="/agency/kz-leb"',
        "lead, presumed",
        "by agreement",
        "December 2025 · December 2026",
        'href="/indicator/X2500000001/plan/1"',
        '<mark class="row"><span class="cell">1.</span><span class="cell">Тірек ауылдарда оқу залдарын ашу</span>',
        "handed in to:",
    ):
        assert words in html, words
    assert "15 January 2024" in html
    assert "декабрь 2024 года" in html


def test_a_body_not_recognised_is_shown_in_its_own_words(page: Callable[..., str]) -> None:
    html = page(f"/measure/{PLAN}/2")
    assert "неведомый орган" in html
    assert "not recognised as a body" in html
    assert "The body is not recognised" in html


def test_a_measure_of_an_earlier_text_is_kept(page: Callable[..., str]) -> None:
    assert "stands in an earlier text only" in page(f"/measure/{PLAN}/3")


def test_body_shows_roles_partners_predecessor_and_calendar(page: Callable[..., str]) -> None:
    html = page("/agency/kz-moe")
    assert "predecessor" in html
    assert 'href="/agency/kz-mes"' in html
    assert "11 June 2022" in html
    assert '<time datetime="2025-06-30" class="past">' in html
    assert "Who hands something in to it" in html
    html = page("/agency/kz-talap")
    assert "Takes part by agreement (not bound)" in html
    assert "Leads (first bound body" not in html


def test_filters_narrow_the_list(client: FlaskClient) -> None:
    def numbers(query: str) -> list[str]:
        answer = client.get(f"/agency/kz-talap.json?{query}")
        return [row["number"] for row in answer.get_json()]

    assert numbers("") == ["1", "2-1"]
    assert numbers("year=2026") == ["1"]
    assert numbers("role=bound") == []
    assert numbers("group=https://w3id.org/kzedu/id/direction/X2500000001/1") == ["1"]


def test_indicator_shows_targets_and_measures(page: Callable[..., str]) -> None:
    html = page(f"/indicator/{PLAN}/plan/1")
    assert "≥ 55.5" in html
    assert "%" in html
    assert f'href="/measure/{PLAN}/2"' in html


def test_a_provision_shows_who_how_firmly_until_when_and_its_words(page: Callable[..., str]) -> None:
    html = page(f"/provision/{PLAN}/2025-03-03/ru/1")
    for words in (
        "обеспечить читальные залы мебелью</span>",
        "<dd>must</dd>",
        'href="/agency/kz-moe"',
        "1 September 2025",
        "Закон «О библиотеках»",
        "<mark>МП следует обеспечить читальные залы мебелью до 1 сентября 2025 года.</mark>",
        f'href="/provision/{PLAN}/2025-03-03/ru/2" rel="next"',
    ):
        assert words in html, words
    html = page(f"/provision/{PLAN}/2025-03-03/ru/2")
    assert 'Жителям сёл</span> <span class="note">not recognised as a body' in html


def test_provisions_are_those_of_the_texts_each_once(client: FlaskClient) -> None:
    rows = client.get("/provisions.json").get_json()
    assert [(row["number"], row["bearer"], row["modality"]) for row in rows] == [
        ("1", "kz-moe", "requirement"),
        ("2", None, "recommended"),
    ]
    assert [row["number"] for row in client.get("/provisions.json?agency=kz-moe").get_json()] == ["1"]


def test_changes_show_both_wordings_the_act_its_day_and_other_causes(page: Callable[..., str]) -> None:
    html = page("/changes")
    for words in (
        "date moved",
        "<mark>декабрь 2024 года</mark>",
        "<mark>декабрь 2025 – 2026 годов</mark>",
        'href="/thing/document/X2500000002"',
        "3 March 2025",
        "contradiction",
        "<span>39.5</span>",
    ):
        assert words in html, words
    assert html.index("date moved</span>") < html.index("Within one text"), "what an act did comes first"


def test_changes_are_narrowed_and_stand_on_the_pages_of_their_duties(
    page: Callable[..., str], client: FlaskClient
) -> None:
    def kinds(query: str) -> list[str]:
        return [row["kind"] for row in client.get(f"/changes.json?{query}").get_json()]

    assert sorted(kinds("")) == ["date-moved", "owner-added", "target-raised"]
    assert kinds("kind=date-moved") == ["date-moved"]
    assert kinds("cause=contradiction") == ["target-raised"]
    assert sorted(kinds("agency=kz-leb")) == ["date-moved", "owner-added"], "all of a measure that names the body"
    assert kinds("agency=kz-mes") == []
    assert "date moved" in page(f"/measure/{PLAN}/1")
    assert "target raised" in page(f"/indicator/{PLAN}/plan/1")
    assert "owner added" in page("/agency/kz-talap")
    assert "What changed" not in page(f"/measure/{PLAN}/2")


def test_proposals_of_what_goes_on_say_how_sure_they_are(page: Callable[..., str], client: FlaskClient) -> None:
    html = page("/continuations", "ru")
    assert "формулировка 0,66, те же органы" in html
    assert "продолжается с изменениями" in html
    assert [row["confidence"] for row in client.get("/continuations.json?sure=1").get_json()] == [0.7]


def test_a_body_shows_its_provisions_and_where_it_is_named(page: Callable[..., str]) -> None:
    html = page("/agency/kz-moe")
    assert f'href="/provision/{PLAN}/2025-03-03/ru/1"' in html
    assert re.search(rf'href="/document/{PLAN}/2025-03-03/ru\?at=(\d+)#at-\1">МП</a>', html)


def test_a_topic_lists_what_the_graph_says_is_about_it(page: Callable[..., str]) -> None:
    assert 'href="/measure/X2500000001/1"' in page("/topic/libraries")
    assert 'href="/measure/X2500000001/1"' not in page("/topic/meals")


def test_findings_are_called_by_their_rules_and_say_what_was_in_order(page: Callable[..., str]) -> None:
    html = page("/findings", "kk")
    assert "Міндетті орындаушысы жоқ" in html
    assert "Танылмаған орган" in html, "a complaint of a reader has a name too"
    row = re.search(r"<tr>(?:(?!</tr>).)*Әлсіз дәлел.*?</tr>", html, re.DOTALL)
    assert row
    assert re.findall(r'<td class="num"[^>]*>(\d+)</td>', row[0]) == ["0", "5"]
    html = page("/findings?code=no-bound-executor")
    assert "Ask who answers." in html
    assert "Looked at and in order: 2" in html


def test_an_answer_that_counts_has_bars_beside_its_numbers(page: Callable[..., str]) -> None:
    html = page("/ask/load-of-bodies")
    assert re.search(
        r'<td class="counted" data-label="measures" data-key="\d+">\d+<svg class="bar" [^>]*><rect width="100.0%"', html
    ), "the greatest fills its cell"
    assert "counted" not in page("/ask/what-a-body-owes?agency=kz-moe")


def test_words_of_a_query_are_said_in_the_language_of_the_reader(page: Callable[..., str]) -> None:
    html = page("/ask/how-sure-we-are", "ru")
    cells = re.findall(r'<td data-label="[^"]*">([^<]*)</td>', html)
    assert "таблицы плана" in cells
    assert not {"plan", "prose", "not understood"} & set(cells)
    assert "таблицы плана" not in page("/ask/how-sure-we-are", "en")


def test_cells_of_cards_have_the_heads_of_their_columns(page: Callable[..., str]) -> None:
    """On a narrow screen the heads of a wide table are gone: what a cell is must stand in the cell."""
    for address in (
        "/agency/kz-moe",
        f"/measure/{PLAN}/1",
        "/due?month=2025-12",
        "/changes",
        "/continuations",
        "/ask/load-of-bodies",
        "/findings",
    ):
        html = page(address)
        for table in re.findall(r'<table class="[^"]*\bstack\b.*?</table>', html, re.DOTALL):
            body = table.partition("<tbody>")[2]
            bare = [cell for cell in re.findall(r"<td[^>]*>", body) if "data-label" not in cell]
            assert not [cell for cell in bare if not re.search(r'class="(no|date|mark|kind|wide load)"', cell)], address


def test_matrix_counts_a_shared_measure_once_a_body(client: FlaskClient) -> None:
    rows = {row["agency"]: row for row in client.get("/matrix.json").get_json()}
    assert rows["kz-leb"] == {"agency": "kz-leb", "total": 1, "2025": 1, "2026": 1}
    assert rows["kz-talap"]["total"] == 2
    assert "kz-moe" not in {row["agency"] for row in client.get("/matrix.json?role=agreement").get_json()}


def test_document_marks_what_was_found_and_what_was_not(page: Callable[..., str]) -> None:
    html = page(f"/document/{PLAN}/2025-03-03/ru")
    assert re.search(r'<mark class="m deadline">июнь 2025 года</mark>', html)
    assert re.search(r'<mark class="m finding">неведомый орган</mark>', html)
    assert f'href="/measure/{PLAN}/2-1"' in html


def test_findings_are_called_by_their_names_where_they_were_made(page: Callable[..., str]) -> None:
    html = page(f"/document/{PLAN}/2025-03-03/ru")
    flags = re.findall(r'<a class="flag (finding|remark)"[^>]*>(.*?)</a>', html, re.DOTALL)
    assert "finding" in {kind for kind, _ in flags}
    assert all(" " in re.sub("<[^>]+>", "", words) for kind, words in flags if kind == "finding"), flags
    assert not [words for _, words in flags if re.search(r"[a-z]-[a-z]+-", words)], "a code in place of a name"


def test_marks_leave_the_text_as_it_is(page: Callable[..., str], texts: object) -> None:
    html = page(f"/document/{PLAN}/2025-03-03/kk")
    source = re.search(r'<div class="source"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert source
    bare = re.sub(r'<a class="flag.*?</a>|<[^>]+>', "", source[1])
    assert bare.replace("&#34;", '"') == texts.get(f"https://w3id.org/kzedu/id/document/{PLAN}/2025-03-03/kk")  # type: ignore[attr-defined]


def test_an_address_leads_to_words_and_the_source_is_a_file(
    page: Callable[..., str], client: FlaskClient, texts: object
) -> None:
    text = client.get(f"/document/{PLAN}/2025-03-03/kk.txt")
    assert text.mimetype == "text/plain"
    html = page(f"/document/{PLAN}/2025-03-03/kk?at=20-60")
    marked = re.findall(r'<mark class="m [^"]*sought[^"]*">(.*?)</mark>', html, re.DOTALL)
    assert unescape("".join(marked)) == text.text[20:60]
    assert client.get(f"/document/{PLAN}/2025-03-03/kk?at=20-x").status_code == 404
    assert client.get(f"/document/{PLAN}/1999-01-01/kk.txt").status_code == 404
    assert f'href="https://adilet.zan.kz/kaz/docs/{PLAN}"' in html


def test_home_counts(page: Callable[..., str]) -> None:
    html = page("/")
    assert re.search(r"<dt>measures</dt><dd>3</dd>", html)
    assert re.search(r"<dt>texts</dt><dd>3</dd>", html)
    assert re.search(r'<dt><a href="/provisions">provisions?</a></dt><dd>\d+</dd>', html)


# ---- a store without a build


def test_programmes_and_acts_are_called_by_their_numbers_or_titles_in_lists(page: Callable[..., str]) -> None:
    html = page("/due?month=2025-12")
    assert re.search(rf'<a href="/programme/{PLAN}" title="[^"]{{10,}}">№\xa012</a>', html)
    assert "<h1" in page(f"/document/{PLAN}")
    assert f">{PLAN}</" not in re.sub(r"<code.*?</code>", "", page(f"/document/{PLAN}"))


def test_the_list_of_things_watched_puts_nothing_into_the_search_field(page: Callable[..., str]) -> None:
    assert 'name="q" value=""' in page("/watched")


def test_a_wrong_parameter_is_told_in_a_sentence(client: FlaskClient) -> None:
    html = client.get("/due?month=2026-13", headers={"Accept": "text/html", "Accept-Language": "en"}).get_data(True)
    assert "“month” cannot be “2026-13”. It may be, for example: 2025-12, 2025" in html


@pytest.mark.parametrize("kind", [f"indicator/{PLAN}/plan/1", f"programme/{PLAN}"])
def test_a_dossier_is_linked_from_its_page_and_made(client: FlaskClient, page: Callable[..., str], kind: str) -> None:
    assert f'href="/{kind}/dossier.pdf"' in page(f"/{kind}")
    made = client.get(f"/{kind}/dossier.html?lang=en")
    assert made.status_code == 200
    assert "<h1>Dossier</h1>" in made.text


def test_an_unknown_indicator_has_no_dossier(client: FlaskClient) -> None:
    assert client.get(f"/indicator/{PLAN}/plan/99/dossier.html").status_code == 404


def test_a_finding_stands_on_the_page_of_what_it_concerns(page: Callable[..., str]) -> None:
    assert "/findings?code=no-bound-executor" in page(f"/measure/{PLAN}/1")
    assert "/findings?code=no-bound-executor" not in page(f"/measure/{PLAN}/2")


def test_provisions_are_chosen_by_whom_and_year_and_ordered_by_deadline(
    page: Callable[..., str], client: FlaskClient
) -> None:
    def rows(query: str) -> list[dict[str, Any]]:
        found = client.get(f"/provisions.json?{query}").get_json()
        assert isinstance(found, list)
        return found

    every = rows("")
    parts = [rows(f"who={who}") for who in ("body", "other", "nobody")]
    assert sorted(row["id"] for part in parts for row in part) == sorted(row["id"] for row in every)
    assert all(row["bearers"] for row in parts[0])
    assert rows("year=1999") == []
    assert [row["id"] for row in rows("sort=due")] == [
        row["id"] for row in sorted(every, key=lambda row: row["due"][:1] or ["9999"])
    ]
    assert client.get("/provisions?who=all").status_code == 400
    assert client.get("/provisions?year=soon").status_code == 400
    assert rows("modality=recommendation") == rows("modality=recommended") != []
    html = page("/provisions?who=nobody&sort=due&year=2025")
    assert 'name="who"' in html
    assert "does nothing" not in html


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_thing_without_a_name_is_headed_by_what_it_is(page: Callable[..., str], lang: str) -> None:
    head = re.search(r"<h1[^>]*>(.*?)</h1>", page(f"/thing/assignment/{PLAN}/2025-03-03/ru/1/1", lang))
    assert head is not None
    assert "/" not in re.sub(r"<[^>]+>", "", head[1])
