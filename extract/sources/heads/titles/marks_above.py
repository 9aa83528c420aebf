"""Marks above a title that are none of it: of drafts and annexes, who adopted a text, whom it is for, when it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.around import is_beside, is_draft_mark, is_greeting
from extract.sources.heads.lines.line import Line, paragraph_at
from extract.sources.heads.titles.text_begins import begins_text
from extract.sources.heads.titles.wording import LONGEST_OF_LETTER, is_title
from extract.values.acts import NUMBER, day_pattern

MOST_MARKS = 3
"""Lines of marks above a draft."""
MOST_LINES = 6
"""Lines of a paragraph that tells who adopted a text, or whom it is for, and such paragraphs above a title."""
MOST_ABOVE = 4
"""Lines of a mark of annex, or among which it is told whom a paper is for."""
LONGEST_LINE = 160
"""Characters of a mark of annex, and half of those that tell who adopted a text."""
SHORTEST_NOTICE = 3
"""Lines: the word over the title, the title, and the text."""
_PUBLISHED = re.compile(rf"\W*(?:{header_words(ANY)['published']})[ .]*", re.IGNORECASE)
CAPTION = re.compile(header_words(ANY)["captions"], re.IGNORECASE)
"""The word over the title of a notice: "ОБЪЯВЛЕНИЕ!"."""
_VALIDITY = re.compile(rf"(?:{header_words(ANY)['validity']})[ .;,]*", re.IGNORECASE)


def without_draft_mark(lines: list[Line]) -> list[Line]:
    """Lines without the mark above them that a text is a draft, or is not for everybody ("Проект", "Жоба")."""
    for n, line in enumerate(lines[:MOST_MARKS]):
        if not is_draft_mark(line.text):
            return lines[n:]
    return lines


def without_annex_mark(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the mark of an annex that names no act, and so tells nothing of the text."""
    words = header_words(lang)
    acts = "|".join(forms["to"] for forms in words["kinds"].values())
    for end in range(1, 1 + min(MOST_ABOVE, len(lines) - 1)):
        stamped = re.match(rf"\W*(?:{words['stamps']})\W*$", lines[end].text, re.IGNORECASE)
        if not stamped and not lines[end].apart:
            continue
        mark = " ".join(line.text for line in lines[:end])
        names = re.search(rf"(?<!\w)(?:{acts})(?!\w)|{day_pattern(lang)}|20\d\d", mark, re.IGNORECASE)
        marked = len(mark) <= LONGEST_LINE and re.fullmatch(words["annex_mark"], mark, re.IGNORECASE)
        whole = marked and (stamped or marked["whose"])  # else "к приказу ..." may stand below
        return lines[end:] if whole and not names else lines
    return lines


def without_publication(lines: list[Line]) -> list[Line]:
    """Lines without the paragraph above them that tells where an act is to be printed."""
    told = paragraph_at(lines, 0)
    published = told and _PUBLISHED.fullmatch(" ".join(line.text for line in told))
    return lines[len(told) :] if published and len(told) < len(lines) else lines


def without_validity(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the paragraphs above a title, or single lines of them, that tell from when a text holds: "Введено
    в действие с 1 июня 2031 года / взамен Положения 2021 года".
    """
    while lines:
        told = paragraph_at(lines, 0)
        first = 1 if len(told) > 1 and is_validity(told[:1], lang) else len(told)
        if first == len(lines) or not is_validity(told[:first], lang):
            break
        lines = lines[first:]
    return lines


def is_validity(told: Sequence[Line], lang: str) -> bool:
    """Whether a paragraph tells from when a text holds."""
    written = " ".join(line.text for line in told)
    return bool(_VALIDITY.fullmatch(written)) and not is_title(written, header_words(lang))


def without_caption(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the word over the title of a notice ("ОБЪЯВЛЕНИЕ!"), which a blank line sets apart from it."""
    if len(lines) < SHORTEST_NOTICE or not CAPTION.fullmatch(lines[0].text):
        return lines
    dated = next((n for n, line in enumerate(lines) if n and not is_beside(line.text, lang)), 1)
    lines = [lines[0], *lines[dated:]]
    below = paragraph_at(lines, 1)
    calls = lines[0].text.endswith("!") and is_title(lines[1].text, header_words(lang))
    if not calls and not (lines[1].apart and len(below) < len(lines) - 1):
        return lines
    written = lines[1].text if calls else " ".join(line.text for line in below)
    text = written.endswith((".", ":", ";")) or len(written) > LONGEST_OF_LETTER or is_greeting(written)
    return lines if text or not written[0].isupper() or begins_text(lines, 1) else lines[1:]


def without_adoption(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the paragraphs above a title that tell who agreed to a text or adopted it, and of no act: "Одобрена
    / на заседании совета / протокол от 14.10.2031 № 3", "Согласовано: / отдел садов".
    """
    for _ in range(MOST_LINES):
        told = paragraph_at(lines, 0)
        if not told or len(told) == len(lines) or not _is_adoption(told, lang):
            break
        lines = lines[len(told) :]
    return lines


def _is_adoption(told: Sequence[Line], lang: str) -> bool:
    words = header_words(lang)
    written = " ".join(line.text for line in told)
    if len(told) > 1 + MOST_LINES or len(written) > 2 * LONGEST_LINE or is_title(written, words):
        return False
    adopted = "|".join((words["approved"], words["stamps"]))
    alone = re.fullmatch(rf"\W*(?:{adopted})\W*", told[0].text, re.IGNORECASE)
    minutes = rf"\W*{NUMBER} ?(?:{words['kinds']['minutes']['named']})\W*$"
    written = re.sub(minutes, "", written, flags=re.IGNORECASE) if lang == "kk" else written
    opens = alone or (
        re.match(rf"\W*(?:{adopted})(?!\w)", written, re.IGNORECASE)
        if lang == "ru"
        else re.search(rf"(?<!\w)(?:{adopted})\W*(?:\([^()]*\)\W*)?(?:{day_pattern(lang)}\W*)?$", written, re.I)
    )
    by = rf"(?<!\w)(?:{words['meeting']})|(?:{words['kinds']['minutes']['named']})(?!\w)|{day_pattern(lang)}"
    return bool(opens and (alone or re.search(by, written, re.IGNORECASE)))


def without_addressee(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the paragraph above them that tells whom a paper is for: "Директору школы / Садову А.Б."."""
    told = paragraph_at(lines, 0)
    one = header_words(lang)["addressed_one"]
    to_whom = any(re.search(one, line.text) for line in told[:MOST_ABOVE]) and len(told) <= MOST_LINES
    return lines[len(told) :] if to_whom and len(told) < len(lines) else lines
