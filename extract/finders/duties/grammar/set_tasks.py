"""Whether the tasks or measures that a Russian lead-in or heading names are still to be done, and the programme's own.

Not so "Меры, принятые в 2030 году:", "Задачи, которые решены:", "Меры, которые запрещены:", "Приоритеты прежней
программы:", "Меры ответственности:".
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word, read_words
from extract.language.russian import past_participle, readings
from extract.lexicon.phrasing import phrasing

DOINGS_OF_A_PLAN = "doings-of-a-plan"
"""The rule of what a Russian programme sets itself, told by nouns of doing: "Основные задачи: учет роз"."""

_WORDING = phrasing("ru")
_DONE = frozenset({"past", "participle", "forbidden"})
_AHEAD = frozenset({"must", "need", "needed", "will", "may", "planned"})
"""Classes of words of a clause on tasks: of what was done or is banned, and of what is still ahead."""


def are_still_set(heading: str) -> bool:
    """Whether a heading that names tasks or measures may set them: not "Проведенные мероприятия"."""
    words = read_words(heading, "ru")
    return not are_done_or_of_others(words, len(words))


def are_done_or_of_others(words: Sequence[Word], end: int) -> bool:
    """Whether the tasks that words name up to a place are done, forbidden or not the programme's."""
    text = " ".join(word.norm for word in words[1:end])
    if _WORDING.pattern("tasks_of_others").search(text):
        return True
    nouns = [n for n in range(1, end) if _WORDING.pattern("noun_of_tasks").match(words[n].norm)]
    if not nouns:
        return False
    cases = {(case, number) for n in nouns for _, pos, case, number in readings(words[n].norm) if pos == "NOUN"}
    attributes = (word for word in words[1:end] if word.tag == "word" and not _is_ahead(word))
    if any(cases & set(past_participle(word.norm)) for word in attributes):
        return True
    below = [word for word in words[nouns[0] : end] if word.subordinate]
    ahead = any(word.tag in _AHEAD for word in below)
    return not ahead and any(word.tag in _DONE and not _is_ahead(word) for word in below)


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
