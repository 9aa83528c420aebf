"""Names under which a build knows its files: two files of one name are two texts.

A source of the graph is called as its file is. Where files share a name, each is read under one that its folders give
it ("2031-plan.md", "2032-plan.md") or its ending ("plan-docx.docx", "plan-html.html"), as a copy in a folder of the
build.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def tell_apart(files: Sequence[Path], folder: Path) -> list[Path]:
    """The files, those that share a name (but for the ending) as copies in `folder` under names that differ."""
    unique = {file.resolve(): file for file in files}
    shared = Counter(file.stem for file in unique)
    names = _names([file for file in unique if shared[file.stem] > 1])
    found = []
    for file, given in unique.items():
        if file not in names:
            found.append(given)
            continue
        copy = folder / names[file]
        copy.parent.mkdir(parents=True, exist_ok=True)
        if not copy.is_file() or copy.read_bytes() != file.read_bytes():
            shutil.copyfile(file, copy)
        found.append(copy)
    return found


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """Each file's name, with its ending where another of its folder differs in that alone, and with as many of its
    folders before it as tell it from the others.
    """
    beside = Counter((file.parent, file.stem) for file in files)
    own = {
        file: f"{file.stem}-{file.suffix[1:]}" if beside[file.parent, file.stem] > 1 else file.stem for file in files
    }
    depth = 0
    while True:
        stems = {file: "-".join((*_folders(file, depth), own[file])).replace("/", "") for file in files}
        if len(set(stems.values())) == len(files):
            return {file: stem + file.suffix for file, stem in stems.items()}
        depth += 1


def _folders(file: Path, depth: int) -> tuple[str, ...]:
    """The last folders of a file's path, `depth` of them."""
    return file.parent.parts[-depth:] if depth else ()
