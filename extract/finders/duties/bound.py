"""Whom a decision on a unit binds, by the words of its sentence or of the lead-ins above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.bearers import find_level, find_party
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.kazakh.deeds.joined import closes_with_doing
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.parties.addressees import addressee_of_item
from extract.finders.duties.kazakh.parties.agents import is_told
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.parties.names.leads import party_of_lead
from extract.finders.duties.kazakh.parties.names.named import opens_with_name
from extract.finders.duties.kazakh.parties.told import told_above
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.layouts.named import names_party
from extract.finders.duties.moods.kinds import ENACTING, INSTRUCTION, PLAN
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.parties.dashed import subject_of_lead, subject_up_to_dash, waits_for_subject
from extract.finders.duties.russian.parties.positions.next_doer import BODY_DOES_NEXT, find_next_doer
from extract.finders.duties.russian.parties.roles import is_of_relative
from extract.finders.duties.russian.parties.undergone import doer_of_item
from extract.finders.duties.sentences.own_lists import owner_of_list
from extract.finders.duties.sentences.said_to_readers import is_said_to_reader
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.duties import SUBJECTS


def party_of(unit: Unit, words: Sequence[Word], decision: Decision, lang: str) -> Party | None:
    """Whom a decision binds by the words of its sentence or of the lead-ins above it."""
    if lang == "ru" and decision.rule.bearer == "lead":
        return _named_before_doing(unit, words, decision.first - 1)
    if decision.rule.name == BODY_DOES_NEXT or decision.rule.bearer == "lead":
        next_does = decision.rule.name == BODY_DOES_NEXT
        return find_next_doer(words, decision.last) if next_does else _of_tasks(unit, words, decision, lang)
    told = lang == "ru" and is_of_relative(words, decision.first)  # "оформить зал, который должен ..."
    alone = unit.is_item and not told and not unit.body_end
    if alone and (whole := _named_alone(unit, words, decision, lang)) is not None:
        return whole
    owner = owner_of_list(words, unit.passage.text, unit.own_start, lang) if unit.is_item else None
    if owner is not None and lang == "kk" and unit.mood == PLAN and not _is_somebody(words, owner):
        owner = None  # "Бағдарламаның міндеттері:"
    if owner is not None and decision.rule.bearer == "owner":
        return owner
    party = _subject_of_item(unit, words, decision) if unit.is_item and lang == "ru" else None
    party = party or find_party(words, lang, decision.rule.bearer, decision.first, decision.last)
    if party is not None and unit.body_end and words[party.last].end <= unit.body_end:
        party = None if unit.to_readers else _body_of(unit, words)
    if party is not None or not unit.is_item:
        return party
    return _of_lead(unit, words, decision, lang) or owner


def _is_somebody(words: Sequence[Word], party: Party) -> bool:
    return is_known(words, party.head) or is_person(words[party.head])


def _of_lead(unit: Unit, words: Sequence[Word], decision: Decision, lang: str) -> Party | None:
    """Whom an item binds that names nobody: the body or post that it stands behind, or of its lead-in."""
    if unit.to_readers:
        return _body_of(unit, words) if is_said_to_reader(decision, words, _body_of(unit, words).last) else None
    if unit.body_end and decision.rule.bearer in (*SUBJECTS, "bidden", "owner"):
        return _body_of(unit, words)
    if lang == "kk" and decision.rule.bearer == "addressee" and words[decision.last].end <= unit.own_start:
        return addressee_of_item(words, next(n for n, word in enumerate(words) if n and word.start >= unit.own_start))
    return find_level(words, lang)


def _body_of(unit: Unit, words: Sequence[Word]) -> Party:
    """The body or post that a unit without a subject stands behind."""
    last = max(n for n, word in enumerate(words) if n and word.end <= unit.body_end)
    return Party(1, last, 1)


def _subject_of_item(unit: Unit, words: Sequence[Word], decision: Decision) -> Party | None:
    """The subject that a Russian item names itself, whoever its lead-in names: "владельцы собак должны ..."."""
    own = next((n for n, word in enumerate(words) if n and word.start >= unit.own_start), 1)
    if own >= 2 and decision.last < own and decision.rule.bearer == "addressee":
        return _bidden_of_item(words, own)
    if own >= 2 and decision.last < own and (doer := doer_of_item(words, decision.last, own)) is not None:
        return doer
    if own >= 2 and decision.last < own and decision.rule.bearer in SUBJECTS:
        waits = waits_for_subject(words, decision.first, own)
        before = None if waits else subject_up_to_dash(words, own)
        return before or subject_of_lead(words, decision.first, decision.last, own)
    if own < 2 or decision.first <= own or decision.rule.bearer not in SUBJECTS:
        return None
    lead = own - 1
    said = [words[0], *words[own:]]
    party = find_party(said, "ru", decision.rule.bearer, decision.first - lead, decision.last - lead)
    return party and Party(party.first + lead, party.last + lead, party.head + lead)


def _bidden_of_item(words: Sequence[Word], own: int) -> Party | None:
    """Whom an item names before its dash, below a lead-in that asks: "Предлагаем: | завхозу – вызвать мастера"."""
    verb = next((n for n in range(own, len(words)) if words[n].tag in ("infinitive", "effect-infinitive")), None)
    if verb is None:
        return None
    party = find_party([words[0], *words[own:]], "ru", "bidden", verb - own + 1, verb - own + 1)
    if party is None or party.first != 1 or words[party.last + own].tag != "dash":
        return None
    return Party(own, party.last + own - 1, party.head + own - 1)


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


def _named_before_doing(unit: Unit, words: Sequence[Word], colon: int) -> Party | None:
    """Who stands before the colon of a Russian noun of doing, and nothing else with him: "Завхоз: | вывоз мусора"."""
    if unit.body_end:
        return _body_of(unit, words) if opens_with_doing(unit.own.text) else None
    text, at = unit.passage.text, words[colon].start
    named = ":" not in text[:at] and names_party(text[:at], "ru") and opens_with_doing(text[at + 1 :])
    return Party(1, colon - 1, 1) if named else None


def _of_tasks(unit: Unit, words: Sequence[Word], decision: Decision, lang: str) -> Party | None:
    """Who is all of the Kazakh lead-in of a noun of doing, on a line of its own or not: "Бағбан: көшеттерді суару"."""
    own = decision.last + 2
    at = words[own].start if own < len(words) else len(unit.passage)
    apart = at != unit.own_start if unit.is_item else any(word.tag == "colon" for word in words[own:])
    if apart or not closes_with_doing(words, own):
        return None
    unit = replace(unit, own=unit.passage[at:])
    named = _lead_alone(unit, words, decision, own, lang)
    last = words[own - 2]
    by_name = last.text.istitle() and case_of(last) == "dative"  # "Бағбан С. Гүловке: көшет алу"
    if named is not None and named.last == own - 2 and (case_of(last) == "" or by_name):
        return named
    told = unit.mood == ENACTING and is_told(words[own - 2])
    return Party(1, own - 2, own - 2) if told and not any(word.tag in _PREDICATES for word in words[1:own]) else None


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
