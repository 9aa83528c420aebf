"""Whether a line leads events by day in as a plan, and whether what a list tells by day are events of one.

Программа недели сада:             leads a plan in
График отпусков                    does not, nor does a report, a menu or a roster
5 мая – концерт                    an event
5 мая – завхозу закрыть склад      a duty, which is read where it stands
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.document.printed_marks import may_be_title
from extract.language.russian import parses_of
from extract.language.tokens import norm_of
from extract.lexicon.headings import heading_words, in_any_language
from extract.values.parties.staff import PERSON, has_person_at_end, is_person_alone, names_people, without_person

NEAREST_ABOVE = 2
"""Lines above the first day among which one says that they are a plan."""
MOST_ABOVE = 4
"""Lines above it none of which says that they are a report."""
MOST_PAST = 0.5
"""Share of events that are past by which none is of a plan."""
LONGEST_POST = 5
"""Words of a post before a person's name."""

QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"|“[^“”]*”")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+|(?<=[»\"”)][.!?])\s+|;\s+")
_FIRST_PIECE = re.compile(r"[^,;:–—(]+")
_PERSON_FIRST = re.compile(PERSON)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _pattern(key: str, lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{heading_words(lang).days[key] or '(?!)'})", re.IGNORECASE)


@cache
def _whole(key: str, lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{heading_words(lang).days[key]})(?![\w-])", re.IGNORECASE)


def may_lead_a_plan_in(text: str, lang: str) -> bool:
    """Whether a text has a word by which a line may lead a plan in."""
    return bool(_whole("plans", lang).search(text) or _pattern("schedules", lang).search(text))


def leads_a_plan_in(above: Sequence[str], lang: str) -> bool:
    """Whether one of the last two lines says that a plan follows, by a whole word, as a title or with a colon; none of
    them names a list of another kind, none above them a report.
    """
    if not any(may_lead_a_plan_in(line, lang) for line in above[-NEAREST_ABOVE:]):
        return False
    lines = [QUOTED.sub(" ", line).strip() for line in above[-MOST_ABOVE:]]
    if any(_pattern("reports", lang).search(line) for line in lines):
        return False
    lines = [line for line in lines[-NEAREST_ABOVE:] if line]
    if any(_pattern("no_plans", lang).search(line) for line in lines):
        return False
    return any(_says_a_plan(line, lang) for line in lines)


def _says_a_plan(line: str, lang: str) -> bool:
    """Whether a title, or the last sentence of a line with a colon, names a plan, and tells nothing of what was."""
    leads = line.endswith(":")
    if not leads and not may_be_title(line):
        return False
    last = _SENTENCE.split(line)[-1]
    named = _whole("plans", lang).search(last) or (
        _pattern("schedules", lang).search(last) and _pattern("of_events", lang).search(last)
    )
    return bool(named) and not is_past(last.rstrip(":. "), lang) and (leads or not _has_verb(last, lang))


def are_events(events: Sequence[str], lang: str) -> bool:
    """Whether what a list tells by day are events: none a duty, a sum, an act or somebody; fewer than half past."""
    if any(_is_none(QUOTED.sub("«»", event), lang) or _pattern("no_deeds", lang).search(event) for event in events):
        return False
    return sum(is_past(event, lang) for event in events) < MOST_PAST * len(events)


def _is_none(event: str, lang: str) -> bool:
    """Whether an event is a duty or somebody, or says who answers."""
    answers = re.match(in_any_language("tables", "answers"), event, re.IGNORECASE)
    return (
        bool(answers)
        or bool(_pattern("duties", lang).search(event))
        or any(_is_of_somebody(sentence, lang) or _lays_upon(sentence, lang) for sentence in _SENTENCE.split(event))
    )


def _is_of_somebody(sentence: str, lang: str) -> bool:
    """Whether a sentence is a person or people, perhaps by a post, or begins with them and tells what they do."""
    first = _FIRST_PIECE.match(sentence.strip(" .;,–—-"))
    if first is None:
        return False
    name = first.group().strip()
    if _PERSON_FIRST.match(name) or is_person_alone(name) or names_people(name, lang):
        return True
    alone = without_person(name) if has_person_at_end(name) else ""
    return 0 < len(alone.split()) <= LONGEST_POST and names_people(alone, lang)


def _lays_upon(sentence: str, lang: str) -> bool:
    """Whether a Russian sentence begins with a dative before an infinitive, or commands."""
    if lang != "ru":
        return False
    tags = [[parse.tag for parse in parses_of(norm_of(word))] for word in _WORD.findall(sentence)]
    if any(every and all(str(tag.mood) == "impr" for tag in every) for every in tags):
        return True
    dative = bool(tags) and any(tag.POS in ("NOUN", "ADJF", "NPRO", "PRTF") and tag.case == "datv" for tag in tags[0])
    return dative and any(tag.POS == "INFN" for every in tags[1:] for tag in every)


def is_past(words: str, lang: str) -> bool:
    """Whether words tell what was: by a verb of the past or a short participle, but for those of approval."""
    words = QUOTED.sub("«»", words).strip(" .;,")
    if lang != "ru":
        return bool(re.search(heading_words(lang).days["told"], words, re.IGNORECASE))
    named = (norm_of(word) for word in _WORD.findall(words))
    return any(_is_past(word) and not _pattern("approved", lang).match(word) for word in named)


def _is_past(word: str) -> bool:
    tags = [parse.tag for parse in parses_of(word)]
    return bool(tags) and all(str(tag.tense) == "past" and tag.POS in ("VERB", "PRTS") for tag in tags)


def _has_verb(words: str, lang: str) -> bool:
    """Whether a word of Russian words cannot but be a verb in a finite form."""
    tags = ([parse.tag for parse in parses_of(norm_of(word))] for word in _WORD.findall(words))
    return lang == "ru" and any(all(tag.POS == "VERB" for tag in every) for every in tags if every)


def is_duty(words: str, lang: str) -> bool:
    """Whether words lay something upon somebody: by a modal, a dative with an infinitive or an imperative."""
    return bool(_pattern("duties", lang).search(words)) or any(_lays_upon(one, lang) for one in _SENTENCE.split(words))


def says_something(words: str, lang: str) -> bool:
    """Whether words have a verb of any form, or a word of duty: a sentence, and no name of an event."""
    if _pattern("duties", lang).search(words):
        return True
    tags = ([parse.tag for parse in parses_of(norm_of(word))] for word in _WORD.findall(QUOTED.sub("", words)))
    return lang == "ru" and any(all(tag.POS in ("VERB", "INFN", "PRTS") for tag in every) for every in tags if every)
