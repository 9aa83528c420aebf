"""Where a typed table ends whose titles stand between drawn lines: behind the last, or before what is no row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.continued_tables import says_it_goes_on
from extract.lexicon.headings import heading_words
from extract.readers.typed.bars import is_drawn, is_drawn_through
from extract.readers.typed.below import are_prose, is_signed, runs_over
from extract.readers.typed.heads import CAPITAL, FIRST, WIDE, Head, pieces_of
from extract.readers.typed.lines import Line
from extract.readers.typed.ruled_rows import NUMBER

FEWEST_ROWS = 2
MOST_BLANK = 2
"""Blank lines within a table."""
FURTHER = 30
"""Lines below a point among which a row tells that it is none."""
_MARKS = ("#", "<", "```", ">")
"""What a line of Markdown opens with that is of no table."""
_SIGNED = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^.,;:]*\s{3,}(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){1,2}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+")
"""Who signed, far behind his post: "Аким сада                А. Садов"."""


def end_of(lines: Sequence[Line], begin: int, head: Head, lang: str, *, drawn: bool) -> int:
    """The line behind the table: behind the last drawn line where lines are drawn between rows, else before what is no
    row; where none is `drawn` before the titles where they stand again above a first number.
    """
    end, blank, number = begin, 0, begin
    while number < len(lines) and blank <= MOST_BLANK:
        bare = lines[number].text.strip()
        if not bare:
            blank += 1
        elif _ends_at(lines, number, head, lang, blank=blank > 0) or (not drawn and _begins_anew(lines, number, head)):
            break
        else:
            end, blank = number + 1, 0
        number += 1
    strokes = [n for n in range(begin, end) if is_drawn_through(lines[n])]
    closes = len(strokes) > FEWEST_ROWS or (
        strokes and any(NUMBER.match(line.text) for line in lines[begin : strokes[-1]])
    )
    if closes and not _hold_rows(lines[strokes[-1] + 1 : end]):
        return strokes[-1] + 1
    return end


def _is_prose_below(lines: Sequence[Line], number: int, head: Head) -> bool:
    """Whether a line behind a blank one is of the text below: a point, or a sentence over the columns in a capital, and
    no row below.
    """
    line = lines[number]
    match = NUMBER.match(line.text)
    pieces = pieces_of(line, number, match.end() if match else 0)
    if match:
        prose = are_prose([pieces], head, apart=True)
    else:
        over = runs_over(pieces, head.starts[int(head.numbered) + 1])
        prose = over and bool(CAPITAL.match(pieces[0].text)) and pieces[0].start < WIDE
    if not prose:
        return False
    return not any(len(pieces_of(one, 0)) > FEWEST_ROWS for one in lines[number + 1 : number + 1 + FURTHER])


def _hold_rows(lines: Sequence[Line]) -> bool:
    """Whether some lines hold numbered rows: one has words in several columns."""
    numbers = [NUMBER.match(line.text) for line in lines]
    return any(numbers) and any(
        len(pieces_of(line, 0, match.end() if match else 0)) > 1 for line, match in zip(lines, numbers, strict=True)
    )


def _closes(line: Line, bare: str, head: Head, lang: str, *, blank: bool) -> bool:
    """Whether a line is of no row: it says that the table goes on, opens something else, or is signed; behind a blank
    one a note and prose, too.
    """
    if says_it_goes_on(bare, lang) or bare.startswith(_MARKS):
        return True
    if is_drawn(line):
        return False
    notes = tuple(heading_words(lang).notes)
    return bool(_SIGNED.fullmatch(bare)) or (blank and (bare.casefold().startswith(notes) or _is_prose(line, head)))


def _is_prose(line: Line, head: Head) -> bool:
    """Whether a line behind a blank one is of a paragraph below the table: words from the first column to the last."""
    pieces = pieces_of(line, 0)
    return len(pieces) == 1 and pieces[0].end > head.starts[-1] and not NUMBER.match(line.text)


def _begins_anew(lines: Sequence[Line], at: int, head: Head) -> bool:
    """Whether the titles stand again at a line, the number of a first row below them."""
    if " ".join(lines[at].text.split()) != head.first:
        return False
    behind = at + head.size
    below = next((line.text for line in lines[behind : behind + FEWEST_ROWS] if line.text.strip()), "")
    match = NUMBER.match(below)
    return match is not None and match["number"] in FIRST


def _ends_at(lines: Sequence[Line], number: int, head: Head, lang: str, *, blank: bool) -> bool:
    """Whether the table ends before a line: behind a blank one before a text, or who signs, too."""
    line = lines[number]
    if _closes(line, line.text.strip(), head, lang, blank=blank):
        return True
    if not blank or is_drawn(line):
        return False
    return _is_prose_below(lines, number, head) or is_signed(lines, number, lang, sure=False)
