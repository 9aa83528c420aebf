"""The numbers that Word prints in front of list paragraphs and stores nowhere: counted again from its numbering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml.etree import _Element

from extract.inputs.list_numbers import BULLET
from extract.inputs.word.list_levels import Level, printed_marker


@dataclass(slots=True)
class Numbering:
    """The lists of a document; `marker_of` is asked for each paragraph in reading order."""

    levels: dict[str, dict[int, Level]]
    abstract: dict[str, str]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def marker_of(self, list_id: str, level: int) -> str:
        """The marker of the list's next item at a level, counted from 0: "1)", "2.1.", or a dash; "" where none is."""
        levels = self.levels.get(list_id, {})
        if level not in levels or levels[level].form == "none":
            return ""
        if levels[level].form == "bullet":
            return BULLET
        counts = self.counts.setdefault(self.abstract[list_id], {})
        if (list_id, level) not in self.begun and levels[level].start != 1:
            counts.setdefault(level, levels[level].start - 1)
        self.begun.add((list_id, level))
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return printed_marker(levels, counts, level)


def read_numbering(root: _Element | None) -> Numbering:
    """The lists that a document's numbering part defines; none where it has no such part."""
    if root is None:
        return Numbering({}, {})
    abstract = {_value(found, "abstractNumId"): dict(_levels(found)) for found in root.iterfind(qn("w:abstractNum"))}
    levels: dict[str, dict[int, Level]] = {}
    counted_with: dict[str, str] = {}
    for number in root.iterfind(qn("w:num")):
        list_id, wanted = _value(number, "numId"), number.find(qn("w:abstractNumId"))
        base = _value(wanted, "val") if wanted is not None else ""
        own = dict(abstract.get(base, {}))
        restarts = False
        for override in number.iterfind(qn("w:lvlOverride")):
            level = int(_value(override, "ilvl") or 0)
            own.update(_levels(override))
            start = override.find(qn("w:startOverride"))
            if start is not None and level in own:
                own[level] = Level(own[level].form, own[level].words, int(_value(start, "val") or 1))
                restarts = True
        levels[list_id] = own
        counted_with[list_id] = f"{base}/{list_id}" if restarts else base
    return Numbering(levels, counted_with)


def _levels(parent: _Element) -> Iterator[tuple[int, Level]]:
    for level in parent.iterfind(qn("w:lvl")):
        form, words, start = (level.find(qn(f"w:{tag}")) for tag in ("numFmt", "lvlText", "start"))
        yield (
            int(_value(level, "ilvl") or 0),
            Level(
                _value(form, "val") if form is not None else "decimal",
                _value(words, "val") if words is not None else "",
                int(_value(start, "val") or 1) if start is not None else 1,
            ),
        )


def _value(element: _Element, name: str) -> str:
    return str(element.get(qn(f"w:{name}")) or "")
