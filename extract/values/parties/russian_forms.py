"""Forms of Russian words as a name has them: case, number and gender, and a form's nominative."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pymorphy3.analyzer import Parse

from extract.language.russian import NO_WORDS, can_be_a_head, parses_of

ATTRIBUTES = frozenset({"ADJF", "PRTF"})
NOUNS = frozenset({"NOUN"})


@dataclass(frozen=True, slots=True)
class Form:
    """What a form may be: its case, its number, its gender ("" in the plural, or where the dictionary tells none).

    An accusative is of somebody or of a thing ("anim", "inan"), which other cases do not show.
    """

    case: str
    number: str
    gender: str
    animacy: str = ""

    def agrees(self, other: Form) -> bool:
        """Whether two words in these forms may belong together."""
        same = (self.case, self.number) == (other.case, other.number)
        alive = not self.animacy or not other.animacy or self.animacy == other.animacy
        return same and alive and (not self.gender or not other.gender or self.gender == other.gender)


@lru_cache(maxsize=4096)
def forms_of(word: str, parts: frozenset[str]) -> tuple[Form, ...]:
    """The forms that a word may have as one of some parts of speech."""
    return tuple(dict.fromkeys(form_of_parse(parse) for parse in parses_as(word, parts)))


def parses_as(word: str, parts: Collection[str]) -> Iterator[Parse]:
    """The readings of a word as one of some parts of speech that may be meant in a name."""
    every = parses_of(word.lower())
    joined = {parse.normal_form.partition("-")[0] for parse in every} if "-" in word else set[str]()
    for parse in every:
        grammemes = parse.tag.grammemes
        if (
            parse.tag.POS in parts
            and parse.normal_form not in NO_WORDS
            and parse.tag.case
            and parse.score > _UNLIKELY
            and _NO_HEADS.isdisjoint(grammemes)
            and not grammemes >= _SHORT
            and not (len(joined) > 1 and _is_half(parse))
        ):
            yield parse


def _is_half(parse: Parse) -> bool:
    """Whether only the latter of two joined nouns is taken for one that has cases: "школе-лицей" of "школе-лицею"."""
    return not can_be_a_head(parse.normal_form.partition("-")[0])


_SHORT = frozenset({"Abbr", "Fixd"})
"""Short forms without cases: "МО", not "вузам"."""
_NO_HEADS = frozenset({"Geox", "Poss"})
"""Names of places ("города | Алматы"), and attributes that are surnames ("Розову")."""
_UNLIKELY = 0.001
"""Share below which the dictionary's reading of a form is not meant."""
_OLDER_CASES = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}


def form_of_parse(parse: Parse) -> Form:
    """The form that a reading of the dictionary tells."""
    number = str(parse.tag.number or "sing")
    case = _OLDER_CASES.get(str(parse.tag.case), str(parse.tag.case))
    animacy = str(parse.tag.animacy or "") if case == "accs" else ""
    return Form(case, number, str(parse.tag.gender or "") if number == "sing" else "", animacy)


def nominative_of(word: str, form: Form, parts: Collection[str]) -> str | None:
    """A word that stands in a form, in the nominative of its number and gender."""
    for parse in parses_as(word, parts):
        if form_of_parse(parse).agrees(form):
            agreed = {"nomn", form.number, *([form.gender] if form.gender and parts == ATTRIBUTES else [])}
            return as_printed(word, _stressed(_inflected(parse, agreed)))
    return None


def _inflected(parse: Parse, asked: set[str]) -> Parse | None:
    """A word in other forms; one of several superlatives in its own make: "высшим" -> "высшие", not "высочайшие"."""
    if "Supr" not in parse.tag:
        return parse.inflect(asked)
    formed = (one for one in parse.lexeme if {"Supr", *asked} <= one.tag.grammemes)
    return next((one for one in formed if parse.word.startswith(one.word[:-_ENDING_OF_ATTRIBUTE])), None)


_ENDING_OF_ATTRIBUTE = 2
"""Letters, in the nominative: "высш | ие"."""


def _stressed(parse: Parse | None) -> Parse | None:
    """A plural in the ending that is said, where the dictionary has two: "учителя" for "учители"."""
    if parse is None or parse.tag.POS != "NOUN" or parse.tag.number != "plur" or parse.word[-1:] not in _STRESSED:
        return parse
    other = parses_of(parse.word[:-1] + _STRESSED[parse.word[-1]])
    said = (p for p in other if p.tag.case == "nomn" and p.tag.number == "plur" and p.normal_form == parse.normal_form)
    return next(said, parse)


_STRESSED = {"и": "я", "ы": "а"}


def as_printed(word: str, parse: Parse | None) -> str | None:
    """A form with the capitals of the word that it is put for, and its "ё"."""
    if parse is None:
        return None
    told = str(parse.word) if "ё" in word.lower() else str(parse.word).replace("ё", "е")
    if word.isupper():
        return told.upper()
    return "-".join(
        part[:1].upper() + part[1:] if printed[:1].isupper() else part
        for part, printed in zip(told.split("-"), word.split("-"), strict=False)
    )
