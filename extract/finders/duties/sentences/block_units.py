"""The blocks of a text read one after the other: their units, behind the lead-ins that govern them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.document.blocks import ListItem, Paragraph, Passage, join
from extract.finders.duties.kazakh.parties.taken_up import created_in
from extract.finders.duties.moods.headings import mood_of, reports
from extract.finders.duties.moods.kinds import ENACTING, INSTRUCTION, PLAN, REPORT
from extract.finders.duties.moods.lines import mood_of_line, without_label_of_decision
from extract.finders.duties.moods.regulating import OpenHeadings
from extract.finders.duties.moods.reported import ReportedSection
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.parties.taken_up import done_by_doer, names_agent
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive, binds_again, goes_on_unsaid
from extract.finders.duties.sentences.laid_norms import LaidNorms
from extract.finders.duties.sentences.leads import Lead, OpenLeads, leads_in
from extract.finders.duties.sentences.letters import asks_below
from extract.finders.duties.sentences.places import places_of
from extract.finders.duties.sentences.statutes import body_of_statute
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.sentences.unnamed_leads import is_empty_lead, with_whom
from extract.lexicon.phrasing import phrasing

_COUNTED = re.compile(r"\s*\d{1,2}\)\s")
"""The number of an item of a list that is no item of its layout: "1) разработка карт"."""


@dataclass(slots=True)
class BlockReading:
    """What is known of a text up to the block that is read: its mood, the lead-ins that govern, whom it bound last.

    `numbered` tells that the block is a point by its number, or goes on with one; `behind_point` that it goes on
    with the point before it, `within` that it stands in a point of a Kazakh act; `laid` what a point of a Russian act
    lays down; `amends` that a point has begun to give another act new words; `opened` that the verb stands right above
    that opens the points of an act; `commanded` that it stands above in a Russian act, whose lines below it, up to a
    vote, are points without a number; `reports` the level of the heading below which it tells what is, 0 for none;
    `reported` the last section that reports by its heading, while it is open; `works` that the text is a Russian plan
    of somebody's work, `listed` that the block is an item of a list; `inspects` that the text is a Russian act of what
    somebody found, `finds` that it may tell that; `headings` are those that it stands below.
    """

    lang: str
    doer_of: Callable[[Unit], Passage | None]
    bids_nobody: Callable[[Unit], bool]
    is_of_doers: Callable[[Unit], bool]
    is_party_alone: Callable[[str], bool]
    mood: str
    leads: OpenLeads
    section: str = ""
    body: Passage | None = None
    said: Unit | None = None
    numbered: bool = False
    behind_point: bool = False
    within: bool = False
    laid: LaidNorms = field(default_factory=LaidNorms)
    amends: bool = False
    opened: bool = False
    commanded: bool = False
    reports: int = 0
    reported: ReportedSection | None = None
    works: bool = False
    listed: bool = False
    inspects: bool = False
    finds: bool = False
    short_names: list[Passage] = field(default_factory=list)
    headings: OpenHeadings = field(init=False)

    def __post_init__(self) -> None:
        self.headings = OpenHeadings(self.lang)

    def tell_body(self, line: Passage) -> None:
        """Take note of whom a statute is of, where a line is its title or gives the body a short name."""
        self.body = body_of_statute(line, self.lang) or self.body
        while self.short_names and line.offsets and self.short_names[0].offsets[0] <= line.offsets[-1]:
            self.body = self.short_names.pop(0)

    def open_section(self, title: str, genre: str, level: int = 0) -> None:
        """Go on to what stands under a title; a deeper one ends nothing that a Russian programme reports above it."""
        closed = self.mood == REPORT and self.reported is not None and self.reported.ends_with(title, self.lang, level)
        above = genre if closed else self.mood
        self.reported = ReportedSection.below(title, self.lang, genre, level) or (None if closed else self.reported)
        mood = mood_of(title, self.lang, above, genre)
        within = self.lang == "ru" and genre == PLAN and 0 < self.reports < level
        if not within:
            self.reports = level if reports(title, self.lang, genre) else 0
        self.mood, self.section = REPORT if within and mood == PLAN else mood, title
        self.headings.open(title, level)
        self.leads.close()

    def enter(self, block: Paragraph | ListItem) -> None:
        """Go on to a block, which stands in a Kazakh point where the one before it did, or was one by its number."""
        self.listed = isinstance(block, ListItem)
        self.within = self.lang == "kk" and self.mood == ENACTING and (self.within or self.numbered)

    def open_points(self, verb: str) -> None:
        """Go on to the points of an act, whose verb has opened them: "2. ТЫҢДАЛДЫ: ..." was none of these in Kazakh."""
        russian = self.lang == "ru"
        decided = russian or phrasing("kk").pattern("decided_at_meeting").search(verb) is not None
        self.opened, self.commanded, self.numbered = True, decided, self.numbered and russian

    def go_on(self, text: str, genre: str) -> None:
        """Go on to a line: its mood, in an act of inspection that of points of whom it addresses: "Мастеру сада:"."""
        self.mood = mood_of_line(text, self.lang, self.mood, genre, finds=self.finds)
        if self.inspects and leads_in(text, self.lang) and self.is_party_alone(text):
            self.mood, self.opened = genre, True

    def laid_down(self, block: Paragraph | ListItem, passage: Passage) -> Passage | None:
        """The norm that a Russian point lays down, or an item of it: "Установить, что | школы ..."; else None."""
        if self.lang != "ru" or self.mood != ENACTING:
            self.laid.close()
            return None
        norm = self.laid.norm_of(block, passage)
        if norm is not None:
            self.said = None
            self.leads.go_past(block)
        return norm

    def of_letter(self, block: Paragraph | ListItem, passage: Passage, place: int) -> Iterator[Unit]:
        """The units of a block of a letter, which instructs behind what it asks: what it tells of stands before."""
        leads_down = leads_in(passage.text, self.lang)
        asks = asks_below(passage.text) or (leads_down and self.is_party_alone(passage.text))
        leads = asks and leads_down
        self.mood = INSTRUCTION if leads else self.mood
        yield from self.of_block(block, passage, place)
        if leads:
            self.leads.count_points()
        self.mood = INSTRUCTION if asks else self.mood

    def of_block(self, block: Paragraph | ListItem, passage: Passage, place: int) -> Iterator[Unit]:
        """The units of a paragraph or an item, behind the lead-ins that govern it."""
        lang, leads = self.lang, self.leads
        passage = without_label_of_decision(passage, lang) if self.mood == ENACTING else passage
        if self.mood == PLAN and leads.held and _parts_list(passage.text, lang):
            leads.go_past_part()
            return
        in_row = lang == "ru" and self.said is not None and leads.goes_on_row(block)
        counted = lang == "ru" and self.mood == PLAN and _COUNTED.match(block.passage.text) is not None
        if lang == "kk" and self.mood == PLAN:
            counted = counted or leads.goes_on_list(block) or (bool(leads.held) and _is_bare_doing(passage.text))
        above = leads.reach(block, passage.text, place, listed=counted or self.mood in (ENACTING, INSTRUCTION))
        places = [_reminded(own, lang, self.mood) for own in places_of(passage, lang)]
        further_point = leads.point and any(
            lead.number and not lead.of_item and not lead.has_within(leads.point) for lead in above
        )  # "2. Садам: ...", "3. Открыть ...", "2.3. Садам: ...", "2.4. Открыть ..."
        free = not (leads.held or leads.rank or further_point)
        if free and places and self._is_bid_above(places[0], above[-1:]):
            leads.take_up(above)
        for n, own in enumerate(places):
            if n == len(places) - 1 and _leads_on(own.text, lang, self.mood):
                if not leads.held:
                    yield self._unit(own)
                elif lang == "kk" and self.mood == ENACTING and _bids_somebody(own.text):
                    yield self._led(leads.held, own)
                empty = self.said is not None and is_empty_lead(own.text, lang)
                doer = self.doer_of(self.said) if empty and self.said else None
                held = [lead.passage for lead in leads.held]
                leads.open(with_whom(own, doer, self.body, held, lang), place, below=bool(leads.held))
                if lang == "ru" and self.opened:
                    leads.count_points()
            elif leads.held and (n == 0 or self._is_bid_above(own, leads.held) or self._goes_on_item(places[0], own)):
                yield self._led(leads.held, own)
                self.said = None
            elif self.said and self._goes_on_with(self.said, own, first=n == 0, in_row=in_row):
                yield _bid_before(self.said, own, self._doer_or_created)
            elif in_row and n == 0 and self.doer_of(self._unit(own)) is None:
                yield self._unit(own)
            else:
                self.said = self._unit(own)
                yield self.said

    def _unit(self, own: Passage) -> Unit:
        """A sentence as it stands, below the command that opens an act's points where it stands in one of them."""
        in_point = self.numbered or self.within or self.commanded or any(lead.number for lead in self.leads.held)
        below = self.mood == ENACTING and in_point and not self.amends
        of_work = self.works and self.mood == PLAN
        below = below or (of_work and (self.listed or (in_point and not self.behind_point)))
        regulated = self.mood == PLAN and self.headings.regulate
        return Unit(own, own, self.mood, self.section, below_command=below, of_work=of_work, regulated=regulated)

    def _led(self, leads: Sequence[Lead], own: Passage) -> Unit:
        """An item with the lead-ins above it."""
        return replace(self._unit(own), passage=join([*(lead.passage for lead in leads), own]), is_item=True)

    def _is_bid_above(self, own: Passage, leads: Sequence[Lead]) -> bool:
        if self.mood != ENACTING or not leads or not self.bids_nobody(self._unit(own)):
            return False
        return not self.bids_nobody(self._led(leads, own))

    def _goes_on_item(self, first: Passage, own: Passage) -> bool:
        """Whether a further sentence of an item is of its lead-in: by its infinitive in Russian rules ("Давать ..."),
        by its noun of doing as the first in programmes; in Kazakh by that noun: "Жоспар жоқ болса, оны әзірлеу;".
        """
        if self.lang == "kk":
            doing = phrasing("kk").pattern("closes_with_doing").search(own.text) is not None
            return doing and self.mood in (ENACTING, INSTRUCTION)
        if self.mood == PLAN:
            return opens_with_doing(first.text) and opens_with_doing(own.text)
        if self.mood != INSTRUCTION or not bids_by_infinitive(own.text):
            return False
        return self.bids_nobody(self._unit(own)) and not self.bids_nobody(self._led(self.leads.held, own))

    def _goes_on_with(self, said: Unit, own: Passage, *, first: bool, in_row: bool) -> bool:
        """Whether a sentence, the first of its block or a further one, binds whom the one before it binds.

        A Kazakh one only where somebody is to do something, or "Ол:" opens it; a Russian one `in_row` opens as it will.
        """
        if in_row and first and self.mood == INSTRUCTION:
            alone = self.doer_of(self._unit(own)) is None
            return alone and _takes_up(said, own, self.doer_of, self.is_of_doers)
        if first and not self.behind_point:
            return False
        if self.lang == "kk" and not _bids_somebody(own.text):
            named = phrasing("kk").pattern("takes_up_doer").match(own.text) is not None
            named = named and self.doer_of(said) is not None
            return named or self._goes_on_in_present(said, own) or self._is_of_pronoun(said, own)
        if self.lang == "kk" and phrasing("kk").pattern("opens_with_pronoun").match(own.text):
            joined = _bid_before(said, own, self._doer_or_created)
            return joined.is_item and not self.bids_nobody(joined)
        if self._is_bid_before(said, own):
            return True
        return (
            self.mood in (INSTRUCTION, PLAN) and self.lang == "ru" and self._goes_on_in_russian(said, own, first=first)
        )

    def _is_of_pronoun(self, said: Unit, own: Passage) -> bool:
        """Whether "Ол" opens a Kazakh sentence of what he does whom the one before it binds, or sets up."""
        if self.mood not in (ENACTING, INSTRUCTION) or not phrasing("kk").pattern("opens_with_pronoun").match(own.text):
            return False
        return _takes_up(said, own, self._doer_or_created, self.is_of_doers)

    def _doer_or_created(self, said: Unit) -> Passage | None:
        return self.doer_of(said) or (created_in(said.own) if self.lang == "kk" else None)

    def _goes_on_in_present(self, said: Unit, own: Passage) -> bool:
        """Whether a further Kazakh sentence of a point says what he goes on to do whom the one before it binds."""
        if not said.below_command or self.doer_of(self._unit(own)) is not None:
            return False
        return _takes_up(said, own, self.doer_of, self.is_of_doers)

    def _goes_on_in_russian(self, said: Unit, own: Passage, *, first: bool) -> bool:
        named = not first and phrasing("ru").pattern("takes_up_doer").match(own.text) is not None
        if self.mood == PLAN:
            named = named or binds_again(said.own.text, own.text)
            return named and _takes_up(said, own, self.doer_of, self.is_of_doers)
        doer = self.doer_of(said) if names_agent(own.text) else None
        if doer is not None and done_by_doer(own.text, doer.text):
            return self.bids_nobody(self._unit(own))
        unsaid = goes_on_unsaid(said.own.text, own.text)
        unsaid = unsaid and self.doer_of(self._unit(own)) is None
        return (unsaid or named) and _takes_up(said, own, self.doer_of, self.is_of_doers)

    def _is_bid_before(self, said: Unit, own: Passage) -> bool:
        if self.mood != ENACTING or not self.bids_nobody(self._unit(own)):
            return False
        return not self.bids_nobody(_bid_before(said, own, self.doer_of))


def _parts_list(text: str, lang: str) -> bool:
    """Whether a line among the items of a programme only says of what stage or field the next are: "На I этапе:"."""
    return len(text) <= _LONGEST_PART and phrasing(lang).pattern("parts_list").match(text) is not None


_LONGEST_PART = 100
"""Letters of a line that says of what the next items of a list are."""


def _is_bare_doing(text: str) -> bool:
    """Whether a Kazakh line is nothing but a deed told by its noun: "Бақта гүл өсіруді ұйымдастыру."."""
    doing = phrasing("kk").pattern("closes_with_bare_doing")
    return text.rstrip().endswith((".", ";")) and doing.search(text) is not None


def _bids_somebody(sentence: str) -> bool:
    """Whether a Kazakh sentence closes with what somebody is to do, not what is to be done: "жүргізсін.", "құрсын:"."""
    return phrasing("kk").pattern("bids_somebody").search(sentence) is not None


def _leads_on(text: str, lang: str, mood: str) -> bool:
    """Whether a sentence leads in what it governs; problems are only told of, but "мәселе" is decided in rules."""
    told = phrasing(lang).pattern("names_problems").search(text) is not None
    return leads_in(text, lang) and (not told or (lang == "kk" and mood in (ENACTING, INSTRUCTION)))


def _reminded(own: Passage, lang: str, mood: str) -> Passage:
    """A Russian sentence without what only says that it is told again: "Напоминаем, что | розы рвать нельзя."."""
    if lang != "ru" or mood not in (INSTRUCTION, PLAN) or "что" not in own.text[:_REMINDS]:
        return own
    opening = phrasing("ru").pattern("reminds_that").match(own.text)
    return own[opening.end() :] if opening else own


_REMINDS = 80
"""Letters among which what opens a reminder ends."""


def _takes_up(
    said: Unit, own: Passage, doer_of: Callable[[Unit], Passage | None], is_of_doers: Callable[[Unit], bool]
) -> bool:
    """Whether a Russian sentence is of whom the one before it binds: "Мастер поливает сад. | Он ведет учет."."""
    joined = _bid_before(said, own, doer_of)
    return joined.is_item and is_of_doers(joined)


def _bid_before(said: Unit, own: Passage, doer_of: Callable[[Unit], Passage | None]) -> Unit:
    """A further sentence of a point, behind him whom the one before it bids: "Школам открыть сады. | Вести учет."""
    doer = doer_of(said)
    return replace(said, passage=join([doer, own], ": ") if doer else own, own=own, is_item=doer is not None)
