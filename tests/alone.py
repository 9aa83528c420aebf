"""Builds whose files are read in the test's own process, so that any function can stand in for the extraction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extract.flow import extract_file
from kzedu_graph.building.executors.reader_process import read_file
from kzedu_graph.building.gathering import Making
from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.building.parts import Extract, Made
from kzedu_graph.building.run import Outcome, run_build
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


def in_this_process(extract: Extract) -> Making:
    """One file after the other."""

    def making(files: Sequence[Path]) -> Iterator[tuple[Path, Made | LeftOut]]:
        return ((file, read_file(file, extract)) for file in files)

    return making


def build(texts: Path, folder: Path, make: Making | None = None, *, fresh: bool = False) -> Outcome:
    """A build of the texts of a folder, in which nothing breaks a shape."""
    outcome = run_build(sorted(texts.glob("*.txt")), folder, make or in_this_process(extract_file), fresh=fresh)
    assert outcome.violations == ()
    return outcome


def snapshot(folder: Path) -> bytes:
    """The statements that a store serves."""
    [name] = (folder / "current").read_text().split()[:1]
    return (folder / "builds" / name / "snapshot.nq").read_bytes()


def unread(files: Sequence[Path]) -> Iterator[tuple[Path, Made | LeftOut]]:
    """Parts of no file: to be told that something is read which need not be."""
    assert files == []
    return iter(())


def unnamed(path: Path, registry: Registry) -> Extraction:
    """An extraction whose first body is named by no words."""
    found = extract_file(path, registry)
    first, *others = found.measures
    body, *bodies = first.responsible
    return replace(found, measures=(replace(first, responsible=(replace(body, text=""), *bodies)), *others))
