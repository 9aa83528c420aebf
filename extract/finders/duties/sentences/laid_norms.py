"""The norms that a point of a Russian act lays down, and the items of its list: "Установить, что | школы ..."."""

from __future__ import annotations

from dataclasses import dataclass

from extract.document.blocks import ListItem, Paragraph, Passage
from extract.finders.duties.grammar.words import read_words
from extract.lexicon.phrasing import phrasing


@dataclass(slots=True)
class LaidNorms:
    """What is known of the norms that a point lays down, up to the block that is read.

    `goes_on` tells that the items that follow are norms, too, `below` that the lead-in only names them ("следующие
    сроки:"), `number` is that of the last of them.
    """

    goes_on: bool = False
    below: bool = False
    number: int = 0

    def close(self) -> None:
        """Go on to what lays down no norms."""
        self.goes_on = False

    def norm_of(self, block: Paragraph | ListItem, passage: Passage) -> Passage | None:
        """The norm that a block lays down, without what lays it down; None where it is none."""
        down = phrasing("ru").pattern("lays_down").match(passage.text)
        if down is None and phrasing("ru").pattern("lays_down_below").match(passage.text):
            self.goes_on, self.below, self.number = True, True, 0
            return None
        number = _number_in_list(block)
        counts_on = self.goes_on or (number > 1 and number == self.number + 1)
        of_list = counts_on and isinstance(block, ListItem) and not block.marker.strip().endswith(".")
        self.goes_on, self.below = down is not None or of_list, self.below and down is None
        self.number = number if self.goes_on else self.number * _is_further_line(block)
        if not self.goes_on or (self.below and not _says_norm(passage.text)):
            return None
        return passage[down.end() :] if down else passage


def _number_in_list(block: Paragraph | ListItem) -> int:
    """The number of an item by its marker, "4)"; 0 for other blocks."""
    marker = block.marker.strip().rstrip(")") if isinstance(block, ListItem) else ""
    return int(marker) if marker.isdecimal() else 0


def _is_further_line(block: Paragraph | ListItem) -> bool:
    """Whether a block is a line without a number, which may stand between two items of a list."""
    return isinstance(block, Paragraph) and not block.passage.text.lstrip()[:1].isdecimal()


def _says_norm(text: str) -> bool:
    """Whether an item of what a point lays down is a sentence, and no mere name: "занятия начинаются в мае"."""
    return any(word.tag in _NORMS and not word.subordinate for word in read_words(text, "ru"))


_NORMS = frozenset({"present", "passive", "must", "may", "need", "allowed", "forbidden", "entitled"})
