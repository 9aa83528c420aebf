"""Letters below the number and the day: their title, else their text, and who writes by its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.lexicon.acts import ANY, header_words
from extract.lexicon.staff import names_house
from extract.sources.heads.lines.around import is_greeting, is_postal, is_town
from extract.sources.heads.lines.line import Line, joined, paragraph_at
from extract.sources.heads.titles.houses import LONGEST_NAME
from extract.sources.heads.titles.text_begins import begins_text
from extract.sources.heads.titles.wording import LONGEST_OF_LETTER, is_title
from extract.values.issuers import key_of_issuer

MOST_PARAGRAPHS = 10
"""Paragraphs of a letter in which its title is looked for."""
_ANSWERS = re.compile(header_words(ANY)["answers"], re.IGNORECASE)
"""How a line tells which letter is answered: "На № 7 от ...", "Сіздің ... № 7 хатыңызға"."""
_WRITES = re.compile(rf",| (?:{header_words(ANY)['writes']})", re.IGNORECASE)


def title_of_letter(lines: Sequence[Line], lang: str) -> str | None:
    """The title of a letter below its number and day; None where nobody is addressed, or nothing is worded as one."""
    words, addressed = header_words(lang), False
    for paragraph in _paragraphs(lines):
        if is_postal(paragraph[0].text) or is_greeting(joined(paragraph)):
            continue
        if any(re.search(words["addressed"], line.text) for line in paragraph):
            addressed = True
            continue
        end = next((n for n in range(1, len(paragraph)) if begins_text(paragraph, n)), len(paragraph))
        title = joined(paragraph[:end])
        if len(title) > LONGEST_OF_LETTER or title.endswith((":", ";")):
            return None
        if addressed and re.search(words["title_of_letter"], title, re.IGNORECASE):
            return title
    return None


def text_of_letter(lines: Sequence[Line], lang: str) -> Sequence[Line] | None:
    """The lines of a letter without a title, from its text on, below whom it is for and which letter it answers; None
    where nobody is addressed, or other words stand above the text.
    """
    words, at, addressed = header_words(lang), 0, False
    for paragraph in _paragraphs(lines):
        told = joined(paragraph)
        to_whom = any(re.search(words["addressed"], line.text) for line in paragraph)
        answers = _ANSWERS.match(told)
        if is_greeting(paragraph[0].text) or begins_text(lines, at) or _is_text(told):
            return lines[at:] if addressed or is_greeting(paragraph[0].text) else None
        addressed = addressed or bool(to_whom and not answers)
        if not (to_whom or answers or is_postal(paragraph[0].text) or is_town(told)) or is_title(told, words):
            return None
        at += len(paragraph)
    return None


def _is_text(told: str) -> bool:
    return len(told) > LONGEST_OF_LETTER or told.endswith((":", ";"))


def who_writes(lines: Sequence[Line], lang: str) -> str:
    """The body that the first sentence of a letter begins with: "Министерство садов, рассмотрев письмо, сообщает"."""
    told = next((line.text for line in lines if not is_greeting(line.text)), "")
    name = _WRITES.split(told)[0]
    body = len(name) <= LONGEST_NAME and name != told and key_of_issuer(name, lang, alone=True)
    return name if body and name[0].isupper() and names_house(name, lang) else ""


def _paragraphs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    starts = [n for n, line in enumerate(lines) if n == 0 or line.apart]
    yield from (paragraph_at(lines, start) for start in starts[:MOST_PARAGRAPHS])
