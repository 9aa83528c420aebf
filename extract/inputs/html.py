"""Pages of HTML, as the official register serves acts: headings, tables with merged cells, anchors, notes.

    <h1>–<h6>, a bold or centred paragraph    Title
    <p>, <div> with words of its own          Prose; a note of amendment is one ("Сноска. ...")
    <li>                                      Prose, its marker in front
    <table>                                   Grid; a table that holds tables is only a frame

Menus, forms, scripts and what a page hides are left out; nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html
from lxml.html import HtmlElement

from extract.inputs.broken_lines import whole_lines
from extract.inputs.list_numbers import BULLET, number_in_form
from extract.inputs.note_marks import is_note_mark
from extract.inputs.parts import Grid, GridCell, Part, Prose, Title, UnusableInput

LARGEST_PAGE = 64 * 1024 * 1024
"""Bytes."""
WIDEST_CELL = 200
"""Columns or rows that a cell is believed to cover."""
LONGEST_TITLE = 250
FEWEST_CELLS = 3
"""Cells with words of their own in a row of a table that is none for its looks alone."""
DEEPEST = 200
"""Elements within one another; a page that goes deeper is cut there."""

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_LEFT_OUT = frozenset(
    (
        *("script", "style", "template", "head", "noscript", "nav", "footer", "aside", "dialog"),
        *("del", "form", "button", "select", "svg", "canvas", "iframe", "object", "embed", "audio", "video"),
    )
)
_OF_PAGES = ("header", "footer")
"""What a word processor calls the divisions that hold what it prints on each page."""
_BLOCKS = frozenset(
    (
        *("html", "body", "main", "article", "section", "header", "div", "center", "details", "summary", "fieldset"),
        *("p", "blockquote", "address", "figure", "figcaption", "pre", "hr", "table"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "li", "dt", "dd"),
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_PICTURES = re.compile(r"font-family\s*:\s*[\"']?(?:symbol|wingdings|webdings)", re.IGNORECASE)
_NUMBER_OF_WORD = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
"""The styles of what a page saved from Word prints in front of an item: letters that are pictures, a number."""
_WHITE = re.compile(r"[ \t\n\r\f]+")
_LISTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_BREAK = "\x0b"
"""Stands for <br> until paragraphs are parted."""


def declared_encoding(data: bytes) -> str | None:
    """What a page says of its encoding in its first bytes; None where it says nothing."""
    match = _XML_ENCODING.search(data[:1024]) or _CHARSET.search(data[:4096])
    return match.group(1).decode("ascii").casefold() if match else None


def read_html(text: str, name: str) -> Iterator[Part]:
    """The parts of a page; raises UnusableInput where it is too large or holds no words."""
    if len(text) > LARGEST_PAGE:
        raise UnusableInput(f"{name}: the page is larger than {LARGEST_PAGE >> 20} MB; it is not read.")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnusableInput(f"{name}: the page holds no words.") from error
    reading = _Reading()
    for element in _content(root):
        yield from reading.block(element, 0)


def _content(root: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that hold the document: its articles and the title before them, else the main part, else all."""
    articles = [found for found in root.iter("article") if not any(a.tag == "article" for a in found.iterancestors())]
    if not articles:
        main = next(root.iter("main"), None)
        yield main if main is not None else root
        return
    title = next(root.iter("h1"), None)
    if title is not None and not any(above.tag in {"article", *_LEFT_OUT} for above in title.iterancestors()):
        yield title
        yield from (found for found in title.itersiblings() if found.tag == "p")
    yield from articles


@dataclass(slots=True)
class _Line:
    """Words as they are collected, whether all of them are bold, and the anchors among them."""

    text: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    bold: bool = True

    def add(self, words: str | None, *, bold: bool) -> None:
        if words:
            self.text.append(_WHITE.sub(" ", words))
            self.bold = self.bold and (bold or not words.strip())

    def lines(self) -> list[str]:
        """The words, parted at <br>, white space folded."""
        return [line for piece in "".join(self.text).split(_BREAK) if (line := re.sub(" {2,}", " ", piece).strip(" "))]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One pass over a page, or over a cell of a table, whose lines are what they are."""

    in_cell: bool = False

    def block(self, element: HtmlElement, depth: int, marker: str = "") -> Iterator[Part]:
        """The parts of an element: its own words, and those of the blocks inside it where they stand.

        `marker` is that of an item of a list whose first words stand in this block.
        """
        marker = _marker(element) or marker
        if _is_left_out(element) or depth > DEEPEST:
            return
        if element.tag == "table" and not _is_frame(element):
            yield Grid(tuple(_rows(element)))
            return
        line = _Line()
        _anchor(element, line)
        line.add(element.text, bold=element.tag in _BOLD)
        for child in element:
            if child.tag in _BLOCKS or _holds_blocks(child):
                marker = "" if (closed := list(self._close(element, line, marker))) else marker
                yield from closed
                line = _Line()
                inside = list(self.block(child, depth + 1, marker))
                marker = "" if inside else marker
                yield from inside
            else:
                _collect(child, line, bold=element.tag in _BOLD, depth=depth)
            line.add(child.tail, bold=element.tag in _BOLD)
        yield from self._close(element, line, marker)

    def _close(self, element: HtmlElement, line: _Line, marker: str) -> Iterator[Part]:
        lines, anchors = line.lines() if self.in_cell else whole_lines(line.lines()), tuple(line.anchors)
        if not lines:
            return
        whole = " ".join(lines)
        plain = len(whole) <= LONGEST_TITLE and whole[-1] not in ".;:,"
        if element.tag in _HEADINGS:
            yield Title(whole, _HEADINGS[element.tag], anchors)
        elif plain and not marker and (line.bold or _is_centred(element)):
            yield Title(whole, 1, anchors)
        else:
            yield Prose(f"{marker} {lines[0]}".strip(), anchors)
            yield from (Prose(further) for further in lines[1:])


def _rows(table: HtmlElement) -> Iterator[tuple[GridCell, ...]]:
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        yield tuple(
            GridCell(tuple(_paragraphs(cell)), _size(cell, "colspan"), _size(cell, "rowspan"))
            for cell in row
            if cell.tag in ("td", "th")
        )


def _paragraphs(cell: HtmlElement) -> Iterator[str]:
    for part in _Reading(in_cell=True).block(cell, 0):
        match part:
            case Title(text) | Prose(text):
                yield text
            case Grid(rows):
                yield from (text for row in rows for inner in row for text in inner.paragraphs)


def _size(cell: HtmlElement, name: str) -> int:
    words = (cell.get(name) or "1").strip()
    return min(max(1, int(words)), WIDEST_CELL) if words.isdecimal() else 1


def _collect(element: HtmlElement, line: _Line, *, bold: bool, depth: int) -> None:
    if _is_left_out(element) or depth > DEEPEST:
        return
    if element.tag == "br":
        line.text.append(_BREAK)
        return
    if element.tag == "sup" and is_note_mark("".join(line.text), element.text_content()):
        return
    if not "".join(line.text).strip() and (marker := _marker_of_word(element)):
        line.text.append(f"{marker} ")
        return
    bold = bold or element.tag in _BOLD
    _anchor(element, line)
    line.add(element.text, bold=bold)
    for child in element:
        _collect(child, line, bold=bold, depth=depth + 1)
        line.add(child.tail, bold=bold)


def _marker_of_word(element: HtmlElement) -> str:
    """What a page saved from Word prints in front of an item of a list; "" for any other element."""
    style, words = element.get("style") or "", element.text_content().strip()
    is_picture = len(words) == 1 and (_PICTURES.search(style) or _NUMBER_OF_WORD.search(style))
    return BULLET if is_picture else words if _NUMBER_OF_WORD.search(style) else ""


def _anchor(element: HtmlElement, line: _Line) -> None:
    name = element.get("id") or (element.get("name") if element.tag == "a" else None)
    if name and re.fullmatch(r"[A-Za-z][\w.-]{0,40}", name):
        line.anchors.append(name)


def _marker(element: HtmlElement) -> str:
    if element.tag != "li":
        return ""
    above = element.getparent()
    if above is None or above.tag != "ol":
        return BULLET
    started = above.get("start") or "1"
    before = sum(1 for sibling in element.itersiblings(preceding=True) if sibling.tag == "li")
    number = (int(started) if started.isdecimal() else 1) + before
    within = next(above.iterancestors("ol"), None) is not None
    return number_in_form(number, _LISTS.get(above.get("type") or "1", "decimal")) + (")" if within else ".")


def _is_frame(table: HtmlElement) -> bool:
    """Whether a table only sets other blocks side by side: tables are inside, and no row of it is one of a plan."""
    if next(table.iterdescendants("table"), None) is None:
        return False
    own = (row for row in table.iter("tr") if next(row.iterancestors("table")) is table)
    return not any(sum(_has_own_words(cell) for cell in row) >= FEWEST_CELLS for row in own)


def _has_own_words(cell: HtmlElement) -> bool:
    """Whether a cell holds words outside the tables in it."""
    return bool(
        cell.xpath(
            "boolean(.//text()[normalize-space() and count(ancestor::table) = $depth])",
            depth=sum(1 for _ in cell.iterancestors("table")),
        )
    )


def _holds_blocks(element: HtmlElement) -> bool:
    return any(child.tag in _BLOCKS for child in element.iterdescendants())


def _is_left_out(element: HtmlElement) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _LEFT_OUT
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or (element.tag == "div" and element.get("title") in _OF_PAGES)
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _is_centred(element: HtmlElement) -> bool:
    return (
        element.tag == "center"
        or (element.get("align") or "").casefold() == "center"
        or bool(_CENTRED.search(element.get("style") or ""))
    )
