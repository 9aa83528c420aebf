"""Cells and passages that say one thing in both languages: what they say in one of them."""

from __future__ import annotations

import re
from collections import Counter

from extract.document.blocks import Cell, Passage, Table, concatenate
from extract.language.bilingual.words import LANGS, OTHER, gloss_of, halves_of, language_of, told_apart

_ENDS_IN_STROKE = re.compile(r"\w\W*/\s*\Z")
_IN_BRACKETS = re.compile(r"(?<=\w)\s*\((?P<one>[^()/]+?)\s*/\s*(?P<other>[^()/]+?)\)")
_FEWEST_OF_A_NAME = 3
"""Letters of what is called the same in both languages."""
_OF_YEARS = re.compile(r"(?<=\d)\s*(?P<one>(?:жж?|гг?)\.?)\s*/\s*(?P<other>(?:жж?|гг?)\.?(?!\w))")


def passage_in(passage: Passage, lang: str, *, glossed: bool = False) -> Passage:
    """What a passage says in one language: its half, where it has one; all of it where brackets may hold the other."""
    if glossed and gloss_of(passage.text):
        return passage
    passage = _with_shared(passage, lang)
    if (same := _called_the_same(passage)) is not None:
        return same
    halves = halves_of(passage.text)
    return passage[slice(*halves[lang])].strip() if halves else passage


def _called_the_same(passage: Passage) -> Passage | None:
    """The first half of what is called the same in both languages: "Педагог-психолог / Педагог-психолог"."""
    if passage.text.count("/") != 1:
        return None
    at = passage.text.index("/")
    one, other = passage[:at].strip(), passage[at + 1 :].strip()
    is_name = len(one.text) >= _FEWEST_OF_A_NAME and one.text[0].isalpha()
    return one if is_name and one.text.casefold() == other.text.casefold() else None


def _with_shared(passage: Passage, lang: str) -> Passage:
    """Words that both languages share, with its own of two that go on with them: "2031 (базалық / базовый)"."""
    for match in (*_IN_BRACKETS.finditer(passage.text), *_OF_YEARS.finditer(passage.text)):
        if told := told_apart(match["one"], match["other"]):
            chosen = passage.group(match, ("one", "other")[told.index(lang)])
            return concatenate([passage[: match.start("one")], chosen, passage[match.end("other") :]])
    return passage


def first_of_pairs(table: Table) -> str | None:
    """The language that stands above the strokes of most cells of a table ("Мерзімі /" over "Срок"); None without."""
    told: Counter[str] = Counter()
    for cell in (cell for row in table.rows for cell in row.cells):
        at = _stroke(cell)
        if at and (pair := told_apart(*(" ".join(p.text for p in part) for part in _parted(cell, at)))):
            told[pair[0]] += 1
    return max(told, key=lambda lang: told[lang], default=None)


def _stroke(cell: Cell) -> int:
    """How many paragraphs of a cell stand above the only stroke that ends one; 0 where there is none such."""
    ends = [n for n, paragraph in enumerate(cell.paragraphs, 1) if _ENDS_IN_STROKE.search(paragraph.text)]
    return ends[0] if len(ends) == 1 and ends[0] < len(cell.paragraphs) else 0


def _parted(cell: Cell, at: int) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    return cell.paragraphs[:at], cell.paragraphs[at:]


def cell_in(cell: Cell, lang: str, first: str | None = None, *, glossed: bool = False) -> Cell:
    """A cell without paragraphs, or halves of them, that are of the other language where it has both.

    What stands above a stroke is in the language `first`, what stands below it in the other one.
    """
    at = _stroke(cell) if first else 0
    if at:
        above, below = _parted(cell, at)
        bare = above[-1][: len(above[-1].text.rstrip(" /"))]
        chosen = (*above[:-1], bare) if lang == first else below
        return Cell(tuple(paragraph for paragraph in chosen if paragraph.text), columns=cell.columns)
    told = [language_of(paragraph.text) for paragraph in cell.paragraphs]
    if glossed and gloss_of(cell.text):
        return cell
    if len(told) == 2 and (pair := told_apart(*(paragraph.text for paragraph in cell.paragraphs))):
        told = list(pair)
    both = set(LANGS) <= set(told)
    kept = tuple(
        piece
        for paragraph, kind in zip(cell.paragraphs, told, strict=True)
        if not (both and kind == OTHER[lang]) and (piece := passage_in(paragraph, lang, glossed=glossed)).text
    )
    apart = None if cell.apart is None or len(kept) != len(cell.paragraphs) else cell.apart
    return Cell(kept, apart, cell.columns)
