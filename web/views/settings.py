"""What an operator of the explorer may choose."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` where a reader's browser asks for none of ours; the rest are sizes of pages.

    `rows` of a table on one page; `characters` of a source text on one page; `surroundings` characters shown
    before and behind a quote; `hits` of a search. `reports` is where mistakes are reported (KZEDU_REPORTS): a mailto:
    address, or that of a form for new issues.
    """

    language: str = "kk"
    rows: int = 200
    characters: int = 24_000
    surroundings: int = 280
    hits: int = 40
    reports: str = field(default_factory=lambda: os.environ.get("KZEDU_REPORTS") or "mailto:")
