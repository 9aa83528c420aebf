"""What the rules find in one unit of prose: its duties, and whom its words or its lead-ins name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.finders.duties.bearers import find_level, find_party
from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.deeds.commands import own_commands
from extract.finders.duties.deeds.elided import with_elided
from extract.finders.duties.deeds.several import without_asides
from extract.finders.duties.grammar.moods import ENACTING, INSTRUCTION, PLAN
from extract.finders.duties.grammar.rules import Decision, lays_something, rule_book
from extract.finders.duties.grammar.set_tasks import POINTS_OF_A_PLAN, tells_who_does
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.kazakh.deeds.extents import goes_on_below
from extract.finders.duties.kazakh.deeds.foreseen import NAMED
from extract.finders.duties.kazakh.deeds.joined import closes_with_doing
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.parties.addressees import addressee_of_item
from extract.finders.duties.kazakh.parties.agents import is_told
from extract.finders.duties.kazakh.parties.freed import as_freeing
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.parties.names.leads import party_of_lead
from extract.finders.duties.kazakh.parties.names.named import opens_with_name
from extract.finders.duties.kazakh.parties.speakers import says_of_oneself, speaker
from extract.finders.duties.kazakh.parties.taken_up import pronoun_that_acts
from extract.finders.duties.kazakh.parties.told import told_above
from extract.finders.duties.kazakh.past_lists import without_past
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.layouts.named import names_party
from extract.finders.duties.planned_lists import carries_out, is_of_carrying_out, of_doing, of_plan
from extract.finders.duties.russian.deeds.denied_behind import behind_deed, denies_no_deed
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.deeds.foreseen import with_foreseen, with_needs
from extract.finders.duties.russian.marks import closes_relative, lists_in_relative
from extract.finders.duties.russian.next_steps import is_done_next
from extract.finders.duties.russian.parties.bearers import is_of_relative
from extract.finders.duties.russian.parties.dashed import subject_of_lead, subject_up_to_dash, waits_for_subject
from extract.finders.duties.russian.parties.denied import of_own_clause
from extract.finders.duties.russian.parties.next_doer import BODY_DOES_NEXT, find_next_doer
from extract.finders.duties.russian.parties.nobody import stands_for_all
from extract.finders.duties.russian.parties.taken_up import doer_above, goes_on_with
from extract.finders.duties.russian.parties.whoever import is_done_by_whoever
from extract.finders.duties.sentences.carried import as_ban, as_right, as_task, is_said_to_reader, owner_of_list
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing


def decide(unit: Unit, lang: str) -> tuple[list[Word], list[Duty]]:
    """The unit's words, and the duties in them."""
    words = _words_of(unit, lang)
    duties: list[Duty] = []
    decisions = _decisions_on(unit, words, lang)
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
    decisions = list(_laying(words, unit.mood, lang))
    in_mechanism = lang == "ru" and unit.mood == PLAN and tells_who_does(unit.section)
    if unit.below_command or in_mechanism:
        all_told = unit.below_command or phrasing("ru").pattern("heading_of_will").match(unit.section) is not None
        decisions = _with_done_below(words, decisions, lang, of_programme=not all_told)
    if in_mechanism and all(one.rule.needs_bearer and party_of(unit, words, one, lang) is None for one in decisions):
        decisions = [one for one in _laying(words, INSTRUCTION, lang) if is_of_carrying_out(words, one)]
    return of_plan(unit, words, decisions) if lang == "ru" else without_past(unit.passage.text, words, decisions)


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


def _laying(words: Sequence[Word], mood: str, lang: str) -> Iterator[Decision]:
    """The decisions that lay something down."""
    for decision in _decisions(words, mood, lang):
        told = lang == "ru" and (_is_condition(words, decision) or denies_no_deed(words, decision))
        if lays_something(decision) and not told:
            yield _on_verb(words, decision)


def _on_verb(words: Sequence[Word], decision: Decision) -> Decision:
    """A decision on its verb alone where its words say of whom or of what it is as well."""
    if decision.rule.name == BODY_DOES_NEXT:
        return replace(decision, first=decision.last)
    if decision.rule.name not in NAMED:
        return decision
    doing = max(n for n in range(1, decision.last) if words[n].tag == "to-do")
    return replace(decision, first=doing, last=doing + 1)


def _decisions(words: Sequence[Word], mood: str, lang: str) -> Iterator[Decision]:
    """What the rules decide; a Kazakh command that closes an item is closed itself where its mark was left out.

    So is a Kazakh item of what is to be done that closes in a comma.
    """
    last = len(words) - 1
    if lang == "kk" and words[last].tag == "comma" and words[last - 1].tag in ("to-do", "its-doing"):
        words = [*words[:last], words[last]._replace(tag="semicolon")]
    if lang != "kk" or words[last].tag != "imperative":
        yield from rule_book(lang).decide(words, mood)
        return
    closed = [*words, Word("", "", "stop", words[last].end, words[last].end)]
    for decision in rule_book(lang).decide(closed, mood):
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


DONE_AS_A_NORM = "done-as-a-norm"
"""The rule of what is done as a rule, nobody being named: "Тәжірибе кәсіпорында өткізіледі"."""

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
    if named is not None and named.last == own - 2 and case_of(words[own - 2]) == "":
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
