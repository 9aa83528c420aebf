"""The whole flow on one page: texts to parts, parts compared and checked together, then swapped into service.

How parts are made is handed in, for this package knows no document format.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rdflib import Graph

from kzedu_graph.building.assembly import Assembly
from kzedu_graph.building.checking import Tally
from kzedu_graph.building.duplicates import Duplicate
from kzedu_graph.building.gathering import Making, assemble
from kzedu_graph.building.merging import Spool
from kzedu_graph.building.part_store import PartStore
from kzedu_graph.building.parts import Summary
from kzedu_graph.building.stages import Stages
from kzedu_graph.model.corpus import CorpusDescription
from kzedu_graph.model.findings import Finding
from kzedu_graph.store.block_list import Listed
from kzedu_graph.store.snapshots import runs_folder, swap_in, writing
from kzedu_graph.store.stores import Build, Limits, Store, is_address, local_folder
from kzedu_graph.store.texts import write_texts
from kzedu_graph.validation.shacl import NATIVE, validate_integrity
from kzedu_graph.vocabulary.queries import load_query


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build gave. `build` is None where all texts together broke an integrity shape: nothing was swapped in.

    `made` counts the documents that were read now; the rest was kept from an earlier build. `duplicates` are texts that
    were left out, for another is the same edition; `left_out` says what else is not in the graph, and why.
    """

    documents: tuple[Summary, ...]
    duplicates: tuple[Duplicate, ...]
    made: int
    left_out: tuple[Finding, ...]
    violations: tuple[Finding, ...]
    build: Build | None
    audit: Tally | None
    seconds: Mapping[str, float]


def run_build(
    files: Sequence[Path],
    store: Path | str,
    make: Making,
    step: Callable[[str], None] = lambda _: None,
    *,
    fresh: bool = False,
    description: CorpusDescription = CorpusDescription(),  # noqa: B008  (it is frozen)
    reported: Sequence[Path] = (),
) -> Outcome:
    """Makes the graph of the files, checks it and puts it into service; the old one serves until then.

    Documents that are as they were, under rules that are as they were, are not read again, unless `fresh`. `step` is
    told each document and each stage as it begins; `description` is what the graph says of all its texts; `reported`
    are files of reports, which have graphs of their own.

    Where `store` is the address of a server, the build is also kept in a local folder (`local_folder`), which holds
    the texts. Raises NothingReadError where no file could be read,
    StoreError where the disk has no room or another build is at work.
    """
    address = str(store) if is_address(store) else None
    folder = local_folder() if address else Path(store)
    stages = Stages()
    with writing(folder):
        part_store = PartStore(folder)
        texts, made = assemble(files, make, part_store, stages, step, fresh, description, reported)
        step("comparing editions")
        with stages.measure("compare"):
            texts.compare()
        step("checking")
        with stages.measure("audit"):
            texts.audit()
        with stages.measure("check"):
            violations, tally = texts.check()
            while violations and (refused := texts.refused(violations)):
                texts = texts.without(refused)
                texts.check_any()
                texts.compare()
                violations, tally = texts.check()
            texts.report()
        left_out = tuple(texts.findings())
        if violations:
            return Outcome(
                texts.summaries, texts.duplicates, made, left_out, tuple(violations), None, None, stages.seconds
            )
        step("writing the store")
        with stages.measure("write"):
            before, listed = (None, ()) if fresh else part_store.before()
            same = before is not None and part_store.is_of_the_same(before)
            build = before if before and same else _write(folder, texts, before, listed)
            part_store.sweep(build.id)
            if address:
                from kzedu_graph.store.remote import RemoteStore  # noqa: PLC0415  (httpx is for who has a server)

                server = RemoteStore(address, Limits.read(os.environ))
                with build.snapshot.open("r", encoding="utf-8", newline="\n") as lines:
                    server.write_lines(lines)
    stages.write(folder)
    return Outcome(texts.summaries, texts.duplicates, made, left_out, (), build, tally, stages.seconds)


def _write(folder: Path, texts: Assembly, before: Build | None, listed: Iterable[Listed]) -> Build:
    """Every statement in order on disk, and swapped in; what stands in the build before is taken over."""
    with runs_folder(folder) as place, Spool(place, listed=listed) as spool:
        spool.add(texts.blocks())
        beside = partial(write_texts, texts=texts.words(), before=before.folder if before else None)
        return swap_in(folder, spool.pieces(), before=before, beside=beside)


def check_store(store: Store, engine: str = NATIVE) -> list[Finding]:
    """What breaks an integrity shape in the graph that a store serves; `engine` is one of `shacl.ENGINES`."""
    graph = Graph()
    for row in store.select(load_query(__file__, "default-dataset")):
        graph.add((row["s"], row["p"], row["o"]))
    return validate_integrity(graph, store.select, engine)
