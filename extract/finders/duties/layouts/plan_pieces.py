"""The pieces of a plan's point between its marks: deeds, terms, those who do them, and what is told besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.document.blocks import Passage
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.layouts.named import BRACKETS, is_addressed, names_party
from extract.finders.duties.layouts.notes import DOER, TERM, deadlines_of
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing
from extract.values.parties.staff import kind_of_staff
from kzedu_graph.language.letters import CYRILLIC_UPPER, UPPER

WHO, DEED, REST = DOER, "deed", "rest"
_CLASS = "class"
"""Pupils of a class: those who are on duty, or those whom a deed is for."""
_ASIDE = "aside"
"""What brackets tell behind a term or a name."""
_SAYS = re.compile(r"(?:\S+\s+){3}\S")
"""How long it is at least."""
_STRONG = re.compile(r"\s[–—/|→-]\s|:\s+|;\s+")
_CUT_SHORT = "".join(rf"(?<!\b(?i:{word}))" for word in sorted(phrasing("ru").words("cut_short")))
"""A post written short, whose stop parts nothing: "рук. кружка"."""
_PARTS = re.compile(rf"[,;/]\s+|\s[–—-]\s|(?<![{CYRILLIC_UPPER}]){_CUT_SHORT}\.\s+(?=[{CYRILLIC_UPPER}])")
_DAY_ENDS = re.compile(rf"(?<=\d\.\d\d\.)\s+(?=[{CYRILLIC_UPPER}])|(?<=!)\s+|(?<=\d\.\d\d)\s*,?\s*\Z")
_CLOSING_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{3,150})\)\s*\Z")
_LAST_COMMA = re.compile(r".*(?P<joint>,\s+)", re.DOTALL)
_CAPITAL = f"[{UPPER}]"
_PERSON = re.compile(rf"(?:{_CAPITAL}\.\s?){{1,2}}{_CAPITAL}[\w-]+|{_CAPITAL}[\w-]+\s{_CAPITAL}\.(?:\s?{_CAPITAL}\.)?")
_ABBREVIATED = re.compile(rf"{_CAPITAL}{{2,6}}")
_ENDS = " .;,\n"
_LONGEST_POST = 3
"""Words of a post beside a name that no list has."""
_LONGEST_NAME = 100
"""Letters of who does it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a point, and what they tell: a deed, a term, who does it, or anything else."""

    tells: str
    passage: Passage


def pieces_of(own: Passage, lang: str) -> Iterator[Piece]:
    """The pieces of a point's own words in their order."""
    for start, end in split_sentences(own.text, lang):
        for sentence in own[start:end].split(_DAY_ENDS):
            if any(map(str.isalnum, sentence.text)):
                yield from _of_sentence(sentence.strip().strip("–— "), lang)


def _of_sentence(sentence: Passage, lang: str) -> Iterator[Piece]:
    """The pieces of one sentence; the whole of it where its terms and names stand within what it tells."""
    if sentence.text.startswith("(") and sentence.text.rstrip(_ENDS).endswith(")"):
        inside = sentence.strip(_ENDS)[1:-1]
        told = _all_told(inside, lang)
        yield from told or [Piece(REST, inside)]
        return
    found = [piece for part in _split(sentence, lang) for piece in _peeled(part, lang)]
    by_class = WHO if phrasing("ru").pattern("done_by_class").search(sentence.text) else REST
    found = [replace(piece, tells=by_class) if piece.tells == _CLASS else piece for piece in found]
    rest = [n for n, piece in enumerate(found) if piece.tells == REST]
    if rest and rest != list(range(rest[0], rest[-1] + 1)):
        parts = sentence.split(_SEMICOLON)
        if len(parts) == 1:
            yield Piece(REST, sentence)
        for part in parts if len(parts) > 1 else ():
            yield from _of_sentence(part, lang)
        return
    for n, piece in enumerate(found):
        if rest and n == rest[0]:
            yield from _deeds_of(between(sentence, piece.passage, found[rest[-1]].passage), sentence, lang)
        elif piece.tells != REST:
            yield replace(piece, tells=REST) if piece.tells == _ASIDE else piece


def _split(sentence: Passage, lang: str) -> list[Passage]:
    """A sentence between its dashes, colons and semicolons, but for those behind a label, in brackets and quotation."""
    parts: list[Passage] = []
    at = 0
    label = phrasing(lang).pattern("label_of_part")
    for match in _STRONG.finditer(sentence.text):
        before = sentence.text[: match.start()]
        if label.fullmatch(sentence.text[at : match.end()].lstrip()):
            continue
        if before.count("(") == before.count(")") and before.count("«") == before.count("»"):
            parts.append(sentence[at : match.start()])
            at = match.end()
    return [*parts, sentence[at:]]


def _peeled(part: Passage, lang: str, *, timed: bool = False) -> list[Piece]:
    """A part as a term or a name, or as words from whose end, or opening, these are taken.

    `timed` tells that a term stands right behind it.
    """
    bare = _without_ends(part)
    if not any(map(str.isalnum, bare.text)):
        return []
    if "(" not in bare.text and is_term(bare.text, lang):
        return [Piece(TERM, bare)]
    if lang == "ru" and phrasing("ru").pattern("school_class").match(bare.text):
        return [Piece(_CLASS, bare)]
    peeled = _without_bracket(bare, lang, timed=timed) or _without_last(bare, lang, timed=timed)
    if peeled or (told := _told(bare, lang)) is None:
        return peeled or _all_told(bare, lang) or _without_first(bare, lang)
    return [told]


def _without_bracket(bare: Passage, lang: str, *, timed: bool) -> list[Piece]:
    """Words before brackets that tell who or when, or that are an aside behind these, and what the brackets tell."""
    bracket = _CLOSING_BRACKET.search(bare.text)
    if bracket is None or not bracket.start():
        return []
    inside = _all_told(bare.group(bracket, "inside"), lang)
    if not inside and not _SAYS.search(bracket["inside"]):
        return []
    before = _peeled(bare[: bracket.start()], lang, timed=timed)
    if inside or (before and before[-1].tells != REST):
        return [*before, *(inside or [Piece(_ASIDE, bare.group(bracket, "inside"))])]
    return []


def _without_last(bare: Passage, lang: str, *, timed: bool) -> list[Piece]:
    """Words before a last comma behind which a term or a name stands, and that."""
    behind = _LAST_COMMA.match(bare.text)
    last = _told(_without_ends(bare[behind.end() :]), lang) if behind else None
    if behind is None or last is None:
        return []
    before = _peeled(bare[: behind.start("joint")], lang, timed=last.tells == TERM)
    return [*before, last] if last.tells == TERM or _may_name(before, last, lang, timed=timed) else []


def _without_first(bare: Passage, lang: str) -> list[Piece]:
    """A term before a first comma and the words behind it; all of them where none stands there."""
    first = bare.text.find(", ")
    if first > 0 and (opens := _told(bare[:first], lang)) is not None and opens.tells == TERM:
        return [opens, *_peeled(bare[first + 2 :], lang)]
    return [Piece(REST, bare)]


def _may_name(before: list[Piece], last: Piece, lang: str, *, timed: bool) -> bool:
    """Whether a name behind a comma is of who does it: a deed or a term stands before it.

    A Russian body is not where no term stands beside, for it may be what something is done to: "создать совет, штаб".
    """
    if not before or phrasing(lang).pattern("taught_or_parents").search(last.passage.text):
        return False
    if before[-1].tells != REST:
        return True
    if lang == "kk":
        return _is_deed(before[-1].passage.text, "kk")
    by_post = kind_of_staff(last.passage.text, "ru") == "post" or _PERSON.search(last.passage.text) is not None
    return by_post or timed or any(piece.tells == TERM for piece in before)


def _all_told(words: Passage, lang: str) -> list[Piece]:
    """Words whose every part is a term or a name, as these; none where one is not."""
    found = [_told(_without_ends(part), lang) for part in words.split(_PARTS) if any(map(str.isalnum, part.text))]
    told = [piece for piece in found if piece is not None]
    if len(told) < len(found) or any(_names_taught(piece, lang) for piece in told):
        return []
    return told


def _names_taught(piece: Piece, lang: str) -> bool:
    return piece.tells == WHO and phrasing(lang).pattern("taught_or_parents").search(piece.passage.text) is not None


def _told(words: Passage, lang: str) -> Piece | None:
    """Words that are but a term, or but the name of somebody; None for others."""
    label = phrasing(lang).pattern("label_of_part").match(words.text)
    bare = words[label.end() :] if label else words
    if not any(map(str.isalnum, bare.text)):
        return None
    if is_term(bare.text, lang):
        return Piece(TERM, bare)
    if len(bare) <= _LONGEST_NAME and _is_who(bare.text, lang, labelled=label is not None):
        return Piece(WHO, bare)
    return None


def is_term(text: str, lang: str) -> bool:
    """Whether words are but a term: "до 5.09.31 г.", "Понедельник"."""
    if phrasing(lang).pattern("day_of_plan").match(text):
        return True
    told = deadlines_of(text, lang, None)
    return bool(told) and told[0].end - told[0].start >= len(text) - 1


def _is_who(text: str, lang: str, *, labelled: bool) -> bool:
    """Whether words name somebody and say nothing else: "С. Гүлов", "психолог (0,5 ставка) М. Әшім"."""
    bare = " ".join(BRACKETS.sub(" ", text).split())
    without = _PERSON.sub("", bare).strip(_ENDS)
    if lang == "kk" and phrasing("kk").pattern("said_of_somebody").search(without):
        return False
    if lang == "ru" and phrasing("ru").pattern("event_of_plan").match(bare):
        return False  # "Субботник"
    if not without or (labelled and _ABBREVIATED.fullmatch(bare)):
        return True
    beside = without != bare and len(without.split()) <= _LONGEST_POST
    beside = beside and phrasing("ru").pattern("post_beside_name").match(without) is not None
    if beside or phrasing(lang).pattern("everybody_of_plan").match(without):  # "диетолог Н. Шие"
        return True
    if lang == "ru":
        short = _ABBREVIATED.match(without) is not None and kind_of_staff(without, "ru") == "post"
        return short or (names_party(bare, "ru") and not is_addressed(bare, "ru"))
    by_trade = phrasing("kk").pattern("does_by_trade").search(without) is not None and len(without.split()) <= _SHORT
    return by_trade or names_party(bare, "kk") or (names_party(without, "kk") and without != bare)


def _deeds_of(words: Passage, sentence: Passage, lang: str) -> Iterator[Piece]:
    """What a sentence tells to be done, a deed between each two semicolons; else all of it, as it stands."""
    parts = [part for part in words.split(_SEMICOLON) if any(map(str.isalnum, part.text))]
    deeds = [_is_deed(part.text, lang) for part in parts]
    if not any(deeds):
        whole = len(words) >= len(sentence.strip(_ENDS))
        yield Piece(REST, sentence if whole else words)
        return
    for part, is_deed in zip(parts, deeds, strict=True):
        yield Piece(DEED if is_deed else REST, _without_ends(part))


_SEMICOLON = re.compile(r";\s+")


def _is_deed(text: str, lang: str) -> bool:
    if lang == "ru":
        lets = phrasing("ru").pattern("forbids_or_lets").search(text) is not None
        event = phrasing("ru").pattern("event_of_plan").match(text) is not None
        return not lets and (event or opens_with_doing(text) or bids_by_infinitive(text) or says_who_does(text))
    if phrasing("kk").pattern("event_of_plan").search(text):
        return True
    doing = phrasing("kk").pattern("closes_with_doing").search(text) is not None
    named = len(text.split()) <= _SHORT and names_party(text, "kk")
    return doing and not named and not phrasing("kk").pattern("closes_with_happening").search(text)


def says_who_does(text: str) -> bool:
    """Whether a Russian sentence says itself who does something: "Завхоз закупает краску", "Отчет готовит методист"."""
    words = read_words(text, "ru")
    verb = next((n for n, word in enumerate(words) if word.tag == "present" and not word.subordinate), 0)
    around = (*range(1, verb), *range(verb + 1, min(verb + _BEHIND_VERB, len(words)))) if verb else ()
    return any(is_party(words, n, "nomn") for n in around)


_BEHIND_VERB = 4
"""Words behind a verb among which who does it stands."""


_SHORT = 3
"""Words of a Kazakh name that ends as a noun of doing does."""


def _without_ends(words: Passage) -> Passage:
    """Words without the marks around them; a full stop behind an initial or a number stays."""
    bare = words.strip()
    return bare if _KEEPS_STOP.search(bare.text) else bare.strip(_ENDS)


_KEEPS_STOP = re.compile(rf"(?:\b{_CAPITAL}|\d\.\d\d|\d\s[жг])\.\Z")


def between(own: Passage, first: Passage, last: Passage) -> Passage:
    """The words from one part to another."""
    return own[own.offsets.index(first.offsets[0]) : own.offsets.index(last.offsets[-1]) + 1]
