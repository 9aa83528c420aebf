"""What a Russian programme's lists and its sections of who carries it out lay down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.set_tasks import (
    BELOW_DOING,
    DOINGS_OF_A_PLAN,
    FORESEEN,
    LISTED,
    POINTS_OF_A_PLAN,
    ROLE_DOES,
    TASK_OF_A_PLAN,
    are_set,
    are_told_of,
    names_tasks,
)
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.deeds.doings import doing_from, opens_with_doing
from extract.finders.duties.russian.deeds.foreseen import cases_below
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing


def is_of_carrying_out(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a passive's subject is of how a programme is watched over and carried out: "отчет представляется"."""
    if decision.rule.name not in _AS_NORMS:
        return False
    wording = phrasing("ru")
    subjects = [word.norm for word in words[1:] if not word.subordinate and is_case(word, "nomn")]
    if any(map(wording.pattern("work_of_mechanism").match, subjects)):
        return True
    speaks = wording.pattern("speaks_of_programme").search(" ".join(word.norm for word in words)) is not None
    return speaks and any(map(wording.pattern("work_of_any").match, subjects))


def carries_out(words: Sequence[Word], decision: Decision) -> bool:
    """Whether what somebody does is of how a programme is carried out: not "Школы обучают 5000 детей"."""
    verb, behind = words[decision.last], words[decision.last + 1 : decision.last + 2]
    if any(word.tag == "number" for word in behind):
        return False
    return decision.rule.bearer == "agent" or phrasing("ru").pattern("acts_of_mechanism").match(verb.norm) is not None


def is_of_role_alone(words: Sequence[Word], decision: Decision) -> bool:
    """Whether somebody with a part in a programme only is or feels something: "Участники получают знания"."""
    on_verb = replace(decision, last=decision.first)
    return decision.rule.name == ROLE_DOES and not carries_out(words, on_verb)


_AS_NORMS = frozenset({"done-as-a-norm", "handed-in"})
"""Rules of what is done as a rule, whoever does it."""


def of_plan(unit: Unit, words: Sequence[Word], decisions: list[Decision]) -> list[Decision]:
    """The decisions on a Russian unit, those on a programme's tasks only where it sets them.

    Tasks that are no infinitives open with a noun of doing; such an item is a deed without what its lead-in bids:
    "Решить следующие задачи: | учет роз".
    """
    decisions = [one for one in decisions if one.rule.name != TASK_OF_A_PLAN or are_set(words, one.first)]
    if not (unit.led_by_heading or _is_doing_with_its_parts(unit)):
        decisions = [one for one in decisions if one.rule.name != BELOW_DOING]
    listed = next((one for one in decisions if one.rule.name in LISTED), None)
    if listed is None:
        return decisions
    colon = next((n for n in range(listed.last, len(words)) if words[n].tag == "colon"), listed.last)
    own = unit.own.text if unit.is_item else unit.passage.text[words[colon].end :]
    doing = opens_with_doing(own, cases_below(words, colon))
    doing = doing or (listed.rule.name == POINTS_OF_A_PLAN and _names_event(own))
    if listed.rule.name == FORESEEN and not doing:
        return decisions
    aimless = listed.rule.name == DOINGS_OF_A_PLAN and not names_tasks(words, colon)  # "На первом этапе:"
    if aimless and phrasing("ru").pattern("change_of_number").match(own.strip()):
        doing = False
    if not doing or are_told_of(words, listed.first) or not are_set(words, colon):
        return [one for one in decisions if one is not listed]
    return [replace(listed, first=colon, last=colon), *(one for one in decisions if one.first > colon)]


def _is_doing_with_its_parts(unit: Unit) -> bool:
    """Whether one sentence names a doing and what it consists of: "Организация полива садов: закупка шлангов."."""
    lead, colon, _ = unit.own.text.partition(":")
    return bool(colon) and not unit.is_item and opens_with_doing(lead)


def of_doing(duty: Duty, words: Sequence[Word]) -> Duty:
    """A duty of a programme's tasks as the deed of its noun, without what bids to carry the tasks out."""
    colon = duty.decision.first
    if duty.decision.rule.name not in LISTED or words[colon].tag != "colon":
        return duty
    noun = doing_from(words, colon + 1, cases_below(words, colon))
    if not noun:  # "План: | беседы с садовниками"
        noun = colon + 1
    return replace(duty, decision=Decision(duty.decision.rule, noun, noun), elided=True, carried=True)


def _names_event(own: str) -> bool:
    """Whether a point of a plan opens with what takes place: "Классные часы о саде"."""
    return phrasing("ru").pattern("event_of_plan").match(own) is not None
