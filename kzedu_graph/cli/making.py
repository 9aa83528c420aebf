"""Commands that make the graph and say how good it is: build, validate, evaluate, explain."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from kzedu_graph.cli.command import DONE, WRONG, Unusable, main, open_unhurried, store_option
from kzedu_graph.cli.reading import reports_beside, texts_to_read
from kzedu_graph.vocabulary.places import DEMONSTRATION

EXTRACT = "extract.flow:extract_file"
"""What reads a file, by its name: only the processes that read load it."""


@main.command()
@click.option("--corpus", "corpus", multiple=True, envvar="KZEDU_CORPUS", help="Folder or file of texts; repeatable.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--demo", is_flag=True, help="Read the demonstration, a small corpus in which everything is invented.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="Processes that read documents; else one for each processor, and no more than there are documents.",
)
@click.option("--cluster", metavar="ADDRESS", help="Dask scheduler whose workers read documents (tcp://host:8786).")
@click.option("--fresh", is_flag=True, help="Read every document again, also where nothing has changed.")
@store_option
def build(
    corpus: tuple[str, ...],
    files: tuple[Path, ...],
    demo: bool,
    jobs: int | None,
    cluster: str | None,
    fresh: bool,
    store: str,
) -> None:
    """Read every document that is new or changed, extract, map, validate, and swap the new graph in.

    Exit code 0: all was read; 1: something was left out, and is named; 2: nothing could be read, or the call was
    wrong. KZEDU_FILE_SECONDS (600) and KZEDU_FILE_MEMORY (2048, in megabytes) are the limits of reading one file.
    """
    if cluster and (jobs or 1) > 1:
        raise Unusable("--jobs and --cluster are two ways to read documents: choose one.")
    if demo and files:
        raise Unusable("--demo reads the demonstration alone: name no files beside it.")
    gc.disable()  # nothing that is being loaded is garbage
    from kzedu_graph.building.executors.limits import COLLECTIONS, ReadingLimits
    from kzedu_graph.building.executors.processes import ReaderProcess, in_processes
    from kzedu_graph.store.builds import is_address, local_folder, newer_files

    place = local_folder() if is_address(store) else Path(store)
    named = (DEMONSTRATION,) if demo else (*map(Path, corpus), *files)
    chosen, description = texts_to_read(named, place)
    reported = reports_beside(named)
    limits = ReadingLimits.read(os.environ)
    jobs = jobs or usual_jobs(len(chosen))
    early = None
    if not (cluster or fresh) and jobs > 1 and len(newer_files(place, chosen)) == 1:
        early = ReaderProcess(EXTRACT, limits)
        early.fork(early=True)  # a single text is read: its reader loads the rules while the rest is loaded here
    from kzedu_graph.building.executors.cluster import on_cluster
    from kzedu_graph.building.run import run_build
    from kzedu_graph.cli.progress import Steps, print_summary
    from kzedu_graph.vocabulary.fingerprint import rules_version

    rules_version()  # before there are readers, who need it as well
    gc.freeze()  # what is loaded now is not looked through; what follows holds hardly a cycle
    gc.set_threshold(*COLLECTIONS)
    gc.enable()
    make = (
        on_cluster(EXTRACT, cluster, limits)
        if cluster
        else in_processes(EXTRACT, jobs, limits, ahead=True, early=early)
    )
    with Steps(len(chosen) + 3) as steps:
        outcome = run_build(chosen, store, make, steps.begin, fresh=fresh, description=description, reported=reported)
    print_summary(outcome)
    gc.freeze()  # the process ends: what it holds is given back as a whole
    sys.exit(DONE if outcome.build and not outcome.left_out else WRONG)


def usual_jobs(files: int) -> int:
    """A process for each processor that this one may use, and no more than there are files."""
    return max(1, min(len(os.sched_getaffinity(0)), files))


@main.command()
@click.option("--format", "form", type=click.Choice(["table", "ttl", "json"]), default="table", show_default=True)
@click.option("--engine", type=click.Choice(["native", "pyshacl"]), default="native", show_default=True)
@click.option("--most", default=5, show_default=True, type=click.IntRange(0), help="Of one kind in the table; 0: all.")
@store_option
def validate(form: str, engine: str, most: int, store: str) -> None:
    """Check the graph in service: integrity, and what an auditor would question.

    The engine "native" runs core shapes as compiled checks; "pyshacl" gives the same report and takes its time.
    """
    from kzedu_graph.building.run import check_store
    from kzedu_graph.reports.findings import write_findings
    from kzedu_graph.validation.audit import run_audit

    with open_unhurried(store) as opened:
        found = check_store(opened, engine)
        audit = run_audit(opened.select)
    write_findings([*found, *audit.findings], form, sys.stdout, most)
    click.echo(f"{len(found)} violations of integrity, {len(audit.findings)} findings of the audit", err=True)
    sys.exit(WRONG if found else DONE)


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "md", "json"]), default="table", show_default=True)
@click.option("--show", default=0, help="List so many misses of each figure.")
@click.option("--update", type=click.Path(path_type=Path), help="A Markdown page whose table of figures is replaced.")
@store_option
def evaluate(gold: Path, form: str, show: int, update: Path | None, store: str) -> None:
    """Precision, recall and F1 a field and a document against hand-verified records."""
    from kzedu_graph.reports.evaluation import run_evaluation, update_page, write_board

    if not gold.is_dir():
        raise Unusable(f"{gold}: there is no such folder of verified records.")
    with open_unhurried(store) as opened:
        board = run_evaluation(opened, gold)
    if update:
        update_page(board, update)
    write_board(board, form, show, sys.stdout)


@main.command()
@click.argument("place", metavar="FILE:LINE")
def explain(place: str) -> None:
    """Which rule decided each sentence of a line of a text, and on which words."""
    name, _, line = place.rpartition(":")
    if not (name and line.isdigit()):
        raise Unusable(f"a place is written FILE:LINE, not {place!r}.")
    from extract.finders.duties.explaining import explain as explain_line
    from extract.texts import read_document

    document = read_document(Path(name))
    lines = document.text.count("\n") + (not document.text.endswith("\n"))
    if not 1 <= int(line) <= lines:
        raise Unusable(f"{name} has the lines 1 to {lines}, and {line} is none of them.")
    told = explain_line(document, int(line))
    click.echo("\n".join(told) or "no rule of duties decided anything on this line")
