"""Two languages in one file: the Kazakh text and the Russian one, one behind the other, in turns, or side by side.

    Жоспар ... кесте ... План ... таблица        one behind the other, or a paragraph each in turns
    № | Іс-шара | Мероприятие | Мерзімі | Срок   columns side by side
    Мерзімі / Срок | бағбан / садовник           both in one cell

Each is a text of its own, whose places are those of the file; what is of no language (a number, a rule) is of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Row, Table
from extract.language.bilingual.cells import cell_in, first_of_pairs, passage_in
from extract.language.bilingual.words import (
    BOTH,
    FEWEST_LETTERS,
    LANGS,
    LEAST_SHARE,
    LETTER,
    OTHER,
    WORD,
    halves_of,
    kind_of_pieces,
    kind_of_words,
    language_of,
    may_be_two,
    settled_kinds,
)
from extract.language.russian import is_known_word, readings
from kzedu_graph.language.letters import UPPER

FEWEST_SENTENCES, FEWEST_WORDS = 2, 7
"""Sentences that tell the language of an act, and the words of one."""
FEWEST_OF_THE_OTHER = 3
"""Words of a sentence in the other language, which is enough for a text of its own."""
SHORTEST_TELLING = 2
"""Letters up to which a word tells no language."""
LEAST_OF_ITS_OWN = 0.1
"""Share of the words of a Russian text that are no noun in the nominative singular; in fact about half of them are."""
_SIGNED = re.compile(rf"(?<!\w)(?:[{UPPER}]\. ?){{1,2}}[{UPPER}][\w-]+")
"""The name of a person, which is the same in both languages: "А.Б. Садов"."""
_LATIN = re.compile(r"[A-Za-z]")


def are_two(document: Document) -> bool:
    """Whether a document holds a text in each language, the shorter of them no mere quotation."""
    if not may_be_two(document.text):
        return False
    letters = dict.fromkeys(LANGS, 0)
    russian: list[str] = []
    for words in _stretches(document.blocks):
        halves = halves_of(words)
        if halves:
            for lang, (start, end) in halves.items():
                letters[lang] += end - start
            russian.append(words[slice(*halves["ru"])])
        elif (lang_of := language_of(words)) is not None:
            letters[lang_of] += len(words)
            russian += [words] if lang_of == "ru" else []
    shorter, longer = sorted(letters.values())
    return shorter >= FEWEST_LETTERS and shorter >= LEAST_SHARE * longer and _inflects(russian)


def language_of_prose(document: Document) -> str | None:
    """The language of an act's sentences where the other one stands beside it in titles and cells alone, and has no
    table of its own; None where both have sentences, or too few tell.
    """
    tables = {_kind(block) for block in document.tables()}
    sentences = [kind for block in document.blocks if _is_sentence(block) and (kind := _kind(block))]
    lang = sentences[0] if len(sentences) >= FEWEST_SENTENCES and len(set(sentences)) == 1 else BOTH
    if BOTH not in tables or lang == BOTH or OTHER[lang] in tables:
        return None
    return None if _says_something(document.blocks, OTHER[lang]) else lang


def _is_sentence(block: Block) -> bool:
    """Whether a block is running prose, long enough to tell its language."""
    return _is_prose(block, FEWEST_WORDS) and block.passage.text.endswith((".", ";", ":"))


def _is_prose(block: Block, fewest: int) -> TypeGuard[Paragraph | ListItem]:
    return not isinstance(block, Table | Heading) and len(block.passage.text.split()) >= fewest


def _says_something(blocks: Sequence[Block], lang: str) -> bool:
    """Whether a text has a sentence in a language, however short, a point of a list, or a line that is no title with
    the same in the other language next to it.
    """
    around = zip(blocks, [None, *blocks], [*blocks[1:], None], strict=False)
    return any(
        _is_prose(block, FEWEST_OF_THE_OTHER)
        and _kind(block) == lang
        and (not _is_title(block) or not any(_is_title(one) and _kind(one) == OTHER[lang] for one in beside if one))
        for block, *beside in around
    )


def _is_title(block: Block) -> bool:
    """Whether a block is a line that may be a title: no point, and without a full stop."""
    return isinstance(block, Heading | Paragraph) and not block.passage.text.endswith((".", ";", ":"))


def with_cells_in(document: Document, lang: str) -> Document:
    """A document whose cells say in one language what they say in both; what brackets hold stays, as all titles do."""
    found = (
        piece
        for block in document.blocks
        for piece in (_table(block, lang, glossed=True) if isinstance(block, Table) else [block])
    )
    return replace(document, lang=lang, blocks=tuple(found))


def _inflects(stretches: Iterable[str]) -> bool:
    """Whether what looks Russian is more than nouns that Kazakh has, too ("протокол", "директор", "журнал")."""
    told = (WORD.findall(_SIGNED.sub(" ", words)) for words in stretches)
    found = [word.lower() for words in told for word in words if len(word) > SHORTEST_TELLING]
    other = [word for word in found if is_known_word(word) and not _may_be_shared(word)]
    return len(other) >= LEAST_OF_ITS_OWN * len(found)


def _may_be_shared(word: str) -> bool:
    return any((part, case, number) == ("NOUN", "nomn", "sing") for _, part, case, number in readings(word))


def _stretches(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (paragraph.text for row in block.rows for cell in row.cells for paragraph in cell.paragraphs)
        else:
            yield block.passage.text


def of_neither(document: Document) -> list[Passage]:
    """The titles and paragraphs of a document that are in a third language, by their Latin letters."""
    passages = (block.passage for block in document.blocks if not isinstance(block, Table))
    return [
        passage
        for passage in passages
        if len(_LATIN.findall(passage.text)) >= FEWEST_LETTERS and not LETTER.search(passage.text)
    ]


def in_language(document: Document, lang: str) -> Document:
    """What a document says in one language: the blocks, columns and pieces of cells that are not of the other."""
    kinds = settled_kinds([_kind(block) for block in document.blocks])
    chosen = (block for block, kind in zip(document.blocks, kinds, strict=True) if kind != OTHER[lang])
    blocks = tuple(piece for block in chosen for piece in _of_language(block, lang))
    return replace(document, lang=lang, blocks=blocks)


def _kind(block: Block) -> str | None:
    return kind_of_pieces(_stretches((block,))) if isinstance(block, Table) else kind_of_words(block.passage.text)


def _of_language(block: Block, lang: str) -> list[Block]:
    """A block without what is of the other language; a table of one column left is paragraphs."""
    if isinstance(block, Table):
        return _table(block, lang)
    passage = passage_in(block.passage, lang)
    return [replace(block, passage=passage)] if passage.text else []


def _table(table: Table, lang: str, *, glossed: bool = False) -> list[Block]:
    width = max((len(row.cells) for row in table.rows), default=0)
    whole = [row for row in table.rows if len(row.cells) == width]
    other = {n for n in range(width) if _column(whole, n) == OTHER[lang]} if _kind(table) == BOTH else set()
    first = first_of_pairs(table)
    side_by_side = bool(other) and any(_column(whole, n) == lang for n in range(width))
    rows: list[Row] = []
    for row in table.rows:
        kept = [
            cell_in(cell, lang, first, glossed=glossed)
            for n, cell in enumerate(row.cells)
            if not (side_by_side and len(row.cells) == width and n in other)
        ]
        if any(cell.paragraphs for cell in kept):
            rows.append(Row(tuple(kept)))
    if side_by_side and width - len(other) == 1:
        return [Paragraph(paragraph) for row in rows for cell in row.cells for paragraph in cell.paragraphs]
    return [Table(tuple(rows))] if rows else []


def _column(rows: Sequence[Row], at: int) -> str | None:
    """The language that nearly all cells of a column are in that are in one; None for numbers, or for both."""
    told = [kind_of_words(words) for row in rows if (words := row.cells[at].text)]
    counts = {lang: told.count(lang) for lang in LANGS}
    best = max(LANGS, key=lambda lang: counts[lang])
    return best if counts[best] > 3 * (counts[OTHER[best]] + told.count(BOTH)) else None
