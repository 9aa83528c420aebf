"""Whom an item binds that stands below a name and says itself not who does it: "Хозяева роз: | поливают их утром;"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Passage
from extract.finders.duties.layouts.named import names_party, tells_deed
from extract.finders.duties.moods.kinds import INSTRUCTION, REPORT
from extract.finders.duties.sentences.unit import Unit


def of_named(
    units: Iterable[Unit], lang: str, told: frozenset[int], bound_by: Callable[[Unit], Passage | None]
) -> Iterator[Unit]:
    """Units, those of nobody that stand below a name alone behind whom it names.

    `told` are the places of names that a table tells to be those who are bound, whatever they look like, but where the
    text only reports; `bound_by` gives the words of whom a unit binds. Of a name that is read in part the whole is
    meant: "Мастера п/о".
    """
    for unit in units:
        start, end = _name_above(unit)
        name = unit.passage.text[start:end]
        of_table = end > start and unit.passage.offsets[start] in told and unit.mood != REPORT
        named = of_table or (end > start and names_party(name, lang) and tells_deed(unit.own.text, lang))
        led = named and start and names_party(unit.passage.text[:start].strip(" :"), lang)
        if not named or (not of_table and not led and (unit.mood == REPORT or _is_whole(name, bound_by(unit)))):
            yield unit
            continue
        behind = replace(unit, passage=unit.passage[start:], body_end=end - start)
        moods = (INSTRUCTION,) if of_table else dict.fromkeys((unit.mood, INSTRUCTION))
        yield next((one for mood in moods if bound_by(one := replace(behind, mood=mood))), unit)


def _is_whole(name: str, bound: Passage | None) -> bool:
    """Whether somebody is bound, by his whole name where it is that above: not "Мастера п" of "Мастера п/о"."""
    if bound is None:
        return False
    return not (name.startswith(bound.text) and name[len(bound.text) :].startswith("/"))


def _name_above(unit: Unit) -> tuple[int, int]:
    """Where the innermost lead-in of an item begins and ends, its colon apart; nothing for what is no item."""
    lead = unit.passage.text[: unit.own_start].rstrip()
    if not unit.is_item or not lead.endswith(":"):
        return 0, 0
    end = len(lead) - 1
    start = lead.rfind(":", 0, end) + 1
    start += len(lead[start:end]) - len(lead[start:end].lstrip())
    return start, end
