"""Where the two languages of one edition disagree: figures, deadlines and bodies, point by point.

Both texts number their points alike, and a portal gives a point the same anchor in both (`<a id="an1_p3">`). What is
compared needs no dictionary: figures as figures, deadlines as points of time, bodies as keys of the registry. A kind is
compared only where both texts have it: words that one language spells out ("три" and "3") are no figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kzedu_graph.mapping.statements import edition_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source, Span

CODE = "languages-differ"
FEWEST_COMMON = 0.9
"""Of the points of both texts, how many must meet."""
LONGEST_QUOTE = 600
"""Characters of a point that a finding quotes."""

_ANCHOR = re.compile(r'<a id="(?P<name>[\w.-]+)"></a>|\[bookmark: (?P<mark>[\w.-]+)\]')
_NUMBERED = re.compile(r"^[ \t]*(?P<number>\d{1,3}(?:-\d{1,2})?)\\?[.)][ \t]", re.MULTILINE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_NOT_TEXT = re.compile(
    r"<[^<>]*>|\[bookmark: [^\]]*\]|^[ \t]*\d{1,3}(?:-\d{1,2})?\\?[.)](?=\s)|\(https?[^()]*\)", re.MULTILINE
)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


class _OneText(Protocol):
    """What the choice of pairs asks of a text."""

    @property
    def source(self) -> Source:
        """Which text it is."""
        ...


AnyText = TypeVar("AnyText", bound=_OneText)


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point, item or row of a text: what it is called in both languages, and where it stands."""

    key: tuple[str, int]
    span: Span


def language_pairs(texts: Sequence[AnyText]) -> list[tuple[AnyText, AnyText]]:
    """The texts of one act and one day in two languages, Kazakh first."""
    by_day: dict[tuple[str, object], list[AnyText]] = {}
    for text in texts:
        if text.source.version_date:
            by_day.setdefault((text.source.work, text.source.version_date), []).append(text)
    return [
        (first, second)
        for several in by_day.values()
        for first in several
        for second in several
        if (first.source.lang, second.source.lang) == ("kk", "ru")
    ]


def points_of(text: str) -> list[Point]:
    """The points of a text, in its order: from one anchor, number or row of a table to the next."""
    front = _FRONT.match(text)
    starts: list[tuple[int, str]] = []
    for match in _ANCHOR.finditer(text):
        starts.append((match.start(), match["name"] or match["mark"]))
    anchored = len(starts) > 1
    for match in _NUMBERED.finditer(text, front.end() if front else 0):
        near = [place for place, _ in starts if anchored and 0 <= match.start() - place <= len(match.group()) + 40]
        if not near:
            starts.append((match.start(), match["number"]))
    starts.extend((match.start(), "row") for match in _ROW.finditer(text))
    starts.sort()
    seen: Counter[str] = Counter()
    found = []
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (start, name), end in zip(starts, ends, strict=False):
        seen[name] += 1
        found.append(Point((name, seen[name]), Span(start, end)))
    return found


def find_differences(kazakh: Extraction, russian: Extraction) -> Iterator[tuple[Finding, Span]]:
    """What the points of two languages say differently: a finding about the Russian text with its own quote, and the
    quote of the Kazakh one.

    Nothing is compared where most points of the texts do not meet.
    """
    theirs = {point.key: point for point in points_of(kazakh.text)}
    ours = {point.key: point for point in points_of(russian.text)}
    both = theirs.keys() & ours.keys()
    if len(both) < FEWEST_COMMON * len(theirs.keys() | ours.keys()):
        return
    for key, point in ours.items():
        if key not in both:
            continue
        other = theirs[key]
        for what, first, second in _compared(kazakh, other.span, russian, point.span):
            quotes = [_quote(one.text, place.span) for one, place in ((kazakh, other), (russian, point))]
            yield (
                Finding(
                    CODE,
                    "warning",
                    str(edition_of(russian.source)),
                    _message(what, key[0], first, second, quotes),
                    source=russian.source.stem,
                    spans=(_shown(russian.text, point.span),),
                    words=f"{first} / {second}",
                ),
                _shown(kazakh.text, other.span),
            )


def _compared(kazakh: Extraction, there: Span, russian: Extraction, here: Span) -> Iterator[tuple[str, str, str]]:
    """What differs: figures, deadlines or bodies, as the Kazakh and as the Russian text have them."""
    theirs, ours = _figures(kazakh.text, there), _figures(russian.text, here)
    if theirs and ours and theirs != ours:
        yield "figures", _listed(theirs - ours), _listed(ours - theirs)
    for what in ("deadlines", "bodies"):
        first, second = (_told(one, place, what) for one, place in ((kazakh, there), (russian, here)))
        if first and second and not (first <= second or second <= first):
            yield what, ", ".join(sorted(first - second)), ", ".join(sorted(second - first))


def _figures(text: str, span: Span) -> Counter[str]:
    words = _NOT_TEXT.sub(" ", text[span.start : span.end])
    return Counter(re.sub(r"[ \u00a0]", "", found).replace(",", ".") for found in _FIGURE.findall(words))


def _told(extraction: Extraction, span: Span, what: str) -> set[str]:
    """The deadlines or the bodies of records that stand within a point."""
    within = [one for one in extraction.provisions if span.covers(one.evidence[-1])]
    if what == "deadlines":
        return {due for one in within for due in one.due}
    return {one.bearer for one in within if one.bearer}


def _listed(figures: Counter[str]) -> str:
    return ", ".join(sorted(figures.elements())) or "–"


def _shown(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    end = span.start + min(len(words.rstrip()), LONGEST_QUOTE)
    return Span(span.start, max(end, span.start + 1))


def _quote(text: str, span: Span) -> str:
    shown = _shown(text, span)
    return " ".join(_NOT_TEXT.sub(" ", text[shown.start : shown.end]).split())


_WHAT = {
    "figures": ("сандар", "числа", "figures"),
    "deadlines": ("мерзімдер", "сроки", "deadlines"),
    "bodies": ("органдар", "органы", "bodies"),
}


def _message(what: str, point: str, first: str, second: str, quotes: list[str]) -> dict[str, str]:
    kazakh, russian, english = _WHAT[what]
    quoted = f"«{quotes[0]}» / «{quotes[1]}»"
    return {
        "kk": f"{point}: екі тілде {kazakh} әртүрлі: {first} (қазақша), {second} (орысша). {quoted}",
        "ru": f"{point}: {russian} на двух языках расходятся: {first} (казахский), {second} (русский). {quoted}",
        "en": f"{point}: the {english} of the two languages differ: {first} (Kazakh), {second} (Russian). {quoted}",
    }
