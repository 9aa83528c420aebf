"""Which texts a build reads: those named, the corpus beside the project, or the invented sample."""

from __future__ import annotations

from pathlib import Path

import click

from kzedu_graph.cli.command import ROOT, Unusable

BESIDE = ROOT.parent / "shared" / "corpus"
SAMPLE = ROOT / "tests" / "sample"


def files_to_read(paths: tuple[Path, ...]) -> list[Path]:
    """The texts to read: those named, else the corpus beside the project, else the invented sample, saying so."""
    if not paths:
        paths = (BESIDE,) if BESIDE.is_dir() else (SAMPLE,)
        click.echo(
            "kzedu: reading the corpus beside the project"
            if paths[0] == BESIDE
            else "kzedu: no corpus is named; reading the invented sample",
            err=True,
        )
    from extract.inputs.endings import ENDINGS

    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(
                sorted(file for file in path.iterdir() if file.suffix.casefold() in ENDINGS and file.is_file())
            )
        elif path.is_file():
            found.append(path)
        else:
            raise Unusable(f"{path}: there is no such file or folder.")
    if not found:
        raise Unusable(f"{paths[0]}: the folder holds no {', '.join(ENDINGS)} files.")
    _check_names(found)
    return found


def _check_names(files: list[Path]) -> None:
    """Two files of one name, but for the ending, would be one source."""
    for file in files:
        twin = next((other for other in files if other != file and other.stem == file.stem), None)
        if twin:
            raise Unusable(f"{file} and {twin} have one name; rename one, or read only one of them.")
