"""Who answers, before the time at the end of a row or at the end of one that a time opens: the only post or unit in it
that stands in the nominative.

    Организовать встречу с ветеранами | классные руководители | май
    май | Обновить стенд о школе | заместитель директора
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.document.blocks import Passage
from extract.finders.plan.columns.parted_words import is_time, names_somebody
from extract.language.russian import readings
from extract.values.parties.staff import has_head

LONGEST_TIME = 7
"""Words of a time."""
LONGEST_ANSWERS = 90
SHORTEST_HEAD = 4
"""Letters of a post or unit."""
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LISTED = (",", "и")
"""What stands before a further one of who answers."""


def around_the_only_head(words: Passage, order: Sequence[str], lang: str) -> Mapping[str, Passage]:
    """The columns of a Russian row whose time stands at its end or beginning; nothing where they are not sure."""
    places = [match.span() for match in _WORD.finditer(words.text)]
    if lang != "ru" or len(places) < len(order):
        return {}
    if order[-1] == "deadline":
        starts = range(max(2, len(places) - LONGEST_TIME), len(places))
        cut = next((n for n in starts if is_time(words.text[places[n][0] :], lang)), 0)
        rest, time = (words[: places[cut][0]].strip(), words[places[cut][0] :]) if cut else (words, words)
    else:
        ends = range(min(LONGEST_TIME, len(places) - 2), 0, -1)
        cut = next((n for n in ends if is_time(words.text[: places[n - 1][1]], lang)), 0)
        rest, time = (words[places[cut][0] :], words[: places[cut - 1][1]]) if cut else (words, words)
    at = _begins_at(rest.text) if cut else 0
    answers = rest[at:]
    if not at or len(answers) > LONGEST_ANSWERS or not names_somebody(answers.text, lang):
        return {}
    return {"name": rest[:at].strip(" ,"), "deadline": time, "responsible": answers}


def _begins_at(text: str) -> int:
    """Where the only name of somebody begins that is no object of a verb and hangs on no other word; 0 without one."""
    words = list(_LETTERS.finditer(text))
    found: list[int] = []
    for n in range(1, len(words)):
        if not _is_head(words, n):
            continue
        first = n
        while first > 1 and _may_be(words[first - 1][0], "ADJF", "nomn"):
            first -= 1
        before = text[: words[first].start()].rstrip()
        if found and (before.endswith(",") or before.split()[-1].casefold() in _LISTED):
            continue
        found.append(words[first].start())
    return found[0] if len(found) == 1 else 0


def _is_head(words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word is a post or unit in the nominative, in none of the cases that the word before it may ask for."""
    word, before = words[at][0], words[at - 1][0]
    if len(word) < SHORTEST_HEAD or not _may_be(word, "NOUN", "nomn") or not has_head(word, "ru"):
        return False
    parts = {part for _, part, _, _ in readings(before.casefold())}
    if "PREP" in parts or ("INFN" in parts and _may_be(word, "NOUN", "accs")):
        return False
    return not (parts & {"NOUN", "ADJF"} and _may_be(word, "NOUN", "gent"))


def _may_be(word: str, part: str, case: str) -> bool:
    return any((own, form) == (part, case) for _, own, form, _ in readings(word.casefold()))
