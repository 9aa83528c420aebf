"""The image and its composition, read as what they are: nothing of root's, nothing written, nothing missing."""

from __future__ import annotations

import ast
import json
import re
import shutil
import socket
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from flask import Flask
from places import ROOT
from werkzeug.serving import make_server

from kzedu_graph.cli import main

FILE = (ROOT / "Containerfile").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
OURS = ("build", "explorer", "assistants")


def instructions() -> list[tuple[str, str]]:
    joined = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", FILE, flags=re.MULTILINE))
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1].strip()) for line in joined.splitlines() if line.strip()]


def last(name: str) -> str:
    return [value for each, value in instructions() if each == name][-1]


def test_it_is_an_image_of_two_stages_that_ends_as_nobody_of_importance() -> None:
    known = {
        "FROM",
        "RUN",
        "WORKDIR",
        "COPY",
        "LABEL",
        "USER",
        "ENV",
        "VOLUME",
        "EXPOSE",
        "HEALTHCHECK",
        "ENTRYPOINT",
        "CMD",
    }
    names = [name for name, _ in instructions()]
    assert set(names) <= known
    bases = [value.split()[0] for name, value in instructions() if name == "FROM"]
    assert len(bases) == 2
    assert not [base for base in bases if ":" not in base.rpartition("/")[2] or base.endswith(":latest")]
    assert last("USER").isdigit()
    assert int(last("USER")) > 0
    assert names.index("USER") > max(number for number, name in enumerate(names) if name == "RUN")
    assert {"/srv/kzedu/corpus", "/srv/kzedu/store"} == set(last("VOLUME").split())


def test_its_commands_are_ours() -> None:
    assert json.loads(last("ENTRYPOINT")) == ["kzedu"]
    runs = [json.loads(last("CMD")), *(COMPOSE["services"][name]["command"].split() for name in ("assistants",))]
    runs.append(re.sub(r"\$\{KZEDU_BUILD:-(.*)\}", r"\1", COMPOSE["services"]["build"]["command"]).split())
    for command in runs:
        told = CliRunner().invoke(main, [command[0], "--help"])
        assert told.exit_code == 0
        for option in (word for word in command if word.startswith("--")):
            assert option in told.output


def test_what_it_is_made_of_is_not_ignored() -> None:
    ignored = [
        line.removeprefix("**/")
        for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
        if line[:1] not in ("", "#")
    ]
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    needed = [name for name in tracked if not name.startswith("tests/")]
    lost = [name for name in needed for rule in ignored if fnmatch(name, rule) or fnmatch(name, f"{rule}/*")]
    assert not lost
    for tool in ("make", ".ci/set-up", ".ci/front-end", ".ci/package_build.py", "constraints.txt"):
        assert tool == "make" or tool in needed
    assert "make" in FILE


def test_the_composition_writes_nowhere_but_in_its_store() -> None:
    for name in OURS:
        service = COMPOSE["services"][name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["tmpfs"] == ["/tmp"]
        writable = [each for each in service["volumes"] if not each.endswith(":ro")]
        assert writable == (["store:/srv/kzedu/store"] if name == "build" else [])
    assert set(COMPOSE["services"]) == {*OURS, "proxy"}
    told = COMPOSE["configs"]["nginx"]["content"]
    assert re.findall(r"proxy_pass http://(\w+):(\d+)", told) == [("explorer", "8000"), ("assistants", "8001")]
    assert "X-Real-IP" in told
    assert COMPOSE["x-kzedu"]["environment"]["KZEDU_CLIENT_HEADER"] == "X-Real-IP"


def health_check(port: int) -> list[str]:
    """The image's own check, of another port: two tests may run at one time."""
    command = json.loads(last("HEALTHCHECK").partition("CMD ")[2])
    assert command[:2] == ["python", "-c"]
    ast.parse(command[2])
    assert command[2].count(":8000/") == 1
    return [sys.executable, "-c", command[2].replace(":8000/", f":{port}/")]


def test_the_health_check_passes_where_the_explorer_answers() -> None:
    app = Flask(__name__)
    app.add_url_rule("/healthz", view_func=lambda: ("{}", 200))
    server = make_server("127.0.0.1", 0, app)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        assert subprocess.run(health_check(server.server_port), capture_output=True, check=False).returncode == 0
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_health_check_fails_where_nobody_does() -> None:
    with socket.socket() as held:  # bound, so that nobody else takes it, and not listening
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        assert subprocess.run(health_check(port), capture_output=True, check=False).returncode != 0


BUILDER = next((name for name in ("podman", "buildah") if shutil.which(name)), None)


@pytest.mark.skipif(BUILDER is None, reason="no builder of images here")
def test_it_is_built_and_runs_where_there_is_a_builder(tmp_path: Path) -> None:
    identity = tmp_path / "image"
    done = subprocess.run(
        [str(BUILDER), "build", "--iidfile", str(identity), str(ROOT)], capture_output=True, text=True, check=False
    )
    if done.returncode and re.search(r"registry|dial tcp|lookup|namespace|not permitted", done.stderr):
        pytest.skip(f"{BUILDER} cannot build here: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    if BUILDER == "podman":
        told = subprocess.run(
            [BUILDER, "run", "--rm", "--read-only", identity.read_text(), "--version"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert told.stdout.startswith("kzedu ")
