"""Typed acts, as a fence of Markdown keeps them: lines of some seventy letters, and no mark where a paragraph ends.

    өткеннен кейін енгізіледі.         prose: lines that are full, and the one that ends the paragraph
    Қазақстан Республикасының          a signature
    Премьер-Министрі
    Қазақстан Республикасы Үкіметінің  the stamp of an annex
    2031 жылғы 5 мамырдағы
    N 58 қаулысымен бекітілген
    Бақтарды күтудің                   the title of what is approved
    Тәртібі

A line goes on below where the next word had no room on it; forms, whose lines are drawn, are left as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.lexicon.acts import header_words
from kzedu_graph.language.letters import BULLETS, fold_homoglyphs

NARROWEST, WIDEST = 66, 80
"""Letters of a full line: typewriters left some seventy, whatever the lines of one fence show."""
RAGGED = 8
"""Letters that a full line may fall short by, the indent of a paragraph's first line among them."""
LONGEST_SIGNATURE = 5
LONGEST_STAMP = 8
LONGEST_TITLE = 7
"""Lines of each."""

_POINT = re.compile(r"(?:\d{1,3}(?:[.-]\d{1,3})*[.)]|[^\W\d_]\)|[-*+•–—·▪" + BULLETS + r"])\s+\S|[IVXІХ]{1,5}[.)]\s*\S")
_FORM = re.compile(r"_{3,}|\|.*\||[│┃║]|[-=]{5,}")
ENDED = re.compile(r"[.;:!?][»”\")]*$")
SMALL = re.compile(r"[(«\"“]?[a-zа-яёәғқңөұүһі]")
_ROMAN = re.compile(r"[IVXІХ]{1,5}[.)]")
_QUOTED_OR_NUMBER = re.compile(r"[«\"“]|(?:№|N) ?\d")
_NUMBER = re.compile(r"(?:№|\bN) ?\S*\d")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_GENITIVE = re.compile(r"[ндт][ыі]ң$")


@dataclass(frozen=True, slots=True)
class TypedPart:
    """Lines of one paragraph, signature, stamp or title, from `start` up to `end`."""

    start: int
    end: int
    title: bool = False


def typed_parts(lines: Sequence[str], lang: str) -> list[TypedPart]:
    """The parts of typed lines in their order; blank lines stand in none."""
    page = _Page([" ".join(fold_homoglyphs(word) for word in line.split()) for line in lines], lang)
    parts: list[TypedPart] = []
    at = 0
    while at < len(lines):
        if not page.lines[at]:
            at += 1
            continue
        found = page.stamp_at(at)
        end = found or page.signature_at(at) or page.paragraph_at(at)
        parts.append(TypedPart(at, end))
        at = end
        if found and (end := page.title_at(found)) > found:
            parts.append(TypedPart(found, end, title=True))
            at = end
    return parts


class _Page:
    """Typed lines without blanks at their ends, look-alike letters undone."""

    def __init__(self, lines: Sequence[str], lang: str) -> None:
        self.lines, self.lang = lines, lang
        longest = max((len(line) for line in lines if not _FORM.search(line)), default=0)
        self.full = min(max(longest, NARROWEST), WIDEST) - RAGGED

    def has_room(self, at: int) -> bool:
        """Whether the first word of the line below had room on this one: somebody ended the line on purpose."""
        below = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        return not below or len(self.lines[at]) + 1 + len(below.split()[0]) <= self.full

    def is_free(self, at: int) -> bool:
        """Whether the lines above do not go on in this one."""
        above = self.lines[at - 1] if at else ""
        return not above or bool(ENDED.search(above)) or bool(_FORM.search(above)) or self.has_room(at - 1)

    def is_short(self, at: int) -> bool:
        """Whether a line stands apart as those of stamps do: it is no point, ends no sentence and leaves room."""
        line = self.lines[at]
        closed = bool(line) and not _POINT.match(line) and not _FORM.search(line)
        return closed and not ENDED.search(line) and len(line) <= self.full

    def stamp_at(self, at: int) -> int | None:
        """The line behind the stamp that begins at a line; None where none does."""
        if not self.is_free(at) or not self.is_short(at) or SMALL.match(self.lines[at]):
            return None
        return self._kazakh_stamp_at(at) if self.lang == "kk" else self._russian_stamp_at(at)

    def _russian_stamp_at(self, at: int) -> int | None:
        """A Russian stamp opens with its word and ends with the number of the act, or its year."""
        opening = _opening(self.lang).match(self.lines[at])
        if opening is None:
            return None
        if opening["annex"] and not _annexed_to(self.lang).match(self._below(at, opening.end())):
            return at + 1
        dated = at + 1
        for n in range(at, min(at + LONGEST_STAMP, len(self.lines))):
            if n > at and not (self.is_short(n) or (_YEAR.search(self.lines[n]) and not _POINT.match(self.lines[n]))):
                break
            words = self.lines[n][opening.end() if n == at else 0 :]
            if _NUMBER.search(words):
                return n + 1
            if _YEAR.search(words):
                dated = n + 1
        return dated

    def _below(self, at: int, start: int) -> str:
        """What stands behind a place of a line, or else on the line below."""
        return self.lines[at][start:].strip() or (self.lines[at + 1] if at + 1 < len(self.lines) else "")

    def _kazakh_stamp_at(self, at: int) -> int | None:
        """A Kazakh stamp ends with its word; an annex to what is approved goes on to the word of an annex."""
        closing = None
        if self._signs_at(at):
            return None
        for n in range(at, min(at + LONGEST_STAMP, len(self.lines))):
            if not self.is_short(n) or (n > at and self._signs_at(n)):
                break
            end = _closing(self.lang).search(self.lines[n])
            tells = any(_YEAR.search(line) or _NUMBER.search(line) for line in self.lines[at : n + 1])
            if end and (end["annex"] or tells):
                closing = n + 1
                if end["annex"]:
                    break
        torn = closing is not None and closing < len(self.lines) and SMALL.match(self.lines[closing])
        return None if torn else closing

    def _signs_at(self, at: int) -> bool:
        """Whether a line names an office that signs; a stamp says whose act it is in the genitive."""
        line = self.lines[at]
        return bool(_office(self.lang).search(line)) and not (self.lang == "kk" and _GENITIVE.search(line))

    def signature_at(self, at: int) -> int | None:
        """The line behind the signature that begins at a line: up to a stamp, a blank line or what is no short line."""
        if not self.is_free(at) or not self.is_short(at) or not self.lines[at][0].isupper():
            return None
        offices = (n for n in range(at, min(at + 3, len(self.lines))) if self.is_short(n) and self._signs_at(n))
        office = next(offices, None)
        if office is None or not all(self.is_short(n) for n in range(at, office)):
            return None
        end = office + 1
        while end < min(at + LONGEST_SIGNATURE, len(self.lines)) and self._goes_on_signing(end):
            end += 1
        return end

    def _goes_on_signing(self, at: int) -> bool:
        """Whether a line below an office belongs to the signature: whose office it is, or who signs."""
        return self.is_short(at) and self.stamp_at(at) is None and not self.lines[at].isupper()

    def title_at(self, at: int) -> int:
        """The line behind the title that begins at a line; the line itself where none does."""
        end = at
        while end < min(at + LONGEST_TITLE, len(self.lines)) and self.is_short(end):
            line = self.lines[end]
            if end > at and not (SMALL.match(line) or line.isupper() or line[0] in "()" or self.has_room(end)):
                break
            if self.stamp_at(end) is not None or self.signature_at(end) is not None:
                break
            end += 1
        below = self.lines[end] if end < len(self.lines) else ""
        wrapped = end > at and below and not (_POINT.match(below) or below[0].isupper() or _FORM.search(below))
        return at if wrapped else end

    def paragraph_at(self, at: int) -> int:
        """The line behind the paragraph that begins at a line."""
        end = at + 1
        while end < len(self.lines) and self._goes_on(end):
            end += 1
        return end

    def _goes_on(self, at: int) -> bool:
        """Whether a line goes on with the paragraph above it."""
        above, line = self.lines[at - 1], self.lines[at]
        if not line or _POINT.match(line) or self.stamp_at(at) is not None or self.signature_at(at) is not None:
            return False
        if _FORM.search(above):
            return True
        if not ENDED.search(above):
            return not self._is_heading(at - 1)
        if self.has_room(at - 1):
            quoted = _QUOTED_OR_NUMBER.match(line) and above[-1] != ";"  # "...:" above the new wording of an act
            return bool(quoted or (SMALL.match(line) and above[-1] not in ";:"))
        return bool(SMALL.match(line)) or line[-1] == "." or len(line) > self.full // 2

    def _is_heading(self, at: int) -> bool:
        """Whether a line is the short heading of a part ("IV. Учет роз"), which the text begins below."""
        return bool(_ROMAN.match(self.lines[at])) and self.has_room(at) and not SMALL.match(self.lines[at + 1])


@cache
def _opening(lang: str) -> re.Pattern[str]:
    """How a Russian stamp opens: "Утверждено", "УТВЕРЖДЕН приказом", "Приложение 1 к ..."."""
    words = header_words(lang)
    acts = "|".join(kind["by"] for kind in words["kinds"].values())
    annex = rf"(?P<annex>{words['annex']})(?: ?(?:№|N)? ?\d+)?(?=\W*$| {words['annex_to']}\b)"
    return re.compile(rf"(?:{annex}|(?:{words['approved']})(?=\W*$| (?:\w+ )?(?:{acts})\b))", re.IGNORECASE)


@cache
def _annexed_to(lang: str) -> re.Pattern[str]:
    return re.compile(rf"{header_words(lang)['annex_to']}(?:\s|$)", re.IGNORECASE)


@cache
def _closing(lang: str) -> re.Pattern[str]:
    """How a Kazakh stamp ends: "бекітілген", "1-қосымша"."""
    words = header_words(lang)
    return re.compile(rf"(?<!\w)(?:{words['approved']}|(?P<annex>(?:\d+ ?-? ?)?{words['annex']}))\W*$", re.IGNORECASE)


@cache
def _office(lang: str) -> re.Pattern[str]:
    """A line of a signature: the office ends a Kazakh one and opens a Russian one, who signs may stand behind it."""
    offices = header_words(lang)["signs"]
    person = r"(?:\s+[^\W\d_]\. ?(?:[^\W\d_]\. ?)?[^\W\d_]+)?\s*$"
    if lang == "kk":
        return re.compile(rf"(?:^|\s)(?:{offices}){person}", re.IGNORECASE)
    return re.compile(rf"^(?:{offices})[ау]?(?: \w+(?: \w+)?)?{person}", re.IGNORECASE)


def fenced(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where lines stand between two that are fences, from the first line up to the second fence; an odd one opens
    nothing.
    """
    places = [n for n, mark in enumerate(marks) if mark]
    yield from ((start + 1, end) for start, end in zip(places[::2], places[1::2], strict=False))
