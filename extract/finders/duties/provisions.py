"""Duties in prose: what a sentence or list item lays on somebody, recommends, permits or forbids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from extract.document.blocks import Passage
from extract.finders.duties.bearer_names import cases_asked, name_in_full, name_of, name_of_all
from extract.finders.duties.bearers import find_members, find_party
from extract.finders.duties.deeds.actions import action_of
from extract.finders.duties.deeds.clauses import Clause, Duty, clause_of, gets_only, stands_in_clause
from extract.finders.duties.deeds.objects import deed_and_object
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word, end_of_name, party_text
from extract.finders.duties.grounds import NamedActs, find_grounds
from extract.finders.duties.kazakh.remarks import taken_up_alone
from extract.finders.duties.layouts.notes import DOER, TERM, Note, deadlines_of, with_notes
from extract.finders.duties.moods.kinds import ENACTING
from extract.finders.duties.party_names import PartyNames
from extract.finders.duties.prose import Prose
from extract.finders.duties.russian.parties.members import laid_again, members_beside
from extract.finders.duties.russian.terms import is_told_aside
from extract.finders.duties.sentences.statutes import bodies_of_statutes
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.times.deadline import Deadline
from extract.finders.duties.times.deadlines import apart_from, find_deadlines, of_clause
from extract.finders.duties.times.own_year import year_of
from extract.finders.duties.unread import Unread, find_unread
from extract.finders.frame import frame_of_paper
from extract.lexicon.findings import message
from extract.lexicon.phrasing import phrasing
from extract.values.parties.cells import parse_parties
from extract.values.parties.staff import names_people
from extract.values.times.due_points import YearFrame
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.prose import Citation, Provision
from kzedu_graph.model.records import Party as NamedParty
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

_RELATIVE = ("recurrence", "within", "within_unit", "within_from")
REPORTS = "report-back"
"""The rule by which somebody is bid to report."""


def find_provisions(
    source: Source,
    prose: Prose,
    registry: Registry,
    glossary: Mapping[str, str],
    default_bearer: str | None = None,
    citations: Iterable[Citation] = (),
) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    """Every provision of a document's prose, in its order ("организациям ТиППО необходимо", "жоспарлануда").

    `default_bearer` is the registry key of those whom the whole document addresses, given to each provision whose own
    words name nobody. A party that the registry does not know is a finding. `citations` are the acts
    that the text names: a ground is the act named at its place.
    """
    finder = _Finder(source, prose, registry, glossary, default_bearer, NamedActs(prose.document, citations))
    provisions = tuple(finder.provisions())
    return provisions, (*finder.findings.values(), *find_unread(source, {**prose.unread, **finder.unread}.values()))


class _Finder:
    def __init__(
        self,
        source: Source,
        prose: Prose,
        registry: Registry,
        glossary: Mapping[str, str],
        default_bearer: str | None,
        acts: NamedActs,
    ) -> None:
        self.source = source
        self.prose = prose
        self.lang = prose.document.lang
        self.names = PartyNames(source, registry, glossary)
        self.default_bearer = default_bearer
        self.acts = acts
        self.year = year_of(source, prose.document)
        self.frame = frame_of_paper(source, prose.document)
        self.bodies = [one for one in bodies_of_statutes(prose.document) if one.called is not one.full]
        self.findings: dict[str, Finding] = {}
        self.unread = Unread()

    def provisions(self) -> Iterator[Provision]:
        for _, several in groupby(self.prose.duties, key=lambda found: id(found[1])):
            together = list(several)
            found: list[Provision] = []
            with self.unread.guarding(together[0][1]):
                found = list(self._of_unit(together))
            yield from found

    def _of_unit(self, together: Sequence[tuple[int, Unit, list[Word], Duty]]) -> Iterator[Provision]:
        """The records of the duties of one unit."""
        duties = [duty for *_, duty in together]
        clauses = [clause_of(unit, words, duty, duties, self.lang) for _, unit, words, duty in together]
        for (number, unit, words, duty), clause in zip(together, clauses, strict=True):
            told = [(one, other) for one, other in zip(duties, clauses, strict=True) if other != clause]
            acts = clause
            if not duty.carried and any(one.carried for one in duties):
                acts = clause_of(unit, words, duty, [one for one in duties if not one.carried], self.lang)
            own = None if _have_one_verb(duties) else clause
            notes = self.prose.notes_of(unit, words, duty)
            deadline = self._deadline(unit, words, duty, own, told, self._terms(number, notes))
            yield self._provision(number, unit, words, duty, clause, acts, deadline, notes)

    def _provision(
        self,
        number: int,
        unit: Unit,
        words: Sequence[Word],
        duty: Duty,
        clause: Clause,
        acts: Clause,
        deadline: Deadline | None,
        notes: Sequence[Note],
    ) -> Provision:
        """The record of a duty: `clause` holds its deed, `acts` its action."""
        text = unit.passage.text
        rule = duty.decision.rule
        grounds = find_grounds(text, self.lang)
        deed, done_to = deed_and_object(unit, words, duty, clause, self.lang, self.year)
        bearer = None if gets_only(words, duty) else duty.party
        bearer_text = self._bearer_text(text, words, bearer)
        bearers = self._bearers(unit, words, bearer, duty.decision)
        if bearer_text is None and (answers := [note.words for note in notes if note.tells == DOER]):
            bearer_text = ", ".join(" ".join(one.text.split()) for one in answers)
            bearers = tuple(self._answering(answers))
        told = with_notes(unit.passage, notes)
        full = self._in_full(unit, bearer_text)
        if bearer_text and self._is_unknown(bearer_text) and self.names.key(full) is None:
            self.findings.setdefault(bearer_text, self._unknown(number, unit, bearer_text))
        return Provision(
            source=self.source.stem,
            number=str(number),
            modality=rule.reads,
            action=action_of(unit, words, duty, acts, self.lang),
            deed=deed,
            sentence=" ".join(told.text.split()),
            evidence=told.spans(),
            bearer=self.names.key(bearer_text) or self.names.key(full),
            bearer_text=bearer_text,
            bearer_name=name_of_all([one.name or one.text for one in bearers]) or bearer_text,
            bearers=bearers,
            deadline_text=deadline.text if deadline else None,
            due=deadline.due if deadline else (),
            recurrence=deadline.recurrence if deadline else None,
            within=deadline.within if deadline else None,
            within_unit=deadline.within_unit if deadline else None,
            within_from=deadline.within_from if deadline else None,
            legal_basis=tuple(ground.text for ground in grounds),
            rests_on=self.acts.of(unit.passage, grounds),
            default_bearer=None if bearer_text else self.default_bearer,
            object=done_to,
            recipient=self._recipient(unit, words, duty),
            rule=rule.name,
        )

    def _is_unknown(self, bearer: str) -> bool:
        """Whether words name a body that the registry does not have; a pronoun names none."""
        known = ("pronouns", "he") if self.lang == "kk" else ("speakers", "speakers_told")
        pronoun = any(bearer.lower() in phrasing(self.lang).words(name) for name in known)
        return not pronoun and self.names.key(bearer) is None and not names_people(bearer, self.lang)

    def _bearer_text(self, text: str, words: Sequence[Word], party: Party | None) -> str | None:
        """A bearer's words, without a preposition that comes again: "возложить на школу и | на | отдел"."""
        again = laid_again(words, party) if party and self.lang == "ru" else ()
        if party is None or not again:
            return party_text(text, words, party)
        starts = (party.first, *(n + 1 for n in again))
        ends = (*(words[n].start for n in again), end_of_name(words, party.last))
        said = (text[words[n].start : end] for n, end in zip(starts, ends, strict=True))
        return " ".join("".join(said).split())

    def _answering(self, notes: Iterable[Passage]) -> Iterator[NamedParty]:
        """Everyone whom notes name as those who answer."""
        for words in notes:
            for party in parse_parties(words.text, self.lang, None, lambda name: self.names.key(name) is not None):
                one = self.names.named(words[party.start : party.end])
                yield replace(one, name=name_of(one.text, self.lang, ()))

    def _terms(self, number: int, notes: Iterable[Note]) -> list[Deadline]:
        """The deadlines of the notes of a duty; a cell's words that are not understood are one in words alone."""
        terms: list[Deadline] = []
        for note in notes:
            if note.tells == TERM:
                found = deadlines_of(note.words.text, self.lang, self.year)
                if not found:
                    self.findings.setdefault(f"{note.start} {note.words.text}", self._not_understood(number, note))
                if note.of_column and len(found) < 2:
                    words = " ".join(note.words.text.split())
                    found = [replace(one, text=words) for one in found] or [Deadline(words, (), 0, len(note.words))]
                terms += found
        return terms

    def _bearers(
        self, unit: Unit, words: Sequence[Word], party: Party | None, decision: Decision
    ) -> tuple[NamedParty, ...]:
        """Everyone whom a party's words name, each with its own key and in the nominative."""
        if party is None:
            return ()
        cases = cases_asked(words, party, decision, self.lang, of_title=words[party.last].end <= unit.body_end)
        members = find_members(words, self.lang, party)
        own = next((n for n, word in enumerate(words) if n and word.start >= unit.own_start), len(words))
        if self.lang == "ru" and unit.is_item and party.last < own < len(words) - 2:
            members = (*members, *members_beside(words, own))
        named = [
            self.names.named(unit.passage[words[first].start : end_of_name(words, last)]) for first, last in members
        ]
        whole = self.names.key(party_text(unit.passage.text, words, party))
        if whole and whole not in {one.agency for one in named}:
            named[0] = replace(named[0], agency=whole)  # a class that only all of its words name
        return tuple(self._as_listed(unit, one, cases) for one in named)

    def _as_listed(self, unit: Unit, one: NamedParty, cases: Sequence[str]) -> NamedParty:
        """One of those who are named with its name, the body of a statute as the statute's title calls it."""
        full = self._in_full(unit, one.text)
        name = name_in_full(full, self.lang) if full else None
        return replace(one, name=name or name_of(one.text, self.lang, cases), agency=one.agency or self.names.key(full))

    def _in_full(self, unit: Unit, said: str | None) -> str | None:
        """The words of a statute's title for its body, where the body's short name is what is said."""
        at = unit.own.offsets[0] if unit.own.offsets else 0
        body = next((one for one in reversed(self.bodies) if one.begins <= at), None)
        if said is None or body is None or said.casefold() != body.called.text.casefold():
            return None
        return " ".join(body.full.text.split())

    def _recipient(self, unit: Unit, words: Sequence[Word], duty: Duty) -> str | None:
        """To whom something is reported, where a report is what is laid down."""
        if duty.decision.rule.name != REPORTS:
            return None
        party = find_party(words, self.lang, "recipient", duty.decision.first, duty.decision.last)
        return self.names.key(party_text(unit.passage.text, words, party))

    def _deadline(
        self,
        unit: Unit,
        words: Sequence[Word],
        duty: Duty,
        own: Clause | None,
        others: Sequence[tuple[Duty, Clause]],
        terms: Sequence[Deadline],
    ) -> Deadline | None:
        """All deadlines of the sentence as one: its words from the first to the last, and every due point.

        What stands behind the verb of another duty, or in the clause of a later one, is that duty's alone: of the
        `others` in Russian, outside its `own` clause in Kazakh, whose verb closes it; no `own` is given where several
        deeds are bound by one verb. The `terms` of its notes go with these, but where a day is named in the sentence.
        """
        party, decision = duty.party, duty.decision
        found = find_deadlines(unit.passage.text, self.lang, self.year)
        if self.lang == "ru":
            found = [one for one in found if not any(stands_in_clause(one, words, *other) for other in others)]
        found = [one for one in found if not any(_is_before_verb_of(other, one, words, party) for other, _ in others)]
        if self.lang == "ru":
            found = [one for one in found if not is_told_aside(words, one.start, decision)]
        elif own is not None:
            found = of_clause(found, unit.own_start, words[own.first].start, words[own.last].end)
            if party is None and (opens := taken_up_alone(words, own.first)) is not None:
                found = [one for one in found if one.start >= words[opens].start]
        if party is not None:
            bearer = words[party.first].start, words[party.last].end
            found = [apart_from(one, unit.passage.text, *bearer) for one in found]
        if not any(one.due for one in found):
            found = [*found, *terms]
        if not found:
            return None
        due = tuple(dict.fromkeys(point for deadline in found for point in deadline.due))
        if self.frame is not None and unit.mood == ENACTING and len(due) == 1 and not any(d.recurrence for d in found):
            due = tuple(_in_year(point, self.frame) for point in due)
        first = {name: next((v for one in found if (v := getattr(one, name))), None) for name in _RELATIVE}
        return Deadline("; ".join(deadline.text for deadline in found), due, found[0].start, found[-1].end, **first)

    def _not_understood(self, number: int, note: Note) -> Finding:
        return Finding(
            code="deadline-not-understood",
            severity="warning",
            focus=f"provision {number}",
            message=message("provisions", "deadline-not-understood", words=note.words.text),
            source=self.source.stem,
            spans=note.words.spans(),
            words=note.words.text,
        )

    def _unknown(self, number: int, unit: Unit, party: str) -> Finding:
        return Finding(
            code="unknown-bearer",
            severity="info",
            focus=f"provision {number}",
            message=message("provisions", "unknown-bearer", party=party),
            source=self.source.stem,
            spans=unit.own.spans(),
            words=party,
        )


def _in_year(point: str, frame: YearFrame) -> str:
    """A day or a month without a year in the year that the paper's own day gives it."""
    part = point.removeprefix("--")
    return f"{frame.year_of(part)}-{part}" if part != point and part[0].isdigit() and "/" not in part else point


def _is_before_verb_of(other: Duty, deadline: Deadline, words: Sequence[Word], party: Party | None) -> bool:
    """Whether a deadline stands between bearer and verb of an earlier duty, this one having a bearer of its own.

    Written for "Управление раз в полугодие проводит проверку, а школа ... устраняет нарушения".
    """
    if party is None or other.party is None or not other.party.last < other.decision.first < party.first:
        return False
    after, before = words[other.party.last].end, words[other.decision.first].start
    return after <= deadline.start and deadline.end <= before


def _have_one_verb(duties: Sequence[Duty]) -> bool:
    """Whether a sentence has one duty, or several that one verb binds: "сад салу, мектеп ашу жоспарлануда"."""
    return len(duties) == 1 or any(duty.bound_behind is not None for duty in duties)
