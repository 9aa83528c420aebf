"""An act of a law repository at one moment: its folder, its `meta.yaml`, and its text in each language.

    07-ministerial/103001000000-adilet/2031/0505-o-chitalnykh-zalakh-990201/
        meta.yaml      number, day, issuer, titles, addresses, what made this edition
        rus.md, kaz.md the text; of a large act an index, its parts lie in rus/ and kaz/

The text of an edition is one Markdown file for us: what the meta data says of it stands in front, between two lines of
three dashes, with the keys of `meta.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

import yaml

from kzedu_graph.corpus.law_folders import LANGUAGES, META

Read = Callable[[str], bytes | None]
"""The bytes of an object or a file by its name; None where they are not there."""

_CODE = re.compile(r"-(?P<code>\d+)$")
_YEAR = re.compile(r"(?<![^/])(?P<year>(?:19|20)\d\d)(?=/|\d{4}-)")
_PART_LINK = re.compile(r"^\|[^|\n]*\]\((?P<path>(?:rus|kaz)/[\w.-]+\.md)\)", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_WAY_BACK = re.compile(r"\A\s*[^\n]*\]\(\.\./(?:rus|kaz)\.md\)[^\n]*\n")


@dataclass(slots=True)
class ActFolder:
    """The files of an act by their names within its folder, each with the object that holds its bytes."""

    path: str
    files: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The act's number in the bank of acts, which ends the folder's name; the name where no number does."""
        name = PurePosixPath(self.path).name
        found = _CODE.search(name)
        return found["code"] if found else name

    def has(self, language: str) -> bool:
        """Whether there is a text in a language ("rus")."""
        return f"{language}.md" in self.files

    def objects(self, language: str) -> tuple[str, ...]:
        """What holds the text of a language, index and parts."""
        names = (n for n in self.files if n == f"{language}.md" or n.startswith(f"{language}/"))
        return tuple(f"{name} {self.files[name]}" for name in sorted(names))


@dataclass(frozen=True, slots=True)
class LawText:
    """One edition of an act in one language: its code, its day, what the meta data says, and its words."""

    code: str
    language: str
    day: date | None
    meta: Mapping[str, Any]
    words: str

    @property
    def name(self) -> str:
        """What its file is called: "990101.2031-05-05.rus.md"."""
        return f"{self.code}.{self.day or 'undated'}.{self.language}.md"

    def written(self) -> str:
        """The meta data, then the words."""
        about = yaml.safe_dump(dict(self.meta), allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{about}---\n\n{self.words}"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which acts are taken: globs of folders, codes of their types ("ПЛАН"), words of the issuer, the first year.

    Where nothing is named, every act is; `editions` is current or all.
    """

    globs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    since: int | None = None
    editions: str = "all"

    def takes_folder(self, path: str) -> bool:
        """Whether an act may be taken by its folder alone, before its meta data is read."""
        year = _YEAR.search(path)
        if self.since and year and int(year["year"]) < self.since:
            return False
        return not self.globs or any(
            fnmatchcase(path, f"{glob.rstrip('/')}{end}") for glob in self.globs for end in ("", "/*")
        )

    def takes(self, path: str, meta: Mapping[str, Any]) -> bool:
        """Whether an act is taken by its meta data too."""
        approved = meta.get("approved_on")
        if self.since and isinstance(approved, date) and approved.year < self.since:
            return False
        codes = {str(code).casefold() for code in (meta.get("form"), *_list(meta.get("type_codes")))}
        if self.kinds and not any(kind.casefold() in codes for kind in self.kinds):
            return False
        told = " ".join((path, str(meta.get("requisite") or ""), *map(str, _list(meta.get("approved_by"))))).casefold()
        return not self.issuers or any(issuer.casefold() in told for issuer in self.issuers)


def act_folder_of(path: str) -> tuple[str, str] | None:
    """The folder of an act and the file's name in it; None for a file that is no act's."""
    place = PurePosixPath(path)
    if place.name == META or place.name in (f"{language}.md" for language in LANGUAGES):
        return str(place.parent), place.name
    if place.suffix == ".md" and place.parent.name in LANGUAGES:
        return str(place.parent.parent), f"{place.parent.name}/{place.name}"
    return None


def read_meta(folder: ActFolder, read: Read) -> Mapping[str, Any]:
    """What `meta.yaml` says; with the code of the folder alone where there is none or it is no YAML."""
    data = read(folder.files[META]) if META in folder.files else None
    try:
        said = yaml.load(data.decode("utf-8", "replace"), Loader=_LOADER) if data else None
    except yaml.YAMLError:
        said = None
    found: dict[str, Any] = said if isinstance(said, dict) else {}
    return {"act_code": folder.code, **found}


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_text(
    folder: ActFolder, language: str, meta: Mapping[str, Any], otherwise: date | None, read: Read
) -> LawText | None:
    """The text of an act in a language, its parts put together; None where the clone lacks one of them.

    `otherwise` is the edition's day where the meta data tells none.
    """
    words = _words(folder, language, read)
    if words is None:
        return None
    day = _of_language(meta.get("version_date"), language) or otherwise
    return LawText(
        str(meta.get("act_code") or folder.code),
        language,
        day if isinstance(day, date) else None,
        {
            "language": language,
            **{key: value for key, value in meta.items() if value is not None},
            "version_date": day,
            "source": _of_language(meta.get("source"), language),
        },
        words,
    )


def _words(folder: ActFolder, language: str, read: Read) -> str | None:
    """The head of an index up to the heading over the table of its parts, then the parts in the table's order."""
    whole = _decoded(read(folder.files[f"{language}.md"]))
    if whole is None:
        return None
    links = [link for link in _PART_LINK.finditer(whole) if link["path"].startswith(language)]
    if not links:
        return whole
    over = [heading.start() for heading in _HEADING.finditer(whole, 0, links[0].start())]
    pieces = [whole[: over[-1] if len(over) > 1 else links[0].start()].rstrip()]
    for link in links:
        data = _decoded(read(folder.files[link["path"]])) if link["path"] in folder.files else None
        if data is None:
            return None
        pieces.append(_WAY_BACK.sub("", data).strip())
    return "\n\n".join(pieces) + "\n"


def _decoded(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "replace").removeprefix("\ufeff")


def _of_language(said: object, language: str) -> object:
    return said.get(language) if isinstance(said, Mapping) else said


def _list(said: object) -> Iterator[object]:
    yield from said if isinstance(said, list) else ([] if said is None else [said])
