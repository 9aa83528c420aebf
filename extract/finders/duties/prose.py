"""A document's prose: its units and the duties in each, one unit after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.document.blocks import Document, Passage
from extract.finders.duties.agendas import places_of_agenda
from extract.finders.duties.bound import is_party_alone
from extract.finders.duties.decided import decide
from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.deeds.commands import is_beside_items
from extract.finders.duties.deeds.several import of_each_clause
from extract.finders.duties.everyday.answers import with_bare_answers
from extract.finders.duties.everyday.called import Called, without_calls
from extract.finders.duties.everyday.called_units import of_called
from extract.finders.duties.everyday.days import days_above
from extract.finders.duties.everyday.findings import with_findings
from extract.finders.duties.everyday.labelled import with_labelled, with_same_doers
from extract.finders.duties.everyday.own_lines import with_own_lines
from extract.finders.duties.grammar.set_tasks import DOINGS_OF_A_PLAN
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.parties.speakers import will_oneself
from extract.finders.duties.last_verbs import with_last_verb
from extract.finders.duties.layouts.bearers import of_named
from extract.finders.duties.layouts.dashed import with_dashed
from extract.finders.duties.layouts.given import of_given
from extract.finders.duties.layouts.lists.bare_items import with_bare_items
from extract.finders.duties.layouts.lists.hidden_leads import with_colons, with_first_items
from extract.finders.duties.layouts.lists.inline import with_inline_lists
from extract.finders.duties.layouts.lists.named_leads import with_named_leads
from extract.finders.duties.layouts.lists.questions import with_answers
from extract.finders.duties.layouts.notes import Note, without_notes
from extract.finders.duties.layouts.plain_headings import with_plain_headings
from extract.finders.duties.layouts.plan_points import with_points_of_plan
from extract.finders.duties.layouts.points import with_points
from extract.finders.duties.layouts.tables import with_table_duties
from extract.finders.duties.layouts.titled import with_whole_titles
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.moods.texts import first_mood, may_promise
from extract.finders.duties.russian.marks import closes_relative
from extract.finders.duties.sections.kazakh_owners import of_sections
from extract.finders.duties.sections.regulated import of_regulated
from extract.finders.duties.sections.russian_owners import of_owned_sections
from extract.finders.duties.sections.russian_statutes import of_body
from extract.finders.duties.sentences.addressed import of_addressed
from extract.finders.duties.sentences.going_on import of_paragraphs
from extract.finders.duties.sentences.said_to_readers import is_said_to_reader
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.sentences.units import find_units
from extract.finders.duties.unread import Unread
from extract.finders.duties.whole_lists import of_paper, whole_list
from extract.lexicon.duties import CONTROLS, SUBJECTS
from extract.lexicon.phrasing import phrasing
from kzedu_graph.model.records import Span


@dataclass(frozen=True, slots=True)
class Prose:
    """A document's prose: its units, and the duties in them, numbered from 1, with the words of their units.

    `notes` tell of duties and stand apart from their words. `unread` are the units at which the rules failed.
    """

    document: Document
    units: tuple[Unit, ...]
    duties: tuple[tuple[int, Unit, list[Word], Duty], ...]
    notes: tuple[Note, ...] = ()
    unread: Unread = field(default_factory=Unread)

    def notes_of(self, unit: Unit, words: Sequence[Word], duty: Duty) -> tuple[Note, ...]:
        """The notes that tell of a duty, by where its verb stands, or its item."""
        verb, item = unit.passage.offsets[words[duty.decision.first].start], unit.own.offsets[0]
        return tuple(
            note
            for note in self.notes
            if note.start <= verb < note.end or (unit.is_item and note.start <= item < note.end)
        )


def read_prose(document: Document, taken: Iterable[Span] = ()) -> Prose:
    """The units of a document's prose and every duty that the rules find in them.

    Tables of who does what are prose, too, but for those that records were `taken` from.
    """
    laid_out = LaidOut.of(document, taken)
    reading = Reading(laid_out)
    units = tuple(reading.units())
    duties = tuple((number, *found) for number, found in enumerate(reading.duties(units), 1))
    return Prose(laid_out.document, units, duties, laid_out.notes, reading.unread)


_LAYOUTS = (
    with_plain_headings,
    with_points_of_plan,
    with_bare_items,
    with_points,
    with_whole_titles,
    with_answers,
    with_colons,
    with_first_items,
    with_inline_lists,
)
"""What each layout stands for is told in this order: headings and points first, the lists within them last."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document made ready for its reading: its layouts as the lists and lead-ins that they are, its notes apart.

    `named` are the places of names that a table tells to be those who are bound, `called` whom lines call by name.
    """

    document: Document
    named: frozenset[int]
    notes: tuple[Note, ...]
    called: tuple[Called, ...] = ()

    @classmethod
    def of(cls, document: Document, taken: Iterable[Span] = ()) -> LaidOut:
        """The document laid out, but for the tables that records were `taken` from."""
        tables = with_table_duties(document, taken)
        rest, labelled = with_labelled(with_bare_answers(with_findings(with_own_lines(tables.document))))
        days = days_above(rest)
        for laid_out in _LAYOUTS:
            rest = laid_out(rest)
        rest, called = without_calls(rest)
        rest, notes = without_notes(rest)
        planned = bool(labelled) and first_mood(rest) == PLAN
        beside = (*notes, *labelled) if planned else notes
        rest, notes = with_dashed(with_named_leads(rest), with_same_doers(beside))
        apart = () if planned else with_same_doers(labelled)
        return cls(rest, frozenset(tables.named), (*notes, *tables.notes, *apart, *days), called)


MOST_HELD = 4096
"""Units that are held as decided; those of a longer text are decided anew each time."""


class Reading:
    """A document's prose, decided unit by unit; one at which the rules fail costs no other, and is held in `unread`."""

    def __init__(self, laid_out: LaidOut) -> None:
        self._document = laid_out.document
        self._named = laid_out.named
        self._called = laid_out.called
        self._lang = laid_out.document.lang
        self._promises = self._lang != "kk" or may_promise(laid_out.document)
        self._agenda = places_of_agenda(laid_out.document) if self._lang == "kk" else frozenset()
        self._held: dict[int, tuple[Unit, list[Word], list[Duty]]] = {}
        self.unread = Unread()

    def units(self) -> Iterator[Unit]:
        """The sentences and list items of the prose."""
        document, lang = self._document, self._lang
        units = find_units(
            document,
            lambda line: is_party_alone(line, lang),
            self._doer_of,
            self._bids_nobody,
            self._is_of_doers,
        )
        units = of_named(units, lang, self._named, self._bound_by)
        if lang != "kk":
            units = of_given(document, units, self._bound_by, self._lays_control)
            units = of_regulated(units, lambda unit: self._decide(unit)[1])
            owned = of_owned_sections(document, units, self._bids_nobody)
            of_statute = of_called(
                of_body(document, owned, self._doer_of), self._called, self._bids_nobody, self._keeps
            )
            return of_addressed(document, of_statute, self._bids_nobody, self._speaks_to_reader, self._keeps)
        told = of_paragraphs(document, with_last_verb(units), self._doer_of, lambda unit: self._bound_by(unit) is None)
        told = of_sections(document, told, self._bids_nobody, self._is_of_doers)
        return of_addressed(document, told, self._bids_nobody, self._speaks_to_reader, self._keeps)

    def duties(self, units: Iterable[Unit]) -> Iterator[tuple[Unit, list[Word], Duty]]:
        """Every duty in the units, each clause's apart, with the words of its unit."""
        for unit, words, duties in self._decided(units):
            found: list[Duty] = []
            with self.unread.guarding(unit):
                found = list(of_each_clause(unit, words, duties, self._lang))
            if unit.own.offsets and unit.own.offsets[0] in self._agenda:
                continue
            for duty in found:
                if self._promises or not will_oneself(words, duty.decision):
                    yield unit, words, duty

    def _decide(self, unit: Unit) -> tuple[list[Word], list[Duty]]:
        """The words and duties of a unit, once for all that ask of it: who goes on with whom asks before it is read."""
        if id(unit) in self._held:
            _, words, duties = self._held[id(unit)]
            return words, duties
        with self.unread.guarding(unit):
            words, duties = decide(unit, self._lang)
            if len(self._held) < MOST_HELD:
                self._held[id(unit)] = unit, words, duties  # with the unit, which keeps its identity while it is held
            return words, duties
        return [], []

    def _lead_of(self, unit: Unit, told: Unit | None) -> Unit | None:
        with self.unread.guarding(unit):
            return whole_list(unit, self._lang, told.passage if told else None)
        return None

    def _doer_of(self, unit: Unit) -> Passage | None:
        """The words of whom a sentence binds as its subject, or a point bids; None where it binds nobody."""
        words, duties = self._decide(unit)
        subjects = (duty.party for duty in duties if duty.party and duty.decision.rule.bearer in (*SUBJECTS, "bidden"))
        party = next(subjects, None)
        return unit.passage[words[party.first].start : words[party.last].end] if party else None

    def _bids_nobody(self, unit: Unit) -> bool:
        """Whether a unit lays something down and none of its duties names a bearer."""
        _, duties = self._decide(unit)
        return bool(duties) and all(duty.party is None for duty in duties)

    def _bound_by(self, unit: Unit) -> Passage | None:
        """The words of whom a unit binds first; None where it lays nothing on anybody named."""
        words, duties = self._decide(unit)
        party = next((duty.party for duty in duties if duty.party is not None), None)
        return unit.passage[words[party.first].start : words[party.last].end] if party else None

    def _lays_control(self, unit: Unit) -> bool:
        """Whether a unit says who watches over an act: "Контроль оставляю за собой."."""
        _, duties = self._decide(unit)
        return any(duty.decision.rule.name == CONTROLS for duty in duties)

    def _speaks_to_reader(self, unit: Unit) -> bool:
        """Whether a unit lays something down that names nobody, said to whoever reads it: "Полейте розы."."""
        words, duties = self._decide(unit)
        return any(duty.party is None and is_said_to_reader(duty.decision, words) for duty in duties)

    def _keeps(self, unit: Unit, behind: Unit) -> bool:
        """Whether a unit behind its readers binds, by the same rules, all whom it binds without them."""
        _, duties = self._decide(unit)
        _, among = self._decide(behind)
        named = ([one.decision.rule.name for one in found] for found in (duties, among))
        return len(set(map(tuple, named))) == 1

    def _is_of_doers(self, unit: Unit) -> bool:
        """Whether a unit lays something down, and all of it is of who does it: "он сообщает", not "они ведутся"."""
        _, duties = self._decide(unit)
        return bool(duties) and all(duty.decision.rule.bearer in SUBJECTS for duty in duties)

    def _decided(self, units: Iterable[Unit]) -> Iterator[tuple[Unit, list[Word], list[Duty]]]:
        """Every unit that holds duties, with its words and the duties that the rules find in it.

        A lead-in is a duty of its own only where none of the items below it is one, in Kazakh beside theirs, and in a
        Russian programme beside tasks that are told by nouns: "Развивать сады через решение задач: | учет роз".
        """
        held: tuple[Unit, list[Word], list[Duty]] | None = None
        whole: Unit | None = None
        for unit in (of_paper(unit, self._lang) for unit in units):
            words, duties = self._decide(unit)
            if held is not None and not unit.is_item:
                yield held
                held = None
            whole = self._lead_of(unit, whole) if unit.is_item else None
            if whole is not None:
                if held is None or held[0].passage.text != whole.passage.text:
                    held = (whole, *self._decide(whole))
                continue
            if not duties:
                continue
            if unit.passage.text.rstrip().endswith(":"):
                if self._lang == "ru" and len(duties) > 1 and closes_relative(words, duties[-1].decision):
                    yield unit, words, duties[:-1]  # "выступит отдел, который должен:"
                    continue
                held = (unit, words, duties)
                continue
            if unit.is_item and held is not None:
                beside = self._lang == "kk" and is_beside_items(held[1], held[2], words, unit.own_start)
                if beside or _bids_beside(held[0], held[2], duties):
                    yield held
                held = None
            yield unit, words, duties
        if held is not None:
            yield held


def _bids_beside(lead: Unit, duties: Sequence[Duty], below: Sequence[Duty]) -> bool:
    """Whether a Russian lead-in of a programme bids something itself, and does not only point at tasks below it."""
    bids = all(duty.decision.rule.name in _BIDS for duty in duties)
    listed = all(duty.decision.rule.name == DOINGS_OF_A_PLAN for duty in below)
    return bids and listed and phrasing("ru").pattern("points_at_tasks").search(lead.passage.text) is None


_BIDS = frozenset({"bare-task", "body-task"})
"""Rules of Russian infinitives that are a programme's tasks."""
