"""Chunks of a paged plan cut into the pieces of its cells, where a line or a run of lines holds several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.document.blocks import Passage
from extract.document.repairs import Known, close_up_letters, join_lines
from extract.lexicon.words import words
from extract.readers.paged_cells import Gap, Look, Piece
from extract.readers.paged_lines import OVERFULL, Chunk, End, Line, end_of, width_of
from kzedu_graph.language.letters import is_abbreviation

_WORD = re.compile(r"\S+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d{1,2}(?:-\w+)?")
_MARKS = re.compile(r"[–—,;-]+")
_EDGES = ".,;:()"
_ANCHORS = frozenset({"month", "recurrence", "every"})
"""Word classes of which a deadline holds at least one, where it names no year."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a line: its line's place in the chunk, its own in the line, and what it looks like."""

    line: int
    start: int
    time: bool
    anchor: bool
    party: bool
    mark: bool


@dataclass(frozen=True)
class Cutter:
    """Cuts chunks into pieces for one text's plan.

    `column` is the width of a column; `shorts` the text's own abbreviations; `forms` the wordings that stand
    alone as a completion form, or open one, elsewhere in the plan.
    """

    source: str
    lang: str
    known: Known
    column: int
    shorts: frozenset[str]
    forms: frozenset[str] = frozenset()

    def pieces(self, chunk: Chunk, above: Line | None) -> tuple[Piece, ...]:
        """The pieces of a chunk; `above` is the row's line before it, None where the chunk opens the row.

        They are cut once, however often a chunk is dealt to one row or the other.
        """
        key = chunk, _gap_before(chunk[0], above)
        if key not in self._cut:
            self._cut[key] = tuple(self._pieces(*key))
        return self._cut[key]

    @cached_property
    def _cut(self) -> dict[tuple[Chunk, Gap], tuple[Piece, ...]]:
        return {}

    def _pieces(self, chunk: Chunk, opening: Gap) -> Iterator[Piece]:
        slips = [self._slip(line) for line in chunk]
        for segment, gap in _segments(slips, self._cuts(slips), opening):
            text = join_lines([slip.passage for slip in segment], self.known).text
            yield Piece(tuple(slip.passage for slip in segment), self.look(text), gap, segment[-1].end, len(segment))

    def look(self, text: str) -> Look:
        """What a piece looks like: a deadline ("2024 жылғы тамыз"), bodies ("ОМ, ЖАО"), or any text."""
        found = list(self._words(0, text))
        if found and all(word.time for word in found) and any(word.anchor for word in found):
            return Look.TIME
        folded = text.casefold()
        if any(remark.casefold() in folded for remark in words(self.lang).remarks):
            return Look.PARTIES
        first = text.partition(",")[0].split()
        if first and (all(self._is_party(word) for word in first) or first[-1] in words(self.lang).legal_forms):
            return Look.PARTIES
        return Look.TEXT

    def _slip(self, line: Line) -> _Slip:
        passage = close_up_letters(line.passage(self.source), self.known)
        return _Slip(passage, end_of(line, self.column), self._overfull(passage.text))

    def _words(self, line: int, text: str) -> Iterator[_Word]:
        for match in _WORD.finditer(text):
            yield _Word(line, match.start(), *self._nature(match[0]))

    def _nature(self, word: str) -> tuple[bool, bool, bool, bool]:
        """Of a word: could it stand in a deadline, does it make one, is it a body, is it a mark?"""
        if word not in self._natures:
            bare = word.strip(_EDGES)
            tag = self._time_words.get(bare.casefold())
            year = bool(_YEAR.fullmatch(bare))
            mark = bool(_MARKS.fullmatch(word))
            time = year or mark or tag is not None or not bare or bool(_NUMBER.fullmatch(bare))
            self._natures[word] = time, year or tag in _ANCHORS, self._is_party(word), mark
        return self._natures[word]

    @cached_property
    def _natures(self) -> dict[str, tuple[bool, bool, bool, bool]]:
        return {}

    @cached_property
    def _time_words(self) -> dict[str, str]:
        return {word: tag for word, (tag, _) in words(self.lang).tags.items()}

    def _is_party(self, word: str) -> bool:
        bare = word.strip(_EDGES)
        return bare in self.shorts or ("-" not in bare and is_abbreviation(bare))

    def _cuts(self, slips: Sequence[_Slip]) -> set[tuple[int, int]]:
        """Where a piece ends inside the chunk: line and character of the word that opens the next."""
        found = [word for at, slip in enumerate(slips) for word in self._words(at, slip.passage.text)]
        cuts = set(self._around_time(slips, found)) or set(self._before_parties(slips, found))
        for at, slip in enumerate(slips):
            cuts.update(self._between_texts(at, slip, min((c for n, c in cuts if n == at), default=None)))
        return cuts

    def _around_time(self, slips: Sequence[_Slip], found: Sequence[_Word]) -> Iterator[tuple[int, int]]:
        """Around a deadline that stands last in the chunk ("ОМ-ге есеп" above "2023 – 2029"), or before bodies."""
        last = next((at for at in range(len(found) - 1, 0, -1) if self._turns_to_parties(slips, found, at)), len(found))
        run = last
        while run > 0 and found[run - 1].time:
            run -= 1
        anchor = next((at for at in range(run, last) if found[at].anchor), None)
        if anchor is None:
            return
        first = next((at for at in range(run, anchor + 1) if _may_open_deadline(slips, found, at)), None)
        if first is not None:
            yield from ((found[at].line, found[at].start) for at in (first, last) if 0 < at < len(found))

    def _turns_to_parties(self, slips: Sequence[_Slip], found: Sequence[_Word], at: int) -> bool:
        """Whether bodies open at a word, directly behind a deadline, and hold to the end of the chunk."""
        word = found[at]
        if not found[at - 1].time or word.time or not _may_open(slips, found, at):
            return False
        here = slips[word.line].passage.text[word.start :]
        rest = " ".join([here, *(slip.passage.text for slip in slips[word.line + 1 :])])
        return (word.party or here.startswith('"')) and self.look(rest) is Look.PARTIES

    def _before_parties(self, slips: Sequence[_Slip], found: Sequence[_Word]) -> Iterator[tuple[int, int]]:
        """Before bodies that share an overfull last line with a form ("ОМ-ге есеп ЖАО, ЦДИАӨМ")."""
        if not slips[-1].overfull:
            return
        first = len(found)
        while first > 0 and found[first - 1].party and found[first - 1].line == len(slips) - 1:
            first -= 1
        if first < len(found) and found[first].start > 0:
            yield found[first].line, found[first].start

    def _between_texts(self, at: int, slip: _Slip, end: int | None) -> Iterator[tuple[int, int]]:
        """Before the form that shares an overfull line with the name ("базасы есеп"), where it is known to be one."""
        text = slip.passage.text[:end].rstrip()
        if self._overfull(text):
            for match in _WORD.finditer(text):
                if match.start() and text[match.start() :].strip() in self.forms:
                    yield at, match.start()
                    return

    def _overfull(self, text: str) -> bool:
        return width_of(text) > OVERFULL * self.column


@dataclass(frozen=True, slots=True)
class _Slip:
    """A line's words, letter-spacing undone, white space at the ends kept."""

    passage: Passage
    end: End
    overfull: bool = False


def _may_open_deadline(slips: Sequence[_Slip], found: Sequence[_Word], at: int) -> bool:
    """Whether a deadline may open at a word: a mark opens none, and inside a line only a year or a month does."""
    if found[at].mark or (at > 0 and found[at - 1].mark):
        return False
    return _may_open(slips, found, at) and (found[at].anchor or _opens_line(found, at))


def _may_open(slips: Sequence[_Slip], found: Sequence[_Word], at: int) -> bool:
    """Whether a cell may open at a word: inside a line, or behind a line whose text may have ended."""
    word = found[at]
    if not _opens_line(found, at):
        return True
    return word.line == 0 or slips[word.line - 1].end is not End.OPEN


def _opens_line(found: Sequence[_Word], at: int) -> bool:
    return at == 0 or found[at - 1].line != found[at].line


def _gap_before(line: Line, above: Line | None) -> Gap:
    if above is None or above.page != line.page:
        return Gap.PAGE
    return Gap.TORN if line.indent > 0 else Gap.BLANK


def _segments(slips: Sequence[_Slip], cuts: set[tuple[int, int]], gap: Gap) -> Iterator[tuple[list[_Slip], Gap]]:
    """The chunk's lines, parted at the cuts and where a line ends what it belongs to."""
    run: list[_Slip] = []
    for at, slip in enumerate(slips):
        rest = slip
        if run and ((at, 0) in cuts or run[-1].end is End.CLOSED):
            yield run, gap
            run, gap = [], Gap.LINE
        taken = 0
        for cut in sorted(c for n, c in cuts if n == at and c > 0):
            left = Passage(slip.passage.text[taken:cut], slip.passage.offsets[taken:cut]).strip()
            yield [*run, _Slip(left, End.FULL)], gap
            run, gap, taken = [], Gap.CUT if slip.overfull else Gap.LINE, cut
            rest = _Slip(slip.passage[cut:], slip.end, slip.overfull)
        run.append(rest)
    if run:
        yield run, gap
