"""Search forgives case endings, look-alike letters, missing letters of the keyboard and slips; it ranks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from kzedu_graph.store.stores import MemoryStore
from web.views.card_reading import read_cards
from web.views.search import Hit, Index, build_index, where_met

AGENCY, MEASURE = "agency/", "measure/X2500000001/"


def found(client: FlaskClient, query: str, **more: str) -> list[str]:
    rows = client.get("/search.json", query_string={"q": query, **more}).get_json()
    return [row["iri"].removeprefix("https://w3id.org/kzedu/id/") for row in rows]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("МП", AGENCY + "kz-moe"),
        ("ОМ", AGENCY + "kz-moe"),
        ("OM", AGENCY + "kz-moe"),  # Latin letters
        ("ОМ-ге", AGENCY + "kz-moe"),
        ("ЖАО", AGENCY + "kz-leb"),
        ("министерство просвещения", AGENCY + "kz-moe"),
        ("Министерством просвещения", AGENCY + "kz-moe"),
        ("министерства образования и науки", AGENCY + "kz-mes"),
        ("Оқу-ағарту министрлігіне", AGENCY + "kz-moe"),
        ("оку-агарту министрлиги", AGENCY + "kz-moe"),  # without the Kazakh letters
        ("ministry of education", AGENCY + "kz-moe"),
        ("talap", AGENCY + "kz-talap"),
        ("тalap", AGENCY + "kz-talap"),  # its first letter is Cyrillic
        ("местными исполнительными органами", AGENCY + "kz-leb"),
        ("жергілікті атқарушы органдардың", AGENCY + "kz-leb"),
        ("читальных залов сёлах", MEASURE + "1"),
        ("читальных залов селах", MEASURE + "1"),
        ("правила работы читального зала", MEASURE + "2"),
        ("оку залынын кагидалары", MEASURE + "2"),
        ("открытие читальных", MEASURE + "1"),
        ("смотр", MEASURE + "2-1"),
        ("2-1", MEASURE + "2-1"),
        ("просвещенея министерство", AGENCY + "kz-moe"),  # a slip
        ("Доля сёл", "indicator/X2500000001/plan/1"),
    ],
)
def test_finds_first(client: FlaskClient, query: str, first: str) -> None:
    assert found(client, query)[:1] == [first]


def test_kind_narrows(client: FlaskClient) -> None:
    assert all(iri.startswith("measure/") for iri in found(client, "читальный зал", kind="measure"))
    assert found(client, "читальный зал", kind="indicator") == ["indicator/X2500000001/plan/1"]


@pytest.mark.parametrize("query", ["", " ", "xyzzyq", "№ ( \" ' < ; %", "а" * 5000, "\u0000", "́"])
def test_nonsense_finds_nothing_and_breaks_nothing(client: FlaskClient, query: str) -> None:
    answer = client.get("/search.json", query_string={"q": query})
    assert answer.status_code == 200
    assert answer.get_json() == []


def test_a_slip_is_not_in_the_first_letter() -> None:
    index = Index()
    index.add("measure", "urn:vector", {"ru": "Вектор развития"}, [("Вектор развития", 1.0)])
    index.close()
    assert index.find("ректор", 5) == []
    assert [hit.iri for hit in index.find("вектар", 5)] == ["urn:vector"]


def test_a_name_of_another_text_is_found(store: MemoryStore) -> None:
    cards = read_cards(store, "1")
    measure = cards.measures["https://w3id.org/kzedu/id/measure/X2500000001/2"]
    cards.measures = {measure.iri: replace(measure, labels={"ru": "Разработка правил"})}
    hits = build_index(cards).find("қағидаларын әзірлеу", 5)
    assert [hit.iri for hit in hits] == [measure.iri]


def test_a_programme_is_found_by_what_it_was_once_called(store: MemoryStore) -> None:
    cards = read_cards(store, "1")
    newest = max((each for each in cards.editions.values() if each.lang == "ru"), key=lambda each: each.date)
    earlier = replace(newest, iri=newest.iri + "-earlier", date="1999-01-01", title="Концепция лунных библиотек")
    cards.editions = {earlier.iri: earlier, **cards.editions}
    work = "https://w3id.org/kzedu/id/document/" + newest.work
    hits = build_index(cards).find("концепцию лунных библиотек", 5)
    assert hits[0].iri == work
    assert hits[0].labels["ru"] == cards.names.get(work, {}).get("ru", newest.title), "it is shown by its present name"


def test_a_programme_is_found_by_a_name_that_a_text_gives_it(store: MemoryStore) -> None:
    cards = read_cards(store, "1")
    work = "https://w3id.org/kzedu/id/document/X2500000001"
    cards.spoken = {**cards.spoken, work: ("Подводная грамота",)}
    assert build_index(cards).find("подводной грамоты", 5)[0].iri == work


@pytest.mark.parametrize(
    ("query", "shown", "met"),
    [
        ("читальные залы", "kk", "ru"),
        ("оқу залдары", "kk", None),  # the name shown has the words
        ("залдарын", "ru", "kk"),
        ("xyzzyq", "ru", None),
        ("и в", "kk", None),
    ],
)
def test_a_hit_shows_the_name_that_was_met(query: str, shown: str, met: str | None) -> None:
    hit = Hit("measure", "urn:x", {"kk": "Оқу залдарын ашу", "ru": "Открытие читальных залов"}, 1.0)
    assert where_met(hit, query, shown) == met
