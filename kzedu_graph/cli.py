"""The command `kzedu`: the composition root, and the only module that imports all three packages.

Exit codes: 0 success; 1 the work was done and something is wrong; 2 it could not be done. Data goes to stdout,
messages to stderr. Everything heavy is imported inside its command, so that `kzedu --help` is quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kzedu_graph.build import Outcome

ROOT = Path(__file__).resolve().parents[1]
BESIDE = ROOT.parent / "shared" / "corpus"
SAMPLE = ROOT / "tests" / "sample"
DONE, WRONG, UNDONE = 0, 1, 2

store_option = click.option(
    "--store",
    envvar="KZEDU_STORE",
    default="var/store",
    show_default=True,
    help="Folder or SPARQL server of the graph.",
)


class Unusable(click.ClickException):
    """One clear sentence, exit code 2."""

    exit_code = UNDONE

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"kzedu: {self.message}", file=file, err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kzedu-graph")
def main() -> None:
    """Who must do what, by when and with what proof in Kazakhstan's education policy."""


@main.command()
@click.option("--corpus", "corpus", multiple=True, envvar="KZEDU_CORPUS", help="Folder or file of texts; repeatable.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@store_option
def build(corpus: tuple[str, ...], files: tuple[Path, ...], store: str) -> None:
    """Read every document, extract, map, validate, and swap the new graph in."""
    with _clear_errors():
        from extract.flow import extract_file
        from kzedu_graph.build import run_build
        from kzedu_graph.progress import Steps
        from kzedu_graph.registry import Registry

        chosen = _files((*map(Path, corpus), *files))
        with Steps(len(chosen) + 4) as steps:
            outcome = run_build(chosen, store, Registry.load(), extract_file, steps.begin)
    _summarise(outcome)
    sys.exit(DONE if outcome.build else WRONG)


@main.command()
@click.option("--format", "form", type=click.Choice(["table", "ttl", "json"]), default="table", show_default=True)
@store_option
def validate(form: str, store: str) -> None:
    """Check the graph in service: integrity, and what an auditor would question."""
    with _clear_errors():
        from kzedu_graph.audit import run_audit
        from kzedu_graph.build import check_store
        from kzedu_graph.report import write_findings
        from kzedu_graph.store import open_store

        with open_store(store) as opened:
            found = check_store(opened)
            audit = run_audit(opened.select)
    write_findings([*found, *audit.findings], form, sys.stdout)
    click.echo(f"{len(found)} violations of integrity, {len(audit.findings)} findings of the audit", err=True)
    sys.exit(WRONG if found else DONE)


@main.command()
@click.argument("source")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of the query; repeatable.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", "ttl"]),
    default="table",
    show_default=True,
)
@store_option
def query(source: str, params: tuple[str, ...], form: str, store: str) -> None:
    """Ask a SPARQL question: SOURCE is a file, `-` for standard input, or the name of a question of the gallery."""
    with _clear_errors():
        from kzedu_graph.asking import ask
        from kzedu_graph.store import open_store

        with open_store(store) as opened:
            sys.stdout.buffer.write(ask(opened, source, _pairs(params), form))


@main.command()
@click.option("--unknown", is_flag=True, help="Names that no body is known by, the most frequent first.")
@click.option("--format", "form", type=click.Choice(["table", "ttl"]), default="table", show_default=True)
@store_option
def agencies(unknown: bool, form: str, store: str) -> None:
    """The bodies that the texts name; with --unknown --format ttl, Turtle to add those that the registry lacks."""
    with _clear_errors():
        from kzedu_graph.bodies import find_unknown, write_known, write_unknown
        from kzedu_graph.store import open_store
        from kzedu_graph.tables import TABLES

        if form == "ttl" and not unknown:
            raise Unusable("--format ttl writes what the registry lacks: add --unknown.")
        with open_store(store) as opened:
            if unknown:
                names = find_unknown(opened)
                write_unknown(names, form, sys.stdout)
                click.echo(f"{len(names)} names are linked to no body", err=True)
            else:
                write_known(TABLES["agencies"](opened, "all"), sys.stdout)


@main.command()
@click.argument("name")
@click.option("--depth", default=2, show_default=True, type=click.IntRange(1, 8), help="How many links to follow.")
@click.option("--lang", type=click.Choice(["kk", "ru", "en"]), default="en", show_default=True)
@store_option
def trace(name: str, depth: int, lang: str, store: str) -> None:
    """Show the chain of responsibility of a body, a measure or an indicator: NAME is an IRI, a key or a name."""
    with _clear_errors():
        from kzedu_graph.chains import Chains
        from kzedu_graph.store import open_store
        from kzedu_graph.trace import find_thing, write_trace

        with open_store(store) as opened:
            chains = Chains.read(opened.select)
        found = find_thing(chains, name, _agency_key)
        write_trace(chains, found, depth, lang, sys.stdout)


@main.command()
@click.argument("name")
@click.option("--format", "form", type=click.Choice(["html", "xlsx"]), default="html", show_default=True)
@click.option("--lang", type=click.Choice(["kk", "ru", "en"]), default="ru", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), help="File to write; standard output without it.")
@store_option
def report(name: str, form: str, lang: str, output: Path | None, store: str) -> None:
    """Write the audit report of a programme or a body: NAME is an IRI, a key ("P2300000249", "kz-moe") or a name."""
    with _clear_errors():
        from kzedu_graph.auditreport import make_report, read_figures
        from kzedu_graph.chains import Chains
        from kzedu_graph.export import write_book
        from kzedu_graph.report_page import write_page
        from kzedu_graph.store import open_store
        from kzedu_graph.trace import find_thing

        with open_store(store) as opened:
            subject = find_thing(Chains.read(opened.select), name, _agency_key)
            figures = read_figures(ROOT / "docs" / "method-and-accuracy.md")
            made = make_report(opened.select, opened.version, subject, lang, figures)
        with output.open("wb") if output else nullcontext(sys.stdout.buffer) as out:
            if form == "html":
                write_page(made, out)
            else:
                write_book([(section.title, section.columns, section.rows) for section in made.sections], out)


@main.group()
def export() -> None:
    """Flat tables and dumps of the graph in service."""


def _table_command(table: str) -> None:
    @export.command(table, help=f"The table of {table}.")
    @click.option("--format", "form", type=click.Choice(["jsonl", "csv", "xlsx"]), default="jsonl", show_default=True)
    @click.option("--edition", default="all", show_default=True, help="IRI of one edition.")
    @store_option
    def command(form: str, edition: str, store: str) -> None:
        with _clear_errors():
            from kzedu_graph.comparison_tables import CHANGE_TABLES
            from kzedu_graph.export import WRITERS
            from kzedu_graph.store import open_store
            from kzedu_graph.tables import TABLES

            with open_store(store) as opened:
                rows = list({**TABLES, **CHANGE_TABLES}[table](opened, edition))
            WRITERS[form](rows, sys.stdout.buffer)


for _table in ("measures", "indicators", "provisions", "amendments", "citations", "agencies", "findings", "documents"):
    _table_command(_table)
for _table in ("changes", "continuations"):
    _table_command(_table)


@export.command()
@click.option("--format", "form", type=click.Choice(["trig", "nq", "ttl", "jsonld"]), default="nq", show_default=True)
@store_option
def dump(form: str, store: str) -> None:
    """The whole dataset; Turtle holds the default dataset, without named graphs."""
    with _clear_errors():
        from kzedu_graph.store import open_store

        with open_store(store) as opened:
            opened.dump(form, sys.stdout.buffer)


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
    with _clear_errors():
        from contextlib import ExitStack

        from kzedu_graph.diff import diff_builds, diff_editions, last_two, open_build, write_changes, write_records
        from kzedu_graph.store import open_store

        with ExitStack() as opened:
            if earlier and later:
                found = diff_editions(opened.enter_context(open_store(store)), earlier, later)
                write_changes(found, form, sys.stdout)
                return
            if against:
                old, new = (opened.enter_context(open_store(where)) for where in (against, store))
            else:
                old, new = (opened.enter_context(open_build(Path(store), name)) for name in last_two(Path(store)))
            write_records(list(diff_builds(old, new)), form, sys.stdout)


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "md", "json"]), default="table", show_default=True)
@click.option("--show", default=0, help="List so many misses of each figure.")
@click.option("--update", type=click.Path(path_type=Path), help="A Markdown page whose table of figures is replaced.")
@store_option
def evaluate(gold: Path, form: str, show: int, update: Path | None, store: str) -> None:
    """Precision, recall and F1 a field and a document against hand-verified records."""
    with _clear_errors():
        from kzedu_graph.evaluate import run_evaluation, update_page, write_board
        from kzedu_graph.store import open_store

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
    with _clear_errors():
        from extract.finders.provisions import explain as explain_line
        from extract.flow import read_document

        told = explain_line(read_document(Path(name)), int(line))
    click.echo("\n".join(told) or "no rule of duties decided anything on this line")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=2, show_default=True, help="Processes that answer requests.")
@store_option
def serve(host: str, port: int, workers: int, store: str) -> None:
    """Serve the explorer."""
    with _clear_errors():
        from web.serve import run_server

        run_server(store, host, port, workers)


# ---- what commands share


def _files(paths: tuple[Path, ...]) -> list[Path]:
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


def _pairs(params: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise Unusable(f"a parameter is written NAME=VALUE, not {param!r}.")
        pairs[name] = value
    return pairs


def _agency_key(name: str) -> str | None:
    """The key of a body by any of its names, in any of our languages."""
    from kzedu_graph.registry import Registry

    registry = Registry.load()
    return next(filter(None, (registry.resolve(name, lang).agency for lang in ("kk", "ru", "en"))), None)


def _summarise(outcome: Outcome) -> None:
    from kzedu_graph.progress import print_summary

    print_summary(outcome)


@contextmanager
def _clear_errors() -> Iterator[None]:
    """Errors that the user can mend as one sentence and exit code 2; a bug keeps its traceback."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except Exception as error:
        if type(error).__name__ in MENDABLE:
            line = getattr(error, "line", None)
            raise Unusable(f"line {line}, {error}" if line else str(error)) from error
        raise


MENDABLE = frozenset(
    {"UnusableInput", "StoreError", "QueryError", "Refused", "LookupError", "PortTakenError", "CataloguesMissingError"}
)
