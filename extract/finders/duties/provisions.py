"""Duties in prose: what a sentence or list item lays on somebody, recommends, permits or forbids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extract.document.blocks import Document, Passage
from extract.finders.duties.actions import (
    VERBS,
    Clause,
    Duty,
    action_of,
    clause_of,
    with_elided,
)
from extract.finders.duties.bearers import find_level, find_members, find_party
from extract.finders.duties.carried import as_right, owner_of_list
from extract.finders.duties.deadlines import Deadline, apart_from, find_deadlines, of_clause, year_of
from extract.finders.duties.deeds import deed_of, object_of
from extract.finders.duties.grammar.rules import Decision, lays_something, rule_book
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.grounds import NamedActs, find_grounds
from extract.finders.duties.kazakh.leads import closing_noun, party_of_lead
from extract.finders.duties.party_names import PartyNames
from extract.finders.duties.several import is_of, of_each_clause, party_text
from extract.finders.duties.units import ENACTING, INSTRUCTION, Unit, find_units
from extract.lexicon.findings import message
from extract.lexicon.phrasing import phrasing
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.prose import Citation, Provision
from kzedu_graph.model.records import Party as NamedParty
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

_RELATIVE = ("recurrence", "within", "within_unit", "within_from")
REPORTS = "report-back"
"""The rule by which somebody is bid to report."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A document's prose: its units, and the duties in them, numbered from 1, with the words of their units."""

    document: Document
    units: tuple[Unit, ...]
    duties: tuple[tuple[int, Unit, list[Word], Duty], ...]


def read_prose(document: Document) -> Prose:
    """The units of a document's prose and every duty that the rules find in them."""
    units = tuple(units_of(document))
    decided = (
        (unit, words, duty)
        for unit, words, duties in decided_units(units, document.lang)
        for duty in of_each_clause(unit, words, duties, document.lang)
    )
    return Prose(document, units, tuple((number, *found) for number, found in enumerate(decided, 1)))


def units_of(document: Document) -> Iterator[Unit]:
    """The sentences and list items of a document's prose."""
    lang = document.lang
    return find_units(
        document,
        lambda line: is_party_alone(line, lang),
        lambda unit: doer_of(unit, lang),
        lambda unit: bids_nobody(unit, lang),
    )


_SUBJECTS = frozenset({"subject", "doer", "actor"})
"""Parts that a rule gives its bearer, of one who is the subject of his sentence."""


def doer_of(unit: Unit, lang: str) -> Passage | None:
    """The words of whom a sentence binds as its subject; None where it binds nobody, or names him in another case."""
    words, duties = decide(unit, lang)
    subjects = (duty.party for duty in duties if duty.party and duty.decision.rule.bearer in _SUBJECTS)
    party = next(subjects, None)
    return unit.passage[words[party.first].start : words[party.last].end] if party else None


def bids_nobody(unit: Unit, lang: str) -> bool:
    """Whether a unit lays something down and none of its duties names a bearer."""
    _, duties = decide(unit, lang)
    return bool(duties) and all(duty.party is None for duty in duties)


def find_provisions(
    source: Source,
    prose: Prose,
    registry: Registry,
    glossary: Mapping[str, str],
    default_bearer: str | None = None,
    citations: Iterable[Citation] = (),
) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    """Every provision of a document's prose, in its order ("организациям ТиППО необходимо", "жоспарлануда").

    `default_bearer` is the registry key of those whom the whole document addresses, given to each provision beside
    the bearer that its own words name. A party that the registry does not know is a finding. `citations` are the acts
    that the text names: a ground is the act named at its place.
    """
    finder = _Finder(source, prose, registry, glossary, default_bearer, NamedActs(prose.document, citations))
    provisions = tuple(finder.provisions())
    return provisions, tuple(finder.findings.values())


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
        self.findings: dict[str, Finding] = {}

    def provisions(self) -> Iterator[Provision]:
        for _, several in groupby(self.prose.duties, key=lambda found: id(found[1])):
            together = list(several)
            duties = [duty for *_, duty in together]
            clauses = [clause_of(unit, words, duty, duties, self.lang) for _, unit, words, duty in together]
            for (number, unit, words, duty), clause in zip(together, clauses, strict=True):
                told = [(one, other) for one, other in zip(duties, clauses, strict=True) if other != clause]
                acts = clause
                if not duty.carried and any(one.carried for one in duties):
                    acts = clause_of(unit, words, duty, [one for one in duties if not one.carried], self.lang)
                own = None if _have_one_verb(duties) else clause
                deadline = self._deadline(unit, words, duty.party, own, told)
                yield self._provision(number, unit, words, duty, clause, acts, deadline)

    def _provision(
        self,
        number: int,
        unit: Unit,
        words: Sequence[Word],
        duty: Duty,
        clause: Clause,
        acts: Clause,
        deadline: Deadline | None,
    ) -> Provision:
        """The record of a duty: `clause` holds its deed, `acts` its action."""
        text = unit.passage.text
        rule = duty.decision.rule
        grounds = find_grounds(text, self.lang)
        bearer_text = party_text(text, words, duty.party)
        if bearer_text and self.names.key(bearer_text) is None:
            self.findings.setdefault(bearer_text, self._unknown(number, unit, bearer_text))
        return Provision(
            source=self.source.stem,
            number=str(number),
            modality=rule.reads,
            action=action_of(unit, words, duty, acts, self.lang),
            deed=deed_of(unit, words, duty, clause, self.lang, self.year),
            sentence=" ".join(text.split()),
            evidence=unit.passage.spans(),
            bearer=self.names.key(bearer_text),
            bearer_text=bearer_text,
            bearers=self._bearers(unit, words, duty.party),
            deadline_text=deadline.text if deadline else None,
            due=deadline.due if deadline else (),
            recurrence=deadline.recurrence if deadline else None,
            within=deadline.within if deadline else None,
            within_unit=deadline.within_unit if deadline else None,
            within_from=deadline.within_from if deadline else None,
            legal_basis=tuple(ground.text for ground in grounds),
            rests_on=self.acts.of(unit.passage, grounds),
            default_bearer=self.default_bearer,
            object=object_of(unit, words, duty, clause, self.lang, self.year),
            recipient=self._recipient(unit, words, duty),
            rule=rule.name,
        )

    def _bearers(self, unit: Unit, words: Sequence[Word], party: Party | None) -> tuple[NamedParty, ...]:
        """Everyone whom a party's words name, each with its own key."""
        if party is None:
            return ()
        members = find_members(words, self.lang, party)
        named = [self.names.named(unit.passage[words[first].start : words[last].end]) for first, last in members]
        whole = self.names.key(party_text(unit.passage.text, words, party))
        if whole and whole not in {one.agency for one in named}:
            named[0] = replace(named[0], agency=whole)  # a class that only all of its words name
        return tuple(named)

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
        party: Party | None,
        own: Clause | None,
        others: Sequence[tuple[Duty, Clause]],
    ) -> Deadline | None:
        """All deadlines of the sentence as one: its words from the first to the last, and every due point.

        What stands behind the verb of another duty, or in the clause of a later one, is that duty's alone: of the
        `others` in Russian, outside its `own` clause in Kazakh, whose verb closes it; no `own` is given where several
        deeds are bound by one verb.
        """
        found = find_deadlines(unit.passage.text, self.lang, self.year)
        if self.lang == "ru":
            found = [one for one in found if not any(is_of(one, words, *other) for other in others)]
        elif own is not None:
            found = of_clause(found, unit.own_start, words[own.first].start, words[own.last].end)
        if party is not None:
            bearer = words[party.first].start, words[party.last].end
            found = [apart_from(one, unit.passage.text, *bearer) for one in found]
        if not found:
            return None
        due = tuple(dict.fromkeys(point for deadline in found for point in deadline.due))
        first = {name: next((v for one in found if (v := getattr(one, name))), None) for name in _RELATIVE}
        return Deadline("; ".join(deadline.text for deadline in found), due, found[0].start, found[-1].end, **first)

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


def _have_one_verb(duties: Sequence[Duty]) -> bool:
    """Whether a sentence has one duty, or several that one verb binds: "сад салу, мектеп ашу жоспарлануда"."""
    return len(duties) == 1 or any(duty.bound_behind is not None for duty in duties)


def decided_units(units: Iterable[Unit], lang: str) -> Iterator[tuple[Unit, list[Word], list[Duty]]]:
    """Every unit that holds duties, with its words and the duties that the rules find in it.

    A lead-in is a duty of its own only where none of the items below it is one.
    """
    held: tuple[Unit, list[Word], list[Duty]] | None = None
    for unit in units:
        words, duties = decide(unit, lang)
        if held is not None and not unit.is_item:
            yield held
            held = None
        if unit.is_item and (lead := _whole_list(unit, lang)) is not None:
            if held is None or held[0].passage.text != lead.passage.text:
                held = (lead, *decide(lead, lang))
            continue
        if not duties:
            continue
        if unit.passage.text.rstrip().endswith(":"):
            held = (unit, words, duties)
            continue
        if unit.is_item:
            held = None
        yield unit, words, duties
    if held is not None:
        yield held


def _whole_list(unit: Unit, lang: str) -> Unit | None:
    """The lead-in of an item whose list is one duty, to go by what it names: "руководствоваться: 1) Кодексом"."""
    lead = unit.passage[: unit.own_start].strip()
    if not phrasing(lang).pattern("goes_by").search(lead.text[-_LEAD_END:]):
        return None
    words = read_words(unit.own.text, lang)
    if any(word.tag in VERBS for word in (words if lang == "ru" else closing_noun(words))):
        return None
    return Unit(lead, lead, unit.mood, unit.section)


_LEAD_END = 60
"""Characters of a lead-in before its colon in which its verb stands."""


def decide(unit: Unit, lang: str) -> tuple[list[Word], list[Duty]]:
    """The unit's words, and the duties in them."""
    words = read_words(unit.passage.text, lang)
    decisions = rule_book(lang).decide(words, unit.mood)
    duties = []
    for decision in decisions:
        if not lays_something(decision):
            continue
        party = party_of(unit, words, decision, lang)
        if party is not None or not decision.rule.needs_bearer:
            of_list = as_right(decision, unit.passage.text, unit.own_start, lang) if unit.is_item else decision
            duties.append(Duty(of_list, party))
    return words, with_elided(words, duties, lang)


def party_of(unit: Unit, words: Sequence[Word], decision: Decision, lang: str) -> Party | None:
    """Whom a decision binds by the words of its sentence or of the lead-ins above it."""
    if unit.is_item and (whole := _lead_alone(unit, words, lang)) is not None:
        return whole
    owner = owner_of_list(words, unit.passage.text, unit.own_start, lang) if unit.is_item else None
    if owner is not None and decision.rule.bearer == "owner":
        return owner
    party = find_party(words, lang, decision.rule.bearer, decision.first, decision.last)
    if party is not None or not unit.is_item:
        return party
    return find_level(words, lang) or owner


_PREDICATES = frozenset(
    {"need", "needed", "must", "infinitive", "effect-infinitive", "passive", "present", "will", "future", "imperative"}
    | {"recommend", "obliged", "allowed", "forbidden", "planned", "entitled", "becomes", "to-do", "past", "effect"}
    | {"bids", "lays", "stative", "participle", "state", "its-doing"}
)


def _lead_alone(unit: Unit, words: Sequence[Word], lang: str) -> Party | None:
    """The whole of a lead-in that names those who are bound and says nothing else: "Мүдделі органдар:"."""
    colon = next((n for n, word in enumerate(words) if word.tag == "colon" and word.start < unit.own_start), None)
    if colon is None or not 2 <= colon <= _LONGEST_LEAD:
        return None
    if any(word.tag in _PREDICATES and not (lang == "kk" and word.tag == "to-do") for word in words[1:colon]):
        return None
    if lang == "kk":
        return party_of_lead(words[: colon + 1], colon) if unit.mood in (ENACTING, INSTRUCTION) else None
    party = find_party(words[: colon + 1], lang, "bidden", colon, colon)
    return None if party is None or party.first > 1 else party


_LONGEST_LEAD = 80
"""Words of a lead-in that may name a party alone."""


def is_party_alone(line: str, lang: str) -> bool:
    """Whether a line names an addressee but says nothing of him ("Управлениям образования областей и городов")."""
    words = read_words(line, lang)
    end = len(words)
    return (
        lang == "ru"
        and not any(word.tag in ("need", "must", "infinitive", "passive", "present", "will") for word in words)
        and find_party(words, lang, "addressee", end, end - 1) is not None
    )


def explain(document: Document, line: int) -> list[str]:
    """Which rule decided each sentence of a line of the source text (from 1), and on which words; [] where none did."""
    told: list[str] = []
    for unit in units_of(document):
        first = document.text.count("\n", 0, unit.own.offsets[0]) + 1
        last = document.text.count("\n", 0, unit.own.offsets[-1]) + 1
        if first <= line <= last:
            told.extend(_explained(unit, document.lang))
    return told


def _explained(unit: Unit, lang: str) -> Iterator[str]:
    words = read_words(unit.passage.text, lang)
    text = unit.passage.text
    decisions = rule_book(lang).decide(words, unit.mood)
    for decision in decisions:
        quoted = text[words[decision.first].start : words[decision.last].end]
        party = party_of(unit, words, decision, lang)
        bearer = party_text(text, words, party)
        dropped = " (dropped: names nobody)" if decision.rule.needs_bearer and party is None else ""
        yield (
            f'{decision.rule.name}: {decision.rule.reads}{dropped}, on "{" ".join(quoted.split())}"'
            f", bearer {bearer or 'not named'}, mood {unit.mood}"
        )
    if not decisions:
        yield f"no rule decided, mood {unit.mood}: {' '.join(unit.own.text.split())[:80]}"
