"""Whom Russian points bind that name nobody, below a line that says whose duties or rights they are.

7.1. Обязанности заказчика | 7.1.1. Оплатить полив. | 7.1.2. Ведет учет роз. | Права садовника | 1. Получать розы.
Обязанности сторожа | Обход сада; проверка замков. | Имеет право | 1. Получать розы.
Основные направления деятельности совета садов | Усилить охрану роз.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Document, Heading, Passage, join
from extract.finders.duties.moods.headings import sets_tasks
from extract.finders.duties.moods.kinds import INSTRUCTION, PLAN
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive, names_doer, opens_with_verb
from extract.finders.duties.sections.russian_tasks import below_tasks, set_sections
from extract.finders.duties.sentences.statutes import bodies_of_statutes
from extract.finders.duties.sentences.unit import Unit
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_ENDS = tuple(".:;,!?")
_LONGEST = 150
"""Letters of a line that tells whose duties follow."""


def of_owned_sections(document: Document, units: Iterable[Unit], bids_nobody: Callable[[Unit], bool]) -> Iterator[Unit]:
    """Russian units, those below "Обязанности заказчика" that name nobody behind that line, which says whom."""
    headings = {block.passage.text: block.passage for block in document.blocks if isinstance(block, Heading)}
    bodies = list(bodies_of_statutes(document))
    body = next((one.called for one in reversed(bodies) if one.full is bodies[0].full), None)
    nouns = set_sections(document)
    owned, section, leads, tells = None, "", False, False
    for unit in units:
        if unit.section != section:
            section, tells = unit.section, False
            owned = _owned(headings[section], body) if section in headings else None
            leads = False
            if owned is None and section in headings:
                owned = _leading(headings[section])
                leads = owned is not None
        if not unit.is_item and not unit.own.text.rstrip().endswith(_ENDS):
            owned = _owned(unit.own, body)
            leads = False
        if unit.mood == PLAN:
            if not unit.is_item and unit.own.text.rstrip().endswith(":"):
                tells = _OVER_NO_DEEDS.match(unit.own.text) is not None
            of_body = _of_body(unit, headings.get(section), bids_nobody)
            told = of_body if tells else below_tasks(of_body, nouns)
            planned = body is not None and of_body is unit and sets_tasks(section, "ru")
            yield _of_planner(told, body, bids_nobody) if planned and body is not None else told
        elif owned is None or unit.is_item or unit.mood != INSTRUCTION:
            yield unit
        elif not leads and opens_with_doing(unit.own.text) and not _RIGHTS.search(owned.text):
            yield from (_behind(unit, own, owned) for own in _parts(unit.own))
        else:
            yield _as_told(unit, owned, bids_nobody, leads=leads)


def _of_body(unit: Unit, heading: Passage | None, bids_nobody: Callable[[Unit], bool]) -> Unit:
    """A unit of a programme that bids and names nobody behind the body that the heading above it is of."""
    match = phrasing("ru").pattern("section_of_body").match(heading.text) if heading is not None else None
    if heading is None or match is None or not names_doer(match["owner"]):
        return unit
    end = _end_of_bodies(heading.text, match.end("owner"))
    body = heading[match.start("owner") : end]
    if _FORMER.search(body.text):
        return unit
    behind = replace(unit, passage=join([body, unit.passage], ": "), is_item=True, body_end=len(body))
    return behind if bids_nobody(unit) and not bids_nobody(behind) else unit


def _of_planner(unit: Unit, body: Passage, bids_nobody: Callable[[Unit], bool]) -> Unit:
    """A task that names nobody behind the body whose plan of work sets it: "садового совета: задачи: | учет роз"."""
    behind = replace(unit, passage=join([body, unit.passage], ": "), is_item=True, body_end=len(body))
    return behind if bids_nobody(unit) and not bids_nobody(behind) else unit


def _end_of_bodies(heading: str, end: int) -> int:
    """Where the bodies end that a heading names one behind the other: "Министерства, акиматов | и их работы"."""
    end = _end_of_name(heading, end)
    while (further := _FURTHER.match(heading, end)) and names_doer(further["owner"]):
        end = _end_of_name(heading, further.end())
    return end


def _end_of_name(heading: str, end: int) -> int:
    """Where a body's name ends that goes on behind "и": "Министерства образования | и науки"."""
    match = _FURTHER.match(heading, end)
    if match is None or " " in match["owner"] or names_doer(match["owner"]):
        return end
    named = len(heading[:end].rsplit(maxsplit=1)) > 1 and not names_doer(heading[:end].rsplit(maxsplit=1)[-1])
    cases = {case for _, _, case, _ in readings(match["owner"].lower())}
    return match.end() if named and "gent" in cases and match[0].split()[0] in phrasing("ru").words("and") else end


_RIGHTS = phrasing("ru").pattern("owned_rights")
_OVER_NO_DEEDS = phrasing("ru").pattern("lead_of_no_deeds")
_FURTHER = phrasing("ru").pattern("further_body")
_FORMER = phrasing("ru").pattern("former_body")


def _as_told(unit: Unit, owned: Passage, bids_nobody: Callable[[Unit], bool], *, leads: bool) -> Unit:
    """A unit behind the line that says whose it is, where it bids by an infinitive or opens with what he does."""
    verb = opens_with_verb(unit.own.text)  # by itself such a sentence lays nothing down
    if not (verb or bids_by_infinitive(unit.own.text)):
        return unit
    behind = _behind(unit, unit.own, owned)
    if leads:
        return unit if verb else behind
    return behind if (verb or bids_nobody(unit)) and not bids_nobody(behind) else unit


def _owned(line: Passage, body: Passage | None) -> Passage | None:
    """The words of a line that say whose duties or rights follow, of the `body` where they name nobody."""
    match = phrasing("ru").pattern("owned_section").match(line.text) if len(line) <= _LONGEST else None
    if match is None:
        return None
    own = line[match.start("own") : match.end("own")]
    if match["doer"]:
        return own if names_doer(match["doer"]) else None
    if match["owner"]:
        return own if names_doer(match["owner"]) else None  # not "Функции языка"
    return join([own, body]) if body is not None else None


def _leading(heading: Passage) -> Passage | None:
    """The words of a heading that lead in what stands below: "Имеет право", "4. Мастер обязан"; None for others."""
    match = phrasing("ru").pattern("leading_heading").match(heading.text) if len(heading) <= _LONGEST else None
    return heading[match.start("own") : match.end("own")] if match else None


def _parts(own: Passage) -> Iterator[Passage]:
    """The deeds that a sentence names in a row: "Обход сада; проверка замков."."""
    start = 0
    for end in (*(match.start() for match in _PARTED.finditer(own.text)), len(own)):
        part = own[start:end].strip(" ;")
        if part.text.strip(" ."):
            yield part
        start = end


def _behind(unit: Unit, own: Passage, owned: Passage) -> Unit:
    return replace(unit, passage=join([owned, own], ": "), own=own, is_item=True)


_PARTED = re.compile(r";\s")
