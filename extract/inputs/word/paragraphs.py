"""A paragraph of a word processor as parts: a title by its level, or by its looks where it is short; else prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.inputs.broken_lines import whole_lines
from extract.inputs.parts import Prose, Title

LONGEST_TITLE = 250
"""In characters; a longer paragraph, all bold, is prose that somebody found important."""

_TAIL = 100
"""Pieces of a paragraph."""


@dataclass(slots=True)
class Words:
    """A paragraph's words as they are collected, its anchors, and whether all letters are bold."""

    text: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    bold: bool = True

    def add(self, words: str, *, bold: bool) -> None:
        """Words of a run."""
        self.text.append(words)
        self.bold = self.bold and (bold or not words.strip())

    def add_anchor(self, name: str) -> None:
        """A bookmark that somebody named; those that a program sets for itself are none."""
        if name.isidentifier() and not name.startswith("_"):
            self.anchors.append(name)

    def tail(self) -> str:
        """The last words, enough to tell what follows on what."""
        return "".join(self.text[-_TAIL:])

    def joined(self) -> str:
        """All words, white space around them left out."""
        return "".join(self.text).strip()


def parts_of_paragraph(
    words: Words, marker: str = "", *, level: int | None = None, centred: bool = False
) -> Iterator[Title | Prose]:
    """A title, or a line of prose for each line; nothing where there are no words.

    `level` is what the format says of a heading, 1 the outermost.
    """
    text, anchors = words.joined(), tuple(words.anchors)
    if not text:
        return
    text = f"{marker} {text}".strip()
    plain = len(text) <= LONGEST_TITLE and text[-1] not in ".;:,"
    if level is not None or (plain and (words.bold or centred)):
        yield Title(" ".join(text.split("\n")), level or 1, anchors)
    else:
        for n, line in enumerate(whole_lines(text.split("\n"))):
            yield Prose(line, anchors if n == 0 else ())


def lines_in_cell(words: Words, marker: str = "") -> Iterator[str]:
    """The lines of a paragraph in a cell."""
    text = f"{marker} {''.join(words.text)}".strip()
    yield from (line for line in text.split("\n") if line.strip())


def numbered_notes(notes: Sequence[str]) -> Iterator[Prose]:
    """Notes as they stand behind the body, numbered in the order in which it names them."""
    for number, words in enumerate(notes, 1):
        if words:
            yield Prose(f"{number}) {words}")
