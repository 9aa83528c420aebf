"""Whom the sentences of a Kazakh section bind that name nobody: whose duties its heading says that it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, join
from extract.finders.duties.grammar.moods import INSTRUCTION
from extract.finders.duties.sentences.carried import body_of_statute
from extract.finders.duties.sentences.units import Unit
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def of_sections(
    document: Document,
    units: Iterable[Unit],
    bids_nobody: Callable[[Unit], bool],
    is_of_doers: Callable[[Unit], bool],
) -> Iterator[Unit]:
    """Kazakh units, those that name nobody below "Бағбанның міндеттері" behind whose duties their section tells."""
    lines = [block.passage for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)]
    headings = {block.passage.text: block.passage for block in document.blocks if isinstance(block, Heading)}
    bodies = [body for line in lines if (body := body_of_statute(line, document.lang)) is not None]
    owner, section = None, ""
    for unit in units:
        at = unit.own.offsets[0] if unit.own.offsets else 0
        body = next((body for body in reversed(bodies) if body.offsets[0] < at), None)
        if unit.section != section and unit.section in headings:
            owner = _owner_of(headings[unit.section], body, None)
        section = unit.section
        if unit.is_item or unit.mood != INSTRUCTION:
            yield unit
            continue
        if (bound := _below_binding(unit, headings.get(section), bids_nobody)) is not None:
            yield bound
            continue
        owner = _owner_of(unit.own, body, owner)
        label = _label_of(unit.own)
        owner = owner or (body if label else None)
        yield _behind_owner(unit, unit.own[label:], owner, bids_nobody, is_of_doers) if owner is not None else unit


def _below_binding(unit: Unit, heading: Passage | None, bids_nobody: Callable[[Unit], bool]) -> Unit | None:
    """A point that completes what its heading binds somebody to, as an item of it: "Бағбан құқылы | көшет алуға".

    One that says itself what is needed is of whom the heading names, where it names nobody.
    """
    match = _WORDING.pattern("heading_binds").search(heading.text) if heading is not None else None
    if heading is None or match is None:
        return None
    whole = _WORDING.pattern("completes_heading").search(unit.own.text) is not None
    lead = heading[match.start("lead" if whole else "whom") : match.end("lead" if whole else "whom")]
    below = replace(unit, passage=join([lead, unit.own], ": "), is_item=True)
    return below if whole or (bids_nobody(unit) and not bids_nobody(below)) else None


def _behind_owner(
    unit: Unit,
    own: Passage,
    owner: Passage,
    bids_nobody: Callable[[Unit], bool],
    is_of_doers: Callable[[Unit], bool],
) -> Unit:
    """A sentence behind whom its section is of, where it lays down something by him alone; else as it is."""
    if bids_nobody(unit) or is_of_doers(unit):
        return unit
    behind = replace(unit, passage=join([owner, own], ": "), own=own, is_item=True)
    return behind if is_of_doers(behind) else unit


def _owner_of(line: Passage, body: Passage | None, held: Passage | None) -> Passage | None:
    """Whose duties a Kazakh section tells that names nobody again: "Бағбанның міндеттері", or of whom the statute is.

    `held` is whose the section is that the line stands in, which ends with the next chapter.
    """
    match = _WORDING.pattern("section_of_duties").search(line.text)
    if match is not None:
        return line[match.start("owner") : match.end("owner")] if match["owner"] else body
    return None if _WORDING.pattern("opens_chapter").match(line.text) else held


def _label_of(sentence: Passage) -> int:
    """How many letters open a Kazakh sentence that only say that duties follow: "Лауазымдық міндеттері: | ..."."""
    match = _WORDING.pattern("label_of_duties").match(sentence.text)
    return match.end() if match else 0
