"""What is to be done, in the text's own words: a duty's clause, without its bearer and without the other duties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.finders.duties.deeds.clauses import VERBS, Clause, Duty, bracket_around
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh import remarks as kazakh_remarks
from extract.finders.duties.russian.deeds.clauses import are_its_parts
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.marks import asks_before, is_by_act, lists_in_relative
from extract.finders.duties.russian.parties.dashed import waits_for_subject
from extract.finders.duties.russian.parties.undergone import lead_of_item
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

_CLOSING = ",;:.)"
"""Marks that no space stands before."""
_TIDY = (
    (",,", re.compile(r",(?:\s*,)+"), ","),
    ("()", re.compile(r"\(\s*\)"), ""),
    ("( ", re.compile(r"\(\s+"), "("),
    (")", re.compile(r"\A\s*\)\s*"), ""),
    (")", re.compile(r"\A\d{1,2}\)\s+"), ""),
)
"""What must stand in a text for a mark to be left behind, the mark, and what is written for it."""


def action_of(unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str) -> str:
    """What is to be done ("обеспечит сопровождение"): modal word, deadline and ground stay where they stand.

    The verb of a lead-in belongs to every item that has none: "Обеспечить: 1) учет" is "обеспечить: учет".
    """
    text = _without_party(unit.passage.text, words, duty, clause, lang)
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
    for mark in _CLOSING:
        text = text.replace(f" {mark}", mark)
    for sign, pattern, written in _TIDY:
        text = pattern.sub(written, text) if sign in text else text
    text = _without_marks(text.lstrip(" ,;.:–—"), " ,;.:–—")
    for opening, closing in ("«»", "“”"):
        if text.count(opening) != text.count(closing):
            text = text.removeprefix(opening) if text.startswith(opening) else text.removesuffix(closing)
    if text.count('"') % 2:
        text = text.removeprefix('"') if text.startswith('"') else text.removesuffix('"')
    return _without_marks(text.lstrip(" ,;.:"), " ,;.:")


def _without_marks(text: str, marks: str) -> str:
    """A text without marks at its end, but for the point of a name's last initial: "мастера Липова А.А.|."."""
    bare = text.rstrip(marks)
    initial = bare[-1:].isupper() and bare[-2:-1] in (" ", ".") and text[len(bare) :].startswith(".")
    return f"{bare}." if initial else bare


def owns_act(words: Sequence[Word], party: Party, lang: str) -> bool:
    """Whether a party owns the act by which something is done, and stays in the deed with it."""
    return is_by_act(words, party.first) if lang == "ru" else kazakh_remarks.owns_act(words, party.last)


def _without_party(text: str, words: Sequence[Word], duty: Duty, clause: Clause, lang: str) -> str:
    start, end = words[clause.first].start, words[clause.last].end
    party = duty.party
    if party is None or party.first < clause.first or party.last > clause.last:
        return text[start:end]
    if owns_act(words, party, lang):
        return text[start:end]
    first = party.first
    if duty.decision.rule.bearer == "charged" and first - 1 >= clause.first and words[first - 1].tag == "word":
        first -= 1 if len(words[first - 1].text) <= 2 else 0
    if lang == "ru" and first - 1 in asks_before(words, party):
        first = max(first - 1, clause.first)
    before, behind = text[start : words[first].start], text[words[party.last].end : end]
    return f"{before.rstrip()} {behind.lstrip()}"


def verb_of_lead(
    unit: Unit, words: Sequence[Word], duty: Duty, clause: Clause, lang: str, *, whole: bool = False
) -> str | None:
    """The verb of the lead-in that an item without one goes on from; None where the item has its own.

    The `whole` of it where the items are what its object is of: "предусмотреть изучение следующих курсов:".
    """
    owned = lang == "ru" and lists_in_relative(words, duty.decision)
    if owned or duty.decision.last >= clause.first or _has_verb(words, clause, lang):
        return None
    colon = next((n for n in range(clause.first - 1, 0, -1) if words[n].tag == "colon"), clause.first)
    if lang == "ru" and (end := _end_of_predicate(words, duty.decision, clause.first, colon)):
        return unit.passage.text[words[end[0]].start : words[end[1]].end]
    places = [n for n in range(1, colon) if words[n].tag in VERBS and not words[n].subordinate]
    if not places or (lang == "kk" and places[-1] < duty.decision.first):
        return None
    if lang == "ru" and are_its_parts(words, places[-1], colon, clause.first, clause.last):
        return None
    first, last = places[-1], places[-1]
    if lang == "kk":
        first, last = duty.decision.first, duty.decision.last
        last -= 1 if words[last].tag in ("colon", "stop", "semicolon") else 0
        before = words[first - 1].norm  # "басшы | жауап береді: ..."
        first -= any(before in phrasing("kk").words(name) for name in ("heavy_words", "answers_by"))
    if lang == "ru":
        first = _first_joined(words, places)
    own = any(phrasing("ru").pattern("listed_below").match(word.norm) for word in words[first + 2 : colon])
    if whole and lang == "ru" and own and _is_of_doing(words, first, colon):
        return unit.passage.text[words[first].start : words[colon].end]
    return unit.passage.text[words[first].start : words[last].end].lower() if first <= last else None


def _end_of_predicate(words: Sequence[Word], decision: Decision, own: int, colon: int) -> tuple[int, int] | None:
    """The first and the last word of what a lead-in says above an item that names who does or undergoes it."""
    if waits_for_subject(words, decision.first, own):
        opens = next((n + 1 for n in range(decision.first, 0, -1) if words[n].tag in ("colon", "stop")), 1)
        below = phrasing("ru").pattern("listed_below")  # "Учету подлежат следующие сады:"
        end = next((n for n in range(decision.last + 1, colon) if below.match(words[n].norm)), colon)
        return opens, end - 1
    led = lead_of_item(words, decision.last, own)
    return (decision.first, led) if led else None


def _first_joined(words: Sequence[Word], places: Sequence[int]) -> int:
    """The first of the verbs right before a lead-in's last that "и" joins to it: "разрабатывает и | утверждает:"."""
    first = places[-1]
    while (
        first - 2 in places
        and words[first - 1].norm in phrasing("ru").words("and_or")
        and words[first - 2].tag == words[first].tag
    ):
        first -= 2
    return first


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
        bracket = bracket_around(words, end - 2) if words[end - 1].tag == "close" else None
        end = bracket[0] if bracket else end - 1
    verbs = [n for n in range(clause.first, end) if words[n].tag in VERBS | {"mind"}]
    verbs = [n for n in verbs if lang == "kk" or not words[n].subordinate]  # "органу по месту, где растет сад"
    if lang == "kk":
        names = [n for n in verbs if n + 1 < end and words[n].tag == "to-do" and words[n + 1].tag in ("word", "title")]
        seen_to = phrasing("kk").pattern("doing_of_others").search(words[end - 1].norm) is not None
        verbs = [n for n in verbs if n not in names and not (seen_to and n == end - 1)]
    return bool(verbs)


def without_connective(text: str, lang: str) -> str:
    """A sentence without the connective that opens it ("Кроме того, ...")."""
    bare = text.lstrip()
    lowered = bare.lower()
    known = duty_words(lang).connectives
    opens = (one for one in known if lowered.startswith(one)) if lowered.startswith(known) else iter(())
    connective = next((one for one in opens if not bare[len(one) : len(one) + 1].isalpha()), None)
    if connective is None or (lang == "ru" and phrasing(lang).pattern("so_called").match(bare)):
        return bare
    return bare[len(connective) :].lstrip(" ,")
