"""What a corpus says of itself as a whole, and every graph made of it says after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CorpusDescription:
    """`invented`: its texts were made up, to show or to test with; nothing that is said of them is so.

    `today` is the day at which a reader of the corpus stands, where that is not the day of reading: dates before it are
    past, and questions without dates are asked of its year.
    """

    invented: bool = False
    today: date | None = None

    def __or__(self, other: CorpusDescription) -> CorpusDescription:
        """That of two corpora read together: one invented text makes the whole invented; the later day holds."""
        days = [day for day in (self.today, other.today) if day]
        return CorpusDescription(self.invented or other.invented, max(days, default=None))
