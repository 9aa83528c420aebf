"""Whom Russian points bind that name nobody, below a line that says whose duties or rights they are.

7.1. Обязанности заказчика | 7.1.1. Оплатить полив. | 7.1.2. Ведет учет роз. | Права садовника | 1. Получать розы.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, join
from extract.finders.duties.grammar.moods import INSTRUCTION
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive, opens_with_verb
from extract.finders.duties.sentences.carried import body_of_statute
from extract.finders.duties.sentences.units import Unit
from extract.lexicon.phrasing import phrasing

_ENDS = tuple(".:;,!?")
_LONGEST = 150
"""Letters of a line that tells whose duties follow."""


def of_owned_sections(document: Document, units: Iterable[Unit], bids_nobody: Callable[[Unit], bool]) -> Iterator[Unit]:
    """Russian units, those below "Обязанности заказчика" that name nobody behind that line, which says whom."""
    headings = {block.passage.text: block.passage for block in document.blocks if isinstance(block, Heading)}
    lines = (block.passage for block in document.blocks if isinstance(block, Heading | ListItem | Paragraph))
    body = next((body for line in lines if (body := body_of_statute(line, "ru")) is not None), None)
    owned, section = None, ""
    for unit in units:
        if unit.section != section:
            section = unit.section
            owned = _owned(headings[section], body) if section in headings else None
        if not unit.is_item and not unit.own.text.rstrip().endswith(_ENDS):
            owned = _owned(unit.own, body)
        behind = _behind(unit, owned) if owned is not None else None
        verb = behind is not None and opens_with_verb(unit.own.text)  # by itself such a sentence lays nothing down
        yield behind if behind is not None and (verb or bids_nobody(unit)) and not bids_nobody(behind) else unit


def _owned(line: Passage, body: Passage | None) -> Passage | None:
    """The words of a line that say whose duties or rights follow, of the `body` where they name nobody."""
    match = phrasing("ru").pattern("owned_section").match(line.text) if len(line) <= _LONGEST else None
    if match is None:
        return None
    own = line[match.start("own") : match.end("own")]
    if match["owner"]:
        return own
    return join([own, body]) if body is not None else None


def _behind(unit: Unit, owned: Passage) -> Unit | None:
    """A unit behind the line that says whose it is, where it bids by an infinitive or opens with what he does."""
    told = bids_by_infinitive(unit.own.text) or opens_with_verb(unit.own.text)
    if unit.is_item or unit.mood != INSTRUCTION or not told:
        return None
    return replace(unit, passage=join([owned, unit.own], ": "), is_item=True)
