"""Which texts a build reads: files, folders, a corpus with its manifest, a clone of a law repository."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzedu_graph.cli.command import Unusable
from kzedu_graph.vocabulary.places import DEMONSTRATION, IS_INSTALLED, PACKAGE

if TYPE_CHECKING:
    from kzedu_graph.corpus.manifest import Corpus
    from kzedu_graph.model.corpus import CorpusDescription

BESIDE = PACKAGE.parent.parent / "shared" / "corpus"
"""Real texts beside a checkout of the project; an installed package looks for none."""
OF_REPOSITORIES, OF_ONE_NAME = "repositories", "same-names"
"""Folders of a store: texts of clones that are built without a corpus, copies of files that share a name."""


def texts_to_read(paths: tuple[Path, ...], place: Path) -> tuple[list[Path], CorpusDescription]:
    """The texts to read, and what their corpora say of themselves.

    They are those named, else the corpus beside the project, else the invented demonstration, saying so. `place` is a
    local folder that may hold what has to be written to be read: texts out of a history.
    """
    if not paths:
        paths = _unnamed()
        click.echo(
            "kzedu: reading the corpus beside the project"
            if paths[0] == BESIDE
            else "kzedu: no corpus is named; reading the demonstration, in which everything is invented",
            err=True,
        )
    from extract.inputs.endings import ENDINGS
    from kzedu_graph.corpus.naming import tell_apart
    from kzedu_graph.model.corpus import CorpusDescription

    description = CorpusDescription()
    for path in paths:
        if (path / "corpus.toml").is_file():
            description |= open_corpus(path).description
    found = [file for path in paths for file in _files_of(path, place, ENDINGS)]
    if not found:
        raise Unusable(f"{paths[0]}: the folder holds no {', '.join(ENDINGS)} files.")
    return tell_apart(found, place / OF_ONE_NAME), description


def reports_beside(paths: tuple[Path, ...]) -> list[Path]:
    """The files of reports that lie beside the texts of corpora."""
    from kzedu_graph.reported.files import files_of

    return [file for path in paths or _unnamed() for file in files_of(path)]


def _unnamed() -> tuple[Path, ...]:
    return (BESIDE,) if BESIDE.is_dir() and not IS_INSTALLED else (DEMONSTRATION,)


def open_corpus(folder: Path) -> Corpus:
    """The corpus of a folder; what comes with its texts is known from here on."""
    from kzedu_graph.corpus.manifest import Corpus
    from kzedu_graph.vocabulary.supplements import supplement

    opened = Corpus(folder)
    for kind, brought in opened.brought():
        supplement(kind, brought)
    return opened


def _files_of(path: Path, place: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    from kzedu_graph.corpus.law_folders import is_law_repository

    if (path / "corpus.toml").is_file():
        yield from _listed_files(path, endings)
    elif path.is_file():
        yield path
    elif is_law_repository(path):
        yield from _texts_of(path, place)
    elif path.is_dir():
        yield from _own_files(path, endings)
    else:
        raise Unusable(f"{path}: there is no such file or folder.")


def _own_files(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    """The texts of a folder; pipes, devices and links that lead out of it are left alone, and that is said."""
    for file in sorted(file for file in folder.iterdir() if file.suffix.casefold() in endings and not file.is_dir()):
        if not file.resolve().is_relative_to(folder.resolve()):
            click.echo(f"kzedu: {file} leads out of its folder and is left alone", err=True)
        elif not file.is_file():
            click.echo(f"kzedu: {file} is no regular file and is left alone", err=True)
        else:
            yield file


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

    opened = open_corpus(folder)
    for name in opened.unlisted(endings):
        click.echo(f"kzedu: {folder / name} is not in corpus.toml and is left out", err=True)
    files = sorted(opened.path(listed) for listed in opened)
    for repository in opened.repositories:
        files.extend(open_texts(folder / repository.name).files)
    for file in files:
        if not file.is_file():
            raise Unusable(f"{file}: corpus.toml lists it, but it is not there; `kzedu corpus fetch` may bring it.")
    return files
