"""Words that are torn at the end of a line, mostly in the narrow cells of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from extract.document.repairs import Known
from extract.inputs.pdf.lines import Line
from extract.language.russian import is_known_word
from kzedu_graph.language.kazakh_endings import stems_of

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
    pairs = ((above, line) for lines in cells for above, line in pairwise(lines) if fills(above, line))
    return sum(_shows_a_tear(above.words[0].text, line, known) for above, line in pairs) > 1


def _shows_a_tear(word: str, line: Line, known: Known) -> int:
    """How much a word and the line below speak for a tear: two where they show one, one where its piece is short."""
    piece = first_piece(line)
    if _is_lone(line):
        return 2
    if known(word):
        return 0
    shows = known(word + piece) or _NO_END.search(word) or not (known(piece) or _may_begin_a_word(piece, 0))
    return 2 if shows else int(_is_scrap(piece))


def is_russian_word(before: str, behind: str) -> bool:
    """Whether the end of a line and the beginning of the next are a word of the dictionary, and not two of them."""
    head, tail = _LAST.search(before), _FIRST.match(behind)
    if head is None or tail is None or not is_known_word(head[0] + tail[0]):
        return False
    return not is_known_word(head[0]) or (len(tail[0]) <= SHORTEST_WORD and tail[0].casefold() not in _SHORT_WORDS)


def fills(above: Line, line: Line) -> bool:
    """Whether a line is one word that leaves no room for a letter, and the next line goes on with a small one
    ("абаттан", "дыру"), or with the last capitals of an abbreviation."""
    word, piece = above.words[0], first_piece(line)
    letter = (word.x1 - word.x0) / len(word.text)
    if len(above.words) > 1 or not word.text[-1].isalpha() or above.right - above.x1 > 1.2 * letter:
        return False
    return piece[:1].islower() or (word.text.isupper() and piece.isupper() and len(piece) <= SHORTEST_WORD)


def first_piece(line: Line) -> str:
    """The first word of a line without the mark behind it."""
    return line.words[0].text.rstrip(",;.:)")


def _is_lone(line: Line) -> bool:
    """Whether a line begins with one letter that is neither a word nor the marker of an item."""
    piece = line.words[0].text.rstrip(",;")
    return len(piece) == 1 and piece.isalpha() and piece.casefold() not in _SHORT_WORDS


def _is_scrap(piece: str) -> bool:
    return len(piece) <= SHORTEST_WORD and piece.isalpha()


def is_torn(above: Line, line: Line, known: Known) -> bool:
    """Whether a word was torn at the edge: it is none that is known, and what follows is none, or both are one."""
    if not fills(above, line):
        return False
    word, piece = above.words[0].text, first_piece(line)
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
