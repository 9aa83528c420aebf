"""The registry itself: every label means its own body, successors are known, and what is wrong with it is said."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from places import ROOT

from kzedu_graph.registry.resolving import Agency, Registry, RegistryError, Resolution

REGISTRY = Registry.load()
AGENCIES = sorted(REGISTRY, key=lambda agency: agency.key)


PREFIXES = """
@prefix agency: <https://w3id.org/kzedu/id/agency/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix document: <https://w3id.org/kzedu/id/document/> .
@prefix event: <https://w3id.org/kzedu/id/event/> .
@prefix kzedu: <https://w3id.org/kzedu/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.key)
def test_every_label_means_its_own_body(agency: Agency) -> None:
    day = agency.since or (agency.until and agency.until - timedelta(days=1))
    wrong = [
        (label, lang, REGISTRY.resolve(label, lang, day))
        for lang, label in agency.names()
        if REGISTRY.resolve(label, lang, day).agency != agency.key
    ]
    assert not wrong


@pytest.mark.parametrize("agency", [agency for agency in AGENCIES if agency.ambiguous], ids=lambda agency: agency.key)
def test_an_ambiguous_label_means_nobody_by_itself(agency: Agency) -> None:
    for lang, labels in agency.ambiguous.items():
        for label in labels:
            resolution = REGISTRY.resolve(label, lang)
            assert (resolution.agency, resolution.how) == (None, None), label
            assert agency.key in resolution.candidates, label


def test_every_body_has_a_name_in_each_language() -> None:
    assert [agency.key for agency in AGENCIES if set(agency.labels) != {"kk", "ru", "en"}] == []


def test_parents_and_heirs_are_bodies_of_the_registry() -> None:
    keys = {agency.key for agency in AGENCIES}
    for agency in AGENCIES:
        assert {agency.parent, *agency.succeeds, *agency.succeeded_by} - {None} <= keys, agency.key


def test_a_split_leads_to_both_heirs() -> None:
    assert REGISTRY.get("kz-mes").succeeded_by == ("kz-moe", "kz-mshe")
    assert REGISTRY.get("kz-mci").succeeds == ("kz-mcs", "kz-misd")
    assert REGISTRY.get("kz-mes").until == REGISTRY.get("kz-moe").since == date(2022, 6, 11)


def test_successions_are_pairs_of_body_and_heir() -> None:
    pairs = list(REGISTRY.successions())
    assert ("kz-miid", "kz-mic") in pairs
    assert {body for body, _ in pairs if REGISTRY.get(body).until is None} == {  # became another; the day is not known
        "kz-bologna-centre",
        "kz-correctional-pedagogy-centre",
        "kz-harmonious-development-institute",
        "kz-mne-competition-committee",
        "kz-preschool-centre",
        "kz-textbook-centre",
    }


def test_the_registry_is_read_once() -> None:
    assert Registry.load() is REGISTRY


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        REGISTRY.get("kz-nobody")


def test_the_body_of_the_page_is_found_as_the_page_says(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "adding-an-agency.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    sholpan = 'agency:kz-sholpan a kzedu:Institution ; skos:prefLabel "Центр «Шолпан»"@ru .'
    (tmp_path / "bodies.ttl").write_text("\n".join([PREFIXES, *blocks, sholpan]), encoding="utf-8")
    registry = Registry.load(tmp_path)
    glossary = {"ЖҰО": "«Жұлдыз» ұлттық орталығы"}
    assert registry.resolve("ЖҰО", "kk", None, glossary) == Resolution("kz-star", ("kz-star",), "glossary")
    assert registry.resolve("НЦЖ", "ru").how == "abbreviation"
    assert registry.get("kz-sholpan").succeeded_by == ("kz-star",)


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ('agency:x a org:FormalOrganization, kzedu:Ministry ; skos:prefLabel "Х" .', "language tag"),
        ('agency:x a org:FormalOrganization, kzedu:Ministry ; skos:prefLabel "Х"@ru, "У"@ru .', "keep one"),
        ('agency:x a kzedu:Collective, kzedu:Ministry ; skos:prefLabel "Х"@ru .', "exactly one class"),
        ('agency:x a kzedu:Collective ; skos:prefLabel "Х"@ru ; schema:foundingDate "autumn" .', "autumn"),
        (
            'agency:x a kzedu:Collective ; skos:prefLabel "Х"@ru ; org:subOrganizationOf kzedu:Ministry .',
            "agency:<key>",
        ),
    ],
)
def test_a_broken_registry_says_what_to_write(tmp_path: Path, turtle: str, says: str) -> None:
    (tmp_path / "bodies.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    with pytest.raises(RegistryError, match=says):
        Registry.load(tmp_path)


def test_an_empty_folder_is_no_registry(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no Turtle"):
        Registry.load(tmp_path)
