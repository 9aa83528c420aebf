"""Reader `tabbed`: text above, drawing of blocks below; round trip; any text at all."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.blocks import Block, Document, Passage, Table
from extract.readers.tabbed import Spelling, read_tabbed, spelling_of

SET_IN = "\u00a0" * 5 + " "

STACKED = f"""\
{SET_IN}Преамбула.

{SET_IN}1) первый пункт;
 Глава 1. Залы

\t
1.\u00a0\u00a0\u00a0
\t
Открыть зал

в каждом селе
\t
декабрь \n2025 года

\t
2.
\t
Собрать книги
\t
май 2025 года
 Доля сел с залом

\t
3.
\t
Учить
\t
июнь 2025 года


{SET_IN}Примечание.
"""

STACKED_DRAWING = """\
P Преамбула.
- 1) первый пункт;
H Глава 1. Залы
T
  1. | Открыть зал / в каждом селе | декабрь 2025 года
  2. | Собрать книги | май 2025 года
H Доля сел с залом
T
  3. | Учить | июнь 2025 года
P Примечание."""

INLINE = f"""\
[bookmark: z4] 1-тарау. Залдар
\tР/с №
\tАтауы
\t2025
\tБарлығы

\t1.
\tЗал ашу
әр ауылда
\t

\t12,5

\t2.
\tКітап жинау
\t
\t7


[bookmark: z5]{SET_IN}2. Соңы.
"""

INLINE_DRAWING = """\
H 1-тарау. Залдар
T
  Р/с № | Атауы | 2025 | Барлығы
  1. | Зал ашу / әр ауылда |  | 12,5
  2. | Кітап жинау |  | 7
P 2. Соңы."""


def draw(document: Document) -> str:
    """A line a block, a line a row."""
    return "\n".join(_draw(block) for block in document.blocks)


def _draw(block: Block) -> str:
    if isinstance(block, Table):
        rows = (" | ".join(" / ".join(p.text for p in cell.paragraphs) for cell in row.cells) for row in block.rows)
        return "\n".join(["T", *("  " + row for row in rows)])
    if hasattr(block, "marker"):
        return f"- {block.marker} {block.passage.text}"
    return f"{type(block).__name__[0]} {block.passage.text}"


@pytest.mark.parametrize(
    ("text", "lang", "drawing"),
    [(STACKED, "ru", STACKED_DRAWING), (INLINE, "kk", INLINE_DRAWING)],
    ids=["stacked", "inline"],
)
def test_blocks(text: str, lang: str, drawing: str) -> None:
    assert draw(read_tabbed("sample", text, lang)) == drawing


def test_spelling_is_sniffed() -> None:
    assert spelling_of(STACKED) is Spelling.STACKED
    assert spelling_of(INLINE) is Spelling.INLINE


def passages(document: Document) -> list[Passage]:
    found: list[Passage] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found.extend(p for row in block.rows for cell in row.cells for p in cell.paragraphs)
        else:
            found.append(block.passage)
    return [p for p in found if p.text]


def check_round_trip(text: str, document: Document) -> None:
    """Spans in order, none over another, and in the gaps nothing but white space, bookmarks and list markers."""
    spans = [p.span() for p in passages(document)]
    for before, after in pairwise(spans):
        assert before.end <= after.start
    covered, at = [], 0
    for span in spans:
        covered.append(text[at : span.start])
        at = span.end
    gaps = re.sub(r"\[bookmark: [^\]\n]*\]|\d+(?:[.-]\d+)*\)|[-–—•·*]", "", " ".join([*covered, text[at:]]))
    assert not re.sub(r"\s", "", gaps), gaps[:80]


@pytest.mark.parametrize("text", [STACKED, INLINE], ids=["stacked", "inline"])
def test_round_trip(text: str) -> None:
    check_round_trip(text, read_tabbed("sample", text, "ru"))


@pytest.mark.parametrize("stem", ["000", "001", "003"])
def test_round_trip_on_the_corpus(corpus: Path, stem: str) -> None:
    text = next(corpus.glob(stem + "*")).read_bytes().decode("utf-8")
    check_round_trip(text, read_tabbed(stem, text, "ru"))


@given(st.text(alphabet=st.sampled_from("аб1.)- \t\n\u00a0[]:|"), max_size=200))
def test_any_text_gives_a_document(text: str) -> None:
    document = read_tabbed("any", text, "ru")
    spans = [p.span() for p in passages(document)]
    assert all(span.end <= len(text) for span in spans)


@given(st.integers(0, len(STACKED)))
def test_a_table_cut_off_in_the_middle_is_still_read(length: int) -> None:
    text = STACKED[:length]
    check_round_trip(text, read_tabbed("cut", text, "ru"))
