"""The source texts kept beside a snapshot, so that a quote opens in its surroundings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kzedu_graph.vocabulary import iris

FOLDER = "texts"
_LONGEST_NAME = 255
"""Bytes of a file's name: no edition has a longer one, an address of somebody's may."""


class Words(NamedTuple):
    """A text by the IRI of its edition: the digest of its words in UTF-8, and what reads them."""

    edition: str
    digest: str
    read: Callable[[], str]


def write_texts(folder: Path, texts: Iterable[Words], before: Path | None = None) -> None:
    """Each text as UTF-8 with its line ends as they are; what stands in the folder of the build before is linked."""
    (folder / FOLDER).mkdir()
    for text in texts:
        name = _name(text.edition)
        if before is None or not _linked(before / FOLDER / name, folder / FOLDER / name, text.digest):
            (folder / FOLDER / name).write_bytes(text.read().encode("utf-8"))


def _linked(held: Path, place: Path, digest: str) -> bool:
    """Whether a file that holds what it should stands in the other place, too; a file system may not know how."""
    try:
        if sha256(held.read_bytes()).hexdigest() != digest:
            return False
        os.link(held, place)
    except OSError:
        return False
    return True


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
