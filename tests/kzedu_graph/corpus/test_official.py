"""The official acts as facts: where they are published, what is asked for, and what is said without internet."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from kzedu_graph.cli import main
from kzedu_graph.corpus.official import official_acts
from kzedu_graph.model.register import is_register_number
from kzedu_graph.registry.acts import load_acts


def test_every_act_is_known_to_the_registry_and_published_in_both_languages() -> None:
    registered = load_acts()
    for act in official_acts():
        assert is_register_number(act.number)
        assert act.number in registered
        assert set(act.names) == {"kk", "ru", "en"}
        assert list(act.editions) == sorted(set(act.editions))
        signed = registered[act.number].day
        assert signed is None or act.editions[0] == signed
        kazakh, russian = act.addresses(history=False)
        assert (kazakh, russian) == (
            f"https://adilet.zan.kz/kaz/docs/{act.number}",
            f"https://adilet.zan.kz/rus/docs/{act.number}",
        )


def test_earlier_editions_are_in_the_archive() -> None:
    concept = next(act for act in official_acts() if act.number == "P2300000249")
    assert concept.addresses(history=True)[:2] == (
        "https://adilet.zan.kz/kaz/archive/docs/P2300000249/28.03.2023",
        "https://adilet.zan.kz/rus/archive/docs/P2300000249/28.03.2023",
    )
    assert len(concept.addresses(history=True)) == 6


def run(*arguments: str, corpus: Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["corpus", "fetch", *arguments, "--corpus", str(corpus)])
    return done.exit_code, done.stdout, done.stderr


def test_what_would_be_asked_for_is_told(tmp_path: Path) -> None:
    code, told, _ = run("--official", "--list", corpus=tmp_path / "corpus")
    assert code == 0
    assert told.splitlines() == [each for act in official_acts() for each in act.addresses(history=False)]
    code, more, _ = run("--official", "--history", "--list", corpus=tmp_path / "corpus")
    assert (code, len(more.splitlines())) == (0, len(told.splitlines()) + 4)
    assert not (tmp_path / "corpus").exists()


def test_without_internet_one_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = free.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{nobody}")
    code, told, said = run("--official", "--pause", "0", corpus=tmp_path / "corpus")
    assert (code, told) == (2, "")
    assert said.count("\n") == 1
    assert said.startswith("kzedu: https://adilet.zan.kz/")
    assert "Is there internet here?" in said


def test_an_empty_corpus_and_a_wrong_call_point_to_the_official_acts(tmp_path: Path) -> None:
    code, _, said = run(corpus=tmp_path / "corpus")
    assert (code, "--official" in said) == (2, True)
    code, _, said = run("--history", corpus=tmp_path / "corpus")
    assert (code, "--official" in said) == (2, True)
