"""The words of `lexicon/headings.yml`: what a heading says that it is, and how a note of the register opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "headings.yml"
KINDS = ("annex", "section", "chapter", "direction", "paragraph", "goal")


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """How a language words headings: kinds with a pattern of their word each, and the words that open a note."""

    kinds: Mapping[str, str]
    notes: tuple[str, ...]


@cache
def heading_words(lang: str) -> HeadingWords:
    """The words of a language; raises ValueError naming what is missing."""
    data = yaml.safe_load(FILE.read_text("utf-8")).get(lang, {})
    if set(data) != {"kinds", "notes"} or set(data["kinds"]) != set(KINDS):
        raise ValueError(f"{FILE.name}: {lang} has kinds ({', '.join(KINDS)}) and notes, no more and no less")
    return HeadingWords(data["kinds"], tuple(data["notes"]))
