"""The explorer in a real browser: journeys, keyboard, narrow screens, accessibility, the weight of scripts."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from web.display.languages import LANGUAGES

DIST = Path(__file__).parents[2] / "web" / "static" / "dist"
HERE = Path(__file__).parent
_NAMED = re.findall(
    r'^  async "?([\w-]+)"?\((lang)?\)', (HERE / "journeys.mjs").read_text(encoding="utf-8"), re.MULTILINE
)
JOURNEYS = [(name, lang) for name, each in _NAMED for lang in (LANGUAGES if each else ("en",))]
"""Journeys that take a language are made in all three."""
HEAVIEST = 300_000
ISLANDS = ("sparql.js", "graph.js")


@pytest.mark.parametrize(("journey", "lang"), JOURNEYS)
def test_journey(browse: Callable[..., None], journey: str, lang: str) -> None:
    browse("journeys.mjs", journey, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_are_accessible_and_fit_the_screen(browse: Callable[..., None], lang: str) -> None:
    browse("pages.mjs", lang)


def test_scripts_are_light(base: str) -> None:
    """What an ordinary page loads stays far below its bound; the editor and the graph stand apart."""
    manifest = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    weights = {name: _weight(file, set()) for name, file in manifest.items() if name.endswith(".js")}
    assert weights["page.js"] < 10_000
    assert all(weight < HEAVIEST for name, weight in weights.items() if name not in ISLANDS), weights


def _weight(file: str, seen: set[str]) -> int:
    """A script with all that it imports, compressed."""
    if file in seen:
        return 0
    seen.add(file)
    text = (DIST / file).read_bytes()
    imported = re.findall(rb'from"\./([\w.-]+\.js)"|import"\./([\w.-]+\.js)"', text)
    return len(gzip.compress(text)) + sum(_weight((a or b).decode(), seen) for a, b in imported)
