"""The numbers of lists in OpenDocument text: printed by no word of it, counted from the styles of its lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element

from extract.inputs.list_numbers import BULLET
from extract.inputs.word.list_levels import Level, printed_marker
from extract.inputs.word.odt_styles import STYLE, TEXT

OUTLINE = ""
"""The list that headings are numbered in."""
_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LONG_FORMS = {"а,": "russianLower", "А,": "russianUpper", "01": "decimalZero"}
"""Forms that are named by their first numbers, by two characters of them."""
_LEVEL_TAGS = {
    f"{TEXT}list-level-style-number": "number",
    f"{TEXT}list-level-style-bullet": "bullet",
    f"{TEXT}list-level-style-image": "bullet",
    f"{TEXT}outline-level-style": "number",
}
_PLACE = re.compile(r"%(\d)%")


@dataclass(slots=True)
class CountedList:
    """A list as it is met: its style, and the numbers that its items have got, by level from 0."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Lists:
    """The lists of a document in reading order; one goes on with another where it says so."""

    styles: dict[str, dict[int, Level]]
    by_id: dict[str, CountedList] = field(default_factory=dict)
    last: dict[str, CountedList] = field(default_factory=dict)
    outline: CountedList = field(default_factory=lambda: CountedList(OUTLINE))

    def begin(self, element: _Element, style: str) -> CountedList:
        """The list that an element opens: a new one, or one that it goes on with."""
        continued = self.by_id.get(element.get(f"{TEXT}continue-list") or "")
        if continued is None and element.get(f"{TEXT}continue-numbering") == "true":
            continued = self.last.get(style)
        found = CountedList(style, continued.counts if continued else {})
        name = element.get("{http://www.w3.org/XML/1998/namespace}id")
        if name:
            self.by_id[name] = found
        self.last[style] = found
        return found

    def marker_of(self, counted: CountedList, level: int, *, style: str = "", start: int | None = None) -> str:
        """The marker of a list's next item at a level, counted from 0: "1)", "2.1.", a dash; "" where none is."""
        levels = self.styles.get(style or counted.style, {})
        if level not in levels or levels[level].form == "none":
            return ""
        if levels[level].form == "bullet":
            return BULLET
        before = counted.counts.get(level, levels[level].start - 1)
        counted.counts[level] = before + 1 if start is None else start
        for deeper in [other for other in counted.counts if other > level]:
            del counted.counts[deeper]
        return printed_marker(levels, counted.counts, level)


def read_lists(roots: Iterable[_Element]) -> Lists:
    """The lists that the parts of a file define, and how its headings are numbered."""
    styles: dict[str, dict[int, Level]] = {}
    for root in roots:
        for style in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style"):
            name = OUTLINE if style.tag == f"{TEXT}outline-style" else style.get(f"{STYLE}name") or ""
            styles.setdefault(name, dict(map(_level, style.iterchildren(*_LEVEL_TAGS))))
    return Lists(styles)


def _level(element: _Element) -> tuple[int, Level]:
    level = _number(element, f"{TEXT}level", 1) - 1
    start = _number(element, f"{TEXT}start-value", 1)
    if _LEVEL_TAGS[str(element.tag)] == "bullet":
        return level, Level("bullet", "", start)
    written = element.get(f"{STYLE}num-format") or ""
    form = _FORMS.get(written) or _LONG_FORMS.get(written[:2]) or ("decimal" if written else "none")
    words = element.get(_FORMAT)
    if words is not None:
        return level, Level(form, _PLACE.sub(r"%\1", words), start)
    shown = min(_number(element, f"{TEXT}display-levels", 1), level + 1)
    places = ".".join(f"%{number}" for number in range(level + 2 - shown, level + 2))
    before, behind = (element.get(f"{STYLE}num-{side}") or "" for side in ("prefix", "suffix"))
    return level, Level(form, f"{before}{places}{behind}", start)


def _number(element: _Element, name: str, otherwise: int) -> int:
    written = element.get(name) or ""
    return int(written) if written.isdecimal() and len(written) < 9 else otherwise
