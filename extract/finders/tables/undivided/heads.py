"""The titles of a table that nothing divides: each on a line, or all on one, with blanks between them or without.

№ п/п                    №п/п Мероприятие Дата Ответственный 1. Полить ...
Мероприятие
Сроки                    Содержание работыСроки выполненияОтветственные
Ответственные
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extract.document.blocks import Passage
from extract.finders.plan.columns.title_kinds import is_known_title, kind_of_title
from extract.lexicon.headings import in_any_language

NEEDED = frozenset({"name", "deadline", "responsible"})
KNOWN = NEEDED | {"number", "remark", "completion_form"}
MOST_TITLES = 7
LONGEST_TITLE, MOST_TITLE_WORDS = 50, 4
BEFORE, BEHIND = 200, 60
"""Characters around the title of who answers among which the others stand."""

_LETTER, _CAPITAL = "a-zа-яёәғқңөұүһі", "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_CUT = re.compile(rf"(?<=[{_LETTER}№).])(?=[{_CAPITAL}])|\s+(?=[{_CAPITAL}№]|\d)|(?<=[{_LETTER}])(?=\d)")
"""Where a title may begin, or a row behind the last."""


@dataclass(frozen=True, slots=True)
class Head:
    """The titles and the kinds of their columns; how many lines they take, or where in their line they begin and end;
    `stuck` where no blank stands between some.
    """

    titles: tuple[Passage, ...]
    kinds: tuple[str, ...]
    size: int = 1
    begin: int = 0
    end: int = 0
    stuck: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """The kinds of the columns that a plan needs, as they stand."""
        return tuple(kind for kind in self.kinds if kind in NEEDED)

    def without_numbers(self) -> Head:
        """The head without the title of numbers, which a page may have left out."""
        first = int(self.kinds[0] == "number")
        return replace(self, titles=self.titles[first:], kinds=self.kinds[first:])

    @property
    def named(self) -> str:
        """The title of the column of names."""
        return self.titles[self.kinds.index("name")].text


@cache
def may_begin() -> re.Pattern[str]:
    """The title of who answers, by its first letters."""
    return re.compile(in_any_language("tables", "answers"))


@cache
def _of_numbers() -> re.Pattern[str]:
    number, numbers = in_any_language("tables", "number"), in_any_language("tables", "numbers")
    return re.compile(rf"(?:(?:{number})\s*)?(?:(?:{numbers})|(?:{number}))\.?", re.IGNORECASE)


def head_on_lines(lines: Sequence[str], at: int, passages: Sequence[Passage], lang: str) -> Head | None:
    """The titles that begin at a line, each on one of its own; None where it is none of a plan."""
    kinds: list[str] = []
    behind = at
    for line in lines[at : at + MOST_TITLES]:
        kind = _kind_of(line, lang)
        if not kind or (kind in kinds and kind not in ("remark", "number")):
            break
        kinds.append(kind)
        behind += 1
    titles = passages[at:behind]
    if kinds[:2] == ["number", "number"]:
        kinds, titles = kinds[1:], titles[1:]
    return Head(tuple(titles), tuple(kinds), behind - at) if _is_plan(kinds) else None


def head_in_line(words: Passage, lang: str) -> Head | None:
    """The titles that stand one behind the other in a line, the first of them that is one of a plan."""
    for answers in may_begin().finditer(words.text):
        first, last = max(0, answers.start() - BEFORE), min(len(words), answers.end() + BEHIND)
        cuts = {first, last, *(match.end() for match in _CUT.finditer(words.text, first, last))}
        places = sorted(cuts)
        pieces = [words[a:b].strip() for a, b in pairwise(places)]
        kinds = [_kind_of(piece.text, lang) for piece in pieces]
        for n in range(len(pieces)):
            size = _length(kinds[n:])
            if not (size and _is_plan(kinds[n : n + size])):
                continue
            begin, end = places[n], places[n + size]
            if words.text[:begin].strip() and kinds[n] != "number":
                break
            stuck = any(not words.text[place - 1].isspace() for place in places[n + 1 : n + size])
            return Head(tuple(pieces[n : n + size]), tuple(kinds[n : n + size]), 1, begin, end, stuck)
    return None


def _length(kinds: Sequence[str]) -> int:
    """How many titles are known from the first on, each of another column."""
    seen: set[str] = set()
    for n, kind in enumerate(kinds):
        if not kind or kind in seen:
            return n
        seen.add(kind)
    return len(kinds)


def _kind_of(title: str, lang: str) -> str:
    """The kind of a title; "" for words that are none, or none of a plan's."""
    bare = title.strip(" .:")
    if _of_numbers().fullmatch(bare):
        return "number"
    if not 0 < len(bare) <= LONGEST_TITLE or len(bare.split()) > MOST_TITLE_WORDS:
        return ""
    kind = kind_of_title(bare, lang)
    sure = kind in NEEDED or is_known_title(bare, lang)
    return kind if kind in KNOWN and sure else ""


def _is_plan(kinds: Sequence[str]) -> bool:
    return set(kinds) >= NEEDED and all(kinds.count(kind) == 1 for kind in NEEDED) and "number" not in kinds[1:]
