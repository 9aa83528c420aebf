"""What is done, and to what: the verb of a duty with its complements alone, and its object."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from extract.finders.duties.deeds.actions import last_verb_of_lead, tidy, verb_of_lead, without_connective
from extract.finders.duties.deeds.clauses import VERBS, Clause, Duty
from extract.finders.duties.deeds.cores import core_of
from extract.finders.duties.deeds.several import gets_only, party_text
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word, read_words, written
from extract.finders.duties.kazakh import remarks as kazakh_remarks
from extract.finders.duties.kazakh.beside import frames as kazakh_frames
from extract.finders.duties.kazakh.complements import objects as kazakh
from extract.finders.duties.kazakh.complements import shared_things
from extract.finders.duties.kazakh.deeds import extents as kazakh_extents
from extract.finders.duties.kazakh.deeds import joined as kazakh_joined
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.parties import bearers as kazakh_bearers
from extract.finders.duties.kazakh.parties.charged import laid_on
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.russian import marks
from extract.finders.duties.russian.beside.begun import begun_above
from extract.finders.duties.russian.complements import objects as russian
from extract.finders.duties.russian.complements import subjects as russian_subjects
from extract.finders.duties.russian.deeds.further import done_to_before, is_contrasted, moved_before
from extract.finders.duties.russian.parties.whoever import lacks_subject
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.times.deadlines import find_deadlines
from extract.language.russian import is_intransitive
from extract.lexicon.duties import SUBJECTS, duty_words
from extract.lexicon.phrasing import phrasing

_GAP = Word("", "", "gap", 0, 0)

_MODAL = frozenset(
    {"need", "needed", "important", "must", "recommend", "may", "entitled", "allowed", "forbidden", "planned"}
    | {"obliged", "stays", "bids", "can", "can-be", "cannot", "pledges", "charges", "needed-ahead", "able"}
)
"""Classes of words that say how much a deed binds, not what is done."""

_NEED = frozenset({"need", "must", "obliged"})
"""Classes of modal words that "болады" may stand behind: "етуге тиіс болады"."""

_DENIED = frozenset({"must", "allowed", "entitled", "may", "need", "needed-ahead", "recommend"})
"""Classes of modal words that are lifted out together with what denies them: the kind of the duty tells it."""

_OBJECTS: Mapping[str, Callable[[Sequence[Word], int, int, int], tuple[int, int] | None]] = {
    "kk": kazakh.find_object,
    "ru": russian.find_object,
}


def deed_and_object(
    unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, year: int | None
) -> tuple[str, str | None]:
    """`deed_of` and `object_of`, which look at the same words of a clause."""
    core = core_of(unit, words, duty, clause, lang, year)
    deed = _deed(unit, words, duty, clause, lang, core)
    return deed, _whole_of_lead(unit, words, duty, clause, lang, deed) or _object(unit, words, duty, clause, lang, core)


def _whole_of_lead(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, deed: str) -> str | None:
    """What a Russian item is done to where its lead-in begins it: "предусмотреть | изучение следующих курсов: уход"."""
    whole = verb_of_lead(unit, words, duty, clause, lang, whole=True) if lang == "ru" and unit.is_item else None
    if whole and (begun := _begun(unit, words, clause)):
        above, named = (written(unit.passage.text, words, places) for places in begun)
        return f"{named}{deed.removeprefix(above)}" if deed.startswith(above) else None
    verb = (verb_of_lead(unit, words, duty, clause, lang) or "") if whole else ""
    begins = bool(whole) and len(whole or "") > len(verb) and deed.lower().startswith(f"{verb} ")
    return deed[len(verb) :].lstrip() if begins else None


def _begun(unit: Unit, words: Sequence[Word], clause: Clause) -> tuple[list[int], list[int]] | None:
    """The places of what a Russian lead-in begins and its item goes on with, and of the object among them."""
    verb = last_verb_of_lead(words, clause.first)
    if verb is None:
        return None
    text = unit.passage.text[: words[clause.first].start]
    return begun_above(words, verb, clause.first, [(one.start, one.end) for one in find_deadlines(text, "ru", None)])


def deed_of(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, year: int | None) -> str:
    """The verb with its complements: without modal word, deadline, ground, purpose and cross-reference.

    "в трехмесячный срок в соответствии с Правилами необходимо утвердить план" is "утвердить план".
    """
    return _deed(unit, words, duty, clause, lang, core_of(unit, words, duty, clause, lang, year))


def _deed(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, core: list[int]) -> str:
    if lang == "kk" and (laid := _laid(words, core, duty)):
        return tidy(written(unit.passage.text, words, laid))
    said = range(1 if lang == "ru" else duty.decision.first, duty.decision.last + 1)
    chance = _chance(words, core, duty) if lang == "ru" else range(0)
    core = [n for n in core if n not in chance]
    modal = {n for n in core if n in said and _is_modal(words, n, lang) and not _is_last_verb(words, core, n)}
    if lang == "ru":  # "садам, которым нужна помощь, выдается ..."
        modal = {n for n in modal if words[n].subordinate <= words[duty.decision.last].subordinate}
    if lang == "kk":
        modal -= kazakh_extents.given_out(words, modal, duty.decision.rule.reads)
        modal |= {n for n in core if words[n].tag == "becomes" and words[n - 1].tag in _NEED and n - 1 in modal}
    if lang == "ru":
        modal |= {n - 1 for n in modal if words[n - 1].norm in phrasing(lang).words("stresses")}
        nots = {n - 1 for n in modal if words[n].tag in _DENIED}
        modal |= {n for n in nots if words[n].tag == "not"} | {n - 1 for n in modal if words[n - 1].tag == "comma"}
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
    kept = _without_names(words, kept)
    deed = tidy(without_connective(tidy(written(unit.passage.text, words, kept)), lang))
    if lang == "kk" and duty.elided and duty.party is None and kept:
        shared_verb = kazakh_joined.passive_behind(words, duty.decision.first, kept[-1])
        deed = f"{deed} {shared_verb}" if shared_verb else deed
    if lang == "kk" and duty.elided and (seen_to := kazakh_joined.verb_behind(words, duty.decision.first)):
        deed = f"{deed} {seen_to}"
    if lang == "ru" and (shared := _shared_subject(words, duty, kept)) is not None:
        deed = f"{written(unit.passage.text, words, range(shared[0], shared[1] + 1))} {deed}"
    return _with_lead(unit, words, duty, clause, lang, deed)


def _points_back(words: Sequence[Word], n: int, duty: Duty) -> bool:
    """Whether a word is but "ол" for who is named before; behind a comma it is what a passive is done to."""
    alone = duty.party is None and words[duty.decision.last].tag == "passive" and words[n - 1].tag == "comma"
    return kazakh_remarks.points_back(words, n) and not (alone and kazakh_remarks.taken_up_alone(words, n) == n)


def _without_names(words: Sequence[Word], places: Sequence[int]) -> list[int]:
    """Places without those of brackets that only say by what name a thing goes further on."""
    called = marks.called_further(words, places) | kazakh_remarks.called_further(words, places)
    return [n for n in places if n not in called]


def _with_lead(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, deed: str) -> str:
    """A deed with the verb of its lead-in or of the clause before it, where it has none of its own."""
    verb = verb_of_lead(unit, words, duty, clause, lang, whole=True) if unit.is_item else None
    if lang == "ru" and verb is not None and (begun := _begun(unit, words, clause)):
        return f"{written(unit.passage.text, words, begun[0])} {deed}"
    if lang == "ru" and duty.elided and words[duty.decision.first].tag == "dash":  # "центр – | подготовку мастеров"
        verb = next((words[n].text for n in range(duty.decision.first, 0, -1) if words[n].tag in VERBS), verb)
    if lang == "kk" and verb is not None:
        verb = _without_modal(verb)
    return deed if verb is None else f"{verb} {deed}" if lang == "ru" else f"{deed} {verb}"


def _without_modal(verb: str) -> str:
    """A Kazakh lead-in's verb without what binds behind it: "енгізу қажет" is "енгізу"; a modal word alone stays."""
    said = read_words(verb, "kk")[1:]
    while len(said) > 1 and said[-1].tag in _MODAL:
        said.pop()
    return verb[: said[-1].end]


def _laid(words: Sequence[Word], core: Sequence[int], duty: Duty) -> list[int]:
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
    return russian_subjects.shared_subject(words, verb)


def _is_modal(words: Sequence[Word], n: int, lang: str) -> bool:
    """Whether a word says how much a deed binds, not what is done."""
    if lang == "kk" and kazakh_remarks.goes_on_doing(words, n):
        return False
    if lang == "ru" and marks.tells_itself(words, n):
        return False
    if lang == "ru" and n == 1 and words[n].norm in phrasing(lang).words("permits"):
        return any(word.tag in VERBS for word in words[n + 1 :])
    if lang == "kk" and words[n].norm in phrasing(lang).words("plans") and words[n - 1].tag != "to-do":
        return False  # "шығыстарды жоспарлайды"
    return words[n].tag in _MODAL or (lang == "kk" and kazakh_extents.binds_by_itself(words, n))


_AND_OR = phrasing("ru").words("and_or")
_NO_VOTE = "has-no-vote"
"""The Russian rule of who has no vote: "не имеет права голоса"."""


def _chance(words: Sequence[Word], core: Sequence[int], duty: Duty) -> range:
    """The words before an infinitive that only say that one may: "имеют возможность", "будет предоставлено право".

    And what a clause before one of a vote tells.
    """
    first, last = duty.decision.first, duty.decision.last
    own = {word.tag for word in words[first : last + 1]}
    if duty.decision.rule.name == _NO_VOTE:  # "не входит в него | и не имеет права голоса"
        return range(core[0] if core else first, first) if words[first - 1].norm in _AND_OR else range(0)
    if duty.decision.rule.name == "should-not" and not own & _DENIED and not duty.elided:
        return range(first, first + 2)  # "не стоит | рвать розы"
    if duty.decision.rule.reads == "prohibition" and "have" in own:
        verb = next(
            (n for n in range(first, last + 1) if words[n].tag in ("infinitive", "effect-infinitive")), last + 1
        )
        return range(first, verb)  # "не имеет права | закрывать"
    if duty.decision.rule.reads != "permission" or not own & {"right", "possibility"} or gets_only(words, duty):
        return range(0)
    done = any(not first <= n <= last and words[n].tag in ("infinitive", "effect-infinitive") for n in core)
    return range(first, last + 1) if done else range(0)


def object_of(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, year: int | None) -> str | None:
    """What the deed is done to ("1,5 млн новых мест", "қағидалар" of "қағидалар бекітілсін"); None where unclear."""
    return deed_and_object(unit, words, duty, clause, lang, year)[1]


def _object(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, core: list[int]) -> str | None:
    if lang == "kk":
        beside = set(range(clause.first, clause.last + 1)) - set(core)
        means = kazakh_frames.means(words, clause.first, min(duty.decision.last, clause.last), beside)
        core = [n for n in core if n not in means]
    if not core:
        return None
    whole = _laid(words, core, duty) if lang == "kk" else []
    whole = [n for n in whole if n >= phrase_start(words, whole[-1], clause.first)]
    if duty.elided and duty.party and lang == "kk":  # its verb stands behind: what it is done to closes its words
        done_to = next((n for n in reversed(core) if case_of(words[n]) == "accusative"), core[-1])
        whole = list(range(phrase_start(words, done_to, clause.first), done_to + 1))
    if gets_only(words, duty):
        whole = [n for n in core if n >= duty.decision.last]
    if whole:
        return tidy(written(unit.passage.text, words, whole)) or None
    at = _with_gaps(core) if lang == "kk" else [0, *core]
    short = [Word("", "", "start", 0, 0), *(words[n] if n else _GAP for n in at[1:])]
    inside = [n for n, place in enumerate(at) if n and duty.decision.first <= place <= duty.decision.last]
    first, last = (inside[0], inside[-1]) if inside else (len(short) - 1, len(short) - 1)
    if lang == "kk" and unit.is_item and verb_of_lead(unit, words, duty, clause, lang) is not None:
        named = kazakh.named_object(short, len(short) - 1)
        return _said(unit, words, at, named) if named else None
    if lang == "ru" and duty.elided and words[duty.decision.first].tag == "word":  # "..., | обучение мастеров"
        first = last = 0
    if not inside and lang == "ru":
        right = russian.right_to(short) if duty.decision.rule.reads == "permission" else None
        done = _said(unit, words, at, right) if right else _subject_of_lead(unit, words, duty, clause)
        if done is not None:
            return done
        first = last = 0
    found = _OBJECTS[lang](short, first, last, len(short) - 1)
    if found is None and lang == "ru" and duty.party is not None:
        found = russian.object_before(short, last) if duty.party.first > duty.decision.last else None
        found = found or _before_verb(short, at, duty, last)
    elif found is None and lang == "ru" and lacks_subject(short, last):
        found = russian.object_before(short, last)
    if found is None:
        return _of_sentence(unit, words, duty) if lang == "ru" else _of_deed_before(unit, words, duty, clause, core[0])
    return _said(unit, words, at, found)


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
    return _object(unit, words, before, clause, "kk", core_of(unit, words, before, clause, "kk", None))


def _of_sentence(unit: Unit, words: Sequence[Word], duty: Duty) -> str | None:
    """What a Russian deed is done to by what else its sentence says: who is subject to it, what a passive shares."""
    decision = duty.decision
    admitted = words[decision.last].tag == "allowed" and marks.admits(words, decision.last)
    if admitted or words[decision.last].norm in phrasing("ru").words("subject_to"):
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
    places = _without_names(words, [n for n in at[found[0] : found[1] + 1] if n])
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
    if not unit.is_item or duty.decision.last >= clause.first or words[duty.decision.last].tag != "passive" or not lead:
        return None
    if words[clause.first].norm not in phrasing("ru").words("how"):
        return None
    found = russian.find_object(words[: clause.first], duty.decision.first, duty.decision.last, lead[-1])
    return tidy(written(unit.passage.text, words, range(found[0], found[1] + 1))) or None if found else None


def _is_last_verb(words: Sequence[Word], core: Sequence[int], place: int) -> bool:
    """Whether a modal word is all there is to say what is done: "ответы предлагаются"."""
    return not any(words[n].tag in VERBS or words[n].tag == "word" for n in core if n != place)


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
