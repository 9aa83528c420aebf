"""Any file as it is downloaded -> its text, and its blocks where its format knows them. Told by its first bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from extract.document.blocks import Block
from extract.inputs.canonical import write_canonical
from extract.inputs.package import form_of_package
from extract.inputs.parts import LeftOut, Part, UnusableInput
from extract.inputs.plain import decode_bytes
from kzedu_graph.language.letters import UNSEEN

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes."""

_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_BINARY_ENDINGS = (".doc", ".docx", ".odt", ".rtf", ".xlsx", ".xlsm", ".xls", ".ods", ".pdf")
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_DELIMITED_ENDINGS = (".csv", ".tsv")
_READERS = {
    "doc": "extract.inputs.word.doc",
    "docx": "extract.inputs.word.docx",
    "odt": "extract.inputs.word.odt",
    "rtf": "extract.inputs.word.rtf",
    "pdf": "extract.inputs.pdf.pdf",
    "xlsx": "extract.inputs.sheets.xlsx",
    "ods": "extract.inputs.sheets.ods",
    "xls": "extract.inputs.sheets.xls",
}
_RICH_TEXT = b"{\\rtf"
_BEFORE_RICH_TEXT = b"\xef\xbb\xbf \t\r\n"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OLD_WORKBOOK, _OLD_TEXT = ("Workbook".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
"""Names of streams in a file of the old Office."""


_UNSEEN = dict.fromkeys(map(ord, UNSEEN))


@dataclass(frozen=True, slots=True)
class Input:
    """A file as read: its canonical text, the format's name, the encoding of a text (else ""), and its blocks.

    `blocks` is None where the text shows its structure itself, for a reader of `extract.readers` to find. `left_out`
    is what the file holds and nobody sees in it.
    """

    text: str
    form: str
    encoding: str = ""
    blocks: tuple[Block, ...] | None = None
    left_out: tuple[LeftOut, ...] = ()


def read_input(path: Path) -> Input:
    """One file; raises UnusableInput, in one sentence, where it is missing, empty, encrypted, damaged or refused.

    The first bytes say what it is, and the ending must not promise something else.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnusableInput(f"{path}: the file is larger than {LARGEST_FILE >> 20} MB; it is not read.")
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInput(f"{path}: cannot be read: {error.strerror}.") from error
    name, ending = str(path), path.suffix.casefold()
    _refuse_by_bytes(data, name)
    form = _form_of_bytes(data, name)
    if form:
        return _written(_reader_of_bytes(form)(data, name), form, name)
    if data and ending in _BINARY_ENDINGS:
        raise UnusableInput(f"{name}: the file is damaged: its first bytes are not those of a {ending} file.")
    decoded = decode_bytes(data, name, _declared(data) if b"<" in data[:1024] else None)
    if ending in _PAGE_ENDINGS or _PAGE.match(decoded.text):
        parts = cast(Callable[[str, str], Iterable[Part]], import_module("extract.inputs.html").read_html)
        return _written(parts(decoded.text, name), "html", name, decoded.encoding)
    if page := _source_of_page(decoded.text, ending):
        parts = cast(Callable[[str, str], Iterable[Part]], import_module("extract.inputs.html").read_html)
        return _written(parts(page, name), "html", name, decoded.encoding)
    if ending in _DELIMITED_ENDINGS:
        parts = cast(Callable[[str, str], Iterable[Part]], import_module("extract.inputs.sheets.delimited").read_csv)
        return _written(parts(decoded.text, name), "csv", name, decoded.encoding)
    text = decoded.text.translate(_UNSEEN) if any(sign in decoded.text for sign in UNSEEN) else decoded.text
    return Input(unicodedata.normalize("NFC", text), "marked" if ending == ".md" else "", decoded.encoding)


def _source_of_page(text: str, ending: str) -> str | None:
    """The page that a text file is the source of; None for any other text."""
    if ending in _DELIMITED_ENDINGS or "</" not in text:
        return None
    page_in = cast(Callable[..., str | None], import_module("extract.inputs.pages.source").page_in)
    return page_in(text, marked=ending == ".md")


def _refuse_by_bytes(data: bytes, name: str) -> None:
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED_OFFICE in data:
            raise UnusableInput(f"{name}: the file is encrypted; save it without a password.")
        if _OLD_WORKBOOK not in data and _OLD_TEXT not in data:
            raise UnusableInput(f"{name}: the file is binary, of an old Office format; save it as .docx.")


def _form_of_bytes(data: bytes, name: str) -> str:
    """The format that the first bytes tell; "" for a text."""
    if data.startswith(b"PK\x03\x04"):
        return form_of_package(data, name)
    if data.startswith(_OLD_OFFICE):
        holds_both = _OLD_WORKBOOK in data and name.casefold().endswith(".xls")  # one may lie in the other
        return "doc" if _OLD_TEXT in data and not holds_both else "xls"
    if data[:1024].lstrip(_BEFORE_RICH_TEXT).startswith(_RICH_TEXT):
        return "rtf"
    return "pdf" if data[:1024].lstrip().startswith(b"%PDF-") else ""


def _reader_of_bytes(form: str) -> Callable[[bytes, str], Iterable[Part]]:
    """The reader of a format, imported when it is first needed: plain texts do not pay for its library."""
    return cast(Callable[[bytes, str], Iterable[Part]], getattr(import_module(_READERS[form]), f"read_{form}"))


def _declared(data: bytes) -> str | None:
    return cast(Callable[[bytes], str | None], import_module("extract.inputs.html").declared_encoding)(data)


def _written(parts: Iterable[Part], form: str, name: str, encoding: str = "") -> Input:
    canonical = write_canonical(parts)
    if not canonical.text.strip():
        raise UnusableInput(f"{name}: the file holds no words.")
    return Input(canonical.text, form, encoding, canonical.blocks, canonical.left_out)
