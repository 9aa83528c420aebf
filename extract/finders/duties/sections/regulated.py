"""The sections of a Russian programme that regulate: they tell who does what, and within which term."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.grammar.set_tasks import ROLE_DOES
from extract.finders.duties.moods.kinds import INSTRUCTION, PLAN
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_FEWEST, _SHARE = 2, 4
"""Sentences of a section that bid somebody who has a part in the programme, and of how many one does, at least."""


def of_regulated(units: Iterable[Unit], duties_of: Callable[[Unit], Sequence[Duty]]) -> Iterator[Unit]:
    """The units, those of a section that regulates as of an instruction, unless a plan lays something down by them.

    Written for "Оператор ведет учет заявок. | Заявки рассматриваются комиссией. | Функции оператора:".
    """
    for _, group in groupby(units, key=lambda unit: unit.section):
        section = list(group)
        if not _regulates(section, duties_of):
            yield from section
            continue
        for unit in section:
            bare = unit.mood == PLAN and not duties_of(unit)
            yield replace(unit, mood=INSTRUCTION) if bare else unit


def _regulates(section: Sequence[Unit], duties_of: Callable[[Unit], Sequence[Duty]]) -> bool:
    planned = [unit for unit in section if unit.mood == PLAN]
    names = phrasing("ru").pattern("gives_parts")
    named = [unit for unit in planned if names.search(unit.passage.text)]
    if len(named) < _FEWEST or _SHARE * len(named) < len(planned):
        return False
    bids = sum(any(duty.decision.rule.name == ROLE_DOES for duty in duties_of(unit)) for unit in named)
    return bids >= _FEWEST and _SHARE * bids >= len(planned)
