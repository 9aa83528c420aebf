"""Commands that answer a question: query, trace, agencies, report, serve."""

from __future__ import annotations

import os
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import click

from kzedu_graph.cli.command import Unusable, main, open_unhurried, store_option
from kzedu_graph.vocabulary.places import ACCURACY


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
    from kzedu_graph.store.asking import ask
    from kzedu_graph.store.stores import open_for_one

    with open_for_one(store) as opened:
        answer = ask(opened, source, _pairs(params), form, lambda said: click.echo(f"kzedu: {said}", err=True))
    sys.stdout.buffer.write(answer)


@main.command()
@click.argument("name")
@click.option("--depth", default=2, show_default=True, type=click.IntRange(1, 8), help="How many links to follow.")
@click.option("--most", default=6, show_default=True, type=click.IntRange(0), help="Things of one kind; 0 shows all.")
@click.option("--lang", type=click.Choice(["kk", "ru", "en"]), default="en", show_default=True)
@store_option
def trace(name: str, depth: int, most: int, lang: str, store: str) -> None:
    """Show the chain of responsibility of a body, a measure or an indicator: NAME is an IRI, a key or a name."""
    from kzedu_graph.chains.graph import Chains
    from kzedu_graph.chains.trace import find_thing, write_trace

    with open_unhurried(store) as opened:
        chains = Chains.read(opened.select)
    found = find_thing(chains, name, _agency_key)
    write_trace(chains, found, depth, lang, sys.stdout, most)


@main.command()
@click.option("--unknown", is_flag=True, help="Names that no body is known by, the most frequent first.")
@click.option("--format", "form", type=click.Choice(["table", "ttl"]), default="table", show_default=True)
@store_option
def agencies(unknown: bool, form: str, store: str) -> None:
    """The bodies that the texts name; with --unknown --format ttl, Turtle to add those that the registry lacks."""
    from kzedu_graph.exports.named_bodies import find_unknown, write_known, write_unknown
    from kzedu_graph.exports.tables import TABLES

    if form == "ttl" and not unknown:
        raise Unusable("--format ttl writes what the registry lacks: add --unknown.")
    with open_unhurried(store) as opened:
        if unknown:
            names = find_unknown(opened)
            write_unknown(names, form, sys.stdout)
            click.echo(f"{len(names)} names are linked to no body", err=True)
        else:
            write_known(TABLES["agencies"](opened, "all"), sys.stdout)


@main.command()
@click.argument("name")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "pdf", "docx", "xlsx"]),
    default="html",
    show_default=True,
)
@click.option("--lang", type=click.Choice(["kk", "ru", "en"]), default="ru", show_default=True)
@click.option("--dossier", is_flag=True, help="Each duty with its quote, instead of the audit report.")
@click.option("--year", "years", multiple=True, type=click.IntRange(1900, 2200), help="Of the dossier: only this year.")
@click.option("--role", type=click.Choice(["bound", "agreed"]), help="Of the dossier: only duties of this binding.")
@click.option("--ended", is_flag=True, help="Of the dossier: what is no longer in force as well.")
@click.option("--output", type=click.Path(path_type=Path), help="File to write; standard output without it.")
@store_option
def report(
    name: str,
    form: str,
    lang: str,
    dossier: bool,
    years: tuple[int, ...],
    role: str | None,
    ended: bool,
    output: Path | None,
    store: str,
) -> None:
    """Write the audit report of a programme or a body, or the dossier of one of these or of an indicator.

    NAME is an IRI, a key ("P2300000249", "kz-moe"), a path ("indicator/P2300000249/plan/8") or a name.
    """
    from kzedu_graph.chains.graph import Chains
    from kzedu_graph.chains.trace import find_thing
    from kzedu_graph.reports.content import make_report
    from kzedu_graph.reports.dossier import make_dossier
    from kzedu_graph.reports.dossier_rows import Choice
    from kzedu_graph.reports.writing import write_report
    from kzedu_graph.store.description import describe_corpus
    from kzedu_graph.vocabulary.about.accuracy import read_figures

    if not dossier and (years or role or ended):
        raise Unusable("--year, --role and --ended choose what a dossier holds: add --dossier.")
    with open_unhurried(store) as opened:
        subject = find_thing(Chains.read(opened.select), name, _agency_key)
        described = describe_corpus(opened)
        if dossier:
            choice = Choice(frozenset(years), role, ended)
            day = date.today().isoformat()
            made = make_dossier(opened.select, opened.version, day, subject, lang, choice, invented=described.invented)
        else:
            figures = read_figures(ACCURACY)
            made = make_report(opened.select, opened.version, subject, lang, figures, invented=described.invented)
    whole = BytesIO()
    write_report(made, form, whole)
    if output:
        output.write_bytes(whole.getvalue())
    else:
        sys.stdout.buffer.write(whole.getvalue())


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1), help="Processes that answer requests.")
@store_option
def serve(host: str, port: int, workers: int, store: str) -> None:
    """Serve the explorer.

    Limits are set in the environment: KZEDU_LIMIT_SECONDS (10) of a query, KZEDU_LIMIT_MEMORY of its process,
    KZEDU_LIMIT_ROWS and KZEDU_LIMIT_BYTES of an answer, KZEDU_LIMIT_QUEUE and KZEDU_LIMIT_EACH of what waits
    in all and of one client.

    KZEDU_CLIENT_HEADER names the header in which a proxy tells who asks, KZEDU_TRUSTED_PROXIES the proxies to believe.
    docs/deploying.md has all of them.
    """
    from web.server import run_server

    click.echo(f"kzedu: opening the graph in {store}; the address follows when the pages are ready", err=True)
    run_server(store, host, port, workers)


def _pairs(params: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise Unusable(f"a parameter is written NAME=VALUE, not {param!r}.")
        pairs[name] = value
    return pairs


@main.command("mcp")
@click.option("--http", is_flag=True, help="Streamable HTTP at /mcp instead of standard input and output.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8001, show_default=True, type=click.IntRange(1, 65535))
@store_option
def mcp_server(http: bool, host: str, port: int, store: str) -> None:
    """Serve assistants over the Model Context Protocol: read-only, under the limits of the endpoint.

    Needs the extra `assistants` (pip install 'kzedu-graph[assistants]'). KZEDU_ADDRESS is where the pages of the
    explorer are, for the addresses that answers cite; requests over HTTP may name its host, and --host with --port.
    """
    try:
        from web.assistants.server import AssistantsServer
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("mcp", "uvicorn"):
            raise Unusable("the extra is not installed: pip install 'kzedu-graph[assistants]'") from error
        raise
    from kzedu_graph.store.stores import open_store
    from web.server import ADDRESS, check_port, read_address
    from web.views.catalogue import Catalogue
    from web.views.settings import Settings
    from web.views.site import BuildTexts, Site

    told = os.environ.get(ADDRESS, "")
    address = read_address(os.environ, host, port)
    with open_store(store) as opened:
        assert opened.version
        site = Site(opened, BuildTexts(opened), Settings(), Catalogue(opened))
        server = AssistantsServer(site, address.geturl() if told else "")
        if not http:
            server.run_stdio()
            return
        check_port(host, port)
        click.echo(f"kzedu: serving assistants at http://{host}:{port}/mcp", err=True)
        server.run_http(host, port, [f"{host}:{port}", f"localhost:{port}", address.netloc])


def _agency_key(name: str) -> str | None:
    """The key of a body by any of its names, in any of our languages."""
    from kzedu_graph.registry.resolving import Registry

    registry = Registry.load()
    return next(filter(None, (registry.resolve(name, lang).agency for lang in ("kk", "ru", "en"))), None)
