"""What stands above a text's own title and is none of it: what the text is annexed to, and the name of the house.

Приложение 2 к конкурсной документации          ТОО «Сад»

ТЕХНИЧЕСКОЕ ЗАДАНИЕ                             ПОЛОЖЕНИЕ о поливе
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicon.acts import header_words
from extract.sources.minutes import house_above
from extract.sources.titles import Line, is_paper, is_title, joined, kind_by_title, title_below
from extract.values.acts import day_pattern

MOST_LINES = 4
"""Lines of a mark of annex, or of a house's name."""
LONGEST_MARK = 160


def without_annex_mark(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the mark of an annex that names no act, and so tells nothing of the text."""
    words = header_words(lang)
    acts = "|".join(forms["to"] for forms in words["kinds"].values())
    for end in range(1, 1 + min(MOST_LINES, len(lines) - 1)):
        stamped = re.match(rf"\W*(?:{words['stamps']})\W*$", lines[end].text, re.IGNORECASE)
        if not stamped and not lines[end].apart:
            continue
        mark = " ".join(line.text for line in lines[:end])
        names = re.search(rf"(?<!\w)(?:{acts})(?!\w)|{day_pattern(lang)}|20\d\d", mark, re.IGNORECASE)
        marked = len(mark) <= LONGEST_MARK and re.fullmatch(words["annex_mark"], mark, re.IGNORECASE)
        whole = marked and (stamped or marked["whose"])  # else "к приказу ..." may stand below
        return lines[end:] if whole and not names else lines
    return lines


def split_house(lines: Sequence[Line], lang: str) -> tuple[str, Sequence[Line]]:
    """The name of the house above a text that calls itself something ("ПОЛОЖЕНИЕ"), and the lines below it; no name
    where the first lines are the title's own.
    """
    at = next((n for n, line in enumerate(lines[: 1 + MOST_LINES]) if n and line.apart), 0)
    name = joined(lines[:at])
    words = header_words(lang)
    kinds = "|".join(form for forms in words["kinds"].values() for form in forms.values())
    stamp = "|".join((words["approved"], words["adopted"], words["annex"], rf"(?<!\w)(?:{kinds})(?!\w)"))
    own = re.search(rf"{stamp}|{words['genitive']}|{day_pattern(lang)}", name, re.IGNORECASE)
    own = own or kind_by_title(name, lang) or is_title(name, words)
    if not at or own or not house_above(lines[:at], lang):
        return "", lines
    below = lines[at:]
    called = is_paper(below[0].text) or kind_by_title(title_below(below, lang), lang)
    return (name, below) if called else ("", lines)
