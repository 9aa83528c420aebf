"""Whom the points of a Russian act bind that name nobody: him whom the act is given to, by a line above its verb.

Кому: директору школы Липову А.Б.     ПРЕДПИСЫВАЮ: 1. Полить розы.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Document, Heading, Passage, Table, join
from extract.finders.duties.layouts.named import names_party, tells_deed
from extract.finders.duties.moods.kinds import ENACTING
from extract.finders.duties.moods.lines import is_of_annex, is_of_approval, is_opening
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_COLON = ": "
_NUMBERED = re.compile(r"\s*№\s*\d+")


def of_given(
    document: Document,
    units: Iterable[Unit],
    bound_by: Callable[[Unit], Passage | None],
    lays_control: Callable[[Unit], bool],
) -> Iterator[Unit]:
    """Units, those of an act's points that bid something and name nobody behind whom the act is given to.

    `bound_by` gives the words of whom a unit binds, `lays_control` tells whether it says who watches over the act.
    """
    given = list(_given(document))
    for unit in units:
        at = unit.own.offsets[0] if unit.own.offsets else 0
        whom = next((whom for whom, start, end in given if start < at < end), None)
        yield unit if whom is None else _behind(unit, whom, bound_by, lays_control) or unit


def _behind(
    unit: Unit, whom: Passage, bound_by: Callable[[Unit], Passage | None], lays_control: Callable[[Unit], bool]
) -> Unit | None:
    """A point behind him whom it binds so, and binds nobody by its own words; None elsewhere."""
    text = unit.passage.text
    if unit.mood != ENACTING or text.rstrip().endswith(":") or lays_control(unit) or bound_by(unit) is not None:
        return None
    names_own = unit.is_item and bound_by(replace(unit, passage=unit.own, is_item=False)) is not None
    if names_own or not tells_deed(unit.own.text, "ru"):
        return None
    behind = replace(unit, passage=join([whom, unit.passage], _COLON), is_item=True)
    by_noun = replace(behind, body_end=len(whom))
    return next((one for one in (behind, by_noun) if bound_by(one) is not None), None)


def _given(document: Document) -> Iterator[tuple[Passage, int, int]]:
    """Whom acts are given to, and between which places of the text their points stand."""
    whom: Passage | None = None
    start = 0
    for block in document.blocks if document.lang == "ru" else ():
        if isinstance(block, Table) or not block.passage.offsets:
            continue
        text, at = block.passage.text, block.passage.offsets[0]
        if whom is not None and is_opening(text, "ru"):
            start = start or at
        elif whom is not None and start and (isinstance(block, Heading) or _stamps(text)):
            yield whom, start, at
            whom, start = None, 0
        elif named := _named(block.passage):
            if whom is not None and start:
                yield whom, start, at
            whom, start = named, 0
    if whom is not None and start:
        yield whom, start, len(document.text)


def _stamps(text: str) -> bool:
    return is_of_approval(text, "ru") or is_of_annex(text, "ru", ENACTING)


def _named(line: Passage) -> Passage | None:
    """Whom a line says that an act is given to: "Кому: директору школы Липову А.Б."."""
    given = phrasing("ru").pattern("given_to_whom").match(line.text)
    if given is None or not names_party(_NUMBERED.sub("", given["whom"]), "ru"):
        return None
    return line[given.start("whom") : given.end("whom")]
