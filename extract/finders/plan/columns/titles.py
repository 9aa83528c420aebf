"""A plan's columns by their titles and, where a title is unknown, by what stands beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Passage, Row
from extract.document.title_years import years_in_title
from extract.finders.plan.columns.aside_titles import ASIDE, with_asides
from extract.finders.plan.columns.divided import several_divided
from extract.finders.plan.columns.evidence import (
    MOSTLY,
    Known,
    are_numbers,
    are_persons,
    is_deadline,
    kind_of_cells,
    texts_of,
)
from extract.finders.plan.columns.kinds import (
    EXECUTORS,
    FORM,
    PAIR,
    RESULT,
    TITLE_ROWS,
    TOTAL,
    PlanColumns,
    is_numbering,
    with_executors,
    with_figures,
    with_forms,
    with_names,
    with_years_beneath,
)
from extract.finders.plan.columns.mistaken import without_mistaken
from extract.finders.plan.columns.sources import sources_beneath, told_by_source
from extract.finders.plan.columns.title_kinds import kind_of_title, says_measures
from extract.values.label import split_label
from extract.values.money import parse_money

ANSWERS = frozenset({"deadline", "responsible", "start", "end"})
"""What makes things to do a plan: by when, or by whom."""
CORE = ANSWERS | {"name", "completion_form", RESULT, "funding"}
"""Columns that a plan of action has; those of one table of a plan are at least two."""
GROUPS = ("goal", "direction", "project", "task")
"""Columns whose filled cells open a group of the rows below, outermost first; the innermost may be the measures."""
RANKED = ("goal", "direction", "task")
CLOSED_BY = ANSWERS | {"completion_form", RESULT}
FEWEST_COLUMNS = 2
LONGEST_TITLE = 150
"""Characters of a title; what is longer is a row."""


def plan_columns(rows: Sequence[Row], lang: str, known: Known, *, headed: bool = False) -> PlanColumns | None:
    """The columns of a table of measures; None where its first rows are no titles of one.

    See `_is_of_a_plan` for what makes it one; `headed` tells that the title above the table says that it is a plan.
    """
    for n, row in enumerate(rows[:TITLE_ROWS]):
        if len(row.cells) < 2 or any(len(cell.text) > LONGEST_TITLE for cell in row.cells) or is_numbering(row):
            continue
        titled = [kind_of_title(cell.text, lang) if cell.paragraphs else "" for cell in row.cells]
        kinds = with_names(with_executors(titled))
        if not CORE & set(kinds) or _is_data(row, kinds, lang):
            continue
        beneath = rows[n + 1] if n + 1 < len(rows) else None
        expanded = divided_beneath(row, kinds, beneath, lang) if beneath else None
        titles = n + (2 if expanded else 1)
        body = rows[titles:]
        told = list(expanded or told_by_source(kinds, row, body, lang))
        told = without_mistaken(_unnumbered(told, body), body, lang)
        found, by_content = _by_content(told, row if not expanded else None, body, lang, known)
        complete = _named(_grouped(found), body)
        if complete is None or not _is_of_a_plan(row, kinds, complete, lang, headed):
            continue
        complete = _proved(complete)
        title = next((c.text for c, kind in zip(row.cells, complete, strict=False) if kind == "name"), "")
        return with_figures(with_forms(complete), rows[n:titles], titles, lang, title, by_content)
    return None


def _is_of_a_plan(row: Row, told: Sequence[str], complete: Sequence[str], lang: str, headed: bool) -> bool:
    """Whether columns are those of things to do, by when or by whom.

    Two of them are known by their titles, or the things to do are and another by what stands in it; and two columns
    tell by when, by whom or with what proof, or one where the titles, or the title above, speak of measures.
    """
    if not ANSWERS & set(complete) or len(complete) < FEWEST_COLUMNS:
        return False
    by_title = CORE & set(told)
    measures = says_measures(" ".join(cell.text for cell in row.cells), lang)
    counted = "number" in told and len(CLOSED_BY & set(complete)) > 1
    if len(by_title) < 2 and not (by_title and (measures or counted)):
        return False
    return measures or headed or len(CLOSED_BY & set(complete)) > 1


def _is_data(row: Row, kinds: Sequence[str], lang: str) -> bool:
    """Whether a row begins with a number, as titles never do."""
    label = split_label(row.cells[0].text, lang)
    return label is not None and label.kind is None and "number" not in kinds


def _unnumbered(kinds: list[str], body: Sequence[Row]) -> list[str]:
    """The columns, that of numbers unknown where no row has any: lists number them without a word in the text."""
    if "number" not in kinds:
        return kinds
    at = kinds.index("number")
    texts = texts_of(body, len(kinds), at)
    return (
        kinds
        if any(text.strip() for text in texts) or not texts
        else ["" if n == at else k for n, k in enumerate(kinds)]
    )


def divided_beneath(row: Row, kinds: Sequence[str], beneath: Row, lang: str) -> list[str] | None:
    """The columns where titles beneath divide one above ("Ответственные: РБ | МБ"); None where none does.

    A cell that goes on from above is empty beneath; the filled ones divide the title that is set across them.
    """
    told = with_years_beneath(kinds, beneath, lang) or sources_beneath(row, kinds, beneath, lang)
    if told := told or several_divided(row, kinds, beneath, lang):
        return told
    if len(beneath.cells) == len(row.cells) and not is_numbering(beneath):
        return _below(kinds, beneath, lang)
    if len(beneath.cells) < len(row.cells) or is_numbering(beneath):
        return None
    filled = [n for n, cell in enumerate(beneath.cells) if cell.paragraphs]
    extra = len(beneath.cells) - len(row.cells)
    if not filled or filled != list(range(filled[0], filled[-1] + 1)) or len(filled) != extra + 1:
        return None
    at = filled[0]
    if at >= len(kinds):
        return None
    under = [kind_of_title(beneath.cells[n].text, lang) for n in filled]
    if not all(under):
        whole = kinds[at] in EXECUTORS
        under = [kind or (kinds[at] if n == 0 or whole else "") for n, kind in enumerate(under)]
    return [*kinds[:at], *under, *kinds[at + 1 :]]


def _below(kinds: Sequence[str], beneath: Row, lang: str) -> list[str] | None:
    """The columns where titles beneath stand under one that is set across them, and nothing under the others."""
    under = [kind_of_title(cell.text, lang) if cell.paragraphs else "" for cell in beneath.cells]
    filled = [n for n, cell in enumerate(beneath.cells) if cell.paragraphs]
    if filled and kinds[filled[0]] in EXECUTORS and not any(kinds[n] for n in filled[1:]):
        under = [kind or (kinds[filled[0]] if n in filled else "") for n, kind in enumerate(under)]
    if len(filled) < 2 or len(filled) == len(kinds) or not all(under[n] for n in filled):
        return None
    return [kind or above for kind, above in zip(under, kinds, strict=True)]


def _by_content(
    kinds: Sequence[str], titles: Row | None, body: Sequence[Row], lang: str, known: Known
) -> tuple[list[str], list[tuple[str, Passage]]]:
    """The columns, those of unknown titles by what stands in them, and which they are; a known title is believed.

    Each kind is given once, to the column that speaks for it best.
    """
    told = list(kinds)
    found: list[tuple[str, Passage]] = []
    weighed = []
    if kinds and not kinds[0] and "number" not in kinds and are_numbers(texts_of(body, len(kinds), 0)):
        told[0] = "number"
        if titles is not None:
            found.append(("number", titles.cells[0].passage if titles.cells[0].paragraphs else titles.passage()))
    for at in range(len(kinds)):
        if not told[at] and (evidence := kind_of_cells(texts_of(body, len(kinds), at), lang, known)):
            weighed.append((-evidence.share, at, evidence.kind))
    for _, at, kind in sorted(weighed):
        taken = {SAME_AS.get(one, one) for one in told}
        if kind in taken or (kind == "funding" and any(one.isdigit() or one == "total" for one in told)):
            continue
        told[at] = kind
        if titles is not None:
            found.append((kind, titles.cells[at].passage))
    return told, found


SAME_AS = {RESULT: "completion_form", "result_indicator": "completion_form", "start": "deadline", "end": "deadline"}
"""Columns that take the place of others."""


def _grouped(kinds: Sequence[str]) -> list[str]:
    """The columns, those of groups by their order; the innermost is the measures where nothing else names them."""
    at = [n for n, kind in enumerate(kinds) if kind in GROUPS]
    told = list(kinds)
    if at and "name" not in kinds:
        told[at.pop()] = "name"
    for n, kind in zip(reversed(at), reversed(RANKED), strict=False):
        told[n] = kind
    for n in at[: max(0, len(at) - len(RANKED))]:
        told[n] = ""
    if len(at) == 1 and kinds[at[0]] in RANKED:
        told[at[0]] = kinds[at[0]]
    names = [n for n, kind in enumerate(told) if kind == "name"]
    for n in names[:-1]:
        told[n] = "" if "task" in told else "task"
    return told


def _proved(kinds: Sequence[str]) -> list[str]:
    """The columns, one of figures ("Показатели") as that of the result where a plan has no other."""
    if {"completion_form", RESULT} & set(kinds):
        return list(kinds)
    return [RESULT if kind in ("indicator", "result_indicator") else kind for kind in kinds]


def _named(kinds: Sequence[str], body: Sequence[Row]) -> list[str] | None:
    """The columns, the wordiest unknown one, but none of persons, as that of the measures where no title says so.

    One behind a column that tells more of them, and less wordy, is not; None for no column of measures.
    """
    told = list(kinds)
    if "name" in told:
        return with_asides(told)
    unknown = [n for n, kind in enumerate(told) if not kind and not are_persons(texts_of(body, len(told), n))]
    aside = told.index(ASIDE) if ASIDE in told else len(told)
    lengths = {n: sum(map(len, texts_of(body, len(told), n))) for n in (*unknown, *range(len(told))[aside : aside + 1])}
    named = [n for n in unknown if lengths[n] and (n < aside or lengths[n] > lengths[aside])]
    if named:
        told[max(named, key=lambda n: lengths[n])] = "name"
    told = with_asides(told)
    return told if "name" in told else None


def without_persons(columns: PlanColumns, rows: Sequence[Row]) -> PlanColumns:
    """The columns, those of persons ("Ответственное лицо") unknown where another one says which body answers."""
    answering = [n for n, kind in enumerate(columns.kinds) if kind == "responsible"]
    body = rows[columns.titles :]
    persons = [n for n in answering if are_persons(texts_of(body, len(columns.kinds), n))]
    if len(persons) == len(answering):
        return columns
    return replace(columns, kinds=tuple("" if n in persons else kind for n, kind in enumerate(columns.kinds)))


def with_named_groups(columns: PlanColumns, rows: Sequence[Row]) -> PlanColumns:
    """The columns, one of groups before the names, or the first of two of names, as that of numbered groups where it is
    empty in some rows and the numbers before it are so there ("1. | Поручение | 1. Мероприятие" over " | | 2. ...").
    """
    kinds = columns.kinds
    if kinds[:1] != ("number",) or kinds[2:3] != ("name",) or kinds[1] not in ("name", *GROUPS):
        return columns
    body = [row for row in rows[columns.titles :] if len(row.cells) == len(kinds) and not is_numbering(row)]
    grouped = [row for row in body if not row.cells[0].paragraphs and not row.cells[1].paragraphs]
    opened = [row for row in body if row.cells[0].paragraphs and row.cells[1].paragraphs]
    if not grouped or not opened or len(grouped) + len(opened) < len(body):
        return columns
    if not all(row.cells[2].paragraphs for row in body):
        return columns
    group = "task" if kinds[1] in ("name", "project") else kinds[1]
    return replace(columns, kinds=("", group, *kinds[2:]))


def without_false_deadlines(columns: PlanColumns, rows: Sequence[Row], lang: str) -> PlanColumns:
    """The columns, of two titled as deadlines the one that holds no times as that of forms, where no other is.

    A title may be wrong: "Аяқтау мерзімі" over "Есеп, ақпарат", beside "Іске асыру мерзімі".
    """
    titled = [n for n, kind in enumerate(columns.kinds) if kind == "deadline"]
    if len(titled) != 2 or FORM in columns.kinds:
        return columns
    body = rows[columns.titles :]
    timed = [n for n in titled if _are_times(texts_of(body, len(columns.kinds), n), lang)]
    if len(timed) != 1:
        return columns
    return replace(
        columns, kinds=tuple(FORM if n in titled and n not in timed else kind for n, kind in enumerate(columns.kinds))
    )


def _are_times(texts: Sequence[str], lang: str) -> bool:
    """Whether most cells are deadlines."""
    filled = [text for text in texts if any(map(str.isalnum, text))]
    return sum(is_deadline(text, lang) for text in filled) >= MOSTLY * len(filled) > 0


def with_pairs_of_years(columns: PlanColumns, rows: Sequence[Row]) -> PlanColumns:
    """The columns, those of amounts whose title is several years together ("2031-2032 годы") known by them."""
    titles = rows[columns.titles - 1].cells if columns.titles else ()
    if len(titles) != len(columns.kinds):
        return columns
    kinds = list(columns.kinds)
    for at, cell in enumerate(titles):
        years = years_in_title(cell.text)
        if (
            years
            and kinds[at] in ("", "funding", TOTAL)
            and _are_amounts(texts_of(rows[columns.titles :], len(kinds), at))
        ):
            kinds[at] = f"{PAIR}{years}"
    return replace(columns, kinds=tuple(kinds))


def _are_amounts(texts: Sequence[str]) -> bool:
    """Whether all cells that say something are amounts."""
    filled = [text for text in texts if any(map(str.isalnum, text))]
    return bool(filled) and all(parse_money(text) is not None for text in filled)
