"""A plan of action as a sequence of headings and rows, cells known by their column.

What the rows mean is the business of `measures`, `indicators` and `totals`; all read this one sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.document.blocks import EMPTY, Block, Document, Heading, ListItem, Paragraph, Passage, Row, Table, join
from extract.document.marked_months import with_deadlines
from extract.document.parted_times import with_times_joined
from extract.document.printed_marks import may_be_title
from extract.document.repeated_words import with_words_told_once
from extract.finders.plan.columns.cards import with_cards_as_rows
from extract.finders.plan.columns.evidence import Known, is_deadline
from extract.finders.plan.columns.indicator_columns import is_of_indicators, without_targets
from extract.finders.plan.columns.joined import with_columns_divided, with_labels_as_columns
from extract.finders.plan.columns.kinds import PlanColumns, columns_of
from extract.finders.plan.columns.money_plans import money_plan_columns
from extract.finders.plan.columns.report_titles import without_reports
from extract.finders.plan.columns.title_kinds import FUNDING, says_a_plan
from extract.finders.plan.columns.titles import (
    plan_columns,
    with_named_groups,
    with_pairs_of_years,
    without_false_deadlines,
    without_persons,
)
from extract.finders.plan.halves import Halves
from extract.finders.plan.money.amounts import is_scale_alone
from extract.finders.plan.money_tables import beside, money_columns, with_scale
from extract.finders.plan.month_rows import with_months
from extract.finders.plan.parts_over_tables import parts_over_tables
from extract.finders.plan.points.noted_points import find_noted_points
from extract.finders.plan.rows.heading_numbers import told_apart
from extract.finders.plan.rows.items import GROUP_LABELS, PlanHeading, PlanItem, PlanRow, TableRemark
from extract.finders.plan.rows.plan_rows import ROW_COLUMNS, read_rows
from extract.finders.plan.rows.row_headings import has_a_bare_number, heading_of, row_heading_of
from extract.finders.plan.rows.sums import without_sums_of_parts
from extract.values.label import split_label


def read_plan(document: Document, columns: Sequence[str], known: Known) -> tuple[PlanItem, ...]:
    """The items of the plan, in printed order; empty where the document has none.

    `columns` name the columns of a table without titles; a row of titles in the text goes before them. `known` tells
    whether a name means one body for sure: cells of bodies are a column of them whatever its title.
    A heading counts where only headings and rows stand between it and the plan's first row.
    """
    items: list[PlanItem] = []
    pending: list[PlanHeading] = []
    parts = parts_over_tables(document.blocks, document.lang)
    for item in _items(document, columns, known, parts):
        if item is None:
            pending.clear()
        elif isinstance(item, PlanHeading):
            pending.append(item)
        elif isinstance(item, TableRemark):
            items.append(item)
        else:
            items.extend(pending)
            pending.clear()
            items.append(item)
    items = list(without_sums_of_parts(items, len(parts), document.lang))
    return tuple(told_apart(list(_by_labels(items, document.lang)), document.lang))


def _by_labels(items: Sequence[PlanItem], lang: str) -> Iterator[PlanItem]:
    """The items; where some headings say by a label what they are, a bare number makes none of the others a group."""
    bare = [item for item in items if isinstance(item, PlanHeading) and has_a_bare_number(item, lang)]
    labelled = any(isinstance(item, PlanHeading) and item.kind in GROUP_LABELS and item not in bare for item in items)
    for item in items:
        yield heading_of(item.whole, lang) if labelled and isinstance(item, PlanHeading) and item in bare else item


def _items(
    document: Document, names: Sequence[str], known: Known, parts: Mapping[int, int]
) -> Iterator[PlanItem | None]:
    """Rows and headings; None for prose, which parts what belongs to the plan from what does not."""
    columns = PlanColumns(tuple(names))
    last, above, titled, halves = "", EMPTY, EMPTY, Halves()
    noted, behind = find_noted_points(document, known), 0
    for number, block in enumerate(document.blocks):
        if number in noted:
            behind, row = noted[number]
            yield row
        if number < behind:
            continue
        match block:
            case Paragraph(passage) | ListItem(_, passage):
                above = passage
                titled = titled if is_scale_alone(passage.text) else passage
                part = passage[parts[number] :] if number in parts else passage
                yield _line_above(part, _behind(document, number), document.lang, names_a_part=number in parts)
            case Heading(passage):
                above = titled = passage
                named = number in parts
                yield (
                    row_heading_of(passage[parts[number] :], document.lang)
                    if named
                    else heading_of(passage, document.lang)
                )
            case Table(rows) if is_of_indicators(rows, document.lang):
                continue
            case Table(printed):
                rows = _arranged(printed, above, document.lang)
                own = _own_columns(rows, document.lang, known, titled.text, above.text)
                further = columns
                joined = None if own else halves.joined(rows, _behind(document, number), document.lang)
                if joined:
                    rows, behind = joined, number + 2
                elif own is None and not goes_on(rows, columns, document.lang, last, always=bool(names)):
                    shorter = _without_last(columns, rows, last)
                    if shorter is None:
                        yield None
                        continue
                    further = shorter
                if own:
                    own = without_reports(without_persons(own, rows), rows, document.lang)
                    own = without_false_deadlines(own, rows, document.lang)
                    own = without_targets(own, rows, document.lang)
                    own = with_named_groups(with_pairs_of_years(own, rows), rows)
                    left = len(own.kinds)
                    own, rows, remarks = _with_money(
                        own, rows, document.blocks[number + 1 : number + 2], above.text, document.lang
                    )
                    halves = Halves.of(own, left)
                    columns = further = own
                    yield from remarks
                    yield from (TableRemark("column-by-content", title, kind) for kind, title in own.by_content)
                    yield from _missing(own, rows)
                for item in read_rows(_without_titles(rows, own), further, document.lang, last):
                    last = item.number if isinstance(item, PlanRow) else last
                    yield item


def _behind(document: Document, number: int) -> Block | None:
    return document.blocks[number + 1] if number + 1 < len(document.blocks) else None


def _arranged(printed: Sequence[Row], above: Passage, lang: str) -> tuple[Row, ...]:
    """The rows of a table with one row a measure, and each deadline whole in its column; `above` is the line above."""
    cards = with_cards_as_rows(with_words_told_once(printed), lang)
    divided = with_columns_divided(with_labels_as_columns(cards, lang), lang)
    return tuple(with_deadlines(with_months(with_times_joined(divided, lang), lang, above), lang))


def _line_above(passage: Passage, behind: Block | None, lang: str, *, names_a_part: bool) -> PlanHeading | None:
    """A line as a heading, where it names a part of the plan or a label directly above a table says that it is one."""
    if names_a_part:
        return row_heading_of(passage, lang)
    return _label_over_a_table(passage, lang) if isinstance(behind, Table) else None


def _label_over_a_table(passage: Passage, lang: str) -> PlanHeading | None:
    """A line directly above a table as a heading, where a label says that it is one ("Раздел 2. Кадры")."""
    heading = row_heading_of(passage, lang)
    labelled = heading_of(passage, lang).kind in {*GROUP_LABELS, "section"}
    return replace(heading, across=False) if labelled and may_be_title(passage.text) else None


def _without_titles(rows: Sequence[Row], own: PlanColumns | None) -> Sequence[Row]:
    """The rows of a table without its titles, and without those that it repeats."""
    titles = [_words_of(row) for row in rows[: own.titles if own else 0]]
    return [row for row in rows[len(titles) :] if _words_of(row) not in titles]


def _words_of(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def _with_money(
    columns: PlanColumns, rows: Sequence[Row], following: Sequence[Block], above: str, lang: str
) -> tuple[PlanColumns, tuple[Row, ...], list[TableRemark]]:
    """Columns and rows with the money that a table directly behind holds for them, in its scale; what is to be said."""
    remarks: list[TableRemark] = []
    body = list(rows[columns.titles :])
    for block in following:
        money = money_columns(block.rows, lang) if isinstance(block, Table) else None
        if money is None or not isinstance(block, Table) or columns.first_of_money is not None:
            continue
        joined = beside(body, columns, block.rows, money, lang)
        if joined is None:
            remarks.append(TableRemark("money-table-not-read", _titles_of(block.rows)))
        else:
            body, columns = joined, replace(columns, kinds=(*columns.kinds, *money.kinds), scale=money.scale)
    columns, unscaled = with_scale(columns, body, above)
    if unscaled:
        remarks.append(TableRemark("money-scale-unknown", rows[max(0, columns.titles - 1)].passage()))
    return columns, (*rows[: columns.titles], *body), remarks


def _own_columns(rows: Sequence[Row], lang: str, known: Known, title: str, above: str) -> PlanColumns | None:
    """The columns that a table's own titles name, all of them known; else those that its contents help to know.

    `title` is that above the table, `above` the line directly above, which may tell the scale of its money alone.
    """
    columns = columns_of(rows, lang, ROW_COLUMNS)
    unsure = {"", "indicator", "result_indicator"}
    kinds = columns.kinds if columns is not None else ()
    sure = "deadline" in kinds and not unsure & set(kinds) and kinds.count(FUNDING) < 2
    if columns is not None and sure and _are_as_wide(rows[columns.titles :], len(columns.kinds)):
        return columns
    headed = says_a_plan(title, lang)
    found = plan_columns(rows, lang, known, headed=headed) or columns
    return found or money_plan_columns(rows, lang, headed=headed, scaled=is_scale_alone(above))


def _are_as_wide(rows: Sequence[Row], width: int) -> bool:
    """Whether no more rows have more cells than there are titles than as many: else titles beneath divide one."""
    return sum(len(row.cells) > width for row in rows) <= sum(len(row.cells) == width for row in rows)


def goes_on(rows: Sequence[Row], columns: PlanColumns, lang: str, last: str, *, always: bool) -> bool:
    """Whether a table without titles goes on with the columns of the one above it.

    Its first number follows the last one there, or most of its rows have as many cells; and what stands in the
    columns is what stood there.
    """
    if always or not columns.kinds:
        return bool(columns.kinds)
    numbers = (label.number for row in rows if row.cells and (label := split_label(row.cells[0].text, lang)))
    if last.isdigit() and next(numbers, None) == str(int(last) + 1):
        return True
    whole = [row for row in rows if columns.fits(row)]
    if 2 * len(whole) < len(rows):
        return False
    dated = [cell.text for row in whole if (cell := columns.cells(row).get("deadline")) and cell.paragraphs]
    return "deadline" not in columns.kinds or 2 * sum(is_deadline(text, lang) for text in dated) >= max(1, len(dated))


def _without_last(columns: PlanColumns, rows: Sequence[Row], last: str) -> PlanColumns | None:
    """The columns but the last, where a table without titles has one less, and numbers that go on from the last one."""
    shorter = columns.kinds[:-1]
    numbers = [row.cells[0].text.strip(" .)") for row in rows if len(row.cells) == len(shorter)]
    first = numbers[0] if numbers else ""
    if not set(shorter) >= ROW_COLUMNS or 2 * len(numbers) < len(rows) or not _PARTED.fullmatch(first):
        return None
    grows = bool(_PARTED.fullmatch(last)) and _parts_of(first) > _parts_of(last)
    return replace(columns, kinds=shorter) if grows else None


def _parts_of(number: str) -> tuple[int, ...]:
    return tuple(map(int, re.split("[.-]", number)))


_PARTED = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*")


def _missing(columns: PlanColumns, rows: Sequence[Row]) -> Iterator[TableRemark]:
    """What a plan's table has no column of: told once, for the whole table."""
    titles = join((row.passage() for row in rows[: max(1, columns.titles)]), " | ")
    told = {*columns.kinds, *(("deadline",) if {"start", "end"} & set(columns.kinds) else ())}
    for kind in ("completion_form", "deadline", "responsible"):
        if kind not in told:
            yield TableRemark(f"no-column-{kind.replace('_', '-')}", titles)


def _titles_of(rows: Sequence[Row]) -> Passage:
    return rows[0].passage()
