"""A zip package is looked at before it is opened: nothing too large, nothing encrypted, no document that runs."""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from extract.inputs.parts import UnusableInput

LARGEST_UNPACKED = 256 * 1024 * 1024
"""Bytes that all parts together may have unpacked."""
LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part that is XML."""
HIGHEST_RATIO = 200
"""Unpacked by packed bytes of a part above `RATIO_COUNTS`; text packs some twenty to one."""
RATIO_COUNTS = 4 * 1024 * 1024
MOST_PARTS = 5000

_MAIN_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "content.xml": "ods"}
"""The part that says what a package is, by its name in small letters."""
_KIND_OF_OPEN_DOCUMENT = "mimetype"
_LONGEST_KIND = 100
_OPEN_DOCUMENT = ("ods", "odt")
_ENCRYPTED_OPEN_DOCUMENT = "encrypted-package"
_READ_OF_TEXT = ("content.xml", "styles.xml")
"""Parts of an OpenDocument text that are read; older programs write document types into others."""
_ENCRYPTED = 0x1
_MANIFEST = "META-INF/manifest.xml"
_MACROS = ("vbaproject.bin", "vbadata.xml")
_FOLDERS_OF_MACROS = ("basic/", "scripts/")
_LISTS_OF_MACROS = ("script-lb.xml", "script-lc.xml", "dialog-lb.xml", "dialog-lc.xml")
"""What stands in such a folder also where no macro does."""
_MACRO_TYPE = b"macroEnabled"
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def form_of_package(data: bytes, name: str) -> str:
    """What a package holds: "docx", "xlsx", "ods" or "odt"; raises UnusableInput where that is none of them."""
    try:
        with ZipFile(io.BytesIO(data)) as package:
            parts = {part.filename.replace("\\", "/").casefold(): part for part in package.infolist()}
            said = parts.get(_KIND_OF_OPEN_DOCUMENT)
            kind = package.open(said).read(_LONGEST_KIND) if said and not said.flag_bits & _ENCRYPTED else b""
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, KeyError, zlib.error) as error:
        raise UnusableInput(f"{name}: the file is damaged: its zip package cannot be read.") from error
    if "xl/workbook.bin" in parts:
        raise UnusableInput(f"{name}: the file is a binary workbook; save it as .xlsx.")
    found = next((form for part, form in _MAIN_PARTS.items() if part in parts), None)
    if b"opendocument" in kind:
        if _ENCRYPTED_OPEN_DOCUMENT in parts:
            raise UnusableInput(f"{name}: the file is encrypted; save it without a password.")
        if b"opendocument.text" in kind:
            found = "odt" if found == "ods" else None
        elif b"opendocument.spreadsheet" not in kind:
            raise UnusableInput(
                f"{name}: the file is an OpenDocument file, neither a text nor a spreadsheet; save it as .docx."
            )
    if found is None or (found not in _OPEN_DOCUMENT and "[content_types].xml" not in parts):
        raise UnusableInput(
            f"{name}: the file is binary, a zip archive that holds no Word document, no OpenDocument text and no "
            "spreadsheet."
        )
    return found


def check_package(data: bytes, name: str, form: str = "docx") -> None:
    """Raises UnusableInput, in one sentence, for a package that is damaged, encrypted, too large, or holds macros.

    Sizes are those that the directory states; `ZipFile` reads no more of a part than it states there. Macros of a
    spreadsheet are common and left alone.
    """
    if form_of_package(data, name) != form:
        raise UnusableInput(f"{name}: the file is damaged: it is no .{form} file inside.")
    try:
        with ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            _check_sizes(parts, name)
            if any(part.flag_bits & _ENCRYPTED for part in parts):
                raise UnusableInput(f"{name}: the file is encrypted; save it without a password.")
            names = {part.filename.replace("\\", "/").casefold() for part in parts}
            if form in _OPEN_DOCUMENT:
                _check_manifest(package, name)
            if form in ("docx", "odt"):
                _check_macros(package, parts, names, name)
            for part in parts:
                if part.filename in _READ_OF_TEXT or (
                    form != "odt" and part.filename.casefold().endswith((".xml", ".rels"))
                ):
                    _check_xml(package.read(part), part, name)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, KeyError, zlib.error) as error:
        raise UnusableInput(f"{name}: the file is damaged: its zip package cannot be read.") from error


def _check_sizes(parts: list[ZipInfo], name: str) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnusableInput(f"{name}: the file would unpack to more than {LARGEST_UNPACKED >> 20} MB; it is not read.")
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels")) and part.file_size > LARGEST_PART:
            raise UnusableInput(
                f"{name}: a part of it would unpack to more than {LARGEST_PART >> 20} MB; it is not read."
            )
        if part.file_size > RATIO_COUNTS and part.file_size > HIGHEST_RATIO * max(1, part.compress_size):
            raise UnusableInput(f"{name}: the file is packed like a zip bomb; it is not read.")


def _check_manifest(package: ZipFile, name: str) -> None:
    """OpenDocument encrypts its parts one by one, and says so in its list of them."""
    manifest = package.read(_MANIFEST) if _MANIFEST in package.namelist() else b""
    if b"encryption-data" in manifest:
        raise UnusableInput(f"{name}: the file is encrypted; save it without a password.")


def _check_macros(package: ZipFile, parts: list[ZipInfo], names: set[str], name: str) -> None:
    if any(map(_is_macro, names)) or any(
        _MACRO_TYPE in package.read(part) for part in parts if part.filename.casefold() == "[content_types].xml"
    ):
        raise UnusableInput(f"{name}: the file holds macros; save it as a .docx without them.")


def _is_macro(part: str) -> bool:
    """By the name of a part in small letters."""
    last = part.rpartition("/")[2]
    return last in _MACROS or (bool(last) and part.startswith(_FOLDERS_OF_MACROS) and last not in _LISTS_OF_MACROS)


def _check_xml(data: bytes, part: ZipInfo, name: str) -> None:
    """No document type, so no entities: Word writes none, and none is expanded."""
    plain = data.replace(b"\x00", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    if any(declaration in plain for declaration in _DECLARATIONS):
        raise UnusableInput(f"{name}: its part {part.filename} declares XML entities; it is not read.")
