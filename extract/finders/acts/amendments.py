"""Instructions of an amending act: what is replaced, inserted, removed or retitled, and where in the amended act.

The act leads the reader down ("в разделе ...:", "в главе ...:", "параграф ...:") to a place, and there orders a
change; the new text follows in quotes. Lines that lead down set the place of the instructions behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, Table
from extract.language.russian import nominative
from extract.values.series import parse_series
from kzedu_graph.model.records import Amendment, Indicator, Source, Span, Target

LEXICON = Path(__file__).parents[2] / "lexicon" / "amendments.yml"

_TITLE = re.compile(r"[\"«“](?P<title>.+)[\"»”]")
_POINT = re.compile(r"\d+\.\s")
_ITEM = re.compile(r"[\"«“\s]*(?P<number>\d+(?:-\d+)?)\)\s*")
_OPENING = ('"', "«", "“")


@dataclass(frozen=True, slots=True)
class Action:
    """The last words of an instruction and what they order; `unit` where only that part is meant."""

    action: str
    ending: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words for parts of an act and for changes to them."""

    lang: str
    units: Mapping[str, str]
    genders: Mapping[str, str]
    ranks: tuple[str, ...]
    actions: tuple[Action, ...]
    insert_before: str
    context: tuple[str, ...]
    behind: tuple[str, ...]


@cache
def wording(lang: str) -> Wording:
    """The wording of a language; raises KeyError where the lexicon has none."""
    data = yaml.safe_load(LEXICON.read_text("utf-8"))[lang]
    return Wording(
        lang=lang,
        units={form: unit for unit, facts in data["units"].items() for form in facts["forms"]},
        genders={unit: facts["gender"] for unit, facts in data["units"].items()},
        ranks=tuple(data["units"]),
        actions=tuple(Action(a["action"], a["ending"], a.get("unit")) for a in data["actions"]),
        insert_before=data["insert_before"],
        context=tuple(data["context"]),
        behind=tuple(data["behind"]),
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """A piece of prose; `number` where it is an item of a list whose marker is a number."""

    passage: Passage
    number: str | None = None


@dataclass(frozen=True, slots=True)
class _Instruction:
    passage: Passage
    action: str
    path: tuple[str, ...]
    target: str
    new: tuple[_Text, ...]


def find_amendments(source: Source, document: Document) -> tuple[Amendment, ...]:
    """Every instruction of the act, in its order; none where the source amends nothing."""
    if not source.amends:
        return ()
    return tuple(
        Amendment(
            source=source.stem,
            order=order,
            action=found.action,
            path=found.path,
            target=found.target,
            instruction=found.passage.text,
            evidence=_extent(found),
        )
        for order, found in enumerate(_instructions(document), 1)
    )


def find_amended_indicators(source: Source, document: Document) -> tuple[Indicator, ...]:
    """Indicators that the new text of an instruction gives: its items that carry yearly values."""
    if not source.amends:
        return ()
    return tuple(
        indicator for found in _instructions(document) for piece in found.new for indicator in _indicator(source, piece)
    )


def _indicator(source: Source, piece: _Text) -> Iterator[Indicator]:
    passage = piece.passage
    item = _ITEM.match(passage.text)
    number = item["number"] if item else piece.number
    series = parse_series(passage.text, source.lang) if number else None
    if number and series:
        yield Indicator(
            source=source.stem,
            programme=source.programme or source.work,
            place="amendment",
            kind="target",
            number=number,
            name=series.name,
            targets=tuple(
                Target(t.year, t.value, breakdown=t.breakdown, study=t.study, spans=passage.spans(t.start, t.end))
                for t in series.targets
            ),
            evidence=(passage.span(),),
            unit=series.unit,
        )


def _extent(found: _Instruction) -> tuple[Span, ...]:
    spans = [found.passage.span(), *(piece.passage.span() for piece in found.new)]
    return (Span(spans[0].start, max(span.end for span in spans)),)


def _instructions(document: Document) -> Iterator[_Instruction]:
    words = wording(document.lang)
    path: tuple[tuple[str, str], ...] = ()
    pieces = list(_pieces(document))
    for n, piece in enumerate(pieces):
        text = piece.passage.text
        if text.startswith(_OPENING):
            continue
        action = _action_of(text, words)
        if action is not None:
            inner, target = _place_of(text, action, words)
            place = () if text[0].isupper() else tuple(name for _, name in _below(path, inner, words))
            new = tuple(_new_text(pieces[n + 1 :], words)) if action.action != "remove" else ()
            yield _Instruction(piece.passage, action.action, place, target, new)
        elif (leading := _leads_down(text, words)) is not None:
            path = _below(path, leading, words)


def _pieces(document: Document) -> Iterator[_Text]:
    for block in document.blocks:
        match block:
            case Paragraph(passage) | Heading(passage):
                yield _Text(passage)
            case ListItem(marker, passage):
                yield _Text(passage, marker.rstrip(")") if marker[0].isdigit() else None)
            case Table(rows):
                yield from (_Text(p) for row in rows for cell in row.cells for p in cell.paragraphs)


def _new_text(pieces: Sequence[_Text], words: Wording) -> Iterator[_Text]:
    """What follows an instruction, up to the next one, the next line that leads down, or the act's next point."""
    for piece in pieces:
        text = piece.passage.text
        quoted = text.startswith(_OPENING)
        if not quoted and (_action_of(text, words) or _leads_down(text, words) is not None or _POINT.match(text)):
            return
        yield piece


def _action_of(text: str, words: Wording) -> Action | None:
    """The change that a line orders: it names a part of the act, and ends with the words of an action."""
    folded = text.casefold().rstrip(" :;.")
    for action in words.actions:
        at = folded.rfind(action.ending)
        if at < 0 or not _ends_with(folded, at + len(action.ending), words):
            continue
        units = _units_in(folded[:at], words)
        if (units and (action.unit is None or units[0] == action.unit)) or (action.unit is None and text[:1].isupper()):
            return action
    return None


def _ends_with(folded: str, end: int, words: Wording) -> bool:
    """Whether nothing but a reference to an annex stands behind the action."""
    return not folded[end:].strip() or folded[end:].strip().startswith(words.behind)


def _units_in(text: str, words: Wording) -> list[str]:
    outside = _TITLE.sub("", text)
    return [words.units[word] for word in re.findall(r"[^\W\d_]+", outside) if word in words.units]


def _leads_down(text: str, words: Wording) -> list[tuple[str, str]] | None:
    """The parts named by a line that ends with a colon and orders nothing; None for any other line."""
    if not text.endswith(":"):
        return None
    first, *rest = re.findall(r"[^\W\d_]+", text.casefold()) or [""]
    head = rest[0] if first in words.context and rest else first
    if head not in words.units:
        return [] if first in words.context else None
    unit = words.units[head]
    title = _TITLE.search(text)
    if title:
        return [(unit, f"{unit} {title['title']}")]
    named = _parts(text.rstrip(":"), words)
    return [(unit, " ".join([unit, *named[0][1]]))] if named and named[0][1] else [(unit, unit)]


def _place_of(text: str, action: Action, words: Wording) -> tuple[list[tuple[str, str]], str]:
    """The parts that an instruction names around its target, outermost first, and the target in the nominative."""
    body = text[: text.casefold().rfind(action.ending)]
    before, _, behind = body.partition(words.insert_before)
    if action.action == "insert" and behind.strip():
        return _named(before, words), _name(_parts(behind, words)[0])
    named = _named(body, words)
    return (named[:0:-1], named[0][1]) if named else ([], body.strip())


def _named(text: str, words: Wording) -> list[tuple[str, str]]:
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
    for token in re.findall(r"\d+(?:-\d+)?\)?|[^\W\d_]+|,", text.casefold()):
        if token in words.units:
            found.append((words.units[token], []))
        elif found:
            gender = words.genders[found[-1][0]]
            found[-1][1].append(nominative(token, gender) if words.lang == "ru" else token)
    return found


def _name(part: tuple[str, list[str]]) -> str:
    unit, numbers = part
    return re.sub(r"\s+,", ",", " ".join([unit, *numbers])).rstrip(" ,")


def _below(
    path: tuple[tuple[str, str], ...], inner: Sequence[tuple[str, str]], words: Wording
) -> tuple[tuple[str, str], ...]:
    """The path with the inner parts at its end: a part closes those of its own rank and below."""
    for unit, name in inner:
        rank = words.ranks.index(unit)
        path = (*(step for step in path if words.ranks.index(step[0]) < rank), (unit, name))
    return path
