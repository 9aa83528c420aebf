"""What an audit report is made of: titled tables of words."""

from __future__ import annotations

import re
from dataclasses import dataclass

Cells = tuple[str, ...]
_PAGE, _SIGN, _PADDING = 273.0, 1.5, 1.6
"""Millimetres: a page between its margins, a sign, what stands beside words in a cell."""
_LONGEST, _MUCH = 20, 260
"""Signs of the longest word that is given room, and from how many a cell gets no more room."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table; `quoted` names the columns that hold words of a text; what is looked up is an `appendix`."""

    key: str
    title: str
    columns: Cells
    rows: tuple[Cells, ...]
    quoted: frozenset[int] = frozenset()
    appendix: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """An audit report in one language."""

    lang: str
    title: str
    about: str
    note: str
    sections: tuple[Section, ...]


def widths(section: Section) -> tuple[float, ...]:
    """Millimetres of each column: room for its longest word, and what is left by how much its cells say.

    Where the longest words alone need more than the page, each is given its share.
    """
    needed, said = [], []
    for number, title in enumerate(section.columns):
        cells = [row[number] for row in section.rows]
        longest = max((len(part) for cell in (title, *cells) for part in re.split(r"[\s/]", cell)), default=1)
        needed.append(min(longest, _LONGEST) * _SIGN + _PADDING)
        said.append(min(sum(map(len, cells)) / len(cells), _MUCH))
    left = max(_PAGE - sum(needed), 0)
    whole = sum(said) or 1
    return tuple(need + left * much / whole for need, much in zip(needed, said, strict=True))
