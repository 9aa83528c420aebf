"""What an audit report is made of: titled tables of words."""

from __future__ import annotations

from dataclasses import dataclass

Cells = tuple[str, ...]


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
