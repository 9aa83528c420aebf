"""The ways in which a header names an act, as patterns made from `lexicon/headers.yml`.

A kind of act stands in one of three roles: `named` (the header of the act itself), `by` (what approves a text) and
`to` (what a text is annexed to).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from extract.lexicon.acts import header_words
from extract.values.acts import NUMBER_SIGN, day_pattern, numbered_act
from kzedu_graph.language.letters import UPPER

ENDS = r"(?= ?(?:$|[.,;(]))"
ENDS_STAMP = r"(?= ?[.,;]? ?$)"
"""A stamp is all of its lines: "... қаулысымен бекітілген ережеге сәйкес" is none."""
_NUMBERED_HOUSE = r"№ ?\d{1,4}(?![\w/-]|\.\d)"
"""The number of the school or kindergarten whose head approves a text: "Директор КГУ «Средняя школа № 12»"."""


class HeaderPattern:
    """A shape of a header, compiled when a text first has the words that every header of the shape has."""

    def __init__(self, shape: str, *words: str) -> None:
        self._shape, self._words = shape, words

    def match(self, text: str) -> re.Match[str] | None:
        """What stands at the beginning of a text, where it is such a header."""
        if not all(_compiled(word).search(text) for word in self._words):
            return None
        return _compiled(self._shape).match(text)


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE)


Shape = tuple[str, str, HeaderPattern]
"""An act's kind, the role it is named in, and how."""


@cache
def patterns(lang: str, *, numbered: bool) -> tuple[Shape, ...]:
    """Every way in which a header names an act; without a number only what approves a text."""
    words = header_words(lang)
    shapes = _russian if lang == "ru" else _kazakh
    found = [
        (kind, role, HeaderPattern(shape, _word(forms[role]), *_words_beside(kind, role, words, lang)))
        for kind, forms in words["kinds"].items()
        for role, shape in shapes(kind, forms, words, numbered=numbered)
    ]
    if numbered and lang == "kk":  # "Қазақстан Республикасы Үкіметінің 2031 жылғы 5 мамырдағы N 77."
        government = rf"(?P<issuer>[^№;:\d]{{0,40}}{words['government']}\w*)"
        act = rf"{day_pattern(lang)},? {numbered_act('resolution')}"
        shape = rf"{government} ?{act}(?= ?(?:$|\. ?[{UPPER}]|\.$))"
        found.append(("resolution", "named", HeaderPattern(shape)))
    if numbered:
        found.append(("minutes", "by", HeaderPattern(_held(words, lang))))
    else:
        of = header_words("ru")["of"]
        approver = r"(?P<issuer>[^№\d;:]{0,200}?)"
        signed = rf"(?:{words['approved']})(?!\w):? ?{approver} ?(?:{of})?{day_pattern(lang)}{ENDS}"
        approver = rf"(?:[^№\d;:]|{_NUMBERED_HOUSE}){{0,200}}?"
        approves = rf"[«\"“]?(?:{words['approves']})[»\"”]?(?!\w) ?:?{approver} ?(?:{of})?{day_pattern(lang)}{ENDS}"
        found.extend(("act", "by", HeaderPattern(shape)) for shape in (signed, approves))
    return tuple(found)


def _words_beside(kind: str, role: str, words: Mapping[str, Any], lang: str) -> Iterator[str]:
    """What every header in a role has beside the word for its act; in Russian it begins with that, or with its act."""
    word = {"by": "approved", "to": "annex"}.get(role)
    if lang == "ru" and role == "named":
        yield rf"\A{_before_name(kind, words)}{_word(words['kinds'][kind]['named'])}"
    elif word:
        yield rf"\A(?:{words[word]})" if lang == "ru" else words[word]


def _held(words: Mapping[str, Any], lang: str) -> str:
    """A stamp of a meeting with its minutes: "Утверждено на заседании совета (прот. № 3 от 5 мая 2031 г.)"."""
    dated, number = day_pattern(lang), numbered_act("minutes")
    issuer = r"(?P<issuer>[^№;:\d]{0,160}?)"
    if lang == "ru":
        held = rf"(?:{words['approved']})(?!\w):? (?:на )?(?:{words['meeting']})\w* {issuer} ?"
        return rf"{held}[(,] ?(?:{words['minutes']}) {number},? (?:{words['of']})?{dated}\)?{ENDS}"
    named = _word(words["kinds"]["minutes"]["named"])
    return rf"{issuer} ?(?:{words['approved']})[.,]? ?\(?{named} {number},? {dated}\)?{ENDS_STAMP}"


@cache
def inline(lang: str) -> re.Pattern[str]:
    """Where a header may begin on its title's line: at a capital ("Правил полива Приказ ..."), behind "туралы" or the
    mark that closes its quotation.
    """
    if lang == "kk":
        return re.compile(rf"(?<!\w){header_words(lang)['titled']}[»\"”]? (?=[{UPPER}])")
    named = "|".join(forms["named"] for forms in header_words(lang)["kinds"].values())
    joint = header_words(lang)["joint"]
    return re.compile(rf"(?<=[\w»\"”)]) (?=[{UPPER}])(?=(?i:(?:{joint})?(?:{named}))(?!\w))")


def _russian(
    kind: str, forms: Mapping[str, str], words: Mapping[str, Any], *, numbered: bool
) -> Iterator[tuple[str, str]]:
    named, by, to = (_word(forms[role]) for role in ("named", "by", "to"))
    dated, number, of = day_pattern("ru"), numbered_act(kind), f"(?:{words['of']})?"
    act = rf"{dated},? {number}" if numbered else dated
    issuer = rf"(?P<issuer>(?:[^№;:]|{words['numbered_house']}){{0,240}}?)"
    approved = rf"(?:{words['approved']})(?!\w):?[^№\d;:]{{0,160}}? ?{by} ?{issuer} ?"
    yield "by", rf"{approved}{of}{act}{ENDS}"
    if not numbered:
        yield "to", rf"{_russian_annex(words)} ?{to} {issuer} ?{of}{dated}{ENDS_STAMP}"
        return
    minutes = f"(?:{words['minutes']})"
    yield "by", rf"{approved}{of}{dated},? ?\(?{minutes} {number}\)?{ENDS}"
    yield "by", rf"{approved}[(,]? ?(?:{minutes} )?{number},? {of}{dated}\)?{ENDS}"
    joint, town = _before_name(kind, words), f"(?:{words['town']})?"
    yield "named", rf"{joint}{named} ?{issuer} ?{of}{act}(?= ?(?:{words['behind']}))"
    yield "named", rf"{joint}{named} ?{issuer} ?{number},? {of}{dated}{ENDS}"
    yield "named", rf"{joint}{named} ?{number} по {issuer} ?{of}{dated}{ENDS}"
    yield "named", rf"{joint}{named} ?{issuer} ?{of}{dated},? {town}[{UPPER}][\w-]+ {number}{ENDS}"
    annex = _russian_annex(words)
    yield "to", rf"{annex} ?{to} {issuer} ?{of}{act}{ENDS}"
    yield "to", rf"{annex} ?{to} {issuer} ?{number},? {of}{dated}{ENDS}"


def _before_name(kind: str, words: Mapping[str, Any]) -> str:
    """What may stand before the Russian word for an act: its Kazakh one, and of how many or what standing it is."""
    kazakh = header_words("kk")["kinds"].get(kind)
    beside = rf"(?:{_word(kazakh['named'])} )?" if kazakh else ""
    return rf"{beside}(?:{words['joint']})?"


def _russian_annex(words: Mapping[str, Any]) -> str:
    return rf"{words['annex']}(?: (?:{NUMBER_SIGN})?(?P<annex>\d+))?(?: {words['annex_to']})?"


def _kazakh(
    kind: str, forms: Mapping[str, str], words: Mapping[str, Any], *, numbered: bool
) -> Iterator[tuple[str, str]]:
    named, by, to = (_word(forms[role]) for role in ("named", "by", "to"))
    dated, number = day_pattern("kk"), numbered_act(kind)
    titled = "|".join((words["titled"], *words["titles"].values()))
    issuer = rf"(?P<issuer>(?:(?!\b(?:{titled})\b)(?:[^№;:]|{words['numbered_house']})){{0,240}}?)"
    act = rf"{dated},? (?:{words['session']} )?{number}" if numbered else dated
    annexed = rf"(?: (?:\d+ ?-? ?)?{words['annex']})?"  # "... № 5 шешімімен бекітілген қосымша"
    yield "by", rf"{issuer} ?{act},? ?{by} (?:{words['approved']}){annexed}{ENDS_STAMP}"
    if not numbered:
        return
    yield "by", rf"(?:{words['approved']}) {issuer} ?{act},? ?{by}{ENDS_STAMP}"
    minutes = rf"\(?{number} {_word(words['kinds']['minutes']['named'])}\)?"
    yield "by", rf"{issuer} ?{dated} ?{by} ?{minutes} ?(?:{words['approved']}){ENDS_STAMP}"
    yield "by", rf"{issuer} ?{dated} ?{by} ?(?:{words['approved']}) ?{minutes}{ENDS_STAMP}"
    joint = f"(?:{words['joint']})?"
    yield "named", rf"{issuer} ?{act},? ?{joint}{named}{ENDS}"
    yield "named", rf"{issuer} ?{named}(?: [{UPPER}]+)? ?{act}(?= ?(?:{words['behind']}))"
    yield "named", rf"{issuer} ?{named}(?: [{UPPER}]+)? ?{number},? {dated}{ENDS}"
    yield "named", rf"{act} {issuer} ?{joint}{named}{ENDS}"
    yield "named", rf"{issuer} ?{act}(?=,? (?:{words['and']}) [^;:]{{3,300}}? (?:{words['joint']}){named}{ENDS})"
    yield "named", rf"{issuer} ?{act},? ?{named}(?= (?:{words['and']}) [{UPPER}])"
    yield "to", rf"{issuer} ?{act},? ?{to} ?(?:(?:{NUMBER_SIGN})?(?P<annex>\d+) ?-? ?)?{words['annex']}{ENDS_STAMP}"
    yield "to", rf"{issuer} ?{act},? ?{to} ?{words['annex']} {NUMBER_SIGN}(?P<annex>\d+){ENDS_STAMP}"
    before = rf"(?:(?:{NUMBER_SIGN})?(?P<annex>\d+) ?-? ?)?{words['annex']}"
    yield "to", rf"{issuer} ?{to} ?{before},? ?{act}{ENDS_STAMP}"
    yield "to", rf"{before} {issuer} ?{act},? ?{to}{ENDS_STAMP}"


def _word(forms: str) -> str:
    return rf"(?<!\w)(?:{forms})(?!\w)"
