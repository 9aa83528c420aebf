"""Where a run of names in a cell parts: at full stops, slashes, persons, posts, conjunctions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.language.russian import is_known_word, readings
from extract.lexicon.words import words
from extract.values.parties.places_of_classes import places_of_classes
from extract.values.parties.staff import PERSON, has_head, has_staff_head, is_of_places, kind_of_staff
from extract.values.quotes import quoted
from kzedu_graph.language.late_patterns import late

STOP = late(r"(?P<word>[^\W\d_]{4,})\.\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{2,})")
_SLASH = late(r"(?<=[^\W\d_]{4})\s+/\s*(?=[^\W\d_]{4})|(?<=[^\W\d_]{4})\s*/\s+(?=[^\W\d_]{4})")
_SLASH_BEFORE_FORM = late(r"(?<=[^\W\d_]{4})\s*/\s+(?=[А-ЯӘҒҚҢӨҰҮҺІ]{2,5}\s+[«“\"]|[«“\"][^\W\d_])")
"""A slash before a name in quotes with its legal form: "отдел закупок/ ТОО «Сад»"."""
_SLASH_APART = late(
    r"(?:(?:(?<=[^\W\d_]{2})|(?<=[»”\")]))\s+/\s+|(?<=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2})/\s+|(?<=[\s.][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)\s*/\s*)"
    r"(?=[^\W\d_]{2}|[«“\"][^\W\d_])(?!(?i:или|немесе)(?!\w))"
)
"""A slash with white on both sides, between names of any length: "УО / школы", "подрядчик / ТОО «Сад»", "Сеитов А.Б. /
завхоз"."""
_BETWEEN_PERSONS = late(rf"(?<=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)\s+(?={PERSON})")
_BEFORE_A_POST = late(
    r"(?:(?P<person>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)|(?P<word>(?<![^\W\d_])[а-яё]{4,}))\s+(?=[а-яё]{4,}(?:\s+[^\s,;/]|\s*(?:$|[,;/])))"
)
WORDS = late(r"[^\W\d_]+")
_MANY = late(r"[лдт][ае]р$")
MANY_OF_WHOM = late(r"[лдт][ае]р(?:[ыі]н[ыі]ң|д[ыі]ң)$")
_JOINED_WITH = r"(?:совместно|вместе|во\s+взаимодействии)\s+со?"
_TOGETHER = late(
    rf"(?:^|\s+)(?:{_JOINED_WITH}|при\s+участии|с\s+участием)\s+|(?<=[мбп]ен)\s+бірлес(?:іп|е\s+отырып)\s+"
)
_WITH_OTHERS = late(rf"\b{_JOINED_WITH}\s+(?P<others>.+)")
_TOGETHER_LAST = late(r"(?P<others>.+[мбп]ен)(?P<last>\s+(?:бірлесіп|бірлесе\s+отырып|бірге)\s*)$", re.DOTALL)
_AND = late(r"\s+и\s+(?=(?P<next>[^\W\d_]+))")
_WITH_AND = late(r"(?:(?<=[мбп]ен)|(?<=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2}))\s+(?:және|мен)\s+")
_ABBREVIATED = late(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}")
VOWELS = "аеёиоуыэюяәөұүіи"
LONGEST_CUT = 12
"""Letters of a Russian word that nobody cuts short, whether the dictionary has it or not ("Архстройконтроль")."""
LONG_WORD = 7
"""Letters from which a Kazakh word before a full stop is whole: shorter ones may be cut ("басқ."), but for a vowel."""


def parted_names(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """The names that full stops, slashes, persons and conjunctions part between two offsets."""
    bounds = [start]
    whole = places_of_classes(text[start:end], lang)
    for at, behind in sorted(_breaks(text[start:end], lang)):
        if any(a < at < b for a, b in whole):
            continue
        if at == 0:
            bounds = [start + behind]  # "совместно с акиматами" behind a comma
        elif at + start > bounds[-1]:
            bounds += [start + at, start + behind]
    bounds.append(end)
    return [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if text[a:b].strip()]


def _is_whole(name: str, lang: str) -> bool:
    """Whether a full stop behind a word ends a name, and cuts no word short ("обл.", "басқ.")."""
    word = name.casefold()
    if lang == "ru":
        return is_known_word(word) or name.isupper() or len(word) >= LONGEST_CUT
    return len(word) >= LONG_WORD or word[-1] in VOWELS


def _is_carried_on(behind: str, lang: str) -> bool:
    """Whether words behind a full stop name nobody by themselves: they open with a conjunction ("Мен қалалар"), or with
    an adjective that stands in the genitive ("Государственного надзора").
    """
    first = WORDS.match(behind)
    if first is None:
        return False
    if lang != "ru":
        return first[0].casefold() in words(lang).conjunctions
    found = readings(first[0].casefold()) if is_known_word(first[0]) else ()
    return bool(found) and all(part == "ADJF" and case != "nomn" for _, part, case, _ in found)


def _breaks(text: str, lang: str) -> Iterator[tuple[int, int]]:
    for match in STOP.finditer(text):
        if _is_whole(match["word"], lang) and not _is_carried_on(text[match.end() :], lang):
            yield match.end("word"), match.end()
    for pattern in (_SLASH, _SLASH_BEFORE_FORM, _BETWEEN_PERSONS, _TOGETHER):
        yield from (match.span() for match in pattern.finditer(text))
    if lang == "ru":
        yield from _before_posts(text)
    if "/" in text:
        inside = quoted(text)
        yield from (match.span() for match in _SLASH_APART.finditer(text) if not inside[match.start()])
    yield from _others(text) if lang == "ru" else _with_others(text, lang)
    for conjunction in words(lang).conjunctions:
        for match in re.finditer(rf"\s+{conjunction}\s+", text):
            if _are_posts(text[: match.start()], text[match.end() :], lang):
                yield match.span()


def _before_posts(text: str) -> Iterator[tuple[int, int]]:
    """Where a Russian post begins behind a person, or behind a unit that is named to its end: a noun that can only be
    in the nominative goes on with neither ("Сеитов А.Б. методист", "Финансовый отдел начальник участка").
    """
    for match in _BEFORE_A_POST.finditer(text):
        before, behind = text[: match.end("word")], text[match.end() :]
        head = next((word for word in WORDS.findall(behind)[:2] if not _is_adjective(word)), "")
        kind = _staff_alone(head) if head and has_staff_head(behind, "ru") else None
        if (match["person"] and kind) or (kind == "post" and _is_noun(match["word"]) and _names_a_unit(before)):
            yield match.end("word") if match["word"] else match.end("person"), match.end()


def _names_a_unit(before: str) -> bool:
    """Whether the last of some names is that of a unit, and no post that what follows may be the rest of."""
    last = re.split(r"[,;/]", before)[-1].strip()
    return kind_of_staff(last, "ru") == "unit"


@lru_cache(maxsize=4096)
def _staff_alone(word: str) -> str | None:
    """The kind of staff that a Russian word is which can only be the subject: "начальник", not "учителя"."""
    found = readings(word.casefold())
    one = bool(found) and all((part, case, number) == ("NOUN", "nomn", "sing") for _, part, case, number in found)
    return kind_of_staff(word, "ru") if one and is_known_word(word) else None


@lru_cache(maxsize=4096)
def _is_adjective(word: str) -> bool:
    """Whether a Russian word is likeliest an adjective in the nominative: "главный"."""
    found = readings(word.casefold())
    return bool(found) and found[0][1:3] in (("ADJF", "nomn"), ("PRTF", "nomn"))


@lru_cache(maxsize=4096)
def _is_noun(word: str) -> bool:
    """Whether a Russian word is likeliest a noun."""
    found = readings(word.casefold())
    return bool(found) and found[0][1] == "NOUN"


def _others(text: str) -> Iterator[tuple[int, int]]:
    """Where those with whom somebody acts part: at a conjunction between two nouns in the instrumental, "совместно с
    отделом закупок и бухгалтером", not "с отделом закупок и учета"; abbreviations are in any case, but where they may
    belong to a noun ("с МЗ и акиматами", not "с отделом ПТ и АД"). Behind a comma they stand without the word that
    joins them ("МЗ и акиматами").
    """
    match = _WITH_OTHERS.search(text)
    first = match.start("others") if match else 0
    for joint in _AND.finditer(text, first):
        named = WORDS.findall(text[first : joint.start()])
        short = all(map(_ABBREVIATED.fullmatch, named))
        told = named[:1] and (short or (match and any(_is_instrumental(word, "NOUN") for word in named)))
        if _ABBREVIATED.fullmatch(joint["next"]):
            parts = bool(match and told) and (short or not _ABBREVIATED.fullmatch(named[-1]))
        else:
            parts = bool(told) and _is_instrumental(joint["next"])
        if parts:
            yield joint.start(), joint.end()


@lru_cache(maxsize=4096)
def _is_instrumental(word: str, part: str = "") -> bool:
    """Whether a word is likeliest read in the instrumental case, as a part of speech where one is given."""
    found = [(kind, case) for _, kind, case, _ in readings(word.casefold())]
    return bool(found) and found[0][1] == "ablt" and part in ("", found[0][0])


def _with_others(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Where a Kazakh lead, those with whom it acts and the word that says so part: "КӨД мүдделі органдармен бірлесіп".

    The lead is an abbreviation, or ends with its head: the last that is none of the others.
    """
    match = _TOGETHER_LAST.match(text)
    if match is None:
        return
    yield match.span("last")
    gaps = [gap.span() for gap in re.finditer(r"\s+", match["others"])]
    leads = [
        (at, behind)
        for at, behind in gaps
        if (_ABBREVIATED.fullmatch(text[:at]) or has_head(text[:at], lang))
        and not text[:at].endswith(("мен", "бен", "пен"))
        and text[behind:].split(maxsplit=1)[0] not in words(lang).conjunctions
    ]
    yield from leads[-1:]
    yield from (joint.span() for joint in _WITH_AND.finditer(match["others"]))


@lru_cache(maxsize=4096)
def _are_posts(before: str, behind: str, lang: str) -> bool:
    """Whether names beside a conjunction are a post or a unit each: "директор и завуч", not "кадров и учета"."""
    if not (has_staff_head(before, lang) and has_staff_head(behind, lang)):
        return False
    if lang == "kk" and _have_one_head(before, behind):
        return False
    one, other = WORDS.findall(before), WORDS.findall(behind)
    if lang == "ru" and len(other) == 1 and len(one) > 1 and is_of_places(one[:1], lang):
        return False  # "областные комитеты и управления"
    return lang != "ru" or _may_stand_beside(before, behind)


def _have_one_head(before: str, behind: str) -> bool:
    """Whether Kazakh units beside a conjunction belong to one head, all many: "бөлімдер мен мектептердің басшылары"."""
    owner, *head = behind.split()
    owned = bool(head) and MANY_OF_WHOM.search(owner) and _MANY.search(before)
    return bool(owned) and kind_of_staff(before, "kk") != "post"


def _may_stand_beside(before: str, behind: str) -> bool:
    """Whether the first word of each can be in the nominative; one that can be in the genitive too only beside a
    plural ("учителя и родители").
    """
    one, other = (WORDS.findall(name.casefold()) for name in (before, behind))
    first, second = (readings(found[0]) for found in (one, other))
    nominative = [number for _, _, case, number in second if case == "nomn"]
    genitive = any(case == "gent" for _, _, case, _ in second)
    plural = any(case == "nomn" and number == "plur" for _, _, case, number in first)
    return bool(nominative) and (not genitive or plural)
