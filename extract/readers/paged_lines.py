"""Lines of a text that was taken out of a PDF: pages, chunks, and how wide a line was in print.

A line that the printer broke is marked: it ends in a space, or fills its column. A line that does neither ends
what it belongs to. The widths of letters are those of Times, the face of official texts; a column's width is
read from the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from extract.document.blocks import Passage, passage_of

PAGE_BREAK = 3
"""Empty lines that part two pages."""

PARAGRAPH_INDENT = 6
"""Spaces that open a paragraph of the body."""

FULL = 0.9
"""Share of its column that a line fills where the next word found no room, whatever it was."""

OVERFULL = 1.03
"""Share of a column that no line can fill: more than one cell stands on it."""

_USUAL_SHARE = 0.98
"""Share of a table's lines that keep within one column."""

CACHED_LINES = 10_000

_CAPITAL = 1.4
_OTHER = 500
_WIDTHS: dict[str, int] = {
    letter: width
    for width, letters in {
        250: " ,.\u00a0",
        278: "іїilj;:/t",
        333: "()-!ІIrf'",
        389: "sJ",
        400: 'зг"',
        440: "аәцеэtсcaezт",
        460: "ьъ",
        475: "вяқкk",
        500: "0123456789бдлңоөпрuуүұхbdghnopquvxy–",
        530: "инйчShҺһ",
        560: "БРFPSЕEL",
        630: "м",
        650: "фюTZТЗЧЭ",
        690: "жыABVRCАВСКҚҒГХУYX",
        722: "GDHKNOQUДЛИЙНҢОӨПЦҮҰЯw",
        790: "шщmФ",
        889: "MМЖWЫ%",
        954: "№",
        1000: "ШЩЮ—",
    }.items()
    for letter in letters
}
"""Widths in thousandths of the type size, near enough to tell a full line from a short one."""


class End(Enum):
    """What the end of a line says of the words behind it."""

    OPEN = "open"
    """It ends in a space: the text goes on."""
    FULL = "full"
    """It fills its column: the text may go on."""
    CLOSED = "closed"
    """It is short and ends in no space: the text ends here."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, white space at its ends included; `page` and `number` count from 0, blank lines too."""

    start: int
    end: int
    text: str
    page: int = 0
    number: int = 0

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def width(self) -> int:
        """The printed width of its words, in thousandths of the type size."""
        return width_of(self.text)

    def passage(self, source: str) -> Passage:
        return passage_of(source, self.start, self.end)

    def cut(self, at: int) -> tuple[Line, Line]:
        """The line as two, the second from the character `at` on; the first keeps no space at its end."""
        left = self.text[:at].rstrip()
        return (
            replace(self, end=self.start + len(left), text=left),
            replace(self, start=self.start + at, text=self.text[at:]),
        )


Chunk = tuple[Line, ...]
"""Lines that follow one another on a page, no blank line between them."""


@lru_cache(maxsize=CACHED_LINES)
def width_of(text: str) -> int:
    """The printed width of a text, outer white space left out and letter-spacing undone."""
    text = _SPACED_OUT.sub(lambda run: run.group().replace(" ", ""), text.strip())
    return sum(_WIDTHS.get(letter) or _guess(letter) for letter in text)


_SPACED_OUT = re.compile(r"(?<!\S)\S(?: \S){2,}(?!\S)")


def _guess(letter: str) -> int:
    lower = letter.lower()
    return int(_WIDTHS.get(lower, _OTHER) * (_CAPITAL if lower != letter else 1))


def lines_of(text: str) -> list[Line]:
    """Every line of a text that holds words, with the page it stands on."""
    found: list[Line] = []
    start = page = empty = 0
    for number, piece in enumerate(text.split("\n")):
        words = piece.rstrip("\r")
        if words.strip():
            page += empty >= PAGE_BREAK and bool(found)
            found.append(Line(start, start + len(words), words, page, number))
            empty = 0
        else:
            empty = 0 if words else empty + 1
        start += len(piece) + 1
    return found


def chunks_of(lines: Iterable[Line]) -> Iterator[Chunk]:
    """Lines run together where nothing but one line's end parts them."""
    run: list[Line] = []
    for line in lines:
        if run and not _follows_directly(run[-1], line):
            yield tuple(run)
            run = []
        run.append(line)
    if run:
        yield tuple(run)


def _follows_directly(above: Line, below: Line) -> bool:
    return below.page == above.page and below.number == above.number + 1


def column_width(lines: Sequence[Line]) -> int:
    """The width of a table's columns, from lines of which nearly all stand in one; 0 without lines."""
    widths = sorted(line.width for line in lines)
    return widths[int((len(widths) - 1) * _USUAL_SHARE)] if widths else 0


def end_of(line: Line, column: int) -> End:
    """How a line of a column ends."""
    if line.text.endswith((" ", "\u00a0")):
        return End.OPEN
    if line.text.rstrip().endswith(("(", '"', "/", "-", "–")) and line.width >= column // 2:
        return End.FULL
    stretched = bool(_SPACED_OUT.search(line.text))
    return End.FULL if stretched or line.width >= FULL * column else End.CLOSED
