"""How documents come into a corpus: files that are at hand, and files that were fetched from an address.

What a file is, is handed in (`Recognise`), for this package knows no document format.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from kzedu_graph.corpus.listed_repository import CorpusError
from kzedu_graph.corpus.manifest import Corpus, Listed, digest_of, is_whole, told
from kzedu_graph.model.records import Source

RECOGNISED = ("work", "kind", "number", "act_date", "issuer", "lang", "version_date", "title")
"""What a manifest repeats of a `Source`."""

Recognise = Callable[[Path], Source]
"""What a file is, by its own header; raises what its caller tells as one sentence."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a document: `how` is added, replaced, readdressed or unchanged."""

    how: str
    listed: Listed


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A file as it came from an address, on a day, with the server's marks of it."""

    path: Path
    address: str
    on: date
    etag: str | None = None
    last_modified: str | None = None


def add_file(
    corpus: Corpus, path: Path, recognise: Recognise, on: date, *, address: str | None = None, replaces: bool = False
) -> Change:
    """Recognises a file, copies it into the corpus where it is not there yet, and lists it as retrieved on a day.

    The same bytes again are no change. Raises CorpusError where the corpus holds another file of that name, or other
    bytes of the same edition and `replaces` is not set; a paper without a number and of another title is another one.
    """
    source = recognise(path)
    digest = digest_of(path)
    same = next((listed for listed in corpus if listed.sha256 == digest), None)
    if same:
        if not is_whole(corpus, same):
            _copy(path, corpus.path(same))
        return _readdressed(corpus, same, address)
    at_home = _is_inside(corpus.folder, path)
    file = path.resolve().relative_to(corpus.folder.resolve()).as_posix() if at_home else path.name
    listed = replace(_listed(source, file, digest, address), retrieved_on=on)
    old = next((one for one in corpus if one.edition == listed.edition or (at_home and one.file == file)), None)
    if old and not replaces and _is_another_paper(old, listed):
        raise CorpusError(
            f"{path}: the corpus holds another document named {path.stem}, “{old.title}”; rename the file. "
            "Is it a newer text of that one? --replace puts this in its place."
        )
    if old and not replaces:
        raise CorpusError(
            f"{path}: {old.file} is listed with other bytes as the same edition ({told(listed)}); "
            "--replace puts this in its place."
        )
    target = corpus.folder / file
    taken = _taken(corpus, file, old) or (
        not (old and old.file == file) and target.exists() and digest_of(target) != digest
    )
    if taken:
        raise CorpusError(f"{path}: the corpus holds another document named {path.stem}; rename the file.")
    if old:
        listed = replace(listed, address=address or old.address)
    return _take_in(corpus, path, listed, old)


def take_fetched(corpus: Corpus, retrieved: Retrieved, recognise: Recognise, known: Listed | None) -> Change:
    """Moves a file that was fetched into the corpus and lists it; `known` is what the address gave before.

    Another edition of the same act is listed beside the old one, which keeps its file but not the address. Raises
    CorpusError where the file has no header that says what it is, is another act, or has the corpus already.
    """
    path, address = retrieved.path, retrieved.address
    source = recognise(path)
    if source.version_date is None:
        raise CorpusError(f"{address}: the text does not say what act it is; save it and add it by hand.")
    if known and known.work and (source.work, source.lang) != (known.work, known.lang):
        raise CorpusError(f"{address}: gives {source.work} ({source.lang}) now, not {known.work} ({known.lang}).")
    edition = (source.work, source.version_date, source.lang)
    digest = digest_of(path)
    old = next((one for one in corpus if one.edition == edition), None)
    if old and old != known and old.sha256 != digest:
        raise CorpusError(f"{address}: gives other bytes of the edition that {old.file} is; nothing is changed.")
    listed = replace(
        _listed(source, old.file if old else _name_of(source, path.suffix), digest, address),
        retrieved_on=old.retrieved_on if old and old.sha256 == digest else retrieved.on,
        etag=retrieved.etag,
        last_modified=retrieved.last_modified,
    )
    if taken := _taken(corpus, listed.file, old):
        raise CorpusError(f"{address}: the corpus holds another document as {taken}.")
    if known and known != old:
        corpus.put(replace(known, address=None, etag=None, last_modified=None), known)
    if old and old.sha256 == digest and is_whole(corpus, old):
        corpus.put(listed, old)
        corpus.save()
        return Change("unchanged", listed)
    return _take_in(corpus, path, listed, old)


def _listed(source: Source, file: str, digest: str, address: str | None) -> Listed:
    said: dict[str, Any] = {name: getattr(source, name) for name in RECOGNISED}
    return Listed(file=file, sha256=digest, address=address, **said)


def _is_another_paper(old: Listed, new: Listed) -> bool:
    """Whether two papers without a number, which are known by their files' names alone, are of other titles."""
    titles = ["".join(filter(str.isalnum, (one.title or "").casefold())) for one in (old, new)]
    return old.number is None and new.number is None and all(titles) and titles[0] != titles[1]


def _readdressed(corpus: Corpus, listed: Listed, address: str | None) -> Change:
    if address in (None, listed.address):
        return Change("unchanged", listed)
    found = replace(listed, address=address, etag=None, last_modified=None)
    corpus.put(found, listed)
    corpus.save()
    return Change("readdressed", found)


def _take_in(corpus: Corpus, path: Path, listed: Listed, old: Listed | None) -> Change:
    """The file in its place, the manifest written, and the file that it replaces gone, in that order."""
    if path.resolve() != corpus.path(listed).resolve():
        _copy(path, corpus.path(listed))
    corpus.put(listed, old)
    corpus.save()
    if old and old.file != listed.file:
        corpus.path(old).unlink(missing_ok=True)
    return Change("replaced" if old else "added", listed)


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    shutil.copyfile(path, beside)
    beside.replace(target)


def _is_inside(folder: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _name_of(source: Source, ending: str) -> str:
    """What a fetched file is called: "P2300000249.2025-04-25.kk.html"."""
    return f"{source.work}.{source.version_date}.{source.lang}{ending}"


def _taken(corpus: Corpus, file: str, old: Listed | None) -> str | None:
    """The listed file that has a name already, but for the ending: one name in one folder is one source."""
    stem = PurePosixPath(file).with_suffix("")
    return next(
        (one.file for one in corpus if one is not old and PurePosixPath(one.file).with_suffix("") == stem), None
    )
