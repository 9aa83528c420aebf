"""How much the reading of one file may take: seconds and memory, set in the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from kzedu_graph.model.errors import KzeduError

COLLECTIONS = 200_000, 5, 100
"""Between collections: a text's statements live until its part is made, and hold hardly a cycle; a page ends before."""
SECONDS, MEMORY = "KZEDU_FILE_SECONDS", "KZEDU_FILE_MEMORY"


class ReadingLimitError(KzeduError):
    """A limit that is no number, or less than something."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Seconds of wall clock, and megabytes (2^20 bytes) beyond what the rules themselves take, that one file may take.

    A text of 700,000 characters takes some 30 seconds and 300 MB; nothing that a person reads takes as much as this.
    """

    seconds: float = 600.0
    megabytes: int = 2048

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self:
        """The limits that an operator set, `KZEDU_FILE_SECONDS=60` and `KZEDU_FILE_MEMORY=500` (megabytes).

        Raises ReadingLimitError for what is none.
        """
        try:
            usual = cls()
            seconds = float(environment.get(SECONDS, usual.seconds))
            megabytes = int(environment.get(MEMORY, usual.megabytes))
        except ValueError as error:
            raise ReadingLimitError(f"{SECONDS} and {MEMORY} are numbers of seconds and of megabytes") from error
        if not (0 < seconds < float("inf") and megabytes > 0):
            raise ReadingLimitError(f"{SECONDS} and {MEMORY} are more than nothing")
        return cls(seconds, megabytes)
