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
    return re.compile(
        rf"(?<!\w)(?:(?P<other>{words.tables['no_plans']})|(?P<plan>{words.days['plans']})(?![\w-]))", re.IGNORECASE
    )


def are_of_a_plan(above: Sequence[str], named: str, lang: str) -> bool:
    """Whether titles below some lines are of a plan, the names of whose column are called something."""
    for line in reversed(above[-MOST_ABOVE:]):
        if not line or not (may_be_title(line) or line.endswith(":")):
            continue
        told = [match.lastgroup for match in _telling(lang).finditer(QUOTED.sub(" ", line))]
        if told:
            return told[-1 if lang == "kk" else 0] == "plan"
    return says_measures(named, lang)


def are_deeds(names: Sequence[str], lang: str) -> bool:
    """Whether what stands in the column of names is to be done: fewer than half tell what was, or are persons."""
    other = sum(is_past(name, lang) or is_person_alone(name) for name in names)
    return other < MOST_OF_ANOTHER_KIND * len(names)
