"""Whom the sentences of a Russian statute or job description bind that have no subject: the body or post of its title.

Должностная инструкция сторожа | 2.1. Ежедневно проверяет замки. | Обязан: - вести журнал.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, join
from extract.finders.duties.moods.kinds import INSTRUCTION
from extract.finders.duties.russian.parties.unsaid import (
    has_no_subject,
    has_predicate,
    names_other,
    names_person,
    names_thing,
)
from extract.finders.duties.sentences.statutes import bodies_of_statutes
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_COLON = ": "
_ENDS = tuple(".:;,!?")


def of_body(document: Document, units: Iterable[Unit], doer_of: Callable[[Unit], Passage | None]) -> Iterator[Unit]:
    """Russian units, those without a subject behind the body or the post that their statute is of.

    Where a section of a statute has told of somebody else, or its heading names a thing, the sentences below are of
    nobody that is known: "4.1. Председатель избирается советом. | 4.2. Ведет заседания."; a job description tells of
    its post alone. Behind what else a sentence tells of, the further ones of its point are of that: "Форма состоит из
    куртки. Шьется на заказ.".
    """
    of_post = phrasing("ru").pattern("of_post")
    titles = [(of_post.search(one.title.text) is not None, one) for one in bodies_of_statutes(document)]
    lines = [block.passage for block in document.blocks if isinstance(block, Heading | ListItem | Paragraph)]
    begins = sorted(line.offsets[0] for line in lines if line.offsets)
    section, others, thing, point, told = "", False, False, 0, False
    for unit in units:
        at = unit.own.offsets[0] if unit.own.offsets else 0
        title = next((one for one in reversed(titles) if one[1].begins < at), None)
        if unit.section != section:
            section, others, thing = unit.section, False, names_thing(unit.section)
        if bisect_right(begins, at) != point:
            point, told = bisect_right(begins, at), False
        if title is None or not (unit.mood == INSTRUCTION or unit.of_work):
            yield unit
            continue
        post, body = title[0], title[1].called
        if not unit.is_item and not unit.own.text.rstrip().endswith(_ENDS):
            thing = names_thing(unit.own.text) or (thing and has_predicate(unit.own.text))
        of_others = told or thing or (others and not post)
        behind = None if of_others else _behind(unit, body, doer_of)
        others = others or (not unit.is_item and names_person(unit.own.text, body.text))
        told = told or (not unit.is_item and names_other(unit.own.text, body.text))
        yield behind or unit


def _behind(unit: Unit, body: Passage, doer_of: Callable[[Unit], Passage | None]) -> Unit | None:
    """A unit behind the body, where by itself it has no subject and behind him it binds him; None elsewhere."""
    text = unit.passage.text
    if phrasing("ru").pattern("tells_what_it_is").match(unit.own.text):
        return None
    listed = unit.is_item and phrasing("ru").pattern("lists_own").match(text[: text.find(":") + 1]) is not None
    if listed or text.rstrip().endswith(":") or not has_no_subject(text) or doer_of(unit) is not None:
        return None
    behind = replace(unit, passage=join([body, unit.passage], _COLON), is_item=True, body_end=len(body))
    return behind if doer_of(behind) is not None else None
