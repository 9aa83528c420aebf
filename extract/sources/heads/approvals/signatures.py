"""The name of a person behind his office, as it stands in stamps and below acts: "Директор лицея А. Садов"."""

from __future__ import annotations

import re

from extract.lexicon.acts import header_words
from kzedu_graph.language.letters import LOWER, UPPER

_NOT_NAMED_AFTER = "".join(f"(?<!{re.escape(words)})" for words in header_words("ru")["named_after"])
_SURNAME = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
_PERSON = re.compile(
    rf"(?<!\w){_NOT_NAMED_AFTER}"
    rf"(?:(?:[{UPPER}]\. ?){{1,2}}{_SURNAME}|{_SURNAME} (?:[{UPPER}]\. ?)?[{UPPER}]\.?(?!\w))[^\w»\"”]*$"
)
"""Who signs, behind everything else on the line: "А.Б. Садова", "Садова А.Б."; not whose name a school bears."""


def is_signed(line: str) -> bool:
    """Whether a line ends with the name of a person."""
    return _PERSON.search(line) is not None


def without_person(written: str) -> str:
    """Who approves, without the name of the person: "Директор лицея А. Садов" is the director of the lyceum."""
    return _PERSON.sub("", written.strip(" ,.;_")).strip(" ,.;_/")
