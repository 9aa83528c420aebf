"""To whom a letter is written: the addressees at its head.

Исх. № 5      Директорам школ
от 5 мая      города Сада
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document.blocks import Document, Passage, join, passage_of
from extract.document.repairs import clean
from extract.lexicon.phrasing import phrasing

_LINES_OF_HEAD = 25
"""Lines among which addressees stand."""
_LONGEST = 120
"""Letters of a line of the head."""
_PIECE = re.compile(r"\S+(?:[ \u00a0]{1,2}\S+)*")
_SMALL = re.compile(r"(?!\(тізім)[а-яёәғқңөұүһі«\"(]")


def addressees_of(document: Document) -> Passage | None:
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


def asks_below(text: str) -> bool:
    """Whether a Russian letter asks of its readers by a line, or reminds them of rules."""
    return any(phrasing("ru").pattern(name).search(text) for name in ("asks_of_reader", "reminds_of_rules"))


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
