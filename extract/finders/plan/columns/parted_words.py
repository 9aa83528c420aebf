"""Words of several cells that have run together, parted where a time and somebody tell it surely.

Посадить розы май Липова А.Б.      ->  Посадить розы | май | Липова А.Б.
Руководители школ до 1 мая         ->  Руководители школ | до 1 мая
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence

from extract.document.blocks import EMPTY, Passage, concatenate
from extract.document.times import months_of
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.language.russian import readings
from extract.lexicon.figures import figure_words
from extract.lexicon.headings import heading_words
from extract.lexicon.words import words as lexicon_words
from extract.values.parties.cells import parse_parties
from extract.values.parties.staff import PERSON, has_head, has_person_at_end, is_person_alone, is_staff, without_person
from extract.values.times.period import parse_period

LONGEST_TIME = 9
"""Words of a time."""
SHORTEST_WORD = 3
"""Letters of a word that a time may have only where the grammar of times knows it."""
SHORTEST_STUCK = 5
"""Letters of a word of time to which the next is stuck: "Постояннодо 1 мая"."""
LONGEST_NAMES = 250
"""Characters of who answers, behind a point's words."""
LONGEST_TIME_WRITTEN = 80
"""Characters of a time behind them."""
MOST_OPENING = 4
"""Words at the beginning of a line that tell that it is a time."""
MOST_LABELS = 2
"""One behind the other: "Ответственные исполнители: "."""
FIRST_WORDS = 3
"""Of a Russian name, among which its head is."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_ABBREVIATION = re.compile(rf"{_CAPITAL}{{2,8}}")
_FOREIGN = re.compile(r"[«»\"“”?!;]")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])[.](?:0?[1-9]|1[0-2])(?!\d)\.?"
_DATE = rf"{_DAY}(?:\.?(?:19|20)\d\d(?:\s*-?\s*(?:г|ж)\b\.?)?)?"
_DAYS = re.compile(rf"(?:(?:со?|до|к)\s+)?{_DATE}(?:\s*(?:[-–—]|по)\s*{_DATE})?(?:\s+(?:күні|дейін))?", re.IGNORECASE)
"""Days in figures, as a column of dates has them: "12.02", "13.02-15.02", "12.02.2031 г."."""
_ASKS = re.compile(r"[?!]")
_HOUR_BEHIND = re.compile(
    r"(?<=\w)\.?[,\s]+(?:(?:в|сағ(?:ат|\.)?)\s+)?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*(?:ч\.?|час\w*|сағ\w*\.?))?$"
)
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_PERSON_FIRST = re.compile(PERSON)
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s")
_BOUNDARY = re.compile(rf"[.;:!?»”\")]\s+(?={_CAPITAL}|\d)|\s[(/](?=\S)")
"""Where behind a point's own words those of who answers may begin."""
_LABEL = re.compile(r"(?P<title>[^\W\d_](?:[^:–—\n.]|\.(?=\s*[:–—])){2,40}?)\s*(?:[:–—]|\s-)\s*")
_BARE_LABEL = re.compile(r"(?P<title>[^\W\d_]{3,}\.?(?:\s+исполнения)?)[\s:–—-]+")
_LABEL_BEHIND = re.compile(r"[\s,.;(]+(?P<title>[^\W\d_]{3,}\.?(?:\s+исполнения)?)\s*[:–—-]?\s*$")
"""A label without a mark behind it, or behind the words of another: "Отв. школы, срок 1 мая"."""
_LEGAL_FORM = re.compile(rf"{_CAPITAL}{{2,8}}\s+[«\"“]")
_CUT_SHORT = re.compile(rf"(?<=\d)\s*(?:{figure_words().short_year_words})$|(?<![^\W\d_]){_CAPITAL}$", re.IGNORECASE)
"""How words end behind which a full stop is their own: "2031 г.", "Липов А.Б."."""
_SAYS = {"INFN", "VERB", "GRND", "PRTS"}
_AROUND = " .,;:()/–—-\n"


def is_time(text: str, lang: str, *, alone: bool = True) -> bool:
    """Whether words are a time; or, where they need not be one alone, all of words that a time may have."""
    if _FOREIGN.search(text):
        return False
    text = _HOUR_BEHIND.sub("", text)
    if _DAYS.fullmatch(text.strip(" ,")):
        return True
    tags = lexicon_words(lang).tags
    named = [word.casefold() for word in _LETTERS.findall(text)]
    if not all(len(word) < SHORTEST_WORD or word in tags for word in named):
        return False
    return not alone or (bool(named) and parse_period(text, lang, yearless=True) is not None)


def names_somebody(text: str, lang: str, *, persons: bool = False) -> bool:
    """Whether words are persons, or posts, units and abbreviations of bodies, and nothing else; a remark may follow."""
    names = [party.text for party in parse_parties(_REMARK.sub("", text), lang, None, lambda _: False)]
    return bool(names) and all(map(is_person_alone, names) if persons else (_is_somebody(name, lang) for name in names))


def _is_somebody(name: str, lang: str) -> bool:
    if is_person_alone(name) or is_staff(name, lang) or _ABBREVIATION.fullmatch(name):
        return True
    return has_person_at_end(name) and is_staff(without_person(name), lang)


def parted(whole: Passage, kinds: Sequence[str], lang: str) -> Mapping[str, Passage] | None:
    """What stands in the columns of a name, a time and who answers, in the order of a table's kinds; None where
    nothing parts the words surely.
    """
    order = [kind for kind in kinds if kind in ("name", "deadline", "responsible")]
    found = [(match.start(), match.end()) for match in _WORD.finditer(whole.text)]
    match order:
        case ["name", "deadline", "responsible"]:
            return _time_inside(whole, found, lang)
        case ["name", "responsible", "deadline"]:
            return _time_at_end(whole, found, lang)
        case ["deadline", "name", "responsible"]:
            return _time_first(whole, found, lang)
        case _:
            return None


def _time_inside(whole: Passage, found: Sequence[tuple[int, int]], lang: str) -> Mapping[str, Passage] | None:
    """A name, the last time behind which only somebody stands, as long as it can be, and who that is."""
    for end in range(len(found) - 1, 0, -1):
        answers = whole[found[end][0] :]
        if not is_time(whole[found[end - 1][0] : found[end - 1][1]].text, lang, alone=False):
            continue
        if not names_somebody(answers.text, lang):
            continue
        starts = range(max(1, end - LONGEST_TIME), end)
        times = [n for n in starts if is_time(whole[found[n][0] : found[end - 1][1]].text, lang)]
        first = _behind_the_name(whole, found, times[0], end, lang) if times else None
        if first is not None:
            cut = found[first][0]
            time = _without_hour(whole[cut : found[end - 1][1]])
            return {"name": whole[:cut].strip(), "deadline": time, "responsible": answers}
    return None


def _behind_the_name(whole: Passage, found: Sequence[tuple[int, int]], first: int, end: int, lang: str) -> int | None:
    """The word that a time behind a name begins with, where the longest begins with `first`: one behind a preposition
    is of the name ("Принять отчёты за январь апрель"), as is one before a month alone ("Отметить 9 мая май"); None
    where no other follows.
    """
    prepositions = heading_words(lang).tables["names_go_on"].split("|")
    words = [whole.text[start:stop].casefold() for start, stop in found[:end]]
    of_the_name = words[first - 1] in prepositions
    for n in range(first + 1, end):
        anew = (of_the_name and words[n] in prepositions) or (n == end - 1 and _is_month_alone(words[n], lang))
        parts = (whole[found[first][0] : found[n - 1][1]], whole[found[n][0] : found[end - 1][1]])
        if anew and words[n - 1][-1].isalnum() and all(is_time(part.text, lang) for part in parts):
            return n
    return None if of_the_name else first


def _is_month_alone(word: str, lang: str) -> bool:
    """Whether a Russian word is a month in the nominative: "май", not "мая"."""
    cases = {case for _, part, case, _ in readings(word) if part == "NOUN"}
    return lang == "ru" and word in months_of(lang) and "nomn" in cases


def _time_at_end(whole: Passage, found: Sequence[tuple[int, int]], lang: str) -> Mapping[str, Passage] | None:
    """A name, who answers, told by initials, and the time at the end, as long as it can be."""
    starts = range(max(2, len(found) - LONGEST_TIME), len(found))
    times = [n for n in starts if is_time(whole[found[n][0] :].text, lang)]
    if not times:
        return None
    cut = found[times[0]][0]
    for start in range(1, times[0]):
        answers = whole[found[start][0] : cut].strip()
        if names_somebody(answers.text, lang, persons=True):
            return {"name": whole[: found[start][0]].strip(), "deadline": whole[cut:], "responsible": answers}
    return None


def _time_first(whole: Passage, found: Sequence[tuple[int, int]], lang: str) -> Mapping[str, Passage] | None:
    """The time at the beginning, as long as it can be, a name, and who answers, told by initials."""
    ends = range(min(LONGEST_TIME, len(found) - 2), 0, -1)
    last = next((n for n in ends if is_time(whole[: found[n - 1][1]].text, lang)), 0)
    for start in range(last + 1, len(found)) if last else ():
        answers = whole[found[start][0] :]
        if names_somebody(answers.text, lang, persons=True):
            name = whole[found[last][0] : found[start][0]].strip()
            return {"name": name, "deadline": _without_hour(whole[: found[last - 1][1]]), "responsible": answers}
    return None


def _without_hour(time: Passage) -> Passage:
    """A day without the hour behind it."""
    match = _HOUR_BEHIND.search(time.text)
    return time[: match.start()] if match else time


def who_and_when(words: Passage, lang: str) -> Mapping[str, Passage] | None:
    """Who answers, in the nominative and with no verb, and the time behind or before it; None for other words."""
    bare = _without_label(_bare(_unstuck(words, lang)), lang)
    found = [(match.start(), match.end()) for match in _WORD.finditer(bare.text)]
    may_end, may_begin = (bool(found) and _may_be_of_a_time(bare, found[n], lang) for n in (-1, 0))
    last = range(max(1, len(found) - LONGEST_TIME), len(found)) if may_end else range(0)
    first = range(min(LONGEST_TIME, len(found) - 1), 0, -1) if may_begin else range(0)
    behind = ((bare[: found[n][0]], bare[found[n][0] :]) for n in last)
    before = ((bare[found[n][0] :], bare[: found[n - 1][1]]) for n in first)
    for cuts in (behind, before):
        told = ((names, _bare(_without_label(_bare(time), lang))) for names, time in cuts)
        names, time = next(((names, time) for names, time in told if is_time(time.text, lang)), (EMPTY, EMPTY))
        answers = _bare(_without_label(_bare(names), lang)) if time.text else EMPTY
        if opens_as_somebody(answers.text, lang):
            return {"deadline": time, "responsible": answers}
    return None


def _may_be_of_a_time(words: Passage, place: tuple[int, int], lang: str) -> bool:
    return is_time(words.text[slice(*place)].strip(_AROUND), lang, alone=False)


def _bare(words: Passage) -> Passage:
    """Words without the marks around them; a full stop that cuts the last one short stays."""
    bare = words.strip(_AROUND)
    at = words.text.find(bare.text)
    stays = words.text[at + len(bare) :].startswith(".") and _CUT_SHORT.search(bare.text)
    return words[at : at + len(bare) + bool(stays)]


def _without_label(words: Passage, lang: str) -> Passage:
    """Words without the title of a column of times or of who answers before them: "Срок – май 2031 года"."""
    if (behind := _LABEL_BEHIND.search(words.text)) and _is_label(behind["title"], lang):
        words = words[: behind.start()]
    for _ in range(MOST_LABELS):
        found = (pattern.match(words.text) for pattern in (_BARE_LABEL, _LABEL))
        label = next((one for one in found if one and _is_label(one["title"], lang)), None)
        if label is None:
            break
        words = words[label.end() :]
    return words


def _is_label(title: str, lang: str) -> bool:
    return kind_of_title(title, lang) in ("deadline", "responsible")


def closing_note(words: Passage, lang: str) -> tuple[Passage, Mapping[str, Passage]] | None:
    """The words of a point without the last of them that tell who answers and when, and those; None where none do.

    "Полить сад. Школы района до 1 мая", "Полить сад (школы района, до 1 мая)".
    """
    nearest = max(0, len(words) - LONGEST_NAMES - LONGEST_TIME_WRITTEN)
    for cut in reversed(list(_BOUNDARY.finditer(words.text, nearest))):
        told = who_and_when(words[cut.end() :], lang)
        if told:
            bracket = cut.group().endswith(("(", "/"))
            return words[: cut.start() + (not bracket)].strip(), told
    return None


def names_or_times(text: str, lang: str) -> bool:
    """Whether words begin as who answers or when something is due does."""
    firsts = [" ".join(text.split()[:n]) for n in range(1, MOST_OPENING + 1)]
    return any(is_time(first.strip(_AROUND), lang) for first in firsts) or opens_as_somebody(text.strip(_AROUND), lang)


def opens_as_somebody(text: str, lang: str) -> bool:
    """Whether words are names, the first of somebody in the nominative, in Kazakh the last, and say nothing."""
    if not text or len(text) > LONGEST_NAMES or _SENTENCE.search(text) or _ASKS.search(text):
        return False
    if _PERSON_FIRST.match(text) or _LEGAL_FORM.match(text) or names_somebody(text, lang):
        return not _says(text, lang)
    if lang == "kk":
        return has_head(text, lang) and not _says(text, lang)
    opening = [word for word in _LETTERS.findall(text)[:FIRST_WORDS] if word]
    for n, word in enumerate(opening):
        cases = {case for _, part, case, _ in readings(word.casefold()) if part in ("NOUN", "ADJF")}
        if has_head(word, lang) and "nomn" in cases:
            return not _says(text, lang)
        if "nomn" not in cases or n == len(opening) - 1:
            return False
    return False


def _says(text: str, lang: str) -> bool:
    """Whether words have a verb: then they are no names."""
    named = [word.casefold() for word in _LETTERS.findall(text)]
    if lang == "kk":
        return any(word.endswith(("сын", "сін", "тиіс", "қажет", "керек")) for word in named)
    kinds = ({part for _, part, _, _ in readings(word)} for word in named if len(word) > SHORTEST_WORD)
    return any(parts and parts <= _SAYS for parts in kinds)


def _unstuck(words: Passage, lang: str) -> Passage:
    """Words with a blank where one of time is stuck to the next: "Постояннодо 1 мая"."""
    tags = lexicon_words(lang).tags
    for match in _LETTERS.finditer(words.text):
        word = match.group().casefold()
        if len(word) <= SHORTEST_STUCK or word in tags:
            continue
        cuts = (n for n in range(SHORTEST_STUCK, len(word) - 1) if word[:n] in tags and word[n:] in tags)
        if cut := next(cuts, 0):
            at = match.start() + cut
            blank = Passage(" ", array("I", words.offsets[at : at + 1]))
            return concatenate((words[:at], blank, words[at:]))
    return words
