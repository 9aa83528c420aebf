"""Spreadsheets of reports: what is asked, in rows to be filled in, and the filled rows again, each with its place."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from kzedu_graph.model.errors import UnusableInput

COLUMNS = Path(__file__).with_name("columns.yml")
Cells = Mapping[str, str]
"""The cells of a row by the keys of `columns.yml`, stripped; a cell that is empty is left out."""
_TO_FILL = PatternFill("solid", fgColor="FFF7D6")
_WIDTHS = {
    "words": 60,
    "bodies": 40,
    "duty": 28,
    "indicator": 28,
    "written": 24,
    "reporter": 24,
    "proof": 36,
    "remark": 30,
}
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Read:
    """A filled row: the sheet's key (`duties` or `indicators`), file, the sheet's own name, row from 1, and cells."""

    sheet: str
    file: str
    title: str
    row: int
    cells: Cells

    @property
    def place(self) -> str:
        """Where it stands, as one tells it."""
        return f"{self.file}, {self.title}, row {self.row}" if self.title else f"{self.file}, row {self.row}"


@dataclass(frozen=True, slots=True)
class Choices:
    """What cells may be chosen from: states in the words of a language, bodies by key with a name."""

    states: Sequence[str]
    bodies: Mapping[str, str]


@cache
def columns() -> Mapping[str, Any]:
    """What `columns.yml` says of sheets and columns."""
    told = yaml.safe_load(COLUMNS.read_text("utf-8"))
    assert isinstance(told, dict)
    return told


def write_template(file: Path, rows: Mapping[str, Iterable[Cells]], choices: Choices, lang: str) -> list[Path]:
    """The rows of `duties` and `indicators` as a spreadsheet with lists to choose from, or as two CSV files.

    Gives the files written; raises UnusableInput for an ending that is neither.
    """
    if file.suffix == ".csv":
        return [_write_csv(file, sheet, each, lang) for sheet, each in rows.items()]
    if file.suffix != ".xlsx":
        raise UnusableInput(f"{file}: a template is a file that ends in .xlsx or .csv.")
    book = Workbook()
    book.remove(book.worksheets[0])
    lists = columns()["lists"]
    for sheet, each in rows.items():
        _write_sheet(book, sheet, list(each), choices, lang)
    made = book.create_sheet(lists["titles"][lang])
    made.append([lists["columns"][name][lang] for name in ("state", "body", "name")])
    bodies = list(choices.bodies.items())
    for at in range(max(len(choices.states), len(bodies))):
        state = choices.states[at] if at < len(choices.states) else None
        made.append([state, *map(_text, bodies[at] if at < len(bodies) else ("", ""))])
    book.save(file)
    return [file]


def _write_csv(file: Path, sheet: str, rows: Iterable[Cells], lang: str) -> Path:
    target = file if sheet == "duties" else file.with_name(f"{file.stem}-{sheet}.csv")
    described = columns()[sheet]["columns"]
    with target.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([told[lang] for told in described.values()])
        writer.writerows([_text(row.get(name, "")) for name in described] for row in rows)
    return target


def _write_sheet(book: Workbook, sheet: str, rows: Sequence[Cells], choices: Choices, lang: str) -> None:
    described = columns()[sheet]["columns"]
    made = book.create_sheet(columns()[sheet]["titles"][lang])
    made.append([told[lang] for told in described.values()])
    for row in rows:
        made.append([_text(row.get(name, "")) or None for name in described])
    made.freeze_panes = "A2"
    lists = f"'{columns()['lists']['titles'][lang]}'!"
    for at, (name, told) in enumerate(described.items(), 1):
        letter = get_column_letter(at)
        made.column_dimensions[letter].width = _WIDTHS.get(name, 14)
        made[f"{letter}1"].font = Font(bold=True)
        if told.get("fill"):
            made[f"{letter}1"].fill = _TO_FILL
        if name == "state" and choices.states:
            _choose(made, letter, len(rows), f"{lists}$A$2:$A${len(choices.states) + 1}", strict=True)
        if name == "reporter" and choices.bodies:
            _choose(made, letter, len(rows), f"{lists}$B$2:$B${len(choices.bodies) + 1}", strict=False)


def _choose(made: Any, letter: str, rows: int, among: str, *, strict: bool) -> None:
    """A list to choose from; of bodies a name that is not in it may be written too."""
    chosen = DataValidation(type="list", formula1=f"={among}", allow_blank=True, showErrorMessage=strict)
    made.add_data_validation(chosen)
    chosen.add(f"{letter}2:{letter}{rows + 1}")


def _text(words: str) -> str:
    """Words that no spreadsheet takes for a formula; numbers stay what they are."""
    return f"'{words}" if words.startswith(_FORMULA) and not _is_number(words) else words


def _is_number(words: str) -> bool:
    try:
        float(words.replace(",", "."))
    except ValueError:
        return False
    return True


# ---- reading


def read_rows(file: Path) -> Iterator[Read]:
    """Every row of a spreadsheet or a CSV file that is not empty, its columns known by their titles in any language.

    Sheets without a column of IRIs are left alone. Raises UnusableInput where the file cannot be read, or has none.
    """
    if not file.is_file():
        raise UnusableInput(f"{file}: there is no such file.")
    found = False
    for title, lines in _tables(file):
        header = next(iter(lines), None)
        named = _known_columns(header or ())
        sheet = next((key for key, of in (("duties", "duty"), ("indicators", "indicator")) if of in named), None)
        if sheet is None:
            continue
        found = True
        own = columns()[sheet]["columns"]
        places = _known_columns(header or (), own)
        for number, line in enumerate(lines, 2):
            cells = {name: text for name, at in places.items() if at < len(line) and (text := _cell(line[at]))}
            if cells:
                yield Read(sheet, file.name, title, number, cells)
    if not found:
        raise UnusableInput(
            f"{file}: no sheet has a column of duties or indicators; `kzedu reported template` writes one that has."
        )


def _tables(file: Path) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    if file.suffix.casefold() == ".csv":
        try:
            text = file.read_text("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnusableInput(f"{file}: a CSV file of reports is in UTF-8.") from error
        sign = max(",;\t", key=text.partition("\n")[0].count)
        yield "", iter(list(csv.reader(text.splitlines(keepends=True), delimiter=sign)))
        return
    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, OSError, KeyError, ValueError) as error:
        raise UnusableInput(f"{file}: this is no spreadsheet that can be read (.xlsx or .csv).") from error
    for sheet in book.worksheets:
        yield sheet.title, iter(list(sheet.iter_rows(values_only=True)))


def _known_columns(header: Sequence[Any], among: Mapping[str, Any] | None = None) -> dict[str, int]:
    described = among or {
        name: told for key in ("duties", "indicators") for name, told in columns()[key]["columns"].items()
    }
    found: dict[str, int] = {}
    for at, title in enumerate(header):
        written = _cell(title).casefold()
        for name, told in described.items():
            titles = {name, *(str(told[lang]).casefold() for lang in ("kk", "ru", "en"))}
            if written in titles and name not in found:
                found[name] = at
                break
    return found


def _cell(value: Any) -> str:
    """What a cell says as text: days in ISO, whole numbers without a point, no sign that guarded a formula."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
