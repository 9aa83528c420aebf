"""Names under which a build knows its files: two files of one name in different folders are two texts.

A source of the graph is called as its file is. Where files share a name, each is read under one that its folders give
it ("2031-plan.md", "2032-plan.md"), as a copy in a folder of the build.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kzedu_graph.corpus.listed_repository import CorpusError


def tell_apart(files: Sequence[Path], folder: Path) -> list[Path]:
    """The files, those that share a name (but for the ending) as copies in `folder` under names that differ.

    Raises CorpusError where two files of one folder do.
    """
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
    """Each file's name with as many of its folders before it as tell it from the others."""
    homes: dict[tuple[Path, str], Path] = {}
    for file in files:
        twin = homes.setdefault((file.parent, file.stem), file)
        if twin != file:
            raise CorpusError(f"{twin} and {file} have one name; rename one, or read only one of them.")
    depth = 1
    while True:
        names = {file: "-".join((*file.parent.parts[-depth:], file.name)).replace("/", "") for file in files}
        if len({Path(name).stem for name in names.values()}) == len(files):
            return names
        depth += 1
