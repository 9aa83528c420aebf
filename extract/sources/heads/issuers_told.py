"""Who issued an act whose header does not say it: by the words that enact, or by the office of who signs.

... маслихат города Аягоза РЕШИЛ:          Аким Абайской области          А. Садов
... Аягөз қаласының әкімдігі ҚАУЛЫ ЕТЕДІ:  Оқу-ағарту министрі            А. Бақтыбаев
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extract.lexicon.acts import ANY, header_words
from extract.lexicon.phrasing import phrasing
from extract.sources.heads.approvals.signatures import is_signed, without_person
from extract.sources.heads.header import Header, is_of_government
from extract.sources.heads.lines.line import without_marks
from extract.values.issuers import bodies_in, is_without_name

FARTHEST = 6000
"""Characters of a text within which it enacts."""
FARTHEST_SIGNED = 50_000
"""Characters behind the words that enact within which somebody signs."""
LONGEST_ISSUER = 12
"""Words."""
MOST_LINES = 3
"""Lines that a signature is spread over."""
LONGEST_LINE = 120
_ENACTS = re.compile(rf"(?:{header_words(ANY)['enacts_now']})\W*$", re.IGNORECASE | re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[^\w\n]*\n")
_ATTRIBUTE = r"(?:[^\W\d_][\w-]*(?:ский|цкий|ной|ный)\s+){0,3}"


def with_issuer_told(header: Header, text: str, lang: str) -> Header:
    """A header with the issuer that the text tells elsewhere, where it names none, or names a body without its place
    ("решению акима области") and the same one is told with it.
    """
    if header.issuer and not is_without_name(header.issuer, lang):
        return header
    found = [
        one for one in _told(text, lang) if not header.issuer or bodies_in(one, lang) & bodies_in(header.issuer, lang)
    ]
    named = next((one for one in found if not is_without_name(one, lang)), None)
    issuer = named or header.issuer or next(iter(found), "")
    return replace(header, issuer=issuer, by_government=is_of_government(header.act, issuer, lang))


def _told(text: str, lang: str) -> Iterator[str]:
    enacts = _ENACTS.search(text[:FARTHEST])
    if enacts is None:
        return
    paragraph = _PARAGRAPH.split(text[: enacts.start()])[-1]
    if subject := _subject(" ".join(paragraph.split()), lang):
        yield subject
    yield from _signed(text[enacts.end() : enacts.end() + FARTHEST_SIGNED], lang)


def _subject(before: str, lang: str) -> str:
    """Who enacts: the body right before the verb and its noun, without the grounds in front of it."""
    before = _acts_last(lang).sub("", before)
    bodies = list(phrasing(lang).pattern("office").finditer(before))
    if not bodies:
        return ""
    if lang == "ru":
        start = bodies[-1].start()
        attributes = re.search(rf"{_ATTRIBUTE}$", before[:start])
        told = before[attributes.start() if attributes else start :]
    else:
        grounds = max((match.end() for match in phrasing(lang).pattern("grounds_end").finditer(before)), default=0)
        told = before[grounds:] if bodies[-1].end() == len(before.rstrip(" ,")) else ""
    told = told.strip(" ,–-")
    return told if len(told.split()) <= LONGEST_ISSUER and not re.search(r"[,;:\d]", told) else ""


@cache
def _acts_last(lang: str) -> re.Pattern[str]:
    """The noun of an act that a Kazakh verb enacts: "ҚАУЛЫ ЕТЕДІ"."""
    named = "|".join(forms["named"] for forms in header_words(lang)["kinds"].values())
    return re.compile(rf"(?<!\w)(?:{named})\W*$", re.IGNORECASE)


def _signed(text: str, lang: str) -> Iterator[str]:
    """The offices of those who sign below a text, each in front of a person's name."""
    lines = [line for raw in text.splitlines() if (line := without_marks(raw))]
    for last, line in enumerate(lines):
        if len(line) > LONGEST_LINE or not is_signed(line):
            continue
        for first in range(max(0, last - MOST_LINES + 1), last + 1):
            before = lines[first:last]
            if any(len(one) > LONGEST_LINE or one[-1] in ".;:" or is_signed(one) for one in before):
                continue
            office = without_person(" ".join([*before, line]))
            if match := _offices(lang).fullmatch(office):
                yield match["body"].strip()
                break


@cache
def _offices(lang: str) -> re.Pattern[str]:
    """An office that signs; who signs for a council stands for it: "Секретарь маслихата" is the maslikhat."""
    words = header_words(lang)
    if lang == "ru":
        return re.compile(
            rf"(?:{words['acting']}\s*)?(?:(?:{words['signs_for']})\s+)?(?P<body>(?:{words['signs']})(?!\w)\D*)",
            re.IGNORECASE,
        )
    return re.compile(
        rf"(?P<body>\D*?(?<!\w)(?:{words['signs']}))(?:\s+(?:{words['signs_for']}))?(?:\s+(?:{words['acting']})\.?)?",
        re.IGNORECASE,
    )
