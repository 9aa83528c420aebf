"""Several columns that say when a row is due, as one: from a beginning to an end, or by a date for each body or stage.

    № | Мероприятие   | Сроки              № | Мероприятие   | Сроки
                      | Начало | Конец ->
    1 | Посадить сады | март   | май       1 | Посадить сады | март – май

    № | Законопроект  | Срок представления                № | Законопроект  | Срок представления
                      | Минюст | Правительство ->
    1 | О садах       | март   | май                      1 | О садах       | Минюст – март; Правительство – май

What stands beneath other titles of the same rows stays there, and is empty beneath the one column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import EMPTY_CELL, Block, Cell, Document, Passage, Row, Table, concatenate, join
from extract.document.times import TITLES, said, time_of
from extract.document.title_years import says_reported
from extract.finders.plan.columns.evidence import LONGEST_DEADLINE, MOSTLY
from extract.finders.plan.columns.kinds import TITLE_ROWS, is_numbering
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.tables.divided import titles_over
from extract.lexicon.words import words
from extract.values.times.period import parse_period

MAY_END = frozenset({"end", "deadline", "completion_form", ""})
"""What the title of the column behind that of the beginning may stand for elsewhere ("Завершение", "Аяқталуы")."""
PARTS_OF_A_DATE = frozenset({"month-unit", "month-word", "quarter-word", "half-word", "year-word"})
LONGEST_STAGE = 6
"""Words of a title that tells which stage or body a date is for."""


def with_one_deadline(document: Document) -> Document:
    """A document whose tables have one column of deadlines each; one without titles has the columns of that above."""
    blocks: list[Block] = []
    above: tuple[int, _Due] | None = None
    for block in document.blocks:
        if isinstance(block, Table):
            above, rows = _of_one(block.rows, document.lang, above)
            blocks.append(Table(tuple(rows)))
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Due:
    """Columns that together say when: the title that they have in common, and what each is the date of.

    `stages` is empty for a beginning and an end.
    """

    columns: tuple[int, ...]
    title: Passage
    stages: tuple[str, ...] = ()


def _of_one(
    rows: Sequence[Row], lang: str, above: tuple[int, _Due] | None
) -> tuple[tuple[int, _Due] | None, Sequence[Row]]:
    """How many columns a table has and which of them say when, None where one does; and its rows with one.

    `above` is what is so for the table above.
    """
    for n, row in enumerate(rows[:TITLE_ROWS]):
        if len(row.cells) < 2 or is_numbering(row):
            continue
        over = titles_over(row, rows[n + 1]) if n + 1 < len(rows) else None
        if over and (due := _beneath_one(row, rows[n + 1], over, rows[n + 2 :], lang)):
            found = (len(over), due)
            return found, [*rows[:n], *_titles(row, rows[n + 1], over, due), *_body(rows[n + 2 :], *found, lang)]
        if due := _in_one_row(row, rows[n + 1 :], lang):
            found = (len(row.cells), due)
            titles = _with(row, due.columns, Cell((due.title,), columns=1))
            return found, [*rows[:n], titles, *_body(rows[n + 1 :], *found, lang)]
    if above and _goes_on(rows, *above, lang):
        return above, _body(rows, *above, lang)
    return None, rows


def _goes_on(rows: Sequence[Row], width: int, due: _Due, lang: str) -> bool:
    """Whether rows without titles have the width and the dates of the table above."""
    known = [kind for row in rows[:1] for cell in row.cells if (kind := kind_of_title(cell.text, lang))]
    wide = sum(len(row.cells) == width for row in rows)
    return len(known) < 2 and 2 * wide >= len(rows) and all(_are_dates(rows, width, n, lang) for n in due.columns)


def _beneath_one(row: Row, beneath: Row, over: Sequence[int], body: Sequence[Row], lang: str) -> _Due | None:
    """The columns that divide a title of deadlines, or that are a beginning and an end; None where there are none."""
    for at, cell in enumerate(row.cells):
        columns = [n for n, above in enumerate(over) if above == at]
        titles = [beneath.cells[n] for n in columns]
        if len(columns) < 2 or not all(title.paragraphs for title in titles):
            continue
        kinds = [kind_of_title(title.text, lang) for title in titles]
        is_due = kind_of_title(cell.text, lang) == "deadline"
        if any(kind.isdigit() or time_of(title.text, lang) for kind, title in zip(kinds, titles, strict=True)):
            continue
        if ends := _ends(kinds, columns, body, len(over), lang):
            return _Due(ends, cell.passage if is_due else said(TITLES[lang], titles[0].passage))
        planned = [
            n
            for n, kind, title in zip(columns, kinds, titles, strict=True)
            if kind in ("", "deadline") and not says_reported(title.text, lang) and _are_dates(body, len(over), n, lang)
        ]
        if is_due and planned:
            return _Due(tuple(planned), cell.passage, tuple(beneath.cells[n].text for n in planned))
    return None


def _in_one_row(row: Row, body: Sequence[Row], lang: str) -> _Due | None:
    """The columns by titles in one row: of a beginning and an end, or each of a deadline of its own."""
    kinds = [kind_of_title(cell.text, lang) if cell.paragraphs else "" for cell in row.cells]
    width = len(row.cells)
    if ends := _ends(kinds, range(width), body, width, lang):
        return _Due(ends, said(TITLES[lang], row.cells[ends[0]].passage))
    stems = tuple(stem for stem, kind in words(lang).column_stems.items() if kind == "deadline")
    due = [
        n
        for n, kind in enumerate(kinds)
        if kind == "deadline"
        and any(word.startswith(stems) for word in row.cells[n].text.casefold().split())
        and not says_reported(row.cells[n].text, lang)
        and _are_dates(body, width, n, lang)
    ]
    if len(due) < 2:
        return None
    return _Due(tuple(due), said(TITLES[lang], row.cells[due[0]].passage), tuple(row.cells[n].text for n in due))


def _ends(
    kinds: Sequence[str], columns: Sequence[int], body: Sequence[Row], width: int, lang: str
) -> tuple[int, int] | None:
    """The columns of a beginning and an end, dates beneath both; None where there are none."""
    if kinds.count("start") != 1:
        return None
    at = kinds.index("start")
    named = [n for n, kind in enumerate(kinds) if kind == "end"]
    behind = [at + 1] if at + 1 < len(kinds) and kinds[at + 1] in MAY_END else []
    end = next(iter(named or behind), None)
    if end is None or "deadline" in (kind for n, kind in enumerate(kinds) if n != end):
        return None
    found = columns[at], columns[end]
    return found if all(_are_dates(body, width, n, lang) for n in found) else None


def _are_dates(body: Sequence[Row], width: int, at: int, lang: str) -> bool:
    """Whether most of what stands in a column are dates; dashes are nothing."""
    texts = [row.cells[at].text for row in body if len(row.cells) == width and not is_numbering(row)]
    filled = [text for text in texts if _says(text)]
    dated = sum(
        len(text) <= LONGEST_DEADLINE and parse_period(text, lang, yearless=True) is not None for text in filled
    )
    return bool(filled) and dated >= MOSTLY * len(filled)


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))


def _titles(row: Row, beneath: Row, over: Sequence[int], due: _Due) -> list[Row]:
    """The rows of titles: one of all deadlines, titles beside it lifted up to it, others beneath theirs."""
    at = over[due.columns[0]]
    group = [n for n, above in enumerate(over) if above == at]
    first = Cell((due.title,), columns=1)
    lifted = [first if n == due.columns[0] else beneath.cells[n] for n in group if n not in due.columns[1:]]
    spread = len(row.cells) == len(over)
    behind = group[-1] + 1 if spread else at + 1
    titles = Row((*row.cells[:at], *lifted, *row.cells[behind:]))
    rest = [cell for n, cell in enumerate(beneath.cells) if n not in group and cell.paragraphs]
    if not rest:
        return [titles]
    empty = [EMPTY_CELL] * len(lifted)
    return [titles, Row((*beneath.cells[: group[0]], *empty, *beneath.cells[group[-1] + 1 :]))]


def _with(row: Row, columns: Sequence[int], cell: Cell) -> Row:
    """A row, one cell in the place of several."""
    kept = [cell if n == columns[0] else one for n, one in enumerate(row.cells) if n not in columns[1:]]
    return Row(tuple(kept))


def _body(rows: Sequence[Row], width: int, due: _Due, lang: str) -> list[Row]:
    """The rows, each with one deadline; one that numbers the columns left out, for it would number others."""
    found = []
    for row in rows:
        if len(row.cells) == width:
            if not is_numbering(row):
                found.append(_with(row, due.columns, _deadline(row, due, lang)))
        else:
            found.append(_narrower(row, width, due.columns))
    return found


def _deadline(row: Row, due: _Due, lang: str) -> Cell:
    """The dates of a row: from the one to the other, or each behind its stage where that is understood."""
    filled = [n for n in due.columns if _says(row.cells[n].text)]
    passages = [row.cells[n].passage for n in filled]
    if not filled:
        return Cell(columns=1)
    if not due.stages:
        return Cell((join(passages, " – "),), columns=1)
    stages = dict(zip(due.columns, due.stages, strict=True))
    if len(filled) > 1 and all(_part_of_date(stage, lang) for stage in due.stages):
        return Cell((_one_date({stages[n]: row.cells[n].passage for n in filled}, lang),), columns=1)
    if len(due.columns) > 1 and all(len(stage.split()) <= LONGEST_STAGE for stage in due.stages):
        led = [
            concatenate((said(f"{stages[n]} – ", passage), passage))
            for n, passage in zip(filled, passages, strict=True)
        ]
        staged = join(led, "; ")
        if parse_period(staged.text, lang, yearless=True) is not None:
            return Cell((staged,), columns=1)
    return Cell((join(passages, ", "),), columns=1)


def _part_of_date(title: str, lang: str) -> str:
    """What part of a date stands below a title ("Месяц", "Год"): a class of words; nothing for any other title."""
    kind, _ = words(lang).tags.get(title.strip().casefold(), ("", ""))
    return kind if kind in PARTS_OF_A_DATE else ""


def _one_date(parts: Mapping[str, Passage], lang: str) -> Passage:
    """A date whose parts stand in columns of their own: its year last, in Kazakh first."""
    years = [part for title, part in parts.items() if _part_of_date(title, lang) == "year-word"]
    others = [part for title, part in parts.items() if _part_of_date(title, lang) != "year-word"]
    if lang == "kk":
        years = [concatenate((year, said(" жылғы", year))) if year.text.isdigit() else year for year in years]
        return join((*years, *others))
    return join((*others, *years))


def _narrower(row: Row, width: int, columns: Sequence[int]) -> Row:
    """A row of cells set across, those over several of the columns as wide as what is left of these."""
    if sum(cell.columns or 0 for cell in row.cells) != width:
        return row
    cells, at = [], 0
    for cell in row.cells:
        covered = range(at, at + (cell.columns or 0))
        at = covered.stop
        gone = sum(n in covered for n in columns[1:])
        if gone == len(covered):
            continue
        cells.append(replace(cell, columns=len(covered) - gone) if gone else cell)
    return Row(tuple(cells))
