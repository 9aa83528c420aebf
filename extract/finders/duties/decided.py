"""What the rules find in one unit of prose: its duties, each with whom it binds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extract.finders.duties.bearers import find_party
from extract.finders.duties.bound import party_of
from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.deeds.commands import own_commands
from extract.finders.duties.deeds.elided import with_elided
from extract.finders.duties.deeds.modality import as_ban, as_task
from extract.finders.duties.deeds.on_verbs import KEPT, TIME_HAS_COME, on_verb
from extract.finders.duties.deeds.several import without_asides
from extract.finders.duties.grammar.rules import Decision, lays_something, rule_book
from extract.finders.duties.grammar.set_tasks import POINTS_OF_A_PLAN, ROLE_DOES, tells_who_does
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.kazakh.deeds.extents import goes_on_below
from extract.finders.duties.kazakh.deeds.right_times import comes_by_itself, stays_by_itself
from extract.finders.duties.kazakh.parties.freed import as_freeing
from extract.finders.duties.kazakh.parties.speakers import says_of_oneself, speaker
from extract.finders.duties.kazakh.parties.taken_up import pronoun_that_acts
from extract.finders.duties.kazakh.past_lists import without_past
from extract.finders.duties.moods.kinds import INSTRUCTION, PLAN, REPORT
from extract.finders.duties.planned_lists import (
    carries_out,
    is_of_carrying_out,
    is_of_role_alone,
    of_doing,
    of_plan,
)
from extract.finders.duties.russian.deeds.denied_behind import behind_deed, denies_no_deed
from extract.finders.duties.russian.deeds.foreseen import with_foreseen, with_needs
from extract.finders.duties.russian.marks import closes_relative, lists_in_relative
from extract.finders.duties.russian.next_steps import is_done_next
from extract.finders.duties.russian.parties.denied import of_own_clause
from extract.finders.duties.russian.parties.pronouns import is_of_speech, stands_for_all
from extract.finders.duties.russian.parties.taken_up import doer_above, goes_on_with
from extract.finders.duties.russian.parties.whoever import is_done_by_whoever
from extract.finders.duties.sentences.own_lists import as_right
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def decide(unit: Unit, lang: str) -> tuple[list[Word], list[Duty]]:
    """The unit's words, and the duties in them."""
    words = _words_of(unit, lang)
    duties: list[Duty] = []
    decisions = [] if _asks(unit, lang) else _decisions_on(unit, words, lang)
    for found in decisions:
        before = duties[-1].party if duties else None
        decision, party = found, _party_of(unit, words, found, before, lang)
        if lang == "kk" and (freeing := as_freeing(found, words)) is not None:
            decision, party = freeing
        if lang == "kk" and party is None and duties and goes_on_below(words, duties[-1].party, decision.first):
            party = duties[-1].party
        if lang == "kk" and party is None:
            party = pronoun_that_acts(words, decision)
        if lang == "ru" and (all_bound := stands_for_all(words, found)) is not None:
            party = all_bound
        if party is None and lang == "ru":
            party = _taken_up(unit, words, duties[-1:], decision)
        if lang == "ru" and unit.mood == PLAN and party is not None and is_of_speech(words, decision, party):
            continue
        alone = lang == "ru" and (is_done_next(words, decision.last) or is_done_by_whoever(words, decision))
        if lang == "kk" and says_of_oneself(words, decision):  # "тәлімгер бекітеміз": he is chosen, and chooses not
            party, alone = speaker(words, decision.last), True
        if party is not None or alone or not decision.rule.needs_bearer:
            of_list = as_right(decision, unit.passage.text, unit.own_start, lang) if unit.is_item else decision
            instructs = lang == "ru" and unit.mood == INSTRUCTION
            duties.append(Duty(as_task(as_ban(of_list, words, lang), words, instructs=instructs), party))
    duties = without_asides(words, duties) if lang == "kk" else _of_listed(unit, words, duties)
    told = with_elided(unit, words, duties, lang)
    if lang == "ru":
        told = [replace(one, decision=behind_deed(words, one.decision)) for one in told]
        told = [of_doing(one, words) for one in told]
    if lang == "kk":  # "түсініктеме алсын, материалдарын жария етпесін"
        told = [_of_own_verb(one, words) for one in told]
    return words, own_commands(words, told, unit.own_start) if lang == "kk" and unit.is_item else told


def _asks(unit: Unit, lang: str) -> bool:
    """Whether a sentence is a question, which lays nothing down: "Как часто мастер должен поливать розы?".

    A Kazakh one asks by its last word as well, as an item, too: "Мектеп көшет береді ме".
    """
    if lang == "kk" and _closes_with_particle(unit.own.text) and _WORDING.pattern("asks").search(unit.own.text):
        return True
    return (lang == "kk" or not unit.is_item) and unit.own.text.rstrip(_BEHIND_QUESTION).endswith("?")


def _closes_with_particle(sentence: str) -> bool:
    """Whether a Kazakh sentence ends in letters by which one asks ("береді | ме"): most end otherwise."""
    return sentence.rstrip("?.!").rstrip()[-_PARTICLE:].lower() in _WORDING.words("asks_whether")


_PARTICLE = 2
"""Letters of a Kazakh word that asks."""
_BEHIND_QUESTION = ' »"”)'
"""What may stand behind the mark of a question."""


def _party_of(unit: Unit, words: Sequence[Word], found: Decision, before: Party | None, lang: str) -> Party | None:
    """Whom a decision binds, `before` it another; a note tells who does a point of a plan that is written as a list."""
    if found.rule.name == POINTS_OF_A_PLAN:
        return None
    if lang != "ru":
        return party_of(unit, words, found, lang)
    said = behind_deed(words, found)
    return of_own_clause(words, said, party_of(unit, words, said, lang), before)


def _words_of(unit: Unit, lang: str) -> list[Word]:
    """The words of a unit, what a Russian programme foresees or needs told as planned or needed.

    A Kazakh item of what is to be done is closed where its mark was left out.
    """
    words = read_words(unit.passage.text, lang)
    if lang == "ru":
        return with_needs(with_foreseen(words)) if unit.mood == PLAN else words
    if unit.is_item and words[-1].tag == "to-do":
        words.append(Word("", "", "stop", words[-1].end - 1, words[-1].end))
    return words


def _decisions_on(unit: Unit, words: Sequence[Word], lang: str) -> list[Decision]:
    """What the rules lay down by a unit, below an act's command and among who carries out a programme as well."""
    passed = frozenset() if unit.regulated else _OF_REGULATED
    decisions = list(_laying(words, unit.mood, lang, passed))
    if decisions and lang == "ru" and unit.mood in (PLAN, REPORT) and _tells_of_others(unit.section):
        decisions = [one for one in decisions if one.rule.bearer not in SUBJECTS]
    in_mechanism = lang == "ru" and unit.mood == PLAN and (tells_who_does(unit.section) or unit.of_work)
    if lang == "kk" and unit.is_item and unit.below_command and (norms := _norms_of_item(unit, words, decisions)):
        return norms
    if lang == "kk" and unit.is_item and decisions and _bids_set(unit, words, decisions[0]):
        below = [one for one in _laying(words, INSTRUCTION, lang) if one.first > decisions[0].last]
        decisions = below or _norms_of_item(unit, words, decisions[:1]) or decisions
    if unit.below_command or in_mechanism:
        all_told = unit.below_command or phrasing("ru").pattern("heading_of_will").match(unit.section) is not None
        decisions = _with_done_below(words, decisions, lang, of_programme=not all_told)
    if in_mechanism and all(one.rule.needs_bearer and party_of(unit, words, one, lang) is None for one in decisions):
        decisions = [one for one in _laying(words, INSTRUCTION, lang) if is_of_carrying_out(words, one)]
    return of_plan(unit, words, decisions) if lang == "ru" else without_past(unit.passage.text, words, decisions)


def _norms_of_item(unit: Unit, words: Sequence[Word], decisions: Sequence[Decision]) -> list[Decision]:
    """What an item lays down itself whose lead-in bids that it be set: "Мынадай тәртіп белгіленсін: | егу бітеді"."""
    bids = bool(decisions) and _bids_set(unit, words, decisions[-1])
    last = len(words) - 1
    while last > 1 and words[last].tag in ("stop", "semicolon", "comma"):
        last -= 1
    if not bids or words[last].start < unit.own_start or words[last].tag not in _CLOSES_NORM:
        return []
    norms = [one for one in _laying(words, INSTRUCTION, "kk") if words[one.first].start >= unit.own_start]
    told = replace(decisions[-1].rule, bearer="agent")
    return norms or [replace(decisions[-1], rule=told, first=last, last=last)]


_CLOSES_NORM = frozenset({"present", "passive", "proceed", "state", "becomes"})
"""Classes of verbs that close what is set: "егу | бітеді", "бағбандар таңертең | келеді"."""


def _bids_set(unit: Unit, words: Sequence[Word], decision: Decision) -> bool:
    """Whether a decision is a lead-in's command that what its items say be set: "Мынадай тәртіп белгіленсін:"."""
    bids = decision.rule.name == "let-it-be" and words[decision.first].norm in _WORDING.words("lets_be_set")
    return bids and words[decision.last].end <= unit.own_start


@lru_cache(maxsize=256)
def _tells_of_others(section: str) -> bool:
    """Whether a Russian section tells of troubles or of what other countries do: what they must is no duty."""
    return phrasing("ru").pattern("heading_of_others").match(section) is not None


def _of_own_verb(duty: Duty, words: Sequence[Word]) -> Duty:
    """A Kazakh command of a row as a ban where its own verb is denied."""
    bids = duty.decision.rule.name == "let-it-be"
    return replace(duty, decision=as_ban(duty.decision, words, "kk")) if bids else duty


def _with_done_below(
    words: Sequence[Word], decisions: list[Decision], lang: str, *, of_programme: bool
) -> list[Decision]:
    """The decisions on a sentence below an act's command with what somebody does in it, for that binds him there, too.

    They are as they were where nobody does anything; what only its lead-in would bind makes room. What is done as a
    rule is laid down by a Kazakh sentence that bids nothing else: "Мал қораға қамалады". In a section of who carries
    a programme out that alone counts.
    """
    held = [one for one in decisions if one.rule.bearer != "lead"]
    taken = {n for one in held for n in range(one.first, one.last + 1)}
    below = list(_laying(words, INSTRUCTION, lang))
    found: list[Decision] = []
    for one in below:
        if of_programme and not carries_out(words, one):
            continue
        does = one.rule.bearer in SUBJECTS and one.rule.needs_bearer
        if (does or (lang == "ru" and _done_by(words, one, found))) and taken.isdisjoint(
            range(one.first, one.last + 1)
        ):
            found.append(one)
    if lang == "kk" and not decisions and not found:
        return [one for one in below if one.rule.name == DONE_AS_A_NORM]
    return sorted([*held, *found], key=lambda one: (one.first, one.last)) if found else decisions


def _done_by(words: Sequence[Word], decision: Decision, before: Sequence[Decision]) -> bool:
    """Whether a Russian passive says by whom it is done ("Ведется мастером"), or stands beside a duty `before` it."""
    if decision.rule.bearer != "agent":
        return False
    told = find_party(words, "ru", "agent", decision.first, decision.last) is not None
    return told or bool(before)


def _of_listed(unit: Unit, words: Sequence[Word], duties: list[Duty]) -> list[Duty]:
    """The duties of a Russian item without those of what its lead-in says of him whose duties it lists.

    "Школа назначает мастера, в обязанности которого входит: | полив".
    """
    above = [duty for duty in duties if words[duty.decision.last].end <= unit.own_start]
    listed = next((one for one in above if one.party is not None and lists_in_relative(words, one.decision)), None)
    listed = listed or next((one for one in above if closes_relative(words, one.decision)), None)
    if listed is None or not unit.is_item:
        return duties
    return [duty for duty in duties if duty.decision.first >= listed.decision.first]


def _laying(words: Sequence[Word], mood: str, lang: str, passed: frozenset[str] = frozenset()) -> Iterator[Decision]:
    """The decisions that lay something down."""
    for decision in _decisions(words, mood, lang, passed):
        told = lang == "ru" and (
            _is_condition(words, decision) or denies_no_deed(words, decision) or is_of_role_alone(words, decision)
        )
        told = told or (_is_of_time(words, decision) and comes_by_itself(words, decision.first))
        told = told or (decision.rule.name == KEPT and stays_by_itself(words, decision.first, decision.last - 1))
        if lays_something(decision) and not told:
            yield on_verb(words, decision)


def _is_of_time(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a decision is of the time that has come for what a participle tells: "құстар қайтатын кез келді"."""
    return decision.rule.name == TIME_HAS_COME and words[decision.first].tag == "future-participle"


def _decisions(words: Sequence[Word], mood: str, lang: str, passed: frozenset[str]) -> Iterator[Decision]:
    """What the rules decide; a Kazakh command that closes an item is closed itself where its mark was left out.

    So is a Kazakh item of what is to be done that closes in a comma.
    """
    last = len(words) - 1
    if lang == "kk" and words[last].tag == "comma" and words[last - 1].tag in ("to-do", "its-doing"):
        words = [*words[:last], words[last]._replace(tag="semicolon")]
    if lang != "kk" or words[last].tag != "imperative":
        yield from rule_book(lang).decide(words, mood, passed)
        return
    closed = [*words, Word("", "", "stop", words[last].end, words[last].end)]
    for decision in rule_book(lang).decide(closed, mood, passed):
        yield replace(decision, last=min(decision.last, last))


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


_OF_REGULATED = frozenset({ROLE_DOES})
"""Rules of programmes that hold only below headings that regulate."""
DONE_AS_A_NORM = "done-as-a-norm"
"""The rule of what is done as a rule, nobody being named: "Тәжірибе кәсіпорында өткізіледі"."""
