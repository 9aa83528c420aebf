"""What is refused: in one sentence, without being run or unpacked beyond a limit."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pytest

from extract.inputs.parts import UnusableInput
from extract.inputs.reading import read_input

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def package(**parts: bytes) -> bytes:
    """A Word document with parts added or replaced; `__` in a name is a slash, `_` before the ending a dot."""
    whole = io.BytesIO()
    docx.Document().save(whole)
    out = io.BytesIO()
    named = {name.replace("__", "/").replace("DOT", "."): data for name, data in parts.items()}
    with ZipFile(whole) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in named:
                new.writestr(info, old.read(info.filename))
        for name, data in named.items():
            new.writestr(name, data)
    return out.getvalue()


def encrypted_flag(data: bytes) -> bytes:
    """A package whose directory says that its parts are encrypted."""
    changed = bytearray(data)
    at = 0
    while (at := changed.find(b"PK\x01\x02", at)) >= 0:
        changed[at + 8] |= 1
        at += 4
    return bytes(changed)


def zip_of(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        new.writestr(name, data)
    return out.getvalue()


def pdf(stream: bytes = b"", *, words: str = "") -> bytes:
    """A small PDF written by hand, one page, perhaps one packed stream."""
    content = zlib.compress(stream or f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        start,
    )


def locked_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt="secret")
    canvas.drawString(72, 700, "Plan")
    canvas.save()
    return out.getvalue()


ENTITIES = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>"
REFUSED = {
    "an old .doc": ("plan.doc", lambda: OLE + bytes(600), "old Office format"),
    "an encrypted .docx": (
        "plan.docx",
        lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "is encrypted",
    ),
    "a package with encrypted parts": ("plan.docx", lambda: encrypted_flag(package()), "is encrypted"),
    "macros": ("plan.docm", lambda: package(word__vbaProjectDOTbin=b"x"), "holds macros"),
    "macros under another ending": ("plan.docx", lambda: package(word__vbaProjectDOTbin=b"x"), "holds macros"),
    "entities": ("plan.docx", lambda: package(word__settingsDOTxml=ENTITIES), "declares XML entities"),
    "a bomb by ratio": ("plan.docx", lambda: package(word__mediaDOTbin=bytes(8 << 20)), "zip bomb"),
    "a bomb by size": ("plan.docx", lambda: package(word__documentDOTxml=bytes(65 << 20)), "unpack to more than 64 MB"),
    "a zip of something else": ("plan.docx", lambda: zip_of("a.txt", b"words"), "holds no Word document"),
    "a cut package": ("plan.docx", lambda: package()[:9000], "is damaged"),
    "words that are no XML": ("plan.docx", lambda: package(word__documentDOTxml=b"<w:document"), "is damaged"),
    "a text called .docx": ("plan.docx", lambda: b"words", "is damaged"),
    "a text called .pdf": ("plan.pdf", lambda: b"words", "is damaged"),
    "rich text cut off": ("plan.txt", lambda: b"{\\rtf1 words", "is damaged"),
    "a locked PDF": ("plan.pdf", locked_pdf, "is encrypted"),
    "a PDF of pictures": ("plan.pdf", lambda: pdf(b"0 0 100 100 re f"), "no text layer"),
    "a damaged PDF": ("plan.pdf", lambda: b"%PDF-1.7\nnothing of the kind", "is damaged|no text layer"),
    "a page of no size": ("plan.pdf", lambda: pdf(words="x").replace(b"[0 0 600 800]", b"[0 0 1e30 -5]"), "is damaged"),
    "a zip that climbs out": ("plan.docx", lambda: zip_of("../../plan.txt", b"words"), "holds no Word document"),
    "a page nested beyond measure": (
        "plan.html",
        lambda: b"<html><body>" + b"<div>" * 200_000 + b"x",
        "holds no words",
    ),
    "an empty PDF": ("plan.pdf", lambda: b"", "is empty"),
    "an empty page": ("plan.html", lambda: b"<html><body></body></html>", "holds no words"),
    "a page of bytes": ("plan.html", lambda: b"<html>" + bytes(range(256)), "is binary"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_refused_in_one_sentence(tmp_path: Path, kind: str) -> None:
    name, make, sentence = REFUSED[kind]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(UnusableInput, match=sentence) as refused:
        read_input(path)
    message = str(refused.value)
    assert message.startswith(str(path))
    assert message.endswith(".")
    assert "\n" not in message


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot be read"):
        read_input(tmp_path / "none.docx")


def test_a_stream_that_unpacks_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.inputs.pdf.streams.LARGEST_UNPACKED", 1 << 20)
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(b" " * (4 << 20)))
    with pytest.raises(UnusableInput, match="unpack to more than"):
        read_input(path)
    path.write_bytes(pdf(zlib.compress(b" " * (4 << 20))))
    with pytest.raises(UnusableInput, match="unpack to more than"):
        read_input(path)


def test_what_is_whole_is_read(tmp_path: Path) -> None:
    """The same makers, nothing wrong: what is refused above is refused for its one fault."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(words="A plan of words."))
    assert read_input(path).text.strip() == "A plan of words."
    word = docx.Document()
    word.add_paragraph("A plan of words.")
    stream = io.BytesIO()
    word.save(stream)
    (tmp_path / "plan.docx").write_bytes(stream.getvalue())
    assert read_input(tmp_path / "plan.docx").text.strip() == "A plan of words."


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"xl/workbook.bin": b""}, r"a binary workbook; save it as \.xlsx"),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.graphics", "content.xml": b"<a/>"},
            "neither a text nor a spread",
        ),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, "no text document inside"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "encrypted-package": b"x"}, "is encrypted"),
        ({"xl/workbook.xml": b"<workbook/>", "[Content_Types].xml": b"<Types/>"}, "damaged: it is no workbook inside"),
        ({"xl/workbook.xml": b"<!DOCTYPE a><a/>", "[Content_Types].xml": b"<Types/>"}, "declares XML entities"),
        ({"content.xml": b"<broken"}, "damaged: it is no spreadsheet inside"),
        ({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<encryption-data/>"}, "encrypted"),
    ],
)
def test_packages_that_are_no_spreadsheets(tmp_path: Path, parts: dict[str, bytes], said: str) -> None:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    path = tmp_path / "plan.xlsx"
    path.write_bytes(out.getvalue())
    with pytest.raises(UnusableInput, match=said):
        read_input(path)


def test_an_old_workbook_that_is_none_inside(tmp_path: Path) -> None:
    path = tmp_path / "plan.xls"
    path.write_bytes(OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(4000))
    with pytest.raises(UnusableInput, match="damaged: it is no workbook inside"):
        read_input(path)


@pytest.mark.parametrize("ending", ["xlsx", "xlsm", "xls", "ods"])
def test_words_under_the_name_of_a_spreadsheet(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"plan.{ending}"
    path.write_bytes("План".encode())
    with pytest.raises(UnusableInput, match="its first bytes are not those"):
        read_input(path)


def test_a_sheet_of_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Filled cells are counted, and so is what lies between two that are far apart."""
    monkeypatch.setattr("extract.inputs.sheets.sheet.MOST_CELLS", 20)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for n in range(1, 7):
        sheet.cell(n, n).value = "сад"
    path = tmp_path / "plan.xlsx"
    book.save(path)
    with pytest.raises(UnusableInput, match="more than 20 cells"):
        read_input(path)
