"""What every command shares: the group, its option of a store, exit codes and how errors are told.

Exit codes: 0 success; 1 the work was done and something is wrong; 2 it could not be done. Data goes to stdout,
messages to stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from kzedu_graph.model.errors import KzeduError

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
        from kzedu_graph.vocabulary.versions import version

        click.echo(f"kzedu {version()}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_tell_version,
    help="Show the version with its commit.",
)
def main() -> None:
    """Who must do what, by when and with what proof in Kazakhstan's education policy."""


@contextmanager
def clear_errors() -> Iterator[None]:
    """Errors that the user can mend as one sentence and exit code 2; a bug keeps its traceback."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except KzeduError as error:
        line = getattr(error, "line", None)
        raise Unusable(f"line {line}, {error}" if line else str(error)) from error
