"""Whether the tasks or measures that a Russian lead-in or heading names are still to be done, and the programme's own.

Not so "Меры, принятые в 2030 году:", "Задачи, которые решены:", "Меры, которые запрещены:", "Приоритеты прежней
программы:", "Меры ответственности:".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.finders.duties.grammar.words import Word, read_words
from extract.language.russian import past_participle, readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

DOINGS_OF_A_PLAN = "doings-of-a-plan"
"""The rule of what a Russian programme sets itself, told by nouns of doing: "Основные задачи: учет роз"."""

FORESEEN = "foreseen"
"""The rule of what a Russian programme says that it foresees below: "Программой предусматривается: учет роз"."""

REACHED_BY = "reached-by-ways"
"""The rule of by what doings something in a Russian programme is reached: "обеспечивается путем: учета роз"."""

POINTS_OF_A_PLAN = "points-of-a-plan"
"""The rule of what a point of a plan that is written as a list tells by a noun of doing: "План: учет роз"."""

BELOW_DOING = "doings-below-a-doing"
"""The rule of what stands below a Russian programme's heading that is a doing: "Организация полива | Закупка труб."."""

LISTED = frozenset({DOINGS_OF_A_PLAN, FORESEEN, REACHED_BY, BELOW_DOING, POINTS_OF_A_PLAN})
"""Rules of lead-ins whose items are deeds told by nouns."""

TASK_OF_A_PLAN = "task-of-a-plan"
"""The rule of the same told by infinitives: "Основные задачи: вести учет роз"."""

ROLE_DOES = "role-does"
"""The rule of what somebody does who has a part in a programme: "Оператор Программы | ведет | учет роз"."""

_WORDING = phrasing("ru")
_FORMS = duty_words("ru").forms
_NAMED = ("tasks", "of-tasks", "to-tasks", "by-tasks", "ways", "carried-out")
_TASKS = {form for name in _NAMED for form in _FORMS[name]}
_DONE = frozenset({"past", "participle", "forbidden"})
_AHEAD = frozenset({"must", "need", "needed", "will", "may", "planned"})
"""Classes of words of a clause on tasks: of what was done or is banned, and of what is still ahead."""


def is_over_set_tasks(heading: str) -> bool:
    """Whether a heading that names tasks or measures may set them: not "Проведенные мероприятия"."""
    words = read_words(heading, "ru")
    return are_set(words, len(words))


def are_set(words: Sequence[Word], place: int) -> bool:
    """Whether the tasks that words name before a place, if any, are set there: not done, forbidden or of others."""
    end = max((n for n in range(place) if words[n].tag == "colon"), default=place)
    text = " ".join(word.norm for word in words[1:end])
    if _WORDING.pattern("tasks_of_others").search(text):
        return False
    nouns = [n for n in range(1, end) if words[n].norm in _TASKS]
    if not nouns:
        return True
    cases = {(case, number) for n in nouns for _, pos, case, number in readings(words[n].norm) if pos == "NOUN"}
    attributes = (word for word in words[1:end] if word.tag == "word" and not _is_ahead(word))
    if any(cases & set(past_participle(word.norm)) for word in attributes):
        return False
    below = [word for word in words[nouns[0] : end] if word.subordinate]
    ahead = any(word.tag in _AHEAD for word in below)
    return ahead or not any(word.tag in _DONE and not _is_ahead(word) for word in below)


def names_tasks(words: Sequence[Word], end: int) -> bool:
    """Whether the words before a place name tasks or ways to reach something: not "На первом этапе:"."""
    return any(word.norm in _TASKS for word in words[1:end])


def are_told_of(words: Sequence[Word], first: int) -> bool:
    """Whether a verb stands before the words that name tasks, and does not say that an aim is reached by them.

    "Дети учатся через | решение задач:", not "Цель достигается | решением задач:".
    """
    before = (word for word in words[1:first] if not word.subordinate)
    return any(word.tag in _TELLS and not _WORDING.pattern("reached_by").match(word.norm) for word in before)


_TELLS = frozenset({"present", "passive", "past", "future", "participle", "stative", "effect", "proceed-future"})


def _is_ahead(word: Word) -> bool:
    """Whether a participle says of tasks that they are set: "поставленные", "предусмотренные"."""
    return _WORDING.pattern("says_set").match(word.norm) is not None


@lru_cache(maxsize=256)
def tells_who_does(section: str) -> bool:
    """Whether the heading of a Russian programme's section is of who carries it out: "Механизм реализации"."""
    return phrasing("ru").pattern("heading_of_mechanism").search(section) is not None
