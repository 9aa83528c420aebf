"""What stands above a text's own title: stamps of those who approved it or agreed, what it is annexed to, the house.

УТВЕРЖДАЮ                                   «Бекітемін»
Директор КГУ «Школа № 44»                   «№ 44 орта мектеп» КММ директоры
__________ А.Б. Садова                      __________ А. Садова
«5» мая 2031 года                           2031 жылғы 5 мамыр № 77 бұйрық
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extract.lexicon.acts import ANY, header_words
from extract.lexicon.staff import names_house
from extract.sources.heads.minutes import BLANK_DAY, house_above, is_beside
from extract.sources.heads.titles import (
    LONGEST_OF_LETTER,
    Line,
    begins_text,
    calls_itself,
    is_greeting,
    is_paper,
    is_quoted_whole,
    is_title,
    is_validity,
    joined,
    kind_by_title,
    paragraph_at,
    title_below,
)
from extract.values.acts import NUMBER, day_pattern, parse_day
from extract.values.issuers import key_of_issuer
from kzedu_graph.language.letters import LOWER, UPPER

MOST_LINES = 6
"""Lines below the word that approves: post, organisation, signature, day."""
MOST_OF_HOUSE = 3
"""Lines of an organisation's name above a stamp."""
LONGEST_LINE = 160
MOST_ABOVE = 4
"""Lines of a mark of annex, or of the name of a house above a title."""
SHORTEST_NOTICE = 3
"""Lines: the word over the title, the title, and the text."""
_PUBLISHED = re.compile(rf"\W*(?:{header_words(ANY)['published']})[ .]*", re.IGNORECASE)
_CAPTION = re.compile(header_words(ANY)["captions"], re.IGNORECASE)
_BLANK_DAY = rf"(?:{BLANK_DAY.pattern}|20\d\d ?(?:г|года|ж|жыл)?\.?)$"
"""A day to be filled in by hand, or of which only the year stands there."""
_SURNAME = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
_PERSON = re.compile(
    rf"(?<!\w)(?<!им\.)(?<!им\. )(?<!имени )"
    rf"(?:(?:[{UPPER}]\. ?){{1,2}}{_SURNAME}|{_SURNAME} (?:[{UPPER}]\. ?)?[{UPPER}]\.?(?!\w))[^\w»\"”]*$"
)
"""Who signs, behind everything else on the line: "А.Б. Садова", "Садова А.Б."; not whose name a school bears."""
_BEHIND_DAY = re.compile(rf"\W*(?:(?:г|года|ж|жылы?)\b\.?)?\W*(?P<rest>[{UPPER}\d].*)?$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who approved a text, in the stamp's words without the name of the person, the day, and the order's number."""

    issuer: str = ""
    day: date | None = None
    number: str | None = None

    def __bool__(self) -> bool:
        return bool(self.issuer or self.day)


def read_stamps(lines: Sequence[Line], lang: str) -> tuple[Stamp, Sequence[Line], Sequence[Line]]:
    """The stamp of approval at a head, empty where there is none, the lines behind all its stamps, and those of the
    house whose name stands above them.
    """
    house = _house(lines, lang)
    approved, rest = Stamp(), list(lines[len(house) :])
    while rest and (word := _word_of_stamp(rest[0].text, lang)):
        end = _end(rest, word.end(), lang)
        if end is None:
            break
        stamp, left = _read(rest[:end], word.end(), lang)
        if not approved and re.search(header_words(lang)["approves"], word.group(), re.IGNORECASE):
            approved = stamp
        rest = [*left, *rest[end:]]
    stamped = rest and len(rest) < len(lines) - len(house)
    return (approved, rest, house) if stamped else (Stamp(), lines, ())


def _house(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """The name of an organisation above the first stamp."""
    first = next((n for n, line in enumerate(lines[: MOST_OF_HOUSE + 1]) if _word_of_stamp(line.text, lang)), 0)
    name = joined(lines[:first])
    named = re.search(r"[«\"“]", name) or key_of_issuer(name, lang, alone=True)
    return lines[:first] if name and named and not _is_titled(name, lang) else ()


def without_annex_mark(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the mark of an annex that names no act, and so tells nothing of the text."""
    words = header_words(lang)
    acts = "|".join(forms["to"] for forms in words["kinds"].values())
    for end in range(1, 1 + min(MOST_ABOVE, len(lines) - 1)):
        stamped = re.match(rf"\W*(?:{words['stamps']})\W*$", lines[end].text, re.IGNORECASE)
        if not stamped and not lines[end].apart:
            continue
        mark = " ".join(line.text for line in lines[:end])
        names = re.search(rf"(?<!\w)(?:{acts})(?!\w)|{day_pattern(lang)}|20\d\d", mark, re.IGNORECASE)
        marked = len(mark) <= LONGEST_LINE and re.fullmatch(words["annex_mark"], mark, re.IGNORECASE)
        whole = marked and (stamped or marked["whose"])  # else "к приказу ..." may stand below
        return lines[end:] if whole and not names else lines
    return lines


def without_publication(lines: list[Line]) -> list[Line]:
    """Lines without the paragraph above them that tells where an act is to be printed."""
    told = paragraph_at(lines, 0)
    published = told and _PUBLISHED.fullmatch(" ".join(line.text for line in told))
    return lines[len(told) :] if published and len(told) < len(lines) else lines


def without_caption(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the word over the title of a notice ("ОБЪЯВЛЕНИЕ!"), which a blank line sets apart from it."""
    if len(lines) < SHORTEST_NOTICE or not _CAPTION.fullmatch(lines[0].text):
        return lines
    dated = next((n for n, line in enumerate(lines) if n and not is_beside(line.text, lang)), 1)
    lines = [lines[0], *lines[dated:]]
    below = paragraph_at(lines, 1)
    calls = lines[0].text.endswith("!") and is_title(lines[1].text, header_words(lang))
    if not calls and not (lines[1].apart and len(below) < len(lines) - 1):
        return lines
    written = lines[1].text if calls else " ".join(line.text for line in below)
    text = written.endswith((".", ":", ";")) or len(written) > LONGEST_OF_LETTER or is_greeting(written)
    return lines if text or not written[0].isupper() or begins_text(lines, 1) else lines[1:]


def split_house(lines: Sequence[Line], lang: str) -> tuple[str, Sequence[Line]]:
    """The name of the house above a text that calls itself something ("ПОЛОЖЕНИЕ"), and the lines below it; no name
    where the first lines are the title's own.
    """
    at = next((n for n, line in enumerate(lines[: 1 + MOST_ABOVE]) if n and line.apart), 0)
    at = _begins_below_house(lines[: at or MOST_ABOVE], lines, lang) or at
    of_state = header_words(lang)["of_state"]
    if at and at + 1 < len(lines) and re.fullmatch(of_state, lines[at].text, re.IGNORECASE):
        at += 1  # "МИНИСТЕРСТВО САДОВ" / "РЕСПУБЛИКИ КАЗАХСТАН"
    name = joined(lines[:at])
    words = header_words(lang)
    kinds = "|".join(form for forms in words["kinds"].values() for form in forms.values())
    stamp = "|".join((words["approved"], words["adopted"], words["annex"], rf"(?<!\w)(?:{kinds})(?!\w)"))
    goes_on = rf"{words['genitive']}|{words['attributive']}"
    own = re.search(rf"{stamp}|{goes_on}|{day_pattern(lang)}", name, re.IGNORECASE)
    to_whom = any(re.search(words["addressed"], line.text) for line in lines[:at])
    if not at or own or to_whom or _is_titled(name, lang):
        return "", lines
    below = lines[at:]
    title = title_below(below, lang)
    paper, known = is_paper(below[0].text), house_above(lines[:at], lang)
    quoted = is_quoted_whole(paragraph_at(below, 0), lang) or _CAPTION.fullmatch(below[0].text)
    called = kind_by_title(title, lang) or calls_itself(title, lang) or quoted
    house = known if paper else called and (known or names_house(name, lang))
    return (name, below) if house else ("", lines)


def without_adoption(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the paragraphs above a title that tell who agreed to a text or adopted it, and of no act: "Одобрена
    / на заседании совета / протокол от 14.10.2031 № 3", "Согласовано: / отдел садов".
    """
    for _ in range(MOST_LINES):
        told = paragraph_at(lines, 0)
        if not told or len(told) == len(lines) or not _is_adoption(told, lang):
            break
        lines = lines[len(told) :]
    return lines


def without_addressee(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the paragraph above them that tells whom a paper is for: "Директору школы / Садову А.Б."."""
    told = paragraph_at(lines, 0)
    one = header_words(lang)["addressed_one"]
    to_whom = any(re.search(one, line.text) for line in told[:MOST_ABOVE]) and len(told) <= MOST_LINES
    return lines[len(told) :] if to_whom and len(told) < len(lines) else lines


def _is_adoption(told: Sequence[Line], lang: str) -> bool:
    words = header_words(lang)
    written = " ".join(line.text for line in told)
    if len(told) > 1 + MOST_LINES or len(written) > 2 * LONGEST_LINE or is_title(written, words):
        return False
    adopted = "|".join((words["approved"], words["stamps"]))
    alone = re.fullmatch(rf"\W*(?:{adopted})\W*", told[0].text, re.IGNORECASE)
    minutes = rf"\W*{NUMBER} ?(?:{words['kinds']['minutes']['named']})\W*$"
    written = re.sub(minutes, "", written, flags=re.IGNORECASE) if lang == "kk" else written
    opens = alone or (
        re.match(rf"\W*(?:{adopted})(?!\w)", written, re.IGNORECASE)
        if lang == "ru"
        else re.search(rf"(?<!\w)(?:{adopted})\W*(?:\([^()]*\)\W*)?(?:{day_pattern(lang)}\W*)?$", written, re.I)
    )
    by = rf"(?<!\w)(?:{words['meeting']})|(?:{words['kinds']['minutes']['named']})(?!\w)|{day_pattern(lang)}"
    return bool(opens and (alone or re.search(by, written, re.IGNORECASE)))


def _begins_below_house(near: Sequence[Line], lines: Sequence[Line], lang: str) -> int:
    """Where a title begins right below the name of a house, without a blank line; 0 where it does not."""
    for n in range(len(near) - 1, 0, -1):
        dated = re.search(day_pattern(lang), near[n].text, re.IGNORECASE)  # "«Бақ» АҚ | Басқармасының ... шешімі"
        if dated or near[n].text[0].islower() or not names_house(joined(near[:n]), lang):
            continue
        if calls_itself(near[n].text if lang == "ru" else title_below(lines[n:], lang), lang):
            return n
    return 0


def without_person(written: str) -> str:
    """Who approves, without the name of the person: "Директор лицея А. Садов" is the director of the lyceum."""
    return _PERSON.sub("", written.strip(" ,.;_")).strip(" ,.;_/")


def house_of(issuer: str, lang: str) -> str:
    """The organisation of who heads it: "КГУ «Сад»" of "Директор КГУ «Сад»"; an office without one is itself."""
    return _heads(lang).sub("", issuer)


def is_signed(line: str) -> bool:
    """Whether a line ends with the name of a person."""
    return _PERSON.search(line) is not None


def _word_of_stamp(text: str, lang: str) -> re.Match[str] | None:
    """The word of a stamp: alone on its line, or before a colon or the closing mark of a quotation."""
    return _stamp_words(lang).match(text) if len(text) <= LONGEST_LINE else None


@cache
def _stamp_words(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{header_words(lang)['stamps']})(?:\W*$|\s*[:»\"”]+\s*)", re.IGNORECASE)


def _end(lines: Sequence[Line], behind_word: int, lang: str) -> int | None:
    """Where the lines of a stamp end: behind the day, else behind the signature; None where neither stands there."""
    signed = None
    for at, line in enumerate(lines[: 1 + MOST_LINES]):
        if at and (_word_of_stamp(line.text, lang) or (line.apart and calls_itself(line.text, lang))):
            break
        if at and line.apart and is_validity([line], lang):
            break
        text = line.text[behind_word:] if at == 0 else line.text
        day = _day(text, lang)
        if day and not _is_titled(text[: day.start()], lang):
            return at + 1
        if len(text) > LONGEST_LINE or _is_titled(text, lang):
            break
        if _PERSON.search(text):
            signed = at
    return None if signed is None else signed + 1


def _day(text: str, lang: str) -> re.Match[str] | None:
    """The day in a line of a stamp, also one to be filled in by hand."""
    return re.search(day_pattern(lang), text, re.IGNORECASE) or re.search(_BLANK_DAY, text, re.IGNORECASE)


def _is_titled(text: str, lang: str) -> bool:
    return bool(kind_by_title(text, lang)) or is_title(text, header_words(lang))


def _read(lines: Sequence[Line], behind_word: int, lang: str) -> tuple[Stamp, list[Line]]:
    """What the lines of a stamp tell, and the line that its last one goes on as behind the day ("... года ПЛАН")."""
    told = [lines[0].text[behind_word:], *(line.text for line in lines[1:])]
    found = _day(told[-1], lang)
    day = parse_day(found.groupdict().get("date"), lang) if found else None
    number = next((match["number"] for text in told if (match := _ordered(lang).search(text))), None)
    left: list[Line] = []
    if found and day and not _ordered(lang).search(told[-1]):
        behind = _BEHIND_DAY.fullmatch(told[-1], found.end())
        left = [replace(lines[-1], text=behind["rest"], apart=True)] if behind and behind["rest"] else []
    if found:
        told[-1] = told[-1][: found.start()]
    names = (without_person(_orders(lang).sub("", text)) for text in told)
    issuer = " ".join(name for name in names if name)
    return Stamp(issuer, day, number), left


@cache
def _ordered(lang: str) -> re.Pattern[str]:
    """The number of the order that approves: "приказ № 77", "№ 77 бұйрық", of a line that has the word."""
    order = header_words(lang)["kinds"]["order"]
    forms = "|".join(order[role] for role in ("named", "by"))
    if lang == "kk":
        return re.compile(rf"{NUMBER} ?(?:санды )?(?:{forms})(?!\w)", re.IGNORECASE)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)[^№]*{NUMBER}", re.IGNORECASE)


@cache
def _orders(lang: str) -> re.Pattern[str]:
    """The order's own words in a stamp, which are of nobody's name: "приказом", "от", "№ 77 бұйрық"."""
    order = header_words(lang)["kinds"]["order"]
    forms = "|".join(order[role] for role in ("named", "by"))
    of = header_words("ru")["of"].strip()
    return re.compile(
        rf"{_ordered(lang).pattern.replace('?P<number>', '?:')}|^\W*(?:{forms})(?!\w)|(?<!\w){of}\W*$", re.IGNORECASE
    )


@cache
def _heads(lang: str) -> re.Pattern[str]:
    """The office of who heads an organisation, beside a name that stays as it is without it."""
    words = header_words(lang)
    heads, acting = words["heads"], words["acting"]
    if lang == "ru":
        return re.compile(rf"^(?:{acting}\s*)?(?:{heads})\s+(?-i:(?=[{UPPER}]{{2,6}}\s+[«\"“]|[«\"“]))", re.IGNORECASE)
    return re.compile(rf"(?-i:(?<=[{UPPER}]))\s+(?:{heads})(?:\s+(?:{acting})\.?)?$", re.IGNORECASE)
