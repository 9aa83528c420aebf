"""A document's own abbreviations: the key at its end ("МИО – местные исполнительные органы").

The key is found first, for every other finder reads bodies through it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest

from extract.document.blocks import Document, Passage, Row, Table
from extract.lexicon.sought import sought
from extract.lexicon.words import words
from kzedu_graph.model.prose import GlossaryEntry

_DASHES = ("-", "–", "—")
_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_NEAR = 200
"""Characters within which a capital is looked for."""
_SHORT = re.compile(
    rf"(?:^|[;,.])\s*(?P<short>(?=(?:[^–—;,{_CAPITAL}]{{0,{_NEAR}}}+[{_CAPITAL}]){{2}})[{_CAPITAL}][\w.«»\"-]{{1,14}}"
    rf"(?: [{_CAPITAL}][\w.«»\"-]{{0,11}}){{0,2}})\s*(?:\s[–—-]|[–—])\s+(?=[\w«\"])"
)
"""A short form with two capitals, and the dash behind it: "МП РК – "."""
_DASHED = re.compile(r"[–—-]\s")


_ABBREVIATED = re.compile(
    rf"(?=(?:[^{_CAPITAL}]*[{_CAPITAL}]){{2}})[{_CAPITAL}][\w.«»\"-]{{1,14}}(?: [\w.«»\"-]{{1,12}}){{0,2}}"
)
"""A short form alone in a cell."""


def find_glossary(document: Document) -> tuple[GlossaryEntry, ...]:
    """The entries of the document's keys: rows of a table, or lines below words that announce a key."""
    found: list[GlossaryEntry] = []
    opened = False
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            told = opened or _is_key(block, document.lang)
            found.extend(entry for row in block.rows for entry in _entry(document, row, told=told))
            opened = False
            continue
        passage = block.passage
        beside = [one for one in document.blocks[max(0, number - 1) : number + 2] if isinstance(one, Table)]
        lead = _behind_leads(document.lang, passage.text)
        entries = list(_entries(document, passage[lead or 0 :]))
        opened = lead is not None or (opened and bool(entries)) or _are_used(entries, beside)
        found.extend(entries if opened else ())
    return tuple(found)


@cache
def _leads(lang: str) -> re.Pattern[str]:
    """Words that announce a key, and what follows up to a colon, a point or the end."""
    leads = words(lang).glossary_leads
    return sought(rf"\b(?:{'|'.join(leads)})[^:.]*(?:[:.]|$)", leads)


def _are_used(entries: Sequence[GlossaryEntry], beside: Sequence[Table]) -> bool:
    """Whether lines that nothing announces are a key of the table beside them: its cells use each short form."""
    if not entries or not beside:
        return False
    cells = " ".join(cell.text for table in beside for row in table.rows for cell in row.cells)
    return all(re.search(rf"(?<!\w){re.escape(entry.abbreviation)}(?!\w)", cells) for entry in entries)


def _behind_leads(lang: str, text: str) -> int | None:
    """Where the words end that announce a key, perhaps one by one: "Ескертпе: қысқартулардың жазылуы: ..."."""
    lead = _leads(lang).search(text)
    if lead is None:
        return None
    at = lead.end()
    while more := _leads(lang).match(text, len(text) - len(text[at:].lstrip())):
        at = more.end()
    return at


def _entries(document: Document, passage: Passage) -> Iterator[GlossaryEntry]:
    """The entries of a line, one behind the other: "МП – Министерство просвещения; МИО – ..."."""
    starts = list(_SHORT.finditer(passage.text)) if _DASHED.search(passage.text) else []
    if not starts or passage.text[: starts[0].start()].strip(" *"):
        return
    for match, following in zip_longest(starts, starts[1:]):
        end = following.start() if following else len(passage)
        full = passage[match.end() : end].strip(" ;,.\t\n\u00a0")
        short = passage.group(match, "short")
        if full.text:
            yield GlossaryEntry(document.stem, short.text, full.text, passage.spans(match.start("short"), end))


def _is_key(table: Table, lang: str) -> bool:
    """Whether the first title of a table, its numbers aside, announces a key ("Сокращение | Расшифровка")."""
    titles = [cell.text for cell in table.rows[0].cells][-2:]
    return len(titles) == 2 and bool(_leads(lang).match(titles[0]))


def _entry(document: Document, row: Row, *, told: bool) -> Iterator[GlossaryEntry]:
    """The entry of a row with a dash, or, where words tell that the table is a key, of one without."""
    if len(row.cells) == 3 and row.cells[1].text in _DASHES:
        short, full = row.cells[0].passage, row.cells[2].passage
    elif len(row.cells) == 2 and row.cells[1].text[:1] in _DASHES:
        short, full = row.cells[0].passage, row.cells[1].passage[1:].strip()
    elif told and 1 < len(row.cells) < 4 and _ABBREVIATED.fullmatch(row.cells[-2].text):
        short, full = row.cells[-2].passage, row.cells[-1].passage
    else:
        return
    if short.text and full.text:
        yield GlossaryEntry(document.stem, short.text, full.text, row.spans())


def meanings(entries: Iterable[GlossaryEntry]) -> Mapping[str, str]:
    """Short form to full form, without the short forms that the key itself explains twice (НАО)."""
    found = list(entries)
    often = Counter(entry.abbreviation for entry in found)
    return {entry.abbreviation: entry.full for entry in found if often[entry.abbreviation] == 1}
