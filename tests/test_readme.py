"""The README tells the truth: its record is what the sample gives, its question has an answer, its commands exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from whole_graph import quads_of

from extract.flow import extract_file
from kzedu_graph.cli import main
from kzedu_graph.exports.tables import measures
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.stores import MemoryStore

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def snippet(language: str, number: int = 0) -> str:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)[number]


@pytest.fixture(scope="module")
def store(sample: Path) -> MemoryStore:
    registry = Registry.load()
    return MemoryStore(quads_of([extract_file(sample / "samal-2025.ru.txt", registry)], registry))


def test_the_record_is_what_the_sample_gives(store: MemoryStore) -> None:
    record = json.loads(snippet("json"))
    second = next(row for row in measures(store) if row["number"] == "2")
    assert {key: second[key] for key in record} == record


def test_the_text_is_the_samples(sample: Path) -> None:
    words = (sample / "samal-2025.ru.txt").read_text("utf-8")
    for line in snippet("text").splitlines()[1:]:
        if "июнь" not in line:
            assert line.strip() in words


def test_the_question_has_an_answer(store: MemoryStore) -> None:
    assert {str(row["agency"]).rpartition("/")[2] for row in store.select(snippet("sparql"))} >= {
        "kz-talap",
        "kz-orleu",
    }


def test_the_two_commands_are_targets() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"^make (\w+)", snippet("sh"), re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("command", re.findall(r"^\| `kzedu (\w+)", README, re.MULTILINE))
def test_every_command_named_exists(command: str) -> None:
    assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0
