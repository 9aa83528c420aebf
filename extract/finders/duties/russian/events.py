"""Russian words of time that name no day: how often, up to or after what else, in which month, in the years to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.finders.duties.grammar.tags import norm_of
from extract.finders.duties.russian.cases import ADJECTIVES
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_PATTERNS = tuple(
    _WORDING.pattern(name)
    for name in (
        "recurs_otherwise",
        "lasts",
        "event_passed",
        "event_to_come",
        "event_leads",
        "in_period",
        "in_month",
        "years_to_come",
        "at_times",
        "term_over",
        "everyday_term",
    )
)
_LEADS = _WORDING.pattern("event_leads")
_WORD = re.compile(r"\s+(?P<word>[а-яё-]+)", re.IGNORECASE)
_ARRIVES = _WORDING.pattern("arrives")
_INTO, _INTO_WHAT = _WORDING.pattern("into"), _WORDING.pattern("into_what")
_MOST = 5
"""Words of what an event is of."""


def find_events(sentence: str) -> Iterator[tuple[int, int]]:
    """Where such words stand in a sentence: "каждые 5–7 лет", "после его регистрации", "до вынесения решения"."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            told = match.groupdict()
            goes_on = "event" in told and (told["event"] or pattern is _LEADS)
            start = match.end() - len(match[0].lstrip())
            end = _end_of_event(sentence, match.end()) if goes_on else match.end()
            yield start, _behind_aim(sentence, end) if _ARRIVES.search(sentence[start:end]) else end


def _behind_aim(sentence: str, end: int) -> int:
    """The end of where or for what somebody arrives: "по прибытии | в сад", "... | для полива и ухода"."""
    to = _INTO.match(sentence, end)
    noun = _INTO_WHAT.match(sentence, to.end()) if to else None
    return _end_of_event(sentence, noun.end()) if noun else end


def _end_of_event(sentence: str, end: int) -> int:
    """The end of what an event is of: its genitives, who does it, what about ("вынесения комиссией решения о саде")."""
    doer = {("NOUN", "ablt")}
    them = {("NPRO", "ablt")}
    before = False
    for _ in range(_MOST):
        match = _WORD.match(sentence, end)
        found = readings(norm_of(match["word"])) if match else ()
        forms = {(pos, case) for _, pos, case, _ in found}
        if match is not None and _opens_subject(sentence, match):
            break
        joined = match is not None and match["word"] in _AND
        further = _WORD.match(sentence, match.end()) if match is not None and joined else None
        if further is not None and "gent" in {case for _, _, case, _ in readings(norm_of(further["word"]))}:
            end = further.end()
            continue  # "полива | и ухода"
        about = match is not None and (
            norm_of(match["word"]) in _WORDING.words("about") or _decides_on(sentence, match)
        )
        genitive = any(case == "gent" for _, case in forms) and found[0][1] not in ("PREP", "CONJ")
        told = (
            about
            or genitive
            or forms == doer
            or them <= forms
            or (bool({"loct", "datv"} & {c for _, c in forms}) and before)
        )
        if match is None or not told:
            break
        before = about or (before and found[0][1] in _ATTRIBUTES)
        end = match.end()
    return end


def _decides_on(sentence: str, match: re.Match[str]) -> bool:
    """Whether "по" tells on what is decided: "до принятия решения | по заявке", not "... по форме"."""
    behind = _WORD.match(sentence, match.end())
    decided = _WORDING.pattern("says_about").match(norm_of(sentence[: match.start()].rpartition(" ")[2]))
    if decided is None or behind is None or norm_of(match["word"]) not in _WORDING.words("joins_fields"):
        return False
    return norm_of(behind["word"]) not in _WORDING.words("by_way")


def _opens_subject(sentence: str, match: re.Match[str]) -> bool:
    """Whether a pronoun behind an event is of the subject behind it: "После полива | его итоги заносятся"."""
    behind = _WORD.match(sentence, match.end())
    if behind is None or norm_of(match["word"]) not in _WORDING.words("pronouns_done_to"):
        return False
    cases = {case for _, pos, case, _ in readings(norm_of(behind["word"])) if pos in _ATTRIBUTES | {"NOUN"}}
    return "nomn" in cases and "gent" not in cases


def without_subject(sentence: str, start: int, end: int, event: str) -> tuple[str, int]:
    """The event of a term and where the term ends, without the subject behind it.

    Written for "в течение дня после проверки | паспорт утверждается". An attribute that opens the sentence before its
    term tells of the plural behind it: "Не взятые в течение дня со дня сбора | розы подлежат продаже".
    """
    words = event.split()
    if done_to := _done_to(words):
        cut = sentence.rfind(words[done_to], start, end)
        return " ".join(words[:done_to]), start + len(sentence[start:cut].rstrip())
    kept = len(words)
    if _OPENS_ATTRIBUTE.fullmatch(sentence[:start]):
        least = 2 + (kept > 1 and words[1] in _FROM_WHEN)
        while kept > least and (words[kept - 1] in _AND or ("nomn", "plur") in _forms(words[kept - 1])):
            kept -= 1
    elif kept > 1:
        cases = {case for case, _ in _forms(words[-1])}
        kept -= bool(cases) and cases <= {"nomn", "accs"}
    if kept == len(words) or not _PREDICATE.match(sentence, end):
        return event, end
    cut = sentence.rfind(words[kept], start, end)
    return (" ".join(words[:kept]), start + len(sentence[start:cut].rstrip())) if cut > start else (event, end)


def _done_to(words: list[str]) -> int:
    """The place of what a deed is done to behind the event of its term: "до конца практики | справку"; 0 for none."""
    for place, word in enumerate(words):
        if place > 1 and {case for case, _ in _forms(word)} == {"accs"}:
            n = place
            while n > 2 and any(
                pos in _ATTRIBUTES and case == "accs" for _, pos, case, _ in readings(norm_of(words[n - 1]))
            ):
                n -= 1
            return 0 if readings(norm_of(words[n - 1]))[0][1] == "PREP" else n
    return 0


_ATTRIBUTES = ADJECTIVES


def _forms(word: str) -> set[tuple[str, str]]:
    return {(case, number) for _, pos, case, number in readings(norm_of(word)) if pos == "NOUN"}


_AND = _WORDING.words("and_or")
_FROM_WHEN = _WORDING.words("from_when")
_OPENS_ATTRIBUTE = _WORDING.pattern("attribute_before_term")
_PREDICATE = _WORDING.pattern("predicate_behind_term")
