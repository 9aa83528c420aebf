"""What each part of a text does, told by its title, its headings and how its points open: its mood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.duties.grammar.mails import commands_one, tells_one, titles_above_mail
from extract.finders.duties.grammar.set_tasks import is_over_set_tasks
from extract.finders.duties.grammar.words import read_words
from extract.lexicon.acts import ANY, header_words
from extract.lexicon.duties import duty_words
from extract.lexicon.headings import heading_words
from extract.lexicon.phrasing import phrasing

_LEADS_DOWN = re.compile(r"\A[^.]{0,40}[\"«“](?P<title>.+)[\"»”][^.]*:?\s*\Z")
_SECTION = re.compile(r"\s*(?:\d|[IVXІХ]+\b)")
_NUMBERED = re.compile(r"\A\(?\d+(?:[-.]\d+)*[.)]\s*")
_POINT = re.compile(
    r"\A\s*\d{1,3}(?:[-.]\d{1,3})*(?:\s?\\?[.)]|(?<=\d\.\d)|(?<=\d\.\d\d))"
    r"(?:\s+(?=[^\W\d_]|[«\"]|\d+(?:[-–]\d+)?-[^\W\d_]|\d{1,2}\s[^\W\d_]{3})|(?<=\.)(?=[^\W\d_]+(?:[\s,:;-]|\Z)))"
)
_ITEM = re.compile(r"\A\s*\d{1,3}(?:[-.]\d{1,3})*\\?[.)]\s+(?=[^\W\d_]|\d+(?:[-–]\d+)?-[^\W\d_]|\d{1,2}\s[^\W\d_]{3})")
_NUMBER_ONE = re.compile(r"\s*1\\?[.)]")
_WHOLE_POINT = re.compile(r"\s*\d{1,2}\\?\.\s")
_GREETING = re.compile(header_words(ANY)["greets"], re.IGNORECASE)
_SENTENCES = re.compile(r"\w{3,}\)?[.!?]\s+[^\W\d_].*[.!?]\s*\Z")
_SPACED = re.compile(r"(?:\b\w ){4,}\w\b")
_MAY_BE_SPACED = re.compile(r" \w \w \w ")
_BLOCKS_OF_TITLE = 12
_LONGEST_TITLE = 300
_BLOCKS_OF_PREAMBLE = 16
"""Blocks of prose among which the first point of an act stands."""
_FEWEST_BINDING = {True: 2, False: 3}
_LEAST_BINDING = 0.05
"""Words that bind, in an act and elsewhere, and the share of lines with one, below which a text tells nothing."""
ENACTING = "enacting"
INSTRUCTION = "instruction"
REPORT = "report"
PLAN = "plan"
LONGEST_APPROVED = 200
"""Letters of a title of what an act approves."""


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
        if long or greets or told_in_words or _NUMBERED.match(text) or is_opening(text, document.lang):
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


def mood_of(heading: str, lang: str, mood: str, genre: str) -> str:
    """The mood from a heading on; where it tells nothing the one before.

    But an act enacts only in its points, behind its introduction an instruction instructs, and what a programme
    finds ends with the heading of its tasks or measures.
    """
    told = told_by(heading, lang)
    if told is None and genre in (PLAN, REPORT) and _looks_back(heading, lang):
        return REPORT
    if told is None and genre == PLAN and sets_tasks(heading, lang):
        return PLAN
    return told or (genre if mood == ENACTING or (mood == REPORT and genre == INSTRUCTION) else mood)


def told_by(heading: str, lang: str) -> str | None:
    """The mood that a heading tells by its own words: what stands below "2. Анализ ситуации" reports."""
    folded = _folded(heading)
    return next((o.mood for o in duty_words(lang).openings if o.pattern.search(folded)), None)


def reports(heading: str, lang: str, genre: str) -> bool:
    """Whether what stands below a heading reports by the heading's own words, those of a text of its genre."""
    return told_by(heading, lang) == REPORT or (genre in (PLAN, REPORT) and _looks_back(heading, lang))


def _looks_back(heading: str, lang: str) -> bool:
    """Whether a heading of a Russian plan or report stands over how the work went: "Анализ работы за год"."""
    return lang == "ru" and phrasing("ru").pattern("analysis_of_work").match(_folded(heading)) is not None


def tells_mood(heading: str, lang: str) -> bool:
    """Whether a heading of a programme tells by its own words what stands below it."""
    return told_by(heading, lang) is not None or sets_tasks(heading, lang)


def _folded(heading: str) -> str:
    return heading.lower().replace("ё", "е")


def sets_tasks(heading: str, lang: str) -> bool:
    """Whether a heading of a programme stands over tasks that are to be done."""
    folded = _folded(heading)
    names = phrasing(lang).pattern("sets_tasks").search(folded) is not None
    return names and (lang != "ru" or is_over_set_tasks(folded))


@lru_cache(maxsize=1 << 11)
def is_opening(text: str, lang: str) -> bool:
    """Whether a line opens the points of an act: "... ПОСТАНОВЛЯЕТ:"; several layouts ask of each line."""
    folded = _despaced(text.lower())
    return any(o.mood == ENACTING and o.pattern.search(folded) for o in duty_words(lang).openings)


def _despaced(text: str) -> str:
    """A line whose last word is letter-spaced ("П О С Т А Н О В Л Я Е Т:") with the word closed up."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text) if _MAY_BE_SPACED.search(text) else text


def first_point(document: Document, lang: str) -> Paragraph | ListItem | None:
    """The first numbered point of an act that opens without a verb, or without a preamble; None elsewhere.

    Such a point stands behind a ground that ends in a colon, or bids by its own words ("1. Утвердить ..."), in a text
    with the title of an act by any infinitive, whatever its number is: what lies before us may be a part of the act.
    """
    ground = False
    titled = lang == "ru" and any(phrasing("ru").pattern("titled_act").match(title) for title in _titles(document))
    prose = [block for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)]
    for block in prose[:_BLOCKS_OF_PREAMBLE]:
        text = " ".join(block.passage.text.split())
        if is_opening(text, lang):
            return None
        if isinstance(block, Paragraph) and phrasing(lang).pattern("preamble").search(text):
            ground = True
        elif isinstance(block, Paragraph | ListItem) and (_is_first(block) or (titled and _is_numbered(block))):
            own = without_number(block).text
            bids = phrasing(lang).pattern("first_point").search(own)
            if titled and bids is None:
                bids = phrasing("ru").pattern("bidding_point").search(own)
            return block if ground or bids else None
    return None


def has_preamble(document: Document) -> bool:
    """Whether an act opens its points with its verb, so that what stands before them only tells why."""
    prose = [block for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)]
    lines = (" ".join(block.passage.text.split()) for block in prose[:_BLOCKS_OF_PREAMBLE])
    return any(is_opening(line, document.lang) for line in lines)


def _is_first(block: Paragraph | ListItem) -> bool:
    marker = block.marker if isinstance(block, ListItem) else block.passage.text
    return _NUMBER_ONE.match(marker) is not None


def _is_numbered(block: Paragraph | ListItem) -> bool:
    """Whether a block is a point by its number, whatever that is: the head of an act may be all that was left of it."""
    marker = f"{block.marker} " if isinstance(block, ListItem) else block.passage.text
    return _WHOLE_POINT.match(marker) is not None


def ends_run(text: str, lang: str) -> bool:
    """Whether a line ends the run of lines below the verb of an act: "Голосовали: ...", what was heard."""
    return phrasing(lang).pattern("votes_or_signs").match(text) is not None or tells_of_meeting(text, lang)


def may_find(document: Document, genre: str) -> bool:
    """Whether a Russian text may tell what somebody found: an act of inspection, minutes, an order to mend faults."""
    return document.lang == "ru" and (genre == ENACTING or tells_findings(document))


def tells_findings(document: Document) -> bool:
    """Whether a Russian text is an act of what somebody found by its title: "Акт осмотра сада"."""
    return document.lang == "ru" and any(_is_of_findings(title, "ru") for title in _whole_titles(document))


def _is_of_findings(title: str, lang: str) -> bool:
    return lang == "ru" and phrasing("ru").pattern("act_of_findings").match(title) is not None


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
