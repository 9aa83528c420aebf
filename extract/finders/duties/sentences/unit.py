"""A sentence or a list item in which duties are looked for, lead-ins joined to what they govern."""

from __future__ import annotations

from dataclasses import dataclass

from extract.document.blocks import Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or the first sentence of a list item behind the lead-ins that govern it.

    `passage` is what the rules read; `own` the unit's own words in it, from `own_start` on; `mood` what its part of
    the text does; `section` the words of the heading that it stands under; `below_command` tells that it stands in a
    numbered point of an act, below the verb that opens its points, or in a point of a plan of work, `of_work` that it
    stands in such a plan; `body_end` where the body or the post ends that the passage opens with, whom the unit binds
    as it has no subject, or `to_readers` as it speaks to them; `regulated` that the headings of its programme tell
    who is to do what.
    """

    passage: Passage
    own: Passage
    mood: str
    section: str
    is_item: bool = False
    below_command: bool = False
    of_work: bool = False
    body_end: int = 0
    to_readers: bool = False
    regulated: bool = False

    @property
    def own_start(self) -> int:
        return len(self.passage) - len(self.own)

    @property
    def led_by_heading(self) -> bool:
        """Whether the unit is an item whose lead-in is the heading that it stands below."""
        lead = self.passage.text[: self.own_start].rstrip(" :")
        return self.is_item and bool(lead) and self.section.rstrip().endswith(lead)
