"""The prose of a paged text: paragraphs that run over lines and pages, items of lists, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.document import Block, Heading, ListItem, Paragraph, Passage
from extract.readers.paged_lines import PARAGRAPH_INDENT, Chunk, Line, chunks_of
from extract.repair import Known, clean, close_up_letters, join_lines, put_back_links
from extract.values.label import split_label

_LIST_ITEM = re.compile(r"(?P<marker>\d+(?:[.-]\d+)*\)|\d{1,3}\.(?=\s+\D|\s+\d+ \D)|[-–—•·*])\s*(?=\S)")
_LABEL = re.compile(r"\d+(?:-\d+)?-[^\W\d_]+\.\s")
_ENDS = (".", ";", ":", ",")
LONGEST_HEADING = 200


def read_prose_lines(source: str, lang: str, lines: Sequence[Line], known: Known) -> Iterator[Block]:
    """The blocks of prose: what an indent opens goes on over lines and pages until the next block opens."""
    for run, indented in _runs(lines):
        passages = [close_up_letters(line.passage(source), known) for line in run]
        passage = clean(join_lines([put_back_links(passage) for passage in passages], known))
        if passage.text:
            yield _block(passage, lang, indented=indented)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each block, and whether an indent opens it."""
    run: list[Line] = []
    indented = False
    for chunk in chunks_of(lines):
        for line in chunk:
            opens = line.indent >= PARAGRAPH_INDENT or not run or (line is chunk[0] and not _goes_on(run, indented, chunk))
            if opens and run:
                yield run, indented
                run = []
            if not run:
                indented = line.indent >= PARAGRAPH_INDENT
            run.append(line)
    if run:
        yield run, indented


def _goes_on(run: Sequence[Line], indented: bool, chunk: Chunk) -> bool:
    """Whether a chunk goes on with the block above it: a page ended in its middle, or a link tore it."""
    if 0 < chunk[0].indent < PARAGRAPH_INDENT or chunk[0].text[0] in ",;:.)":
        return True
    return indented and chunk[0].page != run[-1].page and not _LABEL.match(chunk[0].text) and not run[-1].text.endswith((".", ";", ":"))


def _block(passage: Passage, lang: str, *, indented: bool) -> Block:
    marker = _LIST_ITEM.match(passage.text)
    if marker and indented:
        return ListItem(marker["marker"], passage[marker.end() :])
    if not indented and len(passage) <= LONGEST_HEADING and not passage.text.endswith(_ENDS):
        label = split_label(passage.text, lang)
        if _LABEL.match(passage.text) or (label and label.kind):
            return Heading(passage, _level(passage.text))
    return Paragraph(passage)


def _level(text: str) -> int:
    return 1
