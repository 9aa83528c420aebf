"""Whom the sentences of a Kazakh section bind that name nobody: whose duties its heading says that it tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, join
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.layouts.named import is_addressed, names_party
from extract.finders.duties.moods.kinds import INSTRUCTION
from extract.finders.duties.moods.texts import is_titled_plan
from extract.finders.duties.sections.kazakh_headings import below_binding, below_heading, item_below_heading
from extract.finders.duties.sentences.statutes import bodies_of_statutes
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def of_sections(
    document: Document,
    units: Iterable[Unit],
    bids_nobody: Callable[[Unit], bool],
    is_of_doers: Callable[[Unit], bool],
) -> Iterator[Unit]:
    """Kazakh units, those that name nobody below "Бағбанның міндеттері" behind whose duties their section tells."""
    reading = _SectionReading(document, bids_nobody, is_of_doers)
    for unit in units:
        told = reading.read(unit)
        if told is not None:
            yield told


class _SectionReading:
    """What is known of a document's sections up to the unit that is read: whose they are, what their titles say."""

    def __init__(
        self, document: Document, bids_nobody: Callable[[Unit], bool], is_of_doers: Callable[[Unit], bool]
    ) -> None:
        blocks = document.blocks
        self._headings = {block.passage.text: block.passage for block in blocks if isinstance(block, Heading)}
        self._bodies = [one.called for one in bodies_of_statutes(document)]
        self._numbers = [(block.passage.offsets[0], _number_of(block)) for block in blocks if _is_line(block)]
        self._plan = is_titled_plan(document)
        self._bids_nobody, self._is_of_doers = bids_nobody, is_of_doers
        self._section = ""
        self._ended = False
        """Whether a line that is numbered as the next heading has ended the section."""
        self._titled: Passage | None = None
        """The line of the section that is a title without a mark of its own."""
        self._owner: Passage | None = None
        self._named: Passage | None = None
        """Who the heading names, and says nothing else of."""
        self._of_list: Passage | None = None
        """Whose the list is that a line of the section has led in."""
        self._listed = False

    def read(self, unit: Unit) -> Unit | None:
        """A unit behind whose it is, or as an item of what its heading says; None where it is a title itself."""
        at = unit.own.offsets[0] if unit.own.offsets else 0
        body = next((body for body in reversed(self._bodies) if body.offsets[0] < at), None)
        self._enter(unit, body, at)
        heading = self._titled or self._headings.get(unit.section)
        if self._titled is unit.own and _binds_below(unit.own):
            return None
        if _led_by(unit, self._named) and _tells_of_thing(unit.own):
            return replace(unit, passage=unit.own, is_item=False)
        if unit.is_item or unit.mood != INSTRUCTION:
            self._listed = unit.is_item
            return item_below_heading(unit, heading, self._plan)
        below = None if self._ended else below_binding(unit, heading, self._bids_nobody)
        return below or below_heading(unit, heading, body) or self._of_owner(unit, body)

    def _enter(self, unit: Unit, body: Passage | None, at: int) -> None:
        """Go on to a unit, which may open a section or stand behind the last."""
        if unit.section != self._section and unit.section in self._headings:
            heading = self._headings[unit.section]
            self._owner = _owner_of(heading, body, None)
            self._named = _named_alone(heading) if self._owner is None else None
            self._owner = self._owner or self._named
        same = unit.section == self._section
        self._ended = _is_behind(unit, self._section, at, self._numbers) or (self._ended and same)
        self._titled = _title_above(unit, self._titled if same else None)
        self._section = unit.section

    def _of_owner(self, unit: Unit, body: Passage | None) -> Unit:
        """A sentence behind whose its section is; as it is where that is nobody's."""
        if self._listed and self._owner is not None and self._owner is self._of_list:
            self._owner = None  # its list has ended
        self._listed = False
        self._owner = _owner_of(unit.own, body, self._owner)
        if unit.own.text.rstrip().endswith(":") and _WORDING.pattern("section_of_duties").search(unit.own.text):
            self._of_list = self._owner
        label = _label_of(unit.own)
        self._owner = self._owner or (body if label else None)
        if self._owner is None or (self._owner is self._named and _tells_of_thing(unit.own)):
            return unit
        return _behind_owner(unit, unit.own[label:], self._owner, self._bids_nobody, self._is_of_doers)


def _title_above(unit: Unit, held: Passage | None) -> Passage | None:
    """The line without a mark of its own that says of what stands below it when it is done, or whose it is or not."""
    if unit.is_item or unit.own.text.rstrip().endswith(_CLOSED):
        return held
    tells = any(_WORDING.pattern(name).search(unit.own.text) for name in _TITLES)
    return unit.own if tells or _binds_below(unit.own) else None


_TITLES = ("heading_tells_when", "heading_forbids", "heading_of_tasks")
"""Patterns of lines that are titles without a mark of their own."""


def _binds_below(line: Passage) -> bool:
    """Whether a line without a mark of its own binds somebody to what stands below it: "Бағбан неге құқылы?"."""
    match = _WORDING.pattern("heading_binds").search(line.text)
    if match is None or line.text.endswith("!"):
        return False
    return _WORDING.pattern("says_what").search(match["whom"]) is None


_CLOSED = (".", ";", ",", ":")
"""Marks that close a sentence or an item, and no title."""


def _is_line(block: Block) -> TypeGuard[Paragraph | ListItem]:
    return isinstance(block, Paragraph | ListItem) and bool(block.passage.text)


def _number_of(block: Paragraph | ListItem) -> int:
    """The whole number that opens a line, 0 for none."""
    match = _NUMBER.match(block.passage.text if isinstance(block, Paragraph) else f"{block.marker} ")
    return int(match[1]) if match else 0


def _is_behind(unit: Unit, section: str, at: int, numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether a unit stands in a line that is numbered as the next behind its heading: "6. ... | 7. Гүл егу."."""
    match = _NUMBER.match(unit.section)
    line = bisect_right(numbers, (at, _MOST)) - 1
    if match is None or line < 0 or numbers[line][1] != int(match[1]) + 1:
        return False
    return unit.section != section or not _counts_up_to(numbers[:line], numbers[line][1])


def _counts_up_to(before: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether the lines before one are numbered up to it: the points below a heading may be."""
    own = [n for _, n in before if n]
    return own[-1:] == [number - 1]


_NUMBER = re.compile(r"\s*(\d{1,3})\.\s")
_MOST = 1000


def _behind_owner(
    unit: Unit,
    own: Passage,
    owner: Passage,
    bids_nobody: Callable[[Unit], bool],
    is_of_doers: Callable[[Unit], bool],
) -> Unit:
    """A sentence behind whom its section is of, where it lays down something by him alone; else as it is."""
    unsaid = bids_nobody(unit)
    if is_of_doers(unit) and not unsaid:
        return unit
    behind = replace(unit, passage=join([owner, own], ": "), own=own, is_item=True)
    if unsaid and (bids_nobody(behind) or _WORDING.pattern("must_be").search(own.text)):
        return unit  # "Бақта жарық болуы тиіс."
    return behind if is_of_doers(behind) else unit


def _owner_of(line: Passage, body: Passage | None, held: Passage | None) -> Passage | None:
    """Whose duties a Kazakh section tells that names nobody again: "Бағбанның міндеттері", or of whom the statute is.

    `held` is whose the section is that the line stands in, which ends with the next chapter.
    """
    match = _WORDING.pattern("section_of_duties").search(line.text)
    if match is not None:
        return line[match.start("owner") : match.end("owner")] if match["owner"] else body
    if body is not None and _WORDING.pattern("heading_tells_when").search(line.text):
        return body
    return None if _WORDING.pattern("opens_chapter").match(line.text) else held


def _named_alone(heading: Passage) -> Passage | None:
    """Who a Kazakh heading names and says nothing else of, or asks what he does: "3. Бағбан", "Мектеп не істейді"."""
    match = _WORDING.pattern("heading_of_somebody").match(heading.text)
    owner = heading[match.start("owner") : match.end("owner")] if match else None
    return owner if owner is not None and names_party(owner.text, "kk") and not is_addressed(owner.text, "kk") else None


def _led_by(unit: Unit, named: Passage | None) -> bool:
    """Whether an item stands right below the name that its heading is: "3. Төраға мен хатшы | 1) ..."."""
    lead = unit.passage.text[: unit.own_start].rstrip(" :")
    return unit.is_item and named is not None and lead == named.text


def _tells_of_thing(own: Passage) -> bool:
    """Whether a sentence closes with what is done to a thing and no verb of somebody: "Гүлдер суарылады"."""
    words = read_words(own.text, "kk")
    if any(word.tag in _OF_DOERS for word in words):
        return False
    last = next((n for n in range(len(words) - 1, 0, -1) if words[n].tag in _LAST_VERBS), 0)
    if words[last].tag in ("must", "need"):
        return _WORDING.pattern("doing_to_things").search(words[last - 1].norm) is not None
    done = words[last].tag == "state" and _WORDING.pattern("said_of_things").search(words[last].norm) is not None
    return done or words[last].tag in _DONE_TO_THINGS


_DONE_TO_THINGS = frozenset({"passive", "passive-not", "can-be"})
_LAST_VERBS = _DONE_TO_THINGS | {"state", "must", "need", "may", "becomes", "stays"}
"""Classes of verbs that a sentence of things may close with."""
_OF_DOERS = frozenset({"present", "negative", "can", "cannot", "obliged", "entitled"})
"""Classes of words that say what somebody does, may do or is bound to."""


def _label_of(sentence: Passage) -> int:
    """How many letters open a Kazakh sentence that only say that duties follow: "Лауазымдық міндеттері: | ..."."""
    match = _WORDING.pattern("label_of_duties").match(sentence.text)
    return match.end() if match else 0
