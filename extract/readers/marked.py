r"""Layout `marked`: Markdown, as it is made from a PDF or written by hand.

    # Title                 Heading, level 1
    **A title in bold**     Heading of a level below all of these; run together with others, each is its own
    - item, 1) item         ListItem; so are 1\) item and 1)item, which Markdown takes for words
    a<tab>b                 a row of a Table; so are |a|b| and the rows of <table>
    words                   Paragraph; one that a page break tore is joined over the notes and images between
    ```                     between two, typed lines: signature and stamp a Paragraph each, the title below a Heading

Bold, italic, links, note marks and tags are taken off; what is left knows its place in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table, concatenate
from extract.document.repairs import clean, is_old_code
from extract.document.title_rows import with_titles_above
from extract.document.typed_lines import fenced, typed_parts
from extract.readers.front_matter import front_matter_end
from extract.readers.marked_tables import Line, TableLine, opens_table, read_table, with_typed_tables
from extract.readers.marks import Strip, strips_of, unglued
from kzedu_graph.language.letters import BULLETS

BOLD_LEVEL = 7
"""The level of a heading that is only bold: below the six levels of "#"."""

TYPED_LEVEL = 2
"""The level of a title below a stamp: below the title of the act."""

LONGEST_BOLD_HEADING = 250
"""In characters; a longer bold paragraph is prose that somebody found important."""

_QUOTED = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_HEADING = re.compile(r"[ ]{0,3}(?P<depth>#{1,6})(?:[ \t\u00a0]+|$)")
_CLOSING = re.compile(r"(?<![ \t])[ \t]+#+[ \t]*$")
_RULE = re.compile(r"\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)[^`]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:(?P<first>=+)|-{2,})[ \t]*$")
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?P<marker>[-*+•–—·▪"
    + BULLETS
    + r"]|\[[ xX]\]|\d{1,3}(?:[.-]\d{1,3})*(?:[.)]|\\\))|[^\W\d_]\\?\))"
    r"(?P<gap>[ \t\u00a0]+(?:(?:\[[ xX]\]|[☐☑□])[ \t\u00a0]+)?(?=\S)|(?<=\))(?=[^\W\d_]{3}))"
)
_POINT = re.compile(
    r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})+)\s+(?=[^\W\d_]|[«\"])|(?P<glued>\d{1,3}(?:\.\d{1,3})*)\.(?=[^\W\d_]+\s))"
)
_GOES_ON = re.compile(r"[(«]?[a-zа-яёәғқңөұүһі]|\(")
_DAY = re.compile(r"(?<!\d)\d{1,2} [а-яё]{3,8}$")
_YEAR = re.compile(r"\d{4} ?(?:г\.|года)")


@dataclass(frozen=True, slots=True)
class _Read:
    """A block, whether it stands beside the text (a note, or a paragraph all in italics), and whether a fence of three
    ticks opens or closes right before it: an old conversion put them where a page broke.
    """

    block: Block
    beside: bool = False
    fenced: bool = False


def read_marked(stem: str, text: str, lang: str) -> Document:
    """Any text as a `Document`; words that make no heading, item or table become paragraphs."""
    lines = _without_old_codes(list(_lines(text, front_matter_end(text))))
    lines = with_typed_tables(text, lines, [bool(_FENCE.match(line.text)) for line in lines], lang)
    lines = _with_typed_parts(lines, lang)
    read: list[_Read] = []
    at, fenced = 0, False
    while at < len(lines):
        fenced = fenced or bool(_FENCE.match(lines[at].text))
        found, at = _read_blocks(text, lines, at)
        read.extend(replace(each, fenced=fenced and n == 0) for n, each in enumerate(found))
        fenced = fenced and not found
    return Document(stem, lang, text, tuple(with_titles_above(_mended(read))))


def _without_old_codes(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that hold but an old code of an act, and without the blank ones around them, which part
    a sentence.
    """
    kept: list[Line] = []
    joins = False
    for line in lines:
        if is_old_code(line.text):
            while kept and kept[-1].blank:
                kept.pop()
            joins = True
        elif not (joins and line.blank):
            kept.append(line)
            joins = False
    return kept


def _with_typed_parts(lines: Sequence[Line], lang: str) -> list[Line]:
    """The lines, blank ones between the parts that typed lines of a fence have, those of titles marked."""
    found: list[Line] = []
    behind = 0
    for start, end in fenced([bool(_FENCE.match(line.text)) for line in lines]):
        found.extend(lines[behind:start])
        for part in typed_parts([line.text for line in lines[start:end]], lang):
            of_part = lines[start + part.start : start + part.end]
            found.extend(replace(line, title=part.title) for line in of_part)
            found.append(Line(of_part[-1].end, of_part[-1].end, ""))
        behind = end
    return [*found, *lines[behind:]]


def _lines(text: str, start: int) -> Iterator[Line]:
    for piece in text[start:].split("\n"):
        end = start + len(piece)
        quoted = _QUOTED.match(piece)
        begin = start + (quoted.end() if quoted else 0)
        yield Line(begin, end, text[begin:end].rstrip("\r"))
        start = end + 1


def _read_blocks(text: str, lines: Sequence[Line], at: int) -> tuple[list[_Read], int]:
    """The blocks that open at a line, and the number of the line behind them."""
    line = lines[at]
    if isinstance(line, TableLine):
        return [_Read(Table(line.rows))], at + 1
    if line.blank or _RULE.match(line.text) or _FENCE.match(line.text):
        return [], at + 1
    if opens_table(lines, at):
        table, at, end = read_table(text, lines, at)
        read = [_Read(table)] if table.rows else []
        return [
            *read,
            *(block for strip in strips_of(text, end, max(end, lines[at - 1].end)) for block in _prose(strip)),
        ], at
    if line.title:
        end = next(n for n in range(at, len(lines) + 1) if n == len(lines) or not lines[n].title)
        return _headings(strips_of(text, line.start, lines[end - 1].end), TYPED_LEVEL), end
    heading = _HEADING.match(line.text)
    if heading:
        end = line.start + len(_CLOSING.sub("", line.text))
        return _headings(strips_of(text, min(line.start + heading.end(), end), end), len(heading["depth"])), at + 1
    read_on = _read_items if _ITEM.match(line.text) else _read_paragraph
    return read_on(text, lines, at)


def _opens_block(lines: Sequence[Line], at: int) -> bool:
    """Whether a line cannot belong to the paragraph above it."""
    line = lines[at]
    return line.blank or opens_table(lines, at) or any(p.match(line.text) for p in (_HEADING, _ITEM, _RULE, _FENCE))


def _headings(strips: Iterable[Strip], level: int) -> list[_Read]:
    passages = (clean(part.passage) for strip in strips for part in unglued(strip))
    return [_Read(Heading(passage, level)) for passage in passages if passage.text]


def _read_paragraph(text: str, lines: Sequence[Line], at: int) -> tuple[list[_Read], int]:
    first = at
    point = _POINT.match(lines[at].text)
    at += 1
    while at < len(lines) and not _opens_block(lines, at):
        if point and _is_next(point["number"] or point["glued"], lines[at].text):
            break
        underline = _UNDERLINE.match(lines[at].text)
        if underline:
            strips = strips_of(text, lines[first].start, lines[at - 1].end)
            return _headings(strips, 1 if underline["first"] else 2), at + 1
        at += 1
    if at < len(lines) and _RULE.match(lines[at].text) and _UNDERLINE.match(lines[at].text):
        return _headings(strips_of(text, lines[first].start, lines[at - 1].end), 2), at + 1
    read: list[_Read] = []
    for strip in strips_of(text, lines[first].start, lines[at - 1].end):
        read.extend(_prose(strip))
    return read, at


def _is_next(number: str, line: str) -> bool:
    """Whether a line opens with the number behind another: "3.2 ..." below that of "3.1 ...", "2.Сад" below "1.Сад"."""
    behind = _POINT.match(line)
    whole, mark, last = number.rpartition(".")
    return behind is not None and (behind["number"] or behind["glued"]) == f"{whole}{mark}{int(last) + 1}"


def _prose(strip: Strip) -> Iterator[_Read]:
    """A strip's blocks: an item where a list's tag opens it, else headings in bold and paragraphs."""
    parts = unglued(strip)
    for part in parts:
        passage = clean(part.passage)
        if not passage.text:
            continue
        if part.item:
            yield _Read(ListItem("•", passage))
        elif part.bold and len(passage) <= LONGEST_BOLD_HEADING and (len(parts) > 1 or passage.text[-1] not in ".;,"):
            yield _Read(Heading(passage, BOLD_LEVEL))
        else:
            yield _Read(Paragraph(passage), part.note or part.italic)


def _read_items(text: str, lines: Sequence[Line], at: int) -> tuple[list[_Read], int]:
    """The items of a list; lines below an item that open nothing are its own."""
    read: list[_Read] = []
    indents: list[int] = []
    while at < len(lines) and not lines[at].tabular and (item := _ITEM.match(lines[at].text)):
        if _RULE.match(lines[at].text):
            break
        first = at
        at += 1
        while at < len(lines) and not _opens_block(lines, at):
            at += 1
        indent = len(item["indent"].expandtabs(4))
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        for strip in strips_of(text, lines[first].start + item.end(), lines[at - 1].end):
            passage = clean(strip.passage)
            if passage.text:
                read.append(_Read(ListItem(item["marker"].replace("\\", ""), passage, len(indents))))
    return read, at


def _mended(read: Sequence[_Read]) -> Iterator[Block]:
    """The blocks, a paragraph that ends in mid-sentence joined with the one that goes on behind notes and images."""
    taken: set[int] = set()
    for n, item in enumerate(read):
        if n in taken:
            continue
        if item.beside or not isinstance(item.block, Paragraph | ListItem):
            yield item.block
            continue
        pieces = [item.block.passage]
        last = n
        while (follower := _continuation(read, last, pieces[-1])) is not None:
            last = follower[0]
            taken.add(last)
            pieces.append(follower[1])
        yield replace(item.block, passage=_joined(pieces)) if len(pieces) > 1 else item.block


def _continuation(read: Sequence[_Read], at: int, passage: Passage) -> tuple[int, Passage] | None:
    """The number and the words of the paragraph that a torn one goes on with: it begins small, with a bracket, or with
    the year of the day that the torn one ends in. An item of a list is torn by a fence alone.
    """
    if not (passage.text[-1].isalnum() or passage.text[-1] in ",–—-"):
        return None
    item = isinstance(read[at].block, ListItem)
    for n in range(at + 1, len(read)):
        block = read[n].block
        if not isinstance(block, Paragraph):
            return None
        if not read[n].beside:
            dated = _DAY.search(passage.text) and _YEAR.match(block.passage.text)
            torn = (read[n].fenced or not item) and (dated or _GOES_ON.match(block.passage.text))
            return (n, block.passage) if torn else None
    return None


def _joined(pieces: Sequence[Passage]) -> Passage:
    """The pieces of a torn paragraph, without a space behind a hyphen that ends one ("вокалдық-")."""
    parts: list[Passage] = []
    for piece in pieces:
        if parts and not (parts[-1].text[-1] == "-" and parts[-1].text[-2:-1].isalpha()):
            parts.append(Passage(" ", parts[-1].offsets[-1:]))
        parts.append(piece)
    return concatenate(parts)
