"""What opens a Russian clause before its deed: conditions, times, grounds, who takes part."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.governed import AND_OR, FINITE_VERBS, INFINITIVES, is_adverb, is_attribute
from extract.finders.duties.russian.kinds import is_preposition
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def leads(words: Sequence[Word], first: int, predicate: int, party: int) -> int:
    """The place behind a condition, a time or a ground that opens a clause; its first place where none does.

    "При смене погоды, в случаях, предусмотренных планом, | сад отменяет полив", "Если пойдет дождь, то | ...".
    """
    thens = [n for n in range(first, predicate) if words[n].norm in _WORDING.words("then")]
    if thens and (thens[0] == first or words[first].norm in _WORDING.words("if")):
        return thens[0] + 1
    if (
        reached := _behind_if(words, first, predicate)
        or _behind_ground(words, first, predicate)
        or _behind_part(words, first, predicate)
        or _behind_place(words, first, predicate)
        or _up_to_needed(words, first, predicate)
    ):
        return reached
    if not opens_lead(words, first):
        return first
    if first < party < predicate:
        return party
    marked = words[predicate - 1].tag in ("comma", "dash")
    if marked and words[predicate].tag in _SAYS_HOW_MUCH and predicate > first + 1:
        return predicate
    acts = (words[predicate].tag in _ACTS and party < first) or _binds_doer(words, predicate)
    place = _up_to_doing(words, first, predicate) if acts else first
    place = place if place > first else _up_to_subject(words, first, predicate)
    return min(place, _told_before(words, first, predicate))


def _told_before(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place of what is let or banned, told before that: "После отбоя | включать свет нельзя"."""
    if words[predicate].tag not in ("forbidden", "allowed", "need", "may"):
        return predicate
    verbs = (n for n in range(first + 2, predicate) if words[n].tag in INFINITIVES and not words[n].subordinate)
    verb = next(verbs, predicate)
    asked = {lemma for lemma, *_ in readings(words[verb - 1].norm)} & _WORDING.words("asks_infinitive")
    return predicate if asked else verb - (words[verb - 1].tag == "not")


def _behind_if(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place behind a clause of "если" that opens another: "Если сад закрыт, | о поливе сообщается"; else 0."""
    if words[first].norm not in _WORDING.words("if"):
        return 0
    close = next((n for n in range(first + 1, predicate) if not words[n].subordinate), 0)
    return close + 1 if close and words[close].tag == "comma" else 0


def _behind_place(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place behind where something is so that a clause opens with: "В районах, где нет прудов, | сад"; else 0."""
    where = next((n for n in range(first + 2, min(first + _PLACE, predicate)) if words[n].tag == "relative"), 0)
    if not where or words[first].norm not in _WORDING.words("stands_in"):
        return 0
    if words[where].norm not in _WORDING.words("where") or words[where - 1].tag != "comma":
        return 0
    close = next((n for n in range(where + 1, predicate) if not words[n].subordinate), 0)
    return close + 1 if close and words[close].tag == "comma" else 0


_PLACE = 8
"""Words that a place at a clause's opening has before "где"."""


def _up_to_doing(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place of what somebody must do who is named elsewhere: "при выгуле собак | должны соблюдать тишину".

    The first place where what it is done to, or a subject, stands before the verb.
    """
    place = predicate
    while place - 1 > first and (is_adverb(words[place - 1]) or words[place - 1].tag == "not"):
        place -= 1
    for n in range(first + 1, place):
        word = words[n]
        if word.tag in FINITE_VERBS and not word.subordinate:
            return first
        free = is_case(word, "accs", NOUNS) and not is_case(word, "gent") and not is_preposition(word)
        k = n - 1
        while k > first and is_attribute(words[k]) and not is_preposition(words[k]):
            k -= 1
        joined = words[k].norm in AND_OR or words[k].tag == "comma"
        if free and not is_preposition(words[k]) and not joined:
            return first
    return place


def _binds_doer(words: Sequence[Word], n: int) -> bool:
    """Whether a predicate is of what somebody does: an infinitive, or what he must or may do, and no passive."""
    behind = words[n + 1] if n + 1 < len(words) else words[n]
    done = behind.norm in _WORDING.words("be") or _WORDING.pattern("reflexive_infinitive").search(behind.norm)
    return words[n].tag in INFINITIVES | {"mind"} or (words[n].tag in ("must", "may", "entitled") and not done)


_ACTS = frozenset({"present", "future"})


def is_connective(words: Sequence[Word]) -> bool:
    """Whether words only join a sentence to the one before it: "Кроме того,"."""
    return " ".join(word.norm for word in words if word.tag != "comma") in duty_words("ru").connectives


def inserted_condition(words: Sequence[Word], first: int, predicate: int, party: int) -> set[int]:
    """The places of a condition between what a clause is of and its predicate, or who acts (`party`).

    "Занятия | в случаях введения карантина, на срок запрета, | проводятся"; adverbs before the predicate are its own.
    """
    end = party if first < party < predicate else predicate
    pairs = (n for n in range(first + 1, end - 1) if f"{words[n].norm}-{words[n + 1].norm}" in _CASES)
    opens = next((n for n in pairs if not words[n].subordinate), end)
    while end > opens and is_adverb(words[end - 1]):
        end -= 1
    return set(range(opens, end))


_CASES = _WORDING.words("cases")


def _behind_ground(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place behind a gerund's ground, or before what is needed: "Учитывая рост, | саду", "чтобы расти, | нужна".

    0 where no such ground opens the clause.
    """
    comma = next((n for n in range(predicate - 1, first, -1) if words[n].tag == "comma"), 0)
    if not comma:
        return 0
    if words[first].norm in _WORDING.words("leads_to_comma"):
        return comma + 1
    torn = comma == predicate - 2 and opens_lead(words, first) and is_case(words[comma + 1], "gent", _OWNERS)
    if torn and not is_case(words[comma + 1], "datv", _OWNERS) and words[predicate].tag == "need":
        return predicate  # "С учетом интересов, учащихся | необходимо"
    if comma != predicate - 1 or words[predicate].tag not in ("need", "needed"):
        return 0
    behind = words[comma - 1].subordinate and words[predicate].tag == "needed"
    another = any(word.tag in _CLAUSES and not word.subordinate for word in words[first:comma])
    return predicate if behind or another else 0  # "Важен общий подход, | необходимо обновить план"


_OWNERS = frozenset({"NOUN", "PRTF"})
_CLAUSES = FINITE_VERBS | {"short-adjective", "past", "stative"}
"""Classes of words that a clause of its own turns on."""


def _behind_part(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place behind who takes part in what is bidden: "совместно с садами, школами | обеспечить"; else 0."""
    pair = f"{words[first].norm}-{words[first + 1].norm}" if first + 1 < len(words) else ""
    verb = next((n for n in range(first, len(words)) if words[n].tag in INFINITIVES), 0)
    if pair in _WORDING.words("closed_condition") and first + 2 <= predicate:
        return first + 2  # "при необходимости | в план вносятся ..."
    if pair not in _WORDING.words("takes_part") or not first < verb <= predicate:
        return 0
    told = words[first + 2 : verb]
    return 0 if any(word.tag in FINITE_VERBS or is_preposition(word) for word in told) else verb


def _up_to_needed(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place of what is needed, behind what opens its clause: "При поливе | обязательным является учет"; else 0."""
    place = predicate
    while place > first and words[place - 1].tag == "needed":
        place -= 1
    if words[predicate].tag != "needed" or not opens_lead(words, first):
        return 0
    if phrase_before(words, place, "nomn") is not None:
        return 0
    return place if phrase_from(words, predicate + 1, len(words) - 1, "nomn") is not None else 0


def _up_to_recipient(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place of who gets what a passive gives, behind a condition: "В случае подачи, | мастеру выдается"; else 0."""
    pair = f"{words[first].norm}-{words[first + 1].norm}"
    place = predicate - 1
    if pair not in _WORDING.words("in_case") or words[predicate].tag != "passive" or place <= first + 2:
        return 0
    if not is_case(words[place], "datv", NOUNS) or is_case(words[place], "gent", NOUNS):
        return 0
    while place - 1 > first + 1 and is_attribute(words[place - 1]) and is_case(words[place - 1], "datv"):
        place -= 1
    given = phrase_from(words, predicate + 1, min(predicate + _GIVEN, len(words) - 1), "nomn")
    return place if given is not None and given[0] == predicate + 1 else 0


_GIVEN = 4
"""Words behind a verb of giving in which what is given opens."""


def _up_to_subject(words: Sequence[Word], first: int, predicate: int) -> int:
    """The place of what a passive is said of, behind what opens its clause; the first place where nothing does."""
    led = words[first].norm in _WORDING.words("leads_to_subject") and words[predicate].tag in _OF_SUBJECTS
    taken_up = _WORDING.words("pronouns_of_doers")
    it = next((n for n in range(first + 2, predicate) if words[n].norm in taken_up), None)
    if led and it is not None and not any(word.tag in FINITE_VERBS or word.tag == "comma" for word in words[first:it]):
        return it  # "При поливе роз | они обрезаются"
    if recipient := _up_to_recipient(words, first, predicate):
        return recipient
    subject = phrase_before(words, predicate, "nomn") if led else None
    if subject is None or subject[0] <= first + 1:
        return first
    told = words[first : subject[0]]
    listed = any(word.tag == "comma" for word in told) and told[-1].tag != "comma"
    return first if listed or any(word.tag in FINITE_VERBS for word in told) else subject[0]


_OF_SUBJECTS = frozenset({"passive", "participle", "must", "allowed", "forbidden", "proceed-future", "lays"})
_SAYS_HOW_MUCH = frozenset({"need", "planned", "important", "recommend", "infinitive", "effect-infinitive"})


def opens_lead(words: Sequence[Word], n: int) -> bool:
    """Whether a clause opens with words of condition, time or ground: "При", "По окончании", "В ... время"."""
    if n + 2 >= len(words) or words[n + 1].norm in _WORDING.words("this"):
        return False
    if words[n].norm in _WORDING.words("leads_clause"):
        return True
    pairs = {f"{words[n].norm}-{words[n + k].norm}" for k in (1, 2)}
    return not pairs.isdisjoint(_WORDING.words("opens_aside") | _WORDING.words("opens_condition"))


def told_first(words: Sequence[Word], first: int, predicate: int) -> set[int]:
    """The places of what a subject is or has, told before what is done: "| имеет голос, | платит взносы"."""
    verbs = (n for n in range(first + 1, predicate) if words[n].norm in _WORDING.words("has_being"))
    being = next((n for n in verbs if not words[n].subordinate), None)
    joint = predicate - 1
    while being is not None and joint > being and is_adverb(words[joint]):
        joint -= 1
    if being is None or not (words[joint].tag == "comma" or words[joint].norm in AND_OR):
        return set()
    return set(range(being, joint + 1))


def rest_of_party(words: Sequence[Word], n: int, last: int) -> set[int]:
    """The places of a relative clause of who acts whose comma stands awry: "директор | в ведении, которого"."""
    if n + 3 > last or not is_preposition(words[n]) or words[n + 2].tag != "comma" or words[n + 3].tag != "relative":
        return set()
    return set(range(n, next((k for k in range(n + 3, last + 1) if not words[k].subordinate), last + 1)))
