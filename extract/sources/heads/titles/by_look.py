"""The title of a text that no wording tells: by how it stands among the first lines, and what the others are.

КГУ «Сад»
В помощь садоводам
КАК ПОЛИВАТЬ В ЗАСУХУ
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.around import is_aside, is_beside, is_greeting, is_postal
from extract.sources.heads.lines.kinds import ENACTS_NOW
from extract.sources.heads.lines.line import Line, joined
from extract.sources.heads.titles.houses import house_above
from extract.sources.heads.titles.text_begins import begins_text
from extract.sources.heads.titles.wording import calls_itself, is_quoted_whole, is_title, is_too_short

MOST_PARAGRAPHS = 8
MOST_BEHIND = 3
"""Paragraphs that go on with a title."""
LONGEST = 300
"""Characters of a title."""
LONGEST_SENTENCE = 12
"""Words of a paragraph that ends in a full stop and may yet be a title."""
_POINT = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXІ]{1,5}|[^\W\d_])[.)](?=\s|$)|\d{1,2}(?:\.\d{1,2})+\s")
"""The number of a point or a chapter."""
_BRACKETED = re.compile(r"\(.*\)")
_CONVINCING = 2
"""The least that makes a title of a paragraph: capitals alone."""
_LONG_CAPITALS = 4
"""Words in capitals that are a title below one in small letters, and no chapter's heading."""


class Look(NamedTuple):
    """A title, and the organisation whose name stands above it ("" where none does)."""

    title: str
    house: str


def title_by_look(lines: Sequence[Line], lang: str) -> Look | None:
    """What looks most like a title above the first sentence; None where nothing does."""
    best, most, house, plain = None, _CONVINCING - 1, "", False
    told = list(_paragraphs(lines, lang))
    for n, paragraph in enumerate(told):
        written = joined(paragraph)
        if _is_text(paragraph):
            break
        if not n and (name := house_above(paragraph, lang)) and not is_title(written, header_words(lang)):
            house = name
            continue
        if _is_beside(written, lang):
            continue
        rank = _rank(paragraph, lang)
        if rank == _CONVINCING and plain and not house and len(written.split()) < _LONG_CAPITALS:
            continue  # a chapter's heading below a title in small letters
        if rank > most:
            best, most = n, rank
        plain = plain or (not rank and written[0].isalpha())
    if best is None:
        return None
    title = list(told[best])
    if best and title[0].text[0].islower():
        title = [*told[best - 1], *title]
    elif behind := _behind_quotation(told[best : best + 1 + MOST_BEHIND], lang):
        title += behind
    elif best + 1 < len(told) and is_too_short(joined(title), told[best + 1][0], lang):
        title += told[best + 1] if _goes_on(told[best + 1], lang) else []
    return Look(joined(_without_aside(_first_call(title), lang)), house)


def _behind_quotation(told: Sequence[Sequence[Line]], lang: str) -> Sequence[Line]:
    """The paragraphs that go on with one in quotation marks, the first in small letters, up to where all are a title:
    "«Гүлзар»" over "апталығының" over "ЖОСПАРЫ"; none where they are none.
    """
    if len(told) < 2 or not told[1][0].text[0].islower() or not is_quoted_whole(told[0], lang):
        return []
    found: list[Line] = []
    for paragraph in told[1:]:
        if not _goes_on(paragraph, lang):
            return []
        found += paragraph
        whole = joined([*told[0], *found])
        if is_title(whole, header_words(lang)) or calls_itself(whole, lang):
            return found
    return []


def _first_call(title: Sequence[Line]) -> Sequence[Line]:
    """A title up to its first line that ends with an exclamation mark: below a call others and whom it is to stand."""
    end = next((n for n, line in enumerate(title, start=1) if line.text.endswith("!")), len(title))
    return title[:end]


def _without_aside(title: Sequence[Line], lang: str) -> Sequence[Line]:
    """A title without the line in brackets below it, where it says itself what it is: "(первая смена)"."""
    bracketed = len(title) > 1 and _BRACKETED.fullmatch(title[-1].text)
    return title[:-1] if bracketed and calls_itself(joined(title[:-1]), lang) else title


def _goes_on(below: Sequence[Line], lang: str) -> bool:
    """Whether a paragraph may be the rest of a short title: no sentence, no point, nothing aside."""
    written = joined(below)
    ends = below[-1].text.endswith((".", "!", ";", ":")) or _is_text(below)
    return not (ends or _POINT.match(written) or _is_beside(written, lang))


def _paragraphs(lines: Sequence[Line], lang: str) -> Iterator[Sequence[Line]]:
    """The first paragraphs; a heading of Markdown is one of its own, and the text below a title is another."""
    words = header_words(lang)
    starts = [n for n, line in enumerate(lines) if n == 0 or line.apart or line.is_heading or lines[n - 1].is_heading]
    for begin, end in zip(starts[:MOST_PARAGRAPHS], [*starts[1:], len(lines)], strict=False):
        below = range(begin + 1, end)
        text = next((n for n in below if begins_text(lines, n) or is_aside(lines[n].text, words, "beside")), end)
        yield lines[begin:text]
        if text < end:
            yield lines[text:end]


def _rank(paragraph: Sequence[Line], lang: str) -> int:
    """How much a paragraph looks like a title: a heading or a quotation most, then what is worded as one, then what is
    in capitals.
    """
    written = joined(_without_aside(paragraph, lang))
    if written.endswith((":", ";", ",")) or _POINT.match(written):
        return 0
    worded = is_title(written, header_words(lang)) or calls_itself(written, lang)
    capitals = paragraph[0].text.isupper() and len(re.findall(r"[^\W\d_]{2,}", paragraph[0].text)) > 1
    quoted = is_quoted_whole(paragraph, lang)
    return 4 * max(paragraph[0].is_heading, quoted) + 3 * worded + 2 * capitals


def _is_text(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph is the text's own already, and no title stands below it."""
    written = " ".join(line.text for line in paragraph)
    ends = written.endswith((".", "!", ";")) and len(written.split()) > LONGEST_SENTENCE
    return ends or len(written) > LONGEST or bool(ENACTS_NOW.search(written))


def _is_beside(written: str, lang: str) -> bool:
    """Whether a paragraph is of the head, and none of its title: a town, an address, a greeting, a first chapter."""
    told = is_aside(written, header_words(lang), "beside", "amended") or is_postal(written) or is_greeting(written)
    chapter = re.fullmatch(header_words(ANY)["first_chapter"], written, re.IGNORECASE) is not None
    return told or chapter or is_beside(written, lang)
