"""Places in a text that name an act by its kind, with number and date, with a title, or shortly by number alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from extract.finders.acts.titles import approved_before, title_before, title_behind
from extract.lexicon.acts import act_words
from extract.values.acts import DOTTED, NUMBER, NUMBER_SIGN, day_pattern, numbered_act, parse_day, parse_number
from kzedu_graph.language.letters import LOWER, UPPER

BY_TITLE = frozenset({"law", "code", "constitution"})
"""Kinds of act that are known by their title, with or without a number."""
NAMED = frozenset({"code", "constitution"})
"""Kinds whose word is part of the title."""

# Passages have their white space folded, so one plain space is all that parts two words.
_OTHER_KINDS = "|".join(rf"\b(?:{forms})\b" for forms in act_words("kk").kinds.values())
_ISSUER = r"(?P<issuer>[^№;:«»\"“”()\n\d]{0,140}?)"
_ISSUER_BEFORE = re.compile(r"(?:.*[№;:«»\"“”()\n\d])?(?P<issuer>.*)", re.DOTALL)
_ACT_BEFORE = re.compile(rf"(?:{_OTHER_KINDS})[ ,]*(?:(?:және|мен|пен|бен) )?", re.IGNORECASE)
_OF = act_words("ru").grammar["of"]
_AND = act_words("ru").grammar["and"]
_LISTED = re.compile(
    rf"(?: ?\([^()]{{0,120}}\))? ?[,;]? ?(?:{_AND} )?(?P<of>{_OF} ){day_pattern('ru')} ?,? ?{NUMBER}", re.IGNORECASE
)
"""A further act of the kind and issuer that was named last."""
_DATE_BEHIND = re.compile(rf",? ?{_OF} {day_pattern('ru')}(?: ?,? ?{NUMBER})?")
_QUOTE_AHEAD = r"(?= ?[«\"“])"
LONGEST_ISSUER = 140
LONGEST_STEM = 5
"""Letters that the forms of a word for a plan or rules share ("Концепции", "Концепцию")."""
_SHORT_ISSUER = rf"(?P<issuer>(?: (?!(?:{act_words('ru').grammar['no_issuer']})\b)[{UPPER}][\w.]{{1,15}}){{0,4}})"


@dataclass(frozen=True, slots=True)
class ActMention:
    """One place that names an act; the issuer in the text's own words."""

    kind: str
    start: int
    end: int
    number: str | None = None
    date: date | None = None
    issuer: str | None = None
    title: str | None = None


def find_mentions(text: str, lang: str) -> list[ActMention]:
    """The acts named in a text, in its order; of two readings that overlap, the longer."""
    if not names_a_kind(text, lang):
        return []
    read = {"ru": _in_russian, "kk": _in_kazakh}[lang]
    kept: list[ActMention] = []
    for mention in sorted(read(text), key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return list(_with_issuers(sorted(kept, key=lambda m: m.start), text))


@lru_cache(maxsize=1 << 12)
def names_a_kind(text: str, lang: str) -> bool:
    """Whether the word of any kind of act stands in a text; a text is asked for it twice."""
    return _any_kind(lang).search(text.lower()) is not None


def _with_issuers(mentions: Iterable[ActMention], text: str) -> Iterator[ActMention]:
    """The mentions; an act of a list that names its issuer once has it too: "Президентінің ... N 56, ... N 93"."""
    before: ActMention | None = None
    for mention in mentions:
        listed = before and before.kind == mention.kind and not text[before.end : mention.start].strip(" ,;")
        named = before if listed and before and not (mention.issuer or "").strip(" ,;") else None
        before = replace(mention, issuer=named.issuer) if named else mention
        yield before


def find_short_mentions(text: str, lang: str) -> Iterator[ActMention]:
    """Acts named by kind and number, without a day: "приказа МОН РК № 93", "ППРК №77", "Приказу № 126"."""
    for kind in _numbered(lang):
        for match in _short(kind).finditer(text) if _letters_of(kind).search(text) else ():
            short = act_words(lang).short.get(match["word"].upper())
            yield ActMention(kind, match.start(), match.end(), match["number"], issuer=match["issuer"].strip() or short)


def find_defined(text: str, lang: str) -> Iterator[ActMention]:
    """Plans and rules that a text calls by one word from here on: "План ухода за садом (далее – План)"."""
    called = act_words(lang).grammar["called"]
    for word, kind in act_words(lang).defined.items():
        if f"{word})" not in text:
            continue
        stem = word[:LONGEST_STEM]
        named = rf"(?<!\w)(?P<title>{stem}\w* (?:(?!{stem})[^.;:()])+?) \((?:{called}) ?[-–—] ?{word}\)"
        for match in re.finditer(named, text):
            yield ActMention(kind, match.start(), match.end(), title=f"{word} {match['title'].partition(' ')[2]}")


def _in_russian(text: str) -> Iterator[ActMention]:
    for kind in _kinds_in(text, "ru"):
        for pattern in _patterns_for(text, kind, "ru"):
            for match in pattern.finditer(text):
                groups = match.groupdict()
                start = match.start()
                title, end = (None, match.end()) if groups.get("named") else title_behind(text, match.end())
                behind = _DATE_BEHIND.match(text, end) if title or groups.get("named") else None
                if behind and not groups.get("date"):
                    groups, end = {**groups, **behind.groupdict()}, behind.end()
                if kind in BY_TITLE:
                    title = title or groups.get("named")
                    if not title and not groups.get("number"):
                        continue
                elif not groups.get("number") and not groups.get("blank"):
                    continue
                elif title is None:
                    title, start = approved_before(text, start, "ru")
                dated, number = parse_day(groups.get("date"), "ru"), parse_number(groups.get("number"), kind)
                yield ActMention(kind, start, end, number, dated, groups.get("issuer"), title)
                yield from _further(text, kind, groups.get("issuer"), end)


def _further(text: str, kind: str, issuer: str | None, at: int) -> Iterator[ActMention]:
    """Acts of one kind and issuer that a text lists: "указами ... от 1 февраля 2031 года N 56, от 15.05.2031 N 593"."""
    while match := _LISTED.match(text, at):
        title, end = title_behind(text, match.end())
        start = match.start("of")
        dated, number = parse_day(match["date"], "ru"), parse_number(match["number"], kind)
        yield ActMention(kind, start, end, number, dated, issuer, title)
        at = end


def _in_kazakh(text: str) -> Iterator[ActMention]:
    for kind in _kinds_in(text, "kk"):
        for pattern in _patterns_for(text, kind, "kk"):
            for match in pattern.finditer(text):
                groups = match.groupdict()
                before = _ISSUER_BEFORE.match(
                    text[max(0, match.start() - LONGEST_ISSUER) : match.start()].removesuffix("\n")
                )
                numbered = groups.get("number") or groups.get("blank")
                written = _ACT_BEFORE.split(before["issuer"])[-1] if before and numbered else ""
                title, start = title_before(text, match.start() - len(written))
                if title is None:
                    start += len(written) - len(written.lstrip())
                if kind in BY_TITLE:
                    title = title or groups.get("named")
                    if not title and not groups.get("number"):
                        continue
                dated = parse_day(groups.get("date") or groups.get("when"), "kk")
                number = parse_number(groups.get("number"), kind)
                issuer = groups.get("issuer") or written
                yield ActMention(kind, start, match.end(), number, dated, issuer, title)


_BLANK = rf"{NUMBER_SIGN}(?P<blank>_{{2,}}|\.{{3,}}|…)"
"""A number that was never filled in: "от 3 мая 2031 года № ___"."""


def _kinds_in(text: str, lang: str) -> list[str]:
    """The kinds of act whose word stands in a text: without it no way to name one is looked for."""
    return [kind for kind in act_words(lang).kinds if _word_of(kind, lang).search(text)]


@cache
def _word_of(kind: str, lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{act_words(lang).kinds[kind]})(?!\w)", re.IGNORECASE)


def _patterns_for(text: str, kind: str, lang: str) -> list[re.Pattern[str]]:
    """The ways to name an act of a kind that may be in the text: few texts have what any of them needs."""
    return [_compiled(shape, kind) for need, shape in _shapes(kind, lang) if _has(text, need, lang)]


@lru_cache(maxsize=64)
def _has(text: str, need: str, lang: str) -> bool:
    """Whether a text has what ways to name an act need, once for all kinds."""
    return _needed(need, lang).search(text) is not None


@cache
def _needed(need: str, lang: str) -> re.Pattern[str]:
    """A piece that ways to name an act have in common, whatever its kind."""
    dated, number = day_pattern(lang), numbered_act("law")
    pieces = {
        NOTHING: "",
        DAY_THEN_NUMBER: rf"{dated} ?[.,]? ?{NUMBER_SIGN}",
        NUMBER_THEN_DAY: rf"{number},? (?:{_OF} )?{dated}",
        UNFILLED: _BLANK,
        TITLE: '[«"“]',
    }
    return re.compile(pieces[need], re.IGNORECASE)


@cache
def _compiled(shape: str, kind: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE if kind not in NAMED else 0)


NOTHING, DAY_THEN_NUMBER, NUMBER_THEN_DAY, UNFILLED, TITLE = "nothing", "day-number", "number-day", "unfilled", "title"
"""What a way to name an act needs beside the kind's word."""


@cache
def _shapes(kind: str, lang: str) -> tuple[tuple[str, str], ...]:
    """The ways to name an act of a kind, each with the kind's word in it; before it what it needs beside that."""
    word = _word_of(kind, lang).pattern
    return tuple(_russian_shapes(kind, word) if lang == "ru" else _kazakh_shapes(kind, word))


def _russian_shapes(kind: str, word: str) -> list[tuple[str, str]]:
    grammar = act_words("ru").grammar
    country, dated, number = f"(?: (?:{grammar['country']}))?", day_pattern("ru"), numbered_act(kind)
    if kind == "constitution":
        return [(NOTHING, rf"(?P<named>{word}{country})")]
    shapes = [
        (DAY_THEN_NUMBER, rf"{word} {_ISSUER} ?(?:{_OF} )?{dated} ?,? ?{number}"),
        (NUMBER_THEN_DAY, rf"{word} {_ISSUER} ?{number},? {_OF} {dated}"),
    ]
    if kind == "law":
        shapes.append((TITLE, rf"{word}{country}(?: {_OF} {dated})?{_QUOTE_AHEAD}"))
    elif kind == "code":
        word = f"(?i:{word})"
        named = rf"(?P<named>[{UPPER}][{LOWER}-]{{2,30}}(?: [{LOWER}]{{1,30}})? {word}{country})(?! ?[«\"“])"
        shapes.append((TITLE, rf"{word}{country}(?: {_OF} {dated})?{_QUOTE_AHEAD}"))
        shapes.append((NOTHING, named))
    else:
        shapes.append((TITLE, rf"{word} {_ISSUER}{_QUOTE_AHEAD}"))
        shapes.append((UNFILLED, rf"{word} {_ISSUER} ?(?:{_OF} )?{dated} ?,? ?{_BLANK}"))
    return shapes


def _kazakh_shapes(kind: str, word: str) -> list[tuple[str, str]]:
    country = f"(?:(?:{act_words('kk').grammar['country']}) )?"
    dated, when, number = day_pattern("kk"), day_pattern("kk", "when"), numbered_act(kind)
    if kind == "constitution":
        return [(NOTHING, rf"(?P<named>{country}{word})")]
    further = rf"(?:[;,] ?{DOTTED} ?{NUMBER_SIGN}\d[\w/-]*)"
    in_brackets = r"(?: ?\([^()]{0,160}\))?"
    titled = r" ?[«\"“][^«»\"“”\n]{3,300}[»\"”](?: [A-Z]\d{6,}_)?"
    shapes = [
        (DAY_THEN_NUMBER, rf"{dated}[.,]? ?{number}{in_brackets} ?[;,]? ?{word}"),
        (DAY_THEN_NUMBER, rf"{dated},? ?{number}(?={further}+{in_brackets} ?{word})"),
        (NUMBER_THEN_DAY, rf"{number} {dated} ?{word}"),
        (DAY_THEN_NUMBER, rf"{dated},? ?{number}{titled} ?{word}"),
    ]
    if kind == "law":
        shapes.append((NOTHING, rf"(?:{dated} )?{country}(?:{when} )?{word}"))
    elif kind == "code":
        named = rf"(?P<named>{country}[{UPPER}][\w-]{{1,30}}(?: [{LOWER}-]{{2,30}})? (?i:{word}))"
        shapes.append((NOTHING, named))
    if kind not in BY_TITLE:
        issuer = rf"(?P<issuer>(?:(?!{_OTHER_KINDS})[^№;:«»\"“”()\n\d]){{3,100}}?)"
        shapes.append((DAY_THEN_NUMBER, rf"{dated},? ?{number} {issuer} ?{word}"))
        shapes.append((UNFILLED, rf"{dated},? ?{_BLANK} ?{word}"))
    return shapes


def _numbered(lang: str) -> Iterator[str]:
    """The kinds of act that are named shortly by their numbers."""
    return (kind for kind in act_words(lang).kinds if kind not in BY_TITLE) if lang == "ru" else iter(())


@cache
def _letters_of(kind: str) -> re.Pattern[str]:
    """The Russian word of a kind, whatever stands beside it: without it the rest need not be looked for."""
    return re.compile(act_words("ru").kinds[kind], re.IGNORECASE)


@cache
def _short(kind: str) -> re.Pattern[str]:
    """The Russian word of a kind that has numbers, perhaps who issued it, and a number with no day behind it."""
    number = rf"{NUMBER}(?! ?,? ?(?:{_OF}|«|\"))"
    return re.compile(rf"(?<!\w)(?P<word>(?i:{act_words('ru').kinds[kind]})){_SHORT_ISSUER} ?{number}")


@cache
def _any_kind(lang: str) -> re.Pattern[str]:
    """The word of any kind of act in small letters, which is found quicker than in whatever letters."""
    return re.compile("|".join(act_words(lang).kinds.values()).lower())
