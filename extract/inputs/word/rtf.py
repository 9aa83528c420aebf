"""Rich text (.rtf): paragraphs, printed list numbers, tables with merged cells, bookmarks and notes, in reading order.

Deleted and hidden words, pictures, headers and whatever a file keeps for programs are left out. Nothing is run.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field

from extract.inputs.list_numbers import BULLET
from extract.inputs.parts import Part, UnusableInput
from extract.inputs.word.paragraphs import numbered_notes
from extract.inputs.word.rtf_flow import Flow
from extract.inputs.word.rtf_letters import Fonts, Waiting
from extract.inputs.word.rtf_state import GroupState
from extract.inputs.word.rtf_tokens import Close, Control, Letters, Open, Sign, Token, read_tokens

DEEPEST = 1000
"""Groups within one another."""
_CHARACTERS = {
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"},
    **{"emspace": " ", "enspace": " ", "qmspace": " ", "tab": " ", "line": "\n", "page": "\n", "column": "\n"},
}
_LEFT_OUT = frozenset(
    (
        *("colortbl", "filetbl", "info", "pict", "nonshppict", "fldinst", "nonesttables", "nesttableprops"),
        *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc"),
        *("ftncn", "aftnsep", "aftnsepc", "aftncn", "annotation", "xe", "tc", "tcn", "rxe", "txe", "shprslt"),
        *("pn", "pntxta", "pntxtb", "mmathPict", "objdata", "bkmkend", "template", "private"),
    )
)
_HOLDS = {"shpinst": "shptxt", "do": "dptxbxtext", "upr": "ud"}
"""Destinations that are left out but for one inside them."""
_ROLES = {
    **{"fonttbl": "fonts", "stylesheet": "styles", "listtext": "marker", "pntext": "marker", "bkmkstart": "anchor"},
    **{"footnote": "note", "shptxt": "box", "dptxbxtext": "box", "ud": "body"},
}
_FLOWS = ("note", "box")
_BODY = ("body", *_FLOWS)


def read_rtf(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a rich text; raises UnusableInput where it is damaged or nested beyond measure."""
    reading, data = _Reading(name), data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.startswith(b"{\\rtf"):
        raise UnusableInput(f"{name}: the file is damaged: it is no rich text inside.")
    for token in read_tokens(data):
        reading.take(token)
        if not reading.above:
            break
    else:
        raise UnusableInput(f"{name}: the file is damaged: it ends before its last group does.")
    yield from reading.flows[0].close()
    yield from numbered_notes(reading.notes)


@dataclass(slots=True)
class _Reading:
    """One pass over a file."""

    name: str
    state: GroupState = field(default_factory=GroupState)
    above: list[GroupState] = field(default_factory=list)
    fonts: Fonts = field(default_factory=Fonts)
    waiting: Waiting = field(default_factory=Waiting)
    passed_over: int = 0
    may_be_unknown: bool = False
    flows: list[Flow] = field(default_factory=lambda: [Flow()])
    notes: list[str] = field(default_factory=list)
    notes_open: list[int] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)

    def take(self, token: Token) -> None:
        """The next token."""
        match token:
            case Letters(data):
                self._letters(data)
            case Sign(text):
                self._flush()
                if self.passed_over:
                    self.passed_over -= 1
                else:
                    self._text(text)
            case Open():
                self._flush()
                self._open()
            case Close():
                self._flush()
                self._close()
            case Control("u", number):
                self._unicode(number or 0)
            case Control("uc", number):
                self.state.set("uc", number)
            case Control(word, number):
                self._flush()
                self._control(word, number)

    def _open(self) -> None:
        if len(self.above) >= DEEPEST:
            raise UnusableInput(f"{self.name}: the file is damaged: its groups lie more than {DEEPEST} deep.")
        self.passed_over, self.may_be_unknown = 0, False
        self.above.append(self.state)
        self.state = copy(self.state)
        self.state.ends = ""
        if self.state.role == "styles":
            self.state.style = 0
            self.named.clear()

    def _close(self) -> None:
        self.passed_over, self.may_be_unknown = 0, False
        ended, self.state = self.state, self.above.pop()
        if ended.role == "styles" and not ended.left_out:
            self._style(ended.style, "".join(self.named).strip(" ;").casefold())
            self.named.clear()
        match ended.ends:
            case "anchor":
                self.flows[-1].words.add_anchor("".join(self.named).strip())
                self.named.clear()
            case "note":
                self.notes[self.notes_open.pop()] = self.flows.pop().as_note()
            case "box":
                parts = self.flows.pop().close()
                self.flows[-1].boxes.extend(parts)

    def _style(self, style: int, name: str) -> None:
        if name == "title":
            self.levels.setdefault(style, 1)
        elif name.startswith("heading ") and name[8:].isdecimal() and len(name) < 11:
            self.levels.setdefault(style, int(name[8:]))

    def _letters(self, data: bytes) -> None:
        if self.passed_over:
            kept = data[self.passed_over :]
            self.passed_over -= len(data) - len(kept)
            data = kept
        if not data or self.state.left_out:
            return
        page = self.fonts.page_of(self.state.font)
        if self.waiting.halves or page != self.waiting.page:
            self._flush()
        self.waiting.page = page
        self.waiting.data += data

    def _unicode(self, number: int) -> None:
        code = number & 0xFFFF if number <= 0xFFFF else number
        if self.waiting.data or (self.waiting.halves and not 0xDC00 <= code <= 0xDFFF):
            self._flush()
        self.passed_over = self.state.fallback
        if 0xD800 <= code <= 0xDFFF:
            self.waiting.halves += chr(code)
        elif code <= 0x10FFFF:
            self._text(chr(code))

    def _flush(self) -> None:
        if text := self.waiting.take():
            self._text(text)

    def _text(self, text: str) -> None:
        state, flow = self.state, self.flows[-1]
        if state.left_out or state.hidden or state.deleted:
            return
        if state.role in _BODY:
            flow.add(text, bold=state.bold, raised=state.raised)
        elif state.role == "marker":
            flow.marker.append(BULLET if state.font in self.fonts.symbols and text.strip() else text)
        elif state.role != "fonts":
            self.named.append(text)

    def _control(self, word: str, number: int | None) -> None:
        if word in _CHARACTERS and self.passed_over:
            self.passed_over -= 1
            return
        self.passed_over = 0
        if word == "*":
            self.may_be_unknown = True
            return
        unknown, self.may_be_unknown = self.may_be_unknown, False
        if self.state.left_out and word != self.state.holds:
            return
        if word in _ROLES:
            self._destination(_ROLES[word])
        elif word in _HOLDS or word in _LEFT_OUT or unknown:
            self.state.left_out = True
            self.state.holds = _HOLDS.get(word, "")
        elif word in _CHARACTERS:
            self._text(_CHARACTERS[word])
        elif self.state.role == "fonts":
            self._font(word, number or 0)
        elif self.state.role == "styles":
            self._of_style(word, number or 0)
        elif not (self.state.set(word, number) or self.fonts.set(word, number)) and self.state.role in _BODY:
            self._of_flow(word, number or 0)

    def _destination(self, role: str) -> None:
        state = self.state
        if state.ends in _FLOWS:
            return
        state.left_out, state.holds = False, ""
        if role in _FLOWS and (state.deleted or state.hidden):
            state.left_out = True
            return
        state.role = state.ends = role
        if role in _FLOWS:
            self.flows.append(Flow())
            state.set("pard", None)
            state.set("plain", None)
        if role == "note":
            self.notes_open.append(len(self.notes))
            self.notes.append("")
        if role == "anchor":
            self.named.clear()

    def _font(self, word: str, number: int) -> None:
        if word == "f":
            self.state.font = number
        elif word == "fcharset":
            self.fonts.define(self.state.font, number)
        elif word == "cpg":
            self.fonts.pages[self.state.font] = number

    def _of_style(self, word: str, number: int) -> None:
        if word == "s":
            self.state.style = number
        elif word == "outlinelevel" and 0 <= number < 9:
            self.levels[self.state.style] = number + 1

    def _of_flow(self, word: str, number: int) -> None:
        """The end of a paragraph, a cell or a row, or how a row is made."""
        state, flow = self.state, self.flows[-1]
        match word:
            case "par" | "sect":
                level = self.levels.get(state.style) if state.level is None else state.level
                flow.end_paragraph(level=level, centred=state.centred, in_table=state.in_table)
            case "nestcell":
                flow.end_paragraph(in_table=True)
            case "cell":
                flow.end_cell()
            case "row":
                flow.end_row()
            case _:
                flow.define(word, number)
