"""What is to be done, in the text's own words: a duty's clause, without its bearer and without the other duties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.finders.duties.carried import of_further
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.joined import behind_lead, behind_seen_to, deeds_before, last_joined
from extract.finders.duties.kazakh.parties.subjects import find_contrast, find_second_subject, find_second_thing
from extract.finders.duties.kazakh.verbs import has_subject_alone
from extract.finders.duties.russian.apart import DONE, own_subject
from extract.finders.duties.russian.asked import is_doing
from extract.finders.duties.russian.beside.closing import before_fact
from extract.finders.duties.russian.clauses import are_its_parts
from extract.finders.duties.russian.further import further_verbs
from extract.finders.duties.russian.governed import joins_attributes
from extract.finders.duties.russian.parties.addressees import further_bidden
from extract.finders.duties.russian.parties.bearers import find_subject_before
from extract.finders.duties.units import Unit
from extract.language.russian import is_intransitive
from extract.lexicon.duties import SUBJECTS, duty_words
from extract.lexicon.phrasing import phrasing

VERBS = frozenset(
    {"infinitive", "effect-infinitive", "passive", "present", "future", "participle", "proceed-future", "effect"}
    | {"imperative", "to-do", "towards-doing", "its-doing", "past"}
)
"""Classes of words that say themselves what is done."""

SEPARATES = frozenset({"comma", "semicolon", "conjunction", "contrast"})
"""Classes of words that part one clause from another."""

_TIDY = (
    (re.compile(r"\s+([,;:.)])"), r"\1"),
    (re.compile(r",(?:\s*,)+"), ","),
    (re.compile(r"\(\s*\)"), ""),
    (re.compile(r"\(\s+"), "("),
    (re.compile(r"\A\s*\)\s*"), ""),
)


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of a sentence before it is a record: the decision that gave it, and the party it names.

    `elided` tells that its verb is the other's: "..., центр – подготовку"; in Kazakh that behind it. `bound_behind` is
    the decision of a Kazakh deed behind it that says how much it binds, too: "сад салу, мектеп ашу қажет". `carried`
    tells that its deed is its own, while the action of the duty before it goes on with its words: "необходимо обновить
    план и провести учет" is one action of two deeds.
    """

    decision: Decision
    party: Party | None
    elided: bool = False
    bound_behind: Decision | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a unit (first and last, inclusive) that are one duty's, and the words before them in a lead-in."""

    first: int
    last: int


def with_elided(words: Sequence[Word], duties: list[Duty], lang: str) -> list[Duty]:
    """The duties of a sentence with those that share another's verb."""
    if lang == "kk":
        shared = _of_two_subjects(words, duties)
        apart = ((*_bound_before(words, duty), *_commands(words, duty, duties)) for duty in duties)
        return shared or [one for several in apart for one in several]
    duties = [*duties, *_further(words, duties)]
    if len(duties) != 1 or duties[0].party is None:
        return duties
    return [*duties, *_elided(words, duties[0])]


def _of_two_subjects(words: Sequence[Word], duties: Sequence[Duty]) -> list[Duty]:
    """The duties of two Kazakh subjects that share the verb behind them; none where there is but one."""
    whole = duties[0] if len(duties) == 1 else None
    second: tuple[int, Party | None] | None = None
    if whole is not None and whole.party is None:
        second = find_second_thing(words, whole.decision.first)
    elif whole is not None and whole.party and whole.decision.rule.bearer in SUBJECTS:
        second = find_second_subject(words, whole.party.last, whole.decision.first)
    if whole is not None and second is None:
        contrast = find_contrast(words, whole.decision.first)
        second = (contrast, whole.party) if contrast is not None else None
    if whole is None or second is None:
        return []
    comma, party = second
    shared = Duty(Decision(whole.decision.rule, comma, comma), whole.party, elided=True)
    return [shared, Duty(whole.decision, party)]


def _bound_before(words: Sequence[Word], duty: Duty) -> Iterator[Duty]:
    """Kazakh deeds that stand before the one that is bound: "сад салу, сондай-ақ мектеп ашу жоспарлануда"."""
    whole = duty.decision
    if (joint := behind_seen_to(words, whole.first)) is not None:
        yield Duty(Decision(whole.rule, joint, joint), duty.party, elided=True)
    for n in deeds_before(words, whole.first, whole.last):
        yield Duty(Decision(whole.rule, n, n), duty.party, bound_behind=whole)


def _commands(words: Sequence[Word], duty: Duty, duties: Sequence[Duty]) -> Iterator[Duty]:
    """A duty, or one for each command of several in a Kazakh sentence: "тәртіпті бекітсін, қорды құрсын"."""
    whole = duty.decision
    if words[whole.last].norm in phrasing("kk").words("told_beside"):  # "отырғызсын, мерзімі: мамыр"
        whole = Decision(whole.rule, whole.first, whole.first)
    bracketed = any(word.tag == "close" for word in words[whole.last - 1 : whole.last + 1])
    if bracketed:  # "ашсын, тіркесін (2-қосымша)."
        verbs = (n for n in range(whole.last, whole.first, -1) if words[n].tag == "imperative")
        whole = Decision(whole.rule, whole.first, next(verbs, whole.first))
    told = {one.decision.last for one in duties if one is not duty}
    places = [n for n in range(whole.first, whole.last + bracketed) if words[n].tag == "imperative" and n not in told]
    several = len(places) > 1 or (places and told & set(range(whole.first, whole.last)))
    for n, end in pairwise([*places, whole.last] if several else [whole.first, whole.last]):
        closes = end == whole.last and (not several or whole.last - n <= 1)
        later = duty.party is not None and duty.party.first > n  # "көшет егілсін, | бөлім бақты суарсын"
        party = None if later and has_subject_alone(words[n]) else duty.party
        yield Duty(Decision(whole.rule, n, end if closes else n), party, duty.elided)


def _further(words: Sequence[Word], duties: Sequence[Duty]) -> Iterator[Duty]:
    """Russian duties whose modal word is another's: "будут созданы сады, проведен учет", "открыть залы, учесть книги".

    Each has a thing of its own behind a verb of the same form. Behind "необходимо" and its like they are one action.
    """
    ordered = sorted(duties, key=lambda one: one.decision.first)
    for n, duty in enumerate(ordered):
        below = words[duty.decision.first].subordinate  # what a clause below tells ends nothing of the one above
        behind = (one.decision.first for one in ordered[n + 1 :])
        end = next((first for first in behind if below or not words[first].subordinate), len(words))
        yield from (
            Duty(of_further(duty.decision, words, n), duty.party, elided=True, carried=_is_carried(words[n], duty))
            for n in further_verbs(words, duty.decision.first, duty.decision.last, end)
        )
        bids = duty.party is not None and duty.decision.rule.bearer == "bidden"
        further = further_bidden(words, duty.decision.last) if bids and len(duties) == 1 else []
        yield from (Duty(Decision(duty.decision.rule, n, n), party, elided=True) for n, party in further)


def _is_carried(verb: Word, duty: Duty) -> bool:
    """Whether a verb shares a modal word with the one before: points that bid and lists of participles have none."""
    return verb.tag != "participle" and duty.decision.rule.bearer != "bidden"


def _elided(words: Sequence[Word], duty: Duty) -> Iterator[Duty]:
    """Duties whose verb is the one before them: "академия обеспечит курсы, центр – подготовку педагогов"."""
    before = duty.decision
    for n in range(before.last + 2, len(words) - 1):
        if words[n].tag == "dash" and words[n - 1].tag != "number" and words[n + 1].tag == "word":
            party = find_subject_before(words, before.last + 1, n)
            if party is not None:
                yield Duty(Decision(before.rule, n, n), party, elided=True)


def clause_of(unit: Unit, words: Sequence[Word], duty: Duty, duties: Sequence[Duty], lang: str) -> Clause:
    """The duty's part of its sentence, between the duties before and behind it."""
    first = next((n for n, word in enumerate(words) if n and word.start >= unit.own_start), 1)
    last = len(words) - 1
    inside = _bracket(words, duty.decision.first)
    if inside is not None and inside[0] > first:
        own = [n for n in range(inside[0] + 1, duty.decision.first) if words[n].tag == "semicolon"]
        return _in_brackets(words, duty, duties, Clause(own[-1] + 1 if own else inside[0] + 1, inside[1] - 1))
    apart = (one for one in duties if _bracket(words, one.decision.first) is None)
    ordered = sorted(apart, key=lambda one: one.decision.first)
    for one, other in pairwise(ordered):
        cut = _cut(words, one, other, first, lang)
        if cut is None:
            continue
        if duty.decision.first <= one.decision.first:
            return Clause(
                behind_lead(words, duty.party, first, duty.decision.first) if lang == "kk" else first, cut - 1
            )
        first = cut + 1
        contrasts = phrasing("kk").words("contrasts") if lang == "kk" else frozenset[str]()
        while first < last and (words[first].tag in SEPARATES or words[first].norm in contrasts):
            first += 1
    if lang == "ru":
        last = min(last, before_fact(words, duty.decision.last, last))
    if lang == "ru":  # "итоги открыты; | их правка запрещена"
        marks = (n for n in range(first, duty.decision.first) if words[n].tag == "semicolon")
        first = max([first, *(n + 1 for n in marks if _bracket(words, n) is None)])
    else:
        first = behind_lead(words, duty.party, first, duty.decision.first)
    return Clause(first, _end_of_own(words, duty, last, lang))


def _in_brackets(words: Sequence[Word], duty: Duty, duties: Sequence[Duty], whole: Clause) -> Clause:
    """A duty's part of what brackets bid, beside a further verb: "(необходимо вести учет и | не рвать роз)"."""
    places = (one.decision.first for one in duties if one.elided)
    cuts = []
    for n in (n for n in places if whole.first < n <= whole.last):
        verb = n - (words[n - 1].tag == "not")
        if words[verb - 1].tag == "comma" or words[verb - 1].norm in phrasing("ru").words("and_or"):
            cuts.append(verb - 1)
    first = max((n + 1 for n in cuts if n < duty.decision.first), default=whole.first)
    last = min((n - 1 for n in cuts if n > duty.decision.first), default=whole.last)
    return Clause(first, last)


def _end_of_own(words: Sequence[Word], duty: Duty, last: int, lang: str) -> int:
    """The last word of what somebody does, before a clause of what is done: "ученики сдадут зачет, вводится урок".

    In Kazakh the verb closes the clause; in Russian the clause of what is done begins behind the comma before its verb.
    """
    if duty.party is None or duty.decision.rule.bearer not in SUBJECTS:
        return last
    behind = duty.decision.last + 1
    if lang == "ru" and (told := _told_beside(words, behind, last)) is not None:
        return told
    verb = next((n for n in range(behind, last + 1) if words[n].tag in _FINITE), None)
    if verb is None or words[verb].tag != "passive" or words[verb].subordinate:
        return last
    places = range(behind, behind + 1) if lang == "kk" else range(verb - 1, behind, -1)
    cut = next((n for n in places if words[n].tag == "comma"), None)
    return last if cut is None else cut - 1


def _told_beside(words: Sequence[Word], first: int, last: int) -> int | None:
    """The last word before what somebody is or has, told beside what he does: "ведет учет, не является членом"."""
    being = phrasing("ru").words("being")
    for n in range(first, last + 1):
        mark = n - 1 - (words[n - 1].tag == "not")
        if words[n].norm in being and words[mark].tag == "comma" and not words[n].subordinate:
            return mark - 1
    return None


_FINITE = frozenset({"future", "present", "passive", "past", "will", "must", "may", "participle", "effect", "relative"})
"""Classes of words that a clause turns on, or that open one below."""


def _bracket(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """The brackets that a word stands in; None where it stands in none that are closed."""
    opening = next((k for k in range(n, 0, -1) if words[k].tag in ("open", "close")), None)
    closing = next((k for k in range(n, len(words)) if words[k].tag in ("open", "close")), None)
    if opening is None or closing is None or words[opening].tag != "open" or words[closing].tag != "close":
        return None
    return opening, closing


def _cut(words: Sequence[Word], one: Duty, other: Duty, own: int, lang: str) -> int | None:
    """Where one duty's words end and another's begin: the comma or "и" between them."""
    if one.elided and lang == "kk":
        return one.decision.first
    start = other.decision.first
    shared = lang == "ru" and one.party == other.party
    if other.party is not None and not shared and one.decision.last < other.party.first < start:
        start = other.party.first
    elif (
        lang == "ru"
        and words[other.decision.last].tag in DONE
        and (subject := own_subject(words, one.decision, other.decision)) is not None
    ):
        start = subject
    of_lead = one.decision.first < own and not (lang == "ru" and other.elided)  # "обязан: вести учет и | поливать сад"
    if other.decision.first <= own or of_lead or words[other.decision.last].subordinate:
        return None
    verb = lang == "kk" or words[one.decision.last].tag != "word"  # "составляет план и | вносит его"
    verb = verb and not (
        lang == "ru" and is_intransitive(words[one.decision.last].norm)
    )  # "представьтесь и | спросите"
    verb = verb and start == one.decision.last + 2 and (lang == "kk" or start == other.decision.first)
    if verb and words[start - 1].norm in phrasing(lang).words("joins"):
        return None  # "составить и утвердить план": one thing is done to
    behind = max(own, one.decision.last if one.decision.last < start else one.decision.first)
    if lang == "kk":
        behind = last_joined(words, behind, start)
    places = range(behind + 1, start)
    if lang == "ru":
        places = places[::-1]
    joins = phrasing(lang).words("joins") if lang == "kk" or not other.elided else frozenset[str]()
    joins = joins | phrasing(lang).words("and_or") if lang == "ru" else joins
    parts = (n for n in places if words[n].tag in SEPARATES or words[n].norm in joins or _joins_verbs(words, n))
    if lang == "ru":
        parts = (n for n in parts if not joins_attributes(words, n))
    return next((n for n in parts if _bracket(words, n) is None), None)


def _joins_verbs(words: Sequence[Word], n: int) -> bool:
    """Whether "әрі" stands behind a verb: "жүргізеді әрі ұсынады", not "одан әрі"."""
    return words[n].norm in phrasing("kk").words("joins_verbs") and words[n - 1].tag in _FINITE | {"to-do"}


def action_of(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str) -> str:
    """What is to be done ("обеспечит сопровождение"): modal word, deadline and ground stay where they stand.

    The verb of a lead-in belongs to every item that has none: "Обеспечить: 1) учет" is "обеспечить: учет".
    """
    text = _without_party(unit.passage.text, words, duty, clause)
    if not unit.is_item:
        text = without_connective(text, lang)
    own = tidy(text)
    verb = verb_of_lead(unit, words, duty, clause, lang) if unit.is_item else None
    if verb is None:
        return own
    return f"{verb}: {own}" if lang == "ru" else f"{own} ... {verb}"


def tidy(text: str) -> str:
    """Words without what was lifted out of them leaving marks behind: doubled commas, hanging quotation marks."""
    text = " ".join(text.split())
    for pattern, written in _TIDY:
        text = pattern.sub(written, text)
    text = text.strip(" ,;.:–—")
    for opening, closing in ("«»", "“”"):
        if text.count(opening) != text.count(closing):
            text = text.removeprefix(opening) if text.startswith(opening) else text.removesuffix(closing)
    if text.count('"') % 2:
        text = text.removeprefix('"') if text.startswith('"') else text.removesuffix('"')
    return text.strip(" ,;.:")


def _without_party(text: str, words: Sequence[Word], duty: Duty, clause: Clause) -> str:
    start, end = words[clause.first].start, words[clause.last].end
    party = duty.party
    if party is None or party.first < clause.first or party.last > clause.last:
        return text[start:end]
    first = party.first
    if duty.decision.rule.bearer == "charged" and first - 1 >= clause.first and words[first - 1].tag == "word":
        first -= 1 if len(words[first - 1].text) <= 2 else 0
    before, behind = text[start : words[first].start], text[words[party.last].end : end]
    return f"{before.rstrip()} {behind.lstrip()}"


def verb_of_lead(
    unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, *, whole: bool = False
) -> str | None:
    """The verb of the lead-in that an item without one goes on from; None where the item has its own.

    The `whole` of it where the items are what its object is of: "предусмотреть изучение следующих курсов:".
    """
    if duty.decision.last >= clause.first or _has_verb(words, clause, lang):
        return None
    colon = next((n for n in range(clause.first - 1, 0, -1) if words[n].tag == "colon"), clause.first)
    places = [n for n in range(1, colon) if words[n].tag in VERBS and not words[n].subordinate]
    if not places or (lang == "kk" and places[-1] < duty.decision.first):
        return None
    if lang == "ru" and are_its_parts(words, places[-1], colon, clause.first, clause.last):
        return None
    first, last = places[-1], places[-1]
    if lang == "kk":
        first, last = duty.decision.first, duty.decision.last
        last -= 1 if words[last].tag in ("colon", "stop", "semicolon") else 0
    own = any(phrasing("ru").pattern("listed_below").match(word.norm) for word in words[first + 2 : colon])
    if whole and lang == "ru" and own and _is_of_doing(words, first, colon):
        return unit.passage.text[words[first].start : words[colon].end]
    return unit.passage.text[words[first].start : words[last].end].lower() if first <= last else None


def last_verb_of_lead(words: Sequence[Word], first: int) -> int | None:
    """The place of the last verb of the lead-in above an item, at `first`; None where it has none."""
    colon = next((n for n in range(first - 1, 0, -1) if words[n].tag == "colon"), first)
    return next((n for n in range(colon - 1, 0, -1) if words[n].tag in VERBS and not words[n].subordinate), None)


def _is_of_doing(words: Sequence[Word], verb: int, colon: int) -> bool:
    """Whether a noun of doing stands between a Russian lead-in's verb and what its list is of."""
    listed = phrasing("ru").pattern("listed_below")
    of_list = next((n for n in range(verb + 1, colon) if listed.match(words[n].norm)), verb)
    return any(is_doing(word) for word in words[verb + 1 : of_list])


def _has_verb(words: Sequence[Word], clause: Clause, lang: str) -> bool:
    """Whether an item says itself what is done; in Kazakh "даму бағдарламасы" names a thing."""
    end = clause.last + 1
    while lang == "kk" and end > clause.first and words[end - 1].tag in ("stop", "semicolon", "comma", "close"):
        bracket = _bracket(words, end - 2) if words[end - 1].tag == "close" else None
        end = bracket[0] if bracket else end - 1
    verbs = [n for n in range(clause.first, end) if words[n].tag in VERBS | {"mind"}]
    verbs = [n for n in verbs if lang == "kk" or not words[n].subordinate]  # "органу по месту, где растет сад"
    if lang == "kk":
        names = [n for n in verbs if n + 1 < end and words[n].tag == "to-do" and words[n + 1].tag in ("word", "title")]
        verbs = [n for n in verbs if n not in names]
    return bool(verbs)


def without_connective(text: str, lang: str) -> str:
    """A sentence without the connective that opens it ("Кроме того, ...")."""
    folded = text.lstrip()
    for connective in duty_words(lang).connectives:
        so_called = lang == "ru" and phrasing(lang).pattern("so_called").match(folded) is not None
        behind = folded[len(connective) : len(connective) + 1]
        if folded.lower().startswith(connective) and not behind.isalpha() and not so_called:
            return folded[len(connective) :].lstrip(" ,")
    return folded
