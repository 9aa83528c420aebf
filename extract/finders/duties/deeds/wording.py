"""What is done, in the words of a text: the verb of a duty with its complements alone."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.deeds.actions import last_verb_of_lead, tidy, verb_of_lead, without_connective
from extract.finders.duties.deeds.clauses import VERBS, Clause, Duty
from extract.finders.duties.deeds.modals import modals_among, without_modal
from extract.finders.duties.grammar.words import Word, written
from extract.finders.duties.kazakh import remarks as kazakh_remarks
from extract.finders.duties.kazakh.deeds import extents as kazakh_extents
from extract.finders.duties.kazakh.deeds import shared_verbs
from extract.finders.duties.kazakh.parties.charged import laid_on
from extract.finders.duties.russian import marks
from extract.finders.duties.russian.beside.begun import begun_above
from extract.finders.duties.russian.complements import subjects as russian_subjects
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.times.deadlines import find_deadlines
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing


def begun_by_lead(unit: Unit, words: Sequence[Word], clause: Clause) -> tuple[list[int], list[int]] | None:
    """The places of what a Russian lead-in begins and its item goes on with, and of the object among them."""
    verb = last_verb_of_lead(words, clause.first)
    if verb is None:
        return None
    text = unit.passage.text[: words[clause.first].start]
    return begun_above(words, verb, clause.first, [(one.start, one.end) for one in find_deadlines(text, "ru", None)])


def deed_of(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, core: Sequence[int]) -> str:
    """The verb with its complements: without modal word, deadline, ground, purpose and cross-reference.

    "в трехмесячный срок в соответствии с Правилами необходимо утвердить план" is "утвердить план"; `core` are the
    places of the clause's words without those that stand beside its deed.
    """
    if lang == "kk" and (laid := laid_on_somebody(words, core, duty)):
        return tidy(written(unit.passage.text, words, laid))
    modal = modals_among(words, core, duty, lang)
    kept = [n for n in core if n not in modal and words[n].tag != "tense"]
    if lang == "ru" and duty.party is not None and duty.party.first - 1 in kept:  # "посадить липы | силами | школы"
        by = words[duty.party.first - 1]
        kept = [n for n in kept if words[n] is not by or by.norm not in phrasing("ru").words("by_forces")]
    kept = [n for n in kept if words[n].tag != "contrast" or n - 1 in kept]
    while kept and (words[kept[-1]].tag == "not" or words[kept[-1]].norm in phrasing(lang).words("negates")):
        kept.pop()
    kept = marks.without_joint(words, kept) if lang == "ru" else kazakh_extents.without_what_binds(words, kept)
    if lang == "kk" and len(kept) > 1 and modal and words[kept[-1]].norm in phrasing(lang).words("particles"):
        kept.pop()  # "өткен соң ғана [мүмкін]"
    while kept and (
        words[kept[0]].tag in ("comma", "conjunction", "dash", "colon", "that")
        or _is_connective(words, kept, lang)
        or (lang == "kk" and len(kept) > 1 and _points_back(words, kept[0], duty))
    ):
        kept.pop(0)
    kept = without_names(words, kept)
    deed = tidy(without_connective(tidy(written(unit.passage.text, words, kept)), lang))
    if lang == "kk" and duty.elided and duty.party is None and kept:
        done = shared_verbs.passive_behind(words, duty.decision.first, kept[-1])
        deed = f"{deed} {done}" if done else deed
    if lang == "kk" and duty.elided and (seen_to := shared_verbs.verb_behind(words, duty.decision.first)):
        deed = f"{deed} {seen_to}"
    if lang == "ru" and (shared := _shared_subject(words, duty, kept)) is not None:
        deed = f"{written(unit.passage.text, words, range(shared[0], shared[1] + 1))} {deed}"
    return _with_lead(unit, words, duty, clause, lang, deed)


def _points_back(words: Sequence[Word], n: int, duty: Duty) -> bool:
    """Whether a word is but "ол" for who is named before; behind a comma it is what a passive is done to."""
    alone = duty.party is None and words[duty.decision.last].tag == "passive" and words[n - 1].tag == "comma"
    return kazakh_remarks.points_back(words, n) and not (alone and kazakh_remarks.taken_up_alone(words, n) == n)


def without_names(words: Sequence[Word], places: Sequence[int]) -> list[int]:
    """Places without those of brackets that only say by what name a thing goes further on."""
    called = marks.called_further(words, places) | kazakh_remarks.called_further(words, places)
    return [n for n in places if n not in called]


def _with_lead(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, deed: str) -> str:
    """A deed with the verb of its lead-in or of the clause before it, where it has none of its own."""
    verb = verb_of_lead(unit, words, duty, clause, lang, whole=True) if unit.is_item else None
    if lang == "ru" and verb is not None and (begun := begun_by_lead(unit, words, clause)):
        return f"{written(unit.passage.text, words, begun[0])} {deed}"
    if lang == "ru" and duty.elided and words[duty.decision.first].tag == "dash":  # "центр – | подготовку мастеров"
        verb = next((words[n].text for n in range(duty.decision.first, 0, -1) if words[n].tag in VERBS), verb)
    if lang == "kk" and verb is not None:
        verb = without_modal(verb)
    return deed if verb is None else f"{verb} {deed}".rstrip() if lang == "ru" else f"{deed} {verb}"


def laid_on_somebody(words: Sequence[Word], core: Sequence[int], duty: Duty) -> list[int]:
    """The words of what is laid on somebody in Kazakh, before him or before its verb: "орындалуын бақылау"."""
    if duty.decision.rule.bearer != "charged":
        return []
    laid = laid_on(words, duty.decision.first, duty.decision.last)
    return [n for n in core if n <= laid]


def _shared_subject(words: Sequence[Word], duty: Duty, kept: Sequence[int]) -> tuple[int, int] | None:
    """What a passive that opens its clause shares with the one before it: "План составляется и | утверждается"."""
    verb = duty.decision.last
    if (
        words[verb].tag != "passive"
        or words[verb].subordinate
        or not kept
        or kept[0] != verb
        or russian_subjects.object_behind(words, verb)
    ):
        return None
    shared = russian_subjects.shared_subject(words, verb)
    own = shared is not None and duty.party is not None and shared[0] <= duty.party.head <= shared[1]
    return None if own else shared  # "Мастера допускаются к поливу и | аттестуются"


def _is_connective(words: Sequence[Word], kept: Sequence[int], lang: str) -> bool:
    word = words[kept[0]]
    behind = words[kept[1]].norm if len(kept) > 1 else ""
    if lang == "ru" and phrasing(lang).pattern("so_called").match(f"{word.norm} {behind}"):
        return False
    return (
        word.tag == "contrast"
        or word.norm in duty_words(lang).connectives
        or word.norm in phrasing(lang).words("joins")
    )
