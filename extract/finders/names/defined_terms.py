"""Short forms that prose introduces as it goes: "республикалық бюджет (бұдан әрі – РБ)", "(далее – Концепция)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.document.blocks import Document
from extract.lexicon.phrasing import phrasing
from kzedu_graph.model.prose import GlossaryEntry

_SHORT = re.compile(
    r"(?=(?:.*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]){2})[A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі-]{2,10}(?: [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6})?"
)
_TERM = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{2,}")
_PART = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = re.compile(r"[.;:()]")
_NAME_BEFORE = re.compile(r"(?:«[^«»]{2,80}»|\"[^\"]{2,80}\")\s+\Z")
"""A name in quotes that the words of a full form belong to: "«Сарыарқа» дербес білім беру ұйымы"."""

LONGEST_STEM = 5
"""Letters that the forms of a word share, for a term that is the full form's own head ("Қор": "қолдау қоры")."""
MOST_SKIPPED = 2
"""Words between two that give a letter each, for not every word of a full form is in its short one."""


def find_introductions(document: Document, known: Iterable[str]) -> tuple[GlossaryEntry, ...]:
    """The abbreviations that the text explains in brackets, but for those that its key explains.

    The full form reaches back as far as the abbreviation's letters are the first letters of words, and over a name in
    quotes before them; that of a term ("Бағдарлама") as far as the title that it is the head of.
    """
    found: dict[str, GlossaryEntry] = {}
    for passage in document.passages():
        for match in phrasing(document.lang).pattern("introduced_short").finditer(passage.text):
            short = match["short"]
            start = _start(passage.text, match.start(), short, document.lang)
            if start is not None and short not in found:
                full = " ".join(passage.text[start : match.start()].split())
                spans = passage.spans(start, match.end())
                found[short] = GlossaryEntry(document.stem, short, full, spans)
    explained = set(known)
    return tuple(entry for short, entry in found.items() if short not in explained)


def _start(text: str, end: int, short: str, lang: str) -> int | None:
    """Where the full form of an abbreviation or a term begins; None where the words before the bracket are not its."""
    if _SHORT.fullmatch(short):
        starts = (_start_of_full(text, end, short, words) for words in (_WORD, _PART))
        return next((start for start in starts if start is not None), None)
    return _start_of_title(text, end, short, lang) if _TERM.fullmatch(short) else None


def _start_of_title(text: str, end: int, term: str, lang: str) -> int | None:
    """Where a title begins whose head is the term: in Russian at the head, in Kazakh, at a capital."""
    stops = list(_STOP.finditer(text, 0, end))
    words = list(_WORD.finditer(text, stops[-1].end() if stops else 0, end))
    stem = term[: min(LONGEST_STEM, max(3, len(term) - 1))].casefold()
    if lang == "ru":
        heads = [word for word in words if word.group().casefold().startswith(stem) and word.group()[0].isupper()]
        return heads[-1].start() if heads and len(words) - words.index(heads[-1]) > 1 else None
    if len(words) < 2 or not words[-1].group().casefold().startswith(stem):
        return None
    capitals = [n for n, word in enumerate(words[:-1]) if word.group()[0].isupper() and not word.group().isupper()]
    if not capitals:
        return None
    first = capitals[-1]
    while first - 1 in capitals:
        first -= 1
    return words[first].start()


def _start_of_full(text: str, end: int, short: str, word: re.Pattern[str]) -> int | None:
    """Where the full form before a bracket begins; None where the letters do not fit the words."""
    stops = list(_STOP.finditer(text, 0, end))
    words = list(word.finditer(text, stops[-1].end() if stops else 0, end))
    at = len(words)
    for letter in reversed(short.replace("-", "").replace(" ", "").casefold()):
        reach = range(at - 1, max(-1, at - 2 - MOST_SKIPPED), -1)
        hit = next((n for n in reach if words[n].group()[0].casefold() == letter), None)
        if hit is None:
            return None
        at = hit
    if not words:
        return None
    start = words[at].start()
    name = _NAME_BEFORE.search(text, 0, start)
    return name.start() if name else start
