"""Who the words of a party are in the registry: as a whole, and each of several that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.document.blocks import Passage
from extract.finders.names.house import one_of_house
from extract.lexicon.phrasing import phrasing
from extract.values.parties.places_of_classes import shared_places
from extract.values.parties.remarks import find_remarks
from kzedu_graph.model.records import Party, Source
from kzedu_graph.registry.resolving import Registry

_HANGING = re.compile(r"[\s,;]+(?=\))")
_BRACKETS = re.compile(r"\([^()]*\)")


class PartyNames:
    """The registry as one text asks it: in its language, on its day, with its own abbreviations."""

    def __init__(self, source: Source, registry: Registry, glossary: Mapping[str, str]) -> None:
        self._source = source
        self._registry = registry
        self._glossary = glossary
        self._keys: dict[str, str | None] = {}

    def named(self, passage: Passage) -> Party:
        """One of those whom a party's words name, without the remark that it takes part by agreement."""
        remarks = find_remarks(passage.text, self._source.lang)
        at = 0
        kept = []
        for start, end in [*remarks, (len(passage), len(passage))]:
            kept.append(passage.text[at:start])
            at = end
        text = _HANGING.sub("", " ".join(" ".join(kept).split()))
        return Party(text, bool(remarks), self.key(text), passage.spans())

    def key(self, party: str | None) -> str | None:
        """The registry key of a party's words; where they name several, of the first that has one."""
        if party is None:
            return None
        if party not in self._keys:
            found = (self._resolved(name) for name in dict.fromkeys((party, *self._names(party))))
            self._keys[party] = next(filter(None, found), None)
        return self._keys[party]

    def _names(self, party: str) -> Iterator[str]:
        """By what else a party may be known: without "все" and brackets; the first of several leads, with a noun
        that they share ("акимам Садовой и Лесной областей") or their places ("маслихаты и акиматы районов").
        """
        wording = phrasing(self._source.lang)
        lead = wording.pattern("together_with").sub("", wording.pattern("all_of").sub("", party))
        yield lead
        bare = " ".join(_BRACKETS.sub(" ", wording.pattern("responsible_for").sub("", lead)).split())
        bare = bare.replace(" ,", ",").strip(" ,")
        yield bare
        shared = wording.pattern("shared_noun").match(bare)
        if shared:
            yield f"{shared['first']} {shared['noun']}{shared['rest']}"
        joints = list(wording.pattern("between_parties").finditer(bare))
        ends = [match.start() for match in joints]
        yield from self._placed(bare, ends[0], joints[-1].end()) if joints and self._source.lang == "ru" else ()
        yield from (bare[:end] for end in reversed(ends))
        yield from wording.pattern("between_parties").split(bare)[1:]

    def _placed(self, bare: str, end: int, last: int) -> Iterator[str]:
        """The first of several Russian names with the places of the `last`, a class, where it has none itself."""
        lang = self._source.lang
        places = shared_places(bare, last, len(bare), lang)
        if places and not shared_places(bare, 0, end, lang) and self._resolved(bare[last:]):
            yield f"{bare[:end]} {bare[slice(*places)]}"

    def _resolved(self, name: str) -> str | None:
        found = self._registry.resolve(name, self._source.lang, self._source.version_date, self._glossary)
        return found.agency or one_of_house(self._registry, self._source.issuer, found.candidates)
