"""Duties of a sentence that share another's verb, or its modal word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.finders.duties.deeds.clauses import TOLD_OF_WHOM, Duty
from extract.finders.duties.deeds.modality import MUST_OR_MAY, is_denied_doing, of_further
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.set_tasks import POINTS_OF_A_PLAN
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.deeds.extents import DOING
from extract.finders.duties.kazakh.deeds.foreseen import OWN_TASKS, PROGRAMME_FORESEES
from extract.finders.duties.kazakh.deeds.joined import (
    deeds_before,
    doings_before,
    doings_of_point,
    foreseen_before,
    tasks_below,
)
from extract.finders.duties.kazakh.deeds.shared_verbs import behind_seen_to
from extract.finders.duties.kazakh.parties.shared_verbs import (
    find_contrast,
    find_dashed_subjects,
    find_second_subject,
    find_second_thing,
)
from extract.finders.duties.kazakh.verbs import content_verb, has_subject_alone
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.russian.deeds.doings import further_doings
from extract.finders.duties.russian.deeds.further import further_verbs
from extract.finders.duties.russian.parties.dashed import find_subject_before
from extract.finders.duties.russian.parties.positions.addressees import further_bidden
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.duties import SUBJECTS
from extract.lexicon.phrasing import phrasing


def with_elided(unit: Unit, words: Sequence[Word], duties: list[Duty], lang: str) -> list[Duty]:
    """The duties of a sentence with those that share another's verb."""
    if lang == "kk":
        duties = [one for duty in duties for one in (_bound_below(unit, words, duty) or _tasks(words, duty))]
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
    dashed = find_dashed_subjects(words, whole.decision.first) if whole is not None else []
    if whole is not None and dashed and whole.decision.rule.bearer in SUBJECTS:
        *others, (_, last) = dashed
        elided = (Duty(Decision(whole.decision.rule, comma, comma), party, elided=True) for comma, party in others)
        return [*elided, Duty(whole.decision, last)]
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


def _bound_below(unit: Unit, words: Sequence[Word], duty: Duty) -> list[Duty]:
    """Kazakh deeds that a programme names behind the word that binds them: "қажет: | бақты күту, көшеттерді егу".

    What stands before that word is a deed as well where it does not only point at them.
    """
    whole = duty.decision
    if unit.mood != PLAN or words[whole.last].tag not in _BINDS_BELOW:
        return []
    near = range(whole.last + 1, min(whole.last + 3, len(words)))
    colon = next((n for n in near if words[n].tag == "colon"), 0)
    below = [Duty(_task(words, whole, n), duty.party) for n in tasks_below(words, colon)] if colon else []
    points = any(word.norm in phrasing("kk").words("points_below") for word in words[1 : whole.first])
    itself = words[whole.first].tag in DOING and words[whole.last].end > unit.own_start and not points
    return [duty, *below] if below and itself else below


_BINDS_BELOW = frozenset({"need", "planned", "stays"})


def _tasks(words: Sequence[Word], duty: Duty) -> Iterator[Duty]:
    """A Kazakh duty, or one for each task that an item names: "міндеттері: | бақты күту, көшеттерді егу;".

    Each is a ban by itself: "бақты күту, | ағаш сындырмау".
    """
    whole = duty.decision
    if whole.rule.name in TOLD_OF_WHOM:
        doing = next((n for n in range(whole.last, whole.first, -1) if words[n].tag == "to-do"), whole.first)
        deeds = (*doings_before(words, doing), doing)
        yield from (replace(duty, decision=_task(words, whole, n), bound_behind=whole) for n in deeds)
        return
    colon = min(whole.last + (words[whole.last].tag != "colon"), len(words) - 1)
    if whole.rule.name in _CHARGES:
        colon = next((n for n in range(colon, 0, -1) if words[n].tag == "colon"), 0)
    if whole.rule.name == POINTS_OF_A_PLAN:
        yield from (Duty(_task(words, whole, n), duty.party) for n in doings_of_point(words, colon) or (whole.first,))
        return
    binds = whole.rule.name in _BINDS_ITEMS
    charged = whole.rule.bearer in ("owner", "lead") or whole.rule.name in _CHARGES or binds
    cases = ("", "accusative") if whole.rule.name == _SETS_MEASURES else ("", "dative") if binds else ("",)
    tasks = tasks_below(words, colon, cases) if charged and words[colon].tag == "colon" else []
    yield from (Duty(_task(words, whole, n), duty.party) for n in tasks)
    if not tasks:
        yield duty


def _task(words: Sequence[Word], whole: Decision, n: int) -> Decision:
    """The decision of one of several tasks, which forbids where it is denied itself."""
    denied = is_denied_doing(words, n, whole.rule.name)
    if whole.rule.name == _FORBIDS:
        return Decision(whole.rule, n, n)
    bids = "requirement" if whole.rule.reads == "prohibition" else whole.rule.reads
    return Decision(replace(whole.rule, reads="prohibition" if denied else bids), n, n)


_FORBIDS = "forbidden"
_BINDS_ITEMS = MUST_OR_MAY | {_FORBIDS}
"""Rules of a lead-in that binds to the deeds of its items: "Бағбан міндетті: | гүлді суару, шөпті жұлу;", or bans."""
_SETS_MEASURES = "sets-measures"
"""The rule of what a programme foresees below: "Бағдарлама қарайды: | көшет өсіруді;"."""
_CHARGES = (
    "charged-by-the-writer",
    "entrusted-below",
    "told-below-when",
    "tasks-of-a-plan",
    POINTS_OF_A_PLAN,
    "principles-below",
    _SETS_MEASURES,
)
"""Rules of lists of what is to be done: "Төмендегілерді тапсырамыз: | бақты күту", "Жұмыс алдында: | қолғап кию"."""


def _bound_before(words: Sequence[Word], duty: Duty) -> Iterator[Duty]:
    """Kazakh deeds that stand before the one that is bound: "сад салу, сондай-ақ мектеп ашу жоспарлануда"."""
    whole = duty.decision
    if (joint := behind_seen_to(words, whole.first)) is not None:
        yield Duty(Decision(whole.rule, joint, joint), duty.party, elided=True)
    foresees = whole.rule.name == PROGRAMME_FORESEES or whole.rule.name in OWN_TASKS
    before = foreseen_before(words, whole.first) if foresees else deeds_before(words, whole.first, whole.last)
    before = [] if whole.rule.name == POINTS_OF_A_PLAN else before
    for n in before:
        own = _task(words, whole, n) if whole.rule.name in _MAY_DENY else Decision(whole.rule, n, n)
        yield Duty(own, duty.party, bound_behind=whole)


_MAY_DENY = frozenset({"required", "agreed-to"})
"""Rules of what must be done, each deed of which is a ban where it is denied itself: "төлеуге, | бүлдірмеуге тиіс"."""


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
    if words[whole.first].norm in phrasing("kk").words("to_duties"):  # "міндеттеріне егу, суару | кіреді"
        whole = Decision(
            whole.rule, content_verb(words, whole.first, whole.last, whole.last) or whole.first, whole.last
        )
    closed = bracketed or words[whole.last].tag == "imperative"  # "егілсін, екі кезеңге бөлінсін: көктемде, ..."
    places = [n for n in range(whole.first, whole.last + closed) if words[n].tag == "imperative" and n not in told]
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
        yield from (
            Duty(Decision(duty.decision.rule, doing, doing), duty.party, elided=True, carried=True)
            for doing in further_doings(words, duty.decision, end)
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
    if duty.party is not None and any(word.tag == "colon" for word in words[before.last : duty.party.first]):
        return  # "Осмотру подлежат: | мастера, работающие в саду – раз в год": its lead-in's verb is all items'
    for n in range(before.last + 2, len(words) - 1):
        if words[n].tag == "dash" and words[n - 1].tag != "number" and words[n + 1].tag == "word":
            party = find_subject_before(words, before.last + 1, n)
            if party is not None:
                yield Duty(Decision(before.rule, n, n), party, elided=True)
