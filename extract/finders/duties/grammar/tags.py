"""The class of a word by itself, as the rules of duties read it: what kind of verb it may be, or what mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from functools import lru_cache
from itertools import chain

from extract.language.russian import dictionary, parses_of
from extract.lexicon.duties import Ending, duty_words
from kzedu_graph.language.letters import fold_homoglyphs

_MARKS = {
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    ".": "stop",
    "(": "open",
    ")": "close",
    "!": "stop",
    "?": "stop",
}
_DASHES = frozenset("-–—−")
_VERB_ENDING = re.compile(r"(?:[тлн]|ть|те|ти|чь|ся|сь|[лнмтв][аоиы])\Z")
_CACHED_FORMS = 50_000
FINITE = frozenset(
    {"future", "present", "passive", "past", "participle", "stative", "effect", "proceed-future", "will", "must", "may"}
    | {
        "need",
        "needed",
        "needed-ahead",
        "able",
        "pledges",
        "have",
        "short-adjective",
        "infinitive",
        "planned",
        "allowed",
    }
)
"""Classes of words that a clause turns on."""


@lru_cache(maxsize=_CACHED_FORMS)
def classed(token: str, lang: str) -> tuple[str, str]:
    """A word's form to compare by, and its class."""
    norm = norm_of(token)
    return norm, _tag(token, norm, _TAGS[lang])


def _tag(token: str, norm: str, tag_of: Callable[[str], str]) -> str:
    if token in _MARKS:
        return _MARKS[token]
    if token in _DASHES:
        return "dash"
    if token[0].isdigit():
        return "number"
    if not token[0].isalpha():
        return "mark"
    tag = tag_of(norm)
    return "word" if tag in FINITE and tag_of is _russian_tag and _is_name(token) else tag


@lru_cache(maxsize=_CACHED_FORMS)
def norm_of(word: str) -> str:
    """Lower case, ё as е, letters of the other script undone: "Еҵё" and "еще" compare alike."""
    return fold_homoglyphs(word).lower().replace("ё", "е")


@lru_cache(maxsize=_CACHED_FORMS)
def _russian_tag(norm: str) -> str:
    words = duty_words("ru")
    if norm in words.classes:
        return words.classes[norm]
    if not _VERB_ENDING.search(norm):
        return "word"
    parses = parses_of(norm)
    present = (p for p in parses if p.tag.POS == "VERB" and "pres" in p.tag and "3per" in p.tag)
    participle = (p for p in parses if p.tag.POS == "PRTS")
    parse = next(chain(present, participle), parses[0])
    kind = words.lemmas.get(parse.normal_form.replace("ё", "е"), "")
    if any("impr" in p.tag and "plur" in p.tag for p in parses) and not any(p.tag.POS == "NOUN" for p in parses):
        return "imperative"
    match str(parse.tag.POS):
        case "VERB":
            return _tense(norm, parse.tag, kind)
        case "INFN":
            return "effect-infinitive" if kind in ("effect", "being") else "infinitive"
        case other:
            return _SHORT_FORMS.get(other, "word")


_SHORT_FORMS = {"PRTS": "participle", "ADJS": "short-adjective"}


def _tense(norm: str, grammemes: Container[str], kind: str) -> str:
    if "past" in grammemes:
        return "past"
    return _finite(norm, "futr" in grammemes, kind) if "3per" in grammemes else "word"


_OF_BOTH_ASPECTS = ("уется", "уются", "носится", "носятся", "возится", "возятся")
"""How verbs of both aspects end that the dictionary has in one: "организуется", "наносится", "вывозится"."""


def _finite(norm: str, future: bool, kind: str) -> str:
    if kind == "proceed":
        return "proceed-future" if future else "stative"
    if kind and kind != "acts":
        return "stative" if kind == "being" else kind
    if future and not norm.endswith(_OF_BOTH_ASPECTS):
        return "future"
    return "passive" if norm.endswith("ся") and kind != "acts" else "present"


@lru_cache(maxsize=_CACHED_FORMS)
def _is_name(token: str) -> bool:
    """Whether a word is a name: a capital, and unknown to the dictionary, which guesses a verb in "Самал", "Жамбыл"."""
    return token.istitle() and not dictionary().word_is_known(token)


@lru_cache(maxsize=_CACHED_FORMS)
def _kazakh_tag(norm: str) -> str:
    words = duty_words("kk")
    if norm in words.classes:
        return words.classes[norm]
    return next((ending.tag for ending in _endings_of(norm[-2:]) if ending.pattern.search(norm)), "word")


@lru_cache(maxsize=1 << 12)
def _endings_of(last: str) -> tuple[Ending, ...]:
    """The endings that class Kazakh words, those alone that a word with these two last letters can have."""
    return tuple(ending for ending in duty_words("kk").endings if last.endswith(ending.closes))


_TAGS: Mapping[str, Callable[[str], str]] = {"ru": _russian_tag, "kk": _kazakh_tag}
