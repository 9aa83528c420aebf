"""Parties of real plans, as hand-verified gold names them; the gold is no part of the project and may be absent."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from places import SHARED

from kzedu_graph.registry.resolving import Registry, Resolution

GOLD = SHARED / "gold"
REGISTRY = Registry.load()
TEXTS = {
    "000": ("ru", date(2024, 6, 13)),
    "001": ("kk", date(2019, 12, 27)),
    "002": ("kk", date(2025, 4, 25)),
    "003": ("ru", date(2023, 8, 1)),
    "004": ("kk", date(2018, 12, 1)),
}
PLANS = ("000", "001", "002")


@pytest.fixture(autouse=True)
def _gold() -> None:
    if not GOLD.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"no gold at {GOLD}")
        pytest.skip(f"no gold at {GOLD}")


def rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@cache
def glossary(text: str) -> dict[str, str]:
    """What the document's own key and introductions explain; of two meanings the last, as a mapping holds one."""
    path = f"{text}/abbreviations.jsonl"
    if not (GOLD / path).is_file():
        return {}
    return {row["abbr"]: row["full"] for row in rows(path) if row["full"] and row.get("kind") != "used_only"}


def meant(name: str, text: str) -> Resolution:
    return REGISTRY.resolve(name, *TEXTS[text], glossary(text))


def test_parties_are_the_linked_bodies() -> None:
    links = [row for row in rows("entities/links.jsonl") if row["id"] is not None]
    wrong = [
        (row["doc"], row["text"], row["id"]) for row in links if meant(row["text"], row["doc"]).agency != row["id"]
    ]
    assert len(links) > 50
    assert len(wrong) <= 0.01 * len(links), wrong


def test_parties_run_together_are_taken_apart() -> None:
    for row in rows("entities/links.jsonl"):
        if row["id"] is None:
            assert meant(row["text"], row["doc"]).agency is None
            assert list(REGISTRY.run_together(row["text"], *TEXTS[row["doc"]], glossary(row["doc"]))) == row["ids"]


@pytest.mark.parametrize("text", PLANS)
def test_all_responsible_parties_are_bodies(text: str) -> None:
    named = {(row["doc"], row["text"]): row["id"] for row in rows("entities/links.jsonl")}
    parties = [party for row in rows(f"{text}/measures.jsonl") for party in row["responsible"]]
    right = 0
    for party in parties:
        found = meant(party["text"], text).agency
        expected = named.get((text, party["text"]))
        right += found is not None and found == meant(party.get("canon") or party["text"], text).agency
        assert expected in (None, found), (party["text"], found)
    assert len(parties) > 150
    assert right >= 0.99 * len(parties)


@pytest.mark.parametrize("text", PLANS)
def test_parties_are_known_without_the_glossary_too(text: str) -> None:
    parties = {party["text"] for row in rows(f"{text}/measures.jsonl") for party in row["responsible"]}
    assert [name for name in parties if REGISTRY.resolve(name, *TEXTS[text]).agency is None] == []


def test_every_body_of_the_gold_is_in_the_registry() -> None:
    keys = {agency.key for agency in REGISTRY}
    assert {row["id"] for row in rows("entities/agencies.jsonl")} <= keys


@pytest.mark.parametrize(("kazakh", "least"), [(True, 0.93), (False, 0.95)])
def test_words_of_the_texts_mean_their_bodies(kazakh: bool, least: float) -> None:
    """Each form, with or without letters that only Kazakh has, is tried in the texts that name its body."""
    asked = right = 0
    wrong = []
    for row in rows("entities/agencies.jsonl"):
        for form in row["surface_forms"]:
            if any(letter in "әғқңөұүһі" for letter in form.casefold()) == kazakh:
                found = {meant(form, text).agency for text in TEXTS if row["docs"][text]} - {None}
                asked += 1
                right += row["id"] in found
                wrong += [(form, row["id"], found)] if found and row["id"] not in found else []
    assert asked > 300
    assert wrong == []
    assert right >= least * asked, right / asked
