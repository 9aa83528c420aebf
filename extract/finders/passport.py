"""The passport of a programme: who drew it up, who answers for carrying it out, its years and its money.

It is a table of two columns, or prose in which each title is a paragraph and what it titles stands below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.bodies import Bodies
from extract.finders.finding_messages import Subject, complaint
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words
from extract.values.money import find_amounts
from kzedu_graph.model.records import Allocation, Party, Passport, Source, Span, Total

_SEMICOLON = re.compile(r";\s*")
_YEARS = re.compile(r"(?P<first>20\d\d)\s*[-–—]\s*(?P<last>20\d\d)")
_YEAR_LABEL = re.compile(rf"\W*(?P<year>20\d\d)\s*(?:(?:{figure_words().year_words})\.?)?\s*[-–—]\s*")
_LABEL = re.compile(r"[\W\d]*(?P<label>[^\W\d].*?)\s*[-–—]\s*$", re.DOTALL)
_NOT_LETTERS = re.compile(r"[\W_]+")
LONGEST_TITLE = 120
"""Characters of a title of the passport; what is longer is prose that happens to hold its words."""


@dataclass(frozen=True, slots=True)
class PassportEntry:
    """A row of the passport: what it tells ("developer"), its words, and where it stands, title included."""

    kind: str
    passages: tuple[Passage, ...]
    spans: tuple[Span, ...]


def find_passport(source: Source, document: Document, bodies: Bodies) -> tuple[Passport | None, tuple[Total, ...]]:
    """The passport, None where the document has none, and the money that it states."""
    told = [
        entry for entry in passport_entries(document) if entry.kind in ("developer", "implementer", "period", "funding")
    ]
    named = [entry for entry in told if entry.kind in ("developer", "implementer")]
    if not named:
        return None, ()
    programme = source.programme or source.work
    passport = Passport(
        source=source.stem,
        programme=programme,
        evidence=tuple(span for entry in told for span in entry.spans),
        period=next((years for entry in told if entry.kind == "period" and (years := _years(entry))), None),
        developer=tuple(_parties([e for e in named if e.kind == "developer"], source, bodies)),
        implementers=tuple(_parties([e for e in named if e.kind == "implementer"], source, bodies)),
    )
    totals = [
        total
        for entry in told
        if entry.kind == "funding"
        for total in _totals(source.stem, programme, source.lang, entry)
    ]
    return passport, tuple(totals)


def passport_entries(document: Document) -> tuple[PassportEntry, ...]:
    """What the passport tells, by its titles."""
    return (*_in_tables(document), *_in_prose(document))


def _in_tables(document: Document) -> Iterator[PassportEntry]:
    for table in document.tables():
        for row in table.rows:
            if len(row.cells) != 2:
                continue
            kind, end = _kind_of(row.cells[0].text, document.lang)
            if kind and end is not None:
                yield PassportEntry(kind, row.cells[1].paragraphs, row.spans())


def _in_prose(document: Document) -> Iterator[PassportEntry]:
    """Entries between a heading that says "паспорт" and the next heading."""
    inside = False
    kind: str | None = None
    passages: list[Passage] = []
    for block in document.blocks:
        match block:
            case Heading(passage):
                yield from _closed(kind, passages)
                kind, passages = None, []
                inside = any(title in passage.text.casefold() for title in words(document.lang).passport_headings)
            case Paragraph(passage) | ListItem(_, passage) if inside:
                opened, end = _kind_of(passage.text, document.lang)
                if opened:
                    yield from _closed(kind, passages)
                    kind, passages = opened, [_behind_title(passage, opened, end or 0)]
                else:
                    passages.append(passage)
            case Table() | Paragraph() | ListItem():
                pass
    yield from _closed(kind, passages)


def _behind_title(passage: Passage, kind: str, end: int) -> Passage:
    """What a title's own paragraph tells: years or money behind the title, bodies behind a colon."""
    colon = passage.text.find(":", end)
    if kind in ("developer", "implementer"):
        return passage[colon + 1 :].strip() if colon >= 0 else passage[:0]
    return passage[end:].strip()


def _closed(kind: str | None, passages: Sequence[Passage]) -> Iterator[PassportEntry]:
    filled = tuple(passage for passage in passages if passage.text)
    if kind and filled:
        yield PassportEntry(kind, filled, tuple(span for passage in filled for span in passage.spans()))


def _kind_of(title: str, lang: str) -> tuple[str | None, int | None]:
    """What a title of the passport tells, and where it ends; None where the words are no title."""
    if len(title) > LONGEST_TITLE:
        return None, None
    found = [(match.end(), kind) for pattern, kind in _titles(lang) if (match := pattern.search(title))]
    return (max(found)[1], max(found)[0]) if found else (None, None)


@cache
def _titles(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(r"\W+".join(map(re.escape, _NOT_LETTERS.split(title))) + r"\w*", re.IGNORECASE), kind)
        for title, kind in words(lang).passport_titles.items()
    )


def _years(entry: PassportEntry) -> str | None:
    match = next((m for passage in entry.passages if (m := _YEARS.search(passage.text))), None)
    return f"{match['first']}/{match['last']}" if match else None


def _parties(entries: Sequence[PassportEntry], source: Source, bodies: Bodies) -> Iterator[Party]:
    """The bodies of an entry, one a line or parted by semicolons: a comma may stand inside a name."""
    for entry in entries:
        for passage in entry.passages:
            for piece in passage.split(_SEMICOLON):
                name = piece.strip(" .,;")
                if not name.text:
                    continue
                found = bodies.resolve(name.text)
                if found.agency is None:
                    subject = Subject("document", "", entry.spans)
                    bodies.findings.append(
                        complaint("passport-body-unknown", source, subject, name, candidates=found.candidates)
                    )
                yield Party(name.text, by_agreement=False, agency=found.agency, spans=name.spans())


@cache
def _short_form(lang: str) -> re.Pattern[str]:
    """What gives a name its short form: "(далее – РБ)"."""
    leads = "|".join(map(re.escape, words(lang).short_form_leads))
    return re.compile(rf"\((?:{leads})\s*[-–—]\s*(?P<short>[^()\s]+)\)?")


def _totals(stem: str, programme: str, lang: str, entry: PassportEntry) -> Iterator[Total]:
    """What is set apart for each source, and for all of them: in all and by year."""
    whole: list[Allocation] = []
    evidence: list[Span] = []
    for passage in entry.passages:
        at = 0
        for amount in find_amounts(passage.text):
            before, spans = passage.text[at : amount.start], passage.spans(at, amount.end)
            at = amount.end
            year, label = _YEAR_LABEL.fullmatch(before), _LABEL.fullmatch(before)
            if year or not label:
                whole.append(Allocation(int(year["year"]) if year else None, amount.millions, None, spans))
                evidence.extend(spans)
            else:
                short = _short_form(lang).search(label["label"])
                named = short["short"] if short else label["label"].strip(" ,;()")
                yield Total(
                    stem, programme, "passport", named, (Allocation(None, amount.millions, None, spans),), spans
                )
    if whole:
        yield Total(stem, programme, "passport", None, tuple(whole), tuple(evidence))
