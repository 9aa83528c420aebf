"""The header of a text whose head names the act that it is, is approved by or is annexed to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extract.lexicon.acts import ANY, header_words
from extract.lexicon.staff import names_house
from extract.sources.heads.approvals.stamps import read_stamps
from extract.sources.heads.header import Header, is_of_government
from extract.sources.heads.lines.around import is_town, number_of_paper
from extract.sources.heads.lines.columns import of_one_language
from extract.sources.heads.lines.kinds import kind_alone
from extract.sources.heads.lines.line import Line, joined, paragraph_at
from extract.sources.heads.named_acts import MOST_INLINE, Found, goes_on_quoted, title_between, without_second_stamp
from extract.sources.heads.titles.houses import house_above, is_of_house, split_house
from extract.sources.heads.titles.places import title_above, title_below
from extract.sources.heads.titles.wording import calls_itself, is_title, kind_by_title
from extract.values.acts import NUMBER_SIGN, parse_day
from kzedu_graph.language.letters import UPPER

_INITIALS, _SURNAME = rf"(?:[{UPPER}]\.\s?){{1,2}}", rf"[{UPPER}][\w-]+"
_SIGNED = re.compile(rf"\s+(?:{_INITIALS}{_SURNAME}|{_SURNAME}\s{_INITIALS}|{_SURNAME}\s[{UPPER}])$")
"""The name of who signs, behind his office."""
_TOWN = re.compile(rf"(?:{header_words(ANY)['towns']})", re.IGNORECASE)
_MARKS = " ,.-–—"
_OF_SESSION = re.compile(rf"[ ,]*{NUMBER_SIGN}(?P<number>\d{{1,3}}[-/]\d{{1,4}}) ?сессия\w*\W*$", re.IGNORECASE)
"""A number of a council's decision by its session, in front of the day: "... мәслихаты № 7-77 сессиясының"."""
_QUOTED = re.compile(r"[«\"“](?P<words>[^«»\"“”]{8,})[»\"”]")


def header_of_act(found: Found, lang: str, amended: date | None) -> Header:
    """The header of a text from the place that names its act, and from what stands above and below that."""
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


def without_places_and_names(issuer: str) -> str:
    """An issuer without the town that stands beside the day, and without the name of who signs."""
    bare = _SIGNED.sub("", _TOWN.sub("", issuer).strip(_MARKS))
    return "" if is_town(bare) or kind_alone(bare) else bare
