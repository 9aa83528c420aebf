"""What a row asks to be done, and to what: its actions by class, each with the words that name its object.

A Kazakh row ends in its action ("кадрлық резервін құру"), a Russian one begins with it ("создание кадрового
резерва"): the object is named by the words that stand before it, or behind. Words that name no object of their own
("network", "issue", "measures", "coverage") are passed over to those beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from kzedu_graph.language.kazakh_endings import stem_of
from kzedu_graph.language.kazakh_words import words_in

_NEAR = 2
"""The words of a name that tell its object."""
_FEW = 6
"""The rows of both programmes among which an object still tells one of them apart."""
_LEAST = 0.7
"""The likeness from which two objects are one."""
_CUT = 6
"""The letters of an object's word that are compared, endings apart."""
_KAZAKH = {
    "make": "құру ашу салу қалыптастыру жасау ұйымдастыру енгізу",
    "widen": "дамыту кеңейту арттыру ұлғайту күшейту тарту нығайту",
    "renew": "жаңғырту жаңарту жетілдіру жақсарту жөндеу",
    "rule": "әзірлеу бекіту қабылдау толықтыру",
    "revise": "қарау өзгерту синхрондау",
    "equip": "жарақтандыру",
    "cover": "қамту қамтыл-",
    "reward": "ынталандыру марапаттау",
    "attend": "қатысу",
    "hold": "өткізу",
    "train": "даярлау",
    "place": "орналастыру",
}
"""Verbal nouns, compared by their stems; what ends in a hyphen begins words."""
_RUSSIAN = {
    "make": "создан открыт строительств формирован организаци введени внедрени",
    "widen": "развити расширени увеличени усилени вовлечени укреплени повышени",
    "renew": "модернизаци обновлени совершенствовани улучшени ремонт",
    "rule": "разработк утверждени приняти",
    "revise": "пересмотр изменени",
    "equip": "оснащени приобретени",
    "cover": "охват",
    "reward": "стимулировани поощрени награждени",
    "attend": "участи",
    "hold": "проведени",
    "train": "подготовк",
    "place": "размещени",
}
"""Beginnings of verbal nouns."""
_KAZAKH_WORDS = tuple(
    (
        kind,
        frozenset(each for each in known.split() if not each.endswith("-")),
        tuple(each[:-1] for each in known.split() if each.endswith("-")),
    )
    for kind, known in _KAZAKH.items()
)
_RUSSIAN_WORDS = tuple((kind, tuple(known.split())) for kind, known in _RUSSIAN.items())
_NETWORK = ("желі", "сеть", "сети")
"""To widen a network is to make more of what it consists of."""
_LIGHT = words_in(
    """
    желі мәселе шара іс рөл тетік спектр қызмет жүйе сапа жағдай мен және оның ішінде кең кезең жаңа жөнінде қазіргі
    қазірг заман заманғы заманауи сондай-ақ іс-шара негіз мақсат жұмыс есеп жан өзара іс-қимыл бойынша үшін арқылы
    білім беру ұйым мектеп қамтамасыз ету іске асыру пысықтау дейінгі дейінг орта жоғары
    сеть сети вопрос вопроса вопросы мера меры мер роль роли механизм механизма система системы качество качества
    условие условия условий и для по в на новый новых широкий широкое современный современных
    """
)
_INSTRUMENT = re.compile(r"(мен|бен|пен)$")
"""With what a thing is equipped is not the thing."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ASIDE = re.compile(r"\([^)]*\)")


_LEVELS = {
    "preschool": r"мектепке дейінгі|мдұ|балабақша|дошкольн|детск\w+ сад",
    "school": r"мектеп(?!ке дейінгі|тен тыс|алды)|орта білім|школ(?!ьн\w+ возраст)|средн\w+ образован",
    "vocational": r"тжкб|колледж|техникалық және кәсіптік|типо|техническ\w+ и профессиональн",
    "higher": r"жоғары оқу|жоо|жжб|жоғары білім|вуз|высш\w+ учебн|высш\w+ образован|овпо",
    "additional": r"қосымша білім|мектептен тыс|дополнительн\w+ образован|внешкольн",
}
_LEVEL = {level: re.compile(rf"\b(?:{words})", re.IGNORECASE) for level, words in _LEVELS.items()}


@dataclass(frozen=True, slots=True)
class Action:
    """One action of a row: its class and the stems that name its object, the nearest first."""

    kind: str
    object: tuple[str, ...]


@cache
def actions_of(name: str) -> tuple[Action, ...]:
    """The actions that a name of a row asks for, in their order; words that are no known action are none.

    What an action only brings about ("introduce a mechanism of rewarding") is the action before it.
    """
    found = []
    for text in (_ASIDE.sub(" ", name), *_ASIDE.findall(name)):
        words = [word.casefold() for word in _WORD.findall(text)]
        for place, word in enumerate(words):
            kind, russian = _kind(word)
            if kind is None:
                continue
            beside = (words[place + 1 :] if russian else words[:place][::-1])[: 3 * _NEAR]
            first = next((each for each in beside if _stem(each) not in _LIGHT), "")
            if first and first is not beside[0] and _kind(first)[0]:
                continue
            if kind == "widen" and beside and _stem(beside[0]) in _NETWORK:
                kind = "make"
            if telling := _telling(beside, kind):
                found.append(Action(kind, telling))
    return tuple(found)


def _telling(beside: list[str], kind: str) -> tuple[str, ...]:
    """The stems that name the object among the words beside an action."""
    kept = [word for word in beside if _stem(word) not in _LIGHT and _kind(word)[0] is None]
    if kind == "equip":
        kept = [word for word in kept if not _INSTRUMENT.search(word)] or kept
    return tuple(_stem(word)[:_CUT] for word in kept[:_NEAR])


class Objects:
    """How much the objects of actions tell within the rows of two programmes: what many rows share tells nothing."""

    def __init__(self, earlier: Sequence[str], later: Sequence[str]) -> None:
        names = [*earlier, *later]
        self._rows, self._later = len(names), later
        self._in = Counter(stem for name in names for stem in {s for each in actions_of(name) for s in each.object})
        self._rivals = cache(lambda name: sum(self._likeness(name, each) > 0 for each in self._later))

    def agreement(self, earlier: str, later: str) -> float:
        """How far two names ask one action of one object, from 0 to 1; what fits several later rows fits each less."""
        best = self._likeness(earlier, later)
        return best / self._rivals(earlier) if best else 0.0

    def _likeness(self, one: str, other: str) -> float:
        """The best pair of actions of one class, 0 where their objects are not one."""
        best = max(
            (
                self._alike(mine.object, theirs.object)
                for mine in actions_of(one)
                for theirs in actions_of(other)
                if mine.kind == theirs.kind
            ),
            default=0.0,
        )
        return best if best >= _LEAST else 0.0

    def _alike(self, mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
        """The weight in common as a share of both, or of the object that one word names."""
        common = sum(self._weight(stem) for stem in mine if stem in theirs)
        wholes = [sum(map(self._weight, each)) for each in (mine, theirs)]
        if not all(wholes):
            return 0.0
        return common / min(wholes) if min(len(mine), len(theirs)) == 1 else 2 * common / sum(wholes)

    def _weight(self, stem: str) -> float:
        return log((1 + self._rows) / (1 + self._in[stem])) ** 2 if self._in[stem] <= _FEW else 0.0


@cache
def levels_of(name: str) -> frozenset[str]:
    """The levels of education that a name speaks of."""
    return frozenset(level for level, words in _LEVEL.items() if words.search(name))


def elsewhere(one: str, other: str) -> bool:
    """Whether two names speak of other levels of education: an order for schools is none for hobby groups."""
    mine, theirs = levels_of(one), levels_of(other)
    return bool(mine and theirs) and not mine & theirs


def disjoint(one: str, other: str) -> bool:
    """Whether two names ask other actions of other objects."""
    mine, theirs = actions_of(one), actions_of(other)
    kinds = {each.kind for each in mine} & {each.kind for each in theirs}
    objects = {stem for each in mine for stem in each.object} & {stem for each in theirs for stem in each.object}
    return bool(mine and theirs) and not kinds and not objects


@cache
def _kind(word: str) -> tuple[str | None, bool]:
    """The class of an action, and whether its word is Russian."""
    stem = stem_of(word)
    for kind, stems, begin in _KAZAKH_WORDS:
        if stem in stems or word.startswith(begin):
            return kind, False
    for kind, begin in _RUSSIAN_WORDS:
        if word.startswith(begin):
            return kind, True
    return None, False


@cache
def _stem(word: str) -> str:
    """The stem; names in Latin letters are spelt with "y" and with "i"."""
    return stem_of(word).replace("y", "i")
