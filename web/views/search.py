"""Search over all that has a name: an index in memory that forgives endings, look-alikes and slips.

Every word is kept as written, without its ending, and with Kazakh letters replaced by those of a keyboard that
lacks them; a better kept form weighs more. Words in capitals up to six letters are abbreviations and weigh most.
A question in any language also finds what is about its topics, and one that names a kind and a number finds that.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from kzedu_graph.registry.names import Folded, stem, words
from kzedu_graph.registry.topics import load_scheme
from kzedu_graph.vocabulary.places import BASE
from web.views.read_model import Cards, Labels
from web.views.texts.named_numbers import named_number

_PLAIN = str.maketrans("ӘҒҚҢӨҰҮҺІЙЩ", "АГКНОУУХИИШ")
_EXACT, _STEMMED, _PLAINED, _BEGINNING, _CLOSE = 1.0, 0.85, 0.6, 0.5, 0.35
_SHORTEST_CLOSE = 5  # letters: shorter words are never matched by likeness
_SHORTEST_BEGINNING = 3
_NUMBER_MET = 1.5
_NAMED = 100.0
"""What is asked for by its kind and number comes before all else."""
_ABOUT = 0.3
"""How much being about what is asked weighs beside its words."""
_DIVIDED = 0.05
"""How much less a thing is about one topic for each further topic that it has."""
_ENDED = 0.5
"""How much what is not in force weighs."""
_BEARER = 0.6
"""What the name of whom a provision binds weighs beside what is to be done."""
_ELSEWHERE = 0.8
_KIND_WEIGHT = {"agency": 1.3, "document": 1.1, "indicator": 1.05, "measure": 1.0, "provision": 0.8}
_MET = 5
"""Letters by which a word of a name is taken for one that was asked for, whatever its ending."""
_SMALL = frozenset(
    words("of in on the for and to by with a an о об в во на и для с по к у не the мен пен бен және үшін туралы")
)
"""Words that stand in every text: a question is not about them."""
_NUMBER = re.compile(r"\d+(?:[-.]\d+)*")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `kind` is one of `_KIND_WEIGHT`."""

    kind: str
    iri: str
    labels: Labels
    score: float


def where_met(hit: Hit, query: str, shown: str) -> str | None:
    """The language of the name that a question meets, where the name shown has none of its words; None otherwise."""
    stems = [word[:_MET] for word in words(query) if len(word) >= _SHORTEST_BEGINNING and word not in _SMALL]

    def meets(label: str) -> bool:
        return any(word.startswith(stem) for word in words(label) for stem in stems)

    if not stems or meets(hit.labels.get(shown, "")):
        return None
    return next((lang for lang, label in hit.labels.items() if lang != shown and meets(label)), None)


@dataclass(slots=True)
class Index:
    """Words to texts, with weights, and texts to the things they name: a thing is as good as its best text."""

    things: list[tuple[str, str, Labels]] = field(default_factory=list)
    postings: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    lengths: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    topics: dict[int, frozenset[str]] = field(default_factory=dict)
    _of_topic: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _sorted: list[str] = field(default_factory=list)

    def add(
        self,
        kind: str,
        iri: str,
        labels: Labels,
        texts: Iterable[tuple[str, float]],
        number: str = "",
        topics: frozenset[str] = frozenset(),
    ) -> None:
        """One thing with its texts, each with a weight, and what it is about."""
        thing = len(self.things)
        self.things.append((kind, iri, labels))
        for text, weight in texts:
            place, found = len(self.lengths), words(text)
            self.lengths.append(len(found))
            self.owners.append(thing)
            for form, quality in (pair for word in found for pair in _forms(word)):
                held = self.postings[form]
                held[place] = max(held.get(place, 0.0), weight * quality)
        if number:
            self.numbers[number].append(thing)
        if topics:
            self.topics[thing] = topics
        for topic in topics:
            self._of_topic[topic].append(thing)

    def find(
        self, query: str, limit: int, kind: str | None = None, holds: Callable[[str], bool] | None = None
    ) -> list[Hit]:
        """The best hits, best first; words of the query that are nowhere do not spoil the rest.

        `holds` says of a thing's IRI whether it is in force: what is not comes behind its like.
        """
        scores: dict[int, float] = defaultdict(float)
        met: dict[int, int] = defaultdict(int)
        said = words(query)
        asked = [word for word in said if word not in _SMALL] or said
        for word in asked:
            for place, score in self._scores_of(word).items():
                scores[place] += score
                met[place] += 1
        best: dict[int, float] = defaultdict(float)
        for place, score in scores.items():
            share = met[place] / len(asked)
            final = score * share**2 / (1 + math.log1p(self.lengths[place]))
            best[self.owners[place]] = max(best[self.owners[place]], final)
        for number in _NUMBER.findall(query):
            for thing in self.numbers.get(number, ()):
                best[thing] += _NUMBER_MET
        for thing, score in self._about(load_scheme().asked(query)).items():
            best[thing] += score
        if named := named_number(query):
            for thing in self.numbers.get(named.number, ()):
                best[thing] += _NAMED if self.things[thing][0] == named.kind else 0.0
        hits = [
            Hit(*self.things[thing], score=round(score * self._weight(thing, holds), 4))
            for thing, score in best.items()
            if kind is None or self.things[thing][0] == kind
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.iri))[:limit]

    def _weight(self, thing: int, holds: Callable[[str], bool] | None) -> float:
        kind, iri, _ = self.things[thing]
        return _KIND_WEIGHT[kind] * (1.0 if holds is None or holds(iri) else _ENDED)

    def _about(self, asked: Iterable[str]) -> dict[int, float]:
        """How much things are about the topics of a question: a rare topic weighs more, all of them weigh most."""
        weights = {
            topic: math.log(1 + len(self.things) / len(self._of_topic[topic]))
            for topic in asked
            if topic in self._of_topic
        }
        found: dict[int, float] = defaultdict(float)
        for topic, weight in weights.items():
            for thing in self._of_topic[topic]:
                found[thing] += weight
        whole = sum(weights.values())
        return {
            thing: _ABOUT * weight * (weight / whole) / (1 + _DIVIDED * (len(self.topics[thing]) - 1))
            for thing, weight in found.items()
        }

    def _scores_of(self, word: str) -> dict[int, float]:
        """How well each text meets a word: by the quality of the form met, more for a rare one.

        A case form is as common as its word: "министерства" is not rarer than "министерство".
        """
        best: dict[int, float] = {}
        common = max((len(self.postings[form]) for form, _ in _forms(word) if form in self.postings), default=0)
        for form, quality in self._matches(word):
            held = self.postings[form]
            rarity = math.log(1 + len(self.lengths) / max(common, len(held)))
            for place, weight in held.items():
                best[place] = max(best.get(place, 0.0), weight * quality * rarity)
        return best

    def _matches(self, word: str) -> Iterator[tuple[str, float]]:
        found = False
        for form, quality in _forms(word):
            if form in self.postings:
                found = True
                yield form, quality
        if len(word) >= _SHORTEST_BEGINNING:
            for form in self._beginning(word):
                if form != word:
                    found = True
                    yield form, _BEGINNING
        if not found and len(word) >= _SHORTEST_CLOSE:
            allowed = 1 if len(word) < 2 * _SHORTEST_CLOSE - 2 else 2
            alike = self._beginning_with(word[0])  # a slip is rarely in the first letter: "ректор" is no "вектор"
            for form, edits, _ in process.extract(
                word, alike, scorer=Levenshtein.distance, score_cutoff=allowed, limit=8
            ):
                yield form, _CLOSE / max(edits, 1)

    def _beginning_with(self, letter: str) -> list[str]:
        return self._sorted[bisect_left(self._sorted, letter) : bisect_left(self._sorted, chr(ord(letter) + 1))]

    def _beginning(self, word: str) -> list[str]:
        start = bisect_left(self._sorted, word)
        found = []
        for form in self._sorted[start : start + 40]:
            if not form.startswith(word):
                break
            found.append(form)
        return found

    def close(self) -> None:
        """Make the index ready to be asked; to be called once, behind the last `add`."""
        self._sorted = sorted(self.postings)


def build_index(cards: Cards) -> Index:
    """The index of all that a build holds."""
    index = Index()
    for agency in cards.agencies.values():
        texts = [(label, 1.0) for label in agency.labels.values()]
        texts += [(label, 3.0) for several in agency.short.values() for label in several]
        texts += [(label, 0.8) for label in agency.hidden]
        index.add("agency", agency.iri, agency.titles, texts)
    for indicator in cards.indicators.values():
        texts = [(label, 1.0) for label in indicator.labels.values()]
        texts += _elsewhere(cards, indicator.iri, indicator.labels)
        about = cards.topics.get(indicator.iri, frozenset())
        index.add("indicator", indicator.iri, indicator.labels, texts, indicator.number, about)
    for measure in cards.measures.values():
        texts = [(label, 1.0) for label in measure.labels.values()]
        texts += _elsewhere(cards, measure.iri, measure.labels)
        about = cards.topics.get(measure.iri, frozenset())
        index.add("measure", measure.iri, measure.labels, texts, measure.number, about)
    for provision in cards.provisions.values():
        labels = {cards.editions[provision.edition].lang: provision.action}
        about = cards.topics.get(provision.iri, frozenset())
        texts = [(provision.action, 1.0), *([(provision.written, _BEARER)] if provision.written else [])]
        index.add("provision", provision.iri, labels, texts, topics=about)
    _add_documents(index, cards)
    index.close()
    return index


def _add_documents(index: Index, cards: Cards) -> None:
    """Every act by the titles of all its texts, its number and its key: what it was once called is looked for too."""
    works: dict[str, dict[str, str]] = defaultdict(dict)
    keys: dict[str, set[str]] = defaultdict(set)
    former: dict[str, dict[str, None]] = defaultdict(dict)
    for edition in cards.editions.values():
        works[edition.work][edition.lang] = edition.title
        former[edition.work][edition.title] = None
        keys[edition.work] |= {edition.work, *([edition.number] if edition.number else [])}
    for work, titles in works.items():
        iri = f"{BASE}document/{work}"
        labels = {**titles, **cards.names.get(iri, {})}
        texts = [(title, 1.0) for title in dict.fromkeys((*titles.values(), *labels.values()))]
        texts += [(name, _ELSEWHERE) for name in former[work] if name not in titles.values()]
        texts += _elsewhere(cards, iri, labels)
        number = cards.act_numbers.get(work, "")
        index.add("document", iri, labels, [*texts, *((key, 2.0) for key in sorted(keys[work]))], number)
    for iri, names in cards.names.items():
        work = iri.removeprefix(f"{BASE}document/")
        if work != iri and "/" not in work and work not in works:  # no text of it is held
            index.add("document", iri, names, [(name, 1.0) for name in names.values()], cards.act_numbers.get(work, ""))


def _elsewhere(cards: Cards, iri: str, labels: Labels) -> list[tuple[str, float]]:
    """The names that other texts give to a thing; they weigh less than those of the current view."""
    return [(name, _ELSEWHERE) for name in cards.spoken.get(iri, ()) if name not in labels.values()]


@lru_cache(maxsize=1 << 15)  # the words of a corpus come again and again
def _forms(word: str) -> tuple[tuple[str, float], ...]:
    """A word as written, without its ending in either language, and with the letters of a plain keyboard."""
    found = {word: _EXACT}
    for lang in ("kk", "ru"):
        bare = stem(Folded((word,), None), lang)
        if bare:
            found.setdefault(bare, _STEMMED)
    for form, quality in list(found.items()):
        found.setdefault(form.translate(_PLAIN), quality * _PLAINED)
    return tuple(found.items())
