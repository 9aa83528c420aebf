"""Bodies of regions: derived from forms and patterns, found by every name of theirs, and given the days of the region."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import SKOS, Graph, Literal

from kzedu_graph.building.static_graphs import registry_triples
from kzedu_graph.registry.localities import local_bodies
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.turtle import union

REGISTRY = Registry.load()
TODAY = date(2026, 3, 1)
DISTRICT = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kind: <https://w3id.org/kzedu/id/kind/> .
@prefix kzedu: <https://w3id.org/kzedu/ontology#> .
@prefix local: <https://w3id.org/kzedu/id/local-body/> .
@prefix region: <https://w3id.org/kzedu/id/region/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
local:maslikhat a kzedu:LocalBody ; kzedu:bodyClass kzedu:StateAgency ;
    kzedu:namePattern "{attributive} мәслихаты"@kk, "{attributive} маслихат"@ru, "Maslikhat of {name}"@en ;
    kzedu:otherPattern "маслихат {genitive}"@ru .
local:education-department a kzedu:LocalBody ; kzedu:regionKind kind:region ;
    kzedu:namePattern "Управление образования {genitive}"@ru .
region:samal a kzedu:Region ; dcterms:type kind:district ;
    skos:prefLabel "Самал ауданы"@kk, "Самальский район"@ru, "Samal District"@en ;
    kzedu:genitive "Самал ауданының"@kk, "Самальского района"@ru ;
    kzedu:attributive "Самал аудандық"@kk, "Самальский районный"@ru .
"""


@pytest.mark.parametrize(
    ("name", "lang", "key"),
    [
        ("аким Абайской области", "ru", "kz-abai-akim"),
        ("аким области Абай", "ru", "kz-abai-akim"),
        ("Абай облысының әкімі", "kk", "kz-abai-akim"),
        ("акимата области Жетісу", "ru", "kz-zhetisu-akimat"),
        ("акимату области Жетысу", "ru", "kz-zhetisu-akimat"),
        ("Алматы облысының әкімдігі", "kk", "kz-almaty-region-akimat"),
        ("Алматы облысының әкімдігіне", "kk", "kz-almaty-region-akimat"),
        ("Алматы облысы әкімдігінің", "kk", "kz-almaty-region-akimat"),
        ("Алматы қаласының әкімдігі", "kk", "kz-almaty-akimat"),
        ("акимат Алматинской области", "ru", "kz-almaty-region-akimat"),
        ("акимат г. Алматы", "ru", "kz-almaty-akimat"),
        ("маслихат города Астаны", "ru", "kz-astana-maslikhat"),
        ("Астана қаласының мәслихаты", "kk", "kz-astana-maslikhat"),
        ("акимат города Нур-Султана", "ru", "kz-astana-akimat"),
        ("Нұр-Сұлтан қаласының әкімдігі", "kk", "kz-astana-akimat"),
        ("Акмолинский областной маслихат", "ru", "kz-akmola-maslikhat"),
        ("Ақмола облыстық мәслихаты", "kk", "kz-akmola-maslikhat"),
        ("маслихат Акмолинской области", "ru", "kz-akmola-maslikhat"),
        ("Ұлытау облысының мәслихаты", "kk", "kz-ulytau-maslikhat"),
        ("акиматом ЗКО", "ru", "kz-west-kazakhstan-akimat"),
        ("Управление образования Карагандинской области", "ru", "kz-karaganda-education-department"),
        ("Управлению образования города Шымкента", "ru", "kz-shymkent-education-department"),
        ("Павлодар облысының Білім басқармасы", "kk", "kz-pavlodar-education-department"),
    ],
)
def test_a_name_means_the_body_of_the_region(name: str, lang: str, key: str) -> None:
    assert REGISTRY.resolve(name, lang, TODAY).agency == key


def test_a_body_has_the_days_of_its_region_and_stands_under_the_akimat() -> None:
    akim = REGISTRY.get("kz-ulytau-akim")
    assert (akim.kind, akim.since, akim.parent) == ("office", date(2022, 6, 8), "kz-ulytau-akimat")
    assert REGISTRY.get("kz-south-kazakhstan-maslikhat").until == date(2018, 6, 19)


def test_the_official_name_comes_of_the_first_pattern_whose_form_the_region_has() -> None:
    assert REGISTRY.get("kz-akmola-maslikhat").labels["kk"] == "Ақмола облыстық мәслихаты"
    assert REGISTRY.get("kz-abai-maslikhat").labels["kk"] == "Абай облысының мәслихаты"
    assert REGISTRY.get("kz-abai-maslikhat").labels["ru"] == "маслихат области Абай"


def test_a_kind_of_region_has_its_own_bodies() -> None:
    derived = union(local_bodies(Graph().parse(data=DISTRICT, format="turtle")))
    maslikhat = iris.agency("kz-samal-maslikhat")
    assert set(derived.subjects()) == {maslikhat}
    assert set(derived.objects(maslikhat, SKOS.hiddenLabel)) == {Literal("маслихат Самальского района", lang="ru")}
    assert derived.value(maslikhat, SKOS.prefLabel, any=True) is not None


def test_derived_bodies_stand_in_the_graph() -> None:
    labels = {str(value) for body, _, value in registry_triples() if body == iris.agency("kz-abai-akimat")}
    assert {"акимат области Абай", "акимат Абайской области"} <= labels
