"""Lead-ins, and how far down a list each of them governs: "Комитету: 1) ...; 2) ...", lines without marks included."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.document.blocks import ListItem, Paragraph, Passage
from extract.finders.duties.sentences.ranks import DEPTH, NUMBER, UNMARKED, WITHIN, begins_small, rank_of
from extract.lexicon.phrasing import phrasing


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
        return isinstance(block, Paragraph) and self._before.endswith(";") and begins_small(block.passage.text)

    def goes_on_list(self, block: Paragraph | ListItem) -> bool:
        """Whether a line without a mark is an item of a list by its semicolon, or the last behind such a line."""
        open_above = self._before_is_line and self._before.endswith(";")
        return isinstance(block, Paragraph) and (open_above or block.passage.text.rstrip().endswith(";"))

    def reach(self, block: Paragraph | ListItem, text: str, place: int, *, listed: bool) -> list[Lead]:
        """Go on to a block; what governed the one before it. `listed` where lines without a mark may be items."""
        above = self.held
        unmarked = bool(above) and self._is_unmarked_item(block) and (self.lang == "ru" or listed)
        self.rank = UNMARKED if unmarked else self._is_within(block) or rank_of(block)
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
        match = NUMBER.match(block.passage.text) if isinstance(block, Paragraph) else None
        self._point = number = self._as_meant(match["number"] if match else "")
        self.number = "" if "." in number else number
        marker = block.marker if isinstance(block, ListItem) else ""
        self._marker = self._as_meant(marker.rstrip(".")) if marker.endswith(".") else ""
        if self.number and self.held and self._counting == int(self.number) - 1:
            self._counting += 1
            return DEPTH
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
            return DEPTH + number.count(".")
        if not any(lead.has_within(number) for lead in self.held):
            return 0
        return DEPTH + number.count(".")

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
        if not isinstance(block, Paragraph) or leads_in(text, self.lang) or not self._before.endswith((":", ";")):
            return False
        return begins_small(text) or (self.lang == "kk" and self._is_below_item(text))

    def _is_below_item(self, text: str) -> bool:
        """Whether a Kazakh line in a capital is of the list that an item leads in: "2) міндеттері: | Қазақстан ...;".

        By its semicolon or its noun of doing, or as the last behind such a line.
        """
        if not self.held[-1].rank or NUMBER.match(text):
            return False
        if self._before.endswith(";"):
            return self._before_is_line
        doing = phrasing("kk").pattern("closes_with_doing")
        return text.rstrip().endswith(";") or doing.search(text) is not None

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
        if WITHIN.match(block.marker):
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
        return self.held[-1:] if listed and (begins_small(text) or text.rstrip().endswith(";") or goes_on) else []


def leads_in(text: str, lang: str) -> bool:
    """Whether a line leads in what follows it; what follows "бұл:" ("which:") says what comes of it."""
    return phrasing(lang).pattern("leads").search(text) is not None


def _is_next(number: str, other: str) -> bool:
    """Whether a number is the next behind another on its level: "4.7" behind "4.6"."""
    whole, _, last = number.rpartition(".")
    whole_of_other, _, last_of_other = other.rpartition(".")
    return bool(last) and whole == whole_of_other and int(last_of_other) == int(last) + 1


def _number(block: ListItem) -> int:
    """The number of an item, 0 for one without."""
    digits = re.match(r"\d+", block.marker)
    return int(digits.group()) if digits else 0
