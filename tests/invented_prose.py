"""Invented prose as a document of marked lines, and what is found in it."""

from __future__ import annotations

import re
from datetime import date

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, passage_of
from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.finders.duties.sentences.unit import Unit
from kzedu_graph.model.prose import Provision
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

MARKER = re.compile(r"(\d+[.)]|-)\s+")


def sentence(text: str, mood: str) -> Unit:
    """A sentence that stands alone."""
    passage = passage_of(text)
    return Unit(passage, passage, mood, "")


def document(text: str, lang: str) -> Document:
    """Lines as blocks: "# " a heading, "1) ", "2. " and "- " items, else paragraphs."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if line.startswith("# "):
            blocks.append(Heading(passage_of(text, start + 2, start + len(line))))
        elif marker := MARKER.match(line):
            blocks.append(ListItem(marker[1], passage_of(text, start + marker.end(), start + len(line))))
        elif line.strip():
            blocks.append(Paragraph(passage_of(text, start, start + len(line))))
    return Document("invented", lang, text, tuple(blocks))


def source(lang: str) -> Source:
    """A text of March 2031 for the years 2031 to 2035."""
    return Source("invented", "invented", lang, date(2031, 3, 1), "", period="2031/2035")


def provisions(text: str, lang: str = "ru") -> tuple[Provision, ...]:
    """Every provision of a text, in its order."""
    return find_provisions(source(lang), read_prose(document(text, lang)), Registry.load(), {})[0]
