"""Instructions of an amending act: where they stand, which part of which act they change, and the new wording.

    1. Внести в приказ ... от 12 мая 2029 года № 318 ... следующие изменения:      the act that is changed
       в Правилах ..., утвержденных указанным приказом:                            a document that it approves
       в пункте 5:                                                                 a line that leads down
       подпункт 2) изложить в следующей редакции:                                  an instruction
       «2) журнал учета;»;                                                         the new wording

Lines that lead down set the place of the instructions behind them. Words in quotation marks below an instruction are
another act's, up to the mark that closes them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.acts.instruction_words import CLOSED, OPENING, about_words, action_of, shown, unquoted
from extract.finders.acts.places import DOCUMENT, Step, below, leading_part, leads_down, parts_in, place_of
from extract.lexicon.amendments import Wording, wording
from kzedu_graph.model.records import Span

_POINT = re.compile(r"\d+\.\s")
_MARKED_POINT = re.compile(r"\d+\.")
_CLOSED_LIST = re.compile(r"(?<!\bг)[.!][)»”\"]?\s*\Z")


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of prose; `number` where it is an item of a list whose marker is a number; `point` of an act's point."""

    passage: Passage
    number: str | None = None
    point: bool = False


@dataclass(frozen=True, slots=True)
class Instruction:
    """A change that is ordered: its words, where in which act, and the pieces of the new wording.

    `act` is the place of the line that names the act; `words` the new words where the instruction itself holds them.
    """

    passage: Passage
    action: str
    path: tuple[str, ...]
    target: str
    new: tuple[Text, ...]
    act: Span | None = None
    words: str | None = None

    def wording(self) -> str | None:
        """The new wording without the quotation marks around it; None where nothing new is given."""
        told = self.words or "\n".join(piece.passage.text for piece in self.new)
        return unquoted(told) or None


@dataclass(slots=True)
class _State:
    """Where the reader of an act stands: in which act's changes, and at which place of it.

    `names` says of pieces, by their ids, whether they name an act.
    """

    words: Wording
    always: bool
    cited: Mapping[Span, str]
    places: Sequence[Span]
    act: Span | None = None
    inside: bool = False
    repealing: bool = False
    listing: bool = False
    listed: str = ""
    annex: str | None = None
    path: tuple[Step, ...] = ()
    found: list[Instruction] = field(default_factory=list)
    names: dict[int, bool] = field(default_factory=dict)


def find_instructions(document: Document, cited: Mapping[Span, str], *, always: bool) -> list[Instruction]:
    """Every instruction of a text, in its order. `cited` are the places that name acts.

    Where a text is not said to amend (`always`), only what stands below a line that names the act to change is one.
    """
    state = _State(wording(document.lang), always, cited, sorted(cited), inside=always)
    pieces = list(_pieces(document))
    skip = 0
    for n, piece in enumerate(pieces):
        if n < skip:
            continue
        text = piece.passage.text
        if text.startswith(OPENING) and (always or not _names_act(piece, state)):
            continue
        suspended = _suspended(piece, state)
        if suspended:
            state.found.append(suspended)
            continue
        if _opens_annex(state, text) or (not _enters(state, piece) and not state.inside):
            continue
        if _closes_list(state, piece):
            continue
        behind = pieces[n + 1 :]
        if not always and behind and (_names_act(behind[0], state) and behind[0].passage.text.rstrip().endswith(":")):
            behind = []
        for instruction in _of_piece(state, piece, behind):
            state.found.append(instruction)
            skip = max(skip, n + 1 if always else n + 1 + len(instruction.new))
    return state.found


def _opens_annex(state: _State, text: str) -> bool:
    """Whether a line is the stamp of an annex; the one that the act said to list what it repeals begins such a list."""
    stamp = state.words.annex_stamp.match(text)
    if stamp is None or state.always:
        return False
    if state.annex is not None and (stamp["annex"] or "") == state.annex:
        state.inside, state.repealing, state.listing, state.act, state.path = True, True, True, None, ()
    elif state.listing:
        state.inside, state.repealing, state.listing = False, False, False
    return True


def _closes_list(state: _State, piece: Text) -> bool:
    """Whether what a point repeals ended with the line above: this one, a signature or a stamp, names no act."""
    above, state.listed = state.listed, piece.passage.text if state.listing and state.annex is None else ""
    if not (state.listing and _CLOSED_LIST.search(above)) or _names_act(piece, state):
        return False
    if leading_part(shown(piece.passage.text), state.words) is not None:
        return False
    state.inside, state.repealing, state.listing, state.listed = False, False, False, ""
    return True


def _enters(state: _State, piece: Text) -> bool:
    """Whether a line names the act that the instructions below it change; any other point of the act ends them."""
    words, text = state.words, piece.passage.text
    names, point = _names_act(piece, state), piece.point or bool(_POINT.match(text))
    repeals = bool(words.repeals.search(text))
    changes = text.rstrip().endswith((":", ".", ";")) and bool(words.changes.search(text))
    leads = text.rstrip().endswith(":") and bool(words.acts.search(text.rstrip()))
    if (
        not state.always
        and not repeals
        and not (state.listing and names)
        and (leads or (names and changes))
        and (names or changes)
        and words.acts.search(text.rstrip())
    ):
        state.act = piece.passage.span() if names else state.act
        state.inside, state.repealing, state.path = True, False, ()
        return True
    annex = words.repeals_annex.search(text) if repeals and not names else None
    if annex and not state.always:
        state.annex = annex["annex"] or ""
        return False
    listed = bool(words.repealed_list.search(text)) and not names
    if not state.always and (listed or (repeals and not state.inside) or (repeals and point)):
        state.inside, state.repealing, state.act, state.path = True, True, None, ()
        state.listing = listed or text.rstrip().endswith(":")
        return True
    if point and state.inside and state.act and words.whole.search(text):
        state.path = ()
    elif point:
        state.inside = state.always or (state.repealing and state.listing and names)
    return False


def _names_act(piece: Text, state: _State) -> bool:
    """Whether one of the places that name acts, which stand in order, is in a piece; looked up once."""
    if not state.places:
        return False
    known = state.names.get(id(piece))
    if known is None:
        here = piece.passage.span()
        first = bisect_left(state.places, here.start, key=attrgetter("start"))
        inside = state.places[first : bisect_left(state.places, here.end, lo=first, key=attrgetter("start"))]
        known = any(span.end <= here.end for span in inside)
        state.names[id(piece)] = known
    return known


def _suspended(piece: Text, state: _State) -> Instruction | None:
    """An order that another act, or a part of one, does not work for a time."""
    words = state.words
    match = words.suspends.search(piece.passage.text) if _names_act(piece, state) else None
    if match is None:
        return None
    part = leading_part(match["body"], words)
    return Instruction(
        piece.passage,
        "suspend",
        (shown(match["body"]),) if part else (),
        part or shown(match["told"]),
        (),
        act=piece.passage.span(),
    )


def _acts_named(piece: Text, cited: Mapping[Span, str]) -> list[tuple[Span, str]]:
    """Each act that a line names outside quotation marks, where it names several; what a title names is none."""
    here, text = piece.passage.span(), piece.passage.text
    found: list[tuple[Span, str]] = []
    for span in sorted(span for span in cited if here.covers(span)):
        start, end = (sum(offset < at for offset in piece.passage.offsets) for at in (span.start, span.end))
        before = text[:start]
        quoted = before.count("«") > before.count("»") or (before.count('"') % 2 == 1)
        if not quoted:
            found.append((span, shown(text[start:end])))
    return found if len({cited[span] for span, _ in found}) > 1 else []


def _of_piece(state: _State, piece: Text, behind: Sequence[Text]) -> Iterator[Instruction]:
    words, passage, text = state.words, piece.passage, piece.passage.text
    if state.repealing:
        told = _POINT.sub("", words.repeals.sub("", text), count=1).strip(" .;,:")
        if told and not text.rstrip().endswith(":") and not words.repealed_list.search(text):
            told = words.since.sub("", told)
            part = leading_part(told, words)
            several = _acts_named(piece, state.cited) if part is None else []
            for span, name in several:
                yield Instruction(passage, "repeal", (), name, (), act=span)
            if several:
                state.inside = state.listing
                return
            path = (shown(told),) if part else ()
            yield Instruction(passage, "repeal", path, part or shown(told), (), act=passage.span())
        state.inside = state.listing
        return
    act = state.act
    here = passage.span()
    for action, pattern in words.gerunds if act == here else ():
        match = pattern.search(text)
        if match:
            inner, target = place_of(match["body"], action, words)
            new = tuple(_new_text(behind, state)) if action != "remove" else ()
            yield Instruction(passage, action, tuple(name for _, name in inner), target, new, act)
            return
    if act == here:
        return
    for action, pattern in words.annexed:
        match = pattern.search(text)
        if match:
            inner, target = place_of(match["body"], "", words)
            yield Instruction(
                passage, action, tuple(name for _, name in below(state.path, inner, words)), target, (), act
            )
            return
    worded = about_words(text, words)
    if worded:
        action, target, new_words, outside = worded
        place = tuple(name for _, name in below(state.path, parts_in(outside, words), words))
        yield Instruction(passage, action, place, target, (), act, new_words)
        return
    ordered = action_of(text, words)
    if ordered is not None:
        told = words.to_annex.sub("", text)
        body = told[: told.casefold().rfind(ordered.ending)]
        whole = words.whole.search(body) and not parts_in(body, words)
        inner, target = place_of(body, ordered.action, words)
        place = () if text[0].isupper() and state.always else tuple(name for _, name in below(state.path, inner, words))
        new = tuple(_new_text(behind, state)) if ordered.action not in ("remove", "repeal") else ()
        action = "restate" if whole and ordered.action == "replace" else ordered.action
        yield Instruction(passage, action, place, target, new, act)
    elif (leading := leads_down(text, words)) is not None:
        own = [step for step in leading if step[0] != DOCUMENT or not state.always]
        state.path = below(state.path, own, words)


def _pieces(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        match block:
            case Paragraph(passage) | Heading(passage):
                yield Text(passage)
            case ListItem(marker, passage):
                number = marker.rstrip(")") if marker[0].isdigit() else None
                yield Text(passage, number, bool(_MARKED_POINT.fullmatch(marker)) and block.level == 1)
            case Table(rows):
                yield from (Text(p) for row in rows for cell in row.cells for p in cell.paragraphs)


def _new_text(pieces: Sequence[Text], state: _State) -> Iterator[Text]:
    """What follows an instruction: the words in quotation marks to their end; of a text that is said to amend, all up
    to the next instruction, the next line that leads down, or the act's next point.
    """
    opened = False
    for piece in pieces:
        text = piece.passage.text
        quoted = text.startswith(OPENING)
        if piece.point and not opened and not state.always:
            return
        if not quoted and (state.always or not opened):
            stops = action_of(text, state.words) or leads_down(text, state.words) is not None or _POINT.match(text)
            if stops or (not state.always and not opened):
                return
        yield piece
        opened = True
        if not state.always and CLOSED.search(text) and not _is_open(pieces, piece):
            return


def _is_open(pieces: Sequence[Text], last: Text) -> bool:
    """Whether the quotation marks «» that open the new wording are still open behind a piece."""
    depth = 0
    for piece in pieces:
        text = piece.passage.text
        depth += text.count("«") - text.count("»")
        if piece is last:
            break
    return depth > 0
