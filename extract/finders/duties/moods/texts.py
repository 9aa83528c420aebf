"""The mood that a text opens with, told by its titles or its words, and what kind of text it is by these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Table
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.moods.kinds import ENACTING, INSTRUCTION, PLAN
from extract.finders.duties.moods.lines import (
    BLOCKS_OF_PREAMBLE,
    has_preamble,
    is_first,
    is_numbered,
    is_opening,
    without_number,
)
from extract.finders.duties.moods.mails import commands_one, tells_one, titles_above_mail
from extract.lexicon.acts import greeting
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

NUMBERED = re.compile(r"\A\(?\d+(?:[-.]\d+)*[.)]\s*")
"""The number that opens a line."""
_GREETING = greeting()
_SENTENCES = re.compile(r"\w{3,}\)?[.!?]\s+[^\W\d_].*[.!?]\s*\Z")
_BLOCKS_OF_TITLE = 12
_LONGEST_TITLE = 300
_FEWEST_BINDING = {True: 2, False: 3}
_LEAST_BINDING = 0.05
"""Words that bind, in an act and elsewhere, and the share of lines with one, below which a text tells nothing."""


def first_mood(document: Document) -> str:
    """The mood that a text opens with: a methodical letter instructs, a programme plans.

    It is told by its title, or, where that tells none ("Политика колледжа"), by what its sentences say. A mail tells
    none by its theme, and questions that are answered must stand below the title of such.
    """
    lang = document.lang
    above = titles_above_mail(document) if lang == "ru" else None
    if above is not None and not any(_genre_of(title.lower(), lang) for title in above):
        return INSTRUCTION
    for title in _whole_titles(document):
        answers = phrasing(lang).pattern("titled_answers").search(title.replace("ё", "е")) is not None
        bids = (answers and _asks(document)) or _is_of_findings(title, lang)
        told = INSTRUCTION if bids else _genre_of(title, lang)
        if told:
            return told
    return _mood_of_words(document)


def _asks(document: Document) -> bool:
    """Whether lines of a text ask something, as those below "Частые вопросы" do."""
    prose = (block.passage.text for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem))
    return sum("?" in line for line in prose) >= _FEWEST_QUESTIONS


_FEWEST_QUESTIONS = 2


def _whole_titles(document: Document) -> Iterator[str]:
    """The titles of a text, and a first one of one word together with the line below it: "акт" over "осмотра сада"."""
    first = ""
    for title in _titles(document):
        if first and " " not in first:
            yield f"{first} {title}"
        first = first or title.strip()
        yield title


def _mood_of_words(document: Document) -> str:
    """What a text does by its own words: it instructs where it binds more than it looks ahead, speaks or tells news.

    So does one with a line that opens somebody's duties: "Обязанности дежурного:".
    Many of its lines must bind, but for one that opens points with a verb: it is an act.
    """
    opens = phrasing("ru").pattern("opens_duties") if document.lang == "ru" else None
    if opens and any(opens.match(block.passage.text) for block in document.blocks if isinstance(block, Paragraph)):
        return INSTRUCTION
    binds, else_told = (phrasing(document.lang).pattern(name) for name in ("binds", "tells_or_plans"))
    lines = [block.passage.text for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)]
    binding = [len(binds.findall(line)) for line in lines]
    if document.lang == "kk" and (_speaks_to_you(lines) or _is_by_days(lines)):
        return INSTRUCTION
    if document.lang == "ru" and tells_one(lines):
        return INSTRUCTION
    act = has_preamble(document)
    many = act or sum(map(bool, binding)) >= _LEAST_BINDING * len(lines)
    more = sum(binding) > sum(len(else_told.findall(line)) for line in lines)
    return INSTRUCTION if many and more and sum(binding) >= _FEWEST_BINDING[act] else PLAN


def _speaks_to_you(lines: Sequence[str]) -> bool:
    """Whether a third of a Kazakh text's lines or more bid those who read it something: "Гүлді суарыңыз."."""
    speaks = phrasing("kk").pattern("bids_you")
    return _SPEAKS * sum(speaks.search(line) is not None for line in lines) >= len(lines) > 0


_SPEAKS = 3


def _is_by_days(lines: Sequence[str]) -> bool:
    """Whether days of a week stand above lines of a Kazakh text, which tells who does what on each, and no news."""
    told = phrasing("kk").pattern("told_by_days")
    return sum(map(names_day, lines)) >= _FEWEST_DAYS and not any(map(told.search, lines[:_LINES_OF_TITLE]))


def names_day(line: str) -> bool:
    """Whether a Kazakh line is but a day of a week, with its date or without: "Дүйсенбі, 12 қазан"."""
    return len(line) <= _LONGEST_DAY and phrasing("kk").pattern("day_above").match(line.strip(MARKS_OF_DAY)) is not None


_FEWEST_DAYS, _LINES_OF_TITLE, _LONGEST_DAY = 3, 2, 60
MARKS_OF_DAY = " .:*_"
"""What stands around a day that is a line of its own."""


def mood_of_approved(document: Document) -> str:
    """The mood of what a Russian act approves whose title tells none: rules instruct, whatever they are called."""
    told = any(_genre_of(title, document.lang) for title in _titles(document))
    return first_mood(document) if told else INSTRUCTION


def is_plan_of_work(document: Document) -> bool:
    """Whether a Russian text is a plan of somebody's work by its title, and no programme: "План работы сада на май"."""
    if document.lang != "ru" or first_mood(document) != PLAN:
        return False
    return any(phrasing("ru").pattern("plan_of_work").match(title) for title in _titles(document))


def is_titled_plan(document: Document) -> bool:
    """Whether a text is a programme or a plan by its title: "Бақты дамыту бағдарламасы"."""
    return next((mood for title in _titles(document) if (mood := _genre_of(title, document.lang))), None) == PLAN


def may_promise(document: Document) -> bool:
    """Whether what somebody says that he will do is a promise in a Kazakh text, and no story of his own.

    It is by its title, or by what its lines name: a programme, a contract, an address.
    """
    if any(_genre_of(title, document.lang) for title in _titles(document)):
        return True
    promises = phrasing("kk").pattern("of_promises")
    return any(promises.search(block.passage.text) for block in document.blocks if not isinstance(block, Table))


def plans(title: str, lang: str) -> bool:
    """Whether what an act approves is a plan, by its title: "Программа развития садов"."""
    return _genre_of(title.lower(), lang) == PLAN


def _genre_of(title: str, lang: str) -> str | None:
    folded = title.replace("ё", "е")
    return next((genre.mood for genre in duty_words(lang).genres if genre.pattern.search(folded)), None)


def _titles(document: Document) -> Iterator[str]:
    """The first lines of a text in lower case, up to its first point, a greeting or a paragraph too long for a title.

    A line that commands one is none. A greeting that opens the text closes no title: what the text is follows it,
    unless in sentences.
    """
    told = greeted = False
    for block in document.blocks[:_BLOCKS_OF_TITLE]:
        if not isinstance(block, Heading | Paragraph):
            return
        text = block.passage.text
        long = isinstance(block, Paragraph) and len(text) > _LONGEST_TITLE
        greets = told and _GREETING.fullmatch(text) is not None
        told_in_words = (greeted and _SENTENCES.search(text) is not None) or (told and _says(block, document.lang))
        if long or greets or told_in_words or NUMBERED.match(text) or is_opening(text, document.lang):
            return
        if document.lang == "ru" and isinstance(block, Paragraph) and commands_one(text):
            continue  # "Тимур, подготовь отчет"
        greeted = greeted or (not told and _GREETING.fullmatch(text) is not None)
        told = True
        yield text.lower()


def _says(block: Heading | Paragraph, lang: str) -> bool:
    """Whether a Russian paragraph says something in a sentence, and is no title: "Мастера сдают отчет."."""
    text = block.passage.text.rstrip()
    if lang != "ru" or isinstance(block, Heading) or not text.endswith("."):
        return False
    return any(word.tag in _SAYS and not word.subordinate for word in read_words(text, "ru"))


_SAYS = frozenset({"present", "passive", "future", "will", "must", "may", "need", "lays", "planned", "infinitive"})
"""Classes of words that a sentence turns on, and a stamp of approval does not."""


def first_point(document: Document, lang: str) -> Paragraph | ListItem | None:
    """The first numbered point of an act that opens without a verb, or without a preamble; None elsewhere.

    Such a point stands behind a ground that ends in a colon, or bids by its own words ("1. Утвердить ..."), in a text
    with the title of an act by any infinitive, whatever its number is: what lies before us may be a part of the act.
    """
    ground = False
    titled = lang == "ru" and any(phrasing("ru").pattern("titled_act").match(title) for title in _titles(document))
    prose = [block for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)]
    for block in prose[:BLOCKS_OF_PREAMBLE]:
        text = " ".join(block.passage.text.split())
        if is_opening(text, lang):
            return None
        if isinstance(block, Paragraph) and phrasing(lang).pattern("preamble").search(text):
            ground = True
        elif isinstance(block, Paragraph | ListItem) and (is_first(block) or (titled and is_numbered(block))):
            own = without_number(block).text
            bids = phrasing(lang).pattern("first_point").search(own)
            if titled and bids is None:
                bids = phrasing("ru").pattern("bidding_point").search(own)
            return block if ground or bids else None
    return None


def may_find(document: Document, genre: str) -> bool:
    """Whether a Russian text may tell what somebody found: an act of inspection, minutes, an order to mend faults."""
    return document.lang == "ru" and (genre == ENACTING or tells_findings(document))


def tells_findings(document: Document) -> bool:
    """Whether a Russian text is an act of what somebody found by its title: "Акт осмотра сада"."""
    return document.lang == "ru" and any(_is_of_findings(title, "ru") for title in _whole_titles(document))


def _is_of_findings(title: str, lang: str) -> bool:
    return lang == "ru" and phrasing("ru").pattern("act_of_findings").match(title) is not None
