"""The same invented plan as text, Word document, page and PDF gives the same records, and every quote opens."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from carriers import MAKERS, document_of

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Span
from kzedu_graph.registry.resolving import Registry

KINDS = ("measures", "indicators", "groups", "glossary", "citations", "provisions", "amendments", "totals", "mentions")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


def without_places(thing: object) -> object:
    """A record as plain data, without where it stands."""
    if isinstance(thing, Span):
        return None
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        fields = dataclasses.fields(thing)
        return {
            f.name: without_places(getattr(thing, f.name))
            for f in fields
            if f.name not in ("evidence", "spans", "span")
        }
    if isinstance(thing, tuple | list):
        return [without_places(one) for one in thing]
    return thing


def spans_in(thing: object) -> list[Span]:
    if isinstance(thing, Span):
        return [thing]
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        return [span for f in dataclasses.fields(thing) for span in spans_in(getattr(thing, f.name))]
    if isinstance(thing, tuple | list):
        return [span for one in thing for span in spans_in(one)]
    return []


def made(sample: Path, lang: str, form: str, folder: Path) -> Path:
    text = sample / f"samal-2025.{lang}.txt"
    path = folder / f"samal-2025.{lang}{Path(form).suffix or f'.{form}'}"
    path.write_bytes(MAKERS[form](document_of(text)))
    return path


@pytest.mark.parametrize("lang", ["ru", "kk"])
@pytest.mark.parametrize("form", MAKERS)
def test_records_are_the_same(
    sample: Path, tmp_path: Path, registry: Registry, lang: str, form: str, request: pytest.FixtureRequest
) -> None:
    if form.endswith("pdf"):
        request.getfixturevalue("fonts")
    expected = extract_file(sample / f"samal-2025.{lang}.txt", registry)
    found = extract_file(made(sample, lang, form, tmp_path), registry)
    assert found.source.reader == form.rpartition(".")[2]
    for kind in KINDS:
        one, other = (without_places(getattr(e, kind)) for e in (expected, found))
        assert other == one, kind
    assert [f.code for f in found.findings] == [f.code for f in expected.findings]
    assert_quotes_open(found)


def assert_quotes_open(found: Extraction) -> None:
    """Each measure's evidence is a stretch of the canonical text that holds its number, name and bodies."""
    for measure in found.measures:
        quote = " ".join(" ".join(found.text[span.start : span.end] for span in measure.evidence).split())
        assert quote.startswith(measure.number)
        for party in measure.responsible:
            assert party.text in quote
    for span in (span for kind in KINDS for span in spans_in(getattr(found, kind))):
        assert 0 <= span.start < span.end <= len(found.text)
