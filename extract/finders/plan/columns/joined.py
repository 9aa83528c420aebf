"""Columns that tell several things in one cell, under a title that says both or a label before each, as columns.

№ | Мероприятие | Срок, ответственные              № | Мероприятие | Срок        | ответственные
1 | Посадить    | май 2031 г., Лесхоз          ->  1 | Посадить    | май 2031 г. | Лесхоз

№ | Мероприятие | Исполнение                       № | Мероприятие | Срок        | Ответственные
1 | Посадить    | Срок: май 2031 г.            ->  1 | Посадить    | май 2031 г. | Лесхоз
  |             | Ответственные: Лесхоз
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from extract.document.blocks import Cell, Passage, Row, join
from extract.finders.plan.columns.evidence import MOSTLY, are_forms, is_deadline
from extract.finders.plan.columns.kinds import TITLE_ROWS, all_of
from extract.finders.plan.columns.title_kinds import FUNDING, kind_of_title
from extract.lexicon.words import words
from extract.values.times.period import parse_period

_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+[–—-]\s+")
_LABEL = re.compile(r"(?P<title>[^\W\d_][^:\d]{1,60}?)\s*:\s*(?=\S)")
_TESTS = {"deadline": is_deadline, "completion_form": are_forms}
PAIRS = (("deadline", "responsible"), ("deadline", "completion_form"), ("completion_form", "responsible"))
"""What a title may name together; what the first is tells where a cell is cut."""
LABELLED = frozenset(
    ("deadline", "responsible", "co_executor", "completion_form", "expected_result", "funding", "funding_source")
)
"""What a cell may say behind labels."""
SINGLE = frozenset({"deadline", FUNDING})
"""Of which a row has one."""
FEWEST_LABELS = 2
_WORDS = re.compile(r"\w+")


def with_columns_divided(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows of a table, a column of times and executors, or of forms and one of these, as two where most of its
    cells hold both.
    """
    for titles in rows[:TITLE_ROWS]:
        told = [(n, named) for n, cell in enumerate(titles.cells) if (named := _titles(cell, lang))]
        if len(told) != 1:
            continue
        (at, named), width = told[0], len(titles.cells)
        if set(named) & {kind_of_title(cell.text, lang) for n, cell in enumerate(titles.cells) if n != at}:
            continue
        first = next(kind for kind in _TESTS if kind in named)
        body = [row for row in rows if row is not titles and len(row.cells) == width]
        whole = {id(row): _halves(row.cells[at], partial(_TESTS[first], lang=lang)) for row in body}
        filled = [row for row in body if row.cells[at].paragraphs]
        if sum(all(whole[id(row)]) for row in filled) < max(1, MOSTLY * len(filled)):
            continue
        whole[id(titles)] = (named[first], next(title for kind, title in named.items() if kind != first))
        return [_divided(row, at, whole[id(row)]) if id(row) in whole else row for row in rows]
    return rows


def _titles(cell: Cell, lang: str) -> dict[str, Passage]:
    """The two titles that one names together, by their kinds; none for any other."""
    parts = cell.passage.split(_between_titles(lang))
    named = dict(zip((kind_of_title(part.text, lang) for part in parts), parts, strict=True))
    return named if len(parts) == 2 and any(set(named) == set(pair) for pair in PAIRS) else {}


@cache
def _between_titles(lang: str) -> re.Pattern[str]:
    """What parts two titles: a comma or another mark, or a conjunction."""
    return re.compile(rf"\s*(?:[,;/]|\s(?:{'|'.join(words(lang).conjunctions)})\s)\s*")


def _halves(
    cell: Cell, is_first: Callable[[str], bool]
) -> tuple[Passage | Sequence[Passage], Passage | Sequence[Passage]]:
    """What a cell says of two things: the longest beginning or end of it that is the first of them, and the rest."""
    lines = cell.paragraphs
    for n in range(len(lines) - 1, 0, -1):
        if all(is_first(line.text) for line in lines[:n]):
            return lines[:n], lines[n:]
        if all(is_first(line.text) for line in lines[len(lines) - n :]):
            return lines[len(lines) - n :], lines[: len(lines) - n]
    whole = cell.passage
    for match in reversed(list(_BETWEEN.finditer(whole.text))):
        if is_first(whole.text[: match.start()]):
            return whole[: match.start()], whole[match.end() :]
    for match in _BETWEEN.finditer(whole.text):
        if is_first(whole.text[match.end() :]):
            return whole[match.end() :], whole[: match.start()]
    return ((whole,), ()) if is_first(whole.text) else ((), lines)


def _divided(row: Row, at: int, halves: Sequence[Passage | Sequence[Passage]]) -> Row:
    cells = (Cell((half,) if isinstance(half, Passage) else tuple(half)) for half in halves)
    return replace(row, cells=(*row.cells[:at], *cells, *row.cells[at + 1 :]))


def with_labels_as_columns(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows of a table, a column whose cells label each thing that they say ("Срок: ...") as a column for each.

    What another column is titled for is told by that and by the label together where they disagree; what no label
    stands before is told by the first column, or stays where it is.
    """
    titles = rows[0] if rows else Row(())
    body = {n: row for n, row in enumerate(rows) if n and len(row.cells) == len(titles.cells)}
    for at in range(len(titles.cells)):
        found = {n: _labelled(row.cells[at], lang) for n, row in body.items()}
        told = {n: labelled for n, labelled in found.items() if len(labelled) >= FEWEST_LABELS}
        if len(told) < max(1, MOSTLY * sum(bool(row.cells[at].paragraphs) for row in body.values())):
            continue
        titled = {kind_of_title(cell.text, lang): n for n, cell in enumerate(titles.cells) if n != at}
        named = {kind: title for labelled in reversed(told.values()) for kind, (title, _) in labelled.items()}
        order = dict.fromkeys(kind for labelled in told.values() for kind in labelled if kind not in titled)
        unlabelled = any(row.cells[at].paragraphs for n, row in body.items() if n not in told)
        own = [titles.cells[at]] if unlabelled and not order else []
        divided = {
            n: [Cell(tuple(told[n][kind][1])) if kind in told[n] else Cell() for kind in order] or [Cell() for _ in own]
            if n in told
            else [row.cells[at], *(Cell() for _ in order)][: len(order) + len(own)]
            for n, row in body.items()
        }
        divided[0] = own or [Cell((named[kind],)) for kind in order]
        filled = [_filled(row, told.get(n, {}), titled, lang) for n, row in enumerate(rows)]
        return [
            replace(row, cells=(*row.cells[:at], *divided[n], *row.cells[at + 1 :])) if n in divided else row
            for n, row in enumerate(filled)
        ]
    return rows


def _filled(
    row: Row, labelled: Mapping[str, tuple[Passage, list[Passage]]], titled: Mapping[str, int], lang: str
) -> Row:
    """A row, what its labels tell in the cells that are titled for it, beside what stands there."""
    cells = list(row.cells)
    for kind, (_, said) in labelled.items():
        at = titled.get(kind)
        if at is not None:
            cells[at] = _together(cells[at], Cell(tuple(said)), kind, lang)
    return replace(row, cells=tuple(cells))


def _together(titled: Cell, labelled: Cell, kind: str, lang: str) -> Cell:
    """A cell with what a label tells of the same: the one that says all of the other, or both.

    Two times, or two amounts, are not understood together, so that a finding tells of them.
    """
    one, other = (f" {' '.join(_WORDS.findall(cell.text.casefold()))} " for cell in (titled, labelled))
    if not titled.paragraphs or (one in other and kind != FUNDING):
        return labelled
    if other in one or one in other or (kind == "deadline" and _due(titled, lang) == _due(labelled, lang) != ()):
        return titled
    if kind in SINGLE:
        return Cell((join((titled.passage, labelled.passage), " / "),))
    return all_of((titled, labelled))


def _due(cell: Cell, lang: str) -> tuple[str, ...]:
    period = parse_period(cell.text, lang)
    return period.due if period else ()


def _labelled(cell: Cell, lang: str) -> dict[str, tuple[Passage, list[Passage]]]:
    """What a cell says behind each label, with the label; none where a first line has none, or a label stands twice."""
    found: dict[str, tuple[Passage, list[Passage]]] = {}
    last = ""
    for line in cell.paragraphs:
        match = _LABEL.match(line.text)
        kind = kind_of_title(match["title"], lang) if match else ""
        if match and kind in LABELLED and kind not in found:
            found[kind] = (line.group(match, "title"), [line[match.end() :]])
            last = kind
        elif not last or kind in LABELLED:
            return {}
        else:
            found[last][1].append(line)
    return found
