"""Lines that name the parts of a plan, each above a table of its own: "СЕНТЯБРЬ", "I. Кадры"; a title of the plan
that stands above each table names its part at its end: "План работы на 2031 год. Сады", "... на 2031 год. Парки".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, Paragraph, Row, Table
from extract.document.continued_tables import are_titled, says_it_goes_on
from extract.document.printed_marks import may_be_title
from extract.finders.plan.columns.evidence import is_deadline
from extract.finders.plan.money.amounts import is_scale_alone
from extract.finders.plan.rows.row_headings import row_heading_of
from extract.lexicon.acts import ANY, header_words
from extract.lexicon.figures import figure_words
from extract.values.parties.staff import has_person_at_end
from kzedu_graph.model.records import Source

LONGEST_PART = 120
"""Characters of a line above a table that names a part of the plan."""
_NUMBERS_A_TABLE = re.compile(rf"(?:№\s*\d|\W*(?:{figure_words().part_of_text_words})[^\W\d_]*\W*\d)", re.IGNORECASE)
_PLACE_OR_POST = re.compile(
    rf"(?:{header_words(ANY)['postal']})|(?:{header_words('ru')['settlement']}) ?[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+\W*$"
    rf"|[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+ (?:{header_words('kk')['settlement']})$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[IVXІХ]{1,4})[.)]\s")
_LONGEST_TITLE = 300
_BEHIND_THE_TITLE = re.compile(r"\A.*[.:;–—(]\s+", re.DOTALL)
"""A title up to the last mark that parts something from it."""
_MARKS = " .,:;–—()"
_BEGINS_WITH_ONE = re.compile(r"\s*1\s*[.)]?\s*")


def parts_over_tables(blocks: Sequence[Block], lang: str) -> Mapping[int, int]:
    """The places of the lines that name the parts of a plan, the same table below each ("СЕНТЯБРЬ", "I. Кадры"), with
    the offset in the line at which the name begins.

    None where fewer than two tables have the same titles, or are as wide and begin anew without titles, or where their
    lines say the same; lines that say that a table goes on, that number or scale it, or that name a plan are none.
    """
    told: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    titled: dict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
    titles: tuple[str, ...] = ()
    for number, block in enumerate(blocks):
        if not isinstance(block, Table) or not block.rows:
            continue
        if are_titled(block.rows, lang):
            titles = _titles_of(block.rows[0])
        elif len(block.rows[0].cells) != len(titles) or not _BEGINS_WITH_ONE.fullmatch(block.rows[0].cells[0].text):
            titles = ()
        place = _line_above(blocks, number)
        line = blocks[place] if place >= 0 else None
        after_table = place > 0 and isinstance(blocks[place - 1], Table)
        if titles and isinstance(line, Heading | Paragraph) and _names_a_part(line, lang, after_table=after_table):
            told[titles].setdefault(line.passage.text.casefold(), place)
        elif titles and isinstance(line, Heading | Paragraph) and _is_title(line.passage.text):
            titled[titles][place] = line.passage.text
    named = {number: 0 for lines in told.values() if len(lines) > 1 for number in lines.values()}
    at_ends = {number: start for lines in titled.values() for number, start in _at_ends(lines).items()}
    return named | at_ends


def with_whole_title(source: Source, document: Document) -> Source:
    """A source whose title is that of the whole plan, where it ends with the name of the first of its parts."""
    parts = parts_over_tables(document.blocks, document.lang) if _is_title(source.title) else {}
    for number, start in parts.items():
        block = document.blocks[number]
        whole = block.passage.text if isinstance(block, Heading | Paragraph) else ""
        if start and " ".join(whole.split()) == " ".join(source.title.split()):
            return replace(source, title=whole[:start].rstrip(_MARKS))
    return source


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and figure_words().plan_words.search(text) is not None


def _at_ends(lines: Mapping[int, str]) -> Mapping[int, int]:
    """Where the names of parts begin at the ends of titles that are one up to there; none where a title has no end of
    its own, or another title is different from them.
    """
    first, last = min(lines.values()), max(lines.values())
    alike = next((n for n, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), 0)
    shared = _BEHIND_THE_TITLE.match(first[:alike])
    ends = {line[shared.end() :].strip(_MARKS).casefold() for line in lines.values()} if shared else set()
    if shared is None or len(lines) < 2 or len(ends) < len(lines) or not _is_title(shared[0]):
        return {}
    return {number: shared.end() for number in lines} if all(0 < len(one) <= LONGEST_PART for one in ends) else {}


def _line_above(blocks: Sequence[Block], table: int) -> int:
    """The place of the line above a table; of two titles of one level the first, where it alone has a number and the
    other says it once more: "1. Аудан органдары" over "Органы района".
    """
    first, line = (blocks[table - 2], blocks[table - 1]) if table > 1 else (None, None)
    if not isinstance(first, Heading) or not isinstance(line, Heading) or first.level != line.level:
        return table - 1
    numbered = [bool(_NUMBERED.match(one.passage.text)) for one in (first, line)]
    return table - 2 if numbered == [True, False] else table - 1


def _titles_of(row: Row) -> tuple[str, ...]:
    return tuple("".join(cell.text.casefold().split()) for cell in row.cells)


def _names_a_part(line: Heading | Paragraph, lang: str, *, after_table: bool) -> bool:
    """Whether a line above a table is short and names what stands in it, not the table, the plan, its place, or who
    signs. Directly behind another table it must look like it: a heading, in capitals, numbered, or a time.
    """
    text = line.passage.text.rstrip(": ") if isinstance(line, Heading) else line.passage.text
    if not text.strip() or len(text) > LONGEST_PART or not may_be_title(text):
        return False
    other = _NUMBERS_A_TABLE.match(text) or figure_words().plan_words.search(text)
    if other or is_scale_alone(text) or says_it_goes_on(text, lang):
        return False
    if row_heading_of(line.passage, lang).kind:
        return True
    sure = not after_table or isinstance(line, Heading) or text.isupper() or is_deadline(text, lang)
    return sure and not _is_aside(text)


def _is_aside(text: str) -> bool:
    """Whether a line is a place, a telephone, a remark in brackets, or ends with somebody's name."""
    return _PLACE_OR_POST.match(text) is not None or text[0] == "(" or has_person_at_end(text.rstrip(" ."))
