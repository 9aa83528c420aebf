"""Akims, akimats and maslikhats of districts and cities: found by rule, from the place and the body.

    Сырдарьинского районного маслихата Кызылординской области
    Қызылорда облысы Сырдария ауданы мәслихатының

There are some two hundred places with three bodies each, of which a corpus names a few; so they are no part of the
registry that every text is read with, and only those that a text names are described in the graph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from rdflib import DCTERMS, ORG, RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kzedu_graph.language.letters import WORD, fold_homoglyphs
from kzedu_graph.registry.agencies import Agency
from kzedu_graph.registry.localities import LANGS, names_of_body
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, local_name
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.supplements import registry_folders
from kzedu_graph.vocabulary.turtle import read_together

BODIES = ("akim", "akimat", "maslikhat")
"""What every district and city has."""
LONGEST = 200
"""Characters of a name beyond which it is none of a local body."""
Triple = tuple[URIRef, URIRef, Node]

_LOCAL = re.compile(r"(?=.*(?:аким|маслихат|әкім|мәслихат))(?=.*(?:район|город|(?<!\w)г\.|аудан|қала))", re.I | re.S)
_COUNTRY = re.compile(r"республик\w+ казахстан|қазақстан республикасы\w*|(?<!\w)(?:рк|қр)(?!\w)", re.IGNORECASE)
_PASSED_OVER = re.compile(
    r"имени|им|атындағы|[ivx]+|\d+(?:-\w+)?|сесси\w*|(?:вне)?очередн\w*|созыв\w*|шақырыл\w*", re.IGNORECASE
)
_COMMON: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("akimat", "акимат.{0,3}|әкімді[кг].*"),
        ("akim", "аким(?:а|у|ом|е)?|әкім(?:і|ін.*|нің)?"),
        ("maslikhat", "маслихат.{0,3}|мәслихат.*"),
        ("district", "район.{0,4}|аудан.*"),
        ("city", "г|город(?:а|у|ом|е|ско.*|ски.*)?|қала(?:сы.*|лық)?"),
        ("region", "област.{0,5}|облы[сқ].*"),
    )
)
_ENDING = re.compile(r"(?:ого|ому|ий|ый|ой|им|ым|ом|ем|ая|ую|а|у|е|ы|и|я|ю|ь)$")


def _stems(name: str, lang: str) -> frozenset[str]:
    """What words of a name are in any case and order: {"maslikhat", "district", "сырдарьинск"}."""
    told = _COUNTRY.sub(" ", name)
    found = set()
    for match in WORD.finditer(told):
        word = fold_homoglyphs(match.group()).casefold()
        if _PASSED_OVER.fullmatch(word):
            continue
        common = next((role for role, pattern in _COMMON if pattern.fullmatch(word)), None)
        found.add(common or (_ENDING.sub("", word) if lang == "ru" else word))
    return frozenset(found)


class DistrictBodies:
    """The bodies of all districts and cities of the registry's Turtle, by key and by name."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files

    @cached_property
    def _registry(self) -> Graph:
        """The Turtle, read when a name may be one of theirs: most texts name none."""
        return read_together(self._files)

    @cached_property
    def _of_key(self) -> Mapping[str, tuple[Node, Node]]:
        return prepared("district-keys", dict, self._read_keys, *bytes_of(self._files))

    def _read_keys(self) -> dict[str, tuple[Node, Node]]:
        patterns = {local_name(str(each)): each for each in self._registry.subjects(RDF.type, KZEDU.LocalBody)}
        places = sorted(self._registry.subjects(DCTERMS.isPartOf, None), key=str)
        return {f"kz-{local_name(str(place))}-{body}": (place, patterns[body]) for place in places for body in BODIES}

    def __iter__(self) -> Iterator[str]:
        return iter(self._of_key)

    def __contains__(self, key: object) -> bool:
        return key in self._of_key

    def named(self, name: str, lang: str) -> tuple[str, ...]:
        """The keys of the bodies that a name means in a language, in any case of grammar; none for other names."""
        if lang not in ("kk", "ru") or len(name) > LONGEST or not _LOCAL.match(name):
            return ()
        return self._names(lang).get(_stems(name, lang), ())

    def get(self, key: str) -> Agency | None:
        """The body with that key, if there is one."""
        if key not in self._of_key:
            return None
        place, pattern = self._of_key[key]
        kind = "office" if self._registry.value(pattern, KZEDU.bodyClass) == KZEDU.Office else "state-agency"
        above = self._registry.value(pattern, ORG.subOrganizationOf)
        return Agency(
            key=key,
            kind=kind,
            labels={lang: self._label(place, pattern, lang) for lang in LANGS},
            parent=f"kz-{local_name(str(place))}-{local_name(str(above))}" if above is not None else None,
        )

    def describe(self, key: str) -> tuple[Triple, ...]:
        """What the graph is to say of a body that a text names, and of the one it is part of."""
        body = self.get(key)
        if body is None:
            return ()
        place, pattern = self._of_key[key]
        iri = iris.agency(key)
        kinds = [self._registry.value(pattern, KZEDU.bodyClass) or KZEDU.StateAgency]
        if body.kind != "office":
            kinds.append(ORG.FormalOrganization)
        return (
            *((iri, RDF.type, kind) for kind in kinds),
            (iri, KZEDU.region, place),
            *((iri, SKOS.prefLabel, Literal(label, lang=lang)) for lang, label in body.labels.items()),
            *(((iri, ORG.subOrganizationOf, iris.agency(body.parent)),) if body.parent else ()),
            *(self.describe(body.parent) if body.parent else ()),
        )

    def _label(self, place: Node, pattern: Node, lang: str) -> str:
        """The official name with its region, without which places of one name are one."""
        name = next(names_of_body(self._registry, place, pattern, lang))
        region = self._registry.value(place, DCTERMS.isPartOf)
        if region is None:
            return name
        if lang == "ru":
            return f"{name} {next(self._forms(region, 'ru', KZEDU.genitive))}"
        told = next(self._forms(region, lang, SKOS.prefLabel))
        return f"{told} {name}" if lang == "kk" else f"{name}, {told}"

    @cache  # noqa: B019  (there is one of it a process)
    def _names(self, lang: str) -> Mapping[frozenset[str], tuple[str, ...]]:
        return prepared(f"districts-{lang}", dict, lambda: self._read_names(lang), *bytes_of(self._files))

    def _read_names(self, lang: str) -> dict[frozenset[str], tuple[str, ...]]:
        found: dict[frozenset[str], set[str]] = defaultdict(set)
        for key, (place, pattern) in self._of_key.items():
            regions = [_stems(form, lang) for form in self._regions(place, lang)]
            for name in names_of_body(self._registry, place, pattern, lang):
                bare = _stems(name, lang)
                for stems in (bare, *(bare | region for region in regions)):
                    found[stems].add(key)
        return {stems: tuple(sorted(keys)) for stems, keys in found.items()}

    def _regions(self, place: Node, lang: str) -> Iterator[str]:
        """The names of the region that a place is part of, or was before that region was formed."""
        region = self._registry.value(place, DCTERMS.isPartOf)
        former = self._registry.value(region, KZEDU.formedFrom) if region is not None else None
        for each in (region, former):
            if each is not None:
                for predicate in (SKOS.prefLabel, KZEDU.genitive, KZEDU.genitiveVariant, KZEDU.attributive):
                    yield from self._forms(each, lang, predicate)

    def _forms(self, thing: Node, lang: str, predicate: Node) -> Iterator[str]:
        for form in self._registry.objects(thing, predicate):
            if isinstance(form, Literal) and form.language == lang:
                yield str(form)


def district_bodies() -> DistrictBodies:
    """Those of the registry in use, read once a process when a name is first asked for."""
    return _load(*registry_folders())


@cache
def _load(*folders: Path) -> DistrictBodies:
    return DistrictBodies([file for folder in folders for file in sorted(folder.glob("*.ttl"))])
