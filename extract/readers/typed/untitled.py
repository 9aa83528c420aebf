"""Tables aligned by blanks that have no titles at all: what stands in the columns tells what they are.

    План мероприятий по уходу за садами
    1. Посадить сады во всех          до мая 2031 г.     Аким района,
       селах района                                      лесхозы
    2. Полить сады                    постоянно          Лесхозы

Something above calls it a plan, a programme or measures; terms that the grammar of times knows stand in most rows of
one column, deeds in the first, bodies in the one that is left. The titles are said for the number of the first row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extract.document.blocks import EMPTY_CELL, Cell, Row, passage_of
from extract.document.continued_tables import follows, follows_soon
from extract.document.times import TITLES, said
from extract.lexicon.words import words
from extract.readers.typed.aligned import cut, rows_below
from extract.readers.typed.aligned_rows import MOST_BLANK
from extract.readers.typed.bars import BAR
from extract.readers.typed.heads import CAPITAL, FIRST, WIDE, Head, Piece, number_of, pieces_of
from extract.readers.typed.lines import FoundTable, Line
from extract.values.forms import parse_completion_forms
from extract.values.parties.staff import is_person, is_staff
from extract.values.times.period import parse_period

FEWEST_ROWS = 2
FEWEST_UNNUMBERED = 3
"""Rows of a table without numbers."""
FEWEST_DATED = 2
MOST_ABOVE, MOST_LOOKED_AT = 40, 120
"""Filled lines above a table that may call it a plan, and lines with the blank ones among them."""
MOST_BELOW = 120
"""Pieces on the lines below the first of a row; behind more there are no rows."""
MOST_ROWS = 60
"""Rows that are looked at."""
MOST_COLUMNS = 4
MOSTLY = 0.6
"""Share of the rows that must be of a kind."""
ASIDE = 7
"""Places by which the column of a row may begin beside that of the row above."""
LONGEST_TERM = 80
SAID = {
    "ru": {"number": "№", "name": "Мероприятия", "responsible": "Ответственные", "completion_form": "Форма завершения"},
    "kk": {"number": "№", "name": "Іс-шаралар", "responsible": "Жауаптылар", "completion_form": "Аяқтау нысаны"},
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIGURES = re.compile(r"[\d\s.,%–—-]+")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?")
_MARKED = ("#", "<", ">", "```", "**")


@dataclass(frozen=True, slots=True)
class _Begun:
    """The first line of a row by its pieces, and those of the lines below it."""

    first: tuple[Piece, ...]
    below: tuple[Piece, ...]

    def words(self, column: int) -> tuple[str, str]:
        """What stands in a column: on the first line, and on all."""
        piece = self.first[column]
        left = (self.first[column - 1].end + piece.start) // 2 if column else 0
        behind = self.first[column + 1 :]
        right = behind[0].start - 1 if behind else 1 << 16
        own = [one.text for one in self.below if left < one.start < right and abs(one.start - piece.start) <= ASIDE]
        return piece.text, " ".join((piece.text, *own))


def untitled_table(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The table without titles whose first row begins at a line, and the line behind it; None where there is none."""
    match = number_of(lines[at].text)
    if match and match["number"] not in FIRST:
        return None, at
    first = pieces_of(lines[at], at, match.end() if match else 0)
    if len(first) < FEWEST_ROWS or BAR.search(lines[at].text) or not (match or _opens(lines, at, first)):
        return None, at
    head = (
        _head(text, lines, at, match, lang) if _is_below_a_plan(lines[max(0, at - MOST_LOOKED_AT) : at], lang) else None
    )
    found = rows_below(text, lines, at, head, lang) if head else None
    if head is None or found is None or not found[2]:
        return None, at
    told, end, _ = found
    return FoundTable(lines[at].start, lines[end - 1].end, (head.row, *told)), end


def _opens(lines: Sequence[Line], at: int, first: Sequence[Piece]) -> bool:
    """Whether a line without a number may be the first row: three columns, a capital, none such above it."""
    above = pieces_of(lines[at - 1], 0) if at else []
    return len(first) > FEWEST_ROWS and bool(CAPITAL.match(first[0].text)) and len(above) < FEWEST_ROWS


def _is_below_a_plan(above: Sequence[Line], lang: str) -> bool:
    """Whether one of the last lines has a word for a plan, a programme or measures."""
    stems = words(lang).plan_titles
    filled = (line.text for line in reversed(above) if line.text.strip())
    near = (text for _, text in zip(range(MOST_ABOVE), filled, strict=False))
    return any(
        word.startswith(stems) for text in near for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())
    )


def _begun(lines: Sequence[Line], at: int, lang: str, *, numbered: bool) -> Iterator[_Begun]:
    """The rows, as far as numbers go on, or capitals open lines of several columns."""
    last, blank = "", 0
    first: tuple[Piece, ...] = ()
    below: list[Piece] = []
    for n in range(at, len(lines)):
        line = lines[n]
        bare = line.text.strip()
        if not bare:
            blank += 1
            continue
        if blank > MOST_BLANK or bare.startswith(_MARKED) or len(below) > MOST_BELOW:
            break
        blank = 0
        match = number_of(line.text) if numbered else None
        opens = _goes_on(last, match["number"]) if match else not numbered and _opens_row(pieces_of(line, n), first)
        if opens:
            if first:
                yield _Begun(tuple(_parted(first, below, lang)), tuple(below))
            last = match["number"] if match else ""
            first, below = tuple(pieces_of(line, n, match.end() if match else 0)), []
        else:
            below.extend(pieces_of(line, n))
    if first:
        yield _Begun(tuple(_parted(first, below, lang)), tuple(below))


def _parted(first: Sequence[Piece], below: Sequence[Piece], lang: str) -> Iterator[Piece]:
    """The pieces, one that holds a term and what begins right over words below it as two."""
    starts = {piece.start for piece in below}
    yield first[0]
    for piece in first[1:]:
        for gap in re.finditer(r"\s", piece.text):
            if piece.start + gap.end() in starts and _is_term(piece.text[: gap.start()], lang):
                yield from cut(piece, gap)
                break
        else:
            yield piece


def _goes_on(last: str, told: str) -> bool:
    return told in FIRST if not last else follows(last, told) or follows_soon(last, told)


def _opens_row(pieces: Sequence[Piece], first: Sequence[Piece]) -> bool:
    """Whether a line opens a row where numbers do not: in a capital, words in another column beside it."""
    beside = len(pieces) > 1 and (not first or pieces[0].start < first[1].start - WIDE)
    return beside and bool(CAPITAL.match(pieces[0].text))


def _head(text: str, lines: Sequence[Line], at: int, match: re.Match[str] | None, lang: str) -> Head | None:
    """Titles by what stands in the columns; None where no column of terms is for sure."""
    rows = list(islice(_begun(lines, at, lang, numbered=match is not None), MOST_ROWS))
    if len(rows) < (FEWEST_ROWS if match else FEWEST_UNNUMBERED):
        return None
    line = lines[at]
    counted = Counter(len(row.first) for row in rows)
    width, _ = max(counted.items(), key=lambda one: (one[1], one[0]))
    whole = [row for row in rows if len(row.first) == width]
    if not FEWEST_ROWS <= width <= MOST_COLUMNS or len(whole) < max(FEWEST_DATED, len(rows) // 2):
        return None
    columns = [[row.words(n) for row in whole] for n in range(width)]
    kinds = _kinds(columns, lang)
    if kinds is None:
        return None
    number = match is not None
    starts = [piece.start for piece in whole[0].first]
    label = match.end("mark") if match and match["mark"] else match.end("number") if match else 1
    place = passage_of(text, line.start, line.start + label).strip()
    told = {**SAID[lang], "deadline": TITLES[lang]}
    named = [*(["number"] if number else []), *kinds]
    cells = tuple(Cell((said(told[kind], place),)) if kind else EMPTY_CELL for kind in named)
    columns_start = [*([0] if number else []), *starts]
    return Head(Row(cells), tuple(named), tuple(columns_start), 0, number, "")


def _kinds(told: Sequence[Sequence[tuple[str, str]]], lang: str) -> list[str] | None:
    """The kind of each column by the first line of its cells and by all: one of terms, deeds in the first that is none,
    bodies in the one that is left; None where there are no terms, or persons for deeds, or nobody.
    """
    dated = [sum(any(_is_term(text, lang) for text in cell) for cell in column) / len(column) for column in told]
    columns = [[both for _, both in column] for column in told]
    term = max(range(len(columns)), key=lambda n: dated[n])
    if dated[term] < MOSTLY or sum(share >= MOSTLY for share in dated) > 1:
        return None
    kinds = [""] * len(columns)
    kinds[term] = "deadline"
    rest = [n for n in range(len(columns)) if n != term]
    kinds[rest[0]] = "name"
    if _share(columns[rest[0]], is_person) >= MOSTLY:
        return None
    if len(rest) > 1:
        bodies = [_share(columns[n], lambda one: _is_somebody(one, lang)) for n in rest[1:]]
        forms = [_share(columns[n], lambda one: _is_form(one, lang)) for n in rest[1:]]
        best = max(range(len(rest) - 1), key=lambda n: bodies[n] - forms[n])
        if _share(columns[rest[1 + best]], lambda one: _FIGURES.fullmatch(one) is None) >= MOSTLY:
            kinds[rest[1 + best]] = "responsible"
        for n, share in enumerate(forms):
            if n != best and share >= MOSTLY:
                kinds[rest[1 + n]] = "completion_form"
        if forms[best] >= MOSTLY > bodies[best]:
            kinds[rest[1 + best]] = "completion_form"
    return kinds if len(rest) == 1 or len(set(kinds)) > FEWEST_ROWS + ("" in kinds) else None


def _share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts)


def _is_term(text: str, lang: str) -> bool:
    """Whether words are a term; a number alone is none, but for a year."""
    if len(text) > LONGEST_TERM or _FIGURES.fullmatch(text):
        return bool(_YEARS.fullmatch(text))
    return parse_period(text, lang, yearless=True) is not None


def _is_somebody(text: str, lang: str) -> bool:
    """Whether words begin with a post or a unit, or are a name in capitals; figures are nobody."""
    first = re.split(r"[,;]", text)[0]
    return not _FIGURES.fullmatch(text) and (is_staff(first, lang) or bool(CAPITAL.match(first)))


def _is_form(text: str, lang: str) -> bool:
    forms = parse_completion_forms([text], lang)
    return bool(forms) and all(form.kind for form in forms)
