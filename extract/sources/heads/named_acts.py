"""Where a head names the act that a text is, is approved by or is annexed to, in the shapes of `header_patterns`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.approvals.signatures import is_signed
from extract.sources.heads.header_patterns import inline, patterns
from extract.sources.heads.letterheads.number_and_day import MOST_LINES
from extract.sources.heads.lines.around import is_note
from extract.sources.heads.lines.kinds import ENACTS_NOW
from extract.sources.heads.lines.line import Line, joined, lines_of, paragraph_at
from extract.sources.heads.titles.text_begins import SHORTEST_SENTENCE
from extract.sources.heads.titles.wording import calls_itself, is_title
from extract.values.acts import NUMBER_SIGN, day_pattern, parse_day
from kzedu_graph.language.letters import UPPER

MINUTES = "minutes"
HEAD_CHARACTERS = 3000
"""How far into a text its own header is looked for, in characters."""
LONGEST_HEADER = 700
LONGEST_STAMP_LINE = 120
MOST_INLINE = 2
"""Lines that a title with the header behind it is spread over; one more where no blank line parts them."""
_PREPOSITION_LAST = re.compile(rf"(?:^|\s)(?:{header_words(ANY)['goes_on']})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
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

    @property
    def own_line(self) -> str:
        """The line that has the word of the act ("Решение педагогического совета"), else the first of its lines."""
        lines = [line.text for line in self.lines[self.at : self.behind]]
        word = re.compile(rf"(?<!\w)(?:{_named(self.kind)})(?!\w)", re.IGNORECASE)
        return next((line for line in lines if word.search(line)), lines[0])


def _named(kind: str) -> str:
    """The word of a kind of act, in either language."""
    return "|".join(header_words(lang)["kinds"].get(kind, {}).get("named", "(?!)") for lang in ("ru", "kk"))


def first_act(lines: Sequence[Line], lang: str) -> Found | None:
    """The first place of a head that names an act; above the words that enact it may stand in any role.

    Below the first sentence, a name with the title in quotation marks behind it is a citation.
    """
    enacted, told, house = False, False, re.compile(header_words(lang)["numbered_house"], re.IGNORECASE)
    annex = rf"\d{{1,3}} ?-? ?(?:{header_words(lang)['annex']})\W*$"  # "1-қосымша" above whose it is
    day = re.compile(rf"{day_pattern(lang)}|{annex}", re.IGNORECASE)
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
            if found and not (told and goes_on_quoted(found)):
                return replace(_below_signature(found, lang) if enacted else found, of_annex=enacted)
        enacted = enacted or bool(ENACTS_NOW.search(line.text))
        told = told or (line.text.endswith(".") and len(line.text.split()) >= SHORTEST_SENTENCE)
    return None


def goes_on_quoted(found: Found) -> bool:
    """Whether a quotation follows right behind the act."""
    return found.match.string[found.match.end() :].lstrip().startswith(("«", '"', "“"))


def _below_signature(found: Found, lang: str) -> Found:
    """A stamp without the lines of a signature above it, which a blank line sets apart; where one stands between all
    lines, what ends with the name of a person is the signature.
    """
    rows = range(found.at + 1, found.behind)
    apart = [n for n in rows if found.lines[n].apart]
    if len(apart) == len(rows) > 1:
        apart = [n for n in rows if is_signed(found.lines[n - 1].text)]
    later = (_act_at(found.lines, n, lang, stamps_only=True) for n in reversed(apart))
    return next((stamp for stamp in later if stamp and stamp.behind == found.behind), found)


def first_stamp(text: str, lang: str) -> Found | None:
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


def _is_cited(found: Found, before: Sequence[Line], lang: str) -> bool:
    number, day = re.escape(found.match.groupdict().get("number") or ""), parse_day(found.match["date"], lang)
    told = " ".join(line.text for line in before)
    return any(
        parse_day(match["date"], lang) == day
        for match in re.finditer(rf"{day_pattern(lang)},? {NUMBER_SIGN}{number}(?!\w)", told, re.IGNORECASE)
    )


def _act_at(lines: Sequence[Line], at: int, lang: str, *, stamps_only: bool) -> Found | None:
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
                if kind == "act" and match and _is_over_title(lines[at : at + count], lang):
                    continue
                if match and parse_day(match["date"], lang) and not (role == "named" and _is_ground(match, kind, lang)):
                    return Found(match, kind, role, lines, at, at + count)
            run = count == MOST_INLINE + 1 and not any(line.apart for line in lines[at + 1 : at + count])
            if numbered and not stamps_only and (count <= MOST_INLINE or run):
                found = _inline(lines, at, count, window, lang)
                if found:
                    return found
    return None


def title_between(found: Found, lang: str) -> tuple[str, str] | None:
    """The title and the issuer of an act whose title stands above its day: "УКАЗ / Президента ... / О садах / Астана,
    5 мая 2031 года № 77"; None where no blank line sets a title apart there.
    """
    told = found.lines[found.at : found.behind]
    words = header_words(lang)
    first = next((n for n, line in enumerate(told) if n and line.apart), None)
    last = next((n for n, line in enumerate(told) if first and n > first and line.apart), None)
    if first is None or last is None:
        return None
    title = joined(told[first:last])
    issuer = re.sub(rf"(?<!\w)(?:{_named(found.kind)})(?!\w)", " ", joined(told[:first]), flags=re.IGNORECASE)
    return (title, " ".join(issuer.split())) if is_title(title, words) else None


def without_second_stamp(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """Lines without a further stamp above a title, of the act that first approved what another gives a new wording."""
    told = paragraph_at(lines, 0)
    approved = re.compile(header_words(lang)["approved"], re.IGNORECASE)
    if len(told) == len(lines) or not any(approved.search(line.text) for line in told):
        return lines
    found = _act_at(lines, 0, lang, stamps_only=True)
    return lines[len(told) :] if found and found.role == "by" and found.behind == len(told) else lines


def _is_over_title(lines: Sequence[Line], lang: str) -> bool:
    """Whether what might be a stamp with a day alone reaches into a paragraph that is the text's title, and the day is
    of what the title tells: "Согласовано: отдел садов" / "РАСПИСАНИЕ ... с 1 мая 2031 года".
    """
    apart = [n for n in range(1, len(lines)) if lines[n].apart]
    return any(calls_itself(joined(lines[n:]), lang) for n in apart)


def _inline(lines: Sequence[Line], at: int, count: int, window: str, lang: str) -> Found | None:
    """An act's header behind its title: "Об утверждении Правил ... Приказ Министра ... от ... № 432"."""
    for start in reversed([match.end() for match in inline(lang).finditer(window)]):
        title = window[:start].strip()
        if title.count("(") > title.count(")") or not is_title(title.rstrip('»"”'), header_words(lang)):
            continue
        for kind, role, pattern in patterns(lang, numbered=True):
            match = pattern.match(window[start:]) if role == "named" else None
            if match and parse_day(match["date"], lang) and not _is_ground(match, kind, lang):
                return Found(match, kind, role, lines, at, at + count, joined([Line(title, True)]))
    return None


def _is_ground(match: re.Match[str], kind: str, lang: str) -> bool:
    """Whether an act is one that a text only rests on, or that adopted it, by the words in front; minutes have a head
    of their own, and stand elsewhere as what adopted a text.
    """
    before = match.groupdict().get("issuer") or ""
    return kind == MINUTES or bool(re.search(header_words(lang)["grounds"], before, re.IGNORECASE))


def behind_title(line: Line, lang: str) -> Line | None:
    """What stands behind the title of an act that a Kazakh stamp gives in front: "Бақтар туралы Орда облыстық ..."."""
    title = (
        re.search(rf"(?<!\w)(?:{header_words(lang)['title_in_front']})[»\"”]? (?=[{UPPER}])", line.text)
        if lang == "kk"
        else None
    )
    return replace(line, text=line.text[title.end() :]) if title else None
