"""Lines of a page as paragraphs, by geometry: a full line goes on, but where the next is set in or stands off.

1. Садовнику полить сад         a further line hangs behind the marker of its item,
   до 5 мая.

A line ends its paragraph where the next line's first word would still have fitted on it, where the gap below is
larger than the usual one, where the next line is set in, or where the letters change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.document.repairs import Known, is_one_word
from extract.inputs.pdf.lines import INDENT, Line
from extract.inputs.pdf.torn_words import fills, first_piece, is_russian_word, is_torn
from kzedu_graph.language.letters import LOWER, UPPER


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one paragraph, and which words are known to be whole."""

    lines: tuple[Line, ...]
    known: Known
    tears: bool = False
    """Whether words longer than a column are torn where it ends."""

    @property
    def text(self) -> str:
        """The lines as one; a hyphen at a line's end stays, a soft one goes, a word torn at the edge is mended."""
        text = self.lines[0].text
        tears = self._tears() if self.tears else []
        for n, (above, line) in enumerate(pairwise(self.lines)):
            if text.endswith("\u00ad"):
                text = text[:-1] + line.text
            elif text.endswith("-") and text[-2:-1].isalpha() and line.text[:1].islower():
                text += line.text
            else:
                torn = above.reaches_edge and (
                    is_one_word(text, line.text, self.known) or is_russian_word(text, line.text)
                )
                torn = torn or (bool(tears) and tears[n])
                text += line.text if torn else f" {line.text}"
        return text

    def _tears(self) -> list[bool]:
        """Whether a word is torn behind each line but the last; a piece between two tears makes a word with both."""
        found: list[bool] = []
        rest = ""
        for above, line in reversed(list(pairwise(self.lines))):
            piece = first_piece(line)
            if found and found[-1]:
                found.append(fills(above, line) and self.known(above.words[0].text + piece + rest))
            else:
                found.append(is_torn(above, line, self.known))
            rest = piece + rest if found[-1] else ""
        return found[::-1]

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def centred(self) -> bool:
        return all(line.centred for line in self.lines)

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)


_NUMBERED = re.compile(r"(?P<number>\d{1,3})(?P<mark>[.)])\s+(?=[^\W\d_])")
"""How the line of a point begins."""
_MARKED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[^\W\d_][.)]|[IVX]{1,5}[.)]|[-–—•·*▪])(?=\s|[^\W\d_])")
"""How the line of an item or a point begins."""
MOST_HANGING = 60.0
"""Points that the words of an item hang behind its marker."""
SAME_EDGE = 0.5
"""Points by which lines that begin below one another differ."""
_TITLE_GOES_ON = re.compile(rf"[{LOWER}]|(?:О|Об|ОБ|И|ПО|НА|В|ДЛЯ|ЖӘНЕ) ")
"""How a further line of a title in the middle begins: "ПОЛОЖЕНИЕ" / "О САДЕ"."""
_INITIAL_LAST = re.compile(rf"(?<!\w)[{UPPER}]\.\Z")
_ENDS_OF_POINTS = (";", ".", ":")
"""What the line above ends in where the next point of a numbering may begin, full though it is."""


def paragraphs_of(lines: Sequence[Line], gap: float, known: Known, *, tears: bool = False) -> Iterator[Lines]:
    """Lines in reading order as paragraphs, each point of a numbering that goes on one; see `Lines` for `tears`."""
    run: list[Line] = []
    numbers = {")": 0, ".": 0}
    for line in lines:
        numbered = _NUMBERED.match(line.text)
        next_point = numbered is not None and int(numbered["number"]) == numbers[numbered["mark"]] + 1
        if run and (_ends_paragraph(run, line, gap) or (next_point and run[-1].text.endswith(_ENDS_OF_POINTS))):
            yield Lines(tuple(run), known, tears)
            run = []
        if numbered and (next_point or not run):
            numbers[numbered["mark"]] = int(numbered["number"])
            if numbered["mark"] == ".":
                numbers[")"] = 0
        run.append(line)
    if run:
        yield Lines(tuple(run), known, tears)


def _ends_paragraph(run: Sequence[Line], line: Line, gap: float) -> bool:
    above = run[-1]
    if _stands_apart(above, line, gap):
        return True
    if above.bold != line.bold:
        begins = above.centred or (above.bold and not line.text[0].islower())
        return above.page != line.page or begins or not _is_full(above, line)
    if above.centred and line.centred and _TITLE_GOES_ON.match(line.text):
        return False
    if not line.centred and _is_set_in(run, line):
        return True
    return not _is_full(above, line)


def _stands_apart(above: Line, line: Line, gap: float) -> bool:
    """Whether a line begins anew by its place or its letters: below white, in a further column, below a stamp."""
    if above.page == line.page:
        in_next_column = line.bottom < above.top and not line.text[0].islower()
        if in_next_column or line.top - above.bottom > gap + 0.35 * above.size:
            return True
    below_stamp = above.set_right and (line.centred or (above.is_aside and not line.set_right))
    return abs(above.size - line.size) > 1 or below_stamp


def _is_set_in(run: Sequence[Line], line: Line) -> bool:
    """Whether a line is set in as the first of a paragraph is: farther than where the open one's further lines begin,
    which hang behind the marker of an item, or all stand as far in as the first.
    """
    above, marked = run[-1], _MARKED.match(run[-1].text) is not None
    if line.x0 - line.left <= INDENT or _MARKED.match(line.text):
        return line.x0 - line.left > INDENT
    ends = above.text.endswith(_ENDS_OF_POINTS) and not (line.text[0].islower() or _INITIAL_LAST.search(above.text))
    if len(run) > 1 or not marked:
        return abs(line.x0 - above.x0) > SAME_EDGE or (len(run) == 1 and ends)
    behind_marker = len(above.words) > 1 and abs(line.x0 - above.words[1].x0) < SAME_EDGE
    return not behind_marker and (ends or not 0 < line.x0 - above.x0 < MOST_HANGING)


def _is_full(above: Line, line: Line) -> bool:
    """Whether the next line's first word had no room on the line above."""
    used = above.x1 - (above.x0 if above.centred else above.left)
    first = line.words[0]
    return used + 0.25 * above.size + (first.x1 - first.x0) > above.right - above.left - 0.5
