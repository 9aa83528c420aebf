"""The points of a Russian act that its print hides: one that looks like a title, one numbered "п/п 1.", whom all bind.

ПРЕДПИСЫВАЮ ТОО «Сад»:                    РЕШИЛА:
п/п 1.Посадить розы.                      2. Отделу садов (Липова А.)
п/п 2.Полив – ежедневно.                  2.1 в срок до мая посадить розы;
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table, concatenate
from extract.finders.duties.layouts.named import names_party, tells_deed
from extract.finders.duties.moods.kinds import ENACTING
from extract.finders.duties.moods.lines import is_of_annex, is_of_approval, is_opening, without_number
from extract.lexicon.phrasing import phrasing

_NUMBER = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?=\.|\s|\))")


def with_points(document: Document) -> Document:
    """A Russian document, the points of its act numbered lines, and whom its verb names their lead-in."""
    if document.lang != "ru":
        return document
    blocks: list[Block] = []
    opened, last = False, 0
    for block in document.blocks:
        if isinstance(block, Table):
            blocks.append(block)
            continue
        text = block.passage.text
        if not isinstance(block, Heading) and (apart := _verb_and_whom(block)):
            blocks += apart
            opened, last = True, 0
            continue
        if is_opening(text, "ru"):
            blocks.append(block)
            opened, last = True, 0
            continue
        if opened:
            point = _as_point(block, last)
            blocks.append(point)
            if isinstance(point, Heading) or is_of_approval(text, "ru") or is_of_annex(text, "ru", ENACTING):
                opened = False
            else:
                last = _whole(point) or last
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _as_point(block: Heading | Paragraph | ListItem, last: int) -> Heading | Paragraph | ListItem:
    """A block as a point behind the point `last`: without its label, and a line where it looks like a title."""
    label = phrasing("ru").pattern("numbered_label").match(block.passage.text)
    if label is not None and not isinstance(block, Heading):
        return replace(block, passage=block.passage[label.end() :])
    if not isinstance(block, Heading) or not (number := _NUMBER.match(block.passage.text)):
        return block
    whole, within = int(number["number"].split(".")[0]), "." in number["number"]
    point = Paragraph(block.passage)
    words = without_number(point).text
    if within:
        return point if whole in (last, last + 1) else block
    return point if whole == last + 1 and (names_party(words, "ru") or tells_deed(words, "ru")) else block


def _whole(block: Paragraph | ListItem) -> int:
    """The whole number that a point opens with, or that it is within; 0 for none."""
    match = _NUMBER.match(block.marker if isinstance(block, ListItem) else block.passage.text)
    return int(match["number"].split(".")[0]) if match else 0


def _verb_and_whom(block: Paragraph | ListItem) -> tuple[Paragraph | ListItem, Paragraph] | None:
    """The verb that opens an act, and whom it names behind it, each on a line of its own; None for other lines."""
    opens = phrasing("ru").pattern("opens_on_whom").match(block.passage.text)
    if opens is None or not names_party(opens["whom"].rstrip(":"), "ru"):
        return None
    at = opens.end("verb")
    colon = Passage(":", block.passage.offsets[at - 1 : at])
    return replace(block, passage=concatenate([block.passage[:at], colon])), Paragraph(
        block.passage[opens.start("whom") :]
    )
