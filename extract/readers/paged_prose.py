"""The prose of a paged text: paragraphs that run over lines and pages, items of lists, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.document.blocks import Block, Heading, ListItem, Paragraph, Passage
from extract.document.repairs import Known, clean, close_up_letters, join_lines, put_back_links, put_back_opening
from extract.readers.paged_lines import PARAGRAPH_INDENT, Line, chunks_of
from extract.values.label import split_label
from kzedu_graph.language.letters import BULLETS

_LIST_ITEM = re.compile(r"(?P<marker>\d+(?:[.-]\d+)*\)|\d{1,3}\.(?=\s+\D|\s+\d+ \D)|[-–—•·*" + BULLETS + r"])\s*(?=\S)")
_LABEL = re.compile(r"\d+(?:-\d+)?-[^\W\d_]+\.\s")
_ENDS = (".", ";", ":", ",")
LONGEST_HEADING = 200
LEVELS: dict[str | None, int] = {"section": 1, "chapter": 2, "direction": 2}
LOWEST_LEVEL = 3
"""Of a heading whose label the lexicon does not rank: "1-параграф"."""


def read_prose_lines(source: str, lang: str, lines: Sequence[Line], known: Known) -> Iterator[Block]:
    """The blocks of prose: what an indent opens goes on over lines and pages until the next block opens."""
    for run, indented in _runs(lines):
        passages = [put_back_links(close_up_letters(line.passage(source), known)) for line in run]
        if run[0].indent == PARAGRAPH_INDENT + 1:
            passages[0] = put_back_opening(passages[0])
        passage = clean(join_lines(passages, known))
        if passage.text:
            yield _block(passage, lang, indented=indented)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each block, and whether an indent opens it."""
    run: list[Line] = []
    for chunk in chunks_of(lines):
        for line in chunk:
            if run and not _goes_on(run, line, inside=line is not chunk[0]):
                yield run, _indented(run[0])
                run = []
            run.append(line)
    if run:
        yield run, _indented(run[0])


def _goes_on(run: Sequence[Line], line: Line, *, inside: bool) -> bool:
    """Whether a line goes on with the block above it; `inside` says that no blank line parts them.

    Over a blank line a block goes on where a page ended in its middle, or where a link's text box tore it.
    """
    if _indented(line):
        return False
    above = run[-1].text
    labelled = bool(_LABEL.match(line.text.strip()))
    if inside:
        return not (labelled and above.endswith(".")) if _indented(run[0]) else not (labelled or above.endswith(";"))
    if line.indent or line.text[0] in ",;:.)":
        return True
    if labelled or line.page == run[-1].page:
        return False
    return above.endswith(" ") or (_indented(run[0]) and not above.endswith((".", ";", ":")))


def _indented(line: Line) -> bool:
    return line.indent >= PARAGRAPH_INDENT


def _block(passage: Passage, lang: str, *, indented: bool) -> Block:
    marker = _LIST_ITEM.match(passage.text)
    if marker and indented:
        return ListItem(marker["marker"], passage[marker.end() :])
    if not indented and len(passage) <= LONGEST_HEADING and not passage.text.endswith(_ENDS):
        label = split_label(passage.text, lang)
        if _LABEL.match(passage.text) or (label and label.kind):
            return Heading(passage, LEVELS.get(label.kind if label else None, LOWEST_LEVEL))
    return Paragraph(passage)
