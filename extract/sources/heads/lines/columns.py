"""Columns at the head of a text, told by the blanks or the bar between them: stamps side by side are set one below
another, of a letterhead in two languages the text's own column is kept, and postal addresses are left out.

СОГЛАСОВАНО             УТВЕРЖДАЮ                       «Бақ» КММ       КГУ «Сад»
Председатель совета     Директор КГУ «Сад»              010000, Бақ қ.  010000, г. Сад
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.lexicon.acts import header_words
from extract.sources.heads.lines.around import is_beside, is_postal
from extract.sources.heads.lines.kinds import ENACTS_NOW
from extract.sources.heads.lines.line import Line, joined, without_marks
from extract.sources.heads.lines.side_by_side import kazakh_share
from extract.values.acts import NUMBER, day_pattern
from extract.values.issuers import key_of_issuer

MOST_LINES = 24
"""Lines of a head in which columns are looked for, blank ones among them."""
MOST_OF_STAMP = 8
"""Lines that stamps side by side are spread over."""
LONGEST_CELL = 120
SHORTEST_NAME = 8
"""Letters of a column that is a name."""
MOST_ASIDE = 14
"""Characters by which a cell may begin aside from its column."""
FEWEST_KAZAKH = 25
"""Of a Kazakh name one letter in so many is Kazakh alone; it has twice the share of the Russian name beside it."""
_GAP = re.compile(r"(?<=[^\s|])(?:\s{3,}\|?\s*|\s+\|\s+)(?=[^\s|])")


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a column in one line, and where they begin."""

    text: str
    at: int


def in_one_column(head: str, lang: str) -> str:
    """A head with its columns one below another; lines that stand in no column are as they were."""
    lines = head.splitlines()
    end = next((n for n, line in enumerate(lines[:MOST_LINES]) if ENACTS_NOW.search(line)), len(lines[:MOST_LINES]))
    told: list[str] = []
    run_together = any(_both_kinds().fullmatch(without_marks(line)) for line in lines[:end])
    at = 0
    while at < end:
        count = 1
        if stamps := _stamps(lines[at:end], lang):
            count = stamps
            told += _one_below_another(lines[at : at + count], lang)
        elif names := _names(lines[at:end]):
            count = names
            told += _of_language(lines[at : at + count], lang)
        elif not is_postal(without_marks(lines[at])):
            told += _without_day(_without_other_name(lines[at], lang) if run_together else lines[at], lang)
        at += count
    return "\n".join([*told, *lines[end:]])


def _without_day(line: str, lang: str) -> list[str]:
    """A line as two where a name has the day beside it: "Совет садоводов          5 мая 2031 года"."""
    cells = _cells(line)
    days = [cell for cell in cells if re.fullmatch(rf"{day_pattern(lang)}\W*", cell.text, re.IGNORECASE)]
    beside = len(cells) == 2 and len(days) == 1 and not is_beside(without_marks(line), lang)
    named = beside and not any(re.match(NUMBER, cell.text) for cell in cells)
    return [cell.text for cell in cells] if named else [line]


def _without_other_name(line: str, lang: str) -> str:
    """A line of a head whose columns have run together that holds the name of a house in both languages, as the name in
    a text's own; any other line as it is.
    """
    words = without_marks(line).split()
    kazakh = [n for n, word in enumerate(words) if kazakh_share(word)]
    if not kazakh or len(kazakh) == len(words) or len(line) > 2 * LONGEST_CELL:
        return line
    for at, first in ((kazakh[-1] + 1, "kk"), (kazakh[0], "ru")):
        langs = ("kk", "ru") if first == "kk" else ("ru", "kk")
        parts = (" ".join(words[:at]), " ".join(words[at:]))
        if all(part and key_of_issuer(part, of, alone=True) for part, of in zip(parts, langs, strict=True)):
            return parts[langs.index(lang)]
    return line


def of_one_language(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """The lines of a letterhead that are in a text's language, where its name stands in both, one below the other."""
    kazakh = [kazakh_share(line.text) >= 1 / FEWEST_KAZAKH for line in lines]
    split = next((n for n in range(1, len(lines)) if kazakh[n] != kazakh[0]), 0)
    if not split or kazakh[split:] != [kazakh[split]] * (len(lines) - split):
        return lines
    parts = (lines[:split], lines[split:])
    langs = ("kk", "ru") if kazakh[0] else ("ru", "kk")
    named = all(key_of_issuer(joined(part), of, alone=True) for part, of in zip(parts, langs, strict=True))
    return parts[langs.index(lang)] if named else lines


def _cells(line: str) -> list[_Cell]:
    if line.lstrip().startswith("|") or "\t" in line:
        return []
    starts = [len(line) - len(line.lstrip()), *(match.end() for match in _GAP.finditer(line))]
    ends = [*(match.start() for match in _GAP.finditer(line)), len(line)]
    return [_Cell(line[a:b].strip(), a) for a, b in zip(starts, ends, strict=True) if line[a:b].strip()]


def _stamps(lines: Sequence[str], lang: str) -> int:
    """How many lines stamps side by side take, by their words in the first; 0 where there are none."""
    cells = _cells(lines[0])
    words = [_stamp_words(lang).fullmatch(without_marks(cell.text)) for cell in cells]
    if len(cells) != 2 or not any(words) or any(len(cell.text) > LONGEST_CELL for cell in cells):
        return 0
    blank = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    return min(blank, MOST_OF_STAMP)


def _names(lines: Sequence[str]) -> int:
    """How many lines a letterhead in two languages takes, one beside the other; 0 where there is none."""
    count = 0
    for line in lines:
        cells = _cells(line)
        goes_on = count and len(cells) == 1 and cells[0].at >= MOST_ASIDE
        if not (goes_on or len(cells) == 2) or any(_is_no_name(cell.text) for cell in cells):
            break
        count += 1
    left, right = _columns(lines[:count]) if count else ([], [])
    shares = [_kazakh(without_marks(" ".join(told))) for told in (left, right)]
    several = sum(shares) > 0 and max(shares) >= 1 / FEWEST_KAZAKH and max(shares) >= 2 * min(shares)
    return count if several else 0


def _kazakh(told: str) -> float:
    """The share of letters that are Kazakh alone; 0.5 of words too short to be a name, so that they are of neither."""
    letters = re.sub(r"[\W\d_]", "", told)
    return 0.5 if len(letters) < SHORTEST_NAME else kazakh_share(letters)


def _is_no_name(text: str) -> bool:
    """Whether a cell has a day, or is a number alone or no words."""
    days = any(re.search(day_pattern(lang), text, re.IGNORECASE) for lang in ("ru", "kk"))
    return days or bool(re.match(NUMBER, text)) or not re.search(r"[^\W\d_]{2}", text)


def _columns(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The cells of two columns, the right one where the first line has it."""
    rows = [_cells(line) for line in lines]
    column = next(cells[1].at for cells in rows if len(cells) > 1)
    left: list[str] = []
    right: list[str] = []
    for line, cells in zip(lines, rows, strict=True):
        near = [cell.at for cell in cells if abs(cell.at - column) <= MOST_ASIDE]
        barred = len(cells) == 2 and "|" in line
        at = cells[1].at if barred else min(near, key=lambda one: abs(one - column), default=len(line))
        left.append(line[:at].strip(" |\t"))
        right.append(line[at:].strip())
    return [one for one in left if one], [one for one in right if one]


def _one_below_another(lines: Sequence[str], lang: str) -> list[str]:
    """The stamps of two columns, each between blank lines; one that tells only who adopted a text is left out."""
    told = [""]
    for column in _columns(lines):
        first = without_marks(column[0])
        if _stamp_words(lang).fullmatch(first) or not re.search(header_words(lang)["adopted"], first, re.IGNORECASE):
            told += [*column, ""]
    return told


def _of_language(lines: Sequence[str], lang: str) -> list[str]:
    columns = [[cell for cell in column if not is_postal(without_marks(cell))] for column in _columns(lines)]
    left, right = (_kazakh(without_marks(" ".join(column))) for column in columns)
    return columns[0] if (left > right) == (lang == "kk") else columns[1]


@cache
def _both_kinds() -> re.Pattern[str]:
    """A line that is the word for an act in both languages, a blank between them: "БҰЙРЫҚ ПРИКАЗ"."""
    known = (header_words(lang)["kinds"] for lang in ("kk", "ru"))
    kazakh, russian = ("|".join(kind["named"] for kind in kinds.values()) for kinds in known)
    return re.compile(rf"(?:{kazakh})\s+(?:{russian})|(?:{russian})\s+(?:{kazakh})", re.IGNORECASE)


@cache
def _stamp_words(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{header_words(lang)['stamps']})\W*", re.IGNORECASE)
