"""What a text says of itself at its head: the act's kind, date, number, issuer and title, and its last amendment.

О мерах ...                                          О мерах ...
Постановление Правительства ... от 5 мая 2031 года № 77.
Приказ / от 5 мая 2031 года № 77                     a letterhead, its parts on lines of their own
Утверждены приказом ... от 5 мая 2031 года № 77      rules, plans: what approves them
... 2031 жылғы 5 мамырдағы № 77 бұйрығына 2-қосымша  an annex
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile

from extract.language.written_days import with_day_in_figures
from extract.lexicon.acts import ANY, header_words
from extract.lexicon.staff import names_house
from extract.sources.heads.amendment_notes import last_amendment
from extract.sources.heads.columns import in_one_column, of_one_language
from extract.sources.heads.contracts import read_contract
from extract.sources.heads.header_patterns import without_labels
from extract.sources.heads.letterheads import (
    MOST_LINES,
    find_alone,
    is_of_house,
    kind_enacted,
    without_places_and_names,
)
from extract.sources.heads.mastheads import read_masthead
from extract.sources.heads.minutes import house_above, is_beside, number_of_paper, read_minutes
from extract.sources.heads.named_acts import (
    HEAD_CHARACTERS,
    MINUTES,
    MOST_INLINE,
    Found,
    first_act,
    first_stamp,
    goes_on_quoted,
    title_between,
    without_second_stamp,
)
from extract.sources.heads.side_by_side import with_one_day, without_the_other_language
from extract.sources.heads.stamps import (
    Stamp,
    read_stamps,
    split_house,
    without_addressee,
    without_adoption,
    without_annex_mark,
    without_caption,
    without_publication,
)
from extract.sources.heads.titles import (
    Line,
    calls_itself,
    is_greeting,
    is_paper,
    is_title,
    joined,
    kind_by_title,
    lines_of,
    paragraph_at,
    title_above,
    title_below,
    without_marks,
)
from extract.sources.heads.titles_by_look import title_by_look
from extract.sources.heads.unfilled_stamps import Unfilled, find_unfilled
from extract.sources.heads.unnumbered import find_unnumbered
from extract.values.acts import NUMBER, NUMBER_SIGN, day_pattern, parse_day

PAPER = "paper"
"""What the head of a contract or of a numbered instruction is of, which day and number do not make known: every
organisation counts its own.
"""

_DRAFT = re.compile(header_words(ANY)["draft"], re.IGNORECASE)
MOST_MARKS = 3
"""Lines of marks above a draft."""

_QUOTED = re.compile(r"[«\"“](?P<words>[^«»\"“”]{8,})[»\"”]")
_OF_SESSION = re.compile(rf"[ ,]*{NUMBER_SIGN}(?P<number>\d{{1,3}}[-/]\d{{1,4}}) ?сессия\w*\W*$", re.IGNORECASE)
"""A number of a council's decision by its session, in front of the day: "... мәслихаты № 7-77 сессиясының"."""
_TITLE = re.compile(r"^# (?=\S)", re.MULTILINE)
_BEGINS_WITH_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_CONTENTS = re.compile(header_words(ANY)["contents"], re.IGNORECASE)


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


def read_header(text: str, lang: str) -> Header:
    """The header of a text: the first place of its head that names an act the way headers do, else its first stamp.

    An act that the text only cites is never taken for its own: below the words that enact, a stamp alone tells.
    """
    text = text[_contents_end(text) :]
    head = without_the_other_language(text[:HEAD_CHARACTERS], lang)
    told = without_publication(_without_draft_mark(list(lines_of(in_one_column(head, lang)))))
    lines = without_annex_mark(told, lang)
    lines = [replace(line, text=with_one_day(with_day_in_figures(line.text), lang)) for line in lines]
    lines = without_labels(lines, lang)
    amended = last_amendment(text, lines, lang)
    stamp, below, house = read_stamps(lines, lang)
    minutes = read_minutes([*house, *below], lang)
    if minutes:
        return Header(minutes.title, MINUTES, MINUTES, minutes.number, minutes.day, minutes.issuer, amended)
    if paper := read_masthead(lines, lang):
        return Header(paper.title, "act", PAPER, paper.number, paper.day, paper.issuer, amended)
    if contract := read_contract([*house, *below], lang):
        return Header(contract.title, "act", PAPER, contract.number, contract.day, contract.issuer, amended)
    lines = [_unbracketed(line, lang) for line in lines]
    name, titled = ("", lines) if stamp else split_house(lines, lang)
    if name:
        lines, below = titled, titled
    found = None if stamp else first_act(lines, lang) or first_stamp(text, lang)
    letterhead = _letterhead(text, lines, name, lang) if found is None and not stamp else None
    if letterhead:
        return replace(letterhead, amended=amended)
    header = _header(found, lang, amended) if found else _stamped(stamp, below, house, lang, amended)
    header = replace(header, issuer=name) if name and is_of_house(header.issuer, name, lang) else header
    return replace(header, kind=kind_enacted(lines) or "act") if header.kind == "act" else header


def _letterhead(text: str, lines: Sequence[Line], house: str, lang: str) -> Header | None:
    """The header of a letterhead whose parts stand alone, or are to be filled in; None where there is none."""
    if alone := find_alone(lines, lang):
        issuer = alone.issuer or ("" if is_paper(lines[0].text) else house)  # a memo has whom it is for above it
        return Header(alone.title, alone.kind, alone.act, alone.number, alone.act_date, issuer)
    if bare := find_unnumbered(text, lines, lang):
        government = is_of_government(bare.kind, bare.issuer, lang)
        told = Header(bare.title, bare.kind, bare.kind, bare.number, bare.act_date, bare.issuer)
        return replace(told, by_government=government)
    unfilled = find_unfilled(lines, lang)
    return _draft(unfilled, lines, lang) if unfilled else None


def _without_draft_mark(lines: list[Line]) -> list[Line]:
    """Lines without the mark above them that a text is a draft, or is not for everybody ("Проект", "Жоба")."""
    for n, line in enumerate(lines[:MOST_MARKS]):
        if not _DRAFT.fullmatch(line.text):
            return lines[n:]
    return lines


def _contents_end(text: str) -> int:
    """Where the words of a text begin behind contents that stand above its title, which is a heading of Markdown."""
    titled = _TITLE.search(text)
    above = [line for line in text[: titled.start()].splitlines() if line.strip()] if titled else []
    contents = len(above) > 1 and all(_CONTENTS.match(without_marks(line)) for line in above)  # one is a stamp
    return titled.start() if titled and contents else 0


def _stamped(stamp: Stamp, below: Sequence[Line], house: Sequence[Line], lang: str, amended: date | None) -> Header:
    """The header of a text that says nothing of itself but its title, and perhaps who approved it, below the name of
    the house whose paper it is.
    """
    greets = bool(below) and is_greeting(below[0].text)
    below = below[1:] if greets else below
    below = without_caption(without_addressee(without_adoption(below, lang), lang), lang)
    below = list(dropwhile(lambda line: _BEGINS_WITH_NUMBER.match(line.text) and is_beside(line.text, lang), below))
    title_of_paper = _title_of_paper(below, lang)
    title, above = title_of_paper or title_below(below, lang), ""
    known = is_title(title, header_words(lang)) or kind_by_title(title, lang) or is_paper(title)
    if not (known or calls_itself(title, lang)):
        title, above = title_by_look(below, lang) or ("" if greets else title, above)
    kind = kind_by_title(title, lang) or "act"
    counted = kind == "manual" or is_paper(title)
    own = None if stamp.number or not counted else number_of_paper(title.partition(". ")[0], lang)
    return Header(
        title=title,
        kind=kind,
        act="order" if stamp.number else PAPER if own else "act",
        number=stamp.number or own,
        act_date=stamp.day or (_day_of_paper(below, lang) if is_paper(title) or title_of_paper else None),
        issuer=joined(house) or stamp.issuer or above,
        amended=amended,
    )


def _draft(unfilled: Unfilled, lines: Sequence[Line], lang: str) -> Header:
    """The header of a text below a stamp whose day is to be filled in."""
    title = title_below(lines[unfilled.behind :], lang)
    return Header(
        title=title or lines[0].text,
        kind=kind_by_title(title, lang) or unfilled.act,
        act=unfilled.act,
        issuer=unfilled.issuer,
        by_government=is_of_government(unfilled.act, unfilled.issuer, lang),
    )


def is_of_government(kind: str, issuer: str, lang: str) -> bool:
    """Whether an act of a kind is one of the Government, by the words of its issuer."""
    return kind == "resolution" and bool(re.search(header_words(lang)["government"], issuer, re.IGNORECASE))


def _title_of_paper(lines: Sequence[Line], lang: str) -> str | None:
    """The title of a letter, below the line that calls it one ("Методическое письмо" / «Об особенностях ...»), else
    that line.
    """
    at = next((n for n, line in enumerate(lines[:MOST_LINES]) if is_paper(line.text)), None)
    if at and any(line.is_heading for line in lines[:at]):  # it calls itself something below its title
        return None
    rest = dropwhile(lambda line: is_beside(line.text, lang), lines[at + 1 :]) if at is not None else ()
    below = title_below(list(rest), lang)
    if is_title(below, header_words(lang)):
        return below
    return lines[at].text if at is not None else None


def _day_of_paper(lines: Sequence[Line], lang: str) -> date | None:
    """The day that stands alone on a line, or beside the town, near the line that calls a letter what it is."""
    at = next((n for n, line in enumerate(lines[:MOST_LINES]) if is_paper(line.text)), 0)
    near = (line.text for line in lines[max(0, at - 2) : at + MOST_LINES] if is_beside(line.text, lang))
    days = (re.search(day_pattern(lang), text, re.IGNORECASE) for text in near)
    return next((parse_day(found["date"], lang) for found in days if found), None)


def _unbracketed(line: Line, lang: str) -> Line:
    """A stamp without the brackets around it: "(Кеңестің 2031 жылғы 5 мамырдағы № 5 хаттамасымен мақұлданған)"."""
    inside = line.text[1:-1]
    whole = line.text.startswith("(") and line.text.endswith(")") and "(" not in inside
    told = whole and re.search(header_words(lang)["approved"], inside, re.IGNORECASE)
    return replace(line, text=inside) if told else line


def _header(found: Found, lang: str, amended: date | None) -> Header:
    words, groups, kind = header_words(lang), found.match.groupdict(), found.kind
    issuer = without_places_and_names(_in_one_language(groups.get("issuer") or "", found, lang))
    session = _OF_SESSION.search(issuer)
    issuer = issuer[: session.start()] if session else issuer
    quoted = _QUOTED.search(issuer) if kind in ("law", "code") else None
    house = of_one_language(found.lines[: found.at], lang)
    name, told = _without_house(found, lang)
    above, below = title_above(house, words), title_below(told, lang)
    behind = _quoted_behind(found) if found.role == "named" else None
    if found.title or behind:
        title = found.title or behind or ""
    elif found.role == "named" and (between := title_between(found, lang)):
        title, issuer = between
    elif found.role != "named" and found.of_annex:
        title = title_below(found.lines, lang)
    elif found.role != "named":
        named_above = above and kind_by_title(above, lang) and not kind_by_title(below, lang)
        title = above if named_above and not is_title(below, words) else below
    elif quoted:
        title, issuer = quoted["words"], issuer[: quoted.start()].strip()
    elif is_title(issuer, words):
        title, issuer = issuer, above
    elif above and (
        is_title(above, words)
        or not (
            is_title(below, words) or (not issuer and (not below or _may_name(told)) and _is_body(house, above, lang))
        )
    ):
        title = above
    else:
        title, issuer = below, above if is_of_house(issuer, above, lang) else issuer
    return Header(
        title=title or (above if found.role != "named" or not house_above(house, lang) else "") or found.own_line,
        kind=kind if found.role == "named" or found.of_annex else kind_by_title(title, lang) or kind,
        act=kind,
        number=groups.get("number") or (session["number"] if session else None),
        act_date=parse_day(groups["date"], lang),
        issuer=issuer or name,
        amended=amended,
        annex=None if found.of_annex else groups.get("annex"),
        by_government=is_of_government(kind, issuer, lang),
    )


def _may_name(told: Sequence[Line]) -> bool:
    """Whether the paragraph behind a letterhead may be a title: it is no sentence, and no label stands in it."""
    paragraph = joined(paragraph_at(told, 0)) if told else ""
    return bool(paragraph) and paragraph[-1] not in ".:;," and ": " not in paragraph


def _is_body(house: Sequence[Line], above: str, lang: str) -> bool:
    """Whether what stands above a letterhead is the body that issues, and no title: "Комиссия по садам"."""
    return bool(house_above(house, lang) or names_house(above, lang)) and not calls_itself(above, lang)


def _without_house(found: Found, lang: str) -> tuple[str, Sequence[Line]]:
    """The house whose name stands above a stamp that tells the act, or below it, and the lines below all stamps."""
    lines = _behind(found, lang)
    if found.role == "named" or found.of_annex:
        return "", lines
    _, below, house = read_stamps(lines, lang)
    name, titled = split_house(below, lang)
    return name or joined(house) or house_above(found.lines[: found.at], lang), titled


def _behind(found: Found, lang: str) -> Sequence[Line]:
    """The lines behind the place that names an act, without the minutes told in the same paragraph of a stamp."""
    lines = found.lines[found.behind :]
    minutes = header_words(lang)["kinds"]["minutes"]["named"]
    told = found.role == "by" and lines and not lines[0].apart and number_of_paper(lines[0].text, lang)
    lines = lines[1:] if told and re.match(rf"\W*(?:{minutes})(?!\w)", lines[0].text, re.IGNORECASE) else lines
    return lines if found.role == "named" else without_second_stamp(lines, lang)


def _in_one_language(issuer: str, found: Found, lang: str) -> str:
    """An issuer whose name stands in both languages, one below the other, above the word for the act."""
    named = [line for line in found.lines[found.at : found.behind] if line.text in issuer]
    return joined(of_one_language(named, lang)) if len(named) > 1 and joined(named) == issuer else issuer


def _quoted_behind(found: Found) -> str | None:
    """The title in quotation marks behind a header: "Постановление ... от 5 мая 2031 года № 5 «О поливе»"."""
    if not goes_on_quoted(found):
        return None
    told = found.match.string[found.match.end() :].strip()
    more = " ".join(line.text for line in found.lines[found.behind : found.behind + MOST_INLINE])
    quoted = _QUOTED.match(told) or _QUOTED.match(f"{told} {more}")
    return quoted["words"] if quoted else None
