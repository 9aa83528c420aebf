"""The house guards itself: who may import whom, one door a third-party package, no rooms without a name."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("kzedu_graph", "extract", "web")
MODULES = sorted(path for package in OURS for path in (ROOT / package).rglob("*.py"))

DOORS = {
    "spacy": ("extract/",),
    "pymorphy3": ("extract/",),
    "pyshacl": ("kzedu_graph/validate.py",),
    "networkx": ("kzedu_graph/chains.py",),
    "flask": ("web/",),
    "flask_babel": ("web/",),
    "gunicorn": ("web/",),
    "pyoxigraph": ("kzedu_graph/answering/engine.py",),
    "openpyxl": ("kzedu_graph/exports/files.py",),
    "rapidfuzz": ("kzedu_graph/registry.py", "kzedu_graph/comparison/wording.py", "web/search.py"),
    "icalendar": ("web/",),
    "docx": ("extract/inputs/",),
    "lxml": ("extract/inputs/",),
    "pdfminer": ("extract/inputs/",),
    "pdfplumber": ("extract/inputs/",),
    "click": ("kzedu_graph/cli/",),
    "httpx": ("kzedu_graph/fetching.py",),
    "tomlkit": ("kzedu_graph/corpus.py",),
    "distributed": ("kzedu_graph/building/cluster.py",),
}
MAY_IMPORT_ALL = "kzedu_graph/cli/"
EXTRACT_MAY_ASK = ("records", "findings", "registry", "extraction", "periods", "systems", "acts")
LONGEST_MODULE = 400
"""Lines; much above it a file holds two concepts."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at the top or within a function, dotted and absolute."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def package(module: str) -> str:
    return module.partition(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_only_what_its_room_may(path: Path) -> None:
    room, name = name_of(path).partition("/")[0], name_of(path)
    allowed = (
        set(OURS) if name.startswith(MAY_IMPORT_ALL) else {room} | ({"kzedu_graph"} if room != "kzedu_graph" else set())
    )
    for module in imports(path):
        if package(module) in OURS:
            assert package(module) in allowed, f"{name} imports {module}"
            if room == "extract" and package(module) == "kzedu_graph" and module != "kzedu_graph":
                assert module.split(".")[1] in EXTRACT_MAY_ASK, f"{name} imports {module}"


@pytest.mark.parametrize("name", ["records", "findings"])
def test_records_and_findings_stand_on_nothing(name: str) -> None:
    ours = {module for module in imports(ROOT / "kzedu_graph" / f"{name}.py") if package(module) in OURS}
    assert not {module for module in ours if not module.startswith("kzedu_graph.model.records")}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_third_party_package_has_one_door(path: Path) -> None:
    for module in imports(path):
        doors = DOORS.get(package(module))
        assert doors is None or name_of(path).startswith(doors), f"{name_of(path)} imports {module}"


def test_inside_extract_documents_do_not_know_values_and_values_do_not_know_documents() -> None:
    for path in (ROOT / "extract").rglob("*.py"):
        name = name_of(path)
        for module in imports(path):
            if name == "extract/document.py":
                assert package(module) != "extract", f"{name} imports {module}"
            if name.startswith("extract/values/"):
                assert not module.startswith(("extract.readers", "extract.finders", "extract.document")), name
            if name.startswith("extract/readers/"):
                assert not module.startswith("extract.finders"), f"{name} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_a_junk_room(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "base", "core"}
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE, "does it hold two concepts?"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_bare_except_and_every_public_thing_is_documented(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "a module says what it is"
    for node in ast.walk(tree):
        assert not (isinstance(node, ast.ExceptHandler) and node.type is None), f"bare except, line {node.lineno}"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} says nothing of itself"


TESTS = sorted(path for path in (ROOT / "tests").rglob("*.py") if "bench" not in path.parts)
STOPWATCHES = {"perf_counter", "process_time", "perf_counter_ns", "process_time_ns", "thread_time"}


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_no_test_holds_a_stopwatch(path: Path) -> None:
    """A machine's mood is no defect: speed is shown by the bench, growth is counted in steps (`tests/effort.py`)."""
    named = {node.attr for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
    assert not {*named, *(module.rpartition(".")[2] for module in imports(path))} & STOPWATCHES


def test_help_does_not_pay_for_heavy_packages() -> None:
    """Cold start of `kzedu --help`: none of the large packages is imported."""
    heavy = (
        "spacy",
        "rdflib",
        "pyshacl",
        "pyoxigraph",
        "flask",
        "networkx",
        "openpyxl",
        "pymorphy3",
        "docx",
        "pdfplumber",
    )
    script = (
        "import sys\nfrom click.testing import CliRunner\nfrom kzedu_graph.cli import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
        f"print(*[name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
