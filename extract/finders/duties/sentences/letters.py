"""To whom a letter or a Russian memo is written: the addressees at its head, the readers whom its title names.

Исх. № 5      Директорам школ
от 5 мая      города Сада          ... Памятка юным садоводам и их родителям
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document.blocks import Document, Heading, Paragraph, Passage, join, passage_of
from extract.document.repairs import clean
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.russian.parties.names.persons import is_party
from extract.lexicon.phrasing import phrasing

_LINES_OF_HEAD = 25
"""Lines among which addressees stand."""
_LONGEST = 120
"""Letters of a line of the head."""
_BLOCKS_OF_TITLE = 4
_PIECE = re.compile(r"\S+(?:[ \u00a0]{1,2}\S+)*")
_SMALL = re.compile(r"(?!\(тізім)[а-яёәғқңөұүһі«\"(]")


def readers_of(document: Document) -> Passage | None:
    """Whom the title of a Russian memo names that speaks to them: "Памятка | родителям"; None where it names nobody."""
    if document.lang != "ru":
        return None
    for block in document.blocks[:_BLOCKS_OF_TITLE]:
        if not isinstance(block, Heading | Paragraph):
            continue
        memo = phrasing("ru").pattern("memo_to").match(block.passage.text)
        if memo is not None:
            readers = block.passage[memo.start("readers") : memo.end("readers")]
            words = read_words(readers.text, "ru")
            named = any(is_party(words, n, case) for n in range(1, len(words)) for case in ("gent", "datv"))
            return readers if named else None
    return None


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
