"""What a build shows while it runs and when it is done; all of it on stderr."""

from __future__ import annotations

import sys
from threading import Event, Thread
from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from kzedu_graph.building.parts import Summary
from kzedu_graph.building.run import Outcome
from kzedu_graph.model.findings import Finding
from kzedu_graph.vocabulary import iris

PAUSE = 3.0
"""Seconds between two lines of progress."""
BESIDE_A_NAME = 70
"""Columns that the table of documents takes beside their names."""
LONGEST_LIST = 20
"""Violations that are printed; the rest is counted."""


class Steps:
    """A progress bar over a known number of steps, each named as it begins.

    Where stderr is no terminal, a line instead: every `PAUSE` seconds while work goes on.
    """

    def __init__(self, total: int) -> None:
        self._total, self._done, self._name = total, 0, "starting"
        self._over = Event()
        self._ticker = Thread(target=self._tick, daemon=True)
        self._console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
            transient=True,
        )
        self._task = self._progress.add_task("starting", total=total)
        self._begun = False

    def begin(self, name: str) -> None:
        """The step before is done, and this one begins."""
        self._progress.update(self._task, advance=1 if self._begun else 0, description=name)
        self._done += self._begun
        self._begun, self._name = True, name

    def __enter__(self) -> Steps:
        if self._console.is_terminal:
            self._progress.start()
        else:
            self._ticker.start()
        return self

    def _tick(self) -> None:
        while not self._over.wait(PAUSE):
            print(f"kzedu: {self._done} of {self._total} steps done: {self._name}", file=sys.stderr, flush=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._progress.stop()


def print_summary(outcome: Outcome) -> None:
    """A line a document, then what became of the graph."""
    console = _wide_console(outcome)
    table = Table(title="Documents")
    for column in ("document", "reader", "lang", "measures", "indicators", "provisions", "findings"):
        left = column in ("document", "reader", "lang")
        table.add_column(column, justify="left" if left else "right", overflow="fold", no_wrap=not left)
    for document in outcome.documents:
        table.add_row(*_cells(document))
    console.print(table)
    for document in filter(lambda document: document.unread_plans, outcome.documents):
        said = "a table looks" if document.unread_plans == 1 else f"{document.unread_plans} tables look"
        told = f"{escape(document.source.stem)}: no measures were read, but {said} like a plan"
        console.print(f"[yellow]{told}[/yellow]: `kzedu export findings`", soft_wrap=True)
    for duplicate in outcome.duplicates:
        console.print(f"[yellow]left out[/yellow] {duplicate.finding().message['en']}", soft_wrap=True)
    kept = len(outcome.documents) + len(outcome.duplicates) - outcome.made
    if kept:
        console.print(f"{outcome.made} documents read, {kept} as they were in an earlier build")
    for finding in outcome.left_out[:LONGEST_LIST]:
        console.print(f"[yellow]{escape(_said(finding))}[/yellow]", soft_wrap=True)
    if len(outcome.left_out) > LONGEST_LIST:
        console.print(f"and {len(outcome.left_out) - LONGEST_LIST} more were left out: `kzedu export findings`")
    for violation in outcome.violations[:LONGEST_LIST]:
        console.print(f"[red]violation[/red] {escape(f'{violation.focus}: {_said(violation)}')}", soft_wrap=True)
    if len(outcome.violations) > LONGEST_LIST:
        console.print(f"and {len(outcome.violations) - LONGEST_LIST} more violations")
    if outcome.build is None:
        console.print(f"{len(outcome.violations)} violations of integrity: the graph in service is untouched")
    else:
        console.print(f"build {outcome.build.id}: {outcome.build.quads} statements in service")
    if outcome.audit is not None:
        audit = outcome.audit
        console.print(f"audit: {audit.findings} findings; {audit.fine} of {audit.looked_at} things checked were fine")
    console.print(", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in outcome.seconds.items()))


def _wide_console(outcome: Outcome) -> Console:
    """The console; where stderr is no terminal as wide as the names of the files need."""
    console = Console(stderr=True)
    if console.is_terminal:
        return console
    longest = max((len(document.source.stem) for document in outcome.documents), default=0)
    return Console(stderr=True, width=max(console.width, longest + BESIDE_A_NAME))


def _said(finding: Finding) -> str:
    words = f" “{finding.words}”" if finding.words else ""
    where = f" ({iris.path_of(finding.source)})" if finding.source else ""
    return f"{finding.message['en']}{words}{where}"


def _cells(document: Summary) -> tuple[str, ...]:
    source = document.source
    numbers = (document.measures, document.indicators, document.provisions, document.findings)
    return (source.stem, source.reader, source.lang, *map(str, numbers))
