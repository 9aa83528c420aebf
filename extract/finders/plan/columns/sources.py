"""Columns of money by source: titles of sources beneath a title of money or beside one another, also below years.

№ | Мероприятие | Объём финансирования, млн тенге        № | Мероприятие | 2031 год | 2032 год
  |             | РБ | МБ | Всего                          |             | РБ | МБ  | РБ | МБ
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.document.blocks import Row
from extract.finders.plan.columns.kinds import MONEY, TOTAL, of_source, source_of_column
from extract.finders.plan.columns.title_kinds import FUNDING, is_known_title, kind_of_title
from extract.lexicon.figures import figure_words
from extract.values.money import parse_money

ABBREVIATED = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,4}")
_BRACKETED = re.compile(r"\([^()]*\)")
FEWEST_COLUMNS = 2
"""Columns of money that a title is divided into."""


def source_of_title(title: str, lang: str) -> str | None:
    """The source of money that a title names ("РБ", "Местный бюджет, млн тенге"); None for any other title."""
    bare = _BRACKETED.sub(" ", title).partition(",")[0].strip(" .:*")
    kind = kind_of_title(bare, lang)
    if kind in (TOTAL, "funding_source") or (kind == FUNDING and is_known_title(bare, lang)):
        return None
    return bare if ABBREVIATED.fullmatch(bare) or _says_a_source(bare) else None


def _says_a_source(title: str) -> bool:
    found = re.search(rf"(?<!\w)\w*?(?:{figure_words().source_words})", title, re.IGNORECASE)
    return bool(found) and len(title.split()) > 1


def sources_beneath(row: Row, kinds: Sequence[str], beneath: Row, lang: str) -> list[str] | None:
    """The columns where sources stand beneath a title of money or of years, or years beneath sources; None where they
    do not.
    """
    filled = [n for n, cell in enumerate(beneath.cells) if cell.paragraphs]
    over = _over(row, kinds, filled)
    if len(over) != len(beneath.cells) or len(filled) < FEWEST_COLUMNS:
        return None
    told = {n: _column(*over[n], beneath.cells[n].text, lang) for n in filled}
    named = [kind for kind in told.values() if kind]
    if len(named) < len(filled) or len(set(named)) < len(named) or not any(map(source_of_column, named)):
        return None
    return [told.get(n) or kind for n, (kind, _) in enumerate(over)]


def _column(above: str, title_above: str, title: str, lang: str) -> str | None:
    """What a title beneath one of money, of a year or of a source stands for; None where it is none of money."""
    kind, source = kind_of_title(title, lang), source_of_title(title, lang)
    if above.isdigit() or above in MONEY:
        year = above if above.isdigit() else ""
        if kind.isdigit() and not year and (over := source_of_title(title_above, lang)):
            return of_source(over, kind)
        if kind.isdigit() and not year:
            return kind
        return of_source(source, year) if source else (year or TOTAL) if kind == TOTAL else None
    over = source_of_title(title_above, lang)
    return of_source(over, kind) if over and kind.isdigit() else None


def _over(row: Row, kinds: Sequence[str], filled: Sequence[int]) -> list[tuple[str, str]]:
    """The column and the title over each place of the row beneath; an empty title over a filled place goes on with the
    one before it.
    """
    pairs = list(zip(kinds, (cell.text for cell in row.cells), strict=True))
    found = [pair for pair, cell in zip(pairs, row.cells, strict=True) for _ in range(cell.columns or 1)]
    for n in filled:
        if 0 < n < len(found) and not found[n][1]:
            found[n] = found[n - 1]
    return found


def told_by_source(kinds: Sequence[str], row: Row, body: Sequence[Row], lang: str) -> list[str]:
    """The columns, several of money whose titles each name a source known by these; also those whose titles only do,
    side by side beside one of all money ("Всего, млн тенге | РБ | МБ"), where amounts stand in them.
    """
    sources = {n: source_of_title(row.cells[n].text, lang) for n, kind in enumerate(kinds) if kind == FUNDING}
    if not _tell_apart(sources):
        sources = _beside_all(kinds, row, body, lang)
    if not _tell_apart(sources):
        return list(kinds)
    return [of_source(source, "") if (source := sources.get(n)) else kind for n, kind in enumerate(kinds)]


def _tell_apart(sources: Mapping[int, str | None]) -> bool:
    """Whether there are several columns, each of a source of its own."""
    return len(sources) >= FEWEST_COLUMNS and all(sources.values()) and len(set(sources.values())) == len(sources)


def _beside_all(kinds: Sequence[str], row: Row, body: Sequence[Row], lang: str) -> dict[int, str | None]:
    """The sources that titles name side by side, right before or behind a column of all money."""
    named = {
        n: source
        for n, kind in enumerate(kinds)
        if kind in ("", FUNDING) and (source := source_of_title(row.cells[n].text, lang)) and _are_amounts(body, n)
    }
    found: dict[int, str | None] = {}
    for step in (1, -1):
        for all_money in (n for n, kind in enumerate(kinds) if kind in MONEY and n not in named):
            at = all_money + step
            while at in named:
                found[at] = named[at]
                at += step
    return found


def _are_amounts(body: Sequence[Row], at: int) -> bool:
    """Whether every cell of a column that says something is an amount, and one does."""
    texts = [row.cells[at].text for row in body if at < len(row.cells)]
    filled = [text for text in texts if any(map(str.isalnum, text))]
    return bool(filled) and all(parse_money(text) is not None for text in filled)
