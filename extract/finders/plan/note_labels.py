"""What a note tells, by labels or without: "Срок: май 2031 года. Отв.: Лесхоз", "Мамыр. Орман шаруашылығы"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from extract.document.blocks import Passage
from extract.document.labelled_lines import LABELS
from extract.finders.plan.columns.evidence import Known, is_deadline, is_somebody
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words as words_of
from extract.values.parties import parse_parties

CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
LABEL = re.compile(
    rf"(?:\A|(?<=[.;,])\s+|(?<=\()\s*|\s+(?={CAPITAL}))"
    r"(?P<title>[^\W\d_](?:[^:;.\n()]|\.(?=\s*[:–—]|\s?[а-яёәғқңөұүһі])|\([^():\n]{1,30}\)){2,60}?)"
    r"\s*(?:[:–—]|(?<=\s)-(?=\s))\s*"
)
"""A title, perhaps of words cut short ("Отв. исп."), and what stands behind it."""
_STOP = re.compile(r"[.;]\s+|\n")
_BEFORE_NAME = re.compile(rf"(?<=[^\W\d_.]) (?={CAPITAL})")
"""Where a line ended behind the time, and the next begins with a name: "Май-июнь" over "Акимы районов"."""
_CAPITALS = re.compile(rf"(?<!\S){CAPITAL}")
_CUT_SHORT = re.compile(rf"(?<=\d)\s*(?:{figure_words().short_year_words})$", re.IGNORECASE)
"""How words end behind which a full stop is their own: "2031 г."."""
_BEGINNING = 4
"""Letters by which a word of a title is told at first sight."""


def labelled_parts(words: Passage, lang: str) -> Iterator[tuple[str, Passage]]:
    """What stands behind titles of columns ("Срок: ..."), the first words of the note being one."""
    if not begins_with_label(words.text, lang):
        return
    found = (title_of(match, lang) for match in LABEL.finditer(words.text))
    titles = [(start, end, kind) for start, end, kind in found if kind in LABELS]
    ends = [start for start, _, _ in titles[1:]] + [len(words)]
    for (_, start, kind), end in zip(titles, ends, strict=True):
        yield kind, _said(words[start:end])


def begins_with_label(text: str, lang: str) -> bool:
    """Whether the first words of a text are the title of a column: then, and only then, it has `labelled_parts`."""
    first = LABEL.match(text)
    if first is None or first.start("title"):
        return False
    start, _, kind = title_of(first, lang)
    return not start and kind in LABELS


def _said(words: Passage) -> Passage:
    """What stands behind a label, without the marks around it; a full stop that cuts a word short stays ("2031 г.")."""
    ended = words.strip(" ,\n")
    bare = ended.strip(" .;,)\n" if ended.text.count(")") > ended.text.count("(") else " .;,\n")
    at = ended.text.find(bare.text)
    return ended[at : at + len(bare) + bool(_CUT_SHORT.search(bare.text))]


def title_of(match: re.Match[str], lang: str) -> tuple[int, int, str]:
    """Where a label begins and what is behind it, and its kind: a line may end without a point ("МП Срок: ...")."""
    title = match["title"]
    known = any(word[:_BEGINNING] in _beginnings(lang) for word in title.casefold().split())
    starts = (0, *(one.start() for one in _CAPITALS.finditer(title)))[::-1] if known else ()
    for start in starts:
        if (kind := kind_of_title(title[start:], lang)) in LABELS:
            return match.start("title") + start, match.end(), kind
    return match.start("title"), match.end(), ""


@cache
def _beginnings(lang: str) -> frozenset[str]:
    """How the first words of what may be a label begin: where none stands, no title need be looked for."""
    titles = (title for title, kind in words_of(lang).column_titles.items() if kind in LABELS)
    stems = (stem for stem, kind in words_of(lang).column_stems.items() if kind in LABELS)
    return frozenset(word[:_BEGINNING] for title in (*titles, *stems) for word in title.casefold().split())


def read_note(words: Passage, lang: str, known: Known | None, time: Passage) -> Mapping[str, Passage] | None:
    """What a note says by column; `time` is that of the line above its point, for labels that tell none."""
    labelled = dict(labelled_parts(words, lang))
    if labelled:
        labelled = {"deadline": time, **labelled}
        told = {"deadline", "responsible"} <= labelled.keys() and bool(labelled["deadline"].text)
        return labelled if told and _answers(labelled["responsible"].text, lang, None) else None
    name = _BEFORE_NAME.search(words.text)
    for stop in (*_STOP.finditer(words.text), *((name,) if name else ())):
        one, other = words[: stop.start()].strip(" .;"), words[stop.end() :].strip(" .;")
        for deadline, responsible in ((one, other), (other, one)):
            if is_deadline(deadline.text, lang) and _answers(responsible.text, lang, known):
                return {"deadline": deadline, "responsible": responsible}
    return None


def _answers(text: str, lang: str, known: Known | None) -> bool:
    """Whether words name somebody: one of them must be known, or a post or a unit, unless nobody need be."""
    parties = parse_parties(text, lang, None, known or _nobody)
    if known is None:
        return bool(parties)
    return any(is_somebody(party.text, lang, known) for party in parties)


def _nobody(_name: str) -> bool:
    return False
