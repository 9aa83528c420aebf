"""The source texts kept beside a snapshot, so that a quote opens in its surroundings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kzedu_graph.vocabulary import iris

FOLDER = "texts"
_LONGEST_NAME = 255
"""Bytes of a file's name: no edition has a longer one, an address of somebody's may."""


def write_texts(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    """Each edition's IRI and decoded text, as UTF-8 with its line ends as they are."""
    (folder / FOLDER).mkdir()
    for edition, text in texts:
        (folder / FOLDER / _name(edition)).write_bytes(text.encode("utf-8"))


class Texts:
    """The texts of a build's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def get(self, edition: str) -> str | None:
        """The decoded text of an edition, None where the build holds none."""
        name = _name(edition)
        path = self._folder / name
        return path.read_bytes().decode("utf-8") if len(name.encode()) <= _LONGEST_NAME and path.is_file() else None


def _name(edition: str) -> str:
    return iris.local(edition).replace("/", "_") + ".txt"
