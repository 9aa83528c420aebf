"""What is found in a text that lies in a file, as a build reads it."""

from __future__ import annotations

from pathlib import Path

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


def read_text(folder: Path, text: str, name: str = "plan.md") -> Extraction:
    """Everything found in a text, written to a file of a folder; the ending of its name tells its format."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return extract_file(path, Registry.load())
