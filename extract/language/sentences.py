"""Where a sentence ends in a Kazakh or Russian document: the spaCy components `kk_sentences` and `ru_sentences`.

A full stop ends a sentence unless it belongs to an initial ("Ы. Алтынсарин"), an abbreviation ("млрд.", "ст.") or
a number ("2.1."). An item of a list ends with the ";" at the end of its line. A line break by itself ends nothing,
for converters tear lines; an empty line does where the next line does not go on in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from extract.language.russian import ABBREVIATIONS as RUSSIAN_ABBREVIATIONS
from extract.language.russian import POSTS, is_post
from extract.language.spacy_parts import Doc, Language
from kzedu_graph.language.kazakh_words import ABBREVIATIONS as KAZAKH_ABBREVIATIONS
from kzedu_graph.language.letters import BULLETS, LOWER, UPPER

CANDIDATE = re.compile(
    rf"""
    (?= [.!?…;:\n] ) (?:                                                        # few signs may end anything
      (?P<stop> [.!?…]+ ) [»”"’)\]]* (?= \s | $ | [«“"]? [{UPPER}][{LOWER}] )   # a stop, what closes behind it, a gap
    | (?P<item> ; ) [^\S\n]* (?= \n )                                            # an item's end at its line's end
    | (?P<lead> : ) [^\S\n]* \n \s* (?= (?: \d+ [.)] | [а-яa-z] \) | [-–—•·{BULLETS}] )\s )   # a list follows
    | (?P<blank> \n [^\S\n]* \n )                                                # an empty line
    )
    """,
    re.VERBOSE,
)
TITLE = re.compile(r"""(?<![^\s(])"(?=\S)[^"\n]{1,120}(?<=\S)"(?=[\s,.;:)\-–]|$) | «[^«»\n]{1,160}»""", re.VERBOSE)
"""A quoted title on one line: the stops inside it end nothing."""

WORD_BEFORE = re.compile(rf"(?:[{UPPER}{LOWER}]+\.)*[{UPPER}{LOWER}]+$")
WORD_BEFORE_POST = re.compile(rf"[{LOWER}]\.?\s+[{UPPER}{LOWER}]+$")
"""A post written short that opens no sentence: "у зам"."""
INITIALS = re.compile(rf"(?:[{UPPER}]\.)+")
NUMBER_BEFORE = re.compile(r"(?:^|[\s(«\"№])\d+(?:[.\-]\d+)*$")
LEADING_NUMBER = re.compile(r"(?:^|[\n\t>*#\].!?;:])[^\S\n]*(?:(?<![.\d])\d+(?:[.\-]\d+)*|[IVXІХ]+)$")
TIME_BEFORE = re.compile(r"(?<![\d:])\d{1,2}:\d\d$")
NEXT_VISIBLE = re.compile(r"\S")
TOWNS = re.compile(r"(?:^|[^\d\s.]\s+|[(«\"])гг?$", re.IGNORECASE)
"""`г.` and `гг.` behind no number are towns: their names follow."""
GOING_ON = frozenset(",;:")
"""What follows no sentence's end."""
ON_LINE = re.compile(rf"[^\S\n]+(?:[-–—][^\S\n]|\([^\S\n]*[{LOWER}])")
"""What follows no sentence's end within a line, where a bracket closes before it: "(Липов А.Б.) – полить розы",
"(Липов А.Б.) (по согласованию)"."""
ABBREVIATED = {"kk": KAZAKH_ABBREVIATIONS, "ru": RUSSIAN_ABBREVIATIONS}
MAY_CLOSE = frozenset({"т.б.", "т.с.с.", "т.д.", "т.п.", "др.", "пр.", "ж.", "жж.", "г.", "гг.", "руб.", "тг."})
"""Abbreviations that may be the last word of a sentence: then a capital letter begins the next."""


def sentence_ends(text: str, lang: str) -> Iterator[int]:
    """The offsets at which a sentence has ended, closing quotes and brackets included; `lang` is kk or ru."""
    abbreviations = ABBREVIATED[lang]
    titles = [title.span() for title in TITLE.finditer(text)] if '"' in text or "«" in text else []
    at = 0
    for match in CANDIDATE.finditer(text):
        while at < len(titles) and titles[at][1] <= match.start():
            at += 1
        if at < len(titles) and titles[at][0] < match.start() and match.end() < titles[at][1]:
            continue
        visible = NEXT_VISIBLE.search(text, match.end())
        following = text[visible.start()] if visible else ""
        if match["stop"]:
            if is_real_stop(text, match, following, abbreviations):
                yield match.end()
        elif match["blank"]:
            if not following.islower():
                yield match.start()
        elif match["item"] or match["lead"]:
            yield match.end()


def is_real_stop(text: str, match: re.Match[str], following: str, abbreviations: Mapping[str, str]) -> bool:
    """Whether a stop ends a sentence; `following` is the next visible character ("" at the end of the text)."""
    goes_on = following.islower() or following in GOING_ON
    if match["stop"] != ".":
        return not goes_on
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if match.end() > match.end("stop"):
        return not (goes_on or (text[match.end() - 1] == ")" and ON_LINE.match(text, match.end())))
    word = WORD_BEFORE.search(before, before.rfind(" ") + 1)
    if word is not None:
        written = word.group().lower() + "."
        if abbreviations is RUSSIAN_ABBREVIATIONS and written in POSTS and WORD_BEFORE_POST.search(before):
            return not goes_on and not is_post(before, text[match.end() : match.end() + LOOK_AHEAD])
        return (
            not goes_on
            and not (before.rstrip("\n").endswith(("г", "Г")) and TOWNS.search(before))
            and is_end_word(word.group() + ".", following, abbreviations)
        )
    return not goes_on and not is_part_of_number(before, following, abbreviations)


def is_end_word(word: str, following: str, abbreviations: Mapping[str, str]) -> bool:
    """Whether a word with its full stop can be a sentence's last: no initial, no abbreviation that wants a follower."""
    if INITIALS.fullmatch(word):
        return False
    written = word.lower()
    last = written[:-1].rpartition(".")[2] + "."
    if written in abbreviations or last in abbreviations:
        return (written in MAY_CLOSE or last in MAY_CLOSE) and (following.isupper() or following in '«"“')
    return True


def is_part_of_number(before: str, following: str, abbreviations: Mapping[str, str]) -> bool:
    """Whether the stop belongs to the number before it: a point's ("2.1."), a cited one ("п. 2.1."), a torn one."""
    if TIME_BEFORE.search(before):
        return following.isdigit()  # "после 21:00. Мастер ..."
    if LEADING_NUMBER.search(before):
        return True
    number = NUMBER_BEFORE.search(before)
    if number is None:
        return False
    unit = WORD_BEFORE.search(before[: number.start()].rstrip("."))
    return following.isdigit() or (unit is not None and unit.group().lower() + "." in abbreviations)


LOOK_BACK = 40
LOOK_AHEAD = 80


def mark(doc: Doc, lang: str) -> Doc:
    """The document with its sentence starts set."""
    ends = sorted(set(sentence_ends(doc.text, lang)))
    at = 0
    due = True
    for token in doc:
        while at < len(ends) and token.idx >= ends[at]:
            at += 1
            due = True
        token.is_sent_start = due and not token.is_space
        if not token.is_space:
            due = False
    return doc


@Language.component("kk_sentences")
def kk_sentences(doc: Doc) -> Doc:
    """Sentence starts of a Kazakh text."""
    return mark(doc, "kk")


@Language.component("ru_sentences")
def ru_sentences(doc: Doc) -> Doc:
    """Sentence starts of a Russian text."""
    return mark(doc, "ru")


@lru_cache(maxsize=1 << 11)
def split_sentences(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """The sentences' places in the text, white space around them left out; needs no tokenizer.

    A passage is asked for its sentences by several layouts, one after the other.
    """
    places = []
    start = 0
    for end in [*sorted(set(sentence_ends(text, lang))), len(text)]:
        piece = text[start:end]
        if piece.strip():
            places.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = max(start, end)
    return tuple(places)
