"""PDF with a text layer: prose by lines and columns, tables by their rules or their white, page furniture dropped.

Nothing in the file is run. A PDF whose pages are pictures gets one clear sentence.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extract.document.repairs import vocabulary
from extract.inputs.list_numbers import BULLET
from extract.inputs.parts import Part, Prose, Title, UnusableInput
from extract.inputs.pdf_aligned import columns_of, part_tables
from extract.inputs.pdf_lines import APART, Line, Lines, Word, lines_of, usual_gap, with_dictionary
from extract.inputs.pdf_paragraphs import paragraphs_of
from extract.inputs.pdf_tables import Box, PageTable, have_same_sides, read_table
from extract.lexicon.loading import LANGUAGES
from extract.lexicon.words import words
from kzedu_graph.language.letters import LOWER, UPPER

LARGEST_UNPACKED = 512 * 1024 * 1024
"""Bytes that all compressed streams together may have unpacked."""
DEEPEST_STREAM = 3
MOST_PAGES = 3000
MARGIN = 0.12
"""Part of a page's height, above and below, in which furniture stands."""
REPEATED = 0.4
"""Part of the pages that a running title stands on."""
LONGEST_TITLE = 250
FULL_ENOUGH = 0.85
"""Of a table's width: where no line is as wide, none is full."""

_CHUNK = 1 << 16
"""Bytes that are unpacked at a time."""
_PACKED = (b"\x78", b"\x48", b"\x58", b"\x68", b"\x38")
"""How a stream packed by zlib begins."""
_STREAM = re.compile(rb"stream\r?\n")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:стр|бет|page|с)\.?\s*)?\d{1,4}(?:\s*(?:/|из|of)\s*\d{1,4})?(?:\s*-?\s*бет)?[-–—\s]*", re.I
)
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_PICTURES = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
"""Fonts that hold pictures instead of letters."""
_GLUED = re.compile(rf"\d{{1,3}}(?:(?:\.\d{{1,2}})*\.|(?:\.\d{{1,2}})+)(?=[{UPPER}](?:[{LOWER}]|\Z))")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MALFORMED = (
    *(PDFException, PSException, PdfminerException, MalformedPDFException, struct.error, zlib.error, RecursionError),
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError),
)
"""What the library raises on a file that breaks the format."""


def read_pdf(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a PDF; raises UnusableInput where it is encrypted, damaged, too large or has no text layer."""
    _check_streams(data, name)
    try:
        pages = list(_pages(data, name))
    except _MALFORMED as error:
        if any(isinstance(one, PDFPasswordIncorrect | PDFEncryptionError) for one in (error, *error.args)):
            raise UnusableInput(f"{name}: the file is encrypted; save it without a password.") from error
        raise UnusableInput(f"{name}: the file is damaged: it is no PDF inside.") from error
    if not any(page.words for page in pages):
        raise UnusableInput(
            f"{name}: the PDF has no text layer, only pictures of pages; recognise its text first (OCR)."
        )
    yield from _parts(pages)


@dataclass(slots=True)
class _Page:
    """What a page holds: all its words, its tables from above with the boxes of their cells, its size."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    tables: list[list[Box]] = field(default_factory=list)


def _check_streams(data: bytes, name: str) -> None:
    """Raises UnusableInput where the streams would unpack beyond the limit; nothing larger is ever held.

    What is read counts as what is unpacked does: streams that lie within each other cannot make the work grow.
    """
    left, end = LARGEST_UNPACKED, 0
    for match in _STREAM.finditer(data):
        if not data.startswith(_PACKED, match.end()):
            continue
        if end < match.end():
            end = data.find(b"endstream", match.end())
            end = end if end >= 0 else len(data)
        left -= _unpacked(memoryview(data)[match.end() : end], left, DEEPEST_STREAM)
        if left <= 0:
            raise UnusableInput(
                f"{name}: the file would unpack to more than {LARGEST_UNPACKED >> 20} MB; it is not read."
            )


def _unpacked(packed: memoryview, limit: int, depth: int) -> int:
    """Bytes that a stream reads and unpacks to, counted up to a limit, streams packed again included."""
    unpacker, work, whole = zlib.decompressobj(), 0, bytearray()
    try:
        for start in range(0, len(packed), _CHUNK):
            rest: bytes | memoryview = packed[start : start + _CHUNK]
            work += len(rest)
            while rest and work <= limit and not unpacker.eof:
                piece = unpacker.decompress(rest, 1 << 20)
                if len(whole) < limit // 16:
                    whole += piece
                work += len(piece)
                rest = unpacker.unconsumed_tail
            if unpacker.eof or work > limit:
                break
    except zlib.error:
        return work
    if depth > 1 and whole.startswith(_PACKED):
        work += _unpacked(memoryview(bytes(whole)), limit - work, depth - 1)
    return work


def _pages(data: bytes, name: str) -> Iterator[_Page]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            raise UnusableInput(f"{name}: the PDF has more than {MOST_PAGES} pages; it is not read.")
        for number, page in enumerate(pdf.pages):
            yield _page(page, number)
            page.close()


def _page(page: Page, number: int) -> _Page:
    found = page.extract_words(
        x_tolerance_ratio=0.2,
        y_tolerance=2,
        use_text_flow=False,
        extra_attrs=["fontname", "size", "upright"],
        return_chars=True,
    )
    words = [word for one in found if one["upright"] for word in _words(one)]
    finder = page.debug_tablefinder()
    tables = [table.cells for table in finder.tables]
    in_tables = {cell for cells in tables for cell in cells}
    tables += [[cell] for cell in finder.cells if cell not in in_tables]
    tables.sort(key=lambda cells: min(cell[1] for cell in cells))
    return _Page(number, float(page.width), float(page.height), words, tables)


def _drop_frames(pages: Sequence[_Page]) -> None:
    """Leaves out boxes of one cell, which frame words, but those that a table of the page beside them goes on with."""
    whole = [[boxes for boxes in page.tables if len(boxes) > 1] for page in pages]
    for n, page in enumerate(pages):
        above, below = whole[n - 1][-1:] if n else [], whole[n + 1][:1] if n + 1 < len(pages) else []
        page.tables = [
            boxes
            for place, boxes in enumerate(page.tables)
            if len(boxes) > 1
            or (place == 0 and any(have_same_sides(_sides(boxes), _sides(other)) for other in above))
            or (place == len(page.tables) - 1 and any(have_same_sides(_sides(boxes), _sides(other)) for other in below))
        ]


def _sides(boxes: Sequence[Box]) -> tuple[float, float]:
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def _words(found: dict[str, Any]) -> Iterator[Word]:
    """A word; two where no white parts the number of a point from what it stands before: "12.Жауапты"."""
    word, glued = _word(found), _GLUED.match(found["text"])
    if glued is None or len(found["chars"]) != len(word.text):
        yield word
        return
    at = float(found["chars"][glued.end()]["x0"])
    yield replace(word, text=glued[0], x1=at - 2 * APART * word.size)
    yield replace(word, text=word.text[glued.end() :], x0=at)


def _word(found: dict[str, Any]) -> Word:
    picture = len(found["text"]) == 1 and (_PRIVATE.match(found["text"]) or _PICTURES.search(str(found["fontname"])))
    return Word(
        BULLET if picture else found["text"],
        float(found["x0"]),
        float(found["x1"]),
        float(found["top"]),
        float(found["bottom"]),
        bool(_BOLD.search(str(found["fontname"]))),
        float(found["size"]),
    )


def _parts(pages: list[_Page]) -> Iterator[Part]:
    """Runs of lines and tables in reading order, then paragraphs and grids: both may go on over a page's end."""
    _drop_frames(pages)
    prose = {page.number: _outside_tables(page) for page in pages}
    furniture = _furniture(pages, prose)
    kept = {number: [word for word in words if (number, word) not in furniture] for number, words in prose.items()}
    edges = [x for words in kept.values() for word in words for x in (word.x0, word.x1)]
    left, right = (min(edges), max(edges)) if edges else (0.0, 1.0)
    runs: list[list[Line] | PageTable] = []
    for page in pages:
        found = list(_read_page(page, kept[page.number], left, _right_edge(page, left, right)))
        for n, part in enumerate(found):
            before = runs[-1] if runs else None
            behind = found[n + 1] if n == 0 and len(found) > 1 else None
            one = (before.torn_row(part, behind) if isinstance(before, PageTable) else None) or part
            if isinstance(one, list) and isinstance(before, list):
                before.extend(one)
            elif isinstance(one, PageTable) and isinstance(before, PageTable) and before.goes_on_as(one):
                before.append(one)
            else:
                runs.append(one)
    lines = [line for run in runs if isinstance(run, list) for line in run]
    in_cells = [
        line for run in runs if isinstance(run, PageTable) for row in run.rows for cell in row for line in cell.lines
    ]
    body = _body_size([*lines, *in_cells])
    known = with_dictionary(vocabulary((*title_words(), *(line.text for line in (*lines, *in_cells)))))
    gap, gap_in_cells = usual_gap(lines), usual_gap(in_cells)
    for run in runs:
        if isinstance(run, list):
            yield from _paragraphs(paragraphs_of(run, gap, known), body)
        else:
            yield run.grid(gap_in_cells, known)


def _right_edge(page: _Page, left: float, right: float) -> float:
    """The right edge that lines could fill: of the widest, unless a table on the page tells that none is full."""
    edge = max((_sides(boxes)[1] for boxes in page.tables), default=right)
    return edge if right - left < FULL_ENOUGH * (edge - left) else right


@cache
def title_words() -> tuple[str, ...]:
    """The titles of columns that are known, as lines: their words stand whole."""
    return tuple(f"{title}." for lang in LANGUAGES for title in words(lang).column_titles)


def _paragraphs(paragraphs: Iterable[Lines], body: float) -> Iterator[Part]:
    for paragraph in paragraphs:
        text = paragraph.text
        plain = len(text) <= LONGEST_TITLE and text[-1] not in ".;:,"
        set_off = paragraph.bold or paragraph.centred or paragraph.size > body + 1.5
        if (plain and set_off) or (paragraph.bold and paragraph.lines[-1].centred):
            yield Title(text)
        else:
            yield Prose(text)


def _read_page(page: _Page, prose: list[Word], left: float, right: float) -> Iterator[list[Line] | PageTable]:
    """The page's lines and tables from above."""
    above = 0.0
    for boxes in page.tables:
        top = min(box[1] for box in boxes)
        yield from _read_prose([w for w in prose if above <= _middle(w) < top], page, left, right)
        yield read_table(boxes, page.words, page.number)
        above = max(above, top)
    yield from _read_prose([word for word in prose if _middle(word) >= above], page, left, right)


def _read_prose(words: list[Word], page: _Page, left: float, right: float) -> Iterator[list[Line] | PageTable]:
    """Lines, column by column, and the tables without rules between them."""
    for part in part_tables(words, page.number, right):
        if isinstance(part, PageTable):
            yield part
            continue
        for column in columns_of(part, left, right):
            narrow = _is_narrow(column, left, right)
            edges = (min(w.x0 for w in column), max(w.x1 for w in column)) if narrow else (left, right)
            yield lines_of(column, page.number, *edges)


def _is_narrow(words: list[Word], left: float, right: float) -> bool:
    """Whether words fill one of two columns: several lines, all in one half."""
    middle = (left + right) / 2
    lines = {round(word.top) for word in words}
    in_one_half = all(w.x1 < middle + 15 for w in words) or all(w.x0 > middle - 15 for w in words)
    return len(lines) > 3 and in_one_half


def _outside_tables(page: _Page) -> list[Word]:
    return [
        word
        for word in page.words
        if not any(
            min(b[0] for b in boxes) <= (word.x0 + word.x1) / 2 <= max(b[2] for b in boxes)
            and min(b[1] for b in boxes) <= _middle(word) <= max(b[3] for b in boxes)
            for boxes in page.tables
        )
    ]


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _furniture(pages: list[_Page], prose: dict[int, list[Word]]) -> set[tuple[int, Word]]:
    """Words of running titles, and of numbers of pages, which stand alone in a margin."""
    in_margins: list[tuple[int, Line, str]] = []
    for page in pages:
        edge = MARGIN * page.height
        margin = [w for w in prose[page.number] if w.bottom < edge or w.top > page.height - edge]
        for line in lines_of(margin, page.number, 0, page.width):
            in_margins.append((page.number, line, re.sub(r"\d+", "#", line.text)))
    counts = Counter(key for _, _, key in {(number, 0, key) for number, _, key in in_margins})
    often = max(2, REPEATED * len(pages))
    return {
        (number, word)
        for number, line, key in in_margins
        if counts[key] >= often or _PAGE_NUMBER.fullmatch(line.text)
        for word in line.words
    }


def _body_size(lines: Iterable[Line]) -> float:
    """The size of most letters, in points."""
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
