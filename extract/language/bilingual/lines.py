"""A text whose lines of the other language are blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.language.bilingual.words import (
    BOTH,
    OTHER,
    both_or_one,
    halves_of,
    kind_of_pieces,
    kind_of_words,
    settled_kinds,
)

_BARS = re.compile(r"[|│┃║\t]")
_LINE = re.compile(r"[^\n]*\n?")
_OF_CELLS = re.compile(r"</?(?:t[dhr]|br|p|li|div)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BLANKED = re.compile(r"[^\n]")


def masked(text: str, lang: str) -> str:
    """A text whose lines of the other language are blanks, and the halves of lines: all else keeps its place."""
    units = list(_units(text))
    kinds = settled_kinds([_kind_of_unit(unit) for unit in units])
    return "".join(_masked_line(line, kind, lang) for unit, kind in zip(units, kinds, strict=True) for line in unit)


def _units(text: str) -> Iterator[list[str]]:
    """The lines of a text one by one, those of a table together; a tab alone on its line opens a cell of one."""
    held: list[str] = []
    inside = opened = False
    for match in _LINE.finditer(text):
        line = match.group()
        if not line:
            continue
        opens = "<table" in line.lower()
        bars, blank = bool(_BARS.search(line)), not line.strip()
        opened = bars if blank and bars else opened and not (blank and held[-1].strip())
        if inside or opens or bars or opened or (held and blank):
            if opens and held and not inside:
                yield held
                held = []
            inside = (inside or opens) and "</table" not in line.lower()
            held.append(line)
            continue
        if held:
            yield held
            held = []
        yield [line]
    if held:
        yield held


def _kind_of_unit(lines: Sequence[str]) -> str | None:
    """The language of a line, or of a table by its pieces."""
    bare = (_TAG.sub("", _OF_CELLS.sub("|", line)) for line in lines)
    pieces = [piece for line in bare for piece in _BARS.split(line) if piece.strip()]
    return kind_of_pieces(pieces) if len(lines) > 1 else both_or_one({kind_of_words(piece) for piece in pieces})


def _masked_line(line: str, kind: str, lang: str) -> str:
    if kind == OTHER[lang]:
        return "\n" * len(line)
    halves = halves_of(line) if kind == BOTH and not _BARS.search(line) and "<" not in line else None
    if halves is None:
        return line
    start, end = halves[lang]
    return _BLANKED.sub(" ", line[:start]) + line[start:end] + _BLANKED.sub(" ", line[end:])
