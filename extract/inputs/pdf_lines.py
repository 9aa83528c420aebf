"""Words of a page as lines, lines as paragraphs: by geometry alone, for a PDF knows neither.

A line ends its paragraph where the next line's first word would still have fitted on it, where the gap below is
larger than the usual one, where the next line is set in, or where the letters change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median

from extract.document.repairs import Known, is_one_word
from extract.inputs.note_marks import is_note_mark
from extract.language.russian import is_known_word
from kzedu_graph.language.kazakh_endings import stems_of

EDGE = 0.9
"""Of a letter's size: less room than that at its end, and a line is full."""
RAISED = 0.75
"""Of the size of the letters before it: what is larger is no raised figure."""
APART = 0.12
"""Of a letter's size: more white, and it parts two words."""
FARTHEST_INDENT = 0.25
"""Of a column's width."""
INDENT = 6.0
"""Points by which a paragraph's first line is set in, at least."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in points from the page's left upper corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool = False
    size: float = 10.0


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, the page's number, and the left and right edge that the line could fill."""

    words: tuple[Word, ...]
    page: int
    left: float
    right: float

    @property
    def text(self) -> str:
        """The words; a space wherever there is a gap, for a change of letters parts a word too."""
        pieces = [self.words[0].text]
        for before, word in zip(self.words, self.words[1:], strict=False):
            pieces.append((" " if word.x0 - before.x1 > APART * word.size else "") + word.text)
        return "".join(pieces)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def reaches_edge(self) -> bool:
        """Whether no further letter had room on the line."""
        return self.right - self.x1 < EDGE * self.size

    @property
    def centred(self) -> bool:
        """Whether the line stands in the middle: far from both edges, for a first line is set in too, or bold."""
        before, behind, width = self.x0 - self.left, self.right - self.x1, self.right - self.left
        far = INDENT / 2 if self.bold else max(40.0, 0.08 * width)
        return before > far and abs(before - behind) < 0.05 * width

    @property
    def set_right(self) -> bool:
        """Whether the line ends at the right edge and begins far from the left one, as stamps do."""
        return self.x0 - self.left > max(40.0, 0.08 * (self.right - self.left)) and self.right - self.x1 < INDENT

    @property
    def is_aside(self) -> bool:
        """Whether the line begins so far from the left edge that no first line of a paragraph does."""
        return self.x0 - self.left > FARTHEST_INDENT * (self.right - self.left)


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
                    is_one_word(text, line.text, self.known) or _is_russian_word(text, line.text)
                )
                torn = torn or (bool(tears) and tears[n])
                text += line.text if torn else f" {line.text}"
        return text

    def _tears(self) -> list[bool]:
        """Whether a word is torn behind each line but the last; a piece between two tears makes a word with both."""
        found: list[bool] = []
        rest = ""
        for above, line in reversed(list(pairwise(self.lines))):
            piece = _first(line)
            if found and found[-1]:
                found.append(_fills(above, line) and self.known(above.words[0].text + piece + rest))
            else:
                found.append(_is_torn(above, line, self.known))
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


def lines_of(words: Sequence[Word], page: int, left: float, right: float) -> list[Line]:
    """The words of one column or cell as lines, from above."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        middle = (word.top + word.bottom) / 2
        if rows and rows[-1][0].top <= middle <= rows[-1][0].bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(_without_note_marks(sorted(row, key=lambda w: w.x0))), page, left, right) for row in rows]


def _without_note_marks(row: Sequence[Word]) -> list[Word]:
    """The words of a line without the small figures raised right behind them, which send to a note."""
    words: list[Word] = []
    for word in row:
        if words and _is_raised(words[-1], word) and is_note_mark(words[-1].text, word.text):
            words[-1] = replace(words[-1], x1=word.x1)
        else:
            words.append(word)
    return words


def _is_raised(before: Word, word: Word) -> bool:
    touches = word.x0 - before.x1 <= APART * word.size
    return touches and word.size <= RAISED * before.size and word.bottom < before.bottom


def usual_gap(lines: Sequence[Line]) -> float:
    """The median white between two lines below one another, in points."""
    gaps = [
        b.top - a.bottom for a, b in pairwise(lines) if a.page == b.page and -a.size < b.top - a.bottom < 2 * a.size
    ]
    return median(gaps) if gaps else 2.0


def with_dictionary(own: Known) -> Known:
    """Words that a text has whole, Kazakh ones in any of their forms, and those of the dictionary of Russian."""

    @lru_cache(maxsize=10_000)
    def known(word: str) -> bool:
        stems = [stem for stem in stems_of(word.casefold()) if len(stem) >= SHORTEST_STEM]
        borrowed = (stem for stem in stems if len(stem) >= SHORTEST_BORROWED)
        return own(word) or is_known_word(word) or any(map(own, stems)) or any(map(is_known_word, borrowed))

    return known


def tears_words(cells: Iterable[Sequence[Line]], known: Known) -> bool:
    """Whether the narrow cells of a table tear words: a line of one word that reaches the edge, no word itself, goes on
    with what makes it one or can be none, or more than once with a piece that is too short. One letter that is no word
    shows it alone.
    """
    pairs = ((above, line) for lines in cells for above, line in pairwise(lines) if _fills(above, line))
    return sum(_shows_a_tear(above.words[0].text, line, known) for above, line in pairs) > 1


def _shows_a_tear(word: str, line: Line, known: Known) -> int:
    """How much a word and the line below speak for a tear: two where they show one, one where its piece is short."""
    piece = _first(line)
    if _is_lone(line):
        return 2
    if known(word):
        return 0
    shows = known(word + piece) or _NO_END.search(word) or not (known(piece) or _may_begin_a_word(piece, 0))
    return 2 if shows else int(_is_scrap(piece))


def _is_russian_word(before: str, behind: str) -> bool:
    """Whether the end of a line and the beginning of the next are a word of the dictionary, and not two of them."""
    head, tail = _LAST.search(before), _FIRST.match(behind)
    if head is None or tail is None or not is_known_word(head[0] + tail[0]):
        return False
    return not is_known_word(head[0]) or (len(tail[0]) <= SHORTEST_WORD and tail[0].casefold() not in _SHORT_WORDS)


def _fills(above: Line, line: Line) -> bool:
    """Whether a line is one word that leaves no room for a letter, and the next line goes on with a small one
    ("абаттан", "дыру"), or with the last capitals of an abbreviation."""
    word, piece = above.words[0], _first(line)
    letter = (word.x1 - word.x0) / len(word.text)
    if len(above.words) > 1 or not word.text[-1].isalpha() or above.right - above.x1 > 1.2 * letter:
        return False
    return piece[:1].islower() or (word.text.isupper() and piece.isupper() and len(piece) <= SHORTEST_WORD)


def _first(line: Line) -> str:
    return line.words[0].text.rstrip(",;.:)")


def _is_lone(line: Line) -> bool:
    """Whether a line begins with one letter that is neither a word nor the marker of an item."""
    piece = line.words[0].text.rstrip(",;")
    return len(piece) == 1 and piece.isalpha() and piece.casefold() not in _SHORT_WORDS


def _is_scrap(piece: str) -> bool:
    return len(piece) <= SHORTEST_WORD and piece.isalpha()


def _is_torn(above: Line, line: Line, known: Known) -> bool:
    """Whether a word was torn at the edge: it is none that is known, and what follows is none, or both are one."""
    if not _fills(above, line):
        return False
    word, piece = above.words[0].text, _first(line)
    if known(word + piece) or known(word):
        is_none = _is_scrap(piece) or not _may_begin_a_word(piece, 0)
        return known(word + piece) or (is_none and not known(piece))
    if _INFLECTED.search(word) and len(piece) >= SHORTEST_BEHIND_WHOLE and _may_begin_a_word(piece, 0):
        return bool(_NO_BEGINNING.match(piece))
    return (
        len(piece) < SHORTEST_OWN
        or bool(_NO_END.search(word))
        or not (known(piece) or _may_begin_a_word(piece, SHORTEST_OWN))
    )


def _may_begin_a_word(piece: str, shorter: int) -> bool:
    """Whether a piece that nobody knows may be a word all the same: a longer one that begins with no two consonants."""
    return len(piece) > shorter and bool(_VOWEL.search(piece[:2].casefold()))


_LAST, _FIRST = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[а-яё]+(?![^\W\d_])")
_SHORT_WORDS = frozenset(
    (
        *("а", "в", "и", "к", "о", "с", "у", "я", "во", "да", "до", "же", "за", "из", "их", "ко", "на", "не", "ни"),
        *("но", "об", "он", "от", "по", "со", "та", "те", "то", "ту", "уж"),
    )
)
_NO_END = re.compile("[бвгғджзкқпстфхцчшщ][лмнр]\\Z", re.IGNORECASE)
"""Letters that no word ends in but those that are known ("театр")."""
_INFLECTED = re.compile(
    "[^\\W\\d_]{3,}[лдт][ае]р[ыі]?(?:н?[дт][ыі]|[ғгқ][ае]|н?[дт][ае]н?|на|не|мен)\\Z", re.IGNORECASE
)
"""Kazakh words that nothing but the rest of their case may follow: "балаларды", "мектептерге"."""
_NO_BEGINNING = re.compile("[ғң]|[гк]і")
"""How that rest begins: "дағы", "дегі"."""
_VOWEL = re.compile("[аәеёиіоөуұүыэюя]")
SHORTEST_STEM = 3
SHORTEST_BORROWED = 6
"""Letters of a Russian word that Kazakh endings stand behind: "директорлары"."""
SHORTEST_OWN = 5
"""Letters of what may be a word though nothing tells that the line above ends inside one."""
SHORTEST_BEHIND_WHOLE = 4
"""The same behind a word that has its plural and its case."""
SHORTEST_WORD = 2
"""Letters of a piece that is no word by itself, unless it is known."""
