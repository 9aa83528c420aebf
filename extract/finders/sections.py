"""The outline of a text as it is printed: annexes, sections, chapters, directions, paragraphs, headings without number.

Where a duty stands is said by the headings above it, and what later acts changed by the note below one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.acts.mentions import find_mentions
from extract.finders.strategy.outline import label_kind
from extract.lexicon.headings import KINDS, heading_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.model.prose import Citation, Section
from kzedu_graph.model.records import Source, Span

RANKS = {"annex": 0, "section": 1, "chapter": 2, "direction": 2, "goal": 2, "paragraph": 3}
_PLAIN, _CAPITALS, _TITLE, _BRACKET = 4, 5, 6, 7
_DEEPER = 0.01
"""What a level of a title without number adds to its rank: titles stand in one another by their marks."""
_DOTTED = re.compile(r"(?P<number>\d+(?:\.\d+)+)(?:\.?\s+|\.(?=[^\W\d_]))(?P<title>\S.*)", re.DOTALL)
_NUMBERED = re.compile(r"(?P<number>\d+)\.(?:\s+|(?=[^\W\d_]))(?P<title>\S.*)", re.DOTALL)
_BRACKETED = re.compile(r"(?P<number>\d+)\)\s*(?P<title>\S.*)", re.DOTALL)
_DELIVERED_ELSEWHERE = frozenset({"task", "direction", "expected-result", "planned-action"})
"""Labels of a strategy whose words are things of their own ("Міндет: ...")."""
LONGEST_HEADING = 250
LONGEST_UNMARKED = 170
"""Letters of a heading that only its place tells."""

_LINES = 3
"""Lines that the title below the word of an annex may have."""

SHORTEST_PROSE = 60
"""Letters that a paragraph below such a heading has at least."""

_ENDED = re.compile(r"[.;:!?…»\"”)]\s*\Z")
_KINDS_OF_ROWS = frozenset({"annex", "section", "chapter", "direction", "paragraph"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading taken apart; `level` as the text marks it, 0 where it marks none."""

    passage: Passage
    kind: str
    number: str | None
    title: str
    level: int = 0


@dataclass(slots=True)
class _Numbers:
    """Which plain numbers may come next: of the sections, and of the list of headings inside the present one."""

    section: int = 0
    inside: int = 0

    def rank(self, kind: str, number: str) -> int:
        """The rank of a plain number or a section; a list inside starts anew under each."""
        value = int(number) if number.isdigit() else 0
        if kind == "heading" and self.inside and value == self.inside + 1:
            self.inside = value
            return _PLAIN
        if kind == "section" or value == self.section + 1:
            self.section, self.inside = value, 0
            return RANKS["section"]
        self.inside = value
        return _PLAIN


@dataclass(slots=True)
class _Writer:
    source: Source
    sections: list[Section] = field(default_factory=list)
    above: list[tuple[float, int]] = field(default_factory=list)
    numbers: _Numbers = field(default_factory=_Numbers)

    def add(self, line: _Line, amended_by: tuple[str, ...]) -> None:
        rank = self.rank(line)
        while self.above and self.above[-1][0] >= rank:
            self.above.pop()
        position = len(self.sections) + 1
        self.sections.append(
            Section(
                source=self.source.stem,
                kind=line.kind,
                number=line.number,
                name=line.title,
                position=position,
                evidence=line.passage.spans(),
                part_of=self.above[-1][1] if self.above else None,
                amended_by=amended_by,
            )
        )
        self.above.append((rank, position))

    def rank(self, line: _Line) -> float:
        """How far out a heading stands: the less, the further."""
        if line.number and (line.kind == "section" or _NUMBERED.match(line.passage.text)):
            return self.numbers.rank(line.kind, line.number)
        if line.kind in RANKS:
            self.numbers.inside = 0
            return RANKS[line.kind]
        if line.number and "." in line.number:
            self.numbers.inside = 0
            return min(line.number.count(".") + 1, _PLAIN - 1)
        if line.number:
            return _BRACKET
        return _CAPITALS if line.title.isupper() else _TITLE + _DEEPER * line.level


def find_sections(
    source: Source, document: Document, citations: Iterable[Citation], taken: Iterable[Span] = ()
) -> tuple[Section, ...]:
    """The headings of a text in its order, each under the one that holds it; those at `taken` places are left out.

    Written for "2-тарау. Орта білім беру", "5.1.2 ...", "12. Относительно ...", "1) Ашықтық".
    """
    acts: dict[tuple[str | None, date | None], str] = {
        (one.number, one.date): one.work for one in citations if one.number and one.work
    }
    starts = {span.start for span in taken}
    writer = _Writer(source)
    for line, note in _lines(source, document):
        if not any(span.start in starts for span in line.passage.spans()):
            mentions = find_mentions(note.text, source.lang) if note else []
            amended = dict.fromkeys(acts.get((mention.number, mention.date)) for mention in mentions)
            writer.add(line, tuple(work for work in amended if work))
    return tuple(writer.sections)


def _lines(source: Source, document: Document) -> Iterator[tuple[_Line, Passage | None]]:
    """The headings, and the note that stands right below one; what only repeats the text's own title is none."""
    blocks = [block for block in document.blocks if not isinstance(block, Paragraph | Heading) or block.passage.text]
    missing = _missing(blocks)
    headed = False
    for n, block in enumerate(blocks):
        if isinstance(block, Table):
            yield from ((line, None) for line in _rows(block, document.lang))
        if not isinstance(block, Heading | Paragraph):
            continue
        behind = [one.passage if isinstance(one, Paragraph) else None for one in blocks[n + 1 : n + 2 + _LINES]]
        if isinstance(block, Heading) or n in missing:
            headed = True
            line = _line(block.passage, document.lang)
            line = replace(line, level=block.level if isinstance(block, Heading) else 0)
            if not line.title:
                line = replace(line, title=_title_below(behind) or block.passage.text)
        elif headed and _is_unmarked(blocks, n, document.lang):
            line = _Line(block.passage, "heading", None, " ".join(block.passage.text.split()))
        elif _is_annex(block.passage, document.lang):
            line = _Line(block.passage, "annex", None, _title_below(behind) or block.passage.text)
        else:
            continue
        note = next(iter(behind), None)
        if not _is_title(source, line) and label_kind(block.passage, document.lang) not in _DELIVERED_ELSEWHERE:
            yield line, note if note and _notes(document.lang).match(note.text) else None


def _title_below(behind: list[Passage | None]) -> str:
    """The title that stands below a bare word ("Приложение"), torn lines joined; it is taken from what is behind."""
    title = behind.pop(0) if behind else None
    lines = [" ".join(title.text.split())] if title else []
    while (
        lines
        and behind
        and (more := behind[0]) is not None
        and more.text[:1].islower()
        and not _ENDED.search(lines[-1])
    ):
        lines.append(" ".join(more.text.split()))
        behind.pop(0)
    return " ".join(lines)


def _rows(table: Table, lang: str) -> Iterator[_Line]:
    """The headings in rows of a table: one cell alone that says what it is ("Глава 2. ..."), or stands in capitals."""
    for row in table.rows:
        told = [cell.passage for cell in row.cells if cell.passage.text.strip()]
        if len(told) != 1 or len(told[0]) > LONGEST_HEADING:
            continue
        line = _line(told[0].strip(), lang)
        words = line.title.split()
        if line.kind in _KINDS_OF_ROWS or (line.title.isupper() and len(words) > 1 and line.number is None):
            yield line


def _is_unmarked(blocks: Sequence[object], n: int, lang: str) -> bool:
    """Whether a short line without a stop, between a sentence and a longer paragraph, is the title of what follows.

    Written for "Дуальды оқытуды дамыту", "По аттестации".
    """
    before, block = blocks[n - 1] if n else None, blocks[n]
    behind = blocks[n + 1] if n + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(behind, Paragraph | Table | Heading):
        return False
    text = " ".join(block.passage.text.split())
    if len(text) > LONGEST_UNMARKED or not phrasing(lang).pattern("unmarked_heading").fullmatch(text):
        return False
    ended = not isinstance(before, Paragraph | ListItem) or _ENDED.search(before.passage.text) is not None
    if isinstance(behind, Paragraph):
        following = " ".join(behind.passage.text.split())
        return ended and len(following) > max(len(text), SHORTEST_PROSE) and following[0].isupper()
    return ended and isinstance(behind, Heading) and len(text.split()) > 2


def _missing(blocks: Sequence[object]) -> set[int]:
    """Paragraphs that are headings all the same: the one number that the numbered headings around them leave out.

    Behind the last one it is the number that follows it.
    """
    numbered = [
        (n, int(match["number"]))
        for n, block in enumerate(blocks)
        if isinstance(block, Heading) and (match := _NUMBERED.fullmatch(block.passage.text))
    ]
    if len(numbered) < 3:
        return set()
    runs: list[tuple[int, int]] = []
    found: set[int] = set()
    for at, number in numbered:
        while runs and runs[-1][1] >= number:
            runs.pop()
        if runs and number == runs[-1][1] + 2:
            found |= _one(blocks, runs[-1][0], at, number - 1)
        if runs and number in (runs[-1][1] + 1, runs[-1][1] + 2):
            runs.pop()
        runs.append((at, number))
    first, last = numbered[0], max(numbered, key=lambda one: one[1])
    if last[1] > len(numbered) // 2 and first[1] == 1:
        found |= _one(blocks, last[0], len(blocks), last[1] + 1)
    return found


def _one(blocks: Sequence[object], start: int, end: int, number: int) -> set[int]:
    """The only short paragraph between two places that carries a number; nothing where there are several."""
    fitting = {
        n
        for n in range(start + 1, end)
        if isinstance(block := blocks[n], Paragraph)
        and len(block.passage) <= LONGEST_HEADING
        and (match := _NUMBERED.fullmatch(block.passage.text))
        and int(match["number"]) == number
        and not block.passage.text.endswith(";")
    }
    return fitting if len(fitting) == 1 else set()


def _line(passage: Passage, lang: str) -> _Line:
    text = " ".join(passage.text.split())
    named = _named(lang).fullmatch(text)
    if named:
        kind = next(kind for kind in KINDS if named[kind] is not None)
        return _Line(passage, kind, named["before"] or named["behind"], named["title"])
    for pattern in (_DOTTED, _NUMBERED, _BRACKETED):
        match = pattern.fullmatch(text)
        if match:
            return _Line(passage, "heading", match["number"], match["title"])
    return _Line(passage, "heading", None, text)


def _is_annex(passage: Passage, lang: str) -> bool:
    word = heading_words(lang).kinds["annex"]
    shape = rf"(?:(?:.* )?(?:\d+-)?{word}|{word}(?: [№N] ?\d+| \d+)?(?: к .*)?)"
    return len(passage) <= LONGEST_HEADING and bool(re.fullmatch(shape, passage.text, re.IGNORECASE))


def _is_title(source: Source, line: _Line) -> bool:
    """Whether a heading only repeats what the text is called, or its year."""
    own, said = source.title.casefold(), " ".join(line.passage.text.split()).casefold()
    return (
        line.number is None
        and line.kind == "heading"
        and (said in own or bool(phrasing(source.lang).pattern("bare_year").search(said)))
    )


@cache
def _named(lang: str) -> re.Pattern[str]:
    """A heading that says what it is, the number before the word or behind it."""
    kinds = "|".join(rf"(?P<{kind}>{heading_words(lang).kinds[kind]})" for kind in KINDS)
    number = r"(?: № ?| )?(?P<behind>\d+)?(?:[.:]\s*|\s+[-–—]\s+|$)"
    return re.compile(rf"(?:(?P<before>\d+)\s*[-–]\s*)?(?i:{kinds}){number}(?P<title>.*)", re.DOTALL)


@cache
def _notes(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(heading_words(lang).notes)})\b", re.IGNORECASE)
