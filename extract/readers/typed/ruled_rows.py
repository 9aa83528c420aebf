"""The rows of a typed table between drawn lines: each between two of these, or behind a number that goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.document.continued_tables import follows, follows_soon
from extract.readers.typed.bars import Span, is_drawn
from extract.readers.typed.heads import CAPITAL, FIRST, ROMAN, Head, pieces_of
from extract.readers.typed.lines import Line

MOST_ACROSS = 4
"""Lines of a heading."""
FAR = 4
"""Places by which the numbers of rows may stand apart."""
NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:[.-]\d{1,2})*)(?P<mark>\\?[.)])?(?P<gap>\s*)(?=[^\s\d.,)%-])")
_NUMBERS = re.compile(r"[\s\d.|!¦│]+")


@dataclass(slots=True)
class Group:
    """The lines of a row, where its number stands, and whether it is set across."""

    lines: list[Line] = field(default_factory=list)
    number: str = ""
    label: Span | None = None
    behind: int = 0
    across: bool = False


@dataclass(slots=True)
class Groups:
    """Takes lines into rows; `last` is the number of the last one, `marks` what stands behind the first number."""

    head: Head
    lang: str
    last: str = ""
    mark: str | None = None
    place: int = 0
    numbered: bool = True
    found: list[Group] = field(default_factory=list)

    def of(self, lines: Sequence[Line]) -> list[Group]:
        """The rows of the lines, and the headings between them."""
        self.numbered = self.head.numbered or any(NUMBER.match(line.text) for line in lines)
        blocks = list(_blocks(lines, apart=not self.numbered))
        for block in blocks:
            if all(_NUMBERS.fullmatch(line.text) for line in block) or self._names_again(block):
                continue
            if len(blocks) > 1:
                self._block(block)
            else:
                self._lines(block, first=True)
        return self.found

    def _names_again(self, block: Sequence[Line]) -> bool:
        """Whether a block has the titles once more, for a page began."""
        return " ".join(block[0].text.split()) == self.head.first

    def _block(self, block: Sequence[Line]) -> None:
        """The rows between two drawn lines; lines that no number opens are a heading, or go on with the row above."""
        pieces = [pieces_of(line, 0) for line in block]
        single = len(block) <= MOST_ACROSS and all(len(of_line) == 1 for of_line in pieces)
        opened = self._opening(block[0], first=True)
        alone = single and not (opened and self._has_other_columns(block))
        if alone and not block[0].text.lstrip()[:1].islower():
            self.found.append(Group(list(block), across=True))
            return
        if opened is None and self.found and not self.found[-1].across and not self._opens_anew(block[0]):
            self.found[-1].lines.extend(block)
            return
        self._lines(block, first=True)

    def _has_other_columns(self, lines: Sequence[Line]) -> bool:
        """Whether words stand beside the first column."""
        return any(len(pieces_of(line, 0)) > 1 for line in lines)

    def _opens_anew(self, line: Line) -> bool:
        """Whether a line without a number begins a row: with a capital, in the first column, words beside it."""
        pieces = pieces_of(line, 0)
        first = self.head.starts[1 + self.head.numbered]
        return len(pieces) > 1 and pieces[0].start < first and bool(CAPITAL.match(pieces[0].text))

    def _is_full(self, line: Line) -> bool:
        """Whether a line of a table without numbers begins a row: with a capital, words in every column."""
        return not self.numbered and self._opens_anew(line) and len(pieces_of(line, 0)) == len(self.head.kinds)

    def _lines(self, lines: Sequence[Line], *, first: bool) -> None:
        """The rows of lines that no drawn one parts."""
        for n, line in enumerate(lines):
            opened = self._opening(line, first=first and n == 0)
            if self._is_heading(line, lines[n + 1 :]):
                self.found.append(Group([line], across=True))
            elif opened:
                start = line.start + opened.start("number")
                behind = opened.end("mark") if opened["mark"] else opened.end("number")
                self.last = opened["number"]
                if self.mark is None:
                    self.mark, self.place = opened["mark"] or "", opened.start("number")
                group = Group([line], self.last, (start, line.start + behind), behind)
                self.found.append(group)
            elif not self.found or self.found[-1].across or (first and n == 0) or self._is_full(line):
                self.found.append(Group([line]))
            else:
                self.found[-1].lines.append(line)

    def _opening(self, line: Line, *, first: bool) -> re.Match[str] | None:
        """The number that a line begins a row with: one that goes on, marked as those above, in their place."""
        match = NUMBER.match(line.text)
        if match is None:
            return None
        number = match["number"]
        if self.mark is not None and (
            (match["mark"] == ")") != (self.mark == ")") or abs(match.start("number") - self.place) > FAR
        ):
            return None
        one = number in FIRST and (not self.last or (bool(self.found) and self.found[-1].across))
        goes_on = one or follows(self.last, number) or follows_soon(self.last, number)
        later = self.last.isdigit() and number.isdigit() and int(number) > int(self.last)
        others = len(pieces_of(line, 0, match.end())) > 1
        if first:
            return match if goes_on or later or not self.last or others else None
        return match if (goes_on or (later and bool(match["mark"]))) and others else None

    def _is_heading(self, line: Line, below: Sequence[Line]) -> bool:
        """Whether a line alone is a heading between rows: a row begins below, and no other column has words."""
        own = NUMBER.match(line.text)
        pieces = pieces_of(line, 0, own.end() if own else 0)
        words = line.text[own.end() if own else 0 :].strip()
        if len(pieces) != 1 or not (CAPITAL.match(words) or ROMAN.match(line.text)):
            return False
        behind = next((one for one in below if one.text.strip()), None)
        match = NUMBER.match(behind.text) if behind else None
        if match is None:
            return False
        if own:
            return match["number"].startswith(f"{own['number']}.")
        begins = follows(self.last, match["number"]) or match["number"] in FIRST
        wide = pieces[0].end > self.head.starts[1 + self.head.numbered] and pieces[0].start > self.place + FAR
        return begins and (wide or pieces[0].text.isupper() or bool(ROMAN.match(line.text)))


def _blocks(lines: Sequence[Line], *, apart: bool) -> Iterator[list[Line]]:
    """The lines of words between drawn ones, or blank ones where these part rows."""
    block: list[Line] = []
    for line in lines:
        if is_drawn(line) or (apart and not line.text.strip()):
            if block:
                yield block
            block = []
        elif line.text.strip():
            block.append(line)
    if block:
        yield block
