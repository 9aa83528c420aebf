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

from kzedu_graph.exports.documents import documents
from kzedu_graph.exports.package import write_package
from kzedu_graph.model.errors import KzeduError
from kzedu_graph.store.dataset import Store
from kzedu_graph.store.description import describe_corpus
from kzedu_graph.vocabulary.notices import INVENTED
from kzedu_graph.vocabulary.places import ACCURACY, CODES_FOLDER, ONTOLOGY_FOLDER, ONTOLOGY_IRI, ontology_files

CHECKSUMS = "SHA256SUMS"
DUMP = "kzedu.nq.gz"
TITLE = "Duties in Kazakhstan's education policy: a knowledge graph"
DATA_LICENCE = """\
Licence of the data

The graph, the tables and the dump are licensed under Creative Commons Attribution 4.0 International (CC BY 4.0),
https://creativecommons.org/licenses/by/4.0/: use them for anything, and say where they are from (CITATION.cff).

Attribution and not a waiver, because a duty is only as good as its proof: whoever passes one on should pass on where it
was found. The words of official acts that are quoted are in nobody's copyright: the Law of the Republic of Kazakhstan
"On copyright and related rights" of 10 June 1996, article 8, excludes official documents (laws, decisions and other
texts of a legislative, administrative or judicial kind, and their official translations).

The software that made the data is licensed under Apache-2.0.
"""


class FolderInUseError(KzeduError):
    """The folder of a release is there already, and holds something."""


def write_release(store: Store, folder: Path, number: str) -> list[Path]:
    """The release in `folder/kzedu-graph-data-NUMBER/` and as `….tar.gz` beside it; gives the files of the folder.

    `number` is the version of the release ("2031.1"). Raises FolderInUseError where the place is taken, and StoreError.
    """
    place = folder / f"kzedu-graph-data-{number}"
    if place.exists() and any(place.iterdir()):
        raise FolderInUseError(f"{place} is there already: remove it, or give another number with --number.")
    place.mkdir(parents=True, exist_ok=True)
    try:
        _write(store, place, number)
    except BaseException:
        shutil.rmtree(place)
        raise
    archive = folder / f"{place.name}.tar.gz"
    _pack(place, archive)
    digest = _digest(archive)
    (folder / f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", "ascii")
    return sorted(file for file in place.rglob("*") if file.is_file())


def _write(store: Store, place: Path, number: str) -> None:
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
            name: row[name]
            for name in ("work", "lang", "version_date", "title", "source", "edition", "official", "status")
        }
        for row in documents(store)
    ]
    manifest = {
        "name": place.name,
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
    (place / "LICENSE").write_text(DATA_LICENCE, "utf-8")
    (place / "CITATION.cff").write_text(_citation(number, store.version, invented=invented), "utf-8")
    (place / "README.md").write_text(_readme(number, store.version, len(texts), invented=invented), "utf-8")
    files = sorted(file for file in place.rglob("*") if file.is_file())
    lines = [f"{_digest(file)}  {file.relative_to(place).as_posix()}\n" for file in files]
    (place / CHECKSUMS).write_text("".join(lines), "ascii")


def _citation(number: str, build: str, *, invented: bool) -> str:
    note = f'abstract: "{INVENTED["en"]}"\n' if invented else ""
    return (
        "cff-version: 1.2.0\n"
        'message: "If you use these data, please cite them as below."\n'
        "type: dataset\n"
        f'title: "{TITLE}"\n'
        f"{note}"
        f'version: "{number}"\n'
        "license: CC-BY-4.0\n"
        "url: https://w3id.org/kzedu/ontology\n"
        f'identifiers:\n  - {{type: other, value: "build {build}", description: "the build of the graph"}}\n'
        'authors:\n  - {name: "kzedu-graph"}\n'
    )


def _readme(number: str, build: str, texts: int, *, invented: bool) -> str:
    note = f"**{INVENTED['en']}**\n\n" if invented else ""
    return f"""# {TITLE}

{note}Version {number}, build {build}, made of {texts} texts (`manifest.json` lists them).

| file | what it is |
|---|---|
| `{DUMP}` | the whole graph as N-Quads: a graph an edition, and the current view |
| `tables/` | every table as CSV, described by `datapackage.json` and `csv-metadata.json` |
| `ontology/` | what the terms mean, and the code lists |
| `manifest.json` | which texts in which editions, and how many statements each graph holds |
| `METHOD.md` | how it was made and how right it was measured to be |
| `LICENSE`, `CITATION.cff` | CC BY 4.0, and how to cite |
| `{CHECKSUMS}` | `sha256sum -c {CHECKSUMS}` |
"""


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
