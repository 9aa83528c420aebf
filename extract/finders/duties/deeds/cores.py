"""The words of a duty that say what is done: without deadlines, grounds, purposes and asides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.deeds.actions import owns_act, without_connective
from extract.finders.duties.deeds.clauses import Clause, Duty, gets_only
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh import remarks as kazakh_remarks
from extract.finders.duties.kazakh.beside import asides as kazakh_asides
from extract.finders.duties.kazakh.beside import frames as kazakh_frames
from extract.finders.duties.kazakh.deeds import extents as kazakh_extents
from extract.finders.duties.kazakh.deeds.foreseen import programme_itself
from extract.finders.duties.russian import marks
from extract.finders.duties.russian.beside import asides as russian_asides
from extract.finders.duties.russian.deeds.clauses import own_clause
from extract.finders.duties.russian.deeds.foreseen import whose_plan
from extract.finders.duties.russian.parties.taken_up import told_agent
from extract.finders.duties.russian.terms import is_told_aside
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.times.deadlines import apart_from, find_deadlines
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing


def core_of(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, year: int | None) -> list[int]:
    """The places of a clause's words that are no bearer, deadline, ground, purpose or cross-reference."""
    text = unit.passage.text
    if lang == "ru":
        clause = Clause(*own_clause(words, duty.decision, clause.first, clause.last))
    start, end = words[clause.first].start, words[clause.last].end
    party = duty.party
    named = (words[party.first].start - start, words[party.last].end - start) if party is not None else (-1, -1)
    told = [apart_from(found, text[start:end], *named) for found in find_deadlines(text[start:end], lang, year)]
    if clause.first > 1 and lang == "ru":  # a day without a year is known by what recurs in the whole sentence
        of_whole = find_deadlines(text, lang, year)
        told += [replace(one, start=one.start - start, end=one.end - start) for one in of_whole if one.start >= start]
    if lang == "ru":
        told = [one for one in told if not is_told_aside(words, start + one.start, duty.decision)]
    dropped = {
        n
        for one in told
        if not phrasing(lang).pattern("of_its_noun").search(one.text)
        for n in range(clause.first, clause.last + 1)
        if start + one.start <= words[n].start < start + one.end
    }
    if lang == "ru":
        dropped |= marks.bidding_brackets(words, (clause.first, clause.last), duty.decision.first)
        dropped |= marks.points_behind(words, dropped) | told_agent(words, duty.decision, party)
        dropped |= marks.marks_around(words, dropped) | marks.before_quarters(words, dropped)
        dropped |= (
            marks.whose_task(words, duty.decision, clause.first)
            | whose_plan(words, duty.decision.first, clause.first)
            | marks.in_powers(words, duty.decision.first, duty.decision.last)
        )
        dropped |= marks.of_times(words, max(duty.decision.last, clause.first), dropped)
    for name in ("opens_notice", "opens_school_year") if lang == "ru" else ():
        opened = phrasing(lang).pattern(name).match(text, start)
        end_of_opening = opened.end() if opened else start
        dropped |= {n for n in range(clause.first, duty.decision.first) if words[n].start < end_of_opening}
    inside = party is not None and clause.first <= party.first and party.last <= clause.last
    if party is not None and inside and not gets_only(words, duty) and not owns_act(words, party, lang):
        dropped |= set(range(party.first, party.last + 1))
        if lang == "ru":
            dropped |= marks.beside_party(words, party, clause.last)
        dropped |= kazakh_remarks.around_party(words, party.first, party.last) if lang == "kk" else set()
        charged = duty.decision.rule.bearer == "charged" and lang == "ru" and len(words[party.first - 1].text) <= 2
        dropped |= {party.first - 1} if charged else set()
    if lang == "ru":  # "просим вас прислать"
        beside = (duty.decision.first - 1, duty.decision.last + 1)
        dropped |= {n for n in beside if n < len(words) and words[n].norm in phrasing(lang).words("you")}
    if lang == "ru" and duty.decision.rule.bearer in SUBJECTS:
        taken_up = phrasing(lang).words("pronouns_of_doers") | phrasing(lang).words("ones_spoken_to")
        before = range(clause.first, min(duty.decision.first, clause.last))
        dropped |= {n for n in before if words[n].norm in taken_up and not _is_below(words, n, lang)}
    of_lead = lang == "kk" and duty.decision.last < clause.first  # its lead-in has its verb: a deed to its end
    predicate = clause.last if of_lead else max(clause.first, min(duty.decision.last, clause.last))
    if lang == "ru":
        dropped |= russian_asides.beside(words, (clause.first, clause.last), duty.decision, party, dropped)
        dropped |= marks.owner_of_act(words, party, dropped)
    else:
        dropped |= _kazakh_asides(words, duty, clause, predicate, dropped)
        dropped |= kazakh_remarks.between_dashes(words, clause.first, clause.last, dropped)
        opening = start + (end - start) - len(without_connective(text[start:end], lang))
        dropped |= {n for n in range(clause.first, clause.last) if words[n].start < opening}
    last = kazakh_extents.end_of_deed(words, predicate, clause.last, dropped) if lang == "kk" else clause.last
    first = kazakh_extents.start_of_deed(words, duty.decision.first, clause.first) if lang == "kk" else clause.first
    return [n for n in range(first, last + 1) if n not in dropped and words[n].tag != "stop"]


def _is_below(words: Sequence[Word], n: int, lang: str) -> bool:
    """Whether a pronoun is of a clause below the main one: "прежде чем | вы войдете"."""
    return words[n].subordinate or words[n - 1].norm in phrasing(lang).words("ends_opening_of_clause")


def _kazakh_asides(words: Sequence[Word], duty: Duty, clause: Clause, predicate: int, dropped: set[int]) -> set[int]:
    """The places of what a clause says beside its deed, unless it is all that a ban bans.

    For what something may not be done is what is banned in "Гүлдерді сату үшін | егуге тыйым салынады".
    """
    aside = kazakh_asides.asides(words, clause.first, clause.last, predicate)
    aside |= programme_itself(words, duty.bound_behind or duty.decision, clause.first)
    banned = duty.decision.rule.reads == "prohibition" and _is_all(
        words, clause.first, duty.decision.first, dropped | aside
    )
    if banned:
        return set()
    party = duty.party
    if party is not None and party.last < clause.first and kazakh_remarks.points_back(words, clause.first):
        aside.add(clause.first)  # "бағбан бақты күтеді, | ол көшетті суарады"
    if party is not None and clause.first <= party.first and party.last < predicate:
        aside |= kazakh_frames.settings(words, party.last + 1, predicate, dropped | aside)
    return aside


def _is_all(words: Sequence[Word], first: int, predicate: int, aside: set[int]) -> bool:
    """Whether all that stands before a verb's noun is said beside it."""
    verb = predicate - (words[predicate].tag != "towards-doing")
    also = phrasing("kk").words("also")
    between = (n for n in range(first, verb) if words[n].tag != "comma" and words[n].norm not in also)
    return first < verb and all(n in aside for n in between)
