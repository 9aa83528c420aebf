"""Letterheads whose number and day stand alone on a line.

БҰЙРЫҚ                 ПРИКАЗ
N 5-34 от 13 апреля 2031 года
Об уходе за садами
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from extract.lexicon.acts import ANY, header_words
from extract.lexicon.staff import names_house
from extract.sources.heads.columns import of_one_language
from extract.sources.heads.header_patterns import bare
from extract.sources.heads.minutes import house_above
from extract.sources.heads.side_by_side import is_in_other_language
from extract.sources.heads.titles import (
    ENACTS_NOW,
    LONGEST_OF_LETTER,
    TOWN,
    Line,
    begins_text,
    is_greeting,
    is_paper,
    is_postal,
    is_title,
    is_town,
    joined,
    kind_by_title,
    paragraph_at,
    title_above,
    title_below,
    without_town,
)
from extract.values.acts import NUMBER, day_pattern, parse_day
from extract.values.issuers import bodies_in, key_of_issuer
from kzedu_graph.language.letters import UPPER

MOST_LINES = 6
"""Lines that one header is spread over."""
MOST_ABOVE = 12
"""Lines of a head in which a number and a day may stand alone."""
LONGEST_NAME = 240
"""Characters of the sender's name above the kind of his act."""
SHORTEST_SENTENCE = 8
"""Words of a line that ends in a full stop and is therefore no part of a title."""
MOST_PARAGRAPHS = 10
"""Paragraphs of a letter in which its title is looked for."""
_INITIALS, _SURNAME = rf"(?:[{UPPER}]\.\s?){{1,2}}", rf"[{UPPER}][\w-]+"
_SIGNED = re.compile(rf"\s+(?:{_INITIALS}{_SURNAME}|{_SURNAME}\s{_INITIALS}|{_SURNAME}\s[{UPPER}])$")
"""The name of who signs, behind his office."""
_TOWN = re.compile(rf"(?:{header_words(ANY)['towns']})", re.IGNORECASE)
_TOWN_BETWEEN = re.compile(rf"\s+{TOWN}\s+", re.IGNORECASE)
"""Where the text was made, between its day and its number: "12.05.2031 ж. Бақ қ. № 9"."""
_SENT = re.compile(header_words(ANY)["sent"], re.IGNORECASE)
"""What stands before the number of a letter: "Исх.", "Шығ."."""
_ANSWERS = re.compile(header_words(ANY)["answers"], re.IGNORECASE)
"""How a line tells which letter is answered: "На № 7 от ...", "Сіздің ... № 7 хатыңызға"."""
_WRITES = re.compile(rf",| (?:{header_words(ANY)['writes']})", re.IGNORECASE)
_POINT = re.compile(r"\d{1,2}[.)] ")
_IN_BRACKETS = re.compile(r" ?\((?P<told>[^()]+)\)$")
_DRAFT = re.compile(header_words(ANY)["draft"], re.IGNORECASE)
"""What stands behind a kind in brackets: "РЕШЕНИЕ (проект)"."""
_MARKS = " ,.-–—"
_NUMBERED = re.compile(rf"^{NUMBER.replace('?P<number>', '?P<before>')} | ?{NUMBER}\W*$", re.IGNORECASE)
"""The number in front of the kind or behind it."""


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
    return bare("ru").fullmatch(told) or bare("kk").fullmatch(told)


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
        found = re.fullmatch(rf"(?:{header_words('ru')['of']})?{day_pattern(lang)}[ .]*", text, re.IGNORECASE)
        numbered = re.fullmatch(NUMBER, text, re.IGNORECASE)
        if found and day is None:
            day = parse_day(found["date"], lang)
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
    if kind == at and (text := _text_of_letter(lines[behind:], lang)):
        return "", house_above(house, lang) or above or _who_writes(text, lang)
    begins = next((n for n, one in enumerate(below[:MOST_LINES]) if is_title(one.text, known)), 0)
    end = begins + 1
    while begins and (not below[begins].apart or below[begins].text[0].islower()):
        if not is_title(joined(below[begins - 1 : end]), known):
            break
        begins -= 1
    return title_below(below[begins:], lang), above or joined(below[:begins])


def title_of_letter(lines: Sequence[Line], lang: str) -> str | None:
    """The title of a letter below its number and day; None where nobody is addressed, or nothing is worded as one."""
    words, addressed = header_words(lang), False
    for paragraph in _paragraphs(lines):
        if is_postal(paragraph[0].text) or is_greeting(joined(paragraph)):
            continue
        if any(re.search(words["addressed"], line.text) for line in paragraph):
            addressed = True
            continue
        end = next((n for n in range(1, len(paragraph)) if begins_text(paragraph, n)), len(paragraph))
        title = joined(paragraph[:end])
        if len(title) > LONGEST_OF_LETTER or title.endswith((":", ";")):
            return None
        if addressed and re.search(words["title_of_letter"], title, re.IGNORECASE):
            return title
    return None


def _text_of_letter(lines: Sequence[Line], lang: str) -> Sequence[Line] | None:
    """The lines of a letter without a title, from its text on, below whom it is for and which letter it answers; None
    where nobody is addressed, or other words stand above the text.
    """
    words, at, addressed = header_words(lang), 0, False
    for paragraph in _paragraphs(lines):
        told = joined(paragraph)
        to_whom = any(re.search(words["addressed"], line.text) for line in paragraph)
        answers = _ANSWERS.match(told)
        if is_greeting(paragraph[0].text) or begins_text(lines, at) or _is_text(told):
            return lines[at:] if addressed or is_greeting(paragraph[0].text) else None
        addressed = addressed or bool(to_whom and not answers)
        if not (to_whom or answers or is_postal(paragraph[0].text) or is_town(told)) or is_title(told, words):
            return None
        at += len(paragraph)
    return None


def _is_text(told: str) -> bool:
    return len(told) > LONGEST_OF_LETTER or told.endswith((":", ";"))


def _who_writes(lines: Sequence[Line], lang: str) -> str:
    """The body that the first sentence of a letter begins with: "Министерство садов, рассмотрев письмо, сообщает"."""
    told = next((line.text for line in lines if not is_greeting(line.text)), "")
    name = _WRITES.split(told)[0]
    body = len(name) <= LONGEST_NAME and name != told and key_of_issuer(name, lang, alone=True)
    return name if body and name[0].isupper() and names_house(name, lang) else ""


def _paragraphs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    starts = [n for n, line in enumerate(lines) if n == 0 or line.apart]
    yield from (paragraph_at(lines, start) for start in starts[:MOST_PARAGRAPHS])


def kind_alone(line: str) -> str | None:
    """The kind of act that a line names and nothing else but its number: "ПРИКАЗ", "БҰЙРЫҚ  ПРИКАЗ № 7"."""
    bracketed = _IN_BRACKETS.search(line)
    line = line[: bracketed.start()] if bracketed and _DRAFT.fullmatch(bracketed["told"]) else line
    bare = _NUMBERED.sub("", line, count=1).strip()
    for words in (re.split(r"\s*/\s*", bare), re.split(r"\s*/\s*|\s+", bare)):
        told = [_kind_of(word) for word in words]
        if told[0] and len(set(told)) == 1:
            return told[0]
    return None


def number_of_kind(line: str) -> str | None:
    """The number that stands in front of the kind of act or behind it."""
    found = _NUMBERED.search(line)
    return found["before"] or found["number"] if found else None


def _kind_of(words: str) -> str | None:
    return next((kind for kind, pattern in _kinds() if pattern.fullmatch(words)), None)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kinds by their words: with the office that issues ("ПРИКАЗ ДИРЕКТОРА"), what it is about ("по школе"), and as
    what an extract is of.
    """
    return tuple(
        (kind, re.compile(_shape(forms, lang), re.IGNORECASE))
        for lang in ("ru", "kk")
        for kind, forms in header_words(lang)["kinds"].items()
    )


def _shape(forms: Mapping[str, str], lang: str) -> str:
    words = header_words(lang)
    matter = f"(?: (?:{words['matter']}))?"
    if lang == "ru":
        called = f"(?:{words['joint']})?(?:{forms['named']})|(?:{words['extract']}) (?:{forms['extracted']})"
        return f"(?:{called})(?: (?:{words['whose']}))?{matter}"
    called = f"{forms['named']}|(?:{forms['extracted']}) (?:{words['extract']})"
    return f"(?:(?:{words['whose']}) )?(?:{called}){matter}"


def kind_enacted(lines: Sequence[Line]) -> str | None:
    """The kind of act that the lines enact as ("ПРИКАЗЫВАЮ" is an order's), or that they call themselves."""
    said = next((match[0].casefold() for line in lines if (match := ENACTS_NOW.search(line.text))), "")
    enacted = (kind for kind, verb in header_words(ANY)["enacted"].items() if re.match(verb, said))
    called = (
        kind
        for line in lines
        for kind, words in header_words(ANY)["this_act"].items()
        if re.match(words, line.text, re.IGNORECASE)
    )
    return next(enacted, None) or next(called, None)


def without_places_and_names(issuer: str) -> str:
    """An issuer without the town that stands beside the day, and without the name of who signs."""
    bare = _SIGNED.sub("", _TOWN.sub("", issuer).strip(_MARKS))
    return "" if is_town(bare) or kind_alone(bare) else bare


def is_of_house(issuer: str, house: str, lang: str) -> bool:
    """Whether an act is of the organisation above it: where it names nobody, or a body of a single word below a name in
    quotation marks ("президиума" below "ОО «Сад»"), or below the name of his
    body ("Министра" below "Министерство садов").
    """
    named = re.search(r"[«\"“]", house) and " " not in issuer and not key_of_issuer(issuer, lang, alone=True)
    heads = bodies_in(issuer, lang) & (bodies_in(house, lang) | {"chair", "head"})
    held = " " not in issuer and heads and key_of_issuer(house, lang, alone=True)
    return not issuer or bool(named or held)
