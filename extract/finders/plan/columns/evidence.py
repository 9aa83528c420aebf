"""What a column is by what stands in it: deadlines, bodies, forms, money. Its title may be unknown, or say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.document.blocks import Row
from extract.finders.plan.columns.kinds import TITLE_ROWS, is_numbering
from extract.lexicon.words import words
from extract.values.forms import parse_completion_forms
from extract.values.label import lettered_number
from extract.values.money import parse_money
from extract.values.parties.cells import parse_parties
from extract.values.parties.staff import ends_in_initials, is_person, is_staff
from extract.values.times.period import parse_period

Known = Callable[[str], bool]
"""Whether a name means one body for sure."""
MOSTLY = 0.6
"""Share of a column's filled cells that must be of a kind."""
SAMPLE = 40
"""Rows that are looked at."""
_PARTED = re.compile(r"\d{1,4}(?:[.-]\d{1,3}){0,3}")
"""A number in figures, perhaps of several parts."""
LONGEST_DEADLINE, LONGEST_PARTY = 160, 300
"""Characters of a cell that may be one."""


class Evidence(NamedTuple):
    """A kind of column and the share of the filled cells that speak for it."""

    kind: str
    share: float


def kind_of_cells(texts: Sequence[str], lang: str, known: Known) -> Evidence | None:
    """What most of a column's cells are: `deadline`, `responsible`, `completion_form` or `funding`; None for words."""
    filled = [text for text in texts if any(map(str.isalnum, text))]
    if not filled:
        return None
    tests = (
        ("deadline", lambda text: is_deadline(text, lang)),
        ("funding", lambda text: not text.strip(" .").isdigit() and parse_money(text) is not None),
        ("responsible", lambda text: are_parties(text, lang, known)),
        ("completion_form", lambda text: are_forms(text, lang)),
    )
    shares = [Evidence(kind, sum(map(test, filled)) / len(filled)) for kind, test in tests]
    best = max(shares, key=lambda evidence: evidence.share)
    return best if best.share >= MOSTLY else None


def are_numbers(texts: Sequence[str]) -> bool:
    """Whether a column's cells number the rows: figures that only grow, or begin again at one; few are empty.

    Each may have parts ("1.1", "14-1"). Figures with letters ("А.1", "М2") number them where no two are alike.
    """
    filled = [text.strip(" .)") for text in texts if text.strip(" .)")]
    if len(filled) < FEWEST_ROWS or len(filled) < MOSTLY * len(texts):
        return False
    if not all(map(_PARTED.fullmatch, filled)):
        figures = sum(any(map(str.isdecimal, text)) for text in filled) > len(filled) / 2
        return figures and len(set(filled)) == len(filled) and all(map(lettered_number, filled))
    numbers = [tuple(map(int, re.split("[.-]", text))) for text in filled]
    return numbers[0][-1] == 1 and all(one < other or set(other) == {1} for one, other in pairwise(numbers))


def is_deadline(text: str, lang: str) -> bool:
    """Whether a cell is a deadline in words: a bare number is none."""
    if len(text) > LONGEST_DEADLINE or not any(map(str.isalpha, text)):
        return False
    return parse_period(text, lang, yearless=True) is not None


def are_parties(text: str, lang: str, known: Known) -> bool:
    """Whether every name of a cell is a body that is known, or a post or a unit of an organisation."""
    if len(text) > LONGEST_PARTY:
        return False
    parties = parse_parties(text, lang, None, known)
    return bool(parties) and all(is_somebody(party.text, lang, known) for party in parties)


def is_somebody(name: str, lang: str, known: Known) -> bool:
    """Whether a name is that of a body that is known, of a person, or of a post or a unit of an organisation."""
    return known(name) or is_person(name) or is_staff(name, lang)


def are_persons(texts: Sequence[str]) -> bool:
    """Whether most cells name a person, perhaps behind a post."""
    filled = [text for text in texts if any(map(str.isalpha, text))]
    named = sum(is_person(text) or ends_in_initials(text, len(text.rstrip("."))) for text in filled)
    return bool(filled) and named >= MOSTLY * len(filled)


def are_forms(text: str, lang: str) -> bool:
    """Whether every form of a cell is one whose type is known."""
    forms = parse_completion_forms([text], lang)
    return bool(forms) and all(form.kind for form in forms)


def texts_of(rows: Sequence[Row], width: int, at: int) -> list[str]:
    """The words of one column in the rows that have all columns, numbering apart."""
    sample = [row for row in rows if len(row.cells) == width and not is_numbering(row)][:SAMPLE]
    return [row.cells[at].text for row in sample]


def looks_like_a_plan(rows: Sequence[Row], lang: str) -> bool:
    """Whether rows that nobody could read hold a column of deadlines in words, and words beside it, have a title that
    speaks of things to do, or are numbered and hold a column of forms or of years, as those of a plan that goes on.
    """
    width = max((len(row.cells) for row in rows), default=0)
    sample = [row for row in rows if len(row.cells) == width and width > 2]
    if len(sample) < FEWEST_ROWS:
        return False
    columns = [[row.cells[at].text for row in sample[1:]] for at in range(width)]
    dated = [texts for texts in columns if sum(is_deadline(text, lang) for text in texts) > len(texts) * MOSTLY]
    rest = [[row.cells[at].text for row in sample] for at in range(width)]
    proved = any(
        sum(are_forms(text, lang) or bool(_YEARS.fullmatch(text.strip())) for text in texts) > len(texts) * MOSTLY
        for texts in rest[2:]
    )
    if proved and _go_on(rest[0]):
        return True
    stems = tuple(stem for stem, kind in words(lang).column_stems.items() if kind == "name")
    titles = (_NOT_LETTERS.sub("", cell.text.casefold()) for row in rows[:TITLE_ROWS] for cell in row.cells)
    return bool(dated) or any(text.startswith(stems) and len(text) <= LONGEST_TITLE for text in titles)


def _go_on(texts: Sequence[str]) -> bool:
    """Whether cells are numbers that only grow, from any on."""
    filled = [text.strip(" .)") for text in texts]
    if not all(map(_PARTED.fullmatch, filled)):
        return False
    numbers = [tuple(map(int, re.split("[.-]", text))) for text in filled]
    return all(one < other for one, other in pairwise(numbers))


_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?")
FEWEST_ROWS = 2
LONGEST_TITLE = 120
_NOT_LETTERS = re.compile(r"[\W\d_]+")
