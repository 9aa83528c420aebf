"""What a build shows while it runs and when it is done; all of it on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from threading import Event, Thread
from types import TracebackType
from typing import NamedTuple

import click

from kzedu_graph.building.parts import Summary
from kzedu_graph.building.run import Outcome
from kzedu_graph.model.findings import Finding
from kzedu_graph.vocabulary import iris

PAUSE = 3.0
"""Seconds between two lines of progress."""
LONGEST_LIST = 20
"""Violations that are printed; the rest is counted."""
COLUMNS = (
    ("document", False),
    ("reader", False),
    ("lang", False),
    ("measures", True),
    ("indicators", True),
    ("provisions", True),
    ("findings", True),
)
"""What is told of a document, and whether it is a number."""


class Line(NamedTuple):
    """A line of what a build tells; a terminal shows what is `marked`, before the words, in a colour."""

    words: str
    marked: str = ""
    colour: str = ""


def is_terminal() -> bool:
    """Whether somebody looks at stderr, or it is to be written as if somebody did."""
    return sys.stderr.isatty() or bool(os.environ.get("FORCE_COLOR"))


class Steps:
    """A progress bar over a known number of steps, each named as it begins.

    Where stderr is no terminal, a line instead: every `PAUSE` seconds while work goes on.
    """

    def __init__(self, total: int) -> None:
        self._total, self._done, self._name = total, 0, "starting"
        self._begun = False
        self._over = Event()
        self._ticker = Thread(target=self._tick, daemon=True)
        self._bar = None
        if is_terminal():
            from kzedu_graph.cli.on_terminal import Bar

            self._bar = Bar(total)

    def begin(self, name: str) -> None:
        """The step before is done, and this one begins."""
        self._done += self._begun
        self._begun, self._name = True, name
        if self._bar:
            self._bar.show(name, self._done)

    def __enter__(self) -> Steps:
        if not self._bar:
            self._ticker.start()
        return self

    def _tick(self) -> None:
        while not self._over.wait(PAUSE):
            print(f"kzedu: {self._done} of {self._total} steps done: {self._name}", file=sys.stderr, flush=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._bar:
            self._bar.stop()


def print_summary(outcome: Outcome) -> None:
    """A line a document, then what became of the graph."""
    rows = [_cells(document) for document in outcome.documents]
    if is_terminal():
        from kzedu_graph.cli.on_terminal import print_line, print_table

        print_table("Documents", COLUMNS, rows)
        for line in _lines(outcome):
            print_line(line)
        return
    _write_table(rows)
    for line in _lines(outcome):
        click.echo(f"{line.marked}{line.words}", err=True)


def _write_table(rows: Sequence[Sequence[str]]) -> None:
    """The table in plain columns."""
    names = [name for name, _ in COLUMNS]
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    for row in (names, *rows):
        cells = (
            cell.rjust(width) if is_number else cell.ljust(width)
            for cell, width, (_, is_number) in zip(row, widths, COLUMNS, strict=True)
        )
        click.echo("  ".join(cells), err=True)


def _lines(outcome: Outcome) -> Iterator[Line]:
    """What became of the graph."""
    for document in filter(lambda document: document.unread_plans, outcome.documents):
        said = "a table looks" if document.unread_plans == 1 else f"{document.unread_plans} tables look"
        told = f"{document.source.stem}: no measures were read, but {said} like a plan"
        yield Line(": `kzedu export findings`", told, "yellow")
    for duplicate in outcome.duplicates:
        yield Line(f" {duplicate.finding().message['en']}", "left out", "yellow")
    kept = len(outcome.documents) + len(outcome.duplicates) - outcome.made
    if kept:
        yield Line(f"{outcome.made} documents read, {kept} as they were in an earlier build")
    for finding in outcome.left_out[:LONGEST_LIST]:
        yield Line("", _said(finding), "yellow")
    if len(outcome.left_out) > LONGEST_LIST:
        yield Line(f"and {len(outcome.left_out) - LONGEST_LIST} more were left out: `kzedu export findings`")
    for violation in outcome.violations[:LONGEST_LIST]:
        yield Line(f" {violation.focus}: {_said(violation)}", "violation", "red")
    if len(outcome.violations) > LONGEST_LIST:
        yield Line(f"and {len(outcome.violations) - LONGEST_LIST} more violations")
    if outcome.build is None:
        yield Line(f"{len(outcome.violations)} violations of integrity: the graph in service is untouched")
    else:
        yield Line(f"build {outcome.build.id}: {outcome.build.quads} statements in service")
    if outcome.audit is not None:
        audit = outcome.audit
        yield Line(f"audit: {audit.findings} findings; {audit.fine} of {audit.looked_at} things checked were fine")
    yield Line(", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in outcome.seconds.items()))


def _said(finding: Finding) -> str:
    words = f" “{finding.words}”" if finding.words else ""
    where = f" ({iris.path_of(finding.source)})" if finding.source else ""
    return f"{finding.message['en']}{words}{where}"


def _cells(document: Summary) -> tuple[str, ...]:
    source = document.source
    numbers = (document.measures, document.indicators, document.provisions, document.findings)
    return (source.stem, source.reader, source.lang, *map(str, numbers))
