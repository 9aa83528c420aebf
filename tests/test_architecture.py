"""The house guards itself: who may import whom, one door a third-party package, no rooms without a name."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("kzedu_graph", "extract", "web")
MODULES = sorted(path for package in OURS for path in (ROOT / package).rglob("*.py"))

DOORS = {
    "spacy": ("extract/language/spacy_parts.py",),
    "pymorphy3": ("extract/",),
    "pyshacl": ("kzedu_graph/validation/reference.py",),
    "networkx": ("kzedu_graph/chains/graph.py",),
    "flask": ("web/",),
    "flask_babel": ("web/",),
    "gunicorn": ("web/",),
    "waitress": ("web/connections.py", "web/http_messages.py"),
    "pyoxigraph": ("kzedu_graph/store/engine/oxigraph.py", "kzedu_graph/vocabulary/turtle.py"),
    "openpyxl": ("kzedu_graph/exports/files.py", "kzedu_graph/reported/sheets.py", "extract/inputs/sheets/"),
    "xlrd": ("extract/inputs/sheets/xls.py",),
    "rapidfuzz": (
        "kzedu_graph/registry/resolving.py",
        "kzedu_graph/comparison/wording.py",
        "web/views/search.py",
    ),
    "icalendar": ("web/",),
    "roman_numerals": ("extract/language/numbers.py",),
    "docx": ("extract/inputs/", "kzedu_graph/reports/as_docx.py"),
    "fpdf": ("kzedu_graph/reports/as_pdf.py",),
    "font_roboto": ("kzedu_graph/reports/as_pdf.py",),
    "lxml": ("extract/inputs/",),
    "pdfminer": ("extract/inputs/",),
    "pdfplumber": ("extract/inputs/",),
    "click": ("kzedu_graph/cli/",),
    "httpx": ("kzedu_graph/corpus/download.py", "kzedu_graph/corpus/partial_file.py", "kzedu_graph/store/remote.py"),
    "cachetools": ("kzedu_graph/store/answer_cache.py",),
    "tomlkit": ("kzedu_graph/corpus/manifest.py",),
    "distributed": ("kzedu_graph/building/executors/cluster.py",),
    "pandas": ("kzedu_graph/api/tables.py",),
    "polars": ("kzedu_graph/api/tables.py",),
    "mcp": ("web/assistants/server.py",),
    "uvicorn": ("web/assistants/server.py",),
    "starlette": ("web/assistants/server.py",),
}
COMPOSITION_ROOT = "kzedu_graph/cli/"
EXTRACT_MAY_ASK = ("model", "language", "vocabulary", "registry")
FLOORS = {
    "kzedu_graph": (
        ("model", "language", "vocabulary"),
        ("registry",),
        ("validation", "mapping"),
        ("comparison",),
        ("store", "corpus"),
        ("chains",),
        ("exports", "reported"),
        ("reports", "building", "api", "release"),
        ("cli",),
    ),
    "extract": (("document", "lexicon"), ("language", "values"), ("inputs", "readers"), ("finders",), ("sources",)),
    "web": (("views",), ("endpoint", "display"), ("linked_data", "pages", "assistants")),
}
"""Rooms from the ground up: a room imports what stands below it, or beside it where nothing comes back."""
MOST_MODULES = 16
"""In one folder, `__init__` apart; a fuller one holds several rooms."""
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
def test_imports_only_what_its_house_may(path: Path) -> None:
    house, name = name_of(path).partition("/")[0], name_of(path)
    allowed = (
        set(OURS)
        if name.startswith(COMPOSITION_ROOT)
        else {house} | ({"kzedu_graph"} if house != "kzedu_graph" else set())
    )
    for module in imports(path):
        if package(module) in OURS:
            assert package(module) in allowed, f"{name} imports {module}"
            if house == "extract" and module.startswith("kzedu_graph."):
                assert module.split(".")[1] in EXTRACT_MAY_ASK, f"{name} imports {module}"


def room_of(module: str) -> str:
    """The folder that a module of ours lies in, dotted; a folder's own `__init__` is of that folder."""
    path = ROOT.joinpath(*module.split("."))
    return module if path.is_dir() else module.rpartition(".")[0]


def arrows() -> dict[tuple[str, str], set[str]]:
    """Which room imports from which, each with the modules that do."""
    found: dict[tuple[str, str], set[str]] = {}
    for path in MODULES:
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for imported in imports(path):
            file = ROOT.joinpath(*imported.split("."))
            if package(imported) not in OURS or not (file.is_dir() or file.with_suffix(".py").is_file()):
                continue
            here, there = room_of(module), room_of(imported)
            if here != there and here.count("."):
                found.setdefault((here, there), set()).add(module)
    return found


def test_no_room_imports_from_a_floor_above_it() -> None:
    for house, floors in FLOORS.items():
        height = {f"{house}.{room}": floor for floor, rooms in enumerate(floors) for room in rooms}
        for (here, there), modules in arrows().items():
            low, high = ".".join(here.split(".")[:2]), ".".join(there.split(".")[:2])
            if low in height and high in height:
                assert height[high] <= height[low], f"{sorted(modules)} import from {there}, a floor above"


def test_every_room_has_a_floor() -> None:
    rooms = {
        f"{house}.{path.name}"
        for house in OURS
        for path in (ROOT / house).iterdir()
        if (path / "__init__.py").is_file()
    }
    assert rooms == {f"{house}.{room}" for house, floors in FLOORS.items() for floor in floors for room in floor}


def test_rooms_import_one_another_in_no_circle() -> None:
    after: dict[str, set[str]] = {}
    for here, there in arrows():
        after.setdefault(here, set()).add(there)
    TopologicalSorter(after).prepare()


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=name_of)
def test_no_folder_is_a_pile(folder: Path) -> None:
    assert len([path for path in folder.glob("*.py") if path.name != "__init__.py"]) <= MOST_MODULES


def test_the_model_stands_on_nothing() -> None:
    assert not [there for here, there in arrows() if here == "kzedu_graph.model"]


DOCS = sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md"])
NAMED = re.compile(r"`((?:kzedu_graph|extract|web|ontology|tests)/[\w./*-]+)`")


@pytest.mark.parametrize("page", DOCS, ids=name_of)
def test_whatever_a_page_of_docs_names_exists(page: Path) -> None:
    for name in NAMED.findall(page.read_text("utf-8")):
        assert list(ROOT.glob(name.rstrip("/"))), f"{page.name} names {name}, which is not there"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_third_party_package_has_one_door(path: Path) -> None:
    for module in imports(path):
        doors = DOORS.get(package(module))
        assert doors is None or name_of(path).startswith(doors), f"{name_of(path)} imports {module}"


def test_inside_extract_documents_do_not_know_values_and_values_do_not_know_documents() -> None:
    for path in (ROOT / "extract").rglob("*.py"):
        name = name_of(path)
        for module in imports(path):
            if name == "extract/document/blocks.py":
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


ASKS = re.compile(r"\bSELECT\b[^{]*\bWHERE\b|\b(ASK|CONSTRUCT|SELECT)\b[^{}]*\{[^}]*[?$]\w", re.DOTALL)
MAY_HOLD_QUERIES = ("kzedu_graph/store/", "web/endpoint/", "web/pages/gallery.py")
"""What speaks the protocol of a server, and examples that are shown to readers."""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_question_stands_in_a_file_of_its_own(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs]
    held = [node.lineno for node in said if isinstance(node.value, str) and ASKS.search(node.value)]
    assert not held or name_of(path).startswith(MAY_HOLD_QUERIES), f"a SPARQL text in line {held}"


CUTS = re.compile(r"removeprefix\((iris\.)?BASE|(iris\.)?BASE \+ f?\"|f\"\{(iris\.)?BASE\}")


@pytest.mark.parametrize("path", [path for path in MODULES if "kzedu_graph" in path.parts], ids=name_of)
def test_one_place_mints_and_cuts_iris(path: Path) -> None:
    may = ("kzedu_graph/vocabulary/", "kzedu_graph/store/")
    assert name_of(path).startswith(may) or not CUTS.findall(path.read_text("utf-8")), "ask vocabulary/iris.py"


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
