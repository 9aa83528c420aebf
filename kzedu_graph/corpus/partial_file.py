"""What has been downloaded of a file: kept when an answer breaks off, gone on with, and checked for what it is."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile

import httpx

from kzedu_graph.model.errors import KzeduError

FORMS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".xls": "application/vnd.ms-excel",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".html": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain",
}
"""The ending that a file gets, and the media type that a server calls it by."""
_ALSO_CALLED = {"text/rtf": ".rtf", "text/richtext": ".rtf"}
"""Further media types that servers call files by."""
_OF_TEXTS = (".md", ".csv")
"""Endings by which one text is told from another."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_TEXT = "WordDocument".encode("utf-16-le")
"""The name of a stream that a binary Word file has and a workbook has not."""
NOT_SAID = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/x-download"))
"""Media types that say nothing of a file."""


class FetchError(KzeduError):
    """A document could not be fetched; the message is one clear sentence."""


class BrokenOff(Exception):
    """An answer that ended too early, or a server that asks to come back; `wait` is in seconds."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Fetched:
    """A whole file and what the server says of it."""

    path: Path
    etag: str | None
    last_modified: str | None


class PartialFile:
    """What has been downloaded of an address, and the marks of the file that it is a part of."""

    def __init__(self, folder: Path, address: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = sha256(address.encode()).hexdigest()[:16]
        self.path, self._marks = folder / f"{name}.part", folder / f"{name}.json"

    @property
    def size(self) -> int:
        """Bytes that are there."""
        return self.path.stat().st_size if self.path.exists() else 0

    def conditions(self) -> dict[str, str]:
        """What asks for the rest, where the file can be told from another one."""
        marks = self._read()
        same = marks.get("etag") if not marks.get("etag", "").startswith("W/") else None
        same = same or marks.get("last_modified")
        if not (self.size and same):
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": same}

    def begin(self, answer: httpx.Response) -> None:
        """Makes room for what an answer brings: behind what is there, or instead of it."""
        goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
        if goes_on and not answer.headers.get("Content-Range", "").startswith(f"bytes {self.size}-"):
            self.forget()
            raise BrokenOff("the server sent another part than was asked for", 0.0)
        if goes_on:
            return
        self.forget()
        said = {
            "etag": answer.headers.get("ETag", ""),
            "last_modified": answer.headers.get("Last-Modified", ""),
            "media_type": answer.headers.get("Content-Type", "").partition(";")[0].strip().casefold(),
        }
        self._marks.write_text(json.dumps(said), "utf-8")

    def forget(self) -> None:
        """What is there is of no use."""
        self.path.unlink(missing_ok=True)
        self._marks.unlink(missing_ok=True)

    def finish(self, address: str, ending: str | None) -> Fetched:
        """The whole file under a name that ends as what it is; raises FetchError where it is something else than was
        expected.
        """
        marks = self._read()
        found = _form_of(self.path, marks.get("media_type", ""), address)
        said = ending or Path(urlsplit(address).path).suffix.casefold()
        if found is None or (said in FORMS and found != said):
            self.forget()
            raise FetchError(f"{address}: the server sent {_called(found)} instead of {_called(said)}.")
        whole = self.path.with_suffix(found)
        self.path.replace(whole)
        self._marks.unlink(missing_ok=True)
        return Fetched(whole, marks.get("etag") or None, marks.get("last_modified") or None)

    def _read(self) -> dict[str, str]:
        try:
            found: dict[str, str] = json.loads(self._marks.read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return found


def _form_of(path: Path, media_type: str, address: str) -> str | None:
    """What a file is by its first bytes, as its ending; None where it is empty or the server calls it otherwise."""
    with path.open("rb") as opened:
        head = opened.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
    said = next((ending for ending, name in FORMS.items() if name == media_type), _ALSO_CALLED.get(media_type))
    if head.startswith(b"PK\x03\x04"):
        found = _form_of_package(path)
    elif head.startswith(_OLD_OFFICE):
        found = ".doc" if said != ".xls" and _OLD_TEXT in path.read_bytes() else ".xls"
    elif head.startswith(b"%PDF-"):
        found = ".pdf"
    elif head.startswith(b"{\\rtf"):
        found = ".rtf"
    elif head.startswith(b"<"):
        found = ".html"
    elif head:
        ending = PurePosixPath(urlsplit(address).path.casefold()).suffix
        found = ending if ending in _OF_TEXTS else ".csv" if said == ".csv" else ".txt"
    else:
        return None
    if said and said != found and {said, found} - {".txt", ".html", *_OF_TEXTS}:
        return None
    return found if said or media_type in NOT_SAID or found == ".html" else None


def _form_of_package(path: Path) -> str:
    """What a zip package is by the names of its parts; a package that cannot be opened is told by its reader."""
    try:
        with ZipFile(path) as package:
            names = set(package.namelist())
            is_text = "mimetype" in names and b"opendocument.text" in package.open("mimetype").read(100)
    except (BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        return ".docx"
    if "xl/workbook.xml" in names:
        return ".xlsx"
    return ".docx" if "content.xml" not in names else ".odt" if is_text else ".ods"


def _called(ending: str | None) -> str:
    return f"a {ending} file" if ending else "something else"
