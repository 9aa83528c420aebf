"""Whom a letter asks that names nobody where it asks: the addressees at its head.

Исх. № 5      Директорам школ
от 5 мая      города Сада          ... Просим до 1 июня направить заявки.

5 мамыр № 5   Мектеп директорларына          ... Өтінімдерді 1 маусымға дейін жолдауды сұраймыз.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Document, Passage, join, passage_of
from extract.document.repairs import clean
from extract.finders.duties.sentences.units import Unit
from extract.lexicon.phrasing import phrasing

_LINES_OF_HEAD = 25
"""Lines among which addressees stand."""
_LONGEST = 120
"""Letters of a line of the head."""
_PIECE = re.compile(r"\S+(?:[ \u00a0]{1,2}\S+)*")
_SMALL = re.compile(r"(?!\(тізім)[а-яёәғқңөұүһі«\"(]")


def of_addressed(document: Document, units: Iterable[Unit], bids_nobody: Callable[[Unit], bool]) -> Iterator[Unit]:
    """The units of a letter, those that ask and name nobody behind its addressees."""
    addressees = _addressees(document)
    asks = phrasing(document.lang).pattern("asks_of_reader")
    for unit in units:
        behind = None
        if addressees is not None and asks.search(unit.passage.text) and bids_nobody(unit):
            behind = replace(unit, passage=join([addressees, unit.passage], ": "), is_item=True)
        yield behind if behind is not None and not bids_nobody(behind) else unit


def _addressees(document: Document) -> Passage | None:
    """The addressees at the head of a letter; None where none stand there."""
    to, parts = phrasing(document.lang).pattern("letter_to"), list[list[Passage]]()
    for line in _head(document.text):
        *_, (start, end) = line
        last = clean(passage_of(document.text, start, end))
        if to.match(last.text):
            parts.append([last])
        elif parts and _SMALL.match(last.text) and not parts[-1][-1].text.endswith((".", ":")):
            parts[-1].append(last)
        elif parts:
            break
    named = [join(part).strip(" .,;") for part in parts]
    return join(named, ", ") if named else None


def _head(text: str) -> Iterator[list[tuple[int, int]]]:
    """Where the pieces stand of the lines that open a text, up to the first line of its words."""
    at = 0
    for line in text.split("\n")[:_LINES_OF_HEAD]:
        if len(line.strip()) > _LONGEST:
            return
        pieces = [(at + piece.start(), at + piece.end()) for piece in _PIECE.finditer(line)]
        if pieces:
            yield pieces
        at += len(line) + 1
