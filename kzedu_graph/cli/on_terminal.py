"""What a build shows on a terminal: a progress bar, then a drawn table and lines with colours; all of it on stderr."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from kzedu_graph.cli.progress import Line


class Bar:
    """A progress bar over a known number of steps."""

    def __init__(self, total: int) -> None:
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("starting", total=total)
        self._progress.start()

    def show(self, name: str, done: int) -> None:
        """So many steps are done, and this one begins."""
        self._progress.update(self._task, completed=done, description=name)

    def stop(self) -> None:
        """Take the bar away."""
        self._progress.stop()


def print_table(title: str, columns: Sequence[tuple[str, bool]], rows: Sequence[Sequence[str]]) -> None:
    """A table under its title; of each column its name, and whether it holds numbers."""
    table = Table(title=title)
    for name, is_number in columns:
        table.add_column(name, justify="right" if is_number else "left", overflow="fold", no_wrap=is_number)
    for row in rows:
        table.add_row(*map(Text, row))
    Console(stderr=True).print(table)


def print_line(line: Line) -> None:
    """A line, its first words in their colour."""
    console = Console(stderr=True, emoji=False, markup=False)
    console.print(Text.assemble((line.marked, line.colour), line.words), soft_wrap=True)
