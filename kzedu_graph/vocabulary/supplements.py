"""What a corpus brings along beside its texts: bodies and acts of its own in Turtle, settings of its documents in yml.

The folders are named in `corpus.toml` (`registry = "..."`, `sources = "..."`) and handed on in the environment, so that
every process which reads a text knows them. What was read of them is kept as long as the process lives.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kzedu_graph.vocabulary.places import REGISTRY_FOLDER

VARIABLES = {"registry": "KZEDU_REGISTRY", "sources": "KZEDU_SOURCES"}
"""What may be brought along, and the variable that names its folders, parted like those of PATH."""
ENDINGS = {"registry": "*.ttl", "sources": "*.yml"}


def supplement(kind: str, folder: Path) -> None:
    """Adds a folder of a kind to those that are read from now on."""
    named = [*_named(kind), str(folder.resolve())]
    os.environ[VARIABLES[kind]] = os.pathsep.join(dict.fromkeys(named))


def supplements(kind: str) -> tuple[Path, ...]:
    """The folders of a kind, in the order in which they were named."""
    return tuple(Path(name) for name in _named(kind))


def registry_folders() -> tuple[Path, ...]:
    """The project's own registry, then those that corpora bring."""
    return REGISTRY_FOLDER, *supplements("registry")


def registry_files() -> Iterator[Path]:
    """Every file of Turtle in these folders, always in the same order."""
    return (file for folder in registry_folders() for file in sorted(folder.glob("*.ttl")))


def supplement_files() -> Iterator[Path]:
    """Every file that is read from the folders, always in the same order."""
    for kind, ending in ENDINGS.items():
        for folder in supplements(kind):
            yield from sorted(folder.glob(ending))


def _named(kind: str) -> list[str]:
    return [name for name in os.environ.get(VARIABLES[kind], "").split(os.pathsep) if name]
