"""The corpus against the sentences that people verified: what share of duties is found, and found rightly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.document.blocks import Document
from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.finders.glossary import find_glossary, meanings
from extract.readers.marked import read_marked
from extract.readers.tabbed import read_tabbed
from extract.sources.recognise import decode, recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry

READERS = {"tabbed": read_tabbed, "marked": read_marked}


LEAST = {"000": 0.9, "001": 0.88, "003": 0.9, "004": 0.85}


@pytest.fixture(scope="session")
def found(corpus: Path) -> dict[str, tuple[Document, tuple[Provision, ...]]]:
    """Folder of the gold -> the text and what is found in it."""
    read = {}
    for name in LEAST:
        path = next(corpus.glob(f"{name}*.txt"))
        text = decode(path)
        act, _ = recognise(path.stem, text)
        told = READERS[act.reader](act.stem, text, act.lang)
        read[name] = told, find_provisions(act, read_prose(told), Registry.load(), meanings(find_glossary(told)))[0]
    return read


def judged(gold: Path, name: str) -> Iterator[tuple[int, str, bool]]:
    """(line, its words, whether they lay something on somebody) of the verified sentences that are firm."""
    units = gold / name / "units.jsonl"
    path = units if units.exists() else gold / name / "obligations_sample.jsonl"
    for line in path.read_text("utf-8").splitlines():
        told = json.loads(line)
        if "label" in told and units.exists():
            if told["label"] not in ("borderline", "lead_in"):
                yield told["line"], told["text"], told["label"] == "obligation"
        else:
            yield told["line"], told["sentence"], told["modality"] is not None


def place_of(text: str, line: int, words: str) -> tuple[int, int]:
    """Where the words stand: on the line or just below it, whatever white space and marks lie between them."""
    start = sum(len(row) + 1 for row in text.split("\n")[: line - 1])
    letters = [(n, c) for n, c in enumerate(text[start : start + 6 * len(words) + 4000], start) if c.isalnum()]
    wanted = "".join(c for c in words if c.isalnum())
    at = "".join(c for _, c in letters).find(wanted[:30])
    if not wanted or at < 0:
        return start, start + 1
    return letters[at][0], letters[min(at + len(wanted), len(letters)) - 1][0] + 1


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_the_corpus_is_read_as_promised(
    found: dict[str, tuple[Document, tuple[Provision, ...]]], gold: Path, name: str, least: float
) -> None:
    told, records = found[name]
    spans = [span for record in records for span in record.evidence]
    right = said = wanted = 0
    for line, words, truth in judged(gold, name):
        start, end = place_of(told.text, line, words)
        claimed = any(2 * (min(end, s.end) - max(start, s.start)) >= min(end - start, s.end - s.start) for s in spans)
        right += claimed and truth
        said += claimed
        wanted += truth
    assert 2 * right / (said + wanted) >= least
