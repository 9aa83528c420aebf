"""Sentences at which the rules fail: each a finding that names the fault, so that it costs no other sentence."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path

from extract.finders.duties.sentences.units import Unit
from extract.lexicon.findings import message
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source

ROOT = Path(__file__).parents[3]
FAULTS = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""How a rule of ours may fail at words that nobody thought of."""
CODE = "sentence-not-read"


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
    """ "IndexError, extract/finders/duties/decided.py:12"."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    path = Path(frame.filename)
    place = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(path.name)
    return f"{type(error).__name__}, {place.as_posix()}:{frame.lineno}"
