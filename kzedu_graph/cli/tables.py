"""Commands that write what the graph holds and what changed in it: export, diff."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kzedu_graph.cli.command import Unusable, main, open_unhurried, store_option


@main.group()
def export() -> None:
    """Flat tables and dumps of the graph in service."""


edition_option = click.option(
    "--edition", default="all", show_default=True, help="all, current, or one edition by its IRI or path."
)


def _table_command(table: str) -> None:
    @export.command(table, help=f"The table of {table}.")
    @click.option("--format", "form", type=click.Choice(["jsonl", "csv", "xlsx"]), default="jsonl", show_default=True)
    @click.option(
        "--edition", default="all", show_default=True, help="all, current, or one edition by its IRI or path."
    )
    @store_option
    def command(form: str, edition: str, store: str) -> None:
        from kzedu_graph.exports.files import WRITERS
        from kzedu_graph.exports.labels import label_rows
        from kzedu_graph.exports.standards.csvw import tables
        from kzedu_graph.store.description import describe_corpus

        with open_unhurried(store) as opened:
            found = tables()[table](opened, edition)
            rows = list(label_rows(found, describe_corpus(opened).invented))
        WRITERS[form](rows, sys.stdout.buffer)


for _table in (
    *("measures", "indicators", "provisions", "amendments", "commencements", "citations", "sections", "mentions"),
    *("agencies", "findings", "documents", "changes", "continuations"),
    *("targets", "assignments", "bearers", "deadlines", "deliverables", "allocations", "totals", "places"),
    *("reports", "reported_values"),
):
    _table_command(_table)


@export.command()
@click.option("--format", "form", type=click.Choice(["trig", "nq", "ttl", "jsonld"]), default="nq", show_default=True)
@click.option("--reported", is_flag=True, help="With what people report, which is no part of what texts say.")
@store_option
def dump(form: str, reported: bool, store: str) -> None:
    """The whole dataset; Turtle holds the default dataset, without named graphs."""

    with open_unhurried(store) as opened:
        opened.dump(form, sys.stdout.buffer, reported=reported)


@export.command()
@click.argument("programme")
@click.option("--lang", type=click.Choice(["kk", "ru", "en"]), default="kk", show_default=True, help="Of the names.")
@store_option
def stratml(programme: str, lang: str, store: str) -> None:
    """A programme (P2300000249) as StratML Part 2, ISO 17469-2."""
    from kzedu_graph.exports.standards.stratml import write_stratml

    with open_unhurried(store) as opened:
        sys.stdout.buffer.write(write_stratml(opened, programme, lang))


@export.command()
@click.argument("agency", required=False)
@click.option("--format", "form", type=click.Choice(["ttl", "jsonld"]), default="ttl", show_default=True)
@store_option
def odrl(agency: str | None, form: str, store: str) -> None:
    """What a body (kz-moe), or every body, must, may and must not do, as ODRL policies."""
    from kzedu_graph.exports.standards.odrl import policies, write_policies

    with open_unhurried(store) as opened:
        sys.stdout.write(write_policies(policies(opened, agency), form))


@export.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@store_option
def csvw(folder: Path, store: str) -> None:
    """Every table as CSV in FOLDER, with csv-metadata.json (CSV on the Web)."""
    from kzedu_graph.exports.standards.csvw import write_csvw

    with open_unhurried(store) as opened:
        for file in write_csvw(opened, folder):
            click.echo(file, err=True)


@export.command("all")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "jsonl", "parquet", "sqlite", "xlsx"]),
    default="csv",
    show_default=True,
)
@edition_option
@store_option
def everything(folder: Path, form: str, edition: str, store: str) -> None:
    """Every table in FOLDER, with datapackage.json (Frictionless)."""
    from kzedu_graph.exports.standards.package import write_package

    with open_unhurried(store) as opened:
        for file in write_package(opened, folder, form, edition):
            click.echo(file, err=True)


@export.command()
def context() -> None:
    """The JSON-LD context of the vocabulary."""
    from kzedu_graph.exports.standards.context import write_context

    sys.stdout.write(write_context())


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--number", help="Of the release, as in 2031.1; the version of this program without it.")
@store_option
def release(folder: Path, number: str | None, store: str) -> None:
    """A dataset to cite, in FOLDER: dump, tables, ontology, texts read, method, licence, citation and checksums."""
    import re
    from importlib.metadata import version

    from kzedu_graph.release.dataset import write_release

    chosen = number or version("kzedu-graph")
    if not re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z.-]{0,30}", chosen):
        raise Unusable(f"--number {chosen}: letters, digits, points and hyphens, as in 2031.1")
    click.echo("kzedu: writing the release; tables and dump of a large graph take some minutes", err=True)
    with open_unhurried(store) as opened:
        for file in write_release(opened, folder, chosen):
            click.echo(file, err=True)


@main.command()
@click.argument("earlier", required=False)
@click.argument("later", required=False)
@click.option("--against", help="Another store, whose served build is the older one.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@store_option
def diff(earlier: str | None, later: str | None, against: str | None, form: str, store: str) -> None:
    """What changed between two editions (P2300000249/2025-04-25/kk), or between the last two builds of the store."""
    if (earlier is None) != (later is None) or (against and earlier):
        raise Unusable("name two editions, or none to compare builds.")
    from contextlib import ExitStack

    from kzedu_graph.exports.differences import (
        diff_builds,
        diff_editions,
        last_two,
        open_build,
        write_changes,
        write_records,
    )

    with ExitStack() as opened:
        if earlier and later:
            found = diff_editions(opened.enter_context(open_unhurried(store)), earlier, later)
            write_changes(found, form, sys.stdout)
            return
        if against:
            old, new = (opened.enter_context(open_unhurried(where)) for where in (against, store))
        else:
            old, new = (opened.enter_context(open_build(Path(store), name)) for name in last_two(Path(store)))
        write_records(list(diff_builds(old, new)), form, sys.stdout)
