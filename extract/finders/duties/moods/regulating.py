"""Whether a section of a programme regulates by its heading: it tells who is to do what, and not how things are."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.lexicon.phrasing import phrasing


@dataclass(slots=True)
class OpenHeadings:
    """The headings that a place stands below, each with its level and what it is over.

    `told` is None for a heading whose words tell nothing: what stands below it is as what stands around it.
    """

    lang: str
    told: list[tuple[int, bool | None]] = field(default_factory=list)

    def open(self, heading: str, level: int) -> None:
        """Go on to what stands below a heading, which closes those of its level and deeper ones."""
        while self.told and self.told[-1][0] >= level:
            self.told.pop()
        self.told.append((level, _regulates(heading, self.lang)))

    @property
    def regulate(self) -> bool:
        """Whether one of the headings regulates, and none is over how things are or are hoped to be."""
        return any(told for _, told in self.told) and not any(told is False for _, told in self.told)


def describes(heading: str, lang: str) -> bool:
    """Whether a heading is over how things are, were or are hoped to be: "Действующая система", "Видение развития"."""
    patterns = ("state_of_things", "hopes_or_describes")
    return any(phrasing(lang).pattern(name).search(heading) is not None for name in patterns)


def _regulates(heading: str, lang: str) -> bool | None:
    if describes(heading, lang):
        return False
    return True if phrasing(lang).pattern("heading_regulates").search(heading) is not None else None
