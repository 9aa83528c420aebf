"""The pages of a PDF by the library: their words, and the boxes of their tables' cells."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pdfplumber
from pdfplumber.page import Page

from extract.inputs.list_numbers import BULLET
from extract.inputs.parts import UnusableInput
from extract.inputs.pdf.lines import APART, Word
from extract.inputs.pdf.tables import Box
from kzedu_graph.language.letters import LOWER, UPPER

MOST_PAGES = 3000
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_PICTURES = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
"""Fonts that hold pictures instead of letters."""
_GLUED = re.compile(rf"\d{{1,3}}(?:(?:\.\d{{1,2}})*\.|(?:\.\d{{1,2}})+)(?=[{UPPER}](?:[{LOWER}]|\Z))")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(slots=True)
class PageContent:
    """What a page holds: all its words, its tables from above with the boxes of their cells, its size."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    tables: list[list[Box]] = field(default_factory=list)


def read_pages(data: bytes, name: str) -> Iterator[PageContent]:
    """The pages of a PDF in order; raises UnusableInput where there are too many, and whatever the library does."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            raise UnusableInput(f"{name}: the PDF has more than {MOST_PAGES} pages; it is not read.")
        for number, page in enumerate(pdf.pages):
            yield _page(page, number)
            page.close()


def _page(page: Page, number: int) -> PageContent:
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
    return PageContent(number, float(page.width), float(page.height), words, tables)


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
