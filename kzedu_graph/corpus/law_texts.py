"""The texts of a law repository as files that a build reads, and the list of them that the corpus keeps.

    <folder>/990101.2031-05-05.rus.md    an edition in a language, its meta data in front
    <folder>/texts.json                  the commit that was read, the selection, and the digest of each file

A text that has not changed keeps its file, so that a build reads only what is new.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from kzedu_graph.corpus.git import Repository, is_repository
from kzedu_graph.corpus.law_acts import LawText, Selection
from kzedu_graph.corpus.law_repository import Event, Missing, Repeal, read_current, read_folder, read_history
from kzedu_graph.corpus.listed_repository import CorpusError

LIST = "texts.json"
CURRENT = "current"


@dataclass(slots=True)
class Texts:
    """The files of one repository: what was read of it, and what became of them in this reading."""

    folder: Path
    commit: str | None = None
    selection: Selection = field(default_factory=Selection)
    digests: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def files(self) -> list[Path]:
        """The files to read, in order of their names."""
        return [self.folder / name for name in sorted(self.digests)]

    def latest(self, code: str) -> list[str]:
        """The file of each language that holds the last edition of an act; days in names sort as days."""
        last: dict[str, str] = {}
        for name in sorted(name for name in self.digests if name.startswith(f"{code}.")):
            last[name.split(".")[2]] = name
        return list(last.values())


def open_texts(folder: Path) -> Texts:
    """The list of a folder, an empty one where there is none or it is damaged."""
    try:
        said: dict[str, Any] = json.loads((folder / LIST).read_text("utf-8"))
        chosen: dict[str, Any] = said["selection"]
        lists = {key: tuple(chosen[key]) for key in ("globs", "kinds", "issuers")}
        selection = Selection(**lists, since=chosen["since"], editions=chosen["editions"])
        return Texts(folder, said["commit"], selection, dict(said["texts"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Texts(folder)


def take_texts(
    path: Path, folder: Path, selection: Selection, ref: str = "HEAD", step: Callable[[str], None] = lambda _: None
) -> Texts:
    """Writes the texts of a clone, or of a folder of acts, that a selection takes; only what is new since the last time
    is read, unless the history was written anew (a force-push) or the selection is another one.

    Raises CorpusError where the repository is unusable or gives no text.
    """
    known = open_texts(folder)
    known = known if known.selection == selection else Texts(folder, digests=known.digests)
    commit = None
    if is_repository(path):
        repository = Repository(path)
        commit = repository.resolve(ref)
        since = known.commit if known.commit and _is_behind(repository, known.commit, commit) else None
        if since == commit and all(file.is_file() for file in known.files):
            return known
        if selection.editions == CURRENT:
            since, events = None, read_current(repository, commit, selection)
        else:
            events = read_history(repository, commit, selection, since)
    else:
        since, events = None, read_folder(path, selection)
    found = Texts(folder, commit, selection, dict(known.digests) if since else {})
    folder.mkdir(parents=True, exist_ok=True)
    _write_all(found, events, step)
    found.gone = sorted(set(known.digests) - set(found.digests))
    for name in found.gone:
        (folder / name).unlink(missing_ok=True)
    if not found.digests:
        raise CorpusError(f"{path}: no act of the repository is selected.")
    _save(found)
    return found


def _is_behind(repository: Repository, older: str, newer: str) -> bool:
    return older == newer or repository.is_ancestor(older, newer)


def _write_all(texts: Texts, events: Iterable[Event], step: Callable[[str], None]) -> None:
    """Files of the events; of an act that ends, the texts are written anew with the day and the act that ended it."""
    for event in events:
        match event:
            case LawText():
                step(event.name)
                _write(texts, event.name, event.written())
            case Repeal():
                for name in texts.latest(event.code):
                    _write(texts, name, _repealed((texts.folder / name).read_text("utf-8"), event))
            case Missing():
                texts.missing.append(f"{event.folder} ({event.language})")


def _repealed(written: str, repeal: Repeal) -> str:
    """A written text whose meta data says when the act ended and by what."""
    _, about, words = written.split("---\n", 2)
    meta = yaml.safe_load(about)
    meta["repealed_on"] = repeal.on
    if repeal.by and str(repeal.by.get("code")) != repeal.code:
        meta["repealed_by"] = dict(repeal.by)
    return LawText(repeal.code, "", None, meta, words.removeprefix("\n")).written()


def _write(texts: Texts, name: str, words: str) -> None:
    data = words.encode("utf-8", "replace")
    digest = sha256(data).hexdigest()
    path = texts.folder / name
    texts.digests[name] = digest
    if path.is_file() and sha256(path.read_bytes()).hexdigest() == digest:
        return
    beside = path.with_name(f".{name}.new")
    beside.write_bytes(data)
    beside.replace(path)
    texts.written.append(name)


def _save(texts: Texts) -> None:
    said = {"commit": texts.commit, "selection": asdict(texts.selection), "texts": dict(sorted(texts.digests.items()))}
    beside = texts.folder / f".{LIST}.new"
    beside.write_text(json.dumps(said, ensure_ascii=False, indent=0), "utf-8")
    beside.replace(texts.folder / LIST)
