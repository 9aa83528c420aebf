"""Acts that a text names: "приказ Министра ... от 3 августа 2022 года № 348", "Үкіметінің ... № 636 қаулысы".

One citation an act, with every place that names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from extract.document import Document
from extract.values.acts import identify_act, parse_day
from kzedu_graph.records import Citation, Source
from kzedu_graph.registry import Registry

FILE = Path(__file__).parents[1] / "lexicon" / "citations.yml"
BY_TITLE = frozenset({"law", "code"})
"""Kinds of act that are known by their title, with or without a number."""

# Passages have their white space folded, so one plain space is all that parts two words.
_NUMBER = r"№ ?(?P<number>\d[\w/-]{0,20})"
_DOTTED = r"\d{2}\.\d{2}\.\d{4}"
_RU_DATE = rf"(?P<date>\d{{1,2}} [а-я]{{3,10}} \d{{4}}|{_DOTTED})(?: ?(?:года|г\.?))?"
_KK_DATE = rf"(?P<date>\d{{4}} жылғы \d{{1,2}} \w{{3,20}}|{_DOTTED})"
_ISSUER = r"(?P<issuer>[^№;:«»\"“”()\n\d]{0,140}?)"
_ISSUER_BEFORE = re.compile(r"[^№;:«»\"“”()\n\d]*$")
_DATE_BEHIND = re.compile(rf" ?от {_RU_DATE}(?: ?,? ?{_NUMBER})?")
_COUNTRY = {"ru": r"(?: (?:Республики Казахстан|РК))?", "kk": r"(?:Қазақстан Республикасының |ҚР )?"}
_OPENING, _CLOSING = '«"“„', '»"”'
_BOUNDARY = frozenset(" \t(),;:.–—-")
_NOT_LETTERS = re.compile(r"[\W_]+")
_COUNTRY_BEHIND = re.compile(r"\s+(?:РК|Республики Казахстан)\s*$")
_AND = re.compile(r"^(?:и\.\s?о\.\s+|және\s+)", re.IGNORECASE)
SHORTEST_TITLE, LONGEST_TITLE = 4, 800
LONGEST_ISSUER = 140
SAME_CODE = 6
"""Letters in which two names of a code agree, in whatever case they stand ("Трудового кодекса")."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place that names an act; the issuer in the text's own words."""

    kind: str
    start: int
    end: int
    number: str | None = None
    date: date | None = None
    issuer: str | None = None
    title: str | None = None


def find_citations(source: Source, document: Document, registry: Registry) -> tuple[Citation, ...]:
    """The acts that a text names, in the order of their first mention; the text's own act is not among them."""
    found: dict[tuple[str, str], Citation] = {}
    for passage in document.passages():
        for mention in find_mentions(passage.text, source.lang):
            if mention.number and (mention.number, mention.date) == (source.number, source.act_date):
                continue
            issuer = find_issuer(mention.issuer, source.lang, mention.date or source.version_date, registry)
            key = _key(mention)
            citation = Citation(
                source=source.stem,
                kind=mention.kind,
                evidence=passage.spans(mention.start, mention.end),
                number=mention.number,
                date=mention.date,
                issuer=issuer,
                title=mention.title,
                work=identify_act(mention.kind, mention.number, mention.date, issuer),
            )
            before = found.get(key)
            found[key] = _merged(before, citation) if before else citation
    return tuple(found.values())


def find_mentions(text: str, lang: str) -> list[_Mention]:
    """The acts named in a text, in its order; of two readings that overlap, the longer."""
    if not _any_kind(lang).search(text):
        return []
    read = {"ru": _in_russian, "kk": _in_kazakh}[lang]
    kept: list[_Mention] = []
    for mention in sorted(read(text), key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _in_russian(text: str) -> Iterator[_Mention]:
    for kind, patterns in _patterns("ru"):
        for pattern in patterns:
            for match in pattern.finditer(text):
                groups = match.groupdict()
                title, end = _title_behind(text, match.end())
                if title and not groups.get("date") and (behind := _DATE_BEHIND.match(text, end)):
                    groups, end = {**groups, **behind.groupdict()}, behind.end()
                dated = parse_day(groups.get("date"), "ru")
                if kind in BY_TITLE:
                    title = title or groups.get("named")
                    if not title and not groups.get("number"):
                        continue
                yield _Mention(kind, match.start(), end, groups.get("number"), dated, groups.get("issuer"), title)


def _in_kazakh(text: str) -> Iterator[_Mention]:
    for kind, patterns in _patterns("kk"):
        for pattern in patterns:
            for match in pattern.finditer(text):
                groups = match.groupdict()
                issuer = _ISSUER_BEFORE.search(text[max(0, match.start() - LONGEST_ISSUER) : match.start()])
                written = issuer.group() if issuer and groups.get("number") else ""
                title, start = _title_before(text, match.start() - len(written))
                if title is None:
                    start += len(written) - len(written.lstrip())
                if kind in BY_TITLE:
                    title = title or groups.get("named")
                    if not title and not groups.get("number"):
                        continue
                dated = parse_day(groups.get("date"), "kk")
                yield _Mention(kind, start, match.end(), groups.get("number"), dated, written, title)


@cache
def _patterns(lang: str) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    """For each kind of act, the ways to name one."""
    found = []
    for kind, forms in _words(lang)["kinds"].items():
        word = rf"(?<!\w){forms}(?!\w)"
        if lang == "ru":
            shapes = [
                rf"{word} {_ISSUER} ?от {_RU_DATE} ?,? ?{_NUMBER}",
                rf"{word} {_ISSUER} ?{_NUMBER} от {_RU_DATE}",
            ]
            if kind == "law":
                shapes.append(rf"{word}{_COUNTRY['ru']}(?: от {_RU_DATE})?(?= ?[«\"“])")
            if kind == "code":
                shapes.append(rf"(?P<named>[А-ЯЁ][а-яё-]{{2,30}}(?: [а-яё]{{1,30}})? {forms})(?!\w)")
        else:
            shapes = [rf"{_KK_DATE} ?{_NUMBER} ?[;,]? ?{word}"]
            if kind == "law":
                shapes.append(rf"(?:{_KK_DATE} )?{_COUNTRY['kk']}(?:{_KK_DATE.replace('date', 'when')} )?{word}")
            if kind == "code":
                shapes.append(rf"(?P<named>[А-ЯӘҒҚҢӨҰҮҺІ][\w-]{{1,30}} {forms})(?!\w)")
        found.append((kind, tuple(re.compile(shape, re.IGNORECASE if kind != "code" else 0) for shape in shapes)))
    return tuple(found)


@cache
def _any_kind(lang: str) -> re.Pattern[str]:
    return re.compile("|".join(_words(lang)["kinds"].values()), re.IGNORECASE)


@cache
def _words(lang: str) -> dict[str, dict[str, str]]:
    """The words of a language; raises ValueError naming what is missing."""
    data = yaml.safe_load(FILE.read_text("utf-8"))
    if set(data.get(lang, ())) != {"kinds", "heads"}:
        raise ValueError(f"{FILE.name}: {lang} has the keys kinds and heads, no more and no less")
    found: dict[str, dict[str, str]] = data[lang]
    return found


def _title_behind(text: str, at: int) -> tuple[str | None, int]:
    """The title in quotation marks that opens right behind an act's number, and where it ends."""
    start = at
    while start < len(text) and text[start] in " ,":
        start += 1
    if start >= len(text) or text[start] not in _OPENING:
        return None, at
    depth = 0
    for n in range(start, min(len(text), start + LONGEST_TITLE)):
        if text[n] in _OPENING and (n == start or text[n - 1] in _BOUNDARY or text[n - 1] in _OPENING):
            depth += 1
        elif text[n] in _CLOSING:
            depth -= 1
            if depth == 0 or (n + 1 < len(text) and text[n + 1] in ".;" and depth < 2):
                return _title(text[start + 1 : n]), n + 1
    return None, at


def _title_before(text: str, at: int) -> tuple[str | None, int]:
    """The title in quotation marks that closes right before an act's issuer or date, and where it begins."""
    end = at
    while end > 0 and text[end - 1] in " ,":
        end -= 1
    if end == 0 or text[end - 1] not in _CLOSING:
        return None, at
    depth = 0
    for n in range(end - 1, max(-1, end - LONGEST_TITLE), -1):
        if text[n] in _CLOSING and n > 0 and text[n - 1] not in _BOUNDARY - {")", "."} and text[n - 1] not in _OPENING:
            depth += 1
        elif text[n] in _OPENING and depth:
            depth -= 1
            if depth == 0:
                return _title(text[n + 1 : end - 1]), n
    return None, at


def _title(words_inside: str) -> str | None:
    title = " ".join(words_inside.split())
    return title if len(title) >= SHORTEST_TITLE else None


def find_issuer(
    written: str | None, lang: str, day: date | None, registry: Registry, *, alone: bool = False
) -> str | None:
    """The registry key of whoever issued an act; the head of a ministry stands for the ministry.

    What stands before the issuer's name ("өзгеріс енгізілді - ҚР Үкіметінің") is left off word by word, but where the
    name is said to stand `alone`.
    """
    if not written or not written.strip(" ,"):
        return None
    name = _AND.sub("", written.strip(" ,"))
    heads = _words(lang)["heads"]
    parts = [heads.get(word.casefold(), word) for word in _COUNTRY_BEHIND.sub("", name).split()]
    for first in range(1 if alone else len(parts)):
        found = registry.resolve(" ".join(parts[first:]), lang, day, {})
        if found.agency:
            return found.agency
    return None


def _key(mention: _Mention) -> tuple[str, str]:
    """What two mentions of one act share: number and date, or for laws and codes their title."""
    if mention.kind in BY_TITLE and mention.title:
        title = _NOT_LETTERS.sub("", mention.title.casefold())
        return mention.kind, title[:SAME_CODE] if mention.kind == "code" else title
    return mention.kind, f"{mention.number} {mention.date}"


def _merged(one: Citation, other: Citation) -> Citation:
    """Two mentions of one act as one citation: what the first leaves out, the second may give."""
    return replace(
        one,
        evidence=(*one.evidence, *other.evidence),
        number=one.number or other.number,
        date=one.date or other.date,
        issuer=one.issuer or other.issuer,
        title=one.title or other.title,
        work=one.work or other.work,
    )
