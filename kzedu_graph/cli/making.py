"""Commands that make the graph and say how good it is: build, validate, evaluate, explain."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kzedu_graph.cli.command import DONE, WRONG, Unusable, clear_errors, main, store_option
from kzedu_graph.cli.corpus import texts_to_read
from kzedu_graph.vocabulary.places import DEMONSTRATION


@main.command()
@click.option("--corpus", "corpus", multiple=True, envvar="KZEDU_CORPUS", help="Folder or file of texts; repeatable.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--demo", is_flag=True, help="Read the demonstration, a small corpus in which everything is invented.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1), help="Processes that read documents.")
@click.option("--cluster", metavar="ADDRESS", help="Dask scheduler whose workers read documents (tcp://host:8786).")
@click.option("--fresh", is_flag=True, help="Read every document again, also where nothing has changed.")
@store_option
def build(
    corpus: tuple[str, ...],
    files: tuple[Path, ...],
    demo: bool,
    jobs: int,
    cluster: str | None,
    fresh: bool,
    store: str,
) -> None:
    """Read every document that is new or changed, extract, map, validate, and swap the new graph in."""
    if cluster and jobs > 1:
        raise Unusable("--jobs and --cluster are two ways to read documents: choose one.")
    if demo and files:
        raise Unusable("--demo reads the demonstration alone: name no files beside it.")
    with clear_errors():
        from extract.flow import extract_file
        from kzedu_graph.building.cluster import on_cluster
        from kzedu_graph.building.processes import in_processes, in_this_process
        from kzedu_graph.building.progress import Steps, print_summary
        from kzedu_graph.building.run import run_build

        chosen, description = texts_to_read((DEMONSTRATION,) if demo else (*map(Path, corpus), *files))
        if cluster:
            make = on_cluster(extract_file, cluster)
        else:
            make = in_processes(extract_file, jobs) if jobs > 1 else in_this_process(extract_file)
        with Steps(len(chosen) + 3) as steps:
            outcome = run_build(chosen, store, make, steps.begin, fresh=fresh, description=description)
    print_summary(outcome)
    sys.exit(DONE if outcome.build else WRONG)


@main.command()
@click.option("--format", "form", type=click.Choice(["table", "ttl", "json"]), default="table", show_default=True)
@store_option
def validate(form: str, store: str) -> None:
    """Check the graph in service: integrity, and what an auditor would question."""
    with clear_errors():
        from kzedu_graph.building.run import check_store
        from kzedu_graph.reports.findings import write_findings
        from kzedu_graph.store.stores import open_store
        from kzedu_graph.validation.audit import run_audit

        with open_store(store) as opened:
            found = check_store(opened)
            audit = run_audit(opened.select)
    write_findings([*found, *audit.findings], form, sys.stdout)
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
    with clear_errors():
        from kzedu_graph.reports.evaluation import run_evaluation, update_page, write_board
        from kzedu_graph.store.stores import open_store

        if not gold.is_dir():
            raise Unusable(f"{gold}: there is no such folder of verified records.")
        with open_store(store) as opened:
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
    with clear_errors():
        from extract.finders.duties.provisions import explain as explain_line
        from extract.flow import read_document

        told = explain_line(read_document(Path(name)), int(line))
    click.echo("\n".join(told) or "no rule of duties decided anything on this line")
