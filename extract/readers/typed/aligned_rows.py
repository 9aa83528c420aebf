"""The rows of a table aligned by blanks: lines behind a number that goes on, or that begin in the first column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from extract.document.continued_tables import follows, follows_soon, says_it_goes_on
from extract.lexicon.headings import heading_words
from extract.readers.typed.bars import is_drawn
from extract.readers.typed.below import are_prose, is_signed, runs_over
from extract.readers.typed.heads import BESIDE, CAPITAL, FIRST, ROMAN, WIDE, Head, Piece, Span, number_of, pieces_of
from extract.readers.typed.lines import Line
from extract.readers.typed.titles import kind_of

MOST_BLANK = 2
"""Blank lines within a row."""
LOOKED_AT, SPACED = 60, 0.35
"""Lines that tell whether each has a blank one beneath it, and the share of blank ones from which it has."""
MOST_AWAY = 3
"""Lines that may stand between the titles and the first row."""
FURTHER = 30
"""Lines below what may end the table among which a row tells that it does not."""


@dataclass(slots=True)
class Group:
    """The pieces of a row, its number and where that stands; `at` is its first line, `apart` whether behind a blank."""

    at: int
    pieces: list[Piece] = field(default_factory=list)
    number: str = ""
    label: Span | None = None
    across: bool = False
    apart: bool = False

    @property
    def lines(self) -> frozenset[int]:
        """The lines that it stands on."""
        return frozenset(piece.line for piece in self.pieces)

    @property
    def has_columns(self) -> bool:
        """Whether one of its lines has words in several columns."""
        return len(self.pieces) > len(self.lines)


def groups_of(lines: Sequence[Line], at: int, head: Head, lang: str) -> tuple[list[Group], int]:
    """The rows below the titles, and the line behind the last."""
    near = [line.text for line in lines[at : at + LOOKED_AT]]
    while near and not near[-1].strip():
        near.pop()
    filled = [line for line in near if line.strip()][: MOST_AWAY + 1]
    spaced = sum(not line.strip() for line in near) > SPACED * len(near)
    numbered = any((match := number_of(line)) and match["number"] in FIRST for line in filled)
    rows = _Rows(lines, head, lang, numbered=numbered, spaced=spaced)
    end, blank, number = at, 0, at
    notes = tuple(heading_words(lang).notes)
    while number < len(lines) and blank <= MOST_BLANK:
        bare = lines[number].text.strip()
        if not bare or is_drawn(lines[number]):
            blank += 1
            number += 1
            continue
        if rows.begins_anew(number, blank=blank > 0):
            break
        if _names_again(lines[number], head, lang):
            number += head.size
            continue
        closes = bare.startswith(("#", "<", "```", ">")) or bare.count("|") > 1 or says_it_goes_on(bare, lang)
        closes = (
            closes or (blank > 0 and bare.casefold().startswith(notes)) or rows.ends_before(number, blank=blank > 0)
        )
        if closes or not rows.take(number, blank=blank > 0):
            break
        number += 1
        end, blank = number, 0
    return rows.without_prose(end)


def _with_headings(groups: Sequence[Group]) -> Iterator[Group]:
    """The rows, one whose number those behind it begin with set across: "1. Сады" over "1.1. Посадить сады"."""
    for group, behind in zip_longest(groups, groups[1:]):
        if group.number and behind and behind.number.startswith(f"{group.number}.") and not group.has_columns:
            yield replace(group, across=True)
        else:
            yield group


@dataclass(slots=True)
class _Rows:
    """Takes lines one by one into rows; `numbered` where numbers begin them, `spaced` where blank lines part all."""

    lines: Sequence[Line]
    head: Head
    lang: str
    numbered: bool
    spaced: bool
    found: list[Group] = field(default_factory=list)
    last: str = ""

    @property
    def second(self) -> int:
        """Where the column behind that of the names begins."""
        return self.head.starts[int(self.head.numbered) + 1]

    def take(self, number: int, *, blank: bool) -> bool:
        """Whether a line is of the table, behind a blank one or not."""
        line = self.lines[number]
        apart = blank and not self.spaced
        if self.numbered and (match := self._number(line, number)):
            behind = match.end("mark" if match["mark"] else "number")
            label = (line.start + match.start("number"), line.start + behind)
            self.last = match["number"]
            pieces = pieces_of(line, number, match.end())
            self.found.append(Group(number, pieces, self.last, label, apart=apart))
            return True
        pieces = pieces_of(line, number)
        if ROMAN.match(line.text) and len(pieces) == 1:
            self.found.append(Group(number, pieces, across=True))
        elif not self.numbered and _opens_anew(pieces, self.head, after_blank=blank or not self.found):
            self.found.append(Group(number, pieces, apart=apart))
        elif self.numbered and apart and self._stands_alone(pieces):
            if not any(number_of(one.text) for one in self.lines[number + 1 : number + 1 + MOST_AWAY]):
                return False
            self.found.append(Group(number, pieces, across=True))
        elif not self.found or (blank and self.found[-1].across):
            return False
        else:
            self.found[-1].pieces.extend(pieces)
        return True

    def begins_anew(self, number: int, *, blank: bool) -> bool:
        """Whether a table of its own begins at a line, or at the titles below it: those of this one stand there, and
        rows are counted anew.
        """
        if not self.found:
            return False
        if not _names_again(self.lines[number], self.head, self.lang):
            behind = number + 1
            while behind < len(self.lines) and behind <= number + MOST_AWAY and not self.lines[behind].text.strip():
                behind += 1
            alone = blank and behind < len(self.lines) and len(pieces_of(self.lines[number], number)) == 1
            if not alone or not _names_again(self.lines[behind], self.head, self.lang):
                return False
            number = behind
            if not self.numbered:
                return True
        behind = number + self.head.size
        below = (line for line in self.lines[behind : behind + MOST_AWAY + 1] if line.text.strip())
        first = next(below, None)
        match = number_of(first.text) if first else None
        return match is not None and match["number"] in FIRST and bool(self.last)

    def ends_before(self, number: int, *, blank: bool) -> bool:
        """Whether a line is of what stands below the table: who signs, or words that run over the columns; behind a
        blank line over one, else over all, in a capital.
        """
        if not self.found:
            return False
        line = self.lines[number]
        match = number_of(line.text)
        pieces = pieces_of(line, number, match.end() if match else 0)
        apart = blank and not self.spaced
        over = bool(pieces) and runs_over(pieces, self.second if apart else self.head.starts[-1])
        if over and not blank:
            over = match is None and bool(CAPITAL.match(pieces[0].text))
        counted = match is not None and self.numbered and not self._number(line, number)
        sentence = apart and counted and len(pieces) == 1 and pieces[0].text.endswith(".")
        signed = (
            match is None
            and len(pieces) <= len(self.head.kinds)
            and is_signed(self.lines, number, self.lang, sure=apart and self.numbered)
        )
        return (over or sentence or signed) and not self._goes_on_below(number)

    def _goes_on_below(self, number: int) -> bool:
        """Whether a row stands below a line: with the next number, or words in all columns where none are numbered."""
        for line in self.lines[number + 1 : number + 1 + FURTHER]:
            match = number_of(line.text)
            if not self.numbered:
                pieces = pieces_of(line, 0)
                first = self.head.starts[int(self.head.numbered)]
                if len(pieces) >= len(self.head.kinds) and abs(pieces[0].start - first) <= BESIDE:
                    return True
            elif match and match["number"] in FIRST:
                return False
            elif match and self._number(line, number) and len(pieces_of(line, 0, match.end())) > 1:
                return True
        return False

    def without_prose(self, end: int) -> tuple[list[Group], int]:
        """The rows up to the last that is one, headings below it apart, and the line behind it, which was `end`."""
        groups = list(_with_headings(self.found))
        kept = len(groups)
        while kept and (self._is_prose(groups[kept - 1]) or (kept < len(groups) and groups[kept - 1].across)):
            kept -= 1
        if kept == len(groups):
            return groups, end
        end = groups[kept].at
        while end and not self.lines[end - 1].text.strip():
            end -= 1
        return groups[:kept], end

    def _is_prose(self, group: Group) -> bool:
        of_lines: dict[int, list[Piece]] = {}
        for piece in group.pieces:
            of_lines.setdefault(piece.line, []).append(piece)
        return not group.across and are_prose(list(of_lines.values()), self.head, apart=group.apart)

    def _number(self, line: Line, number: int) -> re.Match[str] | None:
        """The number that a line begins a row with."""
        match = number_of(line.text)
        if match is None:
            return None
        told = match["number"]
        first = told in FIRST and (not self.found or self.found[-1].across)
        goes_on = follows(self.last, told) or follows_soon(self.last, told)
        return match if first or goes_on or _is_of_a_later_row(self.last, match, line, number) else None

    def _stands_alone(self, pieces: Sequence[Piece]) -> bool:
        """Whether a line has but words in a capital, no other column beside them, at the edge or over columns: a
        heading, or what stands below.
        """
        alone = len(pieces) == 1 and bool(CAPITAL.match(pieces[0].text))
        return alone and (pieces[0].start < WIDE or runs_over(pieces, self.second))


def _is_of_a_later_row(last: str, match: re.Match[str], line: Line, number: int) -> bool:
    """Whether a number is that of a row though rows are missing before it: its words begin in a capital, and other
    columns have some beside them.
    """
    pieces = pieces_of(line, number, match.end())
    counted = bool(match["mark"]) and last.isdigit() and match["number"].isdigit()
    later = counted and int(match["number"]) > int(last)
    return later and len(pieces) > 1 and bool(CAPITAL.match(pieces[0].text))


def _names_again(line: Line, head: Head, lang: str) -> bool:
    """Whether a line has the titles once more, for a page began."""
    if " ".join(line.text.split()) == head.first:
        return True
    titles = [piece.text for piece in pieces_of(line, 0)]
    return len(titles) > 1 and all(kind_of(title, lang) in head.kinds for title in titles) and titles[0].isupper()


def _opens_anew(pieces: Sequence[Piece], head: Head, *, after_blank: bool) -> bool:
    """Whether a line begins a row of a table without numbers: in the first column, in a capital, behind a blank line or
    with words in other columns too.
    """
    if pieces[0].start > head.starts[1] - BESIDE or not CAPITAL.match(pieces[0].text):
        return False
    return after_blank or len(pieces) > 1
