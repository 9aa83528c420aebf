"""Cells of completion forms: "отчет в МП, договоры, меморандумы", "БҒМ-ға ақпарат"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.language.patterns import PhraseFinder
from extract.language.russian import is_known_word, readings
from extract.language.tokens import Token, norm_of, read
from extract.lexicon.words import words
from extract.values.quotes import quoted, split_outside
from kzedu_graph.language.kazakh_endings import analyse

_ENUMERATOR = re.compile(r"\d{1,2}[.)]\s+(?=\D)")
_LISTING = re.compile(r"\s[–—-]\s")
_STOP = re.compile(r"(?P<word>[^\W\d_]{4,}|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,})\.\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
"""A full stop that may end a sentence: "Отчет. Информация в СМИ"."""
_WORD = re.compile(r"[^\W\d_]+")
_LAST_PART = re.compile(r"[^\W\d_]+(?![^\W\d_]|-[^\W\d_])")
LONGEST_THING = 4
"""Words of a form that is known by its noun alone."""
_SENT = frozenset({"report", "information", "proposal"})
"""Kinds that are sent to somebody."""
UNTYPED = "other"
"""The lexicon's heading for things that are forms of their own and of no type in the registry."""
HEAD_FIRST = frozenset({"ru"})
"""Languages whose nouns stand before what tells more of them; elsewhere they stand last."""


@dataclass(frozen=True, slots=True)
class FormValue:
    """A form of completion: what it is, its type in the registry, who receives it.

    `start` and `end` are offsets into the cell's paragraphs joined by one space. `note` is a quantity that stands
    beside the form and is none itself ("ежегодно не менее 1000 кабинетов").
    """

    text: str
    start: int
    end: int
    kind: str | None = None
    recipient: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A piece of a cell; `opens` where a paragraph begins with it, `apart` where a semicolon stands before it."""

    start: int
    end: int
    text: str
    opens: bool = False
    apart: bool = False


def parse_completion_forms(text_paragraphs: Sequence[str], lang: str) -> tuple[FormValue, ...]:
    """The forms of a cell in printed order ("дорожная карта" and "отчет в МП" below one another are two)."""
    forms: list[FormValue] = []
    whole = " ".join(text_paragraphs)
    run: list[_Fragment] = []
    fragments = list(_fragments(text_paragraphs, lang))
    for number, fragment in enumerate(fragments):
        if _is_quantity(fragment.text, lang):
            forms.extend(_form(whole, run, lang))
            run = []
            if forms:
                forms[-1] = replace(forms[-1], note=fragment.text)
                continue
        if run and _is_whole(whole[run[0].start : run[-1].end], fragments[number:], lang):
            forms.extend(_form(whole, run, lang))
            run = []
        run.append(fragment)
    forms.extend(_form(whole, run, lang))
    return tuple(forms)


def _fragments(paragraphs: Sequence[str], lang: str) -> Iterator[_Fragment]:
    """What paragraphs, full stops and commas outside quotation marks part, without bullets and enumerators.

    Behind a dash a list tells what the form is made of ("база заданий – сборников, учебников"): it is not parted.
    """
    whole = " ".join(paragraphs)
    inside = quoted(whole)
    at = 0
    for paragraph in paragraphs:
        stop = at + len(paragraph)
        listing = next((m.start() for m in _LISTING.finditer(paragraph) if not inside[at + m.start()]), None)
        cut = stop if listing is None else at + listing
        pieces = [(at + a, at + b) for a, b in split_outside(paragraph[: cut - at], ",;", inside[at:cut])]
        pieces[-1] = (pieces[-1][0], stop)
        pieces = [part for start, end in pieces for part in _at_stops(whole, start, end, inside, lang)]
        for number, (start, end) in enumerate(pieces):
            left, right = start, end
            while left < right and whole[left] in " \t\n\u00a0,;–—-•":
                left += 1
            if enumerator := _ENUMERATOR.match(whole, left, right):
                left = enumerator.end()
            while left < right and whole[right - 1] in " \t\n\u00a0,;.":
                right -= 1
            if left < right:
                yield _Fragment(left, right, whole[left:right], number == 0, whole[start - 1 : start] == ";")
        at = stop + 1


def _at_stops(whole: str, start: int, end: int, inside: Sequence[bool], lang: str) -> Iterator[tuple[int, int]]:
    """The sentences that a piece is, outside quotation marks; no full stop that cuts a word short ends one."""
    for match in _STOP.finditer(whole, start, end):
        word = match["word"]
        if not inside[match.start()] and (lang != "ru" or word.isupper() or is_known_word(word)):
            yield start, match.end("word")
            start = match.end()
    yield start, end


def _form(whole: str, run: Sequence[_Fragment], lang: str) -> Iterator[FormValue]:
    if not run:
        return
    start, end = run[0].start, run[-1].end
    text = " ".join(whole[start:end].split())
    kind = kind_of(text, lang)
    yield FormValue(text, start, end, kind, _recipient(text, lang) if kind in _SENT else None)


def _is_whole(before: str, behind: Sequence[_Fragment], lang: str) -> bool:
    """Whether a form ends before a fragment, because both name a thing of their own; `behind` are it and what follows.

    In Kazakh a fragment may only lead to the thing: "хаттама, сайтқа, желілерге сілтеме".
    """
    fragment = behind[0]
    if norm_of(before.rpartition(" ")[2]) in words(lang).prepositions:
        return False
    if fragment.apart:
        return True
    if lang in HEAD_FIRST:
        if fragment.opens and fragment.text[:1].islower() and _wants_a_noun(before):
            return False
        return _head(fragment.text, lang) is not None or _is_thing_beside(before, fragment.text, lang)
    return _head(before, lang) is not None and _has_a_head(behind, lang)


def _wants_a_noun(form: str) -> bool:
    """Whether Russian words are nothing but adjectives, whose noun stands on the next line: "Информационный"."""
    found = [readings(norm_of(word)) for word in _WORD.findall(form)]
    return bool(found) and all(one and all(part in ("ADJF", "PRTF") for _, part, _, _ in one) for one in found)


def _is_thing_beside(before: str, fragment: str, lang: str) -> bool:
    """Whether Russian words are a thing beside one that no preposition stands in: "эскиз клумбы", "макет"."""
    listed = any(norm_of(word) in words(lang).prepositions for word in _WORD.findall(before))
    named = _head(before, lang) is not None or _is_thing(before)
    return not listed and named and _is_thing(fragment, alone=" " not in before)


def _has_a_head(behind: Sequence[_Fragment], lang: str) -> bool:
    """Whether a Kazakh fragment names a thing, alone or with the fragments that it leads to."""
    fragment = behind[0]
    governed = _is_governed(fragment.text)
    short = len(fragment.text.split()) <= LONGEST_THING and not fragment.opens
    if _head(fragment.text, lang) is not None or (short and not governed):
        return True
    leads = governed or (fragment.opens and fragment.text[:1].isupper())
    return leads and any(_head(one.text, lang) is not None for one in behind[1:])


def _is_governed(fragment: str) -> bool:
    """Whether a Kazakh fragment ends in a case other than the nominative: "интернет-ресурсқа"."""
    endings = next((reading.endings for reading in analyse(fragment.rsplit(maxsplit=1)[-1]) if reading.endings), ())
    return bool(endings) and endings[-1].kind in ("dative", "locative", "ablative", "accusative", "genitive")


def _is_thing(form: str, *, alone: bool = True) -> bool:
    """Whether Russian words are a noun in the nominative with what it governs and no more: "лист регистрации".

    What can be a genitive, too, is none unless the word before it stands `alone`: "проект решения, постановления".
    Of a word with hyphens the last part tells: "плодово-ягодная смета".
    """
    found = [norm_of(word) for word in _LAST_PART.findall(form)]
    if not 0 < len(found) <= LONGEST_THING or found[0] in words("ru").prepositions:
        return False
    likeliest = [(one[0][1], one[0][2]) if (one := readings(word)) else ("", "") for word in found]
    head = next((n for n, (part, _) in enumerate(likeliest) if part == "NOUN"), len(found))
    adjectives = all(part in ("ADJF", "PRTF") and case == "nomn" for part, case in likeliest[:head])
    if head == len(found) or not adjectives or not is_known_word(found[head]):
        return False
    genitive = any(case == "gent" for _, _, case, _ in readings(found[head]))
    return likeliest[head][1] == "nomn" and (alone or not genitive)


def kind_of(form: str, lang: str) -> str | None:
    """The deliverable's type by its noun ("аналитический отчет в МП" is a report); None where it is not known."""
    head = _head(form, lang)
    kind = words(lang).deliverables[head] if head else UNTYPED
    return None if kind == UNTYPED else kind


@cache
def _heads(lang: str) -> PhraseFinder:
    return PhraseFinder((head, read(head, lang).tokens) for head in words(lang).deliverables)


def _head(form: str, lang: str) -> str | None:
    """The lexicon's word for what a form is: in Russian the first noun, before any preposition; in Kazakh the last.

    What stands in quotation marks is a title and counts for neither.
    """
    told = read(form, lang)
    tokens, spans = told.tokens, told.spans
    heads = _heads(lang)(tokens)
    if not heads:
        return None
    inside = quoted(form)
    found = [(start, end, head) for head, start, end in heads if not inside[spans[start][0]]]
    if lang in HEAD_FIRST:
        limit = _first_preposition(tokens, lang)
        first = [match for match in found if match[0] < limit]
        return min(first, key=lambda match: (match[0], -match[1]))[2] if first else None
    last = next((n for n, token in enumerate(tokens) if token.text == "(" and form.endswith(")")), len(tokens))
    while last and (inside[spans[last - 1][0]] or not tokens[last - 1].text[0].isalnum()):
        last -= 1
    at_end = [match for match in found if match[1] == last]
    return min(at_end)[2] if at_end else None


def _first_preposition(tokens: Sequence[Token], lang: str) -> int:
    prepositions = words(lang).prepositions
    for n, token in enumerate(tokens):
        if token.norm in prepositions and (n == 0 or token.norm != "и"):
            return n
    return len(tokens)


def _is_quantity(fragment: str, lang: str) -> bool:
    """ "ежегодно не менее 1000 кабинетов": a measure of work, no document."""
    folded = norm_of(fragment)
    return (
        any(character.isdecimal() for character in fragment)
        and any(word in folded for word in words(lang).quantities)
        and _head(fragment, lang) is None
    )


def _recipient(form: str, lang: str) -> str | None:
    """Who receives a form: "МП" of "отчет в МП", "БҒМ" of "БҒМ-ға ақпарат"."""
    tokens = form.split()
    if lang in HEAD_FIRST:
        at = next((n for n, word in enumerate(tokens) if n and word in words(lang).recipients), None)
        if at is None:
            return None
        rest = tokens[at + 1 :]
        stop = next((n for n, word in enumerate(rest) if word in words(lang).prepositions), len(rest))
        return " ".join(rest[:stop]).strip(" ,;.") or None
    for n, word in enumerate(tokens[:-1]):
        bare = _without_dative(word.rstrip(","))
        if bare and (n or bare[0].isupper()):
            return " ".join([*tokens[:n], bare])
    return None


def _without_dative(word: str) -> str | None:
    """A Kazakh word in the dative without that ending ("БҒМ-ға" is "БҒМ", "Үкіметке" "Үкімет"); else None."""
    endings = next((reading.endings for reading in analyse(word) if reading.endings), ())
    if not endings or endings[-1].kind != "dative":
        return None
    return word[: -len(endings[-1].form)].removesuffix("-")
