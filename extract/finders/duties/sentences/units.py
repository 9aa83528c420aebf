"""Where duties are looked for: the sentences and list items of a document, lead-ins joined to what they govern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage
from extract.finders.duties.moods.kinds import ENACTING, INSTRUCTION, PLAN, REPORT
from extract.finders.duties.moods.lines import (
    decides_here,
    ends_run,
    has_preamble,
    is_of_annex,
    is_of_approval,
    is_opening,
    is_title_of_approved,
    notes_of,
    tells_of_meeting,
    without_note_label,
    without_number,
)
from extract.finders.duties.moods.texts import (
    first_mood,
    first_point,
    is_plan_of_work,
    may_find,
    mood_of_approved,
    plans,
    tells_findings,
)
from extract.finders.duties.sentences.block_units import BlockReading
from extract.finders.duties.sentences.leads import OpenLeads
from extract.finders.duties.sentences.letters import addressees_of
from extract.finders.duties.sentences.mended import mended
from extract.finders.duties.sentences.places import places_of
from extract.finders.duties.sentences.statutes import bodies_of_statutes
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_POINT_MARK = re.compile(r"\s*\d{1,3}\\?\.\s*\Z")


def find_units(
    document: Document,
    is_party_alone: Callable[[str], bool],
    doer_of: Callable[[Unit], Passage | None] = lambda _: None,
    bids_nobody: Callable[[Unit], bool] = lambda _: False,
    is_of_doers: Callable[[Unit], bool] = lambda _: False,
) -> Iterator[Unit]:
    """Every sentence and list item of the prose, in order; tables are none.

    `doer_of` gives the words of whom a sentence binds as its subject, who is meant by a lead-in that names nobody.
    `is_party_alone` tells whether a line names an addressee and nothing else, so that its sentence goes on below.
    `bids_nobody` tells whether a unit bids something and says not whom: in the points of an act he is the one whom
    their lead-in names, in further sentences and in lines without a mark as well.
    `is_of_doers` tells whether all that a unit lays down is of who does it: a Russian sentence of "он" is read behind
    whom the one before it binds.
    """
    lang = document.lang
    genre = first_mood(document)
    points = first_point(document, lang)
    reading = BlockReading(
        lang,
        doer_of,
        bids_nobody,
        is_of_doers,
        is_party_alone,
        REPORT if has_preamble(document) or tells_findings(document) else genre,
        OpenLeads(lang),
        inspects=tells_findings(document),
        finds=may_find(document, genre),
        works=is_plan_of_work(document),
        short_names=[one.called for one in bodies_of_statutes(document) if one.called is not one.full],
    )
    above_it, titled = False, True
    is_letter = lang == "ru" and genre == PLAN and addressees_of(document) is not None
    points = None if is_letter else points
    for place, block in enumerate(mended(document, is_party_alone)):
        reading.tell_body(block.passage)
        if not titled and not _goes_on_stamp(block, lang):
            titled = True
            genre = reading.mood = PLAN if plans(block.passage.text, lang) else genre
        if isinstance(block, Heading):
            reading.open_section(block.passage.text, genre, block.level)
            reading.said, reading.within = None, False
            continue
        bare = without_note_label(block, lang)
        if bare is block and notes_of(lang).match(block.passage.text):
            continue
        reading.go_on(block.passage.text, genre)
        if points is not None and block.passage.offsets[0] == points.passage.offsets[0]:
            reading.mood = ENACTING
        passage = without_number(bare)
        reading.enter(block)
        reading.behind_point = isinstance(block, Paragraph) and passage is block.passage and reading.numbered
        reading.numbered = reading.behind_point or _is_point(block, passage)
        reading.amends = reading.amends or phrasing(lang).pattern("amends").search(passage.text) is not None
        stamps = is_of_approval(passage.text, lang) or is_of_annex(passage.text, lang, reading.mood)
        approved, above_it = above_it, stamps
        if above_it and lang == "ru":
            genre, titled = mood_of_approved(document), False
        if is_title_of_approved(passage.text, lang, ENACTING if approved else reading.mood):
            reading.open_section(passage.text, genre)
        elif above_it and lang == "ru":
            reading.open_section("", genre)
        elif (norm := reading.laid_down(block, passage)) is not None:
            yield from (
                Unit(own, own, INSTRUCTION, reading.section, is_item=reading.laid.below)
                for own in places_of(norm, lang)
            )
        elif reading.mood == ENACTING and is_opening(passage.text, lang):
            reading.open_points(passage.text)
            reading.leads.close()
            yield Unit(passage, passage, reading.mood, reading.section)
        else:
            enacts = reading.mood == ENACTING
            acts = enacts and not ends_run(passage.text, lang)
            reading.commanded = (reading.commanded or decides_here(passage.text, lang)) and acts
            reading.numbered, reading.within = reading.numbered and (acts or not enacts), reading.within and acts
            heard = enacts and tells_of_meeting(passage.text, lang)
            reading.mood = REPORT if heard else reading.mood
            yield from (reading.of_letter if is_letter else reading.of_block)(block, passage, place)
            reading.mood, reading.opened = ENACTING if heard else reading.mood, False


def _goes_on_stamp(block: Heading | Paragraph | ListItem, lang: str) -> bool:
    """Whether a line is of the stamp of approval above it: "Республики Казахстан", "от 6 марта 1996 г. N 28"."""
    return (
        isinstance(block, Paragraph) and phrasing(lang).pattern("goes_on_stamp").match(block.passage.text) is not None
    )


def _is_point(block: Paragraph | ListItem, passage: Passage) -> bool:
    """Whether a block is a point by the number before its words: "5. ...", read as an item of a list or not."""
    if isinstance(block, ListItem):
        return _POINT_MARK.match(block.marker) is not None
    return passage is not block.passage
