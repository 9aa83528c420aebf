"""Calls that cannot be served end in one sentence, and what serves leaves nothing behind."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from urllib.request import urlopen

import pytest
from kzedu_command import COMMAND, kzedu
from places import ROOT, SAMPLE

RUSSIAN = SAMPLE / "samal-2025.ru.txt"

SENTENCES = {
    ("report", "act-2025-03-03-12-akimat-region-sml", "--output", "NOWHERE/report.html"): "No such file or directory",
    ("report", "kz-plan-2025"): "there is nothing to report on",
    ("serve", "--port", "99999999"): "99999999 is not in the range",
    ("query", "-"): "the question is empty",
    ("query", "measures"): "neither a file nor a question of the gallery",
    ("trace", "иблиоте"): "nothing in the graph is called",
    ("explain", f"{RUSSIAN}:100000"): "100000 is none of them",
    ("explain", f"{RUSSIAN}:0"): "0 is none of them",
    ("export", "csvw", f"{RUSSIAN}/tables"): "Not a directory",
    ("validate", "--store", str(RUSSIAN)): "Not a directory",
    ("build", str(RUSSIAN), "--store", str(RUSSIAN)): "cannot hold a store",
    ("build", str(RUSSIAN), "--store", "/proc/store"): "cannot hold a store",
}


@pytest.mark.parametrize("call", SENTENCES, ids=" ".join)
def test_a_call_that_cannot_be_served_ends_in_a_sentence(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    monkeypatch.setenv("KZEDU_STORE", str(store))
    done = kzedu(*(word.replace("NOWHERE", str(tmp_path / "nowhere")) for word in call))
    assert done.returncode == 2, done.stderr
    assert SENTENCES[call] in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
@pytest.mark.parametrize("table", ["measures", "dump"])
def test_a_full_disk_is_said_in_a_sentence(store: Path, table: str) -> None:
    command = [*COMMAND, "export", table, "--store", str(store)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (2, "kzedu: the output: No space left on device\n")


def test_serve_tells_its_address_when_it_answers_and_writes_nowhere(store: Path, tmp_path: Path) -> None:
    command = [*COMMAND, "serve", "--port", "0"]
    nowhere = {name: str(tmp_path / "nobody") for name in ("HOME", "XDG_RUNTIME_DIR")}
    with subprocess.Popen(
        [*command, "--workers", "1", "--store", str(store)],
        cwd=ROOT,
        env={**os.environ, **nowhere},
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stderr is not None
            assert "opening the graph" in server.stderr.readline()
            [address] = re.findall(r"kzedu: serving at (http://127\.0\.0\.1:\d+/)", server.stderr.readline())
            with urlopen(address) as page:
                assert page.status == 200
        finally:
            server.terminate()
        assert server.stderr.read() == ""
    assert not list(tmp_path.iterdir())


def test_no_build_yet_is_said(tmp_path: Path) -> None:
    done = kzedu("export", "measures", "--store", tmp_path)
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
