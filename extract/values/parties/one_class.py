"""Names that commas part and that are one all the same: places of one class, what one head governs, figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.language.russian import is_known_word, readings
from extract.values.parties.parted_names import MANY_OF_WHOM, STOP, WORDS
from extract.values.parties.staff import has_head, is_of_places
from kzedu_graph.language.late_patterns import late

Piece = tuple[int, int, bool]
"""Where a name stands, and whether it takes part by agreement only."""
_LIST_HEAD = late(r"(?:[^\W\d_]+\s+)?([^\W\d_]+)\s*:\s*(?=[а-яё])")
_OF_A_CLASS = r"(?:\s*[«\"][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][»\"]|-[а-яё]{1,3}(?!\w))?"
"""What may stand behind the number of a class: "11 «А»", "2-го"."""
_ENDS_IN_FIGURE = late(rf"(?<!\d)\d{{1,3}}(?:\s*[-–]\s*\d{{1,3}})?{_OF_A_CLASS}$")
_BEGINS_WITH_FIGURE = late(
    rf"(?:№\s*)?\d{{1,3}}(?:\s*[-–]\s*\d{{1,3}})?(?!\d){_OF_A_CLASS}(?:\s*[-–]?\s*[a-zа-яёәғқңөұүһі]|$)"
)
_OF_ITS_HEAD = late(r"[^\W\d_]{3,}(?:лар|лер|дар|дер|тар|тер)?(?:ның|нің|дың|дің|тың|тің)")
MOST_OF_OWNER = 5
"""Words of a Kazakh name in the genitive plural whose head stands behind the next one."""
_GOVERNED_LETTERS = late(
    r"[А-ЯЁ]{2,5}(?:\s+и\s+[А-ЯЁ]{2,5})?(?:\s+(?:[А-ЯЁ][а-яё-]+\s+)?(?:район|город|област|округ)(?:а|и|ов|ей))?"
)
_COMPOUND = late(r"(?:[а-яё]{3,}о-)+(?P<last>[а-яё]{4,})(?![\w-])")
"""Adjectives in one word, of which the last tells the case: "жилищно-коммунального"."""
_LEADING = late(r"\s*(?:(?:[^\W\d_]{3,}(?:ая|ое|ые|ий|ый|(?<!н)ие|ого|ой|ых)|и)[,\s]+)*")
"""Adjectives before the head of a name: "Областное, городские и районные"."""
_ENDS_IN_LETTERS = late(r"\s[А-ЯЁ]{2,5}$")
_MATTERS = ("ость", "ние", "тие", "ство", "тура", "юстиция", "мация", "грация", "логия")
"""How words for matters end, whose genitive looks like a plural: "промышленности", "образования", "развития"."""
_NO_MATTERS = ("общество", "товарищество", "агентство", "министерство", "ведомство", "посольство", "хозяйство")
"""Bodies that end so, too: "общества", beside a unit, are several of them."""


def joined_names(text: str, pieces: Sequence[Piece], lang: str) -> list[Piece]:
    """The pieces that commas part, those that are the places of one class as one."""
    found: list[Piece] = []
    for start, end, agreed in pieces:
        spaced = bool(found) and (text[found[-1][1] : start] != "," or text[start].islower())
        before = text[found[-1][0] : found[-1][1]] if found and spaced and not found[-1][2] else ""
        listed = lang == "ru" and text[start].islower() and opens_a_list(before) and not has_head(text[start:end], lang)
        if before and (listed or _goes_on(before, text[start:end], lang)):
            found[-1] = (found[-1][0], end, agreed)
        else:
            found.append((start, end, agreed))
    return found


def opens_a_list(text: str) -> bool:
    """Whether words name a kind of unit in the plural and what is listed behind a colon: "Управления: лесов"."""
    head = _LIST_HEAD.match(text)
    plural = readings(head[1].lower()) if head else ()
    return any(case == "nomn" and number == "plur" for _, _, case, number in plural)


@lru_cache(maxsize=4096)
def _goes_on(before: str, behind: str, lang: str) -> bool:
    """Whether a name only lists more places of the one before it, or the one before has its head in this one."""
    if _ENDS_IN_FIGURE.search(before) and _BEGINS_WITH_FIGURE.match(behind):
        return True
    before = STOP.split(before)[-1]
    one, other = WORDS.findall(before), WORDS.findall(behind)
    if not one or not other:
        return False
    if lang == "kk":
        owner = bool(_OF_ITS_HEAD.fullmatch(one[-1].casefold())) and one[-1][1:].islower()
        owned = other[-1].casefold().endswith(("ы", "і")) and has_head(behind, lang)
        many = owned and len(one) <= MOST_OF_OWNER and MANY_OF_WHOM.search(one[-1].casefold())
        return is_of_places(one, lang) or (owner and (len(one) <= 2 or bool(many)))
    if is_of_places([word for word in one if word != "и"], lang):
        return True
    if len(one) > 1 and _is_governed(other, behind, before) and (has_head(before, lang) or _has_a_later_head(before)):
        return True
    return len(one) > 1 and _is_genitive_plural(one[-1]) and _are_of_a_head(other)


def _has_a_later_head(name: str) -> bool:
    """Whether a name has its head behind many adjectives, or behind one in quotes: "Садовое областное управление"."""
    rest = re.split(r"[»”]", name)[-1]
    led = _LEADING.match(rest)
    return led is not None and has_head(rest[led.end() :], "ru")


def _are_of_a_head(names: Sequence[str]) -> bool:
    """Whether Russian words want a head: "сельских округов", "предприятий всех форм собственности"."""
    listed = [word for word in names if word not in ("и", "или")]
    if not listed:
        return False
    first = listed[0]
    sure = first.endswith(("ов", "ев")) or all(case != "nomn" for _, _, case, _ in readings(first))
    return all(map(_is_genitive_plural, listed)) or (_is_genitive_plural(first) and sure)


def _is_governed(other: Sequence[str], behind: str, before: str) -> bool:
    """Whether a name has no head of its own: "труда и соцзащиты населения", "по делам спорта", "ПТ и АД"."""
    if _GOVERNED_LETTERS.fullmatch(behind) and " и " in behind:
        return bool(_ENDS_IN_LETTERS.search(before))
    compound = _COMPOUND.match(behind)
    first = compound["last"] if compound else other[0]
    if first in ("по", "независимо"):
        return True
    found = readings(first) if first.islower() and is_known_word(first) else ()
    if found and all(part == "NOUN" and case != "nomn" for _, part, case, _ in found):
        return True  # a head, too: "управление финансов, комитета контроля"
    if not found or has_head(behind, "ru"):
        return False
    genitive = any(case == "gent" for _, _, case, _ in found)
    is_matter = found[0][0].endswith(_MATTERS) and not found[0][0].endswith(_NO_MATTERS)
    return genitive and (all(case != "nomn" for _, _, case, _ in found) or is_matter)


@lru_cache(maxsize=4096)
def _is_genitive_plural(word: str) -> bool:
    """Whether a word is one of many, as it is likeliest read: "районов", "сельских"."""
    return word.islower() and readings(word)[0][2:] == ("gent", "plur")
