"""Words that a narrow column tore at a hyphen, put together again in the cells of a document's tables.

    Еже-            Ежегодно к 20 ноября          санитарно-             санитарно-эпидемиологического
    годно к 20 ноября                             эпидемиологического

A torn word is one that the text has whole elsewhere or a dictionary knows; where both parts are words, the hyphen is
their own. On one line ("интернет- платформа", "екі- және үш айлық") only a word that is known is put together.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Cell, Document, Passage, Row, Table, join
from extract.language.russian import is_known_word
from kzedu_graph.language.kazakh_endings import stems_of

_HANGS = re.compile(r"(?:[^\W\d_]|\d)-\s*\Z")
_GOES_ON = re.compile(r"(?:[^\W\d_]|\d)")
_RUN = re.compile(r"(?<![\w-])(?:[^\W\d_]+- )+[^\W\d_]+(?!\w)|(?<!\w)\d{4}- \d{4}(?!\w)")
"""Parts of a word, or two years, with a blank behind each hyphen."""
_ADJECTIVE = re.compile(r"[лдт][ыі][қк]\Z")
_FIRST_OF_TWO = re.compile(r"[^\W\d_]{3,}[нск]о\Z")
"""The first of two adjectives in one word: "организационно-", "научно-"."""
_SECOND_OF_TWO = re.compile(r"[^\W\d_]{2,}(?:[ыи]й|[оеыи]го|[оеы]му|[ыи]ми?|[ао]я|[оеы]е|ую|[оеы]м|[оеы]й|[ыи]х)\Z")
_WORDS = re.compile(r"(?<![\w-])(?<!- )[^\W\d_]{2,}(?:-[^\W\d_]{2,})*(?!\w)(?!-(?:\s|\Z))")
_JOINING = frozenset(
    (
        *("и", "или", "либо", "а", "но", "да"),
        *("және", "мен", "бен", "пен", "не", "немесе", "болмаса", "әрі", "де", "та"),
    )
)
"""What stands behind a hyphen that hangs on purpose: "орта- және", "двух- и"."""
_TORN, _OWN = "", "-"
"""What belongs between two parts: nothing, or the hyphen that they are written with."""


def with_words_whole(document: Document) -> Document:
    """The document, words torn by hyphens in the cells of its tables put together."""
    cells = [cell for table in document.tables() for row in table.rows for cell in row.cells]
    if not any(_may_be_torn(cell) for cell in cells):
        return document
    mending = _Mending(document.text, _vocabulary(document))
    blocks = (
        Table(tuple(Row(tuple(map(mending.cell, row.cells))) for row in block.rows))
        if isinstance(block, Table)
        else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _may_be_torn(cell: Cell) -> bool:
    return any("- " in passage.text or passage.text.endswith("-") for passage in cell.paragraphs)


def _vocabulary(document: Document) -> frozenset[str]:
    """The words that stand whole in a document, in small letters."""
    return frozenset(
        word.casefold() for passage in document.passages() for word in _WORDS.findall(passage.text) if word
    )


@dataclass(frozen=True, slots=True)
class _Mending:
    """Puts the words of cells together, by the text that they stand in and the words that it has."""

    text: str
    vocabulary: frozenset[str]

    def cell(self, cell: Cell) -> Cell:
        """A cell, paragraphs that end inside a word joined with the ones behind them."""
        if not _may_be_torn(cell):
            return cell
        paragraphs: list[Passage] = []
        apart: set[int] = set()
        for number, passage in enumerate(cell.paragraphs):
            if paragraphs and _goes_on(paragraphs[-1].text, passage.text):
                paragraphs[-1] = join((paragraphs[-1].strip(), passage))
                continue
            if cell.apart is not None and number in cell.apart:
                apart.add(len(paragraphs))
            paragraphs.append(passage)
        whole = tuple(map(self._whole, paragraphs))
        return Cell(whole, cell.apart if cell.apart is None else frozenset(apart), cell.columns)

    def _whole(self, passage: Passage) -> Passage:
        """A paragraph without the blanks, and hyphens, inside its torn words."""
        dropped: set[int] = set()
        for run in _RUN.finditer(passage.text):
            parts = run[0].split("- ")
            at = run.start()
            for number in range(len(parts) - 1):
                at += len(parts[number])
                parted = "\n" in self.text[passage.offsets[at] : passage.offsets[at + 2]]
                joint = self._joint(parts, number, parted=parted)
                dropped.update({_TORN: (at, at + 1), _OWN: (at + 1,), None: ()}[joint])
                at += 2
                if joint == _TORN:
                    parts[number + 1] = parts[number] + parts[number + 1]
                    at -= len(parts[number])
        if not dropped:
            return passage
        kept = [at for at in range(len(passage)) if at not in dropped]
        return Passage("".join(passage.text[at] for at in kept), array("I", (passage.offsets[at] for at in kept)))

    def _joint(self, parts: Sequence[str], number: int, *, parted: bool) -> str | None:
        """What belongs behind a part of a word; None where the hyphen hangs on purpose or nothing tells."""
        head, tail = parts[number].casefold(), parts[number + 1].casefold()
        rest = "".join(parts[number + 1 :]).casefold()
        if not parts[number + 1].islower():
            return _OWN if parted and head.isdigit() else None
        if f"{head}-{tail}" in self.vocabulary or self._are_two_adjectives(head, tail):
            return _OWN if parted else None
        whole = self._stands(head + rest) or self._stands(head + tail)
        if whole or tail in _JOINING:
            return _TORN if whole else None
        alike = _ADJECTIVE.search(head) and _ADJECTIVE.search(tail)
        if alike or (self._is_word(rest) and (self._is_word(head) or head.endswith("о"))):
            return _OWN if parted else None
        has_stem = any(stem in self.vocabulary for stem in stems_of(head + rest) if len(stem) > len(head))
        return _TORN if parted or has_stem else None

    def _are_two_adjectives(self, head: str, tail: str) -> bool:
        """Whether two parts are adjectives joined by a hyphen: both are words by themselves."""
        looks = _FIRST_OF_TWO.search(head) and _SECOND_OF_TWO.fullmatch(tail)
        return bool(looks) and is_known_word(head) and is_known_word(tail)

    def _stands(self, word: str) -> bool:
        """Whether a word stands in the text or in the dictionary of Russian."""
        return word in self.vocabulary or is_known_word(word)

    def _is_word(self, word: str) -> bool:
        """Whether a word, or the stem of a Kazakh one, stands in the text."""
        return self._stands(word) or any(stem in self.vocabulary for stem in stems_of(word) if len(stem) > 2)


def _goes_on(before: str, behind: str) -> bool:
    """Whether a paragraph that hangs at a hyphen goes on in the one behind it."""
    tail = _GOES_ON.match(behind)
    return bool(_HANGS.search(before) and tail and (tail[0].islower() or (tail[0].isdigit() and before[-2].isdigit())))
