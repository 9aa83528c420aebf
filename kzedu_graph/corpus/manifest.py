"""A corpus: a folder of texts and `corpus.toml`, its manifest, which says of each text what it is and where from.

A document's keys in the manifest are the fields of `Listed`; comments and the order of the file are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from hashlib import file_digest
from pathlib import Path, PurePosixPath

import tomlkit
from tomlkit.exceptions import ParseError
from tomlkit.items import AoT, Table

from kzedu_graph.corpus.listed_repository import CorpusError, ListedRepository, read_repository
from kzedu_graph.model.corpus import CorpusDescription
from kzedu_graph.vocabulary.supplements import VARIABLES

MANIFEST = "corpus.toml"
PREFACE = "The texts of this corpus, written by `kzedu corpus`; what you add by hand is kept."


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of a corpus: its file within the folder, where it is from, and what it was recognised as.

    `etag` and `last_modified` are what the server said of the file when it was fetched.
    """

    file: str
    sha256: str
    address: str | None = None
    retrieved_on: date | None = None
    etag: str | None = None
    last_modified: str | None = None
    work: str | None = None
    kind: str | None = None
    number: str | None = None
    act_date: date | None = None
    issuer: str | None = None
    lang: str | None = None
    version_date: date | None = None
    title: str | None = None

    @property
    def edition(self) -> tuple[str | None, date | None, str | None]:
        """Work, day and language: what no two documents of a corpus share."""
        return self.work, self.version_date, self.lang


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file of a corpus: `kind` is missing, changed, unlisted, unrecognised or same-edition."""

    kind: str
    file: str
    message: str


class Corpus:
    """The folder and its manifest; nothing is written before `save`."""

    def __init__(self, folder: Path) -> None:
        """Opens the manifest of a folder, an empty one where there is none; raises CorpusError where it is broken."""
        self.folder = folder
        self.manifest = folder / MANIFEST
        self._toml = self._parsed()
        self._tables: AoT = self._toml.get("document") or tomlkit.aot()
        if not isinstance(self._tables, AoT):
            raise CorpusError(f"{self.manifest}: documents are written as [[document]] tables.")
        self._listed = [self._read(table) for table in self._tables]
        self.repositories = [
            read_repository(table.unwrap(), self.manifest) for table in self._toml.get("repository", ())
        ]

    def __iter__(self) -> Iterator[Listed]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)

    def path(self, listed: Listed) -> Path:
        """Where the file of a document lies."""
        return self.folder / listed.file

    def brought(self) -> Iterator[tuple[str, Path]]:
        """The folders that come with the texts (`registry = "../registry"`), by kind; raises CorpusError."""
        for kind in VARIABLES:
            if kind not in self._toml:
                continue
            folder = self.folder / str(self._toml[kind])
            if not folder.is_dir():
                raise CorpusError(f"{self.manifest}: {kind} names {folder}, and there is no such folder.")
            yield kind, folder

    @property
    def description(self) -> CorpusDescription:
        """What the manifest says of the whole (`invented = true`, `today = 2034-06-01`); raises CorpusError."""
        plain = self._toml.unwrap()
        invented, today = plain.get("invented", False), plain.get("today")
        if type(invented) is not bool:
            raise CorpusError(f"{self.manifest}: invented is written as true or false, not {invented!r}.")
        if today is not None and type(today) is not date:
            raise CorpusError(f"{self.manifest}: today is written as a {WRITTEN[date]}, not {today!r}.")
        return CorpusDescription(invented, today)

    def unlisted(self, endings: Sequence[str]) -> list[str]:
        """Files of the folder that could be read and that the manifest does not name."""
        named = {listed.file for listed in self}
        return sorted(
            file.name
            for file in self.folder.glob("*")
            if file.suffix.casefold() in endings and file.is_file() and file.name not in named
        )

    def put(self, listed: Listed, instead_of: Listed | None = None) -> None:
        """Lists a document, at the end or in the place of another."""
        if instead_of is None:
            self._listed.append(listed)
            table = tomlkit.table()
            table.trivia.indent = "\n"
            self._tables.append(table)
            self._toml.setdefault("document", self._tables)
        at = len(self._listed) - 1 if instead_of is None else self._listed.index(instead_of)
        self._listed[at] = listed
        _write(self._tables[at], listed)

    def put_repository(self, repository: ListedRepository) -> None:
        """Lists a law repository, in the place of what was listed under its name."""
        self.repositories = [*(one for one in self.repositories if one.name != repository.name), repository]
        tables = tomlkit.aot()
        for one in self.repositories:
            tables.append(tomlkit.item(one.table()))
        self._toml["repository"] = tables

    def drop(self, listed: Listed) -> None:
        """Takes a document off the list; its file stays."""
        at = self._listed.index(listed)
        del self._listed[at]
        del self._tables[at]

    def save(self) -> None:
        """Writes the manifest, in one step."""
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = self.manifest.with_name(f".{MANIFEST}.new")
        beside.write_text(tomlkit.dumps(self._toml), "utf-8")
        beside.replace(self.manifest)

    def _parsed(self) -> tomlkit.TOMLDocument:
        try:
            return tomlkit.parse(self.manifest.read_text("utf-8"))
        except FileNotFoundError:
            empty = tomlkit.document()
            empty.add(tomlkit.comment(PREFACE))
            return empty
        except (OSError, UnicodeDecodeError) as error:
            raise CorpusError(f"{self.manifest}: cannot be read: {error}.") from error
        except ParseError as error:
            raise CorpusError(f"{self.manifest}: {error}.") from error

    def _read(self, table: Table) -> Listed:
        plain = table.unwrap()
        known = {field.name: field.type for field in fields(Listed)}
        for key, value in plain.items():
            if key not in known:
                raise CorpusError(f"{self.manifest}: {key!r} is no key of a document; known are {', '.join(known)}.")
            wanted = date if "date" in str(known[key]) else str
            if type(value) is not wanted:
                raise CorpusError(f"{self.manifest}: {key} is written as a {WRITTEN[wanted]}, not {value!r}.")
        for key in ("file", "sha256"):
            if key not in plain:
                raise CorpusError(f"{self.manifest}: a document lacks its {key}.")
        inside = PurePosixPath(plain["file"])
        if inside.is_absolute() or ".." in inside.parts:
            raise CorpusError(f"{self.manifest}: {plain['file']} does not lie in the corpus.")
        return Listed(**plain)


WRITTEN: dict[type, str] = {date: "date (2031-05-05)", str: 'text ("...")'}


def _write(table: Table, listed: Listed) -> None:
    for key, value in asdict(listed).items():
        if value is None:
            table.pop(key, None)
        elif table.get(key) != value:
            table[key] = value


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def is_whole(corpus: Corpus, listed: Listed) -> bool:
    """Whether the file of a document is there, with the bytes that were listed."""
    path = corpus.path(listed)
    return path.is_file() and digest_of(path) == listed.sha256


def check_corpus(corpus: Corpus, endings: Sequence[str]) -> list[Problem]:
    """What is wrong with the files of a corpus, by its manifest; no document is read."""
    problems: list[Problem] = []
    editions: dict[tuple[str | None, date | None, str | None], str] = {}
    for listed in corpus:
        path = corpus.path(listed)
        if not path.is_file():
            problems.append(Problem("missing", listed.file, "the file is not there"))
        elif not is_whole(corpus, listed):
            problems.append(
                Problem("changed", listed.file, "the bytes are not those that were added; add it again with --replace")
            )
        if listed.version_date is None:
            problems.append(Problem("unrecognised", listed.file, "its header does not say its act and day"))
        twin = editions.setdefault(listed.edition, listed.file)
        if twin != listed.file:
            problems.append(Problem("same-edition", listed.file, f"is the same edition as {twin} ({told(listed)})"))
    problems.extend(
        Problem("unlisted", file, f"is not in {MANIFEST}; add it, or it is not read")
        for file in corpus.unlisted(endings)
    )
    return problems


def by_edition(corpus: Corpus) -> list[Listed]:
    """The documents, those of one act together, oldest edition first."""
    return sorted(corpus, key=lambda one: (one.work or "", one.version_date or date.min, one.lang or "", one.file))


def told(listed: Listed) -> str:
    """The edition of a document, in words: what no other of its corpus has."""
    return ", ".join(str(part) for part in listed.edition if part)
