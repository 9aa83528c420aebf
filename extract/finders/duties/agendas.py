"""What is to be talked of at a Kazakh meeting, each point behind who speaks of it: it binds nobody.

Күн тәртібі
1. Гүлов С.А.: бақты күту.
"""

from __future__ import annotations

from extract.document.blocks import Document, ListItem, Paragraph, Table
from extract.finders.duties.moods.lines import without_number
from extract.lexicon.phrasing import phrasing


def places_of_agenda(document: Document) -> frozenset[int]:
    """The places of all letters of such points, up to the first line that opens with no speaker and is of none."""
    wording = phrasing("kk")
    places: set[int] = set()
    on_agenda = spoken = False
    for block in document.blocks:
        if isinstance(block, Table):
            on_agenda = False
            continue
        text = block.passage.text.strip()
        if wording.pattern("agenda").match(text):
            on_agenda, spoken = True, False
            continue
        line = without_number(block).text if isinstance(block, Paragraph | ListItem) else text
        speaker = line.partition(":")[0].strip() if ":" in line else ""
        speaks = wording.pattern("person_by_initials").match(speaker) is not None
        on_agenda = on_agenda and (speaks or (spoken and isinstance(block, ListItem)))
        spoken = on_agenda
        if on_agenda:
            places.update(block.passage.offsets)
    return frozenset(places)
