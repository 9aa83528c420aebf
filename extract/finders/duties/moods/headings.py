"""The mood that a heading tells of what stands below it."""

from __future__ import annotations

from extract.finders.duties.grammar.set_tasks import is_over_set_tasks
from extract.finders.duties.moods.kinds import ENACTING, INSTRUCTION, PLAN, REPORT
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing


def mood_of(heading: str, lang: str, mood: str, genre: str) -> str:
    """The mood from a heading on; where it tells nothing the one before.

    But an act enacts only in its points, behind its introduction an instruction instructs, and what a programme
    finds ends with the heading of its tasks or measures.
    """
    told = told_by(heading, lang)
    if told is None and genre in (PLAN, REPORT) and _looks_back(heading, lang):
        return REPORT
    if told is None and genre == PLAN and sets_tasks(heading, lang):
        return PLAN
    return told or (genre if mood == ENACTING or (mood == REPORT and genre == INSTRUCTION) else mood)


def told_by(heading: str, lang: str) -> str | None:
    """The mood that a heading tells by its own words: what stands below "2. Анализ ситуации" reports."""
    folded = _folded(heading)
    return next((o.mood for o in duty_words(lang).openings if o.pattern.search(folded)), None)


def reports(heading: str, lang: str, genre: str) -> bool:
    """Whether what stands below a heading reports by the heading's own words, those of a text of its genre."""
    return told_by(heading, lang) == REPORT or (genre in (PLAN, REPORT) and _looks_back(heading, lang))


def _looks_back(heading: str, lang: str) -> bool:
    """Whether a heading of a Russian plan or report stands over how the work went: "Анализ работы за год"."""
    return lang == "ru" and phrasing("ru").pattern("analysis_of_work").match(_folded(heading)) is not None


def tells_mood(heading: str, lang: str) -> bool:
    """Whether a heading of a programme tells by its own words what stands below it."""
    return told_by(heading, lang) is not None or sets_tasks(heading, lang)


def _folded(heading: str) -> str:
    return heading.lower().replace("ё", "е")


def sets_tasks(heading: str, lang: str) -> bool:
    """Whether a heading of a programme stands over tasks that are to be done."""
    folded = _folded(heading)
    names = phrasing(lang).pattern("sets_tasks").search(folded) is not None
    return names and (lang != "ru" or is_over_set_tasks(folded))
