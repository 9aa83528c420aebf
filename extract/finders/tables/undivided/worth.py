"""What it is worth that words are a time or name somebody, and the words of a column whole: for rows whose columns
collapsed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from extract.document.blocks import EMPTY, Passage, concatenate, join
from extract.finders.plan.columns.parted_words import is_time, names_somebody
from extract.language.russian import is_known_word
from extract.lexicon.headings import heading_words
from extract.values.parties.staff import has_head

TIME, LIKE_A_TIME, SOMEBODY, HEADED = -7.0, -4.5, -5.0, -3.5
OF_A_TIME = 0.05
"""What each word of a time costs."""
ABBREVIATION, COMMA = 1.0, 2.0
"""What an abbreviation costs, and a comma, in a time that the grammar of times does not know."""
SHORT = 2
"""Letters of a preposition, and words that are too few to begin as a time."""

WORD = re.compile(r"\S+")
CAPITAL_FIRST = re.compile(r"[«\"]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
TORN_END = re.compile(r"[^\W\d_]{2}[.-]\Z")
_ABBREVIATION = re.compile(r"(?![IVXІХ]+\Z)[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,}")
_LINKING = re.compile(r"(?:лық|лік|дық|дік|тық|тік|о|е)-\Z")
"""How the first part of a word with a hyphen of its own ends: "санитарлық-", "санитарно-"."""


def anchor_of(line: Passage, lang: str) -> tuple[int, int, int, int] | None:
    """How long the name, the time and who answers are on the first line of a row with a sure time between them, and
    the word that the time begins with.
    """
    words = [match.span() for match in WORD.finditer(line.text)]
    best: tuple[int, int] | None = None
    for begin in range(1, len(words) - 1):
        for end in range(len(words) - 1, begin, -1):
            last = line.text[slice(*words[end - 1])]
            longer = (best is None or end - begin > best[1] - best[0]) and not (last.isalpha() and len(last) <= SHORT)
            if longer and is_time(line.text[words[begin][0] : words[end - 1][1]], lang):
                best = (begin, end)
    if best is None:
        return None
    begin, end = best
    if re.match(rf"(?:{heading_words(lang).tables['joins']})\s", line.text[words[end][0] :]):
        end = next((n for n in range(end, len(words)) if CAPITAL_FIRST.match(line.text, words[n][0])), 0)
    if not end:
        return None
    return words[begin - 1][1], words[end - 1][1] - words[begin][0], words[-1][1] - words[end][0], begin


@cache
def joins_at_end(lang: str) -> re.Pattern[str]:
    """A conjunction at the end of words."""
    return re.compile(rf"(?<!\w)(?:{heading_words(lang).tables['joins']})\Z")


@lru_cache(maxsize=4096)
def of_time(text: str, lang: str) -> float:
    """What it is worth that words are a time, or two that a conjunction joins, or begin or end as one."""
    if text and is_time(text.rstrip(" ."), lang) and not any(map(_ABBREVIATION.fullmatch, text.split())):
        return TIME
    parts = re.split(rf"\s(?:{heading_words(lang).tables['joins']})\s", text, maxsplit=1)
    if len(parts) > 1 and of_time(parts[0], lang) == TIME and of_time(parts[1], lang) <= LIKE_A_TIME:
        return TIME
    tables, words = heading_words(lang).tables, text.split()
    ends = len(words) > 1 and re.search(rf"(?<!\w)(?:{tables['times_end']})\W*\Z", text, re.IGNORECASE)
    begins = (
        len(words) > SHORT
        and tables["times_begin"]
        and re.match(rf"(?:{tables['times_begin']})(?!\w)", text, re.IGNORECASE)
    )
    known = is_time(" ".join(words[:2]), lang) or bool(begins)
    return (LIKE_A_TIME - known if ends or begins else 0.0) + COMMA * text.count(",")


def of_words(text: str) -> float:
    """What the words of a time cost: little each, much where it is an abbreviation in capitals."""
    return sum(ABBREVIATION if _ABBREVIATION.fullmatch(word) else OF_A_TIME for word in text.split())


@lru_cache(maxsize=4096)
def of_somebody(text: str, lang: str) -> float:
    """What it is worth that words name somebody: each name does, or the whole has a post or unit for a head."""
    if text and names_somebody(text, lang):
        return SOMEBODY
    return HEADED if text and has_head(text, lang) else 0.0


def whole(pieces: Sequence[Passage], lang: str) -> Passage:
    """The lines of a column, words that a line's end tore whole: "эпиде." over "миология", "про-" over "ведение"."""
    found = EMPTY
    for piece in pieces:
        if found.text and TORN_END.search(found.text) and piece.text[:1].islower():
            found = concatenate((found if _keeps_hyphen(found.text, piece.text, lang) else found[:-1], piece))
        else:
            found = join((found, piece))
    return found


def _keeps_hyphen(before: str, behind: str, lang: str) -> bool:
    if not before.endswith("-"):
        return False
    left, right = before.rsplit(maxsplit=1)[-1].rstrip("-"), behind.split(maxsplit=1)[0].strip(".,;")
    return bool(_LINKING.search(before)) and not (lang == "ru" and is_known_word(left + right))
