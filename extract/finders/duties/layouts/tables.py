"""Tables of who does what that are no plan, as the lists that they are, each row's term a note of its deeds.

Сторона  | Обязанности                          | Срок
Колледж  | направляет учеников; выдает журналы  | до 1 мая

Поручение / исполнитель / срок          lines that slashes part are rows, too
1. Полить розы / мастер / до 5 мая

Кім: 7-сынып оқушылары                  lines with labels are rows below these
Не істейді: гүлдерді суарады
Қашан: дүйсенбі сайын
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from extract.document.blocks import Block, Cell, Document, ListItem, Paragraph, Passage, Row, Table, concatenate, join
from extract.finders.duties.layouts.named import names_party
from extract.finders.duties.layouts.notes import TERM, Note
from extract.finders.duties.moods.lines import without_number
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import BULLETS, CYRILLIC_UPPER, is_abbreviation
from kzedu_graph.model.records import Span

_KINDS = ("who", "deeds", "rights", "term")
_MARK = re.compile(rf"\s*(?:\(?\d{{1,2}}[.)]|[^\W\d_]\)|[-–—•·*▪{BULLETS}])\s*(?=\S)")
_PARTED = re.compile(rf";\s*|\s+(?=\d{{1,2}}\)\s)|\s+(?=[•▪{BULLETS}]\s)")
_LONGEST_NAME = 200
"""Letters of the name of who is bound."""


@dataclass(slots=True)
class TableDuties:
    """A document whose tables of duties are lists, the notes of their terms, and where the names of the bound begin."""

    document: Document
    notes: list[Note] = field(default_factory=list)
    named: set[int] = field(default_factory=set)


def with_table_duties(document: Document, taken: Iterable[Span]) -> TableDuties:
    """A document, each table of who does what a list below each name; one that records were `taken` from stays."""
    told = TableDuties(document)
    starts = sorted(span.start for span in taken)
    blocks: list[Block] = []
    for block in _with_slashed(tuple(_with_cards(document.blocks, document.lang)), document.lang):
        columns = _columns(block.rows[0], document.lang) if isinstance(block, Table) and len(block.rows) > 1 else {}
        if (
            isinstance(block, Table)
            and columns
            and _names_bound(block.rows, columns["who"], document.lang)
            and not _holds(block, starts)
        ):
            blocks.extend(_lists(block.rows, columns, told))
        else:
            blocks.append(block)
    told.document = replace(document, blocks=tuple(blocks))
    return told


def _with_slashed(blocks: Sequence[Block], lang: str) -> Iterator[Block]:
    """The blocks, lines that slashes part below such a line of titles as the rows of a table."""
    n = 0
    while n < len(blocks):
        head = _slashed(blocks[n])
        rows = list(_rows_below(blocks, n, head)) if head is not None and _columns(head, lang) else []
        yield Table((head, *rows)) if head is not None and rows else blocks[n]
        n += 1 + len(rows)


def _rows_below(blocks: Sequence[Block], head_at: int, head: Row) -> Iterator[Row]:
    """The lines below a line of titles that slashes part into as many cells."""
    for n in range(head_at + 1, len(blocks)):
        row = _slashed(blocks[n])
        if row is None or len(row.cells) != len(head.cells):
            return
        yield row


def _slashed(block: Block) -> Row | None:
    """The cells of a line that slashes part, its number apart; None for any other."""
    if isinstance(block, Table) or block.passage.text.count(" / ") < _FEWEST_SLASHES:
        return None
    parts = without_number(Paragraph(block.passage)).split(_SLASH)
    return Row(tuple(Cell((_bare(part),)) for part in parts))


_ON_CARDS = ("who", "deeds", "term")
_LONGEST_LABEL = 40
"""Letters of a label."""


class _Line(NamedTuple):
    """What a line tells by its label, that label, and what stands behind it."""

    kind: str
    label: Passage
    told: Passage


def _with_cards(blocks: Sequence[Block], lang: str) -> Iterator[Block]:
    """The blocks, each run of such lines a table; a label that comes again opens another row.

    Cards that tell nobody or nothing that he does stay the lines that they are, and part a run.
    """
    n = 0
    while n < len(blocks):
        lines = list(_lines_from(blocks, n, lang))
        for whole, cards in groupby(_cards(lines), key=_is_whole):
            run = list(cards)
            length = sum(map(len, run))
            yield from [_table(run)] if whole else blocks[n : n + length]
            n += length
        if not lines:
            yield blocks[n]
            n += 1


def _is_whole(card: Mapping[str, _Line]) -> bool:
    """Whether a card tells who does something, and what."""
    return {"who", "deeds"} <= set(card)


def _lines_from(blocks: Sequence[Block], first: int, lang: str) -> Iterator[_Line]:
    for block in blocks[first:]:
        line = _line_of(block, lang)
        if line is None:
            return
        yield line


def _line_of(block: Block, lang: str) -> _Line | None:
    """A line that opens with a label and tells something behind it."""
    if not isinstance(block, Paragraph | ListItem):
        return None
    colon = block.passage.text.find(":", 0, _LONGEST_LABEL)
    label, told = block.passage[: max(colon, 0)].strip(), block.passage[colon + 1 :].strip()
    if colon < 0 or not any(map(str.isalpha, told.text)):
        return None
    kinds = (kind for kind in _ON_CARDS if phrasing(lang).pattern(f"column_of_{kind}").match(label.text))
    kind = next(kinds, None)
    return _Line(kind, label, told) if kind is not None else None


def _cards(lines: Sequence[_Line]) -> Iterator[dict[str, _Line]]:
    card: dict[str, _Line] = {}
    for line in lines:
        if line.kind in card:
            yield card
            card = {}
        card[line.kind] = line
    if card:
        yield card


def _table(cards: Sequence[dict[str, _Line]]) -> Table:
    """The cards as rows below their labels."""
    labels = {kind: line.label for card in reversed(cards) for kind, line in card.items()}
    kinds = [kind for kind in _ON_CARDS if kind in labels]
    head = Row(tuple(Cell((labels[kind],)) for kind in kinds))
    rows = (Row(tuple(Cell((card[kind].told,)) if kind in card else Cell() for kind in kinds)) for card in cards)
    return Table((head, *rows))


def _bare(words: Passage) -> Passage:
    """Words without the marks at their ends, but for the point of an initial."""
    words = words.strip(" :;,\n")
    return words if _INITIAL.search(words.text) else words.strip(" .")


_INITIAL = re.compile(r"\b[^\W\d_]\.\Z")


_SLASH = re.compile(r"\s+/\s+")
_FEWEST_SLASHES = 1
"""Slashes of a line of two cells."""


def _columns(head: Row, lang: str) -> Mapping[str, int]:
    """The columns of a table by what their titles say stands in them; none where it is no table of who does what."""
    found: dict[str, int] = {}
    for n, cell in enumerate(head.cells):
        title = " ".join(cell.text.split()).strip(" .:")
        kind = next((kind for kind in _KINDS if phrasing(lang).pattern(f"column_of_{kind}").match(title)), None)
        if kind is not None:
            found.setdefault(kind, n)
    return found if "who" in found and ("deeds" in found or "rights" in found) else {}


def _names_bound(rows: Sequence[Row], column: int, lang: str) -> bool:
    """Whether at least half of the names in a column are those of somebody who can act."""
    names = {_bare(_cell(row, column).passage).text for row in rows[1:]} - {""}
    named = sum(names_party(name, lang) or _PERSON.match(name) is not None or is_abbreviation(name) for name in names)
    return 0 < len(names) <= 2 * named


_PERSON = re.compile(
    rf"[{CYRILLIC_UPPER}][^\W\d_]+(?: [{CYRILLIC_UPPER}](?:[^\W\d_]+|\.(?:\s?[{CYRILLIC_UPPER}]\.)?)){{1,2}}\Z"
)
"""A name in full or with initials, in any language: "Липов Азат Бекович", "Ким С."."""


def _holds(table: Table, starts: Sequence[int]) -> bool:
    """Whether a record was taken from a table."""
    return any(span.start <= start < span.end for row in table.rows for span in row.spans() for start in starts)


def _lists(rows: Sequence[Row], columns: Mapping[str, int], told: TableDuties) -> Iterator[Block]:
    """The rows below the titles as lists; a blank name is that of the row above."""
    head, who = rows[0], Passage("", rows[0].passage().offsets[:0])
    for row in rows[1:]:
        own = _bare(_cell(row, columns["who"]).passage)
        who = own if own.text else who
        if not any(map(str.isalpha, who.text)) or len(who) > _LONGEST_NAME:
            continue
        for kind in ("deeds", "rights"):
            deeds = list(_deeds(_cell(row, columns[kind]))) if kind in columns else []
            if not deeds:
                continue
            title = head.cells[columns[kind]].passage
            yield Paragraph(_with_colon(join([title, who]) if kind == "rights" else who))
            yield from (ListItem("–", deed) for deed in deeds)
            told.named.add(who.offsets[0])
            term = _cell(row, columns["term"]).passage.strip(" .;,\n") if "term" in columns else None
            if term is not None and any(map(str.isalnum, term.text)):
                first, last = deeds[0].offsets[0], deeds[-1].offsets[-1]
                told.notes.append(Note(TERM, term, term, first, last + 1, of_column=True))


def _cell(row: Row, n: int) -> Cell:
    return row.cells[n] if n < len(row.cells) else Cell()


def _with_colon(name: Passage) -> Passage:
    return concatenate([name, Passage(":", name.offsets[-1:])])


def _deeds(cell: Cell) -> Iterator[Passage]:
    """What a cell tells, piece by piece: paragraphs, items behind marks, what semicolons part."""
    for paragraph in cell.paragraphs:
        for piece in paragraph.split(_PARTED):
            mark = _MARK.match(piece.text)
            deed = piece[mark.end() :].strip() if mark else piece.strip()
            if any(map(str.isalpha, deed.text)):
                yield deed
