"""The commands of docs/adding-a-document.md that lead from a clone of acts to their pages, run as they are written."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from law_repository import LawRepository
from places import ROOT

from kzedu_graph.store.stores import open_store
from web import create_app
from web.display.languages import compile_catalogues

COMMANDS = re.search(r"```sh\n(.*?)```", (ROOT / "docs" / "adding-a-document.md").read_text("utf-8"), re.DOTALL)
IN_ANOTHER_PROCESS = "from kzedu_graph.cli import main; main()"


@pytest.mark.xdist_group("repository")
def test_four_commands_lead_from_a_clone_to_pages(tmp_path: Path) -> None:
    assert COMMANDS
    add, build, serve, update = COMMANDS[1].strip().splitlines()
    assert serve.startswith(".venv/bin/kzedu serve --store var/own")
    repository = LawRepository(tmp_path / "clones" / "ministerial")
    repository.grow(acts=3, commits=4)

    def run(command: str) -> str:
        words = shlex.split(command.removeprefix(".venv/bin/kzedu ").replace("~", str(tmp_path)))
        done = subprocess.run(
            [sys.executable, "-c", IN_ANOTHER_PROCESS, *words],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert run(add).startswith("ministerial: 8 texts, 8 new or changed")
    run(build)
    compile_catalogues()
    with open_store(tmp_path / "var" / "own") as store:
        client = create_app(store).test_client()
        for act in repository.acts:
            page = client.get(f"/id/document/{act.work}", headers={"Accept": "text/html"}, follow_redirects=True)
            assert page.status_code == 200
            assert act.work in page.text
    repository.grow(acts=0, commits=1)
    assert "2 new or changed" in run(update)
