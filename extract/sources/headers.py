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

from extract.lexicon.acts import ANY, header_words
from extract.sources.amendment_notes import last_amendment
from extract.sources.columns import in_one_column, of_one_language
from extract.sources.contracts import read_contract
from extract.sources.header_patterns import inline, patterns
from extract.sources.letterheads import (
    MOST_LINES,
    SHORTEST_SENTENCE,
    find_alone,
    is_of_house,
    kind_enacted,
    without_places_and_names,
)
from extract.sources.minutes import number_of_paper, read_minutes
from extract.sources.side_by_side import without_the_other_language
from extract.sources.stamps import Stamp, is_signed, read_stamps, split_house, without_annex_mark
from extract.sources.titles import (
    ENACTS_NOW,
    Line,
    behind_title,
    is_note,
    is_paper,
    is_title,
    joined,
    kind_by_title,
    lines_of,
    title_above,
    title_below,
    without_marks,
)
from extract.sources.unfilled_stamps import Unfilled, find_unfilled
from extract.values.acts import NUMBER_SIGN, day_pattern, parse_day

MINUTES = "minutes"
PAPER = "paper"
"""What the head of a contract or of a numbered instruction is of, which day and number do not make known: every
organisation counts its own.
"""
HEAD_CHARACTERS = 3000
"""How far into a text its own header is looked for, in characters."""
LONGEST_HEADER = 700
LONGEST_STAMP_LINE = 120
MOST_INLINE = 2
"""Lines that a title with the header behind it is spread over."""

_QUOTED = re.compile(r"[«\"“](?P<words>[^«»\"“”]{8,})[»\"”]")
_TITLE = re.compile(r"^# (?=\S)", re.MULTILINE)
_CONTENTS = re.compile(header_words(ANY)["contents"], re.IGNORECASE)
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


def read_header(text: str, lang: str) -> Header:
    """The header of a text: the first place of its head that names an act the way headers do, else its first stamp.

    An act that the text only cites is never taken for its own: below the words that enact, a stamp alone tells.
    """
    text = text[_contents_end(text) :]
    head = without_the_other_language(text[:HEAD_CHARACTERS], lang)
    lines = without_annex_mark(list(lines_of(in_one_column(head, lang))), lang)
    amended = last_amendment(text, lines, lang)
    stamp, below, house = read_stamps(lines, lang)
    minutes = read_minutes([*house, *below], lang)
    if minutes:
        return Header(minutes.title, MINUTES, MINUTES, minutes.number, minutes.day, minutes.issuer, amended)
    if contract := read_contract([*house, *below], lang):
        return Header(contract.title, "act", PAPER, contract.number, contract.day, contract.issuer, amended)
    lines = [_unbracketed(line, lang) for line in lines]
    name, titled = ("", lines) if stamp else split_house(lines, lang)
    if name:
        lines, below = titled, titled
    found = None if stamp else _first_act(lines, lang) or _first_stamp(text, lang)
    if found is None and not stamp and (alone := find_alone(lines, lang)):
        return Header(alone.title, alone.kind, alone.act, alone.number, alone.act_date, alone.issuer, amended)
    if found is None and not stamp and (unfilled := find_unfilled(lines, lang)):
        return _draft(unfilled, lines, lang, amended)
    header = _header(found, lang, amended) if found else _stamped(stamp, below, house, lang, amended)
    header = replace(header, issuer=name) if name and is_of_house(header.issuer, name, lang) else header
    return replace(header, kind=kind_enacted(lines) or "act") if header.kind == "act" else header


def _contents_end(text: str) -> int:
    """Where the words of a text begin behind contents that stand above its title, which is a heading of Markdown."""
    titled = _TITLE.search(text)
    above = [line for line in text[: titled.start()].splitlines() if line.strip()] if titled else []
    contents = len(above) > 1 and all(_CONTENTS.match(without_marks(line)) for line in above)  # one is a stamp
    return titled.start() if titled and contents else 0


@dataclass(frozen=True, slots=True)
class _Found:
    """A place that names the act of a text: the lines around it, the title that stands before it on its line, and
    whether it is the stamp of what is annexed below the act itself.
    """

    match: re.Match[str]
    kind: str
    role: str
    lines: Sequence[Line]
    at: int
    behind: int
    title: str = ""
    of_annex: bool = False


def _stamped(stamp: Stamp, below: Sequence[Line], house: Sequence[Line], lang: str, amended: date | None) -> Header:
    """The header of a text that says nothing of itself but its title, and perhaps who approved it, below the name of
    the house whose paper it is.
    """
    title = _title_of_paper(below, lang) or title_below(below, lang)
    kind = kind_by_title(title, lang) or "act"
    own = None if stamp.number or kind != "manual" else number_of_paper(title, lang)
    return Header(
        title=title,
        kind=kind,
        act="order" if stamp.number else PAPER if own else "act",
        number=stamp.number or own,
        act_date=stamp.day,
        issuer=joined(house) or stamp.issuer,
        amended=amended,
    )


def _draft(unfilled: Unfilled, lines: Sequence[Line], lang: str, amended: date | None) -> Header:
    """The header of a text below a stamp whose day is to be filled in."""
    title = title_below(lines[unfilled.behind :], lang)
    return Header(
        title=title or lines[0].text,
        kind=kind_by_title(title, lang) or unfilled.act,
        act=unfilled.act,
        issuer=unfilled.issuer,
        amended=amended,
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
    below = title_below(lines[at + 1 :], lang) if at is not None else ""
    if is_title(below, header_words(lang)):
        return below
    return lines[at].text if at is not None else None


def _unbracketed(line: Line, lang: str) -> Line:
    """A stamp without the brackets around it: "(Кеңестің 2031 жылғы 5 мамырдағы № 5 хаттамасымен мақұлданған)"."""
    inside = line.text[1:-1]
    whole = line.text.startswith("(") and line.text.endswith(")") and "(" not in inside
    told = whole and re.search(header_words(lang)["approved"], inside, re.IGNORECASE)
    return replace(line, text=inside) if told else line


def _header(found: _Found, lang: str, amended: date | None) -> Header:
    words, groups, kind = header_words(lang), found.match.groupdict(), found.kind
    issuer = without_places_and_names(groups.get("issuer") or "")
    quoted = _QUOTED.search(issuer) if kind in ("law", "code") else None
    house = of_one_language(found.lines[: found.at], lang)
    above, below = title_above(house, words), title_below(found.lines[found.behind :], lang)
    behind = _quoted_behind(found) if found.role == "named" else None
    if found.title or behind:
        title = found.title or behind or ""
    elif found.role != "named" and found.of_annex:
        title = title_below(found.lines, lang)
    elif found.role != "named":
        named_above = above and kind_by_title(above, lang) and not kind_by_title(below, lang)
        title = above if named_above and not is_title(below, words) else below
    elif quoted:
        title, issuer = quoted["words"], issuer[: quoted.start()].strip()
    elif is_title(issuer, words):
        title, issuer = issuer, above
    elif above and (is_title(above, words) or not is_title(below, words)):
        title = above
    else:
        title, issuer = below, above if is_of_house(issuer, above, lang) else issuer
    return Header(
        title=title or above or found.lines[found.at].text,
        kind=kind if found.role == "named" or found.of_annex else kind_by_title(title, lang) or kind,
        act=kind,
        number=groups.get("number"),
        act_date=parse_day(groups["date"], lang),
        issuer=issuer,
        amended=amended,
        annex=None if found.of_annex else groups.get("annex"),
        by_government=is_of_government(kind, issuer, lang),
    )


def _quoted_behind(found: _Found) -> str | None:
    """The title in quotation marks behind a header: "Постановление ... от 5 мая 2031 года № 5 «О поливе»"."""
    if not _goes_on_quoted(found):
        return None
    told = found.match.string[found.match.end() :].strip()
    more = " ".join(line.text for line in found.lines[found.behind : found.behind + MOST_INLINE])
    quoted = _QUOTED.match(told) or _QUOTED.match(f"{told} {more}")
    return quoted["words"] if quoted else None


def _goes_on_quoted(found: _Found) -> bool:
    return found.match.string[found.match.end() :].lstrip().startswith(("«", '"', "“"))


def _first_act(lines: Sequence[Line], lang: str) -> _Found | None:
    """The first place of a head that names an act; above the words that enact it may stand in any role.

    Below the first sentence, a name with the title in quotation marks behind it is a citation.
    """
    enacted, told, house = False, False, re.compile(header_words(lang)["numbered_house"], re.IGNORECASE)
    day = re.compile(day_pattern(lang), re.IGNORECASE)
    for at, line in enumerate(lines):
        stands_first = house.match(line.text)
        stands_first = stands_first or (day.match(line.text) if lang == "kk" else None)
        begins = line.text[0].isupper() or line.text.startswith(("«", '"', "“")) or stands_first
        goes_on = at and _PREPOSITION_LAST.search(lines[at - 1].text)
        if (stamp := behind_title(line, lang)) and (
            found := _act_at([*lines[:at], stamp, *lines[at + 1 :]], at, lang, stamps_only=True)
        ):
            return replace(found, of_annex=enacted)
        if begins and not goes_on and not is_note(line.text, lang):
            found = _act_at(lines, at, lang, stamps_only=enacted)
            if found and not (told and _goes_on_quoted(found)):
                return replace(_below_signature(found, lang) if enacted else found, of_annex=enacted)
        enacted = enacted or bool(ENACTS_NOW.search(line.text))
        told = told or (line.text.endswith(".") and len(line.text.split()) >= SHORTEST_SENTENCE)
    return None


def _below_signature(found: _Found, lang: str) -> _Found:
    """A stamp without the lines of a signature above it, which a blank line sets apart; where one stands between all
    lines, what ends with the name of a person is the signature.
    """
    rows = range(found.at + 1, found.behind)
    apart = [n for n in rows if found.lines[n].apart]
    if len(apart) == len(rows) > 1:
        apart = [n for n in rows if is_signed(found.lines[n - 1].text)]
    later = (_act_at(found.lines, n, lang, stamps_only=True) for n in reversed(apart))
    return next((stamp for stamp in later if stamp and stamp.behind == found.behind), found)


def _first_stamp(text: str, lang: str) -> _Found | None:
    """The first stamp of a whole text that tells its act ("Утверждены приказом ... № 533" over an annex) and is not
    one that the text cites, as the stamps in the new wording of another act are.
    """
    words = header_words(lang)
    if not re.search(words["approved"] + "|" + words["annex"], text[HEAD_CHARACTERS:], re.IGNORECASE):
        return None
    lines = list(lines_of(text))
    for at, line in enumerate(lines):
        if len(line.text) > LONGEST_STAMP_LINE or not line.text[0].isupper():
            continue
        found = _act_at(lines, at, lang, stamps_only=True)
        if found and not _is_cited(found, lines[:at], lang):
            return replace(found, of_annex=True)
    return None


def _is_cited(found: _Found, before: Sequence[Line], lang: str) -> bool:
    number, day = re.escape(found.match.groupdict().get("number") or ""), parse_day(found.match["date"], lang)
    told = " ".join(line.text for line in before)
    return any(
        parse_day(match["date"], lang) == day
        for match in re.finditer(rf"{day_pattern(lang)},? {NUMBER_SIGN}{number}(?!\w)", told, re.IGNORECASE)
    )


def _act_at(lines: Sequence[Line], at: int, lang: str, *, stamps_only: bool) -> _Found | None:
    """The act that a header beginning at a line names, with a number if it has one; behind its title on one line where
    it does not begin the line.
    """
    for numbered in (True, False):
        for count in range(1, MOST_LINES + 1):
            window = " ".join(line.text for line in lines[at : at + count])
            if at + count > len(lines) or len(window) > LONGEST_HEADER:
                break
            if not re.search(day_pattern(lang), window, re.IGNORECASE):
                continue
            for kind, role, pattern in patterns(lang, numbered=numbered):
                match = None if stamps_only and role == "named" else pattern.match(window)
                if match and parse_day(match["date"], lang) and not (role == "named" and _is_ground(match, kind, lang)):
                    return _Found(match, kind, role, lines, at, at + count)
            if numbered and not stamps_only and count <= MOST_INLINE:
                found = _inline(lines, at, count, window, lang)
                if found:
                    return found
    return None


def _inline(lines: Sequence[Line], at: int, count: int, window: str, lang: str) -> _Found | None:
    """An act's header behind its title: "Об утверждении Правил ... Приказ Министра ... от ... № 432"."""
    for start in reversed([match.end() for match in inline(lang).finditer(window)]):
        title = window[:start].strip()
        if not is_title(title.rstrip('»"”'), header_words(lang)):
            continue
        for kind, role, pattern in patterns(lang, numbered=True):
            match = pattern.match(window[start:]) if role == "named" else None
            if match and parse_day(match["date"], lang) and not _is_ground(match, kind, lang):
                return _Found(match, kind, role, lines, at, at + count, joined([Line(title, True)]))
    return None


def _is_ground(match: re.Match[str], kind: str, lang: str) -> bool:
    """Whether an act is one that a text only rests on, or that adopted it, by the words in front; minutes have a head
    of their own, and stand elsewhere as what adopted a text.
    """
    before = match.groupdict().get("issuer") or ""
    return kind == MINUTES or bool(re.search(header_words(lang)["grounds"], before, re.IGNORECASE))
