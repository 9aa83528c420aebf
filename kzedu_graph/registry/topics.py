"""What duties and indicators are about: the scheme of `ontology/topics`, and the rule that finds it in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from rdflib import Literal
from rdflib.namespace import RDF, SKOS

from kzedu_graph.registry.names import words
from kzedu_graph.vocabulary.iris import local_name
from kzedu_graph.vocabulary.places import topic_files
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.turtle import read_turtle

BETWEEN = 2
"""Words that may stand between two words of a form: "еңбегіне ақы төлеу" is one expression, a sentence is not."""
_BEGINNING = 3
"""Letters of a word under which forms are kept."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its names, other words for it by language, and the forms by which a text is found to be about it."""

    key: str
    iri: str
    labels: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
    forms: tuple[str, ...]


class _Word(NamedTuple):
    """One word of a form: a beginning, or the whole word; a tuple, for thousands come back from where they are kept."""

    letters: str
    whole: bool

    def meets(self, word: str) -> bool:
        return word == self.letters if self.whole else word.startswith(self.letters)


_Forms = dict[str, list[tuple[str, tuple[_Word, ...]]]]
"""Forms by the first letters of their first word, each with its topic."""


@dataclass(slots=True)
class Scheme:
    """All topics by their keys, ready to be looked for in a text."""

    topics: dict[str, Topic] = field(default_factory=dict)
    _forms: _Forms = field(default_factory=dict)
    _names: _Forms = field(default_factory=dict)

    def add(self, topic: Topic) -> None:
        """A topic, found from now on; raises ValueError for a form without words."""
        self.topics[topic.key] = topic
        for written in topic.forms:
            form = tuple(_word(part) for part in written.split())
            if not form or not all(word.letters for word in form):
                raise ValueError(f"{topic.iri}: skos:hiddenLabel {written!r} has no word; write one such as 'оклад*'")
            self._forms.setdefault(form[0].letters[:_BEGINNING], []).append((topic.key, form))
        for name in (*topic.labels.values(), *(each for several in topic.synonyms.values() for each in several)):
            whole = tuple(_Word(word, whole=True) for word in words(name))
            self._names.setdefault(whole[0].letters[:_BEGINNING], []).append((topic.key, whole))

    def asked(self, question: str) -> frozenset[str]:
        """The topics that a question is about: those of its words, and those that it calls by a name of theirs.

        A name may say more in a question of two words than in a text: "связь" asks for the internet in schools.
        """
        return self.find(question) | _found(self._names, question)

    def find(self, text: str) -> frozenset[str]:
        """The topics that a text is about, whatever language it is in.

        >>> load_scheme().find("Педагогтердің еңбекақысын арттыру") >= {"pay", "teachers"}
        True
        """
        return _found(self._forms, text)


def _found(forms: _Forms, text: str) -> frozenset[str]:
    said = words(text)
    return frozenset(
        key
        for place, word in enumerate(said)
        for length in range(1, min(_BEGINNING, len(word)) + 1)
        for key, form in forms.get(word[:length], ())
        if _stands(form, said, place)
    )


def _word(written: str) -> _Word:
    return _Word("".join(words(written.rstrip("*"))), not written.endswith("*"))


def _stands(form: tuple[_Word, ...], said: tuple[str, ...], place: int) -> bool:
    """Whether the words of a form stand from a place on, in order, with few others between them."""
    if not form[0].meets(said[place]):
        return False
    for word in form[1:]:
        near = range(place + 1, min(place + 2 + BETWEEN, len(said)))
        place = next((each for each in near if word.meets(said[each])), -1)
        if place < 0:
            return False
    return True


@cache
def load_scheme() -> Scheme:
    """The scheme of topics; raises ValueError, and InvalidTurtleError, for files that do not say what they must."""
    return prepared("topics", Scheme, _read, *bytes_of(topic_files()))


def _read() -> Scheme:
    scheme = Scheme()
    for file in topic_files():
        facts = read_turtle(file)
        for concept in sorted(facts.subjects(RDF.type, SKOS.Concept), key=str):
            labels = {tag: found[0] for tag, found in _by_language(facts.objects(concept, SKOS.prefLabel)).items()}
            scheme.add(
                Topic(
                    key=local_name(str(concept)),
                    iri=str(concept),
                    labels=labels,
                    synonyms=_by_language(facts.objects(concept, SKOS.altLabel)),
                    forms=tuple(sorted(str(form) for form in facts.objects(concept, SKOS.hiddenLabel))),
                )
            )
    return scheme


def _by_language(values: Iterable[object]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for value in values:
        if isinstance(value, Literal) and value.language:
            found[value.language].append(str(value))
    return {tag: tuple(sorted(several)) for tag, several in sorted(found.items())}
