"""Duties in prose: what a sentence or list item lays on somebody, recommends, permits or forbids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.document.blocks import Document
from extract.finders.duties.bearers import find_level, find_object, find_party
from extract.finders.duties.deadlines import Deadline, find_deadlines, find_grounds, year_of
from extract.finders.duties.rules import Decision, lays_something, rule_book
from extract.finders.duties.units import Unit, find_units
from extract.finders.duties.words import Party, Word, read_words
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Provision, Source
from kzedu_graph.registry.resolving import Registry

REPORTS = "report-back"
"""The rule by which somebody is bid to report."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of a sentence before it is a record: the decision that gave it, and the party it names."""

    decision: Decision
    party: Party | None


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
        for duty in _one_each(unit, words, duties)
    )
    return Prose(document, units, tuple((number, *found) for number, found in enumerate(decided, 1)))


def units_of(document: Document) -> Iterator[Unit]:
    """The sentences and list items of a document's prose."""
    return find_units(document, lambda line: is_party_alone(line, document.lang))


def find_provisions(
    source: Source,
    prose: Prose,
    registry: Registry,
    glossary: Mapping[str, str],
    default_bearer: str | None = None,
) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    """Every provision of a document's prose, in its order ("организациям ТиППО необходимо", "жоспарлануда").

    `default_bearer` is the registry key of those whom the whole document addresses, given to each provision beside
    the bearer that its own words name. A party that the registry does not know is a finding.
    """
    finder = _Finder(source, prose, registry, glossary, default_bearer)
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
    ) -> None:
        self.source = source
        self.prose = prose
        self.lang = prose.document.lang
        self.registry = registry
        self.glossary = glossary
        self.default_bearer = default_bearer
        self.year = year_of(source, prose.document)
        self.findings: dict[str, Finding] = {}
        self._keys: dict[str, str | None] = {}

    def provisions(self) -> Iterator[Provision]:
        for number, unit, words, duty in self.prose.duties:
            yield self._provision(number, unit, words, duty)

    def _provision(self, number: int, unit: Unit, words: Sequence[Word], duty: Duty) -> Provision:
        text = unit.passage.text
        rule = duty.decision.rule
        deadline = self._deadline(unit)
        bearer_text = party_text(text, words, duty.party)
        if bearer_text and self._key(bearer_text) is None:
            self.findings.setdefault(bearer_text, self._unknown(number, unit, bearer_text))
        return Provision(
            source=self.source.stem,
            number=str(number),
            modality=rule.reads,
            action=action_of(unit, words, duty, self.lang),
            sentence=" ".join(text.split()),
            evidence=unit.passage.spans(),
            bearer=self._key(bearer_text),
            bearer_text=bearer_text,
            deadline_text=deadline.text if deadline else None,
            due=deadline.due if deadline else (),
            legal_basis=find_grounds(text, self.lang),
            default_bearer=self.default_bearer,
            object=self._object(unit, words, duty),
            recipient=self._recipient(unit, words, duty),
            rule=rule.name,
        )

    def _object(self, unit: Unit, words: Sequence[Word], duty: Duty) -> str | None:
        found = find_object(words, self.lang, duty.decision.first, duty.decision.last)
        return " ".join(unit.passage.text[words[found[0]].start : words[found[1]].end].split()) if found else None

    def _recipient(self, unit: Unit, words: Sequence[Word], duty: Duty) -> str | None:
        """To whom something is reported, where a report is what is laid down."""
        if duty.decision.rule.name != REPORTS:
            return None
        party = find_party(words, self.lang, "recipient", duty.decision.first, duty.decision.last)
        return self._key(party_text(unit.passage.text, words, party))

    def _deadline(self, unit: Unit) -> Deadline | None:
        """All deadlines of the sentence as one: its words from the first to the last, and every due point."""
        found = find_deadlines(unit.passage.text, self.lang, self.year)
        if not found:
            return None
        due = tuple(dict.fromkeys(point for deadline in found for point in deadline.due))
        return Deadline("; ".join(deadline.text for deadline in found), due, found[0].start, found[-1].end)

    def _key(self, party: str | None) -> str | None:
        if party is None:
            return None
        if party not in self._keys:
            lead = self._lead(party)  # all of a class are the class; the first named leads
            found = (self._resolved(name) for name in dict.fromkeys((party, lead)))
            self._keys[party] = next(filter(None, found), None)
        return self._keys[party]

    def _lead(self, party: str) -> str:
        wording = phrasing(self.lang)
        return wording.pattern("together_with").sub("", wording.pattern("all_of").sub("", party))

    def _resolved(self, name: str) -> str | None:
        return self.registry.resolve(name, self.lang, self.source.version_date, self.glossary).agency

    def _unknown(self, number: int, unit: Unit, party: str) -> Finding:
        return Finding(
            code="unknown-bearer",
            severity="info",
            focus=f"provision {number}",
            message={
                "kk": f"Тізілімде «{party}» деген орган жоқ.",
                "ru": f"В реестре нет органа «{party}».",
                "en": f"The registry has no body “{party}”.",
            },
            source=self.source.stem,
            spans=unit.own.spans(),
            words=party,
        )


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
            duties.append(Duty(decision, party))
    return words, duties


def party_of(unit: Unit, words: Sequence[Word], decision: Decision, lang: str) -> Party | None:
    """Whom a decision binds by the words of its sentence or of the lead-ins above it."""
    party = find_party(words, lang, decision.rule.bearer, decision.first, decision.last)
    return find_level(words, lang) if party is None and unit.is_item else party


def is_party_alone(line: str, lang: str) -> bool:
    """Whether a line names an addressee but says nothing of him ("Управлениям образования областей и городов")."""
    words = read_words(line, lang)
    end = len(words)
    return (
        lang == "ru"
        and not any(word.tag in ("need", "must", "infinitive", "passive", "present", "will") for word in words)
        and find_party(words, lang, "addressee", end, end - 1) is not None
    )


def _one_each(unit: Unit, words: Sequence[Word], duties: Iterable[Duty]) -> Iterator[Duty]:
    """The duties of a unit, those of one modality and one bearer as one."""
    seen: set[tuple[str, str | None]] = set()
    named: set[str] = set()
    ordered = sorted(duties, key=lambda duty: duty.party is None)
    for duty in ordered:
        party = party_text(unit.passage.text, words, duty.party)
        modality = duty.decision.rule.reads
        if (modality, party) in seen or (party is None and modality in named):
            continue
        seen.add((modality, party))
        named.add(modality)
        yield duty


def party_text(text: str, words: Sequence[Word], party: Party | None) -> str | None:
    """A party's words as printed, white space folded."""
    if party is None:
        return None
    return " ".join(text[words[party.first].start : words[party.last].end].split())


def action_of(unit: Unit, words: Sequence[Word], duty: Duty, lang: str) -> str:
    """What is to be done: the unit's own words, without its opening connective and without the party before it."""
    text = unit.own.text
    if not unit.is_item:
        if duty.party is not None and duty.party.last < duty.decision.first:
            before = text[: words[duty.party.first].start]
            behind = text[words[duty.party.last].end :]
            text = behind if not before.strip(" ,") or _is_connective(before, lang) else before + behind.lstrip()
        text = _without_connective(text, lang)
    return " ".join(text.split()).strip(" ,;.:")


def _is_connective(text: str, lang: str) -> bool:
    return text.strip(" ,").lower() in duty_words(lang).connectives


def _without_connective(text: str, lang: str) -> str:
    folded = text.lstrip()
    for connective in duty_words(lang).connectives:
        if folded.lower().startswith(connective) and not folded[len(connective) : len(connective) + 1].isalpha():
            return folded[len(connective) :].lstrip(" ,")
    return folded


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
