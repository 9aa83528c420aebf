"""A dataset to cite: one folder and one archive with all that a reader in ten years needs.

The dump, every table with its data package, the ontology and code lists, which texts were read, how it was made and how
right it is, licence, citation, and a checksum of each file. The same build gives the same bytes on the same day: the
table of documents tells what is in force.
"""

from __future__ import annotations

import gzip
import io
import json
import shutil
import tarfile
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from tempfile import mkdtemp

from kzedu_graph.exports.documents import documents
from kzedu_graph.exports.standards.package import write_package
from kzedu_graph.model.errors import KzeduError
from kzedu_graph.release.words import LICENCE_TEXT, TITLE, citation, readme
from kzedu_graph.store.dataset import Store
from kzedu_graph.store.description import describe_corpus
from kzedu_graph.vocabulary.places import ACCURACY, CODES_FOLDER, ONTOLOGY_FOLDER, ONTOLOGY_IRI, ontology_files

CHECKSUMS = "SHA256SUMS"
DUMP = "kzedu.nq.gz"


class FolderInUseError(KzeduError):
    """The folder of a release is there already, and holds something."""


def write_release(store: Store, folder: Path, number: str) -> list[Path]:
    """The release in `folder/kzedu-graph-data-NUMBER/` and as `….tar.gz` beside it; gives the files of the folder.

    `number` is the version of the release ("2031.1"). Raises FolderInUseError where the place is taken, and StoreError.
    """
    place = folder / f"kzedu-graph-data-{number}"
    if place.exists() and any(place.iterdir()):
        raise FolderInUseError(f"{place} is there already: remove it, or give another number with --number.")
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(prefix=f".{place.name}-", dir=folder))  # a release has its name when it is whole
    try:
        _write(store, unfinished, place.name, number)
        unfinished.chmod(0o755)
        unfinished.rename(place)
    except BaseException:
        shutil.rmtree(unfinished)
        raise
    archive = folder / f"{place.name}.tar.gz"
    _pack(place, archive)
    digest = _digest(archive)
    (folder / f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", "ascii")
    return sorted(file for file in place.rglob("*") if file.is_file())


def _write(store: Store, place: Path, name: str, number: str) -> None:
    with (place / DUMP).open("wb") as raw, gzip.GzipFile("", "wb", mtime=0, fileobj=raw) as out:
        out.write(store.nquads())
    write_package(store, place / "tables", "csv")
    codes = place / "ontology" / CODES_FOLDER.name
    codes.mkdir(parents=True)
    for file in ontology_files():
        shutil.copyfile(file, place / "ontology" / file.relative_to(ONTOLOGY_FOLDER))
    shutil.copyfile(ACCURACY, place / "METHOD.md")
    invented = describe_corpus(store).invented
    texts = [
        {
            column: row[column]
            for column in ("work", "lang", "version_date", "title", "source", "edition", "official", "status")
        }
        for row in documents(store)
    ]
    manifest = {
        "name": name,
        "title": TITLE,
        "version": number,
        "build": store.version,
        "invented": invented,
        "licence": "CC-BY-4.0",
        "ontology": ONTOLOGY_IRI,
        "statements": dict(sorted(store.graphs().items())),
        "texts": texts,
    }
    (place / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (place / "LICENSE").write_text(LICENCE_TEXT, "utf-8")
    (place / "CITATION.cff").write_text(citation(number, store.version, invented=invented), "utf-8")
    (place / "README.md").write_text(
        readme(number, store.version, len(texts), dump=DUMP, checksums=CHECKSUMS, invented=invented), "utf-8"
    )
    files = sorted(file for file in place.rglob("*") if file.is_file())
    lines = [f"{_digest(file)}  {file.relative_to(place).as_posix()}\n" for file in files]
    (place / CHECKSUMS).write_text("".join(lines), "ascii")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _pack(place: Path, archive: Path) -> None:
    """The folder as an archive whose bytes depend on what the files hold alone."""
    with (
        archive.open("wb") as raw,
        gzip.GzipFile("", "wb", mtime=0, fileobj=raw) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT) as out,
    ):
        for file, name in _named(place):
            data = file.read_bytes()
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), 0o644
            out.addfile(entry, io.BytesIO(data))


def _named(place: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(file for file in place.rglob("*") if file.is_file()):
        yield file, f"{place.name}/{file.relative_to(place).as_posix()}"
