"""What every command shares: the group, its option of a store, exit codes and how errors are told.

Exit codes: 0 success; 1 the work was done and something is wrong; 2 it could not be done. Data goes to stdout,
messages to stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

import click

from kzedu_graph.model.errors import KzeduError

if TYPE_CHECKING:
    from kzedu_graph.store.stores import Store

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


def _tell_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from kzedu_graph.vocabulary.about.versions import version

        click.echo(f"kzedu {version()}")
        context.exit()


class ClearGroup(click.Group):
    """A group whose commands end in one sentence where the user, the operator or the author of our data can help."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is called, its output written to the end."""
        with clear_errors():
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()


@click.group(cls=ClearGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_tell_version,
    help="Show the version, with the commit that it was made of.",
)
def main() -> None:
    """Who must do what, by when and with what proof in Kazakhstan's education policy."""


@contextmanager
def clear_errors() -> Iterator[None]:
    """Errors that somebody can mend as one sentence and exit code 2; a bug keeps its traceback.

    What the system refuses (no such folder, no right, no room) is such an error too.
    """
    try:
        yield
    except KzeduError as error:
        line = getattr(error, "line", None)
        raise Unusable(f"line {line}, {error}" if line else str(error)) from error
    except BrokenPipeError:
        _drop_output()
        sys.exit(DONE)
    except OSError as error:
        if not error.filename:
            _drop_output()
        raise Unusable(f"{error.filename or 'the output'}: {error.strerror or error}") from error


def _drop_output() -> None:
    """What is still to be written goes nowhere, so that nothing fails again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)


def open_unhurried(store: str) -> Store:
    """The store for commands of our own: the limits that guard a server against strangers do not hold them."""
    from kzedu_graph.store.dataset import NO_LIMIT
    from kzedu_graph.store.stores import Limits, open_store

    limits = Limits.read(os.environ)
    return open_store(store, replace(limits, seconds=NO_LIMIT.seconds, rows=NO_LIMIT.rows, bytes=NO_LIMIT.bytes))
