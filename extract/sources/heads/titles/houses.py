"""The organisation whose name stands above a title: "АО «Сад»" over "ПОЛОЖЕНИЕ", and what is of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.lexicon.acts import header_words
from extract.lexicon.staff import names_house
from extract.sources.heads.lines.kinds import is_paper
from extract.sources.heads.lines.line import Line, joined, paragraph_at
from extract.sources.heads.titles.marks_above import CAPTION
from extract.sources.heads.titles.places import title_below
from extract.sources.heads.titles.wording import calls_itself, is_quoted_whole, is_titled, kind_by_title
from extract.values.acts import day_pattern
from extract.values.issuers import bodies_in, key_of_issuer
from kzedu_graph.language.letters import UPPER

LONGEST_NAME = 240
"""Characters of the name of who issues."""
MOST_ABOVE = 4
"""Lines of the name of a house above a title."""


def house_above(above: Sequence[Line], lang: str) -> str:
    """The organisation whose name is all that stands above a paper; empty where there is none."""
    name = joined(above)
    named = key_of_issuer(name, lang, alone=True) or re.search(r"[«\"“]", name)
    return name if 0 < len(name) <= LONGEST_NAME and named else ""


def split_house(lines: Sequence[Line], lang: str) -> tuple[str, Sequence[Line]]:
    """The name of the house above a text that calls itself something ("ПОЛОЖЕНИЕ"), and the lines below it; no name
    where the first lines are the title's own.
    """
    at = next((n for n, line in enumerate(lines[: 1 + MOST_ABOVE]) if n and line.apart), 0)
    at = _begins_below_house(lines[: at or MOST_ABOVE], lines, lang) or at
    words = header_words(lang)
    if at and at + 1 < len(lines) and re.fullmatch(words["of_state"], lines[at].text, re.IGNORECASE):
        at += 1  # "МИНИСТЕРСТВО САДОВ" / "РЕСПУБЛИКИ КАЗАХСТАН"
    name = joined(lines[:at])
    kinds = "|".join(form for forms in words["kinds"].values() for form in forms.values())
    stamp = "|".join((words["approved"], words["adopted"], words["annex"], rf"(?<!\w)(?:{kinds})(?!\w)"))
    goes_on = rf"{words['genitive']}|{words['attributive']}"
    own = re.search(rf"{stamp}|{goes_on}|{day_pattern(lang)}", name, re.IGNORECASE)
    to_whom = any(re.search(words["addressed"], line.text) for line in lines[:at])
    if not at or own or to_whom or is_titled(name, lang):
        return "", lines
    below = lines[at:]
    title = title_below(below, lang)
    paper, known = is_paper(below[0].text), house_above(lines[:at], lang)
    quoted = is_quoted_whole(paragraph_at(below, 0), lang) or CAPTION.fullmatch(below[0].text)
    called = kind_by_title(title, lang) or calls_itself(title, lang) or quoted
    house = known if paper else called and (known or names_house(name, lang))
    return (name, below) if house else ("", lines)


def _begins_below_house(near: Sequence[Line], lines: Sequence[Line], lang: str) -> int:
    """Where a title begins right below the name of a house, without a blank line; 0 where it does not."""
    for n in range(len(near) - 1, 0, -1):
        dated = re.search(day_pattern(lang), near[n].text, re.IGNORECASE)  # "«Бақ» АҚ | Басқармасының ... шешімі"
        if dated or near[n].text[0].islower() or not names_house(joined(near[:n]), lang):
            continue
        if calls_itself(near[n].text if lang == "ru" else title_below(lines[n:], lang), lang):
            return n
    return 0


def is_of_house(issuer: str, house: str, lang: str) -> bool:
    """Whether an act is of the organisation above it: where it names nobody, or a body of a single word below a name in
    quotation marks ("президиума" below "ОО «Сад»"), or below the name of his body ("Министра" below "Министерство
    садов").
    """
    named = re.search(r"[«\"“]", house) and " " not in issuer and not key_of_issuer(issuer, lang, alone=True)
    heads = bodies_in(issuer, lang) & (bodies_in(house, lang) | {"chair", "head"})
    held = " " not in issuer and heads and key_of_issuer(house, lang, alone=True)
    return not issuer or bool(named or held)


def house_of(issuer: str, lang: str) -> str:
    """The organisation of who heads it: "КГУ «Сад»" of "Директор КГУ «Сад»"; an office without one is itself."""
    return _heads(lang).sub("", issuer)


@cache
def _heads(lang: str) -> re.Pattern[str]:
    """The office of who heads an organisation, beside a name that stays as it is without it."""
    words = header_words(lang)
    heads, acting = words["heads"], words["acting"]
    if lang == "ru":
        return re.compile(rf"^(?:{acting}\s*)?(?:{heads})\s+(?-i:(?=[{UPPER}]{{2,6}}\s+[«\"“]|[«\"“]))", re.IGNORECASE)
    return re.compile(rf"(?-i:(?<=[{UPPER}]))\s+(?:{heads})(?:\s+(?:{acting})\.?)?$", re.IGNORECASE)
