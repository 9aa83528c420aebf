"""Docs under test: what guides say is run as it stands, what other pages say is at least a command that there is."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask import Flask
from places import ROOT

from kzedu_graph.cli import main
from kzedu_graph.store.stores import open_store
from kzedu_graph.vocabulary.places import DEMONSTRATION
from web import create_app
from web.display.languages import compile_catalogues

pytestmark = pytest.mark.xdist_group("demonstration")

DOCS = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"])
GUIDES = sorted(page for page in DOCS if "guides" in page.parts and page.stem != "README")
ROLES = ("auditor", "researcher", "citizen", "operator")
LANGUAGES = ("kk", "ru", "en")
PATIENCE = 120


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def commands(page: Path) -> Iterator[str]:
    """Each command of a page's blocks: lines that a quote or a backslash holds together are one."""
    for block in blocks(page):
        waiting = ""
        for line in block.splitlines():
            waiting = f"{waiting}\n{line}" if waiting else line
            if waiting.endswith("\\") or waiting.count("'") % 2:
                continue
            if waiting.strip() and not waiting.startswith("#"):
                yield waiting
            waiting = ""


def test_there_is_a_guide_for_each_role_in_each_language() -> None:
    assert {(page.parent.name, page.stem) for page in GUIDES} == {(lang, role) for lang in LANGUAGES for role in ROLES}


@pytest.mark.parametrize("role", ROLES)
def test_the_languages_give_the_same_commands(role: str) -> None:
    said = [
        [re.sub(r"--lang \w+", "--lang L", block) for block in blocks(ROOT / "docs" / "guides" / lang / f"{role}.md")]
        for lang in LANGUAGES
    ]
    assert said[0] == said[1] == said[2]
    assert said[0]


class Reader:
    """Somebody who types what a guide says, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.servers: list[subprocess.Popen[str]] = []
        self.ports: dict[str, str] = {}
        (folder / "bin").mkdir()
        command = folder / "bin" / "kzedu"
        command.write_text(f"#!{sys.executable}\nfrom kzedu_graph.cli import main\nmain()\n", "utf-8")
        command.chmod(0o755)
        clean = {name: value for name, value in os.environ.items() if not name.startswith("KZEDU_")}
        self.environment = {**clean, "PATH": f"{folder / 'bin'}:{clean['PATH']}"}

    def type(self, command: str) -> None:
        for port in ("8000", "8001"):
            command = re.sub(rf"\b{port}\b", lambda found: self.port(found[0]), command)
        if re.match(r"kzedu (serve|mcp --http)", command):
            self.serve(command if "--port" in command else f"{command} --port {self.port('8000')}")
            return
        done = subprocess.run(
            ["bash", "-c", f"set -eu -o pipefail; {command}"],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"

    def port(self, usual: str) -> str:
        """A port that is free here in the place of the usual one."""
        if usual not in self.ports:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.ports[usual] = str(free.getsockname()[1])
        return self.ports[usual]

    def serve(self, command: str) -> None:
        server = subprocess.Popen(
            shlex.split(command), cwd=self.folder, env=self.environment, stderr=subprocess.PIPE, text=True
        )
        self.servers.append(server)
        port = re.search(r"--port (\d+)", command)
        assert port
        for _ in range(PATIENCE * 2):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", int(port[1]))) == 0:
                    break
            assert server.poll() is None, server.communicate()[1]
            time.sleep(0.5)
        if " serve" in command:
            with urllib.request.urlopen(f"http://127.0.0.1:{port[1]}/?lang=ru", timeout=PATIENCE) as page:
                assert page.status == 200

    def leave(self) -> None:
        for server in self.servers:
            server.terminate()
            server.communicate(timeout=PATIENCE)


@pytest.mark.parametrize("role", ROLES)
def test_every_command_of_a_guide_works_as_it_stands(role: str, demonstration: Path, tmp_path: Path) -> None:
    """In one language: the others give the same commands, but for `--lang`, which the next test tries."""
    shutil.copytree(demonstration, tmp_path / "var" / "store")
    shutil.copyfile(DEMONSTRATION / "concept-2032.ru.docx", tmp_path / "plan.docx")
    reader = Reader(tmp_path)
    try:
        for command in commands(ROOT / "docs" / "guides" / "en" / f"{role}.md"):
            reader.type(command)
    finally:
        reader.leave()


def parsed(line: str) -> None:
    """Fails where a line calls a command or an option that there is not."""
    words = shlex.split(line, comments=True)
    words = words[words.index("kzedu") + 1 :] if "kzedu" in words else words
    ends = [number for number, word in enumerate(words) if word in ("|", ">", "&", "&&", ";")]
    words = words[: min(ends, default=len(words))]
    command: click.Command = main
    while isinstance(command, click.Group) and words and not words[0].startswith("-") and not words[0].isupper():
        found = command.commands.get(words[0])
        assert found, f"{line}: there is no command {words[0]}"
        command, words = found, words[1:]
    options = {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--help", "-h"}
    for word in words:
        if word.startswith("--"):
            assert word.partition("=")[0] in options, f"{line}: there is no option {word}"


@pytest.mark.parametrize("page", DOCS, ids=name_of)
def test_every_command_of_every_page_is_one(page: Path) -> None:
    for command in commands(page):
        for line in re.split(r"&&|\|", command.replace("\\\n", " ")):
            if re.match(r"\s*(\S+=\S+ )*(\.venv/bin/)?kzedu\s", line):
                parsed(re.sub(r"^\s*(\S+=\S+ )*\.venv/bin/", "", line))
    for told in re.findall(r"`kzedu ([a-z][^`]*)`", page.read_text("utf-8")):
        if not set(told) & set("…|<[") and "\n" not in told:
            parsed(f"kzedu {told}")


EXTRAS = re.compile(r"(?:kzedu-graph|\.whl)\[(\w+)\]")


@pytest.mark.parametrize("page", DOCS, ids=name_of)
def test_every_extra_that_a_page_names_is_one(page: Path) -> None:
    declared = (ROOT / "pyproject.toml").read_text("utf-8").partition("[project.optional-dependencies]")[2]
    for extra in EXTRAS.findall(page.read_text("utf-8")):
        assert re.search(rf"^{extra} = \[", declared, re.MULTILINE), extra


@pytest.fixture(scope="module")
def explorer(demonstration: Path) -> Iterator[Flask]:
    compile_catalogues()
    with open_store(demonstration) as store:
        yield create_app(store)


@pytest.mark.parametrize("page", GUIDES, ids=name_of)
def test_every_page_and_file_that_a_guide_names_is_there(page: Path, explorer: Flask) -> None:
    text = page.read_text("utf-8")
    client = explorer.test_client()
    for path in re.findall(r"`(/[^`\s]*)`", text):
        assert client.get(path).status_code in (200, 303), path
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (page.parent / link).resolve().exists(), link


@pytest.mark.parametrize("page", DOCS, ids=name_of)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / link).resolve().exists(), f"{page.name}: {link}"


def test_what_is_said_of_python_runs(demonstration: Path, tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "store").symlink_to(demonstration)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Лига чтецов" in done.stdout
