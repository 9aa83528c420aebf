"""What a text says of itself at its head: the act's kind, date, number, issuer and title, and its last amendment.

О мерах ...                                          О мерах ...
Постановление Правительства ... от 5 мая 2031 года № 77.
Приказ / от 5 мая 2031 года № 77                     a letterhead, its parts on lines of their own
Утверждены приказом ... от 5 мая 2031 года № 77      rules, plans: what approves them
... 2031 жылғы 5 мамырдағы № 77 бұйрығына 2-қосымша  an annex
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from extract.lexicon.acts import ANY, header_words
from extract.values.acts import header_day, header_number, parse_day
from kzedu_graph.language.letters import UPPER, WORD, fold_homoglyphs

HEAD_CHARACTERS = 3000
"""How far into a text its own header is looked for, in characters."""
MOST_LINES = 6
"""Lines that one header is spread over."""
LONGEST_HEADER, LONGEST_TITLE, LONGEST_NOTE = 500, 600, 600
SHORTEST_TITLE = 3
"""Words; a shorter paragraph ("Правила") goes on in the next."""

_MARKS = re.compile(r"\[bookmark: [^\]]*\]|<[^<>]*>|[*_#]+")
_ISSUER = r"(?P<issuer>[^№\d;:]{0,240}?)"
_ENDS = r"(?= ?(?:$|[.,;(]))"
_PART = re.compile(rf"^(?:{header_words(ANY)['part']})", re.I)
_ENACTS = re.compile(header_words(ANY)["enacts"])
_QUOTED = re.compile(r"[«\"“](?P<words>[^«»\"“”]{8,})[»\"”]")
_IN_FORCE = re.compile(
    rf"\([^()]*(?:{header_words(ANY)['in_force_in_brackets']})[^()]*\)|(?:{header_words(ANY)['in_force']})[^.;]*",
    re.IGNORECASE,
)
"""When an amendment enters into force, which is not its day."""
_WHOLLY_QUOTED = re.compile(r"[«\"“]([^«»\"“”]+)[»\"”]")
_PREPOSITION_LAST = re.compile(rf"(?:^|\s)(?:{header_words(ANY)['goes_on']})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; `kind` is "act" and the rest empty where it says nothing.

    `act` is the kind of the act that is or approves the text, `kind` what the text itself is ("rules"); `issuer` is
    in the text's own words; `amended` the day of the latest amendment that the text tells of; `annex` the printed
    number of an annex ("2").
    """

    title: str
    kind: str = "act"
    act: str = "act"
    number: str | None = None
    act_date: date | None = None
    issuer: str = ""
    amended: date | None = None
    annex: str | None = None
    by_government: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the head, its white space folded; whether a blank line stands above it, or it opens a cell."""

    text: str
    apart: bool


def read_header(text: str, lang: str) -> Header:
    """The header of a text: the first place that names an act the way headers do."""
    words = header_words(lang)
    lines = list(_lines(text[:HEAD_CHARACTERS]))
    amended = _last_amendment(text, lines, lang)
    for at, line in enumerate(lines):
        if not line.text[0].isupper() and not line.text.startswith(("«", '"', "“")):
            continue
        if at and _PREPOSITION_LAST.search(lines[at - 1].text):
            continue
        found = _act_at(lines, at, lang)
        if not found:
            continue
        match, kind, role, behind = found
        groups = match.groupdict()
        issuer = (groups.get("issuer") or "").strip(" ,.")
        quoted = _QUOTED.search(issuer) if kind in ("law", "code") else None
        above, below = _above(lines[:at], words), _below(lines[behind:], words)
        if role != "named":
            named_above = above and _kind_by_title(above, words) and not _kind_by_title(below, words)
            title = above if named_above and not _is_title(below, words) else below
        elif quoted:
            title, issuer = quoted["words"], issuer[: quoted.start()].strip()
        elif above and (_is_title(above, words) or not _is_title(below, words)):
            title = above
        else:
            title, issuer = below, issuer or above
        return Header(
            title=title or above or line.text,
            kind=kind if role == "named" else _kind_by_title(title, words) or kind,
            act=kind,
            number=groups.get("number"),
            act_date=parse_day(groups["date"], lang),
            issuer=issuer,
            amended=amended,
            annex=groups.get("annex"),
            by_government=kind == "resolution" and bool(re.search(words["government"], issuer, re.IGNORECASE)),
        )
    title = _below(lines, words)
    return Header(title, _kind_by_title(title, words) or "act", amended=amended)


def _lines(head: str) -> Iterator[_Line]:
    """The lines that hold words, marks of Markdown, anchors and tags left out, look-alike letters undone."""
    apart = True
    for raw in head.splitlines():
        text = " ".join(_MARKS.sub(" ", raw).split()).strip("| ")
        text = WORD.sub(lambda word: fold_homoglyphs(word.group()), text)
        if text:
            yield _Line(text, apart or raw.startswith("\t"))
        apart = not text


def _act_at(lines: Sequence[_Line], at: int, lang: str) -> tuple[re.Match[str], str, str, int] | None:
    """The act that a header beginning at a line names, with a number if it has one: the match, the act's kind, the
    role it is named in, and the first line behind the header.
    """
    for numbered in (True, False):
        for count in range(1, MOST_LINES + 1):
            window = " ".join(line.text for line in lines[at : at + count])
            if at + count > len(lines) or len(window) > LONGEST_HEADER:
                break
            if not re.search(header_day(lang), window, re.IGNORECASE):
                continue
            for kind, role, pattern in _patterns(lang, numbered):
                match = pattern.match(window)
                if match and parse_day(match["date"], lang):
                    return match, kind, role, at + count
    return None


@cache
def _patterns(lang: str, numbered: bool) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Every way in which a header names an act; without a number only what approves a text."""
    words = header_words(lang)
    dated, number = header_day(lang), header_number()
    of = f"(?:{words['of']})?" if words["of"] else ""
    found: list[tuple[str, str, re.Pattern[str]]] = []
    for kind, forms in words["kinds"].items():
        named, by, to = (rf"(?<!\w)(?:{forms[role]})(?!\w)" for role in ("named", "by", "to"))
        act = rf"{dated},? {number}" if numbered else dated
        if lang == "ru":
            joint, town = f"(?:{words['joint']})?", f"(?:{words['town']})?"
            shapes = {
                "by": [rf"(?:{words['approved']})(?!\w)[^№\d;:]{{0,160}}? ?{by} ?{_ISSUER} ?{of}{act}{_ENDS}"],
            }
            if numbered:
                shapes["named"] = [
                    rf"{joint}{named} ?{_ISSUER} ?{of}{act}(?= ?(?:{words['behind']}))",
                    rf"{joint}{named} ?{_ISSUER} ?{number} {of}{dated}{_ENDS}",
                    rf"{joint}{named} ?{_ISSUER} ?{of}{dated} {town}[{UPPER}][\w-]+ {number}{_ENDS}",
                ]
                shapes["to"] = [
                    rf"{words['annex']}(?: №? ?(?P<annex>\d+))? ?{words['annex_to']} ?{to} {_ISSUER} ?{of}{act}{_ENDS}"
                ]
        else:
            titled = "|".join((words["titled"], *words["titles"].values()))
            issuer = rf"(?P<issuer>(?:(?!\b(?:{titled})\b)[^№\d;:]){{0,240}}?)"
            shapes = {"by": [rf"{issuer} ?{act},? ?{by} (?:{words['approved']})(?!\w)"]}
            if numbered:
                shapes["named"] = [
                    rf"{issuer} ?{act},? ?{named}{_ENDS}",
                    rf"{issuer} ?{named}(?: [{UPPER}]+)? ?{act}{_ENDS}",
                    rf"{issuer} ?{named}(?: [{UPPER}]+)? ?{number} {dated}{_ENDS}",
                ]
                shapes["to"] = [rf"{issuer} ?{act},? ?{to} ?(?:(?P<annex>\d+) ?-? ?)?{words['annex']}"]
        found.extend(
            (kind, role, re.compile(shape, re.IGNORECASE)) for role, several in shapes.items() for shape in several
        )
    if not numbered:
        of_any = f"(?:{header_words('ru')['of']})?"
        signed = rf"(?:{words['approved']})(?!\w)[^№\d;:]{{0,200}}? ?{of_any}{dated}{_ENDS}"
        found.append(("act", "by", re.compile(signed, re.IGNORECASE)))
    return tuple(found)


def _above(lines: Sequence[_Line], words: Mapping[str, Any]) -> str:
    """The title over a header: the last paragraph, with those above it that make it a title; lines aside left out."""
    kept = [line for line in lines if not re.search(words["beside"], line.text, re.IGNORECASE)]
    starts = [n for n, line in enumerate(kept) if n == 0 or line.apart]
    return next(
        (title for start in reversed(starts) if _is_title(title := _joined(kept[start:]), words)),
        _joined(kept[starts[-1] :]) if starts else "",
    )


def _below(lines: Sequence[_Line], words: Mapping[str, Any]) -> str:
    """The title that stands under a header: a paragraph of some words, what goes on with it in small letters, and the
    next where only both make a title.
    """
    title: list[_Line] = []
    ends: list[int] = []
    for line in lines:
        aside = any(re.search(words[key], line.text, re.IGNORECASE) for key in ("beside", "amended"))
        if aside and not title:
            continue
        if aside or _PART.match(line.text) or _ENACTS.search(line.text):
            break
        goes_on = line.text[0].islower() or len(_joined(title).split()) < SHORTEST_TITLE
        if line.apart and not goes_on:
            ends.append(len(title))
            if len(ends) > 1:
                break
        title.append(line)
    several = [_joined(title[:end]) for end in (*ends, len(title))]
    return next((one for one in several if _is_title(one, words) or _kind_by_title(one, words)), several[0])


def _joined(lines: Sequence[_Line]) -> str:
    joined = " ".join(line.text for line in lines)[:LONGEST_TITLE].strip(" .")
    quoted = _WHOLLY_QUOTED.fullmatch(joined)
    return quoted[1] if quoted else joined


def _is_title(written: str, words: Mapping[str, Any]) -> bool:
    return bool(re.search(words["title_of_act"], written, re.IGNORECASE))


def _kind_by_title(title: str, words: Mapping[str, Any]) -> str | None:
    """What a text calls itself: "Правила ..." -> rules, "... іс-шаралар жоспары" -> plan; the outermost word counts."""
    found: list[tuple[int, str]] = [
        (match.start(), kind)
        for kind, word in words["titles"].items()
        for match in re.finditer(rf"(?<!\w)(?:{word})(?!\w)", title, re.IGNORECASE)
    ]
    if not found:
        return None
    return (min(found) if words is header_words("ru") else max(found))[1]


def _last_amendment(text: str, lines: Sequence[_Line], lang: str) -> date | None:
    """The day of the latest amendment by the notes of the register ("Сноска. ... от 13.06.2024 № 465") and by a line
    under the title ("(с изменениями и дополнениями по состоянию на 01.02.2032 г.)"); None where the text tells none.
    """
    words = header_words(lang)
    days: list[date] = []
    for line in lines:
        if re.search(words["amended"], line.text.strip("()"), re.IGNORECASE):
            days.extend(_days(line.text, lang))
    for note in re.finditer(words["amended_by"], text, re.IGNORECASE):
        told = re.split(r"\n\s*\n|\n {3,}|\n\[", text[note.start() : note.start() + LONGEST_NOTE], maxsplit=1)[0]
        if not re.search(words["repealed"], told, re.IGNORECASE):
            days.extend(_days(_IN_FORCE.sub(" ", told), lang, by_number=True))
    return max(days, default=None)


def _days(told: str, lang: str, *, by_number: bool = False) -> Iterator[date]:
    """The days in some words; of a note only where it numbers acts too."""
    if by_number and "№" not in told:
        return
    for match in re.finditer(header_day(lang), " ".join(told.split()), re.IGNORECASE):
        day = parse_day(match["date"], lang)
        if day:
            yield day
