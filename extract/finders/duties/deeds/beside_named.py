"""What is done or bidden with nobody named, beside what somebody named does: whether it is a duty of its own.

Сад ведет учет; сведения обновляются.      Маман өтінімді тіркейді, ал кешіккен өтініш қайтарылады.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.deeds.outcomes import is_of_it
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_adverb, is_conditional
from extract.finders.duties.russian.deeds.apart import must_be_next, opens_with_thing, own_subject, tells_of_deed
from extract.finders.duties.russian.deeds.denied_behind import own_of_denied
from extract.finders.duties.russian.next_steps import begin_of_next, is_done_next
from extract.finders.duties.russian.parties.positions.next_doer import is_done_by_others
from extract.lexicon.phrasing import phrasing


def is_of_its_own(words: Sequence[Word], duty: Duty, named: Sequence[Duty], lang: str) -> bool:
    """Whether a duty that names nobody is one beside those of its modality that somebody `named` has."""
    if lang == "kk":
        of_clause = _before_all(duty, named) or _is_contrast(words, duty) or _is_joined(words, duty)
        return of_clause or _has_own_subject(words, duty, named)
    first, last = duty.decision.first, duty.decision.last
    return (
        _is_parted(words, duty, named)
        or _above_all(words, duty, named)
        or _behind_all(words, duty, named)
        or _before_denied(words, duty, named)
        or tells_of_deed(words, last)
        or begin_of_next(words, first) is not None
        or is_done_next(words, last)
        or is_done_by_others(words, last)
        or must_be_next(words, duty.decision)
    )


def _is_contrast(words: Sequence[Word], duty: Duty) -> bool:
    """Whether a duty's clause is set against the one before it, or has a condition of its own right before it.

    "маман тіркейді, ал кешіккен өтініш қайтарылады", "маман тіркейді, үміткер келмесе, өтініш қайтарылады".
    """
    comma = next((n for n in range(duty.decision.first - 1, 0, -1) if words[n].tag == "comma"), None)
    return comma is not None and (
        words[comma + 1].norm in phrasing("kk").words("contrasts") or is_conditional(words[comma - 1])
    )


def _has_own_subject(words: Sequence[Word], duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a rule tells right behind what somebody does what is done to something: "..., журнал тігіледі"."""
    verb = duty.decision.first
    joint = next((n for n in range(verb - 1, 1, -1) if words[n].tag in ("conjunction", "comma")), None)
    closed = {one.decision.last for one in named}
    if joint is None or duty.decision.rule.name not in _DONE:
        return False
    if _is_done_with_it(words, max((last for last in closed if last < verb), default=0), verb):
        return True
    if joint - 1 not in closed:
        return False
    things = words[joint + 1 : verb]
    return any(word.tag in ("word", "to-do") and case_of(word) == "" and not is_adverb(word) for word in things)


def _is_done_with_it(words: Sequence[Word], does: int, verb: int) -> bool:
    """Whether a passive goes on with what somebody does something to: "тізімді маман жасайды және | келісіледі"."""
    joined = words[does].tag == "present" and words[does + 1].tag in ("conjunction", "comma")
    thing = joined and any(case_of(word) == "accusative" for word in words[1:does])
    return thing and any(case_of(word) in _WITH_WHOM for word in words[does + 2 : verb])


_DONE = frozenset({"done-as-a-norm", "kept-as-a-norm"})
"""Rules of what is done, nobody being named."""
_WITH_WHOM = frozenset({"instrumental", "locative", "dative"})
"""Cases of with whom, where, or to whom something is done."""


def _is_joined(words: Sequence[Word], duty: Duty) -> bool:
    """Whether a duty's clause opens with a pronoun for what the one before it is about: "... және ол тіркеледі"."""
    verb, he = duty.decision.first, phrasing("kk").words("he")
    joints = (n for n in range(verb - 1, 1, -1) if words[n].tag in ("conjunction", "comma"))
    joint = next((n for n in joints if words[n].tag == "comma" or words[n + 1].norm in he), None)
    return joint is not None and is_of_it(words, joint + 1, verb)


def _is_parted(words: Sequence[Word], duty: Duty, named: Sequence[Duty]) -> bool:
    """Whether a semicolon parts what is done or bidden from what somebody named does, before it or behind.

    "сад ведет учет; | сведения обновляются", "Подать план; | мастер отвечает".
    """
    last, first = max(one.decision.last for one in named), min(one.decision.first for one in named)
    between = (*words[last : duty.decision.first], *words[duty.decision.last : first])
    return any(word.tag == "semicolon" for word in between)


def _above_all(words: Sequence[Word], duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a Russian passive has but clauses below it behind it: "ведется протокол, | который подписывается"."""
    last = duty.decision.last
    undergoes = words[last].norm in phrasing("ru").words("subject_to")
    if (words[last].tag != "passive" and not undergoes) or words[last].subordinate:
        return False
    if all(one.decision.rule.bearer == "charged" and one.decision.last < last for one in named):
        return True  # "учет возлагается на сад и | оплата производится из бюджета"
    return all(
        last < one.decision.first
        and (
            words[one.decision.last].subordinate
            or own_subject(words, duty.decision, one.decision) is not None
            or opens_with_thing(words, last, one.decision.last)
        )
        for one in named
    )  # "занятия проводятся утром, план утверждается директором"


def _behind_all(words: Sequence[Word], duty: Duty, named: Sequence[Duty]) -> bool:
    """Whether a Russian passive has its own subject behind what somebody does: "сад ..., и | плата взимается"."""
    latest = max((one.decision for one in named), key=lambda one: one.last)
    if latest.last >= duty.decision.first or words[duty.decision.last].tag != "passive":
        return False
    return not words[duty.decision.last].subordinate and own_subject(words, latest, duty.decision) is not None


def _before_denied(words: Sequence[Word], duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a Russian ban's clause closes before another's: "Цена не может быть изменена, | платить ... не может"."""
    return all(own_of_denied(words, one.decision, 1) > duty.decision.last + 1 for one in named)


def _before_all(duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a duty's verb stands before whoever else is named: "Шешім қабылданады және оны төраға жариялайды"."""
    return all(one.party is not None and duty.decision.last < one.party.first for one in named)
