"""The lines of a text's head, and the titles among them: above a header, below it, or of the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.lexicon.acts import ANY, header_words
from extract.lexicon.headings import heading_words
from extract.lexicon.staff import names_house
from kzedu_graph.language.letters import MAY_BE_FOLDED, UPPER, WORD, fold_homoglyphs

LONGEST_TITLE = 600
"""Characters."""
LONGEST_OF_LETTER = 240
SHORTEST_PREAMBLE = 8
"""Words of a line below a title that is none of it."""
SHORTEST_TITLE = 3
"""Words; a shorter paragraph ("Правила") goes on in the next."""

FEWEST_OF_SENTENCE = 3
"""Words of a line below a title that ends as a sentence does, and is none of it."""
LONGEST_OF_SENTENCE = 8
"""Lines that such a sentence is broken into."""
SHORTEST_BROKEN = 45
"""Characters of a line that goes on in the next because the page ends."""

_CRUMBS = re.compile(header_words(ANY)["crumbs"])
_GENRE = re.compile("|".join(header_words(lang)["genres"] for lang in ("ru", "kk")), re.IGNORECASE)
"""What a paper calls itself, which in small letters may be a button of a page: "ИНФОРМАЦИЯ"."""
_FIRST = re.compile(
    rf"(?:{header_words(ANY)['first_chapter']}|мазмұны|оглавление|содержание|разделы|бөлімдер)", re.IGNORECASE
)
_OF_TABLE = re.compile(
    r"^[^|\n]*[^|\s][ ]*\|[ ]*$"
    r"|^\s*(?:№|N|Р/с)(?:\s*(?:п/п|п\.п\.|р/с|р/н|р/б|№))?(?:\s*$|\s+(?-i:[А-ЯЁӘҒҚҢӨҰҮҺІ])[^\W\d_]+)",
    re.IGNORECASE,
)
"""A cell that a bar ends, or the title of a column of numbers, perhaps with those of others."""
_CODE = re.compile(r"[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{1,6}(?:[-–./][A-ZА-ЯӘҒҚҢӨҰҮҺІ\d]{1,8}){2,5}")
"""The code of a paper in an organisation's own system: "ДИ-07-2031"."""
_OF_TIMETABLE = re.compile(
    rf"(?:{header_words(ANY)['weekday']})(?: ?[:–—-] ?|$)"
    r"|.*(?<![\d.])\d{1,2}[:.]\d\d(?![\d.]).*(?<![\d.])\d{1,2}[:.]\d\d(?![\d.])",
    re.IGNORECASE,
)
"""A line of a timetable that no tabs part: "Понедельник: полив", "Вокзал 06:40 09:10"."""
_OF_DAYS = re.compile(
    r"(?:[-–—•*] ?)?(?:\d{1,2}[.)] ?)?(?:со? )?\d{1,2}(?: ?[-–—] ?\d{1,2})?[ -][^\W\d_]{3,10}(?: [^\W\d_]{2,10}){0,2}"
    r"(?: [–—-] |: ).*(?<![:,])$",
    re.IGNORECASE,
)
"""An event on its day below what a programme is called: "5 мая – открытие недели;"."""
_ABBREVIATED = re.compile(r"(?:^|[\s(«\"])(?:[^\W\d_]|гг|жж|им|ул|др|тг|млн|млрд|тыс)\.$", re.IGNORECASE)
"""What a full stop behind ends no sentence with: "на 2031 – 2033 гг."."""

_EDGE = 3
"""Words at the edge of a title, among which what it calls itself stands: first in Russian, last in Kazakh."""

_SPACED = re.compile(r"(?<!\S)(?:(?:[^\W\d_] ){2,}|(?:[^\W\d_]  ){2,})[^\W\d_](?![^\s:.,])")
"""Letters of a word set apart by one blank or two: "П О С Т А Н О В Л Е Н И Е"."""
_MARKS = re.compile(r"\[bookmark: [^\]]*\]|<[^<>]*>|[*_#]+|!{2,}")
_NOTED_BEHIND = re.compile(rf"(?<=\S) (?={header_words(ANY)['noted_behind']})", re.IGNORECASE)
"""Where a note begins behind a title on its line: "О залах <*> Сноска. ...", "О залах (заголовок в редакции ..."."""
_PART = re.compile(rf"^(?:{header_words(ANY)['part']})", re.I)
_ENACTS = re.compile(header_words(ANY)["enacts"])
ENACTS_NOW = re.compile(rf"(?:{header_words(ANY)['enacts_now']})\W*$", re.IGNORECASE)
"""The words that enact, as an act says them of itself."""
_PAGE = re.compile(header_words(ANY)["page"], re.IGNORECASE)
_QUOTED_FIRST = re.compile(r"[«\"“][^«»\"“”]+(?:[«\"“][^«»\"“”]+[»\"”][^«»\"“”]*)?[»\"”]\s*")
_WHOLLY_QUOTED = re.compile(r"[«\"“]([^«»\"“”]+)[»\"”]")


_NAME = r"(?-i:[А-ЯЁӘҒҚҢӨҰҮҺІ])[\w-]+"
_NAMES = rf"{_NAME}(?: {_NAME})?"
TOWN = f"(?:(?:{header_words('ru')['settlement']}) ?{_NAMES}|{_NAMES} (?:{header_words('kk')['settlement']}))"
"""A pattern of a town's name with its word: "г. Сад", "Бақты ауылы"."""
_TOWNS = re.compile(rf"{TOWN}(?:\W+{TOWN})?", re.IGNORECASE)
_TOWN_BESIDE = re.compile(rf"^{TOWN}(?=[\s,]|$)|(?:^|(?<=[\s,])){TOWN}$", re.IGNORECASE)
_SEATS = re.compile(rf"(?:{header_words(ANY)['seats']})(?:\W+(?:{header_words(ANY)['seats']}))?", re.IGNORECASE)
_IMPRINT = re.compile(
    rf"(?:{header_words(ANY)['cities']})(?:(?: қ\.| қаласы)?\W{{0,3}}20\d\d ?(?:г|год|ж|жыл)?\.?)?", re.IGNORECASE
)
"""Where a text was made, and when, alone on a line: "Астана", "ӨСКЕМЕН, 2015"."""
_VALIDITY = re.compile(rf"(?:{header_words(ANY)['validity']})[ .;,]*", re.IGNORECASE)
_GIVEN = re.compile(header_words(ANY)["given"], re.IGNORECASE)
"""How a certificate goes on below what it calls itself: "Дана Садовой А.Б. в том, что ..."."""
_POSTAL = re.compile(header_words(ANY)["postal"], re.IGNORECASE)
OF_PLACE = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:ой|ого) (?:области|района|края|(?:сельского )?округа)\b")
"""How a further line of an organisation's name begins: "Садовой области"."""
_ABBREVIATION = re.compile("[A-Z]{2,6}")
"""A line that is no title: the name of a sheet ("KPI")."""
NUMBER_TO_FILL = re.compile(r"№(?: ?$| [^\W\d_])")
"""How a line begins whose number is to be filled in: its blank is taken off with marks."""
_PAPER = re.compile(header_words(ANY)["papers"], re.IGNORECASE)
_GREETING = re.compile(header_words(ANY)["greets"], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head, its white space folded; whether a blank line stands above it, or it opens a cell."""

    text: str
    apart: bool
    opens_cell: bool = False
    is_heading: bool = False
    """Whether Markdown makes it the heading of the whole."""
    is_row: bool = False
    """Whether it is of a table: a row whose cells tabs part, a cell before a bar, or the title of the numbers."""


def lines_of(head: str) -> Iterator[Line]:
    """The lines that hold words, marks of Markdown, anchors and tags left out, look-alike letters and letters set apart
    undone; what the page around an act says is none of them.
    """
    apart, opened = True, False
    for raw in head.splitlines():
        text = without_marks(raw)
        if (
            text
            and not _CRUMBS.fullmatch(text)
            and (not is_page_words(text) or (text.isupper() and _GENRE.fullmatch(text)))
        ):
            first, *noted = _NOTED_BEHIND.split(text, maxsplit=1)
            yield Line(
                first,
                apart or raw.startswith("\t"),
                opened or raw.startswith(("\t", "|")),
                raw.startswith("# "),
                "\t" in raw.strip() or bool(_OF_TABLE.search(raw)),
            )
            yield from (Line(note, True) for note in noted)
            opened = False
        apart, opened = not text, opened or raw.strip(" ") == "\t"


def without_marks(raw: str) -> str:
    """A line without marks of Markdown, anchors and tags, look-alike letters and letters set apart undone."""
    text = _SPACED.sub(lambda letters: letters.group().replace(" ", ""), _MARKS.sub(" ", raw))
    text = " ".join(text.split()).strip("| •").removeprefix("> ")
    return WORD.sub(lambda word: fold_homoglyphs(word.group()), text) if MAY_BE_FOLDED.search(text) else text


def is_page_words(line: str) -> bool:
    """Whether a line is what the page of a register or a portal says around an act ("Новый", "Toggle Dropdown")."""
    return bool(_PAGE.fullmatch(line))


def title_above(lines: Sequence[Line], words: Mapping[str, Any]) -> str:
    """The title over a header: the last paragraph, with those above it that make it a title; lines aside left out."""
    kept = [line for line in lines if not is_aside(line.text, words, "beside")]
    starts = [n for n, line in enumerate(kept) if n == 0 or line.apart]
    return next(
        (title for start in reversed(starts) if is_title(title := joined(kept[start:]), words)),
        joined(kept[_begins(kept, starts) :]) if starts else "",
    )


def _begins(lines: Sequence[Line], starts: Sequence[int]) -> int:
    """Where the last paragraph begins, with those above it that it goes on with in small letters or a quotation."""
    for start in reversed(starts):
        above = joined(lines[:start])
        goes_on = lines[start].text[0].islower() or OF_PLACE.match(lines[start].text)
        if not (goes_on or above.count("«") > above.count("»")):
            return start
    return 0


def title_below(lines: Sequence[Line], lang: str) -> str:
    """The title that stands under a header: a paragraph of some words, what goes on with it in small letters, and the
    next where only both make a title.
    """
    words = header_words(lang)
    lines = without_validity(lines, lang)
    title: list[Line] = []
    ends: list[int] = []
    for at, line in enumerate(lines):
        aside = is_aside(line.text, words, "beside", "amended")
        if not title and (aside or _ABBREVIATION.fullmatch(line.text)):
            continue
        if (
            aside
            or is_greeting(line.text)
            or (title and (NUMBER_TO_FILL.match(line.text) or title[-1].text.endswith("!")))
            or _PART.match(line.text)
            or _ENACTS.search(line.text)
            or ENACTS_NOW.search(line.text)
        ):
            break
        if title and lang == "kk" and _names_amended(title, lines[at:], words):
            title.append(line)
            continue
        if title and lang == "kk" and _is_preamble(line.text) and is_title(joined(title), words):
            break
        if title and (
            begins_text(lines, at) or (line.text[0].isupper() and re.search(words["adopted"], line.text, re.I))
        ):
            break
        if not title and line.apart and is_quoted_whole(paragraph := paragraph_at(lines, at), lang):
            return joined(paragraph)
        goes_on = (line.text[0].islower() and not line.opens_cell) or is_too_short(joined(title), line, lang)
        if line.apart and not goes_on:
            ends.append(len(title))
            if len(ends) > 1:
                break
        title.append(line)
    several = [joined(title[:end]) for end in (*ends, len(title))]
    return next((one for one in several if is_title(one, words) or kind_by_title(one, lang)), several[0])


def without_validity(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without the paragraphs above a title, or single lines of them, that tell from when a text holds: "Введено
    в действие с 1 июня 2031 года / взамен Положения 2021 года".
    """
    while lines:
        told = paragraph_at(lines, 0)
        first = 1 if len(told) > 1 and is_validity(told[:1], lang) else len(told)
        if first == len(lines) or not is_validity(told[:first], lang):
            break
        lines = lines[first:]
    return lines


def is_validity(told: Sequence[Line], lang: str) -> bool:
    """Whether a paragraph tells from when a text holds."""
    written = " ".join(line.text for line in told)
    return bool(_VALIDITY.fullmatch(written)) and not is_title(written, header_words(lang))


def is_too_short(title: str, below: Line, lang: str) -> bool:
    """Whether a title goes on below a blank line for being short; two words that say what they are need no number."""
    words = len(title.split())
    whole = words > 1 and below.text[0].isdigit() and calls_itself(title, lang)
    return words < SHORTEST_TITLE and not whole


def _names_amended(title: Sequence[Line], below: Sequence[Line], words: Mapping[str, Any]) -> bool:
    """Whether a Kazakh title that begins with that of another act goes on behind it: "«Бақтар туралы» Үкіметтің ... №
    5 қаулысына / толықтыру енгізу туралы".
    """
    written = " ".join(line.text for line in title)
    if not (_QUOTED_FIRST.match(written) and not below[0].apart):
        return False
    begun = _QUOTED_FIRST.sub("", written)
    if begun and is_title(begun, words):
        return False
    own = next((n for n, line in enumerate(below) if n and line.apart), len(below))
    told = below[: min(own, LONGEST_OF_SENTENCE)]
    end = next((n for n, line in enumerate(told) if ENACTS_NOW.search(line.text) or _ENACTS.search(line.text)), None)
    return any(is_title(line.text, words) for line in told[: len(told) if end is None else end])


def _is_preamble(line: str) -> bool:
    """Whether a line right below a Kazakh title, which ends with its word ("... туралы"), is no more of it."""
    return line[0].isupper() and len(line.split()) >= SHORTEST_PREAMBLE


def calls_itself(written: str, lang: str) -> bool:
    """Whether a title says what paper it is of, by a kind or another genre: first in Russian, last in Kazakh."""
    genres = header_words(lang)["genres"]
    shape = rf"\W*(?:{genres})(?!\w)" if lang == "ru" else rf"(?<!\w)(?:{genres})\W*$"
    edge = written.split()[:_EDGE] if lang == "ru" else written.split()[-_EDGE:]
    return bool(kind_by_title(" ".join(edge), lang)) or bool(
        re.match(shape, written, re.IGNORECASE) if lang == "ru" else re.search(shape, written, re.IGNORECASE)
    )


def begins_text(lines: Sequence[Line], at: int) -> bool:
    """Whether the text itself begins at a line right below its title: a row of a table, what contents or a first
    chapter are called, a code ("ДИ-07-2031"), or a sentence, also one broken into lines of a page's width.
    """
    line = lines[at]
    if (
        line.is_row
        or _OF_TIMETABLE.match(line.text)
        or (at > 0 and _OF_DAYS.match(line.text))
        or _FIRST.fullmatch(line.text.rstrip(" :."))
        or _CODE.fullmatch(line.text)
        or is_given(line.text)
    ):
        return True
    if line.opens_cell or not line.text[0].isupper():
        return False
    words = 0
    for one in lines[at : at + LONGEST_OF_SENTENCE]:
        if one.apart and one is not line:
            break
        words += len(one.text.split())
        if one.text.endswith((".", ";", ":")) and not _ABBREVIATED.search(one.text):
            return words >= FEWEST_OF_SENTENCE
        if len(one.text) < SHORTEST_BROKEN:
            break
    return False


def paragraph_at(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines from one on up to the next that a blank line sets apart."""
    end = next((n for n in range(at + 1, len(lines)) if lines[n].apart), len(lines))
    return lines[at:end]


def is_quoted_whole(lines: Sequence[Line], lang: str) -> bool:
    """Whether quotation marks stand around some lines as around a title ("«Как поливать розы?»"), and not a name."""
    written = " ".join(line.text for line in lines)
    quoted = len(written.split()) >= SHORTEST_TITLE and _WHOLLY_QUOTED.fullmatch(written)
    return bool(quoted and not names_house(quoted[1], lang))


def is_aside(line: str, words: Mapping[str, Any], *keys: str) -> bool:
    """Whether a line around a header is no title, by words of the keys, or a town."""
    return any(re.search(words[key], line, re.IGNORECASE) for key in keys) or is_town(line)


def is_town(line: str) -> bool:
    """Whether a line is where a text was made, in either language or both: "Бақ қ.  г. Бак", "Астана, Акорда"."""
    return bool(_TOWNS.fullmatch(line) or _SEATS.fullmatch(line) or _IMPRINT.fullmatch(line))


def without_town(line: str) -> str:
    """A line without where the text was made, in front of the day or behind it: "Бақ ауылы «5» мамыр 2031 жыл № 7"."""
    return _TOWN_BESIDE.sub("", line).strip(" ,.-–—")


def is_postal(line: str) -> bool:
    """Whether a line is an address or a telephone of a sender, and not his name: "тел.: 8 (7172) 74-00-00"."""
    return bool(_POSTAL.match(line))


def is_paper(line: str) -> bool:
    """Whether a line says what paper a text is, and nothing else: "Служебная записка", "Методическое письмо"."""
    return bool(_PAPER.fullmatch(line))


def behind_title(line: Line, lang: str) -> Line | None:
    """What stands behind the title of an act that a Kazakh stamp gives in front: "Бақтар туралы Орда облыстық ..."."""
    title = (
        re.search(rf"(?<!\w)(?:{header_words(lang)['title_in_front']})[»\"”]? (?=[{UPPER}])", line.text)
        if lang == "kk"
        else None
    )
    return replace(line, text=line.text[title.end() :]) if title else None


def is_note(line: str, lang: str) -> bool:
    """Whether a line is a note of the register, in which other acts are named: "Ескерту. Күші жойылды - ..."."""
    return re.match(rf"(?:{'|'.join(heading_words(lang).notes)})\s?[.:]", line, re.IGNORECASE) is not None


def is_given(line: str) -> bool:
    """Whether a line tells whom a certificate is given to: "Дана Садовой А.Б. в том, что ..."."""
    return _GIVEN.match(line) is not None


def is_greeting(line: str) -> bool:
    """Whether a line greets whom a paper is for: "Құрметті Асқар Асанұлы!"."""
    return bool(_GREETING.fullmatch(line))


def joined(lines: Sequence[Line]) -> str:
    """Lines as one title, without quotation marks around the whole."""
    joined = " ".join(line.text for line in lines)[:LONGEST_TITLE].strip(" .")
    quoted = _WHOLLY_QUOTED.fullmatch(joined)
    return quoted[1] if quoted else joined


def is_title(written: str, words: Mapping[str, Any]) -> bool:
    """Whether it is worded as titles of acts are, by a language's words of headers."""
    return bool(re.search(words["title_of_act"], written, re.IGNORECASE))


def kind_by_title(title: str, lang: str) -> str | None:
    """What a text calls itself: "Правила ..." -> rules, "... іс-шаралар жоспары" -> plan; the outermost word counts."""
    found: list[tuple[int, str]] = [
        (match.start(), kind)
        for kind, word in header_words(lang)["titles"].items()
        for match in re.finditer(rf"(?<!\w)(?:{word})(?!\w)", title, re.IGNORECASE)
    ]
    if not found:
        return None
    return (min(found) if lang == "ru" else max(found))[1]
