"""What the head of a text says of it, in its own words, and what kind of paper that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extract.lexicon.acts import header_words

PAPER = "paper"
"""What the head of a contract or of a numbered instruction is of, which day and number do not make known: every
organisation counts its own.
"""


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; `kind` is "act" and the rest empty where it says nothing.

    `act` is the kind of the act that is or approves the text, `kind` what the text itself is ("rules"); `issuer` is
    in the text's own words; `amended` the day of the latest amendment that the text tells of; `annex` the printed
    number of an annex ("2").
    """

    title: str
    kind: str = "act"
    act: str = "act"
    number: str | None = None
    act_date: date | None = None
    issuer: str = ""
    amended: date | None = None
    annex: str | None = None
    by_government: bool = False


def is_of_government(kind: str, issuer: str, lang: str) -> bool:
    """Whether an act of a kind is one of the Government, by the words of its issuer."""
    return kind == "resolution" and bool(re.search(header_words(lang)["government"], issuer, re.IGNORECASE))
