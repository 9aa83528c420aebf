"""Builds whose files are read in the test's own process, so that any function can stand in for the extraction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kzedu_graph.building.executors.reader_process import read_file
from kzedu_graph.building.gathering import Making
from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.building.parts import Extract, Made


def in_this_process(extract: Extract) -> Making:
    """One file after the other."""

    def making(files: Sequence[Path]) -> Iterator[tuple[Path, Made | LeftOut]]:
        return ((file, read_file(file, extract)) for file in files)

    return making
