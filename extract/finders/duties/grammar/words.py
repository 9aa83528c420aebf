"""The words of a sentence with their classes, as the rules of duties read them, and as their text prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from extract.finders.duties.grammar.appointed import with_appointments
from extract.finders.duties.grammar.clauses_below import with_clauses_below
from extract.finders.duties.grammar.kazakh_places import with_abilities, with_brackets_of_slashes, without_too
from extract.finders.duties.grammar.own_commands import with_commands
from extract.finders.duties.grammar.own_doings import with_advice, with_doings
from extract.finders.duties.grammar.own_plurals import with_plurals
from extract.finders.duties.grammar.own_promises import with_promises
from extract.finders.duties.grammar.own_will import with_own_will
from extract.finders.duties.grammar.russian_places import names_post, with_bidden_posts, with_mandatory, with_questions
from extract.finders.duties.grammar.singular_commands import with_singular_commands
from extract.finders.duties.grammar.tags import FINITE, classed
from extract.finders.duties.grammar.turned_verbs import with_turned
from extract.lexicon.phrasing import phrasing

_TOKEN = re.compile(r"\d{1,2}:\d\d(?!\d)|\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]|_")
_TITLE = re.compile(
    r"«[^«»]{1,120}«[^«»]*»(?:[^«»]{0,200}»)?|«[^«»]*»(?:[^«»,;:.]{1,80}»)?"  # one mark may be wanting on either side
    r"|(?<![^\s(])\"(?=\S)[^\"]{1,120}(?<=\S)\"(?=[\s,.;:)\-–]|$)"
)
START = "start"
_EITHER = phrasing("ru").words("either")
_CLOSES_EITHER = frozenset(joint.rpartition("-")[2] for joint in _EITHER)
"""Words and marks that stand for one "и" together ("и-/-или"), and the last of them."""


class Word(NamedTuple):
    """A word or mark: its place in the sentence, its form to compare by, its class, whether it is a clause's below.

    A tuple: there are more of them than of anything else, and a frozen class takes twice as long to make, or longer.
    """

    text: str
    norm: str
    tag: str
    start: int
    end: int
    subordinate: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A party as a sentence names it: the places of its first and last word (inclusive) and of its noun."""

    first: int
    last: int
    head: int


def read_words(text: str, lang: str) -> list[Word]:
    """A sentence's words and marks in order, behind a `start`; the words of a quoted title are `title`."""
    return list(_read(text, lang))


@lru_cache(maxsize=1 << 10)
def _read(text: str, lang: str) -> tuple[Word, ...]:
    """`read_words`, once for all layouts that look at a line."""
    titles = [match.span() for match in _TITLE.finditer(text)] if "«" in text or '"' in text else []
    words = [Word("", "", START, 0, 0)]
    within = 0
    bare = text.rstrip()
    visible = len(bare.rstrip("!")) + 1 if bare.endswith("!!") else len(bare)
    russian = lang == "ru"
    posts = phrasing("ru").posts if russian and "." in text else {}
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        token = match[0]
        if start >= visible:  # "!!!" closes a sentence once
            break
        norm, tag = classed(token, lang)
        if titles:
            while within < len(titles) and titles[within][1] <= start:
                within += 1
            if within < len(titles) and titles[within][0] <= start:
                tag = "title"
        if russian and tag in FINITE and token.istitle():
            inside = words[-1].tag not in _OPEN_SENTENCE or _closes_initial(words)
            tag = "word" if inside else tag  # a surname: "(Кленова Б.Б.)", "Б.Б. | Кленова"
        elif tag == "stop" and end < visible:  # of an abbreviation or an initial: a sentence has one stop
            tag = "mark"
            if words[-1].norm in posts and names_post(words, text[:start], text[end : end + _NEXT]):
                words[-1] = words[-1]._replace(text=words[-1].text + ".", norm=posts[words[-1].norm], end=end)
                continue
        words.append(Word(token, norm, tag, start, end))
        if russian and token in _CLOSES_EITHER and (joint := _either(words)):
            words[-joint:] = [words[-joint]._replace(end=end)]
        elif tag == "close" and russian and not _is_open(words):  # of a number: "подпунктом 3)"
            words[-1] = words[-1]._replace(tag="mark")
        if token == "." and russian and _named_before(words):  # "| Розова А. ведет", "А. | Розова"
            words[-3] = words[-3]._replace(tag="word")
    if russian:
        words = with_bidden_posts(words) if posts else words
        told = with_questions(with_singular_commands(with_own_will(words)))
        return tuple(with_clauses_below(with_turned(with_mandatory(told))))
    read = without_too(with_abilities(with_doings(with_plurals(with_brackets_of_slashes(words)))))
    return tuple(with_clauses_below(with_appointments(with_promises(with_commands(with_advice(read))))))


def _either(words: Sequence[Word]) -> int:
    """How many words at the end stand for one "и", or for either: "и (или)", "и/или"; 0 where none do."""
    told = [word.norm or word.text for word in words[-4:]]
    return next((n for n in (4, 3) if "-".join(told[-n:]) in _EITHER), 0)


_NEXT = 30
"""Letters behind a word that is written short among which the next one stands."""


def _named_before(words: Sequence[Word]) -> bool:
    """Whether a surname that looks like a predicate stands before the initial that words close with."""
    return _closes_initial(words) and words[-3].tag in FINITE and words[-3].text.istitle()


def _closes_initial(words: Sequence[Word]) -> bool:
    """Whether words close with a letter and its point: "Б."."""
    letter = words[-2].text if len(words) > 2 else ""
    return len(letter) == 1 and letter.isupper() and words[-1].text == "."


def _is_open(words: Sequence[Word]) -> bool:
    """Whether the bracket that closes words has been opened."""
    opening = next((word.tag for word in reversed(words[:-1]) if word.tag in ("open", "close")), "")
    return opening == "open" or sum({"open": 1, "close": -1}.get(word.tag, 0) for word in words) >= 0


_OPEN_SENTENCE = frozenset({START, "colon", "stop", "mark", "dash", "semicolon", "close"})


def written(text: str, words: Sequence[Word], places: Sequence[int]) -> str:
    """Words as they stand in the text, those between which others were left out set apart by a space."""
    parts: list[str] = []
    for n, place in enumerate(places):
        if n and place == places[n - 1] + 1:
            parts.append(text[words[place - 1].end : words[place].start])
        elif n:
            parts.append(" ")
        parts.append(text[words[place].start : words[place].end])
    if places and _is_last_initial(words, places[-1]):
        parts.append(".")  # the sentence's own: "мастера Липова А.А|."
    return " ".join("".join(parts).split())


def _is_last_initial(words: Sequence[Word], n: int) -> bool:
    """Whether a word is the last initial of a surname, its point the one that closes the sentence."""
    letter, before = words[n].text, words[n - 1].text
    closes = len(letter) == 1 and letter.isupper() and n + 1 < len(words) and words[n + 1].tag == "stop"
    return closes and words[n + 1].text == "." and words[n + 1].start == words[n].end and before == "."


def party_text(text: str, words: Sequence[Word], party: Party | None) -> str | None:
    """A party's words as printed, white space folded."""
    if party is None:
        return None
    return " ".join(text[words[party.first].start : end_of_name(words, party.last)].split())


def end_of_name(words: Sequence[Word], last: int) -> int:
    """Where a name ends in the text that closes with a word: behind the point of an initial."""
    initial = len(words[last].text) == 1 and words[last].text.isupper() and last + 1 < len(words)
    return words[last + 1].end if initial and words[last + 1].text == "." else words[last].end
