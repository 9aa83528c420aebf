"""Measures as cards: a table for each, or one beneath the other, whose first column is the titles.

Наименование мероприятия | Посадить сад         Наименование мероприятия | Срок        | Ответственные
Срок                     | май 2031 года   ->   Посадить сад             | май 2031 г. | Лесхоз
Ответственные            | Лесхоз
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import EMPTY_CELL, Cell, Row
from extract.finders.plan.columns.kinds import with_executors
from extract.finders.plan.columns.title_kinds import kind_of_title, says_measures

ANSWERED = ({"deadline", "start"}, {"responsible"})
"""Titles of which a card must have one of each."""
MOST_UNKNOWN = 3
"""One title in so many may be unknown."""


def with_cards_as_rows(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows of a table, cards as a row each below one of their titles; a passport of a programme is no card."""
    if not all(len(row.cells) == 2 and row.cells[0].paragraphs for row in rows):
        return rows
    kinds = with_executors([kind_of_title(row.cells[0].text, lang) for row in rows])
    named = [row.cells[0].text for row, kind in zip(rows, kinds, strict=True) if kind == "name"]
    told = all(known & set(kinds) for known in ANSWERED) and MOST_UNKNOWN * kinds.count("") <= len(kinds)
    if not told or not named or not all(says_measures(title, lang) for title in named):
        return rows
    cards: list[dict[str, Cell]] = []
    for row in rows:
        title = row.cells[0].text
        if not cards or title in cards[-1]:
            cards.append({})
        cards[-1][title] = row.cells[1]
    titles = {row.cells[0].text: row.cells[0] for row in rows}
    body = (Row(tuple(card.get(title, EMPTY_CELL) for title in titles)) for card in cards)
    return (Row(tuple(titles.values())), *body)
