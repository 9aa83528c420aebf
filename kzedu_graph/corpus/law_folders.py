"""Where the acts of a law repository lie, and whether a folder holds any: every build asks that, so it needs little.

One folder is an act: its `meta.yaml`, and its text in each language beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from kzedu_graph.corpus.git import Repository, is_repository

META = "meta.yaml"
LANGUAGES = MappingProxyType({"rus": "ru", "kaz": "kk"})
"""What a repository calls a language, and its tag."""


def is_law_repository(path: Path) -> bool:
    """Whether a clone or a folder holds acts with their meta data."""
    if not path.is_dir():
        return False
    if is_repository(path):
        return Repository(path).ever_held(META, "HEAD")
    return next(meta_files(path), None) is not None


def meta_files(path: Path) -> Iterator[Path]:
    """The meta data of acts below a folder, in order; hidden folders are left out."""
    for file in sorted(path.rglob(META)):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if not hidden and any((file.parent / f"{language}.md").is_file() for language in LANGUAGES):
            yield file
