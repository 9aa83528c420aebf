"""The lines of a typed table by rows: each behind a number that goes on from the last, or words of none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.continued_tables import follows, follows_soon
from extract.finders.woven.heads import Line, head_at

_NUMBER = re.compile(
    r"\s*(?P<number>\d{1,3}(?:\\?\.\d{1,3})*)(?P<mark>\\?[.)])?(?:\s+|$|(?<=\d\.)(?=[^\W\d_]))(?=\S|$)"
)
_ROMAN = re.compile(r"\s*[IVXІХ]{1,5}\s*\.\s+\S")
"""How a line begins that heads rows whose numbers begin anew, or go on from anywhere."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together: a row behind its number, or words of none; `ruled` where strokes follow."""

    lines: tuple[Line, ...]
    number: str = ""
    behind: int = 0
    """Where the words behind the number begin in the first line."""
    ruled: bool = False


def groups_of(text: str, lines: Sequence[Line], lang: str) -> Iterator[Group]:
    """The lines by rows: each begins at a number that goes on from the last, or behind a line of strokes."""
    held: Group | None = None
    last, opens, sectioned, at = "", True, False, 0
    while at < len(lines):
        line = lines[at]
        repeated = head_at(text, lines, at, lang)
        if line.is_rule or repeated:
            held = replace(held, ruled=True) if held else None
            opens = True
            at += repeated.size if repeated else 1
            continue
        if line.titled:
            if held:
                yield held
            yield Group((line,))
            held, opens = None, True
            at += 1
            continue
        if _ROMAN.match(line.text):
            if held:
                yield held
            held, sectioned = Group((line,)), True
            at += 1
            continue
        match = _NUMBER.match(line.text.replace("!", " ", 1).replace("|", " ", 1))
        number = match["number"].replace("\\", "") if match else ""
        anew = bool(match and match["mark"] and sectioned and number.isdigit())
        if match and (anew or follows(last, number) or _is_marked(number, match["mark"] or "", last, opens=opens)):
            if held:
                yield held
            held, last, sectioned = Group((line,), number, match.end()), number, False
        elif held and not (opens and held.ruled):
            held = replace(held, lines=(*held.lines, line))
        else:
            if held:
                yield held
            held = Group((line,))
        opens = False
        at += 1
    if held:
        yield held


def opens_rows(heading: Line, below: Sequence[Line]) -> bool:
    """Whether the line below a heading is the first of a row whose number goes on from the heading's."""
    match = _NUMBER.match(heading.text)
    first = _NUMBER.match(below[0].text) if below else None
    return first is not None and (match is None or first["number"].startswith(f"{match['number']}."))


def _is_marked(number: str, mark: str, last: str, *, opens: bool) -> bool:
    """Whether a number is that of a row though it does not go on from the last one: its dots say so, or it is the first
    behind a line of strokes.
    """
    if "." in number:
        return not last or last.partition(".")[0] in (number.partition(".")[0], str(int(number.partition(".")[0]) - 1))
    return bool(mark) and (number == "1" if opens else follows_soon(last, number))
