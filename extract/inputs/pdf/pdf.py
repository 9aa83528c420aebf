"""PDF with a text layer: prose by lines and columns, tables by their rules or their white, page furniture dropped.

Nothing in the file is run. A PDF whose pages are pictures gets one clear sentence.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extract.document.repairs import vocabulary
from extract.inputs.parts import Part, Prose, Title, UnusableInput
from extract.inputs.pdf.aligned_tables import part_tables
from extract.inputs.pdf.columns import columns_of
from extract.inputs.pdf.lines import Line, Word, lines_of, usual_gap
from extract.inputs.pdf.pages import PageContent, read_pages
from extract.inputs.pdf.paragraphs import Lines, paragraphs_of
from extract.inputs.pdf.streams import check_streams
from extract.inputs.pdf.tables import Box, PageTable, have_same_sides, read_table
from extract.inputs.pdf.torn_words import with_dictionary
from extract.lexicon.loading import LANGUAGES
from extract.lexicon.words import words

MARGIN = 0.12
"""Part of a page's height, above and below, in which furniture stands."""
REPEATED = 0.4
"""Part of the pages that a running title stands on."""
LONGEST_TITLE = 250
FULL_ENOUGH = 0.85
"""Of a table's width: where no line is as wide, none is full."""
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:стр|бет|page|с)\.?\s*)?\d{1,4}(?:\s*(?:/|из|of)\s*\d{1,4})?(?:\s*-?\s*бет)?[-–—\s]*", re.I
)
_MALFORMED = (
    *(PDFException, PSException, PdfminerException, MalformedPDFException, struct.error, zlib.error, RecursionError),
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError),
)
"""What the library raises on a file that breaks the format."""


def read_pdf(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a PDF; raises UnusableInput where it is encrypted, damaged, too large or has no text layer."""
    check_streams(data, name)
    try:
        pages = list(read_pages(data, name))
    except _MALFORMED as error:
        if any(isinstance(one, PDFPasswordIncorrect | PDFEncryptionError) for one in (error, *error.args)):
            raise UnusableInput(f"{name}: the file is encrypted; save it without a password.") from error
        raise UnusableInput(f"{name}: the file is damaged: it is no PDF inside.") from error
    if not any(page.words for page in pages):
        raise UnusableInput(
            f"{name}: the PDF has no text layer, only pictures of pages; recognise its text first (OCR)."
        )
    yield from _parts(pages)


def _drop_frames(pages: Sequence[PageContent]) -> None:
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


def _parts(pages: list[PageContent]) -> Iterator[Part]:
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


def _right_edge(page: PageContent, left: float, right: float) -> float:
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


def _read_page(page: PageContent, prose: list[Word], left: float, right: float) -> Iterator[list[Line] | PageTable]:
    """The page's lines and tables from above."""
    above = 0.0
    for boxes in page.tables:
        top = min(box[1] for box in boxes)
        yield from _read_prose([w for w in prose if above <= _middle(w) < top], page, left, right)
        yield read_table(boxes, page.words, page.number)
        above = max(above, top)
    yield from _read_prose([word for word in prose if _middle(word) >= above], page, left, right)


def _read_prose(words: list[Word], page: PageContent, left: float, right: float) -> Iterator[list[Line] | PageTable]:
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


def _outside_tables(page: PageContent) -> list[Word]:
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


def _furniture(pages: list[PageContent], prose: dict[int, list[Word]]) -> set[tuple[int, Word]]:
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
