"""Sentences at which our rules fail: each is a finding that names the fault, so that it costs no other sentence."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.findings import message
from extract.lexicon.loading import LexiconError
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source

ROOT = Path(__file__).parents[3]
CODE = "sentence-not-read"
_FAULTS = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""How a rule of ours may fail at words that nobody thought of."""


class Unread(dict[tuple[int, int], tuple[Unit, Exception]]):
    """The units that were left unread, by where their own words begin and end, each with the fault."""

    @contextmanager
    def guarding(self, unit: Unit) -> Iterator[None]:
        """Leave a unit unread where a rule fails at it; what is wrong with our own data is raised: `LexiconError`.

        The same words may be tried with and without their lead-in; the first fault is told.
        """
        try:
            yield
        except LexiconError:
            raise
        except _FAULTS as error:
            self.setdefault(_place(unit), (unit, error))

    def holds(self, unit: Unit) -> bool:
        """Whether a unit's own words were left unread."""
        return _place(unit) in self


def _place(unit: Unit) -> tuple[int, int]:
    return unit.own.offsets[0], unit.own.offsets[-1]


def find_unread(source: Source, unread: Iterable[tuple[Unit, Exception]]) -> tuple[Finding, ...]:
    """A warning for each unit, with the kind of its fault and the line of our code where it arose."""
    return tuple(_finding(source, unit, error) for unit, error in unread)


def _finding(source: Source, unit: Unit, error: Exception) -> Finding:
    words = " ".join(unit.own.text.split())
    return Finding(
        code=CODE,
        severity="warning",
        focus="document",
        message=message("provisions", CODE, words=words, fault=_fault(error)),
        source=source.stem,
        spans=unit.own.spans(),
        words=words,
    )


def _fault(error: Exception) -> str:
    """The kind of a fault and the line of our code where it arose: "IndexError, extract/flow.py:12"."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    path = Path(frame.filename)
    place = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(path.name)
    return f"{type(error).__name__}, {place.as_posix()}:{frame.lineno}"
