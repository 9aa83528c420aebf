"""Letterheads whose number and day stand alone on a line.

БҰЙРЫҚ                 ПРИКАЗ
N 5-34 от 13 апреля 2031 года
Об уходе за садами
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.letterheads.letters import text_of_letter, title_of_letter, who_writes
from extract.sources.heads.lines.around import TOWN, is_greeting, is_town, without_town
from extract.sources.heads.lines.columns import of_one_language
from extract.sources.heads.lines.kinds import ENACTS_NOW, is_paper, kind_alone, kind_enacted, number_of_kind
from extract.sources.heads.lines.line import Line, joined
from extract.sources.heads.lines.side_by_side import is_in_other_language
from extract.sources.heads.titles.houses import LONGEST_NAME, house_above
from extract.sources.heads.titles.places import title_above, title_below
from extract.sources.heads.titles.text_begins import SHORTEST_SENTENCE
from extract.sources.heads.titles.wording import is_title, kind_by_title
from extract.values.acts import NUMBER, day_pattern, numbered_act, parse_day
from extract.values.issuers import key_of_issuer

MOST_LINES = 6
"""Lines that one header is spread over."""
MOST_ABOVE = 12
"""Lines of a head in which a number and a day may stand alone."""
_TOWN_BETWEEN = re.compile(rf"\s+{TOWN}\s+", re.IGNORECASE)
"""Where the text was made, between its day and its number: "12.05.2031 ж. Бақ қ. № 9"."""
_SENT = re.compile(header_words(ANY)["sent"], re.IGNORECASE)
"""What stands before the number of a letter: "Исх.", "Шығ."."""
_POINT = re.compile(r"\d{1,2}[.)] ")


class Alone(NamedTuple):
    """What a letterhead says whose number and day stand alone; `act` and `kind` as a header has them."""

    title: str
    kind: str
    act: str
    number: str
    act_date: date
    issuer: str


def find_alone(lines: Sequence[Line], lang: str) -> Alone | None:
    """The letterhead whose number and day stand alone on a line, above any sentence; None where there is none.

    Its kind is the only word of a line, or what the text enacts with.
    """
    head = list(takewhile(lambda line: not _begins_body(line.text), lines))
    for at, line in enumerate(head[:MOST_ABOVE]):
        match, behind = _bare_around_town(line.text), at + 1
        if match is None and behind < len(head) and (_SENT.match(line.text) or _is_of_letter(lines, at, lang)):
            match = _bare(f"{line.text} {head[behind].text}")
            behind += match is not None
        day = _day_of(match) if match else None
        if match is None or day is None:
            continue
        told = (kind_alone(one.text) for one in lines[: at + MOST_LINES])
        kind = next(filter(None, told), None) or kind_enacted(lines)
        title, issuer = _title_and_issuer(lines, at, behind, lang)
        called = kind or kind_by_title(title, lang) or "act"
        return Alone(
            title or (line.text if kind else ""), called, kind or "act", match["number"] or match["again"], day, issuer
        )
    return _find_parted(head, lang)


def _begins_body(text: str) -> bool:
    """Whether a line is none of a letterhead: a sentence, a greeting, or the words that enact."""
    return _is_sentence(text) or is_greeting(text) or bool(ENACTS_NOW.search(text) or _POINT.match(text))


def _bare(text: str) -> re.Match[str] | None:
    """Number and day alone in either language: "2031 жылғы 5 мамыр № 7" may stand over a Russian order."""
    told = _beside_day(text)
    return _number_and_day("ru").fullmatch(told) or _number_and_day("kk").fullmatch(told)


@cache
def _number_and_day(lang: str) -> re.Pattern[str]:
    """A line that is number and day of an act alone, in either order: "N 5-34 от 13 апреля 2031 года"."""
    day, number = day_pattern(lang, "{}"), numbered_act("act")
    first, second = day.replace("<{}>", "<date>"), day.replace("<{}>", "<day>")
    of = f"(?:{header_words('ru')['of']})?"
    again = number.replace("<number>", "<again>")
    return re.compile(rf"(?:{number},? {of}{first}|{of}{second},? {again})[ .]*", re.IGNORECASE)


def _bare_around_town(text: str) -> re.Match[str] | None:
    """The same of a line that has the town between the two."""
    return _bare(text) or _bare(_TOWN_BETWEEN.sub(" ", text))


def _day_of(match: re.Match[str]) -> date | None:
    written = match["date"] or match["day"]
    return parse_day(written, "ru") or parse_day(written, "kk")


def _is_of_letter(lines: Sequence[Line], at: int, lang: str) -> bool:
    """Whether a line is the number or the day below the name of who sends a letter."""
    alone = re.fullmatch(NUMBER, lines[at].text, re.IGNORECASE) or re.fullmatch(
        rf"{day_pattern(lang)}[ .]*", lines[at].text, re.IGNORECASE
    )
    name = joined(lines[:at])
    return bool(alone and (key_of_issuer(name, lang, alone=True) or re.search(r"[«\"“]", name)))


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) >= SHORTEST_SENTENCE and not _bare_around_town(text)


def _find_parted(lines: Sequence[Line], lang: str) -> Alone | None:
    """The letterhead whose day stands on a line of its own above or below the kind of the act, and the number on
    another or behind the kind; what stands there in the other language is left out.

    What has no title is called by its kind: "РЕШЕНИЕ № 7", "ВЫПИСКА ИЗ РЕШЕНИЯ № 7".
    """
    told = [line for line in lines if kind_alone(line.text) or not is_in_other_language(without_town(line.text), lang)][
        :MOST_ABOVE
    ]
    at = next((n for n, line in enumerate(told) if kind_alone(line.text)), None)
    if at is None:
        return None
    kind, day, number = kind_alone(told[at].text), None, number_of_kind(told[at].text)
    above: list[Line] = []
    rest: list[Line] = []
    for n, line in enumerate(told):
        text = without_town(line.text)
        found = _day_alone(text, lang)
        numbered = re.fullmatch(NUMBER, text, re.IGNORECASE)
        if found and day is None:
            day = found
        elif numbered and number is None:
            number = numbered["number"]
        elif n < at and not (above and is_town(line.text)):  # a district may open the name
            above.append(line)
        elif n > at and not is_town(line.text) and not kind_alone(line.text):
            rest.append(line)
    title = title_below(rest, lang)
    if not is_title(title, header_words(lang)):
        title = told[at].text
    if kind is None or day is None or number is None:
        return None
    name = joined(above)
    return Alone(title, kind, kind, number, day, name if len(name) <= LONGEST_NAME else "")


def _day_alone(text: str, lang: str) -> date | None:
    """The day that a line is, in a text's own language or in the other: of two columns one may tell it for both."""
    for of in (lang, "kk" if lang == "ru" else "ru"):
        if found := re.fullmatch(rf"(?:{header_words('ru')['of']})?{day_pattern(of)}[ .]*", text, re.IGNORECASE):
            return parse_day(found["date"], of)
    return None


def _beside_day(text: str) -> str:
    """A line without the town that stands beside its day, and without what is said before the number of a letter."""
    return without_town(_SENT.sub("", text))


def _title_and_issuer(lines: Sequence[Line], at: int, behind: int, lang: str) -> tuple[str, str]:
    """The title above or below a line, and who issued: what else stands there, words for kinds of acts aside.

    A paper ("Служебная записка") that has no title is called by its own words; who sends it stands apart from it.
    """
    known = header_words(lang)
    paper = next((one.text for one in lines[: at + MOST_LINES] if is_paper(one.text)), None)
    if paper:
        told = [one for one in lines[: at + MOST_LINES] if not is_greeting(one.text)]
        return next((one.text for one in told if is_title(one.text, known)), paper), ""
    kind = next((n for n, one in enumerate(lines[:at]) if kind_alone(one.text)), at)
    between = joined([one for one in lines[kind + 1 : at] if not (kind_alone(one.text) or is_town(one.text))])
    if is_title(between, known):  # "РЕШЕНИЕ / О поливе / от 5 мая 2031 года № 7"
        return between, joined(of_one_language(lines[:kind], lang))
    house = of_one_language([one for one in lines[:at] if not kind_alone(one.text)], lang)
    above = title_above(house, known)
    below = [one for one in lines[behind:] if not kind_alone(one.text) and not re.search(known["addressed"], one.text)]
    if is_title(above, known):
        return above, ""
    if title := title_of_letter(lines[behind:], lang):
        return title, house_above(house, lang) or above
    if kind == at and (text := text_of_letter(lines[behind:], lang)):
        return "", house_above(house, lang) or above or who_writes(text, lang)
    begins = next((n for n, one in enumerate(below[:MOST_LINES]) if is_title(one.text, known)), 0)
    end = begins + 1
    while begins and (not below[begins].apart or below[begins].text[0].islower()):
        if not is_title(joined(below[begins - 1 : end]), known):
            break
        begins -= 1
    return title_below(below[begins:], lang), above or joined(below[:begins])
