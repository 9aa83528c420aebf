"""Whether titles and what stands above them are of a plan: not of a report, a menu, a roster, a register or prices.

План мероприятий по итогам встречи      a plan: the word stands first, in Kazakh last
Отчёт о выполнении плана                none
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.document.printed_marks import may_be_title
from extract.finders.plan.columns.title_kinds import says_measures
from extract.finders.tables.events import QUOTED, is_past
from extract.lexicon.headings import heading_words
from extract.values.parties.staff import is_person_alone

MOST_ABOVE = 4
"""Lines above the titles that tell what the table is."""
MOST_OF_ANOTHER_KIND = 0.5
"""Share of the rows that tell what was, or name a person, by which the table is no plan."""


@cache
def _telling(lang: str) -> re.Pattern[str]:
    """Words that say what a table is, of a plan or of something else."""
    words = heading_words(lang)
    plans = "|".join(filter(None, (words.days["plans"], words.tables["measures"])))
    joins = rf"(?:\s+(?:{words.tables['joins']})\s+(?:{words.tables['no_plans']}))?"
    return re.compile(
        rf"(?<!\w)(?:(?P<other>{words.tables['no_plans']})|(?P<plan>{plans})(?![\w-]){joins})", re.IGNORECASE
    )


@cache
def _annex(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:\d+\W*)?{heading_words(lang).kinds['annex']}(?!\w)", re.IGNORECASE)


def are_of_a_plan(above: Sequence[str], named: str, lang: str) -> bool:
    """Whether titles below some lines are of a plan, the names of whose column are called something."""
    told = _told_above(above, lang)
    return told == "plan" if told else says_measures(named, lang)


def are_of_another_kind(above: Sequence[str], lang: str) -> bool:
    """Whether the lines above titles say that they are of no plan."""
    return _told_above(above, lang) == "other"


def _told_above(above: Sequence[str], lang: str) -> str:
    """What the nearest line that says it says that a table is, `plan` or `other`, "" where none does; an annex, a
    remark in brackets or a sentence tells only where none above says a plan.
    """
    found = ""
    for line in reversed(above[-MOST_ABOVE:]):
        if not line or not (may_be_title(line) or line.endswith(":")):
            continue
        told = [match.lastgroup for match in _telling(lang).finditer(QUOTED.sub(" ", line))]
        if told and told[-1 if lang == "kk" else 0] == "plan":
            return "plan"
        if told and not _is_beside(line, lang):
            return "other"
        found = "other" if told else found
    return found


def _is_beside(line: str, lang: str) -> bool:
    """Whether a line that says something else stands between a plan's title and the columns."""
    return line.startswith("(") or bool(_annex(lang).match(line)) or (lang == "ru" and is_past(line, lang))


def are_deeds(names: Sequence[str], lang: str) -> bool:
    """Whether what stands in the column of names is to be done: fewer than half tell what was, or are persons."""
    other = sum(is_past(name, lang) or is_person_alone(name) for name in names)
    return other < MOST_OF_ANOTHER_KIND * len(names)
