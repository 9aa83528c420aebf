"""When two spellings are one name: quotes, no-break spaces, look-alike letters, legal forms, Kazakh endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

# Latin capitals that look like Cyrillic ones; both the names of the registry and the text's are folded to Cyrillic,
# so it does not matter which of the two a converter or a typist chose (001 has Latin i, 002 Latin schwa).
_LOOKALIKES = str.maketrans("ABCEHIKMOPTXYƏËЁ", "АВСЕНІКМОРТХУӘЕЕ")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010-\u2015\u2212][^\W_]+)*")
_SEPARATORS = re.compile(r"[\W_]+")

# "Қазақстан Республикасының", "РК": the state is left out and written in alike, and never tells two bodies apart.
_STATE = (
    ("РЕСПУБЛИКИ", "КАЗАХСТАН"),
    ("РЕСПУБЛИКА", "КАЗАХСТАН"),
    ("ҚАЗАҚСТАН", "РЕСПУБЛИКАСЫНЫҢ"),
    ("ҚАЗАҚСТАН", "РЕСПУБЛИКАСЫ"),
    ("ОF", "ТНЕ", "RЕРUВLІС", "ОF", "КАZАКНSТАN"),
    ("РК",),
    ("ҚР",),
)

# Case endings of Kazakh: a name is inflected at its last word only ("ОМ-ге", "органдардың", "орталығымен").
_ENDINGS = tuple(
    sorted(
        (
            "НЫҢ НІҢ ДЫҢ ДІҢ ТЫҢ ТІҢ ҒА ГЕ ҚА КЕ НА НЕ НЫ НІ ДЫ ДІ ТЫ ТІ Н ДА ДЕ ТА ТЕ НДА НДЕ "
            "ДАН ДЕН ТАН ТЕН НАН НЕН МЕН БЕН ПЕН ДАҒЫ ДЕГІ ТАҒЫ ТЕГІ НДАҒЫ НДЕГІ"
        ).split(),
        key=len,
        reverse=True,
    )
)
_PLURALS = ("ЛАР", "ЛЕР", "ДАР", "ДЕР", "ТАР", "ТЕР")
_SHORTEST_STEM = 7


def fold_word(word: str) -> str:
    """The word in capitals, look-alike letters as Cyrillic, hyphens and accents of composition gone."""
    capitals = unicodedata.normalize("NFC", word).upper().translate(_LOOKALIKES)
    return _SEPARATORS.sub("", capitals)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name, in order: «Talap», "Talap" and Talap are one."""
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    return tuple(fold_word(found.group()) for found in _WORD.finditer(plain))


def _without_state(parts: tuple[str, ...]) -> tuple[str, ...]:
    for state in _STATE:
        width = len(state)
        for at in range(len(parts) - width + 1):
            if parts[at : at + width] == state and len(parts) > width:
                return parts[:at] + parts[at + width :]
    return parts


@dataclass(frozen=True, slots=True)
class Folded:
    """A name reduced to what tells bodies apart: its letters without spaces, and its legal form.

    `core` is the name without legal form; `form` the key of that form ("njsc"), None where it has none;
    `hyphened` whether a Kazakh ending may follow a hyphen ("ОМ-ге", letter-spaced "О М - г е").
    """

    core: str
    form: str | None
    hyphened: bool = False


class LegalForms:
    """The legal forms of the registry ("АО", "КеАҚ", "РГП на ПХВ"), found at either end of a name."""

    def __init__(self, labels: Mapping[str, Iterable[str]]) -> None:
        spelt = {words(label): key for key, all_labels in labels.items() for label in all_labels}
        self._spelt = sorted(spelt.items(), key=lambda item: len(item[0]), reverse=True)
        self._fold = lru_cache(maxsize=4096)(self._fold_uncached)

    def fold(self, name: str) -> Folded:
        """The folded name; a name that is nothing but a legal form keeps it as its core ("НАО")."""
        return self._fold(name)

    def _fold_uncached(self, name: str) -> Folded:
        parts = words(name)
        form: str | None = None
        for spelt, key in self._spelt:
            width = len(spelt)
            if len(parts) <= width:
                continue
            if parts[:width] == spelt:
                parts, form = parts[width:], key
                break
            if parts[-width:] == spelt or _inflected_end(parts, spelt):
                parts, form = parts[:-width], key
                break
        return Folded("".join(_without_state(parts)), form, bool(re.search(r"[-\u2010-\u2015\u2212]", name)))


def _inflected_end(parts: tuple[str, ...], spelt: tuple[str, ...]) -> bool:
    """Whether the name ends in the legal form with a Kazakh ending ("АҚ-та", "акционерлік қоғамымен")."""
    tail = parts[-len(spelt) :]
    if tail[:-1] != spelt[:-1] or not tail[-1].startswith(spelt[-1]):
        return False
    return tail[-1][len(spelt[-1]) :] in _ENDINGS


def without_ending(folded: Folded) -> Iterator[str]:
    """The cores that the name may be an inflected form of, nearest first ("ОМГЕ" gives "ОМ")."""
    for ending in _ENDINGS:
        stem = folded.core.removesuffix(ending)
        if stem == folded.core or not stem:
            continue
        if len(stem) >= _SHORTEST_STEM or folded.hyphened:
            yield stem
            for plural in _PLURALS:
                singular = stem.removesuffix(plural)
                if singular and singular != stem:
                    yield singular
