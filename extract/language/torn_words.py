"""Words that a narrow column tore at a hyphen, put together again in the cells of a document's tables.

    Еже-            Ежегодно к 20 ноября          санитарно-             санитарно-эпидемиологического
    годно к 20 ноября                             эпидемиологического

A torn word is one that the text has whole elsewhere or a dictionary knows; where both parts are words, the hyphen is
their own. On one line ("интернет- платформа", "екі- және үш айлық") only what is sure is put together: a word that is
known, two adjectives ("учебно- методический"), months, years, nouns of one case ("детей- сирот"). A hyphen before a
mere ending is none of a plain Kazakh word ("гимназия-лар"). For words torn without a hyphen see `torn_pieces`.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from extract.document.blocks import Cell, Document, Passage, Row, Table, join
from extract.language.russian import is_known_word, readings
from extract.language.torn_pieces import TornPieces
from extract.lexicon.words import words
from kzedu_graph.language.kazakh_endings import analyse, stems_of
from kzedu_graph.language.late_patterns import late

_HANGS = late(r"(?:[^\W\d_]|\d)-\s*\Z")
_GOES_ON = late(r"(?:[^\W\d_]|\d)")
_RUN = late(r"(?<![\w-])(?:[^\W\d_]+-)*(?:[^\W\d_]+- )+[^\W\d_]+(?!\w)|(?<!\w)\d{4}- \d{4}(?!\w)")
"""Parts of a word, or two years, with a blank behind each hyphen."""
_BEFORE_ENDING = late(r"(?<![\w-])(?P<stem>[^\W\d_]{4,})-(?P<ending>[^\W\d_]{2,6})(?![\w-])")
_HYPHENED = late(r"(?<![\w-])(?P<head>[^\W\d_]{3,})-(?P<tail>[а-яё]{2,})(?![\w-])")
SHORTEST_TAIL = 4
"""Letters of a piece that may be torn off a word which stands nowhere whole."""
_ADJECTIVE = late(r"[лдт][ыі][қк]\Z")
_FIRST_OF_TWO = late(r"[^\W\d_]{3,}[нск]о\Z")
"""The first of two adjectives in one word: "организационно-", "научно-"."""
_SECOND_OF_TWO = late(r"[^\W\d_]{2,}(?:[ыи]й|[оеыи]го|[оеы]му|[ыи]ми?|[ао]я|[оеы]е|ую|[оеы]м|[оеы]й|[ыи]х)\Z")
_WORDS = late(r"(?<![\w-])(?<!- )[^\W\d_]{2,}(?:-[^\W\d_]{2,})*(?!\w)(?!-(?:\s|\Z))")
_JOINING = {
    "ru": frozenset(("и", "или", "либо", "а", "но", "да")),
    "kk": frozenset(("және", "мен", "бен", "пен", "не", "немесе", "болмаса", "әрі", "де", "та")),
}
"""What stands behind a hyphen that hangs on purpose: "орта- және", "двух- и"."""
_TORN, _OWN = "", "-"
"""What belongs between two parts: nothing, or the hyphen that they are written with."""


def with_words_whole(document: Document) -> Document:
    """The document, words torn in the cells of its tables put together."""
    if not any(document.tables()):
        return document
    mending = _Mending(document.lang, document.text, _counts(document))
    blocks = (
        Table(tuple(Row(tuple(map(mending.cell, row.cells)), row.further) for row in block.rows))
        if isinstance(block, Table)
        else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _counts(document: Document) -> Counter[str]:
    """How often each word stands whole in a document, in small letters."""
    found = (_WORDS.findall(passage.text) for passage in document.passages())
    return Counter(map(str.casefold, chain.from_iterable(found)))


class _Mending:
    """Puts the words of cells together, by the text that they stand in and the words that it has."""

    def __init__(self, lang: str, text: str, counts: Counter[str]) -> None:
        self.lang, self.text, self.vocabulary = lang, text, counts
        self.pieces = TornPieces(lang, counts)

    def cell(self, cell: Cell) -> Cell:
        """A cell, paragraphs that end inside a word joined with the ones behind them."""
        paragraphs: list[Passage] = []
        apart: set[int] = set()
        for number, passage in enumerate(cell.paragraphs):
            if paragraphs and self._goes_on(paragraphs[-1].text, passage.text):
                hangs = _HANGS.search(paragraphs[-1].text)
                paragraphs[-1] = join((paragraphs[-1].strip(), passage.strip()), " " if hangs else "")
                continue
            if cell.apart is not None and number in cell.apart:
                apart.add(len(paragraphs))
            paragraphs.append(passage)
        whole = tuple(map(self._whole, paragraphs))
        if all(one is other for one, other in zip(whole, cell.paragraphs, strict=False)):
            return cell
        return Cell(whole, cell.apart if cell.apart is None else frozenset(apart), cell.columns)

    def _goes_on(self, before: str, behind: str) -> bool:
        """Whether a paragraph that hangs at a hyphen, or inside a word, goes on in the one behind it."""
        if not _HANGS.search(before):
            return self.pieces.goes_on(before, behind)
        tail = _GOES_ON.match(behind)
        return bool(tail and (tail[0].islower() or (tail[0].isdigit() and before[-2].isdigit())))

    def _whole(self, passage: Passage) -> Passage:
        """A paragraph without the blanks, and hyphens, inside its torn words."""
        hyphens = self._at_hyphens(passage) if "-" in passage.text else frozenset[int]()
        mended = _without(passage, hyphens)

        def parted(at: int) -> bool:
            return "\n" in self.text[mended.offsets[at] : mended.offsets[at + 1]]

        return _without(mended, frozenset(self.pieces.blanks(mended.text, parted)))

    def _at_hyphens(self, passage: Passage) -> frozenset[int]:
        """The places of what is too much at the hyphens of a paragraph."""
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
        if self.lang == "ru":
            dropped.update(at for match in _HYPHENED.finditer(passage.text) for at in self._inside(match))
        if self.lang == "kk":
            dropped.update(match.end("stem") for match in _BEFORE_ENDING.finditer(passage.text) if _is_ending(match))
        return frozenset(dropped)

    def _inside(self, match: re.Match[str]) -> Iterator[int]:
        """The hyphen of a word that a line once ended in ("постановле-ние")."""
        if self._is_torn(match["head"].casefold(), match["tail"]):
            yield match.end("head")

    def _is_torn(self, head: str, tail: str) -> bool:
        """Whether what stands behind a hyphen is no word, and the whole is one, or what stands before it is none."""
        if self.lang != "ru" or len(tail) < 2 or is_known_word(tail):
            return False
        whole = head + tail in self.vocabulary or is_known_word(head + tail)
        return whole or (len(tail) >= SHORTEST_TAIL and not is_known_word(head) and tail not in self.vocabulary)

    def _joint(self, parts: Sequence[str], number: int, *, parted: bool) -> str | None:
        """What belongs behind a part of a word; None where the hyphen hangs on purpose or nothing tells."""
        head, tail = parts[number].casefold(), parts[number + 1].casefold()
        if head.isdigit() or (f"{head}-{tail}" in self.vocabulary and not self._is_torn(head, tail)):
            return _OWN
        if not parts[number + 1].islower():
            return None
        first, _, last = head.rpartition("-")
        rest = "".join(parts[number + 1 :]).casefold()
        if first:
            return _TORN if (last + rest).startswith(first) or self._stands(last + rest) else None
        return self._joint_of(head, tail, rest, parted=parted)

    def _joint_of(self, head: str, tail: str, rest: str, *, parted: bool) -> str | None:
        """The same for parts in small letters that no other part stands before; `rest` is all behind the hyphen."""
        if _are_two_adjectives(head, tail) or _are_two_adjectives(head, rest) or _are_side_by_side(head, tail):
            return _OWN
        whole = self._stands(head + rest) or self._stands(head + tail)
        joins = tail in _JOINING["ru"] or tail in _JOINING[self.lang]
        if whole or (not joins and _is_first_half(head) and _is_noun(tail)):
            return _TORN
        if joins:
            return None
        alike = _ADJECTIVE.search(head) and _ADJECTIVE.search(tail)
        if alike or (len(rest) > 2 and self._is_word(rest) and (self._is_word(head) or head.endswith("о"))):
            return _OWN if parted else None
        has_stem = any(stem in self.vocabulary for stem in stems_of(head + rest) if len(stem) > len(head))
        return _TORN if parted or has_stem else None

    def _stands(self, word: str) -> bool:
        """Whether a word stands in the text or in the dictionary of Russian."""
        return word in self.vocabulary or is_known_word(word)

    def _is_word(self, word: str) -> bool:
        """Whether a word, or the stem of a Kazakh one, stands in the text."""
        return self._stands(word) or any(stem in self.vocabulary for stem in stems_of(word) if len(stem) > 2)


def _without(passage: Passage, dropped: frozenset[int]) -> Passage:
    """A passage without the characters at some places."""
    if not dropped:
        return passage
    kept = [at for at in range(len(passage)) if at not in dropped]
    return Passage("".join(passage.text[at] for at in kept), array("I", (passage.offsets[at] for at in kept)))


def _are_two_adjectives(head: str, tail: str) -> bool:
    """Whether two parts are adjectives joined by a hyphen: both are words, the first also in its full form."""
    if not (_FIRST_OF_TWO.search(head) and _SECOND_OF_TWO.fullmatch(tail)):
        return False
    return is_known_word(tail) and any(map(is_known_word, (head, f"{head[:-1]}ый", f"{head[:-1]}ий")))


def _are_side_by_side(head: str, tail: str) -> bool:
    """Whether two parts are months, or nouns that stand in one case other than the nominative: "детей- сирот"."""
    for tags in (words("ru").tags, words("kk").tags):
        if tags.get(head, ("",))[0] == tags.get(tail, ("",))[0] == "month":
            return True
    return bool(_oblique(head) & _oblique(tail))


def _oblique(word: str) -> frozenset[tuple[str, str]]:
    """Case and number of each reading of a noun; none where it is no word, or may be a nominative."""
    found = readings(word) if is_known_word(word) else ()
    if any(part != "NOUN" or case == "nomn" for _, part, case, _ in found):
        return frozenset()
    return frozenset((case, number) for _, _, case, number in found)


def _is_first_half(head: str) -> bool:
    """Whether a part is no word and stands before nouns without a hyphen: "тифло", not "научно"."""
    return head.endswith("о") and not _FIRST_OF_TWO.search(head) and not is_known_word(head)


def _is_noun(word: str) -> bool:
    return is_known_word(word) and readings(word)[0][1] == "NOUN"


def _is_ending(match: re.Match[str]) -> bool:
    """Whether what stands behind a hyphen is nothing but the endings of the small Kazakh word before it."""
    stem, ending = match["stem"], match["ending"]
    if not match[0].islower() or ending in words("kk").conjunctions:
        return False
    return any("".join(one.form for one in reading.endings) == ending for reading in analyse(stem + ending))
