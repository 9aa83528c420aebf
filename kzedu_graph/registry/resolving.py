"""Who exists: the bodies of `ontology/registry/`, and which of them a text means by a name.

The Turtle is parsed once a process. A name is looked up whole: cutting a cell into names is extraction's work.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from kzedu_graph.registry.agencies import Agency, RegistryError, read_agencies
from kzedu_graph.registry.collectives import wording_of_classes
from kzedu_graph.registry.districts import district_bodies
from kzedu_graph.registry.names import Folded, Glossary, LegalForms, NameIndex, words
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.supplements import registry_folders

__all__ = ["Agency", "Registry", "RegistryError", "Resolution"]

LANGS = ("kk", "ru", "en")
How = Literal["glossary", "name", "abbreviation", "close"]

_BRACKETED_END = re.compile(r"\s*\([^()]*\)\s*$")  # "World Association of Lesson Studies (WALS)"
_PRESENT = datetime.date.max  # where no day is given, the bodies that still exist are meant
_SHORT = 8  # letters of the longest abbreviation that may be misspelt or run together with another
_CLOSE_SHORT = 5  # letters: shorter abbreviations are never matched by likeness (ЖАО, ЖОО)
_CLOSE_SHARE = 0.08  # of the letters of a full name may differ
_CLOSE_MARGIN = 2  # edits by which the best likeness must beat the next body
_REGION = "ОБЛЫС"
_SLIPS_OF_PLACE = 1  # letters that may differ in the name of a region: "Қарағайлы" is not "Қарағанды"
_SAME_BODY = 75.0  # per cent of likeness from which a glossary's full name is a damaged name of the body


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a name means: `agency` is a key or None, `candidates` whom it might mean, `how` by what it was found."""

    agency: str | None
    candidates: tuple[str, ...] = ()
    how: How | None = None


class Registry:
    """All bodies, by key and by name."""

    def __init__(self, agencies: Iterable[Agency], legal_forms: Mapping[str, Iterable[str]]) -> None:
        self._agencies = {agency.key: agency for agency in sorted(agencies, key=lambda agency: agency.key)}
        self._forms = LegalForms(legal_forms)
        self._index = {lang: NameIndex(lang) for lang in LANGS}
        self._remember()
        for agency in self._agencies.values():
            for lang, label in agency.names():
                self._index[lang].add(self._fold(label), agency.key)
            for lang, several in agency.abbreviations.items():
                self._index[lang].short.update(((name := self._fold(label)).core, name.form) for label in several)
            for lang, several in agency.ambiguous.items():
                for label in several:
                    self._index[lang].add_doubtful(self._fold(label), agency.key)

    def _remember(self) -> None:
        """What was asked before is not worked out again."""
        self._fold = self._forms.fold
        self._glossary = lru_cache(maxsize=64)(self._fold_glossary)

    def __getstate__(self) -> dict[str, object]:
        return {name: self.__dict__[name] for name in ("_agencies", "_forms", "_index")}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._remember()

    @classmethod
    def load(cls, path: Path | None = None) -> Registry:
        """The registry in a folder of Turtle, by default the project's and what corpora bring, parsed once a process.

        Raises RegistryError where the Turtle breaks its own rules, InvalidTurtleError where it is no Turtle.
        """
        return _load(*((path,) if path else registry_folders()))

    def __iter__(self) -> Iterator[Agency]:
        return iter(self._agencies.values())

    def __len__(self) -> int:
        return len(self._agencies)

    def get(self, key: str) -> Agency:
        """The body with that key; raises KeyError where the registry has none."""
        known = self._agencies.get(key) or district_bodies().get(key)
        if known is None:
            raise KeyError(key)
        return known

    def successions(self) -> Iterator[tuple[str, str]]:
        """Each body with each one that took over from it: what the derived `kzedu:succeededBy` says."""
        for agency in self:
            for heir in agency.succeeded_by:
                yield agency.key, heir

    def resolve(
        self, name: str, lang: str, date: datetime.date | None = None, glossary: Mapping[str, str] | None = None
    ) -> Resolution:
        """Whom a name means in a text of that language and day ("Еңбек мині", 'НАО "Talap"', "ОМ-ге").

        Asked in turn: the document's own glossary, the names of the language, those of the others, inflected
        names, close spellings. Bodies of one name are told apart by the day: the one alive, else the most recent.
        An abbreviation does not mean a body that was yet to come ("ОАМ" before 11 June 2022).
        """
        folded = self._fold(name)
        if not folded.core:
            return Resolution(None)
        if glossary:
            told = self._by_glossary(folded, lang, date, glossary)
            if told is not None:
                return told
        local = district_bodies().named(name, lang)
        if local:
            return Resolution(local[0] if len(local) == 1 else None, local, "name")
        found = self._by_name(folded, lang, date)
        bare = _BRACKETED_END.sub("", name)
        if found.candidates or bare == name:
            return found
        return self.resolve(bare, lang, date, glossary)

    def run_together(
        self, name: str, lang: str, date: datetime.date | None = None, glossary: Mapping[str, str] | None = None
    ) -> tuple[str, ...]:
        """The two bodies whose abbreviations have lost the comma between them ("ЦДИАӨМ ЭМ"), else nothing."""
        core = self._fold(name).core
        if len(core) > 2 * _SHORT:
            return ()
        for at in range(2, len(core) - 1):
            both = tuple(self._by_glossary_or_exact(part, lang, date, glossary) for part in (core[:at], core[at:]))
            if None not in both:
                return tuple(key for key in both if key is not None)
        return ()

    def _by_glossary_or_exact(
        self, name: str, lang: str, date: datetime.date | None, glossary: Mapping[str, str] | None
    ) -> str | None:
        folded = self._fold(name)
        told = self._by_glossary(folded, lang, date, glossary) if glossary else None
        return (told or self._choose(self._index[lang].named(folded), date, "abbreviation")).agency

    def _by_name(self, folded: Folded, lang: str, date: datetime.date | None) -> Resolution:
        own, english = self._index[lang], self._index["en"]
        others = [self._index[other] for other in LANGS if other != lang]
        exact = (folded.core, folded.form)
        how: How = "abbreviation" if exact in own.short or exact in english.short else "name"
        found = self._choose(own.named(folded) or self._class_named(folded, lang), date, how)
        if found.candidates:
            return found
        doubtful = own.in_doubt(folded) or english.in_doubt(folded)
        if doubtful:
            return Resolution(None, self._ordered(doubtful, date))
        for keys in (
            own.nearly_named(folded),
            english.nearly_named(folded),
            *(other.full_named(folded) for other in others),
        ):
            found = self._choose(keys, date, how)
            if found.candidates:
                return found
        doubtful = own.in_doubt_inflected(folded)
        if doubtful:
            return Resolution(None, self._ordered(doubtful, date))
        found = self._choose(own.inflected(folded), date, how)
        if found.candidates:
            return found
        return self._by_likeness(folded, own, date)

    def _class_named(self, folded: Folded, lang: str) -> set[str]:
        """The class of local bodies that a name tells by their places, in whatever order these stand."""
        wording = wording_of_classes(lang)
        key = wording.named(folded.parts) if wording else None
        return {key} & self._agencies.keys() if key else set()

    def _choose(self, keys: set[str], date: datetime.date | None, how: How) -> Resolution:
        ordered = self._ordered(keys, date)
        if not ordered:
            return Resolution(None)
        alive = [key for key in ordered if self._agencies[key].exists_on(date or _PRESENT)]
        if how == "abbreviation" and date is not None and not self._begun(ordered[0], date):
            return Resolution(None, ordered)
        if len(ordered) == 1 or len(alive) == 1:
            return Resolution(ordered[0], ordered, how)
        if not alive and self._recency(ordered[0], date) > self._recency(ordered[1], date):
            return Resolution(ordered[0], ordered, how)
        return Resolution(None, ordered)

    def _ordered(self, keys: Iterable[str], date: datetime.date | None) -> tuple[str, ...]:
        """Bodies alive on the day first, then the most recent, then those that were yet to come."""
        day = date or _PRESENT
        by_name = sorted(keys)
        by_recency = sorted(by_name, key=lambda key: self._recency(key, date), reverse=True)
        return tuple(sorted(by_recency, key=lambda key: not self._agencies[key].exists_on(day)))

    def _recency(self, key: str, date: datetime.date | None) -> tuple[bool, datetime.date]:
        return self._begun(key, date or _PRESENT), self._agencies[key].until or datetime.date.max

    def _begun(self, key: str, day: datetime.date) -> bool:
        """Whether the body was there by the day; one of an unknown beginning was."""
        since = self._agencies[key].since
        return since is None or since <= day

    def _fold_glossary(self, entries: tuple[tuple[str, str], ...], lang: str) -> Glossary:
        folded = Glossary(lang)
        for short, full in entries:
            folded.add(self._fold(short), full)
        return folded

    def _by_glossary(
        self, folded: Folded, lang: str, date: datetime.date | None, glossary: Mapping[str, str]
    ) -> Resolution | None:
        """Whom the document itself says that it means; None where its glossary does not have the name."""
        entries = self._glossary(tuple(glossary.items()), lang)
        full = entries.find(folded)
        if full is None:
            return self._by_expansion(folded, lang, date, entries)
        meant = self._by_name(self._fold(full), lang, date)
        if meant.agency is not None:
            return Resolution(meant.agency, meant.candidates, "glossary")
        usual = self._by_name(folded, lang, date)
        if usual.agency is not None and self._speaks_of(full, usual.agency, lang):
            return Resolution(usual.agency, usual.candidates, "glossary")
        return Resolution(None, meant.candidates or usual.candidates)

    def _by_expansion(
        self, folded: Folded, lang: str, date: datetime.date | None, entries: Glossary
    ) -> Resolution | None:
        """A name with one of the glossary's abbreviations inside ("Дүниежүзілік банктің ЖБТ")."""
        if len(folded.parts) == 1 and folded.form is None:
            return None
        expanded = tuple(
            word
            for part in folded.parts
            for word in (words(entries.exact[part, None]) if (part, None) in entries.exact else (part,))
        )
        if expanded == folded.parts or self._index[lang].named(folded):
            return None
        meant = self._by_name(Folded(expanded, folded.form), lang, date)
        return Resolution(meant.agency, meant.candidates, "glossary") if meant.agency is not None else None

    def _speaks_of(self, full: str, key: str, lang: str) -> bool:
        """Whether a glossary's full name, cut or misprinted, is a name of that body."""
        core = self._fold(full).core
        names = [self._fold(label) for label_lang, label in self._agencies[key].names() if label_lang == lang]
        return any(fuzz.ratio(core, each.core) >= _SAME_BODY for each in names if len(each.parts) > 1)

    def _by_likeness(self, folded: Folded, own: NameIndex, date: datetime.date | None) -> Resolution:
        """The one body whose name differs by a slip of the pen."""
        core = folded.core
        allowed = 1 if _CLOSE_SHORT <= len(core) <= _SHORT else int(len(core) * _CLOSE_SHARE)
        if not allowed:
            return Resolution(None)
        farthest = allowed + _CLOSE_MARGIN
        place = _place_of(folded)
        nearest: dict[str, int] = {}
        for length in range(len(core) - farthest, len(core) + farthest + 1):
            for (label, _), keys in own.lengths[length].items() if length in own.lengths else ():
                edits = Levenshtein.distance(core, label, score_cutoff=farthest)
                if edits > farthest or not _opens_with(label, place):
                    continue
                for key in keys:
                    nearest[key] = min(edits, nearest.get(key, edits))
        best = min(nearest.values(), default=allowed + 1)
        if best > allowed:
            return Resolution(None)
        near = {key for key, edits in nearest.items() if edits < best + _CLOSE_MARGIN}
        return self._choose(near, date, "close") if len(near) == 1 else Resolution(None, self._ordered(near, date))


def _place_of(name: Folded) -> str:
    """The name of the region that a Kazakh body's name opens with, "" where it opens with none."""
    at = next((n for n, part in enumerate(name.parts) if n and part.startswith(_REGION)), 0)
    return "".join(name.parts[:at])


def _opens_with(label: str, place: str) -> bool:
    """Whether a label opens with a place's name, but for a slip."""
    ends = range(len(place) - _SLIPS_OF_PLACE, len(place) + _SLIPS_OF_PLACE + 1) if place else ()
    return not place or min(Levenshtein.distance(place, label[:end]) for end in ends) <= _SLIPS_OF_PLACE


@cache
def _load(*folders: Path) -> Registry:
    files = (file for folder in folders for file in sorted(folder.glob("*.ttl")))
    return prepared("registry", Registry, lambda: Registry(*read_agencies(*folders)), *bytes_of(files))
