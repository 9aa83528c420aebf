"""Which words of a sentence are one duty's: its clause, between the duties before and behind it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.set_tasks import LISTED
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.deeds.extents import behind_lead
from extract.finders.duties.kazakh.deeds.shared_verbs import last_joined
from extract.finders.duties.russian.beside.closing import before_aside, before_fact
from extract.finders.duties.russian.deeds.apart import DONE, own_subject
from extract.finders.duties.russian.deeds.reporting import reports_back
from extract.finders.duties.russian.governed import joins_attributes
from extract.finders.duties.russian.parties.dashed import waits_for_subject
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.times.deadline import Deadline
from extract.language.russian import is_intransitive
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing

VERBS = frozenset(
    {"infinitive", "effect-infinitive", "passive", "present", "future", "participle", "proceed-future", "effect"}
    | {"imperative", "to-do", "towards-doing", "its-doing", "past"}
)
"""Classes of words that say themselves what is done."""

SEPARATES = frozenset({"comma", "semicolon", "conjunction", "contrast"})
"""Classes of words that part one clause from another."""


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


def clause_of(unit: Unit, words: Sequence[Word], duty: Duty, duties: Sequence[Duty], lang: str) -> Clause:
    """The duty's part of its sentence, between the duties before and behind it."""
    first = _first_of_own(unit, words, duty)
    if lang == "ru" and duty.party is not None and duty.decision.last < first == duty.party.first:
        dashed = duty.party.last + 2 < len(words) and words[duty.party.last + 1].tag == "dash"
        if not dashed or waits_for_subject(words, duty.decision.first, first):
            return Clause(1, first - 2)  # "Полив осуществляют: | мастера сада;"
        first = duty.party.last + 2  # "местные органы – | сведения о садах"
    last = len(words) - 1
    inside = bracket_around(words, duty.decision.first)
    if inside is not None and inside[0] > first:
        own = [n for n in range(inside[0] + 1, duty.decision.first) if words[n].tag == "semicolon"]
        return _in_brackets(words, duty, duties, Clause(own[-1] + 1 if own else inside[0] + 1, inside[1] - 1))
    brackets = _brackets_of(words)
    apart = (one for one in duties if _bracket_among(words, brackets, one.decision.first) is None)
    ordered = sorted(apart, key=lambda one: one.decision.first)
    for one, other in pairwise(ordered):
        cut = _cut(words, one, other, first, brackets, lang)
        if cut is None:
            continue
        if duty.decision.first <= one.decision.first:
            return _before(words, duty, first, cut, lang)
        first = cut + 1
        contrasts = phrasing("kk").words("contrasts") if lang == "kk" else frozenset[str]()
        while first < last and (words[first].tag in SEPARATES or words[first].norm in contrasts):
            first += 1
    if lang == "ru" and (fact := before_fact(words, duty.decision.last, last)) >= first:
        last = min(last, fact)
    if lang == "ru":  # "итоги открыты; | их правка запрещена"
        marks = (n for n in range(first, duty.decision.first) if words[n].tag == "semicolon")
        first = max([first, *(n + 1 for n in marks if _bracket_among(words, brackets, n) is None)])
    else:
        first = behind_lead(words, duty.party, first, duty.decision.first)
    if duty.decision.rule.name == _TOLD_BY_DASH:
        last = next(n for n in range(duty.decision.last, 0, -1) if words[n].tag == "dash") - 1
    elif lang == "ru":
        last = min(_before_next_doer(words, duty.decision.last, last), before_aside(words, duty.decision.last, last))
    return Clause(first, _end_of_own(words, duty, last, lang))


def _before(words: Sequence[Word], duty: Duty, first: int, cut: int, lang: str) -> Clause:
    """A duty's words up to where another's begin, without what is told beside them."""
    if lang == "kk":
        return Clause(behind_lead(words, duty.party, first, duty.decision.first), cut - 1)
    told = _told_beside(words, duty.decision.last + 1, cut - 1)
    return Clause(first, cut - 1 if told is None else told)


def _first_of_own(unit: Unit, words: Sequence[Word], duty: Duty) -> int:
    """The first word of an item, of a unit, or of a programme's task behind its colon: "Решить задачи: | учет роз"."""
    first = next((n for n, word in enumerate(words) if n and word.start >= unit.own_start), 1)
    colons = (n for n in range(duty.decision.first) if words[n].tag == "colon")
    listed = duty.decision.rule.name in LISTED or is_one_of_list(words, duty)
    return max(first, *(n + 1 for n in colons), 1) if listed else first


def is_one_of_list(words: Sequence[Word], duty: Duty) -> bool:
    """Whether a Kazakh noun of doing is one of several behind what binds them all: "қажет: | бақты күту, гүл егу"."""
    alone = duty.decision.first == duty.decision.last and duty.bound_behind is None
    return alone and not duty.elided and words[duty.decision.first].tag == "to-do"


_TOLD_BY_DASH = "is-whose-duty"
"""The rule of a deed that stands before its dash: "Осмотр сада – обязанность сторожа"."""
TOLD_OF_WHOM = frozenset({"duty-of-whom", "within-powers"})
"""Kazakh rules of deeds that stand before whose they are: "Бақты күту, гүл егу | тұрғындардың парызы"."""


def _before_next_doer(words: Sequence[Word], verb: int, last: int) -> int:
    """The last word before a semicolon behind which somebody does something: "рвать розы запрещено; | мастер ведет".

    A verb that goes on with a row of its own kind is of the same: "ведет учет; хранит розы".
    """
    if words[verb].tag in _DOES:
        return last
    does = next((n for n in range(verb + 1, last + 1) if words[n].tag in _DOES and not words[n].subordinate), 0)
    mark = next((n for n in range(does, verb, -1) if words[n].tag == "semicolon"), 0)
    named = mark and any(is_party(words, n, "nomn") for n in range(mark + 1, does))
    return mark - 1 if named and bracket_around(words, mark) is None else last


_DOES = frozenset({"present", "passive", "future"})
"""Classes of verbs of what is done."""


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
    if duty.decision.rule.name in TOLD_OF_WHOM:
        return duty.decision.last
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


def bracket_around(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """The brackets that a word stands in; None where it stands in none that are closed."""
    return _bracket_among(words, _brackets_of(words), n)


def _brackets_of(words: Sequence[Word]) -> list[int]:
    return [n for n, word in enumerate(words) if n and word.tag in _BRACKETS]


_BRACKETS = frozenset({"open", "close"})


def _bracket_among(words: Sequence[Word], brackets: Sequence[int], n: int) -> tuple[int, int] | None:
    """The brackets that a word stands in, by the places of all of them: no walk over the sentence for each word."""
    before, behind = bisect_right(brackets, n) - 1, bisect_left(brackets, n)
    if before < 0 or behind == len(brackets):
        return None
    opening, closing = brackets[before], brackets[behind]
    return (opening, closing) if (words[opening].tag, words[closing].tag) == ("open", "close") else None


def _cut(words: Sequence[Word], one: Duty, other: Duty, own: int, brackets: Sequence[int], lang: str) -> int | None:
    """Where one duty's words end and another's begin: the comma or "и" between them."""
    if one.elided and lang == "kk":
        return one.decision.first
    if lang == "kk" and is_one_of_list(words, other) and not is_one_of_list(words, one):
        near = range(one.decision.last + 1, min(one.decision.last + 3, other.decision.first))
        return next((n for n in near if words[n].tag == "colon"), None)
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
        lang == "ru" and (is_intransitive(words[one.decision.last].norm) or reports_back(words, start))
    )  # "представьтесь и | спросите", "проверить и | доложить"
    verb = verb and start == one.decision.last + 2 == other.decision.first
    apart = lang == "ru" and words[one.decision.first].tag == "not" != words[start].tag
    if verb and not apart and words[start - 1].norm in phrasing(lang).words("joins"):
        return None  # "составить и утвердить план": one thing is done to
    if lang == "ru" and other.party is not None and start == other.party.first and words[start - 1].tag == "colon":
        return start - 1  # "Не допускается вынос роз: | мастера проверяют сумки"
    behind = max(own, one.decision.last if one.decision.last < start else one.decision.first)
    if lang == "kk":
        behind = last_joined(words, behind, start)
    places = range(behind + 1, start)
    if lang == "ru":
        places = places[::-1]
    joins = phrasing(lang).words("joins") if lang == "kk" or not other.elided else frozenset[str]()
    joins = joins | phrasing(lang).words("and_or") if lang == "ru" else joins
    parts = (n for n in places if words[n].tag in SEPARATES or words[n].norm in joins or _joins_verbs(words, n))
    outside = [n for n in parts if _bracket_among(words, brackets, n) is None]
    if lang == "ru":  # "подшивает акт; | книги, списанные из фонда, сдает мастер"
        outside = [n for n in outside if not joins_attributes(words, n)]
        outside = [n for n in outside if words[n].tag == "semicolon"] or outside
    return next(iter(outside), None)


def _joins_verbs(words: Sequence[Word], n: int) -> bool:
    """Whether "әрі" stands behind a verb: "жүргізеді әрі ұсынады", not "одан әрі"."""
    return words[n].norm in phrasing("kk").words("joins_verbs") and words[n - 1].tag in _FINITE | {"to-do"}


def stands_in_clause(deadline: Deadline, words: Sequence[Word], duty: Duty, clause: Clause) -> bool:
    """Whether a deadline stands in the clause of a duty, behind where it could be of all: "готовит и до мая вносит"."""
    start, end = words[clause.first].start, words[clause.last].end
    leads = clause.first <= 1 and deadline.end <= words[duty.decision.first].start
    return start <= deadline.start < end and not leads


def gets_only(words: Sequence[Word], duty: Duty) -> bool:
    """Whether a party is whoever wants what is promised: he is no bearer, and a complement of the deed."""
    if duty.party is None or duty.decision.rule.bearer != "beneficiary":
        return False
    said = words[duty.party.first : duty.party.last + 1]
    return any(word.norm in phrasing("ru").words("whoever") for word in said)
