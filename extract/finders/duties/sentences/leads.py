"""Lead-ins, and how far down a list each of them governs: "Комитету: 1) ...; 2) ...", lines without marks included."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.document.blocks import Block, Document, ListItem, Paragraph, Passage, concatenate
from extract.lexicon.phrasing import phrasing

_MARKERS = tuple(
    re.compile(marker)
    for marker in (
        r"\d+(?:-\d+)?\.\Z",
        r"\d+\.\d+\.?\Z",
        r"\d+(?:\.\d+){2,}\.?\Z",
        r"\(?\d+(?:-\d+)?\)",
        r"\w\)",
        "",
    )
)
"""How items are marked, the highest first: "2.", "2.1.", "2.1.1.", "1)", "a)", a dash."""
_UNMARKED = len(_MARKERS)
"""How deep an item without a mark stands."""
_FIRST = re.compile(r"\(?[1aаә]\)|[-–—•]")
_BULLET = re.compile(r"[-–—•]")
_NUMBER = re.compile(r"\s*(\d{1,3})\.(\d{1,3}\b)?")
"""The number that opens a paragraph: "2. ...", and that of a point within it: "2.1. ..."."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead-in, how deep it stands, the number of its block, and the number printed before it."""

    passage: Passage
    rank: int
    place: int
    number: str = ""


@dataclass(slots=True)
class OpenLeads:
    """The lead-ins that govern the block that is read, the highest first; what must be known of the blocks above."""

    lang: str
    held: list[Lead] = field(default_factory=list)
    rank: int = 0
    """How deep the block stands, 0 a paragraph that is no item."""
    _before: str = ""
    number: str = ""
    """The number printed before the block, "" for none."""
    _counted: dict[int, tuple[int, int]] = field(default_factory=dict)

    def close(self) -> None:
        """Behind a heading nothing governs any more."""
        self.held = []

    def reach(self, block: Paragraph | ListItem, text: str, place: int, *, listed: bool) -> list[Lead]:
        """Go on to a block; what governed the one before it. `listed` where lines without a mark may be items."""
        above = self.held
        unmarked = bool(above) and self._is_unmarked_item(block) and (self.lang == "ru" or listed)
        self.rank = _UNMARKED if unmarked else self._is_within(block) or _rank(block)
        if isinstance(block, ListItem):
            self._close_before(block, place)
        self.held = self._still_governing(text, listed and self._before.endswith((":", ";")))
        self._before = text.rstrip()
        return above

    def take_up(self, leads: list[Lead]) -> None:
        """Let the innermost of the lead-ins above govern the block as well, which stands as deep as it does."""
        self.held, self.rank = leads[-1:], leads[-1].rank

    def open(self, passage: Passage, place: int, *, below: bool) -> None:
        """A lead-in, `below` those that govern it, or alone."""
        lead = Lead(passage, self.rank, place, self.number)
        self.held = [*self.held, lead] if below else [lead]

    def _is_within(self, block: Paragraph | ListItem) -> int:
        """How deep a paragraph stands whose number is within a lead-in's, "2.1." under "2. Садам:"; 0 for others."""
        number = _NUMBER.match(block.passage.text) if isinstance(block, Paragraph) else None
        self.number = number[1] if number and not number[2] else ""
        within = number is not None and bool(number[2]) and any(lead.number == number[1] for lead in self.held)
        return int(within)

    def _is_unmarked_item(self, block: Paragraph | ListItem) -> bool:
        """Whether a paragraph is an item without a mark: in lower case, behind a lead-in or an item."""
        text = block.passage.text
        goes_on = isinstance(block, Paragraph) and _begins_small(text) and not leads_in(text, self.lang)
        return goes_on and self._before.endswith((":", ";"))

    def _close_before(self, block: ListItem, place: int) -> None:
        """Drop those in lines without a mark where an item goes on counting over them: "4. ... Обществу: ...", "5.".

        A line whose own number an item goes on from is dropped as well: "10. Председатель: 1) ...", "11.".
        """
        number, at = self._counted.get(self.rank, (0, 0))
        own = _number(block)
        if number and own == number + 1:
            self.held = [lead for lead in self.held if lead.rank or lead.place < at]
        elif block.marker.endswith("."):
            self.held = [lead for lead in self.held if lead.rank or lead.number != str(own - 1)]
        self._counted[self.rank] = own, place

    def _still_governing(self, text: str, listed: bool) -> list[Lead]:
        """Those above an item; above a line that leads in, the one it continues.

        A line without a mark is an item where it stands in a list left open, in small letters or with its semicolon.
        """
        if self.rank:
            return [lead for lead in self.held if lead.rank < self.rank]
        if self.held and leads_in(text, self.lang) and text[:1].islower():
            return self.held[:1]
        return self.held[-1:] if listed and (_begins_small(text) or text.rstrip().endswith(";")) else []


def _begins_small(text: str) -> bool:
    """Whether a line begins in small letters, a dash before them that no space parts from them: "-планы роз."."""
    return text.lstrip(" -–—")[:1].islower()


def with_colons(document: Document) -> Document:
    """A document whose lead-ins end in a colon where the print has a semicolon: "Садоводы обязаны; | 1) поливать ...".

    Such a line is no item of a list that goes on, and a list begins right below it, deeper than it stands.
    """
    blocks = list(document.blocks)
    before = ""
    for n, (block, below) in enumerate(pairwise(document.blocks)):
        if not isinstance(block, Paragraph | ListItem):
            continue
        text = block.passage.text.rstrip()
        if text.endswith(";") and _opens_list(block, below, before):
            at = len(text) - 1
            colon = Passage(":", block.passage.offsets[at : at + 1])
            blocks[n] = replace(block, passage=concatenate([block.passage[:at], colon]))
        before = text or before
    return replace(document, blocks=tuple(blocks))


def _opens_list(block: Paragraph | ListItem, below: Block, before: str) -> bool:
    """Whether a block's next is the first item of a list that stands deeper than it."""
    if not isinstance(below, ListItem) or not _FIRST.match(below.marker):
        return False
    if isinstance(block, Paragraph):
        return _NUMBER.match(block.passage.text) is not None or not before.endswith((":", ";"))
    return _rank(below) > _rank(block) and not _BULLET.match(block.marker)


def leads_in(text: str, lang: str) -> bool:
    """Whether a line leads in what follows it; what follows "бұл:" ("which:") says what comes of it."""
    return phrasing(lang).pattern("leads").search(text) is not None


def bids_somebody(sentence: str) -> bool:
    """Whether a Kazakh sentence closes with what somebody is to do, not what is to be done: "жүргізсін.", "құрсын:"."""
    return phrasing("kk").pattern("bids_somebody").search(sentence) is not None


def _number(block: ListItem) -> int:
    """The number of an item, 0 for one without."""
    digits = re.match(r"\d+", block.marker)
    return int(digits.group()) if digits else 0


def _rank(block: Paragraph | ListItem) -> int:
    """How deep a block stands: 0 a paragraph, else by the item's level and its marker ("1." over "1)" over a dash)."""
    if isinstance(block, Paragraph):
        return 0
    depth = next(n for n, marker in enumerate(_MARKERS, 1) if marker.match(block.marker))
    return len(_MARKERS) * (block.level - 1) + depth
