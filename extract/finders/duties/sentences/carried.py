"""Whom the items of a list bind whose lead-in names nobody: the point before it, or the body that a statute is of.

Комиссия рассматривает заявки. В этих целях: 1) запрашивает ...; 2) проводит ...
Положение о школьном совете ... Основные функции: 1) осуществляет ...
Права экскурсовода: 1) получать ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Passage, join
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word, read_words
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.marks import plans_itself
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_LONGEST_BODY = 12
"""Words of the name of a body that a statute is of."""


def is_empty_lead(text: str, lang: str) -> bool:
    """Whether a line leads in and names nobody, but takes up the sentence before it: "Для этого:", "Осы мақсатта:"."""
    return phrasing(lang).pattern("empty_lead").match(text) is not None


def body_of_statute(title: Passage, lang: str) -> Passage | None:
    """The body that a statute is of, by its title ("Положение о школьном совете"); None where it is of no body.

    A Russian plan is of whose work it plans: "План работы садового совета".
    """
    match = phrasing(lang).pattern("statute_of").search(title.text)
    if match is None and lang == "ru":
        match = phrasing("ru").pattern("plan_of_body").match(title.text)
    if match is None:
        return None
    words = [word for word in read_words(match["body"], lang) if word.tag == "word"][:_LONGEST_BODY]
    actors = duty_words(lang).actors
    if lang == "kk":
        last = words[-1] if words else None
        heads = (last.norm, analyse(last.text)[0].stem.lower()) if last is not None else ()
        is_body = last is not None and (any(head in actors.heads for head in heads) or is_person(last))
    else:
        is_body = any(lemma in actors.heads or lemma in actors.compounds for lemma in _first_noun(words))
        is_body = is_body or phrasing(lang).pattern("of_post").search(title.text) is not None
    return title[match.start("body") : match.end("body")] if is_body else None


def _first_noun(words: Sequence[Word]) -> list[str]:
    """The dictionary forms of the first noun of a Russian phrase."""
    for word in words:
        nouns = [lemma for lemma, pos, *_ in readings(word.norm) if pos == "NOUN"]
        if nouns:
            return nouns
    return []


def with_whom(
    lead: Passage, doer: Passage | None, body: Passage | None, above: Sequence[Passage], lang: str
) -> Passage:
    """A lead-in as it governs its items: by whom it takes up (`doer`), or of the body that the statute is of.

    Below a lead-in `above` that lists somebody's own it is of the same: "Полномочия мастера: | права: ...".
    """
    if doer is not None:
        return join([doer, lead[lead.text.rindex(":") :]])
    if body is None or (above and phrasing(lang).pattern("lists_own").match(above[-1].text)):
        return lead
    return _with_owner(lead, body, lang)


def _with_owner(lead: Passage, body: Passage, lang: str) -> Passage:
    """A lead-in that names functions, rights or duties and nobody, with the body that the statute is of beside it."""
    if lang == "kk" and phrasing(lang).pattern("binds_below").match(lead.text):
        return join([body, lead])
    match = phrasing(lang).pattern("lists_own").match(lead.text)
    if match is None or match["owner"]:
        return lead
    end = match.end("noun")
    return join([body, lead]) if lang == "kk" else join([lead[:end], body, lead[end:]])


def owner_of_list(words: Sequence[Word], text: str, own_start: int, lang: str) -> Party | None:
    """Whose functions, rights or duties an item is one of: "Обязанности хранителя:", "Кеңестің функциялары:"."""
    owned = next(((at, found) for at, found in _lists_own(text, own_start, lang) if found["owner"]), None)
    if owned is None:
        return None
    at, match = owned
    start, end = at + match.start("owner"), at + match.end("owner")
    places = [n for n, word in enumerate(words) if start <= word.start and word.end <= end]
    places = [n for n in places if words[n].tag not in ("start", "comma", "stop")]
    if lang == "ru" and phrasing(lang).pattern("tasks").search(match["noun"]) and not _names_body(words, places):
        return None  # "Основными задачами курса являются:"
    return Party(places[0], places[-1], places[-1] if lang == "kk" else places[0]) if places else None


def _names_body(words: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether words name somebody who can act, as an owner or in the title of a statute: "о садовом совете"."""
    return any(is_party(words, n, case) for n in places for case in ("gent", "loct"))


def as_ban(decision: Decision, words: Sequence[Word], lang: str) -> Decision:
    """A decision that forbids where somebody must not do something: "талап етпеуге тиіс", "Школам не брать платы".

    What is done no less than so often is no ban: "бір реттен кем өткізілмейді".
    """
    rule = decision.rule
    before = words[decision.first - 1].norm
    if lang == "kk" and rule.name in _DENIES and before in phrasing("kk").words("no_less"):
        return replace(decision, rule=replace(rule, reads="requirement"))
    own = words[decision.first : decision.last + 1]
    if lang == "ru":
        behind = words[decision.last + 1 : decision.last + 3]
        denied = rule.name in _BIDS and words[decision.last - 1].tag == "not"
        denied = denied or (
            rule.name in (_OBLIGED, "required") and [word.tag for word in behind] == ["not", "infinitive"]
        )
        denied = denied or (rule.name in (_OBLIGED, "required") and _denied_below(words, decision.last))
        denied = denied or (
            rule.name == _PROMISES and "not" in (words[decision.first - 1].tag, words[decision.last - 1].tag)
        )
        denied = denied or (rule.name == _ASKS and _asks_not(words, decision.last))
    else:
        denied = rule.name in _CHARGES and _closes_denied(words, decision)
        must = rule.name == "required" and bool(own) and own[-1].tag in ("must", "obliged", "need")
        must = must or rule.name == "agreed-to"
        near = words[decision.first : decision.last + 2]  # "міндетті:", "мына талаптарды орындауға міндетті:"
        binds = rule.name == "required" and [word.tag for word in near[-2:]] == ["obliged", "colon"]
        binds = binds or (rule.name == "required" and [word.tag for word in own] == ["obliged", "colon"])
        denied = denied or (must and phrasing(lang).pattern("not_doing").search(own[0].norm) is not None)
        leads = must and len(own) == 1 and decision.last + 1 < len(words) and words[decision.last + 1].tag == "colon"
        denied = denied or ((leads or binds) and _closes_denied(words, decision))
        let_not = rule.name == "let-it-be" and phrasing(lang).pattern("let_not").search(own[0].norm) is not None
        denied = (denied or let_not) and rule.reads != "permission"
    return replace(decision, rule=replace(rule, reads="prohibition")) if denied else decision


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
    if rule.name == _ASKS:
        rule = replace(rule, reads="prohibition" if words[verb - 1].tag == "not" else "recommendation")
    if rule.name in _SETS:
        rule = replace(rule, reads="prohibition" if words[verb - 1].tag == "not" else rule.reads)
    if rule.name in _BIDS | {_OBLIGED} or (rule.name == "bidden-not-to" and not shares):
        right = rule.name in _BIDS and rule.reads == "permission"  # "Права мастера: вести учет и | хранить розы"
        rule = replace(
            rule, reads="prohibition" if words[verb - 1].tag == "not" else rule.reads if right else "requirement"
        )
    return Decision(rule, verb, verb)


_BIDS = frozenset({"bare-infinitive", "bidden-anywhere"})
"""Rules of Russian infinitives that bid by themselves."""
_SETS = frozenset({"required", "task-of-somebody", "bare-task", "task-set", "held-necessary", "called-upon"})
"""Rules of Russian infinitives that are needed or somebody's task, and of the further ones beside them."""
_OBLIGED = "obliged"
"""The rule of who must, or must not do what is denied: "обязан не шуметь"."""


def is_said_to_reader(decision: Decision, words: Sequence[Word], readers: int = 0) -> bool:
    """Whether a decision is said to whoever reads it: "Полейте розы", "Розы можно обрезать", "Гүлді суарыңыз".

    `readers` is the last word of those whom the words open with as the readers; what is said to others is not.
    """
    name = decision.rule.name
    if name in _COMMANDS:
        return True
    if name in _ADVICE:
        said = (word.norm for word in words[decision.first : decision.last + 1])
        if not phrasing("kk").words("advises_reader").isdisjoint(said) or _is_said_to_you(words, "kk", "to_you"):
            return True
        if any(
            phrasing("kk").pattern("is_of_you").search(word.norm) for word in words[readers + 1 : decision.last + 1]
        ):
            return True
    if name == _BANS and words[decision.first].norm in _YOU_CANNOT:
        return True
    if name in _SAID_TO_YOU and _is_said_to_you(words, "ru", "spoken_to"):
        return True
    deed = any(word.tag == "infinitive" for word in words)
    behind = range(readers + 1, decision.first)
    told = (n for n in behind if is_case(words[n], "datv", _NAMED) and not is_case(words[n], "accs"))
    others = any(not is_preposition(words[n - 1]) for n in told)
    return name in _SAID_OF_DEED and deed and not others and not _is_done_to_others(words, readers)


def _is_done_to_others(words: Sequence[Word], readers: int) -> bool:
    """Whether those in charge do to persons what is said, not the readers: "Родителей приглашать на собрание"."""
    deeds = phrasing("ru").words("done_by_those_in_charge")
    behind = range(readers + 1, len(words))
    return any(words[n].norm in deeds for n in behind) and any(is_party(words, n, "accs") for n in behind)


def _is_said_to_you(words: Sequence[Word], lang: str, told: str) -> bool:
    return any(word.norm in phrasing(lang).words(told) for word in words)


_NAMED = frozenset({"NOUN", "ADJF"})
_SAID_TO_YOU = frozenset({"permitted", "may-do", "obliged"})
"""Russian rules of what those may or must do whom a sentence speaks to: "Вы вправе взять розу"."""
_COMMANDS = frozenset(
    {
        "commanded",
        "commanded-not",
        "reminded",
        "you-are-reminded",
        "you-are-bidden",
        "you-are-forbidden",
        "you-are-to-do",
        "you-are-not-to-do",
        "you-are-spared",
        "you-may-do",
        "may-be-had",
    }
)
_BANS = "forbidden"
_YOU_CANNOT = phrasing("kk").words("you_cannot")
_ADVICE = frozenset({"recommended", "not-obligatory", "required", "permitted-to", "may-be-done"})
"""Rules by which Kazakh readers are told what is better, needed, let or not needed: "суарған жөн"."""
_SAID_OF_DEED = frozenset(
    {
        "required",
        "should-not",
        "not-needed",
        "one-may",
        "permitted-to-somebody",
        "bare-infinitive",
        "bidden-not-to",
        "forbidden",
        "measures-proposed",
        "better-to",
        "important-to",
    }
)
"""Rules of what one is to, should, may, must or need not do, told by an infinitive."""


def as_right(decision: Decision, text: str, own_start: int, lang: str) -> Decision:
    """A decision of an item, which permits where its lead-in names rights and no duties: "Права экскурсовода:".

    Below a Kazakh lead-in of both, so does what only a right asks for: "Құқықтары мен міндеттері: | ақпарат сұрату".
    """
    _, match = next(_lists_own(text, own_start, lang), (0, None))
    rule, rights = decision.rule, phrasing(lang).pattern("rights")
    if match is None or rule.reads != "requirement":
        return decision
    of_both = lang == "kk" and rights.search(match["noun"]) is not None
    if not rights.fullmatch(match["noun"]) and not (of_both and _only_a_right_asks(text, own_start)):
        return decision
    return replace(decision, rule=replace(rule, reads="permission"))


def _only_a_right_asks(text: str, own_start: int) -> bool:
    """Whether a Kazakh item tells what is a right and no duty: "жобаларды әзірлеуге қатысу", not "міндетті түрде"."""
    wording = phrasing("kk")
    asks = wording.pattern("doing_of_right").search(text, own_start) is not None
    return asks and wording.pattern("done_in_any_case").search(text, own_start) is None


def _lists_own(text: str, own_start: int, lang: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The lead-ins above an item that name what is somebody's own, the last first, and where each begins.

    "Полномочия мастера: права: | получать ...".
    """
    end = text.rfind(":", 0, own_start)
    while end >= 0:
        start = text.rfind(":", 0, end) + 1
        match = phrasing(lang).pattern("lists_own").match(text[start : end + 1])
        if match is None:
            return
        yield start, match
        end = start - 1
