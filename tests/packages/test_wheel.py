"""The wheel, made of the sdist, in an environment and a folder of its own: everything works away from the repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from places import ROOT, SAMPLE

PATIENCE = 90
"""Seconds in which a server has to answer on a busy machine."""
LINES = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)"


@dataclass(frozen=True)
class Installed:
    """An environment that has the wheel and the libraries of ours, but not this checkout; and a folder to work in."""

    bin: Path
    folder: Path

    def run(self, *arguments: str | Path, ok: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("KZEDU_", "PYTHON"))}
        done = subprocess.run(
            [str(self.bin / str(arguments[0])), *map(str, arguments[1:])],
            capture_output=True,
            text=True,
            cwd=self.folder,
            env={**clean, "PYTHONUTF8": "1", **more},
            check=False,
        )
        assert not ok or done.returncode == 0, done.stderr
        return done


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, and the wheel that was made of it and not of the checkout."""
    place = tmp_path_factory.mktemp("packages")
    hook = "import sys\nfrom package_build import *\nprint(globals()[sys.argv[1]](sys.argv[2]))"

    def build(which: str, of: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-c", hook, which, str(place)],
            capture_output=True,
            text=True,
            cwd=of,
            env={**os.environ, "PYTHONPATH": str(of / ".ci")},
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()[-1]

    sdist = place / build("build_sdist", ROOT)
    with tarfile.open(sdist) as opened:
        opened.extractall(place / "unpacked", filter="data")
    (unpacked,) = (place / "unpacked").iterdir()
    build("build_wheel", unpacked)
    return place


@pytest.fixture(scope="module")
def wheel(packages: Path) -> Path:
    (found,) = packages.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    home = tmp_path_factory.mktemp("a place with spaces") / "its environment"
    venv.create(home, symlinks=True)
    binaries = home / "bin"
    python = str(binaries / "python")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
    )
    (site,) = home.glob("lib/python*/site-packages")
    libraries = [path for path in sys.path if path.endswith("-packages")]
    (site / "libraries.pth").write_text("\n".join(libraries), "utf-8")  # their own .pth, and so this checkout, stay out
    folder = home.parent / "elsewhere"
    folder.mkdir()
    return Installed(binaries, folder)


@pytest.fixture(scope="module")
def store(installed: Installed) -> Path:
    """The demonstration, built by the installed command in its own folder."""
    told = installed.run("kzedu", "build", "--demo", "--store", "graph").stderr
    assert "statements in service" in told
    return installed.folder / "graph"


def test_one_name_and_everything_within_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
        entries = next(opened.read(name).decode() for name in names if name.endswith("entry_points.txt"))
        metadata = next(opened.read(name).decode() for name in names if name.endswith("/METADATA"))
        sources = {name: opened.read(name).decode() for name in names if name.endswith(".py")}
    assert {name.partition("/")[0] for name in names} - {"kzedu_graph"} == {
        next(name.partition("/")[0] for name in names if ".dist-info" in name)
    }
    assert {
        "kzedu_graph/py.typed",
        "kzedu_graph/ontology/kzedu.ttl",
        "kzedu_graph/extract/lexicon/kk.yml",
        "kzedu_graph/extract/sources/P2300000249.kk.yml",
        "kzedu_graph/web/templates/base.html",
        "kzedu_graph/web/translations/kk/LC_MESSAGES/messages.mo",
        "kzedu_graph/web/translations/ru/LC_MESSAGES/messages.mo",
        "kzedu_graph/demonstration/corpus/corpus.toml",
        "kzedu_graph/demonstration/registry/bodies.ttl",
    } <= set(names)
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "ontology").rglob("*") if path.is_file()}
    assert {f"kzedu_graph/{name}" for name in ours} <= set(names)
    assert not [name for name in names if "frontend" in name or "__pycache__" in name or "/tests/" in name]
    assert not [name for name, text in sources.items() if re.search(r"^\s*(from|import) (extract|web)\b", text, re.M)]
    assert "kk = kzedu_graph.extract.language.kazakh:Kazakh" in entries
    assert "Requires-Python: >=3.11" in metadata


def test_the_bundle_of_the_front_end_travels(wheel: Path) -> None:
    bundle = ROOT / "web" / "static" / "dist"
    if not (bundle / "manifest.json").is_file():
        assert "CI" not in os.environ, "the front end is not bundled"
        pytest.skip("the front end is not bundled here")
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    assert {f"kzedu_graph/web/static/dist/{file.name}" for file in bundle.iterdir()} <= names


def test_it_takes_no_name_of_others(installed: Installed) -> None:
    for name in ("extract", "web", "ontology", "tests"):
        assert "No module named" in installed.run("python", "-c", LINES, name, ok=False).stderr
    installed.run("python", "-c", LINES, "kzedu_graph.extract.flow", "kzedu_graph.web", "kzedu_graph.cli")


def test_the_language_is_known_to_spacy(installed: Installed) -> None:
    said = "import spacy\nprint([token.text for token in spacy.blank('kk')('Мектеп ашылды.')])"
    assert installed.run("python", "-c", said).stdout.strip() == "['Мектеп', 'ашылды', '.']"


def test_version_with_its_commit(installed: Installed) -> None:
    assert re.fullmatch(r"kzedu \d+\.\d+\.\d+( \([0-9a-f]{12}\))?", installed.run("kzedu", "--version").stdout.strip())
    if (ROOT / ".git").exists():
        head = subprocess.run(
            ["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=True
        )
        assert head.stdout.strip() in installed.run("kzedu", "--version").stdout


def test_questions_tables_and_reports(installed: Installed, store: Path) -> None:
    answer = installed.run("kzedu", "query", "what-a-body-owes", "--format", "csv", "--store", store).stdout
    assert len(answer.splitlines()) > 10
    rows = [
        json.loads(line)
        for line in installed.run("kzedu", "export", "measures", "--store", store).stdout.split("\n")
        if line
    ]
    assert len(rows) == 280
    assert all(row["invented"] for row in rows)
    report = installed.run("kzedu", "report", "P3200009012", "--lang", "en", "--store", store).stdout
    assert "Invented: Audit report" in report
    assert "Everything here is invented" in report
    dump = installed.run("kzedu", "export", "dump", "--store", store).stdout
    assert "<https://w3id.org/kzedu/ontology#invented>" in dump


def test_a_corpus_of_ones_own(installed: Installed) -> None:
    told = installed.run("kzedu", "corpus", "add", SAMPLE / "samal-2025.ru.txt").stdout
    assert "samal-2025.ru.txt" in told
    assert (installed.folder / "corpus" / "corpus.toml").is_file()
    assert "1 documents, 0 problems" in installed.run("kzedu", "corpus", "check").stderr
    assert "statements in service" in installed.run("kzedu", "build", "--corpus", "corpus", "--store", "own").stderr


def _index() -> dict[str, str]:
    """The index of packages that pip is set to, for uv, which does not read pip's settings."""
    asked = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    chosen = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL") or told
    return {"UV_DEFAULT_INDEX": chosen} if chosen else {}


@pytest.mark.parametrize("tool", ["uv", "pipx"])
def test_tools_that_install_commands(tool: str, wheel: Path, tmp_path: Path) -> None:
    """`uv tool install` and `pipx install` of the file, where the tool is there and an index answers."""
    found = shutil.which(tool) or shutil.which(tool, path=str(Path(sys.executable).parent))
    if not found:
        pytest.skip(f"{tool} is not here")
    constrained = ["--constraints", str(ROOT / "constraints.txt")] if tool == "uv" else []
    command = [found, *(["tool"] if tool == "uv" else []), "install", *constrained, str(wheel)]
    places = {"UV_TOOL_DIR": "tools", "UV_TOOL_BIN_DIR": "bin", "PIPX_HOME": "tools", "PIPX_BIN_DIR": "bin"}
    environment = {**os.environ, **_index(), **{name: str(tmp_path / folder) for name, folder in places.items()}}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode and re.search(r"connect|network|resolve|dns|timed out|fetch", done.stderr, re.IGNORECASE):
        pytest.skip("no index of packages answers here")
    assert done.returncode == 0, done.stderr
    alone = Installed(tmp_path / "bin", tmp_path)
    assert alone.run("kzedu", "--version").stdout.startswith("kzedu ")
    assert "adilet.zan.kz" in alone.run("kzedu", "corpus", "fetch", "--official", "--list").stdout


def test_it_serves_its_pages(installed: Installed, store: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("KZEDU_", "PYTHON"))}
    serving = subprocess.Popen(
        [installed.bin / "kzedu", "serve", "--store", store, "--port", str(port), "--workers", "1"],
        cwd=installed.folder,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        pages = {path: _page(f"http://127.0.0.1:{port}{path}") for path in ("/?lang=ru", "/data?lang=en", "/ontology")}
    finally:
        serving.terminate()
        serving.communicate(timeout=PATIENCE)
    assert "Всё здесь вымышлено" in pages["/?lang=ru"]
    assert "Measured against records verified by hand" in pages["/data?lang=en"]
    assert "kzedu:invented" in pages["/ontology"]


def _page(address: str) -> str:
    for _ in range(PATIENCE):
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except (ConnectionError, urllib.error.URLError):
            time.sleep(1)
    raise AssertionError(f"{address} does not answer")
