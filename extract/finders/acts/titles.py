"""Titles of acts beside their numbers: in quotation marks, behind a point, or as the rules that an order approves."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon.acts import act_words
from kzedu_graph.language.letters import UPPER

OPENING, CLOSING = '«"“„', '»"”'
SHORTEST_TITLE, LONGEST_TITLE = 4, 800
_BOUNDARY = frozenset(" \t(),;:.–—-")
_GRAMMAR = act_words("ru").grammar
_UNQUOTED = re.compile(rf" ?\.? (?P<title>{_GRAMMAR['unquoted']}\b[^.;«»\"]+)")
_TO_THE_ACT = rf"(?: ?\( ?|, {_GRAMMAR['approved_whole']} )\Z"


def title_behind(text: str, at: int) -> tuple[str | None, int]:
    """The title that opens right behind an act's number, and where it ends: «Об ...», or ". Об утверждении ...".

    Of two marks that open, one alone may close both.
    """
    start = at
    while start < len(text) and text[start] in " ,":
        start += 1
    if start >= len(text) or text[start] not in OPENING:
        bare = _UNQUOTED.match(text, at)
        return (_title(bare["title"]), bare.end()) if bare else (None, at)
    depth, closes_both = 0, None
    for n in range(start, min(len(text), start + LONGEST_TITLE)):
        if text[n] in OPENING and (n == start or text[n - 1] in _BOUNDARY or text[n - 1] in OPENING):
            depth += 1
        elif text[n] in CLOSING:
            depth -= 1
            if depth == 0 or (n + 1 < len(text) and text[n + 1] in ".;" and depth < 2):
                return _title(text[start + 1 : n]), n + 1
            closes_both = closes_both or (n if depth == 1 else None)
    return (_title(text[start + 1 : closes_both]), closes_both + 1) if closes_both else (None, at)


def title_before(text: str, at: int) -> tuple[str | None, int]:
    """The title in quotation marks that closes right before an act's issuer or date, and where it begins."""
    end = at
    while end > 0 and text[end - 1] in " ,":
        end -= 1
    if end == 0 or text[end - 1] not in CLOSING:
        return None, at
    depth = 0
    for n in range(end - 1, max(-1, end - LONGEST_TITLE), -1):
        if text[n] in CLOSING and n > 0 and text[n - 1] not in _BOUNDARY - {")", "."} and text[n - 1] not in OPENING:
            depth += 1
        elif text[n] in OPENING and depth:
            depth -= 1
            if depth == 0:
                return _title(text[n + 1 : end - 1]), n
    return None, at


def approved_before(text: str, at: int, lang: str) -> tuple[str | None, int]:
    """The rules that an act approves, named right before it, and where they begin; the head in its dictionary form.

    Written for "согласно Правил размещения ... (приказ", "Типовыми правилами приема ..., утвержденными приказом".
    """
    pattern = _approved(lang)
    match = pattern.search(text, max(0, at - LONGEST_TITLE), at) if pattern else None
    if match is None:
        return None, at
    words = f"{match['adjective'] or ''}{match['head']}".split()
    plain = " ".join(_dictionary_form(word, lang) for word in words)
    return _title(f"{plain[:1].upper()}{plain[1:]} {match['rest']}"), match.start("whole")


@cache
def _approved(lang: str) -> re.Pattern[str] | None:
    forms = act_words(lang).approved
    if not forms:
        return None
    heads, adjectives = "|".join(forms["heads"]), "|".join(forms["adjectives"])
    head = rf"(?:(?i:(?P<adjective>(?:{adjectives}) ))?(?P<head>(?i:{heads})))"
    rest = rf"(?:(?!{_TO_THE_ACT[:-2]})[^.;:«»\"])"
    return re.compile(
        rf"(?P<mark>[«\"])?(?P<whole>(?<!\w)(?=[{UPPER}]){head} (?P<rest>{rest}{{3,600}}?))[»\"]?{_TO_THE_ACT}"
    )


def _dictionary_form(word: str, lang: str) -> str:
    forms = act_words(lang).approved
    for pattern, plain in (*forms["heads"].items(), *forms["adjectives"].items()):
        if re.fullmatch(pattern, word, re.IGNORECASE):
            return plain
    return word


def _title(words_inside: str) -> str | None:
    title = " ".join(words_inside.split())
    return title if len(title) >= SHORTEST_TITLE else None
