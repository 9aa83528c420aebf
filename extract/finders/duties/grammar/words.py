"""The words of a sentence with their classes, as the rules of duties read them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.finders.duties.grammar.appointed import with_appointments
from extract.finders.duties.grammar.clauses_below import CLOSES, with_clauses_below
from extract.finders.duties.grammar.own_commands import with_commands
from extract.finders.duties.grammar.own_doings import gets_for_others, stands_for_others, with_advice, with_doings
from extract.finders.duties.grammar.own_plurals import with_plurals
from extract.finders.duties.grammar.own_promises import with_promises
from extract.finders.duties.grammar.own_will import with_own_will
from extract.finders.duties.grammar.singular_commands import with_singular_commands
from extract.finders.duties.grammar.tags import FINITE, classed, norm_of
from extract.finders.duties.grammar.turned_verbs import with_turned
from extract.language.russian import dative_of, is_post, readings
from extract.lexicon.phrasing import Phrasing, phrasing
from kzedu_graph.language.kazakh_endings import analyse

_TOKEN = re.compile(r"\d{1,2}:\d\d(?!\d)|\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]|_")
_TITLE = re.compile(
    r"«[^«»]{1,120}«[^«»]*»(?:[^«»]{0,200}»)?|«[^«»]*»(?:[^«»,;:.]{1,80}»)?"  # one mark may be wanting on either side
    r"|(?<![^\s(])\"(?=\S)[^\"]{1,120}(?<=\S)\"(?=[\s,.;:)\-–]|$)"
)
START = "start"


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
            if words[-1].norm in posts and _names_post(words, text[:start], text[end : end + _NEXT]):
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
        words = _bidden_posts(words) if posts else words
        return tuple(with_clauses_below(_questions(with_singular_commands(with_own_will(words)))))
    read = _without_too(_abilities(with_doings(with_plurals(_between_slashes(words)))))
    return tuple(with_clauses_below(with_appointments(with_promises(with_commands(with_advice(read))))))


_CLOSES_EITHER = frozenset({")", "или"})


def _either(words: Sequence[Word]) -> int:
    """How many words at the end stand for one "и", or for either: "и (или)", "и/или"; 0 where none do."""
    told = [word.norm or word.text for word in words[-4:]]
    return next((len(joint) for joint in _EITHER if told[-len(joint) :] == joint), 0)


_EITHER = (["и", "(", "или", ")"], ["и", "/", "или"])


def _names_post(words: Sequence[Word], before: str, behind: str) -> bool:
    """Whether the word before a point is a post written short, by what stands behind: "зам. директора", no "5 кл."."""
    bare = behind.lstrip()
    if words[-2].tag == "number" or not bare[:1].isalpha() or not is_post(before, behind):
        return False
    attribute = phrasing("ru").posts[words[-1].norm].endswith("ый")
    return not attribute or any(case == "nomn" for _, _, case, _ in readings(norm_of(re.split(r"[^\w-]", bare)[0])))


def _bidden_posts(words: list[Word]) -> list[Word]:
    """The words, posts written short in the dative where a sentence only bids: "Зам. директора обеспечить учет"."""
    tags = [word.tag for word in words]
    if "infinitive" not in tags or not _TURNS.isdisjoint(tags):
        return words
    return [
        word._replace(norm=dative_of(word.norm)) if word.text.endswith(".") and word.tag == "word" else word
        for word in words
    ]


_TURNS = FINITE - {"infinitive"} | {"entitled", "recommend"}
"""Classes of words that say something of a subject."""
_NEXT = 30
"""Letters behind a word that is written short among which the next one stands."""


def _without_too(words: list[Word]) -> list[Word]:
    """The words without "да" that only adds a deed: "жабады да, хабарлайды", "жазуға да құқылы"."""
    too = phrasing("kk").words("too")
    if too.isdisjoint([word.norm for word in words]):
        return words
    kept = []
    for n, word in enumerate(words):
        before, behind = words[n - 1].tag, words[min(n + 1, len(words) - 1)].tag
        adds = (before in FINITE and behind == "comma") or (before in _DOING and behind in _BINDS)
        if not (adds and word.norm in too):
            kept.append(word)
    return kept


_DOING = frozenset({"to-do", "towards-doing", "its-doing"})
_BINDS = frozenset({"need", "must", "obliged", "entitled", "may", "becomes"})
"""Kazakh classes of verbs' nouns, and of what says behind them how much they bind."""


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


def _questions(words: list[Word]) -> list[Word]:
    """The words, those told as relative that open a clause below: ", о чем", "с указанием, | какие"."""
    wording = phrasing("ru")
    names = ("asks_which", "of_which", "those_who", "whoever_opens")
    asks, told, those_who, whoever = (wording.words(name) for name in names)
    for n, word in enumerate(words[:-1]):
        if n == 1 and word.norm in whoever:
            opens = any(one.tag == "comma" for one in words)  # "| Кто опоздал, моет лейки"
        elif word.norm in asks:
            never = n > 1 and words[n - 2].tag == "not"  # "ни при | каких обстоятельствах"
            opens = words[n + 1].tag != "dash" and n > 1 and not never
        elif word.norm in told:
            opens = words[n - 1].norm in wording.words("about") and words[n - 2].tag == "comma"
        elif word.norm in those_who:  # "те, у | кого"
            comma = next((k for k in (n - 1, n - 2) if k > 1 and words[k].tag == "comma"), 0)
            opens = comma > 0 and words[comma - 1].norm in wording.words("those_told")
        else:
            continue
        if opens:
            words[n] = word._replace(tag="relative")
    if any(word.tag == "relative" for word in words):
        words = [word._replace(tag="word") if _goes_on_with(words, n) else word for n, word in enumerate(words)]
    if len(words) > _ASKS and words[1].norm in told and words[2].tag == "present":
        words[2] = words[2]._replace(tag="word")  # a heading that asks: "Чем занимается совет"
    words = _mandatory(words)
    return with_turned(words)


_ASKS = 3
"""Words of the shortest heading that asks, the start among them."""


def _mandatory(words: list[Word]) -> list[Word]:
    """The words, those of "является обязательным" told as what is needed: "обязательным является | учет"."""
    wording = phrasing("ru")
    mandatory = wording.words("mandatory")
    told = [n for n, word in enumerate(words) if word.norm in mandatory]
    for n in (place for at in told for place in (at, at + 1) if 1 < place < len(words) - 1):
        one, other = words[n - 1], words[n]
        before = other.norm in wording.words("is_so") and words[n + 1].tag == "word"
        alone = words[n + 1].tag in CLOSES | {"comma"} or words[n + 1].norm in wording.words("needed_where")
        if before or (one.norm in wording.words("is_so") and alone):
            words[n - 1], words[n] = one._replace(tag="needed"), other._replace(tag="needed")
    return words


def _goes_on_with(words: Sequence[Word], n: int) -> bool:
    """Whether a relative word opens what is done next, no clause below: ", по итогам которого | комиссия решает"."""
    if words[n].tag != "relative" or n < 3:
        return False
    wording = phrasing("ru")
    if words[n - 1].norm in wording.words("outcomes"):
        return words[n - 3].tag == "comma"
    adds = words[n - 1].norm in wording.words("toward") and words[n - 2].tag == "comma"
    return adds and any(wording.pattern("attaches").match(word.norm) for word in words[n + 1 : n + 4])


def _between_slashes(words: list[Word]) -> list[Word]:
    """The words, two slashes around some of them told as the brackets that they stand for: "комитеті /А.Садов/"."""
    slashes = [n for n, word in enumerate(words) if word.text == "/"]
    for one, other in pairwise(slashes):
        apart = words[one - 1].end < words[one].start and words[one].end == words[one + 1].start
        if words[one].tag == "mark" and apart and words[other - 1].end == words[other].start and other - one > 1:
            for n, tag in ((one, "open"), (other, "close")):
                words[n] = words[n]._replace(tag=tag)
    return words


def _is_genitive(word: Word) -> bool:
    endings = analyse(word.text)[0].endings if word.tag == "word" else ()
    return bool(endings) and endings[-1].kind == "genitive"


_BEHIND_COMMAND = frozenset({"stop", "semicolon", "colon", "comma", "conjunction", "open", "close", "mark", "dash"})

_BIDS_YOU = frozenset({"bids-you", "bids-you-not"})
_NOUNS = frozenset({"word", "to-do", "past", "title", "future-participle"})
_MAY_BE_WORD = _BIDS_YOU | {"imperative", "intent", "planned"}
"""Classes that a Kazakh word has by its form, and may lose by its place."""


@cache
def _may_be_verb() -> frozenset[str]:
    """Forms of Kazakh words whose class their place decides."""
    names = ("takes", "bears", "stands_for", "obligatory", "can", "cannot")
    return frozenset().union(*(phrasing("kk").words(name) for name in names))


def _abilities(words: list[Word]) -> list[Word]:
    """The words, "алады" and "алмайды" behind a converb told as what may and may not be done: "өзгерте алады".

    A command closes its clause: "жүйесін жаңғырту" is a noun in the accusative.
    """
    wording = phrasing("kk")
    able = (("can", wording.words("can")), ("cannot", wording.words("cannot")))
    takes, bears, obligatory = (wording.words(name) for name in ("takes", "bears", "obligatory"))
    for n, word in enumerate(words):
        if word.tag not in _MAY_BE_WORD and word.norm not in _may_be_verb():
            continue
        if word.tag == "imperative" and (
            (n + 1 < len(words) and words[n + 1].tag not in _BEHIND_COMMAND and not _is_told(words, n + 1, wording))
            or _is_genitive(words[n - 1])
        ):
            words[n] = Word(word.text, word.norm, "word", word.start, word.end)
        behind = words[n + 1].tag if n + 1 < len(words) else "stop"
        if word.norm in takes and wording.pattern("done_and_taken").search(words[n - 1].norm):
            words[n] = Word(word.text, word.norm, "present", word.start, word.end)  # "қол қойғызып алады"
        if word.tag in _BIDS_YOU and behind not in _BEHIND_COMMAND:
            words[n] = Word(word.text, word.norm, "word", word.start, word.end)
        carries = word.norm in bears and any(one.norm in wording.words("costs") for one in words[:n])
        if carries or stands_for_others(words, n) or gets_for_others(words, n):
            words[n] = Word(word.text, word.norm, "present", word.start, word.end)
        if word.tag == "intent" and word.text[:1].isupper():
            words[n] = Word(word.text, word.norm, "word", word.start, word.end)  # a name: "Қазбек"
        if word.tag == "planned" and behind in _NOUNS and wording.pattern("past_participle").search(word.norm):
            words[n] = Word(word.text, word.norm, "word", word.start, word.end)  # "заңда көзделген құжаттар"
        if word.norm in obligatory and n + 1 < len(words) and _is_attribute(words[n + 1], wording):
            words[n] = Word(word.text, word.norm, "word", word.start, word.end)  # "орындауға міндетті нұсқама"
        for tag, forms in able:
            if words[n - 1].norm in wording.words("when_it_is"):
                break  # "келісімі болған жағдайда | алады"
            if word.norm in forms and wording.pattern("present_converb").search(words[n - 1].norm):
                done = tag == "can" and wording.pattern("passive_converb").search(words[n - 1].norm) is not None
                words[n] = Word(word.text, word.norm, "can-be" if done else tag, word.start, word.end)
    return words


def _is_told(words: Sequence[Word], n: int, wording: Phrasing) -> bool:
    """Whether a command before a place is told as given: "жеткізілсін | деп көрсеттік"."""
    told = words[n].norm in wording.words("called") and n + 1 < len(words)
    return told and words[n + 1].norm in wording.words("was_bidden")


def _is_attribute(behind: Word, wording: Phrasing) -> bool:
    """Whether a word that may close a clause is but an attribute of the one behind it."""
    closes = behind.norm in wording.words("negates") | wording.words("particles") | wording.words("becoming")
    return behind.tag == "word" and not closes


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
