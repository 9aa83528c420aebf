"""The blocks of prose as they were written: a sentence that a conversion tore into lines is joined again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extract.document.blocks import Document, Heading, ListItem, Paragraph, join
from extract.finders.duties.moods.texts import NUMBERED
from extract.lexicon.phrasing import phrasing

_ENDS, _BEHIND_ENDS = tuple(".:;!?…"), "»”\"')]"
_OPENING_QUOTES = ('"', "«", "“")
LONGEST_GAP = 2
"""Line breaks between two lines of one torn sentence: one, or a blank line behind a full one."""
_FULL_LINE = range(45, 91)
"""Letters of a line that a typed page filled."""


def mended(document: Document, is_party_alone: Callable[[str], bool]) -> Iterator[Heading | Paragraph | ListItem]:
    """The blocks of prose, a sentence that the conversion tore into lines joined again."""
    held: Paragraph | ListItem | None = None
    for block in document.blocks:
        if not isinstance(block, Heading | Paragraph | ListItem) or not block.passage.text.strip():
            continue
        closes = held is not None and isinstance(block, Paragraph) and _closes_list(document, held, block)
        if (
            held is not None
            and isinstance(block, Paragraph)
            and (closes or _goes_on(document.text, held, block, is_party_alone))
        ):
            passage = join([held.passage.strip(" ;,") if closes else held.passage, block.passage])
            held = ListItem(held.marker, passage, held.level) if isinstance(held, ListItem) else Paragraph(passage)
            continue
        if held is not None:
            yield held
        held = None
        if isinstance(block, Heading):
            yield block
        else:
            held = block
    if held is not None:
        yield held


def _closes_list(document: Document, held: Paragraph | ListItem, block: Paragraph) -> bool:
    """Whether a line is the verb that a Kazakh list closes with, below its last item: "рұқсат берілмейді."."""
    if document.lang != "kk" or not isinstance(held, ListItem) or held.passage.text.rstrip().endswith((".", ":")):
        return False
    return phrasing("kk").pattern("closes_list").match(block.passage.text) is not None


def _goes_on(text: str, held: Paragraph | ListItem, block: Paragraph, is_party_alone: Callable[[str], bool]) -> bool:
    before, after = held.passage.text, block.passage.text
    if before.rstrip().rstrip(_BEHIND_ENDS).endswith(_ENDS) or NUMBERED.match(after):
        return False
    between = text[held.passage.offsets[-1] + 1 : block.passage.offsets[0]]
    if between.strip() or between.count("\n") > LONGEST_GAP:
        return False
    if between.count("\n") == LONGEST_GAP:
        rest = isinstance(held, ListItem) and after.rstrip().endswith(";")  # "- бақтың Ұлттық / Орталығын дамыту;"
        return (after[:1].islower() or rest) and _is_full_line(text, held.passage.offsets[-1])
    owner = _ends_with_owner(before) and after[:1] in _OPENING_QUOTES
    return after[:1].islower() or owner or is_party_alone(before)


def _ends_with_owner(line: str) -> bool:
    """Whether a line ends with an owner in Kazakh, and what is his stands on the next: "қордың" / "«Гүл» жобасы"."""
    return phrasing("kk").pattern("genitive").search(line.rstrip()) is not None


def _is_full_line(text: str, last: int) -> bool:
    """Whether the line whose last letter stands at a place is as long as a typed page has them: no title, no label."""
    return last - text.rfind("\n", 0, last) in _FULL_LINE
