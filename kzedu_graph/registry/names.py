"""When two spellings are one name: quotes, no-break spaces, look-alike letters, legal forms, endings."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kzedu_graph.language.kazakh_endings import CASE_FORMS, PLURALS
from kzedu_graph.language.letters import LATIN_TO_CYRILLIC

_ONE_SCRIPT = LATIN_TO_CYRILLIC | str.maketrans("Ё", "Е")
"""Both the registry's names and the text's are read in one script, whichever a converter or a typist chose."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\ufeff]")
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_IN_FULL = {"им": "имени ", "ат": "атындағы "}
_NAMED_AFTER = re.compile(rf"(?<!\w)({'|'.join(_IN_FULL)})\. ?", re.IGNORECASE)
_WORD = re.compile(rf"[^\W_]+(?:[{_HYPHENS}][^\W_]+)*")
_INSIDE = re.compile(r"[\W_]+")

_CASES = tuple(form.upper() for form in CASE_FORMS)
_PLURALS = "|".join(form.upper() for form, _ in PLURALS)
_POSSESSIVE_END = re.compile("[ЫІ]$")
_PLURAL_END = re.compile(f"(?:{_PLURALS})$")
_AFTER_HYPHEN = re.compile(f"(?:{_PLURALS})?(?:СЫ|СІ|Ы|І)?(?:{'|'.join(_CASES)})?")
_ABBREVIATION_WITH_ENDING = re.compile(rf"([A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\wӘҒҚҢӨҰҮҺІ]+)[{_HYPHENS}]([а-яәғқңөұүһі]+)")
_VOICED = str.maketrans("ҒГБ", "ҚКП")

# Endings of Russian adjectives and nouns, longest first.
_RUSSIAN_END = re.compile(
    "(?:ИЯМИ|ЯМИ|АМИ|ЫМИ|ИМИ|ОГО|ЕГО|ОМУ|ЕМУ|ИЯМ|ИЯХ|ИЕЙ|ИЕМ|ЫЙ|ИЙ|ОЙ|ЕЙ|ЫМ|ИМ|ОМ|ЕМ|АЯ|ЯЯ|УЮ|ЮЮ|ЫЕ|ИЕ|ЫХ|ИХ|"
    "ОЕ|ЕЕ|АМ|ЯМ|АХ|ЯХ|ОВ|ЕВ|ИЯ|ИИ|ИЮ|ЬЮ|А|Я|У|Ю|Ы|И|Е|О|Ь)$"
)

# Endings of one legal form in any case; those of several ("государственные учреждения") are left out.
_FORM_END = re.compile("(?:ОГО|ОМУ|ИЕМ|ОМ|ЫМ|ОЕ|ИЕ|ИЮ|АЯ|ОЙ|УЮ|ИЯ|ИИ|ЕЙ|О|А|У|Е)$")
_SHORTEST_OF_FORM = 3  # letters that are left of a word of a legal form

_WRITTEN_OUT = 9  # letters from which a word in capitals is no abbreviation: "АҚМОЛА ОБЛЫСЫ ӘКІМДІГІНІҢ"

_SHORTEST = 5  # letters of a Kazakh stem

# The state is left out and written in alike, and never tells two bodies apart.
_STATE = tuple(
    tuple(name.split())
    for name in (
        "РЕСПУБЛИКИ КАЗАХСТАН",
        "РЕСПУБЛИКА КАЗАХСТАН",
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ",
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ",
        "ОF ТНЕ RЕРUВLІС ОF КАZАКНSТАN",
        "РК",
        "ҚР",
    )
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A name reduced to what tells bodies apart: its words without the legal form, and that form's key.

    `capitals`: it is written as an abbreviation, in capitals and without a long word.
    """

    parts: tuple[str, ...]
    form: str | None
    capitals: bool = False

    @property
    def core(self) -> str:
        """The words run together: "Еңбек мині" and "Еңбекмині", "Ы.Алтынсарин" and "Ы. Алтынсарин" are one."""
        return "".join(self.parts)


def words(text: str) -> tuple[str, ...]:
    """The words of a name in capitals, look-alike letters as Cyrillic: «Talap», "Talap" and Talap are one.

    A Kazakh ending behind the hyphen of an abbreviation is dropped ("ОМ-ге", "ЖОО-ларында"); "им." and "ат.", which
    stand before and behind whom a body is named after, are written out.
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if "." in plain:
        plain = _NAMED_AFTER.sub(lambda short: _IN_FULL[short[1].lower()], plain)
    return tuple(_fold_word(found.group()) for found in _WORD.finditer(plain))


def _fold_word(word: str) -> str:
    ended = _ABBREVIATION_WITH_ENDING.fullmatch(word)
    if ended and _AFTER_HYPHEN.fullmatch(ended.group(2).upper()):
        word = ended.group(1)
    return _INSIDE.sub("", word.upper().translate(_ONE_SCRIPT))


def stem(name: Folded, lang: str) -> str | None:
    """What the inflected forms of a name in the nominative share; None where the language has no rules here.

    Kazakh inflects the last word alone ("органдардың"), Russian every word ("Управлениям образования").
    """
    match lang:
        case "kk":
            return _kazakh_stem(name.core)
        case "ru":
            return "".join(_cut(_RUSSIAN_END, part, shortest=3) for part in name.parts)
    return None


def stems(name: Folded, lang: str, shortest: int = _SHORTEST) -> tuple[str, ...]:
    """The stems that a name in any case may have: itself in the nominative, then with its case ending cut.

    `shortest` is how many letters must be left of a Kazakh name.
    """
    own = stem(name, lang)
    if own is None:
        return ()
    if lang != "kk":
        return (own,)
    cases = (name.core.removesuffix(case) for case in _CASES if name.core.endswith(case))
    return (own, *(_kazakh_stem(nominative) for nominative in cases if len(nominative) >= shortest))


def _kazakh_stem(nominative: str) -> str:
    bare = _cut(_PLURAL_END, _cut(_POSSESSIVE_END, nominative))
    return bare[:-1] + bare[-1:].translate(_VOICED)


def _cut(ending: re.Pattern[str], word: str, shortest: int = _SHORTEST) -> str:
    shorter = ending.sub("", word)
    return shorter if len(shorter) >= shortest else word


class LegalForms:
    """The legal forms of the registry ("АО", "КеАҚ", "РГП на ПХВ"), found at either end of a name."""

    def __init__(self, labels: Mapping[str, Iterable[str]]) -> None:
        spelt = {words(label): key for key, several in labels.items() for label in several}
        self.__setstate__({"spelt": sorted(spelt.items(), key=lambda item: len(item[0]), reverse=True)})

    def __getstate__(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        return {"spelt": self._spelt}

    def __setstate__(self, state: dict[str, list[tuple[tuple[str, ...], str]]]) -> None:
        self._spelt = state["spelt"]
        self.fold = lru_cache(maxsize=8192)(self._fold)

    def _fold(self, name: str) -> Folded:
        """The folded name; one that is nothing but a legal form keeps it as its name ("НАО")."""
        parts = words(name)
        capitals = not any(letter.islower() for letter in name) and all(len(part) < _WRITTEN_OUT for part in parts)
        for spelt, key in self._spelt:
            width = len(spelt)
            if len(parts) <= width:
                continue
            if parts[:width] == spelt or _opens_in(parts, spelt):
                return Folded(_without_state(parts[width:]), key, capitals)
            if _ends_in(parts, spelt):
                return Folded(_without_state(parts[:-width]), key, capitals)
        return Folded(_without_state(parts), None, capitals)


def _opens_in(parts: tuple[str, ...], spelt: tuple[str, ...]) -> bool:
    """Whether a Russian name opens with these words, in any case of the singular ("Государственному учреждению")."""
    return (
        len(spelt) > 1
        and parts[0][:_SHORTEST_OF_FORM] == spelt[0][:_SHORTEST_OF_FORM]
        and all(
            _cut(_FORM_END, part, _SHORTEST_OF_FORM) == _cut(_FORM_END, word, _SHORTEST_OF_FORM)
            for part, word in zip(parts, spelt, strict=False)
        )
    )


def _ends_in(parts: tuple[str, ...], spelt: tuple[str, ...]) -> bool:
    """Whether the name ends in these words, the last of them perhaps with a Kazakh ending ("қоғамымен")."""
    tail = parts[-len(spelt) :]
    if tail[:-1] != spelt[:-1] or not tail[-1].startswith(spelt[-1]):
        return False
    rest = tail[-1].removeprefix(spelt[-1])
    return not rest or (len(spelt[-1]) >= _SHORTEST and rest in _CASES)


def _without_state(parts: tuple[str, ...]) -> tuple[str, ...]:
    for state in _STATE:
        width = len(state)
        for at in range(len(parts) - width + 1):
            if parts[at : at + width] == state and len(parts) > width:
                return parts[:at] + parts[at + width :]
    return parts


@dataclass(slots=True)
class NameIndex:
    """The names of one language: exact (letters and legal form), by letters alone, by stem, by length (for likeness),
    and the doubtful ones.
    """

    lang: str
    short: set[tuple[str, str | None]] = field(default_factory=set)
    exact: dict[tuple[str, str | None], set[str]] = field(default_factory=lambda: defaultdict(set))
    formed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    stems: dict[tuple[str, bool], set[str]] = field(default_factory=lambda: defaultdict(set))
    doubtful: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    doubtful_stems: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lengths: dict[int, dict[tuple[str, str | None], set[str]]] = field(default_factory=dict)

    def add(self, name: Folded, key: str) -> None:
        """Enter a label of the body."""
        self.exact[name.core, name.form].add(key)
        self.lengths.setdefault(len(name.core), {}).setdefault((name.core, name.form), set()).add(key)
        if name.form is not None:
            self.formed[name.core].add(key)
        common = stem(name, self.lang)
        if common is not None and not name.capitals:
            self.stems[common, name.form is not None].add(key)

    def named(self, name: Folded) -> set[str]:
        """Bodies of that very name."""
        return self.exact.get((name.core, name.form), set())

    def full_named(self, name: Folded) -> set[str]:
        """Bodies of that very name, abbreviations left out: in another language they may mean another (МО)."""
        return set() if (name.core, name.form) in self.short else self.named(name)

    def nearly_named(self, name: Folded) -> set[str]:
        """Bodies of that name with the legal form left out, put in or confused with another ('"НЗМ" АҚ')."""
        formless = self.exact.get((name.core, None), set())
        formed = self.formed.get(name.core, set())
        return (formed or formless) if name.form is not None else (formless or formed)

    def inflected(self, name: Folded) -> set[str]:
        """Bodies whose name has that stem ("Қаржыминіне", "Управлениям образования")."""
        if name.capitals:
            return set()
        formed = name.form is not None
        keys = [(each, form) for form in (formed, not formed) for each in stems(name, self.lang)]
        return next((self.stems[key] for key in keys if key in self.stems), set())

    def in_doubt(self, name: Folded) -> set[str]:
        """Bodies that a name without legal form may mean only with more said about it ("Қор", "НАО")."""
        if name.form is not None:
            return set()
        return self.doubtful.get(name.core, set())

    def in_doubt_inflected(self, name: Folded) -> set[str]:
        """The same for an inflected form ("Қамқоршылық кеңестің")."""
        if name.form is not None or name.capitals:
            return set()
        return next(
            (self.doubtful_stems[each] for each in stems(name, self.lang) if each in self.doubtful_stems), set()
        )

    def add_doubtful(self, name: Folded, key: str) -> None:
        """Enter a label that does not mean the body by itself."""
        self.doubtful[name.core].add(key)
        common = stem(name, self.lang)
        if common is not None and not name.capitals:
            self.doubtful_stems[common].add(key)


@dataclass(slots=True)
class Glossary:
    """What a document's short names stand for, by letters and legal form, and by stem ("Министрліктің")."""

    lang: str
    exact: dict[tuple[str, str | None], str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)

    def add(self, short: Folded, full: str) -> None:
        """Enter a short name and what the document says that it stands for."""
        self.exact[short.core, short.form] = full
        common = stem(short, self.lang)
        if common is not None and not short.capitals:
            self.stems[common] = full

    def find(self, name: Folded) -> str | None:
        """What the short name stands for; None where the glossary does not have it."""
        full = self.exact.get((name.core, name.form))
        if full is not None or name.capitals:
            return full
        return next((self.stems[each] for each in stems(name, self.lang, shortest=2) if each in self.stems), None)
