"""What a deed is done to: "1,5 млн новых мест", "қағидалар" of "қағидалар бекітілсін"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.deeds.actions import tidy, verb_of_lead
from extract.finders.duties.deeds.clauses import Clause, Duty, gets_only
from extract.finders.duties.deeds.cores import core_of
from extract.finders.duties.deeds.wording import begun_by_lead, deed_of, laid_on_somebody, without_names
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word, party_text, written
from extract.finders.duties.kazakh.beside import frames as kazakh_frames
from extract.finders.duties.kazakh.complements import objects as kazakh
from extract.finders.duties.kazakh.complements import shared_things
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.parties import bearers as kazakh_bearers
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.russian import marks
from extract.finders.duties.russian.complements import objects as russian
from extract.finders.duties.russian.complements import subjects as russian_subjects
from extract.finders.duties.russian.deeds.shared_things import done_to_before, is_contrasted, moved_before
from extract.finders.duties.russian.parties.undergone import is_undergone_by, lead_of_item
from extract.finders.duties.russian.parties.whoever import lacks_subject
from extract.finders.duties.sentences.unit import Unit
from extract.language.russian import is_intransitive
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing

_GAP = Word("", "", "gap", 0, 0)


def deed_and_object(
    unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, year: int | None
) -> tuple[str, str | None]:
    """What a duty does, and what that is done to; the object is None where it is unclear.

    "қағидалар бекітілсін" is done to "қағидалар".
    """
    core = core_of(unit, words, duty, clause, lang, year)
    deed = deed_of(unit, words, duty, clause, lang, core)
    return deed, _whole_of_lead(unit, words, duty, clause, lang, deed) or _object(unit, words, duty, clause, lang, core)


def _whole_of_lead(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, deed: str) -> str | None:
    """What a Russian item is done to where its lead-in begins it: "предусмотреть | изучение следующих курсов: уход"."""
    whole = verb_of_lead(unit, words, duty, clause, lang, whole=True) if lang == "ru" and unit.is_item else None
    if whole and (begun := begun_by_lead(unit, words, clause)):
        above, named = (written(unit.passage.text, words, places) for places in begun)
        return f"{named}{deed.removeprefix(above)}" if deed.startswith(above) else None
    verb = (verb_of_lead(unit, words, duty, clause, lang) or "") if whole else ""
    begins = bool(whole) and len(whole or "") > len(verb) and deed.lower().startswith(f"{verb} ")
    return deed[len(verb) :].lstrip() if begins else None


def _object(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, core: list[int]) -> str | None:
    find = _in_kazakh if lang == "kk" else _in_russian
    return find(unit, words, duty, clause, core)


def _in_kazakh(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, core: list[int]) -> str | None:
    """The object of a Kazakh deed: all of what is laid on somebody, what its verb governs, or the deed before."""
    beside = set(range(clause.first, clause.last + 1)) - set(core)
    means = kazakh_frames.means(words, clause.first, min(duty.decision.last, clause.last), beside)
    core = [n for n in core if n not in means]
    if not core:
        return None
    whole = laid_on_somebody(words, core, duty)
    whole = [n for n in whole if n >= phrase_start(words, whole[-1], clause.first)]
    if duty.elided and duty.party:  # its verb stands behind: what it is done to closes its words
        done_to = next((n for n in reversed(core) if case_of(words[n]) == "accusative"), core[-1])
        whole = list(range(phrase_start(words, done_to, clause.first), done_to + 1))
    if gets_only(words, duty):
        whole = [n for n in core if n >= duty.decision.last]
    if whole:
        return tidy(written(unit.passage.text, words, whole)) or None
    at = _with_gaps(core)
    short = _words_at(words, at)
    if unit.is_item and verb_of_lead(unit, words, duty, clause, "kk") is not None:
        named = kazakh.named_object(short, len(short) - 1)
        return _said(unit, words, at, named) if named else None
    inside = _verb_among(at, duty)
    first, last = (inside[0], inside[-1]) if inside else (len(short) - 1, len(short) - 1)
    found = kazakh.find_object(short, first, last, len(short) - 1)
    return _said(unit, words, at, found) if found else _of_deed_before(unit, words, duty, clause, core[0])


def _in_russian(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, core: list[int]) -> str | None:
    """The object of a Russian deed: what its verb governs, what its lead-in or its sentence says besides."""
    if not core:
        return _subject_of_lead(unit, words, duty, clause)
    if gets_only(words, duty) and (whole := [n for n in core if n >= duty.decision.last]):
        return tidy(written(unit.passage.text, words, whole)) or None
    at = [0, *core]
    short = _words_at(words, at)
    inside = _verb_among(at, duty)
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    if duty.elided and words[duty.decision.first].tag == "word":  # "..., | обучение мастеров"
        first = last = 0
    if not inside:
        right = russian.right_to(short) if duty.decision.rule.reads == "permission" else None
        done = _said(unit, words, at, right) if right else _subject_of_lead(unit, words, duty, clause)
        if done is not None:
            return done
    found = russian.find_object(short, first, last, len(short) - 1)
    if found is None and duty.party is not None:
        found = russian.object_before(short, last) if duty.party.first > duty.decision.last else None
        found = found or _before_verb(short, at, duty, last)
    elif found is None and lacks_subject(short, last):
        found = russian.object_before(short, last)
    return _said(unit, words, at, found) if found else _of_sentence(unit, words, duty)


def _words_at(words: Sequence[Word], at: Sequence[int]) -> list[Word]:
    """The words of a core as a sentence of their own, a gap where others were left out."""
    return [Word("", "", "start", 0, 0), *(words[n] if n else _GAP for n in at[1:])]


def _verb_among(at: Sequence[int], duty: Duty) -> list[int]:
    """Where the words of a duty's decision stand among those of its core."""
    return [n for n, place in enumerate(at) if n and duty.decision.first <= place <= duty.decision.last]


def _of_deed_before(unit: Unit, words: Sequence[Word], duty: Duty, further: Clause, begin: int) -> str | None:
    """What the Kazakh deed before a further clause is done to, where the clause goes on with it."""
    last = min(duty.decision.last, further.last)
    verb = shared_things.verb_before(words, further.first, last) or shared_things.verb_before(words, begin, last)
    if verb is None:
        behind = duty.party.last + 1 if duty.party and duty.party.last < further.first else 1
        named = shared_things.thing_of_lead(words, behind, further.first, last) if unit.is_item else None
        return _said(unit, words, range(len(words)), named) if named else None
    first = next((n for n, word in enumerate(words) if n and word.start >= unit.own_start), 1)
    first = max([first, *(n + 1 for n in range(first, verb) if words[n].tag == "semicolon")])
    does = words[verb].tag == "present" and duty.party is None  # "[маман] тізімді жасайды және | келісіледі"
    party = kazakh_bearers.find_party(words, "actor", verb, verb) if does else duty.party
    before, clause = Duty(Decision(duty.decision.rule, verb, verb), party), Clause(first, verb)
    return _in_kazakh(unit, words, before, clause, core_of(unit, words, before, clause, "kk", None))


def _of_sentence(unit: Unit, words: Sequence[Word], duty: Duty) -> str | None:
    """What a Russian deed is done to by what else its sentence says: who is subject to it, what a passive shares."""
    decision = duty.decision
    admitted = words[decision.last].tag == "allowed" and marks.admits(words, decision.last)
    undergoes = words[decision.last].norm in phrasing("ru").words("subject_to")
    if admitted or (undergoes and not is_undergone_by(words, decision.last, duty.party)):
        return party_text(unit.passage.text, words, duty.party)
    if (before := moved_before(words, decision.last)) and not (duty.party and before[0] <= duty.party.last):
        return _said(unit, words, range(len(words)), before)
    if is_contrasted(words, decision.last):  # "мусор вывезти, а не | сжигать"
        before = done_to_before(words, decision.last)
        apart = before and not (duty.party and duty.party.first <= before[0] <= duty.party.last)
        return _said(unit, words, range(len(words)), before) if before and apart else None
    if not russian_subjects.is_of_subject(words, decision.first, decision.last):
        return None
    shared = russian_subjects.antecedent(words, decision.first)
    if shared is None and not words[decision.first].subordinate:
        shared = russian_subjects.shared_subject(words, decision.first)
    if shared is not None and duty.party is not None and shared[0] <= duty.party.head <= shared[1]:
        return None
    return _said(unit, words, range(len(words)), shared) if shared else None


def _before_verb(words: Sequence[Word], at: Sequence[int], duty: Duty, verb: int) -> tuple[int, int] | None:
    """What stands before an active verb whose doer is known: "Заявление | родители подают", "Родители заявление | ..."

    By its form it may be a subject, too; `at` are the places of the words.
    """
    party = duty.party
    if party is None or duty.decision.rule.bearer not in SUBJECTS or party.first >= duty.decision.first:
        return None
    found = russian.object_before(words, verb)
    if found is None:
        return None
    opens = party.first > 1 and at[found[1]] < party.first
    beside = at[found[0]] > party.last and not is_intransitive(words[verb].norm)
    return found if opens or beside else None


def _said(unit: Unit, words: Sequence[Word], at: Sequence[int], found: tuple[int, int]) -> str | None:
    """The words from one place of a core to another, as they stand."""
    places = without_names(words, [n for n in at[found[0] : found[1] + 1] if n])
    return tidy(written(unit.passage.text, words, places)) or None


def _with_gaps(core: Sequence[int]) -> list[int]:
    """The places of a core behind 0, with 0 again where words of it were left out: no phrase reaches over them."""
    places = [0]
    for n in core:
        if places[-1] and n != places[-1] + 1:
            places.append(0)
        places.append(n)
    return places


def _subject_of_lead(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause) -> str | None:
    """What is done in a passive lead-in whose items only say how: "Удостоверение выдается: 1) за подписью ..."."""
    lead = [n for n in range(1, clause.first) if words[n].tag != "stop"]
    if not unit.is_item or duty.decision.last >= clause.first or not lead:
        return None
    by_item = lead_of_item(words, duty.decision.last, clause.first) > 0
    if words[duty.decision.last].tag != "passive" and not by_item:
        return None
    if words[clause.first].norm not in phrasing("ru").words("how") and not by_item:
        return None
    found = russian.find_object(words[: clause.first], duty.decision.first, duty.decision.last, lead[-1])
    return tidy(written(unit.passage.text, words, range(found[0], found[1] + 1))) or None if found else None
