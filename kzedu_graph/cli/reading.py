"""Which texts a build reads: files, folders, a corpus with its manifest, a clone of a law repository."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import click

from kzedu_graph.cli.command import Unusable
from kzedu_graph.vocabulary.places import ROOT

BESIDE = ROOT.parent / "shared" / "corpus"
SAMPLE = ROOT / "tests" / "sample"
OF_REPOSITORIES, OF_ONE_NAME = "repositories", "same-names"
"""Folders of a store: texts of clones that are built without a corpus, copies of files that share a name."""


def files_to_read(paths: tuple[Path, ...], place: Path) -> list[Path]:
    """The texts to read: those named, else the corpus beside the project, else the invented sample, saying so.

    `place` is a local folder that may hold what has to be written to be read: texts out of a history.
    """
    if not paths:
        paths = (BESIDE,) if BESIDE.is_dir() else (SAMPLE,)
        click.echo(
            "kzedu: reading the corpus beside the project"
            if paths[0] == BESIDE
            else "kzedu: no corpus is named; reading the invented sample",
            err=True,
        )
    from extract.inputs.endings import ENDINGS
    from kzedu_graph.corpus.naming import tell_apart

    found = [file for path in paths for file in _files_of(path, place, ENDINGS)]
    if not found:
        raise Unusable(f"{paths[0]}: the folder holds no {', '.join(ENDINGS)} files.")
    return tell_apart(found, place / OF_ONE_NAME)


def _files_of(path: Path, place: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    from kzedu_graph.corpus.law_repository import is_law_repository

    if (path / "corpus.toml").is_file():
        yield from _listed_files(path, endings)
    elif path.is_file():
        yield path
    elif is_law_repository(path):
        yield from _texts_of(path, place)
    elif path.is_dir():
        yield from sorted(file for file in path.iterdir() if file.suffix.casefold() in endings and file.is_file())
    else:
        raise Unusable(f"{path}: there is no such file or folder.")


def _texts_of(path: Path, place: Path) -> Iterator[Path]:
    """Every edition of a clone, written beside the store."""
    from kzedu_graph.corpus.law_acts import Selection
    from kzedu_graph.corpus.law_texts import take_texts

    name = sha256(str(path.resolve()).encode()).hexdigest()[:12]
    texts = take_texts(path, place / OF_REPOSITORIES / name, Selection())
    tell_missing(path, texts.missing)
    yield from texts.files


def tell_missing(path: Path, missing: list[str]) -> None:
    """Says which texts a clone lacks."""
    for folder in missing:
        click.echo(f"kzedu: {path}: {folder} is not in the clone and is left out", err=True)


def _listed_files(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    """The files that the manifest of a folder lists, saying which others it leaves out."""
    from kzedu_graph.corpus.law_texts import open_texts
    from kzedu_graph.corpus.manifest import Corpus

    opened = Corpus(folder)
    for name in opened.unlisted(endings):
        click.echo(f"kzedu: {folder / name} is not in corpus.toml and is left out", err=True)
    files = sorted(opened.path(listed) for listed in opened)
    for repository in opened.repositories:
        files.extend(open_texts(folder / repository.name).files)
    for file in files:
        if not file.is_file():
            raise Unusable(f"{file}: corpus.toml lists it, but it is not there; `kzedu corpus fetch` may bring it.")
    return files
