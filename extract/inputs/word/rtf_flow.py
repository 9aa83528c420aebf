"""What rich text brings one after the other - letters, ends of paragraphs, cells and rows - as parts of a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.inputs.list_numbers import BULLET
from extract.inputs.note_marks import is_note_mark
from extract.inputs.parts import Grid, Part, Prose, Title
from extract.inputs.word.paragraphs import Words, lines_in_cell, parts_of_paragraph
from extract.inputs.word.rtf_rows import RichRow, RowDefinition, grid_of_rich_rows

_BULLETS_THAT_ARE_LETTERS = ("o",)


@dataclass(slots=True)
class Flow:
    """One stream of paragraphs and tables: the body, a note or a text box."""

    parts: list[Part] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    marker: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    boxes: list[Part] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    cells: list[tuple[str, ...]] = field(default_factory=list)
    rows: list[RichRow] = field(default_factory=list)
    definition: RowDefinition = field(default_factory=RowDefinition)

    def add(self, text: str, *, bold: bool, raised: bool) -> None:
        """Letters; raised ones wait until it is known whether they are the mark of a note."""
        if raised:
            self.raised.append(text)
            return
        self._settle()
        self.words.add(text, bold=bold)

    def end_paragraph(self, *, level: int | None = None, centred: bool = False, in_table: bool = False) -> None:
        """A paragraph of the table's open cell, or one of the page, which ends a table above it."""
        self._settle()
        words, marker, boxes = self.words, _shown(self.marker), self.boxes
        self.words, self.marker, self.boxes = Words(), [], []
        if in_table or self.cells:
            self.cell.extend(lines_in_cell(words, marker))
            return
        self._end_table()
        self.parts.extend(parts_of_paragraph(words, marker, level=level, centred=centred))
        self.parts.extend(boxes)

    def end_cell(self) -> None:
        """The open cell ends with its last paragraph."""
        self.end_paragraph(in_table=True)
        self.cells.append(tuple(self.cell))
        self.cell = []

    def end_row(self) -> None:
        """The row ends; the next one is defined as this one was unless it says otherwise."""
        if self.cell or self.words.joined():
            self.end_cell()
        self.rows.append(RichRow(self.definition.left, tuple(self.definition.edges), tuple(self.cells)))
        self.cells = []

    def define(self, word: str, number: int) -> None:
        """A control word on the row that comes, or on its next cell; any other means nothing here."""
        match word:
            case "trowd":
                self.definition = RowDefinition()
            case "trleft":
                self.definition.left = number
            case "cellx":
                self.definition.edge(number)
            case "clmrg":
                self.definition.joins_left = True
            case "clvmrg":
                self.definition.joins_above = True

    def close(self) -> list[Part]:
        """All parts; what was not ended is."""
        if self.cells:
            self.end_row()
        self.end_paragraph()
        return self.parts

    def as_note(self) -> str:
        """The words of all parts on one line."""
        return " ".join(word for part in self.close() for text in _texts(part) for word in text.split())

    def _end_table(self) -> None:
        if self.rows:
            self.parts.append(grid_of_rich_rows(self.rows))
            self.rows = []
        self.parts.extend(map(Prose, self.cell))
        self.cell = []

    def _settle(self) -> None:
        raised = "".join(self.raised)
        if raised and not is_note_mark(self.words.tail(), raised):
            self.words.add(raised, bold=False)
        self.raised.clear()


def _texts(part: Part) -> list[str]:
    match part:
        case Title(text) | Prose(text):
            return [text]
        case Grid(rows):
            return [text for row in rows for cell in row for text in cell.paragraphs]
        case _:
            return []


def _shown(marker: list[str]) -> str:
    """The number of an item as it is printed; a dash for any picture in front of it."""
    text = " ".join("".join(marker).split())
    is_picture = text in _BULLETS_THAT_ARE_LETTERS or not any(map(str.isalnum, text))
    return BULLET if text and is_picture else text
