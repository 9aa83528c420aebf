"""Commands about what people report beside the plan: template, add, list, check, remove."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzedu_graph.cli.command import DONE, WRONG, Unusable, main, open_unhurried, store_option
from kzedu_graph.cli.corpus import corpus_option
from kzedu_graph.cli.reading import open_corpus

if TYPE_CHECKING:
    from kzedu_graph.reported.files import Reports


@main.group()
def reported() -> None:
    """What people report beside the plan: how far a duty is done, what an indicator has reached, with what proof."""


@reported.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--programme", help="Key of a programme or an act (P2300000249).")
@click.option("--body", help="Key of a body (kz-moe).")
@click.option("--lang", type=click.Choice(["kk", "ru", "en"]), default="kk", show_default=True, help="Of the titles.")
@store_option
def template(file: Path, programme: str | None, body: str | None, lang: str, store: str) -> None:
    """Write a spreadsheet to be filled in: FILE.xlsx, or FILE.csv and FILE-indicators.csv.

    One row a due point of each duty, one a year of each indicator; what is reported already stands in it.
    """
    if not (programme or body):
        raise Unusable("name --programme, --body, or both: a template is of somebody's duties.")
    from kzedu_graph.reported.known import read_known
    from kzedu_graph.reported.sheets import write_template
    from kzedu_graph.reported.templates import choices_of, template_rows
    from kzedu_graph.reported.triples import read_reported

    with open_unhurried(store) as opened:
        known = read_known(opened).of(programme, body)
        rows = template_rows(known, read_reported(opened.select), lang)
    for written in write_template(file, rows, choices_of(known, lang), lang):
        click.echo(written)
    counts = ", ".join(f"{len(each)} rows of {name}" for name, each in rows.items())
    click.echo(counts, err=True)


@reported.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--source", help="Whose reports these are, where a row does not say; the file's name without its ending.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which they are taken in.")
@corpus_option
@store_option
def add(file: Path, source: str | None, today: object, folder: Path, store: str) -> None:
    """Take the filled rows of FILE into the corpus; every wrong row is told, the right ones are taken.

    The same file twice changes nothing; a corrected row replaces what was said, which is kept. `kzedu build` puts the
    reports into the graph. Exit code 1 where a row is wrong.
    """
    from kzedu_graph.reported.files import add_reports, file_of
    from kzedu_graph.reported.known import read_known
    from kzedu_graph.reported.rows import take_rows
    from kzedu_graph.reported.sheets import read_rows

    day = _day(today, folder)
    name = source or file.stem
    file_of(folder, name)
    with open_unhurried(store) as opened:
        taken = take_rows(read_rows(file), read_known(opened), name, day)
    told = add_reports(folder, taken.reports, day)
    for wrong in taken.wrong:
        click.echo(wrong)
    click.echo(
        f"{told['new']} new, {told['corrected']} corrected, {told['same']} as they were, {len(taken.wrong)} wrong, "
        f"{taken.empty} not filled in",
        err=True,
    )
    sys.exit(WRONG if taken.wrong else DONE)


@reported.command("list")
@click.option("--source", "sources", multiple=True, help="Reports of this source alone; repeatable.")
@click.option("--history", is_flag=True, help="With what was said before.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@corpus_option
def list_reports(sources: tuple[str, ...], history: bool, form: str, folder: Path) -> None:
    """What is reported beside the texts of a corpus."""
    from kzedu_graph.reported.records import Report, to_row
    from kzedu_graph.vocabulary.iris import path_of

    rows = [
        (reports.source, each, each is not several[-1])
        for reports in _opened(folder, sources)
        for _, several in sorted(reports.wordings.items())
        for each in (several if history else several[-1:])
    ]
    if form == "jsonl":
        for source, each, replaced in rows:
            row = {"source": source, **to_row(each), **({"replaced": True} if replaced else {})}
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("source", "about", "when", "what", "day", "who", "proof", "")
    for source, each, replaced in rows:
        if isinstance(each, Report):
            when, what = each.due, each.state
        else:
            when, what = f"{each.year} {each.series}", f"{each.value:g} {each.unit or ''}"
        proof, mark = each.proof or "", "replaced" if replaced else ""
        table.add_row(source, path_of(each.about), when, what, each.day.isoformat(), each.reporter, proof, mark)
    Console().print(table)


@reported.command()
@click.option("--source", "sources", multiple=True, help="Reports of this source alone; repeatable.")
@corpus_option
@store_option
def check(sources: tuple[str, ...], folder: Path, store: str) -> None:
    """Reports that break a shape, or speak of duties, due points or indicators that the graph does not have."""
    from kzedu_graph.building.reported import check_reports
    from kzedu_graph.reported.known import read_known

    opened = list(_opened(folder, sources))
    with open_unhurried(store) as asked:
        known = read_known(asked)
    problems = [problem for reports in opened for problem in check_reports(reports, known)]
    for problem in problems:
        click.echo(problem)
    click.echo(f"{sum(len(each.valid()) for each in opened)} reports, {len(problems)} problems", err=True)
    sys.exit(WRONG if problems else DONE)


@reported.command()
@click.argument("source")
@click.argument("about", required=False)
@corpus_option
def remove(source: str, about: str | None, folder: Path) -> None:
    """Forget what a SOURCE reports: all of it, or what it says ABOUT one duty or indicator (IRI or path)."""
    from kzedu_graph.reported.files import file_of, read_reports, write_reports
    from kzedu_graph.vocabulary.iris import path_of

    file = file_of(folder, source)
    reports = read_reports(file)
    if not reports.wordings:
        known = ", ".join(each.source for each in _opened(folder, ())) or "none"
        raise Unusable(f"{source} reports nothing; there are: {known}.")
    wanted = {key[0] for key in reports.wordings}
    if about:
        wanted = {iri for iri in wanted if path_of(iri) == path_of(about)}
        if not wanted:
            raise Unusable(f"{source} says nothing about {about}.")
    gone = sum(reports.remove(iri) for iri in wanted)
    write_reports(file, reports)
    click.echo(f"{gone} reports removed", err=True)


def _opened(folder: Path, sources: tuple[str, ...]) -> Iterator[Reports]:
    """The reports of a corpus by source, or of some; the bodies that come with its texts are known from here on."""
    from kzedu_graph.reported.files import file_of, files_of, read_reports

    if not folder.is_dir():
        raise Unusable(f"{folder}: there is no such folder.")
    if (folder / "corpus.toml").is_file():
        open_corpus(folder)
    for file in [file_of(folder, name) for name in sources] or files_of(folder):
        yield read_reports(file)


def _day(today: object, folder: Path) -> date:
    """The day that is named, else that at which the corpus stands, else today."""
    if not folder.is_dir():
        raise Unusable(f"{folder}: there is no such folder.")
    stands = open_corpus(folder).description.today if (folder / "corpus.toml").is_file() else None
    if isinstance(today, date):
        return date(today.year, today.month, today.day)
    return stands or date.today()
