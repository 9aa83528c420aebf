"""How this project becomes packages (PEP 517): setuptools, with two things done before.

The folders of the repository are called `kzedu_graph`, `extract`, `web` and `ontology`; in somebody's environment the
last three may well be somebody else's. So a wheel is built of a copy of the tree in which all of them lie within
`kzedu_graph` (`kzedu_graph.extract`, `kzedu_graph.web`, `kzedu_graph/ontology`), the imports rewritten to match.
`kzedu_graph/vocabulary/places.py` is the one module that knows of the two arrangements.

What is made of sources is made here: catalogues of translations, and the commit that `kzedu --version` tells. The
bundle of the front end is taken as it is (`make setup` makes it); without it the pages do without scripts.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
)

__all__ = [
    "build_editable", "build_sdist", "build_wheel", "get_requires_for_build_editable", "get_requires_for_build_sdist",
    "get_requires_for_build_wheel", "prepare_metadata_for_build_editable",
]  # fmt: skip

ROOT = Path(__file__).resolve().parents[1]
INSIDE = ("extract", "web", "ontology")
"""What moves into the one package."""
OF_DOCS = ("method-and-accuracy.md",)
"""Pages that the program itself reads."""
IN_SDIST = (
    *("pyproject.toml", "README.md", "LICENSE", "CITATION.cff", "CHANGES.md", "constraints.txt", "Makefile"),
    *(".ci", "docs", "kzedu_graph", "extract", "web", "ontology"),
)
_NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.egg-info", "node_modules", ".mypy_cache", ".ruff_cache")
_IMPORT = re.compile(r"^(\s*(?:from|import)\s+)(extract|web)(?=[.\s])", re.MULTILINE)
_NAMED = re.compile(r"([\"'])(extract|web)(?=\.[a-z_]+[.:\"'])")
_PACKAGES = re.compile(r"^\[tool\.setuptools.*?(?=^\[tool\.(?!setuptools))", re.MULTILINE | re.DOTALL)
_WHOLE_PACKAGE = """[tool.setuptools.packages.find]
include = ["kzedu_graph*"]
namespaces = false

[tool.setuptools.package-data]
"*" = ["**/*"]

"""


def build_editable(
    wheel_directory: str, config_settings: dict[str, Any] | None = None, metadata_directory: str | None = None
) -> str:
    """The project as it lies there, its catalogues compiled."""
    _compile_catalogues(ROOT / "web" / "translations")
    return str(build_meta.build_editable(wheel_directory, config_settings, metadata_directory))


def build_wheel(
    wheel_directory: str,
    config_settings: dict[str, Any] | None = None,
    metadata_directory: str | None = None,  # noqa: ARG001  (part of the interface)
) -> str:
    """One package that holds everything."""
    target = Path(wheel_directory).resolve()
    with TemporaryDirectory() as place, _within(Path(place)):
        _copy(("pyproject.toml", "README.md", "LICENSE", "kzedu_graph"), Path())
        package = Path("kzedu_graph")
        for name in INSIDE:
            shutil.copytree(ROOT / name, package / name, ignore=_NOT_SHIPPED)
        shutil.rmtree(package / "web" / "frontend", ignore_errors=True)
        (package / "docs").mkdir()
        for name in OF_DOCS:
            shutil.copy(ROOT / "docs" / name, package / "docs" / name)
        for module in package.rglob("*.py"):
            module.write_text(_renamed(module.read_text("utf-8")), "utf-8")
        settings = Path("pyproject.toml")
        text = _PACKAGES.sub(_WHOLE_PACKAGE, settings.read_text("utf-8"), count=1)
        settings.write_text(text.replace('"extract.', '"kzedu_graph.extract.'), "utf-8")
        _complete(package, package / "web")
        return str(build_meta.build_wheel(str(target), config_settings))


def build_sdist(sdist_directory: str, config_settings: dict[str, Any] | None = None) -> str:
    """The sources with all that was made of them, so that a wheel can be built of it anywhere."""
    target = Path(sdist_directory).resolve()
    with TemporaryDirectory() as place, _within(Path(place)):
        _copy(IN_SDIST, Path())
        _complete(Path("kzedu_graph"), Path("web"))
        grafts = [f"graft {name}" if Path(name).is_dir() else f"include {name}" for name in IN_SDIST]
        Path("MANIFEST.in").write_text("\n".join([*grafts, "global-exclude *.py[cod]", ""]), "utf-8")
        return str(build_meta.build_sdist(str(target), config_settings))


def _renamed(text: str) -> str:
    """A module whose imports find the folders where a wheel has them."""
    return _NAMED.sub(r"\1kzedu_graph.\2", _IMPORT.sub(r"\1kzedu_graph.\2", text))


def _copy(names: tuple[str, ...], to: Path) -> None:
    for name in names:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / name, ignore=_NOT_SHIPPED)
        else:
            shutil.copy(ROOT / name, to / name)


def _complete(package: Path, web: Path) -> None:
    """Adds what is made: catalogues and the commit; says so where the bundle of the front end is missing."""
    _compile_catalogues(web / "translations")
    commit = _commit()
    if commit:
        (package / "COMMIT").write_text(commit + "\n", "ascii")
    if not (web / "static" / "dist" / "manifest.json").is_file():
        print(
            "The front end is not bundled: the pages will do without scripts. `make setup` bundles it.", file=sys.stderr
        )


def _compile_catalogues(folder: Path) -> None:
    from babel.messages.mofile import write_mo  # noqa: PLC0415  (what only asks for requirements has no Babel yet)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for source in folder.rglob("*.po"):
        with source.open("rb") as opened, source.with_suffix(".mo").open("wb") as out:
            write_mo(out, read_po(opened))


def _commit() -> str | None:
    """The commit of the checkout; None for an unpacked sdist, which has its own word of it."""
    if not (ROOT / ".git").exists():
        return None
    done = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or None


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    """Setuptools reads the project of the folder in which it stands."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
