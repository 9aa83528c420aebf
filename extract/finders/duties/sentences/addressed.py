"""Whom a Russian letter asks that names nobody where it asks: the addressees at its head.

Исх. № 5      Директорам школ
от 5 мая      города Сада          ... Просим до 1 июня направить заявки.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Document, Passage, join, passage_of
from extract.document.repairs import clean
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import INFINITIVES
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.sentences.units import Unit
from extract.lexicon.phrasing import phrasing

_LINES_OF_HEAD = 25
"""Lines among which addressees stand."""
_LONGEST = 120
"""Letters of a line of the head."""
_NEAR = 3
"""Words behind a verb of asking among which its object stands."""
_PIECE = re.compile(r"\S+(?:[ \u00a0]{1,2}\S+)*")
_SMALL = re.compile(r"[а-яё«\"(]")


def of_addressed(document: Document, units: Iterable[Unit], bids_nobody: Callable[[Unit], bool]) -> Iterator[Unit]:
    """Russian units, those that ask and name nobody behind the addressees of the letter."""
    addressees = _addressees(document)
    for unit in units:
        behind = None
        if addressees is not None and _asks(unit.passage.text) and bids_nobody(unit):
            behind = replace(unit, passage=join([addressees, unit.passage], ": "), is_item=True)
        yield behind if behind is not None and not bids_nobody(behind) else unit


def _asks(text: str) -> bool:
    """Whether a sentence asks those who read it to do something: "Просим открыть сад", not "Мы просим помощи"."""
    match = phrasing("ru").pattern("asks_of_reader").search(text)
    if match is None:
        return False
    words = [word for word in read_words(text, "ru") if word.start >= match.end() and not word.subordinate]
    bids = any(word.tag in INFINITIVES for word in words)
    return bids or any(is_doing(word) and is_case(word, "accs") and not is_case(word, "gent") for word in words[:_NEAR])


def _addressees(document: Document) -> Passage | None:
    """The addressees at the head of a letter; None where none stand there."""
    to, parts = phrasing("ru").pattern("letter_to"), list[list[Passage]]()
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
