"""Where duties are looked for: the sentences and list items of a document, lead-ins joined to what they govern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, join
from extract.finders.duties.carried import body_of_statute, is_empty_lead, with_whom
from extract.finders.duties.leads import Lead, OpenLeads, leads_in
from extract.language.sentences import split_sentences
from extract.lexicon.duties import duty_words
from extract.lexicon.headings import heading_words
from extract.lexicon.phrasing import phrasing

_ENDS, _BEHIND_ENDS = tuple(".:;!?…"), "»”\"')]"
_LEADS_DOWN = re.compile(r"\A[^.]{0,40}[\"«“](?P<title>.+)[\"»”][^.]*:?\s*\Z")
_SECTION = re.compile(r"\s*(?:\d|[IVXІХ]+\b)")
_NUMBERED = re.compile(r"\A\(?\d+(?:[-.]\d+)*[.)]\s*")
_POINT = re.compile(r"\A\s*\d{1,3}(?:[-.]\d{1,3})*(?:\\?[.)]|(?<=\d\.\d)|(?<=\d\.\d\d))\s+(?=[^\W\d_]|[«\"])")
_GOES_ON = re.compile(r"\s*(?:\(|[a-zа-яәғқңөұүһі])")
_ITEM = re.compile(r"\A\s*\d{1,3}(?:[-.]\d{1,3})*\\?[.)]\s+(?=[^\W\d_])")
_NUMBER_ONE = re.compile(r"\s*1\\?[.)]")
_OPENING_QUOTES = ('"', "«", "“")
_SPACED = re.compile(r"(?:\b\w ){4,}\w\b")
_BLOCKS_OF_TITLE = 12
_LONGEST_TITLE = 300
_BLOCKS_OF_PREAMBLE = 16
"""Blocks of prose among which the first point of an act stands."""
ENACTING = "enacting"
INSTRUCTION = "instruction"
REPORT = "report"
LONGEST_APPROVED = 200
"""Letters of a title of what an act approves."""
LONGEST_GAP = 2
"""White space between two lines of one torn sentence: the line break, and a space."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or the first sentence of a list item behind the lead-ins that govern it.

    `passage` is what the rules read; `own` the unit's own words in it, from `own_start` on; `mood` what its part of
    the text does; `section` the words of the heading that it stands under.
    """

    passage: Passage
    own: Passage
    mood: str
    section: str
    is_item: bool = False

    @property
    def own_start(self) -> int:
        return len(self.passage) - len(self.own)


def first_mood(document: Document) -> str:
    """The mood that a text opens with, told by its title: a methodical letter instructs, a programme plans."""
    for title in _titles(document):
        for genre in duty_words(document.lang).genres:
            if genre.pattern.search(title):
                return genre.mood
    return "plan"


def _titles(document: Document) -> Iterator[str]:
    """The first lines of a text in lower case, up to its first point or a line too long for a title."""
    for block in document.blocks[:_BLOCKS_OF_TITLE]:
        if not isinstance(block, Heading | Paragraph):
            return
        text = block.passage.text
        if len(text) > _LONGEST_TITLE or _NUMBERED.match(text) or _is_opening(text, document.lang):
            return
        yield text.lower()


def find_units(
    document: Document,
    is_party_alone: Callable[[str], bool],
    doer_of: Callable[[Unit], Passage | None] = lambda _: None,
    bids_nobody: Callable[[Unit], bool] = lambda _: False,
    is_of_doers: Callable[[Unit], bool] = lambda _: False,
) -> Iterator[Unit]:
    """Every sentence and list item of the prose, in order; tables are none.

    `doer_of` gives the words of whom a sentence binds as its subject, who is meant by a lead-in that names nobody.
    `bids_nobody` tells whether a unit bids something and says not whom: in the points of an act he is the one whom
    their lead-in names, in further sentences and in lines without a mark as well.
    `is_of_doers` tells whether all that a unit lays down is of who does it: a Russian sentence of "он" is read behind
    whom the one before it binds.
    The verb that a Kazakh list has behind its last item belongs to every item: "тіркеуді; ... қамтамасыз етсін".
    """
    units = _units(document, is_party_alone, doer_of, bids_nobody, is_of_doers)
    return _with_last_verb(units, document.lang) if document.lang == "kk" else units


def _with_last_verb(units: Iterator[Unit], lang: str) -> Iterator[Unit]:
    held: list[Unit] = []
    for unit in units:
        if held and not _same_list(held[-1], unit):
            yield from held
            held = []
        if not unit.is_item:
            yield unit
            continue
        match = phrasing(lang).pattern("last_verb").search(unit.own.text)
        if match and held:
            bracketed = "(" in unit.own.text[match.end("verb") :]  # "сақтау қажет (кобурада)": of the last item alone
            verb = unit.own[match.start("verb") : match.end("verb") if bracketed else None]
            for one in held:
                cut = len(one.own.text.rstrip(" ;,")) - len(one.own.text) or None
                yield replace(one, passage=join([one.passage[:cut], verb]), own=join([one.own[:cut], verb]))
            held = []
        if not match and phrasing(lang).pattern("waits_for_verb").search(unit.own.text):
            held.append(unit)
        else:
            yield from held
            held = []
            yield unit
    yield from held


def _same_list(one: Unit, other: Unit) -> bool:
    """Whether two items hang on the same lead-in."""
    return other.is_item and one.passage.offsets[0] == other.passage.offsets[0]


def _units(
    document: Document,
    is_party_alone: Callable[[str], bool],
    doer_of: Callable[[Unit], Passage | None],
    bids_nobody: Callable[[Unit], bool],
    is_of_doers: Callable[[Unit], bool],
) -> Iterator[Unit]:
    """The units as they stand in the text.

    `is_party_alone` tells whether a line names an addressee and nothing else, so that its sentence goes on below.
    """
    lang = document.lang
    genre = first_mood(document)
    mood = REPORT if _has_preamble(document) else genre
    section = ""
    points = _first_point(document, lang)
    leads = OpenLeads(lang)
    body: Passage | None = None
    said: Unit | None = None
    above_it = False

    def is_bid_above(own: Passage, leads: Sequence[Lead]) -> bool:
        if mood != ENACTING or not leads or not bids_nobody(Unit(own, own, mood, section)):
            return False
        return not bids_nobody(_led(leads, own, mood, section))

    def is_bid_before(said: Unit, own: Passage) -> bool:
        if mood != ENACTING or not bids_nobody(Unit(own, own, mood, section)):
            return False
        return not bids_nobody(_bid_before(said, own, doer_of))

    for place, block in enumerate(_mended(document, is_party_alone)):
        body = body_of_statute(block.passage, lang) or body
        if isinstance(block, Heading):
            mood, section = _mood_of(block.passage.text, lang, mood, genre), block.passage.text
            leads.close()
            said = None
            continue
        if notes_of(lang).match(block.passage.text):
            continue
        mood = ENACTING if block is points else _mood_of_line(block.passage.text, lang, mood, genre)
        passage = _without_number(block)
        approved, above_it = above_it, _is_of_approval(passage.text, lang)
        if _is_title_of_approved(passage.text, lang, ENACTING if approved else mood):
            mood, section = _mood_of(passage.text, lang, mood, genre), passage.text
            leads.close()
            continue
        if mood == ENACTING and _is_opening(passage.text, document.lang):
            yield Unit(passage, passage, mood, section)
            continue
        above = leads.reach(block, passage.text, place, listed=mood in (ENACTING, INSTRUCTION))
        places = [passage[a:b] for a, b in _sentences(passage.text, document.lang)]
        if not (leads.held or leads.rank) and places and is_bid_above(places[0], above[-1:]):
            leads.take_up(above)
        for n, own in enumerate(places):
            if n == len(places) - 1 and _leads_on(own.text, lang, mood):
                if not leads.held:
                    yield Unit(own, own, mood, section)
                doer = doer_of(said) if said is not None and is_empty_lead(own.text, lang) else None
                leads.open(with_whom(own, doer, body, lang), place, below=bool(leads.held))
            elif leads.held and (n == 0 or is_bid_above(own, leads.held)):
                yield _led(leads.held, own, mood, section)
                said = None
            elif (
                n
                and lang == "ru"
                and said
                and (is_bid_before(said, own) or (mood == INSTRUCTION and _takes_up(said, own, doer_of, is_of_doers)))
            ):
                yield _bid_before(said, own, doer_of)
            else:
                said = Unit(own, own, mood, section)
                yield said


def _leads_on(text: str, lang: str, mood: str) -> bool:
    """Whether a sentence leads in what it governs; problems are only told of, but "мәселе" is decided in rules."""
    told = phrasing(lang).pattern("names_problems").search(text) is not None
    return leads_in(text, lang) and (not told or (lang == "kk" and mood in (ENACTING, INSTRUCTION)))


def _takes_up(
    said: Unit, own: Passage, doer_of: Callable[[Unit], Passage | None], is_of_doers: Callable[[Unit], bool]
) -> bool:
    """Whether "он" of a Russian sentence is whom the one before it binds: "Мастер поливает сад. | Он ведет учет."."""
    if not phrasing("ru").pattern("takes_up_doer").match(own.text):
        return False
    joined = _bid_before(said, own, doer_of)
    return joined.is_item and is_of_doers(joined)


def _bid_before(said: Unit, own: Passage, doer_of: Callable[[Unit], Passage | None]) -> Unit:
    """A further sentence of a point, behind him whom the one before it bids: "Школам открыть сады. | Вести учет."""
    doer = doer_of(said)
    return replace(said, passage=join([doer, own], ": ") if doer else own, own=own, is_item=doer is not None)


def _led(leads: Sequence[Lead], own: Passage, mood: str, section: str) -> Unit:
    """An item with the lead-ins above it."""
    return Unit(join([*(lead.passage for lead in leads), own]), own, mood, section, is_item=True)


def _sentences(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """The sentences' places; one that ends in an abbreviation before a name ("в г. | Астана") goes on."""
    held: tuple[int, int] | None = None
    for start, end in split_sentences(text, lang):
        held = (held[0] if held else start, end)
        within = text.count("(", *held) > text.count(")", *held)  # "(Липов А.А.), Министерству ..."
        titled = phrasing(lang).pattern("goes_on_behind_title").search(text, *held)
        within = within or (titled is not None and _GOES_ON.match(text, end) is not None)
        if not within and not phrasing(lang).pattern("abbreviated").search(text, *held):
            yield held
            held = None
    if held:
        yield held


def _mood_of(heading: str, lang: str, mood: str, genre: str) -> str:
    """The mood from a heading on; where it tells nothing the one before, but an act enacts only in its points."""
    folded = heading.lower()
    told = next((o.mood for o in duty_words(lang).openings if o.pattern.search(folded)), None)
    return told or (genre if mood == ENACTING else mood)


def _is_opening(text: str, lang: str) -> bool:
    """Whether a line opens the points of an act: "... ПОСТАНОВЛЯЕТ:"."""
    folded = _despaced(text.lower())
    return any(o.mood == ENACTING and o.pattern.search(folded) for o in duty_words(lang).openings)


def _despaced(text: str) -> str:
    """A line whose last word is letter-spaced ("П О С Т А Н О В Л Я Е Т:") with the word closed up."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def _first_point(document: Document, lang: str) -> Paragraph | ListItem | None:
    """The first numbered point of an act that opens without a verb, or without a preamble; None elsewhere.

    Such a point stands behind a ground that ends in a colon, or bids by its own words ("1. Утвердить ...").
    """
    ground = False
    prose = [block for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)]
    for block in prose[:_BLOCKS_OF_PREAMBLE]:
        text = " ".join(block.passage.text.split())
        if _is_opening(text, lang):
            return None
        if isinstance(block, Paragraph) and phrasing(lang).pattern("preamble").search(text):
            ground = True
        elif isinstance(block, Paragraph | ListItem) and _is_first(block):
            bids = phrasing(lang).pattern("first_point").search(_without_number(block).text)
            return block if ground or bids else None
    return None


def _has_preamble(document: Document) -> bool:
    """Whether an act opens its points with its verb, so that what stands before them only tells why."""
    prose = [block for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)]
    lines = (" ".join(block.passage.text.split()) for block in prose[:_BLOCKS_OF_PREAMBLE])
    return any(_is_opening(line, document.lang) for line in lines)


def _is_first(block: Paragraph | ListItem) -> bool:
    marker = block.marker if isinstance(block, ListItem) else block.passage.text
    return _NUMBER_ONE.match(marker) is not None


def _without_number(block: Paragraph | ListItem) -> Passage:
    """A block's words without the number that opens them: "3.1 Все работники ..."."""
    match = _POINT.match(block.passage.text) if isinstance(block, Paragraph) else _ITEM.match(block.passage.text)
    return block.passage[match.end() :] if match else block.passage


def _is_of_approval(text: str, lang: str) -> bool:
    """Whether a Kazakh line says that what follows is approved, its title right below: "№ 7 бұйрығымен бекітілген"."""
    return lang == "kk" and phrasing(lang).pattern("approved_above").search(text) is not None


def _is_title_of_approved(text: str, lang: str, mood: str) -> bool:
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


def _mood_of_line(text: str, lang: str, mood: str, genre: str) -> str:
    """The mood from a line on: points follow "... ПОСТАНОВЛЯЕТ:"; an amending act leads down "в разделе "2. ...":"."""
    if _is_opening(text, lang):
        return ENACTING
    match = _LEADS_DOWN.match(text) if text.rstrip().endswith(":") else None
    if match is None:
        return mood
    title = match["title"]
    return _mood_of(title, lang, mood, genre if _SECTION.match(title) else mood)  # "Обществу "Луч" обеспечить:"


def _mended(document: Document, is_party_alone: Callable[[str], bool]) -> Iterator[Heading | Paragraph | ListItem]:
    """The blocks of prose, a sentence that the conversion tore into lines joined again."""
    held: Paragraph | ListItem | None = None
    for block in document.blocks:
        if not isinstance(block, Heading | Paragraph | ListItem) or not block.passage.text.strip():
            continue
        if held is not None and isinstance(block, Paragraph) and _goes_on(document.text, held, block, is_party_alone):
            passage = join([held.passage, block.passage])
            held = ListItem(held.marker, passage, held.level) if isinstance(held, ListItem) else Paragraph(passage)
            continue
        if held is not None:
            yield held
        held = None
        if isinstance(block, Heading):
            yield block
        else:
            held = block
    if held is not None:
        yield held


def _goes_on(text: str, held: Paragraph | ListItem, block: Paragraph, is_party_alone: Callable[[str], bool]) -> bool:
    before, after = held.passage.text, block.passage.text
    if before.rstrip().rstrip(_BEHIND_ENDS).endswith(_ENDS) or _NUMBERED.match(after):
        return False
    between = text[held.passage.offsets[-1] + 1 : block.passage.offsets[0]]
    if between.strip() or between.count("\n") > LONGEST_GAP - 1:
        return False
    owner = _ends_with_owner(before) and after[:1] in _OPENING_QUOTES
    return after[:1].islower() or owner or is_party_alone(before)


def _ends_with_owner(line: str) -> bool:
    """Whether a line ends with an owner in Kazakh, and what is his stands on the next: "қордың" / "«Гүл» жобасы"."""
    return phrasing("kk").pattern("genitive").search(line.rstrip()) is not None
