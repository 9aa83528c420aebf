"""Which layout a text is in: chosen by its source's yml, else sniffed from its lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from extract.document.blocks import Document
from extract.lexicon.loading import LANGUAGES
from extract.readers.drawn import has_cells_on_lines, has_drawn_tables, read_drawn
from extract.readers.tabbed import read_tabbed

Reader = Callable[[str, str, str], Document]


def _read_paged(stem: str, text: str, lang: str) -> Document:
    from extract.readers.paged import read_paged  # noqa: PLC0415  (a tenth of the finders' patterns, for few texts)

    return read_paged(stem, text, lang)


def _read_marked(stem: str, text: str, lang: str) -> Document:
    from extract.readers.marked import read_marked  # noqa: PLC0415  (as above)

    return read_marked(stem, text, lang)


READERS: Mapping[str, Reader] = MappingProxyType(
    {"tabbed": read_tabbed, "paged": _read_paged, "marked": _read_marked, "drawn": read_drawn}
)

_MARKDOWN = re.compile(
    r"^(?:#{1,6} |\*\*\S.*\*\*\s*$|\|.*\|\s*$|```[ \t]*$|<a id=\"[^\"\n]*\"></a>\s*$|> \*\S.*\*\s*$)", re.MULTILINE
)
_OPENS_CELL = re.compile(r"^\t", re.MULTILINE)
_ROW_OF_TABS = re.compile(r"^[^\S\t\n]*+\S[^\t\n]*+\t[^\t\n]*+\t[^\S\n]*+\S", re.MULTILINE)
"""Words, a tab, anything, a tab, words: no letter is looked at twice, for a text may be one long line."""
_WRAPPED = re.compile(r"^[^\t\n]{1,90}[^\s.;:,!?][ ]\n(?=[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])", re.MULTILINE)
_DRAWN = re.compile(r"[│┃║]|\+-{3,}\+")
_BOXED = re.compile(r"^[ \t]*\+(?:[-=]{2,}\+){2,}[ \t]*$", re.MULTILINE)
"""A line of a table whose cells signs of a keyboard box: "+----+------+"."""
_MARKED_TITLE = re.compile(r"^#{1,6} ", re.MULTILINE)
_UNDER_TITLES = re.compile(r"^[ \t]*[:-]-+:?(?:[ \t]*[|+][ \t]*:?-{2,}:?){2,}[ \t]*\|?[ \t]*$", re.MULTILINE)
"""A line below the titles of a table without outer bars: "---|------|------", "---+------+------"."""
_FEWEST_RULES = 3
_TAGS_OF_CELLS = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_FEWEST_TAGS = 4
"""Closing tags of cells in a text with a table as HTML has it."""
_CELL_BEFORE_BAR = re.compile(
    r"^[ \t]*\|[ \t]*(?:[-–]|\d{1,3}[.)]?)?[ \t]*$|^[^|\n]*[^|\s][ \t]*\|[ \t]*$", re.MULTILINE
)
"""A bar alone on its line, perhaps before the number of a row, or behind the only cell of its line."""
_ROW_OF_BARS = re.compile(r"^[^|\n]*\|[^|\n]+\|", re.MULTILINE)
_FEWEST_BARS = 8
_PAGE_BREAK = re.compile(r"\S[^\S\n]*\n(?:[ ]*\n){3}(?=\S)|\f")


def sniff_layout(text: str) -> str:
    """`marked` for Markdown, `paged` for the wrapped lines of pages, `drawn` for tables shown by lines or by order,
    else `tabbed`, which reads any prose.

    Tables boxed by signs are drawn though their lines begin and end in bars. A text is paged where lines
    that run on below outnumber the tabs that open a cell, and pages end in it.
    """
    cells, lines = len(_OPENS_CELL.findall(text)), text.count("\n") + 1
    if _is_boxed(text) or _are_parted_by_bars(text):
        return "drawn"
    marks = len(_MARKDOWN.findall(text))
    tags = "</t" in text and len(_TAGS_OF_CELLS.findall(text)) >= _FEWEST_TAGS
    if tags or (marks > max(1, lines // 200) and cells < lines // 2) or (cells == 0 and _UNDER_TITLES.search(text)):
        return "marked"
    if len(_WRAPPED.findall(text)) > max(cells, lines // 20) and _PAGE_BREAK.search(text):
        return "paged"
    if len(_ROW_OF_TABS.findall(text)) > cells:
        return "drawn"
    if cells == 0 and (_DRAWN.search(text) or any(has_drawn_tables(text, lang) for lang in LANGUAGES)):
        return "drawn"
    return "tabbed"


def shows_cells_on_lines(text: str, lang: str) -> bool:
    """Whether a text, be it said to be Markdown, has a table each of whose cells stands on lines of its own: between
    bars, or where no mark of Markdown stands.
    """
    return _are_parted_by_bars(text) or (not _MARKDOWN.search(text) and has_cells_on_lines(text, lang))


def _are_parted_by_bars(text: str) -> bool:
    """Whether bars on lines of their own, or at the end of lines, part more cells than rows of bars do."""
    if "|\n" not in text:
        return False
    bars = len(_CELL_BEFORE_BAR.findall(text))
    return bars >= _FEWEST_BARS and bars > len(_ROW_OF_BARS.findall(text))


def _is_boxed(text: str) -> bool:
    """Whether signs of a keyboard box the tables of a text that is no Markdown."""
    return "-+" in text and len(_BOXED.findall(text)) >= _FEWEST_RULES and not _MARKED_TITLE.search(text)
