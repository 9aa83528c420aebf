"""Where a run of names in a cell parts and where it does not: full stops, slashes, persons, places of one class.

"... комитет ветеринарии. Главный врач района"   two, parted by a full stop
"Комплаенс-офицер / рабочая группа"              two, parted by a slash
"Сеитов А.Б. Омарова Г.К."                       two persons
"завуч Сеитов А.Б. методист Омарова Г.К."        two likewise, each with a post
"Финансовый отдел начальник участка"             two, the second in the nominative
"директор и завуч"                               two posts
"акимы районов, городов, сельских округов"       one class, by its places
"аудандардың, қалалардың әкімдері"               one class, its head at the end
"Аудан, қалалар әкімшілігі"                      one, by a word for a place that stands alone
"управление финансов, труда и соцзащиты"         one, by words in the genitive that want a head
"бөлімдер мен мектептердің басшылары"            one, by owners of one head
"отдел ЖКХ, ПТ и АД района"                      one, by abbreviations that a unit governs
"учителя 9, 11 классов"                          one, by figures beside one another
"Управления: лесов; парков"                     one list, by its head before a colon
"служба аудита совместно с отделом закупок"      two, who act together
"КӨД мүдделі органдармен бірлесіп"               two likewise
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.language.russian import is_known_word, readings
from extract.lexicon.words import words
from extract.values.quotes import quoted
from extract.values.staff import PERSON, has_head, has_staff_head, is_of_places, kind_of_staff
from kzedu_graph.language.late_patterns import late

Piece = tuple[int, int, bool]
"""Where a name stands, and whether it takes part by agreement only."""

_STOP = late(r"(?P<word>[^\W\d_]{4,})\.\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{2,})")
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
_WORDS = late(r"[^\W\d_]+")
_LIST_HEAD = late(r"(?:[^\W\d_]+\s+)?([^\W\d_]+)\s*:\s*(?=[а-яё])")
_OF_A_CLASS = r"(?:\s*[«\"][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][»\"]|-[а-яё]{1,3}(?!\w))?"
"""What may stand behind the number of a class: "11 «А»", "2-го"."""
_ENDS_IN_FIGURE = late(rf"(?<!\d)\d{{1,3}}(?:\s*[-–]\s*\d{{1,3}})?{_OF_A_CLASS}$")
_BEGINS_WITH_FIGURE = late(
    rf"(?:№\s*)?\d{{1,3}}(?:\s*[-–]\s*\d{{1,3}})?(?!\d){_OF_A_CLASS}(?:\s*[-–]?\s*[a-zа-яёәғқңөұүһі]|$)"
)
_OF_ITS_HEAD = late(r"[^\W\d_]{3,}(?:лар|лер|дар|дер|тар|тер)?(?:ның|нің|дың|дің|тың|тің)")
_MANY = late(r"[лдт][ае]р$")
_MANY_OF_WHOM = late(r"[лдт][ае]р(?:[ыі]н[ыі]ң|д[ыі]ң)$")
_JOINED_WITH = r"(?:совместно|вместе|во\s+взаимодействии)\s+со?"
_TOGETHER = late(
    rf"(?:^|\s+)(?:{_JOINED_WITH}|при\s+участии|с\s+участием)\s+|(?<=[мбп]ен)\s+бірлес(?:іп|е\s+отырып)\s+"
)
_WITH_OTHERS = late(rf"\b{_JOINED_WITH}\s+(?P<others>.+)")
_TOGETHER_LAST = late(r"(?P<others>.+[мбп]ен)(?P<last>\s+(?:бірлесіп|бірлесе\s+отырып|бірге)\s*)$", re.DOTALL)
_AND = late(r"\s+и\s+(?=(?P<next>[^\W\d_]+))")
_WITH_AND = late(r"(?:(?<=[мбп]ен)|(?<=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2}))\s+(?:және|мен)\s+")
_GOVERNED_LETTERS = late(
    r"[А-ЯЁ]{2,5}(?:\s+и\s+[А-ЯЁ]{2,5})?(?:\s+(?:[А-ЯЁ][а-яё-]+\s+)?(?:район|город|област|округ)(?:а|и|ов|ей))?"
)
_COMPOUND = late(r"(?:[а-яё]{3,}о-)+(?P<last>[а-яё]{4,})(?![\w-])")
"""Adjectives in one word, of which the last tells the case: "жилищно-коммунального"."""
_LEADING = late(r"\s*(?:(?:[^\W\d_]{3,}(?:ая|ое|ые|ий|ый|(?<!н)ие|ого|ой|ых)|и)[,\s]+)*")
"""Adjectives before the head of a name: "Областное, городские и районные"."""
_ENDS_IN_LETTERS = late(r"\s[А-ЯЁ]{2,5}$")
_MATTERS = ("ость", "ние", "тие", "ство", "тура", "юстиция", "мация", "грация", "логия")
"""How words for matters end, whose genitive looks like a plural: "промышленности", "образования", "развития"."""
_NO_MATTERS = ("общество", "товарищество", "агентство", "министерство", "ведомство", "посольство", "хозяйство")
"""Bodies that end so, too: "общества", beside a unit, are several of them."""
_ABBREVIATED = late(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}")
MOST_OF_OWNER = 5
"""Words of a Kazakh name in the genitive plural whose head stands behind the next one."""
VOWELS = "аеёиоуыэюяәөұүіи"
LONGEST_CUT = 12
"""Letters of a Russian word that nobody cuts short, whether the dictionary has it or not ("Архстройконтроль")."""
LONG_WORD = 7
"""Letters from which a Kazakh word before a full stop is whole: shorter ones may be cut ("басқ."), but for a vowel."""


def parted(text: str, start: int, end: int, lang: str) -> list[tuple[int, int]]:
    """The names that full stops, slashes, persons and conjunctions part between two offsets."""
    bounds = [start]
    for at, behind in sorted(_breaks(text[start:end], lang)):
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
    first = _WORDS.match(behind)
    if first is None:
        return False
    if lang != "ru":
        return first[0].casefold() in words(lang).conjunctions
    found = readings(first[0].casefold()) if is_known_word(first[0]) else ()
    return bool(found) and all(part == "ADJF" and case != "nomn" for _, part, case, _ in found)


def _breaks(text: str, lang: str) -> Iterator[tuple[int, int]]:
    for match in _STOP.finditer(text):
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
        head = next((word for word in _WORDS.findall(behind)[:2] if not _is_adjective(word)), "")
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
        named = _WORDS.findall(text[first : joint.start()])
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
    one, other = _WORDS.findall(before), _WORDS.findall(behind)
    if lang == "ru" and len(other) == 1 and len(one) > 1 and is_of_places(one[:1], lang):
        return False  # "областные комитеты и управления"
    return lang != "ru" or _may_stand_beside(before, behind)


def _have_one_head(before: str, behind: str) -> bool:
    """Whether Kazakh units beside a conjunction belong to one head, all many: "бөлімдер мен мектептердің басшылары"."""
    owner, *head = behind.split()
    owned = bool(head) and _MANY_OF_WHOM.search(owner) and _MANY.search(before)
    return bool(owned) and kind_of_staff(before, "kk") != "post"


def _may_stand_beside(before: str, behind: str) -> bool:
    """Whether the first word of each can be in the nominative; one that can be in the genitive too only beside a
    plural ("учителя и родители").
    """
    one, other = (_WORDS.findall(name.casefold()) for name in (before, behind))
    first, second = (readings(found[0]) for found in (one, other))
    nominative = [number for _, _, case, number in second if case == "nomn"]
    genitive = any(case == "gent" for _, _, case, _ in second)
    plural = any(case == "nomn" and number == "plur" for _, _, case, number in first)
    return bool(nominative) and (not genitive or plural)


def joined(text: str, pieces: Sequence[Piece], lang: str) -> list[Piece]:
    """The pieces that commas part, those that are the places of one class as one."""
    found: list[Piece] = []
    for start, end, agreed in pieces:
        spaced = bool(found) and (text[found[-1][1] : start] != "," or text[start].islower())
        before = text[found[-1][0] : found[-1][1]] if found and spaced and not found[-1][2] else ""
        listed = lang == "ru" and text[start].islower() and opens_a_list(before) and not has_head(text[start:end], lang)
        if before and (listed or _goes_on(before, text[start:end], lang)):
            found[-1] = (found[-1][0], end, agreed)
        else:
            found.append((start, end, agreed))
    return found


def opens_a_list(text: str) -> bool:
    """Whether words name a kind of unit in the plural and what is listed behind a colon: "Управления: лесов"."""
    head = _LIST_HEAD.match(text)
    plural = readings(head[1].lower()) if head else ()
    return any(case == "nomn" and number == "plur" for _, _, case, number in plural)


@lru_cache(maxsize=4096)
def _goes_on(before: str, behind: str, lang: str) -> bool:
    """Whether a name only lists more places of the one before it, or the one before has its head in this one."""
    if _ENDS_IN_FIGURE.search(before) and _BEGINS_WITH_FIGURE.match(behind):
        return True
    before = _STOP.split(before)[-1]
    one, other = _WORDS.findall(before), _WORDS.findall(behind)
    if not one or not other:
        return False
    if lang == "kk":
        owner = bool(_OF_ITS_HEAD.fullmatch(one[-1].casefold())) and one[-1][1:].islower()
        owned = other[-1].casefold().endswith(("ы", "і")) and has_head(behind, lang)
        many = owned and len(one) <= MOST_OF_OWNER and _MANY_OF_WHOM.search(one[-1].casefold())
        return is_of_places(one, lang) or (owner and (len(one) <= 2 or bool(many)))
    if is_of_places([word for word in one if word != "и"], lang):
        return True
    if len(one) > 1 and _is_governed(other, behind, before) and (has_head(before, lang) or _has_a_later_head(before)):
        return True
    return len(one) > 1 and _is_genitive_plural(one[-1]) and _are_of_a_head(other)


def _has_a_later_head(name: str) -> bool:
    """Whether a name has its head behind many adjectives, or behind one in quotes: "Садовое областное управление"."""
    rest = re.split(r"[»”]", name)[-1]
    led = _LEADING.match(rest)
    return led is not None and has_head(rest[led.end() :], "ru")


def _are_of_a_head(names: Sequence[str]) -> bool:
    """Whether Russian words want a head: "сельских округов", "предприятий всех форм собственности"."""
    listed = [word for word in names if word not in ("и", "или")]
    if not listed:
        return False
    first = listed[0]
    sure = first.endswith(("ов", "ев")) or all(case != "nomn" for _, _, case, _ in readings(first))
    return all(map(_is_genitive_plural, listed)) or (_is_genitive_plural(first) and sure)


def _is_governed(other: Sequence[str], behind: str, before: str) -> bool:
    """Whether a name has no head of its own: "труда и соцзащиты населения", "по делам спорта", "ПТ и АД"."""
    if _GOVERNED_LETTERS.fullmatch(behind) and " и " in behind:
        return bool(_ENDS_IN_LETTERS.search(before))
    compound = _COMPOUND.match(behind)
    first = compound["last"] if compound else other[0]
    if first in ("по", "независимо"):
        return True
    found = readings(first) if first.islower() and is_known_word(first) else ()
    if found and all(part == "NOUN" and case != "nomn" for _, part, case, _ in found):
        return True  # a head, too: "управление финансов, комитета контроля"
    if not found or has_head(behind, "ru"):
        return False
    genitive = any(case == "gent" for _, _, case, _ in found)
    is_matter = found[0][0].endswith(_MATTERS) and not found[0][0].endswith(_NO_MATTERS)
    return genitive and (all(case != "nomn" for _, _, case, _ in found) or is_matter)


@lru_cache(maxsize=4096)
def _is_genitive_plural(word: str) -> bool:
    """Whether a word is one of many, as it is likeliest read: "районов", "сельских"."""
    return word.islower() and readings(word)[0][2:] == ("gent", "plur")
