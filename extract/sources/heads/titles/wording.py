"""How titles are worded, and what a text calls itself by them: "О поливе", "Правила ...", "... іс-шаралар жоспары"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extract.lexicon.acts import header_words
from extract.lexicon.staff import names_house
from extract.sources.heads.lines.line import WHOLLY_QUOTED, Line

LONGEST_OF_LETTER = 240
"""Characters of a letter's title, or of a notice's."""
SHORTEST_TITLE = 3
"""Words; a shorter paragraph ("Правила") goes on in the next."""
_EDGE = 3
"""Words at the edge of a title, among which what it calls itself stands: first in Russian, last in Kazakh."""
OF_PLACE = re.compile(header_words("ru")["of_place"])
"""How a further line of an organisation's name begins: "Садовой области"."""


def is_title(written: str, words: Mapping[str, Any]) -> bool:
    """Whether it is worded as titles of acts are, by a language's words of headers."""
    return bool(re.search(words["title_of_act"], written, re.IGNORECASE))


def kind_by_title(title: str, lang: str) -> str | None:
    """What a text calls itself: "Правила ..." -> rules, "... іс-шаралар жоспары" -> plan; the outermost word counts."""
    found: list[tuple[int, str]] = [
        (match.start(), kind)
        for kind, word in header_words(lang)["titles"].items()
        for match in re.finditer(rf"(?<!\w)(?:{word})(?!\w)", title, re.IGNORECASE)
    ]
    if not found:
        return None
    return (min(found) if lang == "ru" else max(found))[1]


def is_titled(text: str, lang: str) -> bool:
    """Whether words are a title by their wording, or call themselves something: "О поливе", "Правила полива"."""
    return bool(kind_by_title(text, lang)) or is_title(text, header_words(lang))


def calls_itself(written: str, lang: str) -> bool:
    """Whether a title says what paper it is of, by a kind or another genre: first in Russian, last in Kazakh."""
    genres = header_words(lang)["genres"]
    shape = rf"\W*(?:{genres})(?!\w)" if lang == "ru" else rf"(?<!\w)(?:{genres})\W*$"
    edge = written.split()[:_EDGE] if lang == "ru" else written.split()[-_EDGE:]
    return bool(kind_by_title(" ".join(edge), lang)) or bool(
        re.match(shape, written, re.IGNORECASE) if lang == "ru" else re.search(shape, written, re.IGNORECASE)
    )


def is_quoted_whole(lines: Sequence[Line], lang: str) -> bool:
    """Whether quotation marks stand around some lines as around a title ("«Как поливать розы?»"), and not a name."""
    written = " ".join(line.text for line in lines)
    quoted = len(written.split()) >= SHORTEST_TITLE and WHOLLY_QUOTED.fullmatch(written)
    return bool(quoted and not names_house(quoted[1], lang))


def is_too_short(title: str, below: Line, lang: str) -> bool:
    """Whether a title goes on below a blank line for being short; two words that say what they are need no number."""
    words = len(title.split())
    whole = words > 1 and below.text[0].isdigit() and calls_itself(title, lang)
    return words < SHORTEST_TITLE and not whole
