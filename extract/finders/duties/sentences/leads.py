"""Lead-ins, and how far down a list each of them governs: "Комитету: 1) ...; 2) ...", lines without marks included."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from extract.document.blocks import Block, Document, ListItem, Paragraph, Passage, Table, concatenate
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import BULLETS

_MARKERS = (re.compile(r"\d+(?:-\d+)?\.\Z"), re.compile(r"\(?\d+(?:-\d+)?\)"), re.compile(r"\w\)"), re.compile(""))
_DEPTH = 10
"""How much deeper a kind of marker stands than the one above it; points within points stand between them."""
_UNMARKED = _DEPTH * len(_MARKERS)
"""How deep an item without a mark stands."""
_WITHIN = re.compile(r"\d+(?:\.\d+)+\.?\Z")
_FIRST = re.compile(rf"\(?[1aаә]\)|[-–—•{BULLETS}]")
_BULLET = re.compile(rf"[-–—•{BULLETS}]")
_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3}\b)*)(?:\.|(?<=\.\d)\s|(?<=\.\d\d)\s)")
"""The number that opens a paragraph: "2. ...", and that of a point within it: "2.1. ...", "2.1.3 ..."."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead-in, how deep it stands, the number of its block, and the number printed before it.

    `of_item` tells that the number is the marker of an item.
    """

    passage: Passage
    rank: int
    place: int
    number: str = ""
    of_item: bool = False

    def has_within(self, number: str) -> bool:
        """Whether a point is within the lead-in's: "7.1.2" and "7.1" within "7"."""
        return bool(self.number) and number.startswith(f"{self.number}.")


@dataclass(slots=True)
class OpenLeads:
    """The lead-ins that govern the block that is read, the highest first; what must be known of the blocks above."""

    lang: str
    held: list[Lead] = field(default_factory=list)
    rank: int = 0
    """How deep the block stands, 0 a paragraph that is no item."""
    _before: str = ""
    _before_is_line: bool = False
    """Whether the block above is a line without a mark."""
    number: str = ""
    """The number printed before the block that is a paragraph, "" for none."""
    _marker: str = ""
    """The number that marks the block as an item, "" for none."""
    _opened: dict[str, Lead] = field(default_factory=dict)
    """The lead-ins since the last heading that have a number."""
    _point: str = ""
    """The number of a paragraph, of a point within another as well: "5.1"."""
    _counted: dict[int, tuple[int, int]] = field(default_factory=dict)
    _printed: str = ""
    """The last number of a point within another, as it is printed."""
    _meant: str = ""
    """The same as it was meant."""
    _governed: str = ""
    """The number whose points a lead-in without one governs: "3" of "Мастер имеет право: | 3.1. ... | 3.2. ..."."""

    _counting: int = -1
    """The number of the last point below a lead-in without one: "Вам необходимо: | 1. ..."; -1 below none."""

    @property
    def point(self) -> str:
        """The number printed before the block that is a paragraph, one within another as well; "" for none."""
        return self._point

    def count_points(self) -> None:
        """Let the innermost lead-in govern the points below it that count from 1."""
        self._counting = 0

    def close(self) -> None:
        """Behind a heading nothing governs any more."""
        self._counting = -1
        self.held = []
        self._opened = {}
        self._printed = self._meant = self._governed = ""

    def goes_on_row(self, block: Paragraph | ListItem) -> bool:
        """Whether a line goes on with a row of deeds that the line above left open: "...; | ведет учет роз."."""
        return isinstance(block, Paragraph) and self._before.endswith(";") and _begins_small(block.passage.text)

    def goes_on_list(self, block: Paragraph | ListItem) -> bool:
        """Whether a line without a mark is an item of a list by its semicolon, or the last behind such a line."""
        open_above = self._before_is_line and self._before.endswith(";")
        return isinstance(block, Paragraph) and (open_above or block.passage.text.rstrip().endswith(";"))

    def reach(self, block: Paragraph | ListItem, text: str, place: int, *, listed: bool) -> list[Lead]:
        """Go on to a block; what governed the one before it. `listed` where lines without a mark may be items."""
        above = self.held
        unmarked = bool(above) and self._is_unmarked_item(block) and (self.lang == "ru" or listed)
        self.rank = _UNMARKED if unmarked else self._is_within(block) or _rank(block)
        if isinstance(block, ListItem):
            self._close_before(block, place)
        goes_on = self.lang == "kk" and self._before_is_line and self._before.endswith(";") and not self._point
        self.held = self._still_governing(text, listed and self._before.endswith((":", ";")), goes_on=goes_on)
        self._before, self._before_is_line = text.rstrip(), isinstance(block, Paragraph)
        return above

    def go_past(self, block: Paragraph | ListItem) -> None:
        """Go past a line that lays down a norm, and leaves the list that it stands in open."""
        self._before, self._before_is_line = block.passage.text.rstrip(), isinstance(block, Paragraph)

    def go_past_part(self) -> None:
        """Go past a line that says of what stage or field the next items are, and parts the list in two."""
        self._before, self._before_is_line = ";", True

    def take_up(self, leads: list[Lead]) -> None:
        """Let the innermost of the lead-ins above govern the block as well, which stands as deep as it does."""
        self.held, self.rank = leads[-1:], leads[-1].rank

    def open(self, passage: Passage, place: int, *, below: bool) -> None:
        """A lead-in, `below` those that govern it, or alone."""
        lead = Lead(passage, self.rank, place, self._marker or self._point, bool(self._marker))
        self.held = [*self.held, lead] if below else [lead]
        if lead.number:
            self._opened[lead.number] = lead

    def _is_within(self, block: Paragraph | ListItem) -> int:
        """How deep a paragraph stands whose number is within a lead-in's, "2.1." under "2. Садам:"; 0 for others."""
        match = _NUMBER.match(block.passage.text) if isinstance(block, Paragraph) else None
        self._point = number = self._as_meant(match["number"] if match else "")
        self.number = "" if "." in number else number
        marker = block.marker if isinstance(block, ListItem) else ""
        self._marker = self._as_meant(marker.rstrip(".")) if marker.endswith(".") else ""
        if self.number and self.held and self._counting == int(self.number) - 1:
            self._counting += 1
            return _DEPTH
        self._counting = -1
        own = number or self._marker
        if "." in own and not self.held and (above := self._opened.get(own.rpartition(".")[0])):
            self.held = [above]  # a line that tells how a blank is filled in tore the list
        whole, _, last = number.rpartition(".")
        if not self.held or self.held[-1].number or not whole:
            self._governed = ""
        elif last == "1" and self._before.endswith(":"):
            self._governed = whole
        if whole and whole == self._governed:
            return _DEPTH + number.count(".")
        if not any(lead.has_within(number) for lead in self.held):
            return 0
        return _DEPTH + number.count(".")

    def _as_meant(self, number: str) -> str:
        """The number of a point within another, mended where a list goes on counting behind a misprint.

        "4.6.7", "4.7.8", "4.7.9" are "4.6.7", "4.6.8", "4.6.9": nobody begins to count at eight.
        """
        whole, _, last = number.rpartition(".")
        if not whole or not number.replace(".", "").isdecimal():
            return number
        before, _, last_before = self._printed.rpartition(".")
        meant, _, _ = self._meant.rpartition(".")
        goes_on = last_before and int(last) == int(last_before) + 1
        if goes_on and (whole == before or (whole.count(".") and _is_next(before, whole))):
            whole = meant
        self._printed, self._meant = number, f"{whole}.{last}"
        return self._meant

    def _is_unmarked_item(self, block: Paragraph | ListItem) -> bool:
        """Whether a paragraph is an item without a mark: in lower case, behind a lead-in or an item."""
        text = block.passage.text
        goes_on = isinstance(block, Paragraph) and _begins_small(text) and not leads_in(text, self.lang)
        return goes_on and self._before.endswith((":", ";"))

    def _close_before(self, block: ListItem, place: int) -> None:
        """Drop those in lines without a mark where an item goes on counting over them: "4. ... Обществу: ...", "5.".

        A line whose own number an item goes on from is dropped as well: "10. Председатель: 1) ...", "11.", and a
        point that the item is not within: "7.1. Мастер: 7.1.1. ...", "7.2.".
        """
        number, at = self._counted.get(self.rank, (0, 0))
        own = _number(block)
        if number and own == number + 1:
            self.held = [lead for lead in self.held if lead.rank or lead.place < at]
        elif block.marker.endswith("."):
            self.held = [lead for lead in self.held if lead.rank or lead.of_item or lead.number != str(own - 1)]
        if _WITHIN.match(block.marker):
            self.held = [lead for lead in self.held if not lead.of_item or lead.has_within(self._marker)]
        self._counted[self.rank] = own, place

    def _still_governing(self, text: str, listed: bool, *, goes_on: bool) -> list[Lead]:
        """Those above an item; above a line that leads in, the one it continues.

        A line without a mark is an item where it stands in a list left open, in small letters or with its semicolon;
        a Kazakh one also where it `goes_on` behind such a line, as the last of them.
        """
        if self.rank:
            return [lead for lead in self.held if lead.rank < self.rank]
        if self.held and leads_in(text, self.lang) and text[:1].islower():
            return self.held[:1]
        return self.held[-1:] if listed and (_begins_small(text) or text.rstrip().endswith(";") or goes_on) else []


def with_first_items(document: Document) -> Document:
    """A Russian document, the first item of a list that stands on its lead-in's line in a line of its own.

    "5. Совет: ведет учет; | выдает розы." and "5. Совет: 1) ведет учет; | 2) выдает розы." are lists of two items.
    """
    if document.lang != "ru":
        return document
    blocks: list[Block] = []
    before = ""
    for block, below in zip_longest(document.blocks, document.blocks[1:]):
        at = _end_of_lead(block, below, before)
        before = "" if isinstance(block, Table) else block.passage.text.rstrip()
        if not at or isinstance(block, Table):
            blocks.append(block)
            continue
        first = block.passage[at:].strip()
        marker = _COUNTED_FIRST.match(first.text)
        item = ListItem(marker[0].strip(), first[marker.end() :]) if marker else Paragraph(first)
        blocks += [replace(block, passage=block.passage[:at]), item]
    return replace(document, blocks=tuple(blocks))


def _end_of_lead(block: Block, below: Block | None, before: str) -> int:
    """Where the lead-in of a list ends whose first item stands behind it in a block, by what stands below; else 0."""
    if not isinstance(block, Paragraph | ListItem) or not isinstance(below, Paragraph | ListItem):
        return 0
    text = block.passage.text.rstrip()
    point = block.marker.endswith(".") if isinstance(block, ListItem) else not _begins_small(text)
    if not text.endswith(";") or not point or before.endswith((":", ";")):
        return 0
    lead = _LEAD_AND_FIRST.match(text)
    if lead is None:
        return 0
    counted = _COUNTED_FIRST.match(text, lead.end())
    if isinstance(below, ListItem):
        goes_on = counted is not None and below.marker.strip("(") == f"2{counted['sign']}"
    else:
        goes_on = counted is None and _begins_small(below.passage.text)
    return lead.end("lead") if goes_on else 0


_LEAD_AND_FIRST = re.compile(r"(?P<lead>[^:;()«»\"]*(?:[(«\"][^()«»\"]*[)»\"][^:;()«»\"]*)*:)\s+(?=[а-яё]|1\))")
_COUNTED_FIRST = re.compile(r"1(?P<sign>\))\s*(?=\S)")


def _begins_small(text: str) -> bool:
    """Whether a line begins in small letters, a dash before them that no space parts from them: "-планы роз."."""
    return text.lstrip(" -–—")[:1].islower()


def with_colons(document: Document) -> Document:
    """A document whose lead-ins end in a colon where the print has a semicolon: "Садоводы обязаны; | 1) поливать ...".

    Such a line is no item of a list that goes on, and a list begins right below it, deeper than it stands.
    """
    blocks = list(document.blocks)
    before = above = ""
    item: Block | None = None
    for n, (block, below) in enumerate(pairwise(document.blocks)):
        if not isinstance(block, Paragraph | ListItem):
            continue
        text = block.passage.text.rstrip()
        if text.endswith(";") and not _goes_on_item(item, block, above) and _opens_list(block, below, before):
            at = len(text) - 1
            colon = Passage(":", block.passage.offsets[at : at + 1])
            blocks[n] = replace(block, passage=concatenate([block.passage[:at], colon]))
        above, before = before, text or before
        item = block
    return replace(document, blocks=tuple(blocks))


def _goes_on_item(above: Block | None, block: Paragraph | ListItem, before: str) -> bool:
    """Whether a paragraph is the rest of the item above it, whose line was full: "- довести план до / родителей;".

    In a list whose items close in semicolons, as the one `before` that item does, it may open with a name.
    """
    rest = isinstance(block, Paragraph) and (_begins_small(block.passage.text) or before.endswith(";"))
    return rest and isinstance(above, ListItem) and not above.passage.text.rstrip().endswith((":", ";", "."))


def _opens_list(block: Paragraph | ListItem, below: Block, before: str) -> bool:
    """Whether a block's next is the first item of a list that stands deeper than it."""
    if not isinstance(below, ListItem) or not _FIRST.match(below.marker):
        return False
    if isinstance(block, Paragraph):
        text = block.passage.text
        return _NUMBER.match(text) is not None or not _begins_small(text) or not before.endswith((":", ";"))
    within = _BULLET.match(block.marker) or _WITHIN.match(block.marker)
    return within is None and _rank(below) > _rank(block)


def leads_in(text: str, lang: str) -> bool:
    """Whether a line leads in what follows it; what follows "бұл:" ("which:") says what comes of it."""
    return phrasing(lang).pattern("leads").search(text) is not None


def bids_somebody(sentence: str) -> bool:
    """Whether a Kazakh sentence closes with what somebody is to do, not what is to be done: "жүргізсін.", "құрсын:"."""
    return phrasing("kk").pattern("bids_somebody").search(sentence) is not None


def _is_next(number: str, other: str) -> bool:
    """Whether a number is the next behind another on its level: "4.7" behind "4.6"."""
    whole, _, last = number.rpartition(".")
    whole_of_other, _, last_of_other = other.rpartition(".")
    return bool(last) and whole == whole_of_other and int(last_of_other) == int(last) + 1


def _number(block: ListItem) -> int:
    """The number of an item, 0 for one without."""
    digits = re.match(r"\d+", block.marker)
    return int(digits.group()) if digits else 0


def _rank(block: Paragraph | ListItem) -> int:
    """How deep a block stands: 0 a paragraph, else by the item's level and its marker.

    "1." stands over "1.1.", "1)", "а)" and a dash, each over the next.
    """
    if isinstance(block, Paragraph):
        return 0
    if _WITHIN.match(block.marker):
        return _DEPTH * len(_MARKERS) * (block.level - 1) + _DEPTH + block.marker.rstrip(".").count(".")
    depth = next(n for n, marker in enumerate(_MARKERS, 1) if marker.match(block.marker))
    return _DEPTH * (len(_MARKERS) * (block.level - 1) + depth)
