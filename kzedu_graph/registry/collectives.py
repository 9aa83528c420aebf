"""Classes of local bodies by what they are and of what places: one class in whatever order the places are told.

    акиматы областей, городов республиканского значения и столицы
    облыстардың, республикалық маңызы бар қалалардың және астананың білім басқармалары

How the words are spelt stands in `collectives.yml` beside this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import yaml

from kzedu_graph.language.kazakh_endings import CASE_FORMS, PLURALS
from kzedu_graph.language.letters import WORD
from kzedu_graph.registry.names import words

BODIES, PLACES, JOINTS = "bodies", "places", "joints"
BETWEEN = "between"
"""Joints that stand between two, and open no name."""
LANGS = ("kk", "ru")
_OF_MANY = frozenset(
    {"regions", "republican-cities", "districts", "regional-cities", "both-kinds-of-cities", "villages"}
)
"""Places that are classes by themselves; the others are cities by name, or of no kind told."""
_NAMED = frozenset({"capital", "almaty", "shymkent"})
_PLURAL = "|".join(form.upper() for form, _ in PLURALS)
_KAZAKH_ENDING = f"(?:{_PLURAL})?(?:СЫ|СІ|Ы|І)?(?:{'|'.join(form.upper() for form in CASE_FORMS)})?"
_IS_PLURAL = re.compile(f"(?:{_PLURAL})(?:Ы|І)?(?:{'|'.join(form.upper() for form in CASE_FORMS)})?$")
_POSSESSED = re.compile(f"(?:{_PLURAL})(?:Ы|І)(?:{'|'.join(form.upper() for form in CASE_FORMS)})?$")
"""How Kazakh places of somewhere end: "аудандарының", no "аудандардың"."""
_BESIDE = re.compile(r"[\s,.]*")
"""What may stand between the places of a class."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a class is told with: their part in it, what they mean, and the pattern of each folded word.

    `ending`: the last takes endings.
    """

    part: str
    meaning: str
    patterns: tuple[re.Pattern[str], ...]
    ending: bool

    def opens(self, said: Sequence[str], at: int) -> bool:
        """Whether folded words say this from one of them on."""
        told = said[at : at + len(self.patterns)]
        return len(told) == len(self.patterns) and all(
            pattern.fullmatch(word) for pattern, word in zip(self.patterns, told, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase, and which of some folded words it is said with."""

    phrase: Phrase
    first: int
    behind: int


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of a language, those of more words first, and the body of the registry for each class."""

    lang: str
    phrases: tuple[Phrase, ...]
    classes: Mapping[str, Mapping[str, str]]
    sought: re.Pattern[str]
    """A word without which a text tells no places of a class."""

    def at(self, said: Sequence[str], at: int) -> Said | None:
        """The longest phrase that folded words say from one of them on."""
        found = next((phrase for phrase in self.phrases if phrase.opens(said, at)), None)
        return Said(found, at, at + len(found.patterns)) if found else None

    def named(self, said: Sequence[str]) -> str | None:
        """The key of the class that folded words name in any case of grammar; None where one is no part of its name."""
        found: list[Said] = []
        at = 0
        while at < len(said):
            phrase = self.at(said, at)
            if phrase is None:
                return None
            found.append(phrase)
            at = phrase.behind
        if found and found[0].phrase.part == JOINTS and found[0].phrase.meaning == BETWEEN:
            return None
        bodies = {each.phrase.meaning for each in found if each.phrase.part == BODIES}
        places = [each for each in found if each.phrase.part == PLACES and not self._is_where(each, found, said)]
        level = _level({each.phrase.meaning for each in places})
        if len(bodies) != 1 or level is None or not self._are_many(found, said):
            return None
        return self.classes[bodies.pop()].get(level)

    def _is_where(self, place: Said, found: Sequence[Said], said: Sequence[str]) -> bool:
        """Whether Kazakh regions only say where the places right behind them are: "облыс аудандарының"."""
        behind = next((each for each in found if each.first == place.behind), None)
        if self.lang != "kk" or place.phrase.meaning != "regions" or behind is None or behind.phrase.part != PLACES:
            return False
        return behind.phrase.meaning not in _NAMED and bool(_POSSESSED.search(said[behind.behind - 1]))

    def _are_many(self, found: Sequence[Said], said: Sequence[str]) -> bool:
        """Whether the words tell of many, and of no region or district by the name of a city ("Алматы облыстық").

        In Russian only adjectives stand before what is of the places: no "областей акимы районов".
        """
        if self.lang != "kk":
            body = next(each.first for each in found if each.phrase.part == BODIES)
            return all(each.phrase.ending for each in found if each.phrase.part == PLACES and each.first < body)
        for before, place in pairwise(found):
            if before.phrase.meaning not in _NAMED or place.phrase.part != PLACES:
                continue
            of_regions = place.phrase.meaning == "regions" and _POSSESSED.search(said[place.behind - 1])
            if of_regions or not place.phrase.ending:
                return False
        return any(_IS_PLURAL.search(said[each.behind - 1]) for each in found if each.phrase.part != JOINTS)

    def place_runs(self, text: str, fewest: int = 2) -> Iterator[tuple[int, int]]:
        """Where a text tells so many places of a class: "областей, городов республиканского значения и столицы"."""
        bounds = [match.span() for match in WORD.finditer(text)] if self.sought.search(text) else []
        said = [(words(text[start:end]) or ("",))[0] for start, end in bounds]
        at = 0
        while at < len(said):
            run = self._run(text, bounds, said, at)
            if len(run) >= fewest and any(each.phrase.meaning in _OF_MANY for each in run):
                yield bounds[run[0].first][0], bounds[run[-1].behind - 1][1]
            at = run[-1].behind if run else at + 1

    def _run(self, text: str, bounds: Sequence[tuple[int, int]], said: Sequence[str], at: int) -> list[Said]:
        """The places from a word on that nothing parts but commas and joints."""
        places: list[Said] = []
        while at < len(said):
            found = self.at(said, at)
            if found is None or found.phrase.part == BODIES or (found.phrase.part == JOINTS and not places):
                break
            inside = range(found.first if places else found.first + 1, found.behind)
            if not all(_BESIDE.fullmatch(text, bounds[n - 1][1], bounds[n][0]) for n in inside):
                break
            if found.phrase.part == PLACES:
                places.append(found)
            at = found.behind
        return places


def _level(places: set[str]) -> str | None:
    """The level that places are of; None where they are of none, or only some of those of a level by their names."""
    regions = "regions" in places
    republican = places & {"republican-cities", "both-kinds-of-cities", *_NAMED}
    districts = places & {"districts", "regional-cities", "both-kinds-of-cities"}
    villages = "villages" in places
    if regions:
        return "all-levels" if districts or villages else "regions"
    if districts and not republican and not villages:
        return "districts"
    if villages and places == {"villages"}:
        return "villages"
    whole = "capital" in places and ("republican-cities" in places or places >= _NAMED)
    return "republican-cities" if whole and not districts and not villages else None


@cache
def wording_of_classes(lang: str) -> Wording | None:
    """How classes are told in a language; None where it has no words for them. Raises ValueError where one is amiss."""
    if lang not in LANGS:
        return None
    told = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
    endings = "|".join(sorted((each.upper() for each in told["endings"].get(lang, ())), key=len, reverse=True))
    ending = _KAZAKH_ENDING if lang == "kk" else f"(?:{endings})"
    if set(told[BODIES][lang]) != set(told["classes"]):
        raise ValueError(f"collectives.yml: write the same kinds under bodies.{lang} and under classes")
    spelt = chain(
        (
            (part, meaning, text)
            for part in (BODIES, PLACES)
            for meaning, several in told[part][lang].items()
            for text in several
        ),
        ((JOINTS, meaning, text) for meaning, several in told[JOINTS][lang].items() for text in several),
    )
    phrases = [_phrase(part, meaning, text, ending) for part, meaning, text in spelt]
    of_many = {
        text.split()[0].removesuffix("~")
        for meaning, several in told[PLACES][lang].items()
        if meaning in _OF_MANY
        for text in several
    }
    return Wording(
        lang,
        tuple(sorted(phrases, key=lambda one: len(one.patterns), reverse=True)),
        told["classes"],
        re.compile(rf"(?<!\w)(?:{'|'.join(sorted(of_many))})", re.IGNORECASE),
    )


def _phrase(part: str, meaning: str, text: str, ending: str) -> Phrase:
    patterns = [
        re.compile(re.escape("".join(words(word.removesuffix("~")))) + (ending if word.endswith("~") else ""))
        for word in text.split()
    ]
    return Phrase(part, meaning, tuple(patterns), text.endswith("~"))
