"""How much a decision binds by more than its rule: what is denied is a ban, a plan where a text instructs is a task.

Школам не брать платы.      Балаларды жұмсамау тапсырылсын.      Директор планирует работу школы.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.marks import plans_itself
from extract.lexicon.phrasing import phrasing


def as_ban(decision: Decision, words: Sequence[Word], lang: str) -> Decision:
    """A decision that forbids where somebody must not do something: "талап етпеуге тиіс", "Школам не брать платы".

    What is done no less than so often is no ban: "бір реттен кем өткізілмейді".
    """
    rule = decision.rule
    if lang == "kk" and rule.name in _DENIES and words[decision.first - 1].norm in phrasing("kk").words("no_less"):
        return replace(decision, rule=replace(rule, reads="requirement"))
    denied = _is_denied_in_kazakh(words, decision) if lang == "kk" else _is_denied_in_russian(words, decision)
    return replace(decision, rule=replace(rule, reads="prohibition")) if denied else decision


def _is_denied_in_russian(words: Sequence[Word], decision: Decision) -> bool:
    name, first, last = decision.rule.name, decision.first, decision.last
    if name in _BIDS:
        return words[last - 1].tag == "not"
    if name in (_OBLIGED, "required"):
        behind = [word.tag for word in words[last + 1 : last + 3]]
        return behind == ["not", "infinitive"] or _denied_below(words, last)
    if name == _PROMISES:
        return "not" in (words[first - 1].tag, words[last - 1].tag)
    return name == _ASKS and _asks_not(words, last)


def _is_denied_in_kazakh(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a Kazakh decision, which lets nobody do anything, denies its own verb or that of the item it leads in."""
    rule, wording = decision.rule, phrasing("kk")
    own = words[decision.first : decision.last + 1]
    if rule.reads == "permission":
        return False
    if rule.name == "let-it-be":
        return wording.pattern("let_not").search(own[0].norm) is not None
    tags = [word.tag for word in words[decision.first : decision.last + 2]]
    required = rule.name == "required"
    must = rule.name == "agreed-to" or (required and bool(own) and own[-1].tag in ("must", "obliged", "need"))
    if must and wording.pattern("not_doing").search(own[0].norm):
        return True
    leads = must and len(own) == 1 and tags[1:] == ["colon"]
    # "міндетті:", "мына талаптарды орындауға міндетті:"
    binds = required and ["obliged", "colon"] in (tags[-2:], tags[: len(own)])
    return (rule.name in _CHARGES or leads or binds) and _closes_denied(words, decision)


_DENIES = frozenset({"will-not-be-done", "nobody-does-as-a-norm"})
"""Rules of what is not done in Kazakh."""
MUST_OR_MAY = frozenset({"required", "permitted"})
"""Rules of what somebody must or may do, and of a lead-in that binds to it: "Бағбан суаруға міндетті:"."""
_CHARGES = frozenset(
    {
        "entrusted",
        "entrusted-below",
        "charged-by-the-writer",
        "laid-on",
        "tasks-below",
        "tasks-listed",
        "tasks-of-a-plan",
        "principles-below",
        "sets-measures",
        "told-below-when",
    }
)
"""Rules of what somebody is charged with in Kazakh, told by a noun of doing that may be denied."""


def _closes_denied(words: Sequence[Word], decision: Decision) -> bool:
    """Whether what somebody is charged with is not to be done: "балаларды жұмсамау тапсырылсын"."""
    last = len(words) - 1
    while last > 1 and words[last].tag in ("stop", "semicolon", "comma"):
        last -= 1
    n = last if decision.last < last or words[last].tag == "to-do" else decision.first
    return words[n].tag in ("to-do", "towards-doing") and is_denied_doing(words, n, decision.rule.name)


def is_denied_doing(words: Sequence[Word], n: int, rule: str) -> bool:
    """Whether a Kazakh noun of doing forbids; who must see that something does not come about is bound to a deed.

    "ағаш сындырмау", but "ағаштың сынуына жол бермеу", "гүлді қараусыз қалдырмау".
    """
    if phrasing("kk").pattern("not_doing").search(words[n].norm) is None:
        return False
    said = " ".join(word.norm for word in words[max(n - 2, 0) : n + 1])
    return rule not in MUST_OR_MAY or phrasing("kk").pattern("sees_to_it").search(said) is None


def _denied_below(words: Sequence[Word], last: int) -> bool:
    """Whether the item of a Russian lead-in opens with what is denied: "Мастер обязан: | не шуметь"."""
    verb = next((n for n in range(last + 1, len(words)) if words[n].tag == "infinitive"), 0)
    return verb > last + 2 and words[verb - 1].tag == "not" and words[verb - 2].tag == "colon"


def _asks_not(words: Sequence[Word], last: int) -> bool:
    """Whether a Russian request or advice is first of all not to do something: "Просим детей в сад | не водить"."""
    behind = words[last + 1 : last + _ASKED]
    verb = next((n for n, word in enumerate(behind) if word.tag in _ASKED_OF), 0)
    return verb > 0 and behind[verb].tag == "infinitive" and behind[verb - 1].tag == "not"


_PROMISES = "promised-by-us"
"""The rule of what those who write promise: "Мы не будем рвать розы", "Обещаем не рвать розы"."""
_ASKS = "measures-proposed"
_ASKED = 14
"""Words behind a request among which its verb stands."""
_ASKED_OF = frozenset({"infinitive", "effect-infinitive", "comma", "semicolon", "colon", "stop"})


def as_task(decision: Decision, words: Sequence[Word], *, instructs: bool) -> Decision:
    """A Russian decision of planning that is a task where a text `instructs`: "Директор планирует работу школы"."""
    rule = decision.rule
    task = instructs and rule.name == "planned" and plans_itself(words, decision.last)
    return replace(decision, rule=replace(rule, reads="requirement")) if task else decision


def of_further(decision: Decision, words: Sequence[Word], verb: int) -> Decision:
    """The decision of a further Russian verb, which forbids where it is denied itself.

    "Школам вести учет и не | брать платы"; "Школам не брать платы и | вести учет", "запретить сбор и | вести учет".
    """
    rule = decision.rule
    near = words[decision.last + 1 : decision.last + 3]  # "запретить детям рвать розы и топтать траву"
    shares = any(word.tag == "infinitive" for word in near) and words[decision.last].norm in phrasing("ru").words(
        "forbids"
    )
    reads = rule.reads
    if rule.name == _ASKS:
        reads = "recommendation"
    elif rule.name in _BIDS | {_OBLIGED} or (rule.name == "bidden-not-to" and not shares):
        right = rule.name in _BIDS and rule.reads == "permission"  # "Права мастера: вести учет и | хранить розы"
        reads = rule.reads if right else "requirement"
    elif rule.name not in _SETS:
        return Decision(rule, verb, verb)
    denied = words[verb - 1].tag == "not"
    return Decision(replace(rule, reads="prohibition" if denied else reads), verb, verb)


_BIDS = frozenset({"bare-infinitive", "bidden-anywhere"})
"""Rules of Russian infinitives that bid by themselves."""
_SETS = frozenset({"required", "task-of-somebody", "bare-task", "task-set", "held-necessary", "called-upon"})
"""Rules of Russian infinitives that are needed or somebody's task, and of the further ones beside them."""
_OBLIGED = "obliged"
"""The rule of who must, or must not do what is denied: "обязан не шуметь"."""
