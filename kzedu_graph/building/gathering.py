"""The texts of a build gathered: parts that are kept, and those of files that are new or changed, which others make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kzedu_graph.building.assembly import Assembly, key_of_checked
from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.building.part_store import PartStore
from kzedu_graph.building.parts import BuildPart, Made, Summary, key_of_file
from kzedu_graph.building.stages import Stages
from kzedu_graph.model.corpus import CorpusDescription

Making = Callable[[Sequence[Path]], Iterator[tuple[Path, Made | LeftOut]]]
"""Makes the parts of files, in any order, or says why one is left out: in processes here, or on a cluster."""


def assemble(
    files: Sequence[Path],
    make: Making,
    part_store: PartStore,
    stages: Stages,
    step: Callable[[str], None],
    fresh: bool,
    description: CorpusDescription,
    reported: Sequence[Path] = (),
) -> tuple[Assembly, int]:
    """The texts of the files, and how many of the texts were made now: all if `fresh`, else those that are not kept.

    Raises what `make` raises, and NothingReadError where no file could be read; the parts that were made until then
    are kept.
    """
    found: dict[Path, Summary] = {}
    left_out: list[LeftOut] = []
    for file in () if fresh else files:
        part = part_store.get(key_of_file(file), BuildPart)
        if part is not None and all(part_store.get(other.key, BuildPart) for other in part.summary.others):
            step(f"{file.name} is as it was")
            found[file] = part.summary
    missing = [file for file in files if file not in found]
    for file, made in _told(make(missing), missing, step):
        if isinstance(made, LeftOut):
            left_out.append(made)
            continue
        for each in (made.part, *made.others):
            part_store.put(each.summary.key, each)
        for key, checked in made.checked.items():
            part_store.put_ahead(key_of_checked(key), checked)
        stages.add(made.seconds)
        found[file] = made.part.summary
    read = [text for file in files if file in found for text in (found[file], *found[file].others)]
    texts = Assembly(part_store, read, left_out, description, reported)
    texts.check_any()
    return texts, sum(1 + len(found[file].others) for file in missing if file in found)


def _told(
    making: Iterable[tuple[Path, Made | LeftOut]], missing: Sequence[Path], step: Callable[[str], None]
) -> Iterator[tuple[Path, Made | LeftOut]]:
    """The parts as they come; `step` hears of the work as it begins, then of each part that is done but the last."""
    if missing:
        step(f"reading {missing[0].name}")
    for done, (file, made) in enumerate(making, 1):
        yield file, made
        if done < len(missing):
            step(f"read {file.name}")
