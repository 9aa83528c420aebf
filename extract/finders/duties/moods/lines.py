"""How lines open the points of an act, number them, stamp, label and end them, and the mood from a line on."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage
from extract.finders.duties.moods.headings import mood_of
from extract.finders.duties.moods.kinds import ENACTING, REPORT
from extract.lexicon.duties import duty_words
from extract.lexicon.headings import heading_words
from extract.lexicon.phrasing import phrasing

_LEADS_DOWN = re.compile(r"\A[^.]{0,40}[\"«“](?P<title>.+)[\"»”][^.]*:?\s*\Z")
_SECTION = re.compile(r"\s*(?:\d|[IVXІХ]+\b)")
_POINT = re.compile(
    r"\A\s*\d{1,3}(?:[-.]\d{1,3})*(?:\s?\\?[.)]|(?<=\d\.\d)|(?<=\d\.\d\d))"
    r"(?:\s+(?=[^\W\d_]|[«\"]|\d+(?:[-–]\d+)?-[^\W\d_]|\d{1,2}\s[^\W\d_]{3}|(?:19|20)\d\d\s[^.;:]{0,12}(?:жыл|оқу))"
    r"|(?<=\.)(?=[^\W\d_]+(?:[\s,:;-]|\Z)))"
)
_ITEM = re.compile(r"\A\s*\d{1,3}(?:[-.]\d{1,3})*\\?[.)]\s+(?=[^\W\d_]|\d+(?:[-–]\d+)?-[^\W\d_]|\d{1,2}\s[^\W\d_]{3})")
_NUMBER_ONE = re.compile(r"\s*1\\?[.)]")
_WHOLE_POINT = re.compile(r"\s*\d{1,2}\\?\.\s")
_SPACED = re.compile(r"(?:\b\w ){4,}\w\b")
_MAY_BE_SPACED = re.compile(r" \w \w \w ")
BLOCKS_OF_PREAMBLE = 16
"""Blocks of prose among which the first point of an act stands."""
LONGEST_APPROVED = 200
"""Letters of a title of what an act approves."""


@lru_cache(maxsize=1 << 11)
def is_opening(text: str, lang: str) -> bool:
    """Whether a line opens the points of an act: "... ПОСТАНОВЛЯЕТ:"; several layouts ask of each line."""
    folded = _despaced(text.lower())
    return any(o.mood == ENACTING and o.pattern.search(folded) for o in duty_words(lang).openings)


def _despaced(text: str) -> str:
    """A line whose last word is letter-spaced ("П О С Т А Н О В Л Я Е Т:") with the word closed up."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text) if _MAY_BE_SPACED.search(text) else text


def has_preamble(document: Document) -> bool:
    """Whether an act opens its points with its verb, so that what stands before them only tells why."""
    prose = [block for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)]
    lines = (" ".join(block.passage.text.split()) for block in prose[:BLOCKS_OF_PREAMBLE])
    return any(is_opening(line, document.lang) for line in lines)


def is_first(block: Paragraph | ListItem) -> bool:
    """Whether a block is the first point by its number."""
    marker = block.marker if isinstance(block, ListItem) else block.passage.text
    return _NUMBER_ONE.match(marker) is not None


def is_numbered(block: Paragraph | ListItem) -> bool:
    """Whether a block is a point by its number, whatever that is: the head of an act may be all that was left of it."""
    marker = f"{block.marker} " if isinstance(block, ListItem) else block.passage.text
    return _WHOLE_POINT.match(marker) is not None


def ends_run(text: str, lang: str) -> bool:
    """Whether a line ends the run of lines below the verb of an act: "Голосовали: ...", what was heard."""
    return phrasing(lang).pattern("votes_or_signs").match(text) is not None or tells_of_meeting(text, lang)


def decides_here(text: str, lang: str) -> bool:
    """Whether a line of Russian minutes says what was decided right behind the word for it: "РЕШИЛИ: сад закрыть."."""
    return lang == "ru" and phrasing("ru").pattern("decides_here").match(text) is not None


def without_label_of_decision(passage: Passage, lang: str) -> Passage:
    """A line of an act without the word for what it decides that opens it: "Решение: | мастеру полить розы"."""
    label = phrasing("ru").pattern("label_of_decision").match(passage.text) if lang == "ru" else None
    return passage[label.end() :] if label else passage


def tells_of_meeting(text: str, lang: str) -> bool:
    """Whether a line of minutes tells what was heard or said, and decides nothing: "2. СЛУШАЛИ Липова ..."."""
    return phrasing(lang).pattern("tells_of_meeting").match(text) is not None


def without_number(block: Paragraph | ListItem) -> Passage:
    """A block's words without the number that opens them: "3.1 Все работники ..."."""
    match = _POINT.match(block.passage.text) if isinstance(block, Paragraph) else _ITEM.match(block.passage.text)
    return block.passage[match.end() :] if match else block.passage


def is_of_approval(text: str, lang: str) -> bool:
    """Whether a line says that what follows is approved: "№ 7 бұйрығымен бекітілген", "Утверждены приказом ..."."""
    return len(text) <= LONGEST_APPROVED and phrasing(lang).pattern("approved_above").search(text) is not None


def is_of_annex(text: str, lang: str, mood: str) -> bool:
    """Whether a line among the points stamps what is annexed to a Russian act: "Приложение 1 к решению акима"."""
    stamps = lang == "ru" and mood == ENACTING and len(text) <= LONGEST_APPROVED
    return stamps and phrasing(lang).pattern("annexed_above").match(text) is not None


def is_title_of_approved(text: str, lang: str, mood: str) -> bool:
    """Whether a short line among the points is the title of what the act approves: "Правила учета теплиц"."""
    return (
        mood == ENACTING
        and len(text) <= LONGEST_APPROVED
        and phrasing(lang).pattern("title_of_approved").search(text) is not None
    )


@cache
def notes_of(lang: str) -> re.Pattern[str]:
    """How a note of the register opens ("Ескерту. ...", "Сноска. ..."): it tells what was done to the act."""
    words = "|".join(heading_words(lang).notes)
    return re.compile(rf"\*?(?:{words})\s*[.:]|(?:\S{{2,10}}\s)?(?:{words})(?:\s\w{{2,6}})?\s?!", re.IGNORECASE)


def without_note_label(block: Paragraph | ListItem, lang: str) -> Paragraph | ListItem:
    """A note of the act itself, below a table or a point, without its label: "Примечание: школы обязаны ..."."""
    label = phrasing(lang).pattern("own_note").match(block.passage.text)
    return replace(block, passage=block.passage[label.end() :]) if label else block


def mood_of_line(text: str, lang: str, mood: str, genre: str, *, finds: bool = False) -> str:
    """The mood from a line on: points follow "... ПОСТАНОВЛЯЕТ:", and what was found or said "УСТАНОВЛЕНО:".

    An amending act leads down "в разделе "2. ...":". In a text that `finds` something what was found and what follows
    from it are told apart by their labels; elsewhere "Дефекты: ..." is a line as any other.
    """
    if is_opening(text, lang):
        return ENACTING
    if phrasing(lang).pattern("opens_findings").search(text):
        return REPORT
    if decides_here(text, lang):
        return ENACTING
    if finds and (told := phrasing("ru").pattern("part_of_findings").match(text)) is not None:
        return REPORT if told["found"] else genre
    match = _LEADS_DOWN.match(text) if text.rstrip().endswith(":") else None
    if match is None:
        return mood
    title = match["title"]
    return mood_of(title, lang, mood, genre if _SECTION.match(title) else mood)  # "Обществу "Луч" обеспечить:"
