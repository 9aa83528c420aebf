"""The explorer on a port of its own, over the invented plan of `tests/web`, for a real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from rdflib import Dataset
from werkzeug.serving import make_server

from kzedu_graph.store.stores import MemoryStore
from web import create_app
from web.display.languages import compile_catalogues

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests" / "web"
FRONTEND = ROOT / "web" / "frontend"
EDITION = "https://w3id.org/kzedu/id/document/X2500000001/"


class _Texts:
    """The invented sources of the fixture."""

    def get(self, edition: str) -> str | None:
        path = FIXTURE / "texts" / (edition.removeprefix(EDITION).replace("/", ".") + ".txt")
        return path.read_text(encoding="utf-8") if path.is_file() else None


def _missing() -> str:
    """What the machine lacks for these tests, in a sentence; empty where nothing."""
    if not (shutil.which("chromium") or os.environ.get("CHROMIUM")):
        return "no chromium on this machine (CHROMIUM names its path)"
    if not (shutil.which("node") or (ROOT / ".venv/bin/node").is_file()):
        return "no Node.js on this machine: run `make setup`"
    if not (FRONTEND / "node_modules/playwright-core").is_dir():
        return "the packages of web/frontend are not installed: run `make setup`"
    if not (ROOT / "web/static/dist/manifest.json").is_file():
        return "the front end is not bundled: run `make setup`"
    return ""


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    """The address of the explorer. Skips where there is no browser; in CI that is a failure."""
    missing = _missing()
    if missing and os.environ.get("CI"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    dataset = Dataset()
    dataset.parse(FIXTURE / "fixture.trig", format="trig")
    store = MemoryStore((s, p, o, graph) for s, p, o, graph in dataset.quads() if graph is not None)
    compile_catalogues()
    app = create_app(store, texts=_Texts())
    app.config.update(TODAY=date(2025, 9, 1))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(timeout=5)


@pytest.fixture(scope="session")
def browse(base: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., None]:
    """Run one script of this folder in the browser; its complaint is the test's failure.

    Screenshots go to `KZEDU_SCREENSHOTS`, which CI keeps, else to a folder of pytest.
    """
    shots = os.environ.get("KZEDU_SCREENSHOTS") or str(tmp_path_factory.mktemp("screenshots"))
    node = shutil.which("node") or str(ROOT / ".venv/bin/node")

    def run(script: str, *arguments: str) -> None:
        done = subprocess.run(
            [node, str(Path(__file__).parent / script), base, *arguments],
            env={
                **os.environ,
                "SHOTS": shots,
                "FRONTEND": str(FRONTEND),
                "CHROMIUM": os.environ.get("CHROMIUM") or shutil.which("chromium") or "",
            },
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, (done.stderr or done.stdout)[-4000:]

    return run
