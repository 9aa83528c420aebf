"""Issuers that the registry does not have: a key by the body and its place, the same from either language's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from extract.lexicon.loading import read_lexicon
from kzedu_graph.language.letters import UPPER, WORD, fold_homoglyphs

LOCAL = frozenset({"akimat", "akim", "maslikhat"})
"""Bodies of which every place has its own."""
LONGEST = 48
"""Characters beyond which a key is a digest."""
_ADJECTIVE = re.compile(r"(?:[ие]н)?ск(?:ого|ой|ому|ий|ая|ую|им)$")
_BETWEEN_OFFICES = re.compile(r"\s+[-–—]\s+")
_GENITIVE = re.compile(r"(?<=\w{3})[ндт][ыі]ң$")
_SOUNDS = {
    **dict.fromkeys("аәя", "a"),
    **dict.fromkeys("еэ", "e"),
    **dict.fromkeys("иіый", "i"),
    **dict.fromkeys("оөё", "o"),
    **dict.fromkeys("уүұю", "u"),
    **dict.fromkeys("ьъ", ""),
    **dict(zip("бвдзлмпрстф", "bvdzlmprstf", strict=True)),
    **{"г": "g", "ғ": "g", "н": "n", "ң": "n", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh"},
    **dict.fromkeys("кқхһ", "k"),
}
"""How a letter of either language is written in a key: what one alphabet tells apart and the other does not, is one."""


def office_of(written: str, lang: str) -> str:
    """The office that an act is issued in: of several bodies that issue it together, the first that is named, and of
    somebody who holds two offices ("Заместителя Премьер-Министра – Министра ..."), the one behind the dash.
    """
    before, dash, behind = _BETWEEN_OFFICES.sub("\0", written, count=1).partition("\0")
    holds_two = dash and re.match(
        _words(lang)["deputy"] if lang == "ru" else rf".*{_words(lang)['deputy']}$", before, re.I
    )
    told = behind if holds_two else written
    another = _another_body(lang).search(told)
    return told[: another.start("joint")] if another else told


def key_of_issuer(written: str, lang: str, *, alone: bool) -> str | None:
    """A key for a body in its own words, "akimat-region-sml" of an akimat of a region; None where no body is named.

    Places are told by their first letter and consonants, so that "Самал облысы әкімдігінің" and "акимата области
    Самал" meet. Where the name does not stand `alone`, only a local body is taken, with the places beside it.
    """
    words = _words_of(written, lang)
    kinds = [_kind_of(word, lang) for word in words]
    if not any(role == "bodies" for role, _ in kinds):
        return None
    if not alone:
        local = [n for n, kind in enumerate(kinds) if kind[1] in LOCAL]
        if not local:
            return None
        first = last = local[0]
        while first and _is_place(words[first - 1], kinds[first - 1]):
            first -= 1
        while last + 1 < len(words) and _is_place(words[last + 1], kinds[last + 1]):
            last += 1
        words, kinds = words[first : last + 1], kinds[first : last + 1]
    key = "-".join(sorted({name or _sound(word) for word, (_, name) in zip(words, kinds, strict=True)} - {""}))
    return key if len(key) <= LONGEST else sha256(key.encode()).hexdigest()[:12]


def is_without_name(written: str, lang: str) -> bool:
    """Whether words name a local body and no place: "акима области", "районного маслихата", "мәслихатының"."""
    kinds = [_kind_of(word, lang) for word in _words_of(written, lang)]
    return any(name in LOCAL for _, name in kinds) and all(role for role, _ in kinds)


def bodies_in(written: str, lang: str) -> frozenset[str]:
    """The kinds of bodies that words name, by their names in keys."""
    return frozenset(
        name for word in _words_of(written, lang) for role, name in [_kind_of(word, lang)] if role == "bodies"
    )


def _words_of(written: str, lang: str) -> list[str]:
    told = _left_out(lang).sub(" ", written)
    return [part for match in WORD.finditer(told) for part in fold_homoglyphs(match.group()).split("-")]


def _is_place(word: str, kind: tuple[str, str]) -> bool:
    return kind[0] == "places" or (kind[0] == "" and word[:1].isupper())


def _sound(word: str) -> str:
    """A name as a key has it, its ending left out."""
    stem = _GENITIVE.sub("", _ADJECTIVE.sub("", word.casefold()))
    sounds = "".join(_SOUNDS.get(letter, letter if letter.isascii() and letter.isalnum() else "") for letter in stem)
    return sounds[:1] + re.sub("[aeiou]", "", sounds[1:])


def _kind_of(word: str, lang: str) -> tuple[str, str]:
    """What a word is ("bodies", "places", or "" for a name) and what it is called in a key."""
    plain = word.casefold()
    for role in ("bodies", "places"):
        for name, pattern in _words(lang)[role].items():
            if re.fullmatch(pattern, plain):
                return role, name
    return "", ""


@cache
def _words(lang: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = read_lexicon("issuers").data[lang]
    return found


@cache
def _left_out(lang: str) -> re.Pattern[str]:
    return re.compile(_words(lang)["left_out"], re.IGNORECASE)


@cache
def _another_body(lang: str) -> re.Pattern[str]:
    """Where a second issuer is joined: "и Министра финансов"; in Kazakh behind the first office, "министрінің және"."""
    words = _words(lang)
    body = "|".join(words["bodies"].values())
    if lang == "ru":
        return re.compile(rf"(?P<joint>,| {words['and']}) (?=(?:{words['acting']})?(?:{body})(?!\w))", re.IGNORECASE)
    return re.compile(rf"(?i:(?<!\w)(?:{body})(?!\w))(?P<joint>,? (?:{words['and']}) |, )(?=[{UPPER}])")
