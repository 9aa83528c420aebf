"""A law repository read: every edition of every act that is selected, by its history or as it lies in a folder.

One commit is one edition: its files are the text, `caused_by` or its trailers the act that made it, and a folder that
it deletes is an act that it repeals. Of a history only names of objects are held; a text is read when it is its turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from kzedu_graph.corpus.git import NONE, Commit, Objects, Repository
from kzedu_graph.corpus.law_acts import (
    ActFolder,
    LawText,
    Read,
    Selection,
    act_folder_of,
    read_meta,
    read_text,
)
from kzedu_graph.corpus.law_folders import LANGUAGES, META, meta_files

TRAILERS = {
    "code": "Cause-Act-Code",
    "requisite": "Cause-Act-Requisite",
    "title": "Cause-Act-Title",
    "link": "Cause-Act-Link",
}
"""Keys of `caused_by` and the trailers of a commit that say the same."""


@dataclass(frozen=True, slots=True)
class Repeal:
    """An act that a commit deletes: its code, the day, and the act that ended it, as `repealed_by` of meta data."""

    code: str
    on: date
    by: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Missing:
    """A text whose bytes the clone lacks."""

    folder: str
    language: str


Event = LawText | Repeal | Missing


def read_folder(path: Path, selection: Selection) -> Iterator[Event]:
    """The texts of a folder that is no clone: each act as it lies there."""
    for meta in meta_files(path):
        at = meta.parent
        files = [file for file in at.rglob("*") if file.is_file()]
        folder = ActFolder(at.relative_to(path).as_posix())
        folder.files = {file.relative_to(at).as_posix(): str(file) for file in files}
        yield from _as_it_is(folder, selection, lambda name: Path(name).read_bytes())


def read_current(repository: Repository, commit: str, selection: Selection) -> Iterator[Event]:
    """The texts that stand at a commit, without what came before."""
    folders: dict[str, ActFolder] = {}
    for file, name in repository.files_at(commit):
        place = act_folder_of(file)
        if place and selection.takes_folder(place[0]):
            folders.setdefault(place[0], ActFolder(place[0])).files[place[1]] = name
    with Objects(repository) as objects:
        for folder in folders.values():
            yield from _as_it_is(folder, selection, objects.read)


def read_history(repository: Repository, until: str, selection: Selection, since: str | None = None) -> Iterator[Event]:
    """Every edition and every repeal up to a commit, oldest first; only what is newer than `since` where given."""
    replay = _Replay(repository, selection)
    with Objects(repository) as objects:
        if since:
            replay.stand_at(since, objects.read)
        for commit in repository.commits(until, since):
            yield from replay.apply(commit, objects.read)


@dataclass(slots=True)
class _Told:
    """What was told of a language last: the day of its text, a digest of what holds it, and the act that made it."""

    day: object
    digest: bytes
    cause: Mapping[str, Any] | None


@dataclass(slots=True)
class _Act:
    """An act as the history has it so far; its meta data is read again where it is needed."""

    folder: ActFolder
    code: str = ""
    taken: bool = False
    told: dict[str, _Told] = field(default_factory=dict)


@dataclass(slots=True)
class _Replay:
    """Goes through a history commit by commit."""

    repository: Repository
    selection: Selection
    acts: dict[str, _Act] = field(default_factory=dict)

    def stand_at(self, commit: str, read: Read) -> None:
        """Take the files of a commit as known, without telling their texts again."""
        for file, name in self.repository.files_at(commit):
            place = act_folder_of(file)
            if place and self.selection.takes_folder(place[0]):
                self._act(place[0]).folder.files[place[1]] = name
        for act in self.acts.values():
            meta = read_meta(act.folder, read)
            act.code, act.taken = code_in(meta), self.selection.takes(act.folder.path, meta)
            for language in LANGUAGES:
                act.told[language] = _state(act, language, meta, meta.get("caused_by"))

    def apply(self, commit: Commit, read: Read) -> Iterator[Event]:
        """What one commit tells."""
        with_meta: dict[str, bool] = {}
        for file, name in commit.files:
            place = act_folder_of(file)
            if not place or not self.selection.takes_folder(place[0]):
                continue
            files = self._act(place[0]).folder.files
            if name == NONE:
                files.pop(place[1], None)
            else:
                files[place[1]] = name
            with_meta[place[0]] = with_meta.get(place[0], False) or place[1] == META
        gone = [self.acts.pop(path) for path in with_meta if not self.acts[path].folder.files]
        standing = {path: whole for path, whole in with_meta.items() if path in self.acts}
        for path, whole in standing.items():
            yield from self._told(self.acts[path], whole, commit, read)
        moved = {self.acts[path].code for path in standing}
        for act in gone:
            if act.taken and act.code not in moved:
                yield Repeal(act.code, commit.day, cause_of(commit))

    def _told(self, act: _Act, meta_changed: bool, commit: Commit, read: Read) -> Iterator[Event]:
        meta = read_meta(act.folder, read)
        act.code, act.taken = code_in(meta), self.selection.takes(act.folder.path, meta)
        for language in LANGUAGES:
            if not act.folder.has(language):
                continue
            before = act.told.get(language)
            state = _state(act, language, meta, meta.get("caused_by") or cause_of(commit))
            same = before is not None and (before.day, before.digest) == (state.day, state.digest)
            if same and before:
                state.cause = before.cause
            act.told[language] = state
            if act.taken and not (same and not meta_changed):
                found = read_text(act.folder, language, with_cause(meta, state.cause), commit.day, read)
                yield found or Missing(act.folder.path, language)

    def _act(self, path: str) -> _Act:
        if path not in self.acts:
            self.acts[path] = _Act(ActFolder(path))
        return self.acts[path]


def _state(act: _Act, language: str, meta: Mapping[str, Any], cause: Mapping[str, Any] | None) -> _Told:
    days = meta.get("version_date")
    day = days.get(language) if isinstance(days, Mapping) else days
    return _Told(day, sha256(repr(act.folder.objects(language)).encode()).digest(), cause)


def code_in(meta: Mapping[str, Any]) -> str:
    """The code of an act by its meta data."""
    return str(meta["act_code"])


def cause_of(commit: Commit) -> Mapping[str, Any] | None:
    """The act that a commit's trailers name, as `caused_by` of meta data; None where they name none."""
    said = {key: commit.trailers[trailer] for key, trailer in TRAILERS.items() if trailer in commit.trailers}
    return said or None


def with_cause(meta: Mapping[str, Any], cause: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Meta data with the act that made the edition; an act that is said to make its own edition amends nothing."""
    about = {key: value for key, value in meta.items() if key != "caused_by"}
    own = cause is not None and str(cause.get("code")) == str(meta.get("act_code"))
    return {**about, "caused_by": dict(cause)} if cause and not own else about


def _as_it_is(folder: ActFolder, selection: Selection, read: Read) -> Iterator[Event]:
    if not selection.takes_folder(folder.path):
        return
    meta = read_meta(folder, read)
    if not selection.takes(folder.path, meta):
        return
    for language in LANGUAGES:
        if folder.has(language):
            about = with_cause(meta, meta.get("caused_by"))
            yield read_text(folder, language, about, meta.get("approved_on"), read) or Missing(folder.path, language)
