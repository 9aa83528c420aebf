"""The bodies that answer for a row: its cell read, each name resolved as of the source's own date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.document.blocks import Cell, Passage
from extract.finders.finding_messages import Subject, complaint
from extract.finders.names_on_lines import (
    ABBREVIATION,
    IN_GENITIVE,
    goes_on_as_owned,
    goes_on_in_genitive,
    is_alone,
    opens_a_name,
    wants_its_letters,
    wants_more,
)
from extract.lexicon.words import words
from extract.values.parties.cells import PartyValue, parse_parties
from extract.values.parties.remarks import find_remarks
from extract.values.parties.staff import (
    has_head,
    has_person_at_end,
    is_person,
    is_person_alone,
    is_staff,
    kind_of_staff,
)
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Party, Source
from kzedu_graph.registry.resolving import Registry, Resolution

_QUOTES = ("«", '"', "“")
_FORMS = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,5}"
_PURPOSE = rf"(?:{'|'.join(words('ru').form_purposes)})\s+{_FORMS}"
_IN_QUOTES = re.compile(rf"{_FORMS}(?:\s+{_PURPOSE})?\s+[«\"“][^\n]*[»\"”]|[«\"“][^»\"”]*[»\"”](?:\s+{_FORMS})+")
"""A name in quotes with its legal form: "ГУ «Отдел садов»", "«Жаңа бақ» ҰК АҚ"."""
_CLOSED = re.compile(r"\([а-яёәғқңөұүһі][^()]*\)\.?$")
"""A remark in brackets, behind which no name goes on: "(свод)"."""
_BULLETS = frozenset("–—-•")
"""What the items of a list begin with, each a body."""
EDGES = " \t\n\u00a0,;–—-"
"""What stands around a body that is an item of a list."""


@dataclass(frozen=True, slots=True)
class Answering:
    """The bodies of a cell, and the numbers of those that open a new line, or a new paragraph standing apart."""

    parties: tuple[Party, ...]
    lines: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()

    def groups(self, count: int) -> list[tuple[Party, ...]]:
        """The bodies in as many groups as wanted: by paragraphs that stand apart, else by lines; else all together."""
        for opening in (self.apart, self.lines):
            if len(opening) + 1 == count:
                at = [0, *sorted(opening), len(self.parties)]
                return [self.parties[start:end] for start, end in pairwise(at)]
        return [self.parties]


@dataclass(slots=True)
class Bodies:
    """Who is meant in one source, its glossary before the registry; `findings` and `checks` fill up with use."""

    source: Source
    registry: Registry
    glossary: Mapping[str, str]
    findings: list[Finding] = field(default_factory=list)
    checks: Counter[str] = field(default_factory=Counter)
    _met: dict[str, Resolution] = field(default_factory=dict)

    def read(self, cell: Cell, subject: Subject) -> Answering:
        """The bodies of a cell, in printed order."""
        passage = cell.passage
        parsed = [
            replace(value, start=value.start + at, end=value.end + at)
            for at, line in self._stretches(cell)
            for value in parse_parties(line, self.source.lang, self.glossary, self.is_known)
        ]
        values = [
            part for value in parsed for part in self._by_paragraphs(value, passage.text, breaks_of(cell, apart=True))
        ]
        pairs = list(enumerate(pairwise(values), start=1))
        lines, apart = (
            frozenset(n for n, (one, other) in pairs if any(one.end <= at <= other.start for at in breaks))
            for breaks in (breaks_of(cell), breaks_of(cell, apart=True))
        )
        return Answering(tuple(self._party(value, passage, subject) for value in values), lines, apart)

    def _stretches(self, cell: Cell) -> list[tuple[int, str]]:
        """The words of a cell that are read in one go: all, or each line of a Kazakh cell where every line is a name
        that ends with its head, commas inside it or not ("Қалалар әкімдері" over "Еңбек, көші-қон басқармасы").
        """
        whole = cell.passage.text
        lines = list(_lines(cell)) if self.source.lang == "kk" else []
        if len(lines) < 2 or not all(
            line[:1] in _QUOTES or line[:1].isupper() or (n and opens_a_name(line, _without_remark(lines[n - 1]), "kk"))
            for n, line in enumerate(lines)
        ):
            return [(0, whole)]
        if not all(map(self._ends_with_head, map(_without_remark, lines))):
            return [(0, whole)]
        return [(sum(len(line) + 1 for line in lines[:n]), line) for n, line in enumerate(lines)]

    def _ends_with_head(self, name: str) -> bool:
        """Whether a Kazakh name is whole: its last word is its head, or a legal form, and stands in the nominative."""
        last = name.rpartition(" ")[2]
        headed = has_head(name, "kk") and not IN_GENITIVE.search(last)
        return headed or last in words("kk").legal_forms or is_alone(name, "kk")

    def _by_paragraphs(self, value: PartyValue, text: str, breaks: Sequence[int]) -> Iterator[PartyValue]:
        """The body, or those that stand in paragraphs of their own where one of them is known and the whole is not."""
        inside = [at for at in breaks if value.start < at < value.end]
        inside = [at for at in inside if not goes_on_in_genitive(text[at : value.end].strip(EDGES), self.source.lang)]
        starts, ends = [value.start, *inside[:-1]][: len(inside)], [*inside[1:], value.end][: len(inside)]
        inside = [
            at
            for start, at, end in zip(starts, inside, ends, strict=True)
            if not wants_more(text[start:at].strip(EDGES), text[at:end].strip(EDGES), self.source.lang)
            and not goes_on_as_owned(text[at:end].strip(EDGES), self.source.lang)
        ]
        bounds = [(a, b) for a, b in pairwise([value.start, *inside, value.end])] if inside else []
        names = [name for a, b in bounds if (name := text[a:b].strip(EDGES))]
        if not bounds or self.is_known(value.text):
            yield value
            return
        if not any(map(self.is_known, names)) and not all(text[a:b].lstrip()[:1] in _BULLETS for a, b in bounds[1:]):
            bounds = self._whole_names(text, bounds)
            names = [text[a:b].strip(EDGES) for a, b in bounds]
            if len(names) < 2 or not self._are_several(names):
                yield value
                return
        for number, (a, b) in enumerate(bounds, start=1):
            name = text[a:b].strip(EDGES)
            if name:
                start = text.index(name, a)
                yield PartyValue(
                    " ".join(name.split()), value.by_agreement and number == len(bounds), start, start + len(name)
                )

    def _whole_names(self, text: str, bounds: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The lines, each that goes on with the name above it in small letters, or in figures, as one with that."""
        found: list[tuple[int, int]] = []
        behind = [text[a:b].strip(EDGES) for a, b in bounds[1:]] + [""]
        for (a, b), below in zip(bounds, behind, strict=True):
            line, above = text[a:b].strip(EDGES), text[slice(*found[-1])].strip(EDGES) if found else ""
            if not line:
                continue
            whole = f"{line} {below}" if below[:1].islower() else line
            goes_on = (
                line[:1].islower()
                and not has_person_at_end(above)
                and not _CLOSED.search(above)
                and not any(opens_a_name(one, above, self.source.lang) for one in (line, whole))
            )
            counts = line[:1].isdigit() and not has_head(line, self.source.lang)
            of_post = is_person_alone(line) and kind_of_staff(above, self.source.lang) == "post"
            of_post = of_post and not has_person_at_end(above)
            short = ABBREVIATION.fullmatch(line) and wants_its_letters(above, self.source.lang)
            wanted = wants_more(above, line, self.source.lang)
            if found and (goes_on or counts or of_post or short or wanted):
                found[-1] = (found[-1][0], b)
            else:
                found.append((a, b))
        return found

    def _are_several(self, names: Sequence[str]) -> bool:
        """Whether lines of a cell are a name each: all but one are posts or units, or each is built on the word for a
        post, a unit or a body, or stands as only a name does, or in quotes with its legal form; behind another in
        Russian that one may tell whose it is ("Филиал" over "АО «Сад»"). A Kazakh name in the genitive has its head
        behind it.
        """
        staff = sum(is_staff(name, self.source.lang) or has_person_at_end(name) for name in names)
        if self.source.lang == "kk" and any(map(IN_GENITIVE.search, names)):
            return False
        quoted = [bool(_IN_QUOTES.fullmatch(name)) for name in names]
        whose = self.source.lang == "ru" and any(not one and other for one, other in pairwise(quoted))
        headed = not whose and all(
            known
            or has_head(name, self.source.lang)
            or is_alone(name, self.source.lang)
            or ABBREVIATION.fullmatch(name)
            for name, known in zip(names, quoted, strict=True)
        )
        opened = all(name[:1].isalnum() or name.startswith(_QUOTES) for name in names)
        return opened and (headed or staff >= max(1, len(names) - 1))

    def _party(self, value: PartyValue, passage: Passage, subject: Subject) -> Party:
        found = self.resolve(value.text)
        spans = passage.spans(value.start, value.end)
        staff = None
        if found.agency is not None:
            self.checks["party"] += 1
        elif not found.candidates:
            staff = kind_of_staff(self._in_full(value.text), self.source.lang)
        if found.agency is None and not (staff or (is_person(value.text) and not found.candidates)):
            code = "ambiguous-party" if found.candidates else "unknown-party"
            said = passage[value.start : value.end]
            self.findings.append(complaint(code, self.source, subject, said, candidates=found.candidates))
        return Party(value.text, value.by_agreement, found.agency, spans, found.how, staff)

    def _in_full(self, name: str) -> str:
        """A name with the abbreviation that it begins or, in Kazakh, ends with written out by the document's key."""
        first, _, rest = name.partition(" ")
        if first in self.glossary:
            return f"{self.glossary[first]} {rest}".strip()
        rest, _, last = name.rpartition(" ")
        return f"{rest} {self.glossary[last]}".strip() if last in self.glossary else name

    def resolve(self, name: str) -> Resolution:
        """Who a name means, on the day of the source."""
        if name not in self._met:
            found = self.registry.resolve(name, self.source.lang, self.source.version_date, self.glossary)
            self._met[name] = found
        return self._met[name]

    def is_known(self, name: str) -> bool:
        """Whether a name means one body for sure."""
        return self.resolve(name).agency is not None


def _lines(cell: Cell) -> Iterator[str]:
    """The lines of a cell; one that ends inside brackets goes on in the next."""
    line = ""
    for paragraph in cell.paragraphs:
        line = f"{line} {paragraph.text}" if line else paragraph.text
        if line.count("(") <= line.count(")"):
            yield line
            line = ""
    if line:
        yield line


def _without_remark(name: str) -> str:
    """A Kazakh name without the remark and the marks at its end."""
    for start, end in reversed(find_remarks(name, "kk")):
        name = name[:start] + name[end:]
    return name.strip(f"{EDGES}.:")


def breaks_of(cell: Cell, *, apart: bool = False) -> list[int]:
    """Where in the joined text of a cell a paragraph ends that no comma carries on; `apart`: and a blank follows."""
    found: list[int] = []
    at = 0
    for number, paragraph in enumerate(cell.paragraphs[:-1], start=1):
        at += len(paragraph)
        if not paragraph.text.endswith(",") and (cell.stands_apart(number) or not apart):
            found.append(at)
        at += 1
    return found
