"""Places in an act that is amended: parts with their numbers, in the nominative, the outermost first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.russian import nominative
from extract.lexicon.amendments import Wording

Step = tuple[str, str]
"""A part of an act and what it is called: ("пункт", "пункт 5")."""

DOCUMENT = ""
"""The part that stands for a document which an act approves: above all others."""
_TO_WHAT = "\u043a"
"""The preposition behind which stands what a part belongs to ("приложение 2 к ...")."""
_TITLE = re.compile(r"[\"«“](?P<title>.+)[\"»”]")
_TOKEN = re.compile(r"\d+(?:-\d+)*\)?|[^\W\d_]+|,")
_POINT = re.compile(r"^\d+[.)]\s*")
_ORDINAL = re.compile(r"\w+(?:інші|ыншы|нші|ншы)")
_KAZAKH_LIST = ("және", "мен", ",")


def leads_down(text: str, words: Wording) -> list[Step] | None:
    """The parts named by a line that ends with a colon and orders nothing; None for any other line."""
    if not text.endswith(":"):
        return None
    if words.lang == "kk":
        named = kazakh_parts(text, words)
        return named or _document(text, words)
    first, *rest = re.findall(r"[^\W\d_]+", text.casefold()) or [""]
    head = rest[0] if first in words.context and rest else first
    unit = words.unit_of(head)
    if unit is None:
        return (_document(text, words) or []) if first in words.context else None
    title = _TITLE.search(text)
    if title:
        return [(unit, f"{unit} {title['title']}")]
    named = _named(text.rstrip(":"), words)
    return named[::-1] if named else [(unit, unit)]


def place_of(body: str, action: str, words: Wording) -> tuple[list[Step], str]:
    """The parts that an instruction names around its target, outermost first, and the target in the nominative."""
    if words.lang == "kk":
        return _kazakh_place(body, action, words)
    parted = words.insert_before.split(body, maxsplit=1)
    before, behind = parted[0], parted[1] if len(parted) > 1 else ""
    if action == "insert" and behind.strip():
        parts = _parts(behind, words)
        return _named(before, words)[::-1], _name(parts[0]) if parts else behind.strip(" :,")
    named = _named(body, words)
    return (named[:0:-1], named[0][1]) if named else ([], body.strip())


def leading_part(text: str, words: Wording) -> str | None:
    """The part of an act that a line names rather than the act: "пункт 3 постановления ...", "... 3-тармағы"."""
    if words.lang == "kk":
        named = kazakh_parts(text, words)
        last = re.findall(r"[^\W\d_]+", text.casefold())[-1:]
        return named[-1][1] if named and last and words.unit_of(last[0]) else None
    tokens = _TOKEN.findall(_POINT.sub("", text).casefold())
    unit = words.unit_of(tokens[0]) if tokens else None
    numbers = [token for token in tokens[1:3] if token[0].isdigit()]
    return _name((unit, numbers)) if unit else None


def parts_in(text: str, words: Wording) -> list[Step]:
    """The parts that a text names, outermost first."""
    return kazakh_parts(text, words) if words.lang == "kk" else _named(text, words)[::-1]


def below(path: tuple[Step, ...], inner: Sequence[Step], words: Wording) -> tuple[Step, ...]:
    """The path with the inner parts at its end: a part closes those of its own rank and below."""

    def rank(unit: str) -> int:
        return words.ranks.index(unit) if unit else -1

    for unit, name in inner:
        path = (*(step for step in path if rank(step[0]) < rank(unit)), (unit, name))
    return path


def _document(text: str, words: Wording) -> list[Step] | None:
    """A document that the act approves: "в Правилах учета, утвержденных указанным приказом:"; None for other lines."""
    told = text.rstrip(" :")
    if not words.document.search(told):
        return None
    name = words.preposition.sub("", words.document.sub("", told).strip(" ,")).strip(" ,")
    if words.lang == "kk":
        return [(DOCUMENT, re.sub(r"(?<=[ыі])н$", "", name))] if name else None
    head, _, rest = name.partition(" ")
    return [(DOCUMENT, f"{_as_title(head)} {rest}".strip())] if name else None


def _as_title(head: str) -> str:
    for ending, nominative_ending in (
        ("илах", "ила"),
        ("ении", "ение"),
        ("ечне", "ечень"),
        ("лане", "лан"),
        ("ции", "ция"),
    ):
        if head.endswith(ending):
            return head.removesuffix(ending) + nominative_ending
    return head


def _named(text: str, words: Wording) -> list[Step]:
    """The parts that a text names, in its order; a title in quotes belongs to the last of them."""
    title = _TITLE.search(text)
    named = [(part[0], _name(part)) for part in _parts(_TITLE.sub("", text), words)]
    if title and named:
        unit = named[-1][0]
        named[-1] = (unit, f"{unit} {title['title']}")
    return named


def _parts(text: str, words: Wording) -> list[tuple[str, list[str]]]:
    """Each part named in a text, with the numbers and ordinals behind it, in the nominative."""
    found: list[tuple[str, list[str]]] = []
    closed = False
    for token in _TOKEN.findall(text.casefold()):
        unit = words.unit_of(token)
        if unit:
            found.append((unit, []))
            closed = False
        elif found and token == _TO_WHAT:
            closed = True
        elif found and not closed:
            plain = token if token in words.unmoved else nominative(token, words.genders[found[-1][0]])
            found[-1][1].append(plain)
    return found


def _name(part: tuple[str, list[str]]) -> str:
    unit, numbers = part
    return re.sub(r"\s+,", ",", " ".join([unit, *numbers])).rstrip(" ,")


def kazakh_parts(text: str, words: Wording) -> list[Step]:
    """Each part named in a text, with the numbers and ordinals before it: "3-тармақтың 2) тармақшасы"."""
    found: list[Step] = []
    numbers: list[str] = []
    for token in _TOKEN.findall(_TITLE.sub("", text).casefold()):
        unit = words.unit_of(token)
        if unit:
            found.append((unit, _kazakh_name(unit, numbers)))
            numbers = []
        elif token[0].isdigit() or _ORDINAL.fullmatch(token) or (numbers and token in _KAZAKH_LIST):
            numbers.append(token)
        else:
            numbers = []
    return found


def _kazakh_name(unit: str, numbers: Sequence[str]) -> str:
    told = re.sub(r"\s+,", ",", " ".join(numbers)).strip(" ,")
    if not told:
        return unit
    return f"{told}-{unit}" if told[-1].isdigit() else f"{told} {unit}"


def _kazakh_place(body: str, action: str, words: Wording) -> tuple[list[Step], str]:
    parted = words.insert_before.split(body, maxsplit=1)
    before, behind = parted[0], parted[1] if len(parted) > 1 else ""
    if action == "insert" and behind:
        inserted = kazakh_parts(behind, words)
        return kazakh_parts(before, words), inserted[-1][1] if inserted else behind.strip()
    named = kazakh_parts(body, words)
    return (named[:-1], named[-1][1]) if named else ([], body.strip())
