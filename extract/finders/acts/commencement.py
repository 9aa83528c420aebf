"""When an act and its parts begin to work, and which parts do not work for a time, by the act's own words.

    Настоящий приказ вводится в действие с 1 января 2032 года, за исключением подпункта 2) пункта 1, который вводится в
    действие с 1 июля 2033 года, и распространяется на отношения, возникшие с 1 сентября 2031 года.
    Осы бұйрық, 2033 жылғы 1 шілдеден бастап қолданысқа енгізілетін 3-тармақты қоспағанда, ... қолданысқа енгізіледі.

Facts about the act and its parts, and no duties. Where the day follows from a publication that the text does not tell,
the words are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.document.blocks import Document, Passage
from extract.finders.acts.places import parts_in
from extract.lexicon.acts import header_words
from extract.lexicon.amendments import wording
from extract.lexicon.force import force_words
from extract.lexicon.standing import standing_words
from extract.values.acts import day_pattern, parse_day
from kzedu_graph.model.prose import Commencement
from kzedu_graph.model.records import Source, Span

MOST_ITEMS = 40
"""Items of a list of parts that one sentence leads to."""
_LAST_BLANKS = " .;,"


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says of one part; no parts are the act as a whole."""

    parts: str
    when: str
    span: Span
    applies: date | None = None
    suspended: bool = False
    lost: bool = False


def find_commencements(source: Source, document: Document) -> tuple[Commencement, ...]:
    """Every statement of a text on when it, or a part of it, works; parts with days of their own are apart."""
    lang = document.lang
    found = [
        Commencement(
            source=source.stem,
            order=0,
            part=part,
            begins=None if told.suspended or told.lost else _day(told.when, source, lang),
            when=told.when.strip(_LAST_BLANKS),
            evidence=(told.span,),
            applies_from=told.applies,
            suspended=_suspension(told.when, lang) if told.suspended else None,
            lost=told.lost,
        )
        for told in _told(list(document.passages()), lang)
        for part in _parts(told.parts, lang)
    ]
    once = {(one.part, one.when, one.suspended): one for one in reversed(found)}
    kept = sorted(once.values(), key=lambda one: (one.evidence[0].start, found.index(one)))
    return tuple(replace(one, order=n) for n, one in enumerate(kept, 1))


def with_commencement(source: Source, told: Sequence[Commencement]) -> Source:
    """A source with the day on which its act as a whole begins to work, where it is not known otherwise."""
    days = [one.begins for one in told if not one.part and one.begins]
    return replace(source, in_force_from=days[-1]) if days and source.in_force_from is None else source


def find_last_day(document: Document) -> date | None:
    """The last day on which an act works, by its own words: "... и действует до 31 декабря 2033 года"."""
    lang = document.lang
    for passage in document.passages():
        match = standing_words(lang).expires.search(passage.text)
        day = parse_day(match["date"], lang) if match else None
        if day:
            return day - timedelta(days=1) if day.day == 1 else day
    return None


def find_suspension(text: str, lang: str) -> tuple[date | None, date | None] | None:
    """From when and until when an act does not work, by a note on it; None where a text tells nothing of it."""
    match = None if force_words(lang).suspended.search(text) else force_words(lang).act_suspended.search(text)
    return _suspension(text[match.start() :], lang) if match else None


def _told(passages: Sequence[Passage], lang: str) -> Iterator[_Told]:
    words = force_words(lang)
    for n, passage in enumerate(passages):
        text = passage.text
        is_note = _is_note(text, lang)
        for part in words.suspended.finditer(text) if is_note else ():
            parts = next(filter(None, part.groupdict().values()))
            yield _Told(parts, text[part.start() :], passage.span(), suspended=True)
        for part in words.lost.finditer(text) if is_note else ():
            yield _Told(part["parts"], text[part.start() :], passage.span(), lost=True)
        match = words.begins.search(text)
        if match:
            yield from _of_sentence(match, passage, passages[n + 1 : n + 1 + MOST_ITEMS], lang)
        elif not text.startswith(("«", '"', "“")) and (match := words.part_begins.search(text)):
            yield _Told(match["parts"], match["when"], passage.span())
        elif lang == "kk" and text.endswith(":") and _is_own(text, lang):
            yield from _items(passages[n + 1 : n + 1 + MOST_ITEMS], lang)


def _is_note(text: str, lang: str) -> bool:
    """Whether a passage is a note of the register, which tells of its own act."""
    return bool(standing_words(lang).note.search(text))


def _of_sentence(match: re.Match[str], passage: Passage, behind: Sequence[Passage], lang: str) -> Iterator[_Told]:
    """The act, and the parts that its sentence or the list below it leaves out."""
    words = force_words(lang)
    pieces = words.excepted.split(match["when"], maxsplit=1)
    whole = (pieces[0] if lang == "ru" else pieces[-1]) if len(pieces) > 1 else match["when"]
    applies = words.applies.search(passage.text)
    yield _Told("", whole, passage.span(), parse_day(applies["date"], lang) if applies else None)
    if len(pieces) > 1:
        left_out = pieces[1] if lang == "ru" else pieces[0]
        for part in words.part.finditer(left_out if lang == "ru" else f"{left_out} қоспағанда"):
            yield _Told(part["parts"], part["when"], passage.span())
        if passage.text.endswith(":"):
            yield from _items(behind, lang)


def _items(passages: Sequence[Passage], lang: str) -> Iterator[_Told]:
    """The items of a list of parts, up to the one that ends it; its last words may tell of the act as a whole."""
    words = force_words(lang)
    for passage in passages:
        found = list(words.part.finditer(passage.text))
        if not found:
            return
        for part in found:
            yield _Told(part["parts"], part["when"], passage.span())
        if lang == "kk" and len(pieces := words.excepted.split(passage.text, maxsplit=1)) > 1:
            yield _Told("", pieces[1].removesuffix(".").removesuffix("қолданысқа енгізіледі"), passage.span())
            return
        if not passage.text.endswith(";"):
            return


def _is_own(text: str, lang: str) -> bool:
    """Whether a line is only the act itself, over a list: "Осы Заң:"."""
    kinds = "|".join(forms["named"] for forms in header_words(lang)["kinds"].values())
    return bool(re.fullmatch(rf"(?:\d+[.)] ?)?осы (?:{kinds})\s?:", text, re.IGNORECASE))


def _parts(told: str, lang: str) -> Iterator[tuple[str, ...]]:
    """The parts that are told of, each as its path, the outermost first; the act as a whole where none is."""
    if not told.strip():
        yield ()
        return
    words, grammar = force_words(lang), wording(lang)
    plain = words.own.sub(" ", told)
    pieces: list[str] = []
    at = 0
    for join in words.joins.finditer(plain):
        behind = re.match(r"[\d\s)-]*([^\W\d_]+)", plain[join.end() :])
        unit = behind and grammar.unit_of(behind[1].casefold())
        begins = unit and (lang == "kk") == plain[join.end() : join.end() + 1].isdigit()
        if begins and parts_in(plain[at : join.start()], grammar):
            pieces.append(plain[at : join.start()])
            at = join.end()
    pieces.append(plain[at:])
    for piece in pieces:
        path = tuple(name for _, name in parts_in(piece, grammar))
        if path:
            yield path


def _day(when: str, source: Source, lang: str) -> date | None:
    """The day that a sentence gives; None where it follows from a publication."""
    words = force_words(lang)
    if words.signed.search(when):
        return source.act_date
    applies = words.applies.search(when)
    told = words.ends.split(when[: applies.start()] if applies else when, maxsplit=1)[0]
    match = re.search(day_pattern(lang), told, re.IGNORECASE)
    return parse_day(match["date"], lang) if match else None


def _suspension(told: str, lang: str) -> tuple[date | None, date | None]:
    since, until = (pattern.search(told) for pattern in (force_words(lang).since, force_words(lang).until))
    return (
        parse_day(since["date"], lang) if since else None,
        parse_day(until["date"], lang) if until else None,
    )
