"""Marks inside a line of Markdown: bold, italic, links, notes, escapes and remnants of HTML, taken off, offsets kept.

What is left is a list of strips: a strip is a paragraph's worth of runs, a run is text that is bold throughout or not.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from extract.document.blocks import Passage, concatenate, passage_of

_MARK = re.compile(
    r"""
      (?P<comment><!--(?:(?!<!--).)*?-->)
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    | \\(?=\n)
    | (?P<tick>`)(?P<code>[^`\n]+)`
    | <(?P<address>(?:https?://|mailto:)[^\s<>]+)>
    | (?P<note><sup\b[^<>]*>\s*(?:\d{1,3}|[*†‡])\s*</sup>)
    | <(?P<closing>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)\b[^<>]*>
    | (?P<link>!?\[(?=[^\[\]\n]*\]\([^()\s]*(?:[ ]"[^"\n]*")?\)))
    | (?P<unlink>\]\([^()\s]*(?:[ ]"[^"\n]*")?\))
    | (?P<emphasis>\*{1,}|_{1,}|~~)
    | (?P<entity>&(?:\#\d{1,6}|\#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,31});)
    | (?<=\n)(?P<quote>[ ]{0,3}>[ ]?)
    """,
    re.VERBOSE | re.DOTALL,
)
_ANY_MARK = re.compile(r"[\\`<\[\]*_~&]|\n[ ]{0,3}>")
_INLINE_TAG = re.compile(
    r"a|abbr|b|big|center|cite|code|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|"
    r"strike|strong|sub|sup|tt|u|var|wbr",
    re.IGNORECASE,
)
_BREAKING_TAG = re.compile(
    r"blockquote|body|br|caption|col|colgroup|dd|div|dl|dt|figure|h1|h2|h3|h4|h5|h6|head|header|"
    r"footer|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul",
    re.IGNORECASE,
)
_BOLD_TAGS = frozenset({"b", "strong"})
_ITALIC_TAGS = frozenset({"em", "i"})
_UNIT_BEFORE = re.compile(r"(?<![^\W\d_])(?:[кдсм]?м|[kdcm]?m)\Z")
_CLOSING = frozenset(".,:;!?)»…")
MOST_STARS = 3
"""Marks in a row that one type face takes: "***" is bold and italic; more of them close one run and open the next."""

_OPENS_ANEW = re.compile(r"\s*[«\"“(]?[^\W_a-zа-яёәғқңөұүһі]")


@dataclass(frozen=True, slots=True)
class Run:
    """Text without marks, in one type face."""

    passage: Passage
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """The runs of one paragraph. `item` says that a list's tag opens it, `note` that a note's mark does."""

    runs: tuple[Run, ...]
    item: bool = False
    note: bool = False

    @property
    def passage(self) -> Passage:
        return concatenate(run.passage for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(run.bold for run in self.runs if run.passage.text.strip())

    @property
    def italic(self) -> bool:
        """Whether every word is italic."""
        return all(run.italic for run in self.runs if run.passage.text.strip())


@dataclass(slots=True)
class _Builder:
    """Strips being written; type faces last until their closing mark."""

    bold: int = 0
    italic: int = 0
    strips: list[Strip] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    worded: bool = False
    item: bool = False
    note: bool = False

    def add(self, passage: Passage) -> None:
        if passage.text:
            self.runs.append(Run(passage, self.bold > 0, self.italic > 0))
            self.worded = self.worded or not passage.text.isspace()

    def break_off(self, *, item: bool = False) -> None:
        if self.worded:
            self.strips.append(Strip(tuple(self.runs), self.item, self.note))
        self.runs, self.worded, self.item, self.note = [], False, item, False

    @property
    def empty(self) -> bool:
        return not self.worded


def strips_of(text: str, start: int, end: int) -> list[Strip]:
    """The paragraphs of a stretch of Markdown, marks taken off; blank ones are left out."""
    builder = _Builder()
    if not _ANY_MARK.search(text, start, end):
        builder.add(passage_of(text, start, end))
        builder.break_off()
        return builder.strips
    marks = list(_MARK.finditer(text, start, end))
    faces = _paired(text, start, end, marks)
    linked = False
    at = start
    for mark in marks:
        if mark.start() < at:
            continue
        if mark.lastgroup == "emphasis":
            for begin, stop, delimiter in _delimiters(mark):
                if begin in faces:
                    builder.add(passage_of(text, at, begin))
                    _turn(builder, delimiter, opens=faces[begin])
                    at = stop
            continue
        if mark["unlink"] and not linked:
            continue
        linked = bool(mark["link"]) or (linked and not mark["unlink"])
        kept = _kept(text, mark, start)
        if kept is not None:
            builder.add(passage_of(text, at, mark.start()))
            _apply(builder, mark, kept)
            at = mark.end()
    builder.add(passage_of(text, at, end))
    builder.break_off()
    return builder.strips


def _kept(text: str, mark: re.Match[str], start: int) -> Passage | None:
    """What a mark leaves behind; None for words that only look like one ("a < b", "&c")."""
    for name in ("escaped", "code", "address"):
        if mark[name]:
            return passage_of(text, mark.start(name), mark.end(name))
    if mark["entity"]:
        letters = unescape(mark["entity"])
        return None if letters == mark["entity"] else Passage(letters, array("I", [mark.start()] * len(letters)))
    if mark["tag"] and not (_INLINE_TAG.fullmatch(mark["tag"]) or _BREAKING_TAG.fullmatch(mark["tag"])):
        return None
    if mark["note"] and _UNIT_BEFORE.search(text, max(start, mark.start() - 4), mark.start()):
        inner = re.search(r">\s*([^\s<]+)", mark["note"])
        if inner:
            return passage_of(text, mark.start() + inner.start(1), mark.start() + inner.end(1))
    return passage_of(text, mark.start(), mark.start())


def _apply(builder: _Builder, mark: re.Match[str], kept: Passage) -> None:
    if mark["note"] and builder.empty and not kept.text:
        builder.note = True
    builder.add(kept)
    if mark["tag"]:
        tag, step = mark["tag"].casefold(), -1 if mark["closing"] else 1
        if _BREAKING_TAG.fullmatch(tag):
            builder.break_off(item=tag == "li" and step > 0)
        elif tag in _BOLD_TAGS:
            builder.bold = max(0, builder.bold + step)
        elif tag in _ITALIC_TAGS:
            builder.italic = max(0, builder.italic + step)


def _turn(builder: _Builder, delimiter: str, *, opens: bool) -> None:
    step = 1 if opens else -1
    if len(delimiter) == 1:
        builder.italic = max(0, builder.italic + step)
    elif delimiter != "~~":
        builder.bold = max(0, builder.bold + step)


def _delimiters(mark: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """A row of stars taken apart in twos: "****" closes one bold run and opens the next."""
    at = mark.start()
    while at < mark.end():
        stop = min(at + 2, mark.end())
        yield at, stop, mark.string[at:stop]
        at = stop


def _paired(text: str, start: int, end: int, marks: Sequence[re.Match[str]]) -> dict[int, bool]:
    """The delimiters that have a partner, by offset: True where they open a type face, False where they close it."""
    faces: dict[int, bool] = {}
    pending: dict[str, int] = {}
    for mark in marks:
        if mark.lastgroup != "emphasis":
            if mark["tag"] and _BREAKING_TAG.fullmatch(mark["tag"]):
                pending.clear()
            continue
        before = text[mark.start() - 1] if mark.start() > start else " "
        behind = text[mark.end()] if mark.end() < end else " "
        if mark["emphasis"][0] == "_" and before.isalnum() and behind.isalnum():
            continue
        if len(mark["emphasis"]) == 1 and before.isdigit() and behind.isdigit():
            continue
        closes = behind in _CLOSING and before.isalnum()
        for begin, _, delimiter in _delimiters(mark):
            opened = pending.get(delimiter)
            if opened is not None and not before.isspace() and opened + len(delimiter) < begin:
                faces[opened], faces[begin] = True, False
                del pending[delimiter]
            elif opened is None and not behind.isspace() and not (closes and len(mark["emphasis"]) <= MOST_STARS):
                pending[delimiter] = begin
    return faces


def unglued(strip: Strip) -> list[Strip]:
    """A strip parted where a bold run opens anew right behind other words: headings that a conversion ran together."""
    parts: list[list[Run]] = [[]]
    for run in strip.runs:
        before = parts[-1][-1] if parts[-1] else None
        if before and run.bold and not before.passage.text[-1].isspace() and _opens_anew(before, run):
            parts.append([])
        parts[-1].append(run)
    return [Strip(tuple(runs), strip.item, strip.note and n == 0) for n, runs in enumerate(parts)]


def _opens_anew(before: Run, run: Run) -> bool:
    last = before.passage.text[-1]
    return (last.isalnum() or last in ".:;!?)»%") and bool(_OPENS_ANEW.match(run.passage.text))
