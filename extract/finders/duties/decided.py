"""What the rules find in prose: the units of a text, the duties in each, and whom its words or its lead-ins name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Document, Passage
from extract.finders.duties.bearers import find_level, find_party
from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.deeds.commands import is_beside_items, own_commands
from extract.finders.duties.deeds.elided import with_elided
from extract.finders.duties.deeds.several import of_each_clause, party_text, without_asides
from extract.finders.duties.grammar.moods import ENACTING, INSTRUCTION
from extract.finders.duties.grammar.rules import Decision, lays_something, rule_book
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.kazakh.joined import goes_on_below
from extract.finders.duties.kazakh.parties.addressees import addressee_of_item
from extract.finders.duties.kazakh.parties.named import opens_with_name
from extract.finders.duties.kazakh.parties.subjects import party_of_lead
from extract.finders.duties.kazakh.parties.told import told_above
from extract.finders.duties.last_verbs import with_last_verb
from extract.finders.duties.notes import Note, without_notes
from extract.finders.duties.russian.next_steps import is_done_next
from extract.finders.duties.russian.parties.bearers import is_of_relative
from extract.finders.duties.russian.parties.dashed import subject_of_lead, subject_up_to_dash
from extract.finders.duties.russian.parties.next_doer import BODY_DOES_NEXT, find_next_doer
from extract.finders.duties.russian.parties.taken_up import doer_above, goes_on_with
from extract.finders.duties.russian.parties.whoever import is_done_by_whoever
from extract.finders.duties.sections import of_sections
from extract.finders.duties.sentences.carried import as_ban, as_right, as_task, owner_of_list
from extract.finders.duties.sentences.leads import with_colons, with_first_items
from extract.finders.duties.sentences.owned import of_owned_sections
from extract.finders.duties.sentences.units import Unit, find_units
from extract.finders.duties.whole_lists import whole_list
from extract.lexicon.phrasing import phrasing


@dataclass(frozen=True, slots=True)
class Prose:
    """A document's prose: its units, and the duties in them, numbered from 1, with the words of their units.

    `notes` tell of duties and stand apart from their words.
    """

    document: Document
    units: tuple[Unit, ...]
    duties: tuple[tuple[int, Unit, list[Word], Duty], ...]
    notes: tuple[Note, ...] = ()

    def notes_of(self, unit: Unit, words: Sequence[Word], duty: Duty) -> tuple[Note, ...]:
        """The notes that tell of a duty, by where its verb stands, or its item."""
        verb, item = unit.passage.offsets[words[duty.decision.first].start], unit.own.offsets[0]
        return tuple(
            note
            for note in self.notes
            if note.start <= verb < note.end or (unit.is_item and note.start <= item < note.end)
        )


def read_prose(document: Document) -> Prose:
    """The units of a document's prose and every duty that the rules find in them."""
    document, notes = without_notes(with_first_items(with_colons(document)))
    units = tuple(units_of(document))
    decided = (
        (unit, words, duty)
        for unit, words, duties in decided_units(units, document.lang)
        for duty in of_each_clause(unit, words, duties, document.lang)
    )
    return Prose(document, units, tuple((number, *found) for number, found in enumerate(decided, 1)), notes)


def units_of(document: Document) -> Iterator[Unit]:
    """The sentences and list items of a document's prose."""
    lang = document.lang
    units = find_units(
        document,
        lambda line: is_party_alone(line, lang),
        lambda unit: doer_of(unit, lang),
        lambda unit: bids_nobody(unit, lang),
        lambda unit: is_of_doers(unit, lang),
    )
    if lang != "kk":
        return of_owned_sections(document, units, lambda unit: bids_nobody(unit, lang))
    units = with_last_verb(units)
    return of_sections(document, units, lambda unit: bids_nobody(unit, lang), lambda unit: is_of_doers(unit, lang))


_SUBJECTS = frozenset({"subject", "doer", "actor"})
"""Parts that a rule gives its bearer, of one who is the subject of his sentence."""


def doer_of(unit: Unit, lang: str) -> Passage | None:
    """The words of whom a sentence binds as its subject, or a point bids; None where it binds nobody."""
    words, duties = decide(unit, lang)
    subjects = (duty.party for duty in duties if duty.party and duty.decision.rule.bearer in _SUBJECTS | {"bidden"})
    party = next(subjects, None)
    return unit.passage[words[party.first].start : words[party.last].end] if party else None


def bids_nobody(unit: Unit, lang: str) -> bool:
    """Whether a unit lays something down and none of its duties names a bearer."""
    _, duties = decide(unit, lang)
    return bool(duties) and all(duty.party is None for duty in duties)


def is_of_doers(unit: Unit, lang: str) -> bool:
    """Whether a unit lays something down, and all of it is of who does it: "он сообщает", not "они ведутся"."""
    _, duties = decide(unit, lang)
    return bool(duties) and all(duty.decision.rule.bearer in _SUBJECTS for duty in duties)


def decided_units(units: Iterable[Unit], lang: str) -> Iterator[tuple[Unit, list[Word], list[Duty]]]:
    """Every unit that holds duties, with its words and the duties that the rules find in it.

    A lead-in is a duty of its own only where none of the items below it is one, or in Kazakh beside theirs.
    """
    held: tuple[Unit, list[Word], list[Duty]] | None = None
    for unit in units:
        words, duties = decide(unit, lang)
        if held is not None and not unit.is_item:
            yield held
            held = None
        if unit.is_item and (lead := whole_list(unit, lang)) is not None:
            if held is None or held[0].passage.text != lead.passage.text:
                held = (lead, *decide(lead, lang))
            continue
        if not duties:
            continue
        if unit.passage.text.rstrip().endswith(":"):
            held = (unit, words, duties)
            continue
        if unit.is_item and held is not None:
            if lang == "kk" and is_beside_items(held[1], held[2], words, unit.own_start):
                yield held
            held = None
        yield unit, words, duties
    if held is not None:
        yield held


def decide(unit: Unit, lang: str) -> tuple[list[Word], list[Duty]]:
    """The unit's words, and the duties in them."""
    words = read_words(unit.passage.text, lang)
    duties: list[Duty] = []
    for decision in _laying(words, unit.mood, lang):
        party = party_of(unit, words, decision, lang)
        if lang == "kk" and party is None and duties and goes_on_below(words, duties[-1].party, decision.first):
            party = duties[-1].party
        if party is None and lang == "ru":
            party = _taken_up(unit, words, duties[-1:], decision)
        alone = lang == "ru" and (is_done_next(words, decision.last) or is_done_by_whoever(words, decision))
        if party is not None or alone or not decision.rule.needs_bearer:
            of_list = as_right(decision, unit.passage.text, unit.own_start, lang) if unit.is_item else decision
            instructs = lang == "ru" and unit.mood == INSTRUCTION
            duties.append(Duty(as_task(as_ban(of_list, words, lang), words, instructs=instructs), party))
    if lang == "kk":
        duties = without_asides(words, duties)
    told = with_elided(words, duties, lang)
    return words, own_commands(words, told, unit.own_start) if lang == "kk" and unit.is_item else told


def _laying(words: Sequence[Word], mood: str, lang: str) -> Iterator[Decision]:
    """The decisions that lay something down, that of what a body does next on its verb alone."""
    for decision in rule_book(lang).decide(words, mood):
        if lays_something(decision) and not (lang == "ru" and _is_condition(words, decision)):
            yield replace(decision, first=decision.last) if decision.rule.name == BODY_DOES_NEXT else decision


def _taken_up(unit: Unit, words: Sequence[Word], before: Sequence[Duty], decision: Decision) -> Party | None:
    """Whom a Russian duty binds that names nobody: him of the duty before it, or of the lead-in, whom it takes up."""
    for duty in before:
        if duty.party is not None and goes_on_with(words, duty.decision, duty.party, decision):
            return duty.party
    if not unit.is_item or decision.rule.bearer != "agent":
        return None
    own = next((n for n, word in enumerate(words) if n and word.start >= unit.own_start), 1)
    return doer_above(words, decision, own)


def _is_condition(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a Russian predicate is of a clause that "если" opens: it tells when something is bidden, not what."""
    if not words[decision.first].subordinate:
        return False
    opens = next((n for n in range(decision.first, 0, -1) if words[n].tag == "relative"), 0)
    return words[opens].norm in phrasing("ru").words("if")


def party_of(unit: Unit, words: Sequence[Word], decision: Decision, lang: str) -> Party | None:
    """Whom a decision binds by the words of its sentence or of the lead-ins above it."""
    if decision.rule.name == BODY_DOES_NEXT:
        return find_next_doer(words, decision.last)
    told = lang == "ru" and is_of_relative(words, decision.first)  # "оформить зал, который должен ..."
    if unit.is_item and not told and (whole := _named_alone(unit, words, decision, lang)) is not None:
        return whole
    owner = owner_of_list(words, unit.passage.text, unit.own_start, lang) if unit.is_item else None
    if owner is not None and decision.rule.bearer == "owner":
        return owner
    party = _subject_of_item(unit, words, decision) if unit.is_item and lang == "ru" else None
    party = party or find_party(words, lang, decision.rule.bearer, decision.first, decision.last)
    if party is not None or not unit.is_item:
        return party
    if lang == "kk" and decision.rule.bearer == "addressee" and words[decision.last].end <= unit.own_start:
        return addressee_of_item(words, next(n for n, word in enumerate(words) if n and word.start >= unit.own_start))
    return find_level(words, lang) or owner


def _subject_of_item(unit: Unit, words: Sequence[Word], decision: Decision) -> Party | None:
    """The subject that a Russian item names itself, whoever its lead-in names: "владельцы собак должны ..."."""
    own = next((n for n, word in enumerate(words) if n and word.start >= unit.own_start), 1)
    if own >= 2 and decision.last < own and decision.rule.bearer in _SUBJECTS:
        return subject_up_to_dash(words, own) or subject_of_lead(words, decision.first, decision.last, own)
    if own < 2 or decision.first <= own or decision.rule.bearer not in _SUBJECTS:
        return None
    lead = own - 1
    said = [words[0], *words[own:]]
    party = find_party(said, "ru", decision.rule.bearer, decision.first - lead, decision.last - lead)
    return party and Party(party.first + lead, party.last + lead, party.head + lead)


_PREDICATES = frozenset(
    {"need", "needed", "must", "infinitive", "effect-infinitive", "passive", "present", "will", "future", "imperative"}
    | {"recommend", "obliged", "allowed", "forbidden", "planned", "entitled", "becomes", "to-do", "past", "effect"}
    | {"bids", "lays", "stative", "participle", "state", "its-doing"}
)


def _named_alone(unit: Unit, words: Sequence[Word], decision: Decision, lang: str) -> Party | None:
    """Who is named by the whole of an item's lead-in, or by a Kazakh item of its own with who answers there."""
    own = next((n for n, word in enumerate(words) if n and word.start >= unit.own_start), len(words))
    bids = lang == "kk" and decision.rule.bearer == "bidden"
    named = opens_with_name(words, own, decision.first) if bids else None
    return named or _lead_alone(unit, words, decision, own, lang)


def _lead_alone(unit: Unit, words: Sequence[Word], decision: Decision, own: int, lang: str) -> Party | None:
    """The whole of a lead-in that names those who are bound and says nothing else: "Мүдделі органдар:"."""
    colon = next((n for n, word in enumerate(words) if word.tag == "colon" and word.start < unit.own_start), None)
    if colon is None or not 2 <= colon <= _LONGEST_LEAD:
        return None
    if any(word.tag in _PREDICATES and not (lang == "kk" and word.tag == "to-do") for word in words[1:colon]):
        return None
    if lang == "kk":
        if unit.mood not in (ENACTING, INSTRUCTION):
            return None
        return told_above(words, colon, own, decision) or party_of_lead(words[: colon + 1], colon)
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
    for unit in units_of(without_notes(document)[0]):
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
