"""The corpus: the commands that add, update, list, check and fetch texts."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from kzedu_graph.cli.command import DONE, WRONG, Unusable, main
from kzedu_graph.cli.reading import open_corpus, tell_missing

if TYPE_CHECKING:
    from kzedu_graph.corpus.additions import Change
    from kzedu_graph.corpus.download import Fetcher
    from kzedu_graph.corpus.listed_repository import ListedRepository
    from kzedu_graph.corpus.manifest import Corpus, Listed

SHORT_TITLE = 60
"""Characters of a title in a list for people."""
WHAT_TO_DO = {
    "number": "the header says none, as is right for a strategy or a letter",
    "act_date": "the header says no day of signing: docs/adding-a-document.md, step 2",
    "version_date": "neither a day of signing nor one of an amendment is said: docs/adding-a-document.md, step 2",
    "issuer": "no body of the registry has the name in the header: docs/adding-an-agency.md",
}

corpus_option = click.option(
    "--corpus",
    "folder",
    envvar="KZEDU_CORPUS",
    default="corpus",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the texts and of corpus.toml.",
)


@main.group()
def corpus() -> None:
    """The texts that a graph is built from, and where they are from."""


@corpus.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--address", help="Official address of the file, for `fetch`.")
@click.option("--replace", "replaces", is_flag=True, help="Put the file in the place of another of the same edition.")
@click.option(
    "--repository", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A clone of a law repository."
)
@click.option("--select", multiple=True, metavar="GLOB", help="Folders of the repository to take; repeatable.")
@click.option("--kind", "kinds", multiple=True, metavar="CODE[,CODE]", help="Types of acts to take (ПЛАН,КОНЦ).")
@click.option("--issuer", "issuers", multiple=True, help="Words or code of the issuer; repeatable.")
@click.option("--since", type=int, metavar="YEAR", help="First year of the acts to take.")
@click.option("--editions", type=click.Choice(["current", "all"]), default="all", show_default=True)
@click.option("--ref", default="HEAD", show_default=True, help="Branch or tag of the repository (build/2031-05-05).")
@corpus_option
def add(
    files: tuple[Path, ...],
    address: str | None,
    replaces: bool,
    repository: Path | None,
    select: tuple[str, ...],
    kinds: tuple[str, ...],
    issuers: tuple[str, ...],
    since: int | None,
    editions: str,
    ref: str,
    folder: Path,
) -> None:
    """Recognise texts by their own headers, copy them into the corpus, and list them; or take a law repository."""
    if address and len(files) > 1:
        raise Unusable("an address is that of one file; add the files one by one.")
    if bool(files) == bool(repository):
        raise Unusable("name files to add, or a clone with --repository.")
    from kzedu_graph.corpus.listed_repository import ListedRepository

    opened = open_corpus(folder)
    if repository:
        split = tuple(code.strip() for kind in kinds for code in kind.split(","))
        name = repository.resolve().name.removesuffix(".git")
        clone = str(repository.resolve())
        _take(opened, ListedRepository(name, clone, ref, select, split, issuers, since, editions))
        return
    _add_files(opened, files, address, replaces=replaces)


def _add_files(opened: Corpus, files: tuple[Path, ...], address: str | None, *, replaces: bool) -> None:
    """Adds files, and tells in one sentence of each that cannot be added; raises Unusable where none can."""
    from extract.inputs.parts import UnusableInput
    from extract.sources.recognise import recognise_file
    from kzedu_graph.corpus.additions import add_file
    from kzedu_graph.corpus.listed_repository import CorpusError

    refused: list[str] = []
    for file in files:
        try:
            _tell(add_file(opened, file, recognise_file, date.today(), address=address, replaces=replaces))
        except (CorpusError, UnusableInput) as error:
            refused.append(str(error))
            if len(files) > 1:
                click.echo(f"kzedu: {error}", err=True)
    if refused and len(files) == 1:
        raise Unusable(refused[0])
    if len(refused) == len(files):
        raise Unusable(f"none of {len(files)} files was added.")
    if refused:
        click.echo(f"{len(files) - len(refused)} of {len(files)} files are in the corpus", err=True)
        sys.exit(WRONG)


@corpus.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@corpus_option
def update(names: tuple[str, ...], folder: Path) -> None:
    """Follow the law repositories of the corpus: new editions, repeals, histories that were written anew."""
    opened = _existing(folder)
    chosen = [one for one in opened.repositories if not names or one.name in names]
    unknown = set(names) - {one.name for one in chosen}
    if unknown or not chosen:
        what = f"{min(unknown)}: there is no such repository" if unknown else "there is no repository"
        raise Unusable(f"{opened.manifest}: {what}; `kzedu corpus add --repository` adds one.")
    for one in chosen:
        _take(opened, one)


def _take(opened: Corpus, repository: ListedRepository) -> None:
    """Writes the texts of a repository into the corpus, lists it, and tells what is new."""
    from kzedu_graph.corpus.law_acts import Selection
    from kzedu_graph.corpus.law_texts import take_texts

    one = repository
    selection = Selection(one.select, one.kind, one.issuer, one.since, one.editions)
    texts = take_texts(Path(one.path), opened.folder / one.name, selection, one.ref)
    tell_missing(Path(one.path), texts.missing)
    opened.put_repository(one)
    opened.save()
    click.echo(
        f"{one.name}: {len(texts.digests)} texts, {len(set(texts.written))} new or changed, {len(texts.gone)} gone"
    )


@corpus.command("list")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@corpus_option
def list_documents(form: str, folder: Path) -> None:
    """What the corpus holds, the editions of one act in their order."""
    from kzedu_graph.corpus.manifest import by_edition

    listed = by_edition(_existing(folder))
    if form == "jsonl":
        for one in listed:
            click.echo(json.dumps(asdict(one), ensure_ascii=False, default=str))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("work", "edition", "lang", "file", "title")
    for one in listed:
        table.add_row(
            *(
                str(value or "")
                for value in (*one.edition, one.file, shorten(one.title or "", SHORT_TITLE, placeholder=" …"))
            )
        )
    Console(file=sys.stdout).print(table)


@corpus.command()
@corpus_option
def check(folder: Path) -> None:
    """Files that are missing, changed, not listed or not recognised, and editions that are there twice."""
    from extract.inputs.endings import ENDINGS
    from kzedu_graph.corpus.manifest import check_corpus

    opened = _existing(folder)
    problems = check_corpus(opened, ENDINGS)
    for problem in problems:
        click.echo(f"{problem.kind}: {problem.file}: {problem.message}")
    click.echo(f"{len(opened)} documents, {len(problems)} problems", err=True)
    sys.exit(WRONG if problems else DONE)


@corpus.command()
@click.argument("wanted", nargs=-1, metavar="[NAME|ADDRESS]...")
@click.option("--official", is_flag=True, help="The official acts of education policy, in both languages.")
@click.option("--history", is_flag=True, help="With --official: their earlier editions too.")
@click.option("--list", "only_list", is_flag=True, help="Say what would be asked for, and ask nobody.")
@click.option("--pause", default=2.0, show_default=True, type=click.FloatRange(0), help="Seconds between requests.")
@corpus_option
def fetch(wanted: tuple[str, ...], official: bool, history: bool, only_list: bool, pause: float, folder: Path) -> None:
    """Download documents from their official addresses: all that have one, those named, new addresses, or acts by their
    numbers in the official register, in both languages (P2300000249; P2300000249/2024-06-13 for an edition).

    A corpus that has no documents begins with --official: the acts of this policy field.
    """
    if history and not official:
        raise Unusable("--history is for the official acts: add --official.")
    from kzedu_graph.corpus.download import Fetcher, Politeness, UnreachableError
    from kzedu_graph.corpus.official import official_acts

    opened = open_corpus(folder)
    if official:
        by_address = {one.address: one for one in opened if one.address}
        asked = [each for act in official_acts() for each in act.addresses(history=history)]
        places = [(address, by_address.get(address)) for address in asked]
        places += _places(opened, wanted) if wanted else []
    else:
        places = _places(opened, wanted)
    if only_list:
        click.echo("\n".join(address for address, _ in places))
        return
    failed = 0
    with Fetcher(folder / ".fetching", Politeness(pause=pause)) as fetcher:
        for address, known in places:
            try:
                failed += not _fetch_one(opened, fetcher, address, known)
            except UnreachableError as error:
                raise Unusable(
                    f"{error} Is there internet here? Without it, give files that you have to `kzedu corpus add`; "
                    "what was fetched is kept."
                ) from error
    click.echo(f"{len(places) - failed} of {len(places)} documents are as their addresses give them", err=True)
    sys.exit(WRONG if failed else DONE)


def _places(opened: Corpus, wanted: tuple[str, ...]) -> list[tuple[str, Listed | None]]:
    """The addresses to ask, and what each gave before; raises Unusable for a name that is not listed."""
    from kzedu_graph.corpus.addresses import register_addresses
    from kzedu_graph.model.register import is_register_number

    by_address = {one.address: one for one in opened if one.address}
    if not wanted:
        if not by_address:
            raise Unusable(
                f"{opened.manifest}: no document has an address; name one, or take the official acts (--official)."
            )
        return list(by_address.items())
    places: list[tuple[str, Listed | None]] = []
    for name in wanted:
        if "://" in name:
            places.append((name, by_address.get(name)))
            continue
        number, _, day = name.partition("/")
        if is_register_number(number) and not any(one.work == number and one.address for one in opened):
            edition = _day(day) if day else None
            places.extend((address, by_address.get(address)) for address in register_addresses(number, edition))
            continue
        named = [one for one in opened if name in (one.file, Path(one.file).stem, one.work) and one.address]
        if not named:
            raise Unusable(f"{name}: no document of that name has an address in {opened.manifest}.")
        places.extend((one.address, one) for one in named if one.address)
    return places


def _day(written: str) -> date:
    """A day as it is written behind an act's number; raises Unusable for anything else."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Unusable(f"{written}: the day of an edition is written 2031-05-05.") from error


def _fetch_one(opened: Corpus, fetcher: Fetcher, address: str, known: Listed | None) -> bool:
    """Fetches one document and tells what became of it; whether that went well. Raises UnreachableError."""
    from extract.inputs.parts import UnusableInput
    from extract.sources.recognise import recognise_file
    from kzedu_graph.corpus.additions import Retrieved, take_fetched
    from kzedu_graph.corpus.download import UnreachableError
    from kzedu_graph.corpus.listed_repository import CorpusError
    from kzedu_graph.corpus.manifest import is_whole
    from kzedu_graph.corpus.partial_file import FetchError

    there = known if known and is_whole(opened, known) else None
    try:
        fetched = fetcher.fetch(
            address,
            etag=there.etag if there else None,
            last_modified=there.last_modified if there else None,
            ending=Path(known.file).suffix if known else None,
        )
        if fetched is None:
            click.echo(f"unchanged {known.file if known else address}")
            return True
        try:
            retrieved = Retrieved(fetched.path, address, date.today(), fetched.etag, fetched.last_modified)
            _tell(take_fetched(opened, retrieved, recognise_file, known))
        finally:
            fetched.path.unlink(missing_ok=True)
    except UnreachableError:
        raise
    except (FetchError, CorpusError, UnusableInput) as error:
        click.echo(f"kzedu: {error}", err=True)
        return False
    return True


def _tell(change: Change) -> None:
    """What became of a file, what it was recognised as, and what to do about the rest."""
    from kzedu_graph.corpus.additions import RECOGNISED

    click.echo(f"{change.how} {change.listed.file}")
    if change.how == "unchanged":
        return
    for name in RECOGNISED:
        value = getattr(change.listed, name)
        click.echo(f"  {name:<13} {value if value is not None else 'not recognised: ' + WHAT_TO_DO[name]}")
    click.echo(f"  its page      /id/document/{change.listed.work}, once it is built and served")


def _existing(folder: Path) -> Corpus:
    """The corpus of a folder that has a manifest; raises Unusable where it has none."""
    opened = open_corpus(folder)
    if not opened.manifest.exists():
        raise Unusable(f"{opened.manifest}: there is no such file; `kzedu corpus add` makes it.")
    return opened
