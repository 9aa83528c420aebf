"""Russian words of time that name no day: how often, up to or after what else, in which month, in the years to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.finders.duties.durations import Duration
from extract.finders.duties.grammar.words import norm_of
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_PATTERNS = tuple(
    _WORDING.pattern(name)
    for name in (
        "recurs_otherwise",
        "event_passed",
        "event_to_come",
        "in_month",
        "years_to_come",
        "at_times",
        "term_over",
    )
)
_WORD = re.compile(r"\s+(?P<word>[а-яё-]+)", re.IGNORECASE)
_MOST = 5
"""Words of what an event is of."""


def find_events(sentence: str) -> Iterator[tuple[int, int]]:
    """Where such words stand in a sentence: "каждые 5–7 лет", "после его регистрации", "до вынесения решения"."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            yield match.start(), _end_of_event(sentence, match.end()) if match.groupdict().get("event") else match.end()


def _end_of_event(sentence: str, end: int) -> int:
    """The end of what an event is of: its genitives, who does it, what about ("вынесения комиссией решения о саде")."""
    doer = {("NOUN", "ablt")}
    before = False
    for _ in range(_MOST):
        match = _WORD.match(sentence, end)
        found = readings(norm_of(match["word"])) if match else ()
        forms = {(pos, case) for _, pos, case, _ in found}
        about = match is not None and norm_of(match["word"]) in _WORDING.words("about")
        genitive = any(case == "gent" for _, case in forms) and found[0][1] not in ("PREP", "CONJ")
        told = about or genitive or forms == doer or ("loct" in {case for _, case in forms} and before)
        if match is None or not told:
            break
        before = about
        end = match.end()
    return end


def without_subject(one: Duration, sentence: str) -> Duration:
    """A term without the subject that follows its event: "в течение дня после проверки | паспорт утверждается"."""
    if _OPENS_ATTRIBUTE.fullmatch(sentence[: one.start]):
        return _without_told(one, sentence)
    event, _, last = (one.anchor or "").rpartition(" ")
    cases = {case for _, pos, case, _ in readings(norm_of(last)) if pos == "NOUN"} if " " in event else set()
    verb = cases and cases <= {"nomn", "accs"} and _PREDICATE.match(sentence, one.end)
    return replace(one, anchor=event, end=one.end - len(last) - 1) if verb else one


def _without_told(one: Duration, sentence: str) -> Duration:
    """A term without the plural that its attribute tells of: "Не взятые в течение дня со дня сбора | розы подлежат"."""
    words = (one.anchor or "").split()
    kept, least = len(words), 2 + (len(words) > 1 and words[1] in _FROM_WHEN)
    while kept > least and (words[kept - 1] in _AND or ("nomn", "plur") in _forms(words[kept - 1])):
        kept -= 1
    if kept == len(words) or not _PREDICATE.match(sentence, one.end):
        return one
    event = " ".join(words[:kept])
    return replace(one, anchor=event, end=sentence.index(event, one.start) + len(event))


def _forms(word: str) -> set[tuple[str, str]]:
    return {(case, number) for _, pos, case, number in readings(norm_of(word)) if pos in ("NOUN", "ADJF")}


_AND = _WORDING.words("and_or")


_FROM_WHEN = _WORDING.words("from_when")


_OPENS_ATTRIBUTE = re.compile(r"\s*(?:[Нн]е )?[А-Яа-яё]+(?:ые|ие)(?:ся)?\s+")
"""An attribute that opens a sentence before its term."""


_PREDICATE = re.compile(r"\s+(?:не\s+)?[а-яё]+(?:[еуюая]т(?:ся)?|[иы]тся|н[оаы]?)\b")
