"""Marks around the terms of a Russian clause, and modal words that tell what is done."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.governed import FINITE_VERBS, INFINITIVES, is_any_noun, is_roman
from extract.finders.duties.russian.kinds import is_doing
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def marks_around(words: Sequence[Word], times: set[int]) -> set[int]:
    """The commas, and "но", around terms that stand between commas: "своевременно|, но до мая,| сообщить"."""
    found: set[int] = set()
    for n in sorted(times):
        last = next(k for k in range(n, len(words) + 1) if k not in times)
        first = n - 1 - (words[n - 1].norm in _WORDING.words("contrasts"))
        if n - 1 not in times and last < len(words) and words[first].tag == words[last].tag == "comma":
            found |= {*range(first, n), last}
        elif n - 1 not in times and last < len(words) and any(words[k].tag == "comma" for k in range(n, last)):
            found |= {last} if words[last].tag == "comma" else set()  # "ежемесячно, до 5 числа|, отчет"
    return found


def without_joint(words: Sequence[Word], kept: Sequence[int]) -> list[int]:
    """The places of a deed without what joined its last words to what was left out: "поливать сад до мая | и"."""
    joints = (_WORDING.words("and_or"), _WORDING.words("also"), _WORDING.words("contrasts"))
    last = len(kept)
    while last and (
        words[kept[last - 1]].tag in ("comma", "colon")
        or any(words[kept[last - 1]].norm in group and words[kept[last - 1]].text.islower() for group in joints)
    ):
        last -= 1
    return list(kept[:last])


def points_behind(words: Sequence[Word], times: set[int]) -> set[int]:
    """The points of "г." that close terms."""
    short = _WORDING.words("year_short")
    return {n + 1 for n in times if words[n].norm in short and n + 1 < len(words) and words[n + 1].text == "."}


def by_will(words: Sequence[Word], party: int) -> set[int]:
    """The places of "по усмотрению" before whose will it is, at the place `party`."""
    return {party - 2, party - 1} if party > 2 and words[party - 1].norm in _WORDING.words("by_will") else set()


def comma_behind(words: Sequence[Word], first: int, last: int) -> set[int]:
    """The place of the comma that closes a party's own clause: "садом, отвечающим за полив|, | на основе плана"."""
    own = any(word.tag == "comma" for word in words[first:last])
    return {last + 1} if own and last + 1 < len(words) and words[last + 1].tag == "comma" else set()


def in_powers(words: Sequence[Word], first: int, last: int) -> set[int]:
    """The places of "находится в компетенции", from what decided on it: it only says whom a deed binds."""
    if words[first].norm not in _WORDING.words("into") or words[last].norm not in _WORDING.words("powers"):
        return set()
    return set(range(first - (words[first - 1].norm in _WORDING.words("lies")), last + 1))


def whose_task(words: Sequence[Word], decision: Decision, first: int) -> set[int]:
    """The places of the words that only say whose task something is, in a clause from `first` on.

    They stand before the deed in "Задача мастера – | полить"; "к полномочиям которого относится" decides by itself.
    """
    if not decision.rule.only_whose:
        return set()
    opens_deed = words[decision.first].tag in INFINITIVES
    return set(range(first, decision.first) if opens_deed else range(decision.first, decision.last + 1))


def lists_in_relative(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a relative clause tells whose duties are listed: "мастера, в обязанности которого | входит: полив"."""
    return decision.rule.bearer == "owner" and words[decision.last].subordinate


def closes_relative(words: Sequence[Word], decision: Decision) -> bool:
    """Whether what somebody must closes a relative clause and a lead-in with it: "отдел, который | должен:".

    So does what a paper must hold: "договор, который | должен содержать:".
    """
    last = decision.last
    must = words[last].tag == "must" and words[last].subordinate
    behind = last + 1 + (last + 2 < len(words) and words[last + 1].norm in _WORDING.words("must_hold"))
    return must and words[min(behind, len(words) - 1)].tag == "colon"


def before_quarters(words: Sequence[Word], times: set[int]) -> set[int]:
    """The places of "на" before a quarter, to which something is put off: "перенести | на | I квартал"."""
    starts = (n for n in times if n - 1 not in times and (is_roman(words[n]) or _is_quarter(words[n : n + 2])))
    return {n - 1 for n in starts if words[n - 1].norm in _WORDING.words("laid_on")}


def _is_quarter(words: Sequence[Word]) -> bool:
    """Whether a number counts a quarter: "3 квартал"."""
    return words[0].tag == "number" and words[-1].norm == "квартал"


def bidding_brackets(words: Sequence[Word], clause: tuple[int, int], place: int) -> set[int]:
    """The places of a clause's brackets, from a semicolon on if any, in which something else is bidden.

    "создать кружки (далее – Кружки|; необходимо вести учет|)"; `place` is of the duty's own word.
    """
    found: set[int] = set()
    opening = [n for n in range(clause[0], clause[1] + 1) if words[n].tag == "open"]
    for first in opening:
        last = next((n for n in range(first, clause[1] + 1) if words[n].tag == "close"), first)
        bids = any(words[n].tag == "need" for n in range(first, last))
        if bids and not first < place < last:
            mark = next((n for n in range(first, last) if words[n].tag == "semicolon"), None)
            found |= set(range(first, last + 1) if mark is None else range(mark, last))
    return found


def of_times(words: Sequence[Word], verb: int, times: set[int]) -> set[int]:
    """The places behind a verb of what only terms are told of: ": сто – | до мая|, остальные – | до июля".

    `times` are the places of the terms; each is told behind a dash, from the mark before it on.
    """
    found: set[int] = set()
    for n in sorted(times):
        if n - 1 in times or words[n - 1].tag != "dash":
            continue
        mark = next((k for k in range(n - 2, verb, -1) if words[k].tag in ("comma", "colon")), None)
        if mark is not None and not any(word.tag in FINITE_VERBS | INFINITIVES for word in words[mark:n]):
            found |= set(range(mark, n))
    return found


def brackets_behind(words: Sequence[Word], place: int, last: int) -> set[int]:
    """The places of brackets right behind a word: they tell of the party that it closes."""
    if place >= last or words[place + 1].tag != "open":
        return set()
    close = next((n for n in range(place, last) if words[n].tag == "close"), place)
    return set(range(place + 1, close + 1))


def called_further(words: Sequence[Word], places: Sequence[int]) -> set[int]:
    """The places of brackets that only say by what name a thing goes further on: "журнал учета | (далее – журнал)"."""
    found: set[int] = set()
    for n in places:
        if words[n].tag == "open" and words[min(n + 1, len(words) - 1)].norm in _WORDING.words("called_further"):
            found |= set(range(n, next((k for k in range(n, len(words)) if words[k].tag == "close"), n) + 1))
    return found


def tells_itself(words: Sequence[Word], n: int) -> bool:
    """Whether a modal word tells what is done: "осмотру подлежат", "планирует полив", "имеет право голоса"."""
    if words[n].norm in _WORDING.words("subject_to"):
        return True
    if words[n].norm in _WORDING.words("obliges"):
        alone = not any(word.tag in INFINITIVES for word in words[n + 1 :])  # "обязать прохождение курса"
        return alone or n > 1  # "Акимам | обязать директоров открыть сады"
    if words[n].tag == "have":
        has = words[n + 1 : n + 4]
        votes = any(word.norm in _WORDING.words("votes") for word in has)
        return votes and not any(word.tag in INFINITIVES for word in has)  # "имеет право | передать голоса"
    return (words[n].tag == "allowed" and admits(words, n)) or (words[n].tag == "planned" and plans_itself(words, n))


def plans_itself(words: Sequence[Word], n: int) -> bool:
    """Whether planning is what somebody does, not how sure a deed is: "планирует полив", not "планирует открыть"."""
    if words[n].norm not in _WORDING.words("plans"):
        return False
    behind = words[n + 1 : n + _PLANNED]
    noun = next((word for word in behind if word.tag != "word" or is_any_noun(word)), None)
    infinitive = any(word.tag in INFINITIVES for word in behind)
    return noun is not None and noun.tag == "word" and not infinitive and not is_doing(noun)


_PLANNED = 6
"""Words from a verb of planning to what is planned."""


def admits(words: Sequence[Word], n: int) -> bool:
    """Whether a word of what is allowed tells that somebody is let in: "к отбору не | допускаются"."""
    mark = next((k for k in range(n, 0, -1) if words[k].tag in ("semicolon", "colon")), 0)
    opens = words[mark + 1].norm in _WORDING.words("toward")  # "К работе ученики, не прошедшие осмотр, не | ..."
    near = [word.norm for word in words[mark + 1 if opens else max(n - _ADMITS, 0) : n + 2]]
    return _WORDING.pattern("lets_in").match(words[n].norm) is not None and any(
        norm in _WORDING.words("toward") for norm in near
    )


_ADMITS = 8
"""Words from "к" to a verb of letting in."""


def is_by_act(words: Sequence[Word], first: int) -> bool:
    """Whether a party is named as the owner of the act by which something is done: "создается приказом | директора"."""
    return words[first - 1].norm in _WORDING.words("by_act")


def beside_party(words: Sequence[Word], party: Party, last: int) -> set[int]:
    """The places of marks and words around a party that go with it."""
    around = brackets_behind(words, party.last, last) | by_will(words, party.first)
    if words[party.first - 1].norm in _WORDING.words("only") | _WORDING.words("at_whom"):
        around = around | {party.first - 1}  # "вправе | только | директор", "хранится | у | сторожа"
    return around | comma_behind(words, party.first, party.last) | asks_before(words, party)


def asks_before(words: Sequence[Word], party: Party) -> set[int]:
    """The place of the preposition before whom something is asked of or required for: "просьба | к | мастерам"."""
    place = party.first - 1
    toward = words[place].norm in _WORDING.words("toward") and words[place - 1].norm in _WORDING.words("request")
    near = [word.norm for word in words[max(place - 1, 0) : party.last + 4]]
    required = words[place].norm in _WORDING.words("required_of") and not _WORDING.words("requires").isdisjoint(near)
    needed = words[place].norm in _WORDING.words("required_for") and words[place - 1].norm.startswith(_OBLIGATORY)
    return {place} if toward or required or needed else set()


_OBLIGATORY = "обязател"
"""How what is obligatory for somebody opens: "обязательно | для | мастеров"."""


def owner_of_act(words: Sequence[Word], party: Party | None, dropped: set[int]) -> set[int]:
    """The places of a party whose act is among the `dropped`: the owner goes with it."""
    if party is None or not is_by_act(words, party.first) or party.first - 1 not in dropped:
        return set()
    return set(range(party.first, party.last + 1))
